/*
 * Doubts about a panel: what does not stop a scoring, and a chair should know.
 *
 * Source: RULES 6 and 12; FORMATS, "Assessment".
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_PANEL_DOUBTS_H
#define VOUCH_MODEL_PANEL_DOUBTS_H

#include "model/project.h"

struct diag_list;

/*
 * Warn of conflicts, open declarations, marks that do not count or come from others than were
 * asked, and levels that are moderated without marks. One warning an evaluator and doubt.
 *
 * Reports: EVALUATOR_CONFLICT, DECLARATION_OPEN, SCORESHEET_OLD, MARK_NOT_COUNTED, MARK_AUDIENCE,
 * MODERATED_ALONE. Requires: panel_check() has passed.
 */
void panel_note_doubts(const struct project *project, struct diag_list *diags);

#endif
