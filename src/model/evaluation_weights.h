/*
 * Weights: the evaluation's own over those of the criteria, and the stakeholders' views.
 *
 * Source: FORMATS, "Evaluation", `weights`, `within` and `views`.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_EVALUATION_WEIGHTS_H
#define VOUCH_MODEL_EVALUATION_WEIGHTS_H

#include "model/bind.h"
#include "model/evaluation.h"

struct arena;
struct node;

/* Take the weights of the criteria. */
void weights_init(struct arena *arena, struct evaluation *evaluation);

/*
 * Put those of `weights` (top-level items) and `within` (children of a section) over them; either
 * may be NULL.
 *
 * Reports: ID_UNKNOWN, WEIGHT_BAD, NUMBER_BAD, WEIGHTS_ZERO, WEIGHTS_SUM.
 */
void weights_bind(const struct binder *binder, const struct node *weights,
                  const struct node *within, struct evaluation *evaluation);

/* Bind `views`, then those that came with the criteria and fit them. Reports: ID_UNKNOWN,
 * WEIGHT_BAD, WEIGHTS_ZERO, VALUE_KIND. */
void views_bind(const struct binder *binder, const struct node *views,
                struct evaluation *evaluation);

#endif
