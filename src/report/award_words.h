/*
 * The decision in words, as every output says it.
 *
 *     FINAL: Steering board chose Globex on 20 Nov 2026: First in rank.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_AWARD_WORDS_H
#define VOUCH_REPORT_AWARD_WORDS_H

#include "score/award.h"

struct arena;

/* "FINAL", "DECIDED, not yet approved", "DECIDED on a provisional result", …; NULL: nothing is. */
const char *award_label(const struct award *award);

/* Who chose whom, when and why; what stands against it. Requires: something is decided. */
const char *award_sentence(struct arena *arena, const struct result *result,
                           const struct award *award);

#endif
