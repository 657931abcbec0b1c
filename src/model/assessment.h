/*
 * Assessments: the marks of one evaluator, and what the chair moderated and let count.
 *
 * Source: FORMATS, "Assessment"; RULES 6.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_ASSESSMENT_H
#define VOUCH_MODEL_ASSESSMENT_H

#include "base/date.h"
#include "base/loc.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag_list;
struct evaluation;
struct input;

struct mark {
    const char *vendor;
    struct loc vendor_at;
    size_t item;
    size_t level;     // place on the criterion's scale
    bool level_known; // it could be read; else that has been reported
    const char *because;
    const char *dissent; // moderated only; NULL: none
    const char *outside; // moderated only: reason for leaving the range; NULL: none
    bool moderated;
    struct loc at;
};

/* Whose marks of which vendor the chair lets count in spite of a conflict. */
struct admission {
    const char *evaluator;
    const char *vendor;
    struct loc evaluator_at, vendor_at;
};

enum confidentiality { CONFIDENTIAL_NOT_SAID, CONFIDENTIAL_YES, CONFIDENTIAL_NO };

struct assessment {
    const char *evaluator, *name, *role; // NULL: not said
    const char *conflict;                // as declared; NULL: nothing is declared
    enum confidentiality confidential;   // that the evaluator keeps what is read to the panel
    struct date signed_on;               // year 0: not signed
    struct mark *marks;                  // own ones, then moderated ones
    size_t mark_count;
    bool is_chairs;                     // it moderates, or lets count
    const struct admission *admissions; // `counts`, a row a vendor
    size_t admission_count;
    const char *admitted_because; // NULL: lets nothing count
    const char *plan_code;        // of the plan that a scoresheet was written for; NULL: not said
    struct loc plan_at;
    const char *source;
    struct loc at;          // of the evaluator's id, or the file as a whole
    struct loc conflict_at; // of what is declared, or as `at`
};

/* Reports: ID_BAD, MARK_BAD, VENDOR_UNKNOWN, CRITERION_UNKNOWN, KEY_*, …; an error in it is one of
 * the evaluation. */
bool assessment_bind(struct arena *arena, const struct evaluation *evaluation,
                     const struct input *input, struct diag_list *diags,
                     struct assessment *assessment);

#endif
