#include "read/json.h"

#include "base/arena.h"
#include "base/text.h"
#include "read/reading.h"

#include <inttypes.h>
#include <string.h>

/* Where the parser stands. Columns are counted as it goes, so that one long line costs no more. */
struct json {
    struct reading *reading;
    const char *at;
    const char *end;
    size_t line;   // 1-based
    size_t column; // 1-based, code points
};

static struct loc here(const struct json *json)
{
    return reading_place(json->reading, json->line, json->column, json->at < json->end ? 1 : 0);
}

/* One byte on. Bytes that continue a code point take no column. */
static void step(struct json *json)
{
    unsigned char byte = (unsigned char)*json->at++;
    if (byte == '\n' || (byte == '\r' && !(json->at < json->end && *json->at == '\n'))) {
        json->line++;
        json->column = 1;
    } else if ((byte & 0xC0) != 0x80) {
        json->column++;
    }
}

static char peek(const struct json *json)
{
    return json->at < json->end ? *json->at : '\0';
}

static void skip_blanks(struct json *json)
{
    while (json->at < json->end && strchr(" \t\r\n", *json->at) != NULL) {
        step(json);
    }
}

/* What stands where something else was expected, for messages. */
static const char *found(const struct json *json)
{
    if (json->at >= json->end) {
        return "the end of the file";
    }
    const char *next = json->at;
    (void)text_next(&next, json->end);
    size_t length = (size_t)(next - json->at);
    struct arena *arena = json->reading->arena;
    if (length == 1 && strchr("\r\n", *json->at) != NULL) {
        return "the end of the line";
    }
    return arena_format(arena, "`%s`", text_brief(arena, arena_text(arena, json->at, length), 12));
}

static bool fail(struct json *json, const char *expected)
{
    reading_fault(json->reading, DIAG_JSON_SYNTAX, here(json), "expected %s, found %s", expected,
                  found(json));
    return false;
}

static bool take(struct json *json, char wanted, const char *expected)
{
    if (peek(json) != wanted) {
        return fail(json, expected);
    }
    step(json);
    return true;
}

/* Four hexadecimal digits. */
static bool read_unit(struct json *json, uint32_t *unit)
{
    *unit = 0;
    for (int i = 0; i < 4; i++) {
        static const char DIGITS[] = "0123456789abcdef0123456789ABCDEF";
        const char *digit = peek(json) == '\0' ? NULL : strchr(DIGITS, peek(json));
        if (digit == NULL) {
            return fail(json, "four hexadecimal digits after `\\u`");
        }
        *unit = *unit << 4 | (uint32_t)((digit - DIGITS) & 0xF);
        step(json);
    }
    return true;
}

static bool lone_surrogate(struct json *json, uint32_t unit, struct loc at)
{
    reading_fault(json->reading, DIAG_JSON_SYNTAX, at,
                  "`\\u%04" PRIX32 "` is half of a character, and its other half is missing", unit);
    return false;
}

/* A `\u` escape behind the `u`: one unit, or two that make a character outside the basic plane. */
static bool read_code_point(struct json *json, struct loc at, uint32_t *code_point)
{
    uint32_t unit = 0;
    if (!read_unit(json, &unit)) {
        return false;
    }
    if (unit < 0xD800 || unit > 0xDFFF) {
        *code_point = unit;
        return true;
    }
    uint32_t low = 0;
    bool is_pair = unit < 0xDC00 && json->end - json->at >= 2 && json->at[0] == '\\' &&
                   json->at[1] == 'u';
    if (!is_pair) {
        return lone_surrogate(json, unit, at);
    }
    step(json);
    step(json);
    if (!read_unit(json, &low)) {
        return false;
    }
    if (low < 0xDC00 || low > 0xDFFF) {
        return lone_surrogate(json, unit, at);
    }
    *code_point = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    return true;
}

/* Write a code point as UTF-8. */
static void add_code_point(struct text_builder *text, uint32_t code_point)
{
    char bytes[4];
    size_t length = code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    static const uint8_t FIRST[] = {0, 0x00, 0xC0, 0xE0, 0xF0};
    for (size_t i = length; i-- > 1;) {
        bytes[i] = (char)(0x80 | (code_point & 0x3F));
        code_point >>= 6;
    }
    bytes[0] = (char)(FIRST[length] | code_point);
    text_add_bytes(text, bytes, length);
}

/* An escape, from its backslash. A control character is reported and left out. */
static bool read_escape(struct json *json, struct text_builder *text)
{
    static const char NAMES[] = "\"\\/bfnrt";
    static const char VALUES[] = "\"\\/\b\f\n\r\t";
    struct loc at = here(json);
    const char *start = json->at;
    step(json);
    const char *name = peek(json) == '\0' ? NULL : strchr(NAMES, peek(json));
    uint32_t code_point = 0;
    if (name != NULL) {
        code_point = (uint32_t)VALUES[name - NAMES];
        step(json);
    } else if (peek(json) == 'u') {
        step(json);
        if (!read_code_point(json, at, &code_point)) {
            return false;
        }
    } else {
        return fail(json, "one of `\" \\ / b f n r t u` after a backslash");
    }
    at.length = (uint32_t)(json->at - start); // an escape is ASCII
    if (code_point == 0 || text_is_control(code_point)) {
        reading_report_control(json->reading, code_point, at);
    } else {
        add_code_point(text, code_point);
    }
    return true;
}

/* A string, from its opening quote. `*at` covers it with its quotes. */
static bool read_string(struct json *json, const char **value, struct loc *at)
{
    *at = here(json);
    if (!take(json, '"', "a text in double quotes")) {
        return false;
    }
    struct text_builder text;
    text_builder_init(&text, json->reading->arena);
    while (peek(json) != '"') {
        const char *start = json->at;
        while (json->at < json->end && (unsigned char)*json->at >= 0x20 && *json->at != '"' &&
               *json->at != '\\') {
            step(json);
        }
        text_add_bytes(&text, start, (size_t)(json->at - start));
        if (json->at >= json->end) {
            reading_fault(json->reading, DIAG_JSON_SYNTAX, *at,
                          "the quote that opens here is never closed");
            return false;
        }
        if (*json->at == '\\' && !read_escape(json, &text)) {
            return false;
        }
        if (json->at < json->end && (unsigned char)*json->at < 0x20) {
            return fail(json,
                        "the closing `\"` (a line end in a text is written `\\n`, a tab `\\t`)");
        }
    }
    step(json);
    at->length = (uint32_t)(json->column - at->column); // no line end is inside
    *value = text.text;
    return true;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool read_digits(struct json *json)
{
    if (!is_digit(peek(json))) {
        return fail(json, "a digit");
    }
    while (is_digit(peek(json))) {
        step(json);
    }
    return true;
}

/* -? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)? */
static bool read_number(struct json *json)
{
    if (peek(json) == '-') {
        step(json);
    }
    bool zero = peek(json) == '0';
    if (zero) {
        step(json);
        if (is_digit(peek(json))) {
            return fail(json, "no digit behind a leading 0");
        }
    } else if (!read_digits(json)) {
        return false;
    }
    if (peek(json) == '.') {
        step(json);
        if (!read_digits(json)) {
            return false;
        }
    }
    if (peek(json) == 'e' || peek(json) == 'E') {
        step(json);
        if (peek(json) == '+' || peek(json) == '-') {
            step(json);
        }
        return read_digits(json);
    }
    return true;
}

static bool read_word(struct json *json)
{
    static const char *const WORDS[] = {"true", "false", "null"};
    for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
        size_t length = strlen(WORDS[i]);
        if ((size_t)(json->end - json->at) >= length && memcmp(json->at, WORDS[i], length) == 0) {
            for (size_t j = 0; j < length; j++) {
                step(json);
            }
            return true;
        }
    }
    return fail(json, "a value");
}

static bool read_scalar(struct json *json, struct node *node)
{
    *node = (struct node){.kind = NODE_SCALAR, .at = here(json)};
    if (peek(json) == '"') {
        node->quoted = true;
        if (!read_string(json, &node->text, &node->at)) {
            return false;
        }
        reading_check_text(json->reading, node->text, DOCUMENT_SCALAR_BYTES_MOST, node->at);
        return true;
    }
    const char *start = json->at;
    bool is_number = is_digit(peek(json)) || peek(json) == '-';
    if (!(is_number ? read_number(json) : read_word(json))) {
        return false;
    }
    size_t length = (size_t)(json->at - start);
    node->at.length = (uint32_t)length;
    node->text = arena_text(json->reading->arena, start, length);
    return true;
}

static bool read_value(struct json *json, size_t depth, struct node *node);

/* The list from behind its `[`. */
static bool read_items(struct json *json, size_t depth, struct node_draft *list)
{
    skip_blanks(json);
    if (peek(json) == ']') {
        step(json);
        return true;
    }
    for (;;) {
        struct node item;
        if (!read_value(json, depth + 1, &item)) {
            return false;
        }
        node_draft_add_item(list, json->reading->arena, item);
        skip_blanks(json);
        if (peek(json) == ']') {
            step(json);
            return true;
        }
        if (!take(json, ',', "`,` or `]`")) {
            return false;
        }
    }
}

static bool read_entry(struct json *json, size_t depth, struct node_draft *map)
{
    struct entry entry = {0};
    skip_blanks(json);
    if (!read_string(json, &entry.key, &entry.at)) {
        return false;
    }
    reading_check_text(json->reading, entry.key, DOCUMENT_KEY_BYTES_MOST, entry.at);
    skip_blanks(json);
    if (!take(json, ':', "`:` after the key") || !read_value(json, depth + 1, &entry.value)) {
        return false;
    }
    node_draft_add_entry(map, json->reading, entry);
    return true;
}

/* The map from behind its `{`. */
static bool read_entries(struct json *json, size_t depth, struct node_draft *map)
{
    skip_blanks(json);
    if (peek(json) == '}') {
        step(json);
        return true;
    }
    for (;;) {
        if (!read_entry(json, depth, map)) {
            return false;
        }
        skip_blanks(json);
        if (peek(json) == '}') {
            step(json);
            return true;
        }
        if (!take(json, ',', "`,` or `}`")) {
            return false;
        }
    }
}

// The only recursion; its depth is limited.
static bool read_value(struct json *json, size_t depth, struct node *node)
{
    skip_blanks(json);
    struct loc at = here(json);
    if (!reading_count_node(json->reading, at)) {
        return false;
    }
    char first = peek(json);
    if (first != '[' && first != '{') {
        return read_scalar(json, node);
    }
    if (!reading_check_depth(json->reading, depth, at)) {
        return false;
    }
    struct node_draft draft;
    node_draft_init(&draft, json->reading->arena, first == '[' ? NODE_LIST : NODE_MAP, at);
    step(json);
    bool whole = first == '[' ? read_items(json, depth, &draft) : read_entries(json, depth, &draft);
    *node = draft.node;
    return whole;
}

bool document_read_json(struct reading *reading, struct node *root)
{
    struct json json = {
        .reading = reading,
        .at = reading->text,
        .end = reading->text + reading->size,
        .line = 1,
        .column = 1,
    };
    if (!read_value(&json, 1, root)) {
        return false;
    }
    skip_blanks(&json);
    if (json.at < json.end) {
        return fail(&json, "nothing behind the value");
    }
    return reading->sound;
}
