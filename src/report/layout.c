#include "report/layout.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/price_check.h"

#include <assert.h>

enum {
    TILE_COUNT = 5,
    OFFER_FIRST_COLUMN = 6,   // columns: behind Id, Criterion, No., In no., Share and a gap
    ITEM_FIRST_COLUMN = 4,    // rows: behind Rank, Vendor, Outcome and a gap
    HEAD_LINES = 3,           // rows: lines along the items above the offers: id, title, share
    FOOT_LINES = 2,           // below them, behind a blank row: spread and effect
    MAP_WORKS = 3,            // lines along the offers that stand at the map itself
    WEIGHTS_FIRST_ROW = 6,    // of item 0
    WEIGHTS_RULE_COLUMN = 10, // inputs of the rules; fixed ones beside it
    RANKING_FIRST_ROW = 10,
    CHART_ROWS_LEAST = 7,
    LATE_SHOWN_MOST = 4,
    SUMMARY_YOURS_COLUMN = 11,
};

static size_t more_of(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t less_of(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Top items in tree order; the array is as long as the criteria allow. */
static void find_tops(struct arena *arena, struct layout *layout)
{
    size_t *tops = arena_alloc(arena, layout->item_count, sizeof *tops);
    for (size_t i = 1; i < layout->item_count; i++) {
        if (layout->criteria->items[i].depth == 1) {
            tops[layout->top_count++] = i;
        }
    }
    layout->tops = tops;
    layout->tops_on_summary = layout->top_count <= LAYOUT_TOPS_MOST;
}

/* A section out of every sum, as of prices that are not opened, is no part of a comparison. */
static void find_compared(struct arena *arena, struct layout *layout)
{
    size_t *compared = arena_alloc(arena, layout->top_count, sizeof *compared);
    for (size_t t = 0; t < layout->top_count; t++) {
        bool counts = false;
        for (size_t o = 0; o < layout->offer_count && !counts; o++) {
            counts = layout->result->offers[o].items[layout->tops[t]].in_sum;
        }
        if (counts) {
            compared[layout->compared_count++] = layout->tops[t];
        }
    }
    layout->compared = layout->compared_count > 0 ? compared : layout->tops;
    layout->compared_count = layout->compared_count > 0 ? layout->compared_count
                                                        : layout->top_count;
}

/* Prices in tree order, and the requirements that stand before those over a price. */
static void find_prices(struct arena *arena, struct layout *layout)
{
    const struct criteria *criteria = layout->criteria;
    size_t *prices = arena_alloc(arena, layout->item_count, sizeof *prices);
    for (size_t i = 1; i < layout->item_count && !layout->result->without_price; i++) {
        if (item_is_price(&criteria->items[i])) {
            prices[layout->price_count++] = i;
        }
    }
    layout->prices = prices;
    while (layout->gates_before_prices < layout->gate_count &&
           !criteria_holds_price(criteria, layout->result->gates[layout->gates_before_prices])) {
        layout->gates_before_prices++;
    }
}

/* Late ones that are not scored, and those that withdrew. */
static size_t late_count(const struct result *result)
{
    size_t late = 0;
    for (size_t i = 0; i < result->project->offer_count; i++) {
        enum offer_state state = result->project->offers[i].state;
        late += state == OFFER_LATE || state == OFFER_WITHDRAWN;
    }
    return late;
}

/* LAYOUT 6: everything below the ranking moves with the number of offers and of top items. */
static void place_summary(struct layout *layout)
{
    size_t offers = layout->offer_count;
    size_t shown = offers > LAYOUT_COLUMNS_MOST ? LAYOUT_SHOWN_OF_MORE : offers;
    size_t late = less_of(late_count(layout->result), LATE_SHOWN_MOST);
    size_t tops = less_of(layout->top_count, LAYOUT_TOPS_MOST);
    uint32_t kept = (uint32_t)more_of(shown + late, tops + 1);
    uint32_t charts = (uint32_t)more_of(CHART_ROWS_LEAST, tops + 3);
    layout->summary = (struct summary_rows){
        .heads = RANKING_FIRST_ROW - 1,
        .ranking = RANKING_FIRST_ROW,
        .ranking_count = kept,
        .offers_shown = (uint32_t)shown,
        .late_shown = (uint32_t)late,
        .note = RANKING_FIRST_ROW + kept,
        .changes = RANKING_FIRST_ROW + kept + 2,
        .charts = RANKING_FIRST_ROW + kept + 7,
        .chart_first = RANKING_FIRST_ROW + kept + 9,
        .chart_count = charts,
        .reading = RANKING_FIRST_ROW + kept + 9 + charts + 1,
        .weights_column = SUMMARY_YOURS_COLUMN,
    };
}

static uint32_t works_count(const struct layout *layout)
{
    return WORK_COUNT - MAP_WORKS + (uint32_t)(TIE_LINE_COUNT * layout->tie_count) +
           (uint32_t)((layout->gate_line_end - 1) * layout->gate_count) +
           (uint32_t)(PRICE_LINE_COUNT * layout->price_count);
}

/* Offers as columns: items run down, the other blocks follow on the right, the workings below. */
static void place_columns(struct layout *layout)
{
    uint32_t offers = (uint32_t)layout->offer_count;
    uint32_t items = (uint32_t)layout->item_count;
    uint32_t gates = (uint32_t)layout->gate_count;
    layout->tile_rows = offers < TILE_COUNT ? (TILE_COUNT + offers - 1) / offers : 1;
    layout->head_row = 3 + layout->tile_rows;
    layout->total_row = layout->head_row + MAP_WORKS;
    layout->gates_row = layout->total_row + (gates > 0 ? 1 : 0);
    layout->first_item = layout->gates_row + gates + 1;
    layout->first_offer = OFFER_FIRST_COLUMN;
    layout->last_row = layout->first_item + items - 2;
    layout->last_column = OFFER_FIRST_COLUMN + offers + 2;
    layout->machine_column = layout->last_column + 2;
    layout->blocks_at = layout->machine_column + 3;
    layout->works_at = layout->last_row + 3;
    layout->works_first = layout->works_at + 1;
    layout->scale_column = layout->blocks_at + (layout->block_end - 1) * (offers + 1);
    layout->charts_at = layout->scale_column + (layout->has_panel ? 3 : 1);
    layout->figures_at = layout->works_first + works_count(layout) + 2;
    layout->figures_column = OFFER_FIRST_COLUMN;
}

/* Offers as rows: items run to the right, requirements, blocks and workings follow there. */
static void place_rows(struct layout *layout)
{
    uint32_t offers = (uint32_t)layout->offer_count;
    uint32_t items = (uint32_t)layout->item_count;
    uint32_t gates = (uint32_t)layout->gate_count;
    layout->tile_rows = 1;
    layout->head_row = 4;
    layout->first_item = ITEM_FIRST_COLUMN;
    layout->first_offer = layout->head_row + HEAD_LINES;
    layout->last_row = layout->first_offer + offers + FOOT_LINES;
    layout->last_column = ITEM_FIRST_COLUMN + items - 1 + (gates > 0 ? gates + 1 : 0);
    layout->blocks_at = layout->last_column + 2;
    layout->works_at = layout->blocks_at + (layout->block_end - 2) * (items + 1) + 1;
    layout->works_first = layout->works_at;
    layout->charts_at = layout->works_first + works_count(layout) + 1;
    layout->figures_at = layout->last_row + ITEMS_LINE_COUNT;
    layout->figures_column = ITEM_FIRST_COLUMN;
}

uint32_t layout_level_row(const struct layout *layout, size_t scale)
{
    size_t row = scale; // headings
    for (size_t s = 0; s < scale; s++) {
        row += layout->scales.scales[s]->count;
    }
    return (uint32_t)row;
}

/* On Weights, with heading and gap. */
static uint32_t price_rows(const struct layout *layout)
{
    return layout->price_count == 0
               ? 0
               : 2 + PRICE_RULE_COUNT + (uint32_t)(PRICE_FIGURE_COUNT * layout->price_count);
}

static void place_weights(struct layout *layout)
{
    uint32_t minima = (uint32_t)layout->result->project->evaluation.rules.minimum_count;
    layout->rules_bands = WEIGHTS_FIRST_ROW + GRADE_ROW_COUNT + 1;
    layout->rules_minima = layout->rules_bands + 4;
    layout->rules_margin = layout->rules_minima + minima + 1;
    layout->rules_price = layout->rules_margin + 7;
    layout->rules_signs = layout->rules_price + price_rows(layout);
    uint32_t items_end = WEIGHTS_FIRST_ROW + (uint32_t)layout->item_count - 1;
    layout->rules_levels = layout->rules_signs + 4;
    uint32_t rules_end = layout->scales.count == 0
                             ? layout->rules_signs + 2
                             : layout->rules_levels + 1 +
                                   layout_level_row(layout, layout->scales.count);
    layout->weights_last_row = (uint32_t)more_of(items_end, rules_end);
}

static bool any_is_like_cell(const struct result *result)
{
    for (size_t i = 0; i < result->offer_count; i++) {
        if (place_is_like_cell(result->offers[i].offer->id)) {
            return true;
        }
    }
    return false;
}

struct layout layout_of(struct arena *arena, const struct result *result)
{
    const struct evaluation *evaluation = &result->project->evaluation;
    assert(result->offer_count > 0);
    assert(evaluation->criteria.count > 1);
    struct layout layout = {
        .result = result,
        .criteria = &evaluation->criteria,
        .offers_as_rows = result->offer_count > LAYOUT_COLUMNS_MOST,
        .narrow = result->offer_count >= LAYOUT_NARROW_FROM,
        .has_panel = panel_any_counts(result),
        .sheets_like_cells = any_is_like_cell(result),
        .offer_count = result->offer_count,
        .item_count = evaluation->criteria.count,
        .gate_count = result->gate_count,
        .tie_count = evaluation->rules.tie_count,
    };
    layout.block_end = layout.has_panel ? BLOCK_COUNT : BLOCK_PANEL;
    layout.gate_line_end = layout.has_panel ? GATE_LINE_COUNT : GATE_AS_SHORT;
    layout.scales = panel_scales_of(arena, result);
    find_tops(arena, &layout);
    find_compared(arena, &layout);
    find_prices(arena, &layout);
    layout.chart_offers = less_of(result_ranked_count(result), LAYOUT_CHART_MOST);
    layout.chart_tops = layout.tops_on_summary && layout.chart_offers > 0 ? layout.compared_count
                                                                          : 0;
    place_summary(&layout);
    if (layout.offers_as_rows) {
        place_rows(&layout);
    } else {
        place_columns(&layout);
    }
    place_weights(&layout);
    return layout;
}

static struct place on_comparison(uint32_t row, uint32_t column)
{
    return (struct place){.home = HOME_COMPARISON, .row = row, .column = column};
}

static uint32_t item_row(const struct layout *layout, size_t item)
{
    return item == 0 ? layout->total_row : layout->first_item + (uint32_t)item - 1;
}

bool layout_has_block(const struct layout *layout, enum block block)
{
    return block < layout->block_end && !(layout->offers_as_rows && block == BLOCK_SHARE);
}

struct place layout_block(const struct layout *layout, enum block block, size_t item, size_t offer)
{
    assert(item < layout->item_count && offer <= layout->offer_count);
    assert(layout_has_block(layout, block));
    uint32_t behind = (uint32_t)block - 1; // of the blocks after the map
    if (layout->offers_as_rows) {
        behind -= block > BLOCK_SHARE ? 1 : 0;
        uint32_t first = block == BLOCK_EVIDENCED
                             ? layout->first_item
                             : layout->blocks_at + behind * ((uint32_t)layout->item_count + 1);
        return on_comparison(layout->first_offer + (uint32_t)offer, first + (uint32_t)item);
    }
    uint32_t first = block == BLOCK_EVIDENCED
                         ? layout->first_offer
                         : layout->blocks_at + behind * ((uint32_t)layout->offer_count + 1);
    return on_comparison(item_row(layout, item), first + (uint32_t)offer);
}

/* Offers as rows: three lines along the items stand above them, the others below. */
static uint32_t items_row(const struct layout *layout, enum line_of_items line)
{
    uint32_t below = layout->first_offer + (uint32_t)layout->offer_count + 1;
    const uint32_t rows[] = {
        [ITEMS_ID] = layout->head_row,
        [ITEMS_TITLE] = layout->head_row + 1,
        [ITEMS_SHARE] = layout->head_row + 2,
        [ITEMS_SPREAD] = below,
        [ITEMS_EFFECT] = below + 1,
        [ITEMS_NUMBER] = below + 3,
        [ITEMS_PARENT] = below + 4,
        [ITEMS_WEIGHT] = below + 5,
        [ITEMS_TOP] = below + 6,
        [ITEMS_SCALE] = below + 7,
    };
    _Static_assert(COUNT_OF(rows) == ITEMS_LINE_COUNT, "a row for each line");
    return rows[line];
}

struct place layout_items(const struct layout *layout, enum line_of_items line, size_t item)
{
    if (layout->offers_as_rows) {
        return on_comparison(items_row(layout, line), layout->first_item + (uint32_t)item);
    }
    uint32_t behind = layout->first_offer + (uint32_t)layout->offer_count + 1;
    const uint32_t columns[] = {
        [ITEMS_ID] = 0,
        [ITEMS_TITLE] = 1,
        [ITEMS_NUMBER] = 2,
        [ITEMS_PARENT] = 3,
        [ITEMS_SHARE] = 4,
        [ITEMS_WEIGHT] = layout->machine_column,
        [ITEMS_SPREAD] = behind,
        [ITEMS_EFFECT] = behind + 1,
        [ITEMS_TOP] = layout->machine_column + 1,
        [ITEMS_SCALE] = layout->scale_column,
    };
    return on_comparison(item_row(layout, item), columns[line]);
}

/* The place of one offer on a line along the offers, by the line's row or column. */
static struct place along_offers(const struct layout *layout, uint32_t line, size_t offer)
{
    uint32_t at = layout->first_offer + (uint32_t)offer;
    return layout->offers_as_rows ? on_comparison(at, line) : on_comparison(line, at);
}

struct place layout_work(const struct layout *layout, enum work work, size_t offer)
{
    if ((uint32_t)work >= MAP_WORKS) {
        return along_offers(layout, layout->works_first + (uint32_t)work - MAP_WORKS, offer);
    }
    static const uint32_t map_columns[] = {
        [WORK_NAME] = 1, [WORK_MAP_RANK] = 0, [WORK_MAP_OUTCOME] = 2};
    uint32_t line = layout->offers_as_rows ? map_columns[work] : layout->head_row + (uint32_t)work;
    return along_offers(layout, line, offer);
}

struct place layout_tie(const struct layout *layout, enum tie_line line, size_t stage, size_t offer)
{
    uint32_t first = layout->works_first + WORK_COUNT - MAP_WORKS;
    return along_offers(layout, first + (uint32_t)(TIE_LINE_COUNT * stage) + (uint32_t)line, offer);
}

/* Row, or column, of a requirement at the map. */
static uint32_t gate_map_line(const struct layout *layout, size_t gate)
{
    return layout->offers_as_rows
               ? layout->first_item + (uint32_t)layout->item_count + 1 + (uint32_t)gate
               : layout->gates_row + 1 + (uint32_t)gate;
}

struct place layout_gate(const struct layout *layout, enum gate_line line, size_t gate,
                         size_t offer)
{
    if (line == GATE_MAP) {
        return along_offers(layout, gate_map_line(layout, gate), offer);
    }
    uint32_t first = layout->works_first + WORK_COUNT - MAP_WORKS +
                     (uint32_t)(TIE_LINE_COUNT * layout->tie_count);
    uint32_t set = line == GATE_WORD ? 0 : (uint32_t)line - 1; // words stand together
    return along_offers(layout, first + set * (uint32_t)layout->gate_count + (uint32_t)gate, offer);
}

struct place layout_price(const struct layout *layout, enum price_line line, size_t price,
                          size_t offer)
{
    uint32_t first = layout->works_first + works_count(layout) -
                     (uint32_t)(PRICE_LINE_COUNT * layout->price_count);
    return along_offers(layout, first + (uint32_t)(PRICE_LINE_COUNT * price) + (uint32_t)line,
                        offer);
}

struct place layout_price_rule(const struct layout *layout, enum price_rule_cell cell)
{
    return (struct place){HOME_WEIGHTS, layout->rules_price + 1 + (uint32_t)cell,
                          WEIGHTS_RULE_COLUMN};
}

struct place layout_price_figure(const struct layout *layout, enum price_figure figure,
                                 size_t price)
{
    uint32_t first = layout->rules_price + 1 + PRICE_RULE_COUNT;
    return (struct place){HOME_WEIGHTS,
                          first + (uint32_t)(PRICE_FIGURE_COUNT * price) + (uint32_t)figure,
                          WEIGHTS_RULE_COLUMN};
}

struct place layout_gate_proof(const struct layout *layout, size_t gate)
{
    uint32_t line = gate_map_line(layout, gate);
    return layout->offers_as_rows ? on_comparison(items_row(layout, ITEMS_WEIGHT), line)
                                  : on_comparison(line, layout->machine_column);
}

struct place layout_gate_bound(const struct layout *layout, size_t gate)
{
    uint32_t line = gate_map_line(layout, gate);
    return layout->offers_as_rows ? on_comparison(items_row(layout, ITEMS_TOP), line)
                                  : on_comparison(line, layout->machine_column + 1);
}

struct place layout_figure(const struct layout *layout, enum figure figure)
{
    return on_comparison(layout->figures_at + (uint32_t)figure, layout->figures_column);
}

struct place layout_rule(const struct layout *layout, enum rule_cell rule)
{
    const uint32_t rows[] = {
        [RULE_ACCEPTABLE] = layout->rules_bands + 1,
        [RULE_WITH_CONDITIONS] = layout->rules_bands + 2,
        [RULE_COMPLETE] = layout->rules_bands + 3,
        [RULE_MARGIN] = layout->rules_margin + 1,
        [RULE_EFFECT] = layout->rules_margin + 2,
        [RULE_DECIMALS] = layout->rules_margin + 3,
        [RULE_GUARD] = layout->rules_margin + 4,
    };
    _Static_assert(COUNT_OF(rows) == RULE_COUNT, "a row for each");
    return (struct place){HOME_WEIGHTS, rows[rule], WEIGHTS_RULE_COLUMN};
}

struct place layout_minimum(const struct layout *layout, size_t minimum)
{
    return (struct place){HOME_WEIGHTS, layout->rules_minima + (uint32_t)minimum,
                          WEIGHTS_RULE_COLUMN};
}

struct place layout_grade(const struct layout *layout, enum grade_column column, size_t row)
{
    static const uint32_t columns[] = {
        [GRADE_WORDS] = WEIGHTS_RULE_COLUMN - 1,  [GRADE_CEILINGS] = WEIGHTS_RULE_COLUMN,
        [GRADE_FIXED] = WEIGHTS_RULE_COLUMN + 1,  [GRADE_SHOWS] = WEIGHTS_RULE_COLUMN + 4,
        [GRADE_PROVES] = WEIGHTS_RULE_COLUMN + 5,
    };
    (void)layout;
    return (struct place){HOME_WEIGHTS, WEIGHTS_FIRST_ROW + (uint32_t)row, columns[column]};
}

struct place layout_level(const struct layout *layout, enum level_column column, size_t row)
{
    static const uint32_t columns[] = {
        [LEVEL_WORDS] = WEIGHTS_RULE_COLUMN - 1,  [LEVEL_WORTHS] = WEIGHTS_RULE_COLUMN,
        [LEVEL_SCALES] = WEIGHTS_RULE_COLUMN + 4, [LEVEL_PLACES] = WEIGHTS_RULE_COLUMN + 5,
        [LEVEL_ROWS] = WEIGHTS_RULE_COLUMN + 6,
    };
    return (struct place){HOME_WEIGHTS, layout->rules_levels + 2 + (uint32_t)row, columns[column]};
}

struct place layout_weight(const struct layout *layout, enum weight_column column, size_t item)
{
    (void)layout;
    return (struct place){HOME_WEIGHTS, WEIGHTS_FIRST_ROW + (uint32_t)item, (uint32_t)column};
}

struct place layout_tile(const struct layout *layout, size_t tile)
{
    if (layout->offers_as_rows) {
        return on_comparison(2, layout->first_item + (uint32_t)tile);
    }
    size_t across = less_of(layout->offer_count, TILE_COUNT);
    return on_comparison(2 + (uint32_t)(tile / across),
                         layout->first_offer + (uint32_t)(tile % across));
}

struct place layout_summary_weight(const struct layout *layout, size_t top)
{
    assert(layout->tops_on_summary && top < layout->top_count);
    return (struct place){HOME_SUMMARY, layout->summary.chart_first + (uint32_t)top,
                          layout->summary.weights_column};
}

struct place layout_proof(const struct layout *layout, enum proof_column column, size_t rank)
{
    return on_comparison(layout->head_row + 2 + (uint32_t)rank,
                         layout->charts_at + (uint32_t)column);
}

struct place layout_spread_head(const struct layout *layout, size_t column)
{
    return on_comparison(layout->head_row + 3 + (uint32_t)layout->chart_offers,
                         layout->charts_at + (uint32_t)column);
}

struct place layout_spread(const struct layout *layout, size_t column, size_t top)
{
    struct place head = layout_spread_head(layout, column);
    return on_comparison(head.row + 1 + (uint32_t)top, head.column);
}

static struct range range_of(struct place first, struct place last)
{
    return (struct range){.sheet = home_name(first.home),
                          .first_row = first.row,
                          .first_column = first.column,
                          .last_row = last.row,
                          .last_column = last.column};
}

struct range layout_proof_range(const struct layout *layout, enum proof_column column)
{
    assert(layout->chart_offers > 0);
    return range_of(layout_proof(layout, column, 0),
                    layout_proof(layout, column, layout->chart_offers - 1));
}

struct range layout_spread_range(const struct layout *layout, size_t column)
{
    assert(layout->chart_tops > 0);
    return range_of(layout_spread(layout, column, 0),
                    layout_spread(layout, column, layout->chart_tops - 1));
}
