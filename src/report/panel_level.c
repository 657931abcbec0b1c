#include "report/panel_level.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"

#include <math.h>

static const double NUMBER_SLACK = 1e-9;

static const struct item *item_at(const struct result *result, size_t item)
{
    return &result->project->evaluation.criteria.items[item];
}

bool panel_level_counts(const struct result *result, size_t item, size_t offer)
{
    const struct scored_offer *scored = &result->offers[offer];
    const struct criterion_score *score = &scored->criteria[item];
    return item > 0 && item_is_criterion(item_at(result, item)) && scored->items[item].in_sum &&
           score->state == STATE_ANSWERED && score->panel != NULL && score->panel->has_level;
}

/* Is each level worth what the one below it is, or more? */
static bool rises(const struct scale *scale)
{
    for (size_t i = 1; i < scale->count; i++) {
        if (scale->levels[i].worth < scale->levels[i - 1].worth) {
            return false;
        }
    }
    return true;
}

bool panel_level_is_input(const struct result *result, size_t item, size_t offer)
{
    const struct answer_type *type = &item_at(result, item)->answer;
    return panel_level_counts(result, item, offer) &&
           (type->kind == ANSWER_TEXT || (type->scale != NULL && rises(type->scale)));
}

/* A median may lie above the answer by its place and be worth less: it counts as the answer's, and
 * so does its number. */
struct panel_level panel_level_of(const struct result *result, size_t item, size_t offer)
{
    const struct criterion_score *score = &result->offers[offer].criteria[item];
    return (struct panel_level){.word = score->panel->between ? NULL : score->panel->word,
                                .points = 100.0 * fmax(score->panel->value, score->level.value)};
}

double panel_level_worth(const struct result *result, size_t item, size_t offer)
{
    const struct criterion_score *score = &result->offers[offer].criteria[item];
    if (!panel_level_is_input(result, item, offer)) {
        return 100.0 * score->level.value;
    }
    struct panel_level level = panel_level_of(result, item, offer);
    return level.word == NULL ? level.points : 100.0 * score->panel->value;
}

static bool is_any_input(const struct result *result, size_t item)
{
    for (size_t o = 0; o < result->offer_count; o++) {
        if (panel_level_is_input(result, item, o)) {
            return true;
        }
    }
    return false;
}

static bool holds(const struct panel_scales *scales, const struct scale *scale)
{
    for (size_t s = 0; s < scales->count; s++) {
        if (scales->scales[s] == scale) {
            return true;
        }
    }
    return false;
}

struct panel_scales panel_scales_of(struct arena *arena, const struct result *result)
{
    const struct criteria *criteria = &result->project->evaluation.criteria;
    struct panel_scales scales = {
        .scales = arena_alloc(arena, criteria->count, sizeof(const struct scale *))};
    for (size_t i = 1; i < criteria->count; i++) {
        const struct scale *scale = criteria->items[i].answer.scale;
        if (scale != NULL && !holds(&scales, scale) && is_any_input(result, i)) {
            scales.scales[scales.count++] = scale;
        }
    }
    return scales;
}

bool panel_any_counts(const struct result *result)
{
    for (size_t o = 0; o < result->offer_count; o++) {
        for (size_t i = 1; i < result->project->evaluation.criteria.count; i++) {
            if (panel_level_counts(result, i, o)) {
                return true;
            }
        }
    }
    return false;
}

/* The place of a level by its label or its number, as level_says() takes a word. */
static bool find_place(const struct scale *scale, const char *word, double *place)
{
    double number = 0;
    bool is_number = number_read(word, &number);
    for (size_t i = 0; i < scale->count; i++) {
        const struct level *level = &scale->levels[i];
        bool by_number = is_number && level->has_number &&
                         fabs(level->number - number) <= NUMBER_SLACK;
        if (by_number || text_equal_ignoring_case(level->label, word)) {
            *place = (double)i;
            return true;
        }
    }
    return false;
}

bool panel_gate_place(const struct item *item, double *place)
{
    const struct gate *gate = &item->gate;
    if (!item->has_gate || item->answer.scale == NULL) {
        return false;
    }
    switch (gate->test) {
    case GATE_AT_LEAST:
    case GATE_AT_MOST:
        *place = gate->bound;
        return item->answer.kind == ANSWER_LEVEL;
    case GATE_IS:
        return find_place(item->answer.scale, gate->words[0], place);
    case GATE_ONE_OF:
    case GATE_BY:
    case GATE_MINIMUM:
    case GATE_PROOF_ONLY:
        break;
    }
    return false;
}
