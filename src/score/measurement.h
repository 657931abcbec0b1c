/*
 * Measured claims: what was measured takes the place of what was claimed (RULES 3).
 *
 *     claims "1200 ms", measured 1850 ms        the criterion's own curve, at 1850
 *     claims 40 %, baseline 0 %, measured 22 %  a share: 22 / 40 = 0.55 of what was answered
 *     claims 40 %, no baseline                  shown, and changes only the grade
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_MEASUREMENT_H
#define VOUCH_SCORE_MEASUREMENT_H

#include "score/scoring.h"

/* Is the claim linked to the criterion? */
bool claim_feeds(const struct claim *claim, size_t index);

/* What was measured of a claim, or NULL. */
const struct measured *measured_of(const struct findings *findings, const struct claim *claim);

/*
 * How much of what was claimed was measured, counted from the baseline: 0..1.
 *
 * Returns whether it can be said: it needs a figure and a baseline that differ. `*share` is touched
 * only then.
 */
bool measured_share(const struct claim *claim, const struct measured *measured, double *share);

/*
 * Is one answer worse than another, in the criterion's own terms?
 *
 * By what they are worth; where the curve gives both the same, by its direction.
 * Requires: a percentage, or a type with a curve.
 */
bool place_is_worse(const struct answer_type *type, double place, double than);

/*
 * Lower a level to one measurement, if that is less.
 *
 * In the criterion's own terms the measured figure is the level; a share leaves word, place and
 * source as they are, and lowers only the value.
 */
void level_lower_to_measured(const struct answer_type *type, const struct measurement *measurement,
                             struct level_in_force *level);

/*
 * Find what was measured of the claims that feed a criterion, and lower the level in force to it.
 *
 * index: a criterion that was answered.
 * score: `level` is the answer or what a finding shows; `measurement` is set to the lowest, its
 *        `finding` stays NULL where nothing measured can be set against the answer.
 */
void measurement_apply(const struct scoring *scoring, const struct offer *offer, size_t index,
                       struct criterion_score *score);

#endif
