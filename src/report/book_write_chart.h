/*
 * Charts of a book, as charts of the writing library, with their data cached.
 *
 * Layer: report, inside book_write.
 */
#ifndef VOUCH_REPORT_BOOK_WRITE_CHART_H
#define VOUCH_REPORT_BOOK_WRITE_CHART_H

#include "report/book.h"

struct lxw_workbook;
struct lxw_worksheet;

/* Put the chart on the sheet. Returns whether the library took it. */
bool book_write_chart(struct arena *scratch, const struct chart *chart,
                      struct lxw_workbook *workbook, struct lxw_worksheet *sheet);

#endif
