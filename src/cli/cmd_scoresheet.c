#include "cli/session.h"

#include "base/text.h"
#include "model/criteria_view.h"
#include "model/evaluation_panel.h"
#include "report/scoresheet_book.h"
#include "score/score.h"

static const struct loc NOWHERE = {.source = NULL};

/* Names separated by commas, blanks round them left out. */
static const char *const *split(struct arena *arena, const char *list, size_t *count)
{
    const char **names = NULL;
    size_t capacity = 0;
    *count = 0;
    for (const char *at = list; at != NULL && *at != '\0';) {
        const char *comma = at;
        while (*comma != '\0' && *comma != ',') {
            comma++;
        }
        const char *name = text_trimmed(arena, arena_text(arena, at, (size_t)(comma - at)));
        if (name[0] != '\0') {
            names = arena_more(arena, names, *count, &capacity, sizeof *names);
            names[(*count)++] = name;
        }
        at = *comma == ',' ? comma + 1 : comma;
    }
    return names;
}

static bool is_view(const struct criteria *criteria, const char *id)
{
    for (size_t i = 0; i < criteria->view_count; i++) {
        if (text_equal_ignoring_case(criteria->views[i].id, id)) {
            return true;
        }
    }
    return false;
}

static bool is_audience(const struct criteria *criteria, const char *id)
{
    for (size_t i = 0; i < criteria->count; i++) {
        for (size_t a = 0; a < criteria->items[i].audience_count; a++) {
            if (text_equal_ignoring_case(criteria->items[i].audience[a], id)) {
                return true;
            }
        }
    }
    return false;
}

/* Nobody is asked to mark for this view. */
static void report_audience(struct session *session, const struct criteria *criteria,
                            const char *name)
{
    const char **ids = arena_alloc(&session->arena, criteria->view_count, sizeof *ids);
    for (size_t i = 0; i < criteria->view_count; i++) {
        ids[i] = criteria->views[i].id;
    }
    struct diag *diag = diag_add(&session->diags, DIAG_USAGE, NOWHERE,
                                 is_view(criteria, name)
                                     ? "no criterion of this evaluation is for the audience `%s`"
                                     : "`%s` is no audience",
                                 text_brief(&session->arena, name, 40));
    const char *closest = text_closest(&session->arena, name, ids, criteria->view_count);
    if (closest != NULL && !is_view(criteria, name)) {
        diag_help(&session->diags, diag, "did you mean `%s`?", closest);
    } else {
        diag_help(&session->diags, diag, "`vouch criteria views` lists them");
    }
}

/* Whoever is not on a panel that is listed has mistyped the id. */
static bool check_panel(struct session *session, const struct evaluation *evaluation,
                        const char *id)
{
    if (evaluation->panel_count == 0 || panelist_find(evaluation, id) != NULL) {
        return true;
    }
    const char **ids = arena_alloc(&session->arena, evaluation->panel_count, sizeof *ids);
    for (size_t i = 0; i < evaluation->panel_count; i++) {
        ids[i] = evaluation->panel[i].id;
    }
    struct diag *diag = diag_add(&session->diags, DIAG_USAGE, NOWHERE,
                                 "`%s` is not on the panel of this evaluation",
                                 text_brief(&session->arena, id, 40));
    const char *closest = text_closest(&session->arena, id, ids, evaluation->panel_count);
    if (closest != NULL) {
        diag_help(&session->diags, diag, "did you mean `%s`?", closest);
    } else {
        diag_help(&session->diags, diag, "add it to `panel` in evaluation.yaml");
    }
    return false;
}

/*
 * Whose sheet it is: as the options say, else as the panel does, else an audience of that id, else
 * somebody who marks everything.
 */
static bool find_panelist(struct session *session, const struct arguments *arguments,
                          const struct evaluation *evaluation, struct panelist *panelist)
{
    const char *id = arguments->values[OPTION_EVALUATOR];
    const char *audience = arguments->values[OPTION_AUDIENCE];
    const struct panelist *listed = panelist_find(evaluation, id);
    if (!panelist_id_check(&session->diags, id, NOWHERE) || !check_panel(session, evaluation, id)) {
        return false;
    }
    *panelist = listed == NULL ? (struct panelist){.id = id} : *listed;
    if (audience != NULL) {
        panelist->audience = split(&session->arena, audience, &panelist->audience_count);
    } else if (panelist->audience_count == 0 && is_audience(&evaluation->criteria, id)) {
        panelist->audience = split(&session->arena, id, &panelist->audience_count);
    }
    for (size_t i = 0; i < panelist->audience_count; i++) {
        if (!is_audience(&evaluation->criteria, panelist->audience[i])) {
            report_audience(session, &evaluation->criteria, panelist->audience[i]);
            return false;
        }
    }
    const char *name = arguments->values[OPTION_NAME];
    const char *role = arguments->values[OPTION_ROLE];
    panelist->name = name == NULL ? panelist->name : name;
    panelist->role = role == NULL ? panelist->role : role;
    return true;
}

static bool write(struct session *session, const struct arguments *arguments,
                  const struct loaded *loaded, const struct panelist *panelist)
{
    const char *target = arguments->values[OPTION_OUTPUT];
    struct settings settings = settings_of(&loaded->project);
    struct result result = score_project(&session->arena, &loaded->project, &settings);
    const struct plan_check *plan = &loaded->project.plan;
    struct scoresheet_book scoresheet = scoresheet_book_of(
        &session->arena, &result, panelist, plan->state == PLAN_NONE ? NULL : plan->lock.code);
    if (scoresheet.plan.mark_count == 0) {
        struct diag *diag = diag_add(&session->diags, DIAG_USAGE, NOWHERE,
                                     "none of these criteria is judged on a scale, so that there "
                                     "is nothing to mark");
        diag_help(&session->diags, diag, "name another --audience");
        return false;
    }
    struct book_content content = scoresheet_content(&scoresheet);
    if (!book_write(&session->arena, &content, target, &session->diags)) {
        return false;
    }
    fprintf(session->terminal.out.file, "Scoresheet: %s\n%zu criteri%s to mark for %zu vendor%s\n",
            text_brief(&session->arena, target, 200), scoresheet.plan.mark_count,
            scoresheet.plan.mark_count == 1 ? "on" : "a", result.offer_count,
            result.offer_count == 1 ? "" : "s");
    return true;
}

enum exit_status cmd_scoresheet(struct session *session, const struct arguments *arguments)
{
    static const char EXAMPLE[] = "for example `vouch scoresheet --evaluator jk -o jk.xlsx`";
    struct date as_of;
    struct loaded loaded;
    struct panelist panelist;
    if (arguments->values[OPTION_EVALUATOR] == NULL) {
        return session_refuse(session, "`vouch scoresheet` needs to know whose it is", EXAMPLE);
    }
    if (arguments->values[OPTION_OUTPUT] == NULL) {
        return session_refuse(session, "`vouch scoresheet` needs a file to write", EXAMPLE);
    }
    if (!day_given(session, arguments, OPTION_AS_OF, &as_of)) {
        return session_fail(session, NULL);
    }
    load_offers(session, named_folder(arguments), as_of, &loaded);
    if (!loaded.sound ||
        !find_panelist(session, arguments, &loaded.project.evaluation, &panelist) ||
        !write(session, arguments, &loaded, &panelist)) {
        return session_fail(session, &loaded);
    }
    if (session->diags.errors == 0) {
        return EXIT_STATUS_DONE; // what is not quite right is for `check` to say
    }
    session_print_diags(session, &session->terminal.err, &loaded);
    return EXIT_STATUS_NO; // a response was left out
}
