#include "cli/session.h"

enum exit_status cmd_check(struct session *session, const struct arguments *arguments)
{
    struct date as_of;
    if (!as_of_given(session, arguments, &as_of)) {
        session_print_diags(session, &session->terminal.err, NULL);
        return EXIT_STATUS_FAILED;
    }
    struct loaded loaded;
    load_evaluation(session, arguments->operand_count > 0 ? arguments->operands[0] : "", as_of,
                    &loaded);
    if (!loaded.found) {
        session_print_diags(session, &session->terminal.err, &loaded);
        return EXIT_STATUS_FAILED;
    }
    // What is wrong is the result of this command, so it goes where results go.
    session_print_diags(session, &session->terminal.out, &loaded);
    if (session->diags.errors > 0) {
        return EXIT_STATUS_NO;
    }
    const struct project *project = &loaded.project;
    fprintf(session->terminal.out.file, "%s%s%s no errors: %zu %s, %zu items to judge by\n",
            tint_start(&session->terminal.out, TINT_GOOD), "✓",
            tint_end(&session->terminal.out, TINT_GOOD), project->offer_count,
            project->offer_count == 1 ? "vendor" : "vendors",
            project->evaluation.criteria.count - 1);
    return EXIT_STATUS_DONE;
}
