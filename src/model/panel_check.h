/*
 * The panel's files held against each other: what one assessment alone cannot say.
 *
 * Source: RULES 6 and 12; FORMATS, "Assessment".
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_PANEL_CHECK_H
#define VOUCH_MODEL_PANEL_CHECK_H

#include "model/mark_table.h"
#include "model/project.h"

#include <stdbool.h>

struct diag_list;

/*
 * Check the chair's file, and each moderated level against the marks.
 *
 * Reports: MARK_BAD for a mark that is given twice, for `counts` in a file that is not the chair's,
 * and for a level outside the range of the marks without `outside`; ID_UNKNOWN for an evaluator
 * whom nobody knows. Returns whether all is sound.
 */
bool panel_check(const struct project *project, struct diag_list *diags);

/*
 * Whether an offer has to be marked by whoever marks a criterion: it is scored and answers it, and
 * no `when` may have taken the question away.
 */
bool panel_awaits_mark(const struct project *project, const struct offer *offer, size_t item);

/* Did the evaluator mark a criterion for every offer that has to be marked? */
bool panel_is_marked_for_all(const struct project *project, const struct mark_table *table,
                             size_t assessment, size_t item);

#endif
