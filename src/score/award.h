/*
 * The award: what was decided, how it stands to the ranking, and whether the result is final.
 *
 * Source: RULES 8; FORMATS, "Evaluation", `decision` and `approvals`.
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_AWARD_H
#define VOUCH_SCORE_AWARD_H

#include "score/result.h"

struct diag_list;

enum award_state {
    AWARD_NONE,         // nothing is decided
    AWARD_NOT_APPROVED, // decided, but not on a day from the position on, or signed by nobody
    AWARD_PLAN_CHANGED, // decided, and the plan is not as it was fixed: a what-if
    AWARD_PROVISIONAL,  // decided on a result that is provisional
    AWARD_FINAL,
};

struct award {
    enum award_state state;
    const struct offer *chosen;        // NULL: nothing is decided
    const struct scored_offer *scored; // of the chosen; NULL: it was not scored
    bool departs;                      // the chosen does not come first, alone or with others
    const struct decision *decision;   // borrowed: the evaluation
};

struct award award_of(const struct result *result);

/* With whom a contract would be signed: the chosen, else the first in rank. NULL: with nobody. */
const struct scored_offer *award_partner(const struct result *result);

/* Does a signature count: with the day on which it was given? */
bool signature_counts(const struct signature *signature);

/*
 * Look whether the decision goes with the result.
 *
 * Reports: DECISION_CLASH (the chosen is excluded, late, withdrawn or left out), DECISION_REASON
 * (it departs from the ranking without `why`).
 */
void award_check(const struct result *result, struct diag_list *diags);

#endif
