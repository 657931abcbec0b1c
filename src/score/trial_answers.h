/*
 * Answers of made-up bids: of those that a criterion can be given, the best, one worth about a
 * half, the least that its mandatory requirement lets pass.
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_TRIAL_ANSWERS_H
#define VOUCH_SCORE_TRIAL_ANSWERS_H

#include "model/criteria.h"
#include "model/response.h"
#include "score/trial_bids.h"

/* The answer of a bid to a criterion that does not ask for a price. Texts have the level that the
 * panel gives as their place. */
struct answer trial_answer(struct arena *arena, const struct item *item, enum trial_bid bid);

#endif
