#include "model/price_check.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/bind.h"
#include "model/project.h"

enum { NAME_COLUMNS = 60 };

/* The first price criterion, or NULL. */
static const struct item *first_price(const struct criteria *criteria)
{
    for (size_t i = 1; i < criteria->count; i++) {
        if (item_is_price(&criteria->items[i])) {
            return &criteria->items[i];
        }
    }
    return NULL;
}

bool price_any(const struct criteria *criteria)
{
    return first_price(criteria) != NULL;
}

bool criteria_holds_price(const struct criteria *criteria, size_t item)
{
    for (size_t i = item + 1; i <= item + criteria->items[item].span; i++) {
        if (item_is_price(&criteria->items[i])) {
            return true;
        }
    }
    return false;
}

/* Does a criterion move the total at all? */
static bool has_weight(const struct evaluation *evaluation, size_t item)
{
    for (size_t i = item; i != 0; i = evaluation->criteria.items[i].parent) {
        if (!(evaluation->weights[i] > 0)) {
            return false;
        }
    }
    return true;
}

/* An amount in the same currency that is worth less the higher it is says the same as a price. */
static bool asks_for_price(const struct evaluation *evaluation, const struct item *item)
{
    const struct answer_type *type = &item->answer;
    if (item_is_price(item)) {
        return true;
    }
    return item_is_criterion(item) && type->kind == ANSWER_MONEY && type->point_count > 1 &&
           type->points[0].y > type->points[type->point_count - 1].y && type->unit != NULL &&
           text_equal_ignoring_case(type->unit, evaluation->currency);
}

const size_t *price_ways(struct arena *arena, const struct evaluation *evaluation, size_t *count)
{
    const struct criteria *criteria = &evaluation->criteria;
    size_t *ways = arena_alloc(arena, criteria->count, sizeof *ways);
    bool any_price = false;
    *count = 0;
    for (size_t i = 1; i < criteria->count; i++) {
        if (asks_for_price(evaluation, &criteria->items[i]) && has_weight(evaluation, i)) {
            any_price = any_price || item_is_price(&criteria->items[i]);
            ways[(*count)++] = i;
        }
    }
    if (!any_price || *count < 2) {
        *count = 0;
    }
    return ways;
}

static void check_ways(const struct binder *binder, const struct evaluation *evaluation)
{
    size_t count;
    const size_t *ways = price_ways(binder->arena, evaluation, &count);
    if (count == 0) {
        return;
    }
    const struct item *items = evaluation->criteria.items;
    struct text_builder ids;
    text_builder_init(&ids, binder->arena);
    for (size_t i = 0; i < count; i++) {
        const char *joint = i == 0 ? "" : i + 1 == count ? " and " : ", ";
        text_add_format(&ids, "%s%s", joint, items[ways[i]].id);
    }
    struct diag *diag = diag_add(binder->diags, DIAG_PRICE_TWICE, items[ways[1]].at,
                                 "the price reaches the total by %zu ways: %s", count, ids.text);
    diag_help(binder->diags, diag, "give one of them all the weight that the price is to have");
}

static void check_formula(const struct binder *binder, const struct price_rule *rule,
                          const struct item *price)
{
    if (rule->faulty || rule->formula != PRICE_BUDGET_LINEAR ||
        (rule->has_budget && rule->has_floor)) {
        return;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_KEY_MISSING,
                                 rule->given ? rule->at : price->answer.at,
                                 "%s asks for a price, and the formula budget-linear needs `budget`"
                                 " and `floor`",
                                 price->id);
    diag_help(binder->diags, diag,
              "say in the evaluation's `rules`: `price: {formula: budget-linear, budget: 500000, "
              "floor: 300000}`");
}

void price_check_rule(const struct binder *binder, struct evaluation *evaluation)
{
    struct criteria *criteria = &evaluation->criteria;
    const struct price_rule *rule = &evaluation->rules.price;
    const struct item *price = first_price(criteria);
    if (price == NULL) {
        if (rule->given && criteria->complete) {
            diag_add(binder->diags, DIAG_PRICE_RULE_UNUSED, rule->at,
                     "there is a rule for prices, and no criterion asks for one");
        }
        return;
    }
    for (size_t i = 1; i < criteria->count; i++) {
        if (item_is_price(&criteria->items[i])) {
            criteria->items[i].answer.unit = evaluation->currency;
        }
    }
    check_formula(binder, rule, price);
    check_ways(binder, evaluation);
}

/* A price that is asked of everybody and not there. */
static void check_missing(const struct binder *binder, const struct item *item,
                          const struct offer *offer, const struct answer *answer)
{
    bool is_silent = answer->reply == REPLY_NONE && item->when_count == 0;
    if (!is_silent && answer->reply != REPLY_DECLINED) {
        return;
    }
    struct loc at = answer->reply == REPLY_NONE ? offer->response.at : answer->at;
    struct diag *diag = diag_add(binder->diags, DIAG_PRICE_MISSING, at,
                                 "%s gives no price for %s, which counts as 0",
                                 text_brief(binder->arena, offer->name, NAME_COLUMNS), item->id);
    diag_help(binder->diags, diag, "ask for it before the offers are compared");
}

/* How many bids came; one in a response with errors may be sound. */
static size_t bids_of(const struct binder *binder, const struct project *project, size_t index)
{
    const struct item *item = &project->evaluation.criteria.items[index];
    size_t bids = 0;
    for (size_t o = 0; o < project->offer_count; o++) {
        const struct offer *offer = &project->offers[o];
        if (offer->state == OFFER_SCORED) {
            const struct answer *answer = &offer->response.answers[index];
            bids += answer->reply == REPLY_ANSWER ? 1 : 0;
            check_missing(binder, item, offer, answer);
        }
        bids += offer->state == OFFER_FAULTY ? 1 : 0;
    }
    return bids;
}

static bool any_came(const struct project *project)
{
    for (size_t o = 0; o < project->offer_count; o++) {
        if (project->offers[o].state == OFFER_SCORED || project->offers[o].state == OFFER_FAULTY) {
            return true;
        }
    }
    return false; // which is said already
}

bool price_check_bids(const struct binder *binder, const struct project *project)
{
    const struct evaluation *evaluation = &project->evaluation;
    const struct price_rule *rule = &evaluation->rules.price;
    bool sound = true;
    for (size_t i = 1; i < evaluation->criteria.count; i++) {
        const struct item *item = &evaluation->criteria.items[i];
        if (!item_is_price(item)) {
            continue;
        }
        size_t bids = bids_of(binder, project, i);
        if (rule->formula == PRICE_MIN_MAX && bids < PRICE_MIN_MAX_BIDS && any_came(project)) {
            diag_add(binder->diags, DIAG_PRICE_BIDS, rule->at,
                     "the formula min-max needs %d bids, and %zu %s there for %s",
                     PRICE_MIN_MAX_BIDS, bids, bids == 1 ? "is" : "are", item->id);
            sound = false;
        }
    }
    return sound;
}
