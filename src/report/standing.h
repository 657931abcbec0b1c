/*
 * Standings: the workings of the ranking as the workbook shows them, step by step.
 *
 * Scores, ranks and outcomes are the result's own; the steps between (keys, places before the tie
 * rule, ranks after each of its stages) are worked out here as the formulas do it, so that each of
 * their cells has its value.
 *
 * Source: RULES 8.
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_STANDING_H
#define VOUCH_REPORT_STANDING_H

#include "score/result.h"

#include <stddef.h>

struct arena;

/* One offer. */
struct standing {
    double key;         // published score; -1: no rank
    double margin_key;  // the best key, where the margin makes a tie with it
    size_t place;       // 1 + keys above; offers without a rank share the last place
    double *tie_scores; // per stage of the tie rule: published section score, -1: none
    size_t *tie_ranks;  // per stage: the rank after it
    size_t rank;        // after all of them
    size_t order;       // 1…n, each once
};

struct standings {
    struct standing *offers; // per result.offers
    size_t count;
    size_t ranked;
    size_t leaders; // offers that share rank 1
    double best;    // highest key; -1: none has a rank
    double second;  // key of the second in order; -1: none
    double lead;    // of the first in order ahead of the second; 0: no second
};

struct standings standings_of(struct arena *arena, const struct result *result);

#endif
