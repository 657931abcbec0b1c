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

#include "report/ranking_text.h"

#include <string.h>

static const struct palette PLAIN = {"", "", "", "", "", ""};
static const struct palette COLOURS = {"<b>", "<dim>", "<bad>", "<warn>", "<good>", "</>"};

static const struct built_item TREE[] = {
    {.id = "GOV", .depth = 1, .weight = 40},
    {.id = "GOV-01", .depth = 2, .weight = 1, .kinds = "policy report"},
    {.id = "GOV-02", .depth = 2, .weight = 1},
    {.id = "SEC", .depth = 1, .weight = 60},
    {.id = "SEC-01", .depth = 2, .weight = 1, .kinds = "report test"},
    {.id = "SEC-02", .depth = 2, .weight = 1, .answer = ANSWER_TEXT},
};

static const char *coloured(struct arena *arena, const struct project *project,
                            const struct palette *palette)
{
    struct result result = built_result(arena, project);
    return ranking_text(arena, &result, palette);
}

static void answer_all(const struct project *project, struct offer *offer, const char *level)
{
    built_answer(project, offer, "GOV-01", level);
    built_answer(project, offer, "GOV-02", level);
    built_answer(project, offer, "SEC-01", level);
}

/* Three offers, two absent vendors, and each kind of thing that is to be said. */
static struct project *full_project(struct arena *arena)
{
    struct project *project = built_project(arena, TREE, COUNT_OF(TREE));
    struct offer *acme = built_offer(project, "acme");
    struct offer *globex = built_offer(project, "globex");
    struct offer *initech = built_offer(project, "initech");
    built_offer(project, "umbrella")->state = OFFER_MISSING;
    built_offer(project, "wayne")->state = OFFER_FAULTY;
    answer_all(project, acme, "Measured");
    built_evidence(project, acme, "GOV-01", "report");
    built_evidence(project, acme, "SEC-01", "test");
    acme->findings.evidence[0].verdict = VERDICT_OPEN;
    answer_all(project, globex, "In place");
    built_evidence(project, globex, "SEC-01", "report");
    built_answer(project, globex, "SEC-02", "1");
    answer_all(project, initech, "Planned");
    built_reply(project, initech, "SEC-02", REPLY_DECLINED);
    struct gate *gate = built_gate(project, "GOV-01", GATE_AT_LEAST, "Partial");
    gate->has_proof = true;
    gate->proof = GRADE_DOCUMENTED;
    return project;
}

static void the_whole_page_is_as_it_is_meant(void **state)
{
    static const char want[] =
        "Built evaluation, position as at 15 Oct 2026\n"
        "PROVISIONAL: 1 criterion of Globex is not yet scored\n"
        "       also: Umbrella was invited and has not answered\n"
        "       also: Wayne's response has errors and was left out\n"
        "\n"
        "   Vendor             Score 0        50      100 Prov. Claims Outcome\n"
        "1= Acme               65.00 ██████████▒▒▒·        50.0   70.0 ○ incomplete\n"
        "1= Globex             65.00 ████████████▒··       60.0   75.0 ○ incomplete\n"
        "–  Initech             0.00                        0.0    0.0 ✗ excluded\n"
        "   █ proven  ▒ shown or stated, as far as it counts  · claimed\n"
        "\n"
        "Acme and Globex share the first rank; Acme has 65.00.\n"
        "23 % of the score of Acme is not independently proven.\n"
        "On proof alone Acme has 50.00; if all is true, Globex has 75.00.\n"
        "One level would change who leads: GOV-02 of Acme, SEC-01 of Acme, GOV-02 of\n"
        "Globex and 1 more.\n"
        "\n"
        "Mandatory requirements not simply met\n"
        "  ▲ Globex, GOV-01: to be proven (the answer is `In place`, but its proof is\n"
        "    stated; documented is required)\n"
        "  ✗ Initech, GOV-01: not met (the answer is `Planned`; at least Partial is\n"
        "    required)\n"
        "\n"
        "What is missing\n"
        "  Acme: 1 without an answer, 1 piece of evidence not opened by us\n"
        "  Globex: 1 not yet scored by us\n"
        "  Initech: 1 declined\n"
        "\n"
        "Runs out within 90 days\n"
        "  Acme: The report, 1 Jan 2027; 10.00 points rest on it\n"
        "  Acme: The test, 1 Jan 2027; 22.50 points rest on it\n"
        "  Globex: The report, 1 Jan 2027; 30.00 points rest on it\n";
    struct arena arena;
    arena_init(&arena);
    check_text(coloured(&arena, full_project(&arena), &PLAIN), want, 0);
    arena_release(&arena);
}

/* Answers of three vendors, and who is said to lead. */
struct leader_case {
    const char *a[3]; // NULL: no answer, and excluded for it
    const char *b[3];
    bool tie;
    enum margin_effect effect;
    const char *sentence;
};

static const struct built_item RATES[] = {
    {.id = "A", .depth = 1, .weight = 1, .answer = ANSWER_PERCENT},
    {.id = "B", .depth = 1, .weight = 0, .answer = ANSWER_PERCENT},
};

static const struct leader_case LEADER_CASES[] = {
    {{"0.9", "0.7", NULL},
     {"1", "1", "1"},
     false,
     MARGIN_NOTE,
     "\nAcme ranks first with 90.00, 20.00 ahead of Globex.\n"},
    {{"0.695", "0.7", NULL},
     {"1", "1", "1"},
     false,
     MARGIN_NOTE,
     "\nGlobex ranks first with 70.00, 0.50 ahead of Acme: a narrow lead.\n"},
    {{"0.7", NULL, NULL},
     {"1", "1", "1"},
     false,
     MARGIN_NOTE,
     "\nAcme is the only vendor ranked, with 70.00.\n"},
    {{NULL, NULL, NULL}, {"1", "1", "1"}, false, MARGIN_NOTE, "\nNo vendor can be ranked.\n"},
    {{"0.7", "0.7", "0.7"},
     {"1", "1", "1"},
     false,
     MARGIN_NOTE,
     "\nAcme, Globex and Initech share the first rank; Acme has 70.00.\n"},
    {{"0.695", "0.7", NULL},
     {"1", "1", "1"},
     false,
     MARGIN_TIE,
     "\nAcme and Globex share the first rank; Acme has 69.50, Globex 70.00.\n"},
    {{"0.695", "0.7", "0.692"},
     {"1", "1", "1"},
     false,
     MARGIN_TIE,
     "\nAcme, Globex and Initech share the first rank; they have 69.20 to 70.00.\n"},
    {{"0.7", "0.7", NULL},
     {"0.5", "0.6", "1"},
     true,
     MARGIN_NOTE,
     "\nGlobex ranks first with 70.00, before Acme with 70.00 by the tie rule.\n"},
    {{"0.7", "0.695", NULL},
     {"0.5", "0.6", "1"},
     true,
     MARGIN_TIE,
     "\nGlobex ranks first with 69.50, before Acme with 70.00 by the tie rule.\n"},
    {{"0.7", "0.695", NULL},
     {"0.6", "0.5", "1"},
     true,
     MARGIN_TIE,
     "\nAcme ranks first with 70.00, 0.50 ahead of Globex: a narrow lead, and by the tie\n"
     "rule.\n"},
};

static void the_leader_is_told_with_its_lead(void **state)
{
    static const char *const vendors[] = {"acme", "globex", "initech"};
    for (size_t i = 0; i < COUNT_OF(LEADER_CASES); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, RATES, COUNT_OF(RATES));
        size_t tie = built_find(project, "B");
        project->evaluation.rules.tie = &tie;
        project->evaluation.rules.tie_count = LEADER_CASES[i].tie ? 1 : 0;
        project->evaluation.rules.margin_effect = LEADER_CASES[i].effect;
        built_gate(project, "A", GATE_PROOF_ONLY, NULL);
        for (size_t v = 0; v < COUNT_OF(vendors); v++) {
            struct offer *offer = built_offer(project, vendors[v]);
            built_answer(project, offer, "B", LEADER_CASES[i].b[v]);
            if (LEADER_CASES[i].a[v] != NULL) {
                built_answer(project, offer, "A", LEADER_CASES[i].a[v]);
            }
        }
        check_contains(coloured(&arena, project, &PLAIN), LEADER_CASES[i].sentence, i);
        arena_release(&arena);
    }
}

/* No line of the text is wider than a terminal. */
static void check_width(const char *text, size_t row)
{
    struct arena arena;
    arena_init(&arena);
    for (const char *at = text; *at != '\0';) {
        size_t length = strcspn(at, "\n");
        const char *line = arena_text(&arena, at, length);
        if (text_columns(line) > 80) {
            fail_msg("row %zu: `%s` takes %zu columns", row, line, text_columns(line));
        }
        at += length + 1;
    }
    arena_release(&arena);
}

static void no_line_is_wider_than_eighty_columns_whatever_a_vendor_writes(void **state)
{
    static const char *const texts[] = {
        "A vendor with a name that goes on and on, GmbH & Co. Kommanditgesellschaft auf Aktien",
        "Averylongwordthatneverendsandhasnotasingleblankinitforabreakanywhereatallyoucouldfind",
        "株式会社日本人工知能研究開発機構および関連する事業を営む会社の集まりである会社名",
        "\xE2\x80\xAE<evil>\x1b[31m",
        "",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = full_project(&arena);
        project->evaluation.title = texts[i];
        for (size_t v = 0; v < project->offer_count; v++) {
            project->offers[v].name = texts[i];
            project->offers[v].response.answers[2].text = texts[i];
        }
        const char *text = coloured(&arena, project, &PLAIN);
        check_width(text, i);
        check_true(strchr(text, '\x1b') == NULL, i);
        check_true(strstr(text, "\xE2\x80\xAE") == NULL, i);
        arena_release(&arena);
    }
}

static void conditions_of_the_leader_and_what_is_compared_are_listed(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    struct offer *acme = built_offer(project, "acme");
    answer_all(project, acme, "Partial");
    static const char *const ids[] = {"GOV-01", "GOV-02", "SEC-01"};
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        built_target(project, ids[i], "Measured");
    }
    built_item(project, "GOV-02")->condition = (struct contract_condition){.text = "Name a deputy.",
                                                                           .must = true};
    struct waiver waiver = {.vendor = "acme", .item = built_find(project, "SEC-01"), .by = "CISO"};
    project->evaluation.waivers = &waiver;
    project->evaluation.waiver_count = 1;
    built_gate(project, "SEC-01", GATE_AT_LEAST, "Measured");
    project->evaluation.rules.not_applicable_accept = true;
    built_reply(project, acme, "SEC-02", REPLY_NOT_APPLICABLE);
    const char *text = coloured(&arena, project, &PLAIN);
    check_contains(text,
                   "\nBefore signing with Acme\n"
                   "  1 Name a deputy. (GOV-02, must)\n"
                   "  2 Meet Title of SEC-01, waived by CISO (SEC-01, must)\n"
                   "  3 Reach Measured on Title of SEC-01 (SEC-01)\n"
                   "    1 more on sheet Conditions\n",
                   0);
    check_contains(text, "  ◊ Acme, SEC-01: waived (by CISO (the answer is", 1);
    check_contains(text, "  Acme: compared on 70 of 100\n", 2);
    struct closed_condition closed = {.vendor = "acme", .item = built_find(project, "GOV-02")};
    project->evaluation.closed = &closed;
    project->evaluation.closed_count = 1;
    check_contains(coloured(&arena, project, &PLAIN),
                   "\nBefore signing with Acme\n  1 Meet Title of SEC-01", 3);
    arena_release(&arena);
}

static void what_came_late_or_came_to_nothing_is_told(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    struct offer *acme = built_offer(project, "acme");
    built_offer(project, "globex")->state = OFFER_LATE;
    project->evaluation.rules.not_applicable_accept = true;
    static const char *const ids[] = {"GOV-01", "GOV-02", "SEC-01", "SEC-02"};
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        built_reply(project, acme, ids[i], REPLY_NOT_APPLICABLE);
    }
    const char *text = coloured(&arena, project, &PLAIN);
    check_contains(
        text, "–  Acme                 n/a                        n/a    n/a ○ incomplete\n", 0);
    check_contains(text, "\nLate or withdrawn\n  Globex: late, and not scored\n", 1);
    arena_release(&arena);
}

static void a_long_list_is_cut_and_counted(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    built_gate(project, "GOV-02", GATE_AT_LEAST, "Partial");
    for (int v = 0; v < 20; v++) {
        built_offer(project, arena_format(&arena, "v%d", v));
    }
    check_contains(coloured(&arena, project, &PLAIN), "    8 more on Comparison\n", 0);
    built_item(project, "GOV-02")->has_gate = false;
    check_contains(coloured(&arena, project, &PLAIN),
                   "V11 and 8 more share the first\nrank; V0 has", 1);
    arena_release(&arena);
}

static void colours_stand_round_what_they_mean(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = full_project(&arena);
    const char *text = coloured(&arena, project, &COLOURS);
    check_contains(text, "<b>Built evaluation, position as at 15 Oct 2026\n</>", 0);
    check_contains(text, "<warn>○ incomplete</>\n", 1);
    check_contains(text, "<bad>✗ excluded</>\n", 2);
    check_contains(text, "\n<b>What is missing</>\n", 3);
    project->evaluation.rules.complete = 0;
    project->evaluation.as_of = (struct date){0};
    built_answer(project, &project->offers[1], "SEC-02", "1")->reply = REPLY_NONE;
    const char *other = coloured(&arena, project, &COLOURS);
    check_contains(other, "<b>Built evaluation\n</>", 4);
    check_contains(other, "<warn>▲ conditions</>\n", 5);
    project->evaluation.rules.acceptable = 20;
    check_contains(coloured(&arena, project, &COLOURS), "<good>✓ acceptable</>\n", 6);
    project->evaluation.rules.with_conditions = 90;
    check_contains(coloured(&arena, project, &COLOURS), "<bad>■ not acceptable</>\n", 7);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_whole_page_is_as_it_is_meant),
        cmocka_unit_test(the_leader_is_told_with_its_lead),
        cmocka_unit_test(no_line_is_wider_than_eighty_columns_whatever_a_vendor_writes),
        cmocka_unit_test(conditions_of_the_leader_and_what_is_compared_are_listed),
        cmocka_unit_test(what_came_late_or_came_to_nothing_is_told),
        cmocka_unit_test(a_long_list_is_cut_and_counted),
        cmocka_unit_test(colours_stand_round_what_they_mean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
