/*
 * Who leads without an offer: what is at stake while one of its requirements is to be proven.
 *
 * The others are ranked again. Where prices are relative they are measured without its bid; for
 * losers price_test() has already found who leads then, and is believed.
 *
 * Source: RULES 7, 8 and 9.
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_WITHOUT_H
#define VOUCH_SCORE_WITHOUT_H

#include "score/result.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct leader_without {
    bool any;      // an offer is still ranked
    size_t leader; // index into result.offers; only where any
    bool shared;   // others share its rank
};

/*
 * The first in rank if an offer were excluded.
 *
 * result: ranked by the settings of its evaluation. offer: index into result.offers.
 */
struct leader_without leader_without(struct arena *arena, const struct result *result,
                                     size_t offer);

#endif
