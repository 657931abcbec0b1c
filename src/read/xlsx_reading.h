/*
 * A workbook while it is read: what the readers of its parts share.
 *
 * Only for the sources of read/; everybody else sees table.h.
 * Layer: read.
 */
#ifndef VOUCH_READ_XLSX_READING_H
#define VOUCH_READ_XLSX_READING_H

#include "base/diag.h"
#include "base/text.h"
#include "read/table.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct package;
struct walk;

/* A text of cells: one of the strings that they share, or one cell's own. */
struct xlsx_text {
    const char *text;
    size_t length;      // bytes
    bool has_control;   // left out of `text`, which may hold none
    uint32_t control;   // the first of them
    bool has_invisible; // bidi, zero-width or tag characters
};

struct xlsx_reading {
    struct arena *arena;   // of what is given out
    struct arena *scratch; // of what is not
    struct diag_list *diags;
    const char *source; // name of the input
    struct package *package;
    struct xlsx_text *strings;
    size_t string_count, string_capacity;
    enum table_look *looks; // of the styles of cells
    size_t look_count, look_capacity;
    size_t cell_count; // in all sheets
    size_t text_bytes; // of all cells
    bool sound;        // no error so far
};

/* Report an error: nothing of the workbook is given out. */
struct diag *xlsx_fault(struct xlsx_reading *reading, enum diag_code code, struct loc at,
                        const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The workbook as a whole. */
struct loc xlsx_whole(const struct xlsx_reading *reading);

/*
 * Walk through the part of a name, if it is there.
 *
 * Reports: XLSX_BAD. Returns whether there is nothing against it.
 */
bool xlsx_read_part(struct xlsx_reading *reading, const char *name, struct walk *walk);

/* A text that comes in pieces. */
struct xlsx_pieces {
    struct text_builder builder;
};
void xlsx_pieces_init(struct xlsx_pieces *pieces, struct arena *scratch);
void xlsx_pieces_clear(struct xlsx_pieces *pieces);

/* Returns false where it becomes longer than a cell may hold. */
bool xlsx_pieces_add(struct xlsx_pieces *pieces, const char *bytes, size_t length);

/*
 * The text that the pieces stand for, from `arena`: `_x000D_` and its like decoded, line ends as
 * LF. A control character goes into `control` alone.
 */
struct xlsx_text xlsx_pieces_text(const struct xlsx_pieces *pieces, struct arena *arena);

/* Without blanks round it, and not decoded: for numbers. Holds until more pieces come. */
const char *xlsx_pieces_word(const struct xlsx_pieces *pieces, struct arena *scratch);

#endif
