#include "base/arena.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static int open_arena(void **state)
{
    static struct arena arena;
    arena_init(&arena);
    *state = &arena;
    return 0;
}

static int close_arena(void **state)
{
    arena_release(*state);
    return 0;
}

static void only_real_utf8_is_utf8(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        bool sound;
        size_t bad_offset;
    } cases[] = {
        {"", true, 0},
        {"plain", true, 0},
        {"caf\xC3\xA9", true, 0},
        {"\xF0\x9F\x98\x80", true, 0},
        {"\xEF\xBF\xBF", true, 0},
        {"a\xFF", false, 1},
        {"ab\xC3", false, 2},
        {"\xC0\xAF", false, 0},         // overlong
        {"\xE0\x80\xAF", false, 0},     // overlong
        {"x\xED\xA0\x80", false, 1},    // a surrogate
        {"\xF4\x90\x80\x80", false, 0}, // above U+10FFFF
        {"\x80", false, 0},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        size_t offset = 99;
        bool sound = text_is_utf8(cases[i].bytes, strlen(cases[i].bytes), &offset);
        if (sound != cases[i].sound || (!sound && offset != cases[i].bad_offset)) {
            fail_msg("row %zu: sound %d at %zu", i, sound, offset);
        }
    }
}

static void what_cannot_be_seen_is_shown(void **state)
{
    static const struct {
        const char *text, *shown;
    } cases[] = {
        {"plain", "plain"},
        {"tab\tand\nline", "tab\tand\nline"},
        {"a\xE2\x80\xAEz", "a‹U+202E›z"},
        {"\x1B[31m", "‹U+001B›[31m"},
        {"zero\xE2\x80\x8Bwidth", "zero‹U+200B›width"},
        {"\xC2\x85", "‹U+0085›"},
        {"\xF3\xA0\x81\x81", "‹U+E0041›"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_string_equal(text_shown(*state, cases[i].text), cases[i].shown);
    }
    const char *untouched = "untouched";
    assert_ptr_equal(text_shown(*state, untouched), untouched);
}

static void brief_texts_fit_their_columns(void **state)
{
    static const struct {
        const char *text;
        size_t columns;
        const char *brief;
    } cases[] = {
        {"short", 10, "short"},   {"exactly ten", 11, "exactly ten"},
        {"too long", 5, "too …"}, {"two\nlines", 20, "two lines"},
        {"日本語", 6, "日本語"},  {"日本語", 5, "日本…"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_string_equal(text_brief(*state, cases[i].text, cases[i].columns), cases[i].brief);
    }
}

static void the_nearest_word_is_meant(void **state)
{
    static const char *const WORDS[] = {"Absent",   "Planned", "Partial",
                                        "In place", "yes",     "SEC-04"};
    static const struct {
        const char *word, *closest;
    } cases[] = {
        {"Partialy", "Partial"},
        {"partial", "Partial"},
        {"Inplace", "In place"},
        {"SEC-40", "SEC-04"},
        {"yse", "yes"},
        {"Wholly", NULL},
        {"", NULL},
        {"ye", "yes"},
        {"no", NULL},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *closest = text_closest(*state, cases[i].word, WORDS, COUNT_OF(WORDS));
        if (!text_equal(closest, cases[i].closest)) {
            fail_msg("`%s`: got %s", cases[i].word, closest == NULL ? "none" : closest);
        }
    }
}

static void texts_are_trimmed_folded_and_compared(void **state)
{
    assert_string_equal(text_trimmed(*state, "  a b\r\n"), "a b");
    assert_string_equal(text_trimmed(*state, " \t"), "");
    assert_string_equal(text_folded(*state, "SEC-É"), "sec-É");
    assert_true(text_equal_ignoring_case("SEC-01", "sec-01"));
    assert_false(text_equal_ignoring_case("SEC-01", "sec-011"));
    assert_true(text_equal(NULL, NULL));
    assert_false(text_equal(NULL, ""));
    assert_true(text_starts("criteria/x", "criteria/"));
    assert_true(text_ends("x.yaml", ".yaml"));
    assert_false(text_ends("l", ".yaml"));
    assert_int_equal(text_length("é日"), 2);
    assert_int_equal(text_columns("é日e\xCC\x81"), 4);
}

static void a_builder_grows(void **state)
{
    struct text_builder builder;
    text_builder_init(&builder, *state);
    for (int i = 0; i < 1000; i++) {
        text_add_format(&builder, "%d,", i % 10);
    }
    assert_int_equal(builder.length, 2000);
    assert_int_equal(strlen(builder.text), 2000);
    assert_memory_equal(builder.text + 1980, "0,1,2,3,4,5,6,7,8,9,", 20);
}

static void small_counts_are_words(void **state)
{
    struct arena *arena = *state;
    static const struct {
        size_t count;
        const char *word, *sentence;
    } cases[] = {{0, "no", "No"},
                 {1, "one", "One"},
                 {12, "twelve", "Twelve"},
                 {13, "13", "13"},
                 {1000, "1000", "1000"}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *word = text_count(arena, cases[i].count);
        if (strcmp(word, cases[i].word) != 0 ||
            strcmp(text_sentence(arena, word), cases[i].sentence) != 0) {
            fail_msg("row %zu: %s", i, word);
        }
    }
    assert_string_equal(text_sentence(arena, ""), "");
    assert_string_equal(text_sentence(arena, "é"), "é");
    assert_string_equal(text_counted(arena, 0, "point", "points"), "0 points");
    assert_string_equal(text_counted(arena, 1, "point", "points"), "1 point");
    assert_string_equal(text_counted(arena, 1000, "point", "points"), "1000 points");
}

static void an_arena_comes_back_to_its_mark(void **state)
{
    struct arena *arena = *state;
    char *kept = arena_copy(arena, "kept");
    struct arena_mark mark = arena_mark(arena);
    for (int i = 0; i < 100; i++) {
        memset(arena_alloc(arena, 1, 5000), 0xAA, 5000);
    }
    arena_rewind(arena, mark);
    assert_string_equal(kept, "kept");
    const char *zeroed = arena_alloc(arena, 1, 100);
    for (size_t i = 0; i < 100; i++) {
        assert_int_equal(zeroed[i], 0);
    }
}

static void blanks_of_any_kind_say_nothing(void **state)
{
    static const struct {
        const char *text;
        bool is_blank;
    } cases[] = {
        {"", true},
        {" \t\r\n", true},
        {"\u00A0", true},
        {" \u200B\u2007\uFEFF ", true}, // zero width, the width of a digit, a byte order mark
        {"\u3000\u202F", true},
        {"-", false},
        {"\u00A0x", false},
        {"\u200Bé", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        if (text_is_blank(cases[i].text) != cases[i].is_blank) {
            fail_msg("case %zu: `%s`", i, cases[i].text);
        }
    }
}

static void a_sentence_ends_in_one_stop(void **state)
{
    static const struct {
        const char *text, *stop;
    } cases[] = {
        {"", "."},   {"Seen", "."},      {"Seen.", ""},  {"Really?", ""},
        {"No!", ""}, {"and so on…", ""}, {"Kærlæ", "."}, // whose last byte is that of `…`
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        if (!text_equal(text_stop(cases[i].text), cases[i].stop)) {
            fail_msg("`%s`: got `%s`", cases[i].text, text_stop(cases[i].text));
        }
    }
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test_setup_teardown(only_real_utf8_is_utf8, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(what_cannot_be_seen_is_shown, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(brief_texts_fit_their_columns, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(the_nearest_word_is_meant, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(texts_are_trimmed_folded_and_compared, open_arena,
                                        close_arena),
        cmocka_unit_test(a_sentence_ends_in_one_stop),
        cmocka_unit_test(blanks_of_any_kind_say_nothing),
        cmocka_unit_test_setup_teardown(small_counts_are_words, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(a_builder_grows, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(an_arena_comes_back_to_its_mark, open_arena, close_arena),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
