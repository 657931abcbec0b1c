/*
 * Clarifications in words: which moved a score, and by how much.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_CLARIFICATION_WORDS_H
#define VOUCH_REPORT_CLARIFICATION_WORDS_H

#include "score/result.h"

struct arena;

/* Points with their sign: "+4.20", "-0.50", "0.00". */
const char *signed_points(struct arena *arena, double points);

/* Of whom it was asked: the vendor's name, or "all vendors". */
const char *clarification_whom(const struct result *result,
                               const struct clarification *clarification);

#endif
