#include "model/bind.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "read/document.h"

#include <math.h>
#include <string.h>

enum { QUOTED_COLUMNS = 60 };

const struct limits LIMITS_WEIGHT = {0, 1e9, DIAG_WEIGHT_BAD, "a number of 0 or more"};
const struct limits LIMITS_SHARE = {0, 1, DIAG_NUMBER_BAD, "a number from 0 to 1"};
const struct limits LIMITS_SCORE = {0, 100, DIAG_NUMBER_BAD, "a number from 0 to 100"};
const struct limits LIMITS_MONEY = {0, 1e15, DIAG_MONEY_BAD, "an amount of 0 or more"};
const struct limits LIMITS_COUNT = {0, 1e15, DIAG_NUMBER_BAD, "a number of 0 or more"};
static const struct limits ANY = {-1e15, 1e15, DIAG_NUMBER_BAD, "a number"};

const char *bind_quoted(const struct binder *binder, const char *text)
{
    return text_brief(binder->arena, text, QUOTED_COLUMNS);
}

bool bind_suggest(const struct binder *binder, struct diag *diag, const char *word,
                  const char *const *candidates, size_t count)
{
    const char *nearest = text_closest(binder->arena, word, candidates, count);
    if (nearest == NULL) {
        return false;
    }
    diag_help(binder->diags, diag, "did you mean `%s`?", bind_quoted(binder, nearest));
    return true;
}

struct loc bind_key_at(const struct node *map, const char *key)
{
    for (size_t i = 0; map->kind == NODE_MAP && i < map->count; i++) {
        if (text_equal(map->entries[i].key, key)) {
            return map->entries[i].at;
        }
    }
    return map->at;
}

static bool is_kind(const struct binder *binder, const char *name, const struct node *node,
                    enum node_kind kind)
{
    static const char *const EXPECTED[] = {
        [NODE_SCALAR] = "a single value", [NODE_LIST] = "a list", [NODE_MAP] = "a map"};
    if (node->kind == kind) {
        return true;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_VALUE_KIND, node->at, "`%s` is %s",
                                 bind_quoted(binder, name), node_kind_text(node));
    diag_label(binder->diags, diag, "expected %s", EXPECTED[kind]);
    return false;
}

bool bind_is_map(const struct binder *binder, const char *name, const struct node *node)
{
    return is_kind(binder, name, node, NODE_MAP);
}

bool bind_is_list(const struct binder *binder, const char *name, const struct node *node)
{
    return is_kind(binder, name, node, NODE_LIST);
}

bool bind_text(const struct binder *binder, const char *name, const struct node *node,
               const char **out)
{
    if (!is_kind(binder, name, node, NODE_SCALAR)) {
        return false;
    }
    *out = arena_copy(binder->arena, text_trimmed(binder->arena, node->text));
    return true;
}

bool bind_texts(const struct binder *binder, const char *name, const struct node *node,
                struct texts *out)
{
    bool is_list = node->kind == NODE_LIST;
    size_t count = is_list ? node->count : 1;
    if (node->kind == NODE_MAP) {
        struct diag *diag = diag_add(binder->diags, DIAG_VALUE_KIND, node->at, "`%s` is a map",
                                     bind_quoted(binder, name));
        diag_label(binder->diags, diag, "expected a text or a list of texts");
        return false;
    }
    const char **texts = arena_alloc(binder->arena, count, sizeof *texts);
    struct loc *places = arena_alloc(binder->arena, count, sizeof *places);
    bool sound = true;
    for (size_t i = 0; i < count; i++) {
        const struct node *item = is_list ? &node->items[i] : node;
        sound = bind_text(binder, name, item, &texts[i]) && sound;
        places[i] = item->at;
    }
    if (sound) {
        *out = (struct texts){.texts = texts, .at = places, .count = count};
    }
    return sound;
}

static bool is_within(const struct binder *binder, const struct node *node,
                      const struct limits *limits, double value)
{
    if (value >= limits->least && value <= limits->most) {
        return true;
    }
    struct diag *diag = diag_add(binder->diags, limits->code, node->at, "`%s` is out of range",
                                 bind_quoted(binder, node->text));
    diag_label(binder->diags, diag, "expected %s", limits->expected);
    return false;
}

/* Report a text that is no number, with what it would be if its commas were points. */
static bool report_not_number(const struct binder *binder, const struct node *node,
                              const char *expected)
{
    struct diag *diag = diag_add(binder->diags, DIAG_NUMBER_BAD, node->at, "`%s` is not a number",
                                 bind_quoted(binder, node->text));
    diag_label(binder->diags, diag, "expected %s", expected);
    char *pointed = arena_copy(binder->arena, node->text);
    char *comma = strchr(pointed, ',');
    double value;
    if (comma != NULL) {
        *comma = '.';
        if (number_read(pointed, &value)) {
            diag_help(binder->diags, diag, "write `%s`", bind_quoted(binder, pointed));
        }
    }
    return false;
}

bool bind_number(const struct binder *binder, const char *name, const struct node *node,
                 const struct limits *limits, double *out)
{
    const struct limits *allowed = limits == NULL ? &ANY : limits;
    const char *text = NULL;
    double value;
    if (!bind_text(binder, name, node, &text)) {
        return false;
    }
    if (!number_read(text, &value)) {
        return report_not_number(binder, node, allowed->expected);
    }
    if (!is_within(binder, node, allowed, value)) {
        return false;
    }
    *out = value;
    return true;
}

bool bind_rate(const struct binder *binder, const char *name, const struct node *node,
               const struct limits *limits, double *out)
{
    const char *text = NULL;
    double share;
    if (!bind_text(binder, name, node, &text)) {
        return false;
    }
    if (number_read(text, &share)) {
        const char *direct = number_text(binder->arena, share);
        const char *scaled = number_percent_text(binder->arena, share);
        struct diag *diag = diag_add(binder->diags, DIAG_NUMBER_AMBIGUOUS, node->at,
                                     "`%s` can be read as %s %% or as %s %%",
                                     bind_quoted(binder, text), direct, scaled);
        diag_label(binder->diags, diag, "expected a rate with its sign");
        diag_help(binder->diags, diag, "write `%s%%` or `%s%%`", direct, scaled);
        return false;
    }
    if (!number_read_percent(text, &share)) {
        return report_not_number(binder, node, "a rate as `8%`");
    }
    if (!is_within(binder, node, limits == NULL ? &ANY : limits, share)) {
        return false;
    }
    *out = share;
    return true;
}

bool bind_amount_is_ambiguous(const char *text)
{
    text += *text == '-' || *text == '+';
    size_t whole = strspn(text, "0123456789");
    const char *mark = text + whole;
    return whole > 0 && (*mark == '.' || *mark == ',') && strspn(mark + 1, "0123456789") == 3 &&
           mark[4] == '\0';
}

void bind_report_ambiguous(const struct binder *binder, const struct node *node, const char *text)
{
    size_t whole = strcspn(text, ".,");
    double thousands = 0;
    double fraction = 0;
    number_read(arena_format(binder->arena, "%.*s%s", (int)whole, text, text + whole + 1),
                &thousands);
    number_read(arena_format(binder->arena, "%.*s.%s", (int)whole, text, text + whole + 1),
                &fraction);
    const char *large = number_text(binder->arena, thousands);
    const char *small = number_text(binder->arena, fraction);
    struct diag *diag = diag_add(binder->diags, DIAG_NUMBER_AMBIGUOUS, node->at,
                                 "`%s` can be read as %s or as %s", bind_quoted(binder, text),
                                 large, small);
    diag_label(binder->diags, diag, "expected an amount that can be read in one way");
    // A fourth digit says that the point is a point.
    diag_help(binder->diags, diag, "write `%s` or `%s`", large,
              bind_amount_is_ambiguous(small) ? number_fixed(binder->arena, fraction, 4) : small);
}

bool bind_amount(const struct binder *binder, const char *name, const struct node *node,
                 const struct limits *limits, double *out)
{
    const char *text = NULL;
    if (!bind_text(binder, name, node, &text)) {
        return false;
    }
    if (bind_amount_is_ambiguous(text)) {
        bind_report_ambiguous(binder, node, text);
        return false;
    }
    return bind_number(binder, name, node, limits, out);
}

bool bind_date(const struct binder *binder, const char *name, const struct node *node,
               struct date *out)
{
    const char *text = NULL;
    if (!bind_text(binder, name, node, &text)) {
        return false;
    }
    if (!date_read(text, out)) {
        struct diag *diag = diag_add(binder->diags, DIAG_DATE_BAD, node->at,
                                     "`%s` is not a day that exists", bind_quoted(binder, text));
        diag_label(binder->diags, diag, "expected a day as 2026-10-15");
        return false;
    }
    return true;
}

bool bind_yes_no_word(const char *word, bool *out)
{
    bool is_yes = text_equal_ignoring_case(word, "yes") || text_equal_ignoring_case(word, "true");
    bool is_no = text_equal_ignoring_case(word, "no") || text_equal_ignoring_case(word, "false");
    if (is_yes || is_no) {
        *out = is_yes;
    }
    return is_yes || is_no;
}

bool bind_is_currency(const char *text)
{
    size_t length = 0;
    while (text[length] >= 'A' && text[length] <= 'Z') {
        length++;
    }
    return length == 3 && text[length] == '\0';
}

static bool read_text(const struct binder *binder, const struct field *field,
                      const struct node *node, void *place)
{
    const char *text = NULL;
    bool sound = bind_text(binder, field->key, node, &text);
    if (sound) {
        memcpy(place, &text, sizeof text);
    }
    return sound;
}

static bool read_texts(const struct binder *binder, const struct field *field,
                       const struct node *node, void *place)
{
    return bind_texts(binder, field->key, node, place);
}

static bool read_number(const struct binder *binder, const struct field *field,
                        const struct node *node, void *place)
{
    return bind_number(binder, field->key, node, field->limits, place);
}

static bool read_whole(const struct binder *binder, const struct field *field,
                       const struct node *node, void *place)
{
    double value;
    if (!bind_number(binder, field->key, node, field->limits, &value)) {
        return false;
    }
    if (value > floor(value)) {
        struct diag *diag = diag_add(binder->diags, field->limits->code, node->at,
                                     "`%s` is not a whole number", bind_quoted(binder, node->text));
        diag_label(binder->diags, diag, "expected %s", field->limits->expected);
        return false;
    }
    memcpy(place, &value, sizeof value);
    return true;
}

static bool read_rate(const struct binder *binder, const struct field *field,
                      const struct node *node, void *place)
{
    return bind_rate(binder, field->key, node, field->limits, place);
}

static bool read_amount(const struct binder *binder, const struct field *field,
                        const struct node *node, void *place)
{
    return bind_amount(binder, field->key, node, field->limits, place);
}

/* Report a word that is none of those allowed. */
static bool report_word(const struct binder *binder, const struct node *node, const char *word,
                        const char *const *allowed, size_t count)
{
    struct text_builder list;
    text_builder_init(&list, binder->arena);
    for (size_t i = 0; i < count; i++) {
        text_add_format(&list, "%s%s", i > 0 ? ", " : "", allowed[i]);
    }
    struct diag *diag = diag_add(binder->diags, DIAG_WORD_UNKNOWN, node->at,
                                 "`%s` is not allowed here", bind_quoted(binder, word));
    diag_label(binder->diags, diag, "expected one of: %s", list.text);
    bind_suggest(binder, diag, word, allowed, count);
    return false;
}

static bool read_yes_no(const struct binder *binder, const struct field *field,
                        const struct node *node, void *place)
{
    static const char *const ALLOWED[] = {"yes", "no"};
    const char *text = NULL;
    if (!bind_text(binder, field->key, node, &text)) {
        return false;
    }
    return bind_yes_no_word(text, place) ||
           report_word(binder, node, text, ALLOWED, COUNT_OF(ALLOWED));
}

static bool read_word(const struct binder *binder, const struct field *field,
                      const struct node *node, void *place)
{
    const struct words *words = field->words;
    const char *text = NULL;
    if (!bind_text(binder, field->key, node, &text)) {
        return false;
    }
    const char **allowed = arena_alloc(binder->arena, words->count, sizeof *allowed);
    for (size_t i = 0; i < words->count; i++) {
        if (text_equal_ignoring_case(text, words->words[i].word)) {
            memcpy(place, &words->words[i].value, sizeof words->words[i].value);
            return true;
        }
        allowed[i] = words->words[i].word;
    }
    return report_word(binder, node, text, allowed, words->count);
}

static bool read_date(const struct binder *binder, const struct field *field,
                      const struct node *node, void *place)
{
    return bind_date(binder, field->key, node, place);
}

static bool read_moment(const struct binder *binder, const struct field *field,
                        const struct node *node, void *place)
{
    const char *text = NULL;
    if (!bind_text(binder, field->key, node, &text)) {
        return false;
    }
    if (!moment_read(text, place)) {
        struct diag *diag = diag_add(binder->diags, DIAG_DATE_BAD, node->at,
                                     "`%s` is not a moment that exists", bind_quoted(binder, text));
        diag_label(binder->diags, diag, "expected a day, or as 2026-10-15T12:00+02:00");
        return false;
    }
    return true;
}

static bool read_node(const struct binder *binder, const struct field *field,
                      const struct node *node, void *place)
{
    (void)binder;
    (void)field;
    const struct node **slot = place;
    *slot = node;
    return true;
}

static bool read_map(const struct binder *binder, const struct field *field,
                     const struct node *node, void *place)
{
    return bind_is_map(binder, field->key, node) && read_node(binder, field, node, place);
}

static bool read_list(const struct binder *binder, const struct field *field,
                      const struct node *node, void *place)
{
    return bind_is_list(binder, field->key, node) && read_node(binder, field, node, place);
}

static bool (*const READERS[])(const struct binder *, const struct field *, const struct node *,
                               void *) = {
    [FIELD_TEXT] = read_text,     [FIELD_TEXTS] = read_texts, [FIELD_NUMBER] = read_number,
    [FIELD_WHOLE] = read_whole,   [FIELD_RATE] = read_rate,   [FIELD_AMOUNT] = read_amount,
    [FIELD_YES_NO] = read_yes_no, [FIELD_WORD] = read_word,   [FIELD_DATE] = read_date,
    [FIELD_MOMENT] = read_moment, [FIELD_NODE] = read_node,   [FIELD_MAP] = read_map,
    [FIELD_LIST] = read_list,
};
_Static_assert(COUNT_OF(READERS) == FIELD_KIND_COUNT, "a reader for each kind of field");

static const struct field *find_field(const struct shape *shape, const char *key)
{
    for (size_t i = 0; i < shape->count; i++) {
        if (text_equal(shape->fields[i].key, key)) {
            return &shape->fields[i];
        }
    }
    return NULL;
}

static void report_unknown(const struct binder *binder, const struct entry *entry,
                           const struct shape *shape)
{
    const char **keys = arena_alloc(binder->arena, shape->count, sizeof *keys);
    struct text_builder list;
    text_builder_init(&list, binder->arena);
    for (size_t i = 0; i < shape->count; i++) {
        keys[i] = shape->fields[i].key;
        text_add_format(&list, "%s%s", i > 0 ? ", " : "", keys[i]);
    }
    struct diag *diag = diag_add(binder->diags, DIAG_KEY_UNKNOWN, entry->at,
                                 "`%s` is not a key of %s", bind_quoted(binder, entry->key),
                                 shape->what);
    if (!bind_suggest(binder, diag, entry->key, keys, shape->count)) {
        diag_help(binder->diags, diag, "its keys are: %s", list.text);
    }
}

/* Nothing is there, or a text of blanks alone where a text belongs. */
static bool says_nothing(const struct field *field, const struct node *value)
{
    return node_is_null(value) ||
           (field->kind == FIELD_TEXT && value->kind == NODE_SCALAR && text_is_blank(value->text));
}

bool bind_map(const struct binder *binder, const struct node *node, const struct shape *shape,
              void *target)
{
    if (node->kind != NODE_MAP) {
        struct diag *diag = diag_add(binder->diags, DIAG_VALUE_KIND, node->at, "%s is %s here",
                                     shape->what, node_kind_text(node));
        diag_label(binder->diags, diag, "expected a map");
        return false;
    }
    bool sound = true;
    for (size_t i = 0; i < node->count; i++) {
        const struct entry *entry = &node->entries[i];
        const struct field *field = find_field(shape, entry->key);
        if (field == NULL) {
            report_unknown(binder, entry, shape);
            sound = false;
        } else if (!says_nothing(field, &entry->value)) {
            void *place = (char *)target + field->at;
            sound = READERS[field->kind](binder, field, &entry->value, place) && sound;
        }
    }
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        const struct node *value = node_find(node, field->key);
        if (field->required && (value == NULL || says_nothing(field, value))) {
            diag_add(binder->diags, DIAG_KEY_MISSING, node->at, "%s needs `%s`", shape->what,
                     field->key);
            sound = false;
        }
    }
    return sound;
}
