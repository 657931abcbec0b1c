#include "model/clarification.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "bound_case.h"
#include "check.h"

#define FILE_NAME "clarifications/1.yaml"
/* The head of a clarification to acme. */
#define ASKED                                                                                      \
    "clarification: {number: 1, date: 2026-05-01, to: acme, question: Really?, answered: "         \
    "2026-05-03}\n"

static void a_faulty_clarification_is_said_where_it_stands(void **state)
{
    static const struct bound_case cases[] = {
        {FILE_NAME, ASKED "answers: {A-1: Partial}\n", ""},
        {FILE_NAME, "answers: {}\n",
         "clarifications/1.yaml:1:1 KEY_MISSING a clarification file needs `clarification`"},
        {FILE_NAME, "clarification: {number: 1, date: 2026-05-01, to: acme}\n",
         "clarifications/1.yaml:1:16 KEY_MISSING a clarification needs `question`"},
        {FILE_NAME, "clarification: {number: 0, date: 2026-05-01, to: acme, question: x}\n",
         "clarifications/1.yaml:1:25 NUMBER_BAD `0` is out of range [expected a whole number from "
         "1]"},
        {FILE_NAME, "clarification: {number: 1, date: 2026-05-01, to: acmee, question: x}\n",
         "clarifications/1.yaml:1:50 VENDOR_UNKNOWN `acmee` is not a vendor of this evaluation "
         "(did you mean `acme`?)"},
        {FILE_NAME,
         "clarification: {number: 1, date: 2026-05-01, to: acme, question: x, answered: "
         "2026-04-30}\n",
         "clarifications/1.yaml:1:79 CLARIFICATION_BAD `answered` lies before the day it was "
         "asked, 2026-05-01"},
        {FILE_NAME,
         "clarification: {number: 1, date: 2026-05-01, to: acme, question: x, due: 2026-04-30}\n",
         "clarifications/1.yaml:1:74 CLARIFICATION_BAD `due` lies before the day it was asked, "
         "2026-05-01"},
        {FILE_NAME,
         "clarification: {number: 1, date: 2026-05-01, to: all, question: x}\n"
         "answers: {A-1: Partial}\n",
         "clarifications/1.yaml:1:50 CLARIFICATION_BAD a clarification to all vendors can hold no "
         "answers (write one to each vendor, with a number of its own)"},
        {FILE_NAME,
         "clarification: {number: 1, date: 2026-05-01, to: all, question: x, told: one}\n",
         "clarifications/1.yaml:1:74 CLARIFICATION_DOUBTFUL it was asked of all vendors and told "
         "to one (what one vendor learns, the others should know as well)"},
        {FILE_NAME,
         "clarification: {number: 1, date: 2026-05-01, to: acme, question: x}\n"
         "answers: {A-1: Partial}\n",
         "clarifications/1.yaml:1:25 CLARIFICATION_DOUBTFUL it holds answers, and `answered` does "
         "not say when they came"},
        {FILE_NAME, ASKED "answers: {A-9: Partial, A-1: Partialy, A-2: ~}\n",
         "clarifications/1.yaml:2:11 CRITERION_UNKNOWN `A-9` is not a criterion (did you mean "
         "`A-1`?)\n"
         "clarifications/1.yaml:2:30 ANSWER_UNKNOWN `Partialy` is not an answer to A-1 [expected "
         "one of: Absent, Planned, Partial, In place, Measured] (did you mean `Partial`?)"},
        {FILE_NAME, ASKED "answers: {A-1: ~, A-2: yes}\n",
         "clarifications/1.yaml:2:11 CLARIFICATION_DOUBTFUL A-1 is blank here, so that the first "
         "answer stands"},
        {FILE_NAME, ASKED "answers: {A-1: {note: x, evidence: {soc2: p. 1}}}\n",
         "clarifications/1.yaml:2:37 EVIDENCE_UNKNOWN `soc2` is not listed under `evidence`"},
    };
    check_bound_cases(NULL, cases, COUNT_OF(cases));
}

static void two_clarifications_do_not_contradict_each_other(void **state)
{
    static const struct bound_file earlier = {
        "clarifications/0.yaml",
        "clarification: {number: 7, date: 2026-05-01, to: acme, question: x, answered: "
        "2026-05-03}\n"
        "answers: {A-1: Measured}\n"
        "evidence: {soc2: {kind: soc2}}\n"};
    static const struct bound_case cases[] = {
        {FILE_NAME, ASKED "answers: {A-1: Partial}\n",
         "clarifications/0.yaml:2:16 CLARIFICATION_BAD A-1 is answered in clarification 1 of the "
         "same day, too (clarifications/1.yaml)"},
        {FILE_NAME, "clarification: {number: 7, date: 2026-05-02, to: acme, question: x}\n",
         "clarifications/1.yaml:1:25 CLARIFICATION_BAD 7 is the number of clarifications/0.yaml, "
         "too"},
        {FILE_NAME,
         "clarification: {number: 8, date: 2026-05-01, to: acme, question: x, answered: "
         "2026-05-04}\n"
         "answers: {A-1: Partial}\n"
         "evidence: {soc2: {kind: soc2}}\n",
         "clarifications/1.yaml:3:12 CLARIFICATION_BAD `soc2` is evidence of the response already, "
         "and what is added needs an id of its own"},
    };
    check_bound_cases(&earlier, cases, COUNT_OF(cases));
}

/* An answer as it stands: reply, text, note, evidence, and what it replaced. */
static const char *answer_text(struct bound *bound, const struct answer *answer)
{
    struct text_builder text;
    text_builder_init(&text, &bound->arena);
    for (; answer != NULL; answer = answer->first) {
        const struct response *response = &bound->project.offers[0].response;
        text_add(&text, answer->text == NULL ? "-" : answer->text);
        if (answer->note != NULL) {
            text_add_format(&text, " note %s", answer->note);
        }
        for (size_t i = 0; i < answer->citation_count; i++) {
            text_add_format(&text, " +%s", response->evidence[answer->citations[i].evidence].id);
        }
        if (answer->first != NULL) {
            text_add_format(&text, " (%zu) < ", answer->clarification);
        }
    }
    return text.text;
}

static void the_answer_in_force_keeps_the_first(void **state)
{
    static const char RESPONSE[] = VENDOR
        "answers: {A-1: {answer: In place, note: n, evidence: {pol: p. 1}}}\n"
        "evidence: {pol: {kind: policy}}\n";
    static const char SECOND[] =
        "clarification: {number: 2, date: 2026-05-01, to: ACME, question: x, answered: "
        "2026-05-02}\n";
    static const struct {
        const char *first, *second;
        const char *want;
    } cases[] = {
        {"answers: {A-1: Partial}\n", "", "Partial (0) < In place note n +pol"},
        {"answers: {A-1: {note: m}}\n", "", "In place note m +pol (0) < In place note n +pol"},
        {"answers: {A-1: {answer: , evidence: {soc: p. 2}}}\nevidence: {soc: {kind: soc2}}\n", "",
         "In place note n +pol +soc (0) < In place note n +pol"},
        {"answers: {A-1: {answer: Measured, evidence: {pol: p. 2}}}\n", "",
         "Measured +pol (0) < In place note n +pol"},
        {"answers: {A-1: {declined: Secret}}\n", "", "Secret (0) < In place note n +pol"},
        {"answers: {A-1: Partial}\n", "answers: {A-1: Measured}\n",
         "Partial (0) < Measured (1) < In place note n +pol"},
        {"evidence: {soc: {kind: soc2}}\n", "", "In place note n +pol"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bound bound;
        struct arena arena;
        arena_init(&arena);
        const struct bound_file files[] = {
            {"responses/acme.yaml", RESPONSE},
            {FILE_NAME, arena_format(&arena, "%s%s", ASKED, cases[i].first)},
            {"clarifications/2.yaml", arena_format(&arena, "%s%s", SECOND, cases[i].second)}};
        bound_init(&bound, files, COUNT_OF(files));
        check_true(bound.sound, i);
        size_t item = 0;
        check_true(criteria_find(&bound.arena, &bound.project.evaluation.criteria, "A-1", &item),
                   i);
        check_text(answer_text(&bound, &bound.project.offers[0].response.answers[item]),
                   cases[i].want, i);
        bound_release(&bound);
        arena_release(&arena);
    }
}

static void a_question_without_an_answer_is_open_when_its_day_is_past(void **state)
{
    static const struct {
        const char *head;
        const char *want;
    } cases[] = {
        {"due: 2026-05-05", "clarifications/1.yaml:1:25 CLARIFICATION_OPEN clarification 1 has no "
                            "answer, which was due on 2026-05-05"},
        {"due: 2026-06-01", ""},
        {"due: 2026-05-05, answer: Yes", ""},
        {"due: 2026-05-05, answered: 2026-05-06", ""},
        {"told: all", "clarifications/1.yaml:1:25 CLARIFICATION_OPEN clarification 1 has no "
                      "answer, which was due on 2026-05-01"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bound bound;
        struct arena arena;
        arena_init(&arena);
        const struct bound_file files[] = {
            {"evaluation.yaml",
             "evaluation: {id: e, title: E, as_of: 2026-06-01}\ncriteria: ours.yaml\n"},
            {FILE_NAME,
             arena_format(&arena,
                          "clarification: {number: 1, date: 2026-05-01, to: all, question: x, "
                          "%s}\n",
                          cases[i].head)}};
        bound_init(&bound, files, COUNT_OF(files));
        check_text(bound_faults(&bound), cases[i].want, i);
        bound_release(&bound);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_faulty_clarification_is_said_where_it_stands),
        cmocka_unit_test(two_clarifications_do_not_contradict_each_other),
        cmocka_unit_test(the_answer_in_force_keeps_the_first),
        cmocka_unit_test(a_question_without_an_answer_is_open_when_its_day_is_past),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
