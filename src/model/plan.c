#include "model/plan.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "model/evaluation.h"
#include "model/plan_criterion.h"

#include <stdlib.h>
#include <string.h>

static const char NONE[] = "none";

/* A plan while it is made. */
struct draft {
    struct arena *arena;
    const struct evaluation *evaluation;
    struct plan plan;
    size_t capacity;
};

static void add(struct draft *draft, const char *key, const char *value)
{
    struct plan *plan = &draft->plan;
    plan->entries = arena_more(draft->arena, plan->entries, plan->count, &draft->capacity,
                               sizeof *plan->entries);
    const char *line = value == NULL ? "" : plan_line(draft->arena, value);
    plan->entries[plan->count++] = (struct plan_entry){.key = plan_line(draft->arena, key),
                                                       .value = line[0] == '\0' ? NONE : line};
}

static void add_number(struct draft *draft, const char *key, double value)
{
    add(draft, key, number_text(draft->arena, value));
}

static void add_head(struct draft *draft)
{
    const struct evaluation *evaluation = draft->evaluation;
    struct arena *arena = draft->arena;
    add(draft, "answers_due",
        evaluation->has_answers_due ? moment_iso(arena, evaluation->answers_due) : NULL);
    add(draft, "as_of",
        date_is_given(evaluation->as_of) ? date_iso(arena, evaluation->as_of) : NULL);
    add(draft, "currency", evaluation->currency);
    add(draft, "criteria.id", evaluation->criteria.id);
    add(draft, "criteria.version", evaluation->criteria.version);
}

static const char *digest_line(struct arena *arena, const char *text)
{
    char *digits = arena_alloc(arena, DIGEST_TEXT_SIZE, 1);
    digest_text(digest_of(text, strlen(text)), digits);
    return digits;
}

static void add_items(struct draft *draft)
{
    struct arena *arena = draft->arena;
    const struct criteria *criteria = &draft->evaluation->criteria;
    for (size_t i = 1; i < criteria->count; i++) {
        const struct item *item = &criteria->items[i];
        add_number(draft, arena_format(arena, "weights.%s", item->id),
                   draft->evaluation->weights[i]);
        if (!item_is_criterion(item)) {
            continue;
        }
        add(draft, arena_format(arena, "criterion.%s", item->id),
            digest_line(arena, plan_criterion_text(arena, criteria, i)));
        if (item->has_gate) {
            add(draft, arena_format(arena, "gate.%s", item->id), plan_gate_text(arena, item));
        }
        if (item->has_target) {
            add(draft, arena_format(arena, "target.%s", item->id), item->target_word);
        }
    }
}

/* Kinds of evidence that a criterion asks for: what they can reach, and for how long. */
static void add_kinds(struct draft *draft)
{
    const struct criteria *criteria = &draft->evaluation->criteria;
    bool *asked = arena_alloc(draft->arena, criteria->kind_count, sizeof *asked);
    for (size_t i = 1; i < criteria->count; i++) {
        for (size_t k = 0; k < criteria->items[i].kind_count; k++) {
            asked[criteria->items[i].kinds[k]] = true;
        }
    }
    for (size_t k = 0; k < criteria->kind_count; k++) {
        const struct evidence_kind *kind = &criteria->kinds[k];
        if (asked[k]) {
            const char *lifetime = kind->lifetime_months == 0
                                       ? "does not age"
                                       : arena_format(draft->arena, "%d months",
                                                      kind->lifetime_months);
            add(draft, arena_format(draft->arena, "evidence.%s", kind->id),
                arena_format(draft->arena, "%s, %s%s", grade_word(kind->grade), lifetime,
                             kind->buyer_only ? ", buyer only" : ""));
        }
    }
}

static void add_price(struct draft *draft)
{
    const struct price_rule *price = &draft->evaluation->rules.price;
    add(draft, "rules.price.formula", price_formula_word(price->formula));
    if (price->has_budget) {
        add_number(draft, "rules.price.budget", price->budget);
    }
    if (price->has_floor) {
        add_number(draft, "rules.price.floor", price->floor);
    }
}

static void add_tie(struct draft *draft)
{
    const struct rules *rules = &draft->evaluation->rules;
    struct text_builder text;
    text_builder_init(&text, draft->arena);
    for (size_t i = 0; i < rules->tie_count; i++) {
        text_add_format(&text, "%s%s", i == 0 ? "" : ", ",
                        draft->evaluation->criteria.items[rules->tie[i]].id);
    }
    add(draft, "rules.tie", text.text);
}

static void add_rules(struct draft *draft)
{
    const struct rules *rules = &draft->evaluation->rules;
    for (size_t g = 0; g < GRADE_COUNT; g++) {
        add_number(draft,
                   arena_format(draft->arena, "rules.ceilings.%s", grade_word((enum grade)g)),
                   rules->ceilings[g]);
    }
    add(draft, "rules.not_applicable", rules->not_applicable_accept ? "accept" : "ask");
    add_number(draft, "rules.complete", rules->complete);
    add_number(draft, "rules.bands.acceptable", rules->acceptable);
    add_number(draft, "rules.bands.with_conditions", rules->with_conditions);
    add_number(draft, "rules.decimals", rules->decimals);
    add_number(draft, "rules.margin.points", rules->margin_points);
    add(draft, "rules.margin.effect", rules->margin_effect == MARGIN_TIE ? "tie" : "note");
    add(draft, "rules.late", rules->late == LATE_REFUSE ? "refuse" : "accept_with_reason");
    add(draft, "rules.debrief",
        rules->debrief == DEBRIEF_OWN_ONLY ? "own_only" : "leader_sections");
    add_tie(draft);
    for (size_t i = 0; i < rules->minimum_count; i++) {
        const struct minimum *minimum = &rules->minima[i];
        add_number(draft,
                   arena_format(draft->arena, "rules.minimum.%s",
                                draft->evaluation->criteria.items[minimum->item].id),
                   minimum->least);
    }
    add_price(draft);
}

static void add_views(struct draft *draft)
{
    const struct evaluation *evaluation = draft->evaluation;
    for (size_t v = 0; v < evaluation->view_count; v++) {
        const struct view *view = &evaluation->views[v];
        for (size_t w = 0; w < view->count; w++) {
            add_number(draft,
                       arena_format(draft->arena, "views.%s.%s", view->id,
                                    evaluation->criteria.items[view->weights[w].item].id),
                       view->weights[w].weight);
        }
    }
}

static void add_benefit(struct draft *draft, const struct benefit *benefit)
{
    const char *key = arena_format(draft->arena, "money.benefits.%s", benefit->id);
    add(draft, arena_format(draft->arena, "%s.item", key), benefit->item);
    add(draft, arena_format(draft->arena, "%s.unit", key), benefit->unit);
    const struct {
        const char *name;
        double value;
    } figures[] = {{"volume", benefit->volume},
                   {"value", benefit->value},
                   {"plausible", benefit->plausible},
                   {"cautious", benefit->cautious}};
    for (size_t i = 0; i < COUNT_OF(figures); i++) {
        add_number(draft, arena_format(draft->arena, "%s.%s", key, figures[i].name),
                   figures[i].value);
    }
}

static void add_money(struct draft *draft)
{
    const struct money_model *money = &draft->evaluation->money;
    if (!money->given) {
        return;
    }
    add_number(draft, "money.years", money->years);
    add_number(draft, "money.discount_rate", money->discount_rate);
    add(draft, "money.baseline.name", money->baseline_name);
    add_number(draft, "money.baseline.yearly", money->baseline_yearly);
    for (size_t i = 0; i < money->benefit_count; i++) {
        add_benefit(draft, &money->benefits[i]);
    }
}

static int compare_entries(const void *a, const void *b)
{
    const struct plan_entry *first = a;
    const struct plan_entry *second = b;
    return strcmp(first->key, second->key);
}

void plan_sort(struct plan *plan)
{
    if (plan->count > 0) {
        qsort(plan->entries, plan->count, sizeof *plan->entries, compare_entries);
    }
}

struct plan plan_of(struct arena *arena, const struct evaluation *evaluation)
{
    struct draft draft = {.arena = arena, .evaluation = evaluation};
    add_head(&draft);
    add_items(&draft);
    add_kinds(&draft);
    add_rules(&draft);
    add_views(&draft);
    add_money(&draft);
    plan_sort(&draft.plan);
    return draft.plan;
}

const struct plan_entry *plan_find(const struct plan *plan, const char *key)
{
    const struct plan_entry wanted = {.key = key};
    return plan->count == 0 ? NULL
                            : bsearch(&wanted, plan->entries, plan->count, sizeof *plan->entries,
                                      compare_entries);
}

const char *plan_key_in(const char *key, const char *group)
{
    return text_starts(key, group) ? key + strlen(group) : NULL;
}

void plan_code(struct digest digest, char code[static PLAN_CODE_SIZE])
{
    static const char DIGITS[] = "0123456789ABCDEF";
    enum { GROUP_BYTES = 2, CODE_BYTES = 4 };
    char *end = code;
    for (size_t i = 0; i < CODE_BYTES; i++) {
        if (i == GROUP_BYTES) {
            *end++ = '-';
        }
        *end++ = DIGITS[digest.bytes[i] >> 4];
        *end++ = DIGITS[digest.bytes[i] & 0x0F];
    }
    *end = '\0';
}
