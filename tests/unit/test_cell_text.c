#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "check.h"
#include "report/cell_text.h"

static void what_cannot_be_seen_is_shown(void **state)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"", ""},
        {"plain, with é, 字 and 🙂", "plain, with é, 字 and 🙂"},
        {"a\tb\nc", "a\tb\nc"},
        {"a\r\nb\rc", "a\nb\nc"},
        {"a\x1B[31m", "a‹U+001B›[31m"},
        {"\x01\x7F\xC2\x85", "‹U+0001›‹U+007F›‹U+0085›"},
        {"\xE2\x80\xAE", "‹U+202E›"},
        {"a\xE2\x80\x8B\x62", "a‹U+200B›b"},
        {"\xEF\xBF\xBE\xEF\xBF\xBF", "‹U+FFFE›‹U+FFFF›"}, // no XML can hold them
        {"\xE9t\xE9", "‹E9›t‹E9›"},                       // not UTF-8
        {"=cmd|'/c calc'!A0", "=cmd|'/c calc'!A0"},
        {"_x0041_", "_x0041_"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_text(cell_text(&arena, cases[i].text), cases[i].want, i);
    }
    arena_release(&arena);
}

static const char *repeated(struct arena *arena, const char *part, size_t count)
{
    struct text_builder builder;
    text_builder_init(&builder, arena);
    for (size_t i = 0; i < count; i++) {
        text_add(&builder, part);
    }
    return builder.text;
}

static void what_a_cell_cannot_hold_is_cut_and_counted(void **state)
{
    static const struct {
        const char *part;
        size_t count;
        const char *end; // NULL: whole
    } cases[] = {
        {"a", CELL_UNITS_MOST, NULL},
        {"a", CELL_UNITS_MOST + 1, "a … (cut: 65 more characters)"},
        {"a", 40000, "a … (cut: 7297 more characters)"},
        {"🙂", 16383, NULL}, // two UTF-16 units each
        {"🙂", 16384, "🙂 … (cut: 33 more characters)"},
        {"_x0041_", 2520, NULL}, // 13 units each as stored
        {"_x0041_", 2521, "_x0041__x … (cut: 40 more characters)"},
        {"a\n", CELL_LINE_FEEDS_MOST, NULL},
        {"a\n", CELL_LINE_FEEDS_MOST + 2, "a … (cut: 3 more characters)"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *text = repeated(&arena, cases[i].part, cases[i].count);
        const char *got = cell_text(&arena, text);
        if (cases[i].end == NULL) {
            check_true(got == text, i);
        } else {
            check_true(text_ends(got, cases[i].end), i);
            check_true(text_length(got) <= CELL_UNITS_MOST, i);
        }
    }
    arena_release(&arena);
}

static void what_looks_like_an_escape_is_stored_as_itself(void **state)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"", ""},
        {"_", "_"},
        {"a_b_c", "a_b_c"},
        {"_x0041_", "_x005F_x0041_"},
        {"a_x00e9_b", "a_x005F_x00e9_b"},
        {"_x0041", "_x0041"},
        {"_X0041_", "_X0041_"},
        {"_x00G1_", "_x00G1_"},
        {"_x0041_x0042_", "_x005F_x0041_x005F_x0042_"},
        {"__x0041_", "__x005F_x0041_"},
        {"end_", "end_"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_text(cell_text_stored(&arena, cases[i].text), cases[i].want, i);
    }
    arena_release(&arena);
}

static void short_places_take_one_line(void **state)
{
    static const struct {
        const char *text;
        size_t most;
        const char *want;
    } cases[] = {
        {"Weight", 6, "Weight"},    {"Weights", 6, "Weigh…"},         {"a\nb\tc", 9, "a b c"},
        {"🙂🙂", 3, "🙂…"}, {"\xE2\x80\xAE", 12, "‹U+202E›"}, {"ab", 1, "…"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_text(cell_text_within(&arena, cases[i].text, cases[i].most), cases[i].want, i);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_cannot_be_seen_is_shown),
        cmocka_unit_test(what_a_cell_cannot_hold_is_cut_and_counted),
        cmocka_unit_test(what_looks_like_an_escape_is_stored_as_itself),
        cmocka_unit_test(short_places_take_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
