/*
 * What the styles of a workbook say about its numbers: which are days, which are percentages.
 *
 * Layer: read.
 */
#ifndef VOUCH_READ_XLSX_STYLES_H
#define VOUCH_READ_XLSX_STYLES_H

#include "read/xlsx_reading.h"

/*
 * Read the part into `reading->looks`, one a style of cells.
 *
 * Reports: XLSX_BAD, INPUT_LIMIT. Returns whether it is sound.
 */
bool xlsx_read_styles(struct xlsx_reading *reading, const char *part);

/*
 * What a number format shows: a day where it holds y, d, or m without h and s; a percentage where
 * it holds a sign; both outside of quotes, brackets and escapes, in its part for positive numbers.
 * A time of day alone is a plain number.
 */
enum table_look xlsx_format_look(const char *format);

#endif
