/*
 * Types of answer: what a criterion can be answered with, and what that is worth.
 *
 *     answer: maturity                        a scale
 *     answer: {number: ms, best: 200, worst: 2000}
 *     answer: {checklist: {rest: At rest, transit: {label: In transit, weight: 2}}}
 *
 * Source: FORMATS, "Criteria".
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_ANSWER_TYPE_H
#define VOUCH_MODEL_ANSWER_TYPE_H

#include "model/bind.h"
#include "model/criteria.h"

#include <stdbool.h>

struct node;

/*
 * Bind a criterion's `answer`.
 *
 * Reports: SCALE_UNKNOWN, SCALE_BAD, KEY_*, NUMBER_*. Where it returns false the type's kind is
 * ANSWER_KIND_COUNT, so that nobody judges answers by it.
 */
bool answer_type_bind(const struct binder *binder, const struct criteria *criteria,
                      const struct node *node, struct answer_type *type);

#endif
