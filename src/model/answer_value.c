#include "model/answer_value.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "model/curve.h"
#include "read/document.h"

#include <assert.h>
#include <string.h>

/* One answer that is being read. */
struct asking {
    const struct binder *binder;
    const char *id;
    const struct answer_type *type;
};

/* Answers that are given by a label. */
static bool has_labels(enum answer_kind kind)
{
    return kind == ANSWER_LEVEL || kind == ANSWER_YES_NO || kind == ANSWER_CHOICE ||
           kind == ANSWER_CHECKLIST;
}

static void label_expected(const struct asking *asking, struct diag *diag)
{
    diag_label(asking->binder->diags, diag, "expected %s%s",
               has_labels(asking->type->kind) ? "one of: " : "",
               answer_type_expects(asking->binder->arena, asking->type));
}

static struct diag *report(const struct asking *asking, enum diag_code code,
                           const struct node *node, const char *text)
{
    const char *shown = text == NULL ? node_kind_text(node)
                                     : arena_format(asking->binder->arena, "`%s`",
                                                    bind_quoted(asking->binder, text));
    return diag_add(asking->binder->diags, code, node->at, "%s is not an answer to %s", shown,
                    asking->id);
}

/* An answer of the wrong kind: says what is expected. */
static bool report_bad(const struct asking *asking, const struct node *node, const char *text)
{
    label_expected(asking, report(asking, DIAG_ANSWER_BAD, node, text));
    return false;
}

/* A word that is none of the labels: lists them, and names the nearest. */
static bool report_word(const struct asking *asking, const struct node *node, const char *text,
                        const char *const *labels, size_t count)
{
    const struct binder *binder = asking->binder;
    struct diag *diag = report(asking, DIAG_ANSWER_UNKNOWN, node, text);
    label_expected(asking, diag);
    double number;
    if (!bind_suggest(binder, diag, text, labels, count) && number_read(text, &number)) {
        diag_help(binder->diags, diag, "answer with a label, not with a number");
    }
    return false;
}

static bool take_level(const struct level *level, size_t place, struct answer_value *value)
{
    *value = (struct answer_value){
        .text = level->label, .claimed = level->worth, .place = (double)place};
    return true;
}

static bool read_level(const struct asking *asking, const struct node *node, const char *text,
                       struct answer_value *value)
{
    const struct scale *scale = asking->type->scale;
    const char **labels = arena_alloc(asking->binder->arena, scale->count, sizeof *labels);
    double number = 0;
    bool is_number = number_read(text, &number);
    for (size_t i = 0; i < scale->count; i++) {
        const struct level *level = &scale->levels[i];
        labels[i] = level->label;
        if (text_equal_ignoring_case(text, level->label) ||
            (is_number && level->has_number && number_same(level->number, number))) {
            return take_level(level, i, value);
        }
    }
    return report_word(asking, node, text, labels, scale->count);
}

static bool read_yes_no(const struct asking *asking, const struct node *node, const char *text,
                        struct answer_value *value)
{
    static const char *const LABELS[] = {"yes", "no"};
    bool is_yes = false;
    if (!bind_yes_no_word(text, &is_yes)) {
        return report_word(asking, node, text, LABELS, COUNT_OF(LABELS));
    }
    *value = (struct answer_value){
        .text = is_yes ? "yes" : "no", .claimed = is_yes ? 1 : 0, .place = is_yes ? 1 : 0};
    return true;
}

static bool read_percent(const struct asking *asking, const struct node *node, const char *text,
                         struct answer_value *value)
{
    double share;
    if (!number_read_percent(text, &share)) {
        if (!number_read(text, &share)) {
            return report_bad(asking, node, text);
        }
        share /= 100;
    }
    if (!(share >= 0 && share <= 1)) {
        return report_bad(asking, node, text);
    }
    struct arena *arena = asking->binder->arena;
    *value = (struct answer_value){
        .text = arena_format(arena, "%s %%", number_percent_text(arena, share)),
        .claimed = share,
        .place = share};
    return true;
}

static bool read_text(const struct asking *asking, const struct node *node, const char *text,
                      struct answer_value *value)
{
    (void)asking;
    (void)node;
    *value = (struct answer_value){.text = text};
    return true;
}

/* The number at the start of a text whose rest, if any, is the unit or its first word, as in `3 %`
 * for "% of answers"; NULL where it is another. */
static const char *without_unit(const struct asking *asking, const char *text)
{
    struct arena *arena = asking->binder->arena;
    const char *unit = asking->type->unit;
    double number;
    assert(text != NULL);
    if (number_read(text, &number)) {
        return text;
    }
    size_t digits = strspn(text, "+-.,0123456789");
    const char *rest = text_trimmed(arena, text + digits);
    bool is_unit = unit != NULL && (text_equal_ignoring_case(rest, unit) ||
                                    text_starts(unit, arena_format(arena, "%s ", rest)));
    return rest[0] == '\0' || is_unit ? arena_text(arena, text, digits) : NULL;
}

static const char *with_unit(const struct asking *asking, double number)
{
    struct arena *arena = asking->binder->arena;
    const char *digits = number_text(arena, number);
    return asking->type->unit == NULL ? digits
                                      : arena_format(arena, "%s %s", digits, asking->type->unit);
}

static bool read_number(const struct asking *asking, const struct node *node, const char *text,
                        struct answer_value *value)
{
    const char *digits = without_unit(asking, text);
    double number;
    if (digits == NULL || !number_read(digits, &number)) {
        return report_bad(asking, node, text);
    }
    const struct answer_type *type = asking->type;
    *value = (struct answer_value){
        .text = with_unit(asking, number),
        .claimed = type->point_count == 0 ? 0
                                          : curve_worth(type->points, type->point_count, number),
        .place = number};
    return true;
}

static bool read_money(const struct asking *asking, const struct node *node, const char *text,
                       struct answer_value *value)
{
    const char *digits = without_unit(asking, text);
    if (digits != NULL && bind_amount_is_ambiguous(digits)) {
        bind_report_ambiguous(asking->binder, node, digits);
        return false;
    }
    return read_number(asking, node, text, value);
}

/* Nothing is given away, and no formula can divide by 0. */
static bool read_price(const struct asking *asking, const struct node *node, const char *text,
                       struct answer_value *value)
{
    if (!read_money(asking, node, text, value)) {
        return false;
    }
    if (!(value->place > 0)) {
        struct diag *diag = diag_add(asking->binder->diags, DIAG_PRICE_BAD, node->at,
                                     "`%s` is not a price", bind_quoted(asking->binder, text));
        diag_label(asking->binder->diags, diag, "expected an amount above 0");
        return false;
    }
    return true;
}

static bool read_date(const struct asking *asking, const struct node *node, const char *text,
                      struct answer_value *value)
{
    struct date date;
    if (!bind_date(asking->binder, asking->id, node, &date)) {
        return false;
    }
    double day = (double)date_number(date);
    *value = (struct answer_value){
        .text = text,
        .claimed = curve_worth(asking->type->points, asking->type->point_count, day),
        .place = day};
    return true;
}

static bool find_option(const struct answer_type *type, const char *text, size_t *index)
{
    for (size_t i = 0; i < type->option_count; i++) {
        if (text_equal_ignoring_case(text, type->options[i].key) ||
            text_equal_ignoring_case(text, type->options[i].label)) {
            *index = i;
            return true;
        }
    }
    return false;
}

static bool report_option(const struct asking *asking, const struct node *node, const char *text)
{
    const struct answer_type *type = asking->type;
    const char **words = arena_alloc(asking->binder->arena, type->option_count * 2, sizeof *words);
    for (size_t i = 0; i < type->option_count; i++) {
        words[i * 2] = type->options[i].key;
        words[i * 2 + 1] = type->options[i].label;
    }
    return report_word(asking, node, text, words, type->option_count * 2);
}

static bool read_choice(const struct asking *asking, const struct node *node, const char *text,
                        struct answer_value *value)
{
    size_t index;
    if (!find_option(asking->type, text, &index)) {
        return report_option(asking, node, text);
    }
    const struct option *option = &asking->type->options[index];
    *value = (struct answer_value){
        .text = option->label, .claimed = option->worth, .place = option->worth};
    return true;
}

/* Tick the items that a list names. */
static bool tick(const struct asking *asking, const struct node *node, bool *ticked)
{
    bool is_list = node->kind == NODE_LIST;
    size_t count = is_list ? node->count : 1;
    bool sound = true;
    for (size_t i = 0; i < count; i++) {
        const struct node *item = is_list ? &node->items[i] : node;
        size_t index;
        if (item->kind != NODE_SCALAR) {
            sound = report_bad(asking, item, NULL);
            continue;
        }
        const char *text = text_trimmed(asking->binder->arena, item->text);
        if (find_option(asking->type, text, &index)) {
            ticked[index] = true;
        } else {
            sound = report_option(asking, item, text);
        }
    }
    return sound;
}

static bool read_checklist(const struct asking *asking, const struct node *node,
                           struct answer_value *value)
{
    const struct answer_type *type = asking->type;
    bool *ticked = arena_alloc(asking->binder->arena, type->option_count, sizeof *ticked);
    if (!tick(asking, node, ticked)) {
        return false;
    }
    struct text_builder words;
    text_builder_init(&words, asking->binder->arena);
    double all = 0;
    double reached = 0;
    for (size_t i = 0; i < type->option_count; i++) {
        all += type->options[i].worth;
        if (ticked[i]) {
            reached += type->options[i].worth;
            text_add_format(&words, "%s%s", words.length > 0 ? ", " : "", type->options[i].label);
        }
    }
    double share = all > 0 ? reached / all : 0;
    *value = (struct answer_value){.text = words.length > 0 ? words.text : "none",
                                   .claimed = share,
                                   .place = share,
                                   .ticked = ticked};
    return true;
}

static bool (*const READERS[])(const struct asking *, const struct node *, const char *,
                               struct answer_value *) = {
    [ANSWER_LEVEL] = read_level, [ANSWER_YES_NO] = read_yes_no, [ANSWER_PERCENT] = read_percent,
    [ANSWER_TEXT] = read_text,   [ANSWER_PRICE] = read_price,   [ANSWER_NUMBER] = read_number,
    [ANSWER_MONEY] = read_money, [ANSWER_DATE] = read_date,     [ANSWER_CHOICE] = read_choice,
    [ANSWER_CHECKLIST] = NULL,
};
_Static_assert(COUNT_OF(READERS) == ANSWER_KIND_COUNT, "a reader for each type of answer");

bool answer_value_bind(const struct binder *binder, const char *id, const struct answer_type *type,
                       const struct node *node, struct answer_value *value)
{
    struct asking asking = {.binder = binder, .id = id, .type = type};
    if (type->kind == ANSWER_CHECKLIST && node->kind != NODE_MAP) {
        return read_checklist(&asking, node, value);
    }
    if (node->kind != NODE_SCALAR) {
        return report_bad(&asking, node, NULL);
    }
    const char *text = arena_copy(binder->arena, text_trimmed(binder->arena, node->text));
    return READERS[type->kind](&asking, node, text, value);
}
