/*
 * Notes on what a project holds that no figure uses yet, said once each.
 *
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_PROJECT_NOTES_H
#define VOUCH_MODEL_PROJECT_NOTES_H

#include "model/project.h"

struct diag_list;

/* Reports: NOT_YET_COMPUTED at the first place of each. */
void project_note_uncomputed(const struct project *project, struct diag_list *diags);

#endif
