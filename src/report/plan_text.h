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

struct baseline;

/* What a result by the baseline's settings does not take back, in its three first kinds: "2 changed
 * criteria and 1 changed day"; NULL where nothing. */
const char *plan_kept_text(struct arena *arena, const struct baseline *baseline);

/*
 * What the settings as they were fixed would give, and what that does not take back: "By weights
 * and rules as fixed Acme ranks first with 71.40, ✓ acceptable; this does not take back 2 changed
 * criteria". Where nothing can be taken back it says that; NULL where nothing was changed.
 */
const char *plan_as_fixed_text(struct arena *arena, const struct result *result);

#endif
