/*
 * Prices: does what is asked, ruled and bid fit together?
 *
 * Source: RULES 9.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_PRICE_CHECK_H
#define VOUCH_MODEL_PRICE_CHECK_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct binder;
struct criteria;
struct evaluation;
struct project;

/* Is there a price among the criteria? */
bool price_any(const struct criteria *criteria);

/* Is an item a section with a price somewhere below it? */
bool criteria_holds_price(const struct criteria *criteria, size_t item);

/*
 * The criteria through which the price reaches the total, where there are two ways or more: prices
 * with a weight, and beside a price amounts in the evaluation's currency of which less is better.
 *
 * Returns their items in tree order; `*count` is 0 where there is one way or none.
 */
const size_t *price_ways(struct arena *arena, const struct evaluation *evaluation, size_t *count);

/*
 * Check the price rule against the criteria, and give prices the evaluation's currency.
 *
 * evaluation: rules and weights are bound.
 *
 * Reports: KEY_MISSING, PRICE_RULE_UNUSED, PRICE_TWICE.
 */
void price_check_rule(const struct binder *binder, struct evaluation *evaluation);

/*
 * Check that there are bids, and enough of them.
 *
 * project: offers are placed.
 *
 * Reports: PRICE_BIDS, PRICE_MISSING. Returns whether prices can be scored.
 */
bool price_check_bids(const struct binder *binder, const struct project *project);

#endif
