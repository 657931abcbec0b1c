/*
 * What an offer costs and is said to bring: costs, effects and free-form benefits.
 *
 * Source: FORMATS, "Response"; RULES 10.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_RESPONSE_MONEY_H
#define VOUCH_MODEL_RESPONSE_MONEY_H

#include "model/bind.h"
#include "model/evaluation.h"
#include "model/response.h"

struct node;

/* Each takes the node of its key; NULL: not given. */

/* Reports: MONEY_BAD, NUMBER_*, KEY_*, VALUE_KIND. */
void costs_bind(const struct binder *binder, const struct node *list, struct response *response);

/* Reports: ID_UNKNOWN (no benefit of the buyer's model), EVIDENCE_UNKNOWN, and as costs. */
void effects_bind(const struct binder *binder, const struct money_model *money,
                  const struct node *map, struct response *response);

void benefits_bind(const struct binder *binder, const struct node *list, struct response *response);

#endif
