/*
 * A vendor's sheet: from claim to points, answer by answer. It only shows: figures are formulas
 * that take them from Comparison, and nothing refers to it.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_SHEET_VENDOR_H
#define VOUCH_REPORT_SHEET_VENDOR_H

#include "report/scorecard.h"

/* The sheet of the offer at an index of result.offers. */
void sheet_vendor(struct book *book, const struct scorecard *scorecard, size_t offer);

/* Its name: the vendor's id; a name that another sheet has gets ` (vendor)` behind it. */
const char *sheet_vendor_name(struct arena *arena, const struct offer *offer);

#endif
