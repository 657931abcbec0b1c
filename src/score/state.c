#include "score/state.h"

#include "base/arena.h"
#include "score/level_in_force.h"

#include <assert.h>

/* Walking the conditions of one offer; each criterion is decided once. */
struct walk {
    const struct scoring *scoring;
    const struct offer *offer;
    struct criterion_score *scores;
    bool *decided;
};

static bool is_agreed(const struct scoring *scoring, const struct offer *offer, size_t index)
{
    if (scoring->criteria->items[index].not_applicable == NOT_APPLICABLE_NEVER) {
        return false;
    }
    const struct applicability *finding = &offer->findings.not_applicable[index];
    return finding->given ? finding->agreed : scoring->settings->rules.not_applicable_accept;
}

/* Is it for the buyer to give the answer its worth? */
static bool is_ours_to_score(enum answer_kind kind)
{
    return kind == ANSWER_TEXT || kind == ANSWER_PRICE;
}

static enum answer_state state_of_reply(const struct item *item, const struct answer *answer)
{
    switch (answer->reply) {
    case REPLY_NONE:
        return STATE_UNANSWERED;
    case REPLY_ANSWER:
        return is_ours_to_score(item->answer.kind) ? STATE_NOT_YET_SCORED : STATE_ANSWERED;
    case REPLY_NOT_APPLICABLE:
        return STATE_NOT_APPLICABLE;
    case REPLY_DECLINED:
        break;
    }
    return STATE_DECLINED;
}

static bool when_holds(const struct walk *walk, const struct when *when)
{
    enum answer_state state = walk->scores[when->item].state;
    if (state != STATE_ANSWERED && state != STATE_NOT_YET_SCORED) {
        return false;
    }
    const struct item *item = &walk->scoring->criteria->items[when->item];
    struct level_in_force level = level_of_answer(&walk->offer->response.answers[when->item]);
    return level_says_any(&item->answer, &level, when->words, when->word_count);
}

static void decide(const struct walk *walk, size_t index)
{
    if (walk->decided[index]) {
        return;
    }
    walk->decided[index] = true;
    const struct item *item = &walk->scoring->criteria->items[index];
    const struct answer *answer = &walk->offer->response.answers[index];
    struct criterion_score *score = &walk->scores[index];
    if (scoring_is_sealed(walk->scoring, index)) {
        score->state = STATE_NOT_YET_SCORED; // whatever is in the envelope, and if nothing is
        return;
    }
    score->state = state_of_reply(item, answer);
    for (size_t i = 0; i < item->when_count; i++) {
        decide(walk, item->whens[i].item);
        if (!when_holds(walk, &item->whens[i])) {
            score->state = STATE_NOT_ASKED;
        }
    }
    score->agreed = score->state == STATE_NOT_APPLICABLE &&
                    is_agreed(walk->scoring, walk->offer, index);
}

void state_decide(const struct scoring *scoring, const struct offer *offer,
                  struct criterion_score *scores)
{
    const struct criteria *criteria = scoring->criteria;
    struct walk walk = {.scoring = scoring,
                        .offer = offer,
                        .scores = scores,
                        .decided = arena_alloc(scoring->arena, criteria->count, sizeof(bool))};
    for (size_t i = 1; i < criteria->count; i++) {
        if (item_is_criterion(&criteria->items[i])) {
            decide(&walk, i);
        }
    }
}

bool state_is_in_sum(const struct item *item, const struct criterion_score *score)
{
    switch (score->state) {
    case STATE_ANSWERED:
    case STATE_UNANSWERED:
    case STATE_DECLINED:
        return true;
    case STATE_NOT_APPLICABLE:
        return !score->agreed;
    case STATE_NOT_ASKED:
        return !item->otherwise_leave;
    case STATE_NOT_YET_SCORED:
    case STATE_COUNT:
        break;
    }
    return false;
}
