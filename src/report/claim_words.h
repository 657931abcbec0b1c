/*
 * A claim in words: how it stands, what was measured, what is suspicious, and what to ask next.
 *
 * Texts of vendor and buyer are shown as they are; the book and the terminal make them safe.
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_CLAIM_WORDS_H
#define VOUCH_REPORT_CLAIM_WORDS_H

#include "score/claim_order.h"

const char *claim_sign(enum claim_state state); // ≠ ▲ ○ ✓

/* The figure claimed, "98%"; "–" where none is. */
const char *claim_figure(const struct claim *claim);

/* What was measured and on how many cases: "51% (2,600 cases)"; "–" where nothing was. */
const char *claim_measured(struct arena *arena, const struct claim_score *score);

/* What measured it, or what a finding showed: the title of our own evidence; NULL: not said. */
const char *claim_source(const struct result *result, struct claim_place place);

/*
 * What should make a reader suspicious, one a line: `“up to”: best case only`, `no sample`. A
 * wording without a title shows its id with blanks; its reason stands in the criteria.
 *
 * Returns: "" where nothing does.
 */
const char *claim_wording(struct arena *arena, const struct result *result,
                          struct claim_place place);

/* What the claim leaves unsaid: "no sample, no baseline"; "" where nothing. */
const char *claim_lacks_text(struct arena *arena, unsigned lacks);

/* Why a wording is suspicious, else its id. */
const char *wording_why(const struct wording *wording);

/*
 * The question to ask next: from what is missing, else that of the claim's class. Our own turn
 * begins "Our turn:". "–" for a claim that holds.
 */
const char *claim_question(struct arena *arena, const struct result *result,
                           struct claim_place place);

#endif
