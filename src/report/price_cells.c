#include "report/price_cells.h"

#include "base/arena.h"
#include "base/text.h"
#include "report/gate_cells.h"
#include "score/price_reference.h"

static const char NO_BID[] = "–";

const char *price_line_title(enum price_line line)
{
    static const char *const TITLES[] = {[PRICE_BID] = "bid", [PRICE_COUNTED] = "bid that counts"};
    _Static_assert(COUNT_OF(TITLES) == PRICE_LINE_COUNT, "a title for each line");
    return TITLES[line];
}

static const struct price_score *bid_of(const struct layout *layout, size_t price, size_t offer)
{
    return layout->result->offers[offer].criteria[layout->prices[price]].price;
}

/* A bid of an offer that is not excluded; a minimum over a price cannot exclude it here. */
static const char *counted_formula(const struct score_sheet *sheet, size_t price, size_t offer)
{
    const struct layout_view *view = &sheet->view;
    const char *bid = layout_price_at(view, PRICE_BID, price, offer);
    if (sheet->layout->gates_before_prices == 0) {
        return arena_format(sheet->arena, "=%s", bid);
    }
    return arena_format(sheet->arena, "=IF(COUNTIF(%s,\"%s\")>0,\"%s\",%s)",
                        layout_gates_before_prices(view, offer),
                        gate_result_text(sheet->arena, GATE_NOT_MET), NO_BID, bid);
}

void price_cell(const struct score_sheet *sheet, enum price_line line, size_t price, size_t offer)
{
    struct place at = layout_price(sheet->layout, line, price, offer);
    const struct price_score *bid = bid_of(sheet->layout, price, offer);
    const struct look number = look_as(STYLE_NUM, LOOK_GROUPED);
    if (line == PRICE_BID) {
        if (bid == NULL) {
            book_text(sheet->book, at.row, at.column, look(STYLE_ID), NO_BID);
        } else {
            book_number(sheet->book, at.row, at.column, number, bid->amount);
        }
        return;
    }
    const char *formula = counted_formula(sheet, price, offer);
    if (bid != NULL && bid->in_reference) {
        book_number_formula(sheet->book, at.row, at.column, number, formula, bid->amount);
    } else {
        book_text_formula(sheet->book, at.row, at.column, number, formula, NO_BID);
    }
}

/* Each as price_share() computes it, step by step. */
static const char *formula_of(const struct score_sheet *sheet, enum price_formula formula,
                              size_t price, const char *bid)
{
    const struct layout_view *view = &sheet->view;
    const char *lowest = layout_price_figure_at(view, PRICE_LOWEST, price);
    const char *highest = layout_price_figure_at(view, PRICE_HIGHEST, price);
    const char *budget = layout_price_rule_at(view, PRICE_RULE_BUDGET);
    const char *floor = layout_price_rule_at(view, PRICE_RULE_FLOOR);
    struct arena *arena = sheet->arena;
    switch (formula) {
    case PRICE_BUDGET_LINEAR:
        return arena_format(arena, "=IF(%s>%s,100*MAX(0,MIN(1,(%s-%s)/(%s-%s))),0)", budget, floor,
                            budget, bid, budget, floor);
    case PRICE_LOWEST_PROPORTIONAL:
        return arena_format(arena, "=IF(ISNUMBER(%s),100*MIN(1,%s/%s),100)", lowest, lowest, bid);
    case PRICE_LINEAR_FROM_LOWEST:
        return arena_format(arena, "=IF(ISNUMBER(%s),100*MAX(0,MIN(1,1-(%s-%s)/%s)),100)", lowest,
                            bid, lowest, lowest);
    case PRICE_MIN_MAX:
        return arena_format(
            arena, "=IF(%s<%d,\"n/a\",100*IF(%s<=%s,1,IF(%s>%s,MAX(0,(%s-%s)/(%s-%s)),0)))",
            layout_price_figure_at(view, PRICE_BIDS, price), PRICE_MIN_MAX_BIDS, bid, lowest,
            highest, lowest, highest, bid, highest, lowest);
    case PRICE_FORMULA_COUNT:
        break;
    }
    return NULL;
}

const char *price_claimed_formula(const struct score_sheet *sheet, size_t item, size_t offer)
{
    const struct layout *layout = sheet->layout;
    for (size_t p = 0; p < layout->price_count; p++) {
        if (layout->prices[p] == item && bid_of(layout, p, offer) != NULL) {
            return formula_of(sheet, layout->result->project->evaluation.rules.price.formula, p,
                              layout_price_at(&sheet->view, PRICE_BID, p, offer));
        }
    }
    return NULL;
}

const char *price_figure_title(enum price_figure figure)
{
    static const char *const TITLES[] = {[PRICE_BIDS] = "Bids that count",
                                         [PRICE_LOWEST] = "Lowest of them",
                                         [PRICE_HIGHEST] = "Highest of them"};
    _Static_assert(COUNT_OF(TITLES) == PRICE_FIGURE_COUNT, "a title for each figure");
    return TITLES[figure];
}

const char *price_figure_formula(const struct layout_view *view, enum price_figure figure,
                                 size_t price)
{
    const char *bids = layout_prices_at(view, PRICE_COUNTED, price);
    if (figure == PRICE_BIDS) {
        return arena_format(view->arena, "=COUNT(%s)", bids);
    }
    return arena_format(view->arena, "=IF(COUNT(%s)>0,%s(%s),\"none\")", bids,
                        figure == PRICE_LOWEST ? "MIN" : "MAX", bids);
}

bool price_figure_value(const struct layout *layout, enum price_figure figure, size_t price,
                        double *value)
{
    struct price_reference reference = price_reference_of(layout->result, layout->prices[price]);
    *value = figure == PRICE_BIDS     ? (double)reference.bids
             : figure == PRICE_LOWEST ? reference.lowest
                                      : reference.highest;
    return figure == PRICE_BIDS || reference.bids > 0;
}
