/*
 * Score cells: the blocks of Comparison, one cell an item and offer, whichever way offers run.
 *
 *     struct score_sheet sheet = score_sheet_of(arena, book, result, layout);
 *     score_cell(&sheet, BLOCK_EVIDENCED, item, offer);
 *
 * Evidenced values follow from what was claimed, the panel's level or what a finding shows, and the
 * ceiling of the grade; sections from the criteria below them and the weights in force. What the
 * program decides (states, answers, findings) is a value. In the portfolio the columns beside the
 * evidenced score that no ranking needs are values, too.
 *
 * Source: RULES 1, 2, 4, 5; DESIGN, "Where it is computed".
 * Layer: report.
 */
#ifndef VOUCH_REPORT_SCORE_CELLS_H
#define VOUCH_REPORT_SCORE_CELLS_H

#include "report/layout.h"

struct arena;
struct book;

/* What every writer of Comparison's cells needs. */
struct score_sheet {
    struct arena *arena; // scratch: texts of one cell
    struct book *book;
    const struct result *result;
    const struct layout *layout;
    struct layout_view view;
    const double *const *shown; // per offer, per item: BLOCK_SHOWN, 0..1
};

struct score_sheet score_sheet_of(struct arena *arena, struct book *book,
                                  const struct result *result, const struct layout *layout);

const char *block_title(enum block block);
int block_pixels(enum block block); // width of its columns

/* Do its cells follow the inputs? In the portfolio some are values as evaluated. */
bool block_is_live(const struct layout *layout, enum block block);

/* Does the block hold anything for the item? (Grades and levels: criteria alone.) */
bool block_has_cell(const struct layout *layout, enum block block, size_t item);

/* Write one cell: formula and value, input, or what stands in its place. */
void score_cell(const struct score_sheet *sheet, enum block block, size_t item, size_t offer);

/* The word in the cell of the grade: the grade, `none asked` or `no answer`. */
const char *score_grade_word(const struct result *result, size_t item, size_t offer);
const char *grade_row_word(size_t row); // of the grade table on Weights

/* Is the grade of the criterion an input? */
bool score_grade_is_input(const struct result *result, size_t item, size_t offer);

/* Of evidenced, what is documented or better, per item, 0..1. From `arena`. */
const double *score_shown(struct arena *arena, const struct result *result, size_t offer);

/* Best less worst of the ranked offers, in points; best and worst are 0 where none has a score. */
struct spread {
    double best, worst; // 0..100
};
struct spread score_spread(const struct result *result, size_t item);

#endif
