#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "built_project.h"
#include "check.h"
#include "score/score.h"

/* Of A no evidence is asked; T is answered in words and weighs nothing. */
static const struct built_item TREE[] = {
    {.id = "A", .depth = 1, .weight = 1},
    {.id = "B", .depth = 1, .weight = 1, .kinds = "policy"},
    {.id = "T", .depth = 1, .weight = 0, .answer = ANSWER_TEXT},
};

enum { EVALUATORS = 3 };

/*
 * Marks of three evaluators on A for acme and globex, and what comes of those for acme.
 *
 * Places: Absent 0, Planned 1, Partial 2, In place 3, Measured 4; worths 0, 0, 0.5, 0.75, 1.
 */
struct panel_case {
    const char *answer; // of acme; globex answers `Measured`
    const char *acme[EVALUATORS], *globex[EVALUATORS];
    const char *conflict; // of the first evaluator; NULL: none
    const char *admitted; // the vendor for which the chair lets the first one mark; NULL: none
    const char *moderated;
    const char *median; // of the marks that count; only where something was moderated
    bool gate;
    size_t counted;
    const char *word; // NULL: the panel has no level
    double place, value;
    bool to_moderate;
    double evidenced; // of acme on A, 0..1
};

#define ALL_PARTIAL                                                                                \
    {                                                                                              \
        "Partial", "Partial", "Partial"                                                            \
    }

static const struct panel_case PANEL_CASES[] = {
    // Odd: the middle one. A spread of one place is nothing to moderate.
    {.answer = "Measured",
     .acme = {"In place", "Partial", "In place"},
     .globex = ALL_PARTIAL,
     .counted = 3,
     .word = "In place",
     .place = 3,
     .value = 0.75,
     .evidenced = 0.75},
    // Even, of two levels: between them, (0.5 + 0.75) / 2.
    {.answer = "Measured",
     .acme = {"In place", "Partial"},
     .globex = ALL_PARTIAL,
     .counted = 2,
     .word = "between Partial and In place",
     .place = 2.5,
     .value = 0.625,
     .evidenced = 0.625},
    // Even, of one level.
    {.answer = "Measured",
     .acme = {"Partial", "Partial"},
     .globex = ALL_PARTIAL,
     .counted = 2,
     .word = "Partial",
     .place = 2,
     .value = 0.5,
     .evidenced = 0.5},
    // Two places apart: the median counts, and the chair has to say.
    {.answer = "Measured",
     .acme = {"Partial", "Measured", "In place"},
     .globex = ALL_PARTIAL,
     .counted = 3,
     .word = "In place",
     .place = 3,
     .value = 0.75,
     .to_moderate = true,
     .evidenced = 0.75},
    // Absent and Partial are two places and half a worth apart; Absent and Planned one and none.
    {.answer = "Measured",
     .acme = {"Absent", "Partial"},
     .globex = ALL_PARTIAL,
     .counted = 2,
     .word = "between Absent and Partial",
     .place = 1,
     .value = 0.25,
     .to_moderate = true,
     .evidenced = 0.25},
    {.answer = "Measured",
     .acme = {"Absent", "Planned"},
     .globex = ALL_PARTIAL,
     .counted = 2,
     .word = "between Absent and Planned",
     .place = 0.5,
     .value = 0,
     .evidenced = 0},
    // On a requirement any difference is one too many.
    {.answer = "Measured",
     .acme = {"In place", "Partial", "In place"},
     .globex = ALL_PARTIAL,
     .gate = true,
     .counted = 3,
     .word = "In place",
     .place = 3,
     .value = 0.75,
     .to_moderate = true,
     .evidenced = 0.75},
    {.answer = "Measured",
     .acme = ALL_PARTIAL,
     .globex = ALL_PARTIAL,
     .gate = true,
     .counted = 3,
     .word = "Partial",
     .place = 2,
     .value = 0.5,
     .evidenced = 0.5},
    // What is moderated stands, inside the range of the marks or not.
    {.answer = "Measured",
     .acme = {"Partial", "Measured", "In place"},
     .globex = ALL_PARTIAL,
     .moderated = "Partial",
     .median = "In place",
     .counted = 3,
     .word = "Partial",
     .place = 2,
     .value = 0.5,
     .evidenced = 0.5},
    {.answer = "Measured",
     .acme = {"In place", "In place", "In place"},
     .globex = ALL_PARTIAL,
     .moderated = "Planned",
     .median = "In place",
     .gate = false,
     .counted = 3,
     .word = "Planned",
     .place = 1,
     .value = 0,
     .evidenced = 0},
    {.answer = "Measured",
     .acme = {"In place", "Partial"},
     .globex = {"Partial", "Partial"},
     .moderated = "Partial",
     .median = "between Partial and In place",
     .counted = 2,
     .word = "Partial",
     .place = 2,
     .value = 0.5,
     .evidenced = 0.5},
    {.answer = "Measured",
     .globex = ALL_PARTIAL,
     .moderated = "In place",
     .counted = 0,
     .word = "In place",
     .place = 3,
     .value = 0.75,
     .evidenced = 0.75},
    // Above the answer it counts as the answer's.
    {.answer = "Partial",
     .acme = {"Measured", "In place", "Measured"},
     .globex = ALL_PARTIAL,
     .counted = 3,
     .word = "Measured",
     .place = 4,
     .value = 1,
     .to_moderate = false,
     .evidenced = 0.5},
    // The median of Planned and In place lies at the answer's place, and is worth less than it.
    {.answer = "Partial",
     .acme = {"Planned", "In place"},
     .globex = ALL_PARTIAL,
     .counted = 2,
     .word = "between Planned and In place",
     .place = 2,
     .value = 0.375,
     .to_moderate = true,
     .evidenced = 0.375},
    // Who did not mark every offer that answered is shown and not counted.
    {.answer = "Measured",
     .acme = {"Absent", "In place", "In place"},
     .globex = {NULL, "Partial", "Partial"},
     .counted = 2,
     .word = "In place",
     .place = 3,
     .value = 0.75,
     .evidenced = 0.75},
    // A conflict recuses from every vendor, whatever it is about.
    {.answer = "Measured",
     .acme = {"Absent", "In place", "In place"},
     .globex = ALL_PARTIAL,
     .conflict = "Shares in Globex",
     .counted = 2,
     .word = "In place",
     .place = 3,
     .value = 0.75,
     .evidenced = 0.75},
    {.answer = "Measured",
     .acme = {"Partial", "In place", "In place"},
     .globex = ALL_PARTIAL,
     .conflict = "NONE",
     .counted = 3,
     .word = "In place",
     .place = 3,
     .value = 0.75,
     .evidenced = 0.75},
    {.answer = "Measured",
     .acme = {"Partial", "In place", "In place"},
     .globex = ALL_PARTIAL,
     .conflict = "No",
     .counted = 3,
     .word = "In place",
     .place = 3,
     .value = 0.75,
     .evidenced = 0.75},
    {.answer = "Measured",
     .acme = {"Partial", "In place", "In place"},
     .globex = ALL_PARTIAL,
     .conflict = "",
     .counted = 3,
     .word = "In place",
     .place = 3,
     .value = 0.75,
     .evidenced = 0.75},
    // The chair may let it count, for the vendor that is named.
    {.answer = "Measured",
     .acme = {"Partial", "Partial", "In place"},
     .globex = ALL_PARTIAL,
     .conflict = "Shares in Globex",
     .admitted = "Acme",
     .counted = 3,
     .word = "Partial",
     .place = 2,
     .value = 0.5,
     .evidenced = 0.5},
    {.answer = "Measured",
     .acme = {"Partial", "Partial", "In place"},
     .globex = ALL_PARTIAL,
     .conflict = "Shares in Acme",
     .admitted = "globex",
     .counted = 2,
     .word = "between Partial and In place",
     .place = 2.5,
     .value = 0.625,
     .evidenced = 0.625},
    // Let count or not, every vendor has to be marked.
    {.answer = "Measured",
     .acme = {"Partial", "Partial", "In place"},
     .globex = {NULL, "Partial", "Partial"},
     .conflict = "Shares in Globex",
     .admitted = "acme",
     .counted = 2,
     .word = "between Partial and In place",
     .place = 2.5,
     .value = 0.625,
     .evidenced = 0.625},
    // No mark that counts: the answer stands, and the chair has to say.
    {.answer = "In place",
     .acme = {"Partial"},
     .globex = {"Partial"},
     .conflict = "A brother",
     .counted = 0,
     .word = NULL,
     .to_moderate = true,
     .evidenced = 0.75},
    {.answer = "In place",
     .acme = {"Partial"},
     .counted = 0,
     .word = NULL,
     .to_moderate = true,
     .evidenced = 0.75},
};

/* Acme and Globex, and the marks of a row. The last evaluator is the chair. */
static struct project *project_of(struct arena *arena, const struct panel_case *row)
{
    static const char *const IDS[EVALUATORS] = {"jk", "mb", "ls"};
    struct project *project = built_project(arena, TREE, COUNT_OF(TREE));
    struct offer *acme = built_offer(project, "acme");
    struct offer *globex = built_offer(project, "globex");
    built_answer(project, acme, "A", row->answer);
    built_answer(project, globex, "A", "Measured");
    for (size_t e = 0; e < EVALUATORS; e++) {
        struct assessment *by = built_evaluator(project, IDS[e]);
        if (row->acme[e] != NULL) {
            built_mark(project, by, "ACME", "A", row->acme[e]);
        }
        if (row->globex[e] != NULL) {
            built_mark(project, by, "globex", "A", row->globex[e]);
        }
    }
    struct assessment *chair = &project->assessments[EVALUATORS - 1];
    if (row->moderated != NULL) {
        built_moderated(project, chair, "acme", "A", row->moderated);
    }
    if (row->admitted != NULL) {
        struct admission *admission = arena_alloc(arena, 1, sizeof *admission);
        *admission = (struct admission){.evaluator = "JK", .vendor = row->admitted};
        chair->admissions = admission;
        chair->admission_count = 1;
    }
    if (row->conflict != NULL) {
        project->assessments[0].conflict = row->conflict;
    }
    if (row->gate) {
        built_gate(project, "A", GATE_AT_LEAST, "Partial");
    }
    return project;
}

static void marks_become_a_level(void **state)
{
    for (size_t i = 0; i < COUNT_OF(PANEL_CASES); i++) {
        const struct panel_case *row = &PANEL_CASES[i];
        struct arena arena;
        arena_init(&arena);
        struct project *project = project_of(&arena, row);
        struct result result = built_result(&arena, project);
        const struct scored_offer *acme = &result.offers[0];
        size_t index = built_find(project, "A");
        const struct panel_score *panel = acme->criteria[index].panel;
        check_true(panel != NULL, i);
        check_int((int64_t)panel->counted, (int64_t)row->counted, i);
        check_int(panel->has_level, row->word != NULL, i);
        check_text(panel->word, row->word, i);
        check_text(panel->median_word, row->moderated == NULL ? row->word : row->median, i);
        check_int(panel->between, strncmp(row->word == NULL ? "" : row->word, "between", 7) == 0,
                  i);
        check_double(panel->place, row->place, i);
        check_double(panel->value, row->value, i);
        check_int(panel->to_moderate, row->to_moderate, i);
        check_int((int64_t)acme->moderate_count, row->to_moderate ? 1 : 0, i);
        check_double(acme->items[index].evidenced, row->evidenced, i);
        // What the vendor answers is claimed, whatever the panel says.
        struct answer *answer = &project->offers[0].response.answers[index];
        check_double(acme->items[index].claimed, answer->claimed, i);
        arena_release(&arena);
    }
}

static void each_mark_says_whether_it_counts(void **state)
{
    // The first is in conflict, the second leaves Globex out.
    const struct panel_case row = {.answer = "Measured",
                                   .acme = {"Planned", "Partial", "In place"},
                                   .globex = {"Partial", NULL, "Partial"},
                                   .conflict = "A brother"};
    struct arena arena;
    arena_init(&arena);
    struct project *project = project_of(&arena, &row);
    struct result result = built_result(&arena, project);
    const struct panel_score *panel = result.offers[0].criteria[1].panel;
    static const enum mark_standing wanted[] = {MARK_CONFLICT, MARK_NOT_FOR_ALL, MARK_COUNTS};
    check_int((int64_t)panel->mark_count, COUNT_OF(wanted), 0);
    for (size_t i = 0; i < COUNT_OF(wanted); i++) {
        check_int(panel->marks[i].standing, wanted[i], i);
        check_text(panel->marks[i].by->evaluator, project->assessments[i].evaluator, i);
        check_true(panel->marks[i].mark == &project->assessments[i].marks[0], i);
    }
    check_double(panel->lowest, 3, 0);
    check_double(panel->highest, 3, 0);
    arena_release(&arena);
}

static void the_ceiling_holds_for_the_panel_too(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    struct offer *acme = built_offer(project, "acme");
    built_answer(project, acme, "B", "Measured");
    struct assessment *jk = built_evaluator(project, "jk");
    built_mark(project, jk, "acme", "B", "In place");
    struct result result = built_result(&arena, project);
    size_t index = built_find(project, "B");
    // The panel says 0.75, a bare answer carries 0.25, and what the panel judged is proven.
    assert_int_equal(result.offers[0].criteria[index].level.source, LEVEL_OF_PANEL);
    check_double(result.offers[0].items[index].evidenced, 0.25, 0);
    check_double(result.offers[0].items[index].proven, 0.25, 0);
    check_double(result.offers[0].criteria[index].gap[GAP_CONTRADICTED], 0.25, 0);
    check_double(result.offers[0].criteria[index].gap[GAP_NO_PROOF], 0.5, 0);
    arena_release(&arena);
}

static void a_text_takes_its_level_from_the_panel(void **state)
{
    static const struct {
        const char *mark; // NULL: none
        const char *conflict;
        enum answer_state state;
        double claimed;
        size_t open, moderate;
    } cases[] = {
        {NULL, "none", STATE_NOT_YET_SCORED, 0, 1, 0},
        {"In place", "none", STATE_ANSWERED, 0.75, 0, 0},
        {"In place", "A brother", STATE_NOT_YET_SCORED, 0, 1, 1},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        struct offer *acme = built_offer(project, "acme");
        built_answer(project, acme, "T", "We do it thus");
        struct assessment *jk = built_evaluator(project, "jk");
        jk->conflict = cases[i].conflict;
        if (cases[i].mark != NULL) {
            built_mark(project, jk, "acme", "T", cases[i].mark);
        }
        struct result result = built_result(&arena, project);
        size_t index = built_find(project, "T");
        const struct scored_offer *scored = &result.offers[0];
        check_int(scored->criteria[index].state, cases[i].state, i);
        check_double(scored->items[index].claimed, cases[i].claimed, i);
        check_double(scored->items[index].evidenced, cases[i].claimed, i);
        check_double(scored->items[index].proven, cases[i].claimed, i);
        check_int((int64_t)scored->open_count, (int64_t)cases[i].open, i);
        check_int((int64_t)scored->moderate_count, (int64_t)cases[i].moderate, i);
        check_int(scored->outcome == OUTCOME_INCOMPLETE, true, i);
        arena_release(&arena);
    }
}

static void silence_is_not_judged_by_the_panel(void **state)
{
    static const enum reply cases[] = {REPLY_NONE, REPLY_DECLINED, REPLY_NOT_APPLICABLE};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        struct offer *acme = built_offer(project, "acme");
        struct offer *globex = built_offer(project, "globex");
        built_reply(project, acme, "A", cases[i]);
        built_answer(project, globex, "A", "Measured");
        struct assessment *jk = built_evaluator(project, "jk");
        // Acme has nothing to mark, so that the mark of Globex is one of all.
        built_mark(project, jk, "globex", "A", "Partial");
        built_moderated(project, jk, "acme", "A", "Measured");
        struct result result = built_result(&arena, project);
        check_true(result.offers[0].criteria[1].panel == NULL, i);
        check_double(result.offers[0].items[1].evidenced, 0, i);
        check_int((int64_t)result.offers[1].criteria[1].panel->counted, 1, i);
        check_double(result.offers[1].items[1].evidenced, 0.5, i);
        arena_release(&arena);
    }
}

static void what_is_open_is_said_vendor_by_vendor(void **state)
{
    static const struct {
        bool has_text;    // T is answered, and nobody marks it
        size_t moderated; // so many of A and B are two places apart
        const char *want; // NULL: final
    } cases[] = {
        {false, 0, NULL},
        {true, 0, "1 criterion of Acme is not yet scored"},
        {false, 1, "the panel has still to moderate 1 criterion of Acme"},
        {false, 2, "the panel has still to moderate 2 criteria of Acme"},
        {true, 1,
         "1 criterion of Acme is not yet scored, and the panel has still to moderate 1 criterion"},
    };
    static const char *const JUDGED[] = {"A", "B"};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        struct offer *acme = built_offer(project, "acme");
        struct assessment *jk = built_evaluator(project, "jk");
        struct assessment *mb = built_evaluator(project, "mb");
        for (size_t c = 0; c < COUNT_OF(JUDGED); c++) {
            built_answer(project, acme, JUDGED[c], "Measured");
            built_mark(project, jk, "acme", JUDGED[c], "Measured");
            built_mark(project, mb, "acme", JUDGED[c],
                       c < cases[i].moderated ? "Partial" : "Measured");
        }
        if (cases[i].has_text) {
            built_answer(project, acme, "T", "We do it thus");
        }
        struct result result = built_result(&arena, project);
        check_int((int64_t)result.provisional_count, cases[i].want == NULL ? 0 : 1, i);
        check_text(result.provisional_count == 0 ? NULL : result.provisional[0], cases[i].want, i);
        check_int(result.offers[0].outcome == OUTCOME_INCOMPLETE, cases[i].want != NULL, i);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_become_a_level),
        cmocka_unit_test(each_mark_says_whether_it_counts),
        cmocka_unit_test(the_ceiling_holds_for_the_panel_too),
        cmocka_unit_test(a_text_takes_its_level_from_the_panel),
        cmocka_unit_test(silence_is_not_judged_by_the_panel),
        cmocka_unit_test(what_is_open_is_said_vendor_by_vendor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
