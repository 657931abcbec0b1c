#include "model/panel_doubts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "model/conflict.h"
#include "model/criteria_view.h"
#include "model/mark_table.h"
#include "model/panel_check.h"

enum { ID_COLUMNS = 40, LISTED_MOST = 3 };

/* One evaluator under doubt. */
struct doubt {
    const struct project *project;
    const struct mark_table *table;
    struct diag_list *diags;
    size_t index; // of the assessment
    const struct assessment *by;
    const char *id; // for showing
};

/* Names in a sentence: the first few, and how many more. */
struct listing {
    struct text_builder names;
    size_t count;
    struct loc first; // where the first of them stands
};

static void list(struct listing *listing, struct loc at, const char *name)
{
    if (listing->count == 0) {
        listing->first = at;
    }
    if (listing->count < LISTED_MOST) {
        text_add_format(&listing->names, "%s%s", listing->count > 0 ? ", " : "", name);
    }
    listing->count++;
}

static struct listing list_begin(const struct doubt *doubt)
{
    struct listing listing = {.count = 0};
    text_builder_init(&listing.names, doubt->diags->arena);
    return listing;
}

static const char *listed(struct listing *listing)
{
    if (listing->count > LISTED_MOST) {
        text_add_format(&listing->names, " and %zu more", listing->count - LISTED_MOST);
    }
    return listing->names.text;
}

static const char *brief(const struct doubt *doubt, const char *text)
{
    return text_brief(doubt->diags->arena, text, ID_COLUMNS);
}

static const struct item *item_of(const struct doubt *doubt, size_t item)
{
    return &doubt->project->evaluation.criteria.items[item];
}

/* The first of an evaluator's own marks on a criterion, whatever the vendor; NULL: none. */
static const struct mark *first_mark(const struct doubt *doubt, size_t item)
{
    const struct mark *mark = NULL;
    for (size_t o = 0; mark == NULL && o < doubt->project->offer_count; o++) {
        mark = mark_table_own(doubt->table, doubt->index, o, item);
    }
    return mark;
}

static bool has_own_marks(const struct assessment *assessment)
{
    return assessment->mark_count > 0 && !assessment->marks[0].moderated;
}

/* In conflict: recused, unless the chair says otherwise. */
static void doubt_conflict(const struct doubt *doubt)
{
    if (!conflict_is_declared(doubt->by)) {
        return;
    }
    struct listing let = list_begin(doubt);
    bool by_themselves = false;
    for (size_t o = 0; o < doubt->project->offer_count; o++) {
        const char *vendor = doubt->project->offers[o].id;
        const struct admission *admission = conflict_admission(doubt->project, doubt->by, vendor);
        if (admission != NULL) {
            list(&let, admission->vendor_at, brief(doubt, vendor));
            by_themselves = by_themselves ||
                            text_equal(admission->vendor_at.source, doubt->by->source);
        }
    }
    const char *names = listed(&let);
    struct diag *diag = diag_add(doubt->diags, DIAG_EVALUATOR_CONFLICT, doubt->by->conflict_at,
                                 "`%s` declares a conflict and marks; %s%s", doubt->id,
                                 let.count == 0 ? "the marks do not count"
                                                : "the chair lets the marks count only of ",
                                 names);
    if (by_themselves) {
        diag_help(doubt->diags, diag, "`%s` is the chair, too: somebody else should let them count",
                  doubt->id);
    } else if (let.count == 0) {
        diag_help(doubt->diags, diag,
                  "the chair may let them: `counts: {%s: [vendor], because: …}`", doubt->id);
    }
}

/* What was not declared or signed. */
static void doubt_declarations(const struct doubt *doubt)
{
    const struct assessment *by = doubt->by;
    const struct {
        bool is_open;
        const char *text;
    } declarations[] = {
        {by->conflict == NULL || by->conflict[0] == '\0', "says nothing of a conflict"},
        {by->confidential == CONFIDENTIAL_NO, "does not keep it confidential"},
        {!date_is_given(by->signed_on), "has not signed"},
    };
    struct text_builder open;
    text_builder_init(&open, doubt->diags->arena);
    for (size_t i = 0; i < COUNT_OF(declarations); i++) {
        if (declarations[i].is_open) {
            text_add_format(&open, "%s%s", open.length > 0 ? " and " : "", declarations[i].text);
        }
    }
    if (open.length > 0) {
        diag_add(doubt->diags, DIAG_DECLARATION_OPEN, by->at, "`%s` %s", doubt->id, open.text);
    }
}

/* A scoresheet that was written for another plan than the one that holds. */
static void doubt_plan(const struct doubt *doubt)
{
    const struct plan_check *plan = &doubt->project->plan;
    const char *code = doubt->by->plan_code;
    if (plan->state != PLAN_NONE && code != NULL &&
        !text_equal_ignoring_case(code, plan->lock.code)) {
        diag_add(doubt->diags, DIAG_SCORESHEET_OLD, doubt->by->plan_at,
                 "the scoresheet of `%s` is for the plan `%s`, and the one that is fixed is `%s`",
                 doubt->id, brief(doubt, code), plan->lock.code);
    }
}

/* Name the first vendor that an evaluator left out on a criterion. */
static const char *left_out(const struct doubt *doubt, size_t item)
{
    const struct project *project = doubt->project;
    size_t o = 0;
    while (!panel_awaits_mark(project, &project->offers[o], item) ||
           mark_table_own(doubt->table, doubt->index, o, item) != NULL) {
        o++;
    }
    return brief(doubt, project->offers[o].id);
}

/* Criteria that were marked for some vendors only. */
static void doubt_partial(const struct doubt *doubt)
{
    struct listing criteria = list_begin(doubt);
    const char *help = NULL;
    for (size_t i = 1; i < doubt->table->item_count; i++) {
        const struct mark *mark = first_mark(doubt, i);
        if (mark == NULL ||
            panel_is_marked_for_all(doubt->project, doubt->table, doubt->index, i)) {
            continue;
        }
        list(&criteria, mark->at, item_of(doubt, i)->id);
        if (help == NULL) {
            help = arena_format(doubt->diags->arena, "%s answered %s and is not marked",
                                left_out(doubt, i), item_of(doubt, i)->id);
        }
    }
    if (criteria.count > 0) {
        struct diag *diag = diag_add(doubt->diags, DIAG_MARK_NOT_COUNTED, criteria.first,
                                     "`%s` does not mark every vendor on %s, so that the marks "
                                     "there do not count",
                                     doubt->id, listed(&criteria));
        diag_help(doubt->diags, diag, "%s", help);
    }
}

/* Marks, moderated ones too, of what is not there to be judged. */
static void doubt_unanswered(const struct doubt *doubt)
{
    const struct project *project = doubt->project;
    struct listing answers = list_begin(doubt);
    struct listing vendors = list_begin(doubt);
    for (size_t o = 0; o < project->offer_count; o++) {
        const struct offer *offer = &project->offers[o];
        bool is_listed = false;
        for (size_t i = 1; i < doubt->table->item_count; i++) {
            const struct mark *mark = mark_table_own(doubt->table, doubt->index, o, i);
            const struct mark *moderated = mark_table_moderated(doubt->table, o, i);
            if (mark == NULL && moderated != NULL && moderated->at.source == doubt->by->source) {
                mark = moderated;
            }
            if (mark == NULL || offer->state == OFFER_FAULTY || offer->state == OFFER_WITHDRAWN) {
                continue; // faults are to be mended first; who withdrew was marked before
            }
            if (offer->state != OFFER_SCORED && !is_listed) {
                list(&vendors, mark->vendor_at, brief(doubt, offer->id));
                is_listed = true;
            } else if (offer->state == OFFER_SCORED &&
                       offer->response.answers[i].reply != REPLY_ANSWER) {
                list(&answers, mark->at,
                     arena_format(doubt->diags->arena, "%s of %s", item_of(doubt, i)->id,
                                  brief(doubt, offer->id)));
            }
        }
    }
    if (answers.count > 0) {
        diag_add(doubt->diags, DIAG_MARK_NOT_COUNTED, answers.first,
                 "`%s` marks %s, which is not answered, so that nothing counts there", doubt->id,
                 listed(&answers));
    }
    if (vendors.count > 0) {
        diag_add(doubt->diags, DIAG_MARK_NOT_COUNTED, vendors.first,
                 "`%s` marks %s, whose response is not scored", doubt->id, listed(&vendors));
    }
}

/* The view that an evaluator's role names, by id or title; NULL: none that we know. */
static const struct criteria_view *view_of(const struct doubt *doubt)
{
    const struct criteria *criteria = &doubt->project->evaluation.criteria;
    for (size_t v = 0; doubt->by->role != NULL && v < criteria->view_count; v++) {
        const struct criteria_view *view = &criteria->views[v];
        if (text_equal_ignoring_case(view->id, doubt->by->role) ||
            text_equal_ignoring_case(view->title, doubt->by->role)) {
            return view;
        }
    }
    return NULL;
}

static bool asks(const struct item *item, const char *audience)
{
    for (size_t i = 0; i < item->audience_count; i++) {
        if (text_equal_ignoring_case(item->audience[i], audience)) {
            return true;
        }
    }
    return item->audience_count == 0; // anybody
}

/* A role that is no audience says nothing of who was asked. */
static void doubt_audience(const struct doubt *doubt)
{
    const struct criteria_view *view = view_of(doubt);
    if (view == NULL) {
        return;
    }
    struct listing criteria = list_begin(doubt);
    for (size_t i = 1; i < doubt->table->item_count; i++) {
        const struct mark *mark = first_mark(doubt, i);
        if (mark != NULL && !asks(item_of(doubt, i), view->id)) {
            list(&criteria, mark->at,
                 arena_format(doubt->diags->arena, "%s (%s)", item_of(doubt, i)->id,
                              brief(doubt, item_of(doubt, i)->audience[0])));
        }
    }
    if (criteria.count > 0) {
        diag_add(doubt->diags, DIAG_MARK_AUDIENCE, criteria.first,
                 "`%s` is asked for %s and marks what asks for others: %s", doubt->id,
                 brief(doubt, view->id), listed(&criteria));
    }
}

static bool is_marked(const struct doubt *doubt, size_t offer, size_t item)
{
    for (size_t a = 0; a < doubt->project->assessment_count; a++) {
        if (mark_table_own(doubt->table, a, offer, item) != NULL) {
            return true;
        }
    }
    return false;
}

/* Levels that the chair sets where nobody marked. */
static void doubt_moderated(const struct doubt *doubt)
{
    struct listing alone = list_begin(doubt);
    for (size_t i = 1; i < doubt->table->item_count; i++) {
        for (size_t o = 0; o < doubt->project->offer_count; o++) {
            const struct offer *offer = &doubt->project->offers[o];
            const struct mark *moderated = mark_table_moderated(doubt->table, o, i);
            if (moderated != NULL && offer->state == OFFER_SCORED &&
                offer->response.answers[i].reply == REPLY_ANSWER && !is_marked(doubt, o, i)) {
                list(&alone, moderated->at,
                     arena_format(doubt->diags->arena, "%s of %s", item_of(doubt, i)->id,
                                  brief(doubt, offer->id)));
            }
        }
    }
    if (alone.count > 0) {
        diag_add(doubt->diags, DIAG_MODERATED_ALONE, alone.first,
                 "nobody marked %s, and the chair moderated it all the same", listed(&alone));
    }
}

void panel_note_doubts(const struct project *project, struct diag_list *diags)
{
    static void (*const DOUBTS[])(const struct doubt *) = {doubt_conflict, doubt_partial,
                                                           doubt_audience};
    struct mark_table table;
    struct doubt doubt = {.project = project, .table = &table, .diags = diags};
    if (project->assessment_count == 0) {
        return;
    }
    mark_table_init(diags->arena, project, &table);
    for (size_t a = 0; a < project->assessment_count; a++) {
        doubt.index = a;
        doubt.by = &project->assessments[a];
        doubt.id = brief(&doubt, doubt.by->evaluator);
        for (size_t i = 0; has_own_marks(doubt.by) && i < COUNT_OF(DOUBTS); i++) {
            DOUBTS[i](&doubt);
        }
        if (doubt.by->mark_count > 0) {
            doubt_declarations(&doubt);
            doubt_plan(&doubt);
            doubt_unanswered(&doubt);
        }
    }
    doubt_moderated(&doubt);
}
