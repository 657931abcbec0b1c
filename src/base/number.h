/*
 * Numbers as text: the only place where one becomes the other. And whether two are the same.
 *
 * The point is '.', whatever the locale; no NaN, no infinity, no hexadecimal, no blanks, no
 * grouping.
 *
 * Layer: base. Pure.
 */
#ifndef VOUCH_BASE_NUMBER_H
#define VOUCH_BASE_NUMBER_H

#include <stdbool.h>

struct arena;

/*
 * Read a whole text as a finite number: [-+]digits[.digits][e[-+]digits].
 *
 * Returns whether it is one; `*value` is touched only then.
 */
bool number_read(const char *text, double *value);

/* Read a whole number of 0 or more, at most `most`. */
bool number_read_count(const char *text, unsigned long most, unsigned long *value);

/* Read a number with a percent sign behind it ("8%", "8 %"); `*share` is its hundredth. */
bool number_read_percent(const char *text, double *share);

/* The shortest text that reads back to the same number: 0.1, 25, 1e+300. -0 reads 0. */
const char *number_text(struct arena *arena, double value);

/* A share as a percentage without its sign, to 9 decimals at most: 0.0725 reads 7.25. |share| below
 * 9e6. */
const char *number_percent_text(struct arena *arena, double share);

/* The number with `decimals` (0..9) digits behind the point, rounded half away from zero as
 * RULES 8. */
const char *number_fixed(struct arena *arena, double value, int decimals);

/* The same with a comma between groups of three digits: 412,000. */
const char *number_grouped(struct arena *arena, double value, int decimals);

/* Are they the same number, to the last bit? 0 and -0 are. For what was read or copied, not for
 * what was computed in two ways. */
bool number_same(double a, double b);

#endif
