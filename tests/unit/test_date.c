#include "base/arena.h"
#include "base/date.h"
#include "base/digest.h"
#include "base/map.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void only_days_that_exist_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool sound;
    } cases[] = {
        {"2026-10-15", true},  {"2024-02-29", true},  {"2023-02-29", false},  {"1900-02-29", false},
        {"2000-02-29", true},  {"2026-13-01", false}, {"2026-00-10", false},  {"2026-04-31", false},
        {"2026-4-1", false},   {"15.10.2026", false}, {"2026-10-15x", false}, {"", false},
        {"0000-01-01", false}, {"9999-12-31", true},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct date date;
        if (date_read(cases[i].text, &date) != cases[i].sound) {
            fail_msg("`%s`", cases[i].text);
        }
    }
}

static struct date day(const char *text)
{
    struct date date = {0};
    assert_true(date_read(text, &date));
    return date;
}

static void days_are_counted(void **state)
{
    (void)state;
    assert_int_equal(date_number(day("1970-01-01")), 0);
    assert_int_equal(date_number(day("2000-03-01")), 11017);
    assert_int_equal(date_number(day("2026-11-24")), 20781);
    for (int64_t days = -700000; days < 2000000; days += 997) {
        struct date there = date_add_days(day("1970-01-01"), days);
        assert_int_equal(date_number(there), days);
    }
    assert_true(date_compare(day("2026-01-31"), day("2026-02-01")) < 0);
}

static void months_end_on_the_same_day_or_the_last(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        int months;
        const char *to;
    } cases[] = {
        {"2025-12-31", 12, "2026-12-31"}, {"2026-01-31", 1, "2026-02-28"},
        {"2024-02-29", 12, "2025-02-28"}, {"2026-11-15", 3, "2027-02-15"},
        {"2023-08-31", 6, "2024-02-29"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct date to = date_add_months(day(cases[i].from), cases[i].months);
        assert_string_equal(date_iso(&arena, to), cases[i].to);
    }
    assert_string_equal(date_text(&arena, day("2026-10-05")), "5 Oct 2026");
    arena_release(&arena);
}

static void moments_are_compared_across_zones(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        int order;
    } cases[] = {
        {"2026-10-15T12:00+02:00", "2026-10-15T10:00Z", 0},
        {"2026-10-15T12:00+02:00", "2026-10-15T12:00+01:00", -1},
        {"2026-10-16T01:00+02:00", "2026-10-15T23:30Z", -1},
        {"2026-10-15", "2026-10-15T00:01", -1},
        {"2026-10-15T12:00:59Z", "2026-10-15T12:00Z", 0},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct moment a, b;
        assert_true(moment_read(cases[i].a, &a));
        assert_true(moment_read(cases[i].b, &b));
        if (moment_compare(a, b) != cases[i].order) {
            fail_msg("row %zu", i);
        }
    }
    struct moment moment;
    static const char *const BAD[] = {"2026-10-15T", "2026-10-15T25:00", "2026-10-15T12:00+2",
                                      "2026-10-15T12:60Z", "2026-10-15 noon"};
    for (size_t i = 0; i < COUNT_OF(BAD); i++) {
        assert_false(moment_read(BAD[i], &moment));
    }
}

static void moments_are_written_as_they_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"2026-10-15", "2026-10-15"},
        {"2026-10-15T12:00+02:00", "2026-10-15T12:00+02:00"},
        {"2026-10-15 07:05:59-01:30", "2026-10-15T07:05-01:30"},
        {"2026-10-15T12:00", "2026-10-15T12:00Z"},
        {"2026-10-15T12:00+00:00", "2026-10-15T12:00Z"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct moment moment;
        assert_true(moment_read(cases[i].text, &moment));
        assert_string_equal(moment_iso(&arena, moment), cases[i].want);
    }
    arena_release(&arena);
}

static void digests_are_those_of_the_standard(void **state)
{
    (void)state;
    char text[DIGEST_TEXT_SIZE];
    digest_text(digest_of("abc", 3), text);
    assert_string_equal(text, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    struct digest digest;
    assert_true(
        digest_read("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", &digest));
    assert_true(digest_equal(digest, digest_of("abc", 3)));
    assert_false(digest_equal(digest, digest_of("abd", 3)));
    assert_false(digest_read("ba78", &digest));
    text[5] = 'g';
    assert_false(digest_read(text, &digest));
}

static void maps_find_what_was_added(void **state)
{
    (void)state;
    struct arena arena;
    struct map map;
    arena_init(&arena);
    map_init(&map, &arena);
    assert_false(map_find(&map, "nothing", NULL));
    for (size_t i = 0; i < 1000; i++) {
        assert_true(map_add(&map, arena_format(&arena, "id-%zu", i), i));
    }
    assert_false(map_add(&map, "id-7", 0));
    for (size_t i = 0; i < 1000; i++) {
        size_t index = 0;
        assert_true(map_find(&map, arena_format(&arena, "id-%zu", i), &index));
        assert_int_equal(index, i);
    }
    assert_false(map_find(&map, "id-1000", NULL));
    arena_release(&arena);
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(only_days_that_exist_are_read),
        cmocka_unit_test(days_are_counted),
        cmocka_unit_test(months_end_on_the_same_day_or_the_last),
        cmocka_unit_test(moments_are_compared_across_zones),
        cmocka_unit_test(moments_are_written_as_they_are_read),
        cmocka_unit_test(digests_are_those_of_the_standard),
        cmocka_unit_test(maps_find_what_was_added),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
