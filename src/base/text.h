/*
 * Text: UTF-8, building, comparing, showing.
 *
 * All text in the program is NUL-terminated, valid UTF-8 from an arena; readers refuse anything
 * else at their edge. What came from an input is shown through text_shown(), so that no control,
 * bidi or zero-width character reaches a terminal or a sheet as itself.
 *
 * Layer: base. Pure: no locale.
 */
#ifndef VOUCH_BASE_TEXT_H
#define VOUCH_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* Number of elements of an array. */
#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/*
 * The code point at `*bytes`, which moves behind it.
 *
 * Returns: the code point; 0 at `end`; UINT32_MAX for a byte that is not UTF-8 (moves by one byte).
 */
uint32_t text_next(const char **bytes, const char *end);

/*
 * Is all of it UTF-8? Overlong forms, surrogates and anything above U+10FFFF are not.
 *
 * bad_offset: where the first fault is, in bytes; untouched when all is well. May be NULL.
 */
bool text_is_utf8(const char *bytes, size_t size, size_t *bad_offset);

/* Number of code points of a valid text. */
size_t text_length(const char *text);

/* Columns that a valid text takes on a terminal: East Asian wide and emoji 2, combining and
 * zero-width 0. */
size_t text_columns(const char *text);

/* A control character (C0 but tab and line ends, DEL, C1), which no input may hold. */
bool text_is_control(uint32_t code_point);

/* A bidi, zero-width or tag character, U+FFFE or U+FFFF (which no XML may hold): an input may hold
 * it, but it is always shown as ‹U+202E›. */
bool text_is_invisible(uint32_t code_point);
bool text_is_shown_as_code(uint32_t code_point); // control or invisible

/*
 * The text with each control and invisible character as ‹U+202E›; tab and line ends stay.
 *
 * Returns `text` itself where nothing had to be replaced.
 */
const char *text_shown(struct arena *arena, const char *text);

/* text_shown(), on one line (line ends and tabs become blanks) and cut to `columns` with `…`. For
 * messages. */
const char *text_brief(struct arena *arena, const char *text, size_t columns);

/* A small count as a word, "no", "one" … "twelve"; else in digits. */
const char *text_count(struct arena *arena, size_t count);

/* A count with its noun: "1 point", "3 points". */
const char *text_counted(struct arena *arena, size_t count, const char *one, const char *many);

/* The text with a capital letter at its start, as a sentence has it; ASCII letters alone. */
const char *text_sentence(struct arena *arena, const char *text);

bool text_equal(const char *a, const char *b);               // byte for byte; NULL equals only NULL
bool text_equal_ignoring_case(const char *a, const char *b); // ASCII letters alike
bool text_starts(const char *text, const char *start);
bool text_ends(const char *text, const char *end);

/* The text without blanks, tabs and line ends at both ends. */
const char *text_trimmed(struct arena *arena, const char *text);

/* What ends a sentence of this text: "." where it does not end in a stop of its own, else "". */
const char *text_stop(const char *text);

/* Does it say nothing: no character but blanks of any width (U+00A0 among them), line ends and what
 * nobody sees? A reason of such a text is none. */
bool text_is_blank(const char *text);

/* A copy with ASCII letters lower-cased: a key for comparing without case. */
const char *text_folded(struct arena *arena, const char *text);

/*
 * The candidate nearest to a mistyped word, for "did you mean".
 *
 * Damerau-Levenshtein distance without case, at most 2, at most 1 for words under five letters.
 * Returns: the first of the nearest, or NULL.
 */
const char *text_closest(struct arena *arena, const char *word, const char *const *candidates,
                         size_t count);

/* Text that grows. Holds a valid text at any time after text_builder_init(). */
struct text_builder {
    struct arena *arena; // borrowed
    char *text;          // NUL-terminated
    size_t length;       // bytes
    size_t capacity;
};
void text_builder_init(struct text_builder *builder, struct arena *arena);
void text_add(struct text_builder *builder, const char *text);
void text_add_bytes(struct text_builder *builder, const char *bytes, size_t length);
void text_add_format(struct text_builder *builder, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void text_add_code(struct text_builder *builder, uint32_t code_point); // as ‹U+202E›

/* Which characters of a text are written as something else, and as what. */
struct text_rewriting {
    bool (*takes)(uint32_t code_point); // UINT32_MAX: a byte that is not UTF-8
    void (*add)(struct text_builder *builder, uint32_t code_point, const char *at);
};

/* The text with the characters taken rewritten; `text` itself where none is. */
const char *text_rewritten(struct arena *arena, const char *text,
                           const struct text_rewriting *rewriting);

#endif
