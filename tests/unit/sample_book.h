/*
 * A small book with a bit of everything: two sheets, inputs, formulas, a map with rules, both
 * charts, a list, a filter and print set-up. Layer: tests.
 */
#ifndef VOUCH_TESTS_SAMPLE_BOOK_H
#define VOUCH_TESTS_SAMPLE_BOOK_H

#include "report/book_write.h"

struct book_content sample_book(void);

#endif
