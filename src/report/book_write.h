/*
 * Writing a book as an .xlsx, safely: the only file that includes xlsxwriter.h.
 *
 * A forked child lays the book out and runs the library on a draft beside the target; it reports
 * its first failure through a pipe. The parent reads the draft back (read/package), syncs, renames,
 * syncs the folder. Whatever fails, the old file is untouched and no draft is left. Same book, same
 * bytes.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_BOOK_WRITE_H
#define VOUCH_REPORT_BOOK_WRITE_H

#include "report/book.h"

#include <stdbool.h>

struct diag_list;

/* Lays out all sheets of a book, in order. */
struct book_content {
    const void *subject; // handed to `lay_out`
    void (*lay_out)(struct book *book, const void *subject);
    struct book_properties properties;
};

/*
 * Write the workbook. A file that is there and is a workbook neither by name nor by content is
 * never replaced.
 *
 * Reports: FILE_NOT_WRITTEN with the path and the reason.
 * Returns whether the target now holds the book.
 */
bool book_write(struct arena *arena, const struct book_content *content, const char *target,
                struct diag_list *diags);

#endif
