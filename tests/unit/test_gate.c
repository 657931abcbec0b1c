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

#include <string.h>

static const struct built_item TREE[] = {
    {.id = "A", .depth = 1, .weight = 1, .kinds = "policy report"},
    {.id = "B", .depth = 1, .weight = 1, .answer = ANSWER_YES_NO},
    {.id = "C", .depth = 1, .weight = 1, .answer = ANSWER_NUMBER},
    {.id = "D", .depth = 1, .weight = 1, .answer = ANSWER_TEXT},
    {.id = "E", .depth = 1, .weight = 1, .answer = ANSWER_PRICE},
    {.id = "S", .depth = 1, .weight = 4},
    {.id = "S-1", .depth = 2, .weight = 1},
    {.id = "S-2", .depth = 2, .weight = 1},
};

/* A gate on one criterion, what is answered, and how it is judged. */
struct level_case {
    const char *id;
    enum gate_test test;
    const char *bound;
    enum reply reply;
    const char *answer, *shown; // shown NULL: no finding
    enum gate_result result;
    const char *why; // a part of it
};

static const struct level_case LEVEL_CASES[] = {
    {"A", GATE_AT_LEAST, "Partial", REPLY_ANSWER, "Partial", NULL, GATE_MET,
     "the answer is `Partial`"},
    {"A", GATE_AT_LEAST, "Partial", REPLY_ANSWER, "Measured", NULL, GATE_MET, "Measured"},
    {"A", GATE_AT_LEAST, "Partial", REPLY_ANSWER, "Planned", NULL, GATE_NOT_MET,
     "the answer is `Planned`; at least Partial is required"},
    // Two levels of one worth are two levels.
    {"A", GATE_AT_LEAST, "Planned", REPLY_ANSWER, "Absent", NULL, GATE_NOT_MET, "Absent"},
    {"A", GATE_AT_MOST, "Partial", REPLY_ANSWER, "In place", NULL, GATE_NOT_MET,
     "at most Partial is required"},
    {"A", GATE_IS, "in place", REPLY_ANSWER, "In place", NULL, GATE_MET, "In place"},
    {"A", GATE_ONE_OF, "In place", REPLY_ANSWER, "Measured", NULL, GATE_NOT_MET,
     "one of In place is required"},
    // A contradiction counts only where what is shown falls short.
    {"A", GATE_AT_LEAST, "Partial", REPLY_ANSWER, "Measured", "In place", GATE_MET,
     "a finding shows `In place`"},
    {"A", GATE_AT_LEAST, "Partial", REPLY_ANSWER, "Measured", "Planned", GATE_NOT_MET,
     "a finding shows `Planned`; at least Partial is required"},
    {"A", GATE_AT_LEAST, "Partial", REPLY_ANSWER, "Planned", "Measured", GATE_NOT_MET,
     "the answer is `Planned`"},
    {"A", GATE_PROOF_ONLY, NULL, REPLY_ANSWER, "Absent", NULL, GATE_MET, "Absent"},
    {"A", GATE_AT_LEAST, "Partial", REPLY_NONE, NULL, NULL, GATE_NOT_MET, "no answer"},
    {"A", GATE_PROOF_ONLY, NULL, REPLY_NONE, NULL, NULL, GATE_NOT_MET, "no answer"},
    {"A", GATE_AT_LEAST, "Partial", REPLY_DECLINED, NULL, NULL, GATE_NOT_MET, "declined"},
    {"A", GATE_AT_LEAST, "Partial", REPLY_NOT_APPLICABLE, NULL, NULL, GATE_NOT_MET,
     "without our agreement"},
    {"B", GATE_IS, "yes", REPLY_ANSWER, "yes", NULL, GATE_MET, "yes"},
    {"B", GATE_IS, "yes", REPLY_ANSWER, "no", NULL, GATE_NOT_MET, "yes is required"},
    {"B", GATE_IS, "no", REPLY_ANSWER, "no", NULL, GATE_MET, "no"},
    {"C", GATE_AT_MOST, "200", REPLY_ANSWER, "200", NULL, GATE_MET, "200"},
    {"C", GATE_AT_MOST, "200", REPLY_ANSWER, "200.5", NULL, GATE_NOT_MET, "at most 200"},
    {"C", GATE_AT_LEAST, "200", REPLY_ANSWER, "199.5", NULL, GATE_NOT_MET, "at least 200"},
    {"C", GATE_BY, "20000", REPLY_ANSWER, "20000", NULL, GATE_MET, "20000"},
    {"C", GATE_BY, "20000", REPLY_ANSWER, "20001", NULL, GATE_NOT_MET, "by 20000"},
    // Ours to score: neither met nor failed.
    {"D", GATE_PROOF_ONLY, NULL, REPLY_ANSWER, "1", NULL, GATE_TO_BE_PROVEN, "not yet scored"},
    {"E", GATE_AT_MOST, "500000", REPLY_ANSWER, "480000", NULL, GATE_MET, "480000"},
    {"E", GATE_AT_MOST, "500000", REPLY_ANSWER, "500001", NULL, GATE_NOT_MET, "at most 500000"},
    {"D", GATE_PROOF_ONLY, NULL, REPLY_NONE, NULL, NULL, GATE_NOT_MET, "no answer"},
};

static void a_gate_tests_the_level_in_force(void **state)
{
    for (size_t i = 0; i < COUNT_OF(LEVEL_CASES); i++) {
        const struct level_case *row = &LEVEL_CASES[i];
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        struct offer *offer = built_offer(project, "acme");
        built_gate(project, row->id, row->test, row->bound);
        if (row->reply == REPLY_ANSWER) {
            built_answer(project, offer, row->id, row->answer);
        } else {
            built_reply(project, offer, row->id, row->reply);
        }
        if (row->shown != NULL) {
            built_shows(project, offer, row->id, row->shown);
        }
        struct result result = built_result(&arena, project);
        check_int((int64_t)result.gate_count, 1, i);
        const struct gate_score *got = &result.offers[0].gates[0];
        check_int((int64_t)got->item, (int64_t)built_find(project, row->id), i);
        check_int(got->result, row->result, i);
        check_int(got->level_suffices, row->result == GATE_MET, i);
        check_contains(got->why, row->why, i);
        check_int(result.offers[0].ranked, row->result != GATE_NOT_MET, i);
        arena_release(&arena);
    }
}

/* A project that requires Partial of A. */
static struct project *gated_project(struct arena *arena)
{
    struct project *project = built_project(arena, TREE, COUNT_OF(TREE));
    built_gate(project, "A", GATE_AT_LEAST, "Partial");
    return project;
}

static void what_left_the_sum_fails_no_gate(void **state)
{
    static const struct {
        bool leave;
        enum gate_result result;
    } cases[] = {{true, GATE_MET}, {false, GATE_NOT_MET}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = gated_project(&arena);
        struct offer *offer = built_offer(project, "acme");
        struct when when = {
            .item = built_find(project, "B"), .words = built_word(&arena, "yes"), .word_count = 1};
        built_item(project, "A")->whens = &when;
        built_item(project, "A")->when_count = 1;
        built_item(project, "A")->otherwise_leave = cases[i].leave;
        built_answer(project, offer, "B", "no");
        struct result asked = built_result(&arena, project);
        check_int(asked.offers[0].gates[0].result, cases[i].result, i);
        built_item(project, "A")->when_count = 0;
        built_not_applicable(project, offer, "A");
        struct result agreed = built_result(&arena, project);
        check_int(agreed.offers[0].gates[0].result, GATE_MET, i);
        arena_release(&arena);
    }
}

static void a_gate_may_ask_for_proof(void **state)
{
    static const struct {
        const char *id, *answer, *kind; // kind NULL: no evidence
        enum grade proof;
        bool fails;
        enum gate_result result;
        const char *why;
    } cases[] = {
        {"A", "Measured", "report", GRADE_INDEPENDENT, false, GATE_MET, "its proof is independent"},
        {"A", "Measured", "report", GRADE_DOCUMENTED, false, GATE_MET, "independent"},
        {"A", "Measured", "policy", GRADE_INDEPENDENT, false, GATE_TO_BE_PROVEN,
         "its proof is documented; independent is required"},
        {"A", "Measured", NULL, GRADE_DOCUMENTED, false, GATE_TO_BE_PROVEN, "its proof is stated"},
        {"A", "Measured", "policy", GRADE_INDEPENDENT, true, GATE_NOT_MET, "documented"},
        {"A", "Measured", NULL, GRADE_STATED, false, GATE_MET, "stated"},
        // The level comes first.
        {"A", "Planned", "report", GRADE_INDEPENDENT, false, GATE_NOT_MET, "at least Partial"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        struct offer *offer = built_offer(project, "acme");
        struct gate *gate = built_gate(project, cases[i].id, GATE_AT_LEAST, "Partial");
        gate->has_proof = true;
        gate->proof = cases[i].proof;
        gate->unproven_fails = cases[i].fails;
        built_answer(project, offer, cases[i].id, cases[i].answer);
        if (cases[i].kind != NULL) {
            built_evidence(project, offer, cases[i].id, cases[i].kind);
        }
        struct result result = built_result(&arena, project);
        check_int(result.offers[0].gates[0].result, cases[i].result, i);
        check_contains(result.offers[0].gates[0].why, cases[i].why, i);
        arena_release(&arena);
    }
}

static void a_minimum_compares_the_published_score_of_a_section(void **state)
{
    static const struct {
        const char *first, *second;
        double least;
        int decimals;
        enum gate_result result;
    } cases[] = {
        {"Partial", "In place", 62.5, 2, GATE_MET}, {"Partial", "In place", 62.51, 2, GATE_NOT_MET},
        {"Partial", "In place", 63, 0, GATE_MET},   {"Partial", "In place", 63.5, 0, GATE_NOT_MET},
        {"Absent", "Planned", 0, 2, GATE_MET},      {"Measured", "Measured", 100, 2, GATE_MET},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        struct offer *offer = built_offer(project, "acme");
        built_minimum(project, "S", cases[i].least);
        built_gate(project, "B", GATE_IS, "yes");
        project->evaluation.rules.decimals = cases[i].decimals;
        built_answer(project, offer, "B", "yes");
        built_answer(project, offer, "S-1", cases[i].first);
        built_answer(project, offer, "S-2", cases[i].second);
        struct result result = built_result(&arena, project);
        // Criteria come first, then minima.
        assert_int_equal(result.gates[0], built_find(project, "B"));
        assert_int_equal(result.gates[1], built_find(project, "S"));
        check_int(result.offers[0].gates[1].result, cases[i].result, i);
        check_contains(result.offers[0].gates[1].why, "is required", i);
        arena_release(&arena);
    }
}

static void a_minimum_holds_for_nothing_and_may_be_set_otherwise(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    struct offer *offer = built_offer(project, "acme");
    built_minimum(project, "S", 60);
    built_answer(project, offer, "S-1", "Partial");
    built_answer(project, offer, "S-2", "Partial");
    // A what-if with a lower minimum, one without any, and one of a section that had none.
    struct minimum lower = {.item = built_find(project, "S"), .least = 50};
    struct settings settings = settings_of(project);
    settings.rules.minima = &lower;
    assert_int_equal(score_project(&arena, project, &settings).offers[0].gates[0].result, GATE_MET);
    settings.rules.minimum_count = 0;
    assert_int_equal(score_project(&arena, project, &settings).gate_count, 0);
    struct project *without = built_project(&arena, TREE, COUNT_OF(TREE));
    struct offer *globex = built_offer(without, "globex");
    built_answer(without, globex, "S-1", "Partial");
    built_answer(without, globex, "S-2", "Partial");
    lower.least = 60;
    settings = settings_of(without);
    settings.rules.minima = &lower;
    settings.rules.minimum_count = 1;
    struct result with_one = score_project(&arena, without, &settings);
    assert_int_equal(with_one.gate_count, 1);
    assert_int_equal(with_one.offers[0].gates[0].result, GATE_NOT_MET);
    static const char *const leaves[] = {"S-1", "S-2"};
    for (size_t i = 0; i < COUNT_OF(leaves); i++) {
        built_not_applicable(project, offer, leaves[i]);
    }
    struct result blank = built_result(&arena, project);
    assert_int_equal(blank.offers[0].gates[0].result, GATE_MET);
    arena_release(&arena);
}

static void a_waiver_holds_to_its_last_day_for_its_vendor(void **state)
{
    static const struct {
        const char *vendor, *item;
        struct date until, as_of;
        const char *answer;
        enum gate_result result;
    } cases[] = {
        {"acme", "A", {2026, 10, 15}, {2026, 10, 15}, "Absent", GATE_WAIVED},
        {"acme", "A", {2026, 10, 14}, {2026, 10, 15}, "Absent", GATE_NOT_MET},
        {"acme", "A", {0}, {2026, 10, 15}, "Absent", GATE_WAIVED},
        {"acme", "A", {2000, 1, 1}, {0}, "Absent", GATE_WAIVED},
        {"globex", "A", {2027, 1, 1}, {2026, 10, 15}, "Absent", GATE_NOT_MET},
        {"acme", "B", {2027, 1, 1}, {2026, 10, 15}, "Absent", GATE_NOT_MET},
        // Nothing is to be waived where it is met.
        {"acme", "A", {2027, 1, 1}, {2026, 10, 15}, "Partial", GATE_MET},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = gated_project(&arena);
        struct offer *offer = built_offer(project, "acme");
        built_answer(project, offer, "A", cases[i].answer);
        struct waiver waiver = {.vendor = cases[i].vendor,
                                .item = built_find(project, cases[i].item),
                                .by = "CISO",
                                .on = {2026, 12, 1},
                                .until = cases[i].until,
                                .why = "Pen test booked"};
        project->evaluation.waivers = &waiver;
        project->evaluation.waiver_count = 1;
        project->evaluation.as_of = cases[i].as_of;
        struct result result = built_result(&arena, project);
        const struct gate_score *got = &result.offers[0].gates[0];
        check_int(got->result, cases[i].result, i);
        if (cases[i].result == GATE_WAIVED) {
            check_contains(got->why, ": Pen test booked (the answer is `Absent`", i);
            check_true(strncmp(got->why, "by CISO", strlen("by CISO")) == 0, i);
            check_true(got->waiver == &waiver, i);
        }
        arena_release(&arena);
    }
}

static void a_waiver_for_another_vendor_is_told(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = gated_project(&arena);
    built_answer(project, built_offer(project, "acme"), "A", "Absent");
    built_answer(project, built_offer(project, "globex"), "A", "Absent");
    built_answer(project, built_offer(project, "initech"), "A", "Partial");
    struct waiver waiver = {.vendor = "globex", .item = 1, .by = "CISO"};
    project->evaluation.waivers = &waiver;
    project->evaluation.waiver_count = 1;
    struct result result = built_result(&arena, project);
    check_contains(result.offers[0].gates[0].why, "it is waived for Globex", 0);
    assert_int_equal(result.offers[0].gates[0].result, GATE_NOT_MET);
    assert_int_equal(result.offers[1].gates[0].result, GATE_WAIVED);
    assert_null(result.offers[2].gates[0].waiver);
    arena_release(&arena);
}

static void every_result_has_its_word(void **state)
{
    assert_string_equal(gate_result_word(GATE_MET), "met");
    assert_string_equal(gate_result_word(GATE_TO_BE_PROVEN), "to be proven");
    assert_string_equal(gate_result_word(GATE_WAIVED), "waived");
    assert_string_equal(gate_result_word(GATE_NOT_MET), "not met");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_gate_tests_the_level_in_force),
        cmocka_unit_test(what_left_the_sum_fails_no_gate),
        cmocka_unit_test(a_gate_may_ask_for_proof),
        cmocka_unit_test(a_minimum_compares_the_published_score_of_a_section),
        cmocka_unit_test(a_minimum_holds_for_nothing_and_may_be_set_otherwise),
        cmocka_unit_test(a_waiver_holds_to_its_last_day_for_its_vendor),
        cmocka_unit_test(a_waiver_for_another_vendor_is_told),
        cmocka_unit_test(every_result_has_its_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
