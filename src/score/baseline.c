#include "score/baseline.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "model/price_check.h"

bool baseline_differs(double fixed, double now)
{
    return fixed < now || fixed > now;
}

/* A baseline while changes are taken back, one after the other. */
struct taking_back {
    struct arena *arena;
    const struct criteria *criteria;
    bool has_prices; // prices are opened, so that the workbook shows their rule
    double *weights;
    struct rules *rules;
};

/* Take back one change, as far as a setting can; `rest` is the key behind its group. Returns
 * whether the setting has a cell in the workbook. */
typedef bool take_back(struct taking_back *taking, const char *rest, const char *was);

static bool take_weight(struct taking_back *taking, const char *rest, const char *was)
{
    size_t item = 0;
    return was != NULL && criteria_find(taking->arena, taking->criteria, rest, &item) &&
           number_read(was, &taking->weights[item]);
}

static bool take_ceiling(struct taking_back *taking, const char *rest, const char *was)
{
    enum grade grade;
    return was != NULL && grade_find(rest, &grade) &&
           number_read(was, &taking->rules->ceilings[grade]);
}

/* A minimum that was added was none before; one that was taken out has no row. */
static bool take_minimum(struct taking_back *taking, const char *rest, const char *was)
{
    struct rules *rules = taking->rules;
    struct minimum *minima = arena_grown(taking->arena, rules->minima, rules->minimum_count, 0,
                                         sizeof *minima);
    size_t item = 0;
    bool taken = false;
    if (!criteria_find(taking->arena, taking->criteria, rest, &item)) {
        return false;
    }
    for (size_t i = 0; i < rules->minimum_count; i++) {
        if (minima[i].item == item) {
            minima[i].least = 0;
            taken = was == NULL || number_read(was, &minima[i].least);
        }
    }
    rules->minima = minima;
    return taken;
}

static bool take_effect(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    if (was != NULL) {
        taking->rules->margin_effect = text_equal(was, "tie") ? MARGIN_TIE : MARGIN_NOTE;
    }
    return was != NULL;
}

static bool take_decimals(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    unsigned long decimals = 0;
    bool taken = was != NULL && number_read_count(was, 9, &decimals);
    if (taken) {
        taking->rules->decimals = (int)decimals;
    }
    return taken;
}

static bool take_number(double *target, const char *was)
{
    return was != NULL && number_read(was, target);
}
static bool take_acceptable(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    return take_number(&taking->rules->acceptable, was);
}
static bool take_conditions(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    return take_number(&taking->rules->with_conditions, was);
}
static bool take_complete(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    return take_number(&taking->rules->complete, was);
}
static bool take_margin(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    return take_number(&taking->rules->margin_points, was);
}

/* A bound that was not given before is none again. */
static bool take_budget(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    struct price_rule *price = &taking->rules->price;
    price->has_budget = take_number(&price->budget, was);
    return taking->has_prices;
}
static bool take_floor(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    struct price_rule *price = &taking->rules->price;
    price->has_floor = take_number(&price->floor, was);
    return taking->has_prices;
}

static bool take_formula(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    for (enum price_formula f = PRICE_BUDGET_LINEAR; f < PRICE_FORMULA_COUNT; f++) {
        if (text_equal(was, price_formula_word(f))) {
            taking->rules->price.formula = f;
        }
    }
    return false;
}

static bool take_applicable(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    taking->rules->not_applicable_accept = text_equal(was, "accept");
    return false;
}

/* The settings that can be taken back, by the group of their key in the plan. */
static const struct {
    const char *group;
    take_back *take;
    bool is_weight;
} SETTINGS[] = {
    {"weights.", take_weight, true},
    {"rules.ceilings.", take_ceiling, false},
    {"rules.bands.acceptable", take_acceptable, false},
    {"rules.bands.with_conditions", take_conditions, false},
    {"rules.complete", take_complete, false},
    {"rules.minimum.", take_minimum, false},
    {"rules.margin.points", take_margin, false},
    {"rules.margin.effect", take_effect, false},
    {"rules.decimals", take_decimals, false},
    {"rules.price.budget", take_budget, false},
    {"rules.price.floor", take_floor, false},
    {"rules.price.formula", take_formula, false},
    {"rules.not_applicable", take_applicable, false},
};

static void take(struct taking_back *taking, const struct plan_change *change,
                 struct baseline *baseline)
{
    for (size_t i = 0; i < COUNT_OF(SETTINGS); i++) {
        const char *rest = plan_key_in(change->key, SETTINGS[i].group);
        if (rest != NULL && SETTINGS[i].take(taking, rest, change->was)) {
            baseline->weights_differ += SETTINGS[i].is_weight;
            baseline->rules_differ += !SETTINGS[i].is_weight;
            return;
        }
    }
    baseline->elsewhere++;
}

struct baseline baseline_of(struct arena *arena, const struct result *result)
{
    const struct project *project = result->project;
    struct baseline baseline = {.settings = settings_of(project)};
    const struct criteria *criteria = &project->evaluation.criteria;
    struct taking_back taking = {
        .arena = arena,
        .criteria = criteria,
        .has_prices = price_any(criteria) && !result->without_price,
        .weights = arena_grown(arena, project->evaluation.weights, criteria->count, 0,
                               sizeof(double)),
        .rules = &baseline.settings.rules,
    };
    for (size_t i = 0; i < project->plan.change_count; i++) {
        take(&taking, &project->plan.changes[i], &baseline);
    }
    baseline.settings.weights = taking.weights;
    baseline.settings.without_price = result->without_price;
    baseline.differs = project->plan.change_count > 0;
    return baseline;
}
