#include "score/baseline.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "model/price_check.h"

#include <float.h>
#include <string.h>

enum { DECIMALS_MOST = 9 };

static const double SCORE_MOST = 100;

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
    struct plan_change *kept; // room for all changes
};

/* Take back one change; `rest` is the key behind its group, `was` NULL where there was nothing.
 * Returns whether that could be done: what the lock says may be no value of the setting. */
typedef bool take_back(struct taking_back *taking, const char *rest, const char *was);

static bool take_number(const char *was, double most, double *target)
{
    double value = 0;
    bool taken = was != NULL && number_read(was, &value) && value >= 0 && value <= most;
    if (taken) {
        *target = value;
    }
    return taken;
}

static bool take_weight(struct taking_back *taking, const char *rest, const char *was)
{
    size_t item = 0;
    return criteria_find(taking->arena, taking->criteria, rest, &item) &&
           take_number(was, DBL_MAX, &taking->weights[item]);
}

static bool take_ceiling(struct taking_back *taking, const char *rest, const char *was)
{
    enum grade grade;
    return grade_find(rest, &grade) && take_number(was, 1, &taking->rules->ceilings[grade]);
}

/* The minima but for that of one section, with room for one more. */
static struct minimum *minima_without(const struct taking_back *taking, size_t item, size_t *count)
{
    const struct rules *rules = taking->rules;
    struct minimum *minima = arena_alloc(taking->arena, rules->minimum_count + 1, sizeof *minima);
    *count = 0;
    for (size_t i = 0; i < rules->minimum_count; i++) {
        if (rules->minima[i].item != item) {
            minima[(*count)++] = rules->minima[i];
        }
    }
    return minima;
}

/* A minimum that was added goes, one that was taken out comes back. */
static bool take_minimum(struct taking_back *taking, const char *rest, const char *was)
{
    size_t item = 0;
    double least = 0;
    if (!criteria_find(taking->arena, taking->criteria, rest, &item) ||
        item_is_criterion(&taking->criteria->items[item]) ||
        (was != NULL && !take_number(was, SCORE_MOST, &least))) {
        return false;
    }
    size_t count = 0;
    struct minimum *minima = minima_without(taking, item, &count);
    if (was != NULL) {
        minima[count++] = (struct minimum){.item = item, .least = least};
    }
    taking->rules->minima = minima;
    taking->rules->minimum_count = count;
    return true;
}

/* Which of two words a rule was, as the plan writes them. */
static bool take_word(const char *was, const char *const words[static 2], size_t *which)
{
    for (*which = 0; *which < 2; ++*which) {
        if (text_equal(was, words[*which])) {
            return true;
        }
    }
    return false;
}

static bool take_effect(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    static const char *const WORDS[] = {[MARGIN_NOTE] = "note", [MARGIN_TIE] = "tie"};
    size_t which = 0;
    bool taken = take_word(was, WORDS, &which);
    if (taken) {
        taking->rules->margin_effect = (enum margin_effect)which;
    }
    return taken;
}

static bool take_applicable(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    static const char *const WORDS[] = {"ask", "accept"};
    size_t which = 0;
    bool taken = take_word(was, WORDS, &which);
    if (taken) {
        taking->rules->not_applicable_accept = which == 1;
    }
    return taken;
}

static bool take_debrief(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    static const char *const WORDS[] = {
        [DEBRIEF_LEADER_SECTIONS] = "leader_sections", [DEBRIEF_OWN_ONLY] = "own_only"};
    size_t which = 0;
    bool taken = take_word(was, WORDS, &which);
    if (taken) {
        taking->rules->debrief = (enum debrief_rule)which;
    }
    return taken;
}

static bool take_decimals(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    unsigned long decimals = 0;
    bool taken = was != NULL && number_read_count(was, DECIMALS_MOST, &decimals);
    if (taken) {
        taking->rules->decimals = (int)decimals;
    }
    return taken;
}

static bool take_acceptable(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    return take_number(was, SCORE_MOST, &taking->rules->acceptable);
}
static bool take_conditions(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    return take_number(was, SCORE_MOST, &taking->rules->with_conditions);
}
static bool take_complete(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    return take_number(was, 1, &taking->rules->complete);
}
static bool take_margin(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    return take_number(was, SCORE_MOST, &taking->rules->margin_points);
}

/* Ids with ", " between, as the plan writes them: all of them are known, or none is taken. */
static bool take_tie(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    static const char BETWEEN[] = ", ";
    size_t *tie = arena_alloc(taking->arena, taking->criteria->count, sizeof *tie);
    size_t count = 0;
    const char *next = text_equal(was, "none") ? NULL : was;
    if (was == NULL) {
        return false;
    }
    while (next != NULL) {
        const char *end = strstr(next, BETWEEN);
        size_t length = end == NULL ? strlen(next) : (size_t)(end - next);
        const char *id = arena_text(taking->arena, next, length);
        if (count == taking->criteria->count ||
            !criteria_find(taking->arena, taking->criteria, id, &tie[count])) {
            return false;
        }
        count++;
        next = end == NULL ? NULL : end + strlen(BETWEEN);
    }
    taking->rules->tie = tie;
    taking->rules->tie_count = count;
    return true;
}

/* A bound that was not given before is none again. */
static bool take_bound(const char *was, double *bound, bool *has_bound)
{
    bool taken = was == NULL || take_number(was, DBL_MAX, bound);
    if (taken) {
        *has_bound = was != NULL;
    }
    return taken;
}
static bool take_budget(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    struct price_rule *price = &taking->rules->price;
    return take_bound(was, &price->budget, &price->has_budget);
}
static bool take_floor(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    struct price_rule *price = &taking->rules->price;
    return take_bound(was, &price->floor, &price->has_floor);
}

static bool take_formula(struct taking_back *taking, const char *rest, const char *was)
{
    (void)rest;
    for (enum price_formula f = PRICE_BUDGET_LINEAR; f < PRICE_FORMULA_COUNT; f++) {
        if (text_equal(was, price_formula_word(f))) {
            taking->rules->price.formula = f;
            return true;
        }
    }
    return false;
}

/* Where the workbook has a cell with the setting as fixed. */
enum fixed_cell {
    CELL_NOWHERE,
    CELL_OF_WEIGHT,
    CELL_OF_RULE,  // where this evaluation has the rule
    CELL_OF_PRICE, // where prices are opened
};

/* The settings that can be taken back, by the group of their key in the plan. */
static const struct {
    const char *group;
    take_back *take;
    enum fixed_cell cell;
} SETTINGS[] = {
    {"weights.", take_weight, CELL_OF_WEIGHT},
    {"rules.ceilings.", take_ceiling, CELL_OF_RULE},
    {"rules.bands.acceptable", take_acceptable, CELL_OF_RULE},
    {"rules.bands.with_conditions", take_conditions, CELL_OF_RULE},
    {"rules.complete", take_complete, CELL_OF_RULE},
    {"rules.minimum.", take_minimum, CELL_OF_RULE},
    {"rules.margin.points", take_margin, CELL_OF_RULE},
    {"rules.margin.effect", take_effect, CELL_OF_RULE},
    {"rules.decimals", take_decimals, CELL_OF_RULE},
    {"rules.tie", take_tie, CELL_NOWHERE},
    {"rules.price.budget", take_budget, CELL_OF_PRICE},
    {"rules.price.floor", take_floor, CELL_OF_PRICE},
    {"rules.price.formula", take_formula, CELL_NOWHERE},
    {"rules.not_applicable", take_applicable, CELL_NOWHERE},
    {"rules.debrief", take_debrief, CELL_NOWHERE},
};

static void count_cell(const struct taking_back *taking, const struct plan_change *change,
                       enum fixed_cell cell, struct baseline *baseline)
{
    bool is_rule = (cell == CELL_OF_RULE && change->is != NULL) ||
                   (cell == CELL_OF_PRICE && taking->has_prices);
    baseline->weights_differ += cell == CELL_OF_WEIGHT;
    baseline->rules_differ += is_rule;
    baseline->elsewhere += cell != CELL_OF_WEIGHT && !is_rule;
}

static void take(struct taking_back *taking, const struct plan_change *change,
                 struct baseline *baseline)
{
    for (size_t i = 0; i < COUNT_OF(SETTINGS); i++) {
        const char *rest = plan_key_in(change->key, SETTINGS[i].group);
        if (rest != NULL && SETTINGS[i].take(taking, rest, change->was)) {
            count_cell(taking, change, SETTINGS[i].cell, baseline);
            baseline->taken_back++;
            return;
        }
    }
    taking->kept[baseline->kept_count++] = *change;
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
        .kept = arena_alloc(arena, project->plan.change_count, sizeof *taking.kept),
    };
    for (size_t i = 0; i < project->plan.change_count; i++) {
        take(&taking, &project->plan.changes[i], &baseline);
    }
    baseline.settings.weights = taking.weights;
    baseline.kept = taking.kept;
    baseline.settings.without_price = result->without_price;
    baseline.differs = project->plan.change_count > 0;
    return baseline;
}
