/*
 * Claims that a response makes about its product.
 *
 * Source: FORMATS, "Response", `claims`; RULES 3.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_RESPONSE_CLAIM_H
#define VOUCH_MODEL_RESPONSE_CLAIM_H

#include "model/bind.h"
#include "model/criteria.h"
#include "model/response.h"

struct node;

/*
 * Bind the list of claims; NULL: not given. The evidence is bound before.
 *
 * Reports: CLAIM_BAD, CLAIM_BASELINE, CRITERION_UNKNOWN, EVIDENCE_UNKNOWN, KEY_*, VALUE_KIND.
 */
void claims_bind(const struct binder *binder, const struct criteria *criteria,
                 const struct node *list, struct response *response);

#endif
