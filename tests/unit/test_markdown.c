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

#include "report/markdown.h"

#include <string.h>

static const struct built_item TREE[] = {
    {.id = "A", .depth = 1, .weight = 1, .answer = ANSWER_PERCENT},
    {.id = "B", .depth = 1, .weight = 1},
};

static const char *text_of(struct arena *arena, const struct project *project)
{
    struct result result = built_result(arena, project);
    return markdown_text(arena, &result);
}

static struct project *two_offers(struct arena *arena)
{
    struct project *project = built_project(arena, TREE, COUNT_OF(TREE));
    struct offer *acme = built_offer(project, "acme");
    struct offer *globex = built_offer(project, "globex");
    built_offer(project, "initech")->state = OFFER_LATE;
    built_answer(project, acme, "A", "0.9");
    built_answer(project, acme, "B", "In place");
    built_answer(project, globex, "A", "1");
    built_answer(project, globex, "B", "Absent");
    built_gate(project, "B", GATE_AT_LEAST, "Partial");
    built_target(project, "B", "Measured");
    return project;
}

static void the_report_is_as_it_is_meant(void **state)
{
    static const char want[] =
        "# Built evaluation\n"
        "\n"
        "Position as at 15 Oct 2026.\n"
        "\n"
        "| Rank | Vendor | Evidenced | Proven | Claimed | Outcome |\n"
        "|---:|---|---:|---:|---:|---|\n"
        "| 1 | Acme | 82.50 | 82.50 | 82.50 | ✓ acceptable, preferred |\n"
        "| – | Globex | 50.00 | 50.00 | 50.00 | ✗ excluded |\n"
        "\n"
        "## Mandatory requirements not simply met\n"
        "\n"
        "- ✗ Globex, B: not met (the answer is \\`Absent\\`; at least Partial is required)\n"
        "\n"
        "## Before signing with Acme\n"
        "\n"
        "- Reach Measured on Title of B (B, 12.50 points)\n"
        "\n"
        "## Late or withdrawn\n"
        "\n"
        "- Initech: late (received after answers were due)\n";
    struct arena arena;
    arena_init(&arena);
    check_text(text_of(&arena, two_offers(&arena)), want, 0);
    arena_release(&arena);
}

static void the_vendors_words_are_never_markup(void **state)
{
    static const struct {
        const char *name, *shown;
    } cases[] = {
        {"A|B", "| 1 | A\\|B |"},
        {"<b>", "| 1 | \\<b\\> |"},
        {"[x](y)", "| 1 | \\[x\\](y) |"},
        {"a\nb", "| 1 | a b |"},
        {"*_`#!&", "| 1 | \\*\\_\\`\\#\\!\\& |"},
        {"\x1b[0m", "| 1 | ‹U+001B›\\[0m |"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = two_offers(&arena);
        project->offers[0].name = cases[i].name;
        check_contains(text_of(&arena, project), cases[i].shown, i);
        arena_release(&arena);
    }
}

static void what_is_missing_or_closed_is_told(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = two_offers(&arena);
    project->offers[2].state = OFFER_MISSING;
    project->evaluation.as_of = (struct date){0};
    struct closed_condition closed = {.vendor = "acme", .item = built_find(project, "B")};
    project->evaluation.closed = &closed;
    project->evaluation.closed_count = 1;
    const char *text = text_of(&arena, project);
    check_contains(text,
                   "# Built evaluation\n\n"
                   "**PROVISIONAL**: Initech was invited and has not answered\n\n| Rank",
                   0);
    check_contains(text, "at least Partial is required)\n", 1);
    assert_null(strstr(text, "Before signing"));
    built_gate(project, "A", GATE_AT_LEAST, "2");
    project->offers[0].response.answers[1].reply = REPLY_NOT_APPLICABLE;
    project->offers[0].response.answers[2].reply = REPLY_NOT_APPLICABLE;
    project->evaluation.rules.not_applicable_accept = true;
    project->offer_count = 1;
    check_contains(text_of(&arena, project), "| – | Acme | n/a | n/a | n/a | ○ incomplete |", 2);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_report_is_as_it_is_meant),
        cmocka_unit_test(the_vendors_words_are_never_markup),
        cmocka_unit_test(what_is_missing_or_closed_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
