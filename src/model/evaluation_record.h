/*
 * What is put on record beside the rules: who was invited, waivers, closed conditions, the decision
 * and who approved it.
 *
 * Source: FORMATS, "Evaluation"; RULES 7 and 12.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_EVALUATION_RECORD_H
#define VOUCH_MODEL_EVALUATION_RECORD_H

#include "model/bind.h"
#include "model/evaluation.h"

#include <stddef.h>

struct node;

/* Each takes the node of its key; NULL: not given. */

/* Reports: VENDOR_ID_BAD, ID_DUPLICATE, EVALUATION_BAD (an empty list), KEY_*, DATE_BAD. */
void invited_bind(const struct binder *binder, const struct node *list,
                  struct evaluation *evaluation);

/* Reports: WAIVER_BAD for what is no gate or may not be waived by this person, KEY_*, DATE_BAD. */
void waivers_bind(const struct binder *binder, const struct node *list,
                  struct evaluation *evaluation);

/* Reports: ID_UNKNOWN, KEY_*, DATE_BAD. */
void closed_bind(const struct binder *binder, const struct node *list,
                 struct evaluation *evaluation);

/* Reports: DECISION_OPEN for a decision that does not say who, by whom or when; KEY_*, DATE_BAD. */
void decision_bind(const struct binder *binder, const struct node *node,
                   struct evaluation *evaluation);
void approvals_bind(const struct binder *binder, const struct node *list,
                    struct evaluation *evaluation);

/*
 * Check the vendors that all of them name against those that take part.
 *
 * Reports: WAIVER_BAD for waivers, VENDOR_UNKNOWN for the rest.
 */
void evaluation_check_vendors(const struct binder *binder, const struct evaluation *evaluation,
                              const char *const *vendors, size_t count);

#endif
