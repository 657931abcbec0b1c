/*
 * Tables: what a workbook becomes, sheets of cells with a place on every cell.
 *
 *     struct tables tables;
 *     if (tables_read_xlsx(arena, input, diags, &tables)) {
 *         const struct table_cell *cell = table_find_cell(&tables.sheets[0], 17, 3);
 *     }
 *
 * Cells stand where they are and mean nothing yet: what is a heading, an id or an answer is decided
 * by whoever asks (model/), who finds them by what they say and not by fixed addresses, since rows
 * and columns may have been inserted or moved. Empty cells are not kept.
 *
 * Layer: read. Plain data.
 */
#ifndef VOUCH_READ_TABLE_H
#define VOUCH_READ_TABLE_H

#include "base/date.h"
#include "base/loc.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum table_kind {
    TABLE_NOTHING, // a formula that was never calculated, or gave an empty text
    TABLE_TEXT,
    TABLE_NUMBER,
    TABLE_TRUTH, // TRUE or FALSE, which is no word: programs translate it
    TABLE_ERROR, // `#N/A`
};

/* How a number is shown, which says what it means: 0.85 as 85 %, 46310 as a day. */
enum table_look { TABLE_LOOK_PLAIN, TABLE_LOOK_DATE, TABLE_LOOK_PERCENT };

struct table_cell {
    uint32_t row, column; // 1-based
    enum table_kind kind;
    enum table_look look;
    bool is_formula;  // the value is what a program kept of its last calculation
    const char *text; // TEXT and ERROR: valid UTF-8, line ends as LF, not empty; else NULL
    double number;    // NUMBER: finite; TRUTH: 1 or 0
};

enum table_state { TABLE_VISIBLE, TABLE_HIDDEN, TABLE_VERY_HIDDEN };

struct table {
    const char *source; // name of the input
    const char *name;   // of the sheet, as it may be shown
    enum table_state state;
    const struct table_cell *cells; // by row, then column; at most one a place
    size_t count;
};

struct tables {
    struct table *sheets; // in the order of the workbook, hidden ones too
    size_t count;
    bool since_1904; // days count from there
};

/* Limits; passing one is INPUT_LIMIT. */
enum {
    TABLE_SHEETS_MOST = 256,
    TABLE_ROWS_MOST = 1048576,
    TABLE_COLUMNS_MOST = 16384,
    TABLE_CELLS_MOST = 200000,         // that hold something, in all sheets
    TABLE_STRINGS_MOST = 200000,       // shared by cells
    TABLE_STYLES_MOST = 65536,         // of cells
    TABLE_FORMATS_MOST = 2000,         // of numbers, of the workbook's own
    TABLE_TEXT_BYTES_MOST = 256 << 10, // of one cell
    TABLE_TEXTS_BYTES_MOST = 32 << 20, // of all cells, a shared text counted wherever it stands
    TABLE_NAME_BYTES_MOST = 256,       // of a sheet
};

/* The cell at a place, or NULL where it is empty. */
const struct table_cell *table_find_cell(const struct table *table, uint32_t row, uint32_t column);

/* The first cell of a row, or where it would stand: the row's cells follow in order. */
size_t table_find_row(const struct table *table, uint32_t row);

struct loc table_loc(const struct table *table, uint32_t row, uint32_t column);
struct loc table_cell_loc(const struct table *table, const struct table_cell *cell);

/*
 * What a cell says as text, without blanks round it: its text, a number in its shortest form, a day
 * as 2026-10-15, `TRUE` or `FALSE`. "" for nothing and for an error.
 */
const char *table_cell_text(struct arena *arena, const struct tables *tables,
                            const struct table_cell *cell);

/*
 * The day of a number.
 *
 * Returns false where it is none: below the first day, past the year 9999, or the 29th of February
 * 1900, which does not exist. A time of day is left out.
 */
bool table_date(const struct tables *tables, double number, struct date *date);

#endif
