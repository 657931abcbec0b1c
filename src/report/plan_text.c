#include "report/plan_text.h"

#include "base/arena.h"
#include "base/number.h"
#include "score/baseline.h"

const char *plan_line_text(struct arena *arena, const struct result *result)
{
    const struct plan_check *plan = &result->project->plan;
    return plan->state == PLAN_NONE
               ? NULL
               : arena_format(arena, "P%s", plan_check_text(arena, plan) + 1); // a capital letter
}

static size_t count_leaders(const struct result *result)
{
    size_t count = 0;
    for (size_t i = 0; i < result->offer_count; i++) {
        count += result->offers[i].ranked && result->offers[i].rank == 1;
    }
    return count;
}

const char *plan_as_fixed_text(struct arena *arena, const struct result *result)
{
    struct baseline baseline = baseline_of(arena, result);
    if (baseline.weights_differ + baseline.rules_differ == 0) {
        return NULL;
    }
    struct result fixed = score_project(arena, result->project, &baseline.settings);
    const struct scored_offer *first = &fixed.offers[fixed.order[0]];
    if (!first->ranked) {
        return "By weights and rules as fixed no vendor can be ranked";
    }
    const char *score = number_fixed(arena, first->published, baseline.settings.rules.decimals);
    size_t leaders = count_leaders(&fixed);
    return leaders == 1
               ? arena_format(arena, "By weights and rules as fixed %s ranks first with %s",
                              first->offer->name, score)
               : arena_format(arena,
                              "By weights and rules as fixed %zu vendors share the first rank "
                              "with %s",
                              leaders, score);
}
