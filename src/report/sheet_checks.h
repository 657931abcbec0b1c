/*
 * Checks: does the workbook agree with itself and with the program? Each line reaches a figure in
 * two ways.
 *
 * Its verdict is repeated on Summary. Layer: report.
 */
#ifndef VOUCH_REPORT_SHEET_CHECKS_H
#define VOUCH_REPORT_SHEET_CHECKS_H

#include "report/scorecard.h"

void sheet_checks(struct book *book, const struct scorecard *scorecard);

/* The cell of the verdict as A1 text, with the name of the sheet; and what it says when written. */
const char *checks_verdict_at(struct arena *arena);
const char *checks_verdict_text(struct arena *arena, const struct scorecard *scorecard);

#endif
