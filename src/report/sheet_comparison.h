/*
 * Comparison: the evidenced score of every item and vendor, as a heat map that reads without colour
 * too, and beside it everything it is computed from.
 *
 * Up to 25 vendors are columns; more of them are rows (sheet_portfolio). Layer: report.
 */
#ifndef VOUCH_REPORT_SHEET_COMPARISON_H
#define VOUCH_REPORT_SHEET_COMPARISON_H

#include "report/scorecard.h"

void sheet_comparison(struct book *book, const struct scorecard *scorecard);

#endif
