/*
 * What an answer is worth: from what somebody wrote to a value from 0 to 1.
 *
 * Answers, gates, targets and findings all speak in a criterion's own terms; this is where those
 * terms are read.
 *
 * Source: RULES 1; FORMATS, "YAML as we read it".
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_ANSWER_VALUE_H
#define VOUCH_MODEL_ANSWER_VALUE_H

#include "model/bind.h"
#include "model/criteria.h"

#include <stdbool.h>

struct node;

struct answer_value {
    const char *text;   // for showing: "In place", "85 %", "At rest, In transit"
    double claimed;     // 0..1; text and price: 0
    double place;       // as answer.place; percent and checklist: the share 0..1
    const bool *ticked; // checklist: per option; else NULL
};

/*
 * Read an answer to the criterion `id`.
 *
 * Reports: ANSWER_UNKNOWN, ANSWER_BAD, NUMBER_AMBIGUOUS, DATE_BAD. Returns whether it is one;
 * `*value` is touched only then.
 */
bool answer_value_bind(const struct binder *binder, const char *id, const struct answer_type *type,
                       const struct node *node, struct answer_value *value);

#endif
