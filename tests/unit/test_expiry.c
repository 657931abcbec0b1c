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

#include "score/expiry.h"

/* The position is 2026-10-15; evidence is of 2026-01-01, a report stays current for 12 months. */
static const struct built_item TREE[] = {
    {.id = "A", .depth = 1, .weight = 3, .kinds = "policy report pilot"},
    {.id = "B", .depth = 1, .weight = 1, .kinds = "policy report pilot"},
};

/* What runs out, as `vendor evidence day criteria points`, one after the other. */
static const char *list_of(struct arena *arena, const struct project *project, int days)
{
    struct result result = built_result(arena, project);
    size_t count = 0;
    const struct expiring *list = expiry_find(arena, &result, days, &count);
    struct text_builder text;
    text_builder_init(&text, arena);
    for (size_t i = 0; i < count; i++) {
        text_add_format(&text, "%s%s %s %s %zu %.2f", i == 0 ? "" : "; ",
                        result.offers[list[i].offer].offer->id, expiring_title(&result, &list[i]),
                        date_iso(arena, list[i].last), list[i].criterion_count, list[i].points);
    }
    return text.text;
}

static void what_runs_out_soon_is_found_with_what_rests_on_it(void **state)
{
    static const struct {
        struct date issued, expires;
        bool accepted, second_report;
        int days;
        const char *want;
    } cases[] = {
        // Measured is worth 1: with the report 75 points, without it 18.75.
        {{2026, 1, 1}, {0}, true, false, 90, "acme The report 2027-01-01 1 56.25"},
        {{2026, 1, 1}, {0}, true, false, 77, ""}, // the 78th day is the last
        {{2026, 1, 1}, {0}, true, false, 78, "acme The report 2027-01-01 1 56.25"},
        {{2026, 1, 1}, {2026, 10, 15}, true, false, 0, "acme The report 2026-10-15 1 56.25"},
        {{2026, 1, 1}, {2026, 10, 14}, true, false, 90, ""}, // has run out, and counts no more
        {{2026, 9, 1}, {0}, true, false, 90, ""},
        {{2026, 1, 1}, {0}, false, false, 90, "acme The report 2027-01-01 1 37.50"}, // documented
        {{2026, 1, 1}, {0}, true, true, 90, "acme The report 2027-01-01 1 0.00"}, // another carries
                                                                                  // it as well
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        struct offer *acme = built_offer(project, "acme");
        built_answer(project, acme, "A", "Measured");
        size_t report = built_evidence(project, acme, "A", "report");
        acme->response.evidence[report].issued = cases[i].issued;
        acme->response.evidence[report].expires = cases[i].expires;
        acme->findings.evidence[report].verdict = cases[i].accepted ? VERDICT_ACCEPTED
                                                                    : VERDICT_OPEN;
        if (cases[i].second_report) {
            size_t second = built_evidence(project, acme, "A", "report");
            acme->response.evidence[second].issued = (struct date){2026, 9, 1};
        }
        check_text(list_of(&arena, project, cases[i].days), cases[i].want, i);
        arena_release(&arena);
    }
}

static void soonest_comes_first_and_one_piece_is_listed_once(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    struct offer *acme = built_offer(project, "acme");
    struct offer *globex = built_offer(project, "globex");
    built_answer(project, acme, "A", "Measured");
    built_answer(project, acme, "B", "Measured");
    size_t report = built_evidence(project, acme, "A", "report");
    acme->response.answers[built_find(project, "B")].citations =
        acme->response.answers[built_find(project, "A")].citations;
    acme->response.answers[built_find(project, "B")].citation_count = 1;
    acme->response.evidence[report].title = NULL;
    built_answer(project, globex, "B", "Measured");
    built_own(project, globex, "B", "pilot")->expires = (struct date){2026, 11, 1};
    check_text(list_of(&arena, project, 90),
               "globex Our pilot 2026-11-01 1 18.75; acme e0 2027-01-01 2 75.00", 0);
    project->evaluation.as_of = (struct date){0};
    check_text(list_of(&arena, project, 90), "", 1);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_runs_out_soon_is_found_with_what_rests_on_it),
        cmocka_unit_test(soonest_comes_first_and_one_piece_is_listed_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
