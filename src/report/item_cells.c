#include "report/item_cells.h"

#include "base/arena.h"
#include "base/decimal.h"
#include "base/number.h"
#include "base/text.h"
#include "report/measure.h"
#include "report/panel_cells.h"

#include <assert.h>

static const struct item *item_of(const struct score_sheet *sheet, size_t item)
{
    return &sheet->layout->criteria->items[item];
}

enum { INDENT_MOST = 6, SECTION1_POINTS = 11, BODY_POINTS = 10 };

/* Rows: depth 1, 2, 3 and deeper; criteria below the top. */
struct level_styles {
    enum style id, title, number;
};
static const struct level_styles LEVELS[] = {
    {STYLE_SECTION1_ID, STYLE_SECTION1, STYLE_SECTION1_NUM},
    {STYLE_SECTION2_ID, STYLE_SECTION2, STYLE_SECTION2_NUM},
    {STYLE_SECTION3_ID, STYLE_SECTION3, STYLE_SECTION3_NUM},
    {STYLE_ID, STYLE_TEXT_FOLDED, STYLE_NUM},
};

static const struct level_styles *level_of(const struct item *item)
{
    if (item->depth == 1) {
        return &LEVELS[0];
    }
    if (item_is_criterion(item)) {
        return &LEVELS[3];
    }
    return item->depth == 2 ? &LEVELS[1] : &LEVELS[2];
}

static uint8_t indent_of(const struct item *item)
{
    size_t indent = item->depth > 0 ? item->depth - 1 : 0;
    return (uint8_t)(indent > INDENT_MOST ? INDENT_MOST : indent);
}

static struct look part_look(const struct item *item, enum item_part part)
{
    const struct level_styles *level = level_of(item);
    switch (part) {
    case ITEM_PART_ID:
        return look(level->id);
    case ITEM_PART_TITLE:
        return look_in(level->title, indent_of(item));
    case ITEM_PART_NUMBER:
        return look(level->number);
    case ITEM_PART_MACHINE:
        break;
    }
    return look_as(STYLE_MACHINE, LOOK_COUNT);
}

struct look item_look(const struct layout *layout, enum item_part part, size_t item)
{
    const struct item *of = &layout->criteria->items[item];
    struct look result = part_look(of, part);
    if (of->depth == 1) {
        result.fill = COLOUR_PANEL;
        result.rule_top = true;
    }
    return result;
}

int item_row_pixels(struct arena *arena, const struct layout *layout, size_t item, int pixels,
                    int least)
{
    const struct item *of = &layout->criteria->items[item];
    bool top = of->depth == 1;
    int lines = measure_lines(item_title_text(arena, layout, item),
                              top ? SECTION1_POINTS : BODY_POINTS, !item_is_criterion(of) || top,
                              pixels, indent_of(of));
    int height = lines > 1 ? measure_height(lines, 1) : least;
    return height > least ? height : least;
}

bool item_has_cell(const struct layout *layout, enum line_of_items line, size_t item)
{
    switch (line) {
    case ITEMS_SPREAD:
    case ITEMS_EFFECT:
        return block_has_cell(layout, BLOCK_RANKED, item);
    case ITEMS_ID:
    case ITEMS_PARENT:
    case ITEMS_WEIGHT:
    case ITEMS_TOP:
        return item > 0;
    case ITEMS_SCALE:
        return item > 0 && panel_has_scale(layout, item);
    case ITEMS_TITLE:
    case ITEMS_NUMBER:
    case ITEMS_SHARE:
    case ITEMS_LINE_COUNT:
        break;
    }
    return true;
}

double item_effect(const struct result *result, size_t item)
{
    struct spread spread = score_spread(result, item);
    return result->shares[item] * (spread.best - spread.worst);
}

/* A rounded effect, so that two alike are equal whatever the order of sums. */
double item_rounded_effect(const struct result *result, size_t item)
{
    return decimal_round(item_effect(result, item), DECIMAL_GUARD);
}

const char *item_title_text(struct arena *arena, const struct layout *layout, size_t index)
{
    if (index == 0) {
        return "Total, evidenced";
    }
    const struct item *item = &layout->criteria->items[index];
    const char *title = text_shown(arena, item->title);
    bool must = item_is_criterion(item) && item->has_gate;
    return must ? arena_format(arena, "%s · must", title) : title;
}

static void weight_cell(const struct score_sheet *sheet, size_t item, struct place at,
                        struct look look)
{
    const struct layout *layout = sheet->layout;
    const char *weight = layout_weight_at(&sheet->view, WEIGHT_INPUT, item);
    const char *formula = arena_format(sheet->arena, "=%s", weight);
    for (size_t t = 0; t < layout->top_count && layout->tops_on_summary; t++) {
        if (layout->tops[t] == item) {
            const char *yours = layout_summary_weight_at(&sheet->view, t);
            formula = arena_format(sheet->arena, "=IF(ISNUMBER(%s),%s,%s)", yours, yours, weight);
        }
    }
    double given = sheet->result->project->evaluation.weights[item];
    look.number = look.number == LOOK_WEIGHT ? number_look_of_weight(given) : look.number;
    book_number_formula(sheet->book, at.row, at.column, look, formula, given);
}

static void spread_cell(const struct score_sheet *sheet, size_t item, struct place at,
                        struct look look)
{
    const char *scores = layout_block_offers(&sheet->view, BLOCK_RANKED, item);
    struct spread spread = score_spread(sheet->result, item);
    book_number_formula(
        sheet->book, at.row, at.column, look,
        arena_format(sheet->arena, "=IF(COUNT(%s)=0,0,MAX(%s)-MIN(%s))", scores, scores, scores),
        spread.best - spread.worst);
}

static void effect_cell(const struct score_sheet *sheet, size_t item, struct place at,
                        struct look look)
{
    book_number_formula(sheet->book, at.row, at.column, look,
                        arena_format(sheet->arena, "=%s*%s/100",
                                     layout_items_at(&sheet->view, ITEMS_SHARE, item),
                                     layout_items_at(&sheet->view, ITEMS_SPREAD, item)),
                        item_effect(sheet->result, item));
}

static bool is_compared(const struct layout *layout, size_t item)
{
    for (size_t t = 0; t < layout->compared_count; t++) {
        if (layout->compared[t] == item) {
            return true;
        }
    }
    return false;
}

static void top_cell(const struct score_sheet *sheet, size_t item, struct place at,
                     struct look look)
{
    bool is_top = item_of(sheet, item)->depth == 1;
    if (is_top && !is_compared(sheet->layout, item)) {
        book_text(sheet->book, at.row, at.column, look, "–");
        return;
    }
    const char *formula = arena_format(sheet->arena, "=IF(%s=0,ROUND(%s,%s),\"–\")",
                                       layout_items_at(&sheet->view, ITEMS_PARENT, item),
                                       layout_items_at(&sheet->view, ITEMS_EFFECT, item),
                                       layout_rule_at(&sheet->view, RULE_GUARD));
    if (is_top) {
        book_number_formula(sheet->book, at.row, at.column, look, formula,
                            item_rounded_effect(sheet->result, item));
    } else {
        book_text_formula(sheet->book, at.row, at.column, look, formula, "–");
    }
}

void item_cell(const struct score_sheet *sheet, enum line_of_items line, size_t item,
               struct look look)
{
    struct place at = layout_items(sheet->layout, line, item);
    assert(item_has_cell(sheet->layout, line, item));
    switch (line) {
    case ITEMS_ID:
        book_text(sheet->book, at.row, at.column, look, item_of(sheet, item)->id);
        break;
    case ITEMS_TITLE:
        book_text(sheet->book, at.row, at.column, look,
                  item_title_text(sheet->arena, sheet->layout, item));
        break;
    case ITEMS_NUMBER:
        book_number(sheet->book, at.row, at.column, look, (double)item);
        break;
    case ITEMS_PARENT:
        book_number(sheet->book, at.row, at.column, look, (double)item_of(sheet, item)->parent);
        break;
    case ITEMS_SHARE:
        book_number_formula(
            sheet->book, at.row, at.column, look,
            arena_format(sheet->arena, "=%s", layout_weight_at(&sheet->view, WEIGHT_SHARE, item)),
            100.0 * sheet->result->shares[item]);
        break;
    case ITEMS_WEIGHT:
        weight_cell(sheet, item, at, look);
        break;
    case ITEMS_SPREAD:
        spread_cell(sheet, item, at, look);
        break;
    case ITEMS_EFFECT:
        effect_cell(sheet, item, at, look);
        break;
    case ITEMS_TOP:
        top_cell(sheet, item, at, look);
        break;
    case ITEMS_SCALE:
        book_number(sheet->book, at.row, at.column, look, panel_scale_number(sheet->layout, item));
        break;
    case ITEMS_LINE_COUNT:
        break;
    }
}

struct item_extremes item_extremes_of(const struct result *result, const struct layout *layout)
{
    struct item_extremes extremes = {layout->compared[0], layout->compared[0]};
    for (size_t t = 1; t < layout->compared_count; t++) {
        size_t item = layout->compared[t];
        double effect = item_rounded_effect(result, item);
        extremes.most = effect > item_rounded_effect(result, extremes.most) ? item : extremes.most;
        extremes.least = effect < item_rounded_effect(result, extremes.least) ? item
                                                                              : extremes.least;
    }
    return extremes;
}

static const char TOO_FEW[] = "Fewer than two vendors have a rank: nothing separates them yet.";

static const char *message_text(const struct score_sheet *sheet)
{
    struct arena *arena = sheet->arena;
    const struct layout *layout = sheet->layout;
    if (result_ranked_count(sheet->result) < 2) {
        return TOO_FEW;
    }
    struct item_extremes extremes = item_extremes_of(sheet->result, layout);
    const char *text = arena_format(
        arena, "%s separates the vendors most: %s of 100 points between best and worst",
        item_title_text(arena, layout, extremes.most),
        number_fixed(arena, item_rounded_effect(sheet->result, extremes.most), 1));
    return layout->compared_count < 2
               ? arena_format(arena, "%s.", text)
               : arena_format(
                     arena, "%s; %s least: %s.", text,
                     item_title_text(arena, layout, extremes.least),
                     number_fixed(arena, item_rounded_effect(sheet->result, extremes.least), 1));
}

struct item_message item_message_of(const struct score_sheet *sheet)
{
    const struct layout_view *view = &sheet->view;
    const char *least = sheet->layout->compared_count < 2
                            ? ".\""
                            : arena_format(sheet->arena, "; \"&%s&\" least: \"&FIXED(%s,1)&\".\"",
                                           layout_figure_at(view, FIGURE_LEAST_TITLE),
                                           layout_figure_at(view, FIGURE_LEAST));
    return (struct item_message){
        .formula = arena_format(
            sheet->arena,
            "=IF(%s<2,\"%s\",%s&\" separates the vendors most: \"&FIXED(%s,1)&\" of 100 points "
            "between best and worst%s)",
            layout_figure_at(view, FIGURE_RANKED), TOO_FEW,
            layout_figure_at(view, FIGURE_MOST_TITLE), layout_figure_at(view, FIGURE_MOST), least),
        .text = message_text(sheet),
    };
}
