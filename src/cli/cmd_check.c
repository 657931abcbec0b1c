#include "base/text.h"
#include "cli/documents.h"
#include "cli/session.h"
#include "report/letter_text.h"

/* A letter for each vendor, and the list for mail merge. */
static bool write_letters(struct session *session, const struct loaded *loaded, const char *folder)
{
    struct arena *arena = &session->arena;
    size_t count = 0;
    struct letter *list = letters(arena, &loaded->project, &session->diags, &count);
    struct document_file *files = arena_alloc(arena, count + 1, sizeof *files);
    for (size_t i = 0; i < count; i++) {
        files[i] = (struct document_file){.name = arena_format(arena, "%s.md", list[i].offer->id),
                                          .text = list[i].text,
                                          .mark = LETTER_MARK};
    }
    files[count] = (struct document_file){
        .name = "mail.csv",
        .text = letters_mail(arena, &loaded->project, list, count),
        .mark = LETTER_MAIL_MARK};
    return documents_write(session, folder, files, count + 1);
}

enum exit_status cmd_check(struct session *session, const struct arguments *arguments)
{
    struct date as_of;
    if (!day_given(session, arguments, OPTION_AS_OF, &as_of)) {
        session_print_diags(session, &session->terminal.err, NULL);
        return EXIT_STATUS_FAILED;
    }
    struct loaded loaded;
    load_evaluation(session, named_folder(arguments), as_of, &loaded);
    if (!loaded.found) {
        session_print_diags(session, &session->terminal.err, &loaded);
        return EXIT_STATUS_FAILED;
    }
    const char *folder = arguments->values[OPTION_FOR_VENDORS];
    diag_list_sort(&session->diags); // points come in the order of the file
    if (folder != NULL && !write_letters(session, &loaded, folder)) {
        session_print_diags(session, &session->terminal.err, &loaded);
        return EXIT_STATUS_FAILED;
    }
    // What is wrong is the result of this command, so it goes where results go.
    session_print_diags(session, &session->terminal.out, &loaded);
    if (session->diags.errors > 0) {
        return EXIT_STATUS_NO;
    }
    const struct project *project = &loaded.project;
    fprintf(session->terminal.out.file, "%s%s%s no errors: %s, %zu items to judge by\n",
            tint_start(&session->terminal.out, TINT_GOOD), "✓",
            tint_end(&session->terminal.out, TINT_GOOD),
            text_counted(&session->arena, project->offer_count, "vendor", "vendors"),
            project->evaluation.criteria.count - 1);
    return EXIT_STATUS_DONE;
}
