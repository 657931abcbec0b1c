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

#include "report/csv.h"

static const struct built_item TREE[] = {
    {.id = "A", .depth = 1, .weight = 1},
    {.id = "A-1", .depth = 2, .weight = 1, .kinds = "policy"},
    {.id = "B", .depth = 1, .weight = 3},
};

static const char *text_of(struct arena *arena, const struct project *project)
{
    struct result result = built_result(arena, project);
    return csv_text(arena, &result);
}

static void each_vendor_has_a_row_for_each_item(void **state)
{
    static const char want[] =
        "vendor,name,rank,outcome,item,title,kind,state,answer,note,claimed,grade,evidenced,"
        "proven,share,points,at\r\n"
        "globex,Globex,1,incomplete,total,Built criteria,total,,,,50,,50,50,100,50,\r\n"
        "globex,Globex,1,incomplete,A,Title of A,section,,,,n/a,,n/a,n/a,0,0,\r\n"
        "globex,Globex,1,incomplete,A-1,Title of A-1,criterion,not_applicable,because,,n/a,,n/a,"
        "n/a,0,0,responses/globex.yaml:12:5\r\n"
        "globex,Globex,1,incomplete,B,Title of B,criterion,answered,Partial,,50,,50,50,100,50,"
        "responses/globex.yaml:13:5\r\n"
        "acme,Acme,2,incomplete,total,Built criteria,total,,,,25,,6.25,0,100,6.25,\r\n"
        "acme,Acme,2,incomplete,A,Title of A,section,,,,100,,25,0,25,6.25,\r\n"
        "acme,Acme,2,incomplete,A-1,Title of A-1,criterion,answered,Measured,,100,stated,25,0,25,"
        "6.25,book.xlsx!Q!C7\r\n"
        "acme,Acme,2,incomplete,B,Title of B,criterion,unanswered,,,0,,0,0,75,0,\r\n";
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    project->evaluation.rules.not_applicable_accept = true;
    project->evaluation.rules.complete = 2; // beyond reach
    struct offer *acme = built_offer(project, "acme");
    struct offer *globex = built_offer(project, "globex");
    built_answer(project, acme, "A-1", "Measured")->from = "book.xlsx!Q!C7";
    built_reply(project, globex, "A-1", REPLY_NOT_APPLICABLE);
    built_answer(project, globex, "B", "Partial");
    check_text(text_of(&arena, project), want, 0);
    arena_release(&arena);
}

static void an_excluded_vendor_has_no_rank(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    built_gate(project, "B", GATE_AT_LEAST, "Partial");
    built_offer(project, "acme");
    check_contains(text_of(&arena, project), "\r\nacme,Acme,,excluded,total,", 0);
    arena_release(&arena);
}

static void a_text_is_never_taken_for_a_formula_or_for_two_fields(void **state)
{
    static const struct {
        const char *note, *field;
    } cases[] = {
        {"plain", ",plain,"},
        {"a, b", ",\"a, b\","},
        {"say \"hi\"", ",\"say \"\"hi\"\"\","},
        {"\"", ",\"\"\"\","},
        {"two\nlines", ",\"two\nlines\","},
        {"=1+1", ",'=1+1,"},
        {"+1", ",'+1,"},
        {"-1", ",'-1,"},
        {"@SUM(A1)", ",'@SUM(A1),"},
        {"\t=1", ",'\t=1,"},
        {"=HYPERLINK(\"x\",\"y\")", ",\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\","},
        {"a=1", ",a=1,"},
        {"\xE2\x80\xAE"
         "abc",
         ",‹U+202E›abc,"},
        {"", ",Partial,,50,"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        built_answer(project, built_offer(project, "acme"), "B", "Partial")->note = cases[i].note;
        check_contains(text_of(&arena, project), cases[i].field, i);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_vendor_has_a_row_for_each_item),
        cmocka_unit_test(an_excluded_vendor_has_no_rank),
        cmocka_unit_test(a_text_is_never_taken_for_a_formula_or_for_two_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
