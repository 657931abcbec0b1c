/*
 * What a plan decides: three made-up bids, scored, in words for a terminal of 80 columns.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_TRIAL_TEXT_H
#define VOUCH_REPORT_TRIAL_TEXT_H

#include "model/project.h"

struct arena;

/* Make the bids, score them and say what comes of it. Requires: the project's evaluation is sound.
 */
const char *trial_text(struct arena *arena, const struct project *project);

#endif
