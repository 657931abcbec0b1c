#include "score/claims.h"

#include "base/arena.h"
#include "base/sum.h"
#include "score/claim_lacks.h"
#include "score/evidence.h"
#include "score/measurement.h"
#include "score/wording_match.h"

/* One claim that is being judged. */
struct judging {
    const struct scoring *scoring;
    const struct scored_offer *scored;
    const struct claim *claim;
    const struct measured *measured; // NULL: nothing
};

/* What was measured, against what is claimed. */
enum measured_against { AGAINST_UNKNOWN, AGAINST_LESS, AGAINST_ENOUGH };

/* The criterion is answered, and judged by its evidence. */
static bool is_judged(const struct criterion_score *score)
{
    return score->state == STATE_ANSWERED || score->state == STATE_NOT_YET_SCORED;
}

/* In the terms of a criterion, whose curve says which way is better. */
static enum measured_against against_in_own_terms(const struct judging *judging)
{
    const struct quantity *stated = &judging->claim->stated;
    enum measured_against against = AGAINST_UNKNOWN;
    for (size_t i = 0; i < judging->claim->criterion_count; i++) {
        size_t index = judging->claim->criteria[i];
        const struct answer_type *type = &judging->scoring->criteria->items[index].answer;
        double claimed = judging->scored->offer->response.answers[index].place;
        double place;
        bool answered = judging->scored->criteria[index].state == STATE_ANSWERED;
        bool in_terms = stated->kind == QUANTITY_NONE
                            ? answered
                            : quantity_place(judging->scoring->arena, type, stated, &claimed);
        if (!in_terms || type->kind == ANSWER_PRICE ||
            !quantity_place(judging->scoring->arena, type, &judging->measured->value, &place)) {
            continue;
        }
        if (place_is_worse(type, place, claimed)) {
            return AGAINST_LESS;
        }
        against = AGAINST_ENOUGH;
    }
    return against;
}

static enum measured_against measured_against(const struct judging *judging)
{
    double share;
    if (judging->measured == NULL) {
        return AGAINST_UNKNOWN;
    }
    enum measured_against against = against_in_own_terms(judging);
    if (against != AGAINST_UNKNOWN) {
        return against;
    }
    if (measured_share(judging->claim, judging->measured, &share)) {
        return share < 1 ? AGAINST_LESS : AGAINST_ENOUGH;
    }
    const struct quantity *stated = &judging->claim->stated;
    if (stated->kind == QUANTITY_NONE || judging->measured->value.kind == QUANTITY_NONE) {
        return AGAINST_UNKNOWN;
    }
    // Nothing says which way is better: then more is.
    return judging->measured->value.value < stated->value ? AGAINST_LESS : AGAINST_ENOUGH;
}

/* Does a finding show less on one of the claim's criteria? */
static bool is_shown_less(const struct judging *judging)
{
    const struct offer *offer = judging->scored->offer;
    for (size_t i = 0; i < judging->claim->criterion_count; i++) {
        size_t index = judging->claim->criteria[i];
        if (judging->scored->criteria[index].state == STATE_ANSWERED &&
            shows_less(&judging->scoring->criteria->items[index].answer,
                       &offer->response.answers[index], &offer->findings.shows[index])) {
            return true;
        }
    }
    return false;
}

/* Would accepting what is held raise the grade of one of the criteria? */
static bool waits_for_us(const struct judging *judging)
{
    for (size_t i = 0; i < judging->claim->criterion_count; i++) {
        const struct criterion_score *score =
            &judging->scored->criteria[judging->claim->criteria[i]];
        if (is_judged(score) && score->has_grade &&
            evidence_best(judging->scoring, judging->scored->offer, score, FAULT_NOT_ACCEPTED) >
                score->grade) {
            return true;
        }
    }
    return false;
}

/* Are all criteria that count carried by proof, or ask for none? */
static bool is_carried(const struct judging *judging)
{
    size_t carried = 0;
    for (size_t i = 0; i < judging->claim->criterion_count; i++) {
        const struct criterion_score *score =
            &judging->scored->criteria[judging->claim->criteria[i]];
        if (score->state == STATE_NOT_ASKED || score->agreed) {
            continue; // it is not judged by it
        }
        if (!is_judged(score) || (score->has_grade && score->grade < GRADE_INDEPENDENT)) {
            return false;
        }
        carried++;
    }
    return carried > 0;
}

static enum claim_state state_of(const struct judging *judging)
{
    enum measured_against against = measured_against(judging);
    if (against == AGAINST_LESS || is_shown_less(judging)) {
        return CLAIM_CONTRADICTED;
    }
    if (against == AGAINST_ENOUGH || is_carried(judging)) {
        return CLAIM_HOLDS;
    }
    return waits_for_us(judging) ? CLAIM_NOT_OPENED : CLAIM_NOT_PROVEN;
}

/* Points over its criteria: one that two claims feed counts in each. */
static void set_points(const struct judging *judging, struct claim_score *score)
{
    struct sum claimed = {0};
    struct sum evidenced = {0};
    for (size_t i = 0; i < judging->claim->criterion_count; i++) {
        const struct item_score *figures = &judging->scored->items[judging->claim->criteria[i]];
        sum_add(&claimed, figures->share * (figures->claimed * 100));
        sum_add(&evidenced, figures->points);
    }
    score->claimed = sum_total(&claimed);
    score->evidenced = sum_total(&evidenced);
}

static void set_grade(const struct judging *judging, struct claim_score *score)
{
    for (size_t i = 0; i < judging->claim->criterion_count; i++) {
        const struct criterion_score *criterion =
            &judging->scored->criteria[judging->claim->criteria[i]];
        if (is_judged(criterion) && criterion->has_grade &&
            (!score->has_grade || criterion->grade > score->grade)) {
            score->has_grade = true;
            score->grade = criterion->grade;
        }
    }
}

void claims_judge(const struct scoring *scoring, struct scored_offer *scored)
{
    const struct response *response = &scored->offer->response;
    struct claim_score *claims = arena_alloc(scoring->arena, response->claim_count, sizeof *claims);
    scored->claims = claims;
    if (response->claim_count == 0) {
        return;
    }
    struct wording_matcher matcher = wording_matcher(scoring->arena, scoring->criteria);
    for (size_t c = 0; c < response->claim_count; c++) {
        const struct claim *claim = &response->claims[c];
        struct judging judging = {.scoring = scoring,
                                  .scored = scored,
                                  .claim = claim,
                                  .measured = measured_of(&scored->offer->findings, claim)};
        claims[c].state = state_of(&judging);
        claims[c].measured = judging.measured;
        set_grade(&judging, &claims[c]);
        set_points(&judging, &claims[c]);
        claims[c].wording = wording_match(&matcher, claim->class, claim->says,
                                          &claims[c].wording_count);
        claims[c].lacks = claim_lacks(scored, claim);
    }
}
