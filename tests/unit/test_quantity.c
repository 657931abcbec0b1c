#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "check.h"
#include "model/criteria.h"

#include "model/quantity.h"

static void a_figure_is_a_number_with_its_unit_or_a_day(void **state)
{
    static const struct {
        const char *text;
        enum quantity_kind kind; // NONE: it is refused
        double value;
        const char *unit;
    } cases[] = {
        {"40%", QUANTITY_PERCENT, 40, "%"},
        {" 40 % ", QUANTITY_PERCENT, 40, "%"},
        {"62.5 % of drafts", QUANTITY_PERCENT, 62.5, "% of drafts"},
        {"-8%", QUANTITY_PERCENT, -8, "%"},
        {"120 ms", QUANTITY_NUMBER, 120, "ms"},
        {"120ms", QUANTITY_NUMBER, 120, "ms"},
        {"3", QUANTITY_NUMBER, 3, ""},
        {"0", QUANTITY_NUMBER, 0, ""},
        {"4 employees", QUANTITY_NUMBER, 4, "employees"},
        {"4e", QUANTITY_NUMBER, 4, "e"},
        {"2026-10-01", QUANTITY_DAY, 20727, ""},
        {"1970-01-01", QUANTITY_DAY, 0, ""},
        {"1,200 ms", QUANTITY_NONE, 0, NULL},
        {"1 200 ms", QUANTITY_NONE, 0, NULL},
        {"1'200 ms", QUANTITY_NONE, 0, NULL},
        {"1.2.3", QUANTITY_NONE, 0, NULL},
        {"1e3 ms", QUANTITY_NONE, 0, NULL},
        {"12,5", QUANTITY_NONE, 0, NULL},
        {"2026-13-01", QUANTITY_NONE, 0, NULL},
        {"about 40 %", QUANTITY_NONE, 0, NULL},
        {"%", QUANTITY_NONE, 0, NULL},
        {"", QUANTITY_NONE, 0, NULL},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct quantity quantity = {.kind = QUANTITY_NONE};
        check_int(quantity_read(&arena, cases[i].text, &quantity), cases[i].kind != QUANTITY_NONE,
                  i);
        check_int(quantity.kind, cases[i].kind, i);
        check_double(quantity.value, cases[i].value, i);
        check_text(quantity.unit, cases[i].unit, i);
    }
    arena_release(&arena);
}

static void only_like_can_be_set_against_like(void **state)
{
    static const struct {
        const char *a, *b;
        bool alike;
    } cases[] = {
        {"40%", "22 %", true},
        {"40 % of cases", "22%", true},
        {"40%", "22", false},
        {"120 ms", "3 ms", true},
        {"120 ms", "3 MS", true},
        {"120 ms", "3", true},
        {"120 ms", "3 s", false},
        {"2026-10-01", "3", false},
        {"2026-10-01", "2027-01-01", true},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct quantity a, b;
        check_true(quantity_read(&arena, cases[i].a, &a), i);
        check_true(quantity_read(&arena, cases[i].b, &b), i);
        check_int(quantities_compare(&a, &b), cases[i].alike, i);
        check_int(quantities_compare(&b, &a), cases[i].alike, i);
    }
    arena_release(&arena);
}

static void a_figure_answers_a_criterion_in_its_own_terms_only(void **state)
{
    static const struct {
        enum answer_kind kind;
        const char *unit;
        const char *figure;
        bool fits;
        double place;
    } cases[] = {
        {ANSWER_PERCENT, NULL, "53%", true, 0.53},
        {ANSWER_PERCENT, NULL, "53", false, 0},
        {ANSWER_PERCENT, NULL, "53 ms", false, 0},
        {ANSWER_NUMBER, "ms", "1850 ms", true, 1850},
        {ANSWER_NUMBER, "ms", "1850 MS", true, 1850},
        {ANSWER_NUMBER, "ms", "1850", true, 1850},
        {ANSWER_NUMBER, "ms", "2 s", false, 0},
        {ANSWER_NUMBER, "ms", "53%", false, 0},
        {ANSWER_NUMBER, "% of answers", "7.5%", true, 7.5},
        {ANSWER_NUMBER, "% of answers", "7.5 % of answers", true, 7.5},
        {ANSWER_NUMBER, "% of answers", "7.5 % of calls", false, 0},
        {ANSWER_NUMBER, "weeks from signing", "4 weeks", true, 4},
        {ANSWER_NUMBER, NULL, "4", true, 4},
        {ANSWER_NUMBER, NULL, "4 weeks", false, 0},
        {ANSWER_NUMBER, "ms", "1970-01-05", false, 0},
        {ANSWER_MONEY, "EUR", "45000 EUR", true, 45000},
        {ANSWER_MONEY, "EUR", "45000 USD", false, 0},
        {ANSWER_DATE, NULL, "1970-01-05", true, 4},
        {ANSWER_DATE, NULL, "4", false, 0},
        {ANSWER_LEVEL, NULL, "4", false, 0},
        {ANSWER_YES_NO, NULL, "1", false, 0},
        {ANSWER_CHOICE, NULL, "1", false, 0},
        {ANSWER_CHECKLIST, NULL, "40%", false, 0},
        {ANSWER_TEXT, NULL, "1", false, 0},
        {ANSWER_PRICE, NULL, "1", false, 0},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct answer_type type = {.kind = cases[i].kind, .unit = cases[i].unit};
        struct quantity quantity;
        double place = 0;
        check_true(quantity_read(&arena, cases[i].figure, &quantity), i);
        check_int(quantity_place(&arena, &type, &quantity, &place), cases[i].fits, i);
        check_double(place, cases[i].place, i);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_figure_is_a_number_with_its_unit_or_a_day),
        cmocka_unit_test(only_like_can_be_set_against_like),
        cmocka_unit_test(a_figure_answers_a_criterion_in_its_own_terms_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
