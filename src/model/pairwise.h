/*
 * Pairwise comparisons: weights from how many times as important one thing is as another (AHP).
 *
 *          A    B    C
 *     A    1    3    5        A is three times as important as B, five times as C
 *     B   1/3   1    2        weights 0.648, 0.230, 0.122; consistency ratio 0.003
 *     C   1/5  1/2   1
 *
 * The weights are the principal eigenvector of the matrix. Where the judgements agree with each
 * other its eigenvalue is the number of things; how far it lies above tells how far they do not.
 *
 * Source: T. L. Saaty, The Analytic Hierarchy Process, 1980.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_PAIRWISE_H
#define VOUCH_MODEL_PAIRWISE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum { PAIRWISE_MOST = 64 }; // things that are compared with each other

/* The judgements are too contradictory where the consistency ratio lies above it. */
extern const double PAIRWISE_RATIO_MOST;

/* The judgements as a square of positive numbers, row by row. */
struct pairwise {
    const double *ratios; // shape [count][count]: how many times as important the row's thing is as
                          // the column's; 1 on the diagonal, 1/x opposite to x
    size_t count;         // 1..PAIRWISE_MOST
};

struct consistency {
    double eigenvalue; // the largest; of consistent judgements `count`
    double index;      // (eigenvalue - count) / (count - 1); 0 for one thing
    double ratio;      // index / random index; 0 for up to two things
    bool has_ratio;    // false for more things than there is a random index for
};

/*
 * The weights of the things, and how consistent the judgements are.
 *
 * scratch:  grows by two matrices; the caller rewinds it.
 * weights:  shape [count]; each above 0, together 1.
 * Requires: every ratio is finite and above 0, from 1e-9 to 1e9.
 */
struct consistency pairwise_weigh(struct arena *scratch, const struct pairwise *judgements,
                                  double *weights);

/*
 * The mean consistency index of random judgements over `count` things: 0.58, 0.90, 1.12, 1.24,
 * 1.32, 1.41, 1.45, 1.49 for 3 to 10.
 *
 * Returns whether there is one; `*index` is touched only then.
 */
bool pairwise_random_index(size_t count, double *index);

/* One judgement and what all the others make of it. */
struct contrary {
    size_t row, column;
    double given;  // row against column, at least 1
    double others; // the geometric mean of row against k times k against column, over all other k
};

/*
 * The judgement that contradicts the others most, by factor; the first of several that do alike.
 *
 * Requires: three things or more.
 */
struct contrary pairwise_most_contrary(const struct pairwise *judgements);

#endif
