#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "report/measure.h"
#include "report/sheet_head.h"
#include "report/summary_page.h"
#include "score/baseline.h"

enum { LINE_PIXELS = 394 };

static void lay_top(const struct summary_page *page, const double *fixed, size_t top)
{
    struct book *book = page->book;
    struct arena *arena = page->arena;
    size_t item = page->layout->tops[top];
    uint32_t row = page->layout->summary.chart_first + (uint32_t)top;
    book_text(book, row, SUMMARY_SECTION, look(STYLE_TEXT),
              measure_clip(arena, page->criteria->items[item].title, 10, false, 160));
    book_number_formula(
        book, row, SUMMARY_WEIGHT, look_as(STYLE_NUM, number_look_of_weight(fixed[item])),
        arena_format(arena, "=%s", layout_weight_at(&page->view, WEIGHT_FIXED, item)), fixed[item]);
    struct place yours = layout_summary_weight(page->layout, top);
    book_input_empty(book, yours.row, yours.column, look_as(STYLE_INPUT_NUM, LOOK_WEIGHT),
                     arena_format(arena, "weights.%s", page->criteria->items[item].id));
    book_number_formula(book, row, SUMMARY_SECOND, look_as(STYLE_NUM, LOOK_RATE1),
                        arena_format(arena, "=%s/%s",
                                     layout_items_at(&page->view, ITEMS_SHARE, item),
                                     layout_items_at(&page->view, ITEMS_SHARE, 0)),
                        page->result->shares[item]);
    book_blank(book, row, SUMMARY_LEAD, look(STYLE_TEXT));
}

static double fixed_total(const struct summary_page *page, const double *fixed)
{
    double total = 0;
    for (size_t top = 0; top < page->layout->top_count; top++) {
        total += fixed[page->layout->tops[top]];
    }
    return total;
}

/* The cells of the top items in a column, above their total. */
static const char *column_above(const struct summary_page *page, uint32_t row, uint32_t column)
{
    struct place first = {HOME_SUMMARY, page->layout->summary.chart_first, column};
    struct place last = {HOME_SUMMARY, row - 1, column};
    return layout_range_text(&page->view, first, last);
}

static void lay_total(const struct summary_page *page, double total)
{
    struct book *book = page->book;
    struct arena *arena = page->arena;
    uint32_t first = page->layout->summary.chart_first;
    uint32_t row = first + (uint32_t)page->layout->top_count;
    const char *fixed = column_above(page, row, SUMMARY_WEIGHT);
    const char *force = column_above(page, row, SUMMARY_SECOND);
    book_text(book, row, SUMMARY_SECTION, look(STYLE_TOTAL), "Total");
    book_number_formula(book, row, SUMMARY_WEIGHT,
                        look_as(STYLE_TOTAL_NUM, number_look_of_weight(total)),
                        arena_format(arena, "=SUM(%s)", fixed), total);
    book_blank(book, row, SUMMARY_FIRST, look(STYLE_TOTAL));
    book_number_formula(book, row, SUMMARY_SECOND, look_as(STYLE_TOTAL_NUM, LOOK_RATE1),
                        arena_format(arena, "=SUM(%s)", force), 1);
    book_text_formula(book, row, SUMMARY_LEAD, (struct look){.style = STYLE_OK, .rule_top = true},
                      arena_format(arena, "=IF(ROUND(%s,%s)=1,\"✓ 100\",\"✗ no sum\")",
                                   summary_cell(page, row, SUMMARY_SECOND),
                                   layout_rule_at(&page->view, RULE_GUARD)),
                      "✓ 100");
}

/* "At these weights: Aldermere 73.91, Brightloom 70.30, Corvane 56.70": the first three, or one
 * where names are long. */
static size_t named_count(const struct summary_page *page)
{
    size_t count = page->ranked < 3 ? page->ranked : 3;
    struct text_builder text;
    text_builder_init(&text, page->arena);
    text_add(&text, "At these weights: ");
    for (size_t i = 0; i < count; i++) {
        text_add_format(&text, "%s 100.00, ",
                        page->result->offers[page->result->order[i]].offer->name);
    }
    return measure_width(text.text, 10, true) * 1.05 > LINE_PIXELS && count > 1 ? 1 : count;
}

static void lay_standing(const struct summary_page *page, uint32_t row)
{
    size_t count = named_count(page);
    if (count == 0) {
        book_text(page->book, row, SUMMARY_SECTION, look(STYLE_TEXT_BOLD),
                  "At these weights: no vendor is ranked.");
        return;
    }
    struct text_builder formula;
    struct text_builder text;
    text_builder_init(&formula, page->arena);
    text_builder_init(&text, page->arena);
    text_add(&formula, "=\"At these weights: \"");
    text_add(&text, "At these weights: ");
    uint32_t ranking = page->layout->summary.ranking;
    const char *decimals = layout_rule_at(&page->view, RULE_DECIMALS);
    for (size_t i = 0; i < count; i++) {
        const struct scored_offer *offer = &page->result->offers[page->result->order[i]];
        uint32_t at = ranking + (uint32_t)i;
        const char *score = summary_cell(page, at, SUMMARY_SCORE);
        text_add_format(&formula, "&%s%s&\" \"&IFERROR(FIXED(%s,%s,1),%s)", i == 0 ? "" : "\", \"&",
                        summary_cell(page, at, SUMMARY_VENDOR), score, decimals, score);
        text_add_format(&text, "%s%s %s", i == 0 ? "" : ", ", offer->offer->name,
                        offer->has_total ? summary_fixed(page, offer->published, page->decimals)
                                         : "n/a");
    }
    book_text_formula(page->book, row, SUMMARY_SECTION, look(STYLE_KEY_BOLD), formula.text,
                      text.text);
}

void summary_weights(const struct summary_page *page)
{
    static const struct sheet_column HEADS[] = {
        {"Section", 0, STYLE_HEAD_SMALL, 0},
        {"Fixed", 0, STYLE_HEAD_SMALL_NUM, 0},
        {"Yours", 0, STYLE_HEAD_SMALL_CENTRE, 0},
        {"In force", 0, STYLE_HEAD_SMALL_NUM, 0},
        {" ", 0, STYLE_HEAD_SMALL, 0},
    };
    const struct summary_rows *rows = &page->layout->summary;
    struct book *book = page->book;
    struct baseline baseline = baseline_of(page->arena, page->result);
    sheet_block_title(book, rows->charts, SUMMARY_SECTION, SUMMARY_LEAD, "Try your own weights");
    if (!page->layout->tops_on_summary) {
        book_text(book, rows->charts + 1, SUMMARY_SECTION, look(STYLE_NOTE_SMALL),
                  "More than eight top items: their weights stand on the sheet Weights.");
        lay_standing(page, rows->chart_first);
        return;
    }
    sheet_table_head(book, rows->charts + 1, SUMMARY_SECTION, HEADS, COUNT_OF(HEADS));
    for (size_t top = 0; top < page->layout->top_count; top++) {
        lay_top(page, baseline.settings.weights, top);
    }
    struct place first = layout_summary_weight(page->layout, 0);
    book_validation(book,
                    &(struct validation){
                        .range = {.first_row = first.row,
                                  .first_column = first.column,
                                  .last_row = first.row + (uint32_t)page->layout->top_count - 1,
                                  .last_column = first.column},
                        .kind = VALIDATION_DECIMAL,
                        .least = 0,
                        .most = -1,
                        .input_title = "Your weight",
                        .input_message = "Any number of 0 or more; empty keeps the fixed weight.",
                        .error_title = "Not a weight",
                        .error_message = "Please type a number of 0 or more, or clear the cell.",
                    });
    lay_total(page, fixed_total(page, baseline.settings.weights));
    uint32_t row = rows->chart_first + (uint32_t)page->layout->top_count + 1;
    lay_standing(page, row);
    book_text(book, row + 1, SUMMARY_SECTION, look(STYLE_NOTE_SMALL),
              "Leave a blue cell empty to keep the fixed weight.");
}
