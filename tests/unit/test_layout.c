#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"
#include "check.h"
#include "report/layout.h"
#include "sample_result.h"

/* Places seen so far, by their A1 text with the sheet. */
struct places {
    struct arena *arena;
    struct map seen;
};

static void take(struct places *places, struct place place, size_t row)
{
    const char *text = place_text(places->arena, place, HOLD_NONE, HOME_COUNT);
    check_true(map_add(&places->seen, text, 0), row);
}

static void take_blocks(struct places *places, const struct layout *layout)
{
    for (enum block b = BLOCK_EVIDENCED; b < layout->block_end; b++) {
        if (!layout_has_block(layout, b)) {
            continue;
        }
        for (size_t i = 0; i < layout->item_count; i++) {
            for (size_t o = 0; o < layout->offer_count; o++) {
                take(places, layout_block(layout, b, i, o), b);
            }
        }
    }
    enum line_of_items end = layout->has_panel ? ITEMS_LINE_COUNT : ITEMS_SCALE;
    for (enum line_of_items l = ITEMS_ID; l < end; l++) {
        for (size_t i = 0; i < layout->item_count; i++) {
            take(places, layout_items(layout, l, i), l);
        }
    }
}

static void take_workings(struct places *places, const struct layout *layout)
{
    for (size_t o = 0; o < layout->offer_count; o++) {
        for (enum work w = WORK_NAME; w < WORK_COUNT; w++) {
            take(places, layout_work(layout, w, o), w);
        }
        for (size_t s = 0; s < layout->tie_count; s++) {
            take(places, layout_tie(layout, TIE_SCORE, s, o), s);
            take(places, layout_tie(layout, TIE_RANK, s, o), s);
        }
        for (size_t g = 0; g < layout->gate_count; g++) {
            for (enum gate_line l = GATE_WORD; l < layout->gate_line_end; l++) {
                take(places, layout_gate(layout, l, g, o), l);
            }
        }
    }
    for (size_t g = 0; g < layout->gate_count; g++) {
        take(places, layout_gate_proof(layout, g), g);
    }
    for (enum figure f = FIGURE_RANKED; f < FIGURE_COUNT; f++) {
        take(places, layout_figure(layout, f), f);
    }
    for (size_t t = 0; t < 5; t++) {
        take(places, layout_tile(layout, t), t);
    }
}

static void take_charts(struct places *places, const struct layout *layout)
{
    for (size_t r = 0; r < layout->chart_offers; r++) {
        for (enum proof_column c = PROOF_RANK; c < PROOF_COLUMN_COUNT; c++) {
            take(places, layout_proof(layout, c, r), r);
        }
    }
    for (size_t c = SPREAD_TITLE; c < SPREAD_RANKS + layout->chart_offers; c++) {
        take(places, layout_spread_head(layout, c), c);
        for (size_t t = 0; t < layout->chart_tops; t++) {
            take(places, layout_spread(layout, c, t), c);
        }
    }
}

static void take_weights(struct places *places, const struct layout *layout)
{
    for (enum weight_column c = WEIGHT_ID; c <= WEIGHT_CHANGED; c++) {
        for (size_t i = 0; i < layout->item_count; i++) {
            take(places, layout_weight(layout, c, i), c);
        }
    }
    for (enum grade_column c = GRADE_WORDS; c <= GRADE_PROVES; c++) {
        for (size_t g = 0; g < GRADE_ROW_COUNT; g++) {
            take(places, layout_grade(layout, c, g), c);
        }
    }
    for (enum rule_cell r = RULE_ACCEPTABLE; r < RULE_COUNT; r++) {
        take(places, layout_rule(layout, r), r);
    }
    for (size_t m = 0; m < layout->result->project->evaluation.rules.minimum_count; m++) {
        take(places, layout_minimum(layout, m), m);
    }
    for (size_t t = 0; t < layout->top_count; t++) {
        take(places, layout_summary_weight(layout, t), t);
    }
}

static void take_panel(struct places *places, const struct layout *layout)
{
    for (enum level_column c = LEVEL_WORDS; c <= LEVEL_ROWS; c++) {
        for (size_t r = 0; r < layout_level_row(layout, layout->scales.count); r++) {
            take(places, layout_level(layout, c, r), r);
        }
    }
    for (size_t g = 0; g < layout->gate_count && layout->has_panel; g++) {
        take(places, layout_gate_bound(layout, g), g);
    }
}

static void no_two_things_stand_in_one_cell(void **state)
{
    static const struct {
        size_t offers;
        struct result (*result)(struct arena *, size_t);
    } cases[] = {
        {1, sample_result},        {2, sample_result},        {5, sample_result},
        {12, sample_result},       {25, sample_result},       {26, sample_result},
        {60, sample_result},       {1, sample_panel_result},  {5, sample_panel_result},
        {25, sample_panel_result}, {26, sample_panel_result},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct result result = cases[i].result(&arena, cases[i].offers);
        struct layout layout = layout_of(&arena, &result);
        struct places places = {.arena = &arena};
        map_init(&places.seen, &arena);
        take_blocks(&places, &layout);
        take_workings(&places, &layout);
        take_charts(&places, &layout);
        take_weights(&places, &layout);
        take_panel(&places, &layout);
        arena_release(&arena);
    }
}

static void formulas_get_the_address_of_what_they_ask_for(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct result few = sample_result(&arena, 5);
    struct result many = sample_result(&arena, 30);
    struct layout columns = layout_of(&arena, &few);
    struct layout rows = layout_of(&arena, &many);
    struct layout_view here = layout_view(&arena, &columns, HOME_COMPARISON);
    struct layout_view there = layout_view(&arena, &columns, HOME_SUMMARY);
    struct layout_view turned = layout_view(&arena, &rows, HOME_COMPARISON);
    const struct {
        const char *got;
        const char *want;
    } cases[] = {
        {layout_block_at(&here, BLOCK_EVIDENCED, 0, 0), "G8"},
        {layout_block_at(&here, BLOCK_EVIDENCED, 1, 4), "K12"},
        {layout_block_below(&here, BLOCK_EVIDENCED, 1, 0), "G13:G16"},
        {layout_block_offers(&here, BLOCK_EVIDENCED, 1), "$G12:$L12"},
        {layout_items_at(&here, ITEMS_NUMBER, 1), "$C12"},
        {layout_items_below(&here, ITEMS_PARENT, 0), "$D12:$D20"},
        {layout_works_at(&here, WORK_NAME), "$G$5:$L$5"},
        {layout_works_at(&there, WORK_NAME), "Comparison!$G$5:$L$5"},
        {layout_pick(&there, "R", "2"), "INDEX(R,1,2)"},
        {layout_rule_at(&here, RULE_ACCEPTABLE), "Weights!$K$15"},
        {layout_tile_at(&here, 3), "$J$3"},
        {layout_block_at(&turned, BLOCK_EVIDENCED, 0, 0), "E8"},
        {layout_block_below(&turned, BLOCK_EVIDENCED, 1, 0), "G8:J8"},
        {layout_block_offers(&turned, BLOCK_EVIDENCED, 1), "F$8:F$38"},
        {layout_works_at(&turned, WORK_NAME), "$B$8:$B$38"},
        {layout_works_to(&turned, WORK_NAME, 1), "$B$8:B9"},
        {layout_pick(&turned, "R", "2"), "INDEX(R,2,1)"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_text(cases[i].got, cases[i].want, i);
    }
    arena_release(&arena);
}

static void tiles_wrap_where_vendors_are_few(void **state)
{
    static const struct {
        size_t offers;
        uint32_t rows, row_of_last, column_of_last;
    } cases[] = {{1, 5, 6, 6}, {2, 3, 4, 6}, {3, 2, 3, 7}, {5, 1, 2, 10}, {12, 1, 2, 10}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct result result = sample_result(&arena, cases[i].offers);
        struct layout layout = layout_of(&arena, &result);
        check_int(layout.tile_rows, cases[i].rows, i);
        check_int(layout_tile(&layout, 4).row, cases[i].row_of_last, i);
        check_int(layout_tile(&layout, 4).column, cases[i].column_of_last, i);
        arena_release(&arena);
    }
}

/* LAYOUT 6: five vendors and three top items end the weights in row 28 of 29. */
static void summary_makes_room_for_vendors_and_top_items(void **state)
{
    static const struct {
        size_t offers;
        uint32_t ranking_count, offers_shown, chart_first;
    } cases[] = {{1, 4, 1, 23}, {5, 5, 5, 24}, {25, 25, 25, 44}, {26, 20, 20, 39}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct result result = sample_result(&arena, cases[i].offers);
        struct layout layout = layout_of(&arena, &result);
        check_int(layout.summary.ranking_count, cases[i].ranking_count, i);
        check_int(layout.summary.offers_shown, cases[i].offers_shown, i);
        check_int(layout.summary.chart_first, cases[i].chart_first, i);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_two_things_stand_in_one_cell),
        cmocka_unit_test(formulas_get_the_address_of_what_they_ask_for),
        cmocka_unit_test(tiles_wrap_where_vendors_are_few),
        cmocka_unit_test(summary_makes_room_for_vendors_and_top_items),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
