/*
 * The panel: evaluators' marks, and what comes of them (RULES 6 and 12).
 *
 *     marks     jk: Partial, mb: In place, ls: In place      two places apart, or any difference on
 *     median    In place                                     a requirement: to be moderated
 *     moderated Partial (the chair's, with its reason)       stands instead of the median
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_PANEL_H
#define VOUCH_SCORE_PANEL_H

#include "score/scoring.h"

struct result;

/*
 * Judge every criterion that somebody marked, for every offer.
 *
 * result: states of the criteria are decided; `panel` of those that were marked is set, and a text
 *         criterion that has a level now is answered.
 */
void panel_judge(const struct scoring *scoring, struct result *result);

/* Why an answer is to be moderated. */
enum moderation_cause {
    MODERATION_SPREAD,      // marks lie two places or more apart
    MODERATION_REQUIREMENT, // marks differ on a mandatory requirement
    MODERATION_NO_MARK,     // no mark counts
};

/* Requires: panel->to_moderate. */
enum moderation_cause panel_moderation_cause(const struct panel_score *panel);

/* In words: "the marks lie two levels or more apart" … */
const char *moderation_cause_text(enum moderation_cause cause);

/* The panel's level as the one in force: above the answer it counts as the answer's. */
struct level_in_force level_of_panel(const struct answer_type *type, const struct answer *answer,
                                     const struct panel_score *panel);

#endif
