/*
 * Panel cells: the panel's levels on Comparison, whichever way offers run, and the table on Weights
 * that they are looked up in.
 *
 *     panel   In place         an input; beside it the same as it was written
 *     row     4                in the table of levels, by the number of the criterion's scale
 *     worth   75
 *
 * A worth stands instead of what a finding shows, and counts as proven (RULES 5 and 6). A level
 * that is on no scale, or cleared, is none: the finding or the answer stands then.
 *
 * Source: RULES 6; DESIGN 3, "Live".
 * Layer: report.
 */
#ifndef VOUCH_REPORT_PANEL_CELLS_H
#define VOUCH_REPORT_PANEL_CELLS_H

#include "report/score_cells.h"

/* A cell of the blocks from BLOCK_PANEL on; none where no level counts. */
void panel_cell(const struct score_sheet *sheet, enum block block, size_t item, size_t offer);

/* Does any offer have a level of the criterion that may be changed? Only then has it a scale. */
bool panel_has_scale(const struct layout *layout, size_t item);

/* The number of the criterion's scale in the table. Requires: panel_has_scale(). */
double panel_scale_number(const struct layout *layout, size_t item);

/* Drop-downs on the inputs: the levels of their scale. */
void panel_validations(const struct score_sheet *sheet);

/* Of a requirement that the panel's level decides: the place in force, from the panel's cell. NULL
 * where the level may not be changed, or a place does not tell. */
const char *panel_gate_formula(const struct score_sheet *sheet, size_t gate, size_t offer);

#endif
