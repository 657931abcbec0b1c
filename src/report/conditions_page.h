/*
 * What the parts of sheet Conditions share: its columns, and whose terms it shows.
 *
 *     1  mandatory requirements      a row each, a column a vendor (up to five), or counts
 *     2  what is not simply met      a row a requirement and vendor
 *     3  contract conditions         by rank, musts first, then points
 *     4  claims relied upon          warranties, by rank and points
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_CONDITIONS_PAGE_H
#define VOUCH_REPORT_CONDITIONS_PAGE_H

#include "report/scorecard.h"
#include "report/sheet_flow.h"
#include "report/terms.h"

enum conditions_column {
    CONDITIONS_ID,
    CONDITIONS_WHAT,
    CONDITIONS_WHY,
    CONDITIONS_VENDOR, // first of five
    CONDITIONS_KIND,
    CONDITIONS_OWNER,
    CONDITIONS_DUE,
    CONDITIONS_POINTS,
    CONDITIONS_LAST,
    CONDITIONS_WORK = CONDITIONS_LAST + 2, // workings, outside of what is printed
};
enum { CONDITIONS_VENDORS = 5 }; // with a column of their own

/* The terms of an offer that is still in the race. */
struct offer_terms {
    size_t offer; // index into result.offers
    struct term_list terms;
};

struct conditions_page {
    struct sheet_flow flow;
    const struct scorecard *scorecard;
    const struct result *result;
    const struct criteria *criteria;
    struct layout_view view;
    const struct offer_terms *offers; // in the order of their rank
    size_t offer_count;
    size_t left_out;     // ranked offers whose terms are not shown
    uint32_t terms_head; // rows of the contract conditions, with their head; 0: none
    uint32_t terms_last;
};

/* The parts, in order; each takes its rows, or none where it has nothing to say. */
void conditions_gates(struct conditions_page *page);
void conditions_open(struct conditions_page *page);
void conditions_terms(struct conditions_page *page);
void conditions_warranties(struct conditions_page *page);

/* The item that a gate of the result stands on. */
const struct item *conditions_item(const struct conditions_page *page, size_t gate);

/* What the message says of whose proof is due and what then: "; Corvane has until …", or "". */
const char *conditions_due_clause(const struct conditions_page *page);

#endif
