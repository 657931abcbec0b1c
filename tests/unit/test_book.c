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
#include "sample_book.h"

static void lay_one_of_each(struct book *book, const void *subject)
{
    (void)subject;
    static const struct run RUNS[] = {{"■", COLOUR_PROVEN, true}, {" proven", COLOUR_SUB, false}};
    struct look looks = look_in(STYLE_TEXT, 2);
    looks.top = true;
    looks.fill = COLOUR_TINT;
    book_begin_sheet(book, "One");
    book_row_at(book, 1, 20, 2);
    book_column(book, 25, 27, 62);
    book_text(book, 0, 0, look(STYLE_MAST), "say \"a\\b\"\r\nand\x1B");
    book_text(book, 0, 1, looks, "");
    book_format(book, 0, 2, look(STYLE_TEXT), "%d of %s", 3, "five");
    book_number(book, 1, 0, look_as(STYLE_NUM, LOOK_SCORE), -0.0);
    book_number_formula(book, 1, 1, look(STYLE_NUM), "=0.1+A2", 0.1);
    book_text_formula(book, 1, 2, look(STYLE_NOTE), "=\"n\"&A2", "n0");
    book_rich(book, 2, 702, look(STYLE_NOTE), RUNS, COUNT_OF(RUNS));
    book_input_number(book, 3, 0, look(STYLE_INPUT_NUM), 25, "weights.GOV");
    book_input_text(book, 3, 1, look(STYLE_INPUT), "stated", "grade.a.GOV-01");
    book_input_empty(book, 3, 2, look(STYLE_INPUT), "weights.SEC");
    book_end_sheet(book);
}

static void the_listing_has_a_line_for_each_cell(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct book_content content = {.lay_out = lay_one_of_each, .properties = {.title = "T"}};
    assert_string_equal(book_list(&arena, &content),
                        "book title \"T\"\n"
                        "One row 2 20 outline 2\n"
                        "One column Z:AB 62\n"
                        "One!A1 mast text \"say \\\"a\\\\b\\\"\\nand‹U+001B›\"\n"
                        "One!B1 text/indent2/EDF5FB/top\n"
                        "One!C1 text text \"3 of five\"\n"
                        "One!A2 num/score number 0\n"
                        "One!B2 num formula =0.1+A2 -> 0.1\n"
                        "One!C2 note formula =\"n\"&A2 -> \"n0\"\n"
                        "One!AAA3 note rich 0072B2 bold \"■\" 55606B \" proven\"\n"
                        "One!A4 input_num number 25 [weights.GOV]\n"
                        "One!B4 input text \"stated\" [grade.a.GOV-01]\n"
                        "One!C4 input [weights.SEC]\n"
                        "One page print A1:AAA4 paper 9 pages 1\n");
    arena_release(&arena);
}

static void the_listing_says_what_is_not_in_a_cell(void **state)
{
    static const char *const LINES[] = {
        "book title \"Customer-service assistant\" subject \"Scorecard\" author \"vouch\"\n",
        "book property Inputs SHA-256 \"3f2a91c4\"\n",
        "Summary rule D4:D7 =LEFT(D4,1)=\"▲\" text 7A5200 bold\n",
        "Comparison rule C4:C11 =AND(ISNUMBER(C4),C4>=90) fill 56B4E9\n",
        "Summary validation D11:D14 decimal 0.. input \"Weight\" says \"Any number of 0 or more; "
        "sections are scaled to 100.\" error \"Not a weight\" says \"Please type a number of 0 or "
        "more.\"\n",
        "Comparison validation D4:D6 list \"stated,documented,independent,verified\" warning "
        "\"Not a grade\" says \"Keep it?\"\n",
        "Summary chart A17 bar 310x131 at 0,1 gap 45 overlap 100 axis 0..100 by 25 sizes 10 9 "
        "gridlines category_line alt \"Proven, shown and stated points & what is claimed\"\n",
        "Summary series mark_line Summary!U4:U7 of Summary!B4:B7 line 1F2A37 1.25 pt -> "
        "\"Aldermere\" 70 \"Brightloom\" 70 \"Corvane\" 70 \"Eastmark\" 70\n",
        "Comparison page print A1:D12 repeat rows 3:3 repeat columns A:B freeze C4 filter A3:D12 "
        "outline paper 9 pages 1 break 9\n",
        "Gaps chart A7 stacked_bar 1100x176 at 0,0 gap 45 overlap 100 axis 0..100 by 20 sizes 10 9 "
        "alt \"Evidenced points and the gap\"\n",
        "Gaps series bar Gaps!C2:C5 of Gaps!A2:A5 fill A34700 line FFFFFF 0.75 pt labels "
        "\"[>=1.8]0.0;;\" white -> \"Aldermere\" 3.5",
        "Gaps page print A1:C5 paper 9 pages 1 scale 96 break 7\n",
    };
    struct arena arena;
    arena_init(&arena);
    struct book_content content = sample_book();
    const char *listing = book_list(&arena, &content);
    for (size_t i = 0; i < COUNT_OF(LINES); i++) {
        check_contains(listing, LINES[i], i);
    }
    arena_release(&arena);
}

static void the_same_book_has_the_same_listing(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct book_content content = sample_book();
    assert_string_equal(book_list(&arena, &content), book_list(&arena, &content));
    arena_release(&arena);
}

static void lay_long_messages(struct book *book, const void *subject)
{
    struct validation validation = {.kind = VALIDATION_DECIMAL,
                                    .most = 1,
                                    .input_title = subject,
                                    .input_message = subject,
                                    .error_title = ""};
    book_begin_sheet(book, "One");
    book_validation(book, &validation);
    book_setup(book)->header = subject;
    book_end_sheet(book);
}

static void what_programs_limit_is_cut(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct text_builder text;
    text_builder_init(&text, &arena);
    for (size_t i = 0; i < 300; i++) {
        text_add(&text, "&é"); // 3 bytes
    }
    struct book_content content = {.subject = text.text, .lay_out = lay_long_messages};
    const char *listing = book_list(&arena, &content);
    // A title of 32 characters: 31 and the sign; a header of 255 bytes: 252 and the sign.
    char *title = arena_format(&arena, "input \"%.*s…\" says \"&é", 15 * 3 + 1, text.text);
    check_contains(listing, title, 0);
    char *header = arena_format(&arena, "header \"%.*s…\"\n", 252, text.text);
    check_contains(listing, header, 1);
    assert_null(strstr(listing, "error"));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_listing_has_a_line_for_each_cell),
        cmocka_unit_test(the_listing_says_what_is_not_in_a_cell),
        cmocka_unit_test(the_same_book_has_the_same_listing),
        cmocka_unit_test(what_programs_limit_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
