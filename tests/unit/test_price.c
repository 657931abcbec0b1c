#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "built_project.h"
#include "check.h"
#include "score/price_reference.h"
#include "score/score.h"

#include <string.h>

/* Quality 60, price 40. */
static const struct built_item TREE[] = {
    {.id = "Q", .depth = 1, .weight = 60, .answer = ANSWER_PERCENT},
    {.id = "V", .depth = 1, .weight = 40},
    {.id = "P", .depth = 2, .weight = 1, .answer = ANSWER_PRICE},
};

enum { BIDS_MOST = 6 };
static const char *const VENDORS[BIDS_MOST] = {"acme",    "brill",   "corvane",
                                               "dunhill", "eastmar", "fenwick"};

/* One offer: its quality 0..1, NULL where there is no such offer; its price, NULL: none given. */
struct bid_row {
    const char *quality;
    const char *price;
};

static struct project *project_of(struct arena *arena, enum price_formula formula,
                                  const struct bid_row *rows)
{
    struct project *project = built_project(arena, TREE, COUNT_OF(TREE));
    project->evaluation.rules.price = (struct price_rule){.formula = formula,
                                                          .budget = 500,
                                                          .floor = 300,
                                                          .has_budget = true,
                                                          .has_floor = true,
                                                          .given = true};
    for (size_t v = 0; v < BIDS_MOST && rows[v].quality != NULL; v++) {
        struct offer *offer = built_offer(project, VENDORS[v]);
        built_answer(project, offer, "Q", rows[v].quality);
        if (rows[v].price != NULL) {
            built_answer(project, offer, "P", rows[v].price);
        }
    }
    return project;
}

/* Five bids, and what each formula makes of them, worked out by hand. */
static const struct {
    enum price_formula formula;
    double want[BIDS_MOST];
} FORMULA_CASES[] = {
    // (500 - p) / 200: at or under the floor 1, at or over the budget 0
    {PRICE_BUDGET_LINEAR, {1, 1, 0.75, 0.25, 0, 0}},
    // 250 / p
    {PRICE_LOWEST_PROPORTIONAL,
     {1, 0.8333333333333334, 0.7142857142857143, 0.5555555555555556, 0.5, 0.41666666666666669}},
    // 1 - (p - 250) / 250, not below 0
    {PRICE_LINEAR_FROM_LOWEST, {1, 0.8, 0.6, 0.2, 0, 0}},
    // (600 - p) / 350
    {PRICE_MIN_MAX,
     {1, 0.8571428571428571, 0.7142857142857143, 0.42857142857142855, 0.2857142857142857, 0}},
};

static void each_formula_makes_a_value_of_a_bid(void **state)
{
    static const struct bid_row ROWS[BIDS_MOST] = {{"1", "250"}, {"1", "300"}, {"1", "350"},
                                                   {"1", "450"}, {"1", "500"}, {"1", "600"}};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(FORMULA_CASES); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = project_of(&arena, FORMULA_CASES[i].formula, ROWS);
        struct result got = built_result(&arena, project);
        size_t item = built_find(project, "P");
        for (size_t v = 0; v < BIDS_MOST; v++) {
            double want = FORMULA_CASES[i].want[v];
            const struct scored_offer *offer = &got.offers[v];
            check_double(offer->items[item].claimed, want, i * 10 + v);
            check_double(offer->items[item].evidenced, want, i * 10 + v);
            check_double(offer->items[item].proven, want, i * 10 + v); // no evidence is asked
            check_double(offer->criteria[item].level.value, want, i * 10 + v);
            check_double(offer->items[0].evidenced, 0.6 + 0.4 * want, i * 10 + v);
            check_int(offer->criteria[item].state, STATE_ANSWERED, i * 10 + v);
            check_int((int64_t)offer->open_count, 0, i);
        }
        check_int((int64_t)got.provisional_count, 0, i);
        arena_release(&arena);
    }
}

/* What a bid that stands alone, beside equals or outside of the bids that count is worth. */
static const struct {
    enum price_formula formula;
    struct price_reference reference;
    double amount, want;
} EDGE_CASES[] = {
    {PRICE_LOWEST_PROPORTIONAL, {.bids = 1, .lowest = 400, .highest = 400}, 400, 1},
    {PRICE_LOWEST_PROPORTIONAL, {.bids = 1, .lowest = 400, .highest = 400}, 200, 1},
    {PRICE_LOWEST_PROPORTIONAL, {.bids = 0}, 200, 1},
    {PRICE_LINEAR_FROM_LOWEST, {.bids = 2, .lowest = 400, .highest = 400}, 400, 1},
    {PRICE_LINEAR_FROM_LOWEST, {.bids = 2, .lowest = 400, .highest = 500}, 300, 1},
    {PRICE_LINEAR_FROM_LOWEST, {.bids = 2, .lowest = 400, .highest = 500}, 900, 0},
    {PRICE_MIN_MAX, {.bids = 4, .lowest = 400, .highest = 400}, 400, 1},
    {PRICE_MIN_MAX, {.bids = 4, .lowest = 400, .highest = 400}, 401, 0},
    {PRICE_MIN_MAX, {.bids = 4, .lowest = 400, .highest = 500}, 300, 1},
    {PRICE_MIN_MAX, {.bids = 4, .lowest = 400, .highest = 500}, 700, 0},
    {PRICE_BUDGET_LINEAR, {.bids = 0}, 500, 0},
    {PRICE_BUDGET_LINEAR, {.bids = 0}, 300, 1},
    {PRICE_BUDGET_LINEAR, {.bids = 0}, 0.01, 1},
    {PRICE_BUDGET_LINEAR, {.bids = 0}, 400, 0.5},
};

static void values_stay_between_0_and_1_at_the_edges(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(EDGE_CASES); i++) {
        const struct price_rule rule = {
            .formula = EDGE_CASES[i].formula, .budget = 500, .floor = 300};
        check_double(price_share(&rule, &EDGE_CASES[i].reference, EDGE_CASES[i].amount),
                     EDGE_CASES[i].want, i);
    }
}

/* Who is left out so that another leads, as "corvane>brill"; by formula and offers. */
static const struct {
    enum price_formula formula;
    struct bid_row rows[BIDS_MOST];
    const char *want;
} TURN_CASES[] = {
    // A 48 + 20 = 68, B 42 + 25 = 67, C 18 + 40 = 58; without C: A 48 + 32 = 80, B 42 + 40 = 82
    {PRICE_LOWEST_PROPORTIONAL, {{"0.8", "100"}, {"0.7", "80"}, {"0.3", "50"}}, "corvane>brill "},
    // the same bids by budget: no other bid can move a value
    {PRICE_BUDGET_LINEAR, {{"0.8", "100"}, {"0.7", "80"}, {"0.3", "50"}}, ""},
    // C shares the lowest bid with D, so that neither alone moves it
    {PRICE_LOWEST_PROPORTIONAL, {{"0.8", "100"}, {"0.7", "80"}, {"0.3", "50"}, {"0.2", "50"}}, ""},
    // A 48 + 0 = 48, B 42 + 16 = 58, C 18 + 40 = 58 (tie); A has double the lowest: 0
    // without C: B 42 + 40 = 82, A 48 + 30 = 78: B leads alone; C leads, so it is no loser
    {PRICE_LINEAR_FROM_LOWEST, {{"0.8", "100"}, {"0.7", "80"}, {"0.3", "50"}}, ""},
    // A 60 + 20 = 80, B 54 + 30 = 84, C 30 + 40 = 70; without C (lowest 75): A 60 + 32 = 92,
    // B 54 + 40 = 94: the leader stays
    {PRICE_LINEAR_FROM_LOWEST, {{"1", "90"}, {"0.9", "75"}, {"0.5", "60"}}, ""},
    // span 100 to 300: A .9 54 + 20 = 74, B .85 51 + 24 = 75, C 0 + 0, D 0 + 40;
    // without C (100 to 200): A 54 + 0 = 54, B 51 + 8 = 59: the leader stays; without D (180 to
    // 300): A 54 + 33.3 = 87.3, B 51 + 40 = 91
    {PRICE_MIN_MAX, {{"0.9", "200"}, {"0.85", "180"}, {"0", "300"}, {"0", "100"}}, ""},
    // span 100 to 500: A 60 + 30 = 90, B 54 + 34 = 88, C 0, D 40;
    // without C (100 to 200): A 60 + 0, B 54 + 16 = 70: B; without D (160 to 500): A 60 + 35.3 =
    // 95.3, B 54 + 40 = 94: A stays
    {PRICE_MIN_MAX, {{"1", "200"}, {"0.9", "160"}, {"0", "500"}, {"0", "100"}}, "corvane>brill "},
    // one offer alone
    {PRICE_LOWEST_PROPORTIONAL, {{"0.8", "100"}}, ""},
    // a loser without a price moves nothing
    {PRICE_LOWEST_PROPORTIONAL, {{"0.8", "100"}, {"0.7", "80"}, {"0.3", NULL}}, ""},
};

static const char *turns_of(struct arena *arena, const struct result *result)
{
    struct text_builder words;
    text_builder_init(&words, arena);
    for (size_t t = 0; t < result->price_turn_count; t++) {
        const struct price_turn *turn = &result->price_turns[t];
        text_add_format(&words, "%s>%s ", result->offers[turn->left_out].offer->id,
                        result->offers[turn->new_leader].offer->id);
    }
    return words.text;
}

static void leaving_out_a_loser_is_tried(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(TURN_CASES); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = project_of(&arena, TURN_CASES[i].formula, TURN_CASES[i].rows);
        struct result got = built_result(&arena, project);
        check_text(turns_of(&arena, &got), TURN_CASES[i].want, i);
        arena_release(&arena);
    }
}

static void the_paradox_of_the_lowest_bid_has_its_figures(void **state)
{
    static const struct bid_row ROWS[BIDS_MOST] = {{"0.8", "100"}, {"0.7", "80"}, {"0.3", "50"}};
    static const double ALL[] = {68, 67, 58}, WITHOUT_LAST[] = {80, 82};
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct project *project = project_of(&arena, PRICE_LOWEST_PROPORTIONAL, ROWS);
    struct result got = built_result(&arena, project);
    for (size_t v = 0; v < COUNT_OF(ALL); v++) {
        check_double(got.offers[v].published, ALL[v], v);
    }
    project->offer_count = 2;
    struct result without = built_result(&arena, project);
    for (size_t v = 0; v < COUNT_OF(WITHOUT_LAST); v++) {
        check_double(without.offers[v].published, WITHOUT_LAST[v], v);
    }
    arena_release(&arena);
}

static void a_bid_of_an_excluded_offer_is_valued_and_sets_no_reference(void **state)
{
    static const struct bid_row ROWS[BIDS_MOST] = {
        {"0.8", "100"}, {"0.7", "80"}, {"0.1", "40"}, {"0.9", "160"}};
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct project *project = project_of(&arena, PRICE_LOWEST_PROPORTIONAL, ROWS);
    struct gate *quality = built_gate(project, "Q", GATE_AT_LEAST, "0.5");
    quality->bound = 0.5;
    struct gate *price = built_gate(project, "P", GATE_AT_MOST, "150");
    price->bound = 150;
    struct result got = built_result(&arena, project);
    size_t item = built_find(project, "P");
    static const double WANT[] = {0.8, 1, 1, 0.5};
    static const bool COUNTS[] = {true, true, false, false};
    for (size_t v = 0; v < COUNT_OF(WANT); v++) {
        check_double(got.offers[v].items[item].claimed, WANT[v], v);
        check_int(got.offers[v].criteria[item].price->in_reference, COUNTS[v], v);
        check_int(got.offers[v].ranked, COUNTS[v], v);
    }
    struct price_reference reference = price_reference_of(&got, item);
    check_int((int64_t)reference.bids, 2, 0);
    check_double(reference.lowest, 80, 0);
    check_double(reference.highest, 100, 0);
    arena_release(&arena);
}

/* A minimum of a section that holds a price hangs on prices itself: it excludes, and the bid counts
 * all the same. */
static void a_minimum_over_a_price_does_not_decide_whose_bid_counts(void **state)
{
    static const struct bid_row ROWS[BIDS_MOST] = {{"0.8", "100"}, {"0.7", "50"}, {"0.9", "250"}};
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct project *project = project_of(&arena, PRICE_LOWEST_PROPORTIONAL, ROWS);
    built_minimum(project, "V", 50);
    struct result got = built_result(&arena, project);
    size_t item = built_find(project, "P");
    static const double WANT[] = {0.5, 1, 0.2};
    static const bool RANKED[] = {true, true, false};
    for (size_t v = 0; v < COUNT_OF(WANT); v++) {
        check_double(got.offers[v].items[item].claimed, WANT[v], v);
        check_true(got.offers[v].criteria[item].price->in_reference, v);
        check_int(got.offers[v].ranked, RANKED[v], v);
    }
    arena_release(&arena);
}

static void min_max_gives_no_value_where_exclusion_leaves_fewer_than_four(void **state)
{
    static const struct bid_row ROWS[BIDS_MOST] = {
        {"0.8", "100"}, {"0.7", "80"}, {"0.1", "40"}, {"0.9", "160"}};
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct project *project = project_of(&arena, PRICE_MIN_MAX, ROWS);
    built_gate(project, "Q", GATE_AT_LEAST, "0.5")->bound = 0.5;
    struct result got = built_result(&arena, project);
    size_t item = built_find(project, "P");
    for (size_t v = 0; v < 4; v++) {
        check_int(got.offers[v].criteria[item].state, STATE_NOT_YET_SCORED, v);
        check_true(!got.offers[v].criteria[item].price->has_value, v);
        check_true(!got.offers[v].items[item].in_sum, v);
        check_int((int64_t)got.offers[v].open_count, 1, v);
        check_true(!got.offers[v].preferred, v);
    }
    check_int((int64_t)got.provisional_count, 4, 0);
    check_double(got.offers[0].published, 80, 0);
    arena_release(&arena);
}

/* 30 % or more under the median of three or more other bids. */
static const struct {
    struct bid_row rows[BIDS_MOST];
    bool want[BIDS_MOST];
    double median; // of the others, for those who are
} LOW_CASES[] = {
    {{{"1", "70"}, {"1", "90"}, {"1", "100"}, {"1", "110"}}, {true}, 100},
    {{{"1", "70.01"}, {"1", "90"}, {"1", "100"}, {"1", "110"}}, {false}, 0},
    // an even number of others: between 100 and 120
    {{{"1", "77"}, {"1", "90"}, {"1", "100"}, {"1", "120"}, {"1", "130"}}, {true}, 110},
    // two others do not do
    {{{"1", "10"}, {"1", "90"}, {"1", "100"}}, {false}, 0},
    // who gives no price is no bid
    {{{"1", "10"}, {"1", "90"}, {"1", "100"}, {"1", NULL}}, {false}, 0},
    // an excluded bid neither counts nor is asked about
    {{{"1", "10"}, {"1", "90"}, {"1", "100"}, {"0", "95"}}, {false}, 0},
    {{{"0", "10"}, {"1", "90"}, {"1", "100"}, {"1", "95"}}, {false}, 0},
    // two may be
    {{{"1", "50"}, {"1", "50"}, {"1", "100"}, {"1", "100"}, {"1", "100"}}, {true, true}, 100},
    {{{"1", "100"}, {"1", "100"}, {"1", "100"}, {"1", "100"}}, {false}, 0},
};

static void an_abnormally_low_bid_is_found_and_changes_no_score(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(LOW_CASES); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = project_of(&arena, PRICE_BUDGET_LINEAR, LOW_CASES[i].rows);
        project->evaluation.rules.price.budget = 200;
        project->evaluation.rules.price.floor = 0;
        built_gate(project, "Q", GATE_AT_LEAST, "0.5")->bound = 0.5;
        struct result got = built_result(&arena, project);
        size_t item = built_find(project, "P");
        for (size_t v = 0; v < got.offer_count; v++) {
            const struct price_score *price = got.offers[v].criteria[item].price;
            bool is_low = price != NULL && price->abnormally_low;
            check_int(is_low, LOW_CASES[i].want[v], i * 10 + v);
            if (is_low) {
                check_double(price->others_median, LOW_CASES[i].median, i * 10 + v);
            }
            if (price != NULL) {
                check_double(got.offers[v].items[item].evidenced, (200 - price->amount) / 200, i);
            }
        }
        arena_release(&arena);
    }
}

/* How an offer without a bid stands. */
static const struct {
    enum reply reply;
    enum answer_state want;
    double total; // of 100, with quality 1
} SILENT_CASES[] = {
    {REPLY_NONE, STATE_UNANSWERED, 60},
    {REPLY_DECLINED, STATE_DECLINED, 60},
    {REPLY_NOT_APPLICABLE, STATE_NOT_APPLICABLE, 60},
};

static void no_price_is_no_bid_and_counts_as_any_silence(void **state)
{
    static const struct bid_row ROWS[BIDS_MOST] = {{"1", NULL}, {"1", "350"}};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(SILENT_CASES); i++) {
        struct arena arena;
        arena_init(&arena);
        struct project *project = project_of(&arena, PRICE_BUDGET_LINEAR, ROWS);
        built_reply(project, &project->offers[0], "P", SILENT_CASES[i].reply);
        struct result got = built_result(&arena, project);
        size_t item = built_find(project, "P");
        check_int(got.offers[0].criteria[item].state, SILENT_CASES[i].want, i);
        check_true(got.offers[0].criteria[item].price == NULL, i);
        check_double(got.offers[0].published, SILENT_CASES[i].total, i);
        check_double(got.offers[1].published, 90, i);
        arena_release(&arena);
    }
}

/* The envelope is closed: whatever lies in it, every offer stands alike. */
static void without_price_the_rest_is_scored_and_nobody_preferred(void **state)
{
    static const struct bid_row ROWS[BIDS_MOST] = {{"0.8", "100"}, {"0.7", NULL}, {"0.9", "900"}};
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct project *project = project_of(&arena, PRICE_LOWEST_PROPORTIONAL, ROWS);
    built_reply(project, &project->offers[1], "P", REPLY_DECLINED);
    built_gate(project, "P", GATE_AT_MOST, "150")->bound = 150;
    struct settings settings = settings_of(project);
    settings.without_price = true;
    struct result got = score_project(&arena, project, &settings);
    size_t item = built_find(project, "P");
    static const double WANT[] = {80, 70, 90};
    for (size_t v = 0; v < COUNT_OF(WANT); v++) {
        check_double(got.offers[v].published, WANT[v], v);
        check_int(got.offers[v].criteria[item].state, STATE_NOT_YET_SCORED, v);
        check_true(!got.offers[v].items[item].in_sum, v);
        check_int((int64_t)got.offers[v].open_count, 0, v);
        check_int(got.offers[v].gates[0].result, GATE_TO_BE_PROVEN, v);
        check_text(got.offers[v].gates[0].why, "the price is not opened", v);
        check_true(!got.offers[v].preferred, v);
    }
    check_int((int64_t)got.price_turn_count, 0, 0);
    check_int((int64_t)got.provisional_count, 1, 0);
    check_contains(got.provisional[0], "prices are not opened", 0);
    arena_release(&arena);
}

/* Equal totals: the tie rule looks at the published score of the price. */
static void the_tie_rule_may_name_the_price(void **state)
{
    // 0.5 of 60 and 1 of 40, 0.9 of 60 and 0.4 of 40: 70 both
    static const struct bid_row ROWS[BIDS_MOST] = {{"0.9", "420"}, {"0.5", "300"}};
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct project *project = project_of(&arena, PRICE_BUDGET_LINEAR, ROWS);
    size_t tie[] = {built_find(project, "P")};
    project->evaluation.rules.tie = tie;
    project->evaluation.rules.tie_count = 1;
    struct result got = built_result(&arena, project);
    check_double(got.offers[0].published, 70, 0);
    check_double(got.offers[1].published, 70, 1);
    check_int((int64_t)got.offers[1].rank, 1, 1);
    check_int((int64_t)got.offers[0].rank, 2, 0);
    check_true(got.offers[1].rank_by_tie_rule, 1);
    arena_release(&arena);
}

/* Proof that is asked of a price decides before prices are set whose bid counts. */
static void a_price_without_the_proof_that_is_asked_is_no_reference(void **state)
{
    static const struct built_item PROVEN[] = {
        {.id = "Q", .depth = 1, .weight = 60, .answer = ANSWER_PERCENT},
        {.id = "P", .depth = 1, .weight = 40, .answer = ANSWER_PRICE, .kinds = "policy"},
    };
    static const char *const PRICES[] = {"100", "50"};
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, PROVEN, COUNT_OF(PROVEN));
    project->evaluation.rules.price.formula = PRICE_LOWEST_PROPORTIONAL;
    struct gate *gate = built_gate(project, "P", GATE_PROOF_ONLY, NULL);
    gate->has_proof = true;
    gate->proof = GRADE_DOCUMENTED;
    gate->unproven_fails = true;
    for (size_t v = 0; v < COUNT_OF(PRICES); v++) {
        struct offer *offer = built_offer(project, VENDORS[v]);
        built_answer(project, offer, "Q", "1");
        built_answer(project, offer, "P", PRICES[v]);
    }
    built_evidence(project, &project->offers[0], "P", "policy");
    struct result got = built_result(&arena, project);
    size_t item = built_find(project, "P");
    check_true(got.offers[0].ranked, 0);
    check_true(!got.offers[1].ranked, 1);
    check_double(got.offers[0].items[item].claimed, 1, 0);
    check_double(got.offers[0].items[item].evidenced, 0.75, 0);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_formula_makes_a_value_of_a_bid),
        cmocka_unit_test(values_stay_between_0_and_1_at_the_edges),
        cmocka_unit_test(leaving_out_a_loser_is_tried),
        cmocka_unit_test(the_paradox_of_the_lowest_bid_has_its_figures),
        cmocka_unit_test(a_bid_of_an_excluded_offer_is_valued_and_sets_no_reference),
        cmocka_unit_test(a_minimum_over_a_price_does_not_decide_whose_bid_counts),
        cmocka_unit_test(min_max_gives_no_value_where_exclusion_leaves_fewer_than_four),
        cmocka_unit_test(an_abnormally_low_bid_is_found_and_changes_no_score),
        cmocka_unit_test(no_price_is_no_bid_and_counts_as_any_silence),
        cmocka_unit_test(without_price_the_rest_is_scored_and_nobody_preferred),
        cmocka_unit_test(the_tie_rule_may_name_the_price),
        cmocka_unit_test(a_price_without_the_proof_that_is_asked_is_no_reference),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
