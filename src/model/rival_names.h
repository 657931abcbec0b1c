/*
 * Rival names: a finding on one vendor that names another. It stands in that vendor's debrief,
 * where it would say something of a competitor.
 *
 * Source: FORMATS, "Findings".
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_RIVAL_NAMES_H
#define VOUCH_MODEL_RIVAL_NAMES_H

#include "model/project.h"

/*
 * Look through every reason of ours that a debrief shows: of findings and of moderated marks.
 *
 * A vendor is named by its id, its name or the first word of that, as whole words of four letters
 * or more, ignoring case; what is also part of the vendor's own name is not looked for.
 *
 * Reports: RIVAL_NAMED, once a reason and rival.
 */
void rival_names_report(const struct project *project, struct diag_list *diags);

#endif
