/*
 * A criterion in the plan: what it asks and what each answer is worth as one canonical text, and
 * its mandatory requirement and target in words.
 *
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_PLAN_CRITERION_H
#define VOUCH_MODEL_PLAN_CRITERION_H

#include "model/criteria.h"

struct arena;

/* A text on one line: every run of blanks and line ends as one blank, none at the ends. */
const char *plan_line(struct arena *arena, const char *text);

/* Texts in byte order, joined; NULL where there is none. */
const char *plan_joined(struct arena *arena, const char *const *texts, size_t count);

/*
 * What a criterion says, a line a property, whatever the order and layout in its file: id, section,
 * title, question, answers and their worths, kinds of evidence, condition for the contract, `when`,
 * `otherwise`, `not_applicable`, `inheritable`, audience. Not its weight, requirement and target,
 * which stand in the plan themselves.
 */
const char *plan_criterion_text(struct arena *arena, const struct criteria *criteria, size_t index);

/* A mandatory requirement: "at least Partial; proof documented; may be waived by CISO". */
const char *plan_gate_text(struct arena *arena, const struct item *item);

#endif
