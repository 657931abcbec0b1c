/*
 * Notes on what a project holds that no figure uses yet, said once each.
 *
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_PROJECT_NOTES_H
#define VOUCH_MODEL_PROJECT_NOTES_H

#include "model/project.h"

struct diag_list;

/*
 * Only of a project that is sound, and of responses that are scored: where there are faults, a note
 * would only stand in their way.
 *
 * Reports: NOT_YET_COMPUTED at the first place of each.
 */
void project_note_uncomputed(const struct project *project, struct diag_list *diags);

#endif
