#include "score/price.h"

bool price_any(const struct criteria *criteria)
{
    for (size_t i = 1; i < criteria->count; i++) {
        if (criteria->items[i].answer.kind == ANSWER_PRICE) {
            return true;
        }
    }
    return false;
}

void price_set(const struct scoring *scoring, struct result *result)
{
    (void)scoring;
    (void)result;
}

void price_test(const struct scoring *scoring, struct result *result)
{
    (void)scoring;
    (void)result;
}
