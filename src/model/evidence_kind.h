/*
 * Kinds of evidence: the grade each can reach and how long it stays current.
 *
 * Source: FORMATS, "Criteria", `kinds`; RULES 2.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_EVIDENCE_KIND_H
#define VOUCH_MODEL_EVIDENCE_KIND_H

#include "model/bind.h"
#include "model/criteria.h"

#include <stdbool.h>

struct node;

/*
 * Add the kinds of one file to those of the criteria.
 *
 * kinds: the file's `kinds`, a list of maps.
 *
 * Reports: ID_DUPLICATE or CRITERIA_CLASH for a kind that is there already, KEY_*, WORD_UNKNOWN,
 * ID_BAD.
 */
bool evidence_kinds_bind(const struct binder *binder, const struct node *kinds,
                         struct criteria *criteria);

/*
 * The index of a kind by its id.
 *
 * Reports: EVIDENCE_KIND_UNKNOWN with the nearest one; nothing where not all criteria could be
 * read.
 */
bool evidence_kind_bind(const struct binder *binder, const struct criteria *criteria,
                        const char *id, struct loc at, size_t *index);

/* The same for a text or a list of texts, as `evidence: [soc2-type2, policy]`. Returns whether all
 * are known; those that are stand in `kinds`. */
bool evidence_kinds_find(const struct binder *binder, const struct criteria *criteria,
                         const struct texts *ids, const size_t **kinds, size_t *count);

#endif
