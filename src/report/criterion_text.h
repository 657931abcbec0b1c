/*
 * One criterion in full, for the terminal: question, answers with their worth, proof, demands,
 * guidance, references with their topics.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_CRITERION_TEXT_H
#define VOUCH_REPORT_CRITERION_TEXT_H

#include <stddef.h>

struct arena;
struct criteria;

/* index: of a criterion, or of a section, which is shown with its criteria one after another. */
const char *criterion_text(struct arena *arena, const struct criteria *criteria, size_t index);

#endif
