#include "report/sheet_comparison.h"

#include "base/arena.h"
#include "base/text.h"
#include "report/chart_cells.h"
#include "report/gate_cells.h"
#include "report/item_cells.h"
#include "report/map_rules.h"
#include "report/measure.h"
#include "report/price_cells.h"
#include "report/sheet_head.h"
#include "report/sheet_portfolio.h"

enum {
    LEGEND_ROW = 2,
    TILE_ROW_PIXELS = 20,
    ID_COLUMN = 0,
    TITLE_COLUMN,
    NUMBER_COLUMN,
    PARENT_COLUMN,
    SHARE_COLUMN,
    GAP_COLUMN,
    WIDE_OFFERS = 5, // as many columns of full width fill the page
    OFFER_PIXELS = 116,
    SIX_PIXELS = 96,
    NARROW_PIXELS = 64,
    NARROWEST_FROM = 7,
    TWO_PAGES_FROM = 13,
    TITLE_PIXELS = 252,
    TOP_PIXELS = 20,
    ROW_PIXELS = 17,
    OUTLINE_MOST = 7,
};

/* The columns of vendors, and the title's, which takes what few vendors leave of the page. */
static int offer_pixels_of(size_t offers)
{
    if (offers < LAYOUT_NARROW_FROM) {
        return OFFER_PIXELS;
    }
    return offers < NARROWEST_FROM ? SIX_PIXELS : NARROW_PIXELS;
}

static int title_pixels_of(size_t offers)
{
    int missing = offers < WIDE_OFFERS ? (int)(WIDE_OFFERS - offers) : 0;
    return TITLE_PIXELS + missing * OFFER_PIXELS;
}

static void set_columns(const struct comparison_page *sheet)
{
    static const int widths[] = {
        [ID_COLUMN] = 62,     [TITLE_COLUMN] = TITLE_PIXELS, [NUMBER_COLUMN] = 32,
        [PARENT_COLUMN] = 42, [SHARE_COLUMN] = 48,           [GAP_COLUMN] = 8,
    };
    const struct layout *layout = sheet->layout;
    uint32_t offers = (uint32_t)layout->offer_count;
    for (uint32_t c = 0; c < COUNT_OF(widths); c++) {
        book_column(sheet->book, c, c,
                    c == TITLE_COLUMN ? title_pixels_of(sheet->layout->offer_count) : widths[c]);
    }
    uint32_t behind = layout->first_offer + offers;
    book_column(sheet->book, layout->first_offer, behind - 1,
                offer_pixels_of(sheet->layout->offer_count));
    book_column(sheet->book, behind, behind, 8);
    book_column(sheet->book, behind + 1, behind + 2, 54);
    book_column(sheet->book, behind + 3, behind + 3, 16);
    book_column(sheet->book, layout->machine_column, layout->machine_column + 1, 86);
    book_column(sheet->book, layout->machine_column + 2, layout->machine_column + 2, 16);
    for (enum block b = BLOCK_CLAIMED; b < layout->block_end; b++) {
        uint32_t first = layout_block(layout, b, 0, 0).column;
        book_column(sheet->book, first, first + offers - 1, block_pixels(b));
        book_column(sheet->book, first + offers, first + offers, 16);
    }
    if (layout->has_panel) {
        book_column(sheet->book, layout->scale_column, layout->scale_column, 62);
        book_column(sheet->book, layout->scale_column + 1, layout->scale_column + 1, 16);
    }
    book_column(sheet->book, layout->charts_at, layout->charts_at, 110);
    book_column(sheet->book, layout->charts_at + 1,
                layout->charts_at + SPREAD_RANKS + LAYOUT_CHART_MOST, 86);
}

/* Rows 1 to 3: mast, message, and what the signs mean beside the tiles of the heat. */
static void lay_head(const struct comparison_page *sheet, const struct scorecard *scorecard)
{
    const struct sheet_head head = {
        .mast = "Comparison: evidenced score of every criterion, 0 to 100",
        .note = "≠ contradicted by a finding · – no answer, declined: 0 · n/a not applicable",
    };
    comparison_head(sheet, scorecard, &head);
    for (uint32_t r = 0; r < sheet->layout->tile_rows; r++) {
        book_row(sheet->book, LEGEND_ROW + r, TILE_ROW_PIXELS);
    }
    book_row(sheet->book, LEGEND_ROW + sheet->layout->tile_rows, 5);
    map_tiles(sheet->book, sheet->layout);
}

/* Names wrap in their column; the row is as high as the longest needs. */
static int name_row_pixels(const struct comparison_page *sheet)
{
    int lines = 1;
    for (size_t o = 0; o < sheet->layout->offer_count; o++) {
        const char *name = sheet->scores.result->offers[o].offer->name;
        int needed = measure_lines(name, 10, true, offer_pixels_of(sheet->layout->offer_count), 0);
        lines = needed > lines ? needed : lines;
    }
    return lines > 1 ? measure_height(lines, 3) : TOP_PIXELS;
}

static void head_row(const struct comparison_page *sheet, uint32_t row, const char *title,
                     const char *share, const char *spread)
{
    uint32_t behind = sheet->layout->last_column;
    struct look right = look(STYLE_KEY_NUM);
    book_text(sheet->book, row, TITLE_COLUMN, look(STYLE_KEY), title);
    if (share != NULL) {
        book_text(sheet->book, row, SHARE_COLUMN, right, share);
        book_text(sheet->book, row, behind - 1, right, spread);
        book_text(sheet->book, row, behind, right, share[0] == 'S' ? "Effect" : share);
    }
}

static void lay_names(const struct comparison_page *sheet)
{
    const struct layout *layout = sheet->layout;
    uint32_t row = layout->head_row;
    book_row(sheet->book, row, name_row_pixels(sheet));
    book_row(sheet->book, row + 1, ROW_PIXELS);
    book_row(sheet->book, row + 2, ROW_PIXELS);
    book_text(sheet->book, row, ID_COLUMN, look(STYLE_KEY), "Id");
    book_text(sheet->book, row, NUMBER_COLUMN, look(STYLE_KEY_NUM), "No.");
    book_text(sheet->book, row, PARENT_COLUMN, look(STYLE_KEY_NUM), "In no.");
    head_row(sheet, row, "Criterion", "Share", "Spread");
    head_row(sheet, row + 1, "Rank", "of 100", "points");
    head_row(sheet, row + 2, "Outcome", NULL, NULL);
    for (size_t o = 0; o < layout->offer_count; o++) {
        work_cell(&sheet->ranking, WORK_NAME, o);
        work_cell(&sheet->ranking, WORK_MAP_RANK, o);
        work_cell(&sheet->ranking, WORK_MAP_OUTCOME, o);
    }
}

static struct look total_look(enum style style, enum number_look number)
{
    struct look result = look_as(style, number);
    result.rule_top = true;
    return result;
}

static void lay_total(const struct comparison_page *sheet)
{
    const struct score_sheet *scores = &sheet->scores;
    uint32_t row = sheet->layout->total_row;
    uint32_t last = sheet->layout->last_column;
    book_row(sheet->book, row, 22);
    book_blanks(sheet->book, row, ID_COLUMN, last, total_look(STYLE_TOTAL, LOOK_GENERAL));
    item_cell(scores, ITEMS_TITLE, 0, total_look(STYLE_TOTAL, LOOK_TEXT));
    item_cell(scores, ITEMS_NUMBER, 0, total_look(STYLE_MACHINE, LOOK_COUNT));
    item_cell(scores, ITEMS_SHARE, 0, total_look(STYLE_TOTAL_NUM, LOOK_POINTS_MAP));
    item_cell(scores, ITEMS_SPREAD, 0, total_look(STYLE_TOTAL_NUM, LOOK_SECTION));
    item_cell(scores, ITEMS_EFFECT, 0, total_look(STYLE_TOTAL_NUM, LOOK_POINTS_MAP));
}

static void lay_gates(const struct comparison_page *sheet)
{
    const struct layout *layout = sheet->layout;
    if (layout->gate_count == 0) {
        return;
    }
    struct look panel = look(STYLE_SECTION1);
    book_row(sheet->book, layout->gates_row, TOP_PIXELS);
    book_blanks(sheet->book, layout->gates_row, ID_COLUMN, layout->last_column, panel);
    book_text(sheet->book, layout->gates_row, ID_COLUMN, look(STYLE_GATES),
              "Mandatory requirements");
    for (size_t g = 0; g < layout->gate_count; g++) {
        uint32_t row = layout_gate(layout, GATE_MAP, g, 0).row;
        const struct item *item = &layout->criteria->items[layout->result->gates[g]];
        const char *title = gate_title(sheet->arena, layout, g);
        int lines = measure_lines(title, 10, false, title_pixels_of(sheet->layout->offer_count), 0);
        book_row(sheet->book, row, lines > 1 ? measure_height(lines, 1) : ROW_PIXELS);
        book_blanks(sheet->book, row, NUMBER_COLUMN, layout->last_column, look(STYLE_ID));
        book_text(sheet->book, row, ID_COLUMN, look(STYLE_ID), item->id);
        book_text(sheet->book, row, TITLE_COLUMN, look(STYLE_TEXT_FOLDED), title);
        gate_needs(&sheet->scores, g);
        for (size_t o = 0; o < layout->offer_count; o++) {
            gate_cell(&sheet->scores, GATE_MAP, g, o);
        }
    }
}

/* The cells of an item's row outside of the blocks. */
static void lay_item(const struct comparison_page *sheet, size_t item)
{
    const struct score_sheet *scores = &sheet->scores;
    const struct layout *layout = sheet->layout;
    const struct item *of = &layout->criteria->items[item];
    uint32_t row = layout_items(layout, ITEMS_ID, item).row;
    struct look machine = item_look(layout, ITEM_PART_MACHINE, item);
    struct look number = item_look(layout, ITEM_PART_NUMBER, item);
    int level = of->depth > OUTLINE_MOST ? OUTLINE_MOST : (int)of->depth - 1;
    book_row_at(sheet->book, row,
                item_row_pixels(sheet->arena, layout, item,
                                title_pixels_of(sheet->layout->offer_count),
                                of->depth == 1 ? TOP_PIXELS : ROW_PIXELS),
                level);
    if (of->depth == 1) { // the line of a top item runs through the gaps
        book_blank(sheet->book, row, GAP_COLUMN, machine);
        book_blank(sheet->book, row, layout->last_column - 2, machine);
    }
    item_cell(scores, ITEMS_ID, item, item_look(layout, ITEM_PART_ID, item));
    item_cell(scores, ITEMS_TITLE, item, item_look(layout, ITEM_PART_TITLE, item));
    item_cell(scores, ITEMS_NUMBER, item, machine);
    item_cell(scores, ITEMS_PARENT, item, machine);
    item_cell(scores, ITEMS_SHARE, item, look_with_number(number, LOOK_POINTS_MAP));
    item_cell(scores, ITEMS_WEIGHT, item, look_as(STYLE_NUM, LOOK_WEIGHT));
    item_cell(scores, ITEMS_SPREAD, item,
              look_with_number(number, item_is_criterion(of) ? LOOK_LEAF : LOOK_SECTION));
    item_cell(scores, ITEMS_EFFECT, item, look_with_number(number, LOOK_POINTS_MAP));
    item_cell(scores, ITEMS_TOP, item, look_as(STYLE_NUM, LOOK_POINTS));
    if (item_has_cell(layout, ITEMS_SCALE, item)) {
        item_cell(scores, ITEMS_SCALE, item, look_as(STYLE_MACHINE, LOOK_COUNT));
    }
}

static void lay_blocks(const struct comparison_page *sheet, size_t item)
{
    for (enum block b = BLOCK_EVIDENCED; b < sheet->layout->block_end; b++) {
        if (!block_has_cell(sheet->layout, b, item)) {
            continue;
        }
        for (size_t o = 0; o < sheet->layout->offer_count; o++) {
            score_cell(&sheet->scores, b, item, o);
        }
    }
}

static void lay_items(const struct comparison_page *sheet)
{
    for (size_t i = 0; i < sheet->layout->item_count; i++) {
        struct arena_mark mark = arena_mark(sheet->arena);
        if (i > 0) {
            lay_item(sheet, i);
        }
        lay_blocks(sheet, i);
        arena_rewind(sheet->arena, mark);
    }
}

/* Names of the blocks on the right, and the vendors above each of their columns. */
static void lay_block_heads(const struct comparison_page *sheet)
{
    const struct layout *layout = sheet->layout;
    uint32_t machine = layout->machine_column;
    book_text(sheet->book, LEGEND_ROW, machine, look(STYLE_KEY_STRONG), "Workings");
    book_text(sheet->book, layout->head_row, machine, look(STYLE_KEY_NUM), "Weight in force");
    book_text(sheet->book, layout->head_row, machine + 1, look(STYLE_KEY_NUM), "Effect of top");
    if (layout->has_panel) {
        book_text(sheet->book, layout->head_row, layout->scale_column, look(STYLE_KEY_NUM),
                  "Scale no.");
    }
    for (enum block b = BLOCK_CLAIMED; b < layout->block_end; b++) {
        uint32_t first = layout_block(layout, b, 0, 0).column;
        book_text(sheet->book, LEGEND_ROW, first, look(STYLE_KEY_STRONG), block_title(b));
        for (size_t o = 0; o < layout->offer_count; o++) {
            book_text(sheet->book, layout->head_row, first + (uint32_t)o, look(STYLE_NAME_FOLDED),
                      layout->result->offers[o].offer->name);
        }
    }
}

static void work_label(const struct comparison_page *sheet, struct place at, const char *label)
{
    book_text(sheet->book, at.row, TITLE_COLUMN, look(STYLE_ID), label);
}

/* Below the map: one line a step of the ranking. */
static void lay_works(const struct comparison_page *sheet)
{
    const struct layout *layout = sheet->layout;
    struct arena *arena = sheet->arena;
    sheet_block_title(sheet->book, layout->works_at, ID_COLUMN, layout->last_column,
                      "Workings of the ranking");
    for (enum work w = WORK_RANK_SHOWN; w < WORK_COUNT; w++) {
        work_label(sheet, layout_work(layout, w, 0), work_title(w));
        for (size_t o = 0; o < layout->offer_count; o++) {
            work_cell(&sheet->ranking, w, o);
        }
    }
    for (size_t s = 0; s < layout->tie_count; s++) {
        size_t item = layout->result->project->evaluation.rules.tie[s];
        const char *title = item_title_text(arena, layout, item);
        work_label(sheet, layout_tie(layout, TIE_SCORE, s, 0),
                   arena_format(arena, "Tie rule: %s", title));
        work_label(sheet, layout_tie(layout, TIE_RANK, s, 0), "Rank after it");
        for (size_t o = 0; o < layout->offer_count; o++) {
            tie_cell(&sheet->ranking, TIE_SCORE, s, o);
            tie_cell(&sheet->ranking, TIE_RANK, s, o);
        }
    }
}

static void lay_gate_works(const struct comparison_page *sheet)
{
    const struct layout *layout = sheet->layout;
    for (enum gate_line l = GATE_WORD; l < layout->gate_line_end; l++) {
        for (size_t g = 0; g < layout->gate_count && l != GATE_MAP; g++) {
            struct place at = layout_gate(layout, l, g, 0);
            work_label(sheet, at,
                       arena_format(sheet->arena, "%s %s",
                                    layout->criteria->items[layout->result->gates[g]].id,
                                    gate_line_title(l)));
            for (size_t o = 0; o < layout->offer_count; o++) {
                gate_cell(&sheet->scores, l, g, o);
            }
        }
    }
}

static void lay_price_works(const struct comparison_page *sheet)
{
    const struct layout *layout = sheet->layout;
    for (size_t p = 0; p < layout->price_count; p++) {
        for (enum price_line l = PRICE_BID; l < PRICE_LINE_COUNT; l++) {
            work_label(sheet, layout_price(layout, l, p, 0),
                       arena_format(sheet->arena, "%s %s",
                                    layout->criteria->items[layout->prices[p]].id,
                                    price_line_title(l)));
            for (size_t o = 0; o < layout->offer_count; o++) {
                price_cell(&sheet->scores, l, p, o);
            }
        }
    }
}

static void lay_rules(const struct comparison_page *sheet)
{
    const struct layout *layout = sheet->layout;
    const struct layout_view *view = &sheet->scores.view;
    size_t last_item = layout->item_count - 1;
    size_t last_offer = layout->offer_count - 1;
    map_heat(sheet->book, view, layout_block(layout, BLOCK_EVIDENCED, 0, 0),
             layout_block(layout, BLOCK_EVIDENCED, 0, last_offer));
    map_heat(sheet->book, view, layout_block(layout, BLOCK_EVIDENCED, 1, 0),
             layout_block(layout, BLOCK_EVIDENCED, last_item, last_offer));
    comparison_words(sheet);
}

static void set_page(const struct comparison_page *sheet, const struct scorecard *scorecard)
{
    const struct layout *layout = sheet->layout;
    struct sheet_setup *setup = comparison_setup(sheet, scorecard);
    setup->repeat_first_row = LEGEND_ROW;
    setup->repeat_last_row = layout->total_row;
    setup->freeze_row = layout->total_row + 1;
    setup->freeze_column = NUMBER_COLUMN;
    setup->outline = true;
    if (layout->offer_count >= TWO_PAGES_FROM) {
        setup->pages_wide = 2;
        setup->repeat_first_column = ID_COLUMN;
        setup->repeat_last_column = TITLE_COLUMN;
    }
}

static void lay_sheet(const struct comparison_page *sheet, const struct scorecard *scorecard)
{
    set_page(sheet, scorecard);
    set_columns(sheet);
    lay_head(sheet, scorecard);
    lay_names(sheet);
    lay_block_heads(sheet);
    lay_total(sheet);
    lay_gates(sheet);
    lay_items(sheet);
    lay_works(sheet);
    lay_gate_works(sheet);
    lay_price_works(sheet);
    comparison_figures(sheet, TITLE_COLUMN);
    chart_cells(&sheet->ranking);
    lay_rules(sheet);
}

void sheet_comparison(struct book *book, const struct scorecard *scorecard)
{
    struct arena arena;
    arena_init(&arena);
    struct comparison_page sheet;
    comparison_page_init(&sheet, &arena, book, scorecard);
    book_begin_sheet(book, home_name(HOME_COMPARISON));
    if (scorecard->layout.offers_as_rows) {
        sheet_portfolio(&sheet, scorecard);
    } else {
        lay_sheet(&sheet, scorecard);
    }
    book_end_sheet(book);
    arena_release(&arena);
}
