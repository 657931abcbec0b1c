#include "model/findings_own.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/evidence_kind.h"
#include "model/item_id.h"
#include "model/response.h"
#include "read/document.h"

static const struct word SCOPE_WORDS[] = {{"full", SCOPE_FULL}, {"partial", SCOPE_PARTIAL}};
const struct words SCOPES = {SCOPE_WORDS, COUNT_OF(SCOPE_WORDS)};

/* A piece of our own evidence as written. */
struct own_draft {
    struct own_evidence own;
    const char *kind;
    struct texts carries;
    int scope;
};
#define OWN(member) offsetof(struct own_draft, member)

static const struct field OWN_FIELDS[] = {
    {.key = "kind", .kind = FIELD_TEXT, .at = OWN(kind), .required = true},
    {.key = "title", .kind = FIELD_TEXT, .at = OWN(own.title)},
    {.key = "on", .kind = FIELD_DATE, .at = OWN(own.on)},
    {.key = "expires", .kind = FIELD_DATE, .at = OWN(own.expires)},
    {.key = "carries", .kind = FIELD_TEXTS, .at = OWN(carries), .required = true},
    {.key = "scope", .kind = FIELD_WORD, .at = OWN(scope), .words = &SCOPES},
    {.key = "because", .kind = FIELD_TEXT, .at = OWN(own.because)},
};
static const struct shape OWN_SHAPE = {"our own evidence", OWN_FIELDS, COUNT_OF(OWN_FIELDS)};

void own_evidence_bind(const struct binder *binder, const struct criteria *criteria,
                       const struct entry *entry, struct findings *findings)
{
    const struct item_lookup lookup = {
        .criteria = criteria, .wanted = WANT_CRITERION, .unknown = DIAG_CRITERION_UNKNOWN};
    const struct node *node = &entry->value;
    struct own_draft draft = {
        .own = {.id = entry->key, .title = entry->key, .on = findings->on, .at = entry->at}};
    if (!bind_map(binder, node, &OWN_SHAPE, &draft)) {
        return;
    }
    struct own_evidence *own = &draft.own;
    own->scope = (enum scope)draft.scope;
    item_ids_find(binder, &lookup, &draft.carries, &own->carries, &own->carries_count);
    if (evidence_kind_bind(binder, criteria, draft.kind, node_find(node, "kind")->at, &own->kind)) {
        findings->own[findings->own_count++] = *own;
    }
}

static bool is_evidence(const struct response *response, const struct findings *findings,
                        const char *id)
{
    if (map_find(&response->evidence_by_id, id, NULL)) {
        return true;
    }
    for (size_t i = 0; i < findings->own_count; i++) {
        if (text_equal(findings->own[i].id, id)) {
            return true;
        }
    }
    return false;
}

void finding_check_source(const struct binder *binder, const struct response *response,
                          const struct findings *findings, const struct node *node)
{
    const char *id = NULL;
    if (node == NULL || node_is_null(node) || !bind_text(binder, "from", node, &id) ||
        is_evidence(response, findings, id)) {
        return;
    }
    diag_add(binder->diags, DIAG_EVIDENCE_UNKNOWN, node->at,
             "`%s` is neither the vendor's evidence nor our own", bind_quoted(binder, id));
}

/* A measured figure as written. */
struct measured_draft {
    struct measured measured;
    const struct node *from;
};
#define MEASURED(member) offsetof(struct measured_draft, member)

static const struct field MEASURED_FIELDS[] = {
    {.key = "figure", .kind = FIELD_TEXT, .at = MEASURED(measured.figure), .required = true},
    {.key = "from", .kind = FIELD_NODE, .at = MEASURED(from)},
    {.key = "cases", .kind = FIELD_NUMBER, .at = MEASURED(measured.cases), .limits = &LIMITS_COUNT},
    {.key = "because", .kind = FIELD_TEXT, .at = MEASURED(measured.because)},
};
static const struct shape MEASURED_SHAPE = {"a measured figure", MEASURED_FIELDS,
                                            COUNT_OF(MEASURED_FIELDS)};

/* The claim of an id, or NULL. */
static const struct claim *find_claim(const struct response *response, const char *id)
{
    for (size_t i = 0; i < response->claim_count; i++) {
        if (text_equal(response->claims[i].id, id)) {
            return &response->claims[i];
        }
    }
    return NULL;
}

static bool is_effect(const struct response *response, const char *id)
{
    for (size_t i = 0; i < response->effect_count; i++) {
        if (text_equal(response->effects[i].benefit, id)) {
            return true;
        }
    }
    return false;
}

/* What was measured has to be what was claimed. claim: NULL for an effect. */
static void read_value(const struct binder *binder, const struct claim *claim,
                       const struct entry *entry, struct measured *measured)
{
    struct loc at = node_find(&entry->value, "figure")->at;
    const char *figure = bind_quoted(binder, measured->figure);
    if (!quantity_read(binder->arena, measured->figure, &measured->value)) {
        struct diag *diag = diag_add(binder->diags, DIAG_FINDING_BAD, at,
                                     "`%s` does not begin with a number", figure);
        diag_label(binder->diags, diag, "expected as `40%%`, `1200 ms` or `2026-10-01`");
        return;
    }
    bool has_figure = claim != NULL && claim->stated.kind != QUANTITY_NONE;
    if (has_figure && !quantities_compare(&claim->stated, &measured->value)) {
        diag_add(
            binder->diags, DIAG_FINDING_BAD, at,
            "`%s` cannot be set against the `%s` that %s claims: it is of another kind or unit",
            figure, bind_quoted(binder, claim->figure), bind_quoted(binder, claim->id));
    }
}

/* Room for measured figures that grows with each map of them. */
static void add_measured(const struct binder *binder, const struct response *response,
                         const struct entry *entry, const struct claim *claim,
                         struct findings *findings)
{
    struct measured_draft draft = {
        .measured = {.claim = entry->key, .is_effect = claim == NULL, .at = entry->at}};
    if (!bind_map(binder, &entry->value, &MEASURED_SHAPE, &draft)) {
        return;
    }
    read_value(binder, claim, entry, &draft.measured);
    finding_check_source(binder, response, findings, draft.from);
    if (draft.from != NULL) {
        draft.measured.from = draft.from->text;
    }
    findings->measured[findings->measured_count++] = draft.measured;
}

static void report_claim(const struct binder *binder, const struct response *response,
                         const struct entry *entry)
{
    const char **ids = arena_alloc(binder->arena, response->claim_count, sizeof *ids);
    for (size_t i = 0; i < response->claim_count; i++) {
        ids[i] = response->claims[i].id;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_FINDING_BAD, entry->at,
                                 "the vendor states no claim `%s`",
                                 bind_quoted(binder, entry->key));
    bind_suggest(binder, diag, entry->key, ids, response->claim_count);
}

void measured_bind(const struct binder *binder, const struct response *response,
                   const struct node *map, struct findings *findings)
{
    if (map == NULL || !bind_is_map(binder, "measured", map)) {
        return;
    }
    const struct node *effects = node_find(map, "effects");
    bool has_effects = effects != NULL && bind_is_map(binder, "effects", effects);
    size_t most = map->count + (has_effects ? effects->count : 0);
    findings->measured = arena_alloc(binder->arena, most, sizeof *findings->measured);
    for (size_t i = 0; i < map->count; i++) {
        const struct entry *entry = &map->entries[i];
        if (text_equal(entry->key, "effects")) {
            continue;
        }
        const struct claim *claim = find_claim(response, entry->key);
        if (claim == NULL) {
            report_claim(binder, response, entry);
        } else {
            add_measured(binder, response, entry, claim, findings);
        }
    }
    for (size_t i = 0; has_effects && i < effects->count; i++) {
        const struct entry *entry = &effects->entries[i];
        if (is_effect(response, entry->key)) {
            add_measured(binder, response, entry, NULL, findings);
        } else {
            diag_add(binder->diags, DIAG_FINDING_BAD, entry->at, "the vendor states no effect `%s`",
                     bind_quoted(binder, entry->key));
        }
    }
}
