/*
 * Sums that do not lose what is small: Neumaier's compensated summation.
 *
 *     struct sum sum = {0};
 *     for (...) { sum_add(&sum, x); }
 *     double total = sum_total(&sum);
 *
 * Layer: base. Pure. Source: A. Neumaier, ZAMM 54 (1974) 39-51.
 */
#ifndef VOUCH_BASE_SUM_H
#define VOUCH_BASE_SUM_H

struct sum {
    double total;
    double lost;
};

void sum_add(struct sum *sum, double value);
double sum_total(const struct sum *sum);

#endif
