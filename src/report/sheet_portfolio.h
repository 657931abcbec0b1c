/*
 * The portfolio: Comparison for more than 25 offers, with offers as rows and items as columns.
 *
 * The same cells turned; columns that no ranking needs (shown, proven, if all is true) are values.
 * Layer: report.
 */
#ifndef VOUCH_REPORT_SHEET_PORTFOLIO_H
#define VOUCH_REPORT_SHEET_PORTFOLIO_H

#include "report/comparison_page.h"

/* Lays the open sheet. */
void sheet_portfolio(const struct comparison_page *sheet, const struct scorecard *scorecard);

#endif
