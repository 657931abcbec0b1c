/*
 * Item cells: the lines of Comparison along the items, whichever way they run: id, title, number,
 * weight in force, share, spread and effect.
 *
 * The weight in force is Summary's where a top weight is filled in there, else that of Weights; all
 * sums use this line. Layer: report.
 */
#ifndef VOUCH_REPORT_ITEM_CELLS_H
#define VOUCH_REPORT_ITEM_CELLS_H

#include "report/score_cells.h"

/* Parts of an item's row, which look alike on every sheet: by depth, a rule above top items. */
enum item_part { ITEM_PART_ID, ITEM_PART_TITLE, ITEM_PART_NUMBER, ITEM_PART_MACHINE };
struct look item_look(const struct layout *layout, enum item_part part, size_t item);

/* Height of an item's row in pixels, at least `least`: long titles wrap in a column of `pixels`. */
int item_row_pixels(struct arena *arena, const struct layout *layout, size_t item, int pixels,
                    int least);

/* Does the line hold anything for the item? */
bool item_has_cell(const struct layout *layout, enum line_of_items line, size_t item);

void item_cell(const struct score_sheet *sheet, enum line_of_items line, size_t item,
               struct look look);

/* A title as its cell holds it: a criterion with a requirement ends in ` · must`. */
const char *item_title_text(struct arena *arena, const struct layout *layout, size_t index);

/* How many points of the total the spread of an item moves. */
double item_effect(const struct result *result, size_t item);

/* The same, rounded to the guard, so that two alike are equal whatever the order of sums. */
double item_rounded_effect(const struct result *result, size_t item);

/* The top items with the highest and the lowest effect, the first in tree order of each. */
struct item_extremes {
    size_t most, least;
};
struct item_extremes item_extremes_of(const struct result *result, const struct layout *layout);

/* The message of Comparison: which top item separates the vendors most, and which least. Its
 * figures are FIGURE_MOST and FIGURE_LEAST. */
struct item_message {
    const char *formula;
    const char *text;
};
struct item_message item_message_of(const struct score_sheet *sheet);

#endif
