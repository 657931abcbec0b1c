#include "model/response_claim.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/citation.h"
#include "model/claim_class.h"
#include "model/item_id.h"
#include "read/document.h"

/* A claim as written. */
struct claim_draft {
    struct claim claim;
    struct texts criteria, evidence;
};
#define PLACE(member) offsetof(struct claim_draft, member)

static const struct field CLAIM_FIELDS[] = {
    {.key = "id", .kind = FIELD_TEXT, .at = PLACE(claim.id), .required = true},
    {.key = "class", .kind = FIELD_TEXT, .at = PLACE(claim.class)},
    {.key = "says", .kind = FIELD_TEXT, .at = PLACE(claim.says), .required = true},
    {.key = "figure", .kind = FIELD_TEXT, .at = PLACE(claim.figure)},
    {.key = "baseline", .kind = FIELD_TEXT, .at = PLACE(claim.baseline)},
    {.key = "criteria", .kind = FIELD_TEXTS, .at = PLACE(criteria)},
    {.key = "evidence", .kind = FIELD_TEXTS, .at = PLACE(evidence)},
};
static const struct shape CLAIM_SHAPE = {"a claim", CLAIM_FIELDS, COUNT_OF(CLAIM_FIELDS)};

static bool read_figure(const struct binder *binder, const struct node *node, const char *key,
                        struct quantity *figure)
{
    const struct node *value = node_find(node, key);
    if (value == NULL || node_is_null(value) || quantity_read(binder->arena, value->text, figure)) {
        return true;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_CLAIM_BAD, value->at,
                                 "`%s` does not begin with a number",
                                 bind_quoted(binder, value->text));
    diag_label(binder->diags, diag, "expected as `40%%`, `1200 ms` or `2026-10-01`");
    return false;
}

/* A figure can be measured against its baseline only where both are of one kind. */
static void read_figures(const struct binder *binder, const struct node *node, struct claim *claim)
{
    bool sound = claim->figure == NULL || read_figure(binder, node, "figure", &claim->stated);
    sound = (claim->baseline == NULL || read_figure(binder, node, "baseline", &claim->base)) &&
            sound;
    bool has_both = claim->figure != NULL && claim->baseline != NULL;
    if (!sound || !has_both) {
        return;
    }
    struct loc at = node_find(node, "baseline")->at;
    if (quantities_compare(&claim->stated, &claim->base)) {
        if (!(claim->stated.value < claim->base.value || claim->stated.value > claim->base.value)) {
            diag_add(binder->diags, DIAG_CLAIM_BASELINE, at,
                     "the baseline is what is claimed, so that nothing is gained and nothing can"
                     " be measured");
        }
        return;
    }
    if ((claim->stated.kind == QUANTITY_PERCENT) != (claim->base.kind == QUANTITY_PERCENT)) {
        diag_add(binder->diags, DIAG_CLAIM_BAD, at,
                 "one of `figure` and `baseline` is a percentage, the other is not");
        return;
    }
    diag_add(binder->diags, DIAG_CLAIM_BAD, at,
             "`%s` and `%s` are of two kinds, so that nothing can be set against them",
             bind_quoted(binder, claim->figure), bind_quoted(binder, claim->baseline));
}

static void bind_evidence(const struct binder *binder, const struct response *response,
                          const struct texts *ids, struct claim *claim)
{
    size_t *evidence = arena_alloc(binder->arena, ids->count, sizeof *evidence);
    for (size_t i = 0; i < ids->count; i++) {
        if (evidence_find(binder, response, ids->texts[i], ids->at[i],
                          &evidence[claim->evidence_count])) {
            claim->evidence_count++;
        }
    }
    claim->evidence = evidence;
}

/* The class by its own spelling; one that is not known is kept as it is written. */
static void check_class(const struct binder *binder, const struct criteria *criteria,
                        const struct node *node, struct claim *claim)
{
    size_t class = 0;
    if (claim->class != NULL &&
        claim_class_find(binder, criteria, claim->class, node_find(node, "class")->at, &class)) {
        claim->class = criteria->classes[class].id;
    }
}

void claims_bind(const struct binder *binder, const struct criteria *criteria,
                 const struct node *list, struct response *response)
{
    size_t left_out = 0; // a claim on what is not asked bears on less, which is no fault
    const struct item_lookup lookup = {.criteria = criteria,
                                       .wanted = WANT_CRITERION,
                                       .unknown = DIAG_CRITERION_UNKNOWN,
                                       .left_out = &left_out};
    if (list == NULL || !bind_is_list(binder, "claims", list)) {
        return;
    }
    struct map seen;
    map_init(&seen, binder->arena);
    response->claims = arena_alloc(binder->arena, list->count, sizeof *response->claims);
    for (size_t i = 0; i < list->count; i++) {
        const struct node *node = &list->items[i];
        struct claim_draft draft = {.claim = {.at = node->at}};
        if (!bind_map(binder, node, &CLAIM_SHAPE, &draft)) {
            continue;
        }
        struct claim *claim = &draft.claim;
        read_figures(binder, node, claim);
        check_class(binder, criteria, node, claim);
        if (!map_add(&seen, claim->id, i)) {
            diag_add(binder->diags, DIAG_CLAIM_BAD, node_find(node, "id")->at,
                     "`%s` stands for two claims", bind_quoted(binder, claim->id));
        }
        size_t left_out_before = left_out;
        item_ids_find(binder, &lookup, &draft.criteria, &claim->criteria, &claim->criterion_count);
        claim->fed_left_out = left_out > left_out_before;
        bind_evidence(binder, response, &draft.evidence, claim);
        response->claims[response->claim_count++] = *claim;
    }
}
