/*
 * References of criteria: every one is looked up in its framework.
 *
 * Source: FORMATS, "Criteria", `refs`; criteria/frameworks/.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_CRITERIA_REFS_H
#define VOUCH_MODEL_CRITERIA_REFS_H

#include "model/framework.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct binder;
struct criteria;
struct diag_list;

/* A reference taken apart: `NIST-AI-RMF:GOVERN-2.3`. */
struct ref {
    const char *framework; // before the first colon
    const char *item;      // behind it
};

/* Take a reference apart; false where it has no colon, or nothing on one side of it. */
bool ref_read(struct arena *arena, const char *text, struct ref *ref);

/*
 * Look up every reference of the criteria. Built-in frameworks are bound when one is named first,
 * and stand in `frameworks` with those that the criteria files added.
 *
 * Reports, all of them warnings, since a reference moves no score: REF_BAD, REF_UNKNOWN with the
 * nearest framework or item, REF_WITHDRAWN.
 */
void criteria_refs_check(const struct binder *binder, const struct criteria *criteria,
                         struct frameworks *frameworks);

/* Is there a built-in framework of this id? */
bool framework_is_built_in(struct arena *scratch, const char *id);

/* Bind every built-in framework that is not bound yet, in byte order of file names. */
void frameworks_bind_all(struct arena *arena, struct diag_list *diags,
                         struct frameworks *frameworks);

#endif
