#include "model/evaluation_money.h"

#include "base/arena.h"
#include "base/text.h"
#include "read/document.h"

enum { YEARS_DEFAULT = 3, YEARS_MOST = 50 };
static const double DISCOUNT_DEFAULT = 0.08;

static const struct limits YEARS = {1, YEARS_MOST, DIAG_MONEY_BAD, "a whole number from 1 to 50"};
static const struct limits DISCOUNT = {0, 1, DIAG_MONEY_BAD, "a rate from 0% to 100%"};

struct money_draft {
    double years, discount_rate;
    const struct node *baseline, *benefits;
};
static const struct field MONEY_FIELDS[] = {
    {.key = "years",
     .kind = FIELD_WHOLE,
     .at = offsetof(struct money_draft, years),
     .limits = &YEARS},
    {.key = "discount_rate",
     .kind = FIELD_RATE,
     .at = offsetof(struct money_draft, discount_rate),
     .limits = &DISCOUNT},
    {.key = "baseline", .kind = FIELD_NODE, .at = offsetof(struct money_draft, baseline)},
    {.key = "benefits", .kind = FIELD_LIST, .at = offsetof(struct money_draft, benefits)},
};
static const struct shape MONEY_SHAPE = {"`money`", MONEY_FIELDS, COUNT_OF(MONEY_FIELDS)};

static const struct field BASELINE_FIELDS[] = {
    {.key = "name", .kind = FIELD_TEXT, .at = offsetof(struct money_model, baseline_name)},
    {.key = "yearly",
     .kind = FIELD_AMOUNT,
     .at = offsetof(struct money_model, baseline_yearly),
     .limits = &LIMITS_MONEY},
};
static const struct shape BASELINE_SHAPE = {"`baseline`", BASELINE_FIELDS,
                                            COUNT_OF(BASELINE_FIELDS)};

#define PLACE(member) offsetof(struct benefit, member)

static const struct field BENEFIT_FIELDS[] = {
    {.key = "id", .kind = FIELD_TEXT, .at = PLACE(id), .required = true},
    {.key = "item", .kind = FIELD_TEXT, .at = PLACE(item)},
    {.key = "unit", .kind = FIELD_TEXT, .at = PLACE(unit)},
    {.key = "volume",
     .kind = FIELD_NUMBER,
     .at = PLACE(volume),
     .required = true,
     .limits = &LIMITS_MONEY},
    {.key = "value",
     .kind = FIELD_AMOUNT,
     .at = PLACE(value),
     .required = true,
     .limits = &LIMITS_MONEY},
    {.key = "plausible", .kind = FIELD_NUMBER, .at = PLACE(plausible), .required = true},
    {.key = "cautious", .kind = FIELD_NUMBER, .at = PLACE(cautious)},
};
static const struct shape BENEFIT_SHAPE = {"a benefit", BENEFIT_FIELDS, COUNT_OF(BENEFIT_FIELDS)};

static bool stands_before(const struct benefit *benefits, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++) {
        if (benefits[i].id != NULL && text_equal_ignoring_case(benefits[i].id, id)) {
            return true;
        }
    }
    return false;
}

static void bind_benefits(const struct binder *binder, const struct node *list,
                          struct money_model *money)
{
    struct benefit *benefits = arena_alloc(binder->arena, list->count, sizeof *benefits);
    for (size_t i = 0; i < list->count; i++) {
        const struct node *node = &list->items[i];
        struct benefit *benefit = &benefits[i];
        benefit->at = node->at;
        bool sound = bind_map(binder, node, &BENEFIT_SHAPE, benefit);
        if (benefit->id == NULL) {
            continue;
        }
        if (stands_before(benefits, i, benefit->id)) {
            diag_add(binder->diags, DIAG_ID_DUPLICATE, node_find(node, "id")->at,
                     "`%s` stands for two benefits", bind_quoted(binder, benefit->id));
        } else if (sound && benefit->cautious > benefit->plausible) {
            diag_add(binder->diags, DIAG_MONEY_BAD, node_find(node, "cautious")->at,
                     "the cautious effect of `%s` lies above the plausible one",
                     bind_quoted(binder, benefit->id));
        }
    }
    money->benefits = benefits;
    money->benefit_count = list->count;
}

void money_bind(const struct binder *binder, const struct node *node, struct money_model *money)
{
    struct money_draft draft = {.years = YEARS_DEFAULT, .discount_rate = DISCOUNT_DEFAULT};
    *money = (struct money_model){.years = YEARS_DEFAULT, .discount_rate = DISCOUNT_DEFAULT};
    if (node == NULL) {
        return;
    }
    money->given = true;
    money->at = node->at;
    bind_map(binder, node, &MONEY_SHAPE, &draft);
    money->years = (unsigned)draft.years;
    money->discount_rate = draft.discount_rate;
    if (draft.baseline != NULL) {
        bind_map(binder, draft.baseline, &BASELINE_SHAPE, money);
    }
    if (draft.benefits != NULL) {
        bind_benefits(binder, draft.benefits, money);
    }
}
