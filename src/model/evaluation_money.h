/*
 * The buyer's money model: horizon, rate, baseline and benefits, the same for all vendors.
 *
 * Source: FORMATS, "Evaluation", `money`; RULES 10.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_EVALUATION_MONEY_H
#define VOUCH_MODEL_EVALUATION_MONEY_H

#include "model/bind.h"
#include "model/evaluation.h"

struct node;

/*
 * Bind `money`; NULL: not given.
 *
 * Reports: MONEY_BAD, NUMBER_*, KEY_*, ID_DUPLICATE, VALUE_KIND.
 */
void money_bind(const struct binder *binder, const struct node *node, struct money_model *money);

#endif
