#include "report/plan_text.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "report/signs.h"
#include "score/baseline.h"

enum { GROUPS_MOST = 3 };

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

/* What a change is called where changes are counted. */
static const struct {
    const char *group;
    const char *one, *many;
} CHANGED[] = {
    {"criterion.", "criterion", "criteria"},
    {"gate.", "mandatory requirement", "mandatory requirements"},
    {"target.", "target", "targets"},
    {"evidence.", "kind of evidence", "kinds of evidence"},
    {"answers_due", "day", "days"},
    {"as_of", "day", "days"},
    {"currency", "currency", "currencies"},
    {"weights.", "weight", "weights"},
    {"views.", "weight of a view", "weights of views"},
    {"money.", "figure of the money model", "figures of the money model"},
    {"rules.", "rule", "rules"},
    {"", "other point", "other points"},
};

static size_t group_of(const struct plan_change *change)
{
    size_t group = 0;
    while (plan_key_in(change->key, CHANGED[group].group) == NULL) {
        group++;
    }
    return group;
}

/* Words of a group with its number; groups of the same words are one. */
static size_t count_group(const struct baseline *baseline, size_t group)
{
    size_t count = 0;
    for (size_t i = 0; i < baseline->kept_count; i++) {
        count += CHANGED[group_of(&baseline->kept[i])].one == CHANGED[group].one;
    }
    return count;
}

const char *plan_kept_text(struct arena *arena, const struct baseline *baseline)
{
    struct text_builder text;
    size_t told = 0;
    size_t groups = 0;
    text_builder_init(&text, arena);
    for (size_t g = 0; g < COUNT_OF(CHANGED) && groups < GROUPS_MOST; g++) {
        size_t count = count_group(baseline, g);
        bool is_again = g > 0 && CHANGED[g].one == CHANGED[g - 1].one;
        if (count > 0 && !is_again) {
            told += count;
            groups++;
            text_add_format(&text, "%s%zu changed %s",
                            groups == 1                    ? ""
                            : told == baseline->kept_count ? " and "
                                                           : ", ",
                            count, count == 1 ? CHANGED[g].one : CHANGED[g].many);
        }
    }
    size_t rest = baseline->kept_count - told;
    if (rest > 0) {
        text_add_format(&text, " and %zu other %s", rest, rest == 1 ? "change" : "changes");
    }
    return baseline->kept_count == 0 ? NULL : text.text;
}

/* Who leads by the settings as fixed. */
static const char *fixed_leader_text(struct arena *arena, const struct result *fixed, int decimals)
{
    const struct scored_offer *first = &fixed->offers[fixed->order[0]];
    if (!first->ranked) {
        return "By weights and rules as fixed no vendor can be ranked";
    }
    const char *score = number_fixed(arena, first->published, decimals);
    size_t leaders = count_leaders(fixed);
    return leaders == 1
               ? arena_format(arena, "By weights and rules as fixed %s ranks first with %s, %s %s",
                              first->offer->name, score, outcome_sign(first->outcome),
                              outcome_word(first->outcome))
               : arena_format(arena,
                              "By weights and rules as fixed %zu vendors share the first rank "
                              "with %s",
                              leaders, score);
}

const char *plan_as_fixed_text(struct arena *arena, const struct result *result)
{
    struct baseline baseline = baseline_of(arena, result);
    const char *kept = plan_kept_text(arena, &baseline);
    if (baseline.taken_back == 0) {
        return kept == NULL ? NULL
                            : arena_format(arena,
                                           "What the plan as fixed would give is not known: %s "
                                           "cannot be taken back",
                                           kept);
    }
    struct result fixed = score_project(arena, result->project, &baseline.settings);
    const char *leader = fixed_leader_text(arena, &fixed, baseline.settings.rules.decimals);
    return kept == NULL ? leader
                        : arena_format(arena, "%s; this does not take back %s", leader, kept);
}
