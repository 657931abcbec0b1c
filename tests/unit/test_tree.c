#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "built_project.h"
#include "check.h"
#include "score/score.h"

static const struct built_item TREE[] = {
    {.id = "A", .depth = 1, .weight = 30},   {.id = "A-1", .depth = 2, .weight = 1},
    {.id = "A-2", .depth = 2, .weight = 3},  {.id = "A-3", .depth = 2, .weight = 4},
    {.id = "A-3a", .depth = 3, .weight = 1}, {.id = "A-3b", .depth = 3, .weight = 1},
    {.id = "B", .depth = 1, .weight = 50},   {.id = "B-1", .depth = 2, .weight = 0},
    {.id = "B-2", .depth = 2, .weight = 2},  {.id = "C", .depth = 1, .weight = 20},
};
enum { ITEMS = COUNT_OF(TREE) + 1 };
static const char *const LEAVES[] = {"A-1", "A-2", "A-3a", "A-3b", "B-1", "B-2", "C"};

/* Answers in the order of LEAVES, NULL: agreed not applicable; what comes of them, -1: n/a. */
struct sum_case {
    const char *answers[COUNT_OF(LEAVES)];
    double total, a, a3, b; // evidenced, 0..100
    double share_a3a, share_b2;
};

static void check_figure(const struct result *result, const struct project *project, const char *id,
                         double want, size_t row)
{
    const struct item_score *got =
        &result->offers[0].items[id == NULL ? 0 : built_find(project, id)];
    check_int(got->in_sum, want >= 0, row);
    check_double(got->evidenced * 100, want >= 0 ? want : 0, row);
}

static struct offer *answering(struct project *project, const char *const *answers)
{
    struct offer *offer = built_offer(project, "acme");
    for (size_t a = 0; a < COUNT_OF(LEAVES); a++) {
        if (answers[a] == NULL) {
            built_reply(project, offer, LEAVES[a], REPLY_NOT_APPLICABLE);
            offer->findings.not_applicable[built_find(project, LEAVES[a])] = (struct applicability){
                .given = true, .agreed = true};
        } else {
            built_answer(project, offer, LEAVES[a], answers[a]);
        }
    }
    return offer;
}

static const struct sum_case SUM_CASES[] = {
    {{"Measured", "Measured", "Measured", "Measured", "Measured", "Measured", "Measured"},
     100,
     100,
     100,
     100,
     0.075,
     0.5},
    {{"Absent", "Partial", "Measured", "Absent", "Measured", "In place", "Partial"},
     30 * 3.5 / 8 + 37.5 + 10,
     350.0 / 8,
     50,
     75,
     0.075,
     0.5},
    // What left hands its weight to its siblings, at every level.
    {{"Absent", "Partial", "Measured", NULL, "Measured", "In place", "Partial"},
     30 * 5.5 / 8 + 37.5 + 10,
     550.0 / 8,
     100,
     75,
     0.15,
     0.5},
    {{"Absent", "Partial", NULL, NULL, "Measured", "In place", "Partial"},
     30 * 1.5 / 4 + 37.5 + 10,
     150.0 / 4,
     -1,
     75,
     0,
     0.5},
    // Only weights of 0 in play: the section is blank, never 0.
    {{"Absent", "Partial", "Absent", "Absent", "Measured", NULL, "Partial"},
     (30 * 1.5 / 8 + 10) * 2,
     150.0 / 8,
     0,
     -1,
     0.15,
     0},
    {{NULL, NULL, NULL, NULL, NULL, NULL, "Partial"}, 50, -1, -1, -1, 0, 0},
    {{NULL, NULL, NULL, NULL, NULL, NULL, NULL}, -1, -1, -1, -1, 0, 0},
    // A criterion that weighs nothing changes nothing.
    {{"Absent", "Absent", "Absent", "Absent", "Measured", "Absent", "Absent"},
     0,
     0,
     0,
     0,
     0.075,
     0.5},
};

static void a_section_is_the_weighted_mean_of_what_is_in_the_sum(void **state)
{
    for (size_t i = 0; i < COUNT_OF(SUM_CASES); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        answering(project, SUM_CASES[i].answers);
        struct result result = built_result(&arena, project);
        check_figure(&result, project, NULL, SUM_CASES[i].total, i);
        check_figure(&result, project, "A", SUM_CASES[i].a, i);
        check_figure(&result, project, "A-3", SUM_CASES[i].a3, i);
        check_figure(&result, project, "B", SUM_CASES[i].b, i);
        const struct scored_offer *got = &result.offers[0];
        check_double(got->items[built_find(project, "A-3a")].share, SUM_CASES[i].share_a3a, i);
        check_double(got->items[built_find(project, "B-2")].share, SUM_CASES[i].share_b2, i);
        check_int(got->has_total, SUM_CASES[i].total >= 0, i);
        arena_release(&arena);
    }
}

static void points_of_criteria_and_of_sections_add_up_to_the_total(void **state)
{
    static const char *const answers[][COUNT_OF(LEAVES)] = {
        {"Measured", "Partial", "In place", "Absent", "Measured", "In place", "Partial"},
        {NULL, "Partial", "In place", NULL, "Measured", "In place", "Partial"},
        {"Partial", "Partial", NULL, NULL, NULL, "Measured", "In place"},
    };
    for (size_t i = 0; i < COUNT_OF(answers); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        answering(project, answers[i]);
        struct result result = built_result(&arena, project);
        const struct item_score *items = result.offers[0].items;
        double of_criteria = 0;
        double of_top = 0;
        double shares = 0;
        for (size_t item = 1; item < ITEMS; item++) {
            const struct item *it = &project->evaluation.criteria.items[item];
            of_criteria += item_is_criterion(it) ? items[item].points : 0;
            shares += item_is_criterion(it) ? items[item].share : 0;
            of_top += it->parent == 0 ? items[item].points : 0;
        }
        check_double(of_criteria, items[0].evidenced * 100, i);
        check_double(of_top, items[0].evidenced * 100, i);
        check_double(items[0].points, items[0].evidenced * 100, i);
        check_double(shares, 1, i);
        arena_release(&arena);
    }
}

static void the_answered_share_counts_what_is_in_the_sum(void **state)
{
    static const struct {
        enum reply reply; // to C, which weighs 20 of 100
        bool agreed;
        double answered;
    } cases[] = {
        {REPLY_ANSWER, false, 1},        {REPLY_NONE, false, 0.8},
        {REPLY_DECLINED, false, 0.8},    {REPLY_NOT_APPLICABLE, false, 0.8},
        {REPLY_NOT_APPLICABLE, true, 1},
    };
    static const char *const all[] = {"Absent", "Partial", "Measured", "Absent",
                                      "Absent", "Partial", "Absent"};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        struct offer *offer = answering(project, all);
        if (cases[i].reply != REPLY_ANSWER) {
            built_reply(project, offer, "C", cases[i].reply);
        }
        offer->findings.not_applicable[built_find(project, "C")] = (struct applicability){
            .given = true, .agreed = cases[i].agreed};
        struct result result = built_result(&arena, project);
        check_double(result.offers[0].items[0].answered, cases[i].answered, i);
        arena_release(&arena);
    }
}

static void what_agreed_not_applicables_leave_is_told(void **state)
{
    static const struct {
        const char *answers[COUNT_OF(LEAVES)];
        double share;
        bool in_part;
    } cases[] = {
        {{"Absent", "Absent", "Absent", "Absent", "Absent", "Absent", "Absent"}, 1, false},
        // Exactly eighty of a hundred are enough; but section C is gone, and is no section.
        {{"Absent", "Absent", "Absent", "Absent", "Absent", "Absent", NULL}, 0.8, false},
        // An eighth of A left: 87.5 % of it remain.
        {{NULL, "Absent", "Absent", "Absent", "Absent", "Absent", "Absent"}, 0.9625, false},
        // Half of A-3.
        {{"Absent", "Absent", NULL, "Absent", "Absent", "Absent", "Absent"}, 0.925, true},
        {{"Absent", "Absent", "Absent", "Absent", "Absent", NULL, "Absent"}, 0.5, true},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        answering(project, cases[i].answers);
        struct result result = built_result(&arena, project);
        check_double(result.offers[0].compared_share, cases[i].share, i);
        check_int(result.offers[0].compared_in_part, cases[i].in_part, i);
        arena_release(&arena);
    }
}

static void shares_of_the_whole_follow_the_weights_alone(void **state)
{
    static const struct {
        const char *id;
        double share;
    } cases[] = {
        {"A", 0.3}, {"A-1", 0.0375}, {"A-3", 0.15}, {"A-3b", 0.075},
        {"B", 0.5}, {"B-1", 0},      {"B-2", 0.5},  {"C", 0.2},
    };
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    struct result result = built_result(&arena, project);
    check_double(result.shares[0], 1, 99);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_double(result.shares[built_find(project, cases[i].id)], cases[i].share, i);
    }
    assert_int_equal(result.offer_count, 0);
    assert_false(result.has_leader);
    arena_release(&arena);
}

static void other_weights_are_a_scoring_of_their_own(void **state)
{
    static const char *const answers[] = {"Absent", "Absent", "Absent",  "Absent",
                                          "Absent", "Absent", "Measured"};
    static const struct {
        double weight; // of C, in place of 20
        double total;
    } cases[] = {{20, 20}, {80, 50}, {0, 0}, {320, 80}};
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    answering(project, answers);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        double weights[ITEMS];
        for (size_t item = 0; item < ITEMS; item++) {
            weights[item] = project->evaluation.weights[item];
        }
        weights[built_find(project, "C")] = cases[i].weight;
        struct settings settings = settings_of(project);
        settings.weights = weights;
        struct result result = score_project(&arena, project, &settings);
        check_double(result.offers[0].published, cases[i].total, i);
    }
    // With no weight left at all nothing is in the sum.
    double none[ITEMS] = {0};
    struct settings settings = settings_of(project);
    settings.weights = none;
    struct result result = score_project(&arena, project, &settings);
    assert_false(result.offers[0].has_total);
    check_double(result.offers[0].compared_share, 1, 0);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_section_is_the_weighted_mean_of_what_is_in_the_sum),
        cmocka_unit_test(points_of_criteria_and_of_sections_add_up_to_the_total),
        cmocka_unit_test(the_answered_share_counts_what_is_in_the_sum),
        cmocka_unit_test(what_agreed_not_applicables_leave_is_told),
        cmocka_unit_test(shares_of_the_whole_follow_the_weights_alone),
        cmocka_unit_test(other_weights_are_a_scoring_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
