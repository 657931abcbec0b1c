#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "bound_case.h"
#include "check.h"

#define OURS "ours.yaml"

static const struct bound_case SCALES_FAULTS[] = {
    {OURS, CRITERION("answer: maturty"),
     "ours.yaml:3:31 SCALE_UNKNOWN `maturty` is not a scale or a type of answer"
     " (did you mean `maturity`?)"},
    {OURS, CRITERION("answer: colour"),
     "ours.yaml:3:31 SCALE_UNKNOWN `colour` is not a scale or a type of answer"},
    {OURS, TREE "scales: [a]\n", "ours.yaml:3:9 VALUE_KIND `scales` is a list [expected a map]"},
    {OURS,
     TREE "scales:\n"
          "  s: []\n",
     "ours.yaml:4:6 SCALE_BAD the scale `s` has no levels"},
    {OURS,
     TREE "scales:\n"
          "  s: a\n",
     "ours.yaml:4:6 VALUE_KIND `s` is a text [expected a list]"},
    {OURS,
     TREE "scales:\n"
          "  s:\n"
          "    - {label: a, worth: 1.5}\n"
          "    - {label: b, worth: x}\n"
          "    - {worth: 1}\n",
     "ours.yaml:5:25 SCALE_BAD `1.5` is out of range [expected a worth from 0 to 1]\n"
     "ours.yaml:6:25 NUMBER_BAD `x` is not a number [expected a worth from 0 to 1]\n"
     "ours.yaml:7:7 KEY_MISSING a level needs `label`"},
    {OURS,
     TREE "scales:\n"
          "  s:\n"
          "    - {label: a, worth: 0}\n"
          "    - {label: A, worth: 1}\n",
     "ours.yaml:6:7 SCALE_BAD `A` stands twice on the scale `s`"},
    {OURS,
     TREE "scales:\n"
          "  s:\n"
          "    - {label: a, worth: 0, number: 1}\n"
          "    - {label: b, worth: 1}\n",
     "ours.yaml:6:7 SCALE_BAD the scale `s` has a number on some of its levels only"},
    {OURS,
     TREE "scales:\n"
          "  s:\n"
          "    - {label: a, worth: 0}\n"
          "    - {label: b, worth: 0.5}\n"
          "    - {label: c, worth: 0.5}\n"
          "    - {label: d, worth: 0.4}\n"
          "    - {label: e, worth: 1}\n",
     "ours.yaml:8:7 SCALE_FALLS `d` is worth less than `c` below it on the scale `s` (write the"
     " levels from lowest to highest)"},
    {OURS,
     TREE "scales:\n"
          "  s:\n"
          "    - {label: a, worth: 1}\n"
          "    - {label: b, worth: 0.5}\n"
          "    - {label: c, worth: 0.5}\n",
     ""},
    {OURS,
     TREE "scales:\n"
          "  s:\n"
          "    - {label: a, worth: 0, number: one}\n"
          "    - {label: b, worth: 1, number: 2}\n",
     "ours.yaml:5:36 NUMBER_BAD `one` is not a number [expected a number]"},
    {OURS, CRITERION("answer: {text: colour}"),
     "ours.yaml:3:38 SCALE_UNKNOWN `colour` is not a scale or a type of answer"},
    {OURS, CRITERION("answer: {text: [a]}"),
     "ours.yaml:3:38 VALUE_KIND `text` is a list [expected a single value]"},
    {OURS, CRITERION("answer: {number: ms}"),
     "ours.yaml:3:31 SCALE_BAD a number needs `best` and `worst`, or else a `curve`"},
    {OURS, CRITERION("answer: {number: ms, best: 1}"),
     "ours.yaml:3:31 SCALE_BAD a number needs `best` and `worst`, or else a `curve`"},
    {OURS, CRITERION("answer: {number: ms, best: 1, worst: 1}"),
     "ours.yaml:3:60 SCALE_BAD `best` and `worst` are the same"},
    {OURS, CRITERION("answer: {number: ms, best: 1, worst: x}"),
     "ours.yaml:3:60 NUMBER_BAD `x` is not a number [expected a number]"},
    {OURS, CRITERION("answer: {number: ms, best: 1, worst: 2, curve: [[0, 1]]}"),
     "ours.yaml:3:31 SCALE_BAD a number needs `best` and `worst`, or else a `curve`"},
    {OURS, CRITERION("answer: {number: ms, curve: []}"),
     "ours.yaml:3:51 SCALE_BAD the curve has no points"},
    {OURS, CRITERION("answer: {number: ms, curve: 5}"),
     "ours.yaml:3:51 VALUE_KIND `curve` is a text [expected a list]"},
    {OURS, CRITERION("answer: {number: ms, curve: [[0, 0], [0, 1]]}"),
     "ours.yaml:3:60 SCALE_BAD the numbers of a curve do not rise from point to"
     " point"},
    {OURS, CRITERION("answer: {number: ms, curve: [[0, 0], [1, 1.5]]}"),
     "ours.yaml:3:64 SCALE_BAD `1.5` is out of range [expected a worth from 0 to 1]"},
    {OURS, CRITERION("answer: {number: ms, curve: [[0, 0], [1]]}"),
     "ours.yaml:3:60 SCALE_BAD a point of a curve is a pair, as [100, 0.5]"},
    {OURS, CRITERION("answer: {number: [a], best: 1, worst: 2}"),
     "ours.yaml:3:40 VALUE_KIND `number` is a list [expected a single value]"},
    {OURS, CRITERION("answer: {money: euros, best: 0, worst: 2}"),
     "ours.yaml:3:39 SCALE_BAD `euros` is not a currency; write three capital"
     " letters, EUR"},
    {OURS, CRITERION("answer: {money: EUR, best: 0, worst: 12.500}"),
     "ours.yaml:3:60 NUMBER_AMBIGUOUS `12.500` can be read as 12500 or as 12.5"
     " [expected an amount that can be read in one way] (write `12500` or `12.5`)"},
    {OURS, CRITERION("answer: {date: {best: 2026-02-30, worst: 2027-01-01}}"),
     "ours.yaml:3:45 DATE_BAD `2026-02-30` is not a day that exists [expected a day"
     " as 2026-10-15]"},
    {OURS, CRITERION("answer: {date: {best: 2026-02-01}}"),
     "ours.yaml:3:38 SCALE_BAD a number needs `best` and `worst`, or else a `curve`"},
    {OURS, CRITERION("answer: {date: 2026-02-01}"),
     "ours.yaml:3:38 VALUE_KIND a date is a text here [expected a map]"},
    {OURS, CRITERION("answer: {date: {best: 2026-01-01, worst: 2027-01-01}, best: 1}"),
     "ours.yaml:3:31 SCALE_BAD `best`, `worst` and `curve` do not stand beside"
     " `date`"},
    {OURS, CRITERION("answer: {choice: {}}"), "ours.yaml:3:40 SCALE_BAD the choice has no answers"},
    {OURS, CRITERION("answer: {choice: [a]}"),
     "ours.yaml:3:40 VALUE_KIND `choice` is a list [expected a map]"},
    {OURS, CRITERION("answer: {choice: {a: 1, A: 0}}"),
     "ours.yaml:3:47 SCALE_BAD `A` stands twice"},
    {OURS, CRITERION("answer: {choice: {a: 2}}"),
     "ours.yaml:3:44 SCALE_BAD `2` is out of range [expected a worth from 0 to 1]"},
    {OURS, CRITERION("answer: {checklist: {}}"),
     "ours.yaml:3:43 SCALE_BAD the checklist has no item with a weight"},
    {OURS, CRITERION("answer: {checklist: [a]}"),
     "ours.yaml:3:43 VALUE_KIND `checklist` is a list [expected a map]"},
    {OURS, CRITERION("answer: {checklist: {a: {label: A, weight: 0}}}"),
     "ours.yaml:3:43 SCALE_BAD the checklist has no item with a weight"},
    {OURS, CRITERION("answer: {checklist: {a: {weight: 1}}}"),
     "ours.yaml:3:47 KEY_MISSING an item of a checklist needs `label`"},
    {OURS, CRITERION("answer: {checklist: {a: [b]}}"),
     "ours.yaml:3:47 VALUE_KIND `a` is a list [expected a single value]"},
    {OURS, CRITERION("answer: {checklist: {a: One, b: one}}"),
     "ours.yaml:3:52 SCALE_BAD `b` stands twice"},
    {OURS, CRITERION("answer: {choice: {a: 1}, percent: 5}"),
     "ours.yaml:3:48 KEY_UNKNOWN `percent` is not a key of an answer (its keys are:"
     " number, money, date, choice, checklist, text, best, worst, curve)"},
    {OURS, CRITERION("answer: {choice: {a: 1}, checklist: {a: b}}"),
     "ours.yaml:3:31 SCALE_BAD an answer is exactly one of `number`, `money`,"
     " `date`, `choice`, `checklist` and `text`"},
    {OURS, CRITERION("answer: {best: 1}"),
     "ours.yaml:3:31 SCALE_BAD an answer is exactly one of `number`, `money`,"
     " `date`, `choice`, `checklist` and `text`"},
    {OURS, CRITERION("answer: [maturity]"),
     "ours.yaml:3:31 VALUE_KIND an answer is a list here [expected a map]"},
    {OURS, CRITERION("answer: {date: {curve: [[2026-01-01, 1], [2027-01-01, 0]]}}"), ""},
};

static void a_type_with_a_fault_says_each_once(void **state)
{
    check_bound_cases(NULL, SCALES_FAULTS, COUNT_OF(SCALES_FAULTS));
}

static void a_scale_written_from_the_top_is_turned_round(void **state)
{
    static const struct {
        const char *levels;
        const char *lowest;
        const char *faults;
    } cases[] = {
        {"[{label: Best, worth: 1}, {label: Mid, worth: 0.5}, {label: Low, worth: 0}]", "Low", ""},
        {"[{label: Low, worth: 0}, {label: Mid, worth: 0.5}, {label: Best, worth: 1}]", "Low", ""},
        {"[{label: Short, worth: 0.2}, {label: Right, worth: 1}, {label: Long, worth: 0}]", "Short",
         "ours.yaml:3:68 SCALE_FALLS `Long` is worth less than `Right` below it on the scale `s`"
         " (write the levels from lowest to highest)"},
        {"[{label: Only, worth: 1}]", "Only", ""},
        {"[{label: One, worth: 1}, {label: Two, worth: 1}]", "One", ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        const char *text = arena_format(&arena, TREE "scales: {s: %s}\n", cases[i].levels);
        const struct bound_file file = {OURS, text};
        struct bound bound;
        bound_init(&bound, &file, 1);
        check_text(bound_faults(&bound), cases[i].faults, i);
        const struct criteria *criteria = &bound.project.evaluation.criteria;
        check_text(criteria->scales[1].levels[0].label, cases[i].lowest, i);
        bound_release(&bound);
        arena_release(&arena);
    }
}

static void a_scale_of_ones_own_takes_the_place_of_a_built_in_one(void **state)
{
    const struct bound_file file = {
        OURS, "scales: {maturity: [{label: No, worth: 0}, {label: In place, worth: 1}]}\n" TREE};
    struct bound bound;
    bound_init_sound(&bound, 0, &file, 1);
    check_double(bound.project.offers[0].response.answers[1].claimed, 1, 0);
    bound_release(&bound);
}

static void two_files_may_say_the_same_of_a_scale_and_no_more(void **state)
{
    static const struct {
        const char *scale;
        const char *want;
    } cases[] = {
        {"scales: {s: [{label: a, worth: 0}, {label: b, worth: 1}]}\n", ""},
        {"scales: {s: [{label: a, worth: 0}, {label: b, worth: 0.9}]}\n",
         "more.yaml:1:10 CRITERIA_CLASH the scale `s` has other levels here"
         " [it stands at ours.yaml:1:10, too]"},
        {"scales: {s: [{label: a, worth: 0}]}\n",
         "more.yaml:1:10 CRITERIA_CLASH the scale `s` has other levels here"
         " [it stands at ours.yaml:1:10, too]"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct bound_file files[] = {
            {"evaluation.yaml", "evaluation: {title: E}\ncriteria: [ours.yaml, more.yaml]\n"},
            {"ours.yaml", "scales: {s: [{label: a, worth: 0}, {label: b, worth: 1}]}\n" TREE},
            {"more.yaml", cases[i].scale}};
        struct bound bound;
        bound_init(&bound, files, COUNT_OF(files));
        check_text(bound_faults(&bound), cases[i].want, i);
        bound_release(&bound);
    }
}

static void what_a_type_expects_is_said_in_words(void **state)
{
    static const struct {
        const char *id;
        const char *want;
    } cases[] = {
        {"A-1", "Absent, Planned, Partial, In place, Measured"},
        {"A-2", "yes, no"},
        {"A-3", "a percentage from 0 to 100"},
        {"B-1", "a number in ms"},
        {"B-2", "an amount in EUR"},
        {"B-3", "a day as 2026-10-15"},
        {"B-4", "full, half, none"},
        {"B-5", "At rest, In transit"},
        {"B-6", "a text"},
    };
    struct bound bound;
    bound_init(&bound, NULL, 0);
    const struct criteria *criteria = &bound.project.evaluation.criteria;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        size_t index = 0;
        check_true(criteria_find(&bound.arena, criteria, cases[i].id, &index), i);
        check_text(answer_type_expects(&bound.arena, &criteria->items[index].answer), cases[i].want,
                   i);
    }
    bound_release(&bound);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_type_with_a_fault_says_each_once),
        cmocka_unit_test(a_scale_written_from_the_top_is_turned_round),
        cmocka_unit_test(a_scale_of_ones_own_takes_the_place_of_a_built_in_one),
        cmocka_unit_test(two_files_may_say_the_same_of_a_scale_and_no_more),
        cmocka_unit_test(what_a_type_expects_is_said_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
