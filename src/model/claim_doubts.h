/*
 * Doubts about claims and evidence that each look sound and yet do nothing: claims that feed no
 * criterion, evidence that nobody uses, figures that no worth follows from.
 *
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_CLAIM_DOUBTS_H
#define VOUCH_MODEL_CLAIM_DOUBTS_H

#include "model/project.h"

struct diag_list;

/*
 * Look through the offers that are scored.
 *
 * project: everything is bound, clarifications too.
 *
 * Reports: CLAIM_FEEDS_NOTHING, CLAIM_DIFFERS, EVIDENCE_UNUSED, MEASURED_UNCOUNTED.
 */
void claim_doubts_report(const struct project *project, struct diag_list *diags);

#endif
