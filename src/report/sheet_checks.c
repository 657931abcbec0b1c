#include "report/sheet_checks.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/sum.h"
#include "base/text.h"
#include "report/check_notes.h"
#include "report/figure_cells.h"
#include "report/measure.h"
#include "report/place.h"
#include "report/sheet_head.h"
#include "report/signs.h"

enum check_column {
    COLUMN_NUMBER,
    COLUMN_WHAT,
    COLUMN_WHERE,
    COLUMN_SHOULD,
    COLUMN_IS,
    COLUMN_DIFFERENCE,
    COLUMN_RESULT
};

/* Workings, one row an offer, to the right of what is printed. */
enum offer_column {
    OFFER_NAME = COLUMN_RESULT + 2,
    OFFER_TOTAL,          // as on Comparison; 0 where there is none
    OFFER_BY_SECTIONS,    // from the shares of the top items
    OFFER_IN_ORDER,       // 1: proven <= evidenced <= if all is true
    OFFER_GAP,            // claimed less evidenced
    OFFER_GAP_PROGRAM,    // causes of the gap, by the program
    OFFER_POINTS_PROGRAM, // points of all criteria, by the program
    OFFER_PUBLISHED,      // 0 where there is none
    OFFER_PUBLISHED_PROGRAM,
    OFFER_RANK_EQUAL,   // 1: rank and outcome are those of the program
    OFFER_RANK_PROGRAM, // text: rank and outcome by the program
    OFFER_COLUMN_END
};

enum {
    BLOCK_ROW = 3,
    HEAD_ROW,
    FIRST_ROW,
    CHECK_COUNT = 10,
    VERDICT_ROW = FIRST_ROW + CHECK_COUNT
};

/* What a difference means: an error always, or a what-if as long as inputs differ. */
enum excuse { NO_EXCUSE, WHAT_IF_EXCUSES };

struct check {
    const char *what, *where;
    const char *should_formula, *is_formula;
    double should, is;
    enum excuse excuse;
};

struct checks_page {
    struct arena *arena;
    struct book *book;
    const struct scorecard *scorecard;
    const struct result *result;
    const struct layout *layout;
    struct layout_view view;
};

static const char *cell(const struct checks_page *page, uint32_t row, uint32_t column)
{
    return place_text(page->arena, (struct place){HOME_ELSEWHERE, row, column}, HOLD_NONE,
                      HOME_ELSEWHERE);
}

static const char *fixed_cell(const struct checks_page *page, uint32_t row, uint32_t column)
{
    return place_text(page->arena, (struct place){HOME_ELSEWHERE, row, column}, HOLD_BOTH,
                      HOME_ELSEWHERE);
}

/* The workings of all offers in a column; one blank row longer, as Gnumeric needs. */
static const char *offers_range(const struct checks_page *page, uint32_t column)
{
    return arena_format(page->arena, "%s:%s", fixed_cell(page, FIRST_ROW, column),
                        fixed_cell(page, FIRST_ROW + (uint32_t)page->result->offer_count, column));
}

const char *checks_verdict_at(struct arena *arena)
{
    const char *address = place_text(arena,
                                     (struct place){HOME_ELSEWHERE, VERDICT_ROW, COLUMN_RESULT},
                                     HOLD_BOTH, HOME_ELSEWHERE);
    return arena_format(arena, "Checks!%s", address);
}

const char *checks_verdict_text(struct arena *arena, const struct scorecard *scorecard)
{
    (void)scorecard;
    return arena_format(arena, "✓ %d of %d checks hold", CHECK_COUNT, CHECK_COUNT);
}

static double total_of(const struct scored_offer *offer)
{
    return offer->has_total ? offer->items[0].evidenced * 100 : 0;
}

static double gap_of(const struct scored_offer *offer)
{
    return offer->has_total ? (offer->items[0].claimed - offer->items[0].evidenced) * 100 : 0;
}

static double gap_by_causes(const struct scored_offer *offer)
{
    struct sum sum = {0};
    for (size_t i = 0; i < GAP_COUNT; i++) {
        sum_add(&sum, offer->gap[i]);
    }
    return sum_total(&sum);
}

static double points_of(const struct checks_page *page, const struct scored_offer *offer)
{
    struct sum sum = {0};
    const struct criteria *criteria = page->layout->criteria;
    for (size_t i = 1; i < criteria->count; i++) {
        if (item_is_criterion(&criteria->items[i])) {
            sum_add(&sum, offer->items[i].points);
        }
    }
    return sum_total(&sum);
}

static const char *standing_of(const struct checks_page *page, const struct scored_offer *offer)
{
    const char *rank = offer->ranked ? arena_format(page->arena, "%zu%s", offer->rank,
                                                    offer->shares_rank ? "=" : "")
                                     : "–";
    return arena_format(page->arena, "%s %s %s", rank, outcome_sign(offer->outcome),
                        outcome_word(offer->outcome));
}

/* The figures of one offer, each as live formula or as the program's value. */
static void lay_offer(const struct checks_page *page, size_t index)
{
    struct arena *arena = page->arena;
    struct book *book = page->book;
    const struct layout_view *view = &page->view;
    const struct scored_offer *offer = &page->result->offers[index];
    uint32_t row = FIRST_ROW + (uint32_t)index;
    struct look number = look_as(STYLE_NUM, LOOK_SIX);
    const char *total = layout_block_at(view, BLOCK_EVIDENCED, 0, index);
    const char *claimed = layout_block_at(view, BLOCK_CLAIMED, 0, index);
    const char *guard = layout_rule_at(view, RULE_GUARD);
    book_text(book, row, OFFER_NAME, look(STYLE_TEXT), offer->offer->name);
    book_number_formula(book, row, OFFER_TOTAL, number,
                        arena_format(arena, "=IF(ISNUMBER(%s),%s,0)", total, total),
                        total_of(offer));
    book_number_formula(
        book, row, OFFER_BY_SECTIONS, number,
        arena_format(
            arena, "=IFERROR(SUMPRODUCT((%s=0)*%s,%s)/SUMIFS(%s,%s,0,%s,\">=0\"),0)",
            layout_items_below(view, ITEMS_PARENT, 0), layout_items_below(view, ITEMS_SHARE, 0),
            layout_block_below(view, BLOCK_EVIDENCED, 0, index),
            layout_items_below(view, ITEMS_SHARE, 0), layout_items_below(view, ITEMS_PARENT, 0),
            layout_block_below(view, BLOCK_EVIDENCED, 0, index)),
        total_of(offer));
    book_number_formula(book, row, OFFER_IN_ORDER, look_as(STYLE_NUM, LOOK_COUNT),
                        arena_format(arena,
                                     "=IF(ISNUMBER(%s),IF(AND(ROUND(%s,%s)<=ROUND(%s,%s),ROUND(%s,%"
                                     "s)<=ROUND(%s,%s)),1,0),1)",
                                     total, layout_block_at(view, BLOCK_PROVEN, 0, index), guard,
                                     total, guard, total, guard,
                                     layout_block_at(view, BLOCK_HIGH, 0, index), guard),
                        1);
    book_number_formula(book, row, OFFER_GAP, number,
                        arena_format(arena, "=IF(ISNUMBER(%s),%s-%s,0)", total, claimed, total),
                        gap_of(offer));
    book_number(book, row, OFFER_GAP_PROGRAM, number, gap_by_causes(offer));
    book_number(book, row, OFFER_POINTS_PROGRAM, number, points_of(page, offer));
    const char *published = layout_work_at(view, WORK_PUBLISHED, index);
    book_number_formula(book, row, OFFER_PUBLISHED, number,
                        arena_format(arena, "=IF(ISNUMBER(%s),%s,0)", published, published),
                        offer->has_total ? offer->published : 0);
    book_number(book, row, OFFER_PUBLISHED_PROGRAM, number,
                offer->has_total ? offer->published : 0);
    book_number_formula(book, row, OFFER_RANK_EQUAL, look_as(STYLE_NUM, LOOK_COUNT),
                        arena_format(arena, "=IF(%s&\" \"&%s=%s,1,0)",
                                     layout_work_at(view, WORK_RANK_SHOWN, index),
                                     layout_work_at(view, WORK_OUTCOME, index),
                                     cell(page, row, OFFER_RANK_PROGRAM)),
                        1);
    book_text(book, row, OFFER_RANK_PROGRAM, look(STYLE_TEXT), standing_of(page, offer));
}

static void lay_offers(const struct checks_page *page)
{
    static const char *const HEADS[] = {
        "Vendor",
        "Total",
        "By sections",
        "In order",
        "Claim gap",
        "Its causes",
        "Points, program",
        "Published",
        "Published, program",
        "Standing equal",
        "Standing, program",
    };
    _Static_assert(COUNT_OF(HEADS) == OFFER_COLUMN_END - OFFER_NAME, "a head a column");
    book_text(page->book, BLOCK_ROW, OFFER_NAME, look(STYLE_BLOCK), "Workings, one row a vendor");
    book_column(page->book, OFFER_NAME, OFFER_COLUMN_END - 1, 110);
    for (uint32_t c = 0; c < COUNT_OF(HEADS); c++) {
        book_text(page->book, HEAD_ROW, OFFER_NAME + c, look(c == 0 ? STYLE_HEAD : STYLE_HEAD_NUM),
                  HEADS[c]);
    }
    for (size_t i = 0; i < page->result->offer_count; i++) {
        struct arena_mark mark = arena_mark(page->arena);
        lay_offer(page, i);
        arena_rewind(page->arena, mark);
    }
}

static double sum_over(const struct checks_page *page,
                       double (*figure)(const struct scored_offer *))
{
    struct sum sum = {0};
    for (size_t i = 0; i < page->result->offer_count; i++) {
        sum_add(&sum, figure(&page->result->offers[i]));
    }
    return sum_total(&sum);
}

static double published_of(const struct scored_offer *offer)
{
    return offer->has_total ? offer->published : 0;
}

static struct check sum_check(const struct checks_page *page, const char *what, uint32_t should,
                              uint32_t is, double value, enum excuse excuse)
{
    return (struct check){
        .what = what,
        .where = arena_format(page->arena, "Comparison, %zu totals", page->result->offer_count),
        .should_formula = arena_format(page->arena, "=SUM(%s)", offers_range(page, should)),
        .is_formula = arena_format(page->arena, "=SUM(%s)", offers_range(page, is)),
        .should = value,
        .is = value,
        .excuse = excuse,
    };
}

static struct check count_check(const struct checks_page *page, const char *what, const char *where,
                                uint32_t is, enum excuse excuse)
{
    double offers = (double)page->result->offer_count;
    return (struct check){
        .what = what,
        .where = where,
        .should_formula = arena_format(page->arena, "=COUNT(%s)", offers_range(page, OFFER_TOTAL)),
        .is_formula = arena_format(page->arena, "=SUM(%s)", offers_range(page, is)),
        .should = offers,
        .is = offers,
        .excuse = excuse,
    };
}

/* Shares of sections against those of what stands in them. */
static struct check section_check(const struct checks_page *page)
{
    const struct layout_view *view = &page->view;
    const char *shares = layout_items_below(view, ITEMS_SHARE, 0);
    const char *parents = layout_items_below(view, ITEMS_PARENT, 0);
    const struct criteria *criteria = page->layout->criteria;
    struct sum sum = {0};
    for (size_t i = 1; i < criteria->count; i++) {
        sum_add(&sum, item_is_criterion(&criteria->items[i]) ? 0 : page->result->shares[i] * 100);
    }
    return (struct check){
        .what = "Shares inside every section add up to the section's",
        .where = arena_format(page->arena, "Weights, %zu items", criteria->count - 1),
        .should_formula = arena_format(page->arena, "=SUMPRODUCT((COUNTIF(%s,%s)>0)*%s)", parents,
                                       layout_items_below(view, ITEMS_NUMBER, 0), shares),
        .is_formula = arena_format(page->arena, "=SUMIFS(%s,%s,\">0\")", shares, parents),
        .should = sum_total(&sum),
        .is = sum_total(&sum),
    };
}

static struct check score_check(const struct checks_page *page)
{
    const char *block = layout_block_whole(&page->view, BLOCK_EVIDENCED);
    const char *answered = layout_block_whole(&page->view, BLOCK_ANSWERED);
    double cells = (double)(page->result->offer_count * (page->layout->criteria->count - 1));
    return (struct check){
        .what = "Every item has a score, or is said not to count",
        .where = "Comparison, all items of all vendors",
        .should_formula = arena_format(page->arena, "=COUNT(%s)+COUNTIF(%s,\"n/a\")", answered,
                                       answered),
        .is_formula = arena_format(page->arena, "=COUNT(%s)+COUNTIF(%s,\"n/a\")", block, block),
        .should = cells,
        .is = cells,
    };
}

static void collect(const struct checks_page *page, struct check checks[static CHECK_COUNT])
{
    const struct layout_view *view = &page->view;
    struct arena *arena = page->arena;
    const char *inputs = layout_figure_at(view, FIGURE_INPUTS);
    size_t at = 0;
    checks[at++] = (struct check){
        .what = "Shares of the top sections add up to 100",
        .where = "Weights, top sections",
        .should_formula = arena_format(arena, "=%s", layout_items_at(view, ITEMS_SHARE, 0)),
        .is_formula = arena_format(arena, "=SUMIFS(%s,%s,0)",
                                   layout_items_below(view, ITEMS_SHARE, 0),
                                   layout_items_below(view, ITEMS_PARENT, 0)),
        .should = 100,
        .is = 100,
    };
    checks[at++] = section_check(page);
    checks[at++] = score_check(page);
    checks[at++] = sum_check(page, "Scores of the sections lead to each vendor's total",
                             OFFER_TOTAL, OFFER_BY_SECTIONS, sum_over(page, total_of), NO_EXCUSE);
    checks[at++] = count_check(page, "Proven ≤ evidenced ≤ if all is true", "Comparison, totals",
                               OFFER_IN_ORDER, NO_EXCUSE);
    checks[at++] = sum_check(page, "Points of all criteria add up to each vendor's total",
                             OFFER_POINTS_PROGRAM, OFFER_TOTAL, sum_over(page, total_of),
                             WHAT_IF_EXCUSES);
    checks[at++] = sum_check(page, "Causes of the claim gap add up to it", OFFER_GAP_PROGRAM,
                             OFFER_GAP, sum_over(page, gap_of), WHAT_IF_EXCUSES);
    checks[at++] = sum_check(page, "Scores of the program and of the formulas agree",
                             OFFER_PUBLISHED_PROGRAM, OFFER_PUBLISHED, sum_over(page, published_of),
                             WHAT_IF_EXCUSES);
    checks[at++] = count_check(page, "Ranks and outcomes of program and formulas agree",
                               "Comparison, ranks", OFFER_RANK_EQUAL, WHAT_IF_EXCUSES);
    checks[at++] = (struct check){
        .what = "Weights, rules and grades equal the evaluation",
        .where = "Weights, Comparison: blue cells",
        .should_formula = arena_format(arena, "=%s", inputs),
        .is_formula = arena_format(arena, "=%s-%s", inputs, layout_figure_at(view, FIGURE_DIFFER)),
        .should = -1, // a count that only the layout knows; see lay_check()
        .is = -1,
        .excuse = WHAT_IF_EXCUSES,
    };
}

static void lay_check(const struct checks_page *page, uint32_t row, size_t number,
                      const struct check *check)
{
    struct book *book = page->book;
    struct arena *arena = page->arena;
    struct look figure = look_as(STYLE_NUM, LOOK_SIX);
    book_row(book, row, 20);
    book_number(book, row, COLUMN_NUMBER, look_as(STYLE_ID, LOOK_COUNT), (double)number);
    book_text(book, row, COLUMN_WHAT, look(STYLE_TEXT), check->what);
    book_text(book, row, COLUMN_WHERE, look(STYLE_ID), check->where);
    book_number_formula(book, row, COLUMN_SHOULD, figure, check->should_formula, check->should);
    book_number_formula(book, row, COLUMN_IS, figure, check->is_formula, check->is);
    const char *should = cell(page, row, COLUMN_SHOULD);
    const char *is = cell(page, row, COLUMN_IS);
    const char *guard = layout_rule_at(&page->view, RULE_GUARD);
    // Sums of many figures: equal to six decimals is equal.
    book_number_formula(book, row, COLUMN_DIFFERENCE, look_as(STYLE_NUM, LOOK_DIFFERENCE),
                        arena_format(arena, "=ROUND(%s-%s,%s-3)", is, should, guard), 0);
    const char *difference = cell(page, row, COLUMN_DIFFERENCE);
    const char *formula =
        check->excuse == NO_EXCUSE
            ? arena_format(arena, "=IF(%s=0,\"✓ holds\",\"✗ differs\")", difference)
            : arena_format(arena, "=IF(%s=0,\"✓ holds\",IF(%s>0,\"≠ what-if\",\"✗ differs\"))",
                           difference, layout_figure_at(&page->view, FIGURE_DIFFER));
    book_text_formula(book, row, COLUMN_RESULT, look_in(STYLE_OK, 1), formula, "✓ holds");
}

/* The verdict over all lines, and the message that says it in words. */
static void lay_verdict(const struct checks_page *page)
{
    struct book *book = page->book;
    struct arena *arena = page->arena;
    const char *results = arena_format(arena, "%s:%s", fixed_cell(page, FIRST_ROW, COLUMN_RESULT),
                                       fixed_cell(page, VERDICT_ROW - 1, COLUMN_RESULT));
    const char *numbers = arena_format(arena, "%s:%s", fixed_cell(page, FIRST_ROW, COLUMN_NUMBER),
                                       fixed_cell(page, VERDICT_ROW - 1, COLUMN_NUMBER));
    book_row(book, VERDICT_ROW, 20);
    book_blank(book, VERDICT_ROW, COLUMN_NUMBER, look(STYLE_TOTAL));
    book_text(book, VERDICT_ROW, COLUMN_WHAT, look(STYLE_TOTAL), "Verdict");
    book_blank(book, VERDICT_ROW, COLUMN_WHERE, look(STYLE_TOTAL));
    book_number_formula(book, VERDICT_ROW, COLUMN_SHOULD, look_as(STYLE_TOTAL_NUM, LOOK_COUNT),
                        arena_format(arena, "=COUNT(%s)", numbers), CHECK_COUNT);
    book_number_formula(book, VERDICT_ROW, COLUMN_IS, look_as(STYLE_TOTAL_NUM, LOOK_COUNT),
                        arena_format(arena, "=SUMPRODUCT((LEFT(%s,1)=\"✓\")*1)", results),
                        CHECK_COUNT);
    book_number_formula(book, VERDICT_ROW, COLUMN_DIFFERENCE,
                        look_as(STYLE_TOTAL_NUM, LOOK_DIFFERENCE),
                        arena_format(arena, "=SUMPRODUCT((LEFT(%s,1)=\"✗\")*1)", results), 0);
    const char *should = fixed_cell(page, VERDICT_ROW, COLUMN_SHOULD);
    const char *is = fixed_cell(page, VERDICT_ROW, COLUMN_IS);
    const char *wrong = fixed_cell(page, VERDICT_ROW, COLUMN_DIFFERENCE);
    book_text_formula(
        book, VERDICT_ROW, COLUMN_RESULT, look_in(STYLE_OK, 1),
        arena_format(arena,
                     "=IF(%s>0,\"✗ \"&%s&\" of \"&%s&\" checks differ\",IF(%s=%s,\"✓ \"&%s&\" "
                     "of \"&%s&\" checks hold\",\"≠ \"&%s-%s&\" checks are what-if\"))",
                     wrong, wrong, should, is, should, is, should, should, is),
        checks_verdict_text(arena, page->scorecard));
    sheet_head_lay(
        book, page->scorecard,
        &(struct sheet_head){
            .mast = "Checks: does the workbook agree with itself?",
            .message = arena_format(arena, "✓ All %d checks hold.", CHECK_COUNT),
            .message_formula = arena_format(
                arena,
                "=IF(%s>0,\"✗ NOT VALID: \"&%s&\" of \"&%s&\" checks differ.\",IF(%s=%s,\"✓ All "
                "\"&%s&\" checks hold.\",\"≠ What-if: inputs differ; \"&%s&\" checks hold.\"))",
                wrong, wrong, should, is, should, should, is),
            .note = "Each line is a live formula: it compares two figures reached in two ways. "
                    "The verdict is repeated on Summary.",
            .last_column = COLUMN_RESULT,
        });
}

static uint32_t lay_notes(const struct checks_page *page)
{
    struct book *book = page->book;
    const struct check_note *notes = NULL;
    size_t count = check_notes(page->arena, page->result, &notes);
    uint32_t row = VERDICT_ROW + 2;
    book_row(book, row, 24);
    sheet_block_title(book, row++, COLUMN_NUMBER, COLUMN_RESULT, "Notes");
    if (count == 0) {
        book_text(book, row, COLUMN_WHAT, look(STYLE_TEXT),
                  "Nothing that deserves a reader’s eye.");
        return row;
    }
    static const char *const HEADS[] = {"No.", "What", "Where",     "Whom it touches",
                                        NULL,  NULL,   "What to do"};
    book_row(book, row, 21);
    for (uint32_t c = 0; c < COUNT_OF(HEADS); c++) {
        if (HEADS[c] == NULL) {
            book_blank(book, row, c, look(STYLE_HEAD));
        } else {
            book_text(book, row, c, look_in(STYLE_HEAD, c == COLUMN_RESULT ? 1 : 0), HEADS[c]);
        }
    }
    for (size_t i = 0; i < count; i++) {
        row++;
        const char *what = arena_format(page->arena, "%s %s", notes[i].asks ? "▲" : "○",
                                        notes[i].what);
        int lines = measure_lines(what, 10, notes[i].asks, 300, 0);
        int more = measure_lines(notes[i].action, 10, false, 196, 1);
        book_row(book, row, measure_height(lines > more ? lines : more, 4));
        book_number(book, row, COLUMN_NUMBER, look_as(STYLE_ID, LOOK_COUNT), (double)(i + 1));
        book_text(book, row, COLUMN_WHAT, look(notes[i].asks ? STYLE_NOTE_WARN : STYLE_TEXT_WRAP),
                  what);
        book_text(book, row, COLUMN_WHERE, look(STYLE_ID), notes[i].where);
        book_text(book, row, COLUMN_SHOULD, look(STYLE_TEXT),
                  measure_cut(page->arena, notes[i].whom, 10, 332, 0, 1, ""));
        book_blanks(book, row, COLUMN_IS, COLUMN_DIFFERENCE, look(STYLE_TEXT));
        book_text(book, row, COLUMN_RESULT, look_in(STYLE_TEXT_WRAP, 1), notes[i].action);
    }
    return row;
}

static void lay_table(const struct checks_page *page)
{
    static const struct sheet_column HEADS[] = {
        {"No.", 40, STYLE_HEAD, 0},     {"What is checked", 300, STYLE_HEAD, 0},
        {"Where", 236, STYLE_HEAD, 0},  {"Should be", 120, STYLE_HEAD_NUM, 0},
        {"Is", 120, STYLE_HEAD_NUM, 0}, {"Difference", 92, STYLE_HEAD_NUM, 0},
        {"Result", 196, STYLE_HEAD, 1},
    };
    struct check checks[CHECK_COUNT];
    collect(page, checks);
    double inputs = (double)figure_input_count(page->result);
    checks[CHECK_COUNT - 1].should = inputs;
    checks[CHECK_COUNT - 1].is = inputs;
    book_row(page->book, BLOCK_ROW, 24);
    sheet_block_title(page->book, BLOCK_ROW, COLUMN_NUMBER, COLUMN_RESULT, "Arithmetic");
    book_row(page->book, HEAD_ROW, 21);
    sheet_table_head(page->book, HEAD_ROW, 0, HEADS, COUNT_OF(HEADS));
    for (size_t i = 0; i < CHECK_COUNT; i++) {
        lay_check(page, FIRST_ROW + (uint32_t)i, i + 1, &checks[i]);
    }
    book_rule(page->book, &(struct rule){.range = {.first_row = FIRST_ROW,
                                                   .first_column = COLUMN_RESULT,
                                                   .last_row = VERDICT_ROW,
                                                   .last_column = COLUMN_RESULT},
                                         .formula = "=OR(LEFT($G6,1)=\"✗\",LEFT($G6,1)=\"≠\")",
                                         .text = COLOUR_BAD,
                                         .bold = true});
}

void sheet_checks(struct book *book, const struct scorecard *scorecard)
{
    struct arena scratch;
    arena_init(&scratch);
    struct checks_page page = {.arena = &scratch,
                               .book = book,
                               .scorecard = scorecard,
                               .result = scorecard->result,
                               .layout = &scorecard->layout,
                               .view = layout_view(&scratch, &scorecard->layout, HOME_ELSEWHERE)};
    book_begin_sheet(book, "Checks");
    scorecard_page(book, scorecard);
    lay_verdict(&page);
    lay_table(&page);
    lay_offers(&page);
    uint32_t last = lay_notes(&page);
    struct sheet_setup *setup = book_setup(book);
    setup->print_area_given = true;
    setup->print_area = (struct range){.last_row = last, .last_column = COLUMN_RESULT};
    book_end_sheet(book);
    arena_release(&scratch);
}
