/*
 * Sums: from criteria to sections to the total (RULES 4).
 *
 * A section is the weighted mean of those of its children that are in the sum. Sums run over
 * children in byte order of ids and are compensated, so that the order in the file changes no bit.
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_TREE_H
#define VOUCH_SCORE_TREE_H

#include "score/scoring.h"

/* The share of the whole of each item by the weights alone, 0..1. */
const double *tree_shares(const struct scoring *scoring);

/*
 * Sum one offer's criteria up to the total, and hand shares and points down.
 *
 * A section with nothing in the sum, or only weights of 0, is not in the sum itself.
 *
 * scored: the criteria's items and scores are set; sections, shares, points, `has_total`,
 * `published` and `gap` are made.
 */
void tree_sum(const struct scoring *scoring, struct scored_offer *scored);

/*
 * The evidenced value of a section if one of its children had another.
 *
 * Requires: section and child are in the sum.
 */
double tree_mean_with(const struct scoring *scoring, const struct item_score *items, size_t section,
                      size_t child, double evidenced);

/* How much of the weight agreed not-applicables leave: of the total, and whether of every section
 * enough for the vendor to be compared as a whole (RULES 4). Sets `compared_share` and
 * `compared_in_part`. */
void tree_compare(const struct scoring *scoring, struct scored_offer *scored);

#endif
