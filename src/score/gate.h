/*
 * Gates: mandatory requirements on answers, proof and section scores (RULES 7).
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_GATE_H
#define VOUCH_SCORE_GATE_H

#include "score/scoring.h"

/* The items that have a gate: criteria in tree order, then section minima in tree order, those over
 * a price last: what hangs on no price stands before what does. */
const size_t *gate_items(const struct scoring *scoring, size_t *count);

/*
 * Judge every gate for one offer.
 *
 * gates:  as from gate_items().
 * scored: criteria and sums are known; `gates` is made.
 */
void gate_judge(const struct scoring *scoring, const size_t *gates, size_t count,
                struct scored_offer *scored);

/* Does a level pass the test of a criterion that has a gate? What its proof is worth is not asked.
 */
bool gate_level_passes(const struct item *item, const struct level_in_force *level);

/* What the gate asks of the answer: "at least Partial". */
const char *gate_requirement(struct arena *arena, const struct gate *gate);

/* Does any of the gates have this result? */
bool gate_any(const struct scored_offer *scored, size_t count, enum gate_result result);

/*
 * Say of each requirement not met that it was waived for another vendor, which is to be seen.
 *
 * result: all its offers have been judged.
 */
void gate_compare_waivers(const struct scoring *scoring, const struct result *result);

#endif
