/*
 * Items of the criteria: from a map in the tree to a section or a criterion.
 *
 * Source: FORMATS, "Criteria".
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_CRITERIA_ITEM_H
#define VOUCH_MODEL_CRITERIA_ITEM_H

#include "model/bind.h"
#include "model/criteria.h"

#include <stdbool.h>
#include <stddef.h>

struct node;

/* What is bound once all answer types are known. What is not there is NULL. */
struct item_demands {
    const struct node *gate, *target, *when;
};

/*
 * Bind the fields of one item.
 *
 * language: of texts that are given in several.
 *
 * Reports: KEY_*, VALUE_KIND, WEIGHT_BAD, WORD_UNKNOWN, EVIDENCE_KIND_UNKNOWN,
 * AUDIENCE_UNKNOWN, and what answer_type_bind() reports.
 */
bool section_bind(const struct binder *binder, const char *language, const struct node *node,
                  struct item *item);
bool criterion_bind(const struct binder *binder, const struct criteria *criteria,
                    const struct node *node, struct item *item, struct item_demands *demands);

/* Bind gate, target and conditions of the criterion at `index`. */
bool criterion_bind_demands(const struct binder *binder, const struct item_demands *demands,
                            struct criteria *criteria, size_t index);

/* A text, or a map of texts by language: the language wanted, else `en`, else the first. */
bool worded_bind(const struct binder *binder, const char *language, const char *name,
                 const struct node *node, const char **text);

#endif
