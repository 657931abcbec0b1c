/*
 * Prices in words: how a bid got its value, a bid that is abnormally low, and a loser without whom
 * another would lead (RULES 9).
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_PRICE_TEXT_H
#define VOUCH_REPORT_PRICE_TEXT_H

#include "score/result.h"

struct arena;

/* The formula with its figures: "lowest-proportional: 50,000 / 100,000 = 0.5000, the lowest of 3
 * bids". Requires: there is a bid. */
const char *price_steps_text(struct arena *arena, const struct result *result, size_t offer,
                             size_t item);

/* "34 % under the median of the others, 100,000 EUR". Requires: it is abnormally low. */
const char *price_low_text(struct arena *arena, const struct result *result, size_t offer,
                           size_t item);

/* "Without Corvane, Brillwell would lead: a price is measured by the other bids." */
const char *price_turn_text(struct arena *arena, const struct result *result,
                            const struct price_turn *turn);

/* The next price that is abnormally low, behind one offer and item. Begin with `{0, 0}`. */
struct price_place {
    size_t offer, item;
};
bool price_next_low(const struct result *result, struct price_place *place);

#endif
