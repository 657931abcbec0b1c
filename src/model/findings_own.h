/*
 * The buyer's own evidence, and figures that the buyer measured.
 *
 * Source: FORMATS, "Findings"; RULES 2, 3 and 12.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_FINDINGS_OWN_H
#define VOUCH_MODEL_FINDINGS_OWN_H

#include "model/bind.h"
#include "model/criteria.h"
#include "model/findings.h"

struct entry;
struct node;

/* Add one piece of the buyer's own evidence. Reports: EVIDENCE_KIND_UNKNOWN, CRITERION_UNKNOWN,
 * KEY_*, DATE_BAD, WORD_UNKNOWN. */
void own_evidence_bind(const struct binder *binder, const struct criteria *criteria,
                       const struct entry *entry, struct findings *findings);

/*
 * Bind `measured`: figures by claim, and under `effects` by benefit.
 *
 * Reports: FINDING_BAD (no such claim or effect, no figure), EVIDENCE_UNKNOWN, KEY_*.
 */
void measured_bind(const struct binder *binder, const struct response *response,
                   const struct node *map, struct findings *findings);

/* Check that a finding's `from` names evidence, the vendor's or our own. NULL: not said. Reports:
 * EVIDENCE_UNKNOWN. */
void finding_check_source(const struct binder *binder, const struct response *response,
                          const struct findings *findings, const struct node *node);

/* `full` or `partial`. */
extern const struct words SCOPES;

#endif
