#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "check.h"
#include "report/place.h"

static void places_become_a1_text(void **state)
{
    static const struct {
        struct place place;
        enum hold hold;
        enum home from;
        const char *want;
    } cases[] = {
        {{HOME_WEIGHTS, 0, 0}, HOLD_NONE, HOME_WEIGHTS, "A1"},
        {{HOME_WEIGHTS, 21, 10}, HOLD_BOTH, HOME_COMPARISON, "Weights!$K$22"},
        {{HOME_COMPARISON, 9, 25}, HOLD_COLUMN, HOME_COMPARISON, "$Z10"},
        {{HOME_COMPARISON, 99, 26}, HOLD_ROW, HOME_SUMMARY, "Comparison!AA$100"},
        {{HOME_SUMMARY, 0, 701}, HOLD_NONE, HOME_SUMMARY, "ZZ1"},
        {{HOME_SUMMARY, 1048575, 702}, HOLD_NONE, HOME_SUMMARY, "AAA1048576"},
        {{HOME_SUMMARY, 8, 16383}, HOLD_BOTH, HOME_SUMMARY, "$XFD$9"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_text(place_text(&arena, cases[i].place, cases[i].hold, cases[i].from), cases[i].want,
                   i);
    }
    arena_release(&arena);
}

static void ranges_name_their_sheet_once(void **state)
{
    static const struct {
        struct place_range range;
        enum home from;
        const char *want;
    } cases[] = {
        {{{HOME_COMPARISON, 4, 6}, {HOME_COMPARISON, 4, 11}, HOLD_BOTH, HOLD_BOTH},
         HOME_SUMMARY,
         "Comparison!$G$5:$L$5"},
        {{{HOME_COMPARISON, 4, 6}, {HOME_COMPARISON, 4, 8}, HOLD_BOTH, HOLD_NONE},
         HOME_COMPARISON,
         "$G$5:I5"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_text(place_range_text(&arena, &cases[i].range, cases[i].from), cases[i].want, i);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_become_a1_text),
        cmocka_unit_test(ranges_name_their_sheet_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
