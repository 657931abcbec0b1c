#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "bound_case.h"
#include "check.h"
#include "model/bind.h"
#include "read/document.h"

#define EVALUATION "evaluation.yaml"
#define OURS       "ours.yaml"
#define ACME       "responses/acme.yaml"

static const struct bound_case FIELDS_FAULTS[] = {
    {EVALUATION,
     "evaluation: {title: E, answers_due: [a]}\n"
     "criteria: ours.yaml\n"
     "weights: {A: [1]}\n"
     "rules: {complete: {a: b}, decimals: [1], margin: {effect: [tie]}}\n"
     "money: {baseline: {yearly: [1]}}\n",
     "evaluation.yaml:1:37 VALUE_KIND `answers_due` is a list [expected a single"
     " value]\n"
     "evaluation.yaml:3:14 VALUE_KIND `A` is a list [expected a single value]\n"
     "evaluation.yaml:4:19 VALUE_KIND `complete` is a map [expected a single value]\n"
     "evaluation.yaml:4:37 VALUE_KIND `decimals` is a list [expected a single value]\n"
     "evaluation.yaml:4:59 VALUE_KIND `effect` is a list [expected a single value]\n"
     "evaluation.yaml:5:28 VALUE_KIND `yearly` is a list [expected a single value]"},
    {OURS, CRITERION("answer: yes_no, inheritable: [yes]"),
     "ours.yaml:3:52 VALUE_KIND `inheritable` is a list [expected a single value]"},
    {ACME,
     VENDOR "answers: {A-1: {answer: Partial, evidence: {p: ''}}}\n"
            "evidence: {p: {kind: policy}}\n",
     ""},
};

static void a_field_of_the_wrong_kind_says_what_is_expected(void **state)
{
    check_bound_cases(NULL, FIELDS_FAULTS, COUNT_OF(FIELDS_FAULTS));
}

static void an_amount_is_ambiguous_with_three_digits_behind_one_mark(void **state)
{
    static const struct {
        const char *text;
        bool want;
    } cases[] = {
        {"12.500", true},    {"12,500", true}, {"-1.234", true},      {"0.125", true},
        {"12.50", false},    {"12500", false}, {"12.5000", false},    {"1.234.567", false},
        {"1,234.50", false}, {".500", false},  {"12.500 EUR", false}, {"", false},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_true(bind_amount_is_ambiguous(cases[i].text) == cases[i].want, i);
    }
}

static void both_readings_of_an_amount_are_shown(void **state)
{
    static const struct {
        const char *text;
        const char *want;
    } cases[] = {
        {"12.500", "`12.500` can be read as 12500 or as 12.5|write `12500` or `12.5`"},
        {"12,345", "`12,345` can be read as 12345 or as 12.345|write `12345` or `12.3450`"},
        {"-1.200", "`-1.200` can be read as -1200 or as -1.2|write `-1200` or `-1.2`"},
    };
    struct arena arena;
    struct diag_list diags;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        diag_list_init(&diags, &arena);
        const struct binder binder = {&arena, &diags};
        const struct node node = {.kind = NODE_SCALAR, .text = cases[i].text};
        bind_report_ambiguous(&binder, &node, cases[i].text);
        const struct diag *diag = diags.diags[0];
        check_text(arena_format(&arena, "%s|%s", diag->message, diag->help), cases[i].want, i);
    }
    arena_release(&arena);
}

static void the_place_of_a_key_is_found(void **state)
{
    struct entry entries[] = {{.key = "a", .at = {.line = 4}}};
    const struct node map = {.kind = NODE_MAP, .entries = entries, .count = 1, .at = {.line = 3}};
    check_int(bind_key_at(&map, "a").line, 4, 0);
    check_int(bind_key_at(&map, "b").line, 3, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_field_of_the_wrong_kind_says_what_is_expected),
        cmocka_unit_test(an_amount_is_ambiguous_with_three_digits_behind_one_mark),
        cmocka_unit_test(both_readings_of_an_amount_are_shown),
        cmocka_unit_test(the_place_of_a_key_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
