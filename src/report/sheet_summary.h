/*
 * Summary: who, how sure, and what to do, on one landscape page.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_SHEET_SUMMARY_H
#define VOUCH_REPORT_SHEET_SUMMARY_H

#include "report/scorecard.h"

void sheet_summary(struct book *book, const struct scorecard *scorecard);

#endif
