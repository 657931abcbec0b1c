#include "model/rank_order.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "check.h"

enum { MOST = 200 };

/* As fractions, so that no figure of the table is rounded. */
static void places_weigh_what_the_textbook_says(void **state)
{
    static const struct {
        size_t count;
        double weights[5];
    } cases[] = {
        {1, {1}},
        {2, {3.0 / 4, 1.0 / 4}},
        {3, {11.0 / 18, 5.0 / 18, 2.0 / 18}},
        {4, {25.0 / 48, 13.0 / 48, 7.0 / 48, 3.0 / 48}},
        {5, {137.0 / 300, 77.0 / 300, 47.0 / 300, 27.0 / 300, 12.0 / 300}},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        double weights[5] = {0};
        rank_order_weights(cases[i].count, weights);
        for (size_t place = 0; place < cases[i].count; place++) {
            check_double(weights[place], cases[i].weights[place], i);
        }
    }
}

static void any_number_of_places_weighs_one_and_falls(void **state)
{
    for (size_t count = 1; count <= MOST; count++) {
        double weights[MOST] = {0};
        double sum = 0;
        rank_order_weights(count, weights);
        for (size_t place = 0; place < count; place++) {
            sum += weights[place];
            check_true(weights[place] > 0, count);
            check_true(place == 0 || weights[place] < weights[place - 1], count);
        }
        check_double(sum, 1, count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_weigh_what_the_textbook_says),
        cmocka_unit_test(any_number_of_places_weighs_one_and_falls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
