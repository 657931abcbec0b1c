#include "score/trial_bids.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "built_project.h"
#include "check.h"
#include "score/trial_answers.h"

static void each_bid_scores_what_it_was_made_for(void **state)
{
    (void)state;
    /* Worked by hand. Best: a report proves the first, a policy the second to 0.75. Middling:
     * Partial documented, half of the number. Cheapest: Absent, and the number 0. */
    static const struct built_item TREE[] = {
        {.id = "A", .depth = 1, .weight = 1},
        {.id = "A-1", .depth = 2, .weight = 1, .kinds = "policy report"},
        {.id = "A-2", .depth = 2, .weight = 1, .kinds = "policy"},
        {.id = "A-3", .depth = 2, .weight = 2, .answer = ANSWER_PERCENT},
    };
    static const struct {
        double claimed, evidenced, proven;
    } want[TRIAL_COUNT] = {
        [TRIAL_BEST] = {1, 3.75 / 4, 3.0 / 4},
        [TRIAL_MIDDLING] = {0.5, 0.5, 1.0 / 4},
        [TRIAL_CHEAPEST] = {0, 0, 0},
    };
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    struct project made_up = trial_project(&arena, project);
    struct settings settings = settings_of(&made_up);
    struct result result = score_project(&arena, &made_up, &settings);
    check_int((int64_t)result.offer_count, TRIAL_COUNT, 0);
    for (size_t b = 0; b < TRIAL_COUNT && b < result.offer_count; b++) {
        check_double(result.offers[b].items[0].claimed, want[b].claimed, b);
        check_double(result.offers[b].items[0].evidenced, want[b].evidenced, b);
        check_double(result.offers[b].items[0].proven, want[b].proven, b);
        check_int((int64_t)result.offers[b].open_count, 0, b);
    }
    check_int((int64_t)project->offer_count, 0, 0); // nobody was added to the evaluation itself
    arena_release(&arena);
}

static struct level LEVELS[] = {{.label = "None", .worth = 0},
                                {.label = "Some", .worth = 0.4},
                                {.label = "Most", .worth = 0.7},
                                {.label = "All", .worth = 1}};
static const struct scale SCALE = {.id = "s", .levels = LEVELS, .count = 4};
static const struct option OPTIONS[] = {{.key = "full", .label = "full", .worth = 1},
                                        {.key = "half", .label = "half", .worth = 0.5},
                                        {.key = "none", .label = "none", .worth = 0}};
static const struct curve_point DAYS[] = {{0, 1}, {10, 0}};
static const char *const HALF_WORDS[] = {"half"};
#define LEVEL_TYPE                                                                                 \
    {                                                                                              \
        .kind = ANSWER_LEVEL, .scale = &SCALE                                                      \
    }
#define CHOICE_TYPE                                                                                \
    {                                                                                              \
        .kind = ANSWER_CHOICE, .options = OPTIONS, .option_count = 3                               \
    }
#define DAYS_TYPE                                                                                  \
    {                                                                                              \
        .kind = ANSWER_NUMBER, .points = DAYS, .point_count = 2                                    \
    }

/* Each criterion, and what the answers of the three bids claim. */
static const struct {
    struct item item;
    double best, middling, cheapest; // claimed
} ANSWERS[] = {
    {{.answer = LEVEL_TYPE}, 1, 0.4, 0},
    {{.answer = LEVEL_TYPE, .has_gate = true, .gate = {.test = GATE_AT_LEAST, .bound = 2}},
     1,
     0.4,
     0.7},
    {{.answer = CHOICE_TYPE}, 1, 0.5, 0},
    {{.answer = CHOICE_TYPE,
      .has_gate = true,
      .gate = {.test = GATE_IS, .words = HALF_WORDS, .word_count = 1}},
     0.5,
     0.5,
     0.5}, // the best that is not excluded
    {{.answer = DAYS_TYPE}, 1, 0.5, 0},
    {{.answer = DAYS_TYPE, .has_gate = true, .gate = {.test = GATE_AT_MOST, .bound = 7}},
     1,
     0.5,
     0.3},
    {{.answer = {.kind = ANSWER_PERCENT},
      .has_gate = true,
      .gate = {.test = GATE_AT_LEAST, .bound = 0.6}},
     1,
     0.5,
     0.6},
    {{.answer = {.kind = ANSWER_CHECKLIST, .options = OPTIONS, .option_count = 2},
      .has_gate = true,
      .gate = {.test = GATE_AT_LEAST, .bound = 0.6}},
     1,
     2.0 / 3,
     2.0 / 3},
    {{.answer = {.kind = ANSWER_YES_NO}}, 1, 1, 0},
    {{.answer = LEVEL_TYPE, .has_gate = true, .gate = {.test = GATE_PROOF_ONLY}}, 1, 0.4, 0},
};

static void the_cheapest_answers_what_its_requirement_lets_pass(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(ANSWERS); i++) {
        const struct item *item = &ANSWERS[i].item;
        check_double(trial_answer(&arena, item, TRIAL_BEST).claimed, ANSWERS[i].best, i);
        check_double(trial_answer(&arena, item, TRIAL_MIDDLING).claimed, ANSWERS[i].middling, i);
        check_double(trial_answer(&arena, item, TRIAL_CHEAPEST).claimed, ANSWERS[i].cheapest, i);
    }
    arena_release(&arena);
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(each_bid_scores_what_it_was_made_for),
        cmocka_unit_test(the_cheapest_answers_what_its_requirement_lets_pass),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
