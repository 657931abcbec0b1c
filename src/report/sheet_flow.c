#include "report/sheet_flow.h"

#include "base/arena.h"
#include "report/measure.h"
#include "report/place.h"
#include "report/sheet_head.h"

#include <assert.h>

enum { SPACER = 14, TITLE = 24, TEXT_POINTS = 10 };

uint32_t flow_row(struct sheet_flow *flow, int pixels)
{
    flow->used += pixels;
    if (flow->used > FLOW_PAGE_PIXELS) {
        flow->used = flow->repeated + pixels; // it breaks before this row
    }
    book_row(flow->book, flow->row, pixels);
    return flow->row++;
}

void flow_block(struct sheet_flow *flow, const char *title, const char *formula, int pixels)
{
    assert(flow->break_count < FLOW_BREAKS_MOST);
    flow_row(flow, SPACER);
    if (flow->used + pixels > FLOW_PAGE_PIXELS) {
        flow->breaks[flow->break_count++] = flow->row;
        flow->used = flow->repeated;
    }
    uint32_t row = flow_row(flow, TITLE);
    sheet_block_title(flow->book, row, 1, flow->last_column, "");
    if (formula == NULL) {
        book_text(flow->book, row, 0, look(STYLE_BLOCK), title);
    } else {
        book_text_formula(flow->book, row, 0, look(STYLE_BLOCK), formula, title);
    }
}

static int height_of(const struct sheet_flow *flow, const struct flow_texts *texts)
{
    int lines = texts->beside == NULL ? 1
                                      : measure_lines(texts->beside, TEXT_POINTS, true,
                                                      flow->pixels[texts->beside_column], 1);
    for (size_t c = 0; c < texts->count; c++) {
        const struct flow_text *text = &texts->texts[c];
        if (text->text == NULL || !style_row(text->style)->wrap) {
            continue;
        }
        int needed = measure_lines(text->text, TEXT_POINTS, style_row(text->style)->bold,
                                   flow->pixels[c], text->indent);
        lines = needed > lines ? needed : lines;
    }
    return measure_height(lines, FLOW_PAD);
}

uint32_t flow_texts(struct sheet_flow *flow, const struct flow_texts *texts)
{
    uint32_t row = flow_row(flow, height_of(flow, texts));
    for (size_t c = 0; c < texts->count; c++) {
        const struct flow_text *text = &texts->texts[c];
        if (text->text != NULL) {
            const struct look look = {.style = text->style,
                                      .indent = text->indent,
                                      .top = true,
                                      .group_top = texts->group_top};
            book_text(flow->book, row, (uint32_t)c, look, text->text);
        }
    }
    return row;
}

static const char *cell_of(const struct sheet_flow *flow, uint32_t row, uint32_t column,
                           enum hold hold)
{
    const struct place place = {.home = HOME_ELSEWHERE, .row = row, .column = column};
    return place_text(flow->arena, place, hold, HOME_ELSEWHERE);
}

const char *flow_cell(const struct sheet_flow *flow, uint32_t row, uint32_t column)
{
    return cell_of(flow, row, column, HOLD_NONE);
}

const char *flow_fixed_cell(const struct sheet_flow *flow, uint32_t row, uint32_t column)
{
    return cell_of(flow, row, column, HOLD_BOTH);
}

const char *flow_range(const struct sheet_flow *flow, uint32_t column, uint32_t first,
                       uint32_t last)
{
    const struct place_range range = {
        {HOME_ELSEWHERE, first, column}, {HOME_ELSEWHERE, last, column}, HOLD_BOTH, HOLD_BOTH};
    return place_range_text(flow->arena, &range, HOME_ELSEWHERE);
}

void flow_end(const struct sheet_flow *flow)
{
    struct sheet_setup *setup = book_setup(flow->book);
    for (uint32_t c = 0; c <= flow->last_column; c++) {
        book_column(flow->book, c, c, flow->pixels[c]);
    }
    setup->print_area_given = true;
    setup->print_area = (struct range){.last_row = flow->row - 1, .last_column = flow->last_column};
    setup->scale_percent = FLOW_SCALE;
    setup->breaks = flow->breaks;
    setup->break_count = flow->break_count;
}
