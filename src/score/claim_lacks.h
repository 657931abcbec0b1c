/*
 * What a claim leaves unsaid: no number of cases, no baseline, no percentile, proof of another
 * scope.
 *
 *     accuracy  "98 % accurate"                         no sample
 *     outcome   "Cuts handling time by 40 %", no baseline
 *
 * It changes no score; it says what to ask.
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_CLAIM_LACKS_H
#define VOUCH_SCORE_CLAIM_LACKS_H

#include "score/result.h"

/*
 * What the claim lacks, as flags of enum claim_lack.
 *
 * scored: the carriers of the criteria are known.
 */
unsigned claim_lacks(const struct scored_offer *scored, const struct claim *claim);

/* One lack in two words: "no sample", "no baseline", "no percentile", "other scope". */
const char *claim_lack_word(enum claim_lack lack);

#endif
