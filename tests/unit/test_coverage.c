#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "bound_case.h"
#include "check.h"
#include "model/coverage.h"
#include "report/coverage_text.h"

/* Two frameworks; the first has a group that is itself referred to and one that is not. */
static const char OURS[] =
    "frameworks:\n"
    "  - id: HOUSE\n"
    "    title: Rules of our house\n"
    "    edition: second edition\n"
    "    status: in force\n"
    "    as_of: 2026-01-31\n"
    "    items:\n"
    "      - id: G1\n"
    "        topic: Group one\n"
    "        items:\n"
    "          - {id: G1.1, topic: Asked twice}\n"
    "          - {id: G1.2, topic: Open}\n"
    "      - id: G2\n"
    "        topic: Group two\n"
    "        items:\n"
    "          - {id: G2.1, topic: Left out, not_asked: Ours to do}\n"
    "          - {id: G2.2, topic: \"=Asked elsewhere, later\", applies: 2027-12-02,\n"
    "             status: not yet applicable}\n"
    "  - {id: TINY, title: One item, items: [{id: \"1\", topic: Said with a reason and asked,\n"
    "      not_asked: No longer true}]}\n"
    "tree:\n"
    "  - {id: A-1, title: T, answer: maturity, refs: [HOUSE:G1.1, HOUSE:G1]}\n"
    "  - {id: A-2, title: T, answer: maturity, refs: [house:g1.1, TINY:1]}\n"
    "  - {id: A-3, title: T, answer: maturity, refs: [HOUSE:G2.2]}\n";

/* The criteria as they are, and as if A-3 stood in another part of the catalogue. */
static void cover(struct bound *bound, struct coverage *coverage)
{
    static const struct bound_file FILES[] = {{"ours.yaml", OURS}};
    bound_init_sound(bound, 0, FILES, COUNT_OF(FILES));
    const struct criteria *whole = &bound->project.evaluation.criteria;
    struct criteria here = *whole;
    here.count--;
    coverage_find(&bound->arena, &here, whole, whole->frameworks, coverage);
}

static void every_item_has_its_state_and_groups_do_not_count(void **state)
{
    struct bound bound;
    struct coverage coverage;
    cover(&bound, &coverage);
    static const struct {
        const char *id;
        enum coverage_state state;
        const char *said;
    } rows[] = {
        {"G1", COVERAGE_ASKED, "A-1"},
        {"G1.1", COVERAGE_ASKED, "A-1 A-2"},
        {"G1.2", COVERAGE_OPEN, "nothing asks for it"},
        {"G2", COVERAGE_OPEN, "nothing asks for it"},
        {"G2.1", COVERAGE_NOT_ASKED, "Ours to do"},
        {"G2.2", COVERAGE_ELSEWHERE, "not here, but by A-3"},
    };
    assert_int_equal(coverage.count, 2);
    const struct framework_coverage *house = &coverage.frameworks[0];
    assert_int_equal(house->count, COUNT_OF(rows));
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        check_text(house->rows[i].item->id, rows[i].id, i);
        check_int(house->rows[i].state, rows[i].state, i);
        check_text(coverage_said(&bound.arena, &house->rows[i]), rows[i].said, i);
    }
    check_int((int64_t)house->leaves, 4, 0);
    check_int((int64_t)house->asked, 1, 0);
    check_int((int64_t)house->elsewhere, 1, 0);
    check_int((int64_t)house->open, 1, 0);
    check_int(coverage.frameworks[1].rows[0].state, COVERAGE_ASKED, 0);
    bound_release(&bound);
}

static void check_written(const char *(*write)(struct arena *, const struct coverage *),
                          const char *want)
{
    struct bound bound;
    struct coverage coverage;
    cover(&bound, &coverage);
    check_text(write(&bound.arena, &coverage), want, 0);
    bound_release(&bound);
}

static void the_text_names_edition_status_and_day(void **state)
{
    check_written(
        coverage_text,
        "HOUSE  Rules of our house, second edition\n"
        "  in force as at 31 Jan 2026; 1 of 4 asked, 1 elsewhere, 1 left out with a\n"
        "  reason, 1 open\n"
        "  ✓ G1            Group one: A-1\n"
        "  ✓ G1.1          Asked twice: A-1 A-2\n"
        "  ✗ G1.2          Open: nothing asks for it\n"
        "    G2            Group two\n"
        "  – G2.1          Left out: Ours to do\n"
        "  → G2.2          =Asked elsewhere, later (not yet applicable, from 2 Dec 2027):\n"
        "                  not here, but by A-3\n"
        "\n"
        "TINY  One item\n"
        "  current; 1 of 1 asked\n"
        "  ✓ 1             Said with a reason and asked: A-2\n"
        "\n"
        "2 frameworks, 2 of 5 items asked for\n"
        "✓ asked   → by other built-in criteria   – left out, why   ✗ nothing asks\n");
}

static void the_table_leaves_out_bare_headings_and_guards_formulas(void **state)
{
    check_written(
        coverage_csv,
        "framework,edition,status,item,topic,state,criteria,reason\r\n"
        "HOUSE,second edition,in force as at 31 Jan 2026,G1,Group one,asked,A-1,\r\n"
        "HOUSE,second edition,in force as at 31 Jan 2026,G1.1,Asked twice,asked,A-1 A-2,\r\n"
        "HOUSE,second edition,in force as at 31 Jan 2026,G1.2,Open,open,,\r\n"
        "HOUSE,second edition,in force as at 31 Jan 2026,G2.1,Left out,not asked,,"
        "Ours to do\r\n"
        "HOUSE,second edition,\"not yet applicable, from 2 Dec 2027\",G2.2,"
        "\"'=Asked elsewhere, later\",asked elsewhere,A-3,\r\n"
        "TINY,,current,1,Said with a reason and asked,asked,A-2,\r\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_item_has_its_state_and_groups_do_not_count),
        cmocka_unit_test(the_text_names_edition_status_and_day),
        cmocka_unit_test(the_table_leaves_out_bare_headings_and_guards_formulas),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
