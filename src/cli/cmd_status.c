#include "cli/session.h"

#include "report/status_text.h"
#include "score/score.h"

enum exit_status cmd_status(struct session *session, const struct arguments *arguments)
{
    struct date as_of;
    struct date on;
    if (!day_given(session, arguments, OPTION_AS_OF, &as_of) ||
        !day_given(session, arguments, OPTION_ON, &on)) {
        return session_fail(session, NULL);
    }
    struct loaded loaded;
    load_evaluation(session, named_folder(arguments), as_of, &loaded);
    if (!loaded.sound) {
        return session_fail(session, &loaded);
    }
    struct settings settings = settings_of(&loaded.project);
    struct result result = score_once(&session->arena, &loaded.project, &settings);
    if (!date_is_given(on)) { // nothing reads today's date by itself
        on = loaded.project.evaluation.as_of;
    }
    session_print(session, status_text(&session->arena, &result, on));
    return EXIT_STATUS_DONE;
}
