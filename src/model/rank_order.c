#include "model/rank_order.h"

#include "base/sum.h"

void rank_order_weights(size_t count, double *weights)
{
    struct sum tail = {0};
    for (size_t place = count; place > 0; place--) {
        sum_add(&tail, 1.0 / (double)place);
        weights[place - 1] = sum_total(&tail) / (double)count;
    }
}
