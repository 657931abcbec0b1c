#include "base/text.h"

#include "base/arena.h"

#include <stdarg.h>
#include <string.h>

struct code_range {
    uint32_t first, last;
};

static bool is_in(const struct code_range *ranges, size_t count, uint32_t code_point)
{
    for (size_t i = 0; i < count; i++) {
        if (code_point >= ranges[i].first && code_point <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

/* Bytes that follow a first byte, and the least code point of that length; -1 for no first byte. */
static int bytes_after(unsigned char first, uint32_t *least)
{
    if (first < 0x80) {
        *least = 0;
        return 0;
    }
    if (first >= 0xC2 && first < 0xE0) {
        *least = 0x80;
        return 1;
    }
    if (first >= 0xE0 && first < 0xF0) {
        *least = 0x800;
        return 2;
    }
    *least = 0x10000;
    return first >= 0xF0 && first < 0xF5 ? 3 : -1;
}

uint32_t text_next(const char **bytes, const char *end)
{
    if (*bytes >= end) {
        return 0;
    }
    const unsigned char *at = (const unsigned char *)*bytes;
    uint32_t least = 0;
    int more = bytes_after(*at, &least);
    static const unsigned char FIRST_BITS[] = {0x7F, 0x1F, 0x0F, 0x07};
    if (more < 0 || more >= end - *bytes) {
        (*bytes)++;
        return UINT32_MAX;
    }
    uint32_t code_point = at[0] & FIRST_BITS[more];
    for (int i = 1; i <= more; i++) {
        if ((at[i] & 0xC0) != 0x80) {
            (*bytes)++;
            return UINT32_MAX;
        }
        code_point = code_point << 6 | (at[i] & 0x3F);
    }
    bool sound = code_point >= least && code_point <= 0x10FFFF &&
                 !(code_point >= 0xD800 && code_point <= 0xDFFF);
    *bytes += sound ? 1 + more : 1;
    return sound ? code_point : UINT32_MAX;
}

bool text_is_utf8(const char *bytes, size_t size, size_t *bad_offset)
{
    const char *at = bytes;
    const char *end = bytes + size;
    while (at < end) {
        const char *here = at;
        if (text_next(&at, end) == UINT32_MAX) {
            if (bad_offset != NULL) {
                *bad_offset = (size_t)(here - bytes);
            }
            return false;
        }
    }
    return true;
}

size_t text_length(const char *text)
{
    size_t length = 0;
    for (; *text != '\0'; text++) {
        length += ((unsigned char)*text & 0xC0) != 0x80;
    }
    return length;
}

static size_t columns_of(uint32_t code_point)
{
    static const struct code_range NONE[] = {
        {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},   {0x064B, 0x065F},
        {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x2060, 0x2064},   {0x20D0, 0x20FF},
        {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE01EF},
    };
    static const struct code_range WIDE[] = {
        {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
    };
    if (is_in(NONE, COUNT_OF(NONE), code_point)) {
        return 0;
    }
    return is_in(WIDE, COUNT_OF(WIDE), code_point) ? 2 : 1;
}

size_t text_columns(const char *text)
{
    const char *end = text + strlen(text);
    size_t columns = 0;
    while (text < end) {
        columns += columns_of(text_next(&text, end));
    }
    return columns;
}

bool text_is_control(uint32_t code_point)
{
    if (code_point == '\t' || code_point == '\n' || code_point == '\r') {
        return false;
    }
    return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
}

bool text_is_invisible(uint32_t code_point)
{
    static const struct code_range RANGES[] = {
        {0x061C, 0x061C}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2060},
        {0x2066, 0x2069}, {0xFEFF, 0xFEFF}, {0xFFFE, 0xFFFF}, {0xE0000, 0xE007F},
    };
    return is_in(RANGES, COUNT_OF(RANGES), code_point);
}

bool text_is_shown_as_code(uint32_t code_point)
{
    return text_is_control(code_point) || text_is_invisible(code_point);
}

void text_add_code(struct text_builder *builder, uint32_t code_point)
{
    text_add_format(builder, "‹U+%04X›", code_point);
}

const char *text_rewritten(struct arena *arena, const char *text,
                           const struct text_rewriting *rewriting)
{
    const char *end = text + strlen(text);
    bool any = false;
    for (const char *at = text; at < end && !any;) {
        any = rewriting->takes(text_next(&at, end));
    }
    if (!any) {
        return text;
    }
    struct text_builder builder;
    text_builder_init(&builder, arena);
    for (const char *at = text; at < end;) {
        const char *here = at;
        uint32_t code_point = text_next(&at, end);
        if (rewriting->takes(code_point)) {
            rewriting->add(&builder, code_point, here);
        } else {
            text_add_bytes(&builder, here, (size_t)(at - here));
        }
    }
    return builder.text;
}

static void add_code(struct text_builder *builder, uint32_t code_point, const char *at)
{
    (void)at;
    text_add_code(builder, code_point);
}

const char *text_shown(struct arena *arena, const char *text)
{
    static const struct text_rewriting AS_CODES = {text_is_shown_as_code, add_code};
    return text_rewritten(arena, text, &AS_CODES);
}

const char *text_brief(struct arena *arena, const char *text, size_t columns)
{
    text = text_shown(arena, text);
    const char *end = text + strlen(text);
    struct text_builder builder;
    text_builder_init(&builder, arena);
    size_t used = 0;
    for (const char *at = text; at < end;) {
        const char *here = at;
        uint32_t code_point = text_next(&at, end);
        bool is_blank = code_point == '\n' || code_point == '\r' || code_point == '\t';
        size_t room = at < end ? 1 : 0; // for the `…`
        if (used + columns_of(code_point) + room > columns) {
            text_add(&builder, "…");
            break;
        }
        used += columns_of(code_point);
        text_add_bytes(&builder, is_blank ? " " : here, is_blank ? 1 : (size_t)(at - here));
    }
    return builder.text;
}

bool text_equal(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool text_equal_ignoring_case(const char *a, const char *b)
{
    while (*a != '\0' && folded(*a) == folded(*b)) {
        a++;
        b++;
    }
    return *a == *b;
}

const char *text_count(struct arena *arena, size_t count)
{
    static const char *const WORDS[] = {"no",    "one",   "two",  "three", "four",   "five",  "six",
                                        "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    return count < COUNT_OF(WORDS) ? WORDS[count] : arena_format(arena, "%zu", count);
}

const char *text_counted(struct arena *arena, size_t count, const char *one, const char *many)
{
    return arena_format(arena, "%zu %s", count, count == 1 ? one : many);
}

const char *text_sentence(struct arena *arena, const char *text)
{
    char *sentence = arena_copy(arena, text);
    if (sentence[0] >= 'a' && sentence[0] <= 'z') {
        sentence[0] = (char)(sentence[0] - 'a' + 'A');
    }
    return sentence;
}

bool text_starts(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

bool text_ends(const char *text, const char *end)
{
    size_t length = strlen(text);
    size_t tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

const char *text_trimmed(struct arena *arena, const char *text)
{
    while (is_blank(*text)) {
        text++;
    }
    size_t length = strlen(text);
    while (length > 0 && is_blank(text[length - 1])) {
        length--;
    }
    return text[length] == '\0' ? text : arena_text(arena, text, length);
}

const char *text_stop(const char *text)
{
    static const char *const STOPS[] = {".", "!", "?", "…"};
    for (size_t i = 0; i < COUNT_OF(STOPS); i++) {
        if (text_ends(text, STOPS[i])) {
            return "";
        }
    }
    return ".";
}

bool text_is_blank(const char *text)
{
    static const struct code_range BLANKS[] = {
        {'\t', '\r'},     {' ', ' '},       {0x0085, 0x0085}, {0x00A0, 0x00A0}, {0x1680, 0x1680},
        {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000},
    };
    const char *end = text + strlen(text);
    while (text < end) {
        uint32_t code_point = text_next(&text, end);
        if (!is_in(BLANKS, COUNT_OF(BLANKS), code_point) && !text_is_invisible(code_point)) {
            return false;
        }
    }
    return true;
}

const char *text_folded(struct arena *arena, const char *text)
{
    char *copy = arena_copy(arena, text);
    for (char *c = copy; *c != '\0'; c++) {
        *c = folded(*c);
    }
    return copy;
}

enum { WORD_MOST = 64 }; // longer words are never "meant"

static size_t least_of(size_t a, size_t b, size_t c)
{
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

/* Damerau-Levenshtein distance (adjacent swaps count one), without case, over bytes. */
static size_t distance(const char *a, const char *b)
{
    size_t rows[3][WORD_MOST + 1];
    size_t a_length = strlen(a);
    size_t b_length = strlen(b);
    for (size_t j = 0; j <= b_length; j++) {
        rows[0][j] = j;
    }
    for (size_t i = 1; i <= a_length; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i + 2) % 3];
        const size_t *two_above = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            char here = folded(a[i - 1]);
            char there = folded(b[j - 1]);
            row[j] = least_of(above[j] + 1, row[j - 1] + 1, above[j - 1] + (here != there));
            if (i > 1 && j > 1 && here == folded(b[j - 2]) && folded(a[i - 2]) == there &&
                two_above[j - 2] + 1 < row[j]) {
                row[j] = two_above[j - 2] + 1;
            }
        }
    }
    return rows[a_length % 3][b_length];
}

const char *text_closest(struct arena *arena, const char *word, const char *const *candidates,
                         size_t count)
{
    size_t length = strlen(word);
    if (length == 0 || length > WORD_MOST) {
        return NULL;
    }
    size_t best = length < 5 ? 2 : 3;
    const char *nearest = NULL;
    for (size_t i = 0; i < count; i++) {
        if (strlen(candidates[i]) > WORD_MOST) {
            continue;
        }
        size_t apart = distance(word, candidates[i]);
        if (apart < best && apart < length) {
            best = apart;
            nearest = candidates[i];
        }
    }
    return nearest == NULL ? NULL : arena_copy(arena, nearest);
}

void text_builder_init(struct text_builder *builder, struct arena *arena)
{
    *builder = (struct text_builder){.arena = arena, .capacity = 64};
    builder->text = arena_alloc(arena, builder->capacity, 1);
}

void text_add_bytes(struct text_builder *builder, const char *bytes, size_t length)
{
    if (builder->capacity - builder->length <= length) {
        size_t capacity = builder->capacity;
        while (capacity - builder->length <= length) {
            capacity *= 2;
        }
        char *moved = arena_alloc(builder->arena, capacity, 1);
        memcpy(moved, builder->text, builder->length);
        builder->text = moved;
        builder->capacity = capacity;
    }
    memcpy(builder->text + builder->length, bytes, length);
    builder->length += length;
    builder->text[builder->length] = '\0';
}

void text_add(struct text_builder *builder, const char *text)
{
    text_add_bytes(builder, text, strlen(text));
}

void text_add_format(struct text_builder *builder, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    text_add(builder, arena_vformat(builder->arena, format, arguments));
    va_end(arguments);
}
