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
    {.id = "S", .depth = 1, .weight = 1},
    {.id = "S-1", .depth = 2, .weight = 4},
    {.id = "S-2", .depth = 2, .weight = 96, .answer = ANSWER_PERCENT},
};

/* What two vendors answer, the one-mark test's finds for the first and the second, and narrow. */
struct mark_case {
    const char *level[2]; // to S-1, where one level is worth one to two points
    double rest[2];       // of S-2
    const char *shown;    // to the first on S-1; NULL: no finding
    const char *proof;    // of both: NULL: none is asked; "": none is given; or a kind
    double margin;
    bool finds[2];
    bool narrow;
};

static void answer(const struct project *project, struct offer *offer, const char *level,
                   double rest)
{
    built_answer(project, offer, "S-1", level);
    struct answer *second = built_answer(project, offer, "S-2", "1");
    second->claimed = rest;
    second->place = rest;
}

static void one_level_of_one_vendor_may_change_who_leads(void **state)
{
    static const struct mark_case cases[] = {
        // 98 against 50: far away.
        {{"Partial", "Partial"}, {1, 0.5}, NULL, NULL, 0, {false, false}, false},
        // 50 against 49.04: one level less for the first, or more for the second.
        {{"Partial", "Partial"}, {0.5, 0.49}, NULL, NULL, 0, {true, true}, true},
        // A level up is worth one point, a level down two.
        {{"Partial", "Partial"}, {0.5, 0.48}, NULL, NULL, 0, {true, false}, true},
        {{"Partial", "Partial"}, {0.5, 0.475}, NULL, NULL, 0, {false, false}, false},
        // From the lowest there is no way down, from the highest none up.
        {{"Absent", "Measured"}, {0.5, 0.45}, NULL, NULL, 0, {false, false}, false},
        // The level that is shown is in force.
        {{"Measured", "Partial"}, {0.5, 0.48}, "Partial", NULL, 0, {true, false}, true},
        // Under the ceiling of the evidence a level up is worth nothing.
        {{"In place", "In place"}, {0.5, 0.49}, NULL, "policy", 0, {true, false}, true},
        {{"In place", "In place"}, {0.5, 0.49}, NULL, NULL, 0, {true, true}, true},
        {{"Measured", "Measured"}, {0.5, 0.495}, NULL, "", 0, {false, false}, false},
        // Equal totals lead together: any level changes that.
        {{"Partial", "Partial"}, {0.5, 0.5}, NULL, NULL, 0, {true, true}, true},
        // The margin alone makes a narrow lead, too.
        {{"Partial", "Partial"}, {0.5, 0.475}, NULL, NULL, 2.4, {false, false}, true},
        {{"Partial", "Partial"}, {0.5, 0.475}, NULL, NULL, 2.39, {false, false}, false},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct mark_case *row = &cases[i];
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        project->evaluation.rules.margin_points = row->margin;
        struct offer *first = built_offer(project, "acme");
        struct offer *second = built_offer(project, "globex");
        answer(project, first, row->level[0], row->rest[0]);
        answer(project, second, row->level[1], row->rest[1]);
        static const size_t policy[] = {0};
        if (row->proof != NULL) {
            built_item(project, "S-1")->kinds = policy;
            built_item(project, "S-1")->kind_count = 1;
        }
        if (row->proof != NULL && row->proof[0] != '\0') {
            built_evidence(project, first, "S-1", row->proof);
            built_evidence(project, second, "S-1", row->proof);
        }
        if (row->shown != NULL) {
            built_shows(project, first, "S-1", row->shown);
        }
        struct result result = built_result(&arena, project);
        bool found[2] = {false, false};
        for (size_t m = 0; m < result.one_mark_count; m++) {
            check_int((int64_t)result.one_marks[m].item, (int64_t)built_find(project, "S-1"), i);
            found[result.one_marks[m].offer] = true;
        }
        check_int(found[0], row->finds[0], i);
        check_int(found[1], row->finds[1], i);
        check_int(result.narrow, row->narrow, i);
        arena_release(&arena);
    }
}

/* Marks of two evaluators on S-1 for both, and what the test finds for the first and the second. */
struct panel_mark_case {
    const char *level[2];    // what is answered to S-1; as words where it is a text
    double rest[2];          // of S-2
    const char *marks[2][2]; // [vendor][evaluator]
    bool is_text;
    bool finds[2];
};

// A level of S-1 is worth 1 to 2 points: Partial 2, In place 3, Measured 4 of 4.
static const struct panel_mark_case PANEL_MARK_CASES[] = {
    // Both at Partial: the first is one point ahead, and would lose two with a level less; a
    // level more for the second makes them equal.
    {{"Measured", "Measured"},
     {0.5, 0.4896},
     {{"Partial", "Partial"}, {"Partial", "Partial"}},
     false,
     {true, true}},
    // The second can go no higher than its answer.
    {{"Measured", "Partial"},
     {0.5, 0.4896},
     {{"Partial", "Partial"}, {"Partial", "Partial"}},
     false,
     {true, false}},
    {{"Measured", "Partial"},
     {0.5, 0.4896},
     {{"Partial", "Partial"}, {"Measured", "Measured"}},
     false,
     {true, false}},
    // A text has no answer on the scale that would stop it.
    {{"We do", "We do"},
     {0.5, 0.4896},
     {{"Partial", "Partial"}, {"Partial", "Partial"}},
     true,
     {true, true}},
    // Between Partial and In place (2.5 points): a level less is between Planned and Partial
    // (1 point), a level more between In place and Measured (3.5). The lead is 1.44 points.
    {{"Measured", "Measured"},
     {0.5, 0.485},
     {{"Partial", "In place"}, {"Partial", "In place"}},
     false,
     {true, false}},
    {{"Measured", "Measured"},
     {0.5, 0.4910},
     {{"Partial", "In place"}, {"Partial", "In place"}},
     false,
     {true, true}},
    // Between Absent and Planned there is little below: Absent, worth as much.
    {{"Measured", "Measured"},
     {0.5, 0.4896},
     {{"Absent", "Planned"}, {"Absent", "Absent"}},
     false,
     {false, false}},
};

static void a_level_of_the_panel_moves_by_one_and_not_above_the_answer(void **state)
{
    static const char *const VENDORS[] = {"acme", "globex"};
    for (size_t i = 0; i < COUNT_OF(PANEL_MARK_CASES); i++) {
        const struct panel_mark_case *row = &PANEL_MARK_CASES[i];
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        project->evaluation.rules.margin_points = 0;
        struct assessment *jk = built_evaluator(project, "jk");
        struct assessment *mb = built_evaluator(project, "mb");
        if (row->is_text) {
            built_item(project, "S-1")->answer.kind = ANSWER_TEXT;
        }
        for (size_t v = 0; v < COUNT_OF(VENDORS); v++) {
            struct offer *offer = built_offer(project, VENDORS[v]);
            answer(project, offer, row->level[v], row->rest[v]);
            built_mark(project, jk, VENDORS[v], "S-1", row->marks[v][0]);
            built_mark(project, mb, VENDORS[v], "S-1", row->marks[v][1]);
        }
        struct result result = built_result(&arena, project);
        bool found[2] = {false, false};
        for (size_t m = 0; m < result.one_mark_count; m++) {
            found[result.one_marks[m].offer] = true;
        }
        check_int(found[0], row->finds[0], i);
        check_int(found[1], row->finds[1], i);
        arena_release(&arena);
    }
}

static void the_tie_rule_has_its_say(void **state)
{
    // Equal in total, or within the margin: S-1 decides, and either may lose or gain it by a level.
    static const enum margin_effect cases[] = {MARGIN_NOTE, MARGIN_TIE};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        size_t tie[] = {built_find(project, "S-1"), built_find(project, "S")};
        project->evaluation.rules.tie = tie;
        project->evaluation.rules.tie_count = COUNT_OF(tie);
        project->evaluation.rules.margin_effect = cases[i];
        answer(project, built_offer(project, "acme"), "In place", 0.5);
        answer(project, built_offer(project, "globex"), "Partial", 0.5 + 1.0 / 96);
        struct result result = built_result(&arena, project);
        check_true(result.offers[0].rank == 1 && result.offers[0].rank_by_tie_rule, i);
        check_int((int64_t)result.one_mark_count, 2, i);
        arena_release(&arena);
    }
}

static void nobody_alone_has_a_narrow_lead(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    answer(project, built_offer(project, "acme"), "Partial", 0.5);
    built_gate(project, "S-1", GATE_AT_LEAST, "Partial");
    answer(project, built_offer(project, "globex"), "Planned", 0.5);
    struct result result = built_result(&arena, project);
    assert_int_equal(result.one_mark_count, 0);
    assert_false(result.narrow);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_level_of_one_vendor_may_change_who_leads),
        cmocka_unit_test(a_level_of_the_panel_moves_by_one_and_not_above_the_answer),
        cmocka_unit_test(the_tie_rule_has_its_say),
        cmocka_unit_test(nobody_alone_has_a_narrow_lead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
