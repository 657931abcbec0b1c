/*
 * Debriefs: what one vendor is told of its own result, and of the successful offer as far as the
 * rules allow.
 *
 * Its scores, reasons, requirements and terms; of the others no answer, no name but that of the
 * successful offer, and of the evaluators none.
 *
 * Source: FORMATS, "Evaluation", `rules.debrief`.
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_DEBRIEF_TEXT_H
#define VOUCH_REPORT_DEBRIEF_TEXT_H

#include <stddef.h>

struct arena;
struct result;

/* The first bytes of every debrief. */
extern const char DEBRIEF_MARK[];

/* offer: index into result->offers. Returns Markdown. */
const char *debrief_text(struct arena *arena, const struct result *result, size_t offer);

#endif
