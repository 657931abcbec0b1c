/*
 * The marks of all evaluators by offer and criterion, for looking them up.
 *
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_MARK_TABLE_H
#define VOUCH_MODEL_MARK_TABLE_H

#include "model/project.h"

#include <stddef.h>

struct arena;

struct mark_table {
    const struct mark **own;       // [assessment][offer][item]; NULL: none
    const struct mark **moderated; // [offer][item]; NULL: none
    size_t offer_count;            // the project's, scored or not
    size_t item_count;
};

/* Sort the marks into their places. Those of a vendor that has no offer have none. */
void mark_table_init(struct arena *arena, const struct project *project, struct mark_table *table);

/* The evaluator's own mark, by indices into the project's assessments and offers; NULL: none. */
const struct mark *mark_table_own(const struct mark_table *table, size_t assessment, size_t offer,
                                  size_t item);

/* What the chair moderated; NULL: nothing. */
const struct mark *mark_table_moderated(const struct mark_table *table, size_t offer, size_t item);

#endif
