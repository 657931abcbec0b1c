#include "score/score.h"

#include "base/arena.h"
#include "model/price_check.h"
#include "score/claims.h"
#include "score/clarification_effect.h"
#include "score/condition.h"
#include "score/criterion.h"
#include "score/gate.h"
#include "score/one_mark.h"
#include "score/outcome.h"
#include "score/panel.h"
#include "score/price.h"
#include "score/rank.h"
#include "score/state.h"
#include "score/tree.h"

#include <assert.h>

struct settings settings_of(const struct project *project)
{
    return (struct settings){.weights = project->evaluation.weights,
                             .rules = project->evaluation.rules};
}

/* Blanks may still be filled until the position reaches the day on which answers are due. */
static bool answers_due(const struct evaluation *evaluation)
{
    return evaluation->has_answers_due && date_is_given(evaluation->as_of) &&
           date_compare(evaluation->as_of, evaluation->answers_due.date) < 0;
}

/* Room for one offer, and the states of its criteria. */
static void begin_offer(const struct scoring *scoring, const struct offer *offer,
                        struct scored_offer *scored)
{
    size_t count = scoring->criteria->count;
    scored->offer = offer;
    scored->items = arena_alloc(scoring->arena, count, sizeof *scored->items);
    scored->criteria = arena_alloc(scoring->arena, count, sizeof *scored->criteria);
    state_decide(scoring, offer, scored->criteria);
}

static void begin_offers(const struct scoring *scoring, struct result *result)
{
    const struct project *project = scoring->project;
    result->offers = arena_alloc(scoring->arena, project->offer_count, sizeof *result->offers);
    for (size_t o = 0; o < project->offer_count; o++) {
        if (project->offers[o].state == OFFER_SCORED) {
            begin_offer(scoring, &project->offers[o], &result->offers[result->offer_count++]);
        }
    }
}

/* Each criterion by itself. */
static void score_criteria(const struct scoring *scoring, struct scored_offer *scored)
{
    for (size_t i = 1; i < scoring->criteria->count; i++) {
        if (item_is_criterion(&scoring->criteria->items[i])) {
            criterion_score(scoring, scored, i);
        }
    }
}

/* Sums and requirements. */
static void sum_and_judge(const struct scoring *scoring, const struct result *result,
                          struct scored_offer *scored)
{
    tree_sum(scoring, scored);
    gate_judge(scoring, result->gates, result->gate_count, scored);
}

static void count_open(const struct scoring *scoring, struct scored_offer *scored)
{
    for (size_t i = 1; i < scoring->criteria->count; i++) {
        const struct criterion_score *score = &scored->criteria[i];
        bool is_open = score->state == STATE_NOT_YET_SCORED && !scoring_is_sealed(scoring, i);
        scored->open_count += is_open ? 1 : 0;
        scored->moderate_count += score->panel != NULL && score->panel->to_moderate ? 1 : 0;
    }
}

/* What an offer comes to, by itself: all but its rank. */
static void finish_offer(const struct scoring *scoring, const struct result *result,
                         struct scored_offer *scored)
{
    sum_and_judge(scoring, result, scored);
    tree_compare(scoring, scored);
    count_open(scoring, scored);
    claims_judge(scoring, scored);
    condition_propose(scoring, result->gate_count, scored);
}

static void score_offers(const struct scoring *scoring, struct result *result)
{
    begin_offers(scoring, result);
    panel_judge(scoring, result);
    for (size_t o = 0; o < result->offer_count; o++) {
        score_criteria(scoring, &result->offers[o]);
    }
    if (price_any(scoring->criteria) && !scoring->settings->without_price) {
        for (size_t o = 0; o < result->offer_count; o++) {
            sum_and_judge(scoring, result, &result->offers[o]);
        }
        price_set(scoring, result);
    }
    for (size_t o = 0; o < result->offer_count; o++) {
        finish_offer(scoring, result, &result->offers[o]);
    }
    gate_compare_waivers(scoring, result);
}

static void decide_outcomes(const struct scoring *scoring, struct result *result)
{
    for (size_t o = 0; o < result->offer_count; o++) {
        struct scored_offer *scored = &result->offers[o];
        scored->outcome = outcome_decide(scoring, scored, result->gate_count);
        if (scored->outcome == OUTCOME_CONDITIONS) {
            condition_add_shortfalls(scoring, scored);
        }
    }
    result->provisional = outcome_provisional(scoring, result, &result->provisional_count);
    outcome_prefer(result);
}

/* Everything but what has to be scored again to be known. */
static struct result score_with(const struct scoring *scoring, struct rank_key **keys)
{
    struct result result = {.project = scoring->project,
                            .without_price = scoring->settings->without_price &&
                                             price_any(scoring->criteria)};
    result.gates = gate_items(scoring, &result.gate_count);
    result.shares = tree_shares(scoring);
    score_offers(scoring, &result);
    *keys = rank_keys(scoring, &result);
    rank_offers(scoring, *keys, &result);
    return result;
}

static struct scoring scoring_of(struct arena *arena, const struct project *project,
                                 const struct settings *settings)
{
    assert(settings->weights != NULL);
    return (struct scoring){.arena = arena,
                            .project = project,
                            .criteria = &project->evaluation.criteria,
                            .settings = settings,
                            .answers_due = answers_due(&project->evaluation)};
}

struct result score_once(struct arena *arena, const struct project *project,
                         const struct settings *settings)
{
    const struct scoring scoring = scoring_of(arena, project, settings);
    struct rank_key *keys = NULL;
    struct result result = score_with(&scoring, &keys);
    decide_outcomes(&scoring, &result);
    return result;
}

struct result score_project(struct arena *arena, const struct project *project,
                            const struct settings *settings)
{
    const struct scoring scoring = scoring_of(arena, project, settings);
    struct rank_key *keys = NULL;
    struct result result = score_with(&scoring, &keys);
    one_mark_find(&scoring, keys, &result);
    price_test(&scoring, &result);
    decide_outcomes(&scoring, &result);
    clarification_effects_find(&scoring, &result);
    return result;
}
