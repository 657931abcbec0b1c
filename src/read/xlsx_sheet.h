/*
 * The cells of one sheet.
 *
 * Layer: read.
 */
#ifndef VOUCH_READ_XLSX_SHEET_H
#define VOUCH_READ_XLSX_SHEET_H

#include "read/xlsx_reading.h"

/*
 * Read the part into the table, whose name and source are set. What the sheet says of its own size
 * is not believed; rows and cells may come without references, or in any order.
 *
 * Reports: XLSX_BAD, INPUT_LIMIT, TEXT_CONTROL, TEXT_INVISIBLE. Returns whether it is sound.
 */
bool xlsx_read_sheet(struct xlsx_reading *reading, const char *part, struct table *table);

#endif
