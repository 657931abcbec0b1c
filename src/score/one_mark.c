#include "score/one_mark.h"

#include "base/arena.h"
#include "score/level_in_force.h"
#include "score/publish.h"
#include "score/tree.h"

#include <math.h>

/* More than publishing with no decimals can move a score. */
static const double REACH_SLACK_POINTS = 1;

/* The test under way. */
struct trial {
    const struct scoring *scoring;
    const struct result *result;
    struct rank_key *keys; // of all offers; the one on trial is replaced and put back
    int64_t *ties;         // room for the tie scores of the key on trial
    int64_t best;          // highest total now
    double best_points;    // the same, unrounded
    bool *leads;           // per offer: it leads now, alone or with others
};

/* The first of those that lead among these keys. Requires: one is ranked. */
static size_t champion(const struct trial *trial, int64_t best)
{
    const struct rules *rules = &trial->scoring->settings->rules;
    size_t first = trial->result->leader;
    for (size_t o = 0; o < trial->result->offer_count; o++) {
        if (trial->keys[o].ranked &&
            rank_compare(rules, best, &trial->keys[o], &trial->keys[first]) < 0) {
            first = o;
        }
    }
    return first;
}

static bool is_level_with(const struct trial *trial, int64_t best, size_t offer, size_t first)
{
    return trial->keys[offer].ranked && rank_compare(&trial->scoring->settings->rules, best,
                                                     &trial->keys[offer], &trial->keys[first]) == 0;
}

static void note_leaders(const struct trial *trial)
{
    size_t first = champion(trial, trial->best);
    for (size_t o = 0; o < trial->result->offer_count; o++) {
        trial->leads[o] = is_level_with(trial, trial->best, o, first);
    }
}

/* Do others lead than now? */
static bool leaders_differ(const struct trial *trial)
{
    int64_t best = rank_best(trial->keys, trial->result->offer_count);
    size_t first = champion(trial, best);
    for (size_t o = 0; o < trial->result->offer_count; o++) {
        if (is_level_with(trial, best, o, first) != trial->leads[o]) {
            return true;
        }
    }
    return false;
}

static void set_tie(const struct trial *trial, size_t index, double evidenced)
{
    const struct rules *rules = &trial->scoring->settings->rules;
    for (size_t t = 0; t < rules->tie_count; t++) {
        if (rules->tie[t] == index) {
            trial->ties[t] = publish_units(evidenced * 100, rules->decimals);
        }
    }
}

/* The key that the offer would have if a criterion had another evidenced value. */
static struct rank_key key_with(const struct trial *trial, size_t offer, size_t index,
                                double evidenced)
{
    const struct scoring *scoring = trial->scoring;
    const struct rules *rules = &scoring->settings->rules;
    for (size_t t = 0; t < rules->tie_count; t++) {
        trial->ties[t] = trial->keys[offer].ties[t];
    }
    double value = evidenced;
    set_tie(trial, index, value);
    for (size_t i = index; i != 0; i = scoring->criteria->items[i].parent) {
        size_t section = scoring->criteria->items[i].parent;
        value = tree_mean_with(scoring, trial->result->offers[offer].items, section, i, value);
        set_tie(trial, section, value);
    }
    return (struct rank_key){
        .ranked = true, .units = publish_units(value * 100, rules->decimals), .ties = trial->ties};
}

/* Can a total come near the best at all? Wide of the mark on the safe side: it spares most sums. */
static bool is_out_of_reach(const struct trial *trial, size_t offer, size_t index, double evidenced)
{
    const struct item_score *items = trial->result->offers[offer].items;
    double gain = items[index].share * (evidenced - items[index].evidenced) * 100;
    double reach = items[0].evidenced * 100 + gain + REACH_SLACK_POINTS +
                   trial->scoring->settings->rules.margin_points;
    return !trial->leads[offer] && reach < trial->best_points;
}

static bool changes_leader(const struct trial *trial, size_t offer, size_t index, double evidenced)
{
    if (is_out_of_reach(trial, offer, index, evidenced)) {
        return false;
    }
    struct rank_key now = trial->keys[offer];
    struct rank_key then = key_with(trial, offer, index, evidenced);
    // Most trials end here: who does not lead changes nothing unless it comes near the best.
    if (!trial->leads[offer] && then.units < trial->best &&
        !rank_ties_with_best(&trial->scoring->settings->rules, trial->best, then.units)) {
        return false;
    }
    trial->keys[offer] = then;
    bool differ = leaders_differ(trial);
    trial->keys[offer] = now;
    return differ;
}

/* Is it judged on a scale? A text is, once the panel has given it a level. */
static bool has_level(const struct answer_type *type, const struct criterion_score *score)
{
    bool on_scale = type->kind == ANSWER_LEVEL || type->kind == ANSWER_TEXT;
    return on_scale && score->state == STATE_ANSWERED;
}

/* The highest place that a level may take: the panel's counts no more than the answer's. */
static double highest_place(const struct answer_type *type, const struct answer *answer,
                            const struct criterion_score *score)
{
    bool is_capped = type->kind == ANSWER_LEVEL && score->level.source == LEVEL_OF_PANEL;
    return is_capped ? answer->place : (double)(type->scale->count - 1);
}

/* What a place is worth; between two levels the mean of theirs. */
static double worth_at(const struct scale *scale, double place)
{
    return (scale->levels[(size_t)floor(place)].worth + scale->levels[(size_t)ceil(place)].worth) /
           2;
}

/* Would one level up or down do it? Only what is judged on a scale has levels. */
static bool is_one_mark(const struct trial *trial, size_t offer, size_t index)
{
    const struct scored_offer *scored = &trial->result->offers[offer];
    const struct answer_type *type = &trial->scoring->criteria->items[index].answer;
    const struct criterion_score *score = &scored->criteria[index];
    if (!has_level(type, score) || !(scored->items[index].share > 0)) {
        return false;
    }
    double place = score->level.place;
    double highest = highest_place(type, &scored->offer->response.answers[index], score);
    double below = fmax(place - 1, 0);
    double above = fmin(place + 1, highest);
    bool falls = below < place &&
                 changes_leader(trial, offer, index,
                                fmin(worth_at(type->scale, below), score->ceiling));
    return falls ||
           (above > place && changes_leader(trial, offer, index,
                                            fmin(worth_at(type->scale, above), score->ceiling)));
}

static struct trial begin(const struct scoring *scoring, const struct rank_key *keys,
                          const struct result *result)
{
    struct trial trial = {
        .scoring = scoring,
        .result = result,
        .keys = arena_alloc(scoring->arena, result->offer_count, sizeof *trial.keys),
        .ties = arena_alloc(scoring->arena, scoring->settings->rules.tie_count, sizeof *trial.ties),
        .best = rank_best(keys, result->offer_count),
        .leads = arena_alloc(scoring->arena, result->offer_count, sizeof *trial.leads),
    };
    for (size_t o = 0; o < result->offer_count; o++) {
        trial.keys[o] = keys[o];
    }
    for (size_t o = 0; o < result->offer_count; o++) {
        if (result->offers[o].ranked) {
            trial.best_points = fmax(trial.best_points, result->offers[o].items[0].evidenced * 100);
        }
    }
    note_leaders(&trial);
    return trial;
}

static size_t ranked_count(const struct rank_key *keys, size_t count)
{
    size_t ranked = 0;
    for (size_t i = 0; i < count; i++) {
        ranked += keys[i].ranked ? 1 : 0;
    }
    return ranked;
}

void one_mark_find(const struct scoring *scoring, const struct rank_key *keys,
                   struct result *result)
{
    if (ranked_count(keys, result->offer_count) < 2) {
        return; // nobody is there to take the lead
    }
    struct trial trial = begin(scoring, keys, result);
    struct one_mark *marks = NULL;
    size_t count = 0;
    size_t capacity = 0;
    for (size_t o = 0; o < result->offer_count; o++) {
        for (size_t i = 1; i < scoring->criteria->count && keys[o].ranked; i++) {
            if (item_is_criterion(&scoring->criteria->items[i]) && is_one_mark(&trial, o, i)) {
                marks = arena_more(scoring->arena, marks, count, &capacity, sizeof *marks);
                marks[count++] = (struct one_mark){.offer = o, .item = i};
            }
        }
    }
    result->one_marks = marks;
    result->one_mark_count = count;
    result->narrow = count > 0 ||
                     published_within(result->lead, scoring->settings->rules.margin_points);
}
