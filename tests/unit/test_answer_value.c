#include "model/answer_value.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "bound_case.h"
#include "check.h"

/* Answers to the criteria of bound_case, and what each is worth. */
static const struct {
    const char *answer;
    const char *text;
    double claimed;
    double place;
} ANSWERS[] = {
    {"A-1: Absent", "Absent", 0, 0},
    {"A-1: Planned", "Planned", 0, 1},
    {"A-1: Partial", "Partial", 0.5, 2},
    {"A-1: in place", "In place", 0.75, 3},
    {"A-1: ' Measured '", "Measured", 1, 4},
    {"A-2: yes", "yes", 1, 1},
    {"A-2: No", "no", 0, 0},
    {"A-2: true", "yes", 1, 1},
    {"A-2: False", "no", 0, 0},
    {"A-3: 85%", "85 %", 0.85, 0.85},
    {"A-3: 85", "85 %", 0.85, 0.85},
    {"A-3: 0", "0 %", 0, 0},
    {"A-3: 100 %", "100 %", 1, 1},
    {"B-1: 1100", "1100 ms", 0.5, 1100},
    {"B-1: 1100 ms", "1100 ms", 0.5, 1100},
    {"B-1: 1.1e3", "1100 ms", 0.5, 1100},
    {"B-1: 100", "100 ms", 1, 100},
    {"B-1: 9000", "9000 ms", 0, 9000},
    {"B-2: 12500", "12500 EUR", 0.75, 12500},
    {"B-2: 12500.00 EUR", "12500 EUR", 0.75, 12500},
    {"B-3: 2026-01-06", "2026-01-06", 0.5, 20459},
    {"B-3: 2025-01-01", "2025-01-01", 1, 20089},
    {"B-4: half", "half", 0.5, 0.5},
    {"B-4: FULL", "full", 1, 1},
    {"B-5: [rest]", "At rest", 0.25, 0.25},
    {"B-5: [In transit]", "In transit", 0.75, 0.75},
    {"B-5: [transit, rest, At rest]", "At rest, In transit", 1, 1},
    {"B-5: []", "none", 0, 0},
    {"B-5: rest", "At rest", 0.25, 0.25},
    {"B-6: We do.", "We do.", 0, 0},
    {"B-7: 25", "25 points", 0.25, 25},
};

static void an_answer_is_worth_what_its_type_says(void **state)
{
    for (size_t i = 0; i < COUNT_OF(ANSWERS); i++) {
        struct arena arena;
        struct bound bound;
        arena_init(&arena);
        const struct bound_file file = {
            "responses/acme.yaml",
            arena_format(&arena, VENDOR "answers: {%s}\n", ANSWERS[i].answer)};
        bound_init_sound(&bound, i, &file, 1);
        size_t item = 0;
        const char *id = arena_text(&arena, ANSWERS[i].answer, 3);
        check_true(criteria_find(&arena, &bound.project.evaluation.criteria, id, &item), i);
        const struct answer *answer = &bound.project.offers[0].response.answers[item];
        check_int(answer->reply, REPLY_ANSWER, i);
        check_text(answer->text, ANSWERS[i].text, i);
        check_double(answer->claimed, ANSWERS[i].claimed, i);
        check_double(answer->place, ANSWERS[i].place, i);
        check_int(answer->at.line, 2, i);
        bound_release(&bound);
        arena_release(&arena);
    }
}

static void a_level_is_answered_by_number_only_where_the_scale_has_numbers(void **state)
{
    const struct bound_file files[] = {
        {"ours.yaml", "scales: {s: [{label: Low, worth: 0, number: 1}, {label: High, worth: 1,"
                      " number: 2}]}\n" CRITERION("answer: s")},
        {"responses/acme.yaml", VENDOR "answers: {X: 2.0}\n"}};
    struct bound bound;
    bound_init_sound(&bound, 0, files, COUNT_OF(files));
    check_text(bound.project.offers[0].response.answers[2].text, "High", 0);
    bound_release(&bound);
}

static void a_unit_may_be_said_by_its_first_word(void **state)
{
    const struct bound_file files[] = {
        {"ours.yaml", CRITERION("answer: {number: '% of answers', best: 0, worst: 10}")},
        {"responses/acme.yaml", VENDOR "answers: {X: 3 %}\n"}};
    struct bound bound;
    bound_init_sound(&bound, 0, files, COUNT_OF(files));
    check_double(bound.project.offers[0].response.answers[2].claimed, 0.7, 0);
    bound_release(&bound);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_is_worth_what_its_type_says),
        cmocka_unit_test(a_level_is_answered_by_number_only_where_the_scale_has_numbers),
        cmocka_unit_test(a_unit_may_be_said_by_its_first_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
