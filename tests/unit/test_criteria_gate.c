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

static const struct bound_case GATES_FAULTS[] = {
    {OURS, CRITERION("answer: maturity, gate: {at_least: Partialy}"),
     "ours.yaml:3:58 GATE_BAD `Partialy` is not an answer to X [expected one of:"
     " Absent, Planned, Partial, In place, Measured] (did you mean `Partial`?)"},
    {OURS, CRITERION("answer: maturity, gate: {}"),
     "ours.yaml:3:47 GATE_BAD a gate needs a test, a `proof`, or both"},
    {OURS, CRITERION("answer: maturity, gate: {at_least: Partial, at_most: Measured}"),
     "ours.yaml:3:47 GATE_BAD a gate has one test, not several"},
    {OURS, CRITERION("answer: maturity, gate: {by: 2026-01-01}"),
     "ours.yaml:3:52 GATE_BAD `by` tests a date, and this criterion asks for none"},
    {OURS, CRITERION("answer: text, gate: {is: Partial}"),
     "ours.yaml:3:48 GATE_BAD a text cannot be tested; use `proof` alone"},
    {OURS, CRITERION("answer: maturity, gate: {one_of: []}"),
     "ours.yaml:3:56 GATE_BAD `one_of` names no answer"},
    {OURS, CRITERION("answer: maturity, gate: {one_of: [Partial, Soon]}"),
     "ours.yaml:3:66 GATE_BAD `Soon` is not an answer to X [expected one of:"
     " Absent, Planned, Partial, In place, Measured]"},
    {OURS, CRITERION("answer: maturity, gate: {is: [Partial, Measured]}"),
     "ours.yaml:3:52 GATE_BAD only `one_of` takes a list of answers"},
    {OURS, CRITERION("answer: maturity, gate: {proof: strong}"),
     "ours.yaml:3:55 WORD_UNKNOWN `strong` is not allowed here [expected one of:"
     " stated, documented, independent, verified]"},
    {OURS, CRITERION("answer: maturity, gate: {proof: verified, unproven: pass}"),
     "ours.yaml:3:75 WORD_UNKNOWN `pass` is not allowed here [expected one of: fail]"},
    {OURS,
     CRITERION("answer: maturity, gate: {proof: verified, prove_by: {owner: me, on:"
               " 2026-13-01}}"),
     "ours.yaml:3:91 DATE_BAD `2026-13-01` is not a day that exists [expected a day"
     " as 2026-10-15]"},
    {OURS, CRITERION("answer: maturity, gate: yes"),
     "ours.yaml:3:47 VALUE_KIND a gate is a text here [expected a map]"},
    {OURS, CRITERION("answer: {date: {best: 2026-01-01, worst: 2028-01-01}}, gate: {by: soon}"),
     "ours.yaml:3:89 GATE_BAD `soon` is not a day that exists [expected a day as"
     " 2026-10-15]"},
    {OURS, CRITERION("answer: {number: ms, best: 1, worst: 9}, gate: {at_most: fast}"),
     "ours.yaml:3:80 GATE_BAD `fast` is not an answer to X [expected a number in ms]"},
    {OURS, CRITERION("answer: colour, gate: {is: red}, target: red, when: {A-1: Partial}"),
     "ours.yaml:3:31 SCALE_UNKNOWN `colour` is not a scale or a type of answer"},
    {OURS, CRITERION("answer: maturity, target: Full"),
     "ours.yaml:3:49 ANSWER_BAD `Full` is not an answer to X [expected one of:"
     " Absent, Planned, Partial, In place, Measured]"},
    {OURS, CRITERION("answer: percent, target: 120"),
     "ours.yaml:3:48 ANSWER_BAD `120` is not an answer to X [expected a percentage"
     " from 0 to 100]"},
    {OURS, CRITERION("answer: price, target: 120"),
     "ours.yaml:3:46 ANSWER_BAD X asks for a price, which has no target"},
    {OURS, CRITERION("answer: maturity, when: {A-9: yes}"),
     "ours.yaml:3:48 ID_UNKNOWN `A-9` is not a criterion (did you mean `A-1`?)"},
    {OURS, CRITERION("answer: maturity, when: {A-1: yes}"),
     "ours.yaml:3:53 WHEN_BAD `yes` is not an answer to A-1 [expected one of:"
     " Absent, Planned, Partial, In place, Measured]"},
    {OURS, CRITERION("answer: maturity, when: {A-1: []}"),
     "ours.yaml:3:53 WHEN_BAD `when` names no answer of A-1"},
    {OURS, CRITERION("answer: maturity, when: A-1"),
     "ours.yaml:3:47 VALUE_KIND `when` is a text [expected a map]"},
    {OURS, CRITERION("answer: maturity, when: {X: Partial}"),
     "ours.yaml:3:48 WHEN_CYCLE X depends on itself"},
    {OURS,
     TREE "  - {id: X, title: X, answer: yes_no, when: {Y: yes}}\n"
          "  - {id: Y, title: Y, answer: yes_no, when: {Z: yes}}\n"
          "  - {id: Z, title: Z, answer: yes_no, when: {X: [yes, no]}}\n",
     "ours.yaml:5:46 WHEN_CYCLE Z depends on X, which depends on it"},
    {OURS,
     TREE "  - {id: S, title: S, items: [{id: X, title: X, answer: yes_no}]}\n"
          "  - {id: Y, title: Y, answer: yes_no, when: {S: yes}}\n",
     "ours.yaml:4:46 ID_UNKNOWN `S` is not a criterion [it is a section]"},
    {OURS,
     CRITERION("answer: {checklist: {a: Alpha, b: Beta}}, gate: {at_least: 60%}, target: 50%"), ""},
    {OURS, CRITERION("answer: {checklist: {a: Alpha, b: Beta}}, gate: {at_least: [a, b]}"),
     "ours.yaml:3:82 GATE_BAD only `one_of` takes a list of answers"},
    {OURS, CRITERION("answer: {checklist: {a: Alpha, b: Beta}}, gate: {one_of: [a, Bet]}"),
     "ours.yaml:3:84 GATE_BAD `Bet` is not an answer to X [expected one of: Alpha,"
     " Beta] (did you mean `Beta`?)"},
    {OURS,
     TREE "  - {id: X, title: X, answer: colour}\n"
          "  - {id: Y, title: Y, answer: yes_no, when: {X: red}}\n",
     "ours.yaml:3:31 SCALE_UNKNOWN `colour` is not a scale or a type of answer"},
};

static void a_demand_with_a_fault_says_each_once(void **state)
{
    static const struct bound_file priced = {"evaluation.yaml", HEAD
                                             "rules: {price: {formula: lowest-proportional}}\n"};
    check_bound_cases(&priced, GATES_FAULTS, COUNT_OF(GATES_FAULTS));
}

/* Criteria with the criterion X behind another: X. */
static const struct item *bind_criterion(struct bound *bound, const char *text, size_t row)
{
    const struct bound_file file = {OURS, text};
    bound_init_sound(bound, row, &file, 1);
    return &bound->project.evaluation.criteria.items[2];
}

static void a_gate_has_its_bound_in_the_criterions_own_terms(void **state)
{
    static const struct {
        const char *text;
        enum gate_test test;
        double bound;
        size_t words;
    } cases[] = {
        {CRITERION("answer: maturity, gate: {at_least: in place}"), GATE_AT_LEAST, 3, 1},
        {CRITERION("answer: maturity, gate: {at_most: Planned}"), GATE_AT_MOST, 1, 1},
        {CRITERION("answer: yes_no, gate: {is: yes}"), GATE_IS, 1, 1},
        {CRITERION("answer: percent, gate: {at_least: 85%}"), GATE_AT_LEAST, 0.85, 1},
        {CRITERION("answer: {choice: {a: 1, b: 0.25}}, gate: {at_least: b}"), GATE_AT_LEAST, 0.25,
         1},
        {CRITERION("answer: {choice: {a: 1, b: 0}}, gate: {one_of: [a, b]}"), GATE_ONE_OF, 0, 2},
        {CRITERION("answer: {number: ms, best: 1, worst: 900}, gate: {at_most: 500 ms}"),
         GATE_AT_MOST, 500, 1},
        {CRITERION("answer: {money: EUR, best: 1, worst: 900}, gate: {at_most: 500}"), GATE_AT_MOST,
         500, 1},
        {CRITERION("answer: {date: {best: 1970-01-01, worst: 1980-01-01}}, gate: {by: 1970-01-03}"),
         GATE_BY, 2, 1},
        {CRITERION("answer: {checklist: {a: A, b: B}}, gate: {at_least: 60%}"), GATE_AT_LEAST, 0.6,
         1},
        {CRITERION("answer: {checklist: {a: Al, b: Be}}, gate: {is: al}"), GATE_IS, 0.5, 1},
        {CRITERION("answer: text, gate: {proof: verified}"), GATE_PROOF_ONLY, 0, 0},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bound bound;
        const struct gate *gate = &bind_criterion(&bound, cases[i].text, i)->gate;
        check_int(gate->test, cases[i].test, i);
        check_double(gate->bound, cases[i].bound, i);
        check_int((int64_t)gate->word_count, (int64_t)cases[i].words, i);
        bound_release(&bound);
    }
}

static void a_target_is_worth_what_its_answer_is(void **state)
{
    static const struct {
        const char *text;
        double worth;
        double place;
    } cases[] = {
        {CRITERION("answer: maturity, target: In place"), 0.75, 3},
        {CRITERION("answer: text, target: Measured"), 1, 4},
        {CRITERION("answer: percent, target: 60"), 0.6, 0.6},
        {CRITERION("answer: {number: ms, best: 0, worst: 10}, target: 4"), 0.6, 0.6},
        {CRITERION("answer: {choice: {a: 1, b: 0.5}}, target: b"), 0.5, 0.5},
        {CRITERION("answer: {checklist: {a: A, b: B}}, target: 50%"), 0.5, 0.5},
        {CRITERION("answer: {checklist: {a: A, b: B}}, target: [a, b]"), 1, 1},
        {CRITERION("answer: yes_no, target: yes"), 1, 1},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bound bound;
        const struct item *item = bind_criterion(&bound, cases[i].text, i);
        check_true(item->has_target, i);
        check_double(item->target, cases[i].worth, i);
        check_double(item->target_place, cases[i].place, i);
        bound_release(&bound);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_demand_with_a_fault_says_each_once),
        cmocka_unit_test(a_gate_has_its_bound_in_the_criterions_own_terms),
        cmocka_unit_test(a_target_is_worth_what_its_answer_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
