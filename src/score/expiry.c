#include "score/expiry.h"

#include "base/arena.h"
#include "score/evidence.h"

#include <math.h>
#include <stdlib.h>

/* The list while it grows. */
struct expiries {
    struct arena *arena;
    const struct result *result;
    struct expiring *list;
    size_t count, capacity;
    size_t first; // of the offer that is looked at
};

/* The best grade of the carriers but one. */
static enum grade grade_without(const struct criterion_score *score, const struct carrier *left_out)
{
    enum grade best = GRADE_STATED;
    for (size_t k = 0; k < score->carrier_count; k++) {
        const struct carrier *carrier = &score->carriers[k];
        if (carrier != left_out && carrier->counts && carrier->grade > best) {
            best = carrier->grade;
        }
    }
    return best;
}

static double points_without(const struct expiries *expiries, const struct scored_offer *scored,
                             size_t item, const struct carrier *carrier)
{
    const double *ceilings = expiries->result->project->evaluation.rules.ceilings;
    const struct item_score *figures = &scored->items[item];
    double left = fmin(figures->evidenced,
                       ceilings[grade_without(&scored->criteria[item], carrier)]);
    return figures->share * ((figures->evidenced - left) * 100);
}

/* Among those of the offer that is looked at. */
static struct expiring *find(struct expiries *expiries, const struct carrier *carrier)
{
    for (size_t i = expiries->first; i < expiries->count; i++) {
        struct expiring *known = &expiries->list[i];
        if (known->own == carrier->own && known->evidence == carrier->index) {
            return known;
        }
    }
    return NULL;
}

/* One more criterion that the carrier's evidence carries. */
static void add(struct expiries *expiries, size_t offer, size_t item, const struct carrier *carrier,
                struct date last)
{
    const struct scored_offer *scored = &expiries->result->offers[offer];
    struct expiring *expiring = find(expiries, carrier);
    if (expiring == NULL) {
        expiries->list = arena_more(expiries->arena, expiries->list, expiries->count,
                                    &expiries->capacity, sizeof *expiries->list);
        expiring = &expiries->list[expiries->count++];
        *expiring = (struct expiring){
            .offer = offer, .own = carrier->own, .evidence = carrier->index, .last = last};
    }
    size_t *criteria = arena_grown(expiries->arena, expiring->criteria, expiring->criterion_count,
                                   1, sizeof *criteria);
    criteria[expiring->criterion_count++] = item;
    expiring->criteria = criteria;
    expiring->points += points_without(expiries, scored, item, carrier);
}

static void look_at(struct expiries *expiries, size_t offer, size_t item, struct date until)
{
    const struct scored_offer *scored = &expiries->result->offers[offer];
    const struct criterion_score *score = &scored->criteria[item];
    for (size_t k = 0; k < score->carrier_count; k++) {
        const struct carrier *carrier = &score->carriers[k];
        struct date last = carrier_last_day(&expiries->result->project->evaluation.criteria,
                                            scored->offer, carrier);
        if (carrier->counts && date_is_given(last) && date_compare(last, until) <= 0) {
            add(expiries, offer, item, carrier, last);
        }
    }
}

/* Soonest first; on one day as the offers and their evidence stand. */
static int compare(const void *left, const void *right)
{
    const struct expiring *a = left;
    const struct expiring *b = right;
    int by_day = date_compare(a->last, b->last);
    if (by_day != 0) {
        return by_day;
    }
    if (a->offer != b->offer) {
        return a->offer < b->offer ? -1 : 1;
    }
    if (a->own != b->own) {
        return a->own ? 1 : -1;
    }
    return a->evidence < b->evidence ? -1 : a->evidence > b->evidence;
}

const struct expiring *expiry_find(struct arena *arena, const struct result *result, int days,
                                   size_t *count)
{
    const struct evaluation *evaluation = &result->project->evaluation;
    struct expiries expiries = {.arena = arena, .result = result};
    *count = 0;
    if (!date_is_given(evaluation->as_of)) {
        return NULL;
    }
    struct date until = date_add_days(evaluation->as_of, days);
    for (size_t o = 0; o < result->offer_count; o++) {
        expiries.first = expiries.count;
        for (size_t i = 1; i < evaluation->criteria.count; i++) {
            look_at(&expiries, o, i, until);
        }
    }
    if (expiries.count > 0) {
        qsort(expiries.list, expiries.count, sizeof *expiries.list, compare);
    }
    *count = expiries.count;
    return expiries.list;
}

const char *expiring_title(const struct result *result, const struct expiring *expiring)
{
    const struct offer *offer = result->offers[expiring->offer].offer;
    if (expiring->own) {
        const struct own_evidence *own = &offer->findings.own[expiring->evidence];
        return own->title == NULL ? own->id : own->title;
    }
    const struct evidence *evidence = &offer->response.evidence[expiring->evidence];
    return evidence->title == NULL ? evidence->id : evidence->title;
}
