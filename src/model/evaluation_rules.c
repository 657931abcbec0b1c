#include "model/evaluation_rules.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/item_id.h"
#include "read/document.h"

/* `rules` as written. */
struct rules_draft {
    const struct node *ceilings, *bands, *margin, *minimum, *price;
    int not_applicable, late, debrief;
    double complete, decimals;
    struct texts tie;
};

static const struct limits COMPLETE = {0, 1, DIAG_NUMBER_BAD, "a rate from 0% to 100%"};
static const struct limits DECIMALS = {0, 9, DIAG_NUMBER_BAD, "a whole number from 0 to 9"};
static const struct word APPLICABLE_WORDS[] = {{"ask", false}, {"accept", true}};
static const struct words APPLICABLE = {APPLICABLE_WORDS, COUNT_OF(APPLICABLE_WORDS)};
static const struct word EFFECT_WORDS[] = {{"note", MARGIN_NOTE}, {"tie", MARGIN_TIE}};
static const struct words EFFECTS = {EFFECT_WORDS, COUNT_OF(EFFECT_WORDS)};

static const struct word LATE_WORDS[] = {{"refuse", LATE_REFUSE},
                                         {"accept_with_reason", LATE_ACCEPT_WITH_REASON}};
static const struct words LATE = {LATE_WORDS, COUNT_OF(LATE_WORDS)};
static const struct word DEBRIEF_WORDS[] = {{"leader_sections", DEBRIEF_LEADER_SECTIONS},
                                            {"own_only", DEBRIEF_OWN_ONLY}};
static const struct words DEBRIEF = {DEBRIEF_WORDS, COUNT_OF(DEBRIEF_WORDS)};

#define PLACE(member) offsetof(struct rules_draft, member)

static const struct field RULES_FIELDS[] = {
    {.key = "ceilings", .kind = FIELD_NODE, .at = PLACE(ceilings)},
    {.key = "not_applicable",
     .kind = FIELD_WORD,
     .at = PLACE(not_applicable),
     .words = &APPLICABLE},
    {.key = "complete", .kind = FIELD_RATE, .at = PLACE(complete), .limits = &COMPLETE},
    {.key = "bands", .kind = FIELD_NODE, .at = PLACE(bands)},
    {.key = "decimals", .kind = FIELD_WHOLE, .at = PLACE(decimals), .limits = &DECIMALS},
    {.key = "margin", .kind = FIELD_NODE, .at = PLACE(margin)},
    {.key = "tie", .kind = FIELD_TEXTS, .at = PLACE(tie)},
    {.key = "minimum", .kind = FIELD_MAP, .at = PLACE(minimum)},
    {.key = "price", .kind = FIELD_NODE, .at = PLACE(price)},
    {.key = "late", .kind = FIELD_WORD, .at = PLACE(late), .words = &LATE},
    {.key = "debrief", .kind = FIELD_WORD, .at = PLACE(debrief), .words = &DEBRIEF},
};
static const struct shape RULES_SHAPE = {"`rules`", RULES_FIELDS, COUNT_OF(RULES_FIELDS)};

#define CEILING(word, grade)                                                                       \
    {                                                                                              \
        .key = (word), .kind = FIELD_NUMBER,                                                       \
        .at = offsetof(struct rules, ceilings) + (grade) * sizeof(double), .limits = &LIMITS_SHARE \
    }
static const struct field CEILING_FIELDS[] = {
    CEILING("stated", GRADE_STATED),
    CEILING("documented", GRADE_DOCUMENTED),
    CEILING("independent", GRADE_INDEPENDENT),
    CEILING("verified", GRADE_VERIFIED),
};
static const struct shape CEILING_SHAPE = {"`ceilings`", CEILING_FIELDS, COUNT_OF(CEILING_FIELDS)};

static const struct field BAND_FIELDS[] = {
    {.key = "acceptable",
     .kind = FIELD_NUMBER,
     .at = offsetof(struct rules, acceptable),
     .limits = &LIMITS_SCORE},
    {.key = "with_conditions",
     .kind = FIELD_NUMBER,
     .at = offsetof(struct rules, with_conditions),
     .limits = &LIMITS_SCORE},
};
static const struct shape BAND_SHAPE = {"`bands`", BAND_FIELDS, COUNT_OF(BAND_FIELDS)};

struct margin_draft {
    double points;
    int effect;
};
static const struct field MARGIN_FIELDS[] = {
    {.key = "points",
     .kind = FIELD_NUMBER,
     .at = offsetof(struct margin_draft, points),
     .limits = &LIMITS_SCORE},
    {.key = "effect",
     .kind = FIELD_WORD,
     .at = offsetof(struct margin_draft, effect),
     .words = &EFFECTS},
};
static const struct shape MARGIN_SHAPE = {"`margin`", MARGIN_FIELDS, COUNT_OF(MARGIN_FIELDS)};

void rules_init(struct rules *rules)
{
    *rules = (struct rules){
        .ceilings = {[GRADE_STATED] = 0.25,
                     [GRADE_DOCUMENTED] = 0.75,
                     [GRADE_INDEPENDENT] = 1,
                     [GRADE_VERIFIED] = 1},
        .complete = 0.9,
        .acceptable = 70,
        .with_conditions = 50,
        .decimals = 2,
        .margin_points = 1,
        .margin_effect = MARGIN_NOTE,
        .price = {.formula = PRICE_BUDGET_LINEAR},
    };
}

static void bind_ceilings(const struct binder *binder, const struct node *node, struct rules *rules)
{
    if (node == NULL || !bind_map(binder, node, &CEILING_SHAPE, rules)) {
        return;
    }
    for (size_t i = 1; i < GRADE_COUNT; i++) {
        if (rules->ceilings[i] < rules->ceilings[i - 1]) {
            diag_add(binder->diags, DIAG_EVALUATION_BAD, node->at,
                     "the ceiling of %s lies below that of %s", grade_word((enum grade)i),
                     grade_word((enum grade)(i - 1)));
        }
    }
}

static void bind_bands(const struct binder *binder, const struct node *node, struct rules *rules)
{
    if (node == NULL || !bind_map(binder, node, &BAND_SHAPE, rules)) {
        return;
    }
    if (rules->acceptable < rules->with_conditions) {
        diag_add(binder->diags, DIAG_EVALUATION_BAD, node->at,
                 "`acceptable` lies below `with_conditions`");
    }
}

static void bind_margin(const struct binder *binder, const struct node *node, struct rules *rules)
{
    struct margin_draft draft = {.points = rules->margin_points, .effect = MARGIN_NOTE};
    if (node != NULL && bind_map(binder, node, &MARGIN_SHAPE, &draft)) {
        rules->margin_points = draft.points;
        rules->margin_effect = (enum margin_effect)draft.effect;
    }
}

static void bind_minima(const struct binder *binder, const struct node *node,
                        struct evaluation *evaluation)
{
    struct criteria *criteria = &evaluation->criteria;
    const struct item_lookup lookup = {
        .criteria = criteria, .wanted = WANT_SECTION, .unknown = DIAG_ID_UNKNOWN};
    struct minimum *minima = arena_alloc(binder->arena, node->count, sizeof *minima);
    struct rules *rules = &evaluation->rules;
    for (size_t i = 0; i < node->count; i++) {
        const struct entry *entry = &node->entries[i];
        struct minimum *minimum = &minima[rules->minimum_count];
        minimum->at = entry->at;
        bool is_known = item_id_find(binder, &lookup, entry->key, entry->at, &minimum->item);
        bool is_number = bind_number(binder, entry->key, &entry->value, &LIMITS_SCORE,
                                     &minimum->least);
        if (!is_known || !is_number) {
            continue;
        }
        rules->minimum_count++;
        struct item *item = &criteria->items[minimum->item];
        item->has_gate = true;
        item->gate = (struct gate){
            .test = GATE_MINIMUM, .bound = minimum->least, .at = minimum->at};
    }
    rules->minima = minima;
}

void rules_bind(const struct binder *binder, const struct node *node, struct evaluation *evaluation)
{
    struct rules *rules = &evaluation->rules;
    struct rules_draft draft = {.complete = rules->complete, .decimals = rules->decimals};
    const struct item_lookup lookup = {
        .criteria = &evaluation->criteria, .wanted = WANT_ITEM, .unknown = DIAG_ID_UNKNOWN};
    if (node == NULL) {
        return;
    }
    bind_map(binder, node, &RULES_SHAPE, &draft);
    rules->not_applicable_accept = draft.not_applicable != 0;
    rules->late = (enum late_rule)draft.late;
    rules->debrief = (enum debrief_rule)draft.debrief;
    rules->complete = draft.complete;
    rules->decimals = (int)draft.decimals;
    bind_ceilings(binder, draft.ceilings, rules);
    bind_bands(binder, draft.bands, rules);
    bind_margin(binder, draft.margin, rules);
    if (draft.price != NULL) {
        price_rule_bind(binder, draft.price, &rules->price);
    }
    item_ids_find(binder, &lookup, &draft.tie, &rules->tie, &rules->tie_count);
    if (draft.minimum != NULL) {
        bind_minima(binder, draft.minimum, evaluation);
    }
}
