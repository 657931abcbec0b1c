/*
 * Outcomes, the preferred offer, and why a result is provisional (RULES 8 and 12).
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_OUTCOME_H
#define VOUCH_SCORE_OUTCOME_H

#include "score/scoring.h"

/* The outcome of an offer whose gates, rank and conditions are known; the first that holds. */
enum outcome outcome_decide(const struct scoring *scoring, const struct scored_offer *scored,
                            size_t gate_count);

/* The reasons why the result is not final, as whole sentences, in the order of the offers. */
const char *const *outcome_provisional(const struct scoring *scoring, const struct result *result,
                                       size_t *count);

/*
 * Prefer the first in rank among those acceptable and acceptable with conditions: nobody where
 * several share that rank, or while the result is provisional.
 */
void outcome_prefer(struct result *result);

#endif
