/*
 * Which sheets a workbook has, in which order, and in which parts they and their strings and styles
 * are: nothing of it can be guessed from names.
 *
 * Layer: read.
 */
#ifndef VOUCH_READ_XLSX_WORKBOOK_H
#define VOUCH_READ_XLSX_WORKBOOK_H

#include "read/xlsx_reading.h"

struct xlsx_sheet_part {
    const char *name; // of the sheet, as it may be shown
    enum table_state state;
    const char *part;
};

struct xlsx_workbook {
    struct xlsx_sheet_part *sheets; // worksheets alone, in order
    size_t count, capacity;
    const char *strings, *styles; // their parts; NULL: none
    bool since_1904;
};

/*
 * Read what the package begins with. Borrows from the scratch.
 *
 * Reports: XLSX_BAD, INPUT_LIMIT. Returns whether it is sound.
 */
bool xlsx_read_workbook(struct xlsx_reading *reading, struct xlsx_workbook *workbook);

#endif
