#include "report/sheet_vendor.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "report/evidence_counts.h"
#include "report/measure.h"
#include "report/sheet_head.h"
#include "report/signs.h"
#include "report/vendor_page.h"

#include <string.h>

enum { BLOCK_ROW = 3, HEAD_ROW, FIRST_ROW };

static const int PIXELS[] = {58, 240, 102, 56, 132, 64, 48, 46, 166, 176, 82, 16, 140};

const char *sheet_vendor_name(struct arena *arena, const struct offer *offer)
{
    static const char *const TAKEN[] = {
        "Summary",     "Comparison", "Weights", "Claims",  "Conditions", "ROI",
        "Sensitivity", "Changes",    "Panel",   "Answers", "Checks",     "Record",
        "History", // reserved by Excel
    };
    for (size_t i = 0; i < COUNT_OF(TAKEN); i++) {
        if (text_equal_ignoring_case(TAKEN[i], offer->id)) {
            return arena_format(arena, "%s (vendor)", offer->id);
        }
    }
    return offer->id;
}

/* "Rank 1, ▲ acceptable with conditions: 73.91 of 100 evidenced, 83.38 claimed." */
static void lay_head(const struct vendor_page *page)
{
    struct arena *arena = page->arena;
    const struct scored_offer *offer = page->offer;
    const struct layout_view *view = &page->view;
    int decimals = page->scorecard->result->project->evaluation.rules.decimals;
    const char *rank = layout_work_at(view, WORK_RANK_SHOWN, page->index);
    const char *published = layout_work_at(view, WORK_PUBLISHED, page->index);
    const char *claimed = layout_block_at(view, BLOCK_CLAIMED, 0, page->index);
    const char *shown_rank = offer->ranked ? arena_format(arena, "Rank %zu%s", offer->rank,
                                                          offer->shares_rank ? "=" : "")
                                           : "Not ranked";
    const char *formula = arena_format(
        arena,
        "=IF(%s=\"–\",\"Not ranked\",\"Rank \"&%s)&\", \"&%s&IF(ISNUMBER(%s),\": \"&FIXED(%s,%s,1)"
        "&\" of 100 evidenced, \"&FIXED(%s,%s,1)&\" claimed.\",\".\")",
        rank, rank, layout_work_at(view, WORK_OUTCOME, page->index), published, published,
        layout_rule_at(view, RULE_DECIMALS), claimed, layout_rule_at(view, RULE_DECIMALS));
    const char *figures = offer->has_total
                              ? arena_format(
                                    arena, ": %s of 100 evidenced, %s claimed",
                                    number_fixed(arena, offer->published, decimals),
                                    number_fixed(arena, offer->items[0].claimed * 100, decimals))
                              : "";
    sheet_head_lay(
        page->book, page->scorecard,
        &(struct sheet_head){
            .mast = offer->offer->response.product == NULL
                        ? offer->offer->name
                        : arena_format(arena, "%s: %s", offer->offer->name,
                                       offer->offer->response.product),
            .message = arena_format(arena, "%s, %s %s%s.", shown_rank, outcome_sign(offer->outcome),
                                    outcome_word(offer->outcome), figures),
            .message_formula = formula,
            .last_column = VENDOR_SOURCE,
        });
}

/* One row of "Score by section": a top item, or the total. */
static void lay_top(const struct vendor_page *page, uint32_t row, size_t item)
{
    struct book *book = page->book;
    const struct item *top = &page->criteria->items[item];
    bool total = item == 0;
    enum style text = total ? STYLE_TOTAL : STYLE_TEXT;
    enum style num = total ? STYLE_TOTAL_NUM : STYLE_NUM;
    enum style bold = total ? STYLE_TOTAL_NUM : STYLE_NUM_BOLD;
    enum number_look figure = total ? LOOK_SCORE : LOOK_SECTION;
    book_row(book, row, total ? 20 : 19);
    if (total) {
        book_blank(book, row, VENDOR_ID, look(STYLE_TOTAL));
    } else {
        book_text(book, row, VENDOR_ID, look(STYLE_ID), top->id);
    }
    book_text(book, row, VENDOR_QUESTION, look(text), total ? "Total" : top->title);
    book_number_formula(
        book, row, VENDOR_ANSWER, look_as(num, LOOK_SECTION),
        arena_format(page->arena, "=%s", layout_items_at(&page->view, ITEMS_SHARE, item)),
        page->scorecard->result->shares[item] * 100);
    vendor_figure(page, row, VENDOR_CLAIMED, look_as(num, figure), BLOCK_CLAIMED, item);
    vendor_figure(page, row, VENDOR_GRADE, look_as(num, figure), BLOCK_PROVEN, item);
    vendor_figure(page, row, VENDOR_EVIDENCED, look_as(bold, figure), BLOCK_EVIDENCED, item);
    vendor_points(page, row, look_as(num, LOOK_POINTS),
                  look_as(total ? num : STYLE_FIXED, LOOK_POINTS), item);
}

static uint32_t lay_tops(const struct vendor_page *page)
{
    static const struct sheet_column HEADS[] = {
        {"Id", 0, STYLE_HEAD, 0},         {"Section", 0, STYLE_HEAD, 0},
        {"Of 100", 0, STYLE_HEAD_NUM, 0}, {"Claimed", 0, STYLE_HEAD_NUM, 0},
        {"Proven", 0, STYLE_HEAD_NUM, 0}, {"Evidenced", 0, STYLE_HEAD_NUM, 0},
        {"Points", 0, STYLE_HEAD_NUM, 0}, {"of", 0, STYLE_HEAD_NUM, 0},
    };
    const struct layout *layout = &page->scorecard->layout;
    book_row(page->book, BLOCK_ROW, 20);
    sheet_block_title(page->book, BLOCK_ROW, VENDOR_ID, VENDOR_OF, "Score by section");
    book_row(page->book, HEAD_ROW, 18);
    sheet_table_head(page->book, HEAD_ROW, 0, HEADS, COUNT_OF(HEADS));
    uint32_t row = FIRST_ROW;
    for (size_t top = 0; top < layout->top_count; top++) {
        lay_top(page, row++, layout->tops[top]);
    }
    lay_top(page, row++, 0);
    return row;
}

static void lay_fact(const struct vendor_page *page, uint32_t row, uint32_t column, int pixels,
                     const char *key, const char *value)
{
    book_text(page->book, row, column, look(STYLE_KEY), key);
    book_text(page->book, row + 1, column, look(STYLE_SENTENCE_SMALL),
              measure_cut_line(page->arena, value, 10, pixels));
}

static const char *received_words(const struct vendor_page *page)
{
    const struct offer *offer = page->offer->offer;
    const char *slash = strrchr(offer->response.source, '/');
    const char *file = slash == NULL ? offer->response.source : slash + 1;
    const struct invited *invited = offer->invited;
    if (invited == NULL || !invited->has_received) {
        return file;
    }
    const struct moment *at = &invited->received;
    const char *time = at->has_time ? arena_format(page->arena, ", %02d:%02d", at->minutes / 60,
                                                   at->minutes % 60)
                                    : "";
    return arena_format(page->arena, "%s%s, %s", date_text(page->arena, at->date), time, file);
}

static const char *evidence_words(const struct vendor_page *page)
{
    struct evidence_counts counts = evidence_counts_of(page->scorecard->result, page->offer->offer);
    return arena_format(page->arena, "%zu items, %zu held, %zu opened by us", counts.items,
                        counts.held, counts.opened);
}

static const char *subprocessor_words(const struct vendor_page *page)
{
    const struct response *response = &page->offer->offer->response;
    struct text_builder text;
    text_builder_init(&text, page->arena);
    for (size_t i = 0; i < response->subprocessor_count; i++) {
        text_add_format(&text, "%s%s", i == 0 ? "" : ", ", response->subprocessors[i]);
    }
    return text.length == 0 ? "none declared" : text.text;
}

static const char *answer_words(const struct vendor_page *page)
{
    size_t asked = 0;
    size_t answered = 0;
    size_t contradicted = 0;
    for (size_t i = 1; i < page->criteria->count; i++) {
        if (item_is_criterion(&page->criteria->items[i])) {
            const struct criterion_score *score = &page->offer->criteria[i];
            asked++;
            answered += score->state != STATE_UNANSWERED;
            contradicted += score->contradicted;
        }
    }
    return contradicted == 0 ? arena_format(page->arena, "%zu of %zu", answered, asked)
                             : arena_format(page->arena, "%zu of %zu,  ≠ %zu contradicted",
                                            answered, asked, contradicted);
}

static const char *condition_words(const struct vendor_page *page)
{
    size_t open = 0;
    size_t musts = 0;
    for (size_t i = 0; i < page->offer->condition_count; i++) {
        const struct condition *condition = &page->offer->conditions[i];
        open += !condition->closed;
        musts += !condition->closed && condition->must;
    }
    return open == 0 ? "none" : arena_format(page->arena, "%zu, %zu of them musts", open, musts);
}

/* Requirements met, live; sits under its key like the other facts. */
static void lay_requirements(const struct vendor_page *page, uint32_t row)
{
    const struct result *result = page->scorecard->result;
    book_text(page->book, row, VENDOR_EVIDENCED, look(STYLE_KEY), "Mandatory requirements");
    if (result->gate_count == 0) {
        book_text(page->book, row + 1, VENDOR_EVIDENCED, look(STYLE_SENTENCE_SMALL), "none");
        return;
    }
    size_t met = 0;
    for (size_t g = 0; g < result->gate_count; g++) {
        met += page->offer->gates[g].result == GATE_MET;
    }
    const struct layout_view *view = &page->view;
    const char *met_at = layout_work_at(view, WORK_MET, page->index);
    const char *all = arena_format(page->arena, "(%s+%s+%s+%s)", met_at,
                                   layout_work_at(view, WORK_NOT_MET, page->index),
                                   layout_work_at(view, WORK_TO_BE_PROVEN, page->index),
                                   layout_work_at(view, WORK_WAIVED, page->index));
    book_text_formula(page->book, row + 1, VENDOR_EVIDENCED, look(STYLE_SENTENCE_SMALL),
                      arena_format(page->arena, "=%s&\" of \"&%s&\" met\"", met_at, all),
                      arena_format(page->arena, "%zu of %zu met", met, result->gate_count));
}

static uint32_t lay_facts(const struct vendor_page *page, uint32_t row)
{
    static const int HEIGHTS[] = {6, 17, 19, 17, 19, 5};
    for (uint32_t i = 0; i < COUNT_OF(HEIGHTS); i++) {
        book_row(page->book, row + i, HEIGHTS[i]);
    }
    row++;
    lay_fact(page, row, VENDOR_ID, 290, "Received", received_words(page));
    lay_fact(page, row, VENDOR_ANSWER, 280, "Evidence", evidence_words(page));
    lay_requirements(page, row);
    row += 2;
    lay_fact(page, row, VENDOR_ID, 290, "Sub-processors", subprocessor_words(page));
    lay_fact(page, row, VENDOR_ANSWER, 280, "Answers", answer_words(page));
    lay_fact(page, row, VENDOR_EVIDENCED, 150, "Contract conditions", condition_words(page));
    return row + 3;
}

static void set_up(const struct vendor_page *page, uint32_t head_row, uint32_t last_row)
{
    book_columns(page->book, PIXELS, COUNT_OF(PIXELS));
    struct sheet_setup *setup = book_setup(page->book);
    setup->print_area_given = true;
    setup->print_area = (struct range){.last_row = last_row, .last_column = VENDOR_SOURCE};
    setup->repeat_first_row = head_row;
    setup->repeat_last_row = head_row;
}

void sheet_vendor(struct book *book, const struct scorecard *scorecard, size_t offer)
{
    struct arena scratch;
    arena_init(&scratch);
    const struct result *result = scorecard->result;
    const struct criteria *criteria = &result->project->evaluation.criteria;
    uint32_t *rows = arena_alloc(&scratch, criteria->count, sizeof *rows);
    // Rows of the whole sheet: head, sections and their total, facts, block title, head, answers.
    uint32_t total_row = FIRST_ROW + (uint32_t)scorecard->layout.top_count;
    uint32_t head_row = total_row + 1 + 6 + 1;
    for (size_t i = 1; i < criteria->count; i++) {
        rows[i] = head_row + (uint32_t)i;
    }
    rows[0] = total_row;
    struct vendor_page page = {
        .arena = &scratch,
        .book = book,
        .scorecard = scorecard,
        .criteria = criteria,
        .offer = &result->offers[offer],
        .index = offer,
        .view = layout_view(&scratch, &scorecard->layout, HOME_ELSEWHERE),
        .rows = rows,
    };
    book_begin_sheet(book, sheet_vendor_name(&scratch, page.offer->offer));
    scorecard_page(book, scorecard);
    lay_head(&page);
    uint32_t row = lay_facts(&page, lay_tops(&page));
    book_row(book, row, 20);
    sheet_block_title(book, row, VENDOR_ID, VENDOR_SOURCE, "Every answer, from claim to points");
    vendor_chart(&page, BLOCK_ROW);
    vendor_answers(&page, head_row);
    uint32_t last_row = vendor_conditions(&page, head_row + (uint32_t)criteria->count - 1);
    set_up(&page, head_row, last_row);
    book_end_sheet(book);
    arena_release(&scratch);
}
