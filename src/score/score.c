#include "score/score.h"

#include "base/arena.h"
#include "score/condition.h"
#include "score/criterion.h"
#include "score/gate.h"
#include "score/one_mark.h"
#include "score/outcome.h"
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

/* Criteria, sums and gates of one offer: all that does not depend on the others. */
static void score_offer(const struct scoring *scoring, const struct result *result,
                        const struct offer *offer, struct scored_offer *scored)
{
    const struct criteria *criteria = scoring->criteria;
    scored->offer = offer;
    scored->items = arena_alloc(scoring->arena, criteria->count, sizeof *scored->items);
    scored->criteria = arena_alloc(scoring->arena, criteria->count, sizeof *scored->criteria);
    state_decide(scoring, offer, scored->criteria);
    for (size_t i = 1; i < criteria->count; i++) {
        if (item_is_criterion(&criteria->items[i])) {
            criterion_score(scoring, scored, i);
            scored->open_count += scored->criteria[i].state == STATE_NOT_YET_SCORED ? 1 : 0;
        }
    }
    tree_sum(scoring, scored);
    tree_compare(scoring, scored);
    gate_judge(scoring, result->gates, result->gate_count, scored);
    condition_propose(scoring, result->gate_count, scored);
}

static void score_offers(const struct scoring *scoring, struct result *result)
{
    const struct project *project = scoring->project;
    result->offers = arena_alloc(scoring->arena, project->offer_count, sizeof *result->offers);
    for (size_t o = 0; o < project->offer_count; o++) {
        if (project->offers[o].state == OFFER_SCORED) {
            score_offer(scoring, result, &project->offers[o],
                        &result->offers[result->offer_count++]);
        }
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

struct result score_project(struct arena *arena, const struct project *project,
                            const struct settings *settings)
{
    assert(settings->weights != NULL);
    struct scoring scoring = {.arena = arena,
                              .project = project,
                              .criteria = &project->evaluation.criteria,
                              .settings = settings,
                              .answers_due = answers_due(&project->evaluation)};
    struct result result = {.project = project};
    result.gates = gate_items(&scoring, &result.gate_count);
    result.shares = tree_shares(&scoring);
    score_offers(&scoring, &result);
    struct rank_key *keys = rank_keys(&scoring, &result);
    rank_offers(&scoring, keys, &result);
    one_mark_find(&scoring, keys, &result);
    decide_outcomes(&scoring, &result);
    return result;
}
