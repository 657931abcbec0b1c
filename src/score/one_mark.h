/*
 * The one-mark test: on which criteria would one level for one vendor change who leads? (RULES 8)
 *
 * One level up or down from the level in force, under the ceiling of its evidence; from between two
 * levels to between the next two. The panel's goes no higher than the answer. Mandatory
 * requirements are left as they are: the test is about how near the scores lie.
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_ONE_MARK_H
#define VOUCH_SCORE_ONE_MARK_H

#include "score/rank.h"

/* Find all of them, and set the result's `one_marks` and `narrow`. Requires: rank_offers(). */
void one_mark_find(const struct scoring *scoring, const struct rank_key *keys,
                   struct result *result);

#endif
