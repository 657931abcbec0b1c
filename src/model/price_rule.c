#include "model/price_rule.h"

#include "base/text.h"
#include "model/bind.h"
#include "read/document.h"

static const struct word FORMULA_WORDS[] = {
    [PRICE_BUDGET_LINEAR] = {"budget-linear", PRICE_BUDGET_LINEAR},
    [PRICE_LOWEST_PROPORTIONAL] = {"lowest-proportional", PRICE_LOWEST_PROPORTIONAL},
    [PRICE_LINEAR_FROM_LOWEST] = {"linear-from-lowest", PRICE_LINEAR_FROM_LOWEST},
    [PRICE_MIN_MAX] = {"min-max", PRICE_MIN_MAX},
};
_Static_assert(COUNT_OF(FORMULA_WORDS) == PRICE_FORMULA_COUNT, "a word for each formula");
static const struct words FORMULAS = {FORMULA_WORDS, COUNT_OF(FORMULA_WORDS)};

struct price_draft {
    int formula;
    double budget, floor;
};

#define PLACE(member) offsetof(struct price_draft, member)

static const struct field FIELDS[] = {
    {.key = "formula", .kind = FIELD_WORD, .at = PLACE(formula), .words = &FORMULAS},
    {.key = "budget", .kind = FIELD_AMOUNT, .at = PLACE(budget), .limits = &LIMITS_MONEY},
    {.key = "floor", .kind = FIELD_AMOUNT, .at = PLACE(floor), .limits = &LIMITS_MONEY},
};
static const struct shape SHAPE = {"`price`", FIELDS, COUNT_OF(FIELDS)};

const char *price_formula_word(enum price_formula formula)
{
    return FORMULA_WORDS[formula].word;
}

bool price_formula_is_relative(enum price_formula formula)
{
    return formula != PRICE_BUDGET_LINEAR;
}

void price_rule_bind(const struct binder *binder, const struct node *node, struct price_rule *rule)
{
    struct price_draft draft = {.formula = PRICE_BUDGET_LINEAR};
    rule->given = true;
    rule->at = node->at;
    if (!bind_map(binder, node, &SHAPE, &draft)) {
        rule->faulty = true;
        return;
    }
    rule->formula = (enum price_formula)draft.formula;
    rule->budget = draft.budget;
    rule->floor = draft.floor;
    rule->has_budget = node_find(node, "budget") != NULL;
    rule->has_floor = node_find(node, "floor") != NULL;
    if (rule->has_budget && rule->has_floor && !(rule->budget > rule->floor)) {
        diag_add(binder->diags, DIAG_EVALUATION_BAD, node->at,
                 "`budget` does not lie above `floor`");
    }
}
