/*
 * Marks: a card a criterion, what every vendor says and shows side by side, and below it the cells
 * for level and reason. Tab goes from vendor to vendor.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_SHEET_MARKS_H
#define VOUCH_REPORT_SHEET_MARKS_H

struct book;
struct scoresheet_book;

void sheet_marks(struct book *book, const struct scoresheet_book *scoresheet);

#endif
