#include "score/score.h"

#include "base/arena.h"
#include "model/price_check.h"
#include "score/claims.h"
#include "score/clarification_effect.h"
#include "score/condition.h"
#include "score/gate.h"
#include "score/offer_score.h"
#include "score/one_mark.h"
#include "score/outcome.h"
#include "score/panel.h"
#include "score/price.h"
#include "score/rank.h"
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

static void begin_offers(const struct scoring *scoring, struct result *result)
{
    const struct project *project = scoring->project;
    result->offers = arena_alloc(scoring->arena, project->offer_count, sizeof *result->offers);
    for (size_t o = 0; o < project->offer_count; o++) {
        if (project->offers[o].state == OFFER_SCORED) {
            offer_begin(scoring, &project->offers[o], &result->offers[result->offer_count++]);
        }
    }
}

/* What an offer comes to, by itself: all but its rank. */
static void finish_offer(const struct scoring *scoring, const struct result *result,
                         struct scored_offer *scored)
{
    offer_settle(scoring, result, scored);
    tree_compare(scoring, scored);
    claims_judge(scoring, scored);
}

static void score_offers(const struct scoring *scoring, struct result *result)
{
    begin_offers(scoring, result);
    panel_judge(scoring, result);
    for (size_t o = 0; o < result->offer_count; o++) {
        offer_score_criteria(scoring, &result->offers[o]);
    }
    if (price_any(scoring->criteria) && !scoring->settings->without_price) {
        for (size_t o = 0; o < result->offer_count; o++) {
            offer_sum(scoring, result, &result->offers[o]);
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
