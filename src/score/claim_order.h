/*
 * The order in which claims are shown: contradicted ones first, then those that cost most.
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_CLAIM_ORDER_H
#define VOUCH_SCORE_CLAIM_ORDER_H

#include "score/result.h"

struct arena;

/* One claim of the result. */
struct claim_place {
    size_t offer; // index into result.offers
    size_t claim; // index into response.claims and scored_offer.claims
};

/*
 * Every claim of every scored offer: by state, then by points lost, then by the offers' order, then
 * as read.
 */
const struct claim_place *claim_order(struct arena *arena, const struct result *result,
                                      size_t *count);

/* What it was made of. */
const struct claim *claim_at(const struct result *result, struct claim_place place);
const struct claim_score *claim_score_at(const struct result *result, struct claim_place place);

/* Points claimed that are not evidenced. */
double claim_lost(const struct claim_score *score);

#endif
