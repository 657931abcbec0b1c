/*
 * Workbooks made in memory, part by part, for the tests of the reader.
 *
 *     const struct made_part parts[] = {{MADE_SHEET, MADE_ROWS("<row><c><v>1</v></c></row>")}};
 *     struct bytes bytes = made_workbook(&arena, parts, COUNT_OF(parts));
 *
 * Parts that are not given are those of a plain workbook with one sheet, `S`.
 */
#ifndef VOUCH_TESTS_MADE_WORKBOOK_H
#define VOUCH_TESTS_MADE_WORKBOOK_H

#include "base/file.h"

#include <stddef.h>

struct arena;

struct made_part {
    const char *name;
    const char *text; // NULL: the part is left out
};

#define MADE_MAIN    "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define MADE_STRICT  "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define MADE_OFFICE  "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MADE_PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

#define MADE_ROOT      "_rels/.rels"
#define MADE_WORKBOOK  "xl/workbook.xml"
#define MADE_RELATIONS "xl/_rels/workbook.xml.rels"
#define MADE_STRINGS   "xl/sharedStrings.xml"
#define MADE_STYLES    "xl/styles.xml"
#define MADE_SHEET     "xl/worksheets/sheet1.xml"

/* A sheet of these rows. */
#define MADE_ROWS(rows)                                                                            \
    "<worksheet xmlns='" MADE_MAIN "'><sheetData>" rows "</sheetData></worksheet>"

struct bytes made_workbook(struct arena *arena, const struct made_part *parts, size_t count);

/* The same, of exactly these parts. */
struct bytes made_package(struct arena *arena, const struct made_part *parts, size_t count);

#endif
