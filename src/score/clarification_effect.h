/*
 * What clarifications changed: each answer of one is taken back, and its vendor is scored again.
 *
 * The others stay as they are: bids that prices are measured by, and who of the panel marked all.
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_CLARIFICATION_EFFECT_H
#define VOUCH_SCORE_CLARIFICATION_EFFECT_H

#include "score/result.h"
#include "score/scoring.h"

/*
 * Find what each answer of each clarification did to its vendor's total and outcome.
 *
 * One effect a clarification and criterion. Where several answer one criterion, the later ones are
 * laid again over what stood before: one that a later one replaced wholly moves nothing.
 *
 * result: scored and decided; its `clarification_effects` are set, also those of 0 points.
 */
void clarification_effects_find(const struct scoring *scoring, struct result *result);

/* Did it move anything that is published? */
bool clarification_effect_moved(const struct clarification_effect *effect,
                                const struct result *result);

#endif
