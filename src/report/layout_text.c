#include "report/layout.h"

#include "base/arena.h"

#include <assert.h>

struct layout_view layout_view(struct arena *arena, const struct layout *layout, enum home home)
{
    return (struct layout_view){.arena = arena, .layout = layout, .home = home};
}

static const char *cell_text(const struct layout_view *view, struct place place, enum hold hold)
{
    return place_text(view->arena, place, hold, view->home);
}

static const char *range_text(const struct layout_view *view, struct place first, struct place last,
                              enum hold hold)
{
    // Gnumeric takes the V9 of V9:V26 for the sheet of a vendor `v9`, but not that of $V9:V26.
    bool mistaken = hold == HOLD_NONE && view->layout->sheets_like_cells;
    const struct place_range range = {first, last, mistaken ? HOLD_COLUMN : hold, hold};
    return place_range_text(view->arena, &range, view->home);
}

/* What stays put on a line along the items, or of all offers of an item: the line itself. */
static enum hold hold_across(const struct layout_view *view)
{
    return view->layout->offers_as_rows ? HOLD_ROW : HOLD_COLUMN;
}

const char *layout_fixed_text(const struct layout_view *view, struct place place)
{
    return cell_text(view, place, HOLD_BOTH);
}

const char *layout_moving_text(const struct layout_view *view, struct place place)
{
    return cell_text(view, place, HOLD_NONE);
}

const char *layout_range_text(const struct layout_view *view, struct place first, struct place last)
{
    return range_text(view, first, last, HOLD_BOTH);
}

const char *layout_block_at(const struct layout_view *view, enum block block, size_t item,
                            size_t offer)
{
    return cell_text(view, layout_block(view->layout, block, item, offer), HOLD_NONE);
}

const char *layout_block_below(const struct layout_view *view, enum block block, size_t item,
                               size_t offer)
{
    const struct layout *layout = view->layout;
    size_t span = layout->criteria->items[item].span;
    assert(span > 0);
    return range_text(view, layout_block(layout, block, item + 1, offer),
                      layout_block(layout, block, item + span, offer), HOLD_NONE);
}

const char *layout_block_offers(const struct layout_view *view, enum block block, size_t item)
{
    const struct layout *layout = view->layout;
    return range_text(view, layout_block(layout, block, item, 0),
                      layout_block(layout, block, item, layout->offer_count), hold_across(view));
}

const char *layout_block_whole(const struct layout_view *view, enum block block)
{
    const struct layout *layout = view->layout;
    return range_text(view, layout_block(layout, block, 1, 0),
                      layout_block(layout, block, layout->item_count - 1, layout->offer_count - 1),
                      HOLD_BOTH);
}

const char *layout_items_at(const struct layout_view *view, enum line_of_items line, size_t item)
{
    return cell_text(view, layout_items(view->layout, line, item), hold_across(view));
}

const char *layout_items_below(const struct layout_view *view, enum line_of_items line, size_t item)
{
    size_t span = view->layout->criteria->items[item].span;
    assert(span > 0);
    return range_text(view, layout_items(view->layout, line, item + 1),
                      layout_items(view->layout, line, item + span), hold_across(view));
}

const char *layout_items_whole(const struct layout_view *view, enum line_of_items line)
{
    const struct layout *layout = view->layout;
    return range_text(view, layout_items(layout, line, 1),
                      layout_items(layout, line, layout->item_count - 1), HOLD_BOTH);
}

const char *layout_work_at(const struct layout_view *view, enum work work, size_t offer)
{
    return cell_text(view, layout_work(view->layout, work, offer), HOLD_NONE);
}

const char *layout_work_over(const struct layout_view *view, enum work work, size_t offer)
{
    enum hold hold = view->layout->offers_as_rows ? HOLD_COLUMN : HOLD_ROW;
    return cell_text(view, layout_work(view->layout, work, offer), hold);
}

const char *layout_works_at(const struct layout_view *view, enum work work)
{
    const struct layout *layout = view->layout;
    return range_text(view, layout_work(layout, work, 0),
                      layout_work(layout, work, layout->offer_count), HOLD_BOTH);
}

const char *layout_works_to(const struct layout_view *view, enum work work, size_t offer)
{
    const struct place_range range = {layout_work(view->layout, work, 0),
                                      layout_work(view->layout, work, offer), HOLD_BOTH, HOLD_NONE};
    return place_range_text(view->arena, &range, view->home);
}

const char *layout_gate_at(const struct layout_view *view, enum gate_line line, size_t gate,
                           size_t offer)
{
    return cell_text(view, layout_gate(view->layout, line, gate, offer), HOLD_NONE);
}

const char *layout_gates_of(const struct layout_view *view, size_t offer)
{
    const struct layout *layout = view->layout;
    assert(layout->gate_count > 0);
    return range_text(view, layout_gate(layout, GATE_WORD, 0, offer),
                      layout_gate(layout, GATE_WORD, layout->gate_count - 1, offer), HOLD_NONE);
}

const char *layout_gates_before_prices(const struct layout_view *view, size_t offer)
{
    const struct layout *layout = view->layout;
    assert(layout->gates_before_prices > 0);
    return range_text(view, layout_gate(layout, GATE_WORD, 0, offer),
                      layout_gate(layout, GATE_WORD, layout->gates_before_prices - 1, offer),
                      HOLD_NONE);
}

const char *layout_price_at(const struct layout_view *view, enum price_line line, size_t price,
                            size_t offer)
{
    enum hold hold = view->layout->offers_as_rows ? HOLD_COLUMN : HOLD_ROW;
    return cell_text(view, layout_price(view->layout, line, price, offer), hold);
}

const char *layout_prices_at(const struct layout_view *view, enum price_line line, size_t price)
{
    const struct layout *layout = view->layout;
    return range_text(view, layout_price(layout, line, price, 0),
                      layout_price(layout, line, price, layout->offer_count), HOLD_BOTH);
}

const char *layout_price_rule_at(const struct layout_view *view, enum price_rule_cell cell)
{
    return cell_text(view, layout_price_rule(view->layout, cell), HOLD_BOTH);
}

const char *layout_price_figure_at(const struct layout_view *view, enum price_figure figure,
                                   size_t price)
{
    return cell_text(view, layout_price_figure(view->layout, figure, price), HOLD_BOTH);
}

const char *layout_tie_at(const struct layout_view *view, enum tie_line line, size_t stage,
                          size_t offer)
{
    return cell_text(view, layout_tie(view->layout, line, stage, offer), HOLD_NONE);
}

const char *layout_ties_at(const struct layout_view *view, enum tie_line line, size_t stage)
{
    const struct layout *layout = view->layout;
    return range_text(view, layout_tie(layout, line, stage, 0),
                      layout_tie(layout, line, stage, layout->offer_count), HOLD_BOTH);
}

const char *layout_figure_at(const struct layout_view *view, enum figure figure)
{
    return cell_text(view, layout_figure(view->layout, figure), HOLD_BOTH);
}

const char *layout_rule_at(const struct layout_view *view, enum rule_cell rule)
{
    return cell_text(view, layout_rule(view->layout, rule), HOLD_BOTH);
}

const char *layout_minimum_at(const struct layout_view *view, size_t minimum)
{
    return cell_text(view, layout_minimum(view->layout, minimum), HOLD_BOTH);
}

const char *layout_grades_at(const struct layout_view *view, enum grade_column column)
{
    return range_text(view, layout_grade(view->layout, column, 0),
                      layout_grade(view->layout, column, GRADE_ROW_COUNT - 1), HOLD_BOTH);
}

const char *layout_levels_at(const struct layout_view *view, enum level_column column)
{
    const struct layout *layout = view->layout;
    assert(layout->scales.count > 0);
    return range_text(
        view, layout_level(layout, column, 0),
        layout_level(layout, column, layout_level_row(layout, layout->scales.count) - 1),
        HOLD_BOTH);
}

const char *layout_scale_at(const struct layout_view *view, size_t scale)
{
    const struct layout *layout = view->layout;
    return range_text(view, layout_level(layout, LEVEL_WORDS, layout_level_row(layout, scale) + 1),
                      layout_level(layout, LEVEL_WORDS, layout_level_row(layout, scale + 1) - 1),
                      HOLD_BOTH);
}

const char *layout_weight_at(const struct layout_view *view, enum weight_column column, size_t item)
{
    return cell_text(view, layout_weight(view->layout, column, item), HOLD_COLUMN);
}

const char *layout_weights_at(const struct layout_view *view, enum weight_column column)
{
    const struct layout *layout = view->layout;
    return range_text(view, layout_weight(layout, column, 1),
                      layout_weight(layout, column, layout->item_count - 1), HOLD_BOTH);
}

const char *layout_tile_at(const struct layout_view *view, size_t tile)
{
    return cell_text(view, layout_tile(view->layout, tile), HOLD_BOTH);
}

const char *layout_summary_weight_at(const struct layout_view *view, size_t top)
{
    return cell_text(view, layout_summary_weight(view->layout, top), HOLD_BOTH);
}

const char *layout_pick(const struct layout_view *view, const char *range, const char *position)
{
    return arena_format(view->arena,
                        view->layout->offers_as_rows ? "INDEX(%s,%s,1)" : "INDEX(%s,1,%s)", range,
                        position);
}

const char *layout_pick_ranked(const struct layout_view *view, const char *range, const char *order)
{
    const char *position = arena_format(view->arena, "MATCH(%s,%s,0)", order,
                                        layout_works_at(view, WORK_ORDER));
    return layout_pick(view, range, position);
}
