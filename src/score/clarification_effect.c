#include "score/clarification_effect.h"

#include "base/arena.h"
#include "score/publish.h"
#include "score/score.h"

#include <string.h>

/* How many answers in force an offer owes to clarifications. */
static size_t count_clarified(const struct scoring *scoring, const struct offer *offer)
{
    size_t count = 0;
    for (size_t i = 1; i < scoring->criteria->count; i++) {
        count += offer->response.answers[i].first != NULL;
    }
    return count;
}

/* The project in which the first answer stands. */
static struct project taken_back(struct arena *arena, const struct project *project, size_t offer,
                                 size_t item)
{
    size_t answers = project->evaluation.criteria.count;
    struct project before = *project;
    before.offers = arena_alloc(arena, project->offer_count, sizeof *before.offers);
    memcpy(before.offers, project->offers, project->offer_count * sizeof *before.offers);
    struct response *response = &before.offers[offer].response;
    const struct answer *now = response->answers;
    response->answers = arena_alloc(arena, answers, sizeof *now);
    memcpy(response->answers, now, answers * sizeof *now);
    response->answers[item] = *now[item].first;
    return before;
}

static double total_of(const struct scored_offer *offer)
{
    return offer->has_total ? offer->items[0].evidenced * 100 : 0;
}

/* The effect of the clarified answer of a scored offer to a criterion. */
static struct clarification_effect
effect_of(const struct scoring *scoring, const struct result *result, size_t scored, size_t item)
{
    const struct project *project = scoring->project;
    const struct scored_offer *now = &result->offers[scored];
    struct arena scratch; // a whole result each time
    arena_init(&scratch);
    struct project before = taken_back(&scratch, project, (size_t)(now->offer - project->offers),
                                       item);
    const struct result other = score_once(&scratch, &before, scoring->settings);
    const struct scored_offer *then = &other.offers[scored];
    struct clarification_effect effect = {
        .clarification = now->offer->response.answers[item].clarification,
        .offer = scored,
        .item = item,
        .points = total_of(now) - total_of(then),
        .outcome_before = then->outcome,
    };
    arena_release(&scratch);
    return effect;
}

/* By clarification; of one clarification as they come, in tree order. */
static void sort_effects(struct clarification_effect *effects, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const struct clarification_effect effect = effects[i];
        size_t at = i;
        for (; at > 0 && effects[at - 1].clarification > effect.clarification; at--) {
            effects[at] = effects[at - 1];
        }
        effects[at] = effect;
    }
}

void clarification_effects_find(const struct scoring *scoring, struct result *result)
{
    size_t most = 0;
    for (size_t o = 0; o < result->offer_count; o++) {
        most += count_clarified(scoring, result->offers[o].offer);
    }
    if (most == 0) {
        return;
    }
    struct clarification_effect *effects = arena_alloc(scoring->arena, most, sizeof *effects);
    size_t count = 0;
    for (size_t o = 0; o < result->offer_count; o++) {
        const struct answer *answers = result->offers[o].offer->response.answers;
        for (size_t i = 1; i < scoring->criteria->count; i++) {
            if (answers[i].first != NULL) {
                effects[count++] = effect_of(scoring, result, o, i);
            }
        }
    }
    sort_effects(effects, count);
    result->clarification_effects = effects;
    result->clarification_effect_count = count;
}

bool clarification_effect_moved(const struct clarification_effect *effect,
                                const struct result *result)
{
    const struct scored_offer *offer = &result->offers[effect->offer];
    return publish_units(effect->points, result->project->evaluation.rules.decimals) != 0 ||
           effect->outcome_before != offer->outcome;
}
