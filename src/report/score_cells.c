#include "report/score_cells.h"

#include "base/arena.h"
#include "base/sum.h"
#include "base/text.h"
#include "report/panel_cells.h"
#include "report/price_cells.h"
#include "score/measurement.h"

#include <assert.h>

static const char NOT_IN_SUM[] = "n/a";
static const char NO_RANK[] = "–";

static const struct item *item_at(const struct layout *layout, size_t item)
{
    return &layout->criteria->items[item];
}

static bool is_criterion(const struct layout *layout, size_t item)
{
    return item > 0 && item_is_criterion(item_at(layout, item));
}

const char *grade_row_word(size_t row)
{
    if (row < GRADE_COUNT) {
        return grade_word((enum grade)row);
    }
    return row == GRADE_NONE_ASKED ? "none asked" : "no answer";
}

bool score_grade_is_input(const struct result *result, size_t item, size_t offer)
{
    const struct scored_offer *scored = &result->offers[offer];
    return scored->items[item].in_sum && scored->criteria[item].has_grade;
}

const char *score_grade_word(const struct result *result, size_t item, size_t offer)
{
    const struct scored_offer *scored = &result->offers[offer];
    if (scored->criteria[item].has_grade) { // also of what is not yet in the sum
        return grade_word(scored->criteria[item].grade);
    }
    bool silent = scored->items[item].in_sum && scored->criteria[item].evidence_asked;
    return grade_row_word(silent ? GRADE_NO_ANSWER : GRADE_NONE_ASKED);
}

/* Is the evidenced value of a criterion shown by a document at least, or scored by the panel? As
 * the grade table says. */
static bool is_shown(const struct result *result, size_t item, size_t offer)
{
    const struct criterion_score *criterion = &result->offers[offer].criteria[item];
    return !criterion->has_grade || criterion->grade >= GRADE_DOCUMENTED ||
           panel_level_counts(result, item, offer);
}

const double *score_shown(struct arena *arena, const struct result *result, size_t offer)
{
    const struct evaluation *evaluation = &result->project->evaluation;
    const struct scored_offer *scored = &result->offers[offer];
    double *shown = arena_alloc(arena, evaluation->criteria.count, sizeof *shown);
    for (size_t i = evaluation->criteria.count; i-- > 0;) { // what is below comes before
        const struct item *item = &evaluation->criteria.items[i];
        if (!scored->items[i].in_sum) {
            continue;
        }
        if (item_is_criterion(item)) {
            shown[i] = is_shown(result, i, offer) ? scored->items[i].evidenced : 0.0;
            continue;
        }
        struct sum points = {0};
        struct sum weights = {0};
        for (size_t c = 0; c < item->child_count; c++) {
            size_t child = item->children[c];
            if (scored->items[child].in_sum) {
                sum_add(&points, evaluation->weights[child] * shown[child]);
                sum_add(&weights, evaluation->weights[child]);
            }
        }
        shown[i] = sum_total(&weights) > 0.0 ? sum_total(&points) / sum_total(&weights) : 0.0;
    }
    return shown;
}

struct spread score_spread(const struct result *result, size_t item)
{
    struct spread spread = {0};
    bool any = false;
    for (size_t o = 0; o < result->offer_count; o++) {
        const struct scored_offer *offer = &result->offers[o];
        if (!offer->ranked || !offer->items[item].in_sum) {
            continue;
        }
        double score = 100.0 * offer->items[item].evidenced;
        spread.best = !any || score > spread.best ? score : spread.best;
        spread.worst = !any || score < spread.worst ? score : spread.worst;
        any = true;
    }
    return spread;
}

struct score_sheet score_sheet_of(struct arena *arena, struct book *book,
                                  const struct result *result, const struct layout *layout)
{
    const double **shown = arena_alloc(arena, result->offer_count, sizeof *shown);
    for (size_t o = 0; o < result->offer_count; o++) {
        shown[o] = score_shown(arena, result, o);
    }
    return (struct score_sheet){.arena = arena,
                                .book = book,
                                .result = result,
                                .layout = layout,
                                .view = layout_view(arena, layout, HOME_COMPARISON),
                                .shown = shown};
}

/* The value of a cell, where it is a number: scores 0..100, shares 0..1. */
static double evidenced_value(const struct score_sheet *sheet, size_t item, size_t offer)
{
    return 100.0 * sheet->result->offers[offer].items[item].evidenced;
}

static double claimed_value(const struct score_sheet *sheet, size_t item, size_t offer)
{
    return 100.0 * sheet->result->offers[offer].items[item].claimed;
}

static double shown_value(const struct score_sheet *sheet, size_t item, size_t offer)
{
    return 100.0 * sheet->shown[offer][item];
}

static double proven_value(const struct score_sheet *sheet, size_t item, size_t offer)
{
    return 100.0 * sheet->result->offers[offer].items[item].proven;
}

static double high_value(const struct score_sheet *sheet, size_t item, size_t offer)
{
    return 100.0 * sheet->result->offers[offer].items[item].high;
}

static double answered_value(const struct score_sheet *sheet, size_t item, size_t offer)
{
    return sheet->result->offers[offer].items[item].answered;
}

/* The formula of a criterion's cell; NULL: a value. */

/* What the criterion is judged by: the panel's level, else what a finding shows, else the answer.
 */
static const char *in_force(const struct score_sheet *sheet, size_t item, size_t offer)
{
    const struct layout_view *view = &sheet->view;
    const char *found = layout_block_at(view, BLOCK_FOUND, item, offer);
    if (!sheet->layout->has_panel) {
        return found; // MIN passes over an empty cell
    }
    const char *worth = layout_block_at(view, BLOCK_PANEL_WORTH, item, offer);
    return arena_format(sheet->arena, "IF(ISNUMBER(%s),%s,IF(ISNUMBER(%s),%s,%s))", worth, worth,
                        found, found, layout_block_at(view, BLOCK_CLAIMED, item, offer));
}

/* The lower of what was claimed, the level in force and the ceiling of the proof (RULES 2). */
static const char *evidenced_formula(const struct score_sheet *sheet, size_t item, size_t offer)
{
    const struct layout_view *view = &sheet->view;
    const char *claimed = layout_block_at(view, BLOCK_CLAIMED, item, offer);
    return arena_format(
        sheet->arena, "=IF(ISNUMBER(%s),MIN(%s,%s,100*INDEX(%s,MATCH(%s,%s,0),1)),%s)", claimed,
        claimed, in_force(sheet, item, offer), layout_grades_at(view, GRADE_CEILINGS),
        layout_block_at(view, BLOCK_GRADE, item, offer), layout_grades_at(view, GRADE_WORDS),
        claimed);
}

/* 1 or 0: does a score with this grade count as shown, or as proven? What the panel scored does. */
static const char *counts_by_grade(const struct score_sheet *sheet, enum grade_column column,
                                   size_t item, size_t offer)
{
    const struct layout_view *view = &sheet->view;
    const char *by_grade = arena_format(
        sheet->arena, "INDEX(%s,MATCH(%s,%s,0),1)", layout_grades_at(view, column),
        layout_block_at(view, BLOCK_GRADE, item, offer), layout_grades_at(view, GRADE_WORDS));
    if (!sheet->layout->has_panel) {
        return by_grade;
    }
    return arena_format(sheet->arena, "IF(ISNUMBER(%s),1,%s)",
                        layout_block_at(view, BLOCK_PANEL_WORTH, item, offer), by_grade);
}

static const char *counted_formula(const struct score_sheet *sheet, enum grade_column column,
                                   size_t item, size_t offer)
{
    const char *score = layout_block_at(&sheet->view, BLOCK_EVIDENCED, item, offer);
    return arena_format(sheet->arena, "=IF(ISNUMBER(%s),%s*%s,%s)", score, score,
                        counts_by_grade(sheet, column, item, offer), score);
}

/* The panel gives a text what it is worth (RULES 1). */
static bool is_text_by_panel(const struct score_sheet *sheet, size_t item, size_t offer)
{
    return item_at(sheet->layout, item)->answer.kind == ANSWER_TEXT &&
           panel_level_is_input(sheet->result, item, offer);
}

static const char *claimed_formula(const struct score_sheet *sheet, size_t item, size_t offer)
{
    if (!is_text_by_panel(sheet, item, offer)) {
        return NULL;
    }
    const char *worth = layout_block_at(&sheet->view, BLOCK_PANEL_WORTH, item, offer);
    return arena_format(sheet->arena, "=IF(ISNUMBER(%s),%s,\"n/a\")", worth, worth);
}

static const char *high_formula(const struct score_sheet *sheet, size_t item, size_t offer)
{
    return is_text_by_panel(sheet, item, offer)
               ? arena_format(sheet->arena, "=%s",
                              layout_block_at(&sheet->view, BLOCK_CLAIMED, item, offer))
               : NULL;
}

static const char *shown_formula(const struct score_sheet *sheet, size_t item, size_t offer)
{
    return counted_formula(sheet, GRADE_SHOWS, item, offer);
}

static const char *proven_formula(const struct score_sheet *sheet, size_t item, size_t offer)
{
    return counted_formula(sheet, GRADE_PROVES, item, offer);
}

/* A section, or the total: the weighted mean of what is in the sum below it (RULES 4). */
static const char *mean_formula(const struct score_sheet *sheet, enum block block, size_t item,
                                size_t offer)
{
    const struct layout_view *view = &sheet->view;
    const char *number = layout_items_at(view, ITEMS_NUMBER, item);
    const char *parents = layout_items_below(view, ITEMS_PARENT, item);
    const char *weights = layout_items_below(view, ITEMS_WEIGHT, item);
    const char *scores = layout_block_below(view, block, item, offer);
    return arena_format(sheet->arena,
                        "=IFERROR(SUMPRODUCT((%s=%s)*%s,%s)/SUMIFS(%s,%s,%s,%s,\">=0\"),\"n/a\")",
                        parents, number, weights, scores, weights, parents, number, scores);
}

/* One row a block: what it holds and how it comes about. */
struct block_row {
    const char *title;
    int pixels;
    double (*value)(const struct score_sheet *, size_t item, size_t offer); // NULL: no number
    const char *(*formula)(const struct score_sheet *, size_t item,
                           size_t offer); // of a criterion; NULL: a value
    bool sums;                            // sections are means of what is below them
    bool live_in_rows;                    // formulas in the portfolio, too
};

static const struct block_row BLOCKS[] = {
    [BLOCK_EVIDENCED] = {"Evidenced", 116, evidenced_value, evidenced_formula, true, true},
    [BLOCK_CLAIMED] = {"Claimed", 62, claimed_value, claimed_formula, true, true},
    [BLOCK_GRADE] = {"Grade of proof", 86, NULL, NULL, false, true},
    [BLOCK_GRADE_FIXED] = {"Grade as fixed", 86, NULL, NULL, false, true},
    [BLOCK_FOUND] = {"Shown or measured", 62, NULL, NULL, false, true},
    [BLOCK_SHOWN] = {"Shown", 62, shown_value, shown_formula, true, false},
    [BLOCK_PROVEN] = {"Proven", 62, proven_value, proven_formula, true, false},
    [BLOCK_HIGH] = {"If all is true", 62, high_value, high_formula, true, false},
    [BLOCK_ANSWERED] = {"Answered", 40, answered_value, NULL, true, true},
    [BLOCK_RANKED] = {"Ranked", 62, NULL, NULL, false, true},
    [BLOCK_SHARE] = {"Worth of 100", 62, NULL, NULL, true, false},
    [BLOCK_PANEL] = {"Level of the panel", 96, NULL, NULL, false, true},
    [BLOCK_PANEL_FIXED] = {"Level as fixed", 96, NULL, NULL, false, true},
    [BLOCK_PANEL_ROW] = {"Row of the level", 62, NULL, NULL, false, true},
    [BLOCK_PANEL_WORTH] = {"Worth of the level", 62, NULL, NULL, false, true},
};
_Static_assert(COUNT_OF(BLOCKS) == BLOCK_COUNT, "a row for each block");

const char *block_title(enum block block)
{
    return BLOCKS[block].title;
}

int block_pixels(enum block block)
{
    return BLOCKS[block].pixels;
}

bool block_is_live(const struct layout *layout, enum block block)
{
    return !layout->offers_as_rows || BLOCKS[block].live_in_rows;
}

bool block_has_cell(const struct layout *layout, enum block block, size_t item)
{
    if (block == BLOCK_RANKED) { // in the portfolio only where a spread is shown
        return !layout->offers_as_rows || item_at(layout, item)->depth <= 1;
    }
    return BLOCKS[block].sums || is_criterion(layout, item);
}

/* How a state looks in the map; the cell stays a number wherever it is in the sum. */
static struct look state_look(const struct score_sheet *sheet, size_t item, size_t offer)
{
    const struct scored_offer *scored = &sheet->result->offers[offer];
    const struct criterion_score *criterion = &scored->criteria[item];
    bool narrow = sheet->layout->narrow;
    if (!scored->items[item].in_sum) {
        return look_as(STYLE_MAP_NA,
                       criterion->state == STATE_NOT_YET_SCORED ? LOOK_OPEN : LOOK_MAP_TEXT);
    }
    if (criterion->contradicted) {
        return look_as(STYLE_MAP_CONTRADICTED, narrow ? LOOK_CONTRADICTED_SIGN : LOOK_CONTRADICTED);
    }
    switch (criterion->state) {
    case STATE_UNANSWERED:
    case STATE_NOT_APPLICABLE: // without our agreement it counts as unanswered
        return look_as(STYLE_MAP_SILENT, narrow ? LOOK_NO_ANSWER_SIGN : LOOK_NO_ANSWER);
    case STATE_DECLINED:
        return look_as(STYLE_MAP_SILENT, narrow ? LOOK_DECLINED_SIGN : LOOK_DECLINED);
    case STATE_NOT_ASKED:
        return look_as(STYLE_MAP_SILENT, narrow ? LOOK_NOT_ASKED_SIGN : LOOK_NOT_ASKED);
    case STATE_ANSWERED:
    case STATE_NOT_YET_SCORED:
    case STATE_COUNT:
        break;
    }
    return look_as(STYLE_MAP_LEAF, LOOK_LEAF_MAP);
}

static struct look map_look(const struct score_sheet *sheet, size_t item, size_t offer)
{
    size_t depth = item_at(sheet->layout, item)->depth;
    if (item == 0) {
        return look_as(STYLE_MAP_TOTAL, LOOK_SCORE_MAP);
    }
    struct look look;
    if (is_criterion(sheet->layout, item)) {
        look = state_look(sheet, item, offer);
    } else {
        enum style style = depth == 1   ? STYLE_MAP_SECTION1
                           : depth == 2 ? STYLE_MAP_SECTION
                                        : STYLE_MAP_LEAF;
        look = look_as(style, LOOK_SECTION_MAP);
    }
    look.rule_top = depth == 1 && !sheet->layout->offers_as_rows;
    return look;
}

static struct look cell_look(const struct score_sheet *sheet, enum block block, size_t item,
                             size_t offer)
{
    if (block == BLOCK_EVIDENCED) {
        return map_look(sheet, item, offer);
    }
    bool leaf = is_criterion(sheet->layout, item);
    if (block == BLOCK_ANSWERED) {
        return look_as(STYLE_NUM, leaf ? LOOK_COUNT : LOOK_POINTS);
    }
    return look_as(STYLE_NUM, leaf ? LOOK_LEAF : LOOK_SECTION);
}

static void grade_cell(const struct score_sheet *sheet, enum block block, size_t item, size_t offer)
{
    struct place at = layout_block(sheet->layout, block, item, offer);
    const char *word = score_grade_word(sheet->result, item, offer);
    bool is_input = score_grade_is_input(sheet->result, item, offer);
    if (block == BLOCK_GRADE_FIXED || !is_input) {
        book_text(sheet->book, at.row, at.column, look(STYLE_ID), word);
        return;
    }
    const char *setting = arena_format(sheet->arena, "grade.%s.%s",
                                       sheet->result->offers[offer].offer->id,
                                       item_at(sheet->layout, item)->id);
    book_input_text(sheet->book, at.row, at.column, look(STYLE_INPUT), word, setting);
}

/* The value without the panel, whose level may stand in its place. */
static void found_cell(const struct score_sheet *sheet, size_t item, size_t offer)
{
    const struct scored_offer *scored = &sheet->result->offers[offer];
    const struct criterion_score *criterion = &scored->criteria[item];
    if (!criterion->contradicted) {
        return;
    }
    const struct answer_type *type = &item_at(sheet->layout, item)->answer;
    struct level_in_force level = level_in_force(type, &scored->offer->response.answers[item],
                                                 &scored->offer->findings.shows[item]);
    level_lower_to_measured(type, &criterion->measurement, &level);
    struct place at = layout_block(sheet->layout, BLOCK_FOUND, item, offer);
    book_number(sheet->book, at.row, at.column, look_as(STYLE_NUM, LOOK_LEAF), 100.0 * level.value);
}

static void ranked_cell(const struct score_sheet *sheet, size_t item, size_t offer)
{
    const struct scored_offer *scored = &sheet->result->offers[offer];
    struct place at = layout_block(sheet->layout, BLOCK_RANKED, item, offer);
    struct look look = cell_look(sheet, BLOCK_RANKED, item, offer);
    const char *formula = arena_format(sheet->arena, "=IF(%s<0,\"–\",%s)",
                                       layout_work_over(&sheet->view, WORK_KEY, offer),
                                       layout_block_at(&sheet->view, BLOCK_EVIDENCED, item, offer));
    if (scored->ranked && scored->items[item].in_sum) {
        book_number_formula(sheet->book, at.row, at.column, look, formula,
                            evidenced_value(sheet, item, offer));
    } else {
        book_text_formula(sheet->book, at.row, at.column, look, formula,
                          scored->ranked ? NOT_IN_SUM : NO_RANK);
    }
}

/* Its part of what its parent is worth, after what is not in the sum has left. */
static const char *share_formula(const struct score_sheet *sheet, size_t item, size_t offer)
{
    const struct layout_view *view = &sheet->view;
    size_t parent = item_at(sheet->layout, item)->parent;
    return arena_format(
        sheet->arena, "=IF(ISNUMBER(%s)*ISNUMBER(%s),%s*%s/SUMIFS(%s,%s,%s,%s,\">=0\"),0)",
        layout_block_at(view, BLOCK_EVIDENCED, item, offer),
        layout_block_at(view, BLOCK_EVIDENCED, parent, offer),
        layout_block_at(view, BLOCK_SHARE, parent, offer),
        layout_items_at(view, ITEMS_WEIGHT, item), layout_items_below(view, ITEMS_WEIGHT, parent),
        layout_items_below(view, ITEMS_PARENT, parent), layout_items_at(view, ITEMS_NUMBER, parent),
        layout_block_below(view, BLOCK_EVIDENCED, parent, offer));
}

static void share_cell(const struct score_sheet *sheet, size_t item, size_t offer)
{
    struct place at = layout_block(sheet->layout, BLOCK_SHARE, item, offer);
    struct look look = look_as(STYLE_NUM, LOOK_POINTS);
    if (item == 0) {
        book_number(sheet->book, at.row, at.column, look, 100);
    } else {
        book_number_formula(sheet->book, at.row, at.column, look, share_formula(sheet, item, offer),
                            100.0 * sheet->result->offers[offer].items[item].share);
    }
}

/* Of a bid the claimed score follows the others, and if all is true it is the same. NULL for all
 * else. */
static const char *price_formula(const struct score_sheet *sheet, enum block block, size_t item,
                                 size_t offer)
{
    const char *claimed = price_claimed_formula(sheet, item, offer);
    if (claimed != NULL && block == BLOCK_HIGH) {
        return arena_format(sheet->arena, "=%s",
                            layout_block_at(&sheet->view, BLOCK_CLAIMED, item, offer));
    }
    return block == BLOCK_CLAIMED ? claimed : NULL;
}

/* The formula of a cell with a figure; NULL where it is a value. */
static const char *figure_formula(const struct score_sheet *sheet, enum block block, size_t item,
                                  size_t offer)
{
    const struct block_row *row = &BLOCKS[block];
    if (!block_is_live(sheet->layout, block)) {
        return NULL;
    }
    if (!is_criterion(sheet->layout, item)) {
        return mean_formula(sheet, block, item, offer);
    }
    const char *price = price_formula(sheet, block, item, offer);
    if (price != NULL || row->formula == NULL) {
        return price;
    }
    return row->formula(sheet, item, offer);
}

static void figure_cell(const struct score_sheet *sheet, enum block block, size_t item,
                        size_t offer)
{
    struct place at = layout_block(sheet->layout, block, item, offer);
    struct look look = cell_look(sheet, block, item, offer);
    const char *formula = figure_formula(sheet, block, item, offer);
    bool in_sum = sheet->result->offers[offer].items[item].in_sum;
    double value = in_sum ? BLOCKS[block].value(sheet, item, offer) : 0.0;
    if (formula == NULL && in_sum) {
        book_number(sheet->book, at.row, at.column, look, value);
    } else if (formula == NULL) {
        book_text(sheet->book, at.row, at.column, look, NOT_IN_SUM);
    } else if (in_sum) {
        book_number_formula(sheet->book, at.row, at.column, look, formula, value);
    } else {
        book_text_formula(sheet->book, at.row, at.column, look, formula, NOT_IN_SUM);
    }
}

void score_cell(const struct score_sheet *sheet, enum block block, size_t item, size_t offer)
{
    assert(block_has_cell(sheet->layout, block, item));
    if (block == BLOCK_GRADE || block == BLOCK_GRADE_FIXED) {
        grade_cell(sheet, block, item, offer);
    } else if (block == BLOCK_FOUND) {
        found_cell(sheet, item, offer);
    } else if (block >= BLOCK_PANEL) {
        panel_cell(sheet, block, item, offer);
    } else if (block == BLOCK_RANKED) {
        ranked_cell(sheet, item, offer);
    } else if (block == BLOCK_SHARE) {
        share_cell(sheet, item, offer);
    } else {
        figure_cell(sheet, block, item, offer);
    }
}
