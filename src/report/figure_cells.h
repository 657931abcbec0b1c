/*
 * Figure cells: single figures that formulas of several sheets share.
 *
 * Source: DESIGN, "Live"; RULES 8.
 * Layer: report.
 */
#ifndef VOUCH_REPORT_FIGURE_CELLS_H
#define VOUCH_REPORT_FIGURE_CELLS_H

#include "report/ranking_cells.h"

const char *figure_title(enum figure figure);
void figure_cell(const struct ranking_sheet *ranking, enum figure figure);

/* All inputs of the workbook that are compared with the baseline: weights, rules, grades,
 * levels of the panel. */
size_t figure_input_count(const struct result *result);

#endif
