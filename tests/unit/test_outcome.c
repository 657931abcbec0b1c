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

/* A is worth what it answers; requirements stand on B, of which evidence is asked. */
static const struct built_item TREE[] = {
    {.id = "A", .depth = 1, .weight = 90, .answer = ANSWER_PERCENT},
    {.id = "B", .depth = 1, .weight = 10, .kinds = "policy"},
    {.id = "T", .depth = 1, .weight = 0, .answer = ANSWER_TEXT},
};

/* What is answered, what is required of B, and what the offer comes to. */
struct outcome_case {
    const char *a, *b; // NULL: no answer
    bool proof;        // B is documented
    const char *gate;  // at least this level on B; NULL: none
    bool gate_proof, waived, must, closed, text;
    enum outcome outcome;
};

static void require_of_b(struct project *project, const struct outcome_case *row)
{
    if (row->gate != NULL) {
        struct gate *gate = built_gate(project, "B", GATE_AT_LEAST, row->gate);
        gate->has_proof = row->gate_proof;
        gate->proof = GRADE_DOCUMENTED;
    }
    if (row->must) {
        built_target(project, "B", "Measured")->condition.must = true;
    }
}

static void answer_all(const struct project *project, const struct outcome_case *row,
                       struct offer *offer)
{
    if (row->a != NULL) {
        built_answer(project, offer, "A", row->a);
    }
    if (row->b != NULL) {
        built_answer(project, offer, "B", row->b);
    }
    if (row->proof) {
        built_evidence(project, offer, "B", "policy");
    }
    if (row->text) {
        built_answer(project, offer, "T", "1");
    }
}

static const struct outcome_case OUTCOME_CASES[] = {
    {.a = "1", .b = "Measured", .outcome = OUTCOME_ACCEPTABLE},
    // 63 + 7.5 and 63 + 2.5: the band compares the published figure.
    {.a = "0.7", .b = "In place", .proof = true, .outcome = OUTCOME_ACCEPTABLE},
    {.a = "0.7", .b = "In place", .outcome = OUTCOME_CONDITIONS},
    {.a = "0.75", .b = "Measured", .outcome = OUTCOME_ACCEPTABLE},
    {.a = "0.74999", .b = "Measured", .outcome = OUTCOME_ACCEPTABLE},
    {.a = "0.7499", .b = "Measured", .outcome = OUTCOME_CONDITIONS},
    {.a = "0.5277", .b = "Measured", .outcome = OUTCOME_NOT_ACCEPTABLE},
    {.a = "0.5278", .b = "Measured", .outcome = OUTCOME_CONDITIONS},
    // Nine tenths answered are enough, a tenth is not.
    {.a = "1", .outcome = OUTCOME_ACCEPTABLE},
    {.b = "Measured", .outcome = OUTCOME_INCOMPLETE},
    {.a = "1", .b = "Measured", .text = true, .outcome = OUTCOME_INCOMPLETE},
    {.a = "1", .b = "Planned", .gate = "Partial", .outcome = OUTCOME_EXCLUDED},
    // Excluded comes before incomplete, incomplete before not acceptable.
    {.b = "Planned", .gate = "Partial", .outcome = OUTCOME_EXCLUDED},
    {.a = "0.1", .b = "Measured", .text = true, .outcome = OUTCOME_INCOMPLETE},
    {.a = "1", .b = "Planned", .gate = "Partial", .waived = true, .outcome = OUTCOME_CONDITIONS},
    {.a = "0.1",
     .b = "Planned",
     .gate = "Partial",
     .waived = true,
     .outcome = OUTCOME_NOT_ACCEPTABLE},
    {.a = "1",
     .b = "Partial",
     .gate = "Partial",
     .gate_proof = true,
     .outcome = OUTCOME_CONDITIONS},
    {.a = "1",
     .b = "Partial",
     .proof = true,
     .gate = "Partial",
     .gate_proof = true,
     .outcome = OUTCOME_ACCEPTABLE},
    {.a = "1", .b = "Partial", .must = true, .outcome = OUTCOME_CONDITIONS},
    {.a = "1", .b = "Partial", .must = true, .closed = true, .outcome = OUTCOME_ACCEPTABLE},
    // A requirement stays to be proven until proof is there, whatever is closed.
    {.a = "1",
     .b = "Partial",
     .gate = "Partial",
     .gate_proof = true,
     .closed = true,
     .outcome = OUTCOME_CONDITIONS},
};

static void the_first_outcome_that_holds_is_given(void **state)
{
    for (size_t i = 0; i < COUNT_OF(OUTCOME_CASES); i++) {
        const struct outcome_case *row = &OUTCOME_CASES[i];
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        require_of_b(project, row);
        answer_all(project, row, built_offer(project, "acme"));
        struct waiver waiver = {.vendor = "acme", .item = 2, .by = "CISO"};
        project->evaluation.waivers = &waiver;
        project->evaluation.waiver_count = row->waived ? 1 : 0;
        struct closed_condition closed = {.vendor = "acme", .item = 2};
        project->evaluation.closed = &closed;
        project->evaluation.closed_count = row->closed ? 1 : 0;
        struct result result = built_result(&arena, project);
        check_int(result.offers[0].outcome, row->outcome, i);
        check_int(result.offers[0].ranked, row->outcome != OUTCOME_EXCLUDED, i);
        bool preferred = row->outcome == OUTCOME_ACCEPTABLE || row->outcome == OUTCOME_CONDITIONS;
        check_int(result.offers[0].preferred, preferred && !row->text, i);
        arena_release(&arena);
    }
}

static void a_blank_total_is_incomplete_and_has_no_rank(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    struct offer *offer = built_offer(project, "acme");
    project->evaluation.rules.not_applicable_accept = true;
    built_reply(project, offer, "A", REPLY_NOT_APPLICABLE);
    built_reply(project, offer, "B", REPLY_NOT_APPLICABLE);
    struct result result = built_result(&arena, project);
    assert_false(result.offers[0].has_total);
    assert_int_equal(result.offers[0].outcome, OUTCOME_INCOMPLETE);
    assert_int_equal(result.offers[0].rank, 0);
    arena_release(&arena);
}

/* Answers of three vendors to A and B, and who is preferred. */
static void the_first_of_the_acceptable_is_preferred(void **state)
{
    static const struct {
        const char *a[3]; // NULL: no answer
        bool gate_b;      // B, which nobody answers, is required of the first
        int preferred;    // index; -1: nobody
    } cases[] = {
        {{"0.8", "0.9", "0.7"}, false, 1},
        {{"0.9", "0.9", "0.7"}, false, -1},
        {{"0.7", "0.4", "0.4"}, false, 0},
        {{"0.4", "0.4", "0.3"}, false, -1},
        // Incomplete ones keep their rank and are passed over.
        {{NULL, "0.8", "0.7"}, false, 1},
        {{"0.8", "0.7", "0.7"}, true, -1},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        static const char *const vendors[] = {"acme", "globex", "initech"};
        for (size_t v = 0; v < COUNT_OF(vendors); v++) {
            struct offer *offer = built_offer(project, vendors[v]);
            if (cases[i].a[v] != NULL) {
                built_answer(project, offer, "A", cases[i].a[v]);
            }
        }
        if (cases[i].gate_b) {
            built_gate(project, "B", GATE_AT_LEAST, "Partial");
        }
        struct result result = built_result(&arena, project);
        for (int v = 0; v < 3; v++) {
            check_int(result.offers[v].preferred, v == cases[i].preferred, i);
        }
        arena_release(&arena);
    }
}

static void an_incomplete_one_that_shares_the_first_rank_takes_nothing_away(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    struct rules *rules = &project->evaluation.rules;
    rules->complete = 1;
    struct offer *acme = built_offer(project, "acme");
    struct offer *globex = built_offer(project, "globex");
    built_answer(project, acme, "A", "0.9");
    built_answer(project, globex, "A", "0.9");
    built_answer(project, globex, "B", "Absent");
    built_item(project, "T")->answer.kind = ANSWER_LEVEL;
    struct result result = built_result(&arena, project);
    assert_int_equal(result.offers[0].rank, 1);
    assert_int_equal(result.offers[1].rank, 1);
    assert_int_equal(result.offers[0].outcome, OUTCOME_INCOMPLETE);
    assert_false(result.offers[0].preferred);
    assert_true(result.offers[1].preferred);
    arena_release(&arena);
}

static void a_provisional_result_says_why_and_prefers_nobody(void **state)
{
    static const struct {
        enum offer_state state;
        const char *name;
        const char *reason; // NULL: not provisional
    } cases[] = {
        {OFFER_MISSING, "Globex", "Globex was invited and has not answered"},
        {OFFER_FAULTY, "globex", "globex's response has errors and was left out"},
        {OFFER_LATE, "Globex", NULL},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        struct offer *other = built_offer(project, "globex");
        other->state = cases[i].state;
        other->name = cases[i].name;
        built_answer(project, built_offer(project, "acme"), "A", "0.9");
        struct result result = built_result(&arena, project);
        check_int((int64_t)result.offer_count, 1, i);
        check_text(result.offers[0].offer->id, "acme", i);
        check_int((int64_t)result.provisional_count, cases[i].reason != NULL, i);
        if (cases[i].reason != NULL) {
            check_text(result.provisional[0], cases[i].reason, i);
        }
        check_int(result.offers[0].preferred, cases[i].reason == NULL, i);
        arena_release(&arena);
    }
}

static void what_is_not_yet_scored_makes_the_result_provisional(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    built_offer(project, "initech")->state = OFFER_MISSING;
    struct offer *acme = built_offer(project, "acme");
    struct offer *globex = built_offer(project, "globex");
    built_answer(project, acme, "A", "0.9");
    built_answer(project, globex, "A", "0.8");
    built_answer(project, globex, "T", "1");
    struct result one = built_result(&arena, project);
    assert_int_equal(one.provisional_count, 2);
    assert_string_equal(one.provisional[0], "Initech was invited and has not answered");
    assert_string_equal(one.provisional[1], "1 criterion of Globex is not yet scored");
    assert_false(one.offers[0].preferred);
    built_item(project, "B")->answer.kind = ANSWER_TEXT;
    built_answer(project, globex, "B", "1");
    struct result two = built_result(&arena, project);
    assert_string_equal(two.provisional[1], "2 criteria of Globex are not yet scored");
    arena_release(&arena);
}

static void every_outcome_has_its_word(void **state)
{
    static const char *const words[] = {"incomplete", "excluded", "not acceptable",
                                        "acceptable with conditions", "acceptable"};
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        check_text(outcome_word((enum outcome)i), words[i], i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_outcome_that_holds_is_given),
        cmocka_unit_test(a_blank_total_is_incomplete_and_has_no_rank),
        cmocka_unit_test(the_first_of_the_acceptable_is_preferred),
        cmocka_unit_test(an_incomplete_one_that_shares_the_first_rank_takes_nothing_away),
        cmocka_unit_test(a_provisional_result_says_why_and_prefers_nobody),
        cmocka_unit_test(what_is_not_yet_scored_makes_the_result_provisional),
        cmocka_unit_test(every_outcome_has_its_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
