/*
 * The claims in a few lines: how many hold, and which are contradicted.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_CLAIMS_TEXT_H
#define VOUCH_REPORT_CLAIMS_TEXT_H

#include "score/result.h"

struct arena;

/* For the ranking on a terminal of 80 columns: a line of counts, and at most five contradicted
 * claims; "" where nobody claims anything. No heading. */
const char *claims_text(struct arena *arena, const struct result *result);

/* One claim in a sentence: "claims 98%, we measured 51% (2,600 cases); holds 0.65 of 1.25 points".
 */
const char *claim_sentence(struct arena *arena, const struct result *result, size_t offer,
                           size_t claim);

#endif
