/*
 * Assessments: the marks of one evaluator, and what the chair moderated. Read and checked; not yet
 * computed.
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
    size_t level; // place on the criterion's scale
    const char *because;
    const char *dissent; // moderated only; NULL: none
    const char *outside; // moderated only: reason for leaving the range; NULL: none
    bool moderated;
    struct loc at;
};

struct assessment {
    const char *evaluator, *name, *role, *conflict;
    struct date signed_on;
    struct mark *marks;
    size_t mark_count;
    const char *source;
    struct loc at; // of the evaluator's id, or the file as a whole
};

/* Reports: MARK_BAD, VENDOR_UNKNOWN, CRITERION_UNKNOWN, KEY_*, …; an error in it is one of the
 * evaluation. */
bool assessment_bind(struct arena *arena, const struct evaluation *evaluation,
                     const struct input *input, struct diag_list *diags,
                     struct assessment *assessment);

#endif
