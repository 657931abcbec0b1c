#include "report/wrap.h"

#include "base/arena.h"
#include "base/text.h"

#include <assert.h>
#include <string.h>

enum { WORDS_COLUMNS = 4000 };

/* Where the text is being put. */
struct line {
    struct text_builder *text;
    const char *start; // of each line but the first
    size_t width;      // columns of a line
    size_t used;       // of this one
    bool has_word;
};

static void break_line(struct line *line)
{
    text_add_format(line->text, "\n%s", line->start);
    line->used = text_columns(line->start);
    line->has_word = false;
}

/* Add one character, on a line of its own making where the present one is full. */
static void add_character(struct line *line, const char *character)
{
    size_t columns = text_columns(character);
    if (line->used + columns > line->width) {
        break_line(line);
    }
    text_add(line->text, character);
    line->used += columns;
}

static void add_word(struct line *line, const char *word)
{
    size_t columns = text_columns(word);
    if (line->has_word && line->used + 1 + columns > line->width) {
        break_line(line);
    }
    if (line->has_word) {
        text_add(line->text, " ");
        line->used++;
    }
    if (line->used + columns <= line->width) {
        text_add(line->text, word);
        line->used += columns;
        line->has_word = true;
        return;
    }
    const char *end = word + strlen(word);
    for (const char *at = word; at < end;) {
        const char *next = at;
        text_next(&next, end);
        add_character(line, arena_text(line->text->arena, at, (size_t)(next - at)));
        at = next;
    }
    line->has_word = true;
}

void wrap_text(struct text_builder *text, size_t width, const char *first, const char *start,
               const char *words)
{
    assert(text_columns(first) < width);
    assert(text_columns(start) < width);
    struct line line = {.text = text, .start = start, .width = width, .used = text_columns(first)};
    text_add(text, first);
    const char *at = text_brief(text->arena, words, WORDS_COLUMNS);
    at += strspn(at, " ");
    while (*at != '\0') {
        size_t length = strcspn(at, " ");
        add_word(&line, arena_text(text->arena, at, length));
        at += length;
        at += strspn(at, " ");
    }
    text_add(text, "\n");
}
