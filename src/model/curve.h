/*
 * Curves: from a number to its worth, piecewise linear and clamped.
 *
 *     points (0, 0) (100, 1)      25 is worth 0.25, 120 is worth 1
 *
 * Source: RULES 1.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_CURVE_H
#define VOUCH_MODEL_CURVE_H

#include "model/criteria.h"

#include <stddef.h>

/*
 * The worth of `x`.
 *
 * points:  at least one, x strictly rising.
 * Returns: 0..1; outside the points, the worth of the nearest end.
 */
double curve_worth(const struct curve_point *points, size_t count, double x);

#endif
