/*
 * Sheet `Coverage` of exported criteria: one row an item of a framework, who asks for it, and why
 * nobody does where that is so.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_SHEET_COVERAGE_H
#define VOUCH_REPORT_SHEET_COVERAGE_H

#include "model/coverage.h"
#include "report/book.h"

void sheet_coverage_lay(struct book *book, const struct coverage *coverage);

#endif
