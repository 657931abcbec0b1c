/*
 * How much of an offer's evidence was received and opened: one count for every place that speaks of
 * it.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_EVIDENCE_COUNTS_H
#define VOUCH_REPORT_EVIDENCE_COUNTS_H

#include "score/result.h"

/* Pieces of evidence that the vendor lists. */
struct evidence_counts {
    size_t items;
    size_t held;         // its file lies there, or a finding says that we hold or saw it
    size_t opened;       // a finding accepts or rejects it
    size_t unopened;     // held, and our turn
    size_t not_received; // neither held nor judged: the vendor's turn
};

struct evidence_counts evidence_counts_of(const struct result *result, const struct offer *offer);

#endif
