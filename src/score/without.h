/*
 * Who leads without an offer: what is at stake while one of its requirements is to be proven.
 *
 * The others are ranked again as they stand. Where prices are relative, price_test() has already
 * found the losers without whom another one leads; it is believed.
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
