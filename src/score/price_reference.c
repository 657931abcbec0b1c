#include "score/price_reference.h"

#include "score/result.h"

#include <math.h>

void price_reference_add(struct price_reference *reference, double amount)
{
    reference->lowest = reference->bids == 0 ? amount : fmin(reference->lowest, amount);
    reference->highest = reference->bids == 0 ? amount : fmax(reference->highest, amount);
    reference->bids++;
}

struct price_reference price_reference_of(const struct result *result, size_t item)
{
    struct price_reference reference = {0};
    for (size_t o = 0; o < result->offer_count; o++) {
        const struct price_score *price = result->offers[o].criteria[item].price;
        if (price != NULL && price->in_reference) {
            price_reference_add(&reference, price->amount);
        }
    }
    return reference;
}

static double clamped(double value)
{
    return fmin(fmax(value, 0), 1);
}

double price_share(const struct price_rule *rule, const struct price_reference *reference,
                   double amount)
{
    double lowest = reference->lowest;
    double span = reference->highest - lowest;
    if (rule->formula == PRICE_BUDGET_LINEAR) {
        return clamped((rule->budget - amount) / (rule->budget - rule->floor));
    }
    // Who bids no more than the lowest has nobody below: this holds with equal bids, too.
    if (reference->bids == 0 || amount <= lowest) {
        return 1;
    }
    switch (rule->formula) {
    case PRICE_LOWEST_PROPORTIONAL:
        return lowest / amount;
    case PRICE_LINEAR_FROM_LOWEST:
        return clamped(1 - (amount - lowest) / lowest);
    case PRICE_MIN_MAX:
        return span > 0 ? clamped((reference->highest - amount) / span) : 0;
    case PRICE_BUDGET_LINEAR:
    case PRICE_FORMULA_COUNT:
        break;
    }
    return 0;
}

bool price_is_set(const struct price_rule *rule, const struct price_reference *reference)
{
    switch (rule->formula) {
    case PRICE_BUDGET_LINEAR:
        return rule->has_budget && rule->has_floor;
    case PRICE_MIN_MAX:
        return reference->bids >= PRICE_MIN_MAX_BIDS;
    case PRICE_LOWEST_PROPORTIONAL:
    case PRICE_LINEAR_FROM_LOWEST:
    case PRICE_FORMULA_COUNT:
        break;
    }
    return true;
}
