/*
 * Price as a criterion: from bids to values (RULES 9).
 *
 *     budget-linear        (budget - price) / (budget - floor), clamped
 *     lowest-proportional  lowest / price
 *     linear-from-lowest   1 - (price - lowest) / lowest, not below 0
 *     min-max              (highest - price) / (highest - lowest), from four bids on
 *
 * Lowest and highest come from the offers that are not excluded, so prices are set after the rest
 * of the requirements has been judged; a minimum of a section that holds a price does not decide
 * whose bid counts.
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_PRICE_H
#define VOUCH_SCORE_PRICE_H

#include "score/scoring.h"

struct result;
struct scored_offer;

/*
 * Set the value of every price, and find abnormally low ones.
 *
 * result: everything but prices is scored, summed and judged; prices with a value are answered and
 *         scored now. Sums and gates have to be made again.
 */
void price_set(const struct scoring *scoring, struct result *result);

/*
 * The same for one offer that is not as it is in the result: its own bids beside the others' as
 * they are. Which of them are abnormally low is not looked at.
 *
 * result: prices are set. offer: index into result->offers, whose bids `scored` replaces.
 */
void price_set_one(const struct scoring *scoring, const struct result *result, size_t offer,
                   struct scored_offer *scored);

/*
 * The offers as they would stand if one were left out: where prices are relative and its bid moves
 * what they are measured by, prices, sums and requirements are made again.
 *
 * offers: a copy of the result's, which is changed; `left_out` an index into it.
 */
void price_without(const struct scoring *scoring, const struct result *result, size_t left_out,
                   struct scored_offer *offers);

/*
 * Look whether leaving out a loser would change who leads.
 *
 * result: ranked; `price_turns` is set, in the order of the offers.
 */
void price_test(const struct scoring *scoring, struct result *result);

#endif
