/* The award: whether a decision is final, whether it departs, and with whom one would sign. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "built_project.h"
#include "check.h"
#include "score/award.h"

static const struct built_item RATES[] = {
    {.id = "A", .depth = 1, .weight = 1, .answer = ANSWER_PERCENT},
};

enum { NOBODY = 9 };

/* The position is 2026-10-15; Acme has 90, Globex 70, Initech was invited and does not matter. */
static const struct {
    const char *chosen; // NULL: nothing is decided
    struct date on;
    struct date signed_on[2]; // year 0: without a day
    size_t signatures;
    enum plan_state plan;
    bool is_open; // Initech has not answered, so that the result is provisional
    enum award_state state;
    bool departs;
    size_t partner; // index into the offers
} CASES[] = {
    {NULL, {0}, {{0}}, 0, PLAN_NONE, false, AWARD_NONE, false, 0},
    {"acme", {2026, 10, 20}, {{2026, 10, 18}}, 1, PLAN_UNCHANGED, false, AWARD_FINAL, false, 0},
    {"acme", {2026, 10, 15}, {{2026, 10, 18}}, 1, PLAN_NONE, false, AWARD_FINAL, false, 0},
    {"GLOBEX", {2026, 10, 20}, {{2026, 10, 18}}, 1, PLAN_NONE, false, AWARD_FINAL, true, 1},
    // Before the position, unsigned, or signed by one without a day.
    {"acme", {2026, 10, 14}, {{2026, 10, 18}}, 1, PLAN_NONE, false, AWARD_NOT_APPROVED, false, 0},
    {"acme", {0}, {{2026, 10, 18}}, 1, PLAN_NONE, false, AWARD_NOT_APPROVED, false, 0},
    {"acme", {2026, 10, 20}, {{0}}, 0, PLAN_NONE, false, AWARD_NOT_APPROVED, false, 0},
    {"acme",
     {2026, 10, 20},
     {{2026, 10, 18}, {0}},
     2,
     PLAN_NONE,
     false,
     AWARD_NOT_APPROVED,
     false,
     0},
    {"acme",
     {2026, 10, 20},
     {{2026, 10, 18}},
     1,
     PLAN_CHANGED,
     false,
     AWARD_PLAN_CHANGED,
     false,
     0},
    {"acme", {2026, 10, 20}, {{2026, 10, 18}}, 1, PLAN_CHANGED, true, AWARD_PROVISIONAL, false, 0},
    // Who is not scored cannot come first, and there are no terms to sign on.
    {"initech",
     {2026, 10, 20},
     {{2026, 10, 18}},
     1,
     PLAN_NONE,
     true,
     AWARD_PROVISIONAL,
     true,
     NOBODY},
};

static void set_up(struct project *project, size_t row, struct signature *signatures)
{
    built_answer(project, built_offer(project, "acme"), "A", "0.9");
    built_answer(project, built_offer(project, "globex"), "A", "0.7");
    if (CASES[row].is_open) {
        built_offer(project, "initech")->state = OFFER_MISSING;
    }
    for (size_t s = 0; s < CASES[row].signatures; s++) {
        signatures[s] = (struct signature){.name = "J. Kern", .on = CASES[row].signed_on[s]};
    }
    project->evaluation.approvals = signatures;
    project->evaluation.approval_count = CASES[row].signatures;
    project->evaluation.decision = (struct decision){
        .chosen = CASES[row].chosen, .by = "Board", .on = CASES[row].on, .why = "First"};
    project->plan.state = CASES[row].plan;
}

static void a_decision_is_final_once_nothing_stands_against_it(void **state)
{
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, RATES, COUNT_OF(RATES));
        struct signature signatures[2];
        set_up(project, i, signatures);
        struct settings settings = settings_of(project);
        const struct result result = score_project(&arena, project, &settings);
        const struct award award = award_of(&result);
        const struct scored_offer *partner = award_partner(&result);
        check_int(award.state, CASES[i].state, i);
        check_int(award.departs, CASES[i].departs, i);
        check_int(partner == NULL ? NOBODY : (int)(partner - result.offers), (int)CASES[i].partner,
                  i);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_decision_is_final_once_nothing_stands_against_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
