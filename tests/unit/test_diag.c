#include "base/arena.h"
#include "base/diag.h"
#include "base/loc.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void places_read_as_a_user_opens_them(void **state)
{
    (void)state;
    static const struct {
        struct loc at;
        const char *text;
    } cases[] = {
        {{.source = NULL}, ""},
        {{.source = "a.yaml"}, "a.yaml"},
        {{.source = "a.yaml", .line = 7}, "a.yaml:7"},
        {{.source = "a.yaml", .line = 57, .column = 12}, "a.yaml:57:12"},
        {{.source = "f.xlsx", .sheet = "Sheet", .line = 17, .column = 3}, "f.xlsx!Sheet!C17"},
        {{.source = "f.xlsx", .sheet = "Sheet", .line = 1, .column = 16384}, "f.xlsx!Sheet!XFD1"},
        {{.source = "f.xlsx", .sheet = "Sheet", .line = 1, .column = 27}, "f.xlsx!Sheet!AA1"},
        {{.source = "f.xlsx", .sheet = "Sheet"}, "f.xlsx!Sheet"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_string_equal(loc_text(&arena, cases[i].at), cases[i].text);
    }
    arena_release(&arena);
}

static struct loc at(const char *source, uint32_t line, uint32_t column)
{
    return (struct loc){.source = source, .line = line, .column = column};
}

static void diagnostics_are_sorted_and_repeats_dropped(void **state)
{
    (void)state;
    struct arena arena;
    struct diag_list diags;
    arena_init(&arena);
    diag_list_init(&diags, &arena);
    diag_add(&diags, DIAG_KEY_UNKNOWN, at("b.yaml", 1, 1), "third");
    diag_add(&diags, DIAG_KEY_UNKNOWN, at("a.yaml", 10, 1), "second");
    diag_add(&diags, DIAG_WEIGHTS_SUM, at("a.yaml", 2, 5), "first");
    diag_add(&diags, DIAG_KEY_UNKNOWN, at("a.yaml", 10, 1), "second");
    diag_add(&diags, DIAG_RESPONSE_MISSING, at(NULL, 0, 0), "nowhere");
    assert_int_equal(diags.errors, 3);
    diag_list_sort(&diags);
    static const char *const ORDER[] = {"nowhere", "first", "second", "third"};
    assert_int_equal(diags.count, COUNT_OF(ORDER));
    for (size_t i = 0; i < COUNT_OF(ORDER); i++) {
        assert_string_equal(diags.diags[i]->message, ORDER[i]);
    }
    assert_int_equal(diags.errors, 2);
    assert_int_equal(diags.warnings, 1);
    assert_true(diag_list_has_error_in(&diags, "a.yaml"));
    assert_false(diag_list_has_error_in(&diags, "c.yaml"));
    arena_release(&arena);
}

static void every_code_says_what_it_means(void **state)
{
    (void)state;
    for (int i = 0; i < DIAG_CODE_COUNT; i++) {
        enum diag_code code = (enum diag_code)i;
        enum diag_code found = DIAG_CODE_COUNT;
        assert_true(diag_code_find(diag_code_name(code), &found));
        assert_int_equal(found, code);
        assert_true(text_ends(diag_code_meaning(code), "."));
        assert_true(text_ends(diag_code_mend(code), "."));
    }
    enum diag_code found;
    assert_false(diag_code_find("NO_SUCH_CODE", &found));
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(places_read_as_a_user_opens_them),
        cmocka_unit_test(diagnostics_are_sorted_and_repeats_dropped),
        cmocka_unit_test(every_code_says_what_it_means),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
