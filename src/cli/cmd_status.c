#include "cli/session.h"

#include "base/text.h"
#include "report/status_text.h"
#include "score/score.h"

static const struct loc NOWHERE = {.source = NULL};

static enum exit_status fail(struct session *session, const struct loaded *loaded)
{
    session_print_diags(session, &session->terminal.err, loaded);
    return EXIT_STATUS_FAILED;
}

/* The day to count from: as given, since nothing reads today's date by itself. */
static bool on_given(struct session *session, const struct arguments *arguments, struct date *on)
{
    const char *text = arguments->values[OPTION_ON];
    *on = (struct date){.year = 0};
    if (text == NULL || date_read(text, on)) {
        return true;
    }
    struct diag *diag = diag_add(&session->diags, DIAG_DATE_BAD, NOWHERE,
                                 "`%s` is not a day that exists",
                                 text_brief(&session->arena, text, 40));
    diag_help(&session->diags, diag, "write it as 2026-10-15");
    return false;
}

enum exit_status cmd_status(struct session *session, const struct arguments *arguments)
{
    struct date as_of;
    struct date on;
    if (!as_of_given(session, arguments, &as_of) || !on_given(session, arguments, &on)) {
        return fail(session, NULL);
    }
    struct loaded loaded;
    load_evaluation(session, arguments->operand_count > 0 ? arguments->operands[0] : "", as_of,
                    &loaded);
    if (!loaded.sound) {
        return fail(session, &loaded);
    }
    struct settings settings = settings_of(&loaded.project);
    struct result result = score_once(&session->arena, &loaded.project, &settings);
    if (!date_is_given(on)) {
        on = loaded.project.evaluation.as_of;
    }
    session_print(session, status_text(&session->arena, &result, on));
    return EXIT_STATUS_DONE;
}
