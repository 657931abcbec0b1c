/*
 * The scorecard: the workbook of a scored evaluation, sheet by sheet.
 *
 *     struct scorecard scorecard = scorecard_of(arena, &result, version);
 *     struct book_content content = scorecard_content(&scorecard);
 *     book_write(arena, &content, "scorecard.xlsx", diags);
 *
 * Which sheets there are, in which order and under which condition is the table in scorecard.c.
 * A sheet is `void sheet_<name>(struct book *book, const struct scorecard *scorecard)` in a file of
 * its own; it takes addresses from `scorecard->layout` and memory from an arena of its own.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_SCORECARD_H
#define VOUCH_REPORT_SCORECARD_H

#include "report/book_write.h"
#include "report/layout.h"
#include "score/result.h"

struct scorecard {
    const struct result *result; // borrowed
    struct layout layout;
    const char *version;    // of the program
    const char *mast_right; // "Customer-service assistant · position as at 15 Oct 2026"
    const char *header;     // of every printed page
    const char *footer;     // likewise, with the code of the inputs
    const char *input_code; // first digits of the digest over all inputs
};

struct scorecard scorecard_of(struct arena *arena, const struct result *result,
                              const char *version);

/* Borrows the scorecard until the book is written. */
struct book_content scorecard_content(const struct scorecard *scorecard);

/* The set-up that every sheet shares: paper, header, footer; after book_begin_sheet(). */
void scorecard_page(struct book *book, const struct scorecard *scorecard);

#endif
