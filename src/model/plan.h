/*
 * The plan of an evaluation: everything that decides how offers are judged, as a sorted list of
 * short entries that can be kept, compared and digested.
 *
 *     criterion.SEC-04    9f2c…                       what is asked, and what each answer is worth
 *     gate.SEC-04         at least Partial; proof documented
 *     rules.bands.acceptable    70
 *     weights.SEC         35
 *
 * Who is invited, comments, layout, references and guidance are no part of it.
 *
 * Source: FORMATS, "Evaluation", the lock; DESIGN 2.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_PLAN_H
#define VOUCH_MODEL_PLAN_H

#include "base/digest.h"
#include "base/loc.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct evaluation;

struct plan_entry {
    const char *key;   // unique; one line
    const char *value; // one line; never empty
    struct loc at;     // in a lock; nowhere in a plan that was made
};

struct plan {
    struct plan_entry *entries; // in byte order of keys
    size_t count;
};

/* The plan of an evaluation that is sound. */
struct plan plan_of(struct arena *arena, const struct evaluation *evaluation);

/* Put the entries into byte order of keys. */
void plan_sort(struct plan *plan);

/* The entry of a key, or NULL. */
const struct plan_entry *plan_find(const struct plan *plan, const char *key);

/* The rest of a key behind its group: `GOV` of `weights.GOV` in `weights.`; NULL: of another group.
 */
const char *plan_key_in(const char *key, const char *group);

enum { PLAN_CODE_SIZE = 10 };

/* The short code of a digest: its first eight digits as `7F3A-91C2`. */
void plan_code(struct digest digest, char code[static PLAN_CODE_SIZE]);

#endif
