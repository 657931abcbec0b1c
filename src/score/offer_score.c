#include "score/offer_score.h"

#include "base/arena.h"
#include "score/condition.h"
#include "score/criterion.h"
#include "score/gate.h"
#include "score/state.h"
#include "score/tree.h"

void offer_begin(const struct scoring *scoring, const struct offer *offer,
                 struct scored_offer *scored)
{
    size_t count = scoring->criteria->count;
    scored->offer = offer;
    scored->items = arena_alloc(scoring->arena, count, sizeof *scored->items);
    scored->criteria = arena_alloc(scoring->arena, count, sizeof *scored->criteria);
    state_decide(scoring, offer, scored->criteria);
}

void offer_score_criteria(const struct scoring *scoring, struct scored_offer *scored)
{
    for (size_t i = 1; i < scoring->criteria->count; i++) {
        if (item_is_criterion(&scoring->criteria->items[i])) {
            criterion_score(scoring, scored, i);
        }
    }
}

void offer_sum(const struct scoring *scoring, const struct result *result,
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

void offer_settle(const struct scoring *scoring, const struct result *result,
                  struct scored_offer *scored)
{
    offer_sum(scoring, result, scored);
    count_open(scoring, scored);
    condition_propose(scoring, result->gate_count, scored);
}
