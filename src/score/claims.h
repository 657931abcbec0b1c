/*
 * The claims ledger: how each claim of an offer stands, what it claims and what can be shown
 * (RULES 2, 3 and 5).
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_CLAIMS_H
#define VOUCH_SCORE_CLAIMS_H

#include "score/scoring.h"

/*
 * Judge the claims of an offer.
 *
 * scored: criteria, sums and points are known; `claims` is made.
 */
void claims_judge(const struct scoring *scoring, struct scored_offer *scored);

#endif
