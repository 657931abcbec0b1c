/*
 * Clarifications: a question asked after opening, its answer, and what that changes of an offer.
 *
 *     clarification: {number: 1, date: 2026-10-20, to: acme, question: "…", answer: "…"}
 *     answers: {SEC-04: {answer: In place, evidence: {pentest: p. 3}}}
 *     evidence: {pentest: {kind: pen-test, title: Pen test}}
 *
 * Answers stand instead of the response's, which are kept; evidence is added to it.
 *
 * Source: FORMATS, "Clarification".
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_CLARIFICATION_H
#define VOUCH_MODEL_CLARIFICATION_H

#include "base/date.h"
#include "base/loc.h"
#include "model/response.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct binder;
struct criteria;
struct diag_list;
struct input;

struct clarification {
    unsigned number;               // 1..
    struct date date;              // asked
    struct date due, answered;     // year 0: not said
    const char *to;                // the vendor's id; NULL: all of them
    bool told_all;                 // question and answer went to all vendors
    const char *question, *answer; // NULL: not said
    const size_t *items;           // criteria whose answers it changed, in tree order
    size_t item_count;
    size_t evidence_count; // pieces that it added
    const char *source;    // name of its input
    struct loc at, to_at;  // of the number, and of whom it went to
};

/* A clarification and what it lays over the response. */
struct clarification_file {
    struct clarification clarification;
    struct amendment amendment;
};

/*
 * Bind one file, but for what it lays over a response.
 *
 * Reports: CLARIFICATION_BAD (answered before it was asked, due before, answers in one to all),
 * CLARIFICATION_DOUBTFUL (asked of all and told to one, answers without a day), KEY_*, DATE_BAD, ….
 * Returns whether it is sound.
 */
bool clarification_bind(struct arena *arena, const struct input *input, struct diag_list *diags,
                        struct clarification_file *file);

/* Is its answer in? */
bool clarification_is_answered(const struct clarification *clarification);

/* The day by which an answer was expected: `due`, else the day it was asked. */
struct date clarification_deadline(const struct clarification *clarification);

/* The day it holds from: when it was answered, else when it was asked. */
struct date clarification_day(const struct clarification *clarification);

/* The answer that stands where `given`, of a clarification, is laid over `before`: `given` alone,
 * or where it replies nothing, `before` with what it adds. */
struct answer clarification_answer(struct arena *arena, const struct answer *before,
                                   const struct answer *given);

/*
 * Lay a clarification over the response of the vendor it went to.
 *
 * amendment: what it holds.
 * all:       every clarification, by index, for those laid over before; `items`, `item_count` and
 *            `evidence_count` of this one are set.
 *
 * Requires: those of one vendor come by clarification_day().
 * Reports: everything of response_amend(); CLARIFICATION_BAD (two of one day answer the same),
 * CLARIFICATION_LATER (it stands, or adds), CLARIFICATION_DOUBTFUL (a blank answer, or evidence
 * that no longer carries).
 */
void clarification_lay_over(const struct binder *binder, const struct criteria *criteria,
                            const struct amendment *amendment, struct clarification *all,
                            size_t index, struct response *response);

#endif
