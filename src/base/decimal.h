/*
 * Decimal rounding, half away from zero, on integers.
 *
 * Source: RULES 8. A published score is rounded to 9 decimals (the guard) and then to its decimals;
 * a spreadsheet does the same with ROUND(ROUND(x,9),d).
 *
 * Layer: base. Pure.
 */
#ifndef VOUCH_BASE_DECIMAL_H
#define VOUCH_BASE_DECIMAL_H

#include <stdint.h>

enum { DECIMAL_GUARD = 9 };

/*
 * The value in units of 10^-decimals, after rounding to the guard first.
 *
 * value:    finite, |value| below 9e9.
 * decimals: 0..DECIMAL_GUARD.
 */
int64_t decimal_units(double value, int decimals);

/* The rounded value itself: decimal_units() divided by 10^decimals. */
double decimal_round(double value, int decimals);

#endif
