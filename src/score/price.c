#include "score/price.h"

#include "base/arena.h"
#include "model/price_check.h"
#include "score/criterion.h"
#include "score/gate.h"
#include "score/price_reference.h"
#include "score/publish.h"
#include "score/rank.h"
#include "score/tree.h"

#include <math.h>
#include <stdlib.h>

/* Abnormally low: this share or more under the median of at least so many other bids (RULES 9). */
static const double LOW_SHARE = 0.3;
enum { LOW_OTHERS_LEAST = 3 };

static const struct price_rule *rule_of(const struct scoring *scoring)
{
    return &scoring->settings->rules.price;
}

/* Does the bid of an offer count? A minimum that hangs on prices cannot decide what they are
 * measured by. */
static bool bid_counts(const struct scoring *scoring, const struct result *result,
                       const struct scored_offer *scored)
{
    for (size_t g = 0; g < result->gate_count; g++) {
        if (scored->gates[g].result == GATE_NOT_MET &&
            !criteria_holds_price(scoring->criteria, result->gates[g])) {
            return false;
        }
    }
    return true;
}

/* The bids under one price criterion. */
struct bids {
    size_t item;
    struct price_score *scores;     // per offer
    struct price_score **by_amount; // those in the reference, lowest first
    struct price_reference reference;
};

static int compare_bids(const void *left, const void *right)
{
    const struct price_score *const *a = left;
    const struct price_score *const *b = right;
    return ((*a)->amount > (*b)->amount) - ((*a)->amount < (*b)->amount);
}

static struct bids collect(const struct scoring *scoring, const struct result *result, size_t item,
                           const bool *counts)
{
    size_t count = result->offer_count;
    struct bids bids = {
        .item = item,
        .scores = arena_alloc(scoring->arena, count, sizeof *bids.scores),
        .by_amount = arena_alloc(scoring->arena, count, sizeof(struct price_score *))};
    for (size_t o = 0; o < count; o++) {
        struct criterion_score *score = &result->offers[o].criteria[item];
        if (score->state != STATE_NOT_YET_SCORED) {
            continue; // no price: silence is not a bid
        }
        struct price_score *bid = &bids.scores[o];
        *bid = (struct price_score){.amount = score->level.place, .in_reference = counts[o]};
        score->price = bid;
        if (bid->in_reference) {
            bids.by_amount[bids.reference.bids] = bid;
            price_reference_add(&bids.reference, bid->amount);
        }
    }
    qsort(bids.by_amount, bids.reference.bids, sizeof(struct price_score *), compare_bids);
    return bids;
}

/* The median of all bids but the one at a place. */
static double median_without(const struct bids *bids, size_t left_out)
{
    size_t others = bids->reference.bids - 1;
    size_t upper = others / 2;
    size_t lower = (others - 1) / 2;
    double high = bids->by_amount[upper < left_out ? upper : upper + 1]->amount;
    double low = bids->by_amount[lower < left_out ? lower : lower + 1]->amount;
    return (low + high) / 2;
}

static void find_abnormal(const struct bids *bids)
{
    for (size_t i = 0; bids->reference.bids > LOW_OTHERS_LEAST && i < bids->reference.bids; i++) {
        struct price_score *bid = bids->by_amount[i];
        double median = median_without(bids, i);
        bid->abnormally_low = share_reaches(1 - bid->amount / median, LOW_SHARE);
        bid->others_median = bid->abnormally_low ? median : 0;
    }
}

/* Values, where the formula gives any: those that have one are answered now. */
static void set_values(const struct scoring *scoring, const struct bids *bids,
                       struct result *result)
{
    if (!price_is_set(rule_of(scoring), &bids->reference)) {
        return;
    }
    for (size_t o = 0; o < result->offer_count; o++) {
        struct scored_offer *scored = &result->offers[o];
        if (scored->criteria[bids->item].price == NULL) {
            continue;
        }
        struct price_score *bid = &bids->scores[o];
        bid->has_value = true;
        bid->value = price_share(rule_of(scoring), &bids->reference, bid->amount);
        scored->criteria[bids->item].state = STATE_ANSWERED;
        criterion_score(scoring, scored, bids->item);
    }
}

void price_set(const struct scoring *scoring, struct result *result)
{
    bool *counts = arena_alloc(scoring->arena, result->offer_count, sizeof *counts);
    for (size_t o = 0; o < result->offer_count; o++) {
        counts[o] = bid_counts(scoring, result, &result->offers[o]);
    }
    for (size_t i = 1; i < scoring->criteria->count; i++) {
        if (item_is_price(&scoring->criteria->items[i])) {
            struct bids bids = collect(scoring, result, i, counts);
            set_values(scoring, &bids, result);
            find_abnormal(&bids);
        }
    }
}

/* The bids of all but one offer. */
static struct price_reference reference_without(const struct result *result, size_t item,
                                                size_t left_out)
{
    struct price_reference reference = {0};
    for (size_t o = 0; o < result->offer_count; o++) {
        const struct price_score *price = result->offers[o].criteria[item].price;
        if (o != left_out && price != NULL && price->in_reference) {
            price_reference_add(&reference, price->amount);
        }
    }
    return reference;
}

static bool is_same_bid(const struct price_score *bid, const struct price_score *other)
{
    return other != NULL && bid->in_reference == other->in_reference &&
           !(bid->amount < other->amount) && !(bid->amount > other->amount);
}

/* A bid beside those of the other offers. */
static const struct price_score *bid_beside(const struct scoring *scoring,
                                            const struct result *result, size_t offer, size_t item,
                                            struct price_score bid)
{
    const struct price_score *now = result->offers[offer].criteria[item].price;
    if (is_same_bid(&bid, now)) {
        return now;
    }
    struct price_reference reference = reference_without(result, item, offer);
    if (bid.in_reference) {
        price_reference_add(&reference, bid.amount);
    }
    struct price_score *kept = arena_alloc(scoring->arena, 1, sizeof *kept);
    bid.has_value = price_is_set(rule_of(scoring), &reference);
    bid.value = bid.has_value ? price_share(rule_of(scoring), &reference, bid.amount) : 0;
    *kept = bid;
    return kept;
}

void price_set_one(const struct scoring *scoring, const struct result *result, size_t offer,
                   struct scored_offer *scored)
{
    bool counts = bid_counts(scoring, result, scored);
    for (size_t i = 1; i < scoring->criteria->count; i++) {
        struct criterion_score *score = &scored->criteria[i];
        if (!item_is_price(&scoring->criteria->items[i]) || score->state != STATE_NOT_YET_SCORED) {
            continue;
        }
        score->price = bid_beside(
            scoring, result, offer, i,
            (struct price_score){.amount = score->level.place, .in_reference = counts});
        if (score->price->has_value) {
            score->state = STATE_ANSWERED;
            criterion_score(scoring, scored, i);
        }
    }
}

/* Would leaving out an offer move what other prices are measured by? Few do: those who alone bid
 * the lowest or the highest price. */
static bool moves_reference(const struct scoring *scoring, const struct result *result,
                            size_t left_out)
{
    for (size_t i = 1; i < scoring->criteria->count; i++) {
        const struct price_score *price = result->offers[left_out].criteria[i].price;
        if (price == NULL || !price->in_reference || !price->has_value) {
            continue;
        }
        struct price_reference without = reference_without(result, i, left_out);
        if (without.bids > 0 &&
            (price->amount < without.lowest || price->amount > without.highest)) {
            return true;
        }
    }
    return false;
}

/* One offer with its prices measured by other bids. Minima may turn with them. */
static void score_without(const struct scoring *scoring, const struct result *result,
                          const struct price_reference *references, struct scored_offer *scored)
{
    size_t count = scoring->criteria->count;
    scored->items = arena_grown(scoring->arena, scored->items, count, 0, sizeof *scored->items);
    for (size_t i = 1; i < count; i++) {
        const struct criterion_score *score = &scored->criteria[i];
        if (score->price != NULL && score->price->has_value) {
            double value = price_share(rule_of(scoring), &references[i], score->price->amount);
            scored->items[i].evidenced = fmin(value, score->ceiling);
        }
    }
    tree_sum(scoring, scored);
    gate_judge(scoring, result->gates, result->gate_count, scored);
}

void price_without(const struct scoring *scoring, const struct result *result, size_t left_out,
                   struct scored_offer *offers)
{
    size_t count = scoring->criteria->count;
    if (result->without_price || !price_formula_is_relative(rule_of(scoring)->formula) ||
        !moves_reference(scoring, result, left_out)) {
        return;
    }
    struct price_reference *references = arena_alloc(scoring->arena, count, sizeof *references);
    for (size_t i = 1; i < count; i++) {
        if (item_is_price(&scoring->criteria->items[i])) {
            references[i] = reference_without(result, i, left_out);
        }
    }
    for (size_t o = 0; o < result->offer_count; o++) {
        score_without(scoring, result, references, &offers[o]);
    }
}

/* Who leads, alone or with others, once an offer is left out? */
static void lead_without(const struct scoring *scoring, const struct result *result,
                         size_t left_out, bool *leads)
{
    struct arena_mark mark = arena_mark(scoring->arena);
    struct result trial = *result;
    trial.offers = arena_grown(scoring->arena, result->offers, result->offer_count, 0,
                               sizeof *trial.offers);
    price_without(scoring, result, left_out, trial.offers);
    struct rank_key *keys = rank_keys(scoring, &trial);
    keys[left_out].ranked = false;
    rank_leads(&scoring->settings->rules, keys, trial.offer_count, leads);
    arena_rewind(scoring->arena, mark);
}

/* The first that leads now and did not. */
static bool find_new_leader(const bool *led, const bool *leads, size_t count, size_t *leader)
{
    for (size_t o = 0; o < count; o++) {
        if (leads[o] && !led[o]) {
            *leader = o;
            return true;
        }
    }
    return false;
}

/* The first that leads now, where they are others than before: who led with others may now lead
 * alone. */
static bool is_turned(const bool *led, const bool *leads, size_t count, size_t *leader)
{
    if (find_new_leader(led, leads, count, leader)) {
        return true;
    }
    bool fewer = false;
    bool any = false;
    for (size_t o = count; o-- > 0;) {
        fewer = fewer || (led[o] && !leads[o]);
        any = any || leads[o];
        *leader = leads[o] ? o : *leader;
    }
    return fewer && any;
}

void price_test(const struct scoring *scoring, struct result *result)
{
    size_t count = result->offer_count;
    if (scoring->settings->without_price || !price_any(scoring->criteria) ||
        !price_formula_is_relative(rule_of(scoring)->formula) || !result->has_leader) {
        return;
    }
    bool *led = arena_alloc(scoring->arena, count, sizeof *led);
    bool *leads = arena_alloc(scoring->arena, count, sizeof *leads);
    rank_leads(&scoring->settings->rules, rank_keys(scoring, result), count, led);
    struct price_turn *turns = NULL;
    size_t capacity = 0;
    for (size_t o = 0; o < count; o++) {
        size_t leader = 0;
        if (led[o] || !moves_reference(scoring, result, o)) {
            continue;
        }
        lead_without(scoring, result, o, leads);
        if (is_turned(led, leads, count, &leader)) {
            turns = arena_more(scoring->arena, turns, result->price_turn_count, &capacity,
                               sizeof *turns);
            turns[result->price_turn_count++] = (struct price_turn){o, leader};
        }
    }
    result->price_turns = turns;
}
