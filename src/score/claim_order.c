#include "score/claim_order.h"

#include "base/arena.h"
#include "score/publish.h"

#include <stdlib.h>

/* A claim with what it is ordered by. */
struct keyed {
    struct claim_place place;
    enum claim_state state;
    int64_t lost;    // so rounded that what is equal on paper is equal here
    size_t standing; // of the offer, in result.order
};

enum { LOST_DECIMALS = 6 };

double claim_lost(const struct claim_score *score)
{
    return score->claimed - score->evidenced;
}

const struct claim *claim_at(const struct result *result, struct claim_place place)
{
    return &result->offers[place.offer].offer->response.claims[place.claim];
}

const struct claim_score *claim_score_at(const struct result *result, struct claim_place place)
{
    return &result->offers[place.offer].claims[place.claim];
}

static int compare_sizes(size_t a, size_t b)
{
    return a < b ? -1 : a > b;
}

static int compare(const void *left, const void *right)
{
    const struct keyed *a = left;
    const struct keyed *b = right;
    if (a->state != b->state) {
        return a->state < b->state ? -1 : 1;
    }
    if (a->lost != b->lost) {
        return a->lost > b->lost ? -1 : 1;
    }
    return a->standing != b->standing ? compare_sizes(a->standing, b->standing)
                                      : compare_sizes(a->place.claim, b->place.claim);
}

const struct claim_place *claim_order(struct arena *arena, const struct result *result,
                                      size_t *count)
{
    size_t most = 0;
    for (size_t o = 0; o < result->offer_count; o++) {
        most += result->offers[o].offer->response.claim_count;
    }
    struct keyed *keyed = arena_alloc(arena, most, sizeof *keyed);
    struct claim_place *places = arena_alloc(arena, most, sizeof *places);
    *count = 0;
    for (size_t i = 0; i < result->offer_count; i++) {
        size_t offer = result->order[i];
        for (size_t c = 0; c < result->offers[offer].offer->response.claim_count; c++) {
            const struct claim_score *score = &result->offers[offer].claims[c];
            keyed[(*count)++] = (struct keyed){
                .place = {.offer = offer, .claim = c},
                .state = score->state,
                .lost = publish_units(claim_lost(score), LOST_DECIMALS),
                .standing = i,
            };
        }
    }
    qsort(keyed, *count, sizeof *keyed, compare);
    for (size_t i = 0; i < *count; i++) {
        places[i] = keyed[i].place;
    }
    return places;
}
