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

#include "score/measurement.h"

static const struct built_item TREE[] = {
    {.id = "SHARE", .depth = 1, .weight = 1, .answer = ANSWER_PERCENT},
    {.id = "SPEED", .depth = 1, .weight = 1, .answer = ANSWER_NUMBER},
    {.id = "LEVEL", .depth = 1, .weight = 1, .kinds = "policy pilot"},
    {.id = "TEXT", .depth = 1, .weight = 1, .answer = ANSWER_TEXT},
};

/* 500 ms and less are worth 1, 2000 and more 0. */
static const struct curve_point FALLING[] = {{500, 1}, {2000, 0}};
static const struct curve_point RISING[] = {{500, 0}, {2000, 1}};
static const struct curve_point HUMP[] = {{500, 0}, {1000, 1}, {2000, 0}};

/* One claim, measured, on one criterion. */
struct setting {
    struct arena arena;
    struct project *project;
    struct offer *offer;
};

static void set_up(struct setting *setting)
{
    arena_init(&setting->arena);
    setting->project = built_project(&setting->arena, TREE, COUNT_OF(TREE));
    setting->offer = built_offer(setting->project, "acme");
    struct answer_type *speed = &built_item(setting->project, "SPEED")->answer;
    speed->unit = "ms";
    speed->points = FALLING;
    speed->point_count = COUNT_OF(FALLING);
    built_answer(setting->project, setting->offer, "SHARE", "0.98");
    built_answer(setting->project, setting->offer, "SPEED", "800")->claimed = 0.8;
    built_answer(setting->project, setting->offer, "LEVEL", "In place");
}

/* The figures of the criterion that a claim feeds. */
static struct result result_of(struct setting *setting)
{
    return built_result(&setting->arena, setting->project);
}

static void what_was_measured_takes_the_place_of_what_was_claimed(void **state)
{
    static const struct {
        const char *id, *claimed, *baseline, *measured;
        bool has_value;
        double value; // of the criterion; claimed: SHARE 0.98, SPEED 0.8, LEVEL 0.75
    } cases[] = {
        // In the criterion's own terms.
        {"SHARE", "98%", NULL, "53%", true, 0.53},
        {"SHARE", "98%", "40%", "53%", true, 0.53}, // the baseline is not needed
        {"SHARE", "98 % of texts", NULL, "53%", true, 0.53},
        {"SHARE", "98%", NULL, "99%", true, 0.98}, // never more than claimed
        {"SHARE", "98%", NULL, "130%", true, 0.98},
        {"SHARE", "98%", NULL, "-3%", true, 0},
        {"SHARE", NULL, NULL, "53%", true, 0.53},
        {"SPEED", "800 ms", NULL, "1250 ms", true, 0.5},
        {"SPEED", "800", NULL, "1250", true, 0.5},
        {"SPEED", "800 ms", NULL, "5000 ms", true, 0},
        {"SPEED", "800 ms", NULL, "600 ms", true, 0.8},
        {"SPEED", "700 ms", NULL, "650 ms", true, 0.8}, // the answer was less than the claim
        // As a share of what was answered.
        {"LEVEL", "40%", "0%", "22%", true, 0.75 * 0.55},
        {"LEVEL", "40%", "0%", "50%", true, 0.75},
        {"LEVEL", "40%", "0%", "-5%", true, 0},
        {"LEVEL", "40%", "20%", "25%", true, 0.75 * 0.25},
        {"LEVEL", "2 min", "10 min", "6 min", true, 0.75 * 0.5}, // less is better
        {"LEVEL", "2 min", "10 min", "12 min", true, 0},
        {"LEVEL", "2026-01-11", "2026-01-01", "2026-01-06", true, 0.75 * 0.5},
        {"SHARE", "3 min", "9 min", "6 min", true, 0.98 * 0.5},
        {"SPEED", "2 s", "10 s", "4 s", true, 0.8 * 0.75}, // another unit
        // Nothing to count by.
        {"LEVEL", "40%", NULL, "22%", false, 0.75},
        {"LEVEL", "40%", "40%", "22%", false, 0.75},
        {"LEVEL", NULL, NULL, "22%", false, 0.75},
        {"SHARE", "98", NULL, "53", false, 0.98},
        {"SPEED", "2 s", NULL, "4 s", false, 0.8},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct setting setting;
        set_up(&setting);
        const struct claim *claim = built_claim(setting.project, setting.offer, cases[i].id,
                                                cases[i].claimed, cases[i].baseline);
        const struct measured *measured = built_measured(setting.project, setting.offer, claim,
                                                         cases[i].measured, NULL);
        setting.project->evaluation.criteria.items[built_find(setting.project, "LEVEL")]
            .kind_count = 0;
        struct result result = result_of(&setting);
        size_t index = built_find(setting.project, cases[i].id);
        const struct criterion_score *score = &result.offers[0].criteria[index];
        check_true(score->measurement.finding == (cases[i].has_value ? measured : NULL), i);
        check_double(result.offers[0].items[index].evidenced, cases[i].value, i);
        check_double(score->gap[GAP_CONTRADICTED],
                     result.offers[0].items[index].claimed - cases[i].value, i);
        check_int(score->contradicted, score->gap[GAP_CONTRADICTED] > 0, i);
        arena_release(&setting.arena);
    }
}

static void of_several_claims_the_lowest_counts(void **state)
{
    static const struct {
        const char *claimed[2], *baseline[2], *measured[2];
        size_t lowest;
        double value;
    } cases[] = {
        {{"98%", "96%"}, {NULL, NULL}, {"53%", "70%"}, 0, 0.53},
        {{"98%", "96%"}, {NULL, NULL}, {"70%", "53%"}, 1, 0.53},
        {{"98%", "40 min"}, {NULL, "0 min"}, {"53%", "10 min"}, 1, 0.98 * 0.25},
        {{"98%", "40 min"}, {NULL, NULL}, {"53%", "10 min"}, 0, 0.53},
        {{"98%", "96%"}, {NULL, NULL}, {"99%", "53%"}, 1, 0.53},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct setting setting;
        set_up(&setting);
        const struct claim *claims[2];
        for (size_t c = 0; c < 2; c++) {
            claims[c] = built_claim(setting.project, setting.offer, "SHARE LEVEL",
                                    cases[i].claimed[c], cases[i].baseline[c]);
            built_measured(setting.project, setting.offer, claims[c], cases[i].measured[c], NULL);
        }
        struct result result = result_of(&setting);
        size_t index = built_find(setting.project, "SHARE");
        check_true(result.offers[0].criteria[index].measurement.claim == claims[cases[i].lowest],
                   i);
        check_double(result.offers[0].items[index].evidenced, cases[i].value, i);
        arena_release(&setting.arena);
    }
}

static void where_the_curve_is_flat_its_direction_says_which_is_worse(void **state)
{
    static const struct {
        const struct curve_point *points;
        size_t count;
        double place, than;
        bool worse;
    } cases[] = {
        {FALLING, 2, 900, 800, true},  {FALLING, 2, 800, 900, false}, {FALLING, 2, 400, 300, true},
        {FALLING, 2, 300, 400, false}, {FALLING, 2, 400, 400, false}, {RISING, 2, 300, 400, true},
        {RISING, 2, 400, 300, false},  {RISING, 2, 800, 900, true},   {HUMP, 3, 300, 400, false},
        {HUMP, 3, 400, 300, false},    {HUMP, 3, 600, 1000, true},    {HUMP, 3, 1500, 1000, true},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct answer_type type = {
            .kind = ANSWER_NUMBER, .points = cases[i].points, .point_count = cases[i].count};
        check_int(place_is_worse(&type, cases[i].place, cases[i].than), cases[i].worse, i);
    }
}

static void the_measured_figure_is_what_requirements_test(void **state)
{
    static const struct {
        const char *answer, *measured;
        double claimed;
        const char *bound;
        enum gate_result result;
        double place, value;
        enum level_source source;
    } cases[] = {
        {"800", "1250 ms", 0.8, "1000", GATE_NOT_MET, 1250, 0.5, LEVEL_MEASURED},
        {"800", "900 ms", 0.8, "1000", GATE_MET, 900, 11.0 / 15, LEVEL_MEASURED},
        {"800", "700 ms", 0.8, "750", GATE_NOT_MET, 800, 0.8, LEVEL_ANSWERED},
        // Both are worth 1, and yet 400 is more than 350.
        {"300", "400 ms", 1, "350", GATE_NOT_MET, 400, 1, LEVEL_MEASURED},
        {"400", "300 ms", 1, "350", GATE_NOT_MET, 400, 1, LEVEL_ANSWERED},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct setting setting;
        set_up(&setting);
        built_answer(setting.project, setting.offer, "SPEED", cases[i].answer)->claimed =
            cases[i].claimed;
        built_gate(setting.project, "SPEED", GATE_AT_MOST, cases[i].bound);
        const struct claim *claim = built_claim(setting.project, setting.offer, "SPEED",
                                                cases[i].answer, NULL);
        built_measured(setting.project, setting.offer, claim, cases[i].measured, NULL);
        struct result result = result_of(&setting);
        const struct level_in_force *level =
            &result.offers[0].criteria[built_find(setting.project, "SPEED")].level;
        check_int(result.offers[0].gates[0].result, cases[i].result, i);
        check_double(level->place, cases[i].place, i);
        check_double(level->value, cases[i].value, i);
        check_int(level->source, cases[i].source, i);
        check_text(level->word,
                   cases[i].source == LEVEL_MEASURED ? cases[i].measured : cases[i].answer, i);
        arena_release(&setting.arena);
    }
}

static void a_share_lowers_the_worth_and_leaves_the_word(void **state)
{
    struct setting setting;
    set_up(&setting);
    built_gate(setting.project, "LEVEL", GATE_AT_LEAST, "In place");
    const struct claim *claim = built_claim(setting.project, setting.offer, "LEVEL", "40%", "0%");
    built_measured(setting.project, setting.offer, claim, "10%", NULL);
    struct result result = result_of(&setting);
    const struct criterion_score *score =
        &result.offers[0].criteria[built_find(setting.project, "LEVEL")];
    check_text(score->level.word, "In place", 0);
    check_double(score->level.value, 0.1875, 0);
    check_true(score->contradicted, 0);
    check_int(result.offers[0].gates[0].result, GATE_MET, 0);
    arena_release(&setting.arena);
}

static void requirements_test_the_figure_though_a_share_is_lower(void **state)
{
    struct setting setting;
    set_up(&setting);
    built_gate(setting.project, "SHARE", GATE_AT_LEAST, "0.6");
    const struct claim *share = built_claim(setting.project, setting.offer, "SHARE", "9 min",
                                            "0 min");
    const struct claim *figure = built_claim(setting.project, setting.offer, "SHARE", "98%", NULL);
    built_measured(setting.project, setting.offer, share, "1 min", NULL);
    built_measured(setting.project, setting.offer, figure, "53%", NULL);
    struct result result = result_of(&setting);
    size_t index = built_find(setting.project, "SHARE");
    check_double(result.offers[0].items[index].evidenced, 0.98 / 9, 0);
    check_true(result.offers[0].criteria[index].measurement.claim == share, 0);
    check_double(result.offers[0].criteria[index].level.place, 0.53, 0);
    check_int(result.offers[0].gates[0].result, GATE_NOT_MET, 0);
    arena_release(&setting.arena);
}

static void a_share_below_the_target_misses_it(void **state)
{
    static const struct {
        const char *measured;
        size_t conditions;
    } cases[] = {{"10%", 1}, {"40%", 0}, {"50%", 0}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct setting setting;
        set_up(&setting);
        built_target(setting.project, "LEVEL", "In place");
        const struct claim *claim = built_claim(setting.project, setting.offer, "LEVEL", "40%",
                                                "0%");
        built_measured(setting.project, setting.offer, claim, cases[i].measured, NULL);
        struct result result = result_of(&setting);
        size_t targets = 0;
        for (size_t c = 0; c < result.offers[0].condition_count; c++) {
            targets += result.offers[0].conditions[c].source == CONDITION_TARGET;
        }
        check_int((int64_t)targets, (int64_t)cases[i].conditions, i);
        arena_release(&setting.arena);
    }
}

static void a_finding_that_shows_still_less_stands(void **state)
{
    struct setting setting;
    set_up(&setting);
    const struct claim *claim = built_claim(setting.project, setting.offer, "SHARE", "98%", NULL);
    built_measured(setting.project, setting.offer, claim, "53%", NULL);
    built_shows(setting.project, setting.offer, "SHARE", "0.3");
    struct result result = result_of(&setting);
    size_t index = built_find(setting.project, "SHARE");
    check_double(result.offers[0].items[index].evidenced, 0.3, 0);
    check_int(result.offers[0].criteria[index].level.source, LEVEL_SHOWN, 0);
    arena_release(&setting.arena);
}

static void what_measured_a_claim_carries_its_criteria(void **state)
{
    static const struct {
        const char *from, *feeds;
        enum grade grade;
    } cases[] = {
        {"own", "LEVEL", GRADE_VERIFIED}, // without a baseline, too: it changes only the grade
        {"other", "LEVEL", GRADE_STATED},
        {NULL, "LEVEL", GRADE_STATED},
        {"own", "SPEED", GRADE_STATED},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct setting setting;
        set_up(&setting);
        built_own(setting.project, setting.offer, "SHARE", "pilot");
        const struct claim *claim = built_claim(setting.project, setting.offer, cases[i].feeds,
                                                "40%", NULL);
        built_measured(setting.project, setting.offer, claim, "22%", cases[i].from);
        struct result result = result_of(&setting);
        size_t index = built_find(setting.project, "LEVEL");
        check_int(result.offers[0].criteria[index].grade, cases[i].grade, i);
        check_double(result.offers[0].items[index].evidenced,
                     cases[i].grade == GRADE_VERIFIED ? 0.75 : 0.25, i);
        arena_release(&setting.arena);
    }
}

static void a_text_has_no_figure_to_measure(void **state)
{
    struct setting setting;
    set_up(&setting);
    built_answer(setting.project, setting.offer, "TEXT", "We do");
    const struct claim *claim = built_claim(setting.project, setting.offer, "TEXT", "40%", "0%");
    built_measured(setting.project, setting.offer, claim, "10%", NULL);
    struct result result = result_of(&setting);
    const struct criterion_score *score =
        &result.offers[0].criteria[built_find(setting.project, "TEXT")];
    check_true(score->measurement.finding == NULL, 0);
    arena_release(&setting.arena);
}

static void a_measured_effect_is_no_measured_claim(void **state)
{
    struct setting setting;
    set_up(&setting);
    const struct claim *claim = built_claim(setting.project, setting.offer, "SHARE", "98%", NULL);
    built_measured(setting.project, setting.offer, claim, "53%", NULL)->is_effect = true;
    struct result result = result_of(&setting);
    size_t index = built_find(setting.project, "SHARE");
    check_double(result.offers[0].items[index].evidenced, 0.98, 0);
    check_true(result.offers[0].claims[0].measured == NULL, 0);
    arena_release(&setting.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_measured_takes_the_place_of_what_was_claimed),
        cmocka_unit_test(of_several_claims_the_lowest_counts),
        cmocka_unit_test(where_the_curve_is_flat_its_direction_says_which_is_worse),
        cmocka_unit_test(the_measured_figure_is_what_requirements_test),
        cmocka_unit_test(a_share_lowers_the_worth_and_leaves_the_word),
        cmocka_unit_test(requirements_test_the_figure_though_a_share_is_lower),
        cmocka_unit_test(a_share_below_the_target_misses_it),
        cmocka_unit_test(a_finding_that_shows_still_less_stands),
        cmocka_unit_test(what_measured_a_claim_carries_its_criteria),
        cmocka_unit_test(a_text_has_no_figure_to_measure),
        cmocka_unit_test(a_measured_effect_is_no_measured_claim),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
