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

#include <string.h>

static const struct built_item TREE[] = {
    {.id = "A", .depth = 1, .weight = 1},
    {.id = "A-1", .depth = 2, .weight = 1, .answer = ANSWER_YES_NO},
    {.id = "A-2", .depth = 2, .weight = 1},
    {.id = "A-3", .depth = 2, .weight = 1},
    {.id = "A-4", .depth = 2, .weight = 1, .answer = ANSWER_TEXT},
};

/* What happened to A-2, and what came of it. */
struct state_case {
    enum reply reply;
    enum not_applicable_rule rule;
    bool accept;
    bool has_finding, finding;
    enum answer_state state;
    bool agreed, in_sum;
};

static void a_reply_becomes_a_state(void **state)
{
    static const struct state_case cases[] = {
        {.reply = REPLY_NONE, .state = STATE_UNANSWERED, .in_sum = true},
        {.reply = REPLY_DECLINED, .state = STATE_DECLINED, .in_sum = true},
        {.reply = REPLY_ANSWER, .state = STATE_ANSWERED, .in_sum = true},
        // A request counts as unanswered until a finding agrees.
        {.reply = REPLY_NOT_APPLICABLE, .state = STATE_NOT_APPLICABLE, .in_sum = true},
        {.reply = REPLY_NOT_APPLICABLE,
         .has_finding = true,
         .finding = true,
         .state = STATE_NOT_APPLICABLE,
         .agreed = true},
        {.reply = REPLY_NOT_APPLICABLE,
         .has_finding = true,
         .finding = false,
         .state = STATE_NOT_APPLICABLE,
         .in_sum = true},
        {.reply = REPLY_NOT_APPLICABLE,
         .accept = true,
         .state = STATE_NOT_APPLICABLE,
         .agreed = true},
        // A finding against it wins over the rule, and `never` over both.
        {.reply = REPLY_NOT_APPLICABLE,
         .accept = true,
         .has_finding = true,
         .state = STATE_NOT_APPLICABLE,
         .in_sum = true},
        {.reply = REPLY_NOT_APPLICABLE,
         .rule = NOT_APPLICABLE_NEVER,
         .accept = true,
         .has_finding = true,
         .finding = true,
         .state = STATE_NOT_APPLICABLE,
         .in_sum = true},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct state_case *row = &cases[i];
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        struct offer *offer = built_offer(project, "acme");
        size_t index = built_find(project, "A-2");
        built_answer(project, offer, "A-2", "Partial");
        if (row->reply != REPLY_ANSWER) {
            built_reply(project, offer, "A-2", row->reply);
        }
        built_item(project, "A-2")->not_applicable = row->rule;
        project->evaluation.rules.not_applicable_accept = row->accept;
        offer->findings.not_applicable[index] = (struct applicability){.given = row->has_finding,
                                                                       .agreed = row->finding};
        struct result result = built_result(&arena, project);
        const struct criterion_score *got = &result.offers[0].criteria[index];
        check_int(got->state, row->state, i);
        check_int(got->agreed, row->agreed, i);
        check_int(result.offers[0].items[index].in_sum, row->in_sum, i);
        arena_release(&arena);
    }
}

/* A-2 is asked when A-1 is yes, A-3 when A-2 is Partial; what is replied, and what is asked. */
struct when_case {
    const char *first; // answer to A-1; NULL: none
    bool leave;
    enum answer_state second, third;
    double total; // claimed, 0..100, of
};

static struct when *when_of(struct arena *arena, size_t item, const char *word)
{
    struct when *when = arena_alloc(arena, 1, sizeof *when);
    *when = (struct when){.item = item, .words = built_word(arena, word), .word_count = 1};
    return when;
}

static void what_its_condition_does_not_ask_for_is_worth_nothing_or_leaves(void **state)
{
    static const struct when_case cases[] = {
        {"yes", false, STATE_ANSWERED, STATE_ANSWERED, 100 * (1 + 0.5 + 1) / 3},
        {"no", false, STATE_NOT_ASKED, STATE_NOT_ASKED, 0},
        {NULL, false, STATE_NOT_ASKED, STATE_NOT_ASKED, 0},
        {"no", true, STATE_NOT_ASKED, STATE_NOT_ASKED, 0},
        {"yes", true, STATE_ANSWERED, STATE_ANSWERED, 100 * (1 + 0.5 + 1) / 3},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE) - 1);
        struct offer *offer = built_offer(project, "acme");
        struct item *second = built_item(project, "A-2");
        struct item *third = built_item(project, "A-3");
        // The one asked last stands first, so that the chain is walked against the order.
        third->whens = when_of(&arena, built_find(project, "A-2"), "partial");
        third->when_count = 1;
        second->whens = when_of(&arena, built_find(project, "A-1"), "yes");
        second->when_count = 1;
        second->otherwise_leave = cases[i].leave;
        third->otherwise_leave = cases[i].leave;
        if (cases[i].first != NULL) {
            built_answer(project, offer, "A-1", cases[i].first);
        }
        built_answer(project, offer, "A-2", "Partial");
        built_answer(project, offer, "A-3", "Measured");
        struct result result = built_result(&arena, project);
        const struct scored_offer *got = &result.offers[0];
        check_int(got->criteria[built_find(project, "A-2")].state, cases[i].second, i);
        check_int(got->criteria[built_find(project, "A-3")].state, cases[i].third, i);
        check_double(got->items[0].claimed * 100, cases[i].total, i);
        bool asked = cases[i].second == STATE_ANSWERED;
        check_int(got->items[built_find(project, "A-3")].in_sum, asked || !cases[i].leave, i);
        // What is not asked counts as answered; what left does not count at all.
        double answered = asked            ? 1
                          : cases[i].leave ? (cases[i].first == NULL ? 0 : 1)
                                           : (cases[i].first == NULL ? 2.0 / 3 : 1);
        check_double(got->items[0].answered, answered, i);
        check_int(got->criteria[built_find(project, "A-3")].has_grade, 0, i);
        arena_release(&arena);
    }
}

static void a_text_answer_waits_for_us_and_leaves_the_sum(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    struct offer *offer = built_offer(project, "acme");
    built_answer(project, offer, "A-1", "yes");
    built_answer(project, offer, "A-2", "Measured");
    built_answer(project, offer, "A-3", "Measured");
    size_t index = built_find(project, "A-4");
    struct result blank = built_result(&arena, project);
    assert_int_equal(blank.offers[0].criteria[index].state, STATE_UNANSWERED);
    check_double(blank.offers[0].items[0].evidenced, 0.75, 0);
    built_answer(project, offer, "A-4", "1")->text = "We do it with care";
    struct result open = built_result(&arena, project);
    assert_int_equal(open.offers[0].criteria[index].state, STATE_NOT_YET_SCORED);
    assert_false(open.offers[0].items[index].in_sum);
    check_double(open.offers[0].items[0].evidenced, 1, 1);
    assert_int_equal(open.offers[0].open_count, 1);
    arena_release(&arena);
}

/* A blank may still be filled before the day on which answers are due. */
static void blanks_are_worth_one_only_while_answers_are_due(void **state)
{
    static const struct {
        enum reply reply;
        struct date as_of, due;
        double high;
    } cases[] = {
        {REPLY_NONE, {2026, 10, 14}, {2026, 10, 15}, 1},
        {REPLY_NONE, {2026, 10, 15}, {2026, 10, 15}, 0},
        {REPLY_NONE, {2026, 10, 16}, {2026, 10, 15}, 0},
        {REPLY_NONE, {2026, 10, 14}, {0}, 0},
        {REPLY_NONE, {0}, {2026, 10, 15}, 0},
        {REPLY_NOT_APPLICABLE, {2026, 10, 14}, {2026, 10, 15}, 1},
        {REPLY_DECLINED, {2026, 10, 14}, {2026, 10, 15}, 0},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        struct offer *offer = built_offer(project, "acme");
        built_reply(project, offer, "A-2", cases[i].reply);
        project->evaluation.as_of = cases[i].as_of;
        project->evaluation.has_answers_due = date_is_given(cases[i].due);
        project->evaluation.answers_due.date = cases[i].due;
        struct result result = built_result(&arena, project);
        const struct item_score *got = &result.offers[0].items[built_find(project, "A-2")];
        check_double(got->high, cases[i].high, i);
        check_double(got->claimed + got->evidenced + got->proven + got->answered, 0, i);
        arena_release(&arena);
    }
}

static void every_state_has_its_word(void **state)
{
    static const char *const words[] = {"answered",       "unanswered",     "declined",
                                        "not_applicable", "not_yet_scored", "not_asked"};
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        check_text(answer_state_word((enum answer_state)i), words[i], i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reply_becomes_a_state),
        cmocka_unit_test(what_its_condition_does_not_ask_for_is_worth_nothing_or_leaves),
        cmocka_unit_test(a_text_answer_waits_for_us_and_leaves_the_sum),
        cmocka_unit_test(blanks_are_worth_one_only_while_answers_are_due),
        cmocka_unit_test(every_state_has_its_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
