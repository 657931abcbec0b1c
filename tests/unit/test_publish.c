#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "check.h"

#include "score/publish.h"

#include <math.h>

static void a_score_is_published_half_away_from_zero_after_the_guard(void **state)
{
    static const struct {
        double score;
        int decimals;
        int64_t units;
        double published;
    } cases[] = {
        {0, 2, 0, 0},
        {71.4, 2, 7140, 71.4},
        {100, 2, 10000, 100},
        {100, 0, 100, 100},
        {0.5, 0, 1, 1},
        {0.49999999949, 0, 0, 0},
        // The guard comes first: what it rounds up is then rounded up again.
        {0.4999999996, 0, 1, 1},
        {2.675, 2, 268, 2.68}, // as a double it is below the half
        {1.005, 2, 101, 1.01},
        {70.005, 2, 7001, 70.01},
        {70.00499999949, 2, 7000, 70},
        {33.333333333333, 2, 3333, 33.33},
        {66.666666666667, 9, 66666666667, 66.666666667},
        {66.666666666667, 0, 67, 67},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_int(publish_units(cases[i].score, cases[i].decimals), cases[i].units, i);
        check_same_bits(publish(cases[i].score, cases[i].decimals), cases[i].published, i);
    }
}

static void bounds_compare_the_published_figure(void **state)
{
    static const struct {
        double score, bound;
        int decimals;
        bool reaches;
    } cases[] = {
        {70, 70, 2, true},       {69.995, 70, 2, true},    {69.9949, 70, 2, false},
        {69.5, 70, 0, true},     {69.5, 69.7, 0, true},    {60.1, 60.1, 2, true},
        {60.09, 60.1, 2, false}, {55.555, 55.56, 2, true}, {0.1 + 0.2, 0.3, 9, true},
        {0, 0, 2, true},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_int(published_reaches(cases[i].score, cases[i].bound, cases[i].decimals),
                  cases[i].reaches, i);
    }
}

static void a_distance_counts_to_the_guard(void **state)
{
    static const struct {
        double distance, margin;
        bool within;
    } cases[] = {
        {71.4 - 70.4, 1, true}, {1.0000000001, 1, true}, {1.000000001, 1, false},
        {0.99, 1, true},        {1.01, 1, false},        {0, 0, true},
        {0.01, 0, false},       {-0.5, 0, true},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_int(published_within(cases[i].distance, cases[i].margin), cases[i].within, i);
    }
}

static void a_share_counts_to_the_guard(void **state)
{
    static const struct {
        double share, bound;
        bool reaches;
    } cases[] = {
        {0.9, 0.9, true}, {0.3 * 3, 0.9, true}, {0.899999, 0.9, false}, {1, 1, true}, {0, 0, true},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_int(share_reaches(cases[i].share, cases[i].bound), cases[i].reaches, i);
    }
}

/* Every half unit there is, as a sum of tenths would give it, is rounded up. */
static void no_half_is_lost_to_binary_fractions(void **state)
{
    for (int64_t half = 5; half <= 100000; half += 10) {
        double score = (double)half / 1000;
        double from_below = nextafter(score, 0);
        check_int(publish_units(score, 2), (half + 5) / 10, (size_t)half);
        check_int(publish_units(from_below, 2), (half + 5) / 10, (size_t)half);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_score_is_published_half_away_from_zero_after_the_guard),
        cmocka_unit_test(bounds_compare_the_published_figure),
        cmocka_unit_test(a_distance_counts_to_the_guard),
        cmocka_unit_test(a_share_counts_to_the_guard),
        cmocka_unit_test(no_half_is_lost_to_binary_fractions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
