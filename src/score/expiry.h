/*
 * Evidence that is about to run out: what has to be renewed before or soon after signing.
 *
 *     soc2 of Acme, last day 31 Dec 2026, carries SEC-01 and SEC-07, 2.10 points rest on it alone
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_EXPIRY_H
#define VOUCH_SCORE_EXPIRY_H

#include "score/result.h"

struct arena;

enum { EXPIRY_DAYS = 90 };

/* One piece of evidence that carries something now. */
struct expiring {
    size_t offer; // index into result.offers
    bool own;     // the buyer's: `evidence` is into findings.own, else response.evidence
    size_t evidence;
    struct date last;       // the last day on which it is current
    const size_t *criteria; // what it carries, in tree order
    size_t criterion_count; // at least 1
    double points;          // of the total, that would be lost without it
};

/*
 * What counts on the as-of date and runs out within so many days of it, soonest first.
 *
 * Returns nothing where the evaluation has no as-of date, on which evidence would age.
 */
const struct expiring *expiry_find(struct arena *arena, const struct result *result, int days,
                                   size_t *count);

/* Its title, else its id. */
const char *expiring_title(const struct result *result, const struct expiring *expiring);

#endif
