/*
 * A scored sample for tests of sheets: a tree of two sections and a criterion at the top, with a
 * requirement, a minimum and a tie rule; offers that differ in what they answer and prove.
 *
 * Layer: tests.
 */
#ifndef VOUCH_TESTS_SAMPLE_RESULT_H
#define VOUCH_TESTS_SAMPLE_RESULT_H

#include "score/score.h"

struct arena;

/* The project with so many offers, 1 to 60: they repeat after six. */
struct project *sample_project(struct arena *arena, size_t offers);

struct result sample_result(struct arena *arena, size_t offers);

/*
 * The same with a panel of two and a chair.
 *
 * GOV-03 is a text; the marks of GOV-02 and GOV-03 are Partial and In place, SEC-01 is moderated:
 * Partial for the first offer, In place for the others.
 */
struct result sample_panel_result(struct arena *arena, size_t offers);

#endif
