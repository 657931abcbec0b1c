/*
 * Marks: from libyaml's places, which count characters, to bytes of the text.
 *
 * A mark is followed from the last one, forwards or backwards, so that a whole file costs one walk.
 *
 * Layer: read.
 */
#ifndef VOUCH_READ_MARK_H
#define VOUCH_READ_MARK_H

#include <stdbool.h>
#include <stddef.h>

struct mark_walk {
    const char *start;
    const char *end;
    const char *at;
    size_t index; // of `at`, in code points from the start
};

void mark_walk_init(struct mark_walk *walk, const char *text, size_t size);

/* The byte at an index in code points; the end where there are fewer. */
const char *mark_walk_to(struct mark_walk *walk, size_t index);

bool mark_is_blank(char c); // blank or tab
bool mark_is_break(char c); // part of a line end

/* From here over blanks and tabs. */
const char *mark_skip_blanks(const char *at, const char *end);

/* The end of the line, without its line end. */
const char *mark_line_end(const char *at, const char *end);

/* From here over blanks, line ends and comments to what comes next; `end` where nothing does. */
const char *mark_skip_to_content(const char *at, const char *end);

/* Code points of `at` up to `end`. */
size_t mark_distance(const char *at, const char *end);

#endif
