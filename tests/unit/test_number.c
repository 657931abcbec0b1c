#include "base/arena.h"
#include "base/decimal.h"
#include "base/number.h"
#include "base/sum.h"
#include "base/text.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void only_plain_numbers_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool sound;
        double value;
    } cases[] = {
        {"0", true, 0},      {"-0", true, 0},      {"12.5", true, 12.5}, {"+3", true, 3},
        {"1e3", true, 1000}, {"1E-2", true, 0.01}, {"007", true, 7},     {"", false, 0},
        {" 1", false, 0},    {"1 ", false, 0},     {"1,5", false, 0},    {"0x10", false, 0},
        {"nan", false, 0},   {"inf", false, 0},    {"1e999", false, 0},  {".5", false, 0},
        {"5.", false, 0},    {"1e", false, 0},     {"-", false, 0},      {"1.2.3", false, 0},
        {"١", false, 0},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        double value = 0;
        bool sound = number_read(cases[i].text, &value);
        if (sound != cases[i].sound || (sound && !number_same(value, cases[i].value))) {
            fail_msg("`%s`: sound %d, value %g", cases[i].text, sound, value);
        }
    }
}

static void rates_and_counts_are_read(void **state)
{
    (void)state;
    double share = 0;
    assert_true(number_read_percent("8%", &share) && number_same(share, 0.08));
    assert_true(number_read_percent("12.5 %", &share) && number_same(share, 0.125));
    assert_false(number_read_percent("8", &share));
    assert_false(number_read_percent("%", &share));
    assert_false(number_read_percent("x%", &share));
    unsigned long count = 0;
    assert_true(number_read_count("12", 100, &count) && count == 12);
    assert_false(number_read_count("101", 100, &count));
    assert_false(number_read_count("-1", 100, &count));
    assert_false(number_read_count("99999999999999999999", 100, &count));
}

static void numbers_read_back_to_the_same_bits(void **state)
{
    struct arena arena;
    arena_init(&arena);
    static const double VALUES[] = {0.1, 0.1 + 0.2, 1.0 / 3, 25, 1e300, 5e-324, 71.4, -2.5, 1e21};
    for (size_t i = 0; i < COUNT_OF(VALUES); i++) {
        double back = 0;
        assert_true(number_read(number_text(&arena, VALUES[i]), &back));
        assert_true(number_same(back, VALUES[i]));
    }
    assert_string_equal(number_text(&arena, 0.1), "0.1");
    assert_string_equal(number_text(&arena, -0.0), "0");
    assert_string_equal(number_text(&arena, 25), "25");
    assert_string_equal(number_text(&arena, 100), "100");
    assert_string_equal(number_text(&arena, -412000), "-412000");
    (void)state;
    arena_release(&arena);
}

static void a_percentage_reads_as_it_was_written(void **state)
{
    static const struct {
        double share;
        const char *text;
    } cases[] = {{0.0725, "7.25"}, {0.57, "57"}, {0.99995, "99.995"},
                 {1, "100"},       {0, "0"},     {0.29, "29"}};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_string_equal(number_percent_text(&arena, cases[i].share), cases[i].text);
    }
    (void)state;
    arena_release(&arena);
}

static void decimals_are_rounded_half_away_from_zero(void **state)
{
    (void)state;
    static const struct {
        double value;
        int decimals;
        int64_t units;
    } cases[] = {
        {71.404999999, 2, 7140},
        {71.405, 2, 7141},
        {71.4049999999, 2, 7141}, // the guard lifts it
        {-71.405, 2, -7141},
        {0.5, 0, 1},
        {-0.5, 0, -1},
        {2.675, 2, 268},
        {1.005, 2, 101},
        {99.995, 2, 10000},
        {0.1 + 0.2, 9, 300000000},
        {0, 2, 0},
        {49.9999999996, 2, 5000},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        int64_t units = decimal_units(cases[i].value, cases[i].decimals);
        if (units != cases[i].units) {
            fail_msg("row %zu: got %lld", i, (long long)units);
        }
    }
    assert_true(number_same(decimal_round(71.405, 2), 71.41));
}

static void numbers_are_shown_with_their_decimals(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    assert_string_equal(number_fixed(&arena, 71.4, 2), "71.40");
    assert_string_equal(number_fixed(&arena, 1.005, 2), "1.01");
    assert_string_equal(number_fixed(&arena, -0.001, 2), "0.00");
    assert_string_equal(number_grouped(&arena, 412000, 0), "412,000");
    assert_string_equal(number_grouped(&arena, -1234567.5, 1), "-1,234,567.5");
    assert_string_equal(number_grouped(&arena, 999, 0), "999");
    assert_string_equal(number_grouped(&arena, 12345678901.0, 0), "12,345,678,901");
    arena_release(&arena);
}

static void two_numbers_are_the_same_or_are_not(void **state)
{
    (void)state;
    assert_true(number_same(0.1, 0.1));
    assert_true(number_same(0.0, -0.0));
    assert_false(number_same(0.1 + 0.2, 0.3));
    assert_false(number_same(1, 2));
    assert_false(number_same(2, 1));
}

static void sums_keep_what_is_small(void **state)
{
    (void)state;
    static const double TERMS[] = {1.0, 1e100, 1.0, -1e100};
    struct sum sum = {0};
    for (size_t i = 0; i < COUNT_OF(TERMS); i++) {
        sum_add(&sum, TERMS[i]);
    }
    assert_true(number_same(sum_total(&sum), 2.0));
    struct sum tenths = {0};
    for (int i = 0; i < 10; i++) {
        sum_add(&tenths, 0.1);
    }
    assert_true(number_same(sum_total(&tenths), 1.0));
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(only_plain_numbers_are_read),
        cmocka_unit_test(rates_and_counts_are_read),
        cmocka_unit_test(numbers_read_back_to_the_same_bits),
        cmocka_unit_test(a_percentage_reads_as_it_was_written),
        cmocka_unit_test(decimals_are_rounded_half_away_from_zero),
        cmocka_unit_test(numbers_are_shown_with_their_decimals),
        cmocka_unit_test(two_numbers_are_the_same_or_are_not),
        cmocka_unit_test(sums_keep_what_is_small),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
