#include "score/clarification_effect.h"

#include "base/arena.h"
#include "model/clarification.h"
#include "model/mark_table.h"
#include "model/price_check.h"
#include "score/offer_score.h"
#include "score/outcome.h"
#include "score/panel.h"
#include "score/price.h"
#include "score/publish.h"

#include <stdlib.h>

/* How many answers clarifications gave to an offer. */
static size_t count_clarified(const struct scoring *scoring, const struct offer *offer)
{
    size_t count = 0;
    for (size_t i = 1; i < scoring->criteria->count; i++) {
        const struct answer *answer = &offer->response.answers[i];
        for (; answer->first != NULL; answer = answer->first) {
            count++;
        }
    }
    return count;
}

/* An answer as a clarification left it, and the one that was laid over it next. */
struct link {
    const struct answer *answer;
    const struct link *later; // NULL: it is in force
};

/* The answer in force if the one of a link had not come: the later ones over the one before. */
static struct answer without(const struct scoring *scoring, const struct link *link)
{
    struct answer answer = *link->answer->first;
    for (const struct link *later = link->later; later != NULL; later = later->later) {
        answer = clarification_answer(scoring->arena, &answer, later->answer->given);
    }
    return answer;
}

/* The offer in which the answer of a link did not come. */
static struct offer *taken_back(const struct scoring *scoring, const struct offer *now, size_t item,
                                const struct link *link)
{
    size_t count = scoring->criteria->count;
    struct offer *before = arena_alloc(scoring->arena, 1, sizeof *before);
    *before = *now;
    before->response.answers = arena_grown(scoring->arena, now->response.answers, count, 0,
                                           sizeof *now->response.answers);
    before->response.answers[item] = without(scoring, link);
    return before;
}

/* The panel's words on an offer that was taken back: they hold wherever there is an answer as there
 * is one now. */
static void keep_panel(const struct scoring *scoring, struct result *result,
                       const struct mark_table *marks, size_t offer, struct scored_offer *then)
{
    for (size_t i = 1; i < scoring->criteria->count; i++) {
        const struct criterion_score *now = &result->offers[offer].criteria[i];
        struct criterion_score *score = &then->criteria[i];
        if (!panel_has_answer(score)) {
            continue;
        }
        score->panel = panel_has_answer(now) ? now->panel
                                             : panel_judge_answer(scoring, result, marks, offer, i);
        if (score->panel != NULL && score->panel->has_level) {
            score->state = STATE_ANSWERED;
        }
    }
}

/* One criterion of a scored offer, which clarifications answered. */
struct clarified {
    size_t offer, item;
};

/* Score one offer again without the answer of a link; the others are as they are. */
static struct scored_offer score_again(const struct scoring *scoring, struct result *result,
                                       const struct mark_table *marks, struct clarified which,
                                       const struct link *link)
{
    const struct offer *now = result->offers[which.offer].offer;
    struct scored_offer then = {0};
    offer_begin(scoring, taken_back(scoring, now, which.item, link), &then);
    keep_panel(scoring, result, marks, which.offer, &then);
    offer_score_criteria(scoring, &then);
    if (price_any(scoring->criteria) && !scoring->settings->without_price) {
        offer_sum(scoring, result, &then);
        price_set_one(scoring, result, which.offer, &then);
    }
    offer_settle(scoring, result, &then);
    then.outcome = outcome_decide(scoring, &then, result->gate_count);
    return then;
}

static double total_of(const struct scored_offer *offer)
{
    return offer->has_total ? offer->items[0].evidenced * 100 : 0;
}

/* The effect of the answer of a link. */
static struct clarification_effect effect_of(const struct scoring *scoring, struct result *result,
                                             const struct mark_table *marks, struct clarified which,
                                             const struct link *link)
{
    const struct scored_offer *now = &result->offers[which.offer];
    struct arena_mark mark = arena_mark(scoring->arena);
    const struct scored_offer then = score_again(scoring, result, marks, which, link);
    struct clarification_effect effect = {
        .clarification = link->answer->clarification,
        .offer = which.offer,
        .item = which.item,
        .points = total_of(now) - total_of(&then),
        .outcome_before = then.outcome,
    };
    arena_rewind(scoring->arena, mark);
    return effect;
}

/* The effect of an answer that a later one replaced wholly. */
static struct clarification_effect
effect_of_hidden(const struct result *result, struct clarified which, const struct answer *answer)
{
    return (struct clarification_effect){.clarification = answer->clarification,
                                         .offer = which.offer,
                                         .item = which.item,
                                         .outcome_before = result->offers[which.offer].outcome};
}

/* Write the effects of all clarifications of one answer, the latest first. Returns how many. */
static size_t find_effects(const struct scoring *scoring, struct result *result,
                           const struct mark_table *marks, struct clarified which,
                           struct clarification_effect *effects)
{
    const struct answer *answer = &result->offers[which.offer].offer->response.answers[which.item];
    const struct link *later = NULL;
    bool is_hidden = false;
    size_t count = 0;
    for (; answer->first != NULL; answer = answer->first) {
        struct link *link = arena_alloc(scoring->arena, 1, sizeof *link);
        *link = (struct link){answer, later};
        effects[count++] = is_hidden ? effect_of_hidden(result, which, answer)
                                     : effect_of(scoring, result, marks, which, link);
        is_hidden = is_hidden || answer->given->reply != REPLY_NONE;
        later = link;
    }
    return count;
}

/* By clarification; of one clarification, which is to one vendor, in tree order. */
static int compare_effects(const void *left, const void *right)
{
    const struct clarification_effect *a = left;
    const struct clarification_effect *b = right;
    int order = (a->clarification > b->clarification) - (a->clarification < b->clarification);
    return order != 0 ? order : (a->item > b->item) - (a->item < b->item);
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
    struct mark_table marks;
    mark_table_init(scoring->arena, scoring->project, &marks);
    size_t count = 0;
    for (size_t o = 0; o < result->offer_count; o++) {
        for (size_t i = 1; i < scoring->criteria->count; i++) {
            count += find_effects(scoring, result, &marks, (struct clarified){o, i},
                                  effects + count);
        }
    }
    qsort(effects, count, sizeof *effects, compare_effects);
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
