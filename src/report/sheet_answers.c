#include "report/sheet_answers.h"

#include "base/arena.h"
#include "base/text.h"
#include "report/answer_words.h"
#include "report/measure.h"
#include "report/sheet_head.h"

enum { HEAD_ROW = 3, PAD = 1 };

static const char *vendor_name(const struct answer_view *view)
{
    return view->offer->offer->name;
}

static const char *item_id(const struct answer_view *view)
{
    return view->criteria->items[view->item].id;
}

static const char *item_title(const struct answer_view *view)
{
    return view->criteria->items[view->item].title;
}

static const char *note(const struct answer_view *view)
{
    const char *text = view->offer->offer->response.answers[view->item].note;
    return text == NULL || text[0] == '\0' ? "–" : text;
}

/* The columns of text; two of numbers stand behind them. */
static const struct answers_column {
    const char *head;
    int pixels;
    const char *(*text)(const struct answer_view *view);
} COLUMNS[] = {
    {"Vendor", 98, vendor_name},
    {"Id", 62, item_id},
    {"Criterion", 160, item_title},
    {"State", 96, answer_state_words},
    {"Answer", 120, answer_said},
    {"Note", 190, note},
    {"Evidence and place", 150, answer_evidence},
    {"What we found", 150, answer_found},
    {"Grade of proof", 122, answer_grade},
    {"Source", 150, answer_source},
};

enum { TEXT_COLUMNS = COUNT_OF(COLUMNS), CLAIMED_COLUMN = TEXT_COLUMNS, EVIDENCED_COLUMN };

static void lay_head(struct book *book, const struct scorecard *scorecard, struct arena *scratch,
                     size_t answers)
{
    const char *message = arena_format(
        scratch, "%zu answers of %s, as they were given.", answers,
        text_counted(scratch, scorecard->result->offer_count, "vendor", "vendors"));
    if (answers > ANSWERS_MOST) {
        message = arena_format(
            scratch, "The first %d of %zu answers: `vouch score --format csv` gives all of them.",
            ANSWERS_MOST, answers);
    }
    sheet_head_lay(
        book, scorecard,
        &(struct sheet_head){.mast = "Answers: every answer, from claim to what was found",
                             .message = message,
                             .note = "Values as the program computed them; filter by the heads.",
                             .last_column = EVIDENCED_COLUMN});
    book_row(book, HEAD_ROW, 41); // room for the filter buttons
    for (uint32_t c = 0; c < TEXT_COLUMNS; c++) {
        book_column(book, c, c, COLUMNS[c].pixels);
        book_text(book, HEAD_ROW, c, look(STYLE_HEAD), COLUMNS[c].head);
    }
    book_column(book, CLAIMED_COLUMN, EVIDENCED_COLUMN, 74);
    book_text(book, HEAD_ROW, CLAIMED_COLUMN, look(STYLE_HEAD_NUM), "Claimed");
    book_text(book, HEAD_ROW, EVIDENCED_COLUMN, look(STYLE_HEAD_NUM), "Evidenced");
}

static void lay_score(struct book *book, uint32_t row, uint32_t column, bool known, double share)
{
    struct look figure = look_as(STYLE_NUM, known ? LOOK_LEAF : LOOK_GENERAL);
    figure.top = true; // beside wrapped texts
    if (known) {
        book_number(book, row, column, figure, share * 100);
    } else {
        book_text(book, row, column, figure, "n/a");
    }
}

static void lay_answer(struct book *book, uint32_t row, const struct answer_view *view)
{
    int lines = 1;
    for (uint32_t c = 0; c < TEXT_COLUMNS; c++) {
        const char *text = COLUMNS[c].text(view);
        int needed = measure_lines(text, 10, false, COLUMNS[c].pixels, 0);
        lines = needed > lines ? needed : lines;
        book_text(book, row, c, look(STYLE_TEXT_WRAP), text);
    }
    book_row(book, row, measure_height(lines, PAD));
    const struct item_score *score = &view->offer->items[view->item];
    lay_score(book, row, CLAIMED_COLUMN, score->in_sum, score->claimed);
    lay_score(book, row, EVIDENCED_COLUMN, score->in_sum, score->evidenced);
}

static size_t criterion_count(const struct criteria *criteria)
{
    size_t count = 0;
    for (size_t i = 1; i < criteria->count; i++) {
        count += item_is_criterion(&criteria->items[i]);
    }
    return count;
}

static uint32_t lay_answers(struct book *book, const struct scorecard *scorecard,
                            struct arena *scratch)
{
    const struct result *result = scorecard->result;
    const struct criteria *criteria = &result->project->evaluation.criteria;
    uint32_t row = HEAD_ROW;
    for (size_t o = 0; o < result->offer_count; o++) {
        for (size_t i = 1; i < criteria->count; i++) {
            if (!item_is_criterion(&criteria->items[i]) || row - HEAD_ROW == ANSWERS_MOST) {
                continue;
            }
            struct arena_mark mark = arena_mark(scratch);
            struct answer_view view = {
                .arena = scratch, .criteria = criteria, .offer = &result->offers[o], .item = i};
            lay_answer(book, ++row, &view);
            arena_rewind(scratch, mark);
        }
    }
    return row;
}

void sheet_answers(struct book *book, const struct scorecard *scorecard)
{
    const struct result *result = scorecard->result;
    struct arena scratch;
    arena_init(&scratch);
    book_begin_sheet(book, "Answers");
    scorecard_page(book, scorecard);
    lay_head(book, scorecard, &scratch,
             result->offer_count * criterion_count(&result->project->evaluation.criteria));
    uint32_t last = lay_answers(book, scorecard, &scratch);
    struct sheet_setup *setup = book_setup(book);
    setup->freeze_row = HEAD_ROW + 1;
    setup->freeze_column = 2;
    setup->repeat_first_row = HEAD_ROW;
    setup->repeat_last_row = HEAD_ROW;
    setup->has_filter = true;
    setup->filter = (struct range){.first_row = HEAD_ROW,
                                   .first_column = 0,
                                   .last_row = last,
                                   .last_column = EVIDENCED_COLUMN};
    book_end_sheet(book);
    arena_release(&scratch);
}
