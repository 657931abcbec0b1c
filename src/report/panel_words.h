/*
 * The panel in words: marks, the level that comes of them, and what is still to be moderated, as
 * `explain`, vendor sheets and Answers show them.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_PANEL_WORDS_H
#define VOUCH_REPORT_PANEL_WORDS_H

#include "score/panel.h"

struct arena;

/* Who an evaluator is: "J. Kern (jk)", or "jk" where no name is given. */
const char *panel_evaluator(struct arena *arena, const struct assessment *by);

/* One mark: "J. Kern (jk), In place: Policy covers our scope; does not count: conflict declared".
 *
 * type: of the criterion, which is judged on a scale. */
const char *panel_mark_words(struct arena *arena, const struct answer_type *type,
                             const struct panel_mark *mark);

/* The level and where it comes from: "In place, the median of 3 marks", "between Partial and In
 * place, …", "Partial, moderated", "none: no mark counts". Never empty. */
const char *panel_level_words(struct arena *arena, const struct panel_score *panel);

/* The chair's reasons: "Scope excludes the model host; outside the marks: …; dissent: …". Requires:
 * panel->moderated. */
const char *panel_moderation_words(struct arena *arena, const struct panel_score *panel);

#endif
