#include "cli/session.h"

#include "base/text.h"
#include "model/criteria_paths.h"

static const struct loc NOWHERE = {.source = NULL};

/* The folder's files, and those that the evaluation names. */
static void read_inputs(struct session *session, const char *path, struct loaded *loaded)
{
    struct arena *arena = &session->arena;
    struct diag_list *diags = &session->diags;
    *loaded = (struct loaded){.folder = bundle_folder(arena, path)};
    loaded->found = bundle_read_folder(arena, path, diags, &loaded->bundle);
    if (!loaded->found) {
        return;
    }
    size_t path_count = 0;
    const char **paths = criteria_paths(arena, &loaded->bundle, &path_count);
    bundle_read_named(arena, loaded->folder, paths, path_count, diags, &loaded->bundle);
}

/* Hold the evidence files that the responses name against what they say. */
static void check_evidence(struct session *session, struct loaded *loaded)
{
    struct arena *arena = &session->arena;
    struct diag_list *diags = &session->diags;
    size_t count = 0;
    const char **names = project_evidence_files(arena, &loaded->project, &count);
    bundle_take_inventory(arena, loaded->folder, names, count, diags, &loaded->bundle);
    project_check_evidence(&loaded->project, diags);
}

const char *named_folder(const struct arguments *arguments)
{
    return arguments->operand_count > 0 ? arguments->operands[0] : "";
}

void load_evaluation(struct session *session, const char *path, struct date as_of,
                     struct loaded *loaded)
{
    read_inputs(session, path, loaded);
    if (loaded->found) {
        loaded->sound = project_bind(&session->arena, &loaded->bundle, as_of, &session->diags,
                                     &loaded->project);
        check_evidence(session, loaded);
    }
}

void load_offers(struct session *session, const char *path, struct date as_of,
                 struct loaded *loaded)
{
    read_inputs(session, path, loaded);
    if (loaded->found) {
        loaded->sound = project_bind_offers(&session->arena, &loaded->bundle, as_of,
                                            &session->diags, &loaded->project);
        check_evidence(session, loaded);
    }
}

void load_plan(struct session *session, const char *path, struct loaded *loaded)
{
    const struct date as_given = {.year = 0};
    read_inputs(session, path, loaded);
    if (loaded->found) {
        loaded->sound = project_bind_plan(&session->arena, &loaded->bundle, as_given,
                                          &session->diags, &loaded->project);
    }
}

bool day_given(struct session *session, const struct arguments *arguments, enum cli_option option,
               struct date *day)
{
    *day = (struct date){.year = 0};
    const char *text = arguments->values[option];
    if (text == NULL || date_read(text, day)) {
        return true;
    }
    struct diag *diag = diag_add(&session->diags, DIAG_DATE_BAD, NOWHERE,
                                 "`%s` is not a day that exists",
                                 text_brief(&session->arena, text, 40));
    diag_help(&session->diags, diag, "write it as 2026-10-15");
    return false;
}

void session_print_diags(struct session *session, const struct stream *stream,
                         const struct loaded *loaded)
{
    struct diag_sources sources = {
        .bundle = loaded == NULL ? NULL : &loaded->bundle,
        .folder = loaded == NULL ? "" : loaded->folder,
    };
    print_diags(&session->arena, stream, session->form, &sources, &session->diags);
}

enum exit_status session_fail(struct session *session, const struct loaded *loaded)
{
    session_print_diags(session, &session->terminal.err, loaded);
    return EXIT_STATUS_FAILED;
}

enum exit_status session_refuse(struct session *session, const char *what, const char *help)
{
    struct diag *diag = diag_add(&session->diags, DIAG_USAGE, NOWHERE, "%s", what);
    diag_help(&session->diags, diag, "%s", help);
    return session_fail(session, NULL);
}

void session_print(struct session *session, const char *text)
{
    fputs(text, session->terminal.out.file);
}
