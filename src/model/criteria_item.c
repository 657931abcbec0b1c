#include "model/criteria_item.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/answer_type.h"
#include "model/criteria_gate.h"
#include "model/criteria_view.h"
#include "model/evidence_kind.h"
#include "read/document.h"

/* An item as written. */
struct item_draft {
    const char *id;
    const struct node *title, *ask, *answer, *condition, *guidance, *items;
    struct item_demands demands;
    double weight;
    struct texts evidence, audience, refs;
    int otherwise, not_applicable;
    bool inheritable;
};

enum { OTHERWISE_ZERO, OTHERWISE_LEAVE };
static const struct word OTHERWISE_WORDS[] = {{"0", OTHERWISE_ZERO}, {"leave", OTHERWISE_LEAVE}};
static const struct words OTHERWISE = {OTHERWISE_WORDS, COUNT_OF(OTHERWISE_WORDS)};
static const struct word APPLICABLE_WORDS[] = {{"ask", NOT_APPLICABLE_ASK},
                                               {"never", NOT_APPLICABLE_NEVER}};
static const struct words APPLICABLE = {APPLICABLE_WORDS, COUNT_OF(APPLICABLE_WORDS)};

#define PLACE(member) offsetof(struct item_draft, member)

static const struct field SECTION_FIELDS[] = {
    {.key = "id", .kind = FIELD_TEXT, .at = PLACE(id), .required = true},
    {.key = "title", .kind = FIELD_NODE, .at = PLACE(title), .required = true},
    {.key = "weight", .kind = FIELD_NUMBER, .at = PLACE(weight), .limits = &LIMITS_WEIGHT},
    {.key = "guidance", .kind = FIELD_NODE, .at = PLACE(guidance)},
    {.key = "items", .kind = FIELD_NODE, .at = PLACE(items)},
};
static const struct shape SECTION_SHAPE = {"a section", SECTION_FIELDS, COUNT_OF(SECTION_FIELDS)};

static const struct field CRITERION_FIELDS[] = {
    {.key = "id", .kind = FIELD_TEXT, .at = PLACE(id), .required = true},
    {.key = "title", .kind = FIELD_NODE, .at = PLACE(title), .required = true},
    {.key = "ask", .kind = FIELD_NODE, .at = PLACE(ask)},
    {.key = "answer", .kind = FIELD_NODE, .at = PLACE(answer), .required = true},
    {.key = "weight", .kind = FIELD_NUMBER, .at = PLACE(weight), .limits = &LIMITS_WEIGHT},
    {.key = "evidence", .kind = FIELD_TEXTS, .at = PLACE(evidence)},
    {.key = "gate", .kind = FIELD_NODE, .at = PLACE(demands.gate)},
    {.key = "target", .kind = FIELD_NODE, .at = PLACE(demands.target)},
    {.key = "condition", .kind = FIELD_NODE, .at = PLACE(condition)},
    {.key = "when", .kind = FIELD_NODE, .at = PLACE(demands.when)},
    {.key = "otherwise", .kind = FIELD_WORD, .at = PLACE(otherwise), .words = &OTHERWISE},
    {.key = "not_applicable",
     .kind = FIELD_WORD,
     .at = PLACE(not_applicable),
     .words = &APPLICABLE},
    {.key = "inheritable", .kind = FIELD_YES_NO, .at = PLACE(inheritable)},
    {.key = "audience", .kind = FIELD_TEXTS, .at = PLACE(audience)},
    {.key = "refs", .kind = FIELD_TEXTS, .at = PLACE(refs)},
    {.key = "guidance", .kind = FIELD_NODE, .at = PLACE(guidance)},
};
static const struct shape CRITERION_SHAPE = {"a criterion", CRITERION_FIELDS,
                                             COUNT_OF(CRITERION_FIELDS)};

static const struct field CONDITION_FIELDS[] = {
    {.key = "text",
     .kind = FIELD_TEXT,
     .at = offsetof(struct contract_condition, text),
     .required = true},
    {.key = "must", .kind = FIELD_YES_NO, .at = offsetof(struct contract_condition, must)},
    {.key = "owner", .kind = FIELD_TEXT, .at = offsetof(struct contract_condition, owner)},
};
static const struct shape CONDITION_SHAPE = {"a condition", CONDITION_FIELDS,
                                             COUNT_OF(CONDITION_FIELDS)};

bool worded_bind(const struct binder *binder, const char *language, const char *name,
                 const struct node *node, const char **text)
{
    if (node == NULL) {
        return true;
    }
    if (node->kind != NODE_MAP) {
        return bind_text(binder, name, node, text);
    }
    const struct node *chosen = node_find(node, language == NULL ? "en" : language);
    if (chosen == NULL) {
        chosen = node_find(node, "en");
    }
    if (chosen == NULL && node->count > 0) {
        chosen = &node->entries[0].value;
    }
    return chosen == NULL || bind_text(binder, name, chosen, text);
}

/* What sections and criteria share. */
static bool bind_shared(const struct binder *binder, const char *language,
                        const struct item_draft *draft, struct item *item)
{
    item->weight = draft->weight;
    item->title = item->id;
    bool sound = worded_bind(binder, language, "title", draft->title, &item->title);
    return worded_bind(binder, language, "guidance", draft->guidance, &item->guidance) && sound;
}

bool section_bind(const struct binder *binder, const char *language, const struct node *node,
                  struct item *item)
{
    struct item_draft draft = {.weight = 1};
    bool sound = bind_map(binder, node, &SECTION_SHAPE, &draft);
    return bind_shared(binder, language, &draft, item) && sound;
}

static bool bind_condition(const struct binder *binder, const struct node *node,
                           struct contract_condition *condition)
{
    if (node == NULL) {
        return true;
    }
    return node->kind == NODE_MAP ? bind_map(binder, node, &CONDITION_SHAPE, condition)
                                  : bind_text(binder, "condition", node, &condition->text);
}

bool criterion_bind(const struct binder *binder, const struct criteria *criteria,
                    const struct node *node, struct item *item, struct item_demands *demands)
{
    struct item_draft draft = {.weight = 1};
    bool sound = bind_map(binder, node, &CRITERION_SHAPE, &draft);
    sound = bind_shared(binder, criteria->language, &draft, item) && sound;
    sound = worded_bind(binder, criteria->language, "ask", draft.ask, &item->ask) && sound;
    sound = bind_condition(binder, draft.condition, &item->condition) && sound;
    sound = evidence_kinds_find(binder, criteria, &draft.evidence, &item->kinds,
                                &item->kind_count) &&
            sound;
    item->answer.kind = ANSWER_KIND_COUNT;
    if (draft.answer != NULL) {
        sound = answer_type_bind(binder, criteria, draft.answer, &item->answer) && sound;
    }
    item->otherwise_leave = draft.otherwise == OTHERWISE_LEAVE;
    item->not_applicable = (enum not_applicable_rule)draft.not_applicable;
    item->inheritable = draft.inheritable;
    audience_check(binder, criteria, &draft.audience);
    item->audience = draft.audience.texts;
    item->audience_count = draft.audience.count;
    item->refs = draft.refs.texts;
    item->ref_at = draft.refs.at;
    item->ref_count = draft.refs.count;
    *demands = draft.demands;
    return sound;
}

bool criterion_bind_demands(const struct binder *binder, const struct item_demands *demands,
                            struct criteria *criteria, size_t index)
{
    struct item *item = &criteria->items[index];
    bool sound = true;
    if (demands->gate != NULL) {
        sound = gate_bind(binder, demands->gate, item) && sound;
    }
    if (demands->target != NULL) {
        sound = target_bind(binder, demands->target, item) && sound;
    }
    if (demands->when != NULL) {
        sound = when_bind(binder, demands->when, criteria, index) && sound;
    }
    return sound;
}
