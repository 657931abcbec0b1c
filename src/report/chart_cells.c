#include "report/chart_cells.h"

#include "base/arena.h"
#include "base/text.h"
#include "report/item_cells.h"

#include <assert.h>

/* The offer at a place of the ranking, from 0. */
static size_t offer_at_place(const struct layout *layout, size_t place)
{
    assert(place < layout->chart_offers);
    return layout->result->order[place];
}

const char *const *chart_proof_names(struct arena *arena, const struct layout *layout)
{
    const char **names = arena_alloc(arena, layout->chart_offers, sizeof *names);
    for (size_t r = 0; r < layout->chart_offers; r++) {
        size_t offer = offer_at_place(layout, r);
        names[r] = text_shown(arena, layout->result->offers[offer].offer->name);
    }
    return names;
}

static double proof_value(struct arena *arena, const struct layout *layout,
                          enum proof_column column, size_t place)
{
    size_t offer = offer_at_place(layout, place);
    const struct item_score *total = &layout->result->offers[offer].items[0];
    switch (column) {
    case PROOF_RANK:
    case PROOF_NAME:
        return (double)place + 1.0;
    case PROOF_CLAIMED:
        return 100.0 * total->claimed;
    case PROOF_EVIDENCED:
        return 100.0 * total->evidenced;
    case PROOF_SHOWN:
        return 100.0 * score_shown(arena, layout->result, offer)[0];
    case PROOF_PROVEN:
        return 100.0 * total->proven;
    case PROOF_ACCEPTABLE:
        return layout->result->project->evaluation.rules.acceptable;
    case PROOF_COLUMN_COUNT:
        break;
    }
    assert(column < PROOF_COLUMN_COUNT);
    return 0.0;
}

const double *chart_proof_values(struct arena *arena, const struct layout *layout,
                                 enum proof_column column)
{
    double *values = arena_alloc(arena, layout->chart_offers, sizeof *values);
    for (size_t r = 0; r < layout->chart_offers; r++) {
        values[r] = proof_value(arena, layout, column, r);
    }
    return values;
}

const char *const *chart_spread_names(struct arena *arena, const struct layout *layout)
{
    const char **names = arena_alloc(arena, layout->chart_tops, sizeof *names);
    for (size_t t = 0; t < layout->chart_tops; t++) {
        names[t] = item_title_text(arena, layout, layout->compared[t]);
    }
    return names;
}

static double spread_value(const struct layout *layout, size_t column, size_t top)
{
    size_t item = layout->compared[top];
    if (column < SPREAD_RANKS) {
        struct spread spread = score_spread(layout->result, item);
        return column == SPREAD_BEST ? spread.best : spread.worst;
    }
    size_t offer = offer_at_place(layout, column - SPREAD_RANKS);
    const struct item_score *score = &layout->result->offers[offer].items[item];
    return score->in_sum ? 100.0 * score->evidenced : 0.0;
}

const double *chart_spread_values(struct arena *arena, const struct layout *layout, size_t column)
{
    double *values = arena_alloc(arena, layout->chart_tops, sizeof *values);
    for (size_t t = 0; t < layout->chart_tops; t++) {
        values[t] = spread_value(layout, column, t);
    }
    return values;
}

/* What each column of the first table picks from the offers. */
static const char *proof_range(const struct layout_view *view, enum proof_column column)
{
    static const enum block blocks[] = {
        [PROOF_CLAIMED] = BLOCK_CLAIMED,
        [PROOF_EVIDENCED] = BLOCK_EVIDENCED,
        [PROOF_SHOWN] = BLOCK_SHOWN,
        [PROOF_PROVEN] = BLOCK_PROVEN,
    };
    if (column == PROOF_NAME) {
        return layout_works_at(view, WORK_NAME);
    }
    const struct layout *layout = view->layout;
    return layout_range_text(view, layout_block(layout, blocks[column], 0, 0),
                             layout_block(layout, blocks[column], 0, layout->offer_count));
}

/* `=IF(ranked<place,otherwise,INDEX(…))` */
static const char *proof_formula(const struct ranking_sheet *ranking, enum proof_column column,
                                 size_t place)
{
    const struct layout_view *view = &ranking->scores->view;
    struct arena *arena = ranking->scores->arena;
    if (column == PROOF_ACCEPTABLE) {
        return arena_format(arena, "=%s", layout_rule_at(view, RULE_ACCEPTABLE));
    }
    struct place at = layout_proof(view->layout, PROOF_RANK, place);
    const char *rank = place_text(arena, at, HOLD_COLUMN, HOME_COMPARISON);
    return arena_format(arena, "=IF(%s<%s,%s,%s)", layout_figure_at(view, FIGURE_RANKED), rank,
                        column == PROOF_NAME ? "\"–\"" : "0",
                        layout_pick_ranked(view, proof_range(view, column), rank));
}

static void proof_row(const struct ranking_sheet *ranking, size_t place)
{
    const struct score_sheet *sheet = ranking->scores;
    struct place at = layout_proof(sheet->layout, PROOF_RANK, place);
    book_number(sheet->book, at.row, at.column, look_as(STYLE_NUM, LOOK_COUNT),
                (double)place + 1.0);
    at = layout_proof(sheet->layout, PROOF_NAME, place);
    book_text_formula(sheet->book, at.row, at.column, look(STYLE_ID),
                      proof_formula(ranking, PROOF_NAME, place),
                      chart_proof_names(sheet->arena, sheet->layout)[place]);
    for (enum proof_column c = PROOF_CLAIMED; c < PROOF_COLUMN_COUNT; c++) {
        at = layout_proof(sheet->layout, c, place);
        book_number_formula(sheet->book, at.row, at.column, look_as(STYLE_NUM, LOOK_POINTS),
                            proof_formula(ranking, c, place),
                            proof_value(sheet->arena, sheet->layout, c, place));
    }
}

static const char *spread_formula(const struct ranking_sheet *ranking, size_t column, size_t top)
{
    const struct layout_view *view = &ranking->scores->view;
    struct arena *arena = ranking->scores->arena;
    size_t item = view->layout->compared[top];
    if (column < SPREAD_RANKS) {
        const char *range = layout_block_offers(view, BLOCK_RANKED, item);
        return arena_format(arena, "=IF(COUNT(%s)=0,0,%s(%s))", range,
                            column == SPREAD_BEST ? "MAX" : "MIN", range);
    }
    struct place head = layout_spread_head(view->layout, column);
    const char *rank = place_text(arena, head, HOLD_ROW, HOME_COMPARISON);
    return arena_format(
        arena, "=IF(%s<%s,0,IFERROR(1*%s,0))", layout_figure_at(view, FIGURE_RANKED), rank,
        layout_pick_ranked(view, layout_block_offers(view, BLOCK_EVIDENCED, item), rank));
}

static void spread_row(const struct ranking_sheet *ranking, size_t top)
{
    const struct score_sheet *sheet = ranking->scores;
    struct place at = layout_spread(sheet->layout, SPREAD_TITLE, top);
    size_t item = sheet->layout->compared[top];
    const char *title = layout_items_at(&sheet->view, ITEMS_TITLE, item);
    book_text_formula(sheet->book, at.row, at.column, look(STYLE_ID),
                      arena_format(sheet->arena, "=%s", title),
                      item_title_text(sheet->arena, sheet->layout, item));
    for (size_t c = SPREAD_BEST; c < SPREAD_RANKS + sheet->layout->chart_offers; c++) {
        at = layout_spread(sheet->layout, c, top);
        book_number_formula(sheet->book, at.row, at.column, look_as(STYLE_NUM, LOOK_POINTS),
                            spread_formula(ranking, c, top), spread_value(sheet->layout, c, top));
    }
}

static void headings(const struct score_sheet *sheet)
{
    static const char *const heads[] = {
        [PROOF_RANK] = "Place",
        [PROOF_NAME] = "Vendor",
        [PROOF_CLAIMED] = "Claimed",
        [PROOF_EVIDENCED] = "Evidenced",
        [PROOF_SHOWN] = "Shown",
        [PROOF_PROVEN] = "Proven",
        [PROOF_ACCEPTABLE] = "Acceptable",
    };
    _Static_assert(COUNT_OF(heads) == PROOF_COLUMN_COUNT, "a head for each column");
    struct place first = layout_proof(sheet->layout, PROOF_RANK, 0);
    book_text(sheet->book, first.row - 2, first.column, look(STYLE_BLOCK), "Data of the charts");
    for (enum proof_column c = PROOF_RANK; c < PROOF_COLUMN_COUNT; c++) {
        book_text(sheet->book, first.row - 1, first.column + (uint32_t)c, look(STYLE_ID), heads[c]);
    }
}

static void spread_headings(const struct score_sheet *sheet)
{
    static const char *const heads[] = {
        [SPREAD_TITLE] = "Top item", [SPREAD_BEST] = "Best", [SPREAD_WORST] = "Worst"};
    for (size_t c = SPREAD_TITLE; c < SPREAD_RANKS + sheet->layout->chart_offers; c++) {
        struct place at = layout_spread_head(sheet->layout, c);
        if (c < SPREAD_RANKS) {
            book_text(sheet->book, at.row, at.column, look(STYLE_ID), heads[c]);
        } else {
            book_number(sheet->book, at.row, at.column, look_as(STYLE_NUM, LOOK_COUNT),
                        (double)(c - SPREAD_RANKS) + 1.0);
        }
    }
}

void chart_cells(const struct ranking_sheet *ranking)
{
    const struct score_sheet *sheet = ranking->scores;
    if (sheet->layout->chart_offers == 0) {
        return;
    }
    headings(sheet);
    for (size_t r = 0; r < sheet->layout->chart_offers; r++) {
        proof_row(ranking, r);
    }
    if (sheet->layout->chart_tops == 0) {
        return;
    }
    spread_headings(sheet);
    for (size_t t = 0; t < sheet->layout->chart_tops; t++) {
        spread_row(ranking, t);
    }
}
