/* Comparison, the portfolio and Weights, as they are listed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "check.h"
#include "report/book_list.h"
#include "report/sheet_comparison.h"
#include "report/sheet_weights.h"
#include "sample_result.h"

static void lay_out(struct book *book, const void *subject)
{
    const struct scorecard *scorecard = subject;
    sheet_comparison(book, scorecard);
    sheet_weights(book, scorecard);
}

static const char *listing(struct arena *arena, size_t offers)
{
    struct result *result = arena_alloc(arena, 1, sizeof *result);
    *result = sample_result(arena, offers);
    const struct scorecard scorecard = {
        .result = result,
        .layout = layout_of(arena, result),
        .mast_right = "Sample",
        .header = "Header",
        .footer = "Footer",
    };
    const struct book_content content = {.subject = &scorecard, .lay_out = lay_out};
    return book_list(arena, &content);
}

/* Worked by hand: GOV-A (3 * 100 + 75) / 4, GOV (2 * 93.75 + 50) / 3, the whole .3, .5 and .2. */
static void cells_have_their_formula_and_their_value(void **state)
{
    static const struct {
        size_t offers;
        const char *line;
    } cases[] = {
        {3, "Comparison!G14 map_section/section_map formula =IFERROR(SUMPRODUCT(($D15:$D16=$C14)*"
            "$N15:$N16,G15:G16)/SUMIFS($N15:$N16,$D15:$D16,$C14,G15:G16,\">=0\"),\"n/a\") -> "
            "93.75\n"},
        {3, "G13:G21)/SUMIFS($N13:$N21,$D13:$D21,$C9,G13:G21,\">=0\"),\"n/a\") -> 88.75\n"},
        {3, "Comparison!H20 map_contradicted/contradicted formula =IF(ISNUMBER(R20),MIN(R20,AD20,"
            "100*INDEX(Weights!$K$7:$K$12,MATCH(V20,Weights!$J$7:$J$12,0),1)),R20) -> 25\n"},
        {3, "Comparison!AD20 num/leaf number 50\n"},
        {3, "Comparison!V20 input text \"stated\" [grade.vendor-2.SEC-02]\n"},
        {3, "Comparison!Z20 id text \"stated\"\n"},
        {3, "Comparison!N13 num/weight formula =IF(ISNUMBER(Summary!$L$24),Summary!$L$24,"
            "Weights!$E8) -> 30\n"},
        {3, "Comparison!H43 id formula =IF(H45=\"✓ met\",IF(MATCH(V19,Weights!$J$7:$J$12,0)>=MATCH("
            "$N$11,Weights!$J$7:$J$12,0),H45,H47),H45) -> \"▲ to be proven\"\n"},
        {3, "Weights!E8 input_num_bold/weight number 30 [weights.GOV]\n"},
        {3, "Weights!G9 section2_num/points formula =IFERROR($G8*Comparison!$N14/SUMIFS("
            "Comparison!$N$13:$N$21,Comparison!$D$13:$D$21,$D9),0) -> 20\n"},
        {3, "\"All 32 inputs equal the evaluation (no plan is fixed yet).\"\n"},
        {3, "separates the vendors most: 33.3 of 100 points between best and worst; Title of GOV "
            "least: 10.0.\"\n"},
        {4, "formula =G25 -> \"1=\"\n"},
        {6, "formula =LEFT("}, // narrow columns: signs alone
        {30, "Comparison!E8 map_total/score_map formula =IFERROR(SUMPRODUCT((F$43:N$43=E$42)*"
             "F$44:N$44,F8:N8)/SUMIFS(F$44:N$44,F$43:N$43,E$42,F8:N8,\">=0\"),\"n/a\") -> 88.75\n"},
        {30, "Comparison!J8 map_leaf/leaf_map formula =IF(ISNUMBER(X8),MIN(X8,BE8,100*INDEX("
             "Weights!$K$7:$K$12,MATCH(AI8,Weights!$J$7:$J$12,0),1)),X8) -> 50\n"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        check_contains(listing(&arena, cases[i].offers), cases[i].line, i);
        arena_release(&arena);
    }
}

/* The book asserts what a formula and a text may be; each number of offers is laid out once. */
static void any_number_of_offers_can_be_laid_out(void **state)
{
    static const size_t offers[] = {1, 2, 5, 7, 12, 13, 25, 26, 60};
    for (size_t i = 0; i < COUNT_OF(offers); i++) {
        struct arena arena;
        arena_init(&arena);
        const char *text = listing(&arena, offers[i]);
        check_contains(text, "Comparison!", i);
        check_contains(text, "Weights!", i);
        check_true(strstr(text, "Comparison!A1 mast") != NULL, i);
        arena_release(&arena);
    }
}

/* In the portfolio, columns that no ranking needs are values, and say so. */
static void the_portfolio_names_what_is_not_live(void **state)
{
    struct arena arena;
    arena_init(&arena);
    const char *few = listing(&arena, 5);
    const char *many = listing(&arena, 26);
    check_true(strstr(few, "as evaluated, not live") == NULL, 0);
    check_contains(many, "Proven: as evaluated, not live", 0);
    check_contains(many, "If all is true: as evaluated, not live", 0);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_have_their_formula_and_their_value),
        cmocka_unit_test(any_number_of_offers_can_be_laid_out),
        cmocka_unit_test(the_portfolio_names_what_is_not_live),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
