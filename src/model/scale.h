/*
 * Scales: named levels from lowest to highest, each with its worth.
 *
 * Source: FORMATS, "Criteria", `scales`; RULES 1.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_SCALE_H
#define VOUCH_MODEL_SCALE_H

#include "model/bind.h"
#include "model/criteria.h"

#include <stdbool.h>

struct node;

/* The scales that come with the program. */
void scales_init(const struct binder *binder, struct criteria *criteria);

/*
 * Add the scales of one file; one of a built-in's name takes its place.
 *
 * Levels that fall in worth throughout are turned round, so that places rise.
 *
 * Reports: SCALE_BAD, SCALE_FALLS, CRITERIA_CLASH, KEY_*, NUMBER_*.
 */
bool scales_bind(const struct binder *binder, const struct node *scales, struct criteria *criteria);

#endif
