/*
 * States: answered, unanswered, declined, not applicable, not yet scored, not asked (RULES 1).
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_STATE_H
#define VOUCH_SCORE_STATE_H

#include "score/scoring.h"

/*
 * Decide the state of each criterion of one offer.
 *
 * A criterion whose `when` does not hold is not asked, whatever was replied. One that depends on a
 * criterion that is not answered, or not asked itself, is not asked either.
 *
 * scores: per item; `state` and `agreed` of the criteria are set.
 * Requires: no `when` depends on itself, which criteria_bind() has checked.
 */
void state_decide(const struct scoring *scoring, const struct offer *offer,
                  struct criterion_score *scores);

/* Does a criterion in this state count in the sum? */
bool state_is_in_sum(const struct item *item, const struct criterion_score *score);

#endif
