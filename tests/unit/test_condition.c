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
    {.id = "A", .depth = 1, .weight = 40, .kinds = "policy report"},
    {.id = "B", .depth = 1, .weight = 30},
    {.id = "C", .depth = 1, .weight = 20},
    {.id = "D", .depth = 1, .weight = 10},
};

/* One target of `In place` on A, and whether the condition is proposed and for how many points. */
static void a_missed_target_is_a_condition_worth_what_it_lacks(void **state)
{
    static const struct {
        enum reply reply;
        const char *answer, *shown, *kind;
        bool missed;
        double points;
    } cases[] = {
        {REPLY_ANSWER, "Partial", NULL, "report", true, 40 * 0.25},
        {REPLY_ANSWER, "Partial", NULL, NULL, true, 40 * 0.5},
        {REPLY_ANSWER, "Absent", NULL, NULL, true, 40 * 0.75},
        // Reached by the answer: what lacks is proof, not the level.
        {REPLY_ANSWER, "In place", NULL, NULL, false, 0},
        {REPLY_ANSWER, "Measured", NULL, NULL, false, 0},
        // The level that is shown is in force.
        {REPLY_ANSWER, "Measured", "Partial", "report", true, 40 * 0.25},
        {REPLY_ANSWER, "Measured", "In place", "report", false, 0},
        {REPLY_NONE, NULL, NULL, NULL, true, 30},
        {REPLY_DECLINED, NULL, NULL, NULL, true, 30},
        {REPLY_NOT_APPLICABLE, NULL, NULL, NULL, true, 30},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        struct offer *offer = built_offer(project, "acme");
        built_target(project, "A", "In place");
        if (cases[i].reply == REPLY_ANSWER) {
            built_answer(project, offer, "A", cases[i].answer);
        } else {
            built_reply(project, offer, "A", cases[i].reply);
        }
        if (cases[i].kind != NULL) {
            built_evidence(project, offer, "A", cases[i].kind);
        }
        if (cases[i].shown != NULL) {
            built_shows(project, offer, "A", cases[i].shown);
        }
        struct result result = built_result(&arena, project);
        check_int((int64_t)result.offers[0].condition_count, cases[i].missed, i);
        if (cases[i].missed) {
            const struct condition *got = &result.offers[0].conditions[0];
            check_double(got->points, cases[i].points, i);
            check_text(got->text, "Reach In place on Title of A", i);
            check_int(got->source, CONDITION_TARGET, i);
            check_int(got->must, false, i);
        }
        arena_release(&arena);
    }
}

static void what_is_not_in_the_sum_or_not_asked_misses_no_target(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    struct offer *offer = built_offer(project, "acme");
    built_target(project, "A", "In place");
    struct when when = {
        .item = built_find(project, "B"), .words = built_word(&arena, "Measured"), .word_count = 1};
    built_item(project, "A")->whens = &when;
    built_item(project, "A")->when_count = 1;
    assert_int_equal(built_result(&arena, project).offers[0].condition_count, 0);
    built_item(project, "A")->when_count = 0;
    built_reply(project, offer, "A", REPLY_NOT_APPLICABLE);
    project->evaluation.rules.not_applicable_accept = true;
    assert_int_equal(built_result(&arena, project).offers[0].condition_count, 0);
    arena_release(&arena);
}

static void a_level_misses_its_target_by_place(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    built_target(project, "B", "Planned");
    built_answer(project, built_offer(project, "acme"), "B", "Absent");
    built_answer(project, built_offer(project, "globex"), "B", "Planned");
    struct result result = built_result(&arena, project);
    // Two levels of one worth: missed, though it costs no point.
    assert_int_equal(result.offers[0].condition_count, 1);
    check_double(result.offers[0].conditions[0].points, 0, 0);
    assert_int_equal(result.offers[1].condition_count, 0);
    // Silence is below any level but the lowest.
    built_reply(project, &project->offers[1], "B", REPLY_NONE);
    assert_int_equal(built_result(&arena, project).offers[1].condition_count, 1);
    built_item(project, "B")->target_place = 0;
    assert_int_equal(built_result(&arena, project).offers[1].condition_count, 0);
    arena_release(&arena);
}

static void a_number_misses_its_target_by_value(void **state)
{
    static const struct {
        const char *answer;
        bool missed;
        double points;
    } cases[] = {{"0.6", true, 30 * 0.2}, {"0.8", false, 0}, {"0.9", false, 0}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        built_item(project, "B")->answer.kind = ANSWER_PERCENT;
        built_target(project, "B", "0.8");
        built_answer(project, built_offer(project, "acme"), "B", cases[i].answer);
        struct result result = built_result(&arena, project);
        check_int((int64_t)result.offers[0].condition_count, cases[i].missed, i);
        if (cases[i].missed) {
            check_double(result.offers[0].conditions[0].points, cases[i].points, i);
        }
        arena_release(&arena);
    }
}

/* Four criteria that miss their targets, D with a must, and a requirement on B to be proven. */
static struct offer *open_offer(struct project *project)
{
    struct offer *offer = built_offer(project, "acme");
    static const char *const ids[] = {"A", "B", "C", "D"};
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        built_answer(project, offer, ids[i], "Partial");
        built_target(project, ids[i], "Measured");
    }
    built_item(project, "D")->condition = (struct contract_condition){
        .text = "Name a deputy.", .must = true, .owner = "Legal"};
    built_gate(project, "A", GATE_AT_LEAST, "Partial");
    struct gate *gate = &built_item(project, "A")->gate;
    gate->has_proof = true;
    gate->proof = GRADE_INDEPENDENT;
    gate->prove_owner = "CISO";
    gate->prove_on = (struct date){2026, 12, 1};
    return offer;
}

static void conditions_stand_by_must_and_points(void **state)
{
    static const struct {
        size_t item;
        enum condition_source source;
        bool must;
        double points;
        const char *text, *owner;
    } want[] = {
        {4, CONDITION_TARGET, true, 5, "Name a deputy.", "Legal"},
        {1, CONDITION_GATE, true, 0, "Bring independent proof for Title of A", "CISO"},
        {1, CONDITION_TARGET, false, 30, "Reach Measured on Title of A", NULL},
        {2, CONDITION_TARGET, false, 15, "Reach Measured on Title of B", NULL},
        {3, CONDITION_TARGET, false, 10, "Reach Measured on Title of C", NULL},
    };
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    open_offer(project);
    struct result result = built_result(&arena, project);
    const struct scored_offer *got = &result.offers[0];
    assert_int_equal(got->condition_count, COUNT_OF(want));
    for (size_t i = 0; i < COUNT_OF(want); i++) {
        check_int((int64_t)got->conditions[i].item, (int64_t)want[i].item, i);
        check_int(got->conditions[i].source, want[i].source, i);
        check_int(got->conditions[i].must, want[i].must, i);
        check_double(got->conditions[i].points, want[i].points, i);
        check_text(got->conditions[i].text, want[i].text, i);
        check_text(got->conditions[i].owner, want[i].owner, i);
    }
    assert_int_equal(got->conditions[1].due.month, 12);
    arena_release(&arena);
}

/* 3 * 0.75 and 9 * 0.25 of 14 are equal, and not in their last binary digit. */
static void equal_points_stand_in_tree_order(void **state)
{
    static const struct built_item EQUAL[] = {
        {.id = "A", .depth = 1, .weight = 3, .kinds = "policy report"},
        {.id = "B", .depth = 1, .weight = 9},
        {.id = "C", .depth = 1, .weight = 2},
    };
    static const struct {
        const char *answer, *target_a, *target_b; // NULL: none
        enum condition_source source;
    } cases[] = {
        {"Absent", "In place", "Measured", CONDITION_TARGET},
        {"Measured", NULL, NULL, CONDITION_SHORTFALL}, // no evidence: a quarter
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, EQUAL, COUNT_OF(EQUAL));
        struct offer *offer = built_offer(project, "acme");
        built_answer(project, offer, "A", cases[i].answer);
        built_answer(project, offer, "B", "In place");
        built_answer(project, offer, "C", "Measured");
        if (cases[i].target_a != NULL) {
            built_target(project, "A", cases[i].target_a);
            built_target(project, "B", cases[i].target_b);
        }
        struct result result = built_result(&arena, project);
        const struct scored_offer *got = &result.offers[0];
        check_int((int64_t)got->condition_count, 2, i);
        for (size_t c = 0; c < 2; c++) {
            check_int((int64_t)got->conditions[c].item, (int64_t)c + 1, i);
            check_int(got->conditions[c].source, cases[i].source, i);
        }
        arena_release(&arena);
    }
}

static void a_waiver_becomes_a_condition(void **state)
{
    static const struct {
        struct date until;
        const char *meanwhile, *text;
    } cases[] = {
        {{2027, 1, 31},
         "Traffic limited",
         "Meet Title of B by 31 Jan 2027, waived by CISO; meanwhile: Traffic limited"},
        {{0}, NULL, "Meet Title of B, waived by CISO"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        built_offer(project, "acme");
        built_gate(project, "B", GATE_AT_LEAST, "Partial");
        struct waiver waiver = {.vendor = "acme",
                                .item = 2,
                                .by = "CISO",
                                .until = cases[i].until,
                                .meanwhile = cases[i].meanwhile};
        project->evaluation.waivers = &waiver;
        project->evaluation.waiver_count = 1;
        struct result result = built_result(&arena, project);
        const struct condition *got = &result.offers[0].conditions[0];
        check_int((int64_t)result.offers[0].condition_count, 1, i);
        check_text(got->text, cases[i].text, i);
        check_int(got->source, CONDITION_WAIVER, i);
        check_int(got->must, true, i);
        check_double(got->points, 0, i);
        check_text(got->owner, "CISO", i);
        check_int(got->due.year, cases[i].until.year, i);
        arena_release(&arena);
    }
}

static void a_requirement_not_yet_scored_by_us_is_no_term_for_the_vendor(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    built_item(project, "B")->answer.kind = ANSWER_TEXT;
    built_gate(project, "B", GATE_PROOF_ONLY, NULL);
    built_answer(project, built_offer(project, "acme"), "B", "1");
    struct result result = built_result(&arena, project);
    assert_int_equal(result.offers[0].gates[0].result, GATE_TO_BE_PROVEN);
    assert_int_equal(result.offers[0].condition_count, 0);
    arena_release(&arena);
}

static void a_closed_condition_is_marked_for_its_vendor_alone(void **state)
{
    static const struct {
        const char *vendor;
        bool closed;
    } cases[] = {{"acme", true}, {"ACME", true}, {"globex", false}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        open_offer(project);
        struct closed_condition closed = {.vendor = cases[i].vendor, .item = 4};
        project->evaluation.closed = &closed;
        project->evaluation.closed_count = 1;
        struct result result = built_result(&arena, project);
        check_int((int64_t)result.offers[0].conditions[0].item, 4, i);
        check_int(result.offers[0].conditions[0].closed, cases[i].closed, i);
        check_int(result.offers[0].conditions[1].closed, false, i);
        arena_release(&arena);
    }
}

/* Answers to A to D, none with evidence, so that A is worth a quarter at most. */
struct shortfall_case {
    const char *answers[COUNT_OF(TREE)];
    size_t close;           // an item whose condition is closed; 0: none
    size_t items[3];        // the shortfalls wanted, largest first; 0: no more
    const char *first_text; // NULL: not looked at
};

static void a_list_of_conditions_is_never_empty(void **state)
{
    static const struct shortfall_case cases[] = {
        {{"Measured", "In place", "Measured", "Absent"},
         0,
         {1, 4, 2},
         "Prove what is claimed on Title of A"},
        {{"Absent", "Measured", "Measured", "Partial"}, 0, {1, 4, 0}, "Improve on Title of A"},
        {{"Absent", "Measured", "Measured", "Partial"}, 1, {4, 0, 0}, "Extend the pilot."},
        // Acceptable as it is: no list is needed.
        {{"Partial", "Measured", "Measured", "Measured"}, 0, {0, 0, 0}, NULL},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        struct offer *offer = built_offer(project, "acme");
        built_item(project, "D")->condition.text = "Extend the pilot.";
        for (size_t a = 0; a < COUNT_OF(TREE); a++) {
            built_answer(project, offer, TREE[a].id, cases[i].answers[a]);
        }
        struct closed_condition closed = {.vendor = "acme", .item = cases[i].close};
        project->evaluation.closed = &closed;
        project->evaluation.closed_count = 1;
        struct result result = built_result(&arena, project);
        const struct scored_offer *got = &result.offers[0];
        size_t wanted = 0;
        for (size_t s = 0; s < COUNT_OF(cases[i].items) && cases[i].items[s] != 0; s++) {
            wanted++;
            check_int((int64_t)got->conditions[s].item, (int64_t)cases[i].items[s], i);
            check_int(got->conditions[s].source, CONDITION_SHORTFALL, i);
            const struct item_score *figures = &got->items[cases[i].items[s]];
            check_double(got->conditions[s].points, 100 * figures->share * (1 - figures->evidenced),
                         i);
        }
        check_int((int64_t)got->condition_count, (int64_t)wanted, i);
        check_int(got->outcome, wanted > 0 ? OUTCOME_CONDITIONS : OUTCOME_ACCEPTABLE, i);
        if (cases[i].first_text != NULL) {
            check_text(got->conditions[0].text, cases[i].first_text, i);
        }
        arena_release(&arena);
    }
}

static void a_list_with_an_open_condition_is_left_as_it_is(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    struct offer *offer = built_offer(project, "acme");
    built_target(project, "D", "Measured");
    for (size_t a = 0; a < COUNT_OF(TREE); a++) {
        built_answer(project, offer, TREE[a].id, a == 1 ? "Measured" : "In place");
    }
    struct result result = built_result(&arena, project);
    assert_int_equal(result.offers[0].outcome, OUTCOME_CONDITIONS);
    assert_int_equal(result.offers[0].condition_count, 1);
    assert_int_equal(result.offers[0].conditions[0].source, CONDITION_TARGET);
    // Closed, it leaves the list empty, and others take its place behind it.
    struct closed_condition closed = {.vendor = "acme", .item = built_find(project, "D")};
    project->evaluation.closed = &closed;
    project->evaluation.closed_count = 1;
    struct result shortfalls = built_result(&arena, project);
    const struct scored_offer *got = &shortfalls.offers[0];
    assert_int_equal(got->condition_count, 3);
    assert_int_equal(got->conditions[0].item, built_find(project, "A"));
    assert_int_equal(got->conditions[1].item, built_find(project, "C"));
    assert_true(got->conditions[2].closed);
    arena_release(&arena);
}

static void a_price_is_a_shortfall_only_where_nothing_else_falls_short(void **state)
{
    static const struct built_item PRICED[] = {
        {.id = "P", .depth = 1, .weight = 60, .answer = ANSWER_PRICE},
        {.id = "Q", .depth = 1, .weight = 40},
    };
    static const struct {
        const char *level, *item, *text;
        double points;
    } cases[] = {
        // 60 * 0.5 + 40 * 0.75 = 60; the price lacks 30, quality 10
        {"In place", "Q", "Improve on Title of Q", 10},
        // 60 * 0.5 + 40 = 70, under a band of 80
        {"Measured", "P", "Negotiate Title of P", 30},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, PRICED, COUNT_OF(PRICED));
        project->evaluation.rules.acceptable = 80;
        project->evaluation.rules.price = (struct price_rule){.formula = PRICE_BUDGET_LINEAR,
                                                              .budget = 500,
                                                              .floor = 300,
                                                              .has_budget = true,
                                                              .has_floor = true};
        struct offer *offer = built_offer(project, "acme");
        built_answer(project, offer, "P", "400");
        built_answer(project, offer, "Q", cases[i].level);
        const struct result result = built_result(&arena, project);
        const struct scored_offer *got = &result.offers[0];
        check_int(got->outcome, OUTCOME_CONDITIONS, i);
        check_int((int64_t)got->condition_count, 1, i);
        check_int((int64_t)got->conditions[0].item, (int64_t)built_find(project, cases[i].item), i);
        check_text(got->conditions[0].text, cases[i].text, i);
        check_double(got->conditions[0].points, cases[i].points, i);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_missed_target_is_a_condition_worth_what_it_lacks),
        cmocka_unit_test(what_is_not_in_the_sum_or_not_asked_misses_no_target),
        cmocka_unit_test(a_level_misses_its_target_by_place),
        cmocka_unit_test(a_number_misses_its_target_by_value),
        cmocka_unit_test(conditions_stand_by_must_and_points),
        cmocka_unit_test(equal_points_stand_in_tree_order),
        cmocka_unit_test(a_waiver_becomes_a_condition),
        cmocka_unit_test(a_requirement_not_yet_scored_by_us_is_no_term_for_the_vendor),
        cmocka_unit_test(a_closed_condition_is_marked_for_its_vendor_alone),
        cmocka_unit_test(a_list_of_conditions_is_never_empty),
        cmocka_unit_test(a_list_with_an_open_condition_is_left_as_it_is),
        cmocka_unit_test(a_price_is_a_shortfall_only_where_nothing_else_falls_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
