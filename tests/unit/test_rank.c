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

/* Scores are set directly: one percent answer a section, worth itself. */
static const struct built_item TREE[] = {
    {.id = "P", .depth = 1, .weight = 1, .answer = ANSWER_PERCENT},
    {.id = "S", .depth = 1, .weight = 0},
    {.id = "S-1", .depth = 2, .weight = 1, .answer = ANSWER_PERCENT},
    {.id = "T", .depth = 1, .weight = 0},
    {.id = "T-1", .depth = 2, .weight = 1, .answer = ANSWER_PERCENT},
};

enum { VENDORS_MOST = 4, BLANK = 2 };
static const char *const VENDORS[VENDORS_MOST] = {"acme", "globex", "initech", "umbrella"};

struct figure_row {
    double total, s, t; // 0..1; BLANK: agreed not applicable
};

/* The settings of a ranking, and what comes of it. */
struct rank_case {
    struct figure_row rows[VENDORS_MOST];
    size_t vendors;
    size_t ties; // sections of the tie rule: 0, S, or S and T
    enum margin_effect effect;
    double margin;
    int decimals;
    size_t ranks[VENDORS_MOST]; // 0: none
    size_t order[VENDORS_MOST];
    bool shared[VENDORS_MOST], by_rule[VENDORS_MOST];
    double lead;
    bool narrow;
};

static void set_figure(const struct project *project, struct offer *offer, const char *id,
                       double value)
{
    if (value > 1) {
        built_reply(project, offer, id, REPLY_NOT_APPLICABLE);
        return;
    }
    struct answer *answer = built_answer(project, offer, id, "1");
    answer->claimed = value;
    answer->place = value;
}

static struct project *project_of(struct arena *arena, const struct rank_case *row)
{
    struct project *project = built_project(arena, TREE, COUNT_OF(TREE));
    struct rules *rules = &project->evaluation.rules;
    rules->not_applicable_accept = true;
    rules->margin_effect = row->effect;
    rules->margin_points = row->margin;
    rules->decimals = row->decimals;
    size_t *ties = arena_alloc(arena, 2, sizeof *ties);
    ties[0] = built_find(project, "S");
    ties[1] = built_find(project, "T");
    rules->tie = ties;
    rules->tie_count = row->ties;
    for (size_t v = 0; v < row->vendors; v++) {
        struct offer *offer = built_offer(project, VENDORS[v]);
        set_figure(project, offer, "P", row->rows[v].total);
        set_figure(project, offer, "S-1", row->rows[v].s);
        set_figure(project, offer, "T-1", row->rows[v].t);
    }
    return project;
}

static void check_ranking(const struct rank_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct rank_case *row = &cases[i];
        struct arena arena;
        arena_init(&arena);
        struct project *project = project_of(&arena, row);
        struct result got = built_result(&arena, project);
        for (size_t v = 0; v < row->vendors; v++) {
            check_int((int64_t)got.offers[v].rank, (int64_t)row->ranks[v], i);
            check_int(got.offers[v].ranked, row->ranks[v] > 0, i);
            check_int((int64_t)got.order[v], (int64_t)row->order[v], i);
            check_int(got.offers[v].shares_rank, row->shared[v], i);
            check_int(got.offers[v].rank_by_tie_rule, row->by_rule[v], i);
        }
        check_double(got.lead, row->lead, i);
        check_int(got.narrow, row->narrow, i);
        check_int(got.has_leader, row->ranks[row->order[0]] == 1, i);
        if (got.has_leader) {
            check_int((int64_t)got.leader, (int64_t)row->order[0], i);
        }
        arena_release(&arena);
    }
}

static const struct rank_case SCORE_CASES[] = {
    {.rows = {{.5, 0, 0}, {.7, 0, 0}, {.6, 0, 0}},
     .vendors = 3,
     .decimals = 2,
     .margin = 1,
     .ranks = {3, 1, 2},
     .order = {1, 2, 0},
     .lead = 10},
    // Equal scores share a rank, and the next one counts both.
    {.rows = {{.5, 0, 0}, {.7, 0, 0}, {.7, 0, 0}},
     .vendors = 3,
     .decimals = 2,
     .margin = 1,
     .ranks = {3, 1, 1},
     .order = {1, 2, 0},
     .shared = {false, true, true},
     .narrow = true},
    // What publishing rounds away does not rank.
    {.rows = {{.70001, 0, 0}, {.70004, 0, 0}},
     .vendors = 2,
     .decimals = 2,
     .margin = 1,
     .ranks = {1, 1},
     .order = {0, 1},
     .shared = {true, true},
     .narrow = true},
    {.rows = {{.70001, 0, 0}, {.70004, 0, 0}},
     .vendors = 2,
     .decimals = 3,
     .margin = 0,
     .ranks = {2, 1},
     .order = {1, 0},
     .lead = 0.003},
    // Half away from zero, after the guard: 70.005 and what is a hair below it.
    {.rows = {{.70005, 0, 0}, {.70004999999999, 0, 0}},
     .vendors = 2,
     .decimals = 2,
     .margin = 1,
     .ranks = {1, 1},
     .order = {0, 1},
     .shared = {true, true},
     .narrow = true},
    {.rows = {{.745, 0, 0}, {.744, 0, 0}},
     .vendors = 2,
     .decimals = 0,
     .margin = 0,
     .ranks = {1, 2},
     .order = {0, 1},
     .lead = 1},
    // A blank total has no rank.
    {.rows = {{BLANK, BLANK, BLANK}, {.1, 0, 0}},
     .vendors = 2,
     .decimals = 2,
     .margin = 1,
     .ranks = {0, 1},
     .order = {1, 0}},
    {.rows = {{BLANK, BLANK, BLANK}},
     .vendors = 1,
     .decimals = 2,
     .margin = 1,
     .ranks = {0},
     .order = {0}},
    {.rows = {{.3, 0, 0}}, .vendors = 1, .decimals = 2, .margin = 1, .ranks = {1}, .order = {0}},
};

static void the_published_score_ranks(void **state)
{
    check_ranking(SCORE_CASES, COUNT_OF(SCORE_CASES));
}

static const struct rank_case TIE_CASES[] = {
    {.rows = {{.7, .1, 0}, {.7, .2, 0}},
     .vendors = 2,
     .ties = 1,
     .decimals = 2,
     .margin = 1,
     .ranks = {2, 1},
     .order = {1, 0},
     .by_rule = {true, true},
     .narrow = true},
    {.rows = {{.7, .2, .1}, {.7, .2, .3}, {.7, .3, 0}},
     .vendors = 3,
     .ties = 2,
     .decimals = 2,
     .margin = 1,
     .ranks = {3, 2, 1},
     .order = {2, 1, 0},
     .by_rule = {true, true, true},
     .narrow = true},
    {.rows = {{.7, .2, .1}, {.7, .2, .1}},
     .vendors = 2,
     .ties = 2,
     .decimals = 2,
     .margin = 1,
     .ranks = {1, 1},
     .order = {0, 1},
     .shared = {true, true},
     .narrow = true},
    // It compares published section scores.
    {.rows = {{.7, .20001, 0}, {.7, .20002, 0}},
     .vendors = 2,
     .ties = 1,
     .decimals = 2,
     .margin = 1,
     .ranks = {1, 1},
     .order = {0, 1},
     .shared = {true, true},
     .narrow = true},
    // A section that is blank comes last.
    {.rows = {{.7, BLANK, 0}, {.7, 0, 0}},
     .vendors = 2,
     .ties = 1,
     .decimals = 2,
     .margin = 1,
     .ranks = {2, 1},
     .order = {1, 0},
     .by_rule = {true, true},
     .narrow = true},
    // It has no say where the scores differ.
    {.rows = {{.7, .1, 0}, {.6, .9, 0}},
     .vendors = 2,
     .ties = 1,
     .decimals = 2,
     .margin = 1,
     .ranks = {1, 2},
     .order = {0, 1},
     .lead = 10},
    // Nor is it named for those whom it does not separate.
    {.rows = {{.9, 0, 0}, {.7, .1, 0}, {.7, .2, 0}, {.5, 0, 0}},
     .vendors = 4,
     .ties = 1,
     .decimals = 2,
     .margin = 1,
     .ranks = {1, 3, 2, 4},
     .order = {0, 2, 1, 3},
     .by_rule = {false, true, true, false},
     .lead = 20},
};

static void the_tie_rule_separates_in_its_order(void **state)
{
    check_ranking(TIE_CASES, COUNT_OF(TIE_CASES));
}

static const struct rank_case MARGIN_CASES[] = {
    // A lead of at most the margin is narrow.
    {.rows = {{.7, 0, 0}, {.69, 0, 0}},
     .vendors = 2,
     .decimals = 2,
     .margin = 1,
     .ranks = {1, 2},
     .order = {0, 1},
     .lead = 1,
     .narrow = true},
    {.rows = {{.7, 0, 0}, {.6899, 0, 0}},
     .vendors = 2,
     .decimals = 2,
     .margin = 1,
     .ranks = {1, 2},
     .order = {0, 1},
     .lead = 1.01},
    // With `tie` they are equal to it, and the tie rule applies.
    {.rows = {{.7, .1, 0}, {.69, .2, 0}},
     .vendors = 2,
     .ties = 1,
     .effect = MARGIN_TIE,
     .decimals = 2,
     .margin = 1,
     .ranks = {2, 1},
     .order = {1, 0},
     .by_rule = {true, true},
     .lead = -1,
     .narrow = true},
    {.rows = {{.7, .1, 0}, {.69, .2, 0}},
     .vendors = 2,
     .effect = MARGIN_TIE,
     .decimals = 2,
     .margin = 1,
     .ranks = {1, 1},
     .order = {0, 1},
     .shared = {true, true},
     .lead = 1,
     .narrow = true},
    {.rows = {{.7, .1, 0}, {.6899, .2, 0}},
     .vendors = 2,
     .ties = 1,
     .effect = MARGIN_TIE,
     .decimals = 2,
     .margin = 1,
     .ranks = {1, 2},
     .order = {0, 1},
     .lead = 1.01},
    // No chain: what is near the second, but not near the leader, stays behind.
    {.rows = {{.7, .1, 0}, {.695, .2, 0}, {.6895, .9, 0}},
     .vendors = 3,
     .ties = 1,
     .effect = MARGIN_TIE,
     .decimals = 2,
     .margin = 1,
     .ranks = {2, 1, 3},
     .order = {1, 0, 2},
     .by_rule = {true, true, false},
     .lead = -0.5,
     .narrow = true},
};

static void the_margin_counts_from_the_leader_only(void **state)
{
    check_ranking(MARGIN_CASES, COUNT_OF(MARGIN_CASES));
}

static void the_order_of_offers_is_that_of_ranks_then_as_read(void **state)
{
    static const struct rank_case cases[] = {
        {.rows = {{.5, 0, 0}, {.7, 0, 0}, {.5, 0, 0}, {.7, 0, 0}},
         .vendors = 4,
         .decimals = 2,
         .margin = 1,
         .ranks = {3, 1, 3, 1},
         .order = {1, 3, 0, 2},
         .shared = {true, true, true, true},
         .narrow = true},
        {.rows = {{BLANK, BLANK, BLANK}, {.2, 0, 0}, {BLANK, BLANK, BLANK}, {.5, 0, 0}},
         .vendors = 4,
         .decimals = 2,
         .margin = 1,
         .ranks = {0, 2, 0, 1},
         .order = {3, 1, 0, 2},
         .lead = 30},
    };
    check_ranking(cases, COUNT_OF(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_published_score_ranks),
        cmocka_unit_test(the_tie_rule_separates_in_its_order),
        cmocka_unit_test(the_margin_counts_from_the_leader_only),
        cmocka_unit_test(the_order_of_offers_is_that_of_ranks_then_as_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
