/*
 * The lock of a project: the plan as it was fixed, and what was changed since.
 *
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_PROJECT_LOCK_H
#define VOUCH_MODEL_PROJECT_LOCK_H

#include "model/bind.h"
#include "model/project.h"

/* Its name in the bundle, and in the evaluation's folder. */
extern const char PROJECT_LOCK_NAME[];

/*
 * Read the lock, if the bundle holds one, and hold the evaluation against it.
 *
 * is_whole: the evaluation is sound; else there is no plan to compare, and only the file is
 * checked.
 *
 * Reports: as plan_lock_bind(); LOCK_BAD for the lock of another evaluation, LOCK_ALTERED. Returns
 * whether the lock is sound.
 */
bool project_lock_bind(const struct binder *binder, bool is_whole, struct project *project);

/* Reports: LOCK_DIFFERS, once, with the first changes in words. */
void project_lock_report(const struct project *project, struct diag_list *diags);

#endif
