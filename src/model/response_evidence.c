#include "model/response_evidence.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/evidence_kind.h"
#include "read/bundle.h"
#include "read/document.h"

#include <string.h>

/* A piece of evidence as written. */
struct evidence_draft {
    struct evidence evidence;
    const char *kind, *digest;
    const struct node *period;
    int opinion;
};

static const struct word OPINION_WORDS[] = {{"unqualified", false}, {"qualified", true}};
static const struct words OPINIONS = {OPINION_WORDS, COUNT_OF(OPINION_WORDS)};

#define PLACE(member) offsetof(struct evidence_draft, member)

static const struct field EVIDENCE_FIELDS[] = {
    {.key = "kind", .kind = FIELD_TEXT, .at = PLACE(kind), .required = true},
    {.key = "title", .kind = FIELD_TEXT, .at = PLACE(evidence.title)},
    {.key = "issuer", .kind = FIELD_TEXT, .at = PLACE(evidence.issuer)},
    {.key = "entity", .kind = FIELD_TEXT, .at = PLACE(evidence.entity)},
    {.key = "product", .kind = FIELD_TEXT, .at = PLACE(evidence.product)},
    {.key = "covers", .kind = FIELD_TEXT, .at = PLACE(evidence.covers)},
    {.key = "issued", .kind = FIELD_DATE, .at = PLACE(evidence.issued)},
    {.key = "period", .kind = FIELD_NODE, .at = PLACE(period)},
    {.key = "expires", .kind = FIELD_DATE, .at = PLACE(evidence.expires)},
    {.key = "opinion", .kind = FIELD_WORD, .at = PLACE(opinion), .words = &OPINIONS},
    {.key = "file", .kind = FIELD_TEXT, .at = PLACE(evidence.file)},
    {.key = "sha256", .kind = FIELD_TEXT, .at = PLACE(digest)},
};
static const struct shape EVIDENCE_SHAPE = {"a piece of evidence", EVIDENCE_FIELDS,
                                            COUNT_OF(EVIDENCE_FIELDS)};

static void bind_period(const struct binder *binder, const struct node *node,
                        struct evidence *evidence)
{
    if (node == NULL) {
        return;
    }
    if (node->kind != NODE_LIST || node->count != 2) {
        struct diag *diag = diag_add(binder->diags, DIAG_VALUE_KIND, node->at,
                                     "`period` is not a pair of days");
        diag_label(binder->diags, diag, "expected as [2025-01-01, 2025-12-31]");
        return;
    }
    (void)bind_date(binder, "period", &node->items[0], &evidence->period_from); // reported
    (void)bind_date(binder, "period", &node->items[1], &evidence->period_to);
}

/* Days that contradict each other are a slip of the pen, which is no reason to leave an offer out:
 * they count as they are written (RULES 2). */
static void check_days(const struct binder *binder, const struct node *node,
                       const struct evidence *evidence)
{
    bool has_period = date_is_given(evidence->period_from) && date_is_given(evidence->period_to);
    if (has_period && date_compare(evidence->period_to, evidence->period_from) < 0) {
        diag_add(binder->diags, DIAG_EVIDENCE_DATES, node_find(node, "period")->at,
                 "the period ends before it begins");
    }
    bool has_term = date_is_given(evidence->issued) && date_is_given(evidence->expires);
    if (has_term && date_compare(evidence->expires, evidence->issued) < 0) {
        diag_add(binder->diags, DIAG_EVIDENCE_DATES, node_find(node, "expires")->at,
                 "`%s` expires before it is issued, so that it is current on no day",
                 bind_quoted(binder, evidence->id));
    }
}

static void bind_digest(const struct binder *binder, const struct node *node, const char *text,
                        struct evidence *evidence)
{
    if (text == NULL) {
        return;
    }
    evidence->has_digest = digest_read(text, &evidence->digest);
    if (!evidence->has_digest) {
        struct diag *diag = diag_add(binder->diags, DIAG_DIGEST_BAD, node_find(node, "sha256")->at,
                                     "`%s` is not a SHA-256", bind_quoted(binder, text));
        diag_label(binder->diags, diag, "expected 64 hexadecimal digits");
    }
}

/* Where the file stands in the bundle: beside the response that names it. */
static void place_file(const struct binder *binder, const struct node *node, const char *source,
                       struct evidence *evidence)
{
    if (evidence->file == NULL) {
        return;
    }
    const char *slash = strrchr(source, '/');
    int folder = slash == NULL ? 0 : (int)(slash - source) + 1;
    const char *name = arena_format(binder->arena, "%.*s%s", folder, source, evidence->file);
    if (bundle_name_is_sound(name)) {
        evidence->held_name = name;
        evidence->file_at = node_find(node, "file")->at;
        return;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_FILE_NAME_BAD, node_find(node, "file")->at,
                                 "`%s` cannot be the name of a file",
                                 bind_quoted(binder, evidence->file));
    diag_label(binder->diags, diag, "expected a file beside the response, without `..`");
}

static void bind_kind(const struct binder *binder, const struct criteria *criteria,
                      const struct node *node, struct evidence_draft *draft)
{
    if (draft->kind == NULL || !criteria->complete) {
        draft->evidence.kind_unknown = true;
        return;
    }
    struct loc at = node_find(node, "kind")->at;
    if (!evidence_kind_bind(binder, criteria, draft->kind, at, &draft->evidence.kind)) {
        draft->evidence.kind_unknown = true;
        return;
    }
    if (criteria->kinds[draft->evidence.kind].buyer_only) {
        diag_add(binder->diags, DIAG_EVIDENCE_BUYER_ONLY, at,
                 "only we can produce evidence of the kind `%s`, so this does not count",
                 bind_quoted(binder, draft->kind));
    }
}

static void bind_evidence(const struct binder *binder, const struct criteria *criteria,
                          const struct entry *entry, const char *source, struct evidence *evidence)
{
    const struct node *node = &entry->value;
    struct evidence_draft draft = {
        .evidence = {.id = arena_copy(binder->arena, entry->key), .at = entry->at}};
    if (node->kind != NODE_MAP) {
        bind_is_map(binder, entry->key, node);
        *evidence = draft.evidence;
        return;
    }
    bind_map(binder, node, &EVIDENCE_SHAPE, &draft);
    bind_period(binder, draft.period, &draft.evidence);
    check_days(binder, node, &draft.evidence);
    bind_digest(binder, node, draft.digest, &draft.evidence);
    place_file(binder, node, source, &draft.evidence);
    bind_kind(binder, criteria, node, &draft);
    draft.evidence.opinion_qualified = draft.opinion != 0;
    *evidence = draft.evidence;
}

void response_evidence_bind(const struct binder *binder, const struct criteria *criteria,
                            const struct node *map, struct response *response)
{
    if (map == NULL || !bind_is_map(binder, "evidence", map)) {
        return;
    }
    response->evidence = arena_grown(binder->arena, response->evidence, response->evidence_count,
                                     map->count, sizeof *response->evidence);
    for (size_t i = 0; i < map->count; i++) {
        struct evidence *evidence = &response->evidence[response->evidence_count];
        bind_evidence(binder, criteria, &map->entries[i], response->source, evidence);
        if (map_add(&response->evidence_by_id, evidence->id, response->evidence_count)) {
            response->evidence_count++;
        } else { // keys are unique in a file, so it is that of an amendment
            diag_add(binder->diags, DIAG_CLARIFICATION_BAD, evidence->at,
                     "`%s` is evidence of the response already, and what is added needs an id of "
                     "its own",
                     bind_quoted(binder, evidence->id));
        }
    }
}
