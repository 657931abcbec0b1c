#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "built_project.h"
#include "check.h"
#include "score/score.h"

#include "score/level_in_force.h"

static const struct option ITEMS[] = {
    {.key = "rest", .label = "At rest", .worth = 1},
    {.key = "transit", .label = "In transit", .worth = 1},
};
static struct level LEVELS[] = {
    {.label = "Low", .worth = 0, .number = 1, .has_number = true},
    {.label = "High", .worth = 1, .number = 2, .has_number = true},
};
static const struct scale SCALE = {.id = "two", .levels = LEVELS, .count = COUNT_OF(LEVELS)};

/* An answer, a word, and whether the one says the other. */
struct word_case {
    enum answer_kind kind;
    const char *text;
    double value, place;
    const char *word;
    bool says;
};

static const struct word_case WORD_CASES[] = {
    {ANSWER_LEVEL, "High", 1, 1, "High", true},
    {ANSWER_LEVEL, "2", 1, 1, "high", true}, // answered by number
    {ANSWER_LEVEL, "High", 1, 1, "Low", false},
    {ANSWER_LEVEL, "High", 1, 1, "2", true},
    {ANSWER_LEVEL, "High", 1, 1, "1", false},
    {ANSWER_LEVEL, "High", 1, 1, "Middle", false},
    {ANSWER_YES_NO, "true", 1, 1, "yes", true},
    {ANSWER_YES_NO, "true", 1, 1, "no", false},
    {ANSWER_YES_NO, "yes", 1, 1, "True", true},
    {ANSWER_YES_NO, "no", 0, 0, "false", true},
    {ANSWER_YES_NO, "no", 0, 0, "perhaps", false},
    {ANSWER_YES_NO, "No", 0, 0, "no", true},
    {ANSWER_YES_NO, "off", 0, 0, "no", true},
    {ANSWER_YES_NO, "off", 0, 0, "yes", false},
    {ANSWER_PERCENT, "85 %", 0.85, 0, "85%", true},
    {ANSWER_PERCENT, "85 %", 0.85, 0, "85", true},
    {ANSWER_PERCENT, "85 %", 0.85, 0, "84%", false},
    {ANSWER_PERCENT, "85 %", 0.85, 0, "most", false},
    {ANSWER_NUMBER, "200.0", 1, 200, "200", true},
    {ANSWER_NUMBER, "200.0", 1, 200, "201", false},
    {ANSWER_NUMBER, "200 ms", 1, 200, "200ms", true},
    {ANSWER_NUMBER, "200 ms", 1, 200, "20 ms", false},
    {ANSWER_NUMBER, "1000", 1, 1000, "1e3", true},
    {ANSWER_NUMBER, "0", 0, 0, "ms", false},
    {ANSWER_NUMBER, "1", 1, 1, "1.0000000000000000000000000000000000000000000000000000000000000",
     false},
    {ANSWER_MONEY, "1,000", 1, 1000, "1000", true},
    {ANSWER_DATE, "1 Jan 1970", 1, 0, "1970-01-01", true},
    {ANSWER_DATE, "1 Jan 1970", 1, 0, "1970-01-02", false},
    {ANSWER_DATE, "1 Jan 1970", 1, 0, "soon", false},
    {ANSWER_CHECKLIST, "rest", 0.5, 0, "rest", true},
    {ANSWER_CHECKLIST, "At rest", 0.5, 0, "rest", true},
    {ANSWER_CHECKLIST, "rest", 0.5, 0, "at rest", true},
    {ANSWER_CHECKLIST, "rest", 0.5, 0, "transit", false},
    {ANSWER_CHECKLIST, "rest", 0.5, 0, "elsewhere", false},
    {ANSWER_CHOICE, "full", 1, 1, "Full", true},
    {ANSWER_CHOICE, "full", 1, 1, "partial", false},
    {ANSWER_TEXT, "We do", 0, 0, "yes", false},
    {ANSWER_PRICE, "100", 0, 0, "200", false},
};

static void a_level_says_a_word_in_its_own_terms(void **state)
{
    static const bool ticked[] = {true, false};
    for (size_t i = 0; i < COUNT_OF(WORD_CASES); i++) {
        struct answer_type type = {.kind = WORD_CASES[i].kind,
                                   .scale = &SCALE,
                                   .options = ITEMS,
                                   .option_count = COUNT_OF(ITEMS)};
        struct answer answer = {.reply = REPLY_ANSWER,
                                .text = WORD_CASES[i].text,
                                .claimed = WORD_CASES[i].value,
                                .place = WORD_CASES[i].place,
                                .ticked = ticked};
        struct level_in_force level = level_of_answer(&answer);
        check_int(level_says(&type, &level, WORD_CASES[i].word), WORD_CASES[i].says, i);
        const char *const words[] = {"something else", WORD_CASES[i].word};
        check_int(level_says_any(&type, &level, words, 2), WORD_CASES[i].says, i);
        check_int(level_says_any(&type, &level, words, 0), false, i);
    }
}

static void the_lower_of_answer_and_finding_is_in_force(void **state)
{
    static const struct {
        enum answer_kind kind;
        double value, place;
        bool given;
        double shown_value, shown_place;
        bool less;
    } cases[] = {
        {ANSWER_LEVEL, 1, 1, false, 0, 0, false},
        {ANSWER_LEVEL, 1, 1, true, 0, 0, true},
        {ANSWER_LEVEL, 1, 1, true, 1, 1, false},
        {ANSWER_LEVEL, 0, 0, true, 1, 1, false},
        {ANSWER_LEVEL, 0, 1, true, 0, 0, true},
        // A number that is worse may be higher.
        {ANSWER_NUMBER, 1, 200, true, 0.5, 900, true},
        {ANSWER_NUMBER, 0.5, 900, true, 1, 200, false},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct answer_type type = {.kind = cases[i].kind, .scale = &SCALE};
        struct answer answer = {
            .reply = REPLY_ANSWER, .claimed = cases[i].value, .place = cases[i].place};
        struct shown shown = {
            .given = cases[i].given, .value = cases[i].shown_value, .place = cases[i].shown_place};
        struct level_in_force level = level_in_force(&type, &answer, &shown);
        check_int(shows_less(&type, &answer, &shown), cases[i].less, i);
        check_int(level.source == LEVEL_SHOWN, cases[i].less, i);
        check_double(level.place, cases[i].less ? cases[i].shown_place : cases[i].place, i);
        check_double(level.value, cases[i].less ? cases[i].shown_value : cases[i].value, i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_level_says_a_word_in_its_own_terms),
        cmocka_unit_test(the_lower_of_answer_and_finding_is_in_force),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
