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

static const struct bound_case RULES_FAULTS[] = {
    {EVALUATION, HEAD "rules: {ceilings: {stated: 0.5, documented: 0.25, verifed: 1}}\n",
     "evaluation.yaml:3:51 KEY_UNKNOWN `verifed` is not a key of `ceilings` (did"
     " you mean `verified`?)"},
    {EVALUATION, HEAD "rules: {ceilings: {stated: 0.9}}\n",
     "evaluation.yaml:3:19 EVALUATION_BAD the ceiling of documented lies below that"
     " of stated"},
    {EVALUATION, HEAD "rules: {ceilings: {stated: 2}}\n",
     "evaluation.yaml:3:28 NUMBER_BAD `2` is out of range [expected a number from 0"
     " to 1]"},
    {EVALUATION, HEAD "rules: {not_applicable: acept}\n",
     "evaluation.yaml:3:25 WORD_UNKNOWN `acept` is not allowed here [expected one"
     " of: ask, accept] (did you mean `accept`?)"},
    {EVALUATION, HEAD "rules: {complete: 90}\n",
     "evaluation.yaml:3:19 NUMBER_AMBIGUOUS `90` can be read as 90 % or as 9000 %"
     " [expected a rate with its sign] (write `90%` or `9000%`)"},
    {EVALUATION, HEAD "rules: {complete: 0.9}\n",
     "evaluation.yaml:3:19 NUMBER_AMBIGUOUS `0.9` can be read as 0.9 % or as 90 %"
     " [expected a rate with its sign] (write `0.9%` or `90%`)"},
    {EVALUATION, HEAD "rules: {complete: 120%}\n",
     "evaluation.yaml:3:19 NUMBER_BAD `120%` is out of range [expected a rate from"
     " 0% to 100%]"},
    {EVALUATION, HEAD "rules: {complete: most}\n",
     "evaluation.yaml:3:19 NUMBER_BAD `most` is not a number [expected a rate as"
     " `8%`]"},
    {EVALUATION, HEAD "rules: {bands: {acceptable: 40, with_conditions: 50}}\n",
     "evaluation.yaml:3:16 EVALUATION_BAD `acceptable` lies below `with_conditions`"},
    {EVALUATION, HEAD "rules: {bands: {acceptable: 140}}\n",
     "evaluation.yaml:3:29 NUMBER_BAD `140` is out of range [expected a number from"
     " 0 to 100]"},
    {EVALUATION, HEAD "rules: {bands: 5}\n",
     "evaluation.yaml:3:16 VALUE_KIND `bands` is a text here [expected a map]"},
    {EVALUATION, HEAD "rules: {decimals: 1.5}\n",
     "evaluation.yaml:3:19 NUMBER_BAD `1.5` is not a whole number [expected a whole"
     " number from 0 to 9]"},
    {EVALUATION, HEAD "rules: {decimals: 10}\n",
     "evaluation.yaml:3:19 NUMBER_BAD `10` is out of range [expected a whole number"
     " from 0 to 9]"},
    {EVALUATION, HEAD "rules: {margin: {points: 1,0, effect: ties}}\n",
     "evaluation.yaml:3:28 YAML_SYNTAX `0` is a key without a value: inside braces"
     " a comma ends the text before it (put the text in quotes: `points: \"1, 0\"`)"},
    {EVALUATION, HEAD "rules: {margin: {points: \"1,5\", effect: ties}}\n",
     "evaluation.yaml:3:26 NUMBER_BAD `1,5` is not a number [expected a number from"
     " 0 to 100] (write `1.5`)\n"
     "evaluation.yaml:3:41 WORD_UNKNOWN `ties` is not allowed here [expected one"
     " of: note, tie] (did you mean `tie`?)"},
    {EVALUATION, HEAD "rules: {tie: [A, C], minimum: {A-1: 5, B: 101, D: 1}}\n",
     "evaluation.yaml:3:18 ID_UNKNOWN `C` is not an item\n"
     "evaluation.yaml:3:32 ID_UNKNOWN `A-1` is not a section [it is a criterion]\n"
     "evaluation.yaml:3:43 NUMBER_BAD `101` is out of range [expected a number from"
     " 0 to 100]\n"
     "evaluation.yaml:3:48 ID_UNKNOWN `D` is not a section"},
    {EVALUATION, HEAD "rules: {minimum: [A]}\n",
     "evaluation.yaml:3:18 VALUE_KIND `minimum` is a list [expected a map]"},
    {EVALUATION, HEAD "rules: {price: {formula: cheapest}}\n",
     "evaluation.yaml:3:26 WORD_UNKNOWN `cheapest` is not allowed here [expected"
     " one of: budget-linear, lowest-proportional, linear-from-lowest, min-max]"},
    {EVALUATION, HEAD "rules: {price: {budget: 300000, floor: 300000}}\n",
     "evaluation.yaml:3:16 EVALUATION_BAD `budget` does not lie above `floor`"},
    {EVALUATION, HEAD "rules: {price: {budget: -1, floor: 12.500}}\n",
     "evaluation.yaml:3:25 MONEY_BAD `-1` is out of range [expected an amount of 0"
     " or more]\n"
     "evaluation.yaml:3:36 NUMBER_AMBIGUOUS `12.500` can be read as 12500 or as"
     " 12.5 [expected an amount that can be read in one way] (write `12500` or"
     " `12.5`)"},
    {EVALUATION, HEAD "rules: {price: {formula: min-max}}\n", ""},
    {EVALUATION, HEAD "rules: [a]\n",
     "evaluation.yaml:3:8 VALUE_KIND `rules` is a list here [expected a map]"},
};

static void a_rule_with_a_fault_says_each_once(void **state)
{
    check_bound_cases(NULL, RULES_FAULTS, COUNT_OF(RULES_FAULTS));
}

static const struct bound_case MONEY_FAULTS[] = {
    {EVALUATION, HEAD "money: {years: 0}\n",
     "evaluation.yaml:3:16 MONEY_BAD `0` is out of range [expected a whole number"
     " from 1 to 50]"},
    {EVALUATION, HEAD "money: {years: 51}\n",
     "evaluation.yaml:3:16 MONEY_BAD `51` is out of range [expected a whole number"
     " from 1 to 50]"},
    {EVALUATION, HEAD "money: {years: 2.5}\n",
     "evaluation.yaml:3:16 MONEY_BAD `2.5` is not a whole number [expected a whole"
     " number from 1 to 50]"},
    {EVALUATION, HEAD "money: {discount_rate: 8}\n",
     "evaluation.yaml:3:24 NUMBER_AMBIGUOUS `8` can be read as 8 % or as 800 %"
     " [expected a rate with its sign] (write `8%` or `800%`)"},
    {EVALUATION, HEAD "money: {discount_rate: -8%}\n",
     "evaluation.yaml:3:24 MONEY_BAD `-8%` is out of range [expected a rate from 0%"
     " to 100%]"},
    {EVALUATION, HEAD "money: {baseline: {name: N, yearly: \"12,500\"}}\n",
     "evaluation.yaml:3:37 NUMBER_AMBIGUOUS `12,500` can be read as 12500 or as"
     " 12.5 [expected an amount that can be read in one way] (write `12500` or"
     " `12.5`)"},
    {EVALUATION, HEAD "money: {baseline: {yearly: -5}}\n",
     "evaluation.yaml:3:28 MONEY_BAD `-5` is out of range [expected an amount of 0"
     " or more]"},
    {EVALUATION, HEAD "money: {benefits: {}}\n",
     "evaluation.yaml:3:19 VALUE_KIND `benefits` is a map [expected a list]"},
    {EVALUATION,
     HEAD "money:\n"
          "  benefits:\n"
          "    - {id: h, item: H, volume: 5, value: 0.6, plausible: 3, cautious: 4}\n"
          "    - {id: H, volume: 5, value: 1, plausible: 1}\n"
          "    - {volume: -5, value: 1, plausible: 1}\n"
          "    - {id: g, volume: 1}\n",
     "evaluation.yaml:5:71 MONEY_BAD the cautious effect of `h` lies above the"
     " plausible one\n"
     "evaluation.yaml:6:12 ID_DUPLICATE `H` stands for two benefits\n"
     "evaluation.yaml:7:7 KEY_MISSING a benefit needs `id`\n"
     "evaluation.yaml:7:16 MONEY_BAD `-5` is out of range [expected an amount of 0"
     " or more]\n"
     "evaluation.yaml:8:7 KEY_MISSING a benefit needs `value`\n"
     "evaluation.yaml:8:7 KEY_MISSING a benefit needs `plausible`"},
    {EVALUATION, HEAD "money: 5\n",
     "evaluation.yaml:3:8 VALUE_KIND `money` is a text here [expected a map]"},
};

static void money_with_a_fault_says_each_once(void **state)
{
    check_bound_cases(NULL, MONEY_FAULTS, COUNT_OF(MONEY_FAULTS));
}

static void rules_are_kept_as_they_are_set(void **state)
{
    const struct bound_file file = {
        EVALUATION,
        HEAD "rules:\n"
             "  ceilings: {stated: 0.1, documented: 0.5, independent: 0.9, verified: 0.95}\n"
             "  not_applicable: accept\n"
             "  complete: 80 %\n"
             "  bands: {acceptable: 60, with_conditions: 40}\n"
             "  decimals: 1\n"
             "  margin: {points: 2.5, effect: tie}\n"
             "  tie: [B, A-1]\n"
             "  minimum: {B: 45}\n"
             "  price: {formula: budget-linear, budget: 500000, floor: 300000}\n"};
    struct bound bound;
    bound_init_sound(&bound, 0, &file, 1);
    const struct evaluation *evaluation = &bound.project.evaluation;
    const struct rules *rules = &evaluation->rules;
    check_double(rules->ceilings[GRADE_STATED], 0.1, 0);
    check_double(rules->ceilings[GRADE_VERIFIED], 0.95, 0);
    check_true(rules->not_applicable_accept, 0);
    check_double(rules->complete, 0.8, 0);
    check_double(rules->acceptable, 60, 0);
    check_double(rules->with_conditions, 40, 0);
    check_int(rules->decimals, 1, 0);
    check_double(rules->margin_points, 2.5, 0);
    check_int(rules->margin_effect, MARGIN_TIE, 0);
    check_int((int64_t)rules->tie_count, 2, 0);
    check_int((int64_t)rules->tie[0], 5, 0);
    check_int((int64_t)rules->minima[0].item, 5, 0);
    check_double(rules->minima[0].least, 45, 0);
    check_int(evaluation->criteria.items[5].gate.test, GATE_MINIMUM, 0);
    check_double(rules->price.budget, 500000, 0);
    check_true(rules->price.has_floor, 0);
    bound_release(&bound);
}

static void the_money_model_is_kept(void **state)
{
    const struct bound_file file = {
        EVALUATION, HEAD
        "money:\n"
        "  years: 5\n"
        "  discount_rate: 4.5%\n"
        "  baseline: {name: Do nothing, yearly: 1000}\n"
        "  benefits: [{id: h, item: Time, unit: minutes, volume: 500, value: 0.60, plausible: 3,\n"
        "              cautious: 1}]\n"};
    struct bound bound;
    bound_init_sound(&bound, 0, &file, 1);
    const struct money_model *money = &bound.project.evaluation.money;
    check_true(money->given, 0);
    check_int(money->years, 5, 0);
    check_double(money->discount_rate, 0.045, 0);
    check_text(money->baseline_name, "Do nothing", 0);
    check_double(money->baseline_yearly, 1000, 0);
    check_double(money->benefits[0].value, 0.6, 0);
    check_double(money->benefits[0].cautious, 1, 0);
    check_text(money->benefits[0].unit, "minutes", 0);
    bound_release(&bound);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_with_a_fault_says_each_once),
        cmocka_unit_test(money_with_a_fault_says_each_once),
        cmocka_unit_test(rules_are_kept_as_they_are_set),
        cmocka_unit_test(the_money_model_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
