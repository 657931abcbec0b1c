#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "check.h"
#include "report/measure.h"

static void widths_are_the_sum_of_the_advances(void **state)
{
    static const struct {
        const char *text;
        int points;
        bool bold;
        double units; // in 1/2048 of the size
    } cases[] = {
        {"", 10, false, 0},
        {" ", 10, false, 463},
        {"A", 10, false, 1185},
        {"A", 10, true, 1241},
        {"~", 10, false, 1020},
        {"Wi", 16, true, 1856 + 503},
        {"é", 10, false, 1019},         // as its base letter
        {"e\xCC\x81", 10, false, 1019}, // and so with a combining accent
        {"Łódź", 11, false, 861 + 1080 + 1076 + 809},
        {"–", 10, false, 1020},
        {"—", 10, false, 1854},
        {"’", 10, true, 528},
        {"●○", 10, false, 1237 + 1126},
        {"▲", 10, false, 2048}, // from another font: a whole em
        {"字", 10, false, 2048},
        {"\xE2\x80\x8B", 10, false, 0}, // zero-width
        {"40\xC2\xA0%", 10, false, 1038 + 1038 + 463 + 1464},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        double want = cases[i].units / 2048 * cases[i].points * 96 / 72;
        check_double(measure_width(cases[i].text, cases[i].points, cases[i].bold), want, i);
    }
}

static void lines_break_at_blanks_and_line_ends(void **state)
{
    // At 10 points an "n" is 7.0 px wide and a blank 3.0; the room is (pixels - 7) / 1.03.
    static const struct {
        const char *text;
        int pixels, indent, lines;
    } cases[] = {
        {"", 100, 0, 1},
        {"nnnnn", 100, 0, 1},
        {"nnnnn nnnnn", 100, 0, 1},       // 73.1 of 90.3
        {"nnnnn nnnnn nnnnn", 100, 0, 2}, // 111.2
        {"nnnnn nnnnn", 100, 3, 2},       // 73.1 of 64.1
        {"n\nn", 100, 0, 2},
        {"n\n", 100, 0, 2},
        {"n\n\nn", 100, 0, 3},
        {"nnnnnnnnnnnnnnnnnnnn", 100, 0, 2},   // 140: breaks inside
        {"n nnnnnnnnnnnnnnnnnnnn", 100, 0, 3}, // and begins on a line of its own
        {"n                                         n", 100, 0, 2},
        {"nnnnn\xC2\xA0nnnnn n", 85, 0, 2},  // a non-breaking blank holds
        {"字字字字字字字字字字", 100, 0, 2}, // 13.7 px each, 6 a line
        {"nn", 5, 0, 2},                     // no room at all: a letter a line
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_int(measure_lines(cases[i].text, 10, false, cases[i].pixels, cases[i].indent),
                  cases[i].lines, i);
    }
}

static void rows_are_as_high_as_their_lines(void **state)
{
    static const struct {
        int lines, pad, pixels;
    } cases[] = {{1, 1, 19},   {1, 4, 21},   {2, 1, 35},   {2, 4, 38},
                 {31, 1, 528}, {32, 4, 545}, {900, 4, 545}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_int(measure_height(cases[i].lines, cases[i].pad), cases[i].pixels, i);
    }
}

static void a_text_that_fits_is_not_cut(void **state)
{
    struct arena arena;
    arena_init(&arena);
    const char *text = "nnnnn nnnnn";
    assert_ptr_equal(measure_cut(&arena, text, &(struct measure_room){10, 100, 0, 1, " (more)"}),
                     text);
    arena_release(&arena);
}

static void a_long_text_is_cut_at_a_word_and_says_so(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct text_builder words;
    text_builder_init(&words, &arena);
    for (size_t i = 0; i < 2000; i++) {
        text_add(&words, "word ");
    }
    const char *cut = measure_cut(&arena, words.text,
                                  &(struct measure_room){10, 200, 0, 31, " (whole on Answers)"});
    assert_int_equal(measure_lines(cut, 10, false, 200, 0), 31);
    assert_true(text_ends(cut, "word … (whole on Answers)"));
    // Nothing that would have fitted was taken away.
    size_t kept = strlen(cut) - strlen(" … (whole on Answers)");
    const char *longer = arena_format(&arena, "%.*s word … (whole on Answers)", (int)kept, cut);
    assert_int_equal(measure_lines(longer, 10, false, 200, 0), 32);
    arena_release(&arena);
}

static void one_endless_word_is_cut_between_its_characters(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct text_builder word;
    text_builder_init(&word, &arena);
    for (size_t i = 0; i < 500; i++) {
        text_add(&word, "é");
    }
    const char *cut = measure_cut(&arena, word.text, &(struct measure_room){10, 100, 0, 2, ""});
    assert_int_equal(measure_lines(cut, 10, false, 100, 0), 2);
    assert_true(text_is_utf8(cut, strlen(cut), NULL));
    assert_true(text_ends(cut, "é …"));
    arena_release(&arena);
}

static void an_endless_title_is_clipped_as_soon_as_a_long_one(void **state)
{
    (void)state;
    enum { ENDLESS = 1000000, LONG = 1000 };
    struct arena arena;
    arena_init(&arena);
    char *endless = arena_alloc(&arena, ENDLESS + 1, 1);
    memset(endless, 'x', ENDLESS);
    const char *clipped = measure_clip(&arena, endless, 10, false, 190);
    assert_string_equal(clipped, measure_clip(&arena, endless + ENDLESS - LONG, 10, false, 190));
    assert_true(strlen(clipped) > 10 && strlen(clipped) < 100);
    arena_release(&arena);
}

static void a_clipped_title_ends_between_code_points_and_without_a_blank(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (int pixels = 1; pixels < 200; pixels++) {
        const char *clipped = measure_clip(&arena, "Über größere Änderungen spät", 10, false,
                                           pixels);
        size_t length = strlen(clipped);
        bool whole = text_equal(clipped, "Über größere Änderungen spät");
        assert_true(whole || text_ends(clipped, "…"));
        assert_false(text_ends(clipped, " …"));
        size_t kept = whole ? length : length - strlen("…");
        assert_memory_equal(clipped, "Über größere Änderungen spät", kept);
        assert_false(((unsigned char)"Über größere Änderungen spät"[kept] & 0xC0) == 0x80);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_endless_title_is_clipped_as_soon_as_a_long_one),
        cmocka_unit_test(a_clipped_title_ends_between_code_points_and_without_a_blank),
        cmocka_unit_test(widths_are_the_sum_of_the_advances),
        cmocka_unit_test(lines_break_at_blanks_and_line_ends),
        cmocka_unit_test(rows_are_as_high_as_their_lines),
        cmocka_unit_test(a_text_that_fits_is_not_cut),
        cmocka_unit_test(a_long_text_is_cut_at_a_word_and_says_so),
        cmocka_unit_test(one_endless_word_is_cut_between_its_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
