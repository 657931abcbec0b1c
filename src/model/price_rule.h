/*
 * The price rule: which formula makes a value of a bid (`rules.price`).
 *
 *     price: {formula: budget-linear, budget: 500000, floor: 300000}
 *
 * Source: FORMATS, "Evaluation", `rules`; RULES 9.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_PRICE_RULE_H
#define VOUCH_MODEL_PRICE_RULE_H

#include "base/loc.h"

#include <stdbool.h>

struct binder;
struct node;

enum price_formula {
    PRICE_BUDGET_LINEAR, // the only one that no other bid can move
    PRICE_LOWEST_PROPORTIONAL,
    PRICE_LINEAR_FROM_LOWEST,
    PRICE_MIN_MAX,
    PRICE_FORMULA_COUNT
};
const char *price_formula_word(enum price_formula formula); // "budget-linear" …

/* The fewest bids by which min-max is worth anything: two would be 1 and 0. */
enum { PRICE_MIN_MAX_BIDS = 4 };

/* Does the value of a bid hang on other bids? */
bool price_formula_is_relative(enum price_formula formula);

struct price_rule {
    enum price_formula formula;
    double budget, floor; // in the evaluation's currency
    bool has_budget, has_floor;
    bool given;  // the evaluation says `price`
    bool faulty; // what it says could not be read, so that nothing can be called missing
    struct loc at;
};

/*
 * Bind `rules.price` onto the default.
 *
 * Reports: KEY_*, VALUE_KIND, WORD_UNKNOWN, MONEY_BAD, NUMBER_*, EVALUATION_BAD. Whether the rule
 * fits the criteria and the bids is price_check()'s to say.
 */
void price_rule_bind(const struct binder *binder, const struct node *node, struct price_rule *rule);

#endif
