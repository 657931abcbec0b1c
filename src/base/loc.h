/*
 * Where something stands in an input.
 *
 * Readers fill it, everything above carries it along, and only the diagnostics print it:
 *
 *     responses/acme.yaml:57:12          a text file: line and column, columns count code points
 *     responses/globex.xlsx!Answers!C9   a workbook: the sheet, row and column of a cell
 *
 * Layer: base. Plain data.
 */
#ifndef VOUCH_BASE_LOC_H
#define VOUCH_BASE_LOC_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

struct loc {
    const char
        *source; // name of the input in its bundle, or a path given by the user; NULL: nowhere
    const char *sheet; // name of the sheet; NULL for a text file
    uint32_t line;     // 1-based line or row; 0: the input as a whole
    uint32_t column;   // 1-based column in code points, or number of the column of a cell; 0: the
                       // line as a whole
    uint32_t length;   // code points from there that the place covers; 0: not known
};

/*
 * Order of places: by source in byte order, then sheet, line and column; nowhere comes first.
 *
 * Returns: below, equal to or above 0, as strcmp().
 */
int loc_compare(struct loc a, struct loc b);

/*
 * The place as text: `responses/acme.yaml:57:12`, `file.xlsx!Sheet!C17`, or only the name of the
 * source where there is no line. Empty for nowhere.
 */
const char *loc_text(struct arena *arena, struct loc at);

#endif
