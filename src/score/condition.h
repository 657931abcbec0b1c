/*
 * Contract conditions: what is to be written into the contract because a criterion falls short
 * (RULES 7, 8 and 12).
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_CONDITION_H
#define VOUCH_SCORE_CONDITION_H

#include "score/scoring.h"

/*
 * Propose the conditions of one offer: missed targets, waived and to-be-proven requirements.
 *
 * scored: sums and gates are known; `conditions` is made, musts first, then by points.
 */
void condition_propose(const struct scoring *scoring, size_t gate_count,
                       struct scored_offer *scored);

/* Is a must among the open ones? */
bool condition_any_must(const struct scored_offer *scored);

/*
 * See to it that the list of an offer that is acceptable with conditions is not empty: where no
 * condition is open, the three largest shortfalls become conditions: prices
 * only where nothing else falls short.
 */
void condition_add_shortfalls(const struct scoring *scoring, struct scored_offer *scored);

#endif
