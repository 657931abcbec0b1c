/*
 * Chart cells: the data of the charts on Comparison, and the same figures for the charts' caches.
 *
 * One row a place in the ranking: what is claimed, evidenced, shown and proven. One row a top item:
 * best, worst and the score of each place. Rows are bound to the place, not to the vendor, so that
 * the charts stay right when weights move.
 *
 * Source: LAYOUT 11 as described in docs/workbook.md.
 * Layer: report.
 */
#ifndef VOUCH_REPORT_CHART_CELLS_H
#define VOUCH_REPORT_CHART_CELLS_H

#include "report/ranking_cells.h"

/* Write the data with their headings; nothing where no offer has a rank. */
void chart_cells(const struct ranking_sheet *ranking);

/* What those cells hold, as many as the ranges of the layout have cells. From `arena`. */
const char *const *chart_proof_names(struct arena *arena, const struct layout *layout);
const double *chart_proof_values(struct arena *arena, const struct layout *layout,
                                 enum proof_column column);
const char *const *chart_spread_names(struct arena *arena, const struct layout *layout);
const double *chart_spread_values(struct arena *arena, const struct layout *layout, size_t column);

#endif
