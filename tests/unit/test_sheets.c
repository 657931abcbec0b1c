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

static const char *listing_of(struct arena *arena, struct result scored)
{
    struct result *result = arena_alloc(arena, 1, sizeof *result);
    *result = scored;
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

static const char *listing(struct arena *arena, size_t offers)
{
    return listing_of(arena, sample_result(arena, offers));
}

static const char *panel_listing(struct arena *arena, size_t offers)
{
    return listing_of(arena, sample_panel_result(arena, offers));
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
        {3, "Comparison!BA14 num/points formula =IF(ISNUMBER(G14)*ISNUMBER(G13),BA13*$N14/SUMIFS("
            "$N14:$N17,$D14:$D17,$C13,G14:G17,\">=0\"),0) -> 20\n"},
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

/* Worked by hand: jk gives Partial (50) and mb In place (75), so the median is 62.5; of the scale
 * the third level is Partial and stands in the fourth row of the table, behind the heading. */
static void levels_of_the_panel_are_inputs_that_scores_and_requirements_follow(void **state)
{
    static const struct {
        size_t offers;
        const char *line;
    } cases[] = {
        {3, "Comparison!BE3 key_strong text \"Level of the panel\"\n"},
        {3, "Comparison!BE16 input_num/value number 62.5 [panel.vendor-1.GOV-02]\n"},
        {3, "Comparison!BI16 fixed/value number 62.5\n"},
        {3, "Comparison!BE19 input/value text \"Partial\" [panel.vendor-1.SEC-01]\n"},
        {3, "Comparison!BI19 id text \"Partial\"\n"},
        {3, "Comparison!BM19 machine/count formula =SUMPRODUCT((Weights!$O$33:$O$38=$BU19)*("
            "Weights!$J$33:$J$38=BE19),Weights!$Q$33:$Q$38) -> 4\n"},
        {3, "Comparison!BQ19 num/leaf formula =IF(ISNUMBER(BE19),MEDIAN(0,BE19,100),IF(BM19>0,"
            "INDEX(Weights!$K$33:$K$38,BM19,1),\"–\")) -> 50\n"},
        {3, "Comparison!G19 map_leaf/leaf_map formula =IF(ISNUMBER(Q19),MIN(Q19,IF(ISNUMBER(BQ19),"
            "BQ19,IF(ISNUMBER(AC19),AC19,Q19)),100*INDEX(Weights!$K$7:$K$12,MATCH(U19,"
            "Weights!$J$7:$J$12,0),1)),Q19) -> 50\n"},
        // A text is worth what the panel says, and what the panel scored counts as proven.
        {3, "Comparison!Q17 num/leaf formula =IF(ISNUMBER(BQ17),BQ17,\"n/a\") -> 62.5\n"},
        {3, "Comparison!AL17 num/leaf formula =IF(ISNUMBER(H17),H17*IF(ISNUMBER(BR17),1,INDEX("
            "Weights!$P$7:$P$12,MATCH(V17,Weights!$J$7:$J$12,0),1)),H17) -> 25\n"},
        {3, "Comparison!G45 id formula =IF(G55>=$O$11,\"✓ met\",G49) -> \"✓ met\"\n"},
        {3, "Comparison!H55 num/value formula =IF(OR(BF19=BJ19,ISTEXT(BR19)),H51,MIN(H53,IF("
            "ISNUMBER(BF19),SUMPRODUCT((Weights!$O$33:$O$38=$BU$19)*(Weights!$K$33:$K$38<=BF19))-1,"
            "INDEX(Weights!$P$33:$P$38,BN19,1)))) -> 3\n"},
        {3, "Comparison!G67 num/count formula =SUMPRODUCT(($BE$13:$BG$21<>$BI$13:$BK$21)*1) -> 0"},
        {3, "Comparison!G70 num/count number 40\n"},
        {3, "Comparison validation BE19:BG19 list \"=Weights!$J$34:$J$38\" input \"SEC-01\""},
        {3, "Weights!J36 text text \"Partial\"\n"},
        {3, "Weights!K36 fixed/weight number 50\n"},
        {30, "Comparison!DU8 input/value text \"Partial\" [panel.vendor-1.SEC-01]\n"},
        {30, "Comparison!J8 map_leaf/leaf_map formula =IF(ISNUMBER(X8),MIN(X8,IF(ISNUMBER(EZ8),"
             "EZ8,IF(ISNUMBER(BE8),BE8,X8)),100*INDEX(Weights!$K$7:$K$12,MATCH(AI8,"
             "Weights!$J$7:$J$12,0),1)),X8) -> 62.5\n"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        check_contains(panel_listing(&arena, cases[i].offers), cases[i].line, i);
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
        check_true(strstr(text, "[panel.") == NULL, i); // nobody marked anything
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
        cmocka_unit_test(levels_of_the_panel_are_inputs_that_scores_and_requirements_follow),
        cmocka_unit_test(any_number_of_offers_can_be_laid_out),
        cmocka_unit_test(the_portfolio_names_what_is_not_live),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
