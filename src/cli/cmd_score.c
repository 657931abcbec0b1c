#include "cli/conditions_file.h"
#include "cli/documents.h"
#include "cli/session.h"

#include "base/file.h"
#include "base/text.h"
#include "model/price_seal.h"
#include "report/csv.h"
#include "report/debrief_text.h"
#include "report/json.h"
#include "report/markdown.h"
#include "report/ranking_text.h"
#include "report/scorecard.h"
#include "score/award.h"
#include "score/score.h"

static const char DEFAULT_NAME[] = "scorecard.xlsx";

static const char *text_of(struct session *session, const struct result *result)
{
    const struct stream *out = &session->terminal.out;
    struct palette palette = {
        .bold = tint_start(out, TINT_BOLD),
        .dim = tint_start(out, TINT_DIM),
        .bad = tint_start(out, TINT_BAD),
        .warn = tint_start(out, TINT_WARN),
        .good = tint_start(out, TINT_GOOD),
        .end = tint_end(out, TINT_BOLD),
    };
    return ranking_text(&session->arena, result, &palette);
}

static const char *json_of(struct session *session, const struct result *result)
{
    return json_text(&session->arena, result, VOUCH_VERSION);
}

static const char *csv_of(struct session *session, const struct result *result)
{
    return csv_text(&session->arena, result);
}

static const char *markdown_of(struct session *session, const struct result *result)
{
    return markdown_text(&session->arena, result);
}

/* What stdout can carry; the first is the default. */
static const struct {
    const char *name;
    const char *(*text)(struct session *session, const struct result *result);
} FORMATS[] = {
    {"text", text_of},
    {"json", json_of},
    {"csv", csv_of},
    {"md", markdown_of},
};

static void print_result(struct session *session, const char *format, const struct result *result,
                         const char *target)
{
    for (size_t i = 0; i < COUNT_OF(FORMATS); i++) {
        if (text_equal(FORMATS[i].name, format)) {
            session_print(session, FORMATS[i].text(session, result));
        }
    }
    // Only text says more than the result itself.
    if (text_equal(format, FORMATS[0].name)) {
        fprintf(session->terminal.out.file, "\nScorecard: %s\n",
                text_brief(&session->arena, target, 400));
    }
}

/* Was a response left out for errors? */
static bool any_left_out(const struct project *project)
{
    for (size_t i = 0; i < project->offer_count; i++) {
        if (project->offers[i].state == OFFER_FAULTY) {
            return true;
        }
    }
    return false;
}

/* A debrief for each vendor that was scored. */
static bool write_debriefs(struct session *session, const struct result *result, const char *folder)
{
    struct arena *arena = &session->arena;
    struct document_file *files = arena_alloc(arena, result->offer_count, sizeof *files);
    for (size_t i = 0; i < result->offer_count; i++) {
        const char *id = result->offers[i].offer->id;
        files[i] = (struct document_file){.name = arena_format(arena, "%s.md", id),
                                          .text = debrief_text(arena, result, i),
                                          .mark = DEBRIEF_MARK};
    }
    return documents_write(session, folder, files, result->offer_count);
}

enum exit_status cmd_score(struct session *session, const struct arguments *arguments)
{
    struct date as_of;
    if (!day_given(session, arguments, OPTION_AS_OF, &as_of)) {
        return session_fail(session, NULL);
    }
    struct loaded loaded;
    load_evaluation(session, named_folder(arguments), as_of, &loaded);
    if (!loaded.sound) {
        return session_fail(session, &loaded);
    }
    struct settings settings = settings_of(&loaded.project);
    settings.without_price = arguments->values[OPTION_WITHOUT_PRICE] != NULL;
    if (settings.without_price) {
        price_seal(&loaded.project);
    }
    struct result result = score_project(&session->arena, &loaded.project, &settings);
    award_check(&result, &session->diags);
    const char *target = arguments->values[OPTION_OUTPUT];
    if (target == NULL) {
        target = file_join(&session->arena, loaded.folder, DEFAULT_NAME);
    }
    const char *conditions = arguments->values[OPTION_CONDITIONS];
    if (!conditions_file_is_free(session, conditions)) {
        return session_fail(session, &loaded);
    }
    const char *debriefs = arguments->values[OPTION_DEBRIEF];
    if (debriefs != NULL && !write_debriefs(session, &result, debriefs)) {
        return session_fail(session, &loaded);
    }
    struct scorecard scorecard = scorecard_of(&session->arena, &result, VOUCH_VERSION);
    struct book_content content = scorecard_content(&scorecard);
    if (!book_write(&session->arena, &content, target, &session->diags) ||
        (conditions != NULL && !conditions_file_write(session, conditions, &result))) {
        return session_fail(session, &loaded);
    }
    const char *format = arguments->values[OPTION_FORMAT];
    print_result(session, format == NULL ? FORMATS[0].name : format, &result, target);
    // What was noticed on the way stands behind the result, where the eye lands.
    fflush(session->terminal.out.file);
    session_print_diags(session, &session->terminal.err, &loaded);
    return any_left_out(&loaded.project) ? EXIT_STATUS_NO : EXIT_STATUS_DONE;
}
