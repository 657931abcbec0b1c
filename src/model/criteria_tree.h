/*
 * The tree of criteria as written: files laid over each other, before any item is understood.
 *
 * Source: FORMATS, "Criteria": a later file adds items to a section by naming its id with `items`
 * alone; `drop` takes out.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_CRITERIA_TREE_H
#define VOUCH_MODEL_CRITERIA_TREE_H

#include "base/map.h"
#include "model/bind.h"
#include "model/criteria_file.h"

#include <stdbool.h>
#include <stddef.h>

struct node;

/* An item as written. */
struct draft {
    const char *id;
    const struct node *node; // its map
    bool is_section;
    bool dropped;
    size_t file;   // index of the file that made it
    size_t parent; // index into drafts; 0: the whole
    size_t *children;
    size_t child_count, child_capacity;
};

struct drafts {
    struct draft *drafts; // [0] is the whole
    size_t count, capacity;
    struct map by_id; // folded id -> index
    bool complete;    // no item was left out for its faults
};

/*
 * Lay the files' trees over each other, in their order, each file's `drop` before its tree.
 *
 * drop: the evaluation's own, applied last; NULL: none.
 *
 * Reports: ID_BAD, ID_DUPLICATE, ID_UNKNOWN (in `drop`), CRITERIA_CLASH, CRITERIA_EMPTY,
 * KEY_MISSING (id), VALUE_KIND.
 */
void criteria_tree_lay(const struct binder *binder, const struct criteria_files *files,
                       const struct node *drop, struct drafts *drafts);

#endif
