/*
 * An answer in words, as vendor sheets and Answers show it: what was said, what carries it, what we
 * found.
 *
 * Everything here is text of the vendor or of the buyer, shown as it is; the book makes it safe.
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_ANSWER_WORDS_H
#define VOUCH_REPORT_ANSWER_WORDS_H

#include "score/result.h"

/* One criterion of one offer. */
struct answer_view {
    struct arena *arena;
    const struct criteria *criteria;
    const struct scored_offer *offer;
    size_t item;
};

/* "answered", "– no answer", "– declined", "n/a, agreed", "n/a, not agreed", "○ open", "– not
 * asked". */
const char *answer_plain_state(const struct answer_view *view);

/* The same, and behind it that it was clarified. */
const char *answer_state_words(const struct answer_view *view);

/* The answer as given, the reason of a refusal, or "–". */
const char *answer_said(const struct answer_view *view);

/* "clarified (no. 3)" where a clarification replaced the answer; NULL where none did. */
const char *answer_clarified(const struct answer_view *view);

/* The best evidence first, each with its place; "none asked" or "– no evidence given". */
const char *answer_evidence(const struct answer_view *view);

/* What the buyer found. Never empty. */
const char *answer_found(const struct answer_view *view);

/* Where it stands in the vendor's file, without the folder: "acme.yaml:57:12"; "–" for no answer.
 */
const char *answer_source(const struct answer_view *view);

/* The same inside the vendor's own file, whose name stands elsewhere: "line 14"; of a clarification
 * "no. 3, line 8". */
const char *answer_position(const struct answer_view *view);

/* "●●○○ documented", "none asked", or "–" where nothing is answered. */
const char *answer_grade(const struct answer_view *view);

#endif
