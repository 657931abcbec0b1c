#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "built_project.h"
#include "check.h"
#include "model/clarification.h"
#include "score/clarification_effect.h"

/* Q and R weigh 30 each, price 40. */
static const struct built_item TREE[] = {
    {.id = "P", .depth = 1, .weight = 40, .answer = ANSWER_PRICE},
    {.id = "Q", .depth = 1, .weight = 30},
    {.id = "R", .depth = 1, .weight = 30},
};

/* acme: Q and R In place, bids 400; globex likewise, bids 200. */
static struct project *project_of(struct arena *arena, enum price_formula formula)
{
    static const char *const VENDORS[] = {"acme", "globex"};
    static const char *const PRICES[] = {"400", "200"};
    struct project *project = built_project(arena, TREE, COUNT_OF(TREE));
    project->evaluation.rules.price = (struct price_rule){.formula = formula,
                                                          .budget = 500,
                                                          .floor = 100,
                                                          .has_budget = true,
                                                          .has_floor = true,
                                                          .given = true};
    for (size_t v = 0; v < COUNT_OF(VENDORS); v++) {
        struct offer *offer = built_offer(project, VENDORS[v]);
        built_answer(project, offer, "P", PRICES[v]);
        built_answer(project, offer, "Q", "In place");
        built_answer(project, offer, "R", "In place");
    }
    return project;
}

/* A clarification stands instead of the answer that was given before; NULL: a blank. */
static void clarify(struct arena *arena, const struct project *project, const char *id,
                    const char *before, size_t clarification)
{
    struct offer *offer = &project->offers[0];
    struct answer *answer = &offer->response.answers[built_find(project, id)];
    const struct answer now = *answer;
    struct answer *given = arena_alloc(arena, 1, sizeof *given);
    struct answer *first = arena_alloc(arena, 1, sizeof *first);
    *given = now;
    if (before != NULL) {
        built_answer(project, offer, id, before);
        *first = *answer;
    }
    *answer = now;
    answer->first = first;
    answer->given = given;
    answer->clarification = clarification;
}

/* Lay a clarification over the answer in force: another answer, or NULL: only a note. */
static void clarify_again(struct arena *arena, const struct project *project, const char *id,
                          const char *reply, size_t clarification)
{
    struct offer *offer = &project->offers[0];
    struct answer *answer = &offer->response.answers[built_find(project, id)];
    struct answer *first = arena_alloc(arena, 1, sizeof *first);
    struct answer *given = arena_alloc(arena, 1, sizeof *given);
    *first = *answer;
    given->note = "More";
    if (reply != NULL) {
        built_answer(project, offer, id, reply);
        *given = *answer;
    }
    *answer = clarification_answer(arena, first, given);
    answer->first = first;
    answer->given = given;
    answer->clarification = clarification;
}

static void an_answer_is_worth_what_it_adds_to_its_vendor(void **state)
{
    static const struct {
        enum price_formula formula;
        const char *gate; // on Q; NULL: none
        const char *id, *before;
        double points;
        enum outcome outcome_before;
    } cases[] = {
        // 0.75 - 0.5 of 30; before: 40 * 0.25 + 15 + 22.5 = 47.5
        {PRICE_BUDGET_LINEAR, NULL, "Q", "Partial", 7.5, OUTCOME_NOT_ACCEPTABLE},
        {PRICE_BUDGET_LINEAR, NULL, "Q", "Measured", -7.5, OUTCOME_CONDITIONS}, // 62.5
        {PRICE_BUDGET_LINEAR, NULL, "Q", NULL, 22.5, OUTCOME_INCOMPLETE},
        {PRICE_BUDGET_LINEAR, "In place", "Q", "Partial", 7.5, OUTCOME_EXCLUDED},
        // (500 - 400) / 400 against (500 - 300) / 400, of 40
        {PRICE_BUDGET_LINEAR, NULL, "P", "300", -10, OUTCOME_CONDITIONS},
        // 200 / 400 of 40 either way; excluded before, but the other bid is the lowest
        {PRICE_LOWEST_PROPORTIONAL, "In place", "Q", "Partial", 7.5, OUTCOME_EXCLUDED},
        // 200 / 400 against 1 for the lowest bid of 100
        {PRICE_LOWEST_PROPORTIONAL, NULL, "P", "100", -20, OUTCOME_ACCEPTABLE},
        // without a price the others are 45 of 60
        {PRICE_LOWEST_PROPORTIONAL, NULL, "P", NULL, 20, OUTCOME_INCOMPLETE},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = project_of(&arena, cases[i].formula);
        if (cases[i].gate != NULL) {
            built_gate(project, "Q", GATE_AT_LEAST, cases[i].gate);
        }
        clarify(&arena, project, cases[i].id, cases[i].before, 3);
        const struct result result = built_result(&arena, project);
        check_int((int64_t)result.clarification_effect_count, 1, i);
        const struct clarification_effect *effect = &result.clarification_effects[0];
        check_int((int64_t)effect->clarification, 3, i);
        check_int((int64_t)effect->offer, 0, i);
        check_int((int64_t)effect->item, (int64_t)built_find(project, cases[i].id), i);
        check_double(effect->points, cases[i].points, i);
        check_int(effect->outcome_before, cases[i].outcome_before, i);
        arena_release(&arena);
    }
}

/* The same as scoring everything with the first answer, if others' bids and the panel allow. */
static void the_panel_judges_the_first_answer_too(void **state)
{
    static const struct {
        bool marks_other; // the evaluator marks globex, too
        enum reply reply; // of the answer now in force
        const char *before;
        double points;
    } cases[] = {
        // The panel says Partial of whatever was answered: no difference.
        {true, REPLY_ANSWER, "Measured", 0},
        // Absent before: the panel's Partial counts as the answer's, which is 0.
        {true, REPLY_ANSWER, "Absent", 15},
        // Silence before is not judged: the panel's Partial is all gained.
        {true, REPLY_ANSWER, NULL, 15},
        // Declined now: what was lost is the panel's Partial.
        {true, REPLY_DECLINED, "Measured", -15},
        // Not marked for all: In place counts, and Measured counted before.
        {false, REPLY_ANSWER, "Measured", -7.5},
        {false, REPLY_DECLINED, "Measured", -30},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = project_of(&arena, PRICE_BUDGET_LINEAR);
        struct assessment *jk = built_evaluator(project, "jk");
        built_mark(project, jk, "acme", "Q", "Partial");
        if (cases[i].marks_other) {
            built_mark(project, jk, "globex", "Q", "Partial");
        }
        built_answer(project, &project->offers[0], "Q", "In place");
        if (cases[i].reply != REPLY_ANSWER) {
            built_reply(project, &project->offers[0], "Q", cases[i].reply);
        }
        clarify(&arena, project, "Q", cases[i].before, 0);
        const struct result result = built_result(&arena, project);
        check_double(result.clarification_effects[0].points, cases[i].points, i);
        arena_release(&arena);
    }
}

static void effects_come_by_clarification_then_in_tree_order(void **state)
{
    struct arena arena;
    (void)state;
    arena_init(&arena);
    struct project *project = project_of(&arena, PRICE_BUDGET_LINEAR);
    clarify(&arena, project, "P", "400", 2);
    clarify(&arena, project, "Q", "In place", 1);
    clarify(&arena, project, "R", "Partial", 1);
    const struct result result = built_result(&arena, project);
    assert_int_equal(result.clarification_effect_count, 3);
    assert_int_equal(result.clarification_effects[0].item, built_find(project, "Q"));
    assert_int_equal(result.clarification_effects[1].item, built_find(project, "R"));
    assert_int_equal(result.clarification_effects[2].item, built_find(project, "P"));
    assert_false(clarification_effect_moved(&result.clarification_effects[0], &result));
    assert_true(clarification_effect_moved(&result.clarification_effects[1], &result));
    arena_release(&arena);
}

/* One effect a clarification: the others over what stood before it. */
static void each_of_a_chain_has_its_effect(void **state)
{
    static const struct {
        const char *replies[3]; // over In place (0.75 of 30); NULL: only a note
        double points[3];
    } cases[] = {
        {{"Partial", NULL, NULL}, {-7.5, 0, 0}},
        {{NULL, "Partial", NULL}, {0, -7.5, 0}},
        {{NULL, NULL, "Measured"}, {0, 0, 7.5}},
        // Measured against Partial; without Partial there is Measured all the same.
        {{"Partial", "Measured", NULL}, {0, 15, 0}},
        {{"Partial", NULL, "Measured"}, {0, 0, 15}},
        {{"Absent", "Partial", "Measured"}, {0, 0, 15}},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = project_of(&arena, PRICE_BUDGET_LINEAR);
        for (size_t k = 0; k < COUNT_OF(cases[i].replies); k++) {
            clarify_again(&arena, project, "Q", cases[i].replies[k], k);
        }
        const struct result result = built_result(&arena, project);
        check_int((int64_t)result.clarification_effect_count, 3, i);
        for (size_t k = 0; k < COUNT_OF(cases[i].points); k++) {
            const struct clarification_effect *effect = &result.clarification_effects[k];
            check_int((int64_t)effect->clarification, (int64_t)k, i);
            check_int((int64_t)effect->item, (int64_t)built_find(project, "Q"), i);
            check_double(effect->points, cases[i].points[k], i);
        }
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_is_worth_what_it_adds_to_its_vendor),
        cmocka_unit_test(the_panel_judges_the_first_answer_too),
        cmocka_unit_test(each_of_a_chain_has_its_effect),
        cmocka_unit_test(effects_come_by_clarification_then_in_tree_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
