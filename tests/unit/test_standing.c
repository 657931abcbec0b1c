#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "check.h"
#include "report/standing.h"
#include "sample_result.h"

/* Settings of a ranking of the sample. */
struct setting {
    enum margin_effect effect;
    double margin;
    size_t ties;
    int decimals;
};

static const struct setting SETTINGS[] = {
    {MARGIN_NOTE, 1, 1, 2}, {MARGIN_TIE, 1, 1, 2},  {MARGIN_TIE, 30, 1, 2}, {MARGIN_TIE, 100, 0, 2},
    {MARGIN_NOTE, 1, 0, 0}, {MARGIN_TIE, 40, 1, 0}, {MARGIN_NOTE, 0, 1, 1},
};

static struct result scored(struct arena *arena, size_t offers, const struct setting *setting)
{
    struct project *project = sample_project(arena, offers);
    struct settings settings = settings_of(project);
    struct rules *rules = &project->evaluation.rules;
    rules->margin_effect = setting->effect;
    rules->margin_points = setting->margin;
    rules->tie_count = setting->ties;
    rules->decimals = setting->decimals;
    settings.rules = *rules;
    return score_project(arena, project, &settings);
}

static void check_against_result(const struct standings *standings, const struct result *result,
                                 size_t row)
{
    for (size_t o = 0; o < result->offer_count; o++) {
        const struct scored_offer *offer = &result->offers[o];
        const struct standing *standing = &standings->offers[o];
        size_t rank = offer->ranked ? offer->rank : standings->ranked + 1;
        check_int((int64_t)standing->rank, (int64_t)rank, row);
        check_int((int64_t)result->order[standing->order - 1], (int64_t)o, row);
        check_true((standing->key >= 0) == offer->ranked, row);
    }
    check_double(standings->lead, result->lead, row);
}

static void the_steps_end_where_the_result_does(void **state)
{
    static const size_t offers[] = {1, 2, 4, 6, 18, 40};
    for (size_t s = 0; s < COUNT_OF(SETTINGS); s++) {
        for (size_t i = 0; i < COUNT_OF(offers); i++) {
            struct arena arena;
            arena_init(&arena);
            struct result result = scored(&arena, offers[i], &SETTINGS[s]);
            struct standings standings = standings_of(&arena, &result);
            check_against_result(&standings, &result, s);
            arena_release(&arena);
        }
    }
}

static void equal_totals_share_a_place_and_the_leaders_are_counted(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct result result = sample_result(&arena, 4); // the fourth repeats the first
    struct standings standings = standings_of(&arena, &result);
    assert_int_equal(standings.offers[0].place, standings.offers[3].place);
    assert_int_equal(standings.offers[0].rank, 1);
    assert_int_equal(standings.leaders, 2);
    assert_int_equal(standings.offers[3].order, 2);
    check_double(standings.lead, 0, 0);
    check_double(standings.second, standings.best, 0);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_steps_end_where_the_result_does),
        cmocka_unit_test(equal_totals_share_a_place_and_the_leaders_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
