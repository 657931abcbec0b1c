/*
 * Scoring: from a project to its result. Pure; same project, same bits, whatever the order of
 * criteria.
 *
 * A what-if is a scoring with other settings: there is no evaluator of formulas.
 *
 * Layer: score.
 */
#ifndef VOUCH_SCORE_SCORE_H
#define VOUCH_SCORE_SCORE_H

#include "score/result.h"

struct arena;

/* What an executive may change in the workbook. */
struct settings {
    const double *weights; // per item, >= 0
    struct rules rules;
    bool without_price; // price criteria leave the sum: their envelope is still closed (RULES 9)
};

/* The settings of the evaluation itself. */
struct settings settings_of(const struct project *project);

/*
 * Score every offer that can be scored.
 *
 * Requires: project_bind() returned true.
 * Source:   RULES 1 to 9.
 */
struct result score_project(struct arena *arena, const struct project *project,
                            const struct settings *settings);

/* The same without what takes more scorings to be known: the one-mark test, the test of prices and
 * the effects of clarifications. */
struct result score_once(struct arena *arena, const struct project *project,
                         const struct settings *settings);

#endif
