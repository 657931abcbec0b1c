#include "report/figure_cells.h"

#include "base/arena.h"
#include "base/decimal.h"
#include "base/text.h"
#include "model/price_check.h"
#include "report/item_cells.h"
#include "score/baseline.h"

enum { RULE_INPUTS = 5 }; // two bands, complete, margin, decimals; ceilings and minima come on top

static struct arena *scratch(const struct ranking_sheet *ranking)
{
    return ranking->scores->arena;
}

/* Budget and floor, where they are given and prices are opened. */
static size_t price_input_count(const struct result *result)
{
    const struct evaluation *evaluation = &result->project->evaluation;
    const struct price_rule *rule = &evaluation->rules.price;
    if (result->without_price || !price_any(&evaluation->criteria)) {
        return 0;
    }
    return (rule->has_budget ? 1U : 0U) + (rule->has_floor ? 1U : 0U);
}

size_t figure_input_count(const struct result *result)
{
    const struct evaluation *evaluation = &result->project->evaluation;
    const struct criteria *criteria = &evaluation->criteria;
    size_t count = criteria->count - 1 + GRADE_COUNT + evaluation->rules.minimum_count +
                   RULE_INPUTS + price_input_count(result);
    for (size_t o = 0; o < result->offer_count; o++) {
        for (size_t i = 1; i < criteria->count; i++) {
            bool leaf = item_is_criterion(&criteria->items[i]);
            count += leaf && score_grade_is_input(result, i, o) ? 1 : 0;
            count += panel_level_is_input(result, i, o) ? 1 : 0;
        }
    }
    struct arena arena;
    arena_init(&arena);
    count += baseline_of(&arena, result).elsewhere;
    arena_release(&arena);
    return count;
}

size_t figure_differ_count(struct arena *arena, const struct result *result)
{
    struct baseline baseline = baseline_of(arena, result);
    return baseline.weights_differ + baseline.rules_differ + baseline.elsewhere;
}

/* Formulas of the figures. NULL: a value. */

static const char *ranked_formula(const struct ranking_sheet *ranking)
{
    return arena_format(scratch(ranking), "=COUNTIF(%s,\">=0\")",
                        layout_works_at(&ranking->scores->view, WORK_KEY));
}

static const char *best_formula(const struct ranking_sheet *ranking)
{
    return arena_format(scratch(ranking), "=MAX(%s)",
                        layout_works_at(&ranking->scores->view, WORK_KEY));
}

static const char *second_formula(const struct ranking_sheet *ranking)
{
    const struct layout_view *view = &ranking->scores->view;
    if (ranking->scores->layout->offer_count < 2) {
        return NULL;
    }
    return arena_format(scratch(ranking), "=%s",
                        layout_pick_ranked(view, layout_works_at(view, WORK_KEY), "2"));
}

static const char *leaders_formula(const struct ranking_sheet *ranking)
{
    const struct layout_view *view = &ranking->scores->view;
    return arena_format(scratch(ranking), "=IF(%s=0,0,COUNTIF(%s,1))",
                        layout_figure_at(view, FIGURE_RANKED), layout_works_at(view, WORK_RANK));
}

static const char *lead_formula(const struct ranking_sheet *ranking)
{
    const struct layout_view *view = &ranking->scores->view;
    const char *second = layout_figure_at(view, FIGURE_SECOND);
    return arena_format(scratch(ranking), "=IF(%s<0,0,ROUND(%s-%s,%s))", second,
                        layout_pick_ranked(view, layout_works_at(view, WORK_KEY), "1"), second,
                        layout_rule_at(view, RULE_GUARD));
}

static const char *weights_differ_formula(const struct ranking_sheet *ranking)
{
    return arena_format(scratch(ranking), "=COUNTIF(%s,\"≠ what-if\")",
                        layout_weights_at(&ranking->scores->view, WEIGHT_CHANGED));
}

/* `SUMPRODUCT((inputs<>fixed)*1)` over rows of the rules' inputs. */
static const char *differing(const struct ranking_sheet *ranking, struct place first,
                             struct place last)
{
    const struct layout_view *view = &ranking->scores->view;
    struct place first_fixed = {first.home, first.row, first.column + 1};
    struct place last_fixed = {last.home, last.row, last.column + 1};
    return arena_format(scratch(ranking), "SUMPRODUCT((%s<>%s)*1)",
                        layout_range_text(view, first, last),
                        layout_range_text(view, first_fixed, last_fixed));
}

static const char *rules_differ_formula(const struct ranking_sheet *ranking)
{
    const struct layout *layout = ranking->scores->layout;
    size_t minima = ranking->scores->result->project->evaluation.rules.minimum_count;
    struct place bands_end = minima > 0 ? layout_minimum(layout, minima - 1)
                                        : layout_rule(layout, RULE_COMPLETE);
    const char *prices = layout->price_count == 0
                             ? ""
                             : arena_format(scratch(ranking), "+%s",
                                            differing(ranking,
                                                      layout_price_rule(layout, PRICE_RULE_BUDGET),
                                                      layout_price_rule(layout, PRICE_RULE_FLOOR)));
    return arena_format(
        scratch(ranking), "=%s+%s+%s%s",
        differing(ranking, layout_grade(layout, GRADE_CEILINGS, 0),
                  layout_grade(layout, GRADE_CEILINGS, GRADE_COUNT - 1)),
        differing(ranking, layout_rule(layout, RULE_ACCEPTABLE), bands_end),
        differing(ranking, layout_rule(layout, RULE_MARGIN), layout_rule(layout, RULE_DECIMALS)),
        prices);
}

static const char *grades_differ_formula(const struct ranking_sheet *ranking)
{
    const struct layout_view *view = &ranking->scores->view;
    return arena_format(scratch(ranking), "=SUMPRODUCT((%s<>%s)*1)",
                        layout_block_whole(view, BLOCK_GRADE),
                        layout_block_whole(view, BLOCK_GRADE_FIXED));
}

static const char *panel_differ_formula(const struct ranking_sheet *ranking)
{
    const struct layout_view *view = &ranking->scores->view;
    return !ranking->scores->layout->has_panel
               ? NULL
               : arena_format(scratch(ranking), "=SUMPRODUCT((%s<>%s)*1)",
                              layout_block_whole(view, BLOCK_PANEL),
                              layout_block_whole(view, BLOCK_PANEL_FIXED));
}

static const char *differ_formula(const struct ranking_sheet *ranking)
{
    const struct layout_view *view = &ranking->scores->view;
    return arena_format(
        scratch(ranking), "=%s+%s+%s+%s+%s", layout_figure_at(view, FIGURE_WEIGHTS_DIFFER),
        layout_figure_at(view, FIGURE_RULES_DIFFER), layout_figure_at(view, FIGURE_GRADES_DIFFER),
        layout_figure_at(view, FIGURE_PANEL_DIFFER), layout_figure_at(view, FIGURE_PLAN_DIFFER));
}

static const char *no_formula(const struct ranking_sheet *ranking)
{
    (void)ranking;
    return NULL;
}

static const char *extreme_formula(const struct ranking_sheet *ranking, const char *function)
{
    return arena_format(scratch(ranking), "=ROUND(%s(%s),1)", function,
                        layout_items_whole(&ranking->scores->view, ITEMS_TOP));
}

static const char *most_formula(const struct ranking_sheet *ranking)
{
    return extreme_formula(ranking, "MAX");
}
static const char *least_formula(const struct ranking_sheet *ranking)
{
    return extreme_formula(ranking, "MIN");
}

/* The title of the top item with the highest or lowest effect: a lookup, or the only one. */
static const char *extreme_title_formula(const struct ranking_sheet *ranking, const char *function)
{
    const struct layout *layout = ranking->scores->layout;
    const struct layout_view *view = &ranking->scores->view;
    if (layout->item_count < 3) { // a range of one cell is no range to every program
        return arena_format(scratch(ranking), "=%s",
                            layout_items_at(view, ITEMS_TITLE, layout->tops[0]));
    }
    const char *effects = layout_items_whole(view, ITEMS_TOP);
    return arena_format(scratch(ranking),
                        layout->offers_as_rows ? "=INDEX(%s,1,MATCH(%s(%s),%s,0))"
                                               : "=INDEX(%s,MATCH(%s(%s),%s,0),1)",
                        layout_items_whole(view, ITEMS_TITLE), function, effects, effects);
}

static const char *most_title_formula(const struct ranking_sheet *ranking)
{
    return extreme_title_formula(ranking, "MAX");
}
static const char *least_title_formula(const struct ranking_sheet *ranking)
{
    return extreme_title_formula(ranking, "MIN");
}

static double most_value(const struct ranking_sheet *ranking)
{
    const struct result *result = ranking->scores->result;
    size_t item = item_extremes_of(result, ranking->scores->layout).most;
    return decimal_round(item_rounded_effect(result, item), 1);
}
static double least_value(const struct ranking_sheet *ranking)
{
    const struct result *result = ranking->scores->result;
    size_t item = item_extremes_of(result, ranking->scores->layout).least;
    return decimal_round(item_rounded_effect(result, item), 1);
}
static const char *most_title_text(const struct ranking_sheet *ranking)
{
    const struct layout *layout = ranking->scores->layout;
    return item_title_text(scratch(ranking), layout,
                           item_extremes_of(ranking->scores->result, layout).most);
}
static const char *least_title_text(const struct ranking_sheet *ranking)
{
    const struct layout *layout = ranking->scores->layout;
    return item_title_text(scratch(ranking), layout,
                           item_extremes_of(ranking->scores->result, layout).least);
}

static double ranked_value(const struct ranking_sheet *ranking)
{
    return (double)ranking->standings.ranked;
}
static double best_value(const struct ranking_sheet *ranking)
{
    return ranking->standings.best;
}
static double second_value(const struct ranking_sheet *ranking)
{
    return ranking->standings.second;
}
static double leaders_value(const struct ranking_sheet *ranking)
{
    return (double)ranking->standings.leaders;
}
static double lead_value(const struct ranking_sheet *ranking)
{
    return ranking->standings.lead;
}
static double none_value(const struct ranking_sheet *ranking)
{
    (void)ranking;
    return 0.0;
}
static struct baseline baseline(const struct ranking_sheet *ranking)
{
    return baseline_of(scratch(ranking), ranking->scores->result);
}
static double weights_differ_value(const struct ranking_sheet *ranking)
{
    return (double)baseline(ranking).weights_differ;
}
static double rules_differ_value(const struct ranking_sheet *ranking)
{
    return (double)baseline(ranking).rules_differ;
}
static double plan_differ_value(const struct ranking_sheet *ranking)
{
    return (double)baseline(ranking).elsewhere;
}
static double differ_value(const struct ranking_sheet *ranking)
{
    return (double)figure_differ_count(scratch(ranking), ranking->scores->result);
}
static double inputs_value(const struct ranking_sheet *ranking)
{
    return (double)figure_input_count(ranking->scores->result);
}

struct figure_row {
    const char *title;
    enum number_look number_look;
    const char *(*formula)(const struct ranking_sheet *);
    double (*value)(const struct ranking_sheet *);
    const char *(*text)(const struct ranking_sheet *); // instead of a number
};

static const struct figure_row FIGURES[] = {
    [FIGURE_RANKED] = {"Vendors with a rank", LOOK_COUNT, ranked_formula, ranked_value, NULL},
    [FIGURE_BEST] = {"Highest key", LOOK_SCORE, best_formula, best_value, NULL},
    [FIGURE_SECOND] = {"Key of the second", LOOK_SCORE, second_formula, second_value, NULL},
    [FIGURE_LEADERS] = {"Vendors on rank 1", LOOK_COUNT, leaders_formula, leaders_value, NULL},
    [FIGURE_LEAD] = {"Lead, points", LOOK_SCORE, lead_formula, lead_value, NULL},
    [FIGURE_WEIGHTS_DIFFER] = {"Weights that differ", LOOK_COUNT, weights_differ_formula,
                               weights_differ_value, NULL},
    [FIGURE_RULES_DIFFER] = {"Rules that differ", LOOK_COUNT, rules_differ_formula,
                             rules_differ_value, NULL},
    [FIGURE_GRADES_DIFFER] = {"Grades that differ", LOOK_COUNT, grades_differ_formula, none_value,
                              NULL},
    [FIGURE_PANEL_DIFFER] = {"Levels of the panel that differ", LOOK_COUNT, panel_differ_formula,
                             none_value, NULL},
    [FIGURE_PLAN_DIFFER] = {"Other changes since the plan was fixed", LOOK_COUNT, no_formula,
                            plan_differ_value, NULL},
    [FIGURE_DIFFER] = {"What differs", LOOK_COUNT, differ_formula, differ_value, NULL},
    [FIGURE_INPUTS] = {"What is compared", LOOK_COUNT, no_formula, inputs_value, NULL},
    [FIGURE_MOST] = {"Highest effect", LOOK_POINTS, most_formula, most_value, NULL},
    [FIGURE_MOST_TITLE] = {"… of", LOOK_TEXT, most_title_formula, NULL, most_title_text},
    [FIGURE_LEAST] = {"Lowest effect", LOOK_POINTS, least_formula, least_value, NULL},
    [FIGURE_LEAST_TITLE] = {"… of", LOOK_TEXT, least_title_formula, NULL, least_title_text},
};
_Static_assert(COUNT_OF(FIGURES) == FIGURE_COUNT, "a row for each figure");

const char *figure_title(enum figure figure)
{
    return FIGURES[figure].title;
}

void figure_cell(const struct ranking_sheet *ranking, enum figure figure)
{
    const struct figure_row *row = &FIGURES[figure];
    struct place at = layout_figure(ranking->scores->layout, figure);
    struct look look = look_as(STYLE_NUM, row->number_look);
    const char *formula = row->formula(ranking);
    if (row->text != NULL) {
        book_text_formula(ranking->scores->book, at.row, at.column, look, formula,
                          row->text(ranking));
    } else if (formula == NULL) {
        book_number(ranking->scores->book, at.row, at.column, look, row->value(ranking));
    } else {
        book_number_formula(ranking->scores->book, at.row, at.column, look, formula,
                            row->value(ranking));
    }
}
