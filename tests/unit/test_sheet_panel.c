/* The sheet Panel, as it is listed. */
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
#include "report/book_list.h"
#include "report/sheet_panel.h"

static const struct built_item TREE[] = {
    {.id = "GOV", .depth = 1, .weight = 50},
    {.id = "GOV-01", .depth = 2, .weight = 1},
    {.id = "GOV-02", .depth = 2, .weight = 1},
    {.id = "SEC", .depth = 1, .weight = 50, .kinds = "policy"},
};

static const char *const VENDORS[] = {"acme", "globex"};
static const char *const CRITERIA[] = {"GOV-01", "GOV-02", "SEC"};

/* Levels by criterion and vendor; NULL: no mark. The answers are all `Measured`. */
struct sample_evaluator {
    const char *id;
    const char *levels[COUNT_OF(CRITERIA)][COUNT_OF(VENDORS)];
};
static const struct sample_evaluator EVALUATORS[] = {
    {"jk", {{"Partial", "Partial"}, {"In place", "Partial"}, {"Planned", "Planned"}}},
    {"mb", {{"Partial", "In place"}, {"In place", "Partial"}, {"In place", "Planned"}}},
    {"ls", {{"Absent", NULL}, {"Measured", "Measured"}, {NULL, NULL}}},
};

static struct assessment *add_evaluator(struct project *project,
                                        const struct sample_evaluator *sample)
{
    struct assessment *evaluator = built_evaluator(project, sample->id);
    for (size_t c = 0; c < COUNT_OF(CRITERIA); c++) {
        for (size_t v = 0; v < COUNT_OF(VENDORS); v++) {
            if (sample->levels[c][v] != NULL) {
                built_mark(project, evaluator, VENDORS[v], CRITERIA[c], sample->levels[c][v]);
            }
        }
    }
    return evaluator;
}

static struct project *answered_project(struct arena *arena)
{
    struct project *project = built_project(arena, TREE, COUNT_OF(TREE));
    for (size_t v = 0; v < COUNT_OF(VENDORS); v++) {
        struct offer *offer = built_offer(project, VENDORS[v]);
        for (size_t c = 0; c < COUNT_OF(CRITERIA); c++) {
            built_answer(project, offer, CRITERIA[c], "Measured");
        }
    }
    return project;
}

static void lay_out(struct book *book, const void *subject)
{
    sheet_panel(book, subject);
}

static const char *listing(struct arena *arena, const struct project *project)
{
    struct result result = built_result(arena, project);
    const struct scorecard scorecard = {
        .result = &result, .mast_right = "Sample", .header = "Header", .footer = "Footer"};
    const struct book_content content = {.subject = &scorecard, .lay_out = lay_out};
    return book_list(arena, &content);
}

/* Three evaluators, one of them in conflict, and a chair who moderates SEC of globex. */
static const char *full_listing(struct arena *arena)
{
    struct project *project = answered_project(arena);
    add_evaluator(project, &EVALUATORS[0])->name = "=J. Kern";
    add_evaluator(project, &EVALUATORS[1])->confidential = CONFIDENTIAL_YES;
    add_evaluator(project, &EVALUATORS[2])->conflict = "Shares in Acme";
    struct mark *mark = built_moderated(project, built_evaluator(project, "chair"), "globex", "SEC",
                                        "Partial");
    mark->because = "Seen on site";
    mark->outside = "After the marks";
    mark->dissent = "jk: Planned";
    return listing(arena, project);
}

/* Worked by hand: marks of ls never count; of 6 answers with two marks that count 4 are alike. */
static void marks_levels_and_agreement_stand_where_a_chair_looks_for_them(void **state)
{
    static const char *const LINES[] = {
        "Panel!A2 message text \"One of 6 marked answers is still to be moderated; the three "
        "evaluators agree on 67 %.\"\n",
        "Panel!E4 head/top text \"=J. Kern\"\n",
        "Panel!F4 head/top text \"mb\"\n",
        // To be moderated first, then by spread.
        "Panel!A5 answer_warn/top text \"▲ to be moderated\"\n",
        "Panel!B5 sub_wrap/top text \"SEC\"\n",
        "Panel!D5 text_wrap/top text \"Acme\"\n",
        "Panel!E5 text_wrap/top text \"Planned\"\n",
        "Panel!G5 text_wrap/top text \"–\"\n",
        "Panel!H5 text_wrap/top text \"between Planned and In place\"\n",
        "Panel!K5 num/count/top number 2\n",
        "Panel!L5 text_wrap/indent1/top text \"Open: the marks lie two levels or more apart\\njk: "
        "as read\\nmb: as read\"\n",
        "Panel!A6 sub_wrap/top text \"○ median\"\n",
        "Panel!J6 bold_folded/top text \"between Partial and In place\"\n",
        "Panel!A7 sub_wrap/top text \"✓ agreed\"\n",
        "Panel!G7 text_wrap/top text \"(Absent)\"\n",
        "Panel!L7 text_wrap/indent1/top text \"jk: as read\\nmb: as read\\nls (in conflict, does "
        "not count): as read\"\n",
        "Panel!A10 sub_wrap/top text \"✓ moderated\"\n",
        "Panel!H10 text_wrap/top text \"Planned\"\n",
        "Panel!I10 text_wrap/top text \"Partial\"\n",
        "Panel!L10 text_wrap/indent1/top text \"Moderated: Seen on site\\nOutside the marks: After "
        "the marks\\nDissent: jk: Planned\"\n",
        "Panel page print A1:L23 repeat rows 4:4 freeze C5 filter A4:L10",
        // Agreement by section.
        "Panel!A12 block text \"The evaluators agree least on Title of SEC\"\n",
        "Panel!B15 text_bold text \"All sections\"\n",
        "Panel!E15 num_bold/count number 6\n",
        "Panel!F15 num_bold/count number 4\n",
        "Panel!H15 num_bold/points_map number 0.5\n",
        "Panel!G16 num_bold/rate number 0.75\n",
        "Panel!G17 num_bold/rate number 0.5\n",
        "Panel!I17 num_bold/count number 1\n",
        // Evaluators, in the order of their files.
        "Panel!A21 bold_folded/top text \"=J. Kern\"\n",
        "Panel!D21 sub_wrap/top text \"✓ none\"\n",
        "Panel!E21 sub_wrap/top text \"– not said\"\n",
        "Panel!F21 sub_wrap/top text \"21 Oct 2026\"\n",
        "Panel!L21 text_wrap/indent1/top text \"▲ The same reason on 3 criteria: “as read”.\"\n",
        "Panel!E22 sub_wrap/top text \"✓ yes\"\n",
        "Panel!D23 answer_warn/top text \"▲ declared\"\n",
        "Panel!G23 num/count/top number 3\n",
        "Panel!H23 num/count/top number 0\n",
        "Panel!L23 text_wrap/indent1/top text \"Conflict: Shares in Acme\\n3 marks do not count: a "
        "conflict is declared.\"\n",
    };
    struct arena arena;
    arena_init(&arena);
    const char *text = full_listing(&arena);
    for (size_t i = 0; i < COUNT_OF(LINES); i++) {
        check_contains(text, LINES[i], i);
    }
    check_true(strstr(text, " formula ") == NULL, 0); // facts, and words of others are texts
    arena_release(&arena);
}

static void more_than_six_evaluators_share_a_column(void **state)
{
    static const char *const IDS[] = {"a1", "a2", "a3", "a4", "a5", "a6", "a7"};
    for (size_t count = 6; count <= COUNT_OF(IDS); count++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = answered_project(&arena);
        for (size_t i = 0; i < count; i++) {
            struct sample_evaluator sample = EVALUATORS[0];
            sample.id = IDS[i];
            add_evaluator(project, &sample);
        }
        const char *text = listing(&arena, project);
        check_contains(text,
                       count == 6 ? "Panel!J4 head/top text \"a6\"\n"
                                  : "Panel!E4 head/top text \"Marks\"\n",
                       count);
        check_contains(text,
                       count == 6 ? "Panel!J5 text_wrap/top text \"Partial\"\n"
                                  : "Panel!E5 text_wrap/top text \"a1: Partial\\na2: Partial",
                       count);
        check_contains(text, "block text \"The evaluators agree wherever two or more marked",
                       count);
        arena_release(&arena);
    }
}

/* Worked by hand: the marks differ, and all of them are on SEC. */
static void one_section_alone_is_not_the_one_least_agreed_on(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = answered_project(&arena);
    struct assessment *first = built_evaluator(project, "jk");
    struct assessment *second = built_evaluator(project, "mb");
    for (size_t v = 0; v < COUNT_OF(VENDORS); v++) {
        built_mark(project, first, VENDORS[v], "SEC", "Partial");
        built_mark(project, second, VENDORS[v], "SEC", "In place");
    }
    check_contains(listing(&arena, project), "block text \"How far the evaluators agree\"\n", 0);
    arena_release(&arena);
}

/* A chair alone: there is nothing to compare, and nobody to list. */
static void what_only_the_chair_says_stands_there_too(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = answered_project(&arena);
    built_moderated(project, built_evaluator(project, "chair"), "acme", "SEC", "Partial");
    const char *text = listing(&arena, project);
    check_contains(text,
                   "\"The one marked answer has its level of the panel; no answer has two marks "
                   "that count.\"\n",
                   0);
    check_contains(text, "Panel!A5 sub_wrap/top text \"✓ moderated\"\n", 0);
    check_true(strstr(text, "\"Evaluators\"") == NULL, 0);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_levels_and_agreement_stand_where_a_chair_looks_for_them),
        cmocka_unit_test(more_than_six_evaluators_share_a_column),
        cmocka_unit_test(one_section_alone_is_not_the_one_least_agreed_on),
        cmocka_unit_test(what_only_the_chair_says_stands_there_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
