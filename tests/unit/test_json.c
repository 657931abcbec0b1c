#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "built_project.h"
#include "check.h"
#include "model/claim_class.h"
#include "score/score.h"

#include "report/json.h"

#include <string.h>

static const struct built_item TREE[] = {
    {.id = "S", .depth = 1, .weight = 3},
    {.id = "S-1", .depth = 2, .weight = 1, .kinds = "report"},
    {.id = "S-2", .depth = 2, .weight = 1},
    {.id = "P", .depth = 1, .weight = 1, .answer = ANSWER_TEXT},
};

static const char *text_of(struct arena *arena, const struct project *project)
{
    struct result result = built_result(arena, project);
    return json_text(arena, &result, "1.0.0");
}

/* One offer that has something under every key that this version fills. */
static struct project *full_project(struct arena *arena)
{
    struct project *project = built_project(arena, TREE, COUNT_OF(TREE));
    struct offer *acme = built_offer(project, "acme");
    built_answer(project, acme, "S-1", "Measured");
    built_answer(project, acme, "P", "1");
    built_reply(project, acme, "S-2", REPLY_NOT_APPLICABLE);
    struct gate *gate = built_gate(project, "S-1", GATE_AT_LEAST, "Partial");
    gate->has_proof = true;
    gate->proof = GRADE_INDEPENDENT;
    static const char *const words[] = {"halves"};
    static const struct wording wordings[] = {{.id = "half", .words = words, .word_count = 1}};
    project->evaluation.criteria.wordings = wordings;
    project->evaluation.criteria.wording_count = COUNT_OF(wordings);
    built_claim(project, acme, "S-1", NULL, NULL)->says = "Halves the time";
    return project;
}

static const char EVALUATION[] = "{\n"
                                 "  \"vouch\": \"1.0.0\",\n"
                                 "  \"evaluation\": {\n"
                                 "    \"id\": \"built\",\n"
                                 "    \"title\": \"Built evaluation\",\n"
                                 "    \"as_of\": \"2026-10-15\",\n"
                                 "    \"provisional\": [\n"
                                 "      \"1 criterion of Acme is not yet scored\"\n"
                                 "    ],\n"
                                 "    \"price_turns\": [],\n"
                                 "    \"lock\": \"none\",\n"
                                 "    \"lock_code\": null,\n"
                                 "    \"locked\": null,\n"
                                 "    \"lock_altered\": false,\n"
                                 "    \"lock_changes\": [],\n"
                                 "    \"register\": [\n"
                                 "      {\n"
                                 "        \"vendor\": \"acme\",\n"
                                 "        \"invited\": false,\n"
                                 "        \"received\": null,\n"
                                 "        \"state\": \"scored\",\n"
                                 "        \"reason\": null\n"
                                 "      }\n"
                                 "    ],\n"
                                 "    \"clarifications\": [],\n"
                                 "    \"decision\": null\n"
                                 "  },\n";

static const char VENDOR[] = "    {\n"
                             "      \"id\": \"acme\",\n"
                             "      \"name\": \"Acme\",\n"
                             "      \"rank\": 1,\n"
                             "      \"preferred\": false,\n"
                             "      \"outcome\": \"incomplete\",\n"
                             "      \"claimed\": 50,\n"
                             "      \"evidenced\": 12.5,\n"
                             "      \"proven\": 0,\n"
                             "      \"if_all_is_true\": 50,\n"
                             "      \"published\": 12.5,\n"
                             "      \"answered\": 0.5,\n";

static const char SECTION[] = "          \"id\": \"S\",\n"
                              "          \"title\": \"Title of S\",\n"
                              "          \"weight\": 0.75,\n"
                              "          \"claimed\": 50,\n"
                              "          \"evidenced\": 12.5,\n"
                              "          \"proven\": 0,\n"
                              "          \"sections\": [],\n"
                              "          \"criteria\": [\n"
                              "            {\n"
                              "              \"id\": \"S-1\",\n"
                              "              \"state\": \"answered\",\n"
                              "              \"claimed\": 100,\n"
                              "              \"grade\": \"stated\",\n"
                              "              \"ceiling\": 0.25,\n"
                              "              \"evidenced\": 25,\n"
                              "              \"weight\": 0.5,\n"
                              "              \"points\": 12.5,\n"
                              "              \"panel\": null,\n"
                              "              \"at\": \"responses/acme.yaml:12:5\"\n"
                              "            },\n"
                              "            {\n"
                              "              \"id\": \"S-2\",\n"
                              "              \"state\": \"not_applicable\",\n"
                              "              \"agreed\": false,\n"
                              "              \"claimed\": 0,\n"
                              "              \"grade\": null,\n"
                              "              \"ceiling\": 1,\n"
                              "              \"evidenced\": 0,\n"
                              "              \"weight\": 0.5,\n"
                              "              \"points\": 0,\n"
                              "              \"panel\": null,\n"
                              "              \"at\": \"responses/acme.yaml:13:5\"\n"
                              "            }\n"
                              "          ]\n";

static const char CRITERIA[] = "      \"criteria\": [\n"
                               "        {\n"
                               "          \"id\": \"P\",\n"
                               "          \"state\": \"not_yet_scored\",\n"
                               "          \"claimed\": null,\n"
                               "          \"grade\": null,\n"
                               "          \"ceiling\": null,\n"
                               "          \"evidenced\": null,\n"
                               "          \"weight\": 0.25,\n"
                               "          \"points\": 0,\n"
                               "          \"panel\": null,\n"
                               "          \"at\": \"responses/acme.yaml:14:5\"\n"
                               "        }\n"
                               "      ],\n";

static const char TERMS[] =
    "      \"gates\": [\n"
    "        {\n"
    "          \"id\": \"S-1\",\n"
    "          \"result\": \"to be proven\",\n"
    "          \"why\": \"the answer is `Measured`, but its proof is stated; independent is "
    "required\"\n"
    "        }\n"
    "      ],\n"
    "      \"conditions\": [\n"
    "        {\n"
    "          \"criterion\": \"S-1\",\n"
    "          \"text\": \"Bring independent proof for Title of S-1\",\n"
    "          \"points\": 0,\n"
    "          \"must\": true\n"
    "        }\n"
    "      ],\n"
    "      \"claims\": [\n"
    "        {\n"
    "          \"id\": \"C1\",\n"
    "          \"class\": \"outcome\",\n"
    "          \"claimed\": 50,\n"
    "          \"evidenced\": 12.5,\n"
    "          \"grade\": \"stated\",\n"
    "          \"wording\": [\n"
    "            \"Halves\"\n"
    "          ]\n"
    "        }\n"
    "      ],\n"
    "      \"gap\": {\n"
    "        \"not_opened\": 0,\n"
    "        \"no_proof\": 37.5,\n"
    "        \"expired\": 0,\n"
    "        \"scope\": 0,\n"
    "        \"contradicted\": 0\n"
    "      },\n";

static const char END[] = "        \"break_even_share\": null\n"
                          "      }\n"
                          "    }\n"
                          "  ],\n"
                          "  \"sensitivity\": null,\n"
                          "  \"sensitivity_why\": \"not yet computed in this version\"\n"
                          "}\n";

static void the_document_is_laid_out_as_formats_says(void **state)
{
    static const char *const parts[] = {EVALUATION, VENDOR, SECTION, CRITERIA, TERMS, END};
    struct arena arena;
    arena_init(&arena);
    const char *text = text_of(&arena, full_project(&arena));
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        check_contains(text, parts[i], i);
        text = strstr(text, parts[i]); // one behind the other
    }
    assert_int_equal(strlen(text), strlen(END));
    arena_release(&arena);
}

#define NO_MEASURE                                                                                 \
    "          \"npv\": null,\n"                                                                   \
    "          \"roi_percent\": null,\n"                                                           \
    "          \"benefit_cost_ratio\": null,\n"                                                    \
    "          \"payback_months\": null,\n"                                                        \
    "          \"discounted_payback_months\": null,\n"                                             \
    "          \"irr_percent\": null,\n"                                                           \
    "          \"tco_nominal\": null,\n"                                                           \
    "          \"tco_present\": null\n"

static void money_has_all_its_keys_and_no_figure(void **state)
{
    static const char money[] = "      \"money\": {\n"
                                "        \"claimed\": {\n" NO_MEASURE "        },\n"
                                "        \"evidenced\": {\n" NO_MEASURE "        },\n"
                                "        \"break_even_share\": null\n"
                                "      }\n";
    struct arena arena;
    arena_init(&arena);
    check_contains(text_of(&arena, full_project(&arena)), money, 0);
    arena_release(&arena);
}

static void what_cannot_be_computed_is_null(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = full_project(&arena);
    struct offer *acme = &project->offers[0];
    project->evaluation.rules.not_applicable_accept = true;
    project->evaluation.as_of = (struct date){0};
    built_reply(project, acme, "S-1", REPLY_NOT_APPLICABLE);
    acme->response.answers[built_find(project, "P")].reply = REPLY_NONE;
    project->evaluation.weights[built_find(project, "P")] = 0;
    const char *text = text_of(&arena, project);
    static const char *const parts[] = {
        "    \"as_of\": null,\n    \"provisional\": [],\n",
        "      \"rank\": null,\n      \"preferred\": false,\n      \"outcome\": \"incomplete\",\n",
        "\n      \"claimed\": null,\n      \"evidenced\": null,\n      \"proven\": null,\n",
        "\n      \"if_all_is_true\": null,\n      \"published\": null,\n",
        "\n      \"answered\": null,\n",
        "\n          \"claimed\": null,\n          \"evidenced\": null,\n",
        "\n          \"proven\": null,\n          \"sections\": [],\n",
        "              \"agreed\": true,\n              \"claimed\": null,\n",
        "          \"state\": \"unanswered\",\n          \"claimed\": 0,\n",
        "          \"at\": null\n",
    };
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        check_contains(text, parts[i], i);
    }
    arena_release(&arena);
}

static void a_closed_condition_is_not_listed(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = full_project(&arena);
    struct closed_condition closed = {.vendor = "acme", .item = built_find(project, "S-1")};
    project->evaluation.closed = &closed;
    project->evaluation.closed_count = 1;
    check_contains(text_of(&arena, project), "      \"conditions\": [],\n", 0);
    arena_release(&arena);
}

static void vendors_come_by_rank_then_as_read(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    built_gate(project, "S-2", GATE_AT_LEAST, "Partial");
    static const char *const levels[] = {"Planned", "Partial", "Measured"};
    static const char *const vendors[] = {"acme", "globex", "initech"};
    for (size_t v = 0; v < COUNT_OF(vendors); v++) {
        built_answer(project, built_offer(project, vendors[v]), "S-2", levels[v]);
    }
    static const char *const wanted[] = {"\"initech\"", "\"globex\"", "\"acme\""};
    const char *text = text_of(&arena, project);
    for (size_t v = 0; v < COUNT_OF(wanted); v++) {
        text = strstr(text, arena_format(&arena, "      \"id\": %s,\n", wanted[v]));
        check_true(text != NULL, v);
    }
    check_contains(text, "      \"rank\": null,\n", 0);
    check_contains(text, "      \"outcome\": \"excluded\",\n", 1);
    arena_release(&arena);
}

static void any_text_is_sound_json(void **state)
{
    static const struct {
        const char *name, *json;
    } cases[] = {
        {"plain", "\"name\": \"plain\""},
        {"say \"hi\"", "\"name\": \"say \\\"hi\\\"\""},
        {"back\\slash", "\"name\": \"back\\\\slash\""},
        {"two\nlines\tand tab", "\"name\": \"two\\u000alines\\u0009and tab\""},
        {"\x1b\x7f", "\"name\": \"\\u001b\\u007f\""},
        {"\x01g", "\"name\": \"\\u0001g\""},
        {"日本語 ‹ é", "\"name\": \"日本語 ‹ é\""},
        {"", "\"name\": \"\""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = full_project(&arena);
        project->offers[0].name = cases[i].name;
        check_contains(text_of(&arena, project), cases[i].json, i);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_document_is_laid_out_as_formats_says),
        cmocka_unit_test(money_has_all_its_keys_and_no_figure),
        cmocka_unit_test(what_cannot_be_computed_is_null),
        cmocka_unit_test(a_closed_condition_is_not_listed),
        cmocka_unit_test(vendors_come_by_rank_then_as_read),
        cmocka_unit_test(any_text_is_sound_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
