#include "score/rank.h"

#include "base/arena.h"
#include "score/gate.h"
#include "score/publish.h"

#include <assert.h>
#include <math.h>

static const int64_t BLANK_UNITS = -1;

int64_t rank_units(const struct scoring *scoring, const struct item_score *score)
{
    return score->in_sum ? publish_units(score->evidenced * 100, scoring->settings->rules.decimals)
                         : BLANK_UNITS;
}

struct rank_key *rank_keys(const struct scoring *scoring, const struct result *result)
{
    const struct rules *rules = &scoring->settings->rules;
    struct rank_key *keys = arena_alloc(scoring->arena, result->offer_count, sizeof *keys);
    for (size_t o = 0; o < result->offer_count; o++) {
        const struct scored_offer *offer = &result->offers[o];
        int64_t *ties = arena_alloc(scoring->arena, rules->tie_count, sizeof *ties);
        for (size_t t = 0; t < rules->tie_count; t++) {
            ties[t] = rank_units(scoring, &offer->items[rules->tie[t]]);
        }
        keys[o] = (struct rank_key){
            .ranked = offer->has_total && !gate_any(offer, result->gate_count, GATE_NOT_MET),
            .units = rank_units(scoring, &offer->items[0]),
            .ties = ties,
        };
    }
    return keys;
}

int64_t rank_best(const struct rank_key *keys, size_t count)
{
    int64_t best = BLANK_UNITS;
    for (size_t i = 0; i < count; i++) {
        if (keys[i].ranked && keys[i].units > best) {
            best = keys[i].units;
        }
    }
    return best;
}

/* A distance in units as points. */
static double points_of(const struct rules *rules, int64_t units)
{
    return (double)units / pow(10, rules->decimals);
}

bool rank_ties_with_best(const struct rules *rules, int64_t best, int64_t units)
{
    return rules->margin_effect == MARGIN_TIE &&
           published_within(points_of(rules, best - units), rules->margin_points);
}

/* By the tie rule alone. */
static int compare_ties(const struct rules *rules, const struct rank_key *a,
                        const struct rank_key *b)
{
    for (size_t t = 0; t < rules->tie_count; t++) {
        if (a->ties[t] != b->ties[t]) {
            return a->ties[t] > b->ties[t] ? -1 : 1;
        }
    }
    return 0;
}

static bool is_tied(const struct rules *rules, int64_t best, const struct rank_key *a,
                    const struct rank_key *b)
{
    return a->units == b->units || (rank_ties_with_best(rules, best, a->units) &&
                                    rank_ties_with_best(rules, best, b->units));
}

int rank_compare(const struct rules *rules, int64_t best, const struct rank_key *a,
                 const struct rank_key *b)
{
    assert(a->ranked && b->ranked);
    if (is_tied(rules, best, a, b)) {
        return compare_ties(rules, a, b);
    }
    return a->units > b->units ? -1 : 1;
}

/* Is any of the others before it? */
static bool is_preceded(const struct rules *rules, int64_t best, const struct rank_key *keys,
                        size_t count, size_t index)
{
    for (size_t o = 0; o < count; o++) {
        if (keys[o].ranked && rank_compare(rules, best, &keys[o], &keys[index]) < 0) {
            return true;
        }
    }
    return false;
}

void rank_leads(const struct rules *rules, const struct rank_key *keys, size_t count, bool *leads)
{
    int64_t best = rank_best(keys, count);
    for (size_t o = 0; o < count; o++) {
        leads[o] = keys[o].ranked && !is_preceded(rules, best, keys, count, o);
    }
}

/* Compare one offer with all others; returns its place in the order, from 0. */
static size_t rank_one(const struct rules *rules, const struct rank_key *keys, size_t index,
                       struct result *result)
{
    struct scored_offer *offer = &result->offers[index];
    int64_t best = rank_best(keys, result->offer_count);
    size_t before = 0;
    size_t equal_before = 0;
    for (size_t o = 0; o < result->offer_count; o++) {
        if (o == index || !keys[o].ranked) {
            continue;
        }
        int order = rank_compare(rules, best, &keys[o], &keys[index]);
        before += order < 0;
        equal_before += order == 0 && o < index;
        offer->shares_rank = offer->shares_rank || order == 0;
        offer->rank_by_tie_rule = offer->rank_by_tie_rule ||
                                  (order != 0 && is_tied(rules, best, &keys[o], &keys[index]));
    }
    offer->ranked = true;
    offer->rank = before + 1;
    return before + equal_before;
}

static void set_leader(const struct rules *rules, const struct rank_key *keys, size_t ranked,
                       const size_t *order, struct result *result)
{
    result->has_leader = ranked > 0;
    if (ranked > 0) {
        result->leader = order[0];
    }
    if (ranked > 1) {
        result->lead = points_of(rules, keys[order[0]].units - keys[order[1]].units);
    }
}

void rank_offers(const struct scoring *scoring, const struct rank_key *keys, struct result *result)
{
    const struct rules *rules = &scoring->settings->rules;
    size_t *order = arena_alloc(scoring->arena, result->offer_count, sizeof *order);
    size_t ranked = 0;
    for (size_t o = 0; o < result->offer_count; o++) {
        if (keys[o].ranked) {
            order[rank_one(rules, keys, o, result)] = o;
            ranked++;
        }
    }
    size_t at = ranked;
    for (size_t o = 0; o < result->offer_count; o++) {
        if (!keys[o].ranked) {
            order[at++] = o;
        }
    }
    result->order = order;
    set_leader(rules, keys, ranked, order, result);
}
