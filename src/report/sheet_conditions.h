/*
 * Sheet Conditions: who is still in, what must be proven by when and by whom, and what must enter
 * the contract.
 *
 * Source: RULES 7. Layer: report.
 */
#ifndef VOUCH_REPORT_SHEET_CONDITIONS_H
#define VOUCH_REPORT_SHEET_CONDITIONS_H

#include "report/scorecard.h"

#include <stdbool.h>

/* Has it anything to say: a requirement, a condition, or a claim relied upon? */
bool sheet_conditions_is_there(const struct scorecard *scorecard);

void sheet_conditions(struct book *book, const struct scorecard *scorecard);

#endif
