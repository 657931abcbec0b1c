#include "model/pairwise.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "check.h"

enum { MOST = PAIRWISE_MOST, UPPER_MOST = 45 };

/* Fill the square from what stands above its diagonal, row by row. */
static struct pairwise judged(size_t count, const double *upper, double *ratios)
{
    for (size_t row = 0; row < count; row++) {
        ratios[row * count + row] = 1;
        for (size_t column = row + 1; column < count; column++) {
            ratios[row * count + column] = *upper;
            ratios[column * count + row] = 1 / *upper;
            upper++;
        }
    }
    return (struct pairwise){ratios, count};
}

/*
 * Published to three or four digits: the drinks of Saaty, Int. J. Services Sciences 1 (2008) 83-98;
 * the leader's criteria and experience of Wikipedia's article on the method.
 */
static void judgements_weigh_what_was_published(void **state)
{
    static const struct {
        size_t count;
        double upper[UPPER_MOST];
        double weights[8];
        double ratio;
        double within;
    } cases[] = {
        {1, {0}, {1}, 0, 1e-12},
        {2, {4}, {0.8, 0.2}, 0, 1e-12},
        {3, {2, 6, 3}, {0.6, 0.3, 0.1}, 0, 1e-12},
        {3, {3, 5, 2}, {0.648, 0.230, 0.122}, 0.003, 0.0005},
        {3, {0.25, 4, 9}, {0.217, 0.717, 0.066}, 0.032, 0.0005},
        {4, {4, 3, 7, 1.0 / 3, 3, 5}, {0.548, 0.127, 0.270, 0.056}, 0.044, 0.0005},
        {7,
         {9,       5,    2,       1,       1,   0.5, 1.0 / 3, 1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 9,
          1.0 / 3, 0.25, 1.0 / 3, 1.0 / 9, 0.5, 1,   1.0 / 3, 2,       0.5,     1.0 / 3},
         {0.1775, 0.0191, 0.0418, 0.1164, 0.1896, 0.1288, 0.3268},
         0.022,
         0.0005},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        double ratios[64];
        double weights[8];
        arena_init(&arena);
        struct pairwise judgements = judged(cases[i].count, cases[i].upper, ratios);
        struct consistency found = pairwise_weigh(&arena, &judgements, weights);
        for (size_t k = 0; k < cases[i].count; k++) {
            check_true(fabs(weights[k] - cases[i].weights[k]) <= cases[i].within, i);
        }
        check_true(found.has_ratio, i);
        check_true(fabs(found.ratio - cases[i].ratio) <= cases[i].within, i);
        arena_release(&arena);
    }
}

static void the_random_index_is_known_for_three_to_ten_things(void **state)
{
    static const double wanted[] = {0, 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 0};
    for (size_t count = 0; count < COUNT_OF(wanted); count++) {
        double index = 0;
        check_true(pairwise_random_index(count, &index) == (count >= 3 && count <= 10), count);
        check_double(index, wanted[count], count);
    }
}

/* Weights that the judgements were made from come out again, at any size. */
static void consistent_judgements_give_their_weights_back(void **state)
{
    for (size_t count = 1; count <= MOST; count++) {
        struct arena arena;
        static double ratios[MOST * MOST];
        double weights[MOST];
        double sum = (double)(count * (count + 1)) / 2;
        for (size_t i = 0; i < count * count; i++) {
            ratios[i] = (double)(i / count + 1) / (double)(i % count + 1);
        }
        arena_init(&arena);
        struct pairwise judgements = {ratios, count};
        struct consistency found = pairwise_weigh(&arena, &judgements, weights);
        for (size_t k = 0; k < count; k++) {
            check_double(weights[k], (double)(k + 1) / sum, count);
        }
        check_double(found.eigenvalue, (double)count, count);
        check_true(found.has_ratio == (count <= 10), count);
        check_double(found.ratio, 0, count);
        check_true(found.ratio >= 0, count);
        arena_release(&arena);
    }
}

/* A beats B, B beats C and C beats A: the eigenvalue is 1 + x + 1/x, and nobody leads. */
static void a_circle_settles_however_wide_it_is(void **state)
{
    static const double factors[] = {1, 2, 9, 1000, 1e6};
    for (size_t i = 0; i < COUNT_OF(factors); i++) {
        struct arena arena;
        double x = factors[i];
        // The last thing is as good as the first, so that equal weights are not the answer at once.
        const double upper[] = {x, 1 / x, 1, x, x, 1 / x};
        double ratios[16];
        double weights[4];
        arena_init(&arena);
        struct pairwise circle = judged(3, (const double[]){x, 1 / x, x}, ratios);
        struct consistency found = pairwise_weigh(&arena, &circle, weights);
        check_double(found.eigenvalue, 1 + x + 1 / x, i);
        check_double(weights[0], 1.0 / 3, i);
        check_double(weights[1], 1.0 / 3, i);
        struct pairwise more = judged(4, upper, ratios);
        found = pairwise_weigh(&arena, &more, weights);
        for (size_t row = 0; row < 4; row++) {
            double made = 0;
            for (size_t column = 0; column < 4; column++) {
                made += ratios[row * 4 + column] * weights[column];
            }
            check_true(fabs(made - found.eigenvalue * weights[row]) <= 1e-9 * made, i);
        }
        arena_release(&arena);
    }
}

static void the_judgement_against_all_others_is_found(void **state)
{
    static const struct {
        size_t count;
        double upper[UPPER_MOST];
        size_t row, column;
        double given, others;
    } cases[] = {
        // Weights 4, 2, 1, 1 with one judgement the wrong way round.
        {4, {2, 4, 4, 2, 1.0 / 2, 1}, 3, 1, 2, 0.5},
        {4, {2, 4, 4, 2, 2, 5}, 2, 3, 5, 1},
        // Of three, each contradicts the other two alike: the first is named.
        {3, {2, 2, 4}, 0, 1, 2, 0.5},
        {3, {1.0 / 2, 1.0 / 2, 1.0 / 4}, 1, 0, 2, 0.5},
        {3, {1, 1, 1}, 0, 1, 1, 1},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        double ratios[16];
        struct pairwise judgements = judged(cases[i].count, cases[i].upper, ratios);
        struct contrary most = pairwise_most_contrary(&judgements);
        check_int((int64_t)most.row, (int64_t)cases[i].row, i);
        check_int((int64_t)most.column, (int64_t)cases[i].column, i);
        check_double(most.given, cases[i].given, i);
        check_double(most.others, cases[i].others, i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(judgements_weigh_what_was_published),
        cmocka_unit_test(the_random_index_is_known_for_three_to_ten_things),
        cmocka_unit_test(consistent_judgements_give_their_weights_back),
        cmocka_unit_test(a_circle_settles_however_wide_it_is),
        cmocka_unit_test(the_judgement_against_all_others_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
