/*
 * Figures: what was computed against what was published, a line each on stdout.
 *
 *     same     ahp_leader_criteria weights.Age: computed 0.0559256, expected 0.056 (within 0.0005)
 *     DIFFERS  ahp_leader_criteria CR_saaty: computed 0.0438585, expected 0.05 (within 0.0005)
 *     not here ahp_mcda_style koczkodaj: not computed here
 *
 * Layer: tests.
 */
#ifndef VOUCH_TESTS_PUBLISHED_FIGURES_H
#define VOUCH_TESTS_PUBLISHED_FIGURES_H

#include "base/loc.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct node;

struct figures {
    struct arena *arena; // borrowed
    const char *entry;   // id of the case at hand
    double tolerance;    // of the case at hand
    size_t same, different, skipped, unreadable;
};

/* Begin a case: its `id` and `tolerance`. Returns whether it has both. */
bool figures_begin(struct figures *figures, const struct node *entry);

/* A number of the file; says where there is none and returns false. */
bool figures_number(struct figures *figures, const struct node *node, double *number);

/* Is the computed figure within the case's tolerance of an expected one? */
bool figures_agree(const struct figures *figures, double computed, double expected);

/* Compare a figure. `how` says more of how it was computed; "": nothing. */
void figures_compare(struct figures *figures, const char *what, double computed,
                     const struct node *expected, const char *how);

/* Compare names, as of the best alternative. */
void figures_compare_names(struct figures *figures, const char *what, const char *computed,
                           const char *expected);

/* A figure that is published and not computed here, and why; "": nothing to say. */
void figures_skip(struct figures *figures, const char *what, const char *why);

/* A fault of the file, to stderr. */
void figures_fault(struct figures *figures, struct loc at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
