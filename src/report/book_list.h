/*
 * Listing a book as text, for golden tests and digests: one line a cell.
 *
 *     Weights!E6 input_num number 25 [weights.GOV]
 *     Weights!G6 num formula =100*E6/SUMIFS(...) -> 25
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_BOOK_LIST_H
#define VOUCH_REPORT_BOOK_LIST_H

#include "report/book_write.h"

/* The whole listing, from `arena`. */
const char *book_list(struct arena *arena, const struct book_content *content);

#endif
