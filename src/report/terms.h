/*
 * Terms: what is to be written into the contract with a vendor, for sheet Conditions and for the
 * contract manager's CSV alike.
 *
 * They are the offer's conditions (missed targets, requirements to be proven or waived, shortfalls)
 * and, behind them, a warranty for each claim that is relied upon: one that holds, or that feeds
 * points which count.
 *
 * Source: RULES 7 and 12. Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_TERMS_H
#define VOUCH_REPORT_TERMS_H

#include "score/result.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum term_kind { TERM_PROOF, TERM_WAIVER, TERM_CONDITION, TERM_WARRANTY, TERM_KIND_COUNT };
const char *term_kind_word(enum term_kind kind); // "requirement to be proven", "waiver" …

struct term {
    enum term_kind kind;
    size_t item;                       // the criterion; of a warranty the first that it feeds
    const struct condition *condition; // borrowed; NULL: a warranty
    size_t claim;                      // TERM_WARRANTY: index into response.claims
    const char *text;                  // what is put into the contract
    const char *because;               // why, in words
    const char *target;                // what is to be reached; NULL: not said
    const char *level;                 // what is in force; never NULL
    bool must;
    const struct closed_condition *closed; // borrowed; NULL: open
    const char *owner;                     // NULL: not said
    struct date due;                       // year 0: not said
    double points;                         // of the total, 0..100
};

struct term_list {
    const struct term *terms;
    size_t count;
};

/* The terms of one offer: conditions as they stand in the result, then warranties, those with most
 * points first. */
struct term_list terms_of(struct arena *arena, const struct result *result,
                          const struct scored_offer *offer);

/* How a term stands, in words: "open", or "closed 20 Oct 2026 by Head of Legal". */
const char *term_status(struct arena *arena, const struct term *term);

/* A reason of a requirement as a sentence on a sheet: it begins with a capital, and quotes as
 * people do. */
const char *term_sentence(struct arena *arena, const char *why);

#endif
