/*
 * Criteria as a workbook: one sheet to read, discuss and mark up; not a scorecard.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_SHEET_CRITERIA_H
#define VOUCH_REPORT_SHEET_CRITERIA_H

#include "report/book_write.h"

struct coverage;
struct criteria;

/* What the workbook shows. */
struct criteria_workbook {
    const struct criteria *criteria;
    const struct coverage *coverage;
};

/* The content of a workbook with the criteria and what they cover; borrowed until it is written. */
struct book_content criteria_content(const struct criteria_workbook *workbook);

#endif
