/*
 * Measuring text: how wide a text is, and how high a row of wrapped text must be. Nothing grows by
 * itself in a workbook, so the program measures. Advances are those of Calibri (and Carlito), in
 * 1/2048 of the size.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_MEASURE_H
#define VOUCH_REPORT_MEASURE_H

#include <stdbool.h>

struct arena;

/* Width in pixels at 96 dpi, on one line. */
double measure_width(const char *text, int points, bool bold);

/* Lines that a text takes in a column of `pixels` with `indent`: greedy at blanks and line ends. At
 * least 1. */
int measure_lines(const char *text, int points, bool bold, int pixels, int indent);

/* Height in pixels of a row with so many lines: max(19, 17 * lines + pad), at most 545. */
int measure_height(int lines, int pad);

/* What a text may take of a cell whose text wraps. */
struct measure_room {
    int points; // size of its font
    int pixels; // width of its column
    int indent, lines;
    const char *tail; // behind the ` …` of a text that was cut
};

/* The text cut at a word so that it fits the room, tail included; the text itself where it fits. */
const char *measure_cut(struct arena *arena, const char *text, const struct measure_room *room);

/*
 * The beginning of the text that fits the room, for texts that go on in further cells; `tail` is
 * not used. `*text` moves behind it and the blanks that follow, to "" at the end.
 */
const char *measure_part(struct arena *arena, const char **text, const struct measure_room *room);

/* The same for one line without indent and tail. */
const char *measure_cut_line(struct arena *arena, const char *text, int points, int pixels);

/* The text on one line of a cell: itself where it fits, else cut at a character, with `…`. For
 * titles, of which a part of a word says more than none. */
const char *measure_clip(struct arena *arena, const char *text, int points, bool bold, int pixels);

#endif
