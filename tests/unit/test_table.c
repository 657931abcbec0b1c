#include "base/arena.h"
#include "base/text.h"
#include "read/table.h"
#include "read/xlsx_styles.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check.h"

static void formats_of_numbers_tell_days_and_percentages(void **state)
{
    static const struct {
        const char *format;
        enum table_look look;
    } cases[] = {
        {"General", TABLE_LOOK_PLAIN},
        {"0.00", TABLE_LOOK_PLAIN},
        {"yyyy-mm-dd", TABLE_LOOK_DATE},
        {"D/M/YY", TABLE_LOOK_DATE},
        {"mmm", TABLE_LOOK_DATE},
        {"[$-407]d. mmmm yyyy;@", TABLE_LOOK_DATE},
        {"h:mm:ss", TABLE_LOOK_PLAIN},
        {"[h]:mm", TABLE_LOOK_PLAIN},
        {"dd.mm.yyyy hh:mm", TABLE_LOOK_DATE},
        {"0%", TABLE_LOOK_PERCENT},
        {"0.0 %;\"day\"", TABLE_LOOK_PERCENT},
        {"0\"%\"", TABLE_LOOK_PLAIN},
        {"0\\%", TABLE_LOOK_PLAIN},
        {"0\" days\"", TABLE_LOOK_PLAIN},
        {"[Red]0", TABLE_LOOK_PLAIN},
        {"#,##0_d", TABLE_LOOK_PLAIN},
        {"0;yyyy", TABLE_LOOK_PLAIN},
        {"\"open", TABLE_LOOK_PLAIN},
        {"[open", TABLE_LOOK_PLAIN},
        {"\\", TABLE_LOOK_PLAIN},
        {"", TABLE_LOOK_PLAIN},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_int(xlsx_format_look(cases[i].format), cases[i].look, i);
    }
}

static void days_are_counted_from_both_starts(void **state)
{
    static const struct {
        bool since_1904;
        double number;
        const char *day; // NULL: none
    } cases[] = {
        {false, 46310, "2026-10-15"},
        {false, 46310.99, "2026-10-15"},
        {true, 44848, "2026-10-15"},
        {false, 1, "1900-01-01"},
        {false, 59, "1900-02-28"},
        {false, 60, NULL},
        {false, 61, "1900-03-01"},
        {false, 0.5, NULL},
        {false, -1, NULL},
        {true, 0, "1904-01-01"},
        {false, 2958465, "9999-12-31"},
        {false, 2958466, NULL},
        {true, 2957003, "9999-12-31"},
        {true, 2957004, NULL},
        {false, 1e300, NULL},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct tables tables = {.since_1904 = cases[i].since_1904};
        struct date date = {.year = 0};
        check_int(table_date(&tables, cases[i].number, &date), cases[i].day != NULL, i);
        if (cases[i].day != NULL) {
            check_text(date_iso(&arena, date), cases[i].day, i);
        }
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_of_numbers_tell_days_and_percentages),
        cmocka_unit_test(days_are_counted_from_both_starts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
