#include "score/claims.h"

#include "base/arena.h"

void claims_judge(const struct scoring *scoring, struct scored_offer *scored)
{
    scored->claims = arena_alloc(scoring->arena, scored->offer->response.claim_count,
                                 sizeof *scored->claims);
}
