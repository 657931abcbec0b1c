/*
 * A scoring in progress: what the steps of score_project() share. Only files of this layer include
 * it.
 *
 * Layer: score. Plain data.
 */
#ifndef VOUCH_SCORE_SCORING_H
#define VOUCH_SCORE_SCORING_H

#include "score/score.h"

struct scoring {
    struct arena *arena;             // borrowed
    const struct project *project;   // borrowed
    const struct criteria *criteria; // borrowed: the project's
    const struct settings *settings; // borrowed
    bool answers_due;                // the position is before the day on which answers are due
};

/* Is it a price whose envelope is still closed? */
static inline bool scoring_is_sealed(const struct scoring *scoring, size_t item)
{
    return scoring->settings->without_price && item_is_price(&scoring->criteria->items[item]);
}

#endif
