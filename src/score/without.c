#include "score/without.h"

#include "base/arena.h"
#include "score/price.h"
#include "score/rank.h"
#include "score/score.h"

#include <string.h>

/* Prices that are measured by others' may turn the order where a loser leaves. */
static const struct price_turn *turn_of(const struct result *result, size_t offer)
{
    for (size_t i = 0; i < result->price_turn_count; i++) {
        if (result->price_turns[i].left_out == offer) {
            return &result->price_turns[i];
        }
    }
    return NULL;
}

/* The offers as they were before they were ranked. */
static struct scored_offer *unranked(struct arena *arena, const struct result *result)
{
    struct scored_offer *offers = arena_alloc(arena, result->offer_count, sizeof *offers);
    memcpy(offers, result->offers, result->offer_count * sizeof *offers);
    for (size_t o = 0; o < result->offer_count; o++) {
        offers[o].ranked = false;
        offers[o].rank = 0;
        offers[o].shares_rank = false;
        offers[o].rank_by_tie_rule = false;
    }
    return offers;
}

/* A loser changes nothing by leaving, unless a margin counts from the best. */
static bool changes_nothing(const struct result *result, size_t offer)
{
    return result->has_leader && offer != result->leader && result->offers[offer].rank != 1 &&
           result->project->evaluation.rules.margin_effect == MARGIN_NOTE;
}

struct leader_without leader_without(struct arena *arena, const struct result *result, size_t offer)
{
    const struct price_turn *turn = turn_of(result, offer);
    if (turn != NULL) {
        return (struct leader_without){.any = true, .leader = turn->new_leader};
    }
    if (changes_nothing(result, offer)) {
        return (struct leader_without){.any = true,
                                       .leader = result->leader,
                                       .shared = result->offers[result->leader].shares_rank};
    }
    struct settings settings = settings_of(result->project);
    const struct scoring scoring = {.arena = arena,
                                    .project = result->project,
                                    .criteria = &result->project->evaluation.criteria,
                                    .settings = &settings};
    struct result without = *result;
    without.offers = unranked(arena, result);
    price_without(&scoring, result, offer, without.offers);
    struct rank_key *keys = rank_keys(&scoring, &without);
    keys[offer].ranked = false;
    rank_offers(&scoring, keys, &without);
    return (struct leader_without){.any = without.has_leader,
                                   .leader = without.leader,
                                   .shared = without.has_leader &&
                                             without.offers[without.leader].shares_rank};
}
