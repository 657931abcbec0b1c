#include "model/response_money.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/citation.h"
#include "read/document.h"

/* A cost as written. */
struct cost_draft {
    struct cost cost;
    double once, yearly, monthly, price;
};

static const struct limits GROWTH = {-1, 10, DIAG_MONEY_BAD, "a rate from -100% to 1000%"};
static const struct limits REACHED = {0, 1, DIAG_MONEY_BAD, "a share from 0% to 100%"};

#define AMOUNT(name)                                                                               \
    {                                                                                              \
        .key = #name, .kind = FIELD_AMOUNT, .at = offsetof(struct cost_draft, name),               \
        .limits = &LIMITS_MONEY                                                                    \
    }
static const struct field COST_FIELDS[] = {
    {.key = "item",
     .kind = FIELD_TEXT,
     .at = offsetof(struct cost_draft, cost.item),
     .required = true},
    AMOUNT(once),
    AMOUNT(yearly),
    AMOUNT(monthly),
    AMOUNT(price),
    {.key = "growth",
     .kind = FIELD_RATE,
     .at = offsetof(struct cost_draft, cost.growth),
     .limits = &GROWTH},
    {.key = "per", .kind = FIELD_TEXT, .at = offsetof(struct cost_draft, cost.per)},
    {.key = "volume",
     .kind = FIELD_NUMBER,
     .at = offsetof(struct cost_draft, cost.volume),
     .limits = &LIMITS_MONEY},
};
static const struct shape COST_SHAPE = {"a cost", COST_FIELDS, COUNT_OF(COST_FIELDS)};

/* The key that says what kind of cost it is. */
static const struct {
    const char *key;
    enum cost_kind kind;
} COST_KINDS[] = {
    {"once", COST_ONCE},
    {"yearly", COST_YEARLY},
    {"monthly", COST_MONTHLY},
    {"price", COST_PER_USE},
};

static bool is_given(const struct node *map, const char *key)
{
    const struct node *value = node_find(map, key);
    return value != NULL && !node_is_null(value);
}

static void report_bad(const struct binder *binder, struct loc at, const char *why)
{
    diag_add(binder->diags, DIAG_MONEY_BAD, at, "%s", why);
}

/* Which kind of cost it is: exactly one of the keys that say so. */
static void decide_kind(const struct binder *binder, const struct node *node,
                        struct cost_draft *draft)
{
    const double amounts[] = {draft->once, draft->yearly, draft->monthly, draft->price};
    _Static_assert(COUNT_OF(amounts) == COUNT_OF(COST_KINDS), "an amount for each kind of cost");
    size_t named = 0;
    for (size_t i = 0; i < COUNT_OF(COST_KINDS); i++) {
        if (is_given(node, COST_KINDS[i].key)) {
            named++;
            draft->cost.kind = COST_KINDS[i].kind;
            draft->cost.amount = amounts[i];
        }
    }
    bool is_per_use = is_given(node, "price") && is_given(node, "per") && is_given(node, "volume");
    bool has_use = is_given(node, "per") || is_given(node, "volume");
    if (named != 1) {
        report_bad(binder, node->at,
                   "a cost is exactly one of `once`, `yearly`, `monthly` and `price`");
    } else if (draft->cost.kind == COST_PER_USE && !is_per_use) {
        report_bad(binder, node->at, "a price of use needs `per`, `price` and `volume`");
    } else if (draft->cost.kind != COST_PER_USE && has_use) {
        report_bad(binder, node->at, "`per` and `volume` stand beside `price` only");
    } else if (draft->cost.kind == COST_ONCE && is_given(node, "growth")) {
        report_bad(binder, bind_key_at(node, "growth"), "a one-off amount does not grow");
    }
}

void costs_bind(const struct binder *binder, const struct node *list, struct response *response)
{
    if (list == NULL || !bind_is_list(binder, "costs", list)) {
        return;
    }
    response->costs = arena_alloc(binder->arena, list->count, sizeof *response->costs);
    for (size_t i = 0; i < list->count; i++) {
        const struct node *node = &list->items[i];
        struct cost_draft draft = {.cost = {.at = node->at}};
        if (bind_map(binder, node, &COST_SHAPE, &draft)) {
            decide_kind(binder, node, &draft);
            response->costs[response->cost_count++] = draft.cost;
        }
    }
}

/* The share reached in years 1, 2, …: a list of rates, or one. */
static void bind_ramp(const struct binder *binder, const struct node *node, const double **ramp,
                      size_t *count)
{
    if (node == NULL) {
        return;
    }
    bool is_list = node->kind == NODE_LIST;
    size_t given = is_list ? node->count : 1;
    double *shares = arena_alloc(binder->arena, given, sizeof *shares);
    for (size_t i = 0; i < given; i++) {
        bind_rate(binder, "ramp", is_list ? &node->items[i] : node, &REACHED, &shares[i]);
    }
    if (given == 0) {
        report_bad(binder, node->at, "the ramp is empty");
    }
    *ramp = shares;
    *count = given;
}

/* An effect or a free-form benefit as written. */
struct gain_draft {
    double effect, yearly;
    const char *item;
    const struct node *ramp, *evidence;
};

static const struct field EFFECT_FIELDS[] = {
    {.key = "effect",
     .kind = FIELD_NUMBER,
     .at = offsetof(struct gain_draft, effect),
     .required = true},
    {.key = "ramp", .kind = FIELD_NODE, .at = offsetof(struct gain_draft, ramp)},
    {.key = "evidence", .kind = FIELD_NODE, .at = offsetof(struct gain_draft, evidence)},
};
static const struct shape EFFECT_SHAPE = {"an effect", EFFECT_FIELDS, COUNT_OF(EFFECT_FIELDS)};

static const struct field BENEFIT_FIELDS[] = {
    {.key = "item", .kind = FIELD_TEXT, .at = offsetof(struct gain_draft, item), .required = true},
    {.key = "yearly",
     .kind = FIELD_AMOUNT,
     .at = offsetof(struct gain_draft, yearly),
     .required = true,
     .limits = &LIMITS_MONEY},
    {.key = "ramp", .kind = FIELD_NODE, .at = offsetof(struct gain_draft, ramp)},
};
static const struct shape BENEFIT_SHAPE = {"a benefit", BENEFIT_FIELDS, COUNT_OF(BENEFIT_FIELDS)};

static void check_benefit(const struct binder *binder, const struct money_model *money,
                          const struct entry *entry)
{
    const char **ids = arena_alloc(binder->arena, money->benefit_count, sizeof *ids);
    size_t count = 0;
    for (size_t i = 0; i < money->benefit_count; i++) {
        if (text_equal(money->benefits[i].id, entry->key)) {
            return;
        }
        if (money->benefits[i].id != NULL) {
            ids[count++] = money->benefits[i].id;
        }
    }
    struct diag *diag = diag_add(binder->diags, DIAG_ID_UNKNOWN, entry->at,
                                 "`%s` is not a benefit of this evaluation",
                                 bind_quoted(binder, entry->key));
    bind_suggest(binder, diag, entry->key, ids, count);
}

void effects_bind(const struct binder *binder, const struct money_model *money,
                  const struct node *map, struct response *response)
{
    if (map == NULL || !bind_is_map(binder, "effects", map)) {
        return;
    }
    response->effects = arena_alloc(binder->arena, map->count, sizeof *response->effects);
    for (size_t i = 0; i < map->count; i++) {
        const struct entry *entry = &map->entries[i];
        struct effect *effect = &response->effects[response->effect_count++];
        struct gain_draft draft = {.effect = 0};
        *effect = (struct effect){.benefit = arena_copy(binder->arena, entry->key),
                                  .at = entry->at};
        // Without a money model there is nothing that an effect could be checked against.
        if (money->given) {
            check_benefit(binder, money, entry);
        }
        bind_map(binder, &entry->value, &EFFECT_SHAPE, &draft);
        effect->effect = draft.effect;
        bind_ramp(binder, draft.ramp, &effect->ramp, &effect->ramp_count);
        if (draft.evidence != NULL) {
            struct citations cited;
            citations_bind(binder, response, draft.evidence, &cited);
            effect->citations = cited.citations;
            effect->citation_count = cited.count;
        }
    }
}

void benefits_bind(const struct binder *binder, const struct node *list, struct response *response)
{
    if (list == NULL || !bind_is_list(binder, "benefits", list)) {
        return;
    }
    response->benefits = arena_alloc(binder->arena, list->count, sizeof *response->benefits);
    for (size_t i = 0; i < list->count; i++) {
        const struct node *node = &list->items[i];
        struct free_benefit *benefit = &response->benefits[response->benefit_count++];
        struct gain_draft draft = {.yearly = 0};
        bind_map(binder, node, &BENEFIT_SHAPE, &draft);
        *benefit = (struct free_benefit){
            .item = draft.item, .yearly = draft.yearly, .at = node->at};
        bind_ramp(binder, draft.ramp, &benefit->ramp, &benefit->ramp_count);
    }
}
