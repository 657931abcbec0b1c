#include "model/findings.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "model/answer_value.h"
#include "model/bind.h"
#include "model/evaluation.h"
#include "model/findings_own.h"
#include "model/item_id.h"
#include "model/response.h"
#include "read/bundle.h"
#include "read/document.h"

/* The file, taken apart. What it does not have is NULL. */
struct findings_file {
    const struct node *findings, *evidence, *shows, *measured, *not_applicable;
};
#define PART(member) offsetof(struct findings_file, member)

static const struct field FILE_FIELDS[] = {
    {.key = "findings", .kind = FIELD_NODE, .at = PART(findings), .required = true},
    {.key = "evidence", .kind = FIELD_NODE, .at = PART(evidence)},
    {.key = "shows", .kind = FIELD_NODE, .at = PART(shows)},
    {.key = "measured", .kind = FIELD_NODE, .at = PART(measured)},
    {.key = "not_applicable", .kind = FIELD_NODE, .at = PART(not_applicable)},
};
static const struct shape FILE_SHAPE = {"a findings file", FILE_FIELDS, COUNT_OF(FILE_FIELDS)};

static const struct field HEAD_FIELDS[] = {
    {.key = "vendor",
     .kind = FIELD_TEXT,
     .at = offsetof(struct findings, vendor),
     .required = true},
    {.key = "by", .kind = FIELD_TEXT, .at = offsetof(struct findings, by)},
    {.key = "on", .kind = FIELD_DATE, .at = offsetof(struct findings, on)},
};
static const struct shape HEAD_SHAPE = {"`findings`", HEAD_FIELDS, COUNT_OF(HEAD_FIELDS)};

/* What is said of a piece of the vendor's evidence, as written. */
struct evidence_draft {
    struct evidence_finding finding;
    const struct node *exceptions, *seen;
    bool accepted;
    int scope;
};
#define EVIDENCE(member) offsetof(struct evidence_draft, member)

static const struct field EVIDENCE_FIELDS[] = {
    {.key = "accepted", .kind = FIELD_YES_NO, .at = EVIDENCE(accepted)},
    {.key = "held", .kind = FIELD_YES_NO, .at = EVIDENCE(finding.held)},
    {.key = "seen", .kind = FIELD_NODE, .at = EVIDENCE(seen)},
    {.key = "scope", .kind = FIELD_WORD, .at = EVIDENCE(scope), .words = &SCOPES},
    {.key = "exceptions", .kind = FIELD_NODE, .at = EVIDENCE(exceptions)},
    {.key = "because", .kind = FIELD_TEXT, .at = EVIDENCE(finding.because)},
};
static const struct shape EVIDENCE_SHAPE = {"a finding on evidence", EVIDENCE_FIELDS,
                                            COUNT_OF(EVIDENCE_FIELDS)};

#define SEEN(member) offsetof(struct evidence_finding, member)
static const struct field SEEN_FIELDS[] = {
    {.key = "by", .kind = FIELD_TEXT, .at = SEEN(seen_by)},
    {.key = "on", .kind = FIELD_DATE, .at = SEEN(seen_on)},
    {.key = "where", .kind = FIELD_TEXT, .at = SEEN(seen_where)},
};
static const struct shape SEEN_SHAPE = {"`seen`", SEEN_FIELDS, COUNT_OF(SEEN_FIELDS)};

/* What evidence shows, as written. */
struct shown_draft {
    struct shown shown;
    const struct node *level, *from;
};
#define SHOWN(member) offsetof(struct shown_draft, member)
static const struct field SHOWN_FIELDS[] = {
    {.key = "level", .kind = FIELD_NODE, .at = SHOWN(level), .required = true},
    {.key = "from", .kind = FIELD_NODE, .at = SHOWN(from)},
    {.key = "because", .kind = FIELD_TEXT, .at = SHOWN(shown.because)},
};
static const struct shape SHOWN_SHAPE = {"what evidence shows", SHOWN_FIELDS,
                                         COUNT_OF(SHOWN_FIELDS)};

#define AGREED(member) offsetof(struct applicability, member)
static const struct field AGREED_FIELDS[] = {
    {.key = "agreed", .kind = FIELD_YES_NO, .at = AGREED(agreed), .required = true},
    {.key = "because", .kind = FIELD_TEXT, .at = AGREED(because)},
};
static const struct shape AGREED_SHAPE = {"a finding on `not_applicable`", AGREED_FIELDS,
                                          COUNT_OF(AGREED_FIELDS)};

/* One findings file that is being bound. */
struct finding {
    const struct binder *binder;
    const struct criteria *criteria;
    const struct response *response;
    struct findings *findings;
};

void findings_init(struct arena *arena, const struct evaluation *evaluation,
                   const struct response *response, struct findings *findings)
{
    size_t count = evaluation->criteria.count;
    *findings = (struct findings){.vendor = response->id};
    findings->evidence = arena_alloc(arena, response->evidence_count, sizeof *findings->evidence);
    findings->shows = arena_alloc(arena, count, sizeof *findings->shows);
    findings->not_applicable = arena_alloc(arena, count, sizeof *findings->not_applicable);
}

const char *findings_vendor(struct arena *arena, const struct input *input, struct diag_list *diags,
                            struct loc *at)
{
    const struct binder binder = {.arena = arena, .diags = diags};
    struct document *document = arena_alloc(arena, 1, sizeof *document);
    const char *vendor = NULL;
    if (!document_read(arena, input, DOCUMENT_OWN, diags, document) && !document->whole) {
        return NULL;
    }
    const struct node *head = node_find(&document->root, "findings");
    const struct node *id = head == NULL ? NULL : node_find(head, "vendor");
    if (id == NULL || node_is_null(id)) {
        diag_add(diags, DIAG_KEY_MISSING, head == NULL ? document->root.at : head->at,
                 "a findings file needs `vendor` under `findings`");
        return NULL;
    }
    *at = id->at;
    return bind_text(&binder, "vendor", id, &vendor) ? vendor : NULL;
}

/* `none`, or the criteria that an exception touches. */
static void bind_exceptions(const struct finding *finding, const struct node *node,
                            struct evidence_finding *evidence)
{
    const struct item_lookup lookup = {
        .criteria = finding->criteria, .wanted = WANT_CRITERION, .unknown = DIAG_CRITERION_UNKNOWN};
    struct texts ids = {.count = 0};
    bool is_none = node == NULL ||
                   (node->kind == NODE_SCALAR && text_equal_ignoring_case(node->text, "none"));
    if (!is_none && bind_texts(finding->binder, "exceptions", node, &ids)) {
        item_ids_find(finding->binder, &lookup, &ids, &evidence->exceptions,
                      &evidence->exception_count);
    }
}

static void bind_vendor_evidence(const struct finding *finding, const struct entry *entry,
                                 struct evidence_finding *evidence)
{
    const struct binder *binder = finding->binder;
    const struct node *node = &entry->value;
    struct evidence_draft draft = {.finding = {.given = true, .at = entry->at}};
    if (node_find(node, "kind") != NULL) {
        diag_add(binder->diags, DIAG_FINDING_BAD, entry->at,
                 "`%s` is the vendor's evidence; our own needs another id",
                 bind_quoted(binder, entry->key));
        return;
    }
    bind_map(binder, node, &EVIDENCE_SHAPE, &draft);
    if (draft.seen != NULL) {
        draft.finding.seen = bind_map(binder, draft.seen, &SEEN_SHAPE, &draft.finding);
    }
    if (node_find(node, "accepted") != NULL) {
        draft.finding.verdict = draft.accepted ? VERDICT_ACCEPTED : VERDICT_REJECTED;
    }
    draft.finding.scope = (enum scope)draft.scope;
    bind_exceptions(finding, draft.exceptions, &draft.finding);
    *evidence = draft.finding;
}

static void report_evidence(const struct finding *finding, const struct entry *entry)
{
    const struct response *response = finding->response;
    const struct binder *binder = finding->binder;
    const char **ids = arena_alloc(binder->arena, response->evidence_count, sizeof *ids);
    for (size_t i = 0; i < response->evidence_count; i++) {
        ids[i] = response->evidence[i].id;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_EVIDENCE_UNKNOWN, entry->at,
                                 "the vendor lists no evidence `%s`",
                                 bind_quoted(binder, entry->key));
    if (!bind_suggest(binder, diag, entry->key, ids, response->evidence_count)) {
        diag_help(binder->diags, diag, "our own evidence has a `kind` and says what it `carries`");
    }
}

static void bind_evidence(const struct finding *finding, const struct node *map)
{
    if (map == NULL || !bind_is_map(finding->binder, "evidence", map)) {
        return;
    }
    struct findings *findings = finding->findings;
    findings->own = arena_alloc(finding->binder->arena, map->count, sizeof *findings->own);
    for (size_t i = 0; i < map->count; i++) {
        const struct entry *entry = &map->entries[i];
        size_t index = 0;
        if (map_find(&finding->response->evidence_by_id, entry->key, &index)) {
            bind_vendor_evidence(finding, entry, &findings->evidence[index]);
        } else if (node_find(&entry->value, "kind") != NULL) {
            own_evidence_bind(finding->binder, finding->criteria, entry, findings);
        } else {
            report_evidence(finding, entry);
        }
    }
}

static void bind_level(const struct finding *finding, const struct item *item,
                       const struct shown_draft *draft, struct shown *shown)
{
    const struct binder *binder = finding->binder;
    struct answer_value value;
    if (item->answer.kind == ANSWER_TEXT || item->answer.kind == ANSWER_PRICE) {
        diag_add(binder->diags, DIAG_FINDING_BAD, draft->level->at,
                 "%s has no level that evidence could show", item->id);
        return;
    }
    if (item->answer.kind == ANSWER_KIND_COUNT ||
        !answer_value_bind(binder, item->id, &item->answer, draft->level, &value)) {
        return;
    }
    *shown = draft->shown;
    shown->given = true;
    shown->word = value.text;
    shown->value = value.claimed;
    shown->place = value.place;
    shown->from = draft->from == NULL ? NULL : draft->from->text;
}

static void bind_shows(const struct finding *finding, const struct node *map)
{
    const struct binder *binder = finding->binder;
    const struct item_lookup lookup = {
        .criteria = finding->criteria, .wanted = WANT_CRITERION, .unknown = DIAG_CRITERION_UNKNOWN};
    if (map == NULL || !bind_is_map(binder, "shows", map)) {
        return;
    }
    for (size_t i = 0; i < map->count; i++) {
        const struct entry *entry = &map->entries[i];
        struct shown_draft draft = {.shown = {.at = entry->at}};
        size_t index = 0;
        bool is_known = item_id_find(binder, &lookup, entry->key, entry->at, &index);
        if (bind_map(binder, &entry->value, &SHOWN_SHAPE, &draft) && is_known) {
            finding_check_source(binder, finding->response, finding->findings, draft.from);
            bind_level(finding, &finding->criteria->items[index], &draft,
                       &finding->findings->shows[index]);
        }
    }
}

static void bind_not_applicable(const struct finding *finding, const struct node *map)
{
    const struct binder *binder = finding->binder;
    const struct item_lookup lookup = {
        .criteria = finding->criteria, .wanted = WANT_CRITERION, .unknown = DIAG_CRITERION_UNKNOWN};
    if (map == NULL || !bind_is_map(binder, "not_applicable", map)) {
        return;
    }
    for (size_t i = 0; i < map->count; i++) {
        const struct entry *entry = &map->entries[i];
        struct applicability draft = {.given = true, .at = entry->at};
        size_t index = 0;
        bool is_known = item_id_find(binder, &lookup, entry->key, entry->at, &index);
        if (!bind_map(binder, &entry->value, &AGREED_SHAPE, &draft) || !is_known) {
            continue;
        }
        if (finding->response->answers[index].reply != REPLY_NOT_APPLICABLE) {
            diag_add(binder->diags, DIAG_FINDING_BAD, entry->at,
                     "the vendor does not say that %s is not applicable",
                     finding->criteria->items[index].id);
            continue;
        }
        finding->findings->not_applicable[index] = draft;
    }
}

bool findings_bind(struct arena *arena, const struct evaluation *evaluation,
                   const struct response *response, const struct input *input,
                   struct diag_list *diags, struct findings *findings)
{
    const struct binder binder = {.arena = arena, .diags = diags};
    const struct finding finding = {&binder, &evaluation->criteria, response, findings};
    size_t before = diags->errors;
    struct findings_file file = {.findings = NULL};
    findings->source = input->name;
    // What is bound points into the document, so it lives as long.
    struct document *document = arena_alloc(arena, 1, sizeof *document);
    if (!document_read(arena, input, DOCUMENT_OWN, diags, document) && !document->whole) {
        return false;
    }
    bind_map(&binder, &document->root, &FILE_SHAPE, &file);
    if (file.findings != NULL) {
        bind_map(&binder, file.findings, &HEAD_SHAPE, findings);
    }
    bind_evidence(&finding, file.evidence);
    bind_shows(&finding, file.shows);
    measured_bind(&binder, response, file.measured, findings);
    bind_not_applicable(&finding, file.not_applicable);
    return diags->errors == before;
}
