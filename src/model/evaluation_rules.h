/*
 * The rules of an evaluation, with their defaults.
 *
 * Source: FORMATS, "Evaluation", `rules`; RULES for the defaults.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_EVALUATION_RULES_H
#define VOUCH_MODEL_EVALUATION_RULES_H

#include "model/bind.h"
#include "model/evaluation.h"

struct node;

/* Every rule at its default. */
void rules_init(struct rules *rules);

/*
 * Bind `rules` onto the defaults; `minimum` also makes a gate of its sections.
 *
 * Reports: KEY_*, VALUE_KIND, NUMBER_*, WORD_UNKNOWN, ID_UNKNOWN, EVALUATION_BAD, MONEY_BAD.
 */
void rules_bind(const struct binder *binder, const struct node *node,
                struct evaluation *evaluation);

#endif
