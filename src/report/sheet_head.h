/*
 * The head that every sheet begins with, and the titles of its blocks: same thing, same place.
 *
 *     row 1   mast: what the sheet is, and on the right the evaluation and its day
 *     row 2   the message: one sentence from the data
 *     row 3   how to read it (a note), where there is one
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_SHEET_HEAD_H
#define VOUCH_REPORT_SHEET_HEAD_H

#include "report/book.h"
#include "report/scorecard.h"

struct sheet_head {
    const char *mast;            // "Record: the audit file"
    const char *message;         // the cached value where there is a formula
    const char *message_formula; // NULL: the message is a plain text
    const char *note;            // NULL: none
    uint32_t last_column;
};

enum { SHEET_HEAD_ROWS = 3, SHEET_HEAD_PIXELS = 69 }; // that it takes, the note included

void sheet_head_lay(struct book *book, const struct scorecard *scorecard,
                    const struct sheet_head *head);

/* The title of a block, with its rule from the first to the last column. */
void sheet_block_title(struct book *book, uint32_t row, uint32_t first, uint32_t last,
                       const char *title);

/* One head of a table. */
struct sheet_column {
    const char *head;
    int pixels;       // 0: the width is set elsewhere
    enum style style; // STYLE_HEAD, STYLE_HEAD_NUM …
    uint8_t indent;
};
void sheet_table_head(struct book *book, uint32_t row, uint32_t first,
                      const struct sheet_column *columns, size_t count);

#endif
