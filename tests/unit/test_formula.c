#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "check.h"
#include "report/formula.h"

static void shared_spellings_pass(void **state)
{
    static const char LONG[] = "=IFERROR(SUMPRODUCT(($C6:$C$175=$B5)*$D6:$D$175,F6:F$175)/"
                               "SUMIFS($D6:$D$175,$C6:$C$175,$B5,F6:F$175,\">=0\"),\"n/a\")";
    static const char *const FORMULAS[] = {
        "=A1",
        "=-A1*2",
        LONG,
        "=IF(ISNUMBER(Summary!$J$6),Summary!$J$6,Weights!$E$43)",
        "=B4&\" ranks first with \"&FIXED(C4,2,1)&\" -- TRUE, TEXT(1E9) A:A {1}\"", // in strings
        "=\"he said \"\"yes\"\" \"&A1",
        "='it''s a sheet'!A1",
        "=SUM(E1:E9)",
        "=INDEX(Comparison!$F$4:$R$4,1,MATCH($A7,Comparison!$F$11:$R$11,0))",
        "=LEFT(A1,1)=\"≠\"",
        "=A1-(-B1)",
        "=0.5*A1",
        "=TRUEST",
    };
    for (size_t i = 0; i < COUNT_OF(FORMULAS); i++) {
        check_text(formula_fault(FORMULAS[i]), NULL, i);
    }
}

static void everything_else_is_named(void **state)
{
    static const struct {
        const char *formula, *fault;
    } cases[] = {
        {"", "it does not begin with ="},
        {"=", "it does not begin with ="},
        {"A1", "it does not begin with ="},
        {"=A1 + B1", "it holds a blank"},
        {"=SUM(A1, B1)", "it holds a blank"},
        {"=--A1", "it holds --"},
        {"=1E9", "it holds a number in E-notation"},
        {"=A1*2.5E-3", "it holds a number in E-notation"},
        {"=1e-05", "it holds a number in E-notation"},
        {"=IF(A1,TRUE,0)", "it uses a word that is not shared or not stable"},
        {"=FALSE", "it uses a word that is not shared or not stable"},
        {"=TEXT(A1,\"0\")", "it uses a word that is not shared or not stable"},
        {"=TODAY()", "it uses a word that is not shared or not stable"},
        {"=SUM(B:B)", "it names a whole column"},
        {"=SUM(Weights!$B:$B)", "it names a whole column"},
        {"=SUM(5:5)", "it names a whole row"},
        {"={1,2}", "it holds an array"},
        {"=SUM(A1", "a bracket is not closed"},
        {"=A1)+(B1", "a bracket is not opened"},
        {"=\"open", "a quote is not closed"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_text(formula_fault(cases[i].formula), cases[i].fault, i);
    }
}

static void length_is_counted_in_characters(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct text_builder formula;
    text_builder_init(&formula, &arena);
    text_add(&formula, "=\"");
    for (size_t i = 0; i < FORMULA_LENGTH_MOST - 3; i++) {
        text_add(&formula, "≠");
    }
    text_add(&formula, "\"");
    assert_null(formula_fault(formula.text));
    text_add(&formula, "1");
    assert_string_equal(formula_fault(formula.text), "it is longer than 250 characters");
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shared_spellings_pass),
        cmocka_unit_test(everything_else_is_named),
        cmocka_unit_test(length_is_counted_in_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
