/*
 * The bids that prices are measured by, and the four formulas (RULES 9).
 *
 *     budget-linear        (budget - price) / (budget - floor)
 *     lowest-proportional  lowest / price
 *     linear-from-lowest   1 - (price - lowest) / lowest
 *     min-max              (highest - price) / (highest - lowest), from four bids on
 *
 * Each is held between 0 and 1: bids that do not count may lie outside lowest and highest.
 *
 * Source: RULES 9.
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_PRICE_REFERENCE_H
#define VOUCH_SCORE_PRICE_REFERENCE_H

#include "model/price_rule.h"

#include <stdbool.h>
#include <stddef.h>

struct result;

/* Bids of offers that are not excluded, under one price criterion. */
struct price_reference {
    size_t bids;
    double lowest, highest; // only where there is one
};

void price_reference_add(struct price_reference *reference, double amount);

/* The reference of a price criterion. Requires: prices have been set. */
struct price_reference price_reference_of(const struct result *result, size_t item);

/*
 * The value of a bid, 0..1, however few bids there are.
 *
 * amount: above 0. Where no bid counts, none is lower: the value is 1.
 */
double price_share(const struct price_rule *rule, const struct price_reference *reference,
                   double amount);

/* Does the formula give values by these bids? Not where budget and floor, or bids, are missing. */
bool price_is_set(const struct price_rule *rule, const struct price_reference *reference);

#endif
