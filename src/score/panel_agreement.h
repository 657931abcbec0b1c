/*
 * Agreement: how far the evaluators of a panel agree, and what a chair should look at.
 *
 *     SEC   12 answers marked by two or more, 9 of them alike, 0.42 places apart on average
 *     jk    highest for Acme on each of the 5 criteria on which marks differ
 *     mb    the same reason on 7 criteria: "as discussed"
 *
 * Only marks that count are compared. Nothing here changes a score.
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_PANEL_AGREEMENT_H
#define VOUCH_SCORE_PANEL_AGREEMENT_H

#include "score/panel.h"
#include "score/result.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* How far marks agree under one item, over criteria and offers. */
struct agreement {
    size_t marked;   // answers that the panel says something of
    size_t compared; // of them: with two or more marks that count
    size_t alike;    // of those: all marks that count are the same
    double spread;   // of those: mean of highest less lowest place; 0 where none is compared
    size_t open;     // answers that are to be moderated
};

/* One evaluator's part. */
struct panel_member {
    const struct assessment *by; // borrowed: the project
    size_t marks;                // on answers that are scored
    size_t counted;              // of them: that count
    size_t recused;              // … that do not, for a conflict
    size_t not_for_all;          // … that do not, since some offers were left out
};

/* An evaluator whose mark is the highest wherever the marks of an offer differ. */
struct favour {
    const struct assessment *by;
    size_t offer;    // index into result.offers
    size_t criteria; // on which marks differ, three or more
    bool everywhere; // so it is for each offer on which the evaluator's marks differ from others':
                     // a mild judge rather than a friend
};

/* The same reason again and again. */
struct repeated_reason {
    const struct assessment *by;
    const char *because;
    size_t criteria;  // different ones, three or more
    struct loc first; // where it stands first
};

/* An answer for the chair. */
struct open_moderation {
    size_t offer; // index into result.offers
    size_t item;
    enum moderation_cause cause;
};

struct panel_agreement {
    const struct agreement *items; // per item of the criteria: a section sums its criteria, [0] all
    const struct panel_member *members; // in the order of the assessments that hold own marks
    size_t member_count;
    const struct favour *favours; // by evaluator, then offer
    size_t favour_count;
    const struct repeated_reason *reasons; // by evaluator, then as read
    size_t reason_count;
    const struct open_moderation *open; // by criterion in tree order, then offer
    size_t open_count;
};

/* Does the panel say anything of any answer? */
bool panel_any(const struct result *result);

/* Look at all marks of a result. */
struct panel_agreement panel_agreement_of(struct arena *arena, const struct result *result);

#endif
