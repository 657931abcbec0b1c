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

#include "report/explain_text.h"

static const struct built_item TREE[] = {
    {.id = "GOV", .depth = 1, .weight = 40},
    {.id = "GOV-01", .depth = 2, .weight = 1, .kinds = "policy report pilot"},
    {.id = "GOV-02", .depth = 2, .weight = 3},
    {.id = "SEC", .depth = 1, .weight = 60},
};

/* One offer whose answers and evidence have all there is to explain. */
static struct project *explained_project(struct arena *arena)
{
    struct project *project = built_project(arena, TREE, COUNT_OF(TREE));
    struct offer *acme = built_offer(project, "acme");
    built_answer(project, acme, "GOV-01", "Measured")->note = "Board reviews quarterly";
    built_answer(project, acme, "GOV-02", "Partial");
    built_answer(project, acme, "SEC", "Measured");
    size_t report = built_evidence(project, acme, "GOV-01", "report");
    size_t policy = built_evidence(project, acme, "GOV-01", "policy");
    built_own(project, acme, "GOV-01", "pilot")->on = (struct date){2020, 1, 1};
    acme->findings.evidence[report].scope = SCOPE_PARTIAL;
    acme->findings.evidence[policy].verdict = VERDICT_REJECTED;
    built_shows(project, acme, "GOV-01", "In place");
    built_item(project, "GOV-01")->ask = "Which executive is accountable?";
    built_gate(project, "GOV-01", GATE_AT_LEAST, "Partial");
    built_target(project, "GOV-02", "Measured")->condition.must = true;
    return project;
}

static void a_vendor_is_explained_from_rank_to_gap(void **state)
{
    static const char want[] =
        "acme: Acme\n"
        "  rank          1\n"
        "  outcome       ▲ acceptable with conditions, preferred\n"
        "  evidenced     82.50 (claimed 85.00, proven 75.00, if all is true 85.00)\n"
        "  answered      100.0 % of the weight\n"
        "                                                 claimed   evid. of 100 points\n"
        "  GOV       Title of GOV                           62.50   56.25  40.00  22.50\n"
        "  SEC       Title of SEC                          100.00  100.00  60.00  60.00\n"
        "  mandatory     ✓ GOV-01: met, a finding shows `In place`\n"
        "  conditions    GOV-02: Reach Measured on Title of GOV-02 (must, 15.00 points)\n"
        "  claim gap     2.50 points\n"
        "                  2.50 a finding or the panel says less\n"
        "                  0.00 no proof that carries it\n"
        "                  0.00 proof expired or not yet valid\n"
        "                  0.00 proof of another scope or entity\n"
        "                  0.00 proof not opened by us yet\n";
    struct arena arena;
    arena_init(&arena);
    struct result result = built_result(&arena, explained_project(&arena));
    check_text(explain_vendor(&arena, &result, 0), want, 0);
    arena_release(&arena);
}

static void a_criterion_is_explained_from_its_source_to_its_points(void **state)
{
    static const char want[] =
        "Acme, GOV-01: Title of GOV-01\n"
        "  question      Which executive is accountable?\n"
        "  answer        Measured\n"
        "  at            responses/acme.yaml:12:5\n"
        "  note          Board reviews quarterly\n"
        "  claimed       100.00\n"
        "  evidence      The report, report, p. 1: ●●○○ documented; partial scope: one\n"
        "                grade less\n"
        "                The policy, policy, p. 1: does not count; rejected by us\n"
        "                Our pilot, pilot: does not count; expired\n"
        "  grade         ●●○○ documented: ceiling 75.00\n"
        "  contradicted  ≠ shows In place, worth 75.00: two exceptions\n"
        "  evidenced     75.00\n"
        "  weight        GOV-01 weighs 1, GOV weighs 40: 10.00 of 100\n"
        "  points        7.50 of 10.00\n";
    struct arena arena;
    arena_init(&arena);
    struct project *project = explained_project(&arena);
    struct result result = built_result(&arena, project);
    check_text(explain_item(&arena, &result, 0, built_find(project, "GOV-01")), want, 0);
    arena_release(&arena);
}

static void a_section_is_explained_by_its_children(void **state)
{
    static const char want[] =
        "Acme, GOV: Title of GOV\n"
        "  GOV       Title of GOV                           62.50   56.25  40.00  22.50\n"
        "                                                 claimed   evid. of 100 points\n"
        "  GOV-01    Title of GOV-01                       100.00   75.00  10.00   7.50\n"
        "  GOV-02    Title of GOV-02                        50.00   50.00  30.00  15.00\n";
    struct arena arena;
    arena_init(&arena);
    struct project *project = explained_project(&arena);
    struct result result = built_result(&arena, project);
    check_text(explain_item(&arena, &result, 0, built_find(project, "GOV")), want, 0);
    arena_release(&arena);
}

/* What GOV-01 is answered with, and what is said of it. */
static void each_state_is_explained_in_its_own_words(void **state)
{
    static const struct {
        enum reply reply;
        bool agreed;
        const char *want;
    } cases[] = {
        {REPLY_NONE, false, "  answer        unanswered\n  claimed       0.00\n"},
        {REPLY_DECLINED, false, "  answer        declined: because\n"},
        {REPLY_NOT_APPLICABLE, false,
         "  answer        not_applicable: because (not agreed: counts as unanswered)\n"},
        {REPLY_NOT_APPLICABLE, true,
         "  answer        not_applicable: because (agreed: leaves the sum)\n"
         "  at            responses/acme.yaml:12:5\n"
         "  score         n/a: it is not in the sum\n"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = explained_project(&arena);
        built_reply(project, &project->offers[0], "GOV-01", cases[i].reply);
        project->evaluation.rules.not_applicable_accept = cases[i].agreed;
        struct result result = built_result(&arena, project);
        const char *text = explain_item(&arena, &result, 0, built_find(project, "GOV-01"));
        check_contains(text, cases[i].want, i);
        arena_release(&arena);
    }
}

static void what_is_left_out_is_said(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = explained_project(&arena);
    struct offer *acme = &project->offers[0];
    project->evaluation.rules.not_applicable_accept = true;
    built_answer(project, acme, "SEC", "Partial")->from = "answers.xlsx!Sheet!C17";
    struct result imported = built_result(&arena, project);
    const char *item = explain_item(&arena, &imported, 0, built_find(project, "SEC"));
    check_contains(item, "responses/acme.yaml:14:5 (from answers.xlsx!Sheet!C17)\n", 0);
    check_contains(item, "  grade         none asked: ceiling 100\n", 1);
    built_reply(project, acme, "SEC", REPLY_NOT_APPLICABLE);
    struct result part = built_result(&arena, project);
    const char *vendor = explain_vendor(&arena, &part, 0);
    check_contains(vendor, "  compared      on 40 of 100: the rest does not apply, as agreed\n", 2);
    check_contains(vendor, "  SEC       Title of SEC                            n/a\n", 3);
    built_reply(project, acme, "GOV-01", REPLY_NOT_APPLICABLE);
    built_reply(project, acme, "GOV-02", REPLY_NOT_APPLICABLE);
    struct result none = built_result(&arena, project);
    const char *blank = explain_vendor(&arena, &none, 0);
    check_contains(blank, "  rank          none\n  outcome       ○ incomplete\n", 4);
    check_contains(blank, "  evidenced     n/a: nothing is in the sum\n", 5);
    arena_release(&arena);
}

static void what_a_vendor_writes_is_shown_and_never_obeyed(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = explained_project(&arena);
    struct offer *acme = &project->offers[0];
    static const char evil[] = "\x1b]0;x\a\xE2\x80\xAEline\nbreak";
    acme->name = evil;
    acme->response.evidence[0].title = evil;
    acme->findings.shows[built_find(project, "GOV-01")].because = evil;
    struct answer *answer = &acme->response.answers[built_find(project, "GOV-01")];
    answer->note = evil;
    answer->text = evil;
    struct result result = built_result(&arena, project);
    const char *texts[] = {explain_vendor(&arena, &result, 0),
                           explain_item(&arena, &result, 0, built_find(project, "GOV-01"))};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        check_contains(texts[i], "‹U+001B›", i);
        check_contains(texts[i], "‹U+202E›line break", i);
        for (const char *at = texts[i]; *at != '\0'; at++) {
            check_true(*at == '\n' || (unsigned char)*at >= 0x20, i);
        }
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_vendor_is_explained_from_rank_to_gap),
        cmocka_unit_test(a_criterion_is_explained_from_its_source_to_its_points),
        cmocka_unit_test(a_section_is_explained_by_its_children),
        cmocka_unit_test(each_state_is_explained_in_its_own_words),
        cmocka_unit_test(what_is_left_out_is_said),
        cmocka_unit_test(what_a_vendor_writes_is_shown_and_never_obeyed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
