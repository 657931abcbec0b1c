/*
 * The evidence that a response lists.
 *
 * Source: FORMATS, "Response", `evidence`; RULES 2 and 12.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_RESPONSE_EVIDENCE_H
#define VOUCH_MODEL_RESPONSE_EVIDENCE_H

#include "model/bind.h"
#include "model/criteria.h"
#include "model/response.h"

struct node;

/*
 * Bind the map of evidence behind what the response has; every id is kept, so that answers find it
 * even where it is faulty.
 *
 * Reports: EVIDENCE_KIND_UNKNOWN, EVIDENCE_BUYER_ONLY, FILE_NAME_BAD, DIGEST_BAD, DATE_BAD, KEY_*,
 * EVIDENCE_DATES, WORD_UNKNOWN, VALUE_KIND; CLARIFICATION_BAD for an id that the response has.
 */
void response_evidence_bind(const struct binder *binder, const struct criteria *criteria,
                            const struct node *map, struct response *response);

#endif
