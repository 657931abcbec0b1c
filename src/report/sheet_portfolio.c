#include "report/sheet_portfolio.h"

#include "base/arena.h"
#include "base/text.h"
#include "report/chart_cells.h"
#include "report/gate_cells.h"
#include "report/item_cells.h"
#include "report/map_rules.h"
#include "report/measure.h"
#include "report/price_cells.h"
#include "report/sheet_head.h"

enum {
    TILE_ROW = 2,
    GAP_ROW,
    RANK_COLUMN = 0,
    NAME_COLUMN,
    OUTCOME_COLUMN,
    GAP_COLUMN,
    NAME_PIXELS = 180,
    OUTCOME_PIXELS = 116,
    ITEM_PIXELS = 58,
    WORK_PIXELS = 86,
    TITLE_LINES_MOST = 14,
    PAGE_PIXELS = 1100, // of the map on a page at a readable size
};

static void set_columns(const struct comparison_page *sheet)
{
    const struct layout *layout = sheet->layout;
    uint32_t last = layout->charts_at + SPREAD_RANKS + LAYOUT_CHART_MOST;
    book_column(sheet->book, RANK_COLUMN, RANK_COLUMN, 48);
    book_column(sheet->book, NAME_COLUMN, NAME_COLUMN, NAME_PIXELS);
    book_column(sheet->book, OUTCOME_COLUMN, OUTCOME_COLUMN, OUTCOME_PIXELS);
    book_column(sheet->book, GAP_COLUMN, GAP_COLUMN, 8);
    book_column(sheet->book, layout->first_item, layout->works_at - 1, ITEM_PIXELS);
    book_column(sheet->book, layout->works_at, last, WORK_PIXELS);
}

static void lay_head(const struct comparison_page *sheet, const struct scorecard *scorecard)
{
    const struct sheet_head head = {
        .mast = "Comparison: evidenced score of every vendor and criterion, 0 to 100",
        .note = "≠ contradicted · – no answer, declined: 0 · n/a not applicable",
    };
    comparison_head(sheet, scorecard, &head);
    book_row(sheet->book, GAP_ROW, 5);
    map_tiles(sheet->book, sheet->layout);
}

/* Titles wrap in their narrow columns; the row is as high as the longest needs. */
static int title_row_pixels(const struct comparison_page *sheet)
{
    int lines = 1;
    for (size_t i = 0; i < sheet->layout->item_count; i++) {
        struct arena_mark mark = arena_mark(sheet->arena);
        const char *title = item_title_text(sheet->arena, sheet->layout, i);
        int needed = measure_lines(title, 10, false, ITEM_PIXELS, 0);
        lines = needed > lines ? needed : lines;
        arena_rewind(sheet->arena, mark);
    }
    return measure_height(lines < TITLE_LINES_MOST ? lines : TITLE_LINES_MOST, 4);
}

/* One row of the lines along the items: its label, its look. */
struct items_row {
    const char *label;
    enum style style;
    enum number_look number_look;
};

static const struct items_row ITEMS_ROWS[] = {
    [ITEMS_ID] = {"Id", STYLE_KEY_NUM, LOOK_TEXT},
    [ITEMS_TITLE] = {"Criterion", STYLE_HEAD_NUM, LOOK_TEXT},
    [ITEMS_NUMBER] = {"No.", STYLE_MACHINE, LOOK_COUNT},
    [ITEMS_PARENT] = {"In no.", STYLE_MACHINE, LOOK_COUNT},
    [ITEMS_SHARE] = {"Share of 100", STYLE_NUM, LOOK_POINTS_MAP},
    [ITEMS_WEIGHT] = {"Weight in force", STYLE_MACHINE, LOOK_WEIGHT},
    [ITEMS_SPREAD] = {"Spread, points", STYLE_NUM, LOOK_SECTION},
    [ITEMS_EFFECT] = {"Effect of 100", STYLE_NUM, LOOK_POINTS_MAP},
    [ITEMS_TOP] = {"Effect of top sections", STYLE_MACHINE, LOOK_POINTS},
    [ITEMS_SCALE] = {"Scale of the panel’s level", STYLE_MACHINE, LOOK_COUNT},
};
_Static_assert(COUNT_OF(ITEMS_ROWS) == ITEMS_LINE_COUNT, "a row for each line along the items");

static void lay_items(const struct comparison_page *sheet)
{
    const struct layout *layout = sheet->layout;
    enum line_of_items end = layout->has_panel ? ITEMS_LINE_COUNT : ITEMS_SCALE;
    for (enum line_of_items l = ITEMS_ID; l < end; l++) {
        const struct items_row *line = &ITEMS_ROWS[l];
        uint32_t row = layout_items(layout, l, 0).row;
        book_row(sheet->book, row, l == ITEMS_TITLE ? title_row_pixels(sheet) : 18);
        book_text(sheet->book, row, NAME_COLUMN, look(STYLE_KEY), line->label);
        for (size_t i = 0; i < layout->item_count; i++) {
            struct arena_mark mark = arena_mark(sheet->arena);
            if (item_has_cell(layout, l, i)) {
                item_cell(&sheet->scores, l, i, look_as(line->style, line->number_look));
            }
            arena_rewind(sheet->arena, mark);
        }
    }
}

static void lay_gate_heads(const struct comparison_page *sheet)
{
    const struct layout *layout = sheet->layout;
    for (size_t g = 0; g < layout->gate_count; g++) {
        uint32_t column = layout_gate(layout, GATE_MAP, g, 0).column;
        const char *title = gate_title(sheet->arena, layout, g);
        book_text(sheet->book, layout->head_row, column, look(STYLE_KEY_NUM),
                  layout->criteria->items[layout->result->gates[g]].id);
        book_text(sheet->book, layout_items(layout, ITEMS_TITLE, 0).row, column,
                  look(STYLE_HEAD_NUM), title);
        gate_needs(&sheet->scores, g);
    }
}

/* Names of the blocks on the right, ids above their columns, and names of the workings. */
static void lay_block_heads(const struct comparison_page *sheet)
{
    const struct layout *layout = sheet->layout;
    for (enum block b = BLOCK_CLAIMED; b < layout->block_end; b++) {
        if (!layout_has_block(layout, b)) {
            continue;
        }
        struct place at = layout_block(layout, b, 0, 0);
        book_text(sheet->book, TILE_ROW, at.column, look(STYLE_KEY_STRONG),
                  block_is_live(layout, b)
                      ? block_title(b)
                      : arena_format(sheet->arena, "%s: as evaluated, not live", block_title(b)));
        for (size_t i = 1; i < layout->item_count; i++) {
            if (block_has_cell(layout, b, i)) {
                book_text(sheet->book, layout->head_row, at.column + (uint32_t)i,
                          look(STYLE_KEY_NUM), layout->criteria->items[i].id);
            }
        }
    }
    uint32_t row = layout_items(layout, ITEMS_TITLE, 0).row;
    book_text(sheet->book, TILE_ROW, layout->works_at, look(STYLE_KEY_STRONG),
              "Workings of the ranking");
    for (enum work w = WORK_RANK_SHOWN; w < WORK_COUNT; w++) {
        book_text(sheet->book, row, layout_work(layout, w, 0).column, look(STYLE_HEAD_NUM),
                  work_title(w));
    }
    for (size_t s = 0; s < layout->tie_count; s++) {
        book_text(sheet->book, row, layout_tie(layout, TIE_SCORE, s, 0).column,
                  look(STYLE_HEAD_NUM), "Tie rule: score");
        book_text(sheet->book, row, layout_tie(layout, TIE_RANK, s, 0).column, look(STYLE_HEAD_NUM),
                  "Rank after it");
    }
}

static void lay_gate_work_heads(const struct comparison_page *sheet)
{
    const struct layout *layout = sheet->layout;
    for (enum gate_line l = GATE_WORD; l < layout->gate_line_end; l++) {
        for (size_t g = 0; g < layout->gate_count && l != GATE_MAP; g++) {
            uint32_t column = layout_gate(layout, l, g, 0).column;
            book_text(sheet->book, layout->head_row, column, look(STYLE_KEY_NUM),
                      layout->criteria->items[layout->result->gates[g]].id);
            book_text(sheet->book, layout_items(layout, ITEMS_TITLE, 0).row, column,
                      look(STYLE_HEAD_NUM), gate_line_title(l));
        }
    }
}

static void lay_price_work_heads(const struct comparison_page *sheet)
{
    const struct layout *layout = sheet->layout;
    for (size_t p = 0; p < layout->price_count; p++) {
        for (enum price_line l = PRICE_BID; l < PRICE_LINE_COUNT; l++) {
            uint32_t column = layout_price(layout, l, p, 0).column;
            book_text(sheet->book, layout->head_row, column, look(STYLE_KEY_NUM),
                      layout->criteria->items[layout->prices[p]].id);
            book_text(sheet->book, layout_items(layout, ITEMS_TITLE, 0).row, column,
                      look(STYLE_HEAD_NUM), price_line_title(l));
        }
    }
}

static void lay_prices(const struct comparison_page *sheet, size_t offer)
{
    for (size_t p = 0; p < sheet->layout->price_count; p++) {
        price_cell(&sheet->scores, PRICE_BID, p, offer);
        price_cell(&sheet->scores, PRICE_COUNTED, p, offer);
    }
}

static void lay_offer(const struct comparison_page *sheet, size_t offer)
{
    const struct layout *layout = sheet->layout;
    const char *name = layout->result->offers[offer].offer->name;
    int lines = measure_lines(name, 10, true, NAME_PIXELS, 0);
    book_row(sheet->book, layout->first_offer + (uint32_t)offer,
             lines > 1 ? measure_height(lines, 1) : 18);
    for (enum work w = WORK_NAME; w < WORK_COUNT; w++) {
        work_cell(&sheet->ranking, w, offer);
    }
    for (size_t s = 0; s < layout->tie_count; s++) {
        tie_cell(&sheet->ranking, TIE_SCORE, s, offer);
        tie_cell(&sheet->ranking, TIE_RANK, s, offer);
    }
    for (enum gate_line l = GATE_WORD; l < layout->gate_line_end; l++) {
        for (size_t g = 0; g < layout->gate_count; g++) {
            gate_cell(&sheet->scores, l, g, offer);
        }
    }
    lay_prices(sheet, offer);
    for (enum block b = BLOCK_EVIDENCED; b < layout->block_end; b++) {
        for (size_t i = 0; i < layout->item_count; i++) {
            struct arena_mark mark = arena_mark(sheet->arena);
            if (layout_has_block(layout, b) && block_has_cell(layout, b, i)) {
                score_cell(&sheet->scores, b, i, offer);
            }
            arena_rewind(sheet->arena, mark);
        }
    }
}

static void lay_rules(const struct comparison_page *sheet)
{
    const struct layout *layout = sheet->layout;
    const struct layout_view *view = &sheet->scores.view;
    size_t last_offer = layout->offer_count - 1;
    map_heat(sheet->book, view, layout_block(layout, BLOCK_EVIDENCED, 0, 0),
             layout_block(layout, BLOCK_EVIDENCED, layout->item_count - 1, last_offer));
    comparison_words(sheet);
}

static void set_page(const struct comparison_page *sheet, const struct scorecard *scorecard)
{
    const struct layout *layout = sheet->layout;
    struct sheet_setup *setup = comparison_setup(sheet, scorecard);
    int map_pixels = (int)(layout->last_column - layout->first_item + 1) * ITEM_PIXELS;
    int beside = NAME_PIXELS + 48;
    setup->repeat_first_row = layout->head_row;
    setup->repeat_last_row = layout_items(layout, ITEMS_TITLE, 0).row;
    setup->repeat_first_column = RANK_COLUMN;
    setup->repeat_last_column = NAME_COLUMN;
    setup->pages_wide = 1 + (map_pixels + OUTCOME_PIXELS) / (PAGE_PIXELS - beside);
    setup->freeze_row = layout->first_offer;
    setup->freeze_column = OUTCOME_COLUMN;
}

void sheet_portfolio(const struct comparison_page *sheet, const struct scorecard *scorecard)
{
    set_page(sheet, scorecard);
    set_columns(sheet);
    lay_head(sheet, scorecard);
    lay_items(sheet);
    lay_gate_heads(sheet);
    lay_block_heads(sheet);
    lay_gate_work_heads(sheet);
    lay_price_work_heads(sheet);
    for (size_t o = 0; o < sheet->layout->offer_count; o++) {
        struct arena_mark mark = arena_mark(sheet->arena);
        lay_offer(sheet, o);
        arena_rewind(sheet->arena, mark);
    }
    comparison_figures(sheet, NAME_COLUMN);
    chart_cells(&sheet->ranking);
    lay_rules(sheet);
}
