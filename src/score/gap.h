/*
 * The claim gap of one criterion, split into causes (RULES 5).
 *
 * The causes are steps between what would be worth how much, so they add up:
 *
 *     claimed
 *       contradicted   what a finding or the panel says less
 *       no proof       what could not be carried if all evidence were opened, current and in scope
 *       expired        what of that is lost to its age
 *       scope          … to its scope, entity or opinion
 *       not opened     … to our not having accepted it yet
 *     evidenced
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_GAP_H
#define VOUCH_SCORE_GAP_H

#include "score/scoring.h"

/*
 * Split the gap of an answered criterion.
 *
 * claimed: 0..1.
 * score:   carriers and `level` are known; `gap` is set, in shares of 1.
 */
void gap_split(const struct scoring *scoring, const struct offer *offer, double claimed,
               struct criterion_score *score);

#endif
