#include "model/answer_type.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "read/document.h"

#include <string.h>

/* A type that is being bound. */
struct typing {
    const struct binder *binder;
    const struct criteria *criteria;
};

/* Types that are said in one word. */
static const struct {
    const char *word;
    enum answer_kind kind;
} WORDS[] = {
    {"yes_no", ANSWER_YES_NO},
    {"percent", ANSWER_PERCENT},
    {"text", ANSWER_TEXT},
    {"price", ANSWER_PRICE},
};

static const struct scale *find_scale(const struct criteria *criteria, const char *id)
{
    for (size_t i = 0; i < criteria->scale_count; i++) {
        if (text_equal(criteria->scales[i].id, id)) {
            return &criteria->scales[i];
        }
    }
    return NULL;
}

static bool report_scale(const struct typing *typing, const struct node *node, const char *word)
{
    const struct criteria *criteria = typing->criteria;
    size_t count = criteria->scale_count + COUNT_OF(WORDS);
    const char **known = arena_alloc(typing->binder->arena, count, sizeof *known);
    for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
        known[i] = WORDS[i].word;
    }
    for (size_t i = 0; i < criteria->scale_count; i++) {
        known[COUNT_OF(WORDS) + i] = criteria->scales[i].id;
    }
    struct diag *diag = diag_add(typing->binder->diags, DIAG_SCALE_UNKNOWN, node->at,
                                 "`%s` is not a scale or a type of answer",
                                 bind_quoted(typing->binder, word));
    bind_suggest(typing->binder, diag, word, known, count);
    return false;
}

/* A scale by its id; one that is faulty has been reported where it stands. */
static bool take_scale(const struct typing *typing, const struct node *node, const char *word,
                       struct answer_type *type)
{
    const struct scale *scale = find_scale(typing->criteria, word);
    if (scale == NULL) {
        return report_scale(typing, node, word);
    }
    type->scale = scale;
    return scale->count > 0;
}

static bool bind_word(const struct typing *typing, const struct node *node,
                      struct answer_type *type)
{
    const char *word = text_trimmed(typing->binder->arena, node->text);
    for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
        if (text_equal(WORDS[i].word, word)) {
            type->kind = WORDS[i].kind;
            return type->kind != ANSWER_TEXT || take_scale(typing, node, "maturity", type);
        }
    }
    type->kind = ANSWER_LEVEL;
    return take_scale(typing, node, word, type);
}

static bool report_bad(const struct typing *typing, struct loc at, const char *why)
{
    diag_add(typing->binder->diags, DIAG_SCALE_BAD, at, "%s", why);
    return false;
}

/* An inline type as written. */
struct inline_type {
    const struct node *text, *number, *money, *date, *choice, *checklist;
    const struct node *best, *worst, *curve;
};

static const struct limits WORTH = {0, 1, DIAG_SCALE_BAD, "a worth from 0 to 1"};

/* Reads a place on a curve: a number, an amount, or a day. */
static bool bind_x(const struct typing *typing, enum answer_kind kind, const struct node *node,
                   double *x)
{
    struct date day;
    switch (kind) {
    case ANSWER_MONEY:
        return bind_amount(typing->binder, "curve", node, NULL, x);
    case ANSWER_DATE:
        if (!bind_date(typing->binder, "curve", node, &day)) {
            return false;
        }
        *x = (double)date_number(day);
        return true;
    case ANSWER_LEVEL:
    case ANSWER_YES_NO:
    case ANSWER_PERCENT:
    case ANSWER_TEXT:
    case ANSWER_PRICE:
    case ANSWER_NUMBER:
    case ANSWER_CHOICE:
    case ANSWER_CHECKLIST:
    case ANSWER_KIND_COUNT:
        break;
    }
    return bind_number(typing->binder, "curve", node, NULL, x);
}

static bool bind_ends(const struct typing *typing, const struct inline_type *written,
                      struct answer_type *type)
{
    struct curve_point *points = arena_alloc(typing->binder->arena, 2, sizeof *points);
    double best = 0;
    double worst = 0;
    bool sound = bind_x(typing, type->kind, written->best, &best);
    sound = bind_x(typing, type->kind, written->worst, &worst) && sound;
    if (sound && !(best < worst) && !(best > worst)) {
        return report_bad(typing, written->worst->at, "`best` and `worst` are the same");
    }
    bool rises = worst < best;
    points[0] = (struct curve_point){.x = rises ? worst : best, .y = rises ? 0 : 1};
    points[1] = (struct curve_point){.x = rises ? best : worst, .y = rises ? 1 : 0};
    type->points = points;
    type->point_count = 2;
    return sound;
}

static bool bind_point(const struct typing *typing, enum answer_kind kind, const struct node *node,
                       struct curve_point *point)
{
    if (node->kind != NODE_LIST || node->count != 2) {
        return report_bad(typing, node->at, "a point of a curve is a pair, as [100, 0.5]");
    }
    bool sound = bind_x(typing, kind, &node->items[0], &point->x);
    return bind_number(typing->binder, "curve", &node->items[1], &WORTH, &point->y) && sound;
}

static bool bind_curve(const struct typing *typing, const struct node *curve,
                       struct answer_type *type)
{
    if (!bind_is_list(typing->binder, "curve", curve)) {
        return false;
    }
    if (curve->count == 0) {
        return report_bad(typing, curve->at, "the curve has no points");
    }
    struct curve_point *points = arena_alloc(typing->binder->arena, curve->count, sizeof *points);
    bool sound = true;
    for (size_t i = 0; i < curve->count; i++) {
        sound = bind_point(typing, type->kind, &curve->items[i], &points[i]) && sound;
        if (sound && i > 0 && !(points[i].x > points[i - 1].x)) {
            sound = report_bad(typing, curve->items[i].at,
                               "the numbers of a curve do not rise from point to point");
        }
    }
    type->points = points;
    type->point_count = curve->count;
    return sound;
}

/* Exactly one way to say what a number is worth: `best` and `worst`, or `curve`. */
static bool bind_worth(const struct typing *typing, const struct node *node,
                       const struct inline_type *written, struct answer_type *type)
{
    bool has_ends = written->best != NULL && written->worst != NULL;
    bool has_one_end = written->best != NULL || written->worst != NULL;
    if (written->curve != NULL && !has_one_end) {
        return bind_curve(typing, written->curve, type);
    }
    if (has_ends && written->curve == NULL) {
        return bind_ends(typing, written, type);
    }
    return report_bad(typing, node->at, "a number needs `best` and `worst`, or else a `curve`");
}

static bool bind_measure(const struct typing *typing, const struct node *node,
                         const struct inline_type *written, struct answer_type *type)
{
    const struct node *unit = written->number != NULL ? written->number : written->money;
    const char *name = written->number != NULL ? "number" : "money";
    bool sound = bind_text(typing->binder, name, unit, &type->unit);
    if (sound && type->kind == ANSWER_MONEY && !bind_is_currency(type->unit)) {
        sound = report_bad(typing, unit->at,
                           arena_format(typing->binder->arena,
                                        "`%s` is not a currency; write three capital letters, EUR",
                                        bind_quoted(typing->binder, type->unit)));
    }
    return bind_worth(typing, node, written, type) && sound;
}

static bool bind_number_type(const struct typing *typing, const struct node *node,
                             const struct inline_type *written, struct answer_type *type)
{
    type->kind = ANSWER_NUMBER;
    return bind_measure(typing, node, written, type);
}

static bool bind_money_type(const struct typing *typing, const struct node *node,
                            const struct inline_type *written, struct answer_type *type)
{
    type->kind = ANSWER_MONEY;
    return bind_measure(typing, node, written, type);
}

static const struct field DATE_FIELDS[] = {
    {.key = "best", .kind = FIELD_NODE, .at = offsetof(struct inline_type, best)},
    {.key = "worst", .kind = FIELD_NODE, .at = offsetof(struct inline_type, worst)},
    {.key = "curve", .kind = FIELD_NODE, .at = offsetof(struct inline_type, curve)},
};
static const struct shape DATE_SHAPE = {"a date", DATE_FIELDS, COUNT_OF(DATE_FIELDS)};

static bool bind_date_type(const struct typing *typing, const struct node *node,
                           const struct inline_type *written, struct answer_type *type)
{
    (void)node;
    type->kind = ANSWER_DATE;
    struct inline_type ends = {.text = NULL};
    return bind_map(typing->binder, written->date, &DATE_SHAPE, &ends) &&
           bind_worth(typing, written->date, &ends, type);
}

static bool bind_text_type(const struct typing *typing, const struct node *node,
                           const struct inline_type *written, struct answer_type *type)
{
    (void)node;
    const char *word = NULL;
    type->kind = ANSWER_TEXT;
    return bind_text(typing->binder, "text", written->text, &word) &&
           take_scale(typing, written->text, word, type);
}

/* Labels that differ in case only could not be told apart in answers. */
static bool check_options(const struct typing *typing, const struct answer_type *type)
{
    struct map seen;
    map_init(&seen, typing->binder->arena);
    bool sound = true;
    for (size_t i = 0; i < type->option_count; i++) {
        const struct option *option = &type->options[i];
        const char *key = text_folded(typing->binder->arena, option->key);
        const char *label = text_folded(typing->binder->arena, option->label);
        bool is_new = map_add(&seen, key, i);
        is_new = (text_equal(key, label) || map_add(&seen, label, i)) && is_new;
        if (!is_new) {
            sound = report_bad(typing, option->at,
                               arena_format(typing->binder->arena, "`%s` stands twice",
                                            bind_quoted(typing->binder, option->key)));
        }
    }
    return sound;
}

static bool bind_choice_type(const struct typing *typing, const struct node *node,
                             const struct inline_type *written, struct answer_type *type)
{
    (void)node;
    const struct node *choice = written->choice;
    type->kind = ANSWER_CHOICE;
    if (!bind_is_map(typing->binder, "choice", choice)) {
        return false;
    }
    if (choice->count == 0) {
        return report_bad(typing, choice->at, "the choice has no answers");
    }
    struct option *options = arena_alloc(typing->binder->arena, choice->count, sizeof *options);
    bool sound = true;
    for (size_t i = 0; i < choice->count; i++) {
        const struct entry *entry = &choice->entries[i];
        options[i] = (struct option){.key = entry->key, .label = entry->key, .at = entry->at};
        sound = bind_number(typing->binder, entry->key, &entry->value, &WORTH, &options[i].worth) &&
                sound;
    }
    type->options = options;
    type->option_count = choice->count;
    return check_options(typing, type) && sound;
}

static const struct field OPTION_FIELDS[] = {
    {.key = "label", .kind = FIELD_TEXT, .at = offsetof(struct option, label), .required = true},
    {.key = "weight",
     .kind = FIELD_NUMBER,
     .at = offsetof(struct option, worth),
     .limits = &LIMITS_WEIGHT},
};
static const struct shape OPTION_SHAPE = {"an item of a checklist", OPTION_FIELDS,
                                          COUNT_OF(OPTION_FIELDS)};

static bool bind_option(const struct typing *typing, const struct entry *entry,
                        struct option *option)
{
    *option = (struct option){.key = entry->key, .label = entry->key, .worth = 1, .at = entry->at};
    if (entry->value.kind == NODE_MAP) {
        return bind_map(typing->binder, &entry->value, &OPTION_SHAPE, option);
    }
    return bind_text(typing->binder, entry->key, &entry->value, &option->label);
}

static bool bind_checklist_type(const struct typing *typing, const struct node *node,
                                const struct inline_type *written, struct answer_type *type)
{
    (void)node;
    const struct node *list = written->checklist;
    type->kind = ANSWER_CHECKLIST;
    if (!bind_is_map(typing->binder, "checklist", list)) {
        return false;
    }
    struct option *options = arena_alloc(typing->binder->arena, list->count, sizeof *options);
    bool sound = true;
    double all = 0;
    for (size_t i = 0; i < list->count; i++) {
        sound = bind_option(typing, &list->entries[i], &options[i]) && sound;
        all += options[i].worth;
    }
    type->options = options;
    type->option_count = list->count;
    if (sound && !(all > 0)) {
        return report_bad(typing, list->at, "the checklist has no item with a weight");
    }
    return check_options(typing, type) && sound;
}

static const struct field INLINE_FIELDS[] = {
    {.key = "number", .kind = FIELD_NODE, .at = offsetof(struct inline_type, number)},
    {.key = "money", .kind = FIELD_NODE, .at = offsetof(struct inline_type, money)},
    {.key = "date", .kind = FIELD_NODE, .at = offsetof(struct inline_type, date)},
    {.key = "choice", .kind = FIELD_NODE, .at = offsetof(struct inline_type, choice)},
    {.key = "checklist", .kind = FIELD_NODE, .at = offsetof(struct inline_type, checklist)},
    {.key = "text", .kind = FIELD_NODE, .at = offsetof(struct inline_type, text)},
    {.key = "best", .kind = FIELD_NODE, .at = offsetof(struct inline_type, best)},
    {.key = "worst", .kind = FIELD_NODE, .at = offsetof(struct inline_type, worst)},
    {.key = "curve", .kind = FIELD_NODE, .at = offsetof(struct inline_type, curve)},
};
static const struct shape INLINE_SHAPE = {"an answer", INLINE_FIELDS, COUNT_OF(INLINE_FIELDS)};

/* The types that are said by a map, by the key that names them. */
static const struct {
    const char *key;
    bool takes_worth; // `best`, `worst` and `curve` stand beside it
    bool (*bind)(const struct typing *, const struct node *, const struct inline_type *,
                 struct answer_type *);
} INLINE[] = {
    {"number", true, bind_number_type},        {"money", true, bind_money_type},
    {"date", false, bind_date_type},           {"choice", false, bind_choice_type},
    {"checklist", false, bind_checklist_type}, {"text", false, bind_text_type},
};

static bool bind_inline(const struct typing *typing, const struct node *node,
                        struct answer_type *type)
{
    struct inline_type written = {.text = NULL};
    if (!bind_map(typing->binder, node, &INLINE_SHAPE, &written)) {
        return false;
    }
    size_t named = 0;
    size_t chosen = 0;
    for (size_t i = 0; i < COUNT_OF(INLINE); i++) {
        const struct node *value = node_find(node, INLINE[i].key);
        if (value != NULL && !node_is_null(value)) {
            named++;
            chosen = i;
        }
    }
    if (named != 1) {
        return report_bad(typing, node->at,
                          "an answer is exactly one of `number`, `money`, `date`, `choice`, "
                          "`checklist` and `text`");
    }
    bool has_worth = written.best != NULL || written.worst != NULL || written.curve != NULL;
    if (has_worth && !INLINE[chosen].takes_worth) {
        return report_bad(typing, node->at,
                          arena_format(typing->binder->arena,
                                       "`best`, `worst` and `curve` do not stand beside `%s`",
                                       INLINE[chosen].key));
    }
    return INLINE[chosen].bind(typing, node, &written, type);
}

bool answer_type_bind(const struct binder *binder, const struct criteria *criteria,
                      const struct node *node, struct answer_type *type)
{
    struct typing typing = {.binder = binder, .criteria = criteria};
    *type = (struct answer_type){.at = node->at};
    bool sound = false;
    if (node->kind == NODE_SCALAR) {
        sound = bind_word(&typing, node, type);
    } else {
        sound = bind_inline(&typing, node, type);
    }
    if (!sound) {
        type->kind = ANSWER_KIND_COUNT;
    }
    return sound;
}

static const char *options_text(struct arena *arena, const struct answer_type *type)
{
    struct text_builder words;
    text_builder_init(&words, arena);
    for (size_t i = 0; i < type->option_count; i++) {
        text_add_format(&words, "%s%s", i > 0 ? ", " : "", type->options[i].label);
    }
    return words.text;
}

static const char *scale_text(struct arena *arena, const struct scale *scale)
{
    struct text_builder words;
    text_builder_init(&words, arena);
    for (size_t i = 0; i < scale->count; i++) {
        text_add_format(&words, "%s%s", i > 0 ? ", " : "", scale->levels[i].label);
    }
    return words.text;
}

const char *answer_type_expects(struct arena *arena, const struct answer_type *type)
{
    switch (type->kind) {
    case ANSWER_LEVEL:
        return scale_text(arena, type->scale);
    case ANSWER_YES_NO:
        return "yes, no";
    case ANSWER_PERCENT:
        return "a percentage from 0 to 100";
    case ANSWER_PRICE:
        return type->unit == NULL ? "an amount of money"
                                  : arena_format(arena, "an amount in %s", type->unit);
    case ANSWER_NUMBER:
        return arena_format(arena, "a number in %s", type->unit);
    case ANSWER_MONEY:
        return arena_format(arena, "an amount in %s", type->unit);
    case ANSWER_DATE:
        return "a day as 2026-10-15";
    case ANSWER_CHOICE:
    case ANSWER_CHECKLIST:
        return options_text(arena, type);
    case ANSWER_TEXT:
    case ANSWER_KIND_COUNT:
        break;
    }
    return "a text";
}
