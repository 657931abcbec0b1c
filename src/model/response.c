#include "model/response.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/index.h"
#include "base/text.h"
#include "model/answer_value.h"
#include "model/bind.h"
#include "model/citation.h"
#include "model/evaluation.h"
#include "model/item_id.h"
#include "model/response_claim.h"
#include "model/response_evidence.h"
#include "model/response_money.h"
#include "read/bundle.h"
#include "read/document.h"

/* The file, taken apart. What it does not have is NULL. */
struct response_file {
    const struct node *vendor, *answers, *evidence, *claims, *costs, *effects, *benefits;
};
#define PART(member) offsetof(struct response_file, member)

static const struct field FILE_FIELDS[] = {
    {.key = "vendor", .kind = FIELD_NODE, .at = PART(vendor), .required = true},
    {.key = "answers", .kind = FIELD_NODE, .at = PART(answers), .required = true},
    {.key = "evidence", .kind = FIELD_NODE, .at = PART(evidence)},
    {.key = "claims", .kind = FIELD_NODE, .at = PART(claims)},
    {.key = "costs", .kind = FIELD_NODE, .at = PART(costs)},
    {.key = "effects", .kind = FIELD_NODE, .at = PART(effects)},
    {.key = "benefits", .kind = FIELD_NODE, .at = PART(benefits)},
};
static const struct shape FILE_SHAPE = {"a response", FILE_FIELDS, COUNT_OF(FILE_FIELDS)};

/* `vendor` as written. */
struct vendor_draft {
    const char *id, *name, *product;
    struct date submitted;
    struct texts subprocessors;
};
#define VENDOR(member) offsetof(struct vendor_draft, member)

static const struct field VENDOR_FIELDS[] = {
    {.key = "id", .kind = FIELD_TEXT, .at = VENDOR(id), .required = true},
    {.key = "name", .kind = FIELD_TEXT, .at = VENDOR(name), .required = true},
    {.key = "product", .kind = FIELD_TEXT, .at = VENDOR(product)},
    {.key = "submitted", .kind = FIELD_DATE, .at = VENDOR(submitted)},
    {.key = "subprocessors", .kind = FIELD_TEXTS, .at = VENDOR(subprocessors)},
};
static const struct shape VENDOR_SHAPE = {"the vendor", VENDOR_FIELDS, COUNT_OF(VENDOR_FIELDS)};

/* An answer as written. */
struct answer_draft {
    const struct node *answer, *evidence;
    const char *not_applicable, *declined, *note, *source;
};
#define ANSWER(member) offsetof(struct answer_draft, member)

static const struct field ANSWER_FIELDS[] = {
    {.key = "answer", .kind = FIELD_NODE, .at = ANSWER(answer)},
    {.key = "not_applicable", .kind = FIELD_TEXT, .at = ANSWER(not_applicable)},
    {.key = "declined", .kind = FIELD_TEXT, .at = ANSWER(declined)},
    {.key = "note", .kind = FIELD_TEXT, .at = ANSWER(note)},
    {.key = "evidence", .kind = FIELD_NODE, .at = ANSWER(evidence)},
    {.key = "source", .kind = FIELD_TEXT, .at = ANSWER(source)},
};
static const struct shape ANSWER_SHAPE = {"an answer", ANSWER_FIELDS, COUNT_OF(ANSWER_FIELDS)};

/* One response that is being bound. */
struct responding {
    const struct binder *binder;
    const struct criteria *criteria;
    struct response *response;
    size_t *left_out; // answers to what this evaluation does not ask
    bool amends;      // an answer may add to what was answered before
};

static void bind_vendor(const struct responding *responding, const struct node *node)
{
    const struct binder *binder = responding->binder;
    struct response *response = responding->response;
    struct vendor_draft draft = {.id = NULL};
    if (node == NULL) {
        return;
    }
    bind_map(binder, node, &VENDOR_SHAPE, &draft);
    response->name = draft.name;
    response->product = draft.product;
    response->submitted = draft.submitted;
    response->subprocessors = draft.subprocessors.texts;
    response->subprocessor_count = draft.subprocessors.count;
    if (draft.id != NULL) {
        response->at = node_find(node, "id")->at;
        if (vendor_id_check(binder, draft.id, response->at)) {
            response->id = draft.id;
        }
    }
}

static bool is_blank(const struct node *node)
{
    return node_is_null(node) || (node->kind == NODE_SCALAR && text_is_blank(node->text));
}

/* Take a value as the answer; a blank one says nothing. */
static void take_value(const struct responding *responding, const struct item *item,
                       const struct node *node, struct answer *answer)
{
    struct answer_value value;
    if (is_blank(node) || item->answer.kind == ANSWER_KIND_COUNT ||
        !answer_value_bind(responding->binder, item->id, &item->answer, node, &value)) {
        return;
    }
    answer->reply = REPLY_ANSWER;
    answer->text = value.text;
    answer->claimed = value.claimed;
    answer->place = value.place;
    answer->ticked = value.ticked;
}

/* Warn of evidence that cannot carry the answer because of its kind. */
static void check_kinds(const struct responding *responding, const struct item *item,
                        const struct answer *answer)
{
    const struct binder *binder = responding->binder;
    const struct criteria *criteria = responding->criteria;
    for (size_t i = 0; item->kind_count > 0 && i < answer->citation_count; i++) {
        const struct citation *citation = &answer->citations[i];
        const struct evidence *evidence = &responding->response->evidence[citation->evidence];
        if (evidence->kind_unknown || criteria->kind_count == 0 ||
            index_is_among(evidence->kind, item->kinds, item->kind_count)) {
            continue;
        }
        struct text_builder asked;
        text_builder_init(&asked, binder->arena);
        for (size_t k = 0; k < item->kind_count; k++) {
            text_add_format(&asked, "%s%s", k > 0 ? ", " : "", criteria->kinds[item->kinds[k]].id);
        }
        struct diag *diag = diag_add(binder->diags, DIAG_EVIDENCE_NOT_ASKED, citation->at,
                                     "%s does not ask for evidence of the kind `%s`", item->id,
                                     criteria->kinds[evidence->kind].id);
        diag_label(binder->diags, diag, "kinds that can carry it: %s", asked.text);
    }
}

/* Exactly one of the three ways to reply; a blank `answer` beside a note is none, and no fault. */
static void take_reply(const struct responding *responding, const struct item *item,
                       const struct node *node, const struct answer_draft *draft,
                       struct answer *answer)
{
    const struct node *written = node_find(node, "answer");
    bool is_blank_answer = written != NULL && is_blank(written);
    bool adds = responding->amends && (draft->evidence != NULL || draft->note != NULL);
    int replies = (draft->answer != NULL && !is_blank_answer) + (draft->not_applicable != NULL) +
                  (draft->declined != NULL);
    if (replies > 1 || (replies == 0 && !is_blank_answer && !adds)) {
        diag_add(responding->binder->diags, DIAG_ANSWER_SHAPE, node->at,
                 replies > 1 ? "%s is answered in several ways" : "%s has no answer here",
                 item->id);
    } else if (draft->not_applicable != NULL) {
        answer->reply = REPLY_NOT_APPLICABLE;
        answer->text = draft->not_applicable;
        if (item->not_applicable == NOT_APPLICABLE_NEVER) {
            diag_add(responding->binder->diags, DIAG_ANSWER_NEVER_NOT_APPLICABLE,
                     node_find(node, "not_applicable")->at,
                     "%s applies to every vendor, so this counts as unanswered", item->id);
        }
    } else if (draft->declined != NULL) {
        answer->reply = REPLY_DECLINED;
        answer->text = draft->declined;
    } else if (replies == 1) {
        take_value(responding, item, draft->answer, answer);
    }
}

static void bind_answer_map(const struct responding *responding, const struct item *item,
                            const struct node *node, struct answer *answer)
{
    const struct binder *binder = responding->binder;
    struct answer_draft draft = {.answer = NULL};
    if (!bind_map(binder, node, &ANSWER_SHAPE, &draft)) {
        return;
    }
    answer->note = draft.note;
    answer->from = draft.source;
    take_reply(responding, item, node, &draft, answer);
    if (draft.evidence != NULL) {
        struct citations cited;
        citations_bind(binder, responding->response, draft.evidence, &cited);
        answer->citations = cited.citations;
        answer->citation_count = cited.count;
        check_kinds(responding, item, answer);
    }
}

static void bind_answer(const struct responding *responding, const struct entry *entry)
{
    const struct binder *binder = responding->binder;
    const struct criteria *criteria = responding->criteria;
    const struct item_lookup lookup = {.criteria = criteria,
                                       .wanted = WANT_CRITERION,
                                       .unknown = DIAG_CRITERION_UNKNOWN,
                                       .left_out = responding->left_out};
    size_t index = 0;
    if (!item_id_find(binder, &lookup, entry->key, entry->at, &index)) {
        return;
    }
    struct answer *answer = &responding->response->answers[index];
    if (answer->at.source != NULL) {
        diag_add(binder->diags, DIAG_KEY_DUPLICATE, entry->at, "%s is answered twice",
                 criteria->items[index].id);
        return;
    }
    const struct node *node = &entry->value;
    answer->at = node_is_null(node) ? entry->at : node->at;
    answer->at.source = responding->response->source;
    if (node->kind == NODE_MAP) {
        const struct node *value = node_find(node, "answer");
        answer->at = value == NULL ? entry->at : value->at;
        bind_answer_map(responding, &criteria->items[index], node, answer);
    } else {
        take_value(responding, &criteria->items[index], node, answer);
    }
}

static void bind_answers(const struct responding *responding, const struct node *map)
{
    if (map == NULL || !bind_is_map(responding->binder, "answers", map)) {
        return;
    }
    for (size_t i = 0; i < map->count; i++) {
        bind_answer(responding, &map->entries[i]);
    }
    // One note, not one for each: a vendor may answer the full set where a part of it is asked.
    if (*responding->left_out > 0) {
        diag_add(responding->binder->diags, DIAG_ANSWER_LEFT_OUT, map->at,
                 "%zu of these answers are to criteria that this evaluation leaves out",
                 *responding->left_out);
    }
}

/* Everything in the document, which is released when this is done: what is kept is copied. */
static void bind_document(const struct responding *responding, const struct money_model *money,
                          const struct node *root)
{
    const struct binder *binder = responding->binder;
    const struct criteria *criteria = responding->criteria;
    struct response *response = responding->response;
    struct response_file file = {.vendor = NULL};
    bind_map(binder, root, &FILE_SHAPE, &file);
    bind_vendor(responding, file.vendor);
    response_evidence_bind(binder, criteria, file.evidence, response);
    bind_answers(responding, file.answers);
    claims_bind(binder, criteria, file.claims, response);
    costs_bind(binder, file.costs, response);
    effects_bind(binder, money, file.effects, response);
    benefits_bind(binder, file.benefits, response);
}

void response_bind(struct arena *arena, const struct evaluation *evaluation,
                   const struct input *input, struct diag_list *diags, struct response *response)
{
    const struct binder binder = {.arena = arena, .diags = diags};
    const struct criteria *criteria = &evaluation->criteria;
    size_t left_out = 0;
    const struct responding responding = {&binder, criteria, response, &left_out, false};
    size_t before = diags->errors;
    *response = (struct response){.source = input->name, .at = {.source = input->name}};
    map_init(&response->evidence_by_id, arena);
    response->answers = arena_alloc(arena, criteria->count, sizeof *response->answers);
    struct arena pages; // a thousand documents would be most of the memory
    struct document document;
    arena_init(&pages);
    if (document_read(&pages, input, DOCUMENT_RECEIVED, diags, &document) || document.whole) {
        bind_document(&responding, &evaluation->money, &document.root);
        response->sound = diags->errors == before;
    }
    arena_release(&pages);
}

struct answer *response_amend(const struct binder *binder, const struct criteria *criteria,
                              const struct amendment *amendment, struct response *response)
{
    size_t left_out = 0;
    struct response amended = *response;
    const struct responding responding = {binder, criteria, &amended, &left_out, true};
    amended.source = amendment->source;
    amended.answers = arena_alloc(binder->arena, criteria->count, sizeof *amended.answers);
    response_evidence_bind(binder, criteria, amendment->evidence, &amended);
    bind_answers(&responding, amendment->answers);
    response->evidence = amended.evidence;
    response->evidence_count = amended.evidence_count;
    response->evidence_by_id = amended.evidence_by_id;
    return amended.answers;
}
