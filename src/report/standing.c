#include "report/standing.h"

#include "base/arena.h"
#include "base/decimal.h"
#include "score/publish.h"

#include <stdbool.h>

static bool same(double a, double b)
{
    return decimal_units(a, DECIMAL_GUARD) == decimal_units(b, DECIMAL_GUARD);
}

static bool above(double a, double b)
{
    return decimal_units(a, DECIMAL_GUARD) > decimal_units(b, DECIMAL_GUARD);
}

static void find_keys(const struct result *result, struct standings *standings)
{
    const struct rules *rules = &result->project->evaluation.rules;
    standings->best = -1.0;
    for (size_t o = 0; o < standings->count; o++) {
        const struct scored_offer *offer = &result->offers[o];
        double key = offer->ranked ? offer->published : -1.0;
        standings->offers[o].key = key;
        standings->ranked += offer->ranked ? 1 : 0;
        standings->best = above(key, standings->best) ? key : standings->best;
    }
    for (size_t o = 0; o < standings->count; o++) {
        struct standing *standing = &standings->offers[o];
        bool ties = rules->margin_effect == MARGIN_TIE && standing->key >= 0.0 &&
                    !above(standings->best - standing->key, rules->margin_points);
        standing->margin_key = ties ? standings->best : standing->key;
    }
}

static void find_places(struct standings *standings)
{
    for (size_t o = 0; o < standings->count; o++) {
        struct standing *standing = &standings->offers[o];
        standing->place = 1;
        for (size_t other = 0; other < standings->count; other++) {
            bool ahead = above(standings->offers[other].margin_key, standing->margin_key);
            standing->place += ahead ? 1 : 0;
        }
        standing->rank = standing->place;
    }
}

/* One stage of the tie rule: among equal ranks, each with a better score takes one step ahead. */
static void separate(const struct result *result, struct standings *standings, size_t stage)
{
    const struct rules *rules = &result->project->evaluation.rules;
    for (size_t o = 0; o < standings->count; o++) {
        const struct item_score *item = &result->offers[o].items[rules->tie[stage]];
        standings->offers[o].tie_scores[stage] = item->in_sum ? publish(100.0 * item->evidenced,
                                                                        rules->decimals)
                                                              : -1.0;
    }
    for (size_t o = 0; o < standings->count; o++) {
        struct standing *standing = &standings->offers[o];
        size_t steps = 0;
        for (size_t other = 0; other < standings->count && standing->key >= 0.0; other++) {
            const struct standing *rival = &standings->offers[other];
            bool ahead = rival->rank == standing->rank &&
                         above(rival->tie_scores[stage], standing->tie_scores[stage]);
            steps += ahead ? 1 : 0;
        }
        standing->tie_ranks[stage] = standing->rank + steps;
    }
    for (size_t o = 0; o < standings->count; o++) {
        standings->offers[o].rank = standings->offers[o].tie_ranks[stage];
    }
}

static void find_order(struct standings *standings)
{
    for (size_t o = 0; o < standings->count; o++) {
        struct standing *standing = &standings->offers[o];
        standing->order = 1;
        for (size_t other = 0; other < standings->count; other++) {
            size_t rank = standings->offers[other].rank;
            bool ahead = rank < standing->rank || (rank == standing->rank && other < o);
            standing->order += ahead ? 1 : 0;
        }
        standings->leaders += standing->rank == 1 && standing->key >= 0.0 ? 1 : 0;
    }
}

static void find_lead(struct standings *standings)
{
    double first = -1.0;
    standings->second = -1.0;
    for (size_t o = 0; o < standings->count; o++) {
        const struct standing *standing = &standings->offers[o];
        first = standing->order == 1 ? standing->key : first;
        standings->second = standing->order == 2 ? standing->key : standings->second;
    }
    standings->lead = standings->second < 0.0 || same(first, standings->second)
                          ? 0.0
                          : decimal_round(first - standings->second, DECIMAL_GUARD);
}

struct standings standings_of(struct arena *arena, const struct result *result)
{
    size_t stages = result->project->evaluation.rules.tie_count;
    struct standings standings = {
        .offers = arena_alloc(arena, result->offer_count, sizeof *standings.offers),
        .count = result->offer_count,
    };
    for (size_t o = 0; o < standings.count; o++) {
        standings.offers[o].tie_scores = arena_alloc(arena, stages, sizeof(double));
        standings.offers[o].tie_ranks = arena_alloc(arena, stages, sizeof(size_t));
    }
    find_keys(result, &standings);
    find_places(&standings);
    for (size_t stage = 0; stage < stages; stage++) {
        separate(result, &standings, stage);
    }
    find_order(&standings);
    find_lead(&standings);
    return standings;
}
