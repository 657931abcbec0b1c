#include "model/pairwise.h"

#include "base/arena.h"
#include "base/sum.h"
#include "base/text.h"

#include <assert.h>
#include <math.h>
#include <string.h>

const double PAIRWISE_RATIO_MOST = 0.1;

// As many powers of two as it takes: 2^50 steps settle even what hardly has a direction.
enum { SQUARINGS_MOST = 50 };
static const double SETTLED = 1e-15;
static const double ALIKE = 1e-9; // factors closer than this, as logarithms, are the same

/* T. L. Saaty, 1980; by number of things. */
static const double RANDOM_INDICES[] = {
    [3] = 0.58, [4] = 0.90, [5] = 1.12, [6] = 1.24, [7] = 1.32, [8] = 1.41, [9] = 1.45, [10] = 1.49,
};

bool pairwise_random_index(size_t count, double *index)
{
    if (count < 3 || count >= COUNT_OF(RANDOM_INDICES)) {
        return false;
    }
    *index = RANDOM_INDICES[count];
    return true;
}

/* Sums of the rows, scaled to 1 together. Returns the largest change. */
static double take_rows(const double *matrix, size_t count, double *weights)
{
    double change = 0;
    struct sum all = {0};
    for (size_t i = 0; i < count * count; i++) {
        sum_add(&all, matrix[i]);
    }
    for (size_t row = 0; row < count; row++) {
        struct sum sum = {0};
        for (size_t column = 0; column < count; column++) {
            sum_add(&sum, matrix[row * count + column]);
        }
        double weight = sum_total(&sum) / sum_total(&all);
        change = fmax(change, fabs(weight - weights[row]));
        weights[row] = weight;
    }
    return change;
}

/* The product of the matrix with itself, scaled so that its largest number is 1. */
static void square(const double *matrix, size_t count, double *product)
{
    double most = 0;
    for (size_t row = 0; row < count; row++) {
        for (size_t column = 0; column < count; column++) {
            double sum = 0;
            for (size_t k = 0; k < count; k++) {
                sum += matrix[row * count + k] * matrix[k * count + column];
            }
            product[row * count + column] = sum;
            most = fmax(most, sum);
        }
    }
    for (size_t i = 0; i < count * count; i++) {
        product[i] /= most;
    }
}

/*
 * Power iteration from equal weights, whose steps double: contradictory judgements settle so slowly
 * that single steps would not end. All numbers are positive, so nothing cancels.
 */
static void iterate(struct arena *scratch, const struct pairwise *judgements, double *weights)
{
    size_t count = judgements->count;
    size_t cells = count * count;
    double *power = arena_alloc(scratch, cells, sizeof *power);
    double *product = arena_alloc(scratch, cells, sizeof *product);
    memcpy(power, judgements->ratios, cells * sizeof *power);
    take_rows(power, count, weights);
    for (int i = 0; i < SQUARINGS_MOST; i++) {
        square(power, count, product);
        memcpy(power, product, cells * sizeof *power);
        if (take_rows(power, count, weights) <= SETTLED) {
            return;
        }
    }
}

/* The eigenvalue of the weights, which add up to 1: what the matrix makes of them, added up. */
static double eigenvalue_of(const struct pairwise *judgements, const double *weights)
{
    struct sum sum = {0};
    for (size_t i = 0; i < judgements->count * judgements->count; i++) {
        sum_add(&sum, judgements->ratios[i] * weights[i % judgements->count]);
    }
    return sum_total(&sum);
}

struct consistency pairwise_weigh(struct arena *scratch, const struct pairwise *judgements,
                                  double *weights)
{
    size_t count = judgements->count;
    struct consistency consistency = {.has_ratio = count < 3};
    double random = 0;
    assert(count >= 1 && count <= PAIRWISE_MOST);
    for (size_t i = 0; i < count; i++) {
        weights[i] = 0;
    }
    iterate(scratch, judgements, weights);
    consistency.eigenvalue = eigenvalue_of(judgements, weights);
    if (count > 1) {
        consistency.index = (consistency.eigenvalue - (double)count) / (double)(count - 1);
    }
    if (pairwise_random_index(count, &random)) {
        // Rounding may leave consistent judgements a hair below 0.
        consistency.ratio = fmax(consistency.index, 0) / random;
        consistency.has_ratio = true;
    }
    return consistency;
}

/* The logarithm of what the others say of one judgement. */
static double log_of_others(const struct pairwise *judgements, size_t row, size_t column)
{
    struct sum sum = {0};
    for (size_t k = 0; k < judgements->count; k++) {
        if (k != row && k != column) {
            sum_add(&sum, log(judgements->ratios[row * judgements->count + k]));
            sum_add(&sum, log(judgements->ratios[k * judgements->count + column]));
        }
    }
    return sum_total(&sum) / (double)(judgements->count - 2);
}

struct contrary pairwise_most_contrary(const struct pairwise *judgements)
{
    struct contrary most = {.row = 0};
    double widest = -1;
    assert(judgements->count >= 3);
    for (size_t i = 0; i < judgements->count; i++) {
        for (size_t j = i + 1; j < judgements->count; j++) {
            bool turned = judgements->ratios[i * judgements->count + j] < 1;
            size_t row = turned ? j : i;
            size_t column = turned ? i : j;
            double given = judgements->ratios[row * judgements->count + column];
            double others = log_of_others(judgements, row, column);
            double width = fabs(log(given) - others);
            if (width > widest + ALIKE) {
                widest = width;
                most = (struct contrary){row, column, given, exp(others)};
            }
        }
    }
    return most;
}
