#include "score/criterion.h"

#include "score/evidence.h"
#include "score/gap.h"
#include "score/level_in_force.h"
#include "score/state.h"

#include <math.h>

static bool is_proven(const struct criterion_score *score)
{
    return !score->evidence_asked || score->grade >= GRADE_INDEPENDENT;
}

/* What carries the answer, and what a finding shows instead. */
static void weigh(const struct scoring *scoring, const struct offer *offer, size_t index,
                  struct criterion_score *score)
{
    const struct item *item = &scoring->criteria->items[index];
    const struct answer *answer = &offer->response.answers[index];
    const struct shown *shown = &offer->findings.shows[index];
    evidence_collect(scoring, offer, index, score);
    score->grade = evidence_best(scoring, offer, score, 0);
    score->has_grade = score->evidence_asked;
    if (score->has_grade) {
        score->ceiling = scoring->settings->rules.ceilings[score->grade];
    }
    score->contradicted = shows_less(&item->answer, answer, shown);
    if (score->contradicted) {
        score->shown = shown->value;
    }
}

static void set_answered(const struct scoring *scoring, struct scored_offer *scored, size_t index)
{
    struct criterion_score *score = &scored->criteria[index];
    struct item_score *figures = &scored->items[index];
    figures->claimed = scored->offer->response.answers[index].claimed;
    double shown = score->contradicted ? fmin(figures->claimed, score->shown) : figures->claimed;
    figures->evidenced = fmin(shown, score->ceiling);
    figures->proven = is_proven(score) ? figures->evidenced : 0;
    figures->high = figures->claimed;
    figures->answered = 1;
    gap_split(scoring, scored->offer, figures->claimed, score);
}

void criterion_score(const struct scoring *scoring, struct scored_offer *scored, size_t index)
{
    const struct item *item = &scoring->criteria->items[index];
    struct criterion_score *score = &scored->criteria[index];
    struct item_score *figures = &scored->items[index];
    score->evidence_asked = item->kind_count > 0;
    score->ceiling = 1;
    figures->in_sum = state_is_in_sum(item, score);
    switch (score->state) {
    case STATE_ANSWERED:
        weigh(scoring, scored->offer, index, score);
        set_answered(scoring, scored, index);
        return;
    case STATE_NOT_YET_SCORED:
        weigh(scoring, scored->offer, index, score);
        return;
    case STATE_UNANSWERED:
    case STATE_NOT_APPLICABLE:
        figures->high = figures->in_sum && scoring->answers_due ? 1 : 0;
        return;
    case STATE_NOT_ASKED:
        figures->answered = figures->in_sum ? 1 : 0;
        return;
    case STATE_DECLINED:
    case STATE_COUNT:
        break;
    }
    // Silence is not assurance: it stays in the sum at 0.
}
