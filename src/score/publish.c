#include "score/publish.h"

#include "base/decimal.h"

int64_t publish_units(double score, int decimals)
{
    return decimal_units(score, decimals);
}

double publish(double score, int decimals)
{
    return decimal_round(score, decimals);
}

bool published_reaches(double score, double bound, int decimals)
{
    // A quotient of whole numbers is the double nearest to its decimal text, as the bound is.
    return decimal_round(score, decimals) >= bound;
}

bool published_within(double distance, double margin)
{
    return decimal_round(distance, DECIMAL_GUARD) <= margin;
}

bool share_reaches(double share, double bound)
{
    return decimal_units(share, DECIMAL_GUARD) >= decimal_units(bound, DECIMAL_GUARD);
}
