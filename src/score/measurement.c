#include "score/measurement.h"

#include "base/number.h"
#include "base/text.h"
#include "model/curve.h"

#include <math.h>

/* What an answer in the criterion's own terms is worth. */
static double worth_of(const struct answer_type *type, double place)
{
    if (type->kind == ANSWER_PERCENT) {
        return fmin(fmax(place, 0), 1);
    }
    return type->point_count == 0 ? 0 : curve_worth(type->points, type->point_count, place);
}

/* Is more worth more (1), worth less (-1), or can it not be said (0)? */
static int direction_of(const struct answer_type *type)
{
    if (type->kind == ANSWER_PERCENT) {
        return 1;
    }
    if (type->point_count == 0) {
        return 0;
    }
    double rise = type->points[type->point_count - 1].y - type->points[0].y;
    return rise > 0 ? 1 : rise < 0 ? -1 : 0;
}

bool place_is_worse(const struct answer_type *type, double place, double than)
{
    double worth = worth_of(type, place);
    double other = worth_of(type, than);
    if (!number_same(worth, other)) {
        return worth < other;
    }
    // Where the curve is flat, its direction as a whole says which is worse.
    return direction_of(type) * (place - than) < 0;
}

bool claim_feeds(const struct claim *claim, size_t index)
{
    for (size_t i = 0; i < claim->criterion_count; i++) {
        if (claim->criteria[i] == index) {
            return true;
        }
    }
    return false;
}

const struct measured *measured_of(const struct findings *findings, const struct claim *claim)
{
    for (size_t i = 0; i < findings->measured_count; i++) {
        const struct measured *measured = &findings->measured[i];
        if (!measured->is_effect && text_equal(measured->claim, claim->id)) {
            return measured;
        }
    }
    return NULL;
}

bool measured_share(const struct claim *claim, const struct measured *measured, double *share)
{
    double claimed = claim->stated.value - claim->base.value;
    if (claim->stated.kind == QUANTITY_NONE || claim->base.kind == QUANTITY_NONE ||
        measured->value.kind == QUANTITY_NONE || number_same(claimed, 0)) {
        return false;
    }
    *share = fmin(fmax((measured->value.value - claim->base.value) / claimed, 0), 1);
    return true;
}

/* In the criterion's own terms stand both figures, or the measured one where none is claimed. */
static bool in_own_terms(const struct scoring *scoring, const struct answer_type *type,
                         const struct claim *claim, const struct measured *measured, double *place)
{
    double claimed;
    return (claim->stated.kind == QUANTITY_NONE ||
            quantity_place(scoring->arena, type, &claim->stated, &claimed)) &&
           quantity_place(scoring->arena, type, &measured->value, place);
}

/* What one measured claim makes of the answer; `finding` NULL: nothing. */
static struct measurement measure(const struct scoring *scoring, const struct offer *offer,
                                  size_t index, const struct claim *claim)
{
    const struct answer_type *type = &scoring->criteria->items[index].answer;
    double answered = offer->response.answers[index].claimed;
    const struct measured *measured = measured_of(&offer->findings, claim);
    struct measurement measurement = {.finding = measured, .claim = claim};
    double share;
    if (measured == NULL || measured->value.kind == QUANTITY_NONE) {
        return (struct measurement){0};
    }
    if (in_own_terms(scoring, type, claim, measured, &measurement.place)) {
        measurement.in_own_terms = true;
        measurement.value = fmin(worth_of(type, measurement.place), answered);
        return measurement;
    }
    if (!measured_share(claim, measured, &share)) {
        return (struct measurement){0};
    }
    measurement.value = share * answered;
    return measurement;
}

static bool is_lower(const struct answer_type *type, const struct measurement *a,
                     const struct measurement *b)
{
    if (b->finding == NULL || !number_same(a->value, b->value)) {
        return b->finding == NULL || a->value < b->value;
    }
    return a->in_own_terms && b->in_own_terms && place_is_worse(type, a->place, b->place);
}

void level_lower_to_measured(const struct answer_type *type, const struct measurement *measurement,
                             struct level_in_force *level)
{
    if (measurement->finding == NULL) {
        return;
    }
    if (measurement->in_own_terms) {
        if (place_is_worse(type, measurement->place, level->place)) {
            level->word = measurement->finding->figure;
            level->place = measurement->place;
            level->value = fmin(measurement->value, level->value);
            level->source = LEVEL_MEASURED;
        }
        return;
    }
    // A share says how much of the level is left, not which other level would be right.
    level->value = fmin(measurement->value, level->value);
}

void measurement_apply(const struct scoring *scoring, const struct offer *offer, size_t index,
                       struct criterion_score *score)
{
    const struct answer_type *type = &scoring->criteria->items[index].answer;
    // The panel gives a text its level, and the formula a price its worth.
    if (type->kind == ANSWER_TEXT || type->kind == ANSWER_PRICE) {
        return;
    }
    for (size_t c = 0; c < offer->response.claim_count; c++) {
        const struct claim *claim = &offer->response.claims[c];
        if (!claim_feeds(claim, index)) {
            continue;
        }
        struct measurement measurement = measure(scoring, offer, index, claim);
        if (measurement.finding == NULL) {
            continue;
        }
        // A share may be the lowest, and yet the figure of another claim is what gates test.
        level_lower_to_measured(type, &measurement, &score->level);
        if (is_lower(type, &measurement, &score->measurement)) {
            score->measurement = measurement;
        }
    }
}
