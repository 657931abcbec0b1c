#include "report/checks_page.h"

#include "base/arena.h"
#include "base/decimal.h"
#include "base/sum.h"
#include "base/text.h"
#include "report/signs.h"

#include <stdbool.h>

enum { LINES_A_PAIR = 3, LABEL_PIXELS = 230, WORK_PIXELS = 150 };

struct checks_page checks_page_of(struct arena *arena, const struct scorecard *scorecard)
{
    return (struct checks_page){
        .arena = arena,
        .scorecard = scorecard,
        .result = scorecard->result,
        .layout = &scorecard->layout,
        .view = layout_view(arena, &scorecard->layout, HOME_ELSEWHERE),
    };
}

static const char *place_at(const struct checks_page *page, struct place place, enum hold hold)
{
    return place_text(page->arena, place, hold, HOME_ELSEWHERE);
}

const char *checks_cell(const struct checks_page *page, uint32_t row, uint32_t column)
{
    return place_at(page, (struct place){HOME_ELSEWHERE, row, column}, HOLD_NONE);
}

const char *checks_fixed_cell(const struct checks_page *page, uint32_t row, uint32_t column)
{
    return place_at(page, (struct place){HOME_ELSEWHERE, row, column}, HOLD_BOTH);
}

/* The place of one vendor on a line of the workings; line 0 has the names. */
static struct place work_place(const struct checks_page *page, uint32_t line, size_t offer)
{
    uint32_t at = (uint32_t)offer;
    return page->layout->offers_as_rows
               ? (struct place){HOME_ELSEWHERE, CHECK_FIRST_ROW + at, CHECK_WORKS + line}
               : (struct place){HOME_ELSEWHERE, CHECK_HEAD_ROW + line, CHECK_WORKS + 1 + at};
}

/* Where the title of a line stands. */
static struct place title_place(const struct checks_page *page, uint32_t line)
{
    return page->layout->offers_as_rows
               ? (struct place){HOME_ELSEWHERE, CHECK_HEAD_ROW, CHECK_WORKS + line}
               : (struct place){HOME_ELSEWHERE, CHECK_HEAD_ROW + line, CHECK_WORKS};
}

/* A line over all vendors; one blank cell longer, since Gnumeric takes one cell for a value. */
static const char *work_line(const struct checks_page *page, uint32_t line)
{
    struct place last = work_place(page, line, page->result->offer_count);
    const struct place_range range = {work_place(page, line, 0), last, HOLD_BOTH, HOLD_BOTH};
    return place_range_text(page->arena, &range, HOME_ELSEWHERE);
}

static uint32_t pair_line(enum check_pair pair)
{
    return 1 + LINES_A_PAIR * (uint32_t)pair;
}

const char *checks_names_line(const struct checks_page *page)
{
    return work_line(page, 0);
}

const char *checks_pair_line(const struct checks_page *page, enum check_pair pair)
{
    return work_line(page, pair_line(pair) + 2);
}

/* One figure of a vendor: a text, or where that is NULL a number. */
struct figure_value {
    const char *text;
    double number;
};

static struct figure_value number_or_none(const struct scored_offer *offer, double number)
{
    return (struct figure_value){.text = offer->has_total ? NULL : "n/a", .number = number};
}

static struct figure_value total_value(const struct checks_page *page, size_t offer)
{
    const struct scored_offer *scored = &page->result->offers[offer];
    return number_or_none(scored, 100.0 * scored->items[0].evidenced);
}

static const char *total_formula(const struct checks_page *page, size_t offer)
{
    return arena_format(page->arena, "=%s",
                        layout_block_at(&page->view, BLOCK_EVIDENCED, 0, offer));
}

/* The mean of the top sections by their shares of the whole, of what is in this vendor's sum. */
static struct figure_value sections_value(const struct checks_page *page, size_t offer)
{
    const struct scored_offer *scored = &page->result->offers[offer];
    struct sum points = {0};
    struct sum shares = {0};
    for (size_t t = 0; t < page->layout->top_count; t++) {
        size_t item = page->layout->tops[t];
        if (scored->items[item].in_sum) {
            sum_add(&points, page->result->shares[item] * scored->items[item].evidenced);
            sum_add(&shares, page->result->shares[item]);
        }
    }
    double share = sum_total(&shares);
    return number_or_none(scored, share > 0.0 ? 100.0 * sum_total(&points) / share : 0.0);
}

static const char *sections_formula(const struct checks_page *page, size_t offer)
{
    const struct layout_view *view = &page->view;
    const char *shares = layout_items_below(view, ITEMS_SHARE, 0);
    const char *parents = layout_items_below(view, ITEMS_PARENT, 0);
    const char *scores = layout_block_below(view, BLOCK_EVIDENCED, 0, offer);
    return arena_format(page->arena,
                        "=IFERROR(SUMPRODUCT((%s=0)*%s,%s)/SUMIFS(%s,%s,0,%s,\">=0\"),\"n/a\")",
                        parents, shares, scores, shares, parents, scores);
}

static struct figure_value points_value(const struct checks_page *page, size_t offer)
{
    const struct scored_offer *scored = &page->result->offers[offer];
    struct sum points = {0};
    for (size_t i = 1; i < page->layout->item_count; i++) {
        if (item_is_criterion(&page->layout->criteria->items[i])) {
            sum_add(&points, scored->items[i].points);
        }
    }
    return number_or_none(scored, sum_total(&points));
}

static struct figure_value gap_value(const struct checks_page *page, size_t offer)
{
    const struct scored_offer *scored = &page->result->offers[offer];
    const struct item_score *total = &scored->items[0];
    return number_or_none(scored, 100.0 * total->claimed - 100.0 * total->evidenced);
}

static const char *gap_formula(const struct checks_page *page, size_t offer)
{
    const char *evidenced = layout_block_at(&page->view, BLOCK_EVIDENCED, 0, offer);
    return arena_format(page->arena, "=IF(ISNUMBER(%s),%s-%s,%s)", evidenced,
                        layout_block_at(&page->view, BLOCK_CLAIMED, 0, offer), evidenced,
                        evidenced);
}

static struct figure_value causes_value(const struct checks_page *page, size_t offer)
{
    const struct scored_offer *scored = &page->result->offers[offer];
    struct sum gap = {0};
    for (size_t c = 0; c < GAP_COUNT; c++) {
        sum_add(&gap, scored->gap[c]);
    }
    return number_or_none(scored, sum_total(&gap));
}

static struct figure_value published_value(const struct checks_page *page, size_t offer)
{
    const struct scored_offer *scored = &page->result->offers[offer];
    return number_or_none(scored, scored->published);
}

static const char *published_formula(const struct checks_page *page, size_t offer)
{
    return arena_format(page->arena, "=%s", layout_work_at(&page->view, WORK_PUBLISHED, offer));
}

static struct figure_value standing_value(const struct checks_page *page, size_t offer)
{
    const struct scored_offer *scored = &page->result->offers[offer];
    const char *rank = scored->ranked ? arena_format(page->arena, "%zu%s", scored->rank,
                                                     scored->shares_rank ? "=" : "")
                                      : "–";
    return (struct figure_value){.text = arena_format(page->arena, "%s %s %s", rank,
                                                      outcome_sign(scored->outcome),
                                                      outcome_word(scored->outcome))};
}

static const char *standing_formula(const struct checks_page *page, size_t offer)
{
    return arena_format(page->arena, "=%s&\" \"&%s",
                        layout_work_at(&page->view, WORK_RANK_SHOWN, offer),
                        layout_work_at(&page->view, WORK_OUTCOME, offer));
}

/* The middle one of three is the evidenced score where proven is no more and all true no less. */
static struct figure_value median_value(const struct checks_page *page, size_t offer)
{
    const struct item_score *total = &page->result->offers[offer].items[0];
    double low = total->proven < total->high ? total->proven : total->high;
    double high = total->proven < total->high ? total->high : total->proven;
    double middle = total->evidenced < low    ? low
                    : total->evidenced > high ? high
                                              : total->evidenced;
    return number_or_none(&page->result->offers[offer], 100.0 * middle);
}

static const char *median_formula(const struct checks_page *page, size_t offer)
{
    const char *evidenced = layout_block_at(&page->view, BLOCK_EVIDENCED, 0, offer);
    return arena_format(page->arena, "=IF(ISNUMBER(%s),MEDIAN(%s,%s,%s),%s)", evidenced,
                        layout_block_at(&page->view, BLOCK_PROVEN, 0, offer), evidenced,
                        layout_block_at(&page->view, BLOCK_HIGH, 0, offer), evidenced);
}

/* One way to a figure; without a formula it is the program's value. */
struct way {
    const char *title;
    struct figure_value (*value)(const struct checks_page *, size_t offer);
    const char *(*formula)(const struct checks_page *, size_t offer); // NULL: a value
};

static const struct {
    struct way ways[2];
    enum number_look number_look;
} PAIRS[] = {
    [PAIR_SECTIONS] = {{{"Total", total_value, total_formula},
                        {"… from the sections", sections_value, sections_formula}},
                       LOOK_SIX},
    [PAIR_POINTS] = {{{"Total", total_value, total_formula},
                      {"… points, by the program", points_value, NULL}},
                     LOOK_SIX},
    [PAIR_GAP] = {{{"Claim gap", gap_value, gap_formula},
                   {"… its causes, by the program", causes_value, NULL}},
                  LOOK_SIX},
    [PAIR_PUBLISHED] = {{{"Published score", published_value, published_formula},
                         {"… by the program", published_value, NULL}},
                        LOOK_SCORE},
    [PAIR_STANDING] = {{{"Rank and outcome", standing_value, standing_formula},
                        {"… by the program", standing_value, NULL}},
                       LOOK_TEXT},
    [PAIR_ORDER] = {{{"Total", total_value, total_formula},
                     {"… between proven and all true", median_value, median_formula}},
                    LOOK_SIX},
};
_Static_assert(COUNT_OF(PAIRS) == PAIR_COUNT, "two ways for each");

static bool ways_agree(const struct checks_page *page, enum check_pair pair, size_t offer)
{
    struct figure_value first = PAIRS[pair].ways[0].value(page, offer);
    struct figure_value second = PAIRS[pair].ways[1].value(page, offer);
    if (first.text != NULL || second.text != NULL) {
        return text_equal(first.text, second.text);
    }
    return decimal_units(first.number - second.number, DECIMAL_GUARD) == 0;
}

size_t checks_pair_equal(const struct checks_page *page, enum check_pair pair)
{
    size_t equal = 0;
    for (size_t o = 0; o < page->result->offer_count; o++) {
        equal += ways_agree(page, pair, o) ? 1 : 0;
    }
    return equal;
}

static void lay_way(const struct checks_page *page, struct book *book, const struct way *way,
                    struct place at, size_t offer, enum number_look number_look)
{
    struct figure_value value = way->value(page, offer);
    struct look look = look_as(STYLE_NUM, number_look);
    const char *formula = way->formula == NULL ? NULL : way->formula(page, offer);
    if (formula == NULL && value.text == NULL) {
        book_number(book, at.row, at.column, look, value.number);
    } else if (formula == NULL) {
        book_text(book, at.row, at.column, look, value.text);
    } else if (value.text == NULL) {
        book_number_formula(book, at.row, at.column, look, formula, value.number);
    } else {
        book_text_formula(book, at.row, at.column, look, formula, value.text);
    }
}

static void lay_pair(const struct checks_page *page, struct book *book, enum check_pair pair,
                     size_t offer)
{
    struct place at[LINES_A_PAIR];
    for (uint32_t line = 0; line < LINES_A_PAIR; line++) {
        at[line] = work_place(page, pair_line(pair) + line, offer);
    }
    for (size_t way = 0; way < COUNT_OF(PAIRS[pair].ways); way++) {
        lay_way(page, book, &PAIRS[pair].ways[way], at[way], offer, PAIRS[pair].number_look);
    }
    const char *first = place_at(page, at[0], HOLD_NONE);
    const char *second = place_at(page, at[1], HOLD_NONE);
    const char *formula = arena_format(
        page->arena, "=IF(ISNUMBER(%s),IF(ISNUMBER(%s),IF(ROUND(%s-%s,%s)=0,1,0),0),IF(%s=%s,1,0))",
        first, second, first, second, layout_rule_at(&page->view, RULE_GUARD), first, second);
    book_number_formula(book, at[2].row, at[2].column, look_as(STYLE_NUM, LOOK_COUNT), formula,
                        ways_agree(page, pair, offer) ? 1.0 : 0.0);
}

static void lay_titles(const struct checks_page *page, struct book *book)
{
    book_text(book, CHECK_BLOCK_ROW, CHECK_WORKS, look(STYLE_BLOCK), "Workings, by vendor");
    uint32_t last = page->layout->offers_as_rows
                        ? CHECK_WORKS + LINES_A_PAIR * PAIR_COUNT
                        : CHECK_WORKS + (uint32_t)page->result->offer_count;
    book_column(book, CHECK_WORKS, CHECK_WORKS, LABEL_PIXELS);
    book_column(book, CHECK_WORKS + 1, last, WORK_PIXELS);
    enum style style = page->layout->offers_as_rows ? STYLE_HEAD : STYLE_TEXT;
    for (size_t pair = 0; pair < PAIR_COUNT; pair++) {
        const char *const titles[LINES_A_PAIR] = {PAIRS[pair].ways[0].title,
                                                  PAIRS[pair].ways[1].title, "… 1: equal"};
        for (uint32_t line = 0; line < LINES_A_PAIR; line++) {
            struct place at = title_place(page, pair_line((enum check_pair)pair) + line);
            book_text(book, at.row, at.column, look(style), titles[line]);
        }
    }
    struct place at = title_place(page, 0);
    book_text(book, at.row, at.column, look(STYLE_HEAD), "Vendor");
}

void checks_lay_works(const struct checks_page *page, struct book *book)
{
    lay_titles(page, book);
    for (size_t o = 0; o < page->result->offer_count; o++) {
        struct arena_mark mark = arena_mark(page->arena);
        struct place at = work_place(page, 0, o);
        book_text(book, at.row, at.column,
                  look(page->layout->offers_as_rows ? STYLE_TEXT : STYLE_HEAD_NUM),
                  page->result->offers[o].offer->name);
        for (size_t pair = 0; pair < PAIR_COUNT; pair++) {
            lay_pair(page, book, (enum check_pair)pair, o);
        }
        arena_rewind(page->arena, mark);
    }
}
