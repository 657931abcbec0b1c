/*
 * Weights with reasons: an order of importance, or comparisons in pairs.
 *
 *     weighting:
 *       - {under: top, ranking: [SEC, GOV, CMP, ROI]}
 *       - {under: SEC, pairwise: [[SEC-A, SEC-B, 3], [SEC-A, SEC-C, 5], [SEC-B, SEC-C, 2]]}
 *
 * The items of a section get their shares of 100, so that single ones can be overridden in percent.
 *
 * Source: FORMATS, "Evaluation", `weighting`.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_EVALUATION_WEIGHTING_H
#define VOUCH_MODEL_EVALUATION_WEIGHTING_H

#include "model/bind.h"
#include "model/evaluation.h"

struct node;

/*
 * Bind `weighting` over the weights that the evaluation has so far; `node` may be NULL.
 *
 * All items of a section take part, but those that weigh 0 in the criteria and are not named: they
 * ask something that other items depend on, and stay at 0. Items that a ranking does not name share
 * its last places.
 *
 * Reports: KEY_*, VALUE_KIND, ID_UNKNOWN, ID_DUPLICATE, NUMBER_BAD, EVALUATION_BAD, INPUT_LIMIT,
 * WEIGHTING_DERIVED, WEIGHTING_PARTIAL, PAIRWISE_MISSING, PAIRWISE_CLASH, PAIRWISE_SCALE,
 * PAIRWISE_INCONSISTENT.
 */
void weighting_bind(const struct binder *binder, const struct node *node,
                    struct evaluation *evaluation);

#endif
