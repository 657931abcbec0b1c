/*
 * One offer on its way through the scoring, step by step (score.c has their order).
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_OFFER_SCORE_H
#define VOUCH_SCORE_OFFER_SCORE_H

#include "score/scoring.h"

/* Room for an offer, and the states of its criteria. */
void offer_begin(const struct scoring *scoring, const struct offer *offer,
                 struct scored_offer *scored);

/* Each criterion by itself. */
void offer_score_criteria(const struct scoring *scoring, struct scored_offer *scored);

/* Sums and mandatory requirements. result: its gates are known. */
void offer_sum(const struct scoring *scoring, const struct result *result,
               struct scored_offer *scored);

/* Sums, requirements, what is open and the conditions: all that an outcome hangs on. Requires:
 * prices have been set. */
void offer_settle(const struct scoring *scoring, const struct result *result,
                  struct scored_offer *scored);

#endif
