/*
 * Small evaluations written as text, for tests of model/: each row replaces one file of a sound one
 * and says every diagnostic that follows.
 *
 *     {"responses/acme.yaml", VENDOR "answers: {A-1: Partialy}\n",
 *      "responses/acme.yaml:2:16 ANSWER_UNKNOWN `Partialy` is not an answer to A-1"
 *      " [expected one of: Absent, Planned, Partial, In place, Measured] (did you mean
 * `Partial`?)"}
 *
 * Diagnostics are listed in order, one a line: place, code, message, [label], (help). Notes are
 * left out unless asked for.
 *
 * Layer: tests.
 */
#ifndef VOUCH_TESTS_BOUND_CASE_H
#define VOUCH_TESTS_BOUND_CASE_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/project.h"
#include "read/bundle.h"

#include <stdbool.h>
#include <stddef.h>

/* The head of a response. */
#define VENDOR "vendor: {id: acme, name: Acme}\n"
/* The head of an evaluation. */
#define HEAD "evaluation: {id: e, title: E}\ncriteria: ours.yaml\n"
/* Criteria of one criterion that the response answers, and room for more. */
#define TREE            "tree:\n  - {id: A-1, title: T, answer: maturity}\n"
#define CRITERION(body) TREE "  - {id: X, title: X, " body "}\n"

struct bound {
    struct arena arena;
    struct diag_list diags;
    struct bundle bundle;
    struct project project;
    bool sound;
};

struct bound_file {
    const char *name;
    const char *text; // NULL: the file is not there
};

/*
 * Bind the sound evaluation with some of its files replaced, or more added.
 *
 * It has evaluation.yaml, ours.yaml (A: A-1 maturity with a gate, A-2 yes_no, A-3 percent; B: B-1
 * number, B-2 money, B-3 date, B-4 choice, B-5 checklist, B-6 text, B-7 a curve),
 * criteria/evidence.yaml (policy, soc2, pilot), responses/acme.yaml.
 */
void bound_init(struct bound *bound, const struct bound_file *files, size_t count);
/* Likewise, with the check that there is no error and no warning. `row` as in check.h. */
void bound_init_sound(struct bound *bound, size_t row, const struct bound_file *files,
                      size_t count);
void bound_release(struct bound *bound);

/* Errors and warnings as text, one a line; empty: none. */
const char *bound_faults(struct bound *bound);
/* Notes likewise. */
const char *bound_notes(struct bound *bound);

struct bound_case {
    const char *file;
    const char *text;
    const char *want; // as bound_faults()
};

/* Bind each row and compare. `beside` replaces one more file in all of them; NULL: none. */
void check_bound_cases(const struct bound_file *beside, const struct bound_case *cases,
                       size_t count);

#endif
