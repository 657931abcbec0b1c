/*
 * Classes of claims: what proof each needs, what to ask next, and the wordings that should make a
 * reader suspicious.
 *
 *     accuracy     tested on our task …         wordings: "100 %", "hallucination-free" …
 *     outcome      measured before and after …
 *
 * Source: criteria/claims.yaml; a criteria file of one's own may add classes and wordings in the
 * same form.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_CLAIM_CLASS_H
#define VOUCH_MODEL_CLAIM_CLASS_H

#include "model/bind.h"
#include "model/criteria.h"

#include <stdbool.h>
#include <stddef.h>

struct node;

/* What a claim may be about. */
struct claim_class {
    const char *id;
    const char *title;
    const char *proof;    // what proof it needs; NULL: not said
    const char *ask;      // the question to ask next; NULL: not said
    const char *look_for; // what goes wrong with such claims; NULL: not said
    const size_t *kinds;  // kinds of evidence that can carry it: indices into criteria.kinds
    size_t kind_count;
    struct loc at;
};

/* Words that promise more than can be shown. */
struct wording {
    const char *id;
    const char *title;        // why in one or two words; NULL: not said, the id stands for it
    const char *const *words; // matched ignoring case, as whole words
    size_t word_count;
    const char *why;
    const size_t *classes; // indices into criteria.classes
    size_t class_count;    // 0: whatever the claim is about
    struct loc at;
};

/*
 * Add the classes of a list; kinds of evidence are known before.
 *
 * Reports: KEY_*, VALUE_KIND, ID_BAD, ID_DUPLICATE, CRITERIA_CLASH, EVIDENCE_KIND_UNKNOWN.
 */
bool claim_classes_bind(const struct binder *binder, const struct node *list,
                        struct criteria *criteria);

/* Add the wordings of a list; classes are known before. Reports: as above, and
 * CLAIM_CLASS_UNKNOWN. */
bool wordings_bind(const struct binder *binder, const struct node *list, struct criteria *criteria);

/*
 * The class of an id, ignoring case.
 *
 * Reports: CLAIM_CLASS_UNKNOWN with the nearest id; says nothing where not all criteria could be
 * read.
 */
bool claim_class_find(const struct binder *binder, const struct criteria *criteria, const char *id,
                      struct loc at, size_t *index);

#endif
