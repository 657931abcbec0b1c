/*
 * What a result says of its plan: whether it is the one that was fixed, and what the settings as
 * they were fixed would give.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_PLAN_TEXT_H
#define VOUCH_REPORT_PLAN_TEXT_H

#include "score/result.h"

struct arena;

/* "Plan fixed on 15 Oct 2026, code 7F3A-91C2: unchanged"; NULL where no plan is fixed. */
const char *plan_line_text(struct arena *arena, const struct result *result);

/* "By weights and rules as fixed Acme ranks first with 71.40"; NULL where all of them are. */
const char *plan_as_fixed_text(struct arena *arena, const struct result *result);

#endif
