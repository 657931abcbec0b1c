#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "built_project.h"
#include "check.h"
#include "score/without.h"

static const struct built_item TREE[] = {
    {.id = "A", .depth = 1, .weight = 1},
};

enum { VENDORS_MOST = 3 };
static const char *const VENDORS[VENDORS_MOST] = {"acme", "globex", "initech"};

static struct result result_of(struct arena *arena, const char *const answers[VENDORS_MOST],
                               bool margin_ties)
{
    struct project *project = built_project(arena, TREE, COUNT_OF(TREE));
    project->evaluation.rules.margin_points = 30;
    project->evaluation.rules.margin_effect = margin_ties ? MARGIN_TIE : MARGIN_NOTE;
    built_gate(project, "A", GATE_AT_LEAST, "Partial");
    for (size_t v = 0; v < VENDORS_MOST && answers[v] != NULL; v++) {
        built_answer(project, built_offer(project, VENDORS[v]), "A", answers[v]);
    }
    return built_result(arena, project);
}

static void the_next_in_rank_leads_without_the_leader(void **state)
{
    static const struct {
        const char *answers[VENDORS_MOST]; // Absent: excluded
        size_t left_out;
        bool margin_ties; // of 30 points
        bool any, shared;
        size_t leader;
    } cases[] = {
        {{"Measured", "In place", "Partial"}, 0, false, true, false, 1},
        {{"Measured", "In place", "Partial"}, 2, false, true, false, 0},
        {{"Measured", "Partial", "Partial"}, 0, false, true, true, 1},
        {{"Measured", "Absent", "Partial"}, 0, false, true, false, 2},
        {{"Measured", "Absent", "Absent"}, 0, false, false, false, 0},
        {{"Measured", "Absent", "Absent"}, 1, false, true, false, 0},
        {{"Measured"}, 0, false, false, false, 0},
        // The margin counts from whoever is best then: 50 is within 30 of 75, and was not of 100.
        {{"Measured", "In place", "Partial"}, 0, true, true, true, 1},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct result result = result_of(&arena, cases[i].answers, cases[i].margin_ties);
        struct leader_without got = leader_without(&arena, &result, cases[i].left_out);
        check_int(got.any, cases[i].any, i);
        if (cases[i].any) {
            check_int((int64_t)got.leader, (int64_t)cases[i].leader, i);
            check_int(got.shared, cases[i].shared, i);
        }
        arena_release(&arena);
    }
}

static void the_result_itself_stays_as_it_was(void **state)
{
    static const char *const ANSWERS[VENDORS_MOST] = {"Measured", "In place", "Partial"};
    struct arena arena;
    arena_init(&arena);
    struct result result = result_of(&arena, ANSWERS, false);
    (void)leader_without(&arena, &result, 0);
    assert_int_equal(result.leader, 0);
    for (size_t o = 0; o < VENDORS_MOST; o++) {
        check_int((int64_t)result.offers[o].rank, (int64_t)o + 1, o);
    }
    arena_release(&arena);
}

static void a_loser_without_whom_prices_turn_is_believed(void **state)
{
    static const char *const ANSWERS[VENDORS_MOST] = {"Measured", "In place", "Partial"};
    static const struct price_turn TURN = {.left_out = 2, .new_leader = 1};
    struct arena arena;
    arena_init(&arena);
    struct result result = result_of(&arena, ANSWERS, false);
    result.price_turns = &TURN;
    result.price_turn_count = 1;
    struct leader_without got = leader_without(&arena, &result, 2);
    assert_true(got.any);
    assert_int_equal(got.leader, 1);
    assert_int_equal(leader_without(&arena, &result, 1).leader, 0);
    arena_release(&arena);
}

/* Quality 60, price 40; acme leads with the lowest bid of 100, and is left out. */
static void prices_are_measured_anew_without_the_leader(void **state)
{
    static const struct built_item PRICED[] = {
        {.id = "P", .depth = 1, .weight = 40, .answer = ANSWER_PRICE},
        {.id = "Q", .depth = 1, .weight = 60},
    };
    static const struct {
        enum price_formula formula;
        const char *globex_asks, *initech_asks;
        size_t leader;
        bool shared;
    } cases[] = {
        // as they stand 30 + 20 against 45 + 16: initech; anew 30 + 40 against 45 + 32: initech
        {PRICE_LOWEST_PROPORTIONAL, "200", "250", 2, false},
        // as they stand 30 + 8 against 45 + 2: initech; anew 30 + 40 against 45 + 10: globex
        {PRICE_LOWEST_PROPORTIONAL, "500", "2000", 1, false},
        // as they stand 30 + 8 against 45 + 5; anew 30 + 40 against 45 + 25: equal
        {PRICE_LOWEST_PROPORTIONAL, "500", "800", 1, true},
        // as they stand 30 + 0 against 45 + 0; anew 30 + 40 against 45 + 0
        {PRICE_LINEAR_FROM_LOWEST, "500", "1000", 1, false},
        // a fixed budget: 30 + 20 against 45 + 0 with acme and without
        {PRICE_BUDGET_LINEAR, "500", "1000", 1, false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *const prices[] = {"100", cases[i].globex_asks, cases[i].initech_asks};
        static const char *const LEVELS[] = {"Measured", "Partial", "In place"};
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, PRICED, COUNT_OF(PRICED));
        project->evaluation.rules.price = (struct price_rule){
            .formula = cases[i].formula, .budget = 1000, .has_budget = true, .has_floor = true};
        for (size_t v = 0; v < VENDORS_MOST; v++) {
            struct offer *offer = built_offer(project, VENDORS[v]);
            built_answer(project, offer, "P", prices[v]);
            built_answer(project, offer, "Q", LEVELS[v]);
        }
        struct result result = built_result(&arena, project);
        check_int((int64_t)result.leader, 0, i);
        struct leader_without got = leader_without(&arena, &result, 0);
        check_int(got.any, true, i);
        check_int((int64_t)got.leader, (int64_t)cases[i].leader, i);
        check_int(got.shared, cases[i].shared, i);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_next_in_rank_leads_without_the_leader),
        cmocka_unit_test(the_result_itself_stays_as_it_was),
        cmocka_unit_test(a_loser_without_whom_prices_turn_is_believed),
        cmocka_unit_test(prices_are_measured_anew_without_the_leader),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
