#include "read/xlsx_reading.h"

#include "base/arena.h"
#include "read/package.h"
#include "read/xlsx_walk.h"

#include <stdarg.h>
#include <string.h>

struct diag *xlsx_fault(struct xlsx_reading *reading, enum diag_code code, struct loc at,
                        const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *message = arena_vformat(reading->scratch, format, arguments);
    va_end(arguments);
    reading->sound = false;
    return diag_add(reading->diags, code, at, "%s", message);
}

struct loc xlsx_whole(const struct xlsx_reading *reading)
{
    return (struct loc){.source = reading->source};
}

bool xlsx_read_part(struct xlsx_reading *reading, const char *name, struct walk *walk)
{
    const struct package_taker taker = walk_taker(walk);
    size_t index = 0;
    const char *reason = NULL;
    if (!package_find(reading->package, name, &index) ||
        package_read_part(reading->package, index, &taker, &reason)) {
        return true;
    }
    if (reason != NULL) { // else the walk has reported it
        xlsx_fault(reading, DIAG_XLSX_BAD, xlsx_whole(reading), "the workbook is damaged: %s",
                   reason);
    }
    return false;
}

void xlsx_pieces_init(struct xlsx_pieces *pieces, struct arena *scratch)
{
    text_builder_init(&pieces->builder, scratch);
}

void xlsx_pieces_clear(struct xlsx_pieces *pieces)
{
    pieces->builder.length = 0;
    pieces->builder.text[0] = '\0';
}

bool xlsx_pieces_add(struct xlsx_pieces *pieces, const char *bytes, size_t length)
{
    if (length > TABLE_TEXT_BYTES_MOST - pieces->builder.length) {
        return false;
    }
    text_add_bytes(&pieces->builder, bytes, length);
    return true;
}

const char *xlsx_pieces_word(const struct xlsx_pieces *pieces, struct arena *scratch)
{
    const char *text = pieces->builder.text;
    bool has_blanks = text[0] != '\0' &&
                      (text[0] <= ' ' || text[pieces->builder.length - 1] <= ' ');
    return has_blanks ? text_trimmed(scratch, text) : text;
}

static int hex_digit(char c)
{
    const char digits[] = "0123456789ABCDEF0123456789abcdef";
    const char *at = c == '\0' ? NULL : strchr(digits, c);
    return at == NULL ? -1 : (int)(at - digits) % 16;
}

/* `_xHHHH_` at a place: its UTF-16 unit; UINT32_MAX where there is none. */
static uint32_t escape_at(const char *at)
{
    if (at[0] != '_' || at[1] != 'x') {
        return UINT32_MAX;
    }
    uint32_t unit = 0;
    for (size_t i = 2; i < 6; i++) {
        int digit = hex_digit(at[i]);
        if (digit < 0) {
            return UINT32_MAX;
        }
        unit = unit * 16 + (uint32_t)digit;
    }
    return at[6] == '_' ? unit : UINT32_MAX;
}

enum { ESCAPE_BYTES = 7 };

/* An escaped code point, two escapes where it takes two units; half a pair stays as it is written.
 * Returns the bytes that it takes; 0: none. */
static size_t read_escape(const char *at, uint32_t *code_point)
{
    uint32_t unit = escape_at(at);
    if (unit == UINT32_MAX || (unit >= 0xDC00 && unit <= 0xDFFF)) {
        return 0;
    }
    *code_point = unit;
    if (unit < 0xD800 || unit > 0xDBFF) {
        return ESCAPE_BYTES;
    }
    uint32_t low = escape_at(at + ESCAPE_BYTES);
    if (low < 0xDC00 || low > 0xDFFF) {
        return 0;
    }
    *code_point = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    return 2 * (size_t)ESCAPE_BYTES;
}

static size_t put_code_point(char *to, uint32_t code_point)
{
    static const struct {
        uint32_t most;
        uint32_t lead;
        size_t bytes;
    } FORMS[] = {{0x7F, 0, 1}, {0x7FF, 0xC0, 2}, {0xFFFF, 0xE0, 3}, {0x10FFFF, 0xF0, 4}};
    size_t form = 0;
    while (code_point > FORMS[form].most) {
        form++;
    }
    size_t bytes = FORMS[form].bytes;
    for (size_t i = bytes; i-- > 1;) {
        to[i] = (char)(0x80 | (code_point & 0x3F));
        code_point >>= 6;
    }
    to[0] = (char)(FORMS[form].lead | code_point);
    return bytes;
}

/* Keep one character at the end of a text; line ends become LF. */
static void keep(struct xlsx_text *text, char *to, uint32_t code_point, bool after_return)
{
    bool is_return = code_point == '\r';
    if (code_point == '\n' && after_return) {
        return; // the LF of a pair, which the CR has become
    }
    code_point = is_return ? '\n' : code_point;
    if (text_is_control(code_point) || code_point == 0) {
        text->control = text->has_control ? text->control : code_point;
        text->has_control = true;
        return;
    }
    text->has_invisible = text->has_invisible || text_is_invisible(code_point);
    text->length += put_code_point(to + text->length, code_point);
}

struct xlsx_text xlsx_pieces_text(const struct xlsx_pieces *pieces, struct arena *arena)
{
    const char *at = pieces->builder.text;
    const char *end = at + pieces->builder.length;
    char *to = arena_alloc(arena, pieces->builder.length + 1, 1); // it never grows
    struct xlsx_text text = {.text = to};
    bool after_return = false;
    while (at < end) {
        uint32_t code_point = 0;
        size_t escape = read_escape(at, &code_point);
        at += escape;
        if (escape == 0) {
            code_point = text_next(&at, end);
        }
        keep(&text, to, code_point, after_return);
        after_return = code_point == '\r';
    }
    return text;
}
