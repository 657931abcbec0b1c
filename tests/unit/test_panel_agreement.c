#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "built_project.h"
#include "check.h"
#include "score/panel_agreement.h"

static const struct built_item TREE[] = {
    {.id = "S", .depth = 1, .weight = 1},   {.id = "S-1", .depth = 2, .weight = 1},
    {.id = "S-2", .depth = 2, .weight = 1}, {.id = "S-3", .depth = 2, .weight = 1},
    {.id = "T", .depth = 1, .weight = 1},
};
static const char *const CRITERIA[] = {"S-1", "S-2", "S-3", "T"};
static const char *const VENDORS[] = {"acme", "globex"};
enum { CRITERION_COUNT = 4, VENDOR_COUNT = 2, EVALUATORS_MOST = 3 };

/* Marks of one evaluator: per vendor, a level a criterion; NULL: none. */
struct marking {
    const char *id;
    const char *marks[VENDOR_COUNT][CRITERION_COUNT];
    const char *because[CRITERION_COUNT]; // NULL: a reason of its own
};

/* Levels, short enough for a table. */
#define P "Partial"
#define I "In place"
#define M "Measured"

static struct project *project_of(struct arena *arena, const struct marking *markings, size_t count)
{
    struct project *project = built_project(arena, TREE, COUNT_OF(TREE));
    for (size_t v = 0; v < VENDOR_COUNT; v++) {
        struct offer *offer = built_offer(project, VENDORS[v]);
        for (size_t c = 0; c < CRITERION_COUNT; c++) {
            built_answer(project, offer, CRITERIA[c], M);
        }
    }
    for (size_t e = 0; e < count; e++) {
        struct assessment *by = built_evaluator(project, markings[e].id);
        for (size_t v = 0; v < VENDOR_COUNT; v++) {
            for (size_t c = 0; c < CRITERION_COUNT; c++) {
                if (markings[e].marks[v][c] == NULL) {
                    continue;
                }
                struct mark *mark = built_mark(project, by, VENDORS[v], CRITERIA[c],
                                               markings[e].marks[v][c]);
                mark->because = markings[e].because[c] != NULL
                                    ? markings[e].because[c]
                                    : arena_format(arena, "%s on %s", by->evaluator, CRITERIA[c]);
            }
        }
    }
    return project;
}

static void agreement_is_counted_by_section(void **state)
{
    // S: S-1 alike for both; S-2 one and two places apart; S-3 marked by one. T: alike, one apart.
    static const struct marking markings[] = {
        {"jk", {{P, P, P, I}, {M, P, M, I}}, {NULL}},
        {"mb", {{P, I, NULL, I}, {M, M, NULL, M}}, {NULL}},
    };
    static const struct {
        const char *id;
        size_t marked, compared, alike, open;
        double spread;
    } cases[] = {
        {"", 8, 6, 3, 1, 4.0 / 6}, {"S", 6, 4, 2, 1, 3.0 / 4}, {"S-2", 2, 2, 0, 1, 1.5},
        {"S-3", 2, 0, 0, 0, 0},    {"T", 2, 2, 1, 0, 0.5},
    };
    struct arena arena;
    arena_init(&arena);
    struct project *project = project_of(&arena, markings, COUNT_OF(markings));
    struct result result = built_result(&arena, project);
    struct panel_agreement agreement = panel_agreement_of(&arena, &result);
    check_true(panel_any(&result), 0);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct agreement *item = &agreement.items[built_find(project, cases[i].id)];
        check_int((int64_t)item->marked, (int64_t)cases[i].marked, i);
        check_int((int64_t)item->compared, (int64_t)cases[i].compared, i);
        check_int((int64_t)item->alike, (int64_t)cases[i].alike, i);
        check_int((int64_t)item->open, (int64_t)cases[i].open, i);
        check_double(item->spread, cases[i].spread, i);
    }
    check_int((int64_t)agreement.open_count, 1, 0);
    check_int((int64_t)agreement.open[0].item, (int64_t)built_find(project, "S-2"), 0);
    check_int((int64_t)agreement.open[0].offer, 1, 0);
    check_int(agreement.open[0].cause, MODERATION_SPREAD, 0);
    arena_release(&arena);
}

static void the_chair_is_told_why(void **state)
{
    static const struct {
        const char *second; // mark of acme on S-1; the first marks Partial
        const char *conflict;
        bool gate;
        size_t open;
        enum moderation_cause cause;
        const char *text;
    } cases[] = {
        {P, "none", true, 0, 0, NULL},
        {I, "none", false, 0, 0, NULL},
        {I, "none", true, 1, MODERATION_REQUIREMENT, "the marks differ on a mandatory requirement"},
        {M, "none", true, 1, MODERATION_SPREAD, "the marks lie two levels or more apart"},
        {M, "a brother", false, 2, MODERATION_NO_MARK, "no mark counts"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct marking markings[] = {{"jk", {{P}, {P}}, {NULL}},
                                           {"mb", {{cases[i].second}, {P}}, {NULL}}};
        struct arena arena;
        arena_init(&arena);
        struct project *project = project_of(&arena, markings, COUNT_OF(markings));
        project->assessments[0].conflict = cases[i].conflict;
        project->assessments[1].conflict = cases[i].conflict;
        if (cases[i].gate) {
            built_gate(project, "S-1", GATE_AT_LEAST, P);
        }
        struct result result = built_result(&arena, project);
        struct panel_agreement agreement = panel_agreement_of(&arena, &result);
        check_int((int64_t)agreement.open_count, (int64_t)cases[i].open, i);
        if (cases[i].open > 0) {
            check_int(agreement.open[0].cause, cases[i].cause, i);
            check_text(moderation_cause_text(agreement.open[0].cause), cases[i].text, i);
        }
        arena_release(&arena);
    }
}

static void each_evaluators_marks_are_counted_by_standing(void **state)
{
    // mb leaves out Globex on S-2; ls is in conflict.
    static const struct marking markings[] = {
        {"jk", {{P, P}, {P, P}}, {NULL}},
        {"mb", {{P, P}, {P, NULL}}, {NULL}},
        {"ls", {{P}, {P}}, {NULL}},
    };
    static const struct {
        size_t marks, counted, recused, not_for_all;
    } cases[] = {{4, 4, 0, 0}, {3, 2, 0, 1}, {2, 0, 2, 0}};
    struct arena arena;
    arena_init(&arena);
    struct project *project = project_of(&arena, markings, COUNT_OF(markings));
    project->assessments[2].conflict = "a brother";
    built_moderated(project, built_evaluator(project, "chair"), "acme", "S-1", P);
    struct result result = built_result(&arena, project);
    struct panel_agreement agreement = panel_agreement_of(&arena, &result);
    check_int((int64_t)agreement.member_count, COUNT_OF(cases), 0);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct panel_member *member = &agreement.members[i];
        check_text(member->by->evaluator, markings[i].id, i);
        check_int((int64_t)member->marks, (int64_t)cases[i].marks, i);
        check_int((int64_t)member->counted, (int64_t)cases[i].counted, i);
        check_int((int64_t)member->recused, (int64_t)cases[i].recused, i);
        check_int((int64_t)member->not_for_all, (int64_t)cases[i].not_for_all, i);
    }
    arena_release(&arena);
}

/* Who is the highest for whom. */
struct favour_case {
    struct marking markings[2];
    size_t count;
    size_t evaluator[2], offer[2], criteria[2]; // of each
    bool everywhere;
};

static const struct favour_case FAVOUR_CASES[] = {
    // jk is above mb on three criteria of Acme, below on one of Globex.
    {{{"jk", {{I, I, I, I}, {P, P, P, P}}, {NULL}}, {"mb", {{P, P, P, I}, {I, P, P, P}}, {NULL}}},
     1,
     {0},
     {0},
     {3},
     false},
    // Two criteria are no pattern, and one that is lower breaks it.
    {{{"jk", {{I, I, P, I}, {P, P, P, P}}, {NULL}}, {"mb", {{P, P, P, I}, {P, P, P, P}}, {NULL}}},
     0,
     {0},
     {0},
     {0},
     false},
    {{{"jk", {{I, I, I, P}, {P, P, P, P}}, {NULL}}, {"mb", {{P, P, P, I}, {P, P, P, P}}, {NULL}}},
     0,
     {0},
     {0},
     {0},
     false},
    // Each has a favourite.
    {{{"jk", {{I, I, I, I}, {P, P, P, P}}, {NULL}}, {"mb", {{P, P, P, P}, {I, I, I, P}}, {NULL}}},
     2,
     {0, 1},
     {0, 1},
     {4, 3},
     false},
    // A mild judge is above the other everywhere.
    {{{"jk", {{I, I, I, I}, {I, I, I, P}}, {NULL}}, {"mb", {{P, P, P, P}, {P, P, P, P}}, {NULL}}},
     2,
     {0, 0},
     {0, 1},
     {4, 3},
     true},
};

static void an_evaluator_who_is_always_highest_is_named(void **state)
{
    for (size_t i = 0; i < COUNT_OF(FAVOUR_CASES); i++) {
        const struct favour_case *row = &FAVOUR_CASES[i];
        struct arena arena;
        arena_init(&arena);
        struct project *project = project_of(&arena, row->markings, COUNT_OF(row->markings));
        struct result result = built_result(&arena, project);
        struct panel_agreement agreement = panel_agreement_of(&arena, &result);
        check_int((int64_t)agreement.favour_count, (int64_t)row->count, i);
        for (size_t f = 0; f < row->count; f++) {
            const struct favour *favour = &agreement.favours[f];
            check_true(favour->by == &project->assessments[row->evaluator[f]], i);
            check_int((int64_t)favour->offer, (int64_t)row->offer[f], i);
            check_int((int64_t)favour->criteria, (int64_t)row->criteria[f], i);
            check_int(favour->everywhere, row->everywhere, i);
        }
        arena_release(&arena);
    }
}

static void the_same_reason_on_three_criteria_is_named(void **state)
{
    static const struct {
        const char *because[CRITERION_COUNT];
        size_t criteria; // 0: none is named
    } cases[] = {
        {{"as discussed", "as discussed", NULL, NULL}, 0},
        {{"as discussed", "as discussed", "As discussed ", NULL}, 3},
        {{"as discussed", "as discussed", "as discussed", "as discussed"}, 4},
        {{"as discussed", "as discussed", "not as discussed", NULL}, 0},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct marking marking = {"jk", {{P, P, P, P}, {P, P, P, P}}, {NULL}};
        for (size_t c = 0; c < CRITERION_COUNT; c++) {
            marking.because[c] = cases[i].because[c];
        }
        struct arena arena;
        arena_init(&arena);
        struct project *project = project_of(&arena, &marking, 1);
        struct result result = built_result(&arena, project);
        struct panel_agreement agreement = panel_agreement_of(&arena, &result);
        check_int((int64_t)agreement.reason_count, cases[i].criteria > 0 ? 1 : 0, i);
        if (cases[i].criteria > 0) {
            check_int((int64_t)agreement.reasons[0].criteria, (int64_t)cases[i].criteria, i);
            check_text(agreement.reasons[0].because, "as discussed", i);
        }
        arena_release(&arena);
    }
}

static void without_marks_there_is_nothing_to_say(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = project_of(&arena, NULL, 0);
    struct result result = built_result(&arena, project);
    struct panel_agreement agreement = panel_agreement_of(&arena, &result);
    check_true(!panel_any(&result), 0);
    check_int((int64_t)(agreement.member_count + agreement.favour_count + agreement.reason_count +
                        agreement.open_count + agreement.items[0].marked),
              0, 0);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agreement_is_counted_by_section),
        cmocka_unit_test(the_chair_is_told_why),
        cmocka_unit_test(each_evaluators_marks_are_counted_by_standing),
        cmocka_unit_test(an_evaluator_who_is_always_highest_is_named),
        cmocka_unit_test(the_same_reason_on_three_criteria_is_named),
        cmocka_unit_test(without_marks_there_is_nothing_to_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
