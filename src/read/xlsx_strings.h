/*
 * The strings that the cells of a workbook share.
 *
 * Layer: read.
 */
#ifndef VOUCH_READ_XLSX_STRINGS_H
#define VOUCH_READ_XLSX_STRINGS_H

#include "read/xlsx_reading.h"

/*
 * Read the part into `reading->strings`. What it says of its own size is not believed.
 *
 * Reports: XLSX_BAD, INPUT_LIMIT. Returns whether it is sound.
 */
bool xlsx_read_strings(struct xlsx_reading *reading, const char *part);

#endif
