#include "base/decimal.h"

#include <assert.h>
#include <math.h>

static const int64_t POWERS[DECIMAL_GUARD + 1] = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000,
};

int64_t decimal_units(double value, int decimals)
{
    assert(decimals >= 0 && decimals <= DECIMAL_GUARD);
    assert(fabs(value) < 9e9);
    int64_t guarded = llround(value * 1e9);
    int64_t step = POWERS[DECIMAL_GUARD - decimals];
    int64_t half = step / 2;
    return (guarded >= 0 ? guarded + half : guarded - half) / step;
}

double decimal_round(double value, int decimals)
{
    return (double)decimal_units(value, decimals) / (double)POWERS[decimals];
}
