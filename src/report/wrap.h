/*
 * Wrapping: text on lines of a width, for terminals.
 *
 *     wrap_text(&text, 80, "  1 ", "    ", "Name a deputy in the contract.")
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_WRAP_H
#define VOUCH_REPORT_WRAP_H

#include <stddef.h>

struct text_builder;

/*
 * Add a text, broken at blanks, with a line end behind the last line.
 *
 * width: columns of a line. A word that is wider than a line is broken.
 * first: what the first line begins with. start: what the others begin with.
 * Control and invisible characters are shown as text_brief() does. A blank text is `first` alone.
 */
void wrap_text(struct text_builder *text, size_t width, const char *first, const char *start,
               const char *words);

#endif
