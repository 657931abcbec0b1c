/*
 * Layout: where everything stands in the scorecard. The only place that makes addresses.
 *
 * Computed from a result before any cell is written, by arithmetic alone. Three sheets are referred
 * to: Summary, Comparison and Weights. Formula code asks for things by what they are and gets A1
 * text, with the right `$` and a sheet prefix where the asking sheet is another one:
 *
 *     struct layout layout = layout_of(arena, result);
 *     struct layout_view view = layout_view(arena, &layout, HOME_COMPARISON);
 *     layout_block_at(&view, BLOCK_CLAIMED, item, offer)          N12
 *     layout_block_below(&view, BLOCK_EVIDENCED, item, offer)     G13:G20      its descendants
 *     layout_rule_at(&view, RULE_DECIMALS)                        Weights!$K$22
 *     layout_levels_at(&view, LEVEL_WORDS)                        Weights!$J$35:$J$40
 *     layout_pick(&view, layout_works_at(&view, WORK_NAME), "2")  INDEX($G$5:$L$5,1,2)
 *
 * Up to 25 offers stand as columns of Comparison, more as rows (the portfolio): which of the two is
 * decided here, and formulas must not care. Offers are indices into result.offers, items indices
 * into the criteria (0: the total). Ranges over all offers are one blank cell longer than the
 * offers, since Gnumeric takes a range of one cell for a value.
 *
 * Where things stand is worked out in layout.c, and made into A1 text in layout_text.c. Rows and
 * columns are 0-based, as in the book. Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_LAYOUT_H
#define VOUCH_REPORT_LAYOUT_H

#include "report/book.h"
#include "report/panel_level.h"
#include "report/place.h"
#include "score/result.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    LAYOUT_COLUMNS_MOST = 25,  // offers as columns up to here
    LAYOUT_SHOWN_OF_MORE = 20, // then Summary shows the first so many
    LAYOUT_NARROW_FROM = 6,    // from here the columns of the map are narrow: signs without words
    LAYOUT_TOPS_MOST = 8,      // top items with a weight cell on Summary, and in charts
    LAYOUT_CHART_MOST = 10,    // offers in a chart
    LAYOUT_GUARD = 9,          // decimals a score is rounded to before it is published
};

/* Blocks of Comparison: one cell an item and offer, all of one shape. */
enum block {
    BLOCK_EVIDENCED, // 0..100 or `n/a`: the map
    BLOCK_CLAIMED,
    BLOCK_GRADE,       // words; inputs where there is a grade; sections are blank
    BLOCK_GRADE_FIXED, // the same words as they were written, to compare with
    BLOCK_FOUND,       // criteria: 0..100 only where a finding shows, or measured, less than was
                       // answered
    BLOCK_SHOWN,       // of evidenced, what is documented or better
    BLOCK_PROVEN,      // of evidenced, what is independent or better
    BLOCK_HIGH,        // if all is true
    BLOCK_ANSWERED,    // 0..1 or `n/a`
    BLOCK_RANKED,      // evidenced of offers with a rank, else `–`: for best and worst
    BLOCK_SHARE,       // what the item is worth to the offer, of 100; not in the portfolio
    BLOCK_PANEL, // the panel's level, word or 0..100, where it counts: an input; from here on only
                 // where there is a panel
    BLOCK_PANEL_FIXED, // the same as it was written, to compare with
    BLOCK_PANEL_ROW,   // where it stands in the table of levels, from 1 on; 0: nowhere, or a number
    BLOCK_PANEL_WORTH, // what it is worth, 0..100; `–` where it is on no level
    BLOCK_COUNT
};

/* Lines of Comparison along the items. */
enum line_of_items {
    ITEMS_ID,
    ITEMS_TITLE,
    ITEMS_NUMBER,
    ITEMS_PARENT,
    ITEMS_SHARE,  // of 100, by the weights in force
    ITEMS_WEIGHT, // in force: Summary's cell where filled, else Weights'; item 0 has none
    ITEMS_SPREAD, // best less worst of the ranked offers, points
    ITEMS_EFFECT, // share * spread / 100
    ITEMS_TOP,    // the effect of top items, else `–`
    ITEMS_SCALE,  // number of the scale of the panel's levels; only where there is a panel
    ITEMS_LINE_COUNT
};

/* Lines of Comparison along the offers. */
enum work {
    WORK_NAME,     // the name, alone in the cell
    WORK_MAP_RANK, // as shown at the map: refers to WORK_RANK_SHOWN
    WORK_MAP_OUTCOME,
    WORK_RANK_SHOWN, // text: `1`, `2=`, `–`
    WORK_OUTCOME,    // text: `▲ acceptable with conditions`
    WORK_MET,        // counts of gates …
    WORK_NOT_MET,
    WORK_TO_BE_PROVEN,
    WORK_WAIVED,
    WORK_MUSTS,      // open must conditions that are not gates: a value
    WORK_OPEN,       // criteria not yet scored, or to be moderated: a value
    WORK_ANSWERED,   // share 0..1 of the whole; 0 where nothing is in the sum
    WORK_PUBLISHED,  // number, or `n/a`
    WORK_KEY,        // published, or -1 where the offer has no rank
    WORK_MARGIN_KEY, // the same, the best one's where the margin makes a tie
    WORK_PLACE,      // 1 + keys above; offers without a rank share the last place
    WORK_RANK,       // number after the tie rule
    WORK_ORDER,      // 1…n, each once: the order of result.order
    WORK_BY_TIE,     // 1: the tie rule separated it from another
    WORK_COUNT
};

/* Lines along the offers, one set a gate and one a stage of the tie rule. */
enum gate_line {
    GATE_WORD,        // text: `✓ met`, `✗ not met`, `▲ to be proven`, `◊ waived`
    GATE_MAP,         // as shown at the map: refers to GATE_WORD
    GATE_AS_ANSWERED, // what the level alone makes it: `✓ met`, or the word if short; a value, but
                      // where the panel's level decides and may be changed
    GATE_AS_UNPROVEN,    // a value: the word while the proof does not suffice
    GATE_AS_SHORT,       // a value: the word if short; from here on only where there is a panel
    GATE_PLACE_FIXED,    // a value: place of the level in force as evaluated …
    GATE_PLACE_ANSWERED, // … of the answer, above which no panel's level counts
    GATE_PLACE,          // … in force
    GATE_LINE_COUNT
};
enum tie_line { TIE_SCORE, TIE_RANK, TIE_LINE_COUNT };

/* Lines along the offers, one set a price criterion. */
enum price_line {
    PRICE_BID,     // a value: the amount, or `–`
    PRICE_COUNTED, // the same where the offer is not excluded, else `–`
    PRICE_LINE_COUNT
};

/* The price rule on Weights: the formula's name, and inputs where they are given. */
enum price_rule_cell { PRICE_RULE_FORMULA, PRICE_RULE_BUDGET, PRICE_RULE_FLOOR, PRICE_RULE_COUNT };
/* What bids are measured by, on Weights, one set a price criterion. */
enum price_figure {
    PRICE_BIDS,
    PRICE_LOWEST, // number, or `none`
    PRICE_HIGHEST,
    PRICE_FIGURE_COUNT
};

/* Single figures that formulas share. */
enum figure {
    FIGURE_RANKED,  // offers with a rank
    FIGURE_BEST,    // highest key
    FIGURE_SECOND,  // key of the second in order; -1 where there is none
    FIGURE_LEADERS, // offers that share rank 1
    FIGURE_LEAD,    // published points of the first in order ahead of the second; 0: no second
    FIGURE_WEIGHTS_DIFFER, // inputs that differ from the baseline …
    FIGURE_RULES_DIFFER,
    FIGURE_GRADES_DIFFER,
    FIGURE_PANEL_DIFFER,
    FIGURE_PLAN_DIFFER, // changes of the plan since it was fixed that have no cell
    FIGURE_DIFFER,      // all of them; 0: no what-if
    FIGURE_INPUTS, // what is compared: weights, rules, grades, levels of the panel, such changes
    FIGURE_MOST,   // highest effect of a top item, points, one decimal
    FIGURE_MOST_TITLE, // text
    FIGURE_LEAST,
    FIGURE_LEAST_TITLE, // text
    FIGURE_COUNT
};

/* Settings with a cell on Weights. */
enum rule_cell {
    RULE_ACCEPTABLE,
    RULE_WITH_CONDITIONS,
    RULE_COMPLETE, // 0..1
    RULE_MARGIN,
    RULE_EFFECT, // text, no input: `note` or `tie`
    RULE_DECIMALS,
    RULE_GUARD, // no input
    RULE_COUNT
};

/* Rows of the grade table on Weights: the four grades, then words for where there is none. */
enum { GRADE_NONE_ASKED = GRADE_COUNT, GRADE_NO_ANSWER, GRADE_ROW_COUNT };
enum grade_column { GRADE_WORDS, GRADE_CEILINGS, GRADE_FIXED, GRADE_SHOWS, GRADE_PROVES };

/* The table of the panel's levels on Weights: a heading row a scale, then its levels from the
 * lowest on. Number of the scale, place and number of the row stand right of what is printed. */
enum level_column { LEVEL_WORDS, LEVEL_WORTHS, LEVEL_SCALES, LEVEL_PLACES, LEVEL_ROWS };

enum weight_column {
    WEIGHT_ID,
    WEIGHT_TITLE,
    WEIGHT_NUMBER,
    WEIGHT_PARENT,
    WEIGHT_INPUT,
    WEIGHT_FIXED,
    WEIGHT_SHARE,
    WEIGHT_CHANGED, // text: `=` or `≠ what-if`
};

/* Data of the charts on Comparison: one row a rank, one row a top item. */
enum proof_column {
    PROOF_RANK, // 1, 2, … : place in the order
    PROOF_NAME,
    PROOF_CLAIMED,
    PROOF_EVIDENCED,
    PROOF_SHOWN,
    PROOF_PROVEN,
    PROOF_ACCEPTABLE,
    PROOF_COLUMN_COUNT
};
enum spread_column {
    SPREAD_TITLE,
    SPREAD_BEST,
    SPREAD_WORST,
    SPREAD_RANKS // + rank - 1
};

/* Rows of Summary (LAYOUT 6), so that its weight cells can be referred to. */
struct summary_rows {
    uint32_t heads;         // of the ranking table
    uint32_t ranking;       // its first row
    uint32_t ranking_count; // R1: rows kept for it, and for the table beside it
    uint32_t offers_shown;  // scored offers in it: all up to 25, else 20
    uint32_t late_shown;    // late and withdrawn ones below them
    uint32_t note;
    uint32_t changes;        // block titles "What could change", "Before signing"
    uint32_t charts;         // titles of charts, block title of the weights
    uint32_t chart_first;    // first row of charts and of weight cells
    uint32_t chart_count;    // R2
    uint32_t reading;        // block titles "How to read", "Sign-off"
    uint32_t weights_column; // `Yours`
};

struct layout {
    const struct result *result;     // borrowed
    const struct criteria *criteria; // borrowed
    bool offers_as_rows;             // the portfolio
    bool narrow;                     // the map shows signs without words
    bool sheets_like_cells;          // a vendor's sheet is named like a cell: `v9`
    bool has_panel;                  // a level of the panel counts somewhere
    size_t offer_count, item_count, gate_count, tie_count;
    enum block block_end;         // blocks there are: below this
    enum gate_line gate_line_end; // likewise
    struct panel_scales scales;   // of the table of levels
    const size_t *prices;         // items that ask for a price
    size_t price_count;           // 0 too where prices are not opened
    size_t gates_before_prices;   // requirements that hang on no price: the first so many
    const size_t *tops;           // top items in tree order
    size_t top_count;
    const size_t *compared; // those of them that stand in some offer's sum; all, if none does
    size_t compared_count;
    bool tops_on_summary; // up to 8: they have a weight cell on Summary
    size_t chart_offers;  // ranked offers in the charts, at most 10
    size_t chart_tops;    // rows of the spread chart; 0: no such chart

    struct summary_rows summary;

    /* Comparison. */
    uint32_t tile_rows;  // rows that the five heat tiles take
    uint32_t head_row;   // columns: names; rows: the first of the lines along the items
    uint32_t total_row;  // columns only
    uint32_t gates_row;  // columns only: heading of the requirements; without gates: total_row
    uint32_t first_item; // columns: row of item 1; rows: column of item 0 in the map
    uint32_t first_offer;
    uint32_t works_at;    // columns: heading row of the workings; rows: their first column
    uint32_t works_first; // first line of them
    uint32_t last_row, last_column; // of what is printed
    uint32_t blocks_at;             // first column of the second block
    uint32_t machine_column;        // columns: weights in force, proof that a gate needs
    uint32_t scale_column;          // columns with a panel: numbers of scales
    uint32_t charts_at;             // first column of the data of the charts
    uint32_t figures_at;            // columns: first row, rows: first row of single figures
    uint32_t figures_column;

    /* Weights. */
    uint32_t rules_bands, rules_minima, rules_margin, rules_price,
        rules_signs;       // heading rows, minima: first row
    uint32_t rules_levels; // with a panel: heading row of the table of levels
    uint32_t weights_last_row;
};

struct layout layout_of(struct arena *arena, const struct result *result);

/* Is the block there? Those of a panel only where one marked; what an item is worth not in the
 * portfolio. */
bool layout_has_block(const struct layout *layout, enum block block);

/* Where to write. */
struct place layout_block(const struct layout *layout, enum block block, size_t item, size_t offer);
struct place layout_items(const struct layout *layout, enum line_of_items line, size_t item);
struct place layout_work(const struct layout *layout, enum work work, size_t offer);
struct place layout_gate(const struct layout *layout, enum gate_line line, size_t gate,
                         size_t offer);
struct place layout_gate_proof(const struct layout *layout, size_t gate); // grade that it needs
struct place layout_gate_bound(const struct layout *layout,
                               size_t gate); // place of the level that it needs; with a panel
struct place layout_tie(const struct layout *layout, enum tie_line line, size_t stage,
                        size_t offer);
struct place layout_price(const struct layout *layout, enum price_line line, size_t price,
                          size_t offer);
struct place layout_price_rule(const struct layout *layout, enum price_rule_cell cell);
struct place layout_price_figure(const struct layout *layout, enum price_figure figure,
                                 size_t price);
struct place layout_figure(const struct layout *layout, enum figure figure);
struct place layout_rule(const struct layout *layout, enum rule_cell rule); // fixed: next column
struct place layout_minimum(const struct layout *layout, size_t minimum);
struct place layout_grade(const struct layout *layout, enum grade_column column, size_t row);
struct place layout_level(const struct layout *layout, enum level_column column, size_t row);
uint32_t layout_level_row(const struct layout *layout, size_t scale); // its heading, from 0 on
struct place layout_weight(const struct layout *layout, enum weight_column column, size_t item);
struct place layout_tile(const struct layout *layout,
                         size_t tile); // 0..4: bounds 0, 25, 50, 70, 90
struct place layout_summary_weight(const struct layout *layout, size_t top); // index into tops
struct place layout_proof(const struct layout *layout, enum proof_column column, size_t rank);
struct place layout_spread(const struct layout *layout, size_t column, size_t top);
struct place layout_spread_head(const struct layout *layout, size_t column); // ranks stand here

/* Ranges of the charts. */
struct range layout_proof_range(const struct layout *layout, enum proof_column column);
struct range layout_spread_range(const struct layout *layout, size_t column);

/* Who asks: addresses on `home` itself go without a prefix. */
struct layout_view {
    struct arena *arena;
    const struct layout *layout;
    enum home home;
};
struct layout_view layout_view(struct arena *arena, const struct layout *layout, enum home home);

/* Any place as A1 text: with `$` before row and column, or before none (for neighbours, so that a
 * block is uniform). */
const char *layout_fixed_text(const struct layout_view *view, struct place place);
const char *layout_moving_text(const struct layout_view *view, struct place place);

const char *layout_range_text(const struct layout_view *view, struct place first,
                              struct place last); // with `$`

/* One cell, or the cells of the descendants of `item`, which is a section. No more than these: a
 * range to the last item would make each section wait for all that follow, and LibreOffice then
 * loses its way in the chain (seen with 25 offers and 120 sections). */
const char *layout_block_at(const struct layout_view *view, enum block block, size_t item,
                            size_t offer);
const char *layout_block_below(const struct layout_view *view, enum block block, size_t item,
                               size_t offer);
const char *layout_block_offers(const struct layout_view *view, enum block block, size_t item);
const char *layout_block_whole(const struct layout_view *view, enum block block); // without item 0
const char *layout_items_at(const struct layout_view *view, enum line_of_items line, size_t item);
const char *layout_items_below(const struct layout_view *view, enum line_of_items line,
                               size_t item);
const char *layout_items_whole(const struct layout_view *view,
                               enum line_of_items line); // without item 0
const char *layout_work_at(const struct layout_view *view, enum work work, size_t offer);
const char *layout_work_over(const struct layout_view *view, enum work work,
                             size_t offer); // the line stays put: `G$40`, for blocks of items
const char *layout_works_at(const struct layout_view *view, enum work work);
const char *layout_works_to(const struct layout_view *view, enum work work,
                            size_t offer); // first offer to this one: `$G$40:G40`
const char *layout_gate_at(const struct layout_view *view, enum gate_line line, size_t gate,
                           size_t offer);
const char *layout_gates_of(const struct layout_view *view, size_t offer); // words of one offer
const char *layout_tie_at(const struct layout_view *view, enum tie_line line, size_t stage,
                          size_t offer);
const char *layout_ties_at(const struct layout_view *view, enum tie_line line, size_t stage);
const char *layout_gates_before_prices(const struct layout_view *view,
                                       size_t offer); // words of one offer
const char *layout_price_at(const struct layout_view *view, enum price_line line, size_t price,
                            size_t offer); // the line stays put, as layout_work_over()
const char *layout_prices_at(const struct layout_view *view, enum price_line line, size_t price);
const char *layout_price_rule_at(const struct layout_view *view, enum price_rule_cell cell);
const char *layout_price_figure_at(const struct layout_view *view, enum price_figure figure,
                                   size_t price);
const char *layout_figure_at(const struct layout_view *view, enum figure figure);
const char *layout_rule_at(const struct layout_view *view, enum rule_cell rule);
const char *layout_minimum_at(const struct layout_view *view, size_t minimum);
const char *layout_grades_at(const struct layout_view *view, enum grade_column column);
const char *layout_levels_at(const struct layout_view *view, enum level_column column);
const char *layout_scale_at(const struct layout_view *view,
                            size_t scale); // words of its levels
const char *layout_weight_at(const struct layout_view *view, enum weight_column column,
                             size_t item);
const char *layout_weights_at(const struct layout_view *view,
                              enum weight_column column); // of all items, without item 0
const char *layout_tile_at(const struct layout_view *view, size_t tile);
const char *layout_summary_weight_at(const struct layout_view *view, size_t top);

/* `INDEX(range,1,position)` or `INDEX(range,position,1)`: the offer at a position of a range over
 * all offers. */
const char *layout_pick(const struct layout_view *view, const char *range, const char *position);

/* `INDEX(range,1,MATCH(order,…,0))`: the value of the offer that stands at a place (1…n) of the
 * ranking, from a range over all offers. `order` is A1 text or a number. */
const char *layout_pick_ranked(const struct layout_view *view, const char *range,
                               const char *order);

#endif
