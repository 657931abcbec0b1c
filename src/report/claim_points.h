/*
 * Points that claims stand for, as cells: over the criteria that they feed, what each is worth of
 * the total times what is claimed or evidenced there.
 *
 * Live, from Comparison; in the portfolio, which has no worths, a value. More criteria than one
 * formula holds are summed in parts in the workings.
 *
 * Source: RULES 5. Layer: report.
 */
#ifndef VOUCH_REPORT_CLAIM_POINTS_H
#define VOUCH_REPORT_CLAIM_POINTS_H

#include "report/layout.h"
#include "report/sheet_flow.h"

struct claim_points {
    const struct sheet_flow *flow; // the sheet that it stands on
    const struct layout_view *view;
    const struct scored_offer *scored;
    size_t offer;        // index into result.offers
    const size_t *items; // criteria, each once
    size_t count;
};

/*
 * Write the points of the criteria.
 *
 * block: BLOCK_CLAIMED or BLOCK_EVIDENCED.
 * work:  first free column of the workings in this row.
 * Returns the first column that is still free.
 */
uint32_t claim_points_cell(const struct claim_points *points, uint32_t row, uint32_t column,
                           struct look look, enum block block, uint32_t work);

/* The same as a value. */
double claim_points_value(const struct claim_points *points, enum block block);

#endif
