#include "model/evaluation.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "model/bind.h"
#include "model/evaluation_money.h"
#include "model/evaluation_panel.h"
#include "model/evaluation_record.h"
#include "model/evaluation_rules.h"
#include "model/evaluation_weighting.h"
#include "model/evaluation_weights.h"
#include "model/language.h"
#include "model/price_check.h"
#include "read/bundle.h"
#include "read/document.h"

static const char NAME[] = "evaluation.yaml";

/* The file, taken apart. What it does not have is NULL. */
struct evaluation_file {
    const struct node *evaluation, *criteria, *drop, *weighting, *weights, *within, *rules,
        *vendors, *waivers, *closed, *views, *money, *decision, *approvals, *panel;
};
#define PART(member) offsetof(struct evaluation_file, member)

static const struct field FILE_FIELDS[] = {
    {.key = "evaluation", .kind = FIELD_NODE, .at = PART(evaluation), .required = true},
    {.key = "criteria", .kind = FIELD_NODE, .at = PART(criteria), .required = true},
    {.key = "drop", .kind = FIELD_NODE, .at = PART(drop)},
    {.key = "weighting", .kind = FIELD_NODE, .at = PART(weighting)},
    {.key = "weights", .kind = FIELD_NODE, .at = PART(weights)},
    {.key = "within", .kind = FIELD_NODE, .at = PART(within)},
    {.key = "rules", .kind = FIELD_NODE, .at = PART(rules)},
    {.key = "vendors", .kind = FIELD_NODE, .at = PART(vendors)},
    {.key = "waivers", .kind = FIELD_NODE, .at = PART(waivers)},
    {.key = "conditions_closed", .kind = FIELD_NODE, .at = PART(closed)},
    {.key = "views", .kind = FIELD_NODE, .at = PART(views)},
    {.key = "money", .kind = FIELD_NODE, .at = PART(money)},
    {.key = "decision", .kind = FIELD_NODE, .at = PART(decision)},
    {.key = "approvals", .kind = FIELD_NODE, .at = PART(approvals)},
    {.key = "panel", .kind = FIELD_NODE, .at = PART(panel)},
};
static const struct shape FILE_SHAPE = {"an evaluation file", FILE_FIELDS, COUNT_OF(FILE_FIELDS)};

#define PLACE(member) offsetof(struct evaluation, member)

static const struct field HEAD_FIELDS[] = {
    {.key = "id", .kind = FIELD_TEXT, .at = PLACE(id)},
    {.key = "title", .kind = FIELD_TEXT, .at = PLACE(title), .required = true},
    {.key = "answers_due", .kind = FIELD_MOMENT, .at = PLACE(answers_due)},
    {.key = "as_of", .kind = FIELD_DATE, .at = PLACE(as_of)},
    {.key = "marks_due", .kind = FIELD_DATE, .at = PLACE(marks_due)},
    {.key = "currency", .kind = FIELD_TEXT, .at = PLACE(currency)},
    {.key = "owner", .kind = FIELD_TEXT, .at = PLACE(owner)},
    {.key = "language", .kind = FIELD_TEXT, .at = PLACE(language)},
};
static const struct shape HEAD_SHAPE = {"`evaluation`", HEAD_FIELDS, COUNT_OF(HEAD_FIELDS)};

static bool is_given(const struct node *map, const char *key)
{
    const struct node *value = node_find(map, key);
    return value != NULL && !node_is_null(value);
}

/* The position: as the run asks for it, else as given, else the day answers are due (RULES 2). */
static void set_position(struct date as_of, struct evaluation *evaluation)
{
    if (date_is_given(as_of)) {
        evaluation->as_of = as_of;
    } else if (!date_is_given(evaluation->as_of) && evaluation->has_answers_due) {
        evaluation->as_of = evaluation->answers_due.date;
    }
}

static void bind_head(const struct binder *binder, const struct node *node, struct date as_of,
                      struct evaluation *evaluation)
{
    if (node != NULL) {
        bind_map(binder, node, &HEAD_SHAPE, evaluation);
        language_check(binder, node);
        evaluation->has_answers_due = is_given(node, "answers_due") &&
                                      date_is_given(evaluation->answers_due.date);
        if (is_given(node, "currency") && !bind_is_currency(evaluation->currency)) {
            struct diag *diag = diag_add(binder->diags, DIAG_WORD_UNKNOWN,
                                         node_find(node, "currency")->at, "`%s` is not a currency",
                                         bind_quoted(binder, evaluation->currency));
            diag_label(binder->diags, diag, "expected three capital letters as EUR");
        }
    }
    set_position(as_of, evaluation);
}

/* Everything that speaks of criteria. */
static void bind_parts(const struct binder *binder, const struct evaluation_file *file,
                       struct evaluation *evaluation)
{
    rules_bind(binder, file->rules, evaluation);
    weights_init(binder->arena, evaluation);
    weighting_bind(binder, file->weighting, evaluation);
    weights_bind(binder, file->weights, file->within, evaluation);
    views_bind(binder, file->views, evaluation);
    money_bind(binder, file->money, &evaluation->money);
    invited_bind(binder, file->vendors, evaluation);
    waivers_bind(binder, file->waivers, evaluation);
    closed_bind(binder, file->closed, evaluation);
    decision_bind(binder, file->decision, evaluation);
    approvals_bind(binder, file->approvals, evaluation);
    price_check_rule(binder, evaluation);
    panel_bind(binder, file->panel, evaluation);
}

static void bind_criteria(const struct binder *binder, const struct evaluation_file *file,
                          struct bundle *bundle, struct evaluation *evaluation)
{
    if (file->criteria == NULL) {
        return;
    }
    const struct criteria_choice choice = {
        .value = file->criteria, .drop = file->drop, .language = evaluation->language};
    criteria_bind(binder->arena, &choice, bundle, binder->diags, &evaluation->criteria);
}

static void set_defaults(struct evaluation *evaluation)
{
    *evaluation = (struct evaluation){
        .id = "evaluation", .title = "", .currency = "EUR", .source = NAME};
    rules_init(&evaluation->rules);
}

bool evaluation_bind(struct arena *arena, struct bundle *bundle, struct date as_of,
                     struct diag_list *diags, struct evaluation *evaluation)
{
    const struct binder binder = {.arena = arena, .diags = diags};
    size_t before = diags->errors;
    struct evaluation_file file = {.evaluation = NULL};
    set_defaults(evaluation);
    map_init(&evaluation->criteria.by_id, arena);
    map_init(&evaluation->criteria.kind_by_id, arena);
    const struct input *input = bundle_find(bundle, NAME);
    if (input == NULL) {
        diag_add(diags, DIAG_FILE_MISSING, (struct loc){.source = NAME},
                 "there is no `evaluation.yaml`");
        return false;
    }
    // What is bound points into the document, so it lives as long.
    struct document *document = arena_alloc(arena, 1, sizeof *document);
    if (!document_read(arena, input, DOCUMENT_OWN, diags, document) && !document->whole) {
        return false;
    }
    bind_map(&binder, &document->root, &FILE_SHAPE, &file);
    bind_head(&binder, file.evaluation, as_of, evaluation);
    bind_criteria(&binder, &file, bundle, evaluation);
    bind_parts(&binder, &file, evaluation);
    if (evaluation->language == NULL) {
        evaluation->language = evaluation->criteria.language;
    }
    return diags->errors == before;
}

const struct minimum *rules_minimum(const struct rules *rules, size_t item)
{
    for (size_t i = 0; i < rules->minimum_count; i++) {
        if (rules->minima[i].item == item) {
            return &rules->minima[i];
        }
    }
    return NULL;
}
