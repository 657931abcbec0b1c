/*
 * Sheet Claims: which statements of the vendors may be relied on, what the others cost them, and
 * what to ask next.
 *
 * Source: RULES 2, 3 and 5. Layer: report.
 */
#ifndef VOUCH_REPORT_SHEET_CLAIMS_H
#define VOUCH_REPORT_SHEET_CLAIMS_H

#include "report/scorecard.h"

#include <stdbool.h>

/* Does a vendor make a claim? */
bool sheet_claims_is_there(const struct scorecard *scorecard);

void sheet_claims(struct book *book, const struct scorecard *scorecard);

#endif
