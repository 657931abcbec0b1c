/*
 * The lock: a plan that was fixed, as evaluation.lock keeps it.
 *
 *     lock:
 *       format: 1
 *       evaluation: assist-2026
 *       locked: 2026-10-01T09:30Z
 *       vouch: 0.4.0
 *       digest: 7f3a91c2…
 *       code: 7F3A-91C2
 *     plan:
 *       rules.bands.acceptable: 70
 *       …
 *     earlier:
 *       - locked: 2026-09-20T08:00Z
 *         digest: …
 *         reason: Weights agreed with the works council
 *
 * The digest covers the evaluation's id, the moment, the program's version, the plan and every
 * earlier lock, so that a code that was noted elsewhere stands for all of it.
 *
 * Source: FORMATS, "Evaluation", the lock.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_PLAN_LOCK_H
#define VOUCH_MODEL_PLAN_LOCK_H

#include "base/date.h"
#include "model/plan.h"

struct diag_list;
struct input;

/* A lock that another one replaced. */
struct earlier_lock {
    struct moment locked;
    struct digest digest; // as it said
    const char *reason;   // for replacing it
    bool altered;         // it did not match its digest when it was replaced
};

struct plan_lock {
    const char *evaluation; // id
    struct loc evaluation_at;
    struct moment locked;
    const char *program; // version that wrote it
    struct digest digest;
    const char *code;
    struct plan plan;
    const struct earlier_lock *earlier; // newest first
    size_t earlier_count;
    struct loc at; // of the digest
};

/* What the lock's digest has to be. */
struct digest plan_lock_digest(struct arena *arena, const struct plan_lock *lock);

/* Does the lock say what its digest covers? False: it was edited by hand. */
bool plan_lock_is_intact(struct arena *arena, const struct plan_lock *lock);

/*
 * Read a lock.
 *
 * Reports: LOCK_BAD, KEY_*, VALUE_KIND, DIGEST_BAD, DATE_BAD, and whatever reading a document
 * reports. Returns whether it is one, which says nothing of whether it is intact.
 */
bool plan_lock_bind(struct arena *arena, const struct input *input, struct diag_list *diags,
                    struct plan_lock *lock);

/* The file of a lock, digest and code computed. */
const char *plan_lock_text(struct arena *arena, const struct plan_lock *lock);

#endif
