/*
 * Conflicts of interest: who declares one is recused from every vendor, unless the chair records
 * otherwise (RULES 6).
 *
 *     evaluator: {id: jk, conflict: Shares in Acme}
 *     counts: {jk: [globex], because: No other reader of contracts}     in the chair's file
 *
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_CONFLICT_H
#define VOUCH_MODEL_CONFLICT_H

#include "model/project.h"

#include <stdbool.h>

/* Is a conflict declared: anything but nothing, `none` or `no`? */
bool conflict_is_declared(const struct assessment *assessment);

/* Where the chair lets the evaluator's marks of a vendor count; NULL: nowhere. */
const struct admission *conflict_admission(const struct project *project,
                                           const struct assessment *assessment, const char *vendor);

/* Is the evaluator recused from a vendor: in conflict, and not let mark by the chair? */
bool conflict_recuses(const struct project *project, const struct assessment *assessment,
                      const char *vendor);

#endif
