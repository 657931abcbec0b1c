#include "report/cell_text.h"

#include "base/arena.h"
#include "base/text.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum {
    TAIL_ROOM = 64,       // for the words that say what was cut
    ESCAPE_LENGTH = 7,    // _xHHHH_
    ESCAPE_UNITS_MORE = 6 // its underscore is stored as _x005F_
};

static bool is_rewritten(uint32_t code_point)
{
    return code_point == UINT32_MAX || code_point == '\r' || text_is_shown_as_code(code_point);
}

static void add_rewritten(struct text_builder *builder, uint32_t code_point, const char *at)
{
    if (code_point == UINT32_MAX) {
        text_add_format(builder, "‹%02X›", (unsigned)(unsigned char)*at);
    } else if (code_point == '\r') {
        text_add(builder, at[1] == '\n' ? "" : "\n");
    } else {
        text_add_code(builder, code_point);
    }
}

/* With its invisible characters shown, and line ends as LF. */
static const char *shown(struct arena *arena, const char *text)
{
    static const struct text_rewriting FOR_A_CELL = {is_rewritten, add_rewritten};
    return text_rewritten(arena, text, &FOR_A_CELL);
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* Does a program read `_xHHHH_` here, as one character? */
static bool is_escape(const char *text)
{
    return text[0] == '_' && text[1] == 'x' && is_hex(text[2]) && is_hex(text[3]) &&
           is_hex(text[4]) && is_hex(text[5]) && text[6] == '_';
}

/* UTF-16 units of the code point as it is stored. */
static size_t stored_units(const char *at, uint32_t code_point)
{
    if (is_escape(at)) {
        return 1 + ESCAPE_UNITS_MORE;
    }
    return code_point > 0xFFFF ? 2 : 1;
}

/* How much of the text is within the limits, in bytes. */
static size_t length_within(const char *text, size_t units_most, size_t line_feeds_most)
{
    const char *end = text + strlen(text);
    size_t units = 0;
    size_t line_feeds = 0;
    for (const char *at = text; at < end;) {
        const char *here = at;
        uint32_t code_point = text_next(&at, end);
        units += stored_units(here, code_point);
        line_feeds += code_point == '\n';
        if (units > units_most || line_feeds > line_feeds_most) {
            return (size_t)(here - text);
        }
    }
    return (size_t)(end - text);
}

const char *cell_text(struct arena *arena, const char *text)
{
    text = shown(arena, text);
    size_t length = length_within(text, CELL_UNITS_MOST, CELL_LINE_FEEDS_MOST);
    if (text[length] == '\0') {
        return text;
    }
    length = length_within(text, CELL_UNITS_MOST - TAIL_ROOM, CELL_LINE_FEEDS_MOST);
    return arena_format(arena, "%.*s … (cut: %zu more characters)", (int)length, text,
                        text_length(text + length));
}

const char *cell_text_within(struct arena *arena, const char *text, size_t most)
{
    assert(most > 0);
    text = shown(arena, text);
    if (strpbrk(text, "\n\t") != NULL) {
        char *line = arena_copy(arena, text);
        for (char *at = strpbrk(line, "\n\t"); at != NULL; at = strpbrk(at, "\n\t")) {
            *at = ' ';
        }
        text = line;
    }
    if (text[length_within(text, most, 0)] == '\0') {
        return text;
    }
    return arena_format(arena, "%.*s…", (int)length_within(text, most - 1, 0), text);
}

const char *cell_text_stored(struct arena *arena, const char *text)
{
    const char *escape = text;
    do {
        escape = strchr(escape, '_');
    } while (escape != NULL && !is_escape(escape) && *++escape != '\0');
    if (escape == NULL || *escape == '\0') {
        return text;
    }
    struct text_builder builder;
    text_builder_init(&builder, arena);
    for (const char *at = text; *at != '\0'; at++) {
        // The last underscore of one escape can be the first of the next, so only one is passed.
        text_add(&builder, is_escape(at) ? "_x005F" : "");
        text_add_bytes(&builder, at, 1);
    }
    return builder.text;
}
