#include "model/curve.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "check.h"

static const struct curve_point FALLING[] = {{200, 1}, {2000, 0}};
static const struct curve_point BENT[] = {{0, 0}, {14, 0.5}, {30, 0.75}, {60, 1}};
static const struct curve_point FLAT[] = {{5, 0.4}};

static void a_number_is_worth_what_the_curve_says(void **state)
{
    static const struct {
        const struct curve_point *points;
        size_t count;
        double x;
        double want;
    } cases[] = {
        {FALLING, 2, 200, 1}, {FALLING, 2, 2000, 0}, {FALLING, 2, 1100, 0.5}, {FALLING, 2, -5, 1},
        {FALLING, 2, 1e9, 0}, {BENT, 4, 0, 0},       {BENT, 4, 7, 0.25},      {BENT, 4, 14, 0.5},
        {BENT, 4, 22, 0.625}, {BENT, 4, 45, 0.875},  {BENT, 4, 60, 1},        {BENT, 4, 61, 1},
        {FLAT, 1, 4, 0.4},    {FLAT, 1, 6, 0.4},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_double(curve_worth(cases[i].points, cases[i].count, cases[i].x), cases[i].want, i);
    }
}

static void a_better_number_is_never_worth_less(void **state)
{
    double before = 0;
    for (int x = -10; x < 700; x++) {
        double worth = curve_worth(BENT, COUNT_OF(BENT), x / 10.0);
        check_true(worth >= before && worth <= 1, (size_t)(x + 10));
        before = worth;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_is_worth_what_the_curve_says),
        cmocka_unit_test(a_better_number_is_never_worth_less),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
