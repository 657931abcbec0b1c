#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "bound_case.h"
#include "check.h"

#define EVALUATION "evaluation.yaml"

static const struct bound_case EVALUATION_FAULTS[] = {
    {EVALUATION, NULL, "evaluation.yaml FILE_MISSING there is no `evaluation.yaml`"},
    {EVALUATION, "a: [\n",
     "evaluation.yaml:2:1 YAML_SYNTAX a value should stand here (take out what is"
     " too much, or use quotes)"},
    {EVALUATION, "evaluation: {id: e, title: E}\n",
     "evaluation.yaml:1:1 KEY_MISSING an evaluation file needs `criteria`"},
    {EVALUATION, "criteria: ours.yaml\n",
     "evaluation.yaml:1:1 KEY_MISSING an evaluation file needs `evaluation`"},
    {EVALUATION,
     "evaluation: {id: e}\n"
     "criteria: ours.yaml\n",
     "evaluation.yaml:1:13 KEY_MISSING `evaluation` needs `title`"},
    {EVALUATION, HEAD "reasons: {}\n",
     "evaluation.yaml:3:1 KEY_UNKNOWN `reasons` is not a key of an evaluation"
     " file (its keys are: evaluation, criteria, drop, weighting, weights, within, rules,"
     " vendors, waivers, conditions_closed, views, money, decision, approvals, panel)"},
    {EVALUATION,
     "evaluation: {title: E, answers_due: tomorrow, as_of: 2026-02-30, currency:"
     " euro, owner: [a]}\n"
     "criteria: ours.yaml\n",
     "evaluation.yaml:1:37 DATE_BAD `tomorrow` is not a moment that exists"
     " [expected a day, or as 2026-10-15T12:00+02:00]\n"
     "evaluation.yaml:1:54 DATE_BAD `2026-02-30` is not a day that exists [expected"
     " a day as 2026-10-15]\n"
     "evaluation.yaml:1:76 WORD_UNKNOWN `euro` is not a currency [expected three"
     " capital letters as EUR]\n"
     "evaluation.yaml:1:89 VALUE_KIND `owner` is a list [expected a single value]"},
    {EVALUATION,
     "evaluation: E\n"
     "criteria: ours.yaml\n",
     "evaluation.yaml:1:13 VALUE_KIND `evaluation` is a text here [expected a map]"},
    {EVALUATION, "evaluation: {title: E, language: german}\ncriteria: ours.yaml\n",
     "evaluation.yaml:1:34 LANGUAGE_UNKNOWN `german` is not the code of a language [expected two"
     " small letters as en or de]"},
    {EVALUATION, "evaluation: {title: E, language: e}\ncriteria: ours.yaml\n",
     "evaluation.yaml:1:34 LANGUAGE_UNKNOWN `e` is not the code of a language [expected two"
     " small letters as en or de]"},
    {EVALUATION, "evaluation: {title: E, language: a }\ncriteria: ours.yaml\n",
     "evaluation.yaml:1:34 LANGUAGE_UNKNOWN `a` is not the code of a language [expected two"
     " small letters as en or de]"},
    {EVALUATION, "evaluation: {title: E, language: xx}\ncriteria: ours.yaml\n",
     "evaluation.yaml:1:34 LANGUAGE_UNKNOWN `xx` is not the code of a language [expected two"
     " small letters as en or de]"},
    {EVALUATION, "evaluation: {title: E, language: zu}\ncriteria: ours.yaml\n", ""},
    {EVALUATION, "evaluation: {title: E, language: de-AT}\ncriteria: ours.yaml\n", ""},
    {EVALUATION, "evaluation: {title: E, language: }\ncriteria: ours.yaml\n", ""},
    {"ours.yaml", "criteria: {id: o, language: klingon}\n" TREE,
     "ours.yaml:1:29 LANGUAGE_UNKNOWN `klingon` is not the code of a language [expected two small"
     " letters as en or de]"},
    {EVALUATION, HEAD "drop: [B-9]\n",
     "evaluation.yaml:3:8 ID_UNKNOWN `B-9` is not an item that could be dropped"
     " (did you mean `B-1`?)"},
    {EVALUATION, HEAD "drop: [A-2, a-2]\n",
     "evaluation.yaml:3:13 ID_DUPLICATE `a-2` is dropped already (an item takes along what hangs"
     " under it)"},
    {EVALUATION, HEAD "drop: A-2\nwithin: {A: {A-2: 3}}\n",
     "evaluation.yaml:4:14 ID_UNKNOWN `A-2` is not an item (this evaluation leaves it out)"},
    // An answer given before is no fault of the vendor.
    {EVALUATION, HEAD "drop: A-1\n", ""},
    {EVALUATION, HEAD "drop: [A-2, B-9, {a: b}]\n",
     "evaluation.yaml:3:18 VALUE_KIND `drop` is a map [expected a single value]"},
};

static void a_head_with_a_fault_says_each_once(void **state)
{
    check_bound_cases(NULL, EVALUATION_FAULTS, COUNT_OF(EVALUATION_FAULTS));
}

static const struct bound_case WEIGHTS_FAULTS[] = {
    {EVALUATION, HEAD "weights: {A: -1, B: 3}\n",
     "evaluation.yaml:3:14 WEIGHT_BAD `-1` is out of range [expected a number of 0"
     " or more]"},
    {EVALUATION, HEAD "weights: {A: 0, B: 0}\n",
     "evaluation.yaml:3:10 WEIGHTS_ZERO all top weights are 0"},
    {EVALUATION, HEAD "weights: {AA: 1}\n",
     "evaluation.yaml:3:11 ID_UNKNOWN `AA` is not a top-level item (did you mean"
     " `A`?)"},
    {EVALUATION, HEAD "weights: {A-1: 1}\n",
     "evaluation.yaml:3:11 ID_UNKNOWN `A-1` is not a top-level item [it is a"
     " criterion]"},
    {EVALUATION, HEAD "weights: [1, 2]\n",
     "evaluation.yaml:3:10 VALUE_KIND `weights` is a list [expected a map]"},
    {EVALUATION, HEAD "weights: {A: 25%}\n",
     "evaluation.yaml:3:14 NUMBER_BAD `25%` is not a number [expected a number of 0"
     " or more]"},
    {EVALUATION, HEAD "within: {A: {A-1: 0, A-2: 0, A-3: 0}}\n",
     "evaluation.yaml:3:10 WEIGHTS_ZERO all items of A weigh 0"},
    {EVALUATION, HEAD "within: {A: {B-1: 2}}\n",
     "evaluation.yaml:3:14 EVALUATION_BAD B-1 does not stand directly in A"},
    {EVALUATION, HEAD "within: {A: {A-9: 2}, A-1: {A-2: 1}, C: {}, B: 4}\n",
     "evaluation.yaml:3:14 ID_UNKNOWN `A-9` is not an item (did you mean `A-1`?)\n"
     "evaluation.yaml:3:23 ID_UNKNOWN `A-1` is not a section [it is a criterion]\n"
     "evaluation.yaml:3:38 ID_UNKNOWN `C` is not a section\n"
     "evaluation.yaml:3:48 VALUE_KIND `B` is a text [expected a map]"},
    {EVALUATION, HEAD "within: [A]\n",
     "evaluation.yaml:3:9 VALUE_KIND `within` is a list [expected a map]"},
    {EVALUATION, HEAD "within: {A: {A-1: x}}\n",
     "evaluation.yaml:3:19 NUMBER_BAD `x` is not a number [expected a number of 0"
     " or more]"},
    {EVALUATION, HEAD "views: {v: {A: 1, C: 2}}\n",
     "evaluation.yaml:3:19 ID_UNKNOWN `C` is not a top-level item"},
    {EVALUATION, HEAD "views: {v: {A: 0}, w: {A: -1}, x: 5, y: {A-1: 3}}\n",
     "evaluation.yaml:3:9 WEIGHTS_ZERO the view `v` gives no item a weight\n"
     "evaluation.yaml:3:27 WEIGHT_BAD `-1` is out of range [expected a number of 0"
     " or more]\n"
     "evaluation.yaml:3:35 VALUE_KIND `x` is a text [expected a map]\n"
     "evaluation.yaml:3:42 ID_UNKNOWN `A-1` is not a top-level item [it is a"
     " criterion]"},
    {EVALUATION, HEAD "views: [a]\n",
     "evaluation.yaml:3:8 VALUE_KIND `views` is a list [expected a map]"},
};

static void weights_and_views_with_a_fault_say_each_once(void **state)
{
    check_bound_cases(NULL, WEIGHTS_FAULTS, COUNT_OF(WEIGHTS_FAULTS));
}

static void what_is_not_said_has_its_default(void **state)
{
    struct bound bound;
    bound_init(&bound, NULL, 0);
    const struct evaluation *evaluation = &bound.project.evaluation;
    const struct rules *rules = &evaluation->rules;
    check_text(evaluation->currency, "EUR", 0);
    check_text(evaluation->language, "en", 0);
    check_int(evaluation->as_of.year, 0, 0);
    check_double(rules->ceilings[GRADE_STATED], 0.25, 0);
    check_double(rules->ceilings[GRADE_DOCUMENTED], 0.75, 0);
    check_double(rules->ceilings[GRADE_INDEPENDENT], 1, 0);
    check_double(rules->ceilings[GRADE_VERIFIED], 1, 0);
    check_double(rules->complete, 0.9, 0);
    check_double(rules->acceptable, 70, 0);
    check_double(rules->with_conditions, 50, 0);
    check_int(rules->decimals, 2, 0);
    check_double(rules->margin_points, 1, 0);
    check_int(rules->margin_effect, MARGIN_NOTE, 0);
    check_true(!rules->not_applicable_accept, 0);
    check_int(rules->price.formula, PRICE_BUDGET_LINEAR, 0);
    check_int(evaluation->money.years, 3, 0);
    check_true(!evaluation->money.given, 0);
    bound_release(&bound);
}

static void the_position_is_given_or_the_day_answers_are_due(void **state)
{
    static const struct {
        const char *head;
        int as_of; // --as-of, day of October 2026; 0: not given
        int want;  // day; 0: none
    } cases[] = {
        {"{title: E}", 0, 0},
        {"{title: E, answers_due: 2026-10-15T12:00+02:00}", 0, 15},
        {"{title: E, answers_due: 2026-10-15, as_of: 2026-10-20}", 0, 20},
        {"{title: E, answers_due: 2026-10-15, as_of: 2026-10-20}", 25, 25},
        {"{title: E}", 25, 25},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        const char *text = arena_format(&arena, "evaluation: %s\ncriteria: ai-vendor\n",
                                        cases[i].head);
        struct diag_list diags;
        struct bundle bundle = {.count = 0};
        struct evaluation evaluation;
        diag_list_init(&diags, &arena);
        bundle_add(&arena, &bundle, "evaluation.yaml", (const uint8_t *)text, strlen(text), false);
        struct date as_of = {cases[i].as_of > 0 ? 2026 : 0, 10, cases[i].as_of};
        check_true(evaluation_bind(&arena, &bundle, as_of, &diags, &evaluation), i);
        check_int(evaluation.as_of.year == 0 ? 0 : evaluation.as_of.day, cases[i].want, i);
        arena_release(&arena);
    }
}

static void weights_stand_over_those_of_the_criteria(void **state)
{
    const struct bound_file file = {EVALUATION,
                                    HEAD "weights: {A: 60, b: 40}\nwithin: {A: {A-1: 5, A-2: 0}}\n"
                                         "views: {finance: {A: 1, B: 3}}\n"};
    struct bound bound;
    bound_init_sound(&bound, 0, &file, 1);
    const struct evaluation *evaluation = &bound.project.evaluation;
    check_double(evaluation->weights[1], 60, 0);
    check_double(evaluation->weights[2], 5, 0);
    check_double(evaluation->weights[3], 0, 0);
    check_double(evaluation->weights[4], 1, 0);
    check_double(evaluation->weights[5], 40, 0);
    check_double(evaluation->criteria.items[1].weight, 1, 0);
    check_text(evaluation->views[0].id, "finance", 0);
    check_double(evaluation->views[0].weights[1].weight, 3, 0);
    bound_release(&bound);
}

static void a_sum_other_than_100_is_a_note(void **state)
{
    static const struct {
        const char *text;
        const char *want;
    } cases[] = {
        {HEAD "weights: {A: 60, B: 30}\n", "evaluation.yaml:3:10 WEIGHTS_SUM the top weights add "
                                           "up to 90; each counts as its share of"
                                           " that"},
        {HEAD "weights: {A: 33.3, B: 66.7}\n", ""},
        {HEAD "weights: {A: 99}\n", ""},
        {HEAD, ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct bound_file file = {EVALUATION, cases[i].text};
        struct bound bound;
        bound_init(&bound, &file, 1);
        check_text(bound_notes(&bound), cases[i].want, i);
        bound_release(&bound);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_head_with_a_fault_says_each_once),
        cmocka_unit_test(weights_and_views_with_a_fault_say_each_once),
        cmocka_unit_test(what_is_not_said_has_its_default),
        cmocka_unit_test(the_position_is_given_or_the_day_answers_are_due),
        cmocka_unit_test(weights_stand_over_those_of_the_criteria),
        cmocka_unit_test(a_sum_other_than_100_is_a_note),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
