/*
 * The sheet Panel: every mark and what came of it, how far the evaluators agree, and who they are.
 *
 * What is to be moderated stands first. The names of evaluators stand on this sheet alone. All of
 * it is a fact of the run; the levels may be changed on Comparison.
 *
 * Source: RULES 6; DESIGN 3. Layer: report.
 */
#ifndef VOUCH_REPORT_SHEET_PANEL_H
#define VOUCH_REPORT_SHEET_PANEL_H

#include "report/scorecard.h"

void sheet_panel(struct book *book, const struct scorecard *scorecard);

#endif
