/*
 * Record: what was evaluated, by which rules, from which inputs, and who decided. The audit file.
 *
 * Carries the digests; the inputs themselves are not yet kept in the workbook, and it says so.
 * Layer: report.
 */
#ifndef VOUCH_REPORT_SHEET_RECORD_H
#define VOUCH_REPORT_SHEET_RECORD_H

#include "report/scorecard.h"

void sheet_record(struct book *book, const struct scorecard *scorecard);

/* Where the files stand on this sheet, as A1 text with its name: their sizes and digests. */
struct record_columns {
    const char *bytes, *digests;
};
struct record_columns record_columns_of(struct arena *arena, const struct scorecard *scorecard);

#endif
