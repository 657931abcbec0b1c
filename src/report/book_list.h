/*
 * Listing a book as text, for golden tests and digests: one line a cell, in the order in which the
 * cells were laid out, and one line for everything else that a reader can see.
 *
 *     book title "Assistants" subject "Scorecard" author "vouch"
 *     Weights!E6 input_num/weight number 25 [weights.GOV]
 *     Weights!G6 num/points formula =100*E6/SUM(E$6:E$9) -> 25
 *     Weights!A1 mast text "Weights and rules"
 *     Weights column B:C 62
 *     Weights row 6 20 outline 1
 *     Weights rule H8:H40 =$E8<>$F8 text A34700 bold
 *     Weights validation E6:E40 decimal 0.. input "Weight" "Any number" error …
 *     Weights chart I6 bar 418x168 … and a line for each of its series
 *     Weights page print A1:M97 repeat rows 5:6 freeze C8 paper 9 pages 1 header "…" footer "…"
 *
 * Texts stand in quotes with `\n`, `\"` and `\\`; numbers as number_text() gives them.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_BOOK_LIST_H
#define VOUCH_REPORT_BOOK_LIST_H

#include "report/book_write.h"

/* The whole listing, from `arena`. */
const char *book_list(struct arena *arena, const struct book_content *content);

#endif
