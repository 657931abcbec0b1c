#include "report/clarification_words.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"

enum { POINTS_DECIMALS = 2 };

const char *signed_points(struct arena *arena, double points)
{
    const char *text = number_fixed(arena, points, POINTS_DECIMALS);
    bool is_above = points > 0 && !text_equal(text, number_fixed(arena, 0, POINTS_DECIMALS));
    return is_above ? arena_format(arena, "+%s", text) : text;
}

const char *clarification_whom(const struct result *result,
                               const struct clarification *clarification)
{
    if (clarification->to == NULL) {
        return "all vendors";
    }
    const struct offer *offer = project_find_offer(result->project, clarification->to);
    return offer == NULL ? clarification->to : offer->name;
}
