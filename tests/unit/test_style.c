#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "check.h"
#include "report/style.h"

static double linear(unsigned value)
{
    double share = value / 255.0;
    return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

/* Relative luminance as WCAG 2 defines it. */
static double luminance(enum colour colour)
{
    unsigned rgb = (unsigned)colour;
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xFF) +
           0.0722 * linear(rgb & 0xFF);
}

static double contrast(enum colour text, enum colour ground)
{
    double a = luminance(text);
    double b = luminance(ground);
    return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}

static void every_style_has_a_name_of_its_own_and_no_font_below_9(void **state)
{
    for (size_t i = 0; i < STYLE_COUNT; i++) {
        const struct style_row *row = style_row((enum style)i);
        check_true(row->name != NULL, i);
        check_true(row->size >= 9, i);
        check_true(row->text != COLOUR_NONE, i);
        for (size_t j = 0; j < i; j++) {
            check_true(!text_equal(row->name, style_row((enum style)j)->name), i);
        }
    }
}

static void every_look_of_a_number_has_a_name_and_a_format(void **state)
{
    for (size_t i = 0; i < LOOK_COUNT_OF; i++) {
        check_true(number_look_name((enum number_look)i) != NULL, i);
        check_true(number_look_format((enum number_look)i) != NULL, i);
        check_true(number_look_format((enum number_look)i)[0] != '\0', i);
        for (size_t j = 0; j < i; j++) {
            check_true(!text_equal(number_look_name((enum number_look)i),
                                   number_look_name((enum number_look)j)),
                       i);
        }
    }
}

static void text_of_each_style_can_be_read_on_its_fill(void **state)
{
    for (size_t i = 0; i < STYLE_COUNT; i++) {
        const struct style_row *row = style_row((enum style)i);
        enum colour ground = row->fill == COLOUR_NONE ? COLOUR_WHITE : row->fill;
        check_true(contrast(row->text, ground) >= 4.5, i);
    }
}

static void text_that_meets_a_fill_by_rule_can_be_read(void **state)
{
    static const struct {
        enum colour text, ground;
    } pairs[] = {
        {COLOUR_INK, COLOUR_WHATIF},   {COLOUR_INK, COLOUR_HEAT0},
        {COLOUR_INK, COLOUR_HEAT1},    {COLOUR_INK, COLOUR_HEAT2},
        {COLOUR_INK, COLOUR_HEAT3},    {COLOUR_INK, COLOUR_HEAT4},
        {COLOUR_INK, COLOUR_TINT},     {COLOUR_INK, COLOUR_PANEL},
        {COLOUR_SUB, COLOUR_TINT},     {COLOUR_SUB, COLOUR_PANEL},
        {COLOUR_BAD, COLOUR_TINT},     {COLOUR_WARN, COLOUR_TINT},
        {COLOUR_WAIVED, COLOUR_WHITE}, {COLOUR_OURS, COLOUR_WHITE},
        {COLOUR_GOOD, COLOUR_WHITE},   {COLOUR_WHITE, COLOUR_PROVEN},
        {COLOUR_BAD, COLOUR_WHITE},    {COLOUR_WARN, COLOUR_WHITE},
        {COLOUR_GOOD, COLOUR_TINT},    {COLOUR_INPUT, COLOUR_INPUT_FILL},
    };
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        check_true(contrast(pairs[i].text, pairs[i].ground) >= 4.5, i);
    }
    assert_true(fabs(contrast(COLOUR_SUB, COLOUR_WHITE) - 6.4) < 0.05); // the measure itself
    assert_true(fabs(contrast(COLOUR_INK, COLOUR_HEAT4) - 6.3) < 0.1);
}

static void blue_text_means_yours_to_change_and_nothing_else(void **state)
{
    for (size_t i = 0; i < STYLE_COUNT; i++) {
        const struct style_row *row = style_row((enum style)i);
        check_int(row->text == COLOUR_INPUT, row->unlocked, i);
        check_int(row->fill == COLOUR_INPUT_FILL, row->unlocked, i);
        check_true(!row->unlocked || (row->boxed && row->bottom_colour == COLOUR_INPUT_LINE), i);
    }
}

static void weights_never_show_a_bare_point(void **state)
{
    // 0.## would show 25 as "25."
    for (size_t i = 0; i < LOOK_COUNT_OF; i++) {
        check_true(strstr(number_look_format((enum number_look)i), ".#") == NULL, i);
    }
    assert_string_equal(number_look_format(LOOK_WEIGHT), "General_)");
    assert_string_equal(number_look_format(LOOK_CONTRADICTED), "\"≠ contradicted\"* 0_._0_)");
}

static void a_weight_of_many_decimals_is_shown_with_two(void **state)
{
    static const struct {
        double weight;
        enum number_look want;
    } cases[] = {
        {0, LOOK_WEIGHT},     {25, LOOK_WEIGHT},          {12.5, LOOK_WEIGHT},
        {0.07, LOOK_WEIGHT},  {33.333, LOOK_WEIGHT},      {100.0 / 3, LOOK_WEIGHT_CUT},
        {1e9, LOOK_WEIGHT},   {100 + 1e-13, LOOK_WEIGHT}, {64.83290138222367, LOOK_WEIGHT_CUT},
        {0.001, LOOK_WEIGHT}, {0.0012, LOOK_WEIGHT_CUT},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_int(number_look_of_weight(cases[i].weight), cases[i].want, i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_style_has_a_name_of_its_own_and_no_font_below_9),
        cmocka_unit_test(every_look_of_a_number_has_a_name_and_a_format),
        cmocka_unit_test(text_of_each_style_can_be_read_on_its_fill),
        cmocka_unit_test(text_that_meets_a_fill_by_rule_can_be_read),
        cmocka_unit_test(blue_text_means_yours_to_change_and_nothing_else),
        cmocka_unit_test(weights_never_show_a_bare_point),
        cmocka_unit_test(a_weight_of_many_decimals_is_shown_with_two),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
