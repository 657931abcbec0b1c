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
#define RULE(body) HEAD "rules: {price: {" body "}}\n"
#define BUDGET     "formula: budget-linear, budget: 500000, floor: 300000"
#define ACME       "responses/acme.yaml"

static const struct bound_file PRICED = {"ours.yaml", CRITERION("answer: price")};

static const struct bound_case RULE_FAULTS[] = {
    {EVALUATION, HEAD,
     "ours.yaml:3:31 KEY_MISSING X asks for a price, and the formula budget-linear needs `budget`"
     " and `floor` (say in the evaluation's `rules`: `price: {formula: budget-linear, budget:"
     " 500000, floor: 300000}`)"},
    {EVALUATION, RULE("formula: budget-linear, budget: 500000"),
     "evaluation.yaml:3:16 KEY_MISSING X asks for a price, and the formula budget-linear needs"
     " `budget` and `floor` (say in the evaluation's `rules`: `price: {formula: budget-linear,"
     " budget: 500000, floor: 300000}`)"},
    {EVALUATION, RULE("formula: lowest-proportional"),
     "responses/acme.yaml:1:14 PRICE_MISSING Acme gives no price for X, which counts as 0"
     " (ask for it before the offers are compared)"},
    // where both are given they have to make sense, whatever the formula
    {EVALUATION, RULE("formula: min-max, budget: 1, floor: 1"),
     "evaluation.yaml:3:16 EVALUATION_BAD `budget` does not lie above `floor`"},
    {EVALUATION, RULE("formula: min-max"),
     "evaluation.yaml:3:16 PRICE_BIDS the formula min-max needs 4 bids, and 0 are there for X\n"
     "responses/acme.yaml:1:14 PRICE_MISSING Acme gives no price for X, which counts as 0"
     " (ask for it before the offers are compared)"},
};

static void a_rule_has_to_fit_what_is_asked_and_bid(void **state)
{
    (void)state;
    check_bound_cases(&PRICED, RULE_FAULTS, COUNT_OF(RULE_FAULTS));
}

static void a_rule_that_nothing_asks_for_is_a_note(void **state)
{
    const struct bound_file file = {EVALUATION, RULE(BUDGET)};
    (void)state;
    struct bound bound;
    bound_init_sound(&bound, 0, &file, 1);
    check_text(bound_notes(&bound),
               "evaluation.yaml:3:16 PRICE_RULE_UNUSED there is a rule for prices, and no criterion"
               " asks for one",
               0);
    bound_release(&bound);
}

static const struct {
    const char *answer;
    const char *want; // faults
    const char *text; // of the answer that is kept
    double place;
} PRICES[] = {
    {"412000", "", "412000 EUR", 412000},
    {"412000.50 EUR", "", "412000.5 EUR", 412000.5},
    {"0",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:14 PRICE_BAD `0` is not a price [expected an amount above 0]",
     NULL, 0},
    {"-5",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:14 PRICE_BAD `-5` is not a price [expected an amount above 0]",
     NULL, 0},
    {"5 USD",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:14 ANSWER_BAD `5 USD` is not an answer to X [expected an amount in"
     " EUR]",
     NULL, 0},
    {"12.500",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:14 NUMBER_AMBIGUOUS `12.500` can be read as 12500 or as 12.5 [expected"
     " an amount that can be read in one way] (write `12500` or `12.5`)",
     NULL, 0},
    {"{declined: Later}",
     "responses/acme.yaml:2:11 PRICE_MISSING Acme gives no price for X, which counts as 0"
     " (ask for it before the offers are compared)",
     "Later", 0},
};

static void a_price_is_an_amount_above_0_in_the_evaluations_currency(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(PRICES); i++) {
        struct arena arena;
        arena_init(&arena);
        const struct bound_file files[] = {
            PRICED,
            {EVALUATION, RULE(BUDGET)},
            {ACME, arena_format(&arena, VENDOR "answers: {X: %s}\n", PRICES[i].answer)}};
        struct bound bound;
        bound_init(&bound, files, COUNT_OF(files));
        check_text(bound_faults(&bound), PRICES[i].want, i);
        if (PRICES[i].text != NULL) {
            const struct answer *answer = &bound.project.offers[0].response.answers[2];
            check_text(answer->text, PRICES[i].text, i);
            check_double(answer->place, PRICES[i].place, i);
        }
        bound_release(&bound);
        arena_release(&arena);
    }
}

static void a_requirement_may_test_a_price(void **state)
{
    const struct bound_file files[] = {
        {"ours.yaml", CRITERION("answer: price, gate: {at_most: 90000}")},
        {EVALUATION, RULE(BUDGET)},
        {ACME, VENDOR "answers: {A-1: Partial, X: 80000}\n"}};
    (void)state;
    struct bound bound;
    bound_init_sound(&bound, 0, files, COUNT_OF(files));
    const struct gate *gate = &bound.project.evaluation.criteria.items[2].gate;
    check_int(gate->test, GATE_AT_MOST, 0);
    check_double(gate->bound, 90000, 0);
    bound_release(&bound);
}

#define FEE(unit, best, worst) "answer: {money: " unit ", best: " best ", worst: " worst "}"

static const struct {
    const char *more; // criteria beside a price
    const char *want;
} WAYS[] = {
    {"", ""},
    {"  - {id: Y, title: Y, answer: price}\n",
     "ours.yaml:4:10 PRICE_TWICE the price reaches the total by 2 ways: X and Y (give one of them"
     " all the weight that the price is to have)"},
    {"  - {id: Y, title: Y, " FEE("EUR", "0", "5") "}\n  - {id: Z, title: Z, answer: price}\n",
     "ours.yaml:4:10 PRICE_TWICE the price reaches the total by 3 ways: X, Y and Z (give one of"
     " them all the weight that the price is to have)"},
    // without weight, in another currency, or of which more is better: another thing
    {"  - {id: Y, title: Y, weight: 0, answer: price}\n", ""},
    {"  - {id: Y, title: Y, " FEE("USD", "0", "5") "}\n", ""},
    {"  - {id: Y, title: Y, " FEE("EUR", "5", "0") "}\n", ""},
};

static void a_price_that_counts_twice_is_warned_about(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(WAYS); i++) {
        struct arena arena;
        arena_init(&arena);
        const struct bound_file files[] = {
            {"ours.yaml", arena_format(&arena, "%s%s", CRITERION("answer: price"), WAYS[i].more)},
            {EVALUATION, RULE(BUDGET)},
            {ACME, VENDOR "answers: {X: 400000, A-1: Partial}\n"}};
        struct bound bound;
        bound_init(&bound, files, COUNT_OF(files));
        char *ways = arena_copy(&arena, bound_faults(&bound));
        char *missing = strstr(ways, "\nresponses"); // the second price is not given
        if (missing != NULL) {
            *missing = '\0';
        }
        check_text(text_starts(ways, "responses") ? "" : ways, WAYS[i].want, i);
        bound_release(&bound);
        arena_release(&arena);
    }
}

/* Four bids do for min-max; one that is left out for an error may be sound. */
static void min_max_is_refused_below_four_bids(void **state)
{
    static const struct {
        size_t bids;
        const char *fourth; // the answers of a fourth; NULL: none came
        bool want;
    } cases[] = {
        {3, "X: 9", true}, {3, "X: -9", true},  {3, "A-1: Partial", false},
        {3, NULL, false},  {2, "X: -9", false},
    };
    static const char *const NAMES[] = {ACME, "responses/b.yaml", "responses/c.yaml"};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct bound_file files[6] = {PRICED, {EVALUATION, RULE("formula: min-max")}};
        size_t count = 2;
        for (size_t b = 0; b < COUNT_OF(NAMES); b++) {
            const char *text = arena_format(
                &arena, "vendor: {id: v%zu, name: V}\nanswers: {X: %zu}\n", b, b + 5);
            files[count++] = (struct bound_file){NAMES[b], b < cases[i].bids ? text : NULL};
        }
        if (cases[i].fourth != NULL) {
            files[count++] = (struct bound_file){
                "responses/d.yaml",
                arena_format(&arena, "vendor: {id: d, name: D}\nanswers: {%s}\n", cases[i].fourth)};
        }
        struct bound bound;
        bound_init(&bound, files, count);
        check_int(bound.sound, cases[i].want, i);
        check_int(strstr(bound_faults(&bound), "PRICE_BIDS") == NULL, cases[i].want, i);
        bound_release(&bound);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_has_to_fit_what_is_asked_and_bid),
        cmocka_unit_test(a_rule_that_nothing_asks_for_is_a_note),
        cmocka_unit_test(a_price_is_an_amount_above_0_in_the_evaluations_currency),
        cmocka_unit_test(a_requirement_may_test_a_price),
        cmocka_unit_test(a_price_that_counts_twice_is_warned_about),
        cmocka_unit_test(min_max_is_refused_below_four_bids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
