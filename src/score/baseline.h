/*
 * The baseline: the settings as they were fixed, to hold those of this run against (DESIGN 3).
 *
 * It is the lock where there is one, else the evaluation. What was changed since and has no setting
 * (criteria, requirements, kinds of evidence, views, days) cannot be taken back by a score of this
 * project: whoever shows the result as fixed names it.
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_BASELINE_H
#define VOUCH_SCORE_BASELINE_H

#include "score/score.h"

struct baseline {
    struct settings settings; // the evaluation's, with each change taken back that is a setting
    size_t taken_back;        // changes that are: a weight, or a rule of which the lock says all
    const struct plan_change *kept; // the other ones, which a score by `settings` still holds
    size_t kept_count;
    // The same changes by where the workbook shows them.
    size_t weights_differ; // weights that are not as fixed
    size_t rules_differ;   // rules with a cell in the workbook that are not as fixed
    size_t elsewhere;      // changes of the plan that have no cell
    bool differs;          // any of them: the run is a what-if
};

/* result: the run, whose settings are those of the evaluation; its figures are not looked at. */
struct baseline baseline_of(struct arena *arena, const struct result *result);

/* Are the two figures another? */
bool baseline_differs(double fixed, double now);

#endif
