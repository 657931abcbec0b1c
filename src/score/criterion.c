#include "score/criterion.h"

#include "score/evidence.h"
#include "score/gap.h"
#include "score/level_in_force.h"
#include "score/measurement.h"
#include "score/panel.h"
#include "score/state.h"

#include <math.h>

static bool is_proven(const struct criterion_score *score)
{
    bool by_panel = score->panel != NULL && score->panel->has_level;
    return by_panel || !score->evidence_asked || score->grade >= GRADE_INDEPENDENT;
}

/* What carries the answer. */
static void grade_answer(const struct scoring *scoring, const struct offer *offer, size_t index,
                         struct criterion_score *score)
{
    evidence_collect(scoring, offer, index, score);
    score->grade = evidence_best(scoring, offer, score, 0);
    score->has_grade = score->evidence_asked;
    if (score->has_grade) {
        score->ceiling = scoring->settings->rules.ceilings[score->grade];
    }
}

/* What the criterion is judged by: the panel's level, else what findings say, else the answer. */
static void set_level(const struct scoring *scoring, const struct offer *offer, size_t index,
                      struct criterion_score *score)
{
    const struct answer_type *type = &scoring->criteria->items[index].answer;
    const struct answer *answer = &offer->response.answers[index];
    score->level = level_in_force(type, answer, &offer->findings.shows[index]);
    measurement_apply(scoring, offer, index, score);
    score->contradicted = score->level.source != LEVEL_ANSWERED ||
                          score->level.value < answer->claimed;
    if (score->panel != NULL && score->panel->has_level) {
        score->level = level_of_panel(type, answer, score->panel);
    }
}

static double claimed_of(const struct answer_type *type, const struct answer *answer,
                         const struct criterion_score *score)
{
    switch (type->kind) {
    case ANSWER_TEXT:
        return score->panel->value; // its level is the panel's
    case ANSWER_PRICE:
        return score->price->value;
    case ANSWER_LEVEL:
    case ANSWER_YES_NO:
    case ANSWER_PERCENT:
    case ANSWER_NUMBER:
    case ANSWER_MONEY:
    case ANSWER_DATE:
    case ANSWER_CHOICE:
    case ANSWER_CHECKLIST:
    case ANSWER_KIND_COUNT:
        break;
    }
    return answer->claimed;
}

static void set_answered(const struct scoring *scoring, struct scored_offer *scored, size_t index)
{
    const struct answer_type *type = &scoring->criteria->items[index].answer;
    struct criterion_score *score = &scored->criteria[index];
    struct item_score *figures = &scored->items[index];
    figures->claimed = claimed_of(type, &scored->offer->response.answers[index], score);
    if (type->kind == ANSWER_PRICE) {
        score->level.value = figures->claimed;
    }
    figures->evidenced = fmin(fmin(figures->claimed, score->level.value), score->ceiling);
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
        grade_answer(scoring, scored->offer, index, score);
        set_level(scoring, scored->offer, index, score);
        set_answered(scoring, scored, index);
        return;
    case STATE_NOT_YET_SCORED:
        if (scoring_is_sealed(scoring, index)) {
            return;
        }
        grade_answer(scoring, scored->offer, index, score);
        set_level(scoring, scored->offer, index, score);
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
