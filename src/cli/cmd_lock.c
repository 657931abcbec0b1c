#include "cli/session.h"

#include "base/file.h"
#include "base/text.h"
#include "model/plan_criterion.h"
#include "model/project_lock.h"
#include "report/trial_text.h"

#include <string.h>
#include <time.h>

enum { SECONDS_A_DAY = 86400, SECONDS_A_MINUTE = 60, TEXT_COLUMNS = 60 };

static const struct loc NOWHERE = {.source = NULL};

/* The clock, in UTC and whole minutes. Only here: nothing that is scored reads it. */
static struct moment now(void)
{
    const struct date epoch = {1970, 1, 1};
    int64_t seconds = (int64_t)time(NULL);
    return (struct moment){
        .date = date_add_days(epoch, seconds / SECONDS_A_DAY),
        .minutes = (int)(seconds % SECONDS_A_DAY / SECONDS_A_MINUTE),
        .has_time = true,
    };
}

static bool moment_given(struct session *session, const struct arguments *arguments,
                         struct moment *moment)
{
    const char *text = arguments->values[OPTION_LOCKED_AT];
    *moment = now();
    if (text == NULL || moment_read(text, moment)) {
        return true;
    }
    struct diag *diag = diag_add(&session->diags, DIAG_DATE_BAD, NOWHERE,
                                 "`%s` is not a moment that exists",
                                 text_brief(&session->arena, text, 40));
    diag_help(&session->diags, diag, "write it as 2026-10-15 or 2026-10-15T12:00Z");
    return false;
}

/* `--again` without a reason would keep a history that says nothing. */
static bool reason_given(struct session *session, const struct arguments *arguments,
                         const char **reason)
{
    const char *text = arguments->values[OPTION_AGAIN];
    *reason = text == NULL ? NULL : plan_line(&session->arena, text);
    size_t bad = 0;
    if (text == NULL || ((*reason)[0] != '\0' && text_is_utf8(text, strlen(text), &bad))) {
        return true;
    }
    diag_add(&session->diags, DIAG_USAGE, NOWHERE, "`--again` needs a reason in words");
    return false;
}

/* A lock that is not the plan's stays, unless somebody says why not. */
static void report_kept(struct session *session, const struct plan_check *plan)
{
    struct arena *arena = &session->arena;
    char code[PLAN_CODE_SIZE];
    plan_code(plan->lock.digest, code);
    const char *changes = plan->change_count == 0 ? "it was edited by hand"
                                                  : plan_changes_text(arena, plan, SIZE_MAX);
    struct diag *diag = diag_add(&session->diags, DIAG_LOCK_KEPT, plan->lock.at,
                                 "there is a lock of %s already, code %s, and it differs: %s",
                                 date_text(arena, plan->lock.locked.date), code, changes);
    diag_help(&session->diags, diag,
              "nothing was written; `--again REASON` replaces it and keeps it on record");
}

static void warn_of_responses(struct session *session, const struct bundle *bundle)
{
    size_t count = project_count_responses(bundle);
    if (count > 0) {
        struct diag *diag = diag_add(
            &session->diags, DIAG_LOCK_AFTER_RESPONSES, (struct loc){.source = "responses/"},
            "%s there already: the plan is fixed after they came in",
            text_counted(&session->arena, count, "response is", "responses are"));
        diag_help(&session->diags, diag, "put on record that nobody had opened them, or who had");
    }
}

/* The lock of the plan as it is, with those that it replaces behind it. */
static struct plan_lock lock_of(struct session *session, const struct project *project,
                                struct moment locked, const char *reason)
{
    struct arena *arena = &session->arena;
    const struct plan_check *before = &project->plan;
    struct plan_lock lock = {
        .evaluation = plan_line(arena, project->evaluation.id),
        .locked = locked,
        .program = VOUCH_VERSION,
        .plan = plan_of(arena, &project->evaluation),
    };
    if (before->state != PLAN_NONE) {
        size_t count = before->lock.earlier_count;
        struct earlier_lock *earlier = arena_alloc(arena, count + 1, sizeof *earlier);
        earlier[0] = (struct earlier_lock){.locked = before->lock.locked,
                                           .digest = before->lock.digest,
                                           .reason = reason,
                                           .altered = before->altered};
        for (size_t i = 0; i < count; i++) {
            earlier[i + 1] = before->lock.earlier[i];
        }
        lock.earlier = earlier;
        lock.earlier_count = count + 1;
    }
    lock.digest = plan_lock_digest(arena, &lock);
    return lock;
}

static bool write_lock(struct session *session, const char *path, const struct plan_lock *lock)
{
    const char *text = plan_lock_text(&session->arena, lock);
    const char *reason = NULL;
    if (file_write(&session->arena, path, text, strlen(text), &reason)) {
        return true;
    }
    diag_add(&session->diags, DIAG_FILE_NOT_WRITTEN, NOWHERE, "`%s` could not be written: %s",
             text_brief(&session->arena, path, TEXT_COLUMNS), reason);
    return false;
}

static void print_fixed(struct session *session, const char *path, const struct plan_lock *lock)
{
    char code[PLAN_CODE_SIZE];
    plan_code(lock->digest, code);
    fprintf(session->terminal.out.file,
            "Plan fixed on %s, code %s, in %s\n"
            "\n"
            "Put the code where nobody can change it later: into the letter to the vendors,\n"
            "the minutes, a mail to the board. `vouch score` says whether the plan is still\n"
            "the one of this code, and names each change since.\n",
            date_text(&session->arena, lock->locked.date), code,
            text_brief(&session->arena, path, 400));
}

enum exit_status cmd_lock(struct session *session, const struct arguments *arguments)
{
    struct moment locked;
    const char *reason = NULL;
    if (!moment_given(session, arguments, &locked) || !reason_given(session, arguments, &reason)) {
        return session_fail(session, NULL);
    }
    struct loaded loaded;
    load_plan(session, named_folder(arguments), &loaded);
    if (!loaded.sound) {
        return session_fail(session, &loaded);
    }
    const struct plan_check *plan = &loaded.project.plan;
    const char *path = file_join(&session->arena, loaded.folder, PROJECT_LOCK_NAME);
    if (plan->state == PLAN_CHANGED && reason == NULL) {
        report_kept(session, plan);
        return session_fail(session, &loaded);
    }
    if (plan->state == PLAN_UNCHANGED) {
        fprintf(session->terminal.out.file, "Fixed already, %s. Nothing was written.\n",
                plan_check_text(&session->arena, plan));
    } else {
        session_print(session, trial_text(&session->arena, &loaded.project));
        struct plan_lock lock = lock_of(session, &loaded.project, locked, reason);
        warn_of_responses(session, &loaded.bundle);
        if (!write_lock(session, path, &lock)) {
            return session_fail(session, &loaded);
        }
        print_fixed(session, path, &lock);
    }
    fflush(session->terminal.out.file);
    session_print_diags(session, &session->terminal.err, &loaded);
    return EXIT_STATUS_DONE;
}
