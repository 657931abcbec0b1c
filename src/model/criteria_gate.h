/*
 * What a criterion demands: its mandatory requirement, its target, and when it is asked.
 *
 * All three speak in answers, so all answer types are bound before.
 *
 * Source: FORMATS, "Criteria"; RULES 7 and 12.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_CRITERIA_GATE_H
#define VOUCH_MODEL_CRITERIA_GATE_H

#include "model/bind.h"
#include "model/criteria.h"

#include <stdbool.h>

struct node;

/* Bind `gate` onto the item. Reports: GATE_BAD, KEY_*, DATE_BAD, WORD_UNKNOWN. */
bool gate_bind(const struct binder *binder, const struct node *node, struct item *item);

/* Bind `target` onto the item. Reports: ANSWER_UNKNOWN, ANSWER_BAD. */
bool target_bind(const struct binder *binder, const struct node *node, struct item *item);

/*
 * Bind `when` onto the item at `index`.
 *
 * Reports: ID_UNKNOWN, WHEN_BAD, VALUE_KIND.
 */
bool when_bind(const struct binder *binder, const struct node *node, struct criteria *criteria,
               size_t index);

/* Report each circle of conditions once: WHEN_CYCLE. */
bool when_check_cycles(const struct binder *binder, const struct criteria *criteria);

#endif
