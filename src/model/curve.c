#include "model/curve.h"

#include <assert.h>

double curve_worth(const struct curve_point *points, size_t count, double x)
{
    assert(count > 0);
    if (x <= points[0].x) {
        return points[0].y;
    }
    for (size_t i = 1; i < count; i++) {
        const struct curve_point *low = &points[i - 1];
        const struct curve_point *high = &points[i];
        if (x < high->x) {
            return low->y + (high->y - low->y) * ((x - low->x) / (high->x - low->x));
        }
    }
    return points[count - 1].y;
}
