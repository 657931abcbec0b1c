/*
 * Rank-order centroids: weights from an order of importance alone.
 *
 *     four items, best first: 0.5208, 0.2708, 0.1458, 0.0625
 *
 * The mean of all sets of weights that respect the order: w_k = (1/n) (1/k + 1/(k+1) + … + 1/n).
 *
 * Source: W. Edwards, F. H. Barron, SMARTS and SMARTER, Organizational Behavior and Human Decision
 * Processes 60 (1994) 306-325.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_RANK_ORDER_H
#define VOUCH_MODEL_RANK_ORDER_H

#include <stddef.h>

/*
 * The weights of `count` places, the most important first.
 *
 * weights: shape [count]; each above 0, falling, together 1.
 */
void rank_order_weights(size_t count, double *weights);

#endif
