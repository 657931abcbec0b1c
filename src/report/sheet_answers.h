/*
 * Answers: every answer of every vendor in one filtered list.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_SHEET_ANSWERS_H
#define VOUCH_REPORT_SHEET_ANSWERS_H

#include "report/scorecard.h"

enum { ANSWERS_MOST = 100000 }; // more are left to `--format csv`, and it says so

void sheet_answers(struct book *book, const struct scorecard *scorecard);

#endif
