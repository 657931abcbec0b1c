/*
 * Ranking: by published score, with tie rule and margin (RULES 8).
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_RANK_H
#define VOUCH_SCORE_RANK_H

#include "score/scoring.h"

#include <stdint.h>

/* What an offer is ranked by. */
struct rank_key {
    bool ranked;         // not excluded, and with a total
    int64_t units;       // published total in units of the decimals
    const int64_t *ties; // per item of the tie rule: its published score in units; -1 where blank
};

/* The keys of all offers. Requires: sums and gates are known. */
struct rank_key *rank_keys(const struct scoring *scoring, const struct result *result);

/* The published score of an item in units; -1 where it is not in the sum. */
int64_t rank_units(const struct scoring *scoring, const struct item_score *score);

/*
 * The highest published total, in units; -1 where no offer is ranked.
 */
int64_t rank_best(const struct rank_key *keys, size_t count);

/* Does the margin make a total equal to the best? */
bool rank_ties_with_best(const struct rules *rules, int64_t best, int64_t units);

/*
 * Which of the two comes first?
 *
 * best: as from rank_best(), for `margin: {effect: tie}`.
 * Returns: below 0 where `a` does, 0 where they share a rank. Both ranked.
 */
int rank_compare(const struct rules *rules, int64_t best, const struct rank_key *a,
                 const struct rank_key *b);

/* Who leads, alone or with others that share the first rank? `leads` is set, per key. */
void rank_leads(const struct rules *rules, const struct rank_key *keys, size_t count, bool *leads);

/* Give ranks, and set the result's order, leader and lead. */
void rank_offers(const struct scoring *scoring, const struct rank_key *keys, struct result *result);

#endif
