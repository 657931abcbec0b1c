/*
 * Measured claims: what was measured takes the place of what was claimed (RULES 3).
 *
 *     claims "1,200 ms", measured 1,850 ms      the criterion's own curve, at 1,850
 *     claims 40 %, baseline 0 %, measured 22 %  a share: 22 / 40 = 0.55 of what was answered
 *     claims 40 %, no baseline                  shown, and changes only the grade
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_MEASUREMENT_H
#define VOUCH_SCORE_MEASUREMENT_H

#include "score/scoring.h"

/*
 * What was measured of the claims that feed a criterion; of several the lowest value.
 *
 * index: a criterion that was answered.
 * Returns: `finding` NULL where nothing measured changes the value.
 */
struct measurement measurement_find(const struct scoring *scoring, const struct offer *offer,
                                    size_t index);

/* Lower the level in force to what was measured, if that is less. */
void level_lower_to_measured(const struct answer_type *type, const struct measurement *measurement,
                             struct level_in_force *level);

#endif
