#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "bound_case.h"
#include "check.h"

#define EVALUATION  "evaluation.yaml"
#define ENTRY(body) HEAD "weighting:\n  - " body "\n"

static const struct bound_case ENTRY_FAULTS[] = {
    {EVALUATION, HEAD "weighting: {A: 1}\n",
     "evaluation.yaml:3:12 VALUE_KIND `weighting` is a map [expected a list]"},
    {EVALUATION, ENTRY("top"),
     "evaluation.yaml:4:5 VALUE_KIND an entry of `weighting` is a text here [expected a map]"},
    {EVALUATION, ENTRY("{ranking: [A, B]}"),
     "evaluation.yaml:4:5 KEY_MISSING an entry of `weighting` needs `under`"},
    {EVALUATION, ENTRY("{under: A}"),
     "evaluation.yaml:4:5 KEY_MISSING an entry of `weighting` needs `ranking` or `pairwise`"},
    {EVALUATION, ENTRY("{under: A, ranking: A-1, pairwise: []}"),
     "evaluation.yaml:4:30 EVALUATION_BAD `ranking` and `pairwise` both weigh `A`"},
    {EVALUATION, ENTRY("{under: A, ranking: []}"),
     "evaluation.yaml:4:25 EVALUATION_BAD the ranking names no item"},
    {EVALUATION, ENTRY("{under: A, rank: A-1}"),
     "evaluation.yaml:4:16 KEY_UNKNOWN `rank` is not a key of an entry of `weighting`"
     " (its keys are: under, ranking, pairwise)"},
    {EVALUATION, ENTRY("{under: AA, ranking: [A-1]}"),
     "evaluation.yaml:4:13 ID_UNKNOWN `AA` is not a section (did you mean `A`?)"},
    {EVALUATION, ENTRY("{under: A-1, ranking: [A-1]}"),
     "evaluation.yaml:4:13 ID_UNKNOWN `A-1` is not a section [it is a criterion]"},
    {EVALUATION, ENTRY("{under: A, ranking: [A-1]}\n  - {under: a, ranking: [A-2]}"),
     "evaluation.yaml:5:13 ID_DUPLICATE A is weighed twice"},
    {EVALUATION, ENTRY("{under: top, ranking: [A, A-1, b, a]}"),
     "evaluation.yaml:4:31 ID_UNKNOWN `A-1` is not a top-level item [it is a criterion]\n"
     "evaluation.yaml:4:39 ID_DUPLICATE A stands twice in the ranking"},
    {EVALUATION, ENTRY("{under: A, ranking: [A-1, B-1, A-9]}"),
     "evaluation.yaml:4:31 EVALUATION_BAD B-1 does not stand directly in A\n"
     "evaluation.yaml:4:36 ID_UNKNOWN `A-9` is not an item (did you mean `A-1`?)"},
};

static void an_entry_with_a_fault_says_each_once(void **state)
{
    check_bound_cases(NULL, ENTRY_FAULTS, COUNT_OF(ENTRY_FAULTS));
}

#define PAIRS(list)  ENTRY("{under: A, pairwise: [" list "]}")
#define PARTS_WANTED "[expected two ids and a ratio, as [A, B, 3]]"

static const struct bound_case PAIR_FAULTS[] = {
    {EVALUATION, PAIRS("A-1, A-2, 3"),
     "evaluation.yaml:4:27 VALUE_KIND a comparison is a text here " PARTS_WANTED},
    {EVALUATION, PAIRS("[A-1, A-2], [A-1, A-3, 3,5], [A-2, A-3, 1]"),
     "evaluation.yaml:4:27 VALUE_KIND a comparison has three parts, and here are 2 " PARTS_WANTED
     "\nevaluation.yaml:4:39 VALUE_KIND a comparison has three parts, and here are "
     "4 " PARTS_WANTED},
    {EVALUATION, PAIRS("[A-1, A-2, 3]"),
     "evaluation.yaml:4:26 PAIRWISE_MISSING 2 of 3 pairs of A are not compared"
     " (add [A-1, A-3, …], [A-2, A-3, …], with how many times as important the first is)"},
    {EVALUATION, PAIRS("[A-1, A-2, 3], [A-3, A-1, 2]"),
     "evaluation.yaml:4:26 PAIRWISE_MISSING 1 of 3 pairs of A is not compared"
     " (add [A-2, A-3, …], with how many times as important the first is)"},
    {EVALUATION, ENTRY("{under: B, pairwise: []}"),
     "evaluation.yaml:4:26 PAIRWISE_MISSING 21 of 21 pairs of B are not compared"
     " (add [B-1, B-2, …], [B-1, B-3, …], [B-1, B-4, …] and 18 more, with how many times as "
     "important the first is)"},
    // What could not be told may be the pair that is missing.
    {EVALUATION, PAIRS("[A-1, A-1, 3], [A-1, A-9, 3], [A-2, B-1, 3], [A-1, {a: b}, 3]"),
     "evaluation.yaml:4:33 EVALUATION_BAD A-1 is compared with itself\n"
     "evaluation.yaml:4:48 ID_UNKNOWN `A-9` is not an item (did you mean `A-1`?)\n"
     "evaluation.yaml:4:63 EVALUATION_BAD B-1 does not stand directly in A\n"
     "evaluation.yaml:4:78 VALUE_KIND `pairwise` is a map [expected a single value]"},
    {EVALUATION, PAIRS("[A-1, A-2, 0], [A-1, A-3, -2], [A-2, A-3, x]"),
     "evaluation.yaml:4:38 NUMBER_BAD `0` is not a ratio"
     " [expected a number above 0, as 3, 0.2 or 1/3]\n"
     "evaluation.yaml:4:53 NUMBER_BAD `-2` is not a ratio"
     " [expected a number above 0, as 3, 0.2 or 1/3]\n"
     "evaluation.yaml:4:69 NUMBER_BAD `x` is not a ratio"
     " [expected a number above 0, as 3, 0.2 or 1/3]"},
    {EVALUATION, PAIRS("[A-1, A-2, 1/0], [A-1, A-3, 1/x], [A-2, A-3, 1e7]"),
     "evaluation.yaml:4:38 NUMBER_BAD `1/0` is not a ratio"
     " [expected a number above 0, as 3, 0.2 or 1/3]\n"
     "evaluation.yaml:4:55 NUMBER_BAD `1/x` is not a ratio"
     " [expected a number above 0, as 3, 0.2 or 1/3]\n"
     "evaluation.yaml:4:72 NUMBER_BAD `1e7` is out of range"
     " [expected a number above 0, as 3, 0.2 or 1/3; at most a million to one]"},
    {EVALUATION, PAIRS("[A-1, A-2, 3], [A-2, A-1, 3], [A-1, A-3, 1], [A-1, A-3, 2], [A-2, A-3, 1]"),
     "evaluation.yaml:4:53 PAIRWISE_CLASH A-2 and A-1 are compared twice, and the two ratios do"
     " not agree [the one before makes it 0.333]\n"
     "evaluation.yaml:4:83 PAIRWISE_CLASH A-1 and A-3 are compared twice, and the two ratios do"
     " not agree [the one before makes it 1]"},
    {EVALUATION, PAIRS("[A-1, A-2, [3]], [A-1, A-3, 3], [A-2, A-3, 1]"),
     "evaluation.yaml:4:38 VALUE_KIND `pairwise` is a list [expected a single value]"},
    {EVALUATION, PAIRS("[A-1, A-2, 3], [A-2, A-1, 0.34], [A-1, A-3, 3], [A-2, A-3, 1]"),
     "evaluation.yaml:4:53 PAIRWISE_CLASH A-2 and A-1 are compared twice, and the two ratios do"
     " not agree [the one before makes it 0.333]"},
    {EVALUATION, PAIRS("[A-1, A-2, 10], [A-1, A-3, 1/20], [A-3, A-2, 200]"),
     "evaluation.yaml:4:38 PAIRWISE_SCALE `10` lies outside 1/9 to 9\n"
     "evaluation.yaml:4:54 PAIRWISE_SCALE `1/20` lies outside 1/9 to 9\n"
     "evaluation.yaml:4:72 PAIRWISE_SCALE `200` lies outside 1/9 to 9"},
    {EVALUATION, PAIRS("[A-1, A-2, 3], [A-2, A-3, 2], [A-3, A-1, 2]"),
     "evaluation.yaml:4:13 PAIRWISE_INCONSISTENT the comparisons of A contradict each other:"
     " consistency ratio 0.626, above 0.1 (look first at A-1 against A-2: given 3, the others say"
     " 0.25)"},
};

static void comparisons_with_a_fault_say_each_once(void **state)
{
    check_bound_cases(NULL, PAIR_FAULTS, COUNT_OF(PAIR_FAULTS));
}

/* An evaluation with `weighting`, and the weights of its items from the first on. */
static void weights_follow(void **state)
{
    static const struct {
        const char *text;
        size_t first, count;
        double weights[5];
    } cases[] = {
        {ENTRY("{under: TOP, ranking: [B, a]}"), 1, 5, {25, 1, 1, 1, 75}},
        {ENTRY("{under: A, ranking: [A-3, A-1, A-2]}"), 2, 3, {500. / 18, 200. / 18, 1100. / 18}},
        // The two that are left out share what the places behind the first leave.
        {ENTRY("{under: a, ranking: a-2}"), 2, 3, {350. / 18, 1100. / 18, 350. / 18}},
        {PAIRS("[A-1, A-2, 2], [A-1, A-3, 6], [A-2, A-3, 3]"), 2, 3, {60, 30, 10}},
        {PAIRS("[A-2, A-1, 1/2], [A-3, A-1, 1 / 6], [A-3, A-2, 0.333333333333]"),
         2,
         3,
         {60, 30, 10}},
        // A pair in both directions, and twice: the first one counts.
        {PAIRS("[A-1, A-2, 2], [A-2, A-1, 0.5], [A-1, A-3, 6], [A-3, A-1, 0.167], [A-2, A-3, 3],"
               " [A-2, A-3, 3.01]"),
         2,
         3,
         {60, 30, 10}},
        {ENTRY("{under: top, pairwise: [[A, B, 1/4]]}"), 1, 5, {20, 1, 1, 1, 80}},
        // What `weights` and `within` say stands over it.
        {HEAD "weighting: [{under: top, ranking: [B, A]}, {under: A, ranking: [A-1, A-2, A-3]}]\n"
              "weights: {B: 40}\nwithin: {A: {A-2: 50}}\n",
         1,
         5,
         {25, 1100. / 18, 50, 200. / 18, 40}},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct bound_file file = {EVALUATION, cases[i].text};
        struct bound bound;
        bound_init_sound(&bound, i, &file, 1);
        for (size_t k = 0; k < cases[i].count; k++) {
            check_double(bound.project.evaluation.weights[cases[i].first + k], cases[i].weights[k],
                         i);
        }
        bound_release(&bound);
    }
}

/* An item that weighs 0 in the criteria only asks what others depend on. */
static void what_weighs_nothing_takes_part_only_where_it_is_named(void **state)
{
    static const char OURS[] = "tree:\n"
                               "  - {id: A-1, title: T, answer: maturity}\n"
                               "  - {id: Z, title: Z, answer: yes_no, weight: 0}\n"
                               "  - {id: C, title: C, answer: yes_no}\n";
    static const struct {
        const char *text;
        double weights[3]; // of A-1, Z, C
        const char *notes;
    } cases[] = {
        {ENTRY("{under: top, ranking: [C, A-1]}"),
         {25, 0, 75},
         "evaluation.yaml:4:13 WEIGHTING_DERIVED the weights of the top level come from a ranking"
         " [C 75.0 %, A-1 25.0 %]"},
        {ENTRY("{under: top, pairwise: [[A-1, C, 4]]}"),
         {80, 0, 20},
         "evaluation.yaml:4:13 WEIGHTING_DERIVED the weights of the top level come from 1 "
         "comparison"
         " [A-1 80.0 %, C 20.0 %]"},
        {ENTRY("{under: top, ranking: [C, Z]}"),
         {200. / 18, 500. / 18, 1100. / 18},
         "evaluation.yaml:4:13 WEIGHTING_PARTIAL the ranking of the top level leaves out A-1, which"
         " takes the last place\n"
         "evaluation.yaml:4:13 WEIGHTING_DERIVED the weights of the top level come from a ranking"
         " [C 61.1 %, Z 27.8 %, A-1 11.1 %]"},
        {ENTRY("{under: top, ranking: [C]}"),
         {25, 0, 75},
         "evaluation.yaml:4:13 WEIGHTING_PARTIAL the ranking of the top level leaves out A-1, which"
         " takes the last place\n"
         "evaluation.yaml:4:13 WEIGHTING_DERIVED the weights of the top level come from a ranking"
         " [C 75.0 %, A-1 25.0 %]"},
        {ENTRY("{under: top, pairwise: [[A-1, C, 2], [C, Z, 3], [A-1, Z, 6]]}"),
         {60, 10, 30},
         "evaluation.yaml:4:13 WEIGHTING_DERIVED the weights of the top level come from 3"
         " comparisons, consistency ratio 0.000 [A-1 60.0 %, C 30.0 %, Z 10.0 %]"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct bound_file files[] = {{EVALUATION, cases[i].text}, {"ours.yaml", OURS}};
        struct bound bound;
        bound_init_sound(&bound, i, files, COUNT_OF(files));
        check_text(bound_notes(&bound), cases[i].notes, i);
        for (size_t k = 0; k < 3; k++) {
            check_double(bound.project.evaluation.weights[k + 1], cases[i].weights[k], i);
        }
        bound_release(&bound);
    }
}

static void no_entry_with_a_fault_changes_a_weight(void **state)
{
    for (size_t i = 0; i < COUNT_OF(PAIR_FAULTS) + COUNT_OF(ENTRY_FAULTS); i++) {
        const struct bound_case *row = i < COUNT_OF(PAIR_FAULTS)
                                           ? &PAIR_FAULTS[i]
                                           : &ENTRY_FAULTS[i - COUNT_OF(PAIR_FAULTS)];
        const struct bound_file file = {EVALUATION, row->text};
        struct bound bound;
        bound_init(&bound, &file, 1);
        const struct evaluation *evaluation = &bound.project.evaluation;
        for (size_t item = 1; evaluation->weighting_count == 0 && item < 6; item++) {
            check_double(evaluation->weights[item], 1, i);
        }
        bound_release(&bound);
    }
}

/* Criteria of `count` items at the top, each as important as the others. */
static void add_flat(struct text_builder *ours, struct text_builder *evaluation, size_t count)
{
    text_add(ours, "tree:\n");
    text_add(evaluation, HEAD "weighting:\n  - under: top\n    pairwise:\n");
    for (size_t i = 1; i <= count; i++) {
        text_add_format(ours, "  - {id: A-%zu, title: T, answer: maturity}\n", i);
        for (size_t other = 1; other < i; other++) {
            text_add_format(evaluation, "      - [A-%zu, A-%zu, 1]\n", i, other);
        }
    }
}

static void many_items_are_weighed_without_a_ratio_and_too_many_not_at_all(void **state)
{
    static const struct {
        size_t count;
        const char *faults;
        const char *notes;
    } cases[] = {
        {10, "", "come from 45 comparisons, consistency ratio 0.000 ["},
        {11, "", "come from 55 comparisons, too many items to judge how consistent they are ["},
        {64, "", "come from 2016 comparisons, too many items"},
        {65,
         "evaluation.yaml:6:7 INPUT_LIMIT the top level has 65 items, and at most 64 can be"
         " compared with each other",
         ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        struct text_builder ours;
        struct text_builder evaluation;
        struct bound bound;
        arena_init(&arena);
        text_builder_init(&ours, &arena);
        text_builder_init(&evaluation, &arena);
        add_flat(&ours, &evaluation, cases[i].count);
        const struct bound_file files[] = {{EVALUATION, evaluation.text}, {"ours.yaml", ours.text}};
        bound_init(&bound, files, COUNT_OF(files));
        check_text(bound_faults(&bound), cases[i].faults, i);
        check_contains(bound_notes(&bound), cases[i].notes, i);
        double wanted = cases[i].faults[0] == '\0' ? 100 / (double)cases[i].count : 1;
        check_double(bound.project.evaluation.weights[cases[i].count], wanted, i);
        bound_release(&bound);
        arena_release(&arena);
    }
}

/* What reports need: which section, how, from how much, how consistent. */
static void how_the_weights_came_about_is_kept(void **state)
{
    const struct bound_file file = {
        EVALUATION, HEAD "weighting:\n"
                         "  - {under: A, pairwise: [[A-1, A-2, 2], [A-1, A-3, 9], [A-2, A-3, 3]]}\n"
                         "  - {under: C, ranking: [A]}\n"
                         "  - {under: top, ranking: [B]}\n"};
    struct bound bound;
    bound_init(&bound, &file, 1);
    const struct evaluation *evaluation = &bound.project.evaluation;
    check_int((int64_t)evaluation->weighting_count, 2, 0);
    const struct weighting *pairs = &evaluation->weightings[0];
    const struct weighting *ranked = &evaluation->weightings[1];
    check_int((int64_t)pairs->section, 1, 0);
    check_int(pairs->method, WEIGHTING_PAIRWISE, 0);
    check_int((int64_t)pairs->given, 3, 0);
    check_true(pairs->has_consistency, 0);
    check_true(pairs->consistency_ratio > 0.01 && pairs->consistency_ratio < 0.02, 0);
    check_int((int64_t)pairs->at.line, 4, 0);
    check_int((int64_t)ranked->section, 0, 1);
    check_int(ranked->method, WEIGHTING_RANKING, 1);
    check_int((int64_t)ranked->given, 1, 1);
    check_true(!ranked->has_consistency, 1);
    bound_release(&bound);
}

/* The top weights are percentages: nothing is said of their sum unless an own one changes it. */
static void shares_of_the_top_add_up_to_100(void **state)
{
    static const struct {
        const char *more;
        const char *want;
    } cases[] = {
        {"", ""},
        {"weights: {}\n", ""},
        {"weights: {A: 25}\n", ""},
        {"weights: {A: 26}\n", "WEIGHTS_SUM the top weights add up to 101;"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        struct bound bound;
        arena_init(&arena);
        const struct bound_file file = {
            EVALUATION,
            arena_format(&arena, "%s%s", ENTRY("{under: top, ranking: [B, A]}"), cases[i].more)};
        bound_init(&bound, &file, 1);
        const char *notes = bound_notes(&bound);
        check_contains(notes, cases[i].want, i);
        check_true((strstr(notes, "WEIGHTS_SUM") != NULL) == (cases[i].want[0] != '\0'), i);
        bound_release(&bound);
        arena_release(&arena);
    }
}

/* Where criteria could not be read, an id that is not there says nothing. */
static void faulty_criteria_are_not_a_fault_of_the_weighting(void **state)
{
    static const char *const evaluations[] = {
        ENTRY("{under: top, pairwise: [[A-1, X, 2]]}"),
        ENTRY("{under: top, ranking: [A-1, X]}"),
        ENTRY("{under: Q, ranking: [A-1, X]}"),
    };
    for (size_t i = 0; i < COUNT_OF(evaluations); i++) {
        const struct bound_file files[] = {
            {EVALUATION, evaluations[i]}, {"ours.yaml", TREE "  - {title: X, answer: maturity}\n"}};
        struct bound bound;
        bound_init(&bound, files, COUNT_OF(files));
        check_contains(bound_faults(&bound), "KEY_MISSING an item needs `id`", i);
        check_int((int64_t)bound.diags.errors, 1, i);
        check_int((int64_t)bound.project.evaluation.weighting_count, 0, i);
        bound_release(&bound);
    }
}

/* A section whose items all weigh 0 is a fault of the criteria; nobody is left to compare. */
static void items_that_all_weigh_nothing_are_not_compared(void **state)
{
    const struct bound_file files[] = {
        {EVALUATION, ENTRY("{under: top, pairwise: []}")},
        {"ours.yaml", "tree:\n  - {id: A-1, title: T, answer: maturity, weight: 0}\n"},
    };
    struct bound bound;
    bound_init(&bound, files, COUNT_OF(files));
    check_contains(bound_faults(&bound), "WEIGHTS_ZERO", 0);
    check_int((int64_t)bound.project.evaluation.weighting_count, 0, 0);
    bound_release(&bound);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_entry_with_a_fault_says_each_once),
        cmocka_unit_test(comparisons_with_a_fault_say_each_once),
        cmocka_unit_test(weights_follow),
        cmocka_unit_test(what_weighs_nothing_takes_part_only_where_it_is_named),
        cmocka_unit_test(no_entry_with_a_fault_changes_a_weight),
        cmocka_unit_test(many_items_are_weighed_without_a_ratio_and_too_many_not_at_all),
        cmocka_unit_test(how_the_weights_came_about_is_kept),
        cmocka_unit_test(shares_of_the_top_add_up_to_100),
        cmocka_unit_test(faulty_criteria_are_not_a_fault_of_the_weighting),
        cmocka_unit_test(items_that_all_weigh_nothing_are_not_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
