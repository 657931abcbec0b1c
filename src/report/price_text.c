#include "report/price_text.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "score/price_reference.h"

enum { NAME_COLUMNS = 40, VALUE_DECIMALS = 4 };

static const char *amount_text(struct arena *arena, double amount)
{
    return number_grouped(arena, amount, amount < 1000 ? 2 : 0);
}

static const char *name_of(struct arena *arena, const struct result *result, size_t offer)
{
    return text_brief(arena, result->offers[offer].offer->name, NAME_COLUMNS);
}

/* The formula with figures in place of its terms. */
static const char *terms_text(struct arena *arena, const struct price_rule *rule,
                              const struct price_reference *reference, double amount)
{
    const char *bid = amount_text(arena, amount);
    const char *lowest = amount_text(arena, reference->lowest);
    const char *highest = amount_text(arena, reference->highest);
    const char *budget = amount_text(arena, rule->budget);
    switch (rule->formula) {
    case PRICE_BUDGET_LINEAR:
        return arena_format(arena, "(%s - %s) / (%s - %s)", budget, bid, budget,
                            amount_text(arena, rule->floor));
    case PRICE_LOWEST_PROPORTIONAL:
        return arena_format(arena, "%s / %s", lowest, bid);
    case PRICE_LINEAR_FROM_LOWEST:
        return arena_format(arena, "1 - (%s - %s) / %s", bid, lowest, lowest);
    case PRICE_MIN_MAX:
        return arena_format(arena, "(%s - %s) / (%s - %s)", highest, bid, highest, lowest);
    case PRICE_FORMULA_COUNT:
        break;
    }
    return "";
}

const char *price_steps_text(struct arena *arena, const struct result *result, size_t offer,
                             size_t item)
{
    const struct price_score *price = result->offers[offer].criteria[item].price;
    const struct price_rule *rule = &result->project->evaluation.rules.price;
    struct price_reference reference = price_reference_of(result, item);
    const char *counts = price->in_reference ? "" : "; its own bid does not count: it is excluded";
    const char *word = price_formula_word(rule->formula);
    if (!price->has_value) {
        return arena_format(arena, "%s: no value by %zu bid%s that count%s", word, reference.bids,
                            reference.bids == 1 ? "" : "s", counts);
    }
    const char *value = number_fixed(arena, price->value, VALUE_DECIMALS);
    if (rule->formula == PRICE_BUDGET_LINEAR) {
        return arena_format(arena, "%s: %s = %s, within 0 to 1", word,
                            terms_text(arena, rule, &reference, price->amount), value);
    }
    if (reference.bids == 0) {
        return arena_format(arena, "%s: %s, no bid counts%s", word, value, counts);
    }
    return arena_format(arena, "%s: %s = %s, within 0 to 1, by %zu bid%s from %s to %s%s", word,
                        terms_text(arena, rule, &reference, price->amount), value, reference.bids,
                        reference.bids == 1 ? "" : "s", amount_text(arena, reference.lowest),
                        amount_text(arena, reference.highest), counts);
}

const char *price_low_text(struct arena *arena, const struct result *result, size_t offer,
                           size_t item)
{
    const struct price_score *price = result->offers[offer].criteria[item].price;
    double under = 100 * (1 - price->amount / price->others_median);
    return arena_format(arena, "%s %% under the median of the others, %s %s",
                        number_fixed(arena, under, 0), amount_text(arena, price->others_median),
                        result->project->evaluation.currency);
}

const char *price_turn_text(struct arena *arena, const struct result *result,
                            const struct price_turn *turn)
{
    return arena_format(arena, "Without %s, %s would lead: a price is measured by the other bids.",
                        name_of(arena, result, turn->left_out),
                        name_of(arena, result, turn->new_leader));
}

bool price_next_low(const struct result *result, struct price_place *place)
{
    size_t count = result->project->evaluation.criteria.count;
    for (place->item++; place->offer < result->offer_count; place->offer++) {
        for (; place->item < count; place->item++) {
            const struct price_score *price =
                result->offers[place->offer].criteria[place->item].price;
            if (price != NULL && price->abnormally_low) {
                return true;
            }
        }
        place->item = 1;
    }
    return false;
}
