/*
 * Places: cells of the sheets that formulas refer to, and their A1 text.
 *
 *     place_text(arena, (struct place){HOME_WEIGHTS, 21, 10}, HOLD_BOTH, HOME_COMPARISON)
 *         Weights!$K$22
 *
 * Rows and columns are 0-based. Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_PLACE_H
#define VOUCH_REPORT_PLACE_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

/* The sheets that formulas refer to. */
enum home {
    HOME_SUMMARY,
    HOME_COMPARISON,
    HOME_WEIGHTS,
    HOME_COUNT,
    HOME_ELSEWHERE = HOME_COUNT // a sheet that no formula of another one refers to
};
const char *home_name(enum home home);

struct place {
    enum home home;
    uint32_t row, column;
};

/* What stays put, with a `$` before it, when a formula is copied. */
enum hold { HOLD_NONE = 0, HOLD_ROW = 1, HOLD_COLUMN = 2, HOLD_BOTH = 3 };

struct place_range {
    struct place first, last;
    enum hold hold_first, hold_last;
};

/* The A1 text of a place; from another sheet than its own with that sheet's name before it. */
const char *place_text(struct arena *arena, struct place place, enum hold hold, enum home from);
const char *place_range_text(struct arena *arena, const struct place_range *range, enum home from);

/* Does a sheet's name look like a cell, letters and then digits, as `v9`? */
bool place_is_like_cell(const char *name);

#endif
