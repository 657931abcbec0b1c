/*
 * One criterion of one offer: from answer and evidence to claimed, evidenced, proven and "if all is
 * true" (RULES 1, 2 and 5).
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_CRITERION_H
#define VOUCH_SCORE_CRITERION_H

#include "score/scoring.h"

/*
 * Score a criterion.
 *
 * scored: state_decide() has been done; the criterion's score and item are made.
 */
void criterion_score(const struct scoring *scoring, struct scored_offer *scored, size_t index);

#endif
