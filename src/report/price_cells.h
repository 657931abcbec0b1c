/*
 * Price cells: how a bid becomes a score, live in either way of offers (RULES 9).
 *
 * On Comparison, along the offers, a line with the bids and one with those that count: of offers
 * that meet their requirements, but for minima over a price. On Weights the rule and what bids are
 * measured by. Bids are facts, budget and floor are inputs.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_PRICE_CELLS_H
#define VOUCH_REPORT_PRICE_CELLS_H

#include "report/score_cells.h"

const char *price_line_title(enum price_line line);

void price_cell(const struct score_sheet *sheet, enum price_line line, size_t price, size_t offer);

/* The formula of the claimed score of a bid; NULL where the item is no price, or has no bid. */
const char *price_claimed_formula(const struct score_sheet *sheet, size_t item, size_t offer);

/* What bids are measured by, as on Weights: its formula, and its value in this run. */
const char *price_figure_title(enum price_figure figure);
const char *price_figure_formula(const struct layout_view *view, enum price_figure figure,
                                 size_t price);
bool price_figure_value(const struct layout *layout, enum price_figure figure, size_t price,
                        double *value); // false: there is no bid

#endif
