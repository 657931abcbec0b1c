/*
 * Declaration: who marks, what he declares, how to mark, and how far he is.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_SHEET_DECLARATION_H
#define VOUCH_REPORT_SHEET_DECLARATION_H

struct book;
struct scoresheet_book;

void sheet_declaration(struct book *book, const struct scoresheet_book *scoresheet);

#endif
