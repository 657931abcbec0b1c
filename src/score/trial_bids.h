/*
 * Made-up bids: three offers that nobody sent, to see what a plan decides before it is fixed.
 *
 *     all best       the best answer to everything, proved as far as its evidence can; at the
 * budget all middling   answers worth about a half, documented; a price midway cheapest       what
 * mandatory requirements ask, and nothing else; at the floor
 *
 * They are scored by score_project() as any others: there is no second computation.
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_TRIAL_BIDS_H
#define VOUCH_SCORE_TRIAL_BIDS_H

#include "score/score.h"

enum trial_bid { TRIAL_BEST, TRIAL_MIDDLING, TRIAL_CHEAPEST, TRIAL_COUNT };

/*
 * The project with these three as its offers, in this order, and nobody else: no waivers, no closed
 * conditions. Texts have the marks of a made-up panel.
 *
 * project: its evaluation is sound; offers are not looked at.
 */
struct project trial_project(struct arena *arena, const struct project *project);

#endif
