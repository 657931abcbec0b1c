/*
 * .xlsx workbooks, by any program that writes them, into tables with a place on every cell.
 *
 * Streams part by part through package.h, within its limits and those of table.h. Strict and
 * transitional workbooks, any namespace prefix, shared and inline strings, rich text, both date
 * systems, cells and rows without references, any place of a part.
 *
 * Layer: read.
 */
#ifndef VOUCH_READ_XLSX_H
#define VOUCH_READ_XLSX_H

#include "read/table.h"

struct diag_list;
struct input;
struct package_limits;

/*
 * Read a workbook whole, or nothing of it: every part is parsed to its end and its checksum has
 * held before anything is given out.
 *
 * A cell that stands twice with two values, or whose reference is not in its row, is refused: two
 * programs would read it in two ways. What is no .xlsx is named for what it is.
 *
 * Reports: XLSX_BAD, INPUT_LIMIT, TEXT_CONTROL, TEXT_INVISIBLE.
 * Returns whether the tables are sound.
 */
bool tables_read_xlsx(struct arena *arena, const struct input *input, struct diag_list *diags,
                      struct tables *tables);

/* The same within other limits. */
bool tables_read_xlsx_within(struct arena *arena, const struct input *input,
                             const struct package_limits *limits, struct diag_list *diags,
                             struct tables *tables);

#endif
