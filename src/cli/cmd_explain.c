#include "cli/session.h"

#include "base/text.h"
#include "report/explain_text.h"
#include "score/score.h"

static const struct loc NOWHERE = {.source = NULL};

static void print_code(FILE *out, enum diag_code code)
{
    static const char *const SEVERITIES[] = {
        [DIAG_ERROR] = "error", [DIAG_WARNING] = "warning", [DIAG_NOTE] = "note"};
    fprintf(out, "%s (%s)\n  %s\n  %s\n", diag_code_name(code),
            SEVERITIES[diag_code_severity(code)], diag_code_meaning(code), diag_code_mend(code));
}

/* The scored offer of an id, ignoring case; offer_count where there is none. */
static size_t find_offer(struct session *session, const struct result *result, const char *id)
{
    const char **names = arena_alloc(&session->arena, result->offer_count, sizeof *names);
    for (size_t i = 0; i < result->offer_count; i++) {
        names[i] = result->offers[i].offer->id;
        if (text_equal_ignoring_case(names[i], id)) {
            return i;
        }
    }
    struct diag *diag = diag_add(&session->diags, DIAG_VENDOR_UNKNOWN, NOWHERE,
                                 "`%s` is not a vendor that was scored",
                                 text_brief(&session->arena, id, 40));
    const char *closest = text_closest(&session->arena, id, names, result->offer_count);
    if (closest != NULL) {
        diag_help(&session->diags, diag, "did you mean `%s`?", closest);
    }
    return result->offer_count;
}

/* What is to be explained of a vendor. */
struct subject {
    size_t item;   // 0: the vendor as a whole
    bool is_claim; // `claim` is meant
    size_t claim;
};

static bool find_claim(const struct response *response, const char *id, size_t *claim)
{
    for (size_t i = 0; i < response->claim_count; i++) {
        if (text_equal_ignoring_case(response->claims[i].id, id)) {
            *claim = i;
            return true;
        }
    }
    return false;
}

/* An item of the criteria, or a claim of the vendor. */
static bool find_subject(struct session *session, const struct criteria *criteria,
                         const struct response *response, const char *id, struct subject *subject)
{
    if (criteria_find(&session->arena, criteria, id, &subject->item)) {
        return true;
    }
    subject->is_claim = find_claim(response, id, &subject->claim);
    if (subject->is_claim) {
        return true;
    }
    struct diag *diag = diag_add(&session->diags, DIAG_ID_UNKNOWN, NOWHERE,
                                 "`%s` is neither an item of the criteria nor a claim",
                                 text_brief(&session->arena, id, 40));
    size_t count = 0;
    const char **ids = criteria_ids(&session->arena, criteria, &count);
    const char *closest = text_closest(&session->arena, id, ids, count);
    if (closest != NULL) {
        diag_help(&session->diags, diag, "did you mean `%s`?", closest);
    }
    return false;
}

static enum exit_status explain_score(struct session *session, const struct arguments *arguments)
{
    struct date as_of;
    const char *path = arguments->values[OPTION_EVALUATION];
    if (!day_given(session, arguments, OPTION_AS_OF, &as_of)) {
        return session_fail(session, NULL);
    }
    struct loaded loaded;
    load_evaluation(session, path == NULL ? "" : path, as_of, &loaded);
    if (!loaded.sound) {
        return session_fail(session, &loaded);
    }
    struct settings settings = settings_of(&loaded.project);
    struct result result = score_project(&session->arena, &loaded.project, &settings);
    size_t offer = find_offer(session, &result, arguments->operands[0]);
    struct subject subject = {.item = 0};
    if (offer == result.offer_count ||
        (arguments->operand_count > 1 &&
         !find_subject(session, &loaded.project.evaluation.criteria,
                       &result.offers[offer].offer->response, arguments->operands[1], &subject))) {
        return session_fail(session, &loaded);
    }
    struct arena *arena = &session->arena;
    session_print(session, subject.is_claim    ? explain_claim(arena, &result, offer, subject.claim)
                           : subject.item == 0 ? explain_vendor(arena, &result, offer)
                                               : explain_item(arena, &result, offer, subject.item));
    return EXIT_STATUS_DONE;
}

enum exit_status cmd_explain(struct session *session, const struct arguments *arguments)
{
    if (arguments->operand_count == 0) {
        struct diag *diag = diag_add(&session->diags, DIAG_USAGE, NOWHERE,
                                     "`vouch explain` needs a vendor or the code of a diagnostic");
        diag_help(&session->diags, diag, "for example `vouch explain ANSWER_UNKNOWN`");
        return session_fail(session, NULL);
    }
    enum diag_code code = DIAG_CODE_COUNT;
    if (arguments->operand_count == 1 && diag_code_find(arguments->operands[0], &code)) {
        print_code(session->terminal.out.file, code);
        return EXIT_STATUS_DONE;
    }
    return explain_score(session, arguments);
}
