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

/* What is compared with the baseline: all inputs of the workbook (weights, rules, grades, levels of
 * the panel), and the changes of the plan that have no input. */
size_t figure_input_count(const struct result *result);

/* What of it differs in this run: 0 unless the plan was changed since it was fixed. */
size_t figure_differ_count(struct arena *arena, const struct result *result);

#endif
