#include "model/project_lock.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/plan_criterion.h"
#include "read/bundle.h"

const char PROJECT_LOCK_NAME[] = "evaluation.lock";

enum { CHANGES_NAMED_MOST = 5 };

/* A lock counts for the evaluation that it was made of. */
static bool check_is_ours(const struct binder *binder, const struct project *project,
                          const struct plan_lock *lock)
{
    const char *id = plan_line(binder->arena, project->evaluation.id);
    if (text_equal(lock->evaluation, id)) {
        return true;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_LOCK_BAD, lock->evaluation_at,
                                 "the lock is that of `%s`, and this evaluation is `%s`",
                                 bind_quoted(binder, lock->evaluation), bind_quoted(binder, id));
    diag_help(binder->diags, diag,
              "take the lock out of the folder if it came with a copy of another evaluation");
    return false;
}

bool project_lock_bind(const struct binder *binder, bool is_whole, struct project *project)
{
    const struct input *input = bundle_find(project->bundle, PROJECT_LOCK_NAME);
    struct plan_lock lock;
    if (input == NULL) { // one that is there and cannot be read is no plan that was never fixed
        return !diag_list_has_error_in(binder->diags, PROJECT_LOCK_NAME);
    }
    if (!plan_lock_bind(binder->arena, input, binder->diags, &lock)) {
        return false;
    }
    if (!is_whole) {
        return true;
    }
    if (!check_is_ours(binder, project, &lock)) {
        return false;
    }
    project->plan = plan_compare(binder->arena, &project->evaluation, &lock);
    if (project->plan.altered) {
        struct diag *diag = diag_add(
            binder->diags, DIAG_LOCK_ALTERED, lock.at,
            "the lock does not match its digest: it was edited after it was written");
        diag_help(binder->diags, diag, "take back the file as `vouch lock` wrote it");
    }
    return true;
}

void project_lock_report(const struct project *project, struct diag_list *diags)
{
    const struct plan_check *plan = &project->plan;
    if (plan->change_count == 0) {
        return;
    }
    struct diag *diag = diag_add(diags, DIAG_LOCK_DIFFERS, plan->lock.at,
                                 "the plan was changed in %s since it was fixed on %s: %s",
                                 text_counted(diags->arena, plan->change_count, "point", "points"),
                                 date_text(diags->arena, plan->lock.locked.date),
                                 plan_changes_text(diags->arena, plan, CHANGES_NAMED_MOST));
    diag_help(diags, diag, "take it back, or fix the new plan with `vouch lock --again REASON`");
}
