/*
 * What the parts of sheet Claims share.
 *
 *     1  counts of claims by state
 *     2  the ledger, a row a claim: contradicted ones first, then points lost
 *     3  the claim gap, a row a vendor, and its chart
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_CLAIMS_PAGE_H
#define VOUCH_REPORT_CLAIMS_PAGE_H

#include "report/scorecard.h"
#include "report/sheet_flow.h"
#include "score/claim_order.h"

enum claims_column {
    CLAIMS_STATE,
    CLAIMS_VENDOR,
    CLAIMS_CLAIM,
    CLAIMS_CLASS,
    CLAIMS_SAYS,
    CLAIMS_FIGURE,
    CLAIMS_MEASURED,
    CLAIMS_PROOF,
    CLAIMS_CLAIMED,
    CLAIMS_EVIDENCED,
    CLAIMS_LOST,
    CLAIMS_WORDING,
    CLAIMS_ASK,
    CLAIMS_LAST = CLAIMS_ASK,
    CLAIMS_WORK = CLAIMS_LAST + 2, // workings, outside of what is printed
};

/* The table of gaps uses the same columns. */
enum gap_column {
    GAPS_VENDOR,
    GAPS_RANK,
    GAPS_CLAIMS,
    GAPS_ANSWERED,
    GAPS_WIDEST,
    GAPS_CLAIMED,
    GAPS_EVIDENCED,
    GAPS_GAP,
    GAPS_CAUSES, // first of GAP_COUNT
};
enum { CLAIMS_HEAD_ROW = 4 };

struct claims_page {
    struct sheet_flow flow;
    const struct scorecard *scorecard;
    const struct result *result;
    struct layout_view view;
    const struct claim_place *places; // in the order of the ledger
    size_t count;
    size_t states[CLAIM_STATE_COUNT]; // claims by state
    uint32_t ledger_last;             // its last row
};

/* The parts, in order; each takes its rows. */
void claims_ledger(struct claims_page *page);
void claims_gaps(struct claims_page *page);

#endif
