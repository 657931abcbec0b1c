/*
 * What a text becomes in a cell, so that a reader sees what is there and no program refuses the
 * workbook.
 *
 *     "a\x1B[31m\r\nb"    a‹U+001B›[31m, line feed, b
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_CELL_TEXT_H
#define VOUCH_REPORT_CELL_TEXT_H

#include <stddef.h>

struct arena;

enum {
    CELL_UNITS_MOST = 32767,   // UTF-16 units in a cell
    CELL_LINE_FEEDS_MOST = 253 // in a cell
};

/*
 * The text as a cell holds it.
 *
 * Control, bidi and zero-width characters, those that XML cannot hold and bytes that are not UTF-8
 * are shown as ‹U+202E›; line ends become LF. What is longer than a cell may be is cut, and says
 * how much is missing.
 *
 * Returns `text` itself where nothing had to be changed.
 */
const char *cell_text(struct arena *arena, const char *text);

/* The same on one line and cut with `…` to `most` UTF-16 units: for titles, messages, headers. */
const char *cell_text_within(struct arena *arena, const char *text, size_t most);

/*
 * The text as the file stores it: a literal `_x0041_`, which programs would show as `A`, becomes
 * `_x005F_x0041_`. cell_text() leaves room for it.
 */
const char *cell_text_stored(struct arena *arena, const char *text);

#endif
