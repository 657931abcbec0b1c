/*
 * Weights: every weight and rule, each with its input cell and, beside it, the value as fixed.
 *
 * One row an item in tree order: id, title, number, parent's number, weight (the first unlocked
 * number of its row), fixed weight, share. The rules stand on the right of the same rows.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_SHEET_WEIGHTS_H
#define VOUCH_REPORT_SHEET_WEIGHTS_H

#include "report/scorecard.h"

void sheet_weights(struct book *book, const struct scorecard *scorecard);

#endif
