/*
 * Comparisons: how many times as important one item of a section is as another, every pair once.
 *
 *     pairwise: [[SEC-A, SEC-B, 3], [SEC-A, SEC-C, 5], [SEC-B, SEC-C, 1/2]]
 *
 * Source: FORMATS, "Evaluation", `weighting`.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_COMPARISONS_H
#define VOUCH_MODEL_COMPARISONS_H

#include "model/weighed_section.h"

#include <stdbool.h>

struct node;

/*
 * Weigh the section's items by comparisons.
 *
 * node: the list.
 *
 * Reports: VALUE_KIND, ID_UNKNOWN, NUMBER_BAD, EVALUATION_BAD, INPUT_LIMIT, PAIRWISE_MISSING,
 * PAIRWISE_CLASH, PAIRWISE_SCALE, PAIRWISE_INCONSISTENT, WEIGHTING_DERIVED. Returns whether they
 * are weighed; `*weighting` is touched only then.
 */
bool comparisons_bind(struct weighed_section *section, const struct node *node,
                      struct weighting *weighting);

#endif
