/*
 * The plan held against its lock: is it still what was fixed, and if not, in which points?
 *
 *     weights.SEC              weight of SEC is 40, fixed as 35
 *     rules.minimum.SEC        minimum of SEC is added: 60
 *     criterion.SEC-04         criterion SEC-04 asks or counts otherwise than fixed
 *
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_PLAN_CHECK_H
#define VOUCH_MODEL_PLAN_CHECK_H

#include "model/plan_lock.h"

struct evaluation;

enum plan_state { PLAN_NONE, PLAN_UNCHANGED, PLAN_CHANGED };
const char *plan_state_word(enum plan_state state); // "none", "unchanged", "changed"

/* One point in which the plan is not as it was fixed. */
struct plan_change {
    const char *key; // "weights.SEC"
    const char *was; // as fixed; NULL: added since
    const char *is;  // NULL: taken out since
};

struct plan_check {
    enum plan_state state;             // changed where the lock was altered, too
    bool altered;                      // the lock does not match its digest
    struct plan_lock lock;             // whole unless there is none
    const struct plan_change *changes; // in byte order of keys
    size_t change_count;
};

/*
 * Compare the plan of an evaluation with its lock.
 *
 * Weights of a section count by their proportions: all of them doubled are no change. What belongs
 * to a criterion that was added or taken out is named once, by the criterion.
 *
 * lock: sound, which says nothing of whether it is intact.
 */
struct plan_check plan_compare(struct arena *arena, const struct evaluation *evaluation,
                               const struct plan_lock *lock);

/* A change in words, without full stop. Texts of the lock come as text_brief() shows them. */
const char *plan_change_text(struct arena *arena, const struct plan_change *change);

/* The first changes in words, joined: "weight of SEC is 40, fixed as 35; … and 4 more". */
const char *plan_changes_text(struct arena *arena, const struct plan_check *check, size_t most);

/*
 * The plan and its lock in a sentence without full stop: "plan fixed on 15 Oct 2026, code
 * 7F3A-91C2: unchanged", "…: changed in 3 points since", "no plan fixed yet".
 */
const char *plan_check_text(struct arena *arena, const struct plan_check *check);

#endif
