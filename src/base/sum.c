#include "base/sum.h"

#include <math.h>

void sum_add(struct sum *sum, double value)
{
    double total = sum->total + value;
    if (fabs(sum->total) >= fabs(value)) {
        sum->lost += (sum->total - total) + value;
    } else {
        sum->lost += (value - total) + sum->total;
    }
    sum->total = total;
}

double sum_total(const struct sum *sum)
{
    return sum->total + sum->lost;
}
