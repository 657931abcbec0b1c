/*
 * The panel's levels as cells of the workbook: which of them may be changed, what stands in their
 * cells, and which scales they are looked up in.
 *
 *     In place     the word of a level, looked up in the criterion's own scale
 *     62.5         a median between two levels: what it is worth, 0 to 100
 *
 * Where a scale has a level worth less than the one below it, a lower place may be worth more, and
 * no formula over worths tells what the program decides by places: there it is a value.
 *
 * Source: RULES 6; DESIGN 3, "Live".
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_PANEL_LEVEL_H
#define VOUCH_REPORT_PANEL_LEVEL_H

#include "score/result.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Does the panel's level count in the score of the criterion? */
bool panel_level_counts(const struct result *result, size_t item, size_t offer);

/* May it be changed in the workbook, so that the score follows? */
bool panel_level_is_input(const struct result *result, size_t item, size_t offer);

/* The level as its cell holds it. Requires: it counts. */
struct panel_level {
    const char *word; // NULL: `points`
    double points;    // 0..100
};
struct panel_level panel_level_of(const struct result *result, size_t item, size_t offer);

/* What it is worth to the evidenced score, 0..100. Requires: it counts. */
double panel_level_worth(const struct result *result, size_t item, size_t offer);

/* The scales of all levels that may be changed, in the order of the criteria. */
struct panel_scales {
    const struct scale **scales; // borrowed: the criteria
    size_t count;
};
struct panel_scales panel_scales_of(struct arena *arena, const struct result *result);

/* Does the panel's level of any criterion count? */
bool panel_any_counts(const struct result *result);

/* The only level that a requirement, or the least or the most that it takes, by its place on the
 * scale; false where a place does not tell. */
bool panel_gate_place(const struct item *item, double *place);

#endif
