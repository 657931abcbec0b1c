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

struct mark_table;
struct result;

/*
 * Judge every criterion that somebody marked, for every offer.
 *
 * result: states of the criteria are decided; `panel` of those that were marked is set, and a text
 *         criterion that has a level now is answered.
 */
void panel_judge(const struct scoring *scoring, struct result *result);

/*
 * What the panel says of one answer if the offer gave one: for an offer whose answer in the result
 * is a blank. Marks are there as they are.
 *
 * table: of the project. offer: index into result->offers. Returns: NULL where nobody marked it.
 */
const struct panel_score *panel_judge_answer(const struct scoring *scoring, struct result *result,
                                             const struct mark_table *table, size_t offer,
                                             size_t item);

/* Is there an answer that the panel may judge? */
bool panel_has_answer(const struct criterion_score *score);

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
