/*
 * Evidence: what carries an answer, and how far (RULES 2).
 *
 *     kind's grade   one less for each of: partial scope, qualified or exception, sub-processor
 *     at most        documented until accepted, or cited without a place; stated until held or seen
 *     not at all     expired, not yet valid, another entity's, rejected, …
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_EVIDENCE_H
#define VOUCH_SCORE_EVIDENCE_H

#include "score/scoring.h"

/* Faults for which a piece of evidence does not count. */
enum {
    FAULTS_OUT = FAULT_EXPIRED | FAULT_NOT_YET_VALID | FAULT_OTHER_ENTITY | FAULT_REJECTED |
                 FAULT_DIGEST | FAULT_KIND_NOT_ASKED | FAULT_BUYER_ONLY
};

/* The last day on which what carries an answer is current; year 0: it does not age. */
struct date carrier_last_day(const struct criteria *criteria, const struct offer *offer,
                             const struct carrier *carrier);

/*
 * What evidence of a kind reaches with these faults.
 *
 * Returns whether it counts; `*grade` is touched only then.
 */
bool evidence_grade(enum grade of_kind, unsigned faults, enum grade *grade);

/* The last day on which a vendor's piece of evidence is current; year 0: it does not age. Requires:
 * its kind is known. */
struct date evidence_last_day(const struct criteria *criteria, const struct evidence *evidence);

/*
 * Find what carries the answer to a criterion, the vendor's and the buyer's own, best first.
 *
 * index: a criterion that was answered.
 * score: `carriers` and `carrier_count` are set.
 */
void evidence_collect(const struct scoring *scoring, const struct offer *offer, size_t index,
                      struct criterion_score *score);

/*
 * The best grade of the carriers, with some of their faults taken as mended.
 *
 * Returns GRADE_STATED where none counts: a bare answer.
 */
enum grade evidence_best(const struct scoring *scoring, const struct offer *offer,
                         const struct criterion_score *score, unsigned mended);

#endif
