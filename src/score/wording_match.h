/*
 * Wordings that should make a reader suspicious, found in what a vendor says.
 *
 *     says   "Truly 100 % accurate, and never wrong"
 *     hits   "100 %" (absolute), "never wrong" (absolute)
 *
 * Case, kinds of blanks, hyphens and apostrophes, and characters that nobody sees make no
 * difference. What is negated is no hit: "not 100 %", "we do not promise hallucination-free".
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_WORDING_MATCH_H
#define VOUCH_SCORE_WORDING_MATCH_H

#include "score/result.h"

struct arena;
struct criteria;

/* The wordings of criteria, made ready for many texts. */
struct wording_matcher {
    struct arena *arena;              // borrowed
    const struct criteria *criteria;  // borrowed
    const char *const *const *folded; // per wording, per word
};

struct wording_matcher wording_matcher(struct arena *arena, const struct criteria *criteria);

/*
 * Find the words of the wordings that hold for a class, and for all.
 *
 * class: id of a class; NULL or not known: only wordings that hold for all.
 * Returns: the hits in the order of the text; each wording once, and none that lies within another.
 */
const struct wording_hit *wording_match(const struct wording_matcher *matcher, const char *class,
                                        const char *says, size_t *count);

#endif
