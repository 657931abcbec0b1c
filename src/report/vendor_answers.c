#include "base/arena.h"
#include "base/text.h"
#include "report/answer_words.h"
#include "report/measure.h"
#include "report/signs.h"
#include "report/vendor_page.h"

enum { PAD = 1, LINES_MOST = 31, ANSWER_PIXELS = 102 };
static const char CUT[] = " (whole on Answers)";

/* Widths of the columns that wrap. */
static const struct wrapped {
    enum vendor_column column;
    int pixels;
} WRAPPED[] = {
    {VENDOR_QUESTION, 240}, {VENDOR_ANSWER, ANSWER_PIXELS},
    {VENDOR_EVIDENCE, 166}, {VENDOR_FOUND, 176},
    {VENDOR_SOURCE, 82},
};

static const struct gate_score *gate_of(const struct vendor_page *page, size_t item)
{
    const struct result *result = page->scorecard->result;
    for (size_t g = 0; g < result->gate_count; g++) {
        if (result->gates[g] == item) {
            return &page->offer->gates[g];
        }
    }
    return NULL;
}

static const char *said_and_clarified(const struct vendor_page *page,
                                      const struct answer_view *view)
{
    const char *said = answer_said(view);
    const char *clarified = answer_clarified(view);
    return clarified == NULL ? said : arena_format(page->arena, "%s\n%s", said, clarified);
}

/* The answer, and in a second line its state where that is not plain. */
static const char *answer_with_state(const struct vendor_page *page, const struct answer_view *view,
                                     enum style *style)
{
    const struct criterion_score *score = &page->offer->criteria[view->item];
    const struct gate_score *gate = gate_of(page, view->item);
    const char *said = said_and_clarified(page, view);
    *style = STYLE_ANSWER;
    if (score->contradicted) {
        *style = STYLE_ANSWER_BAD;
        return arena_format(page->arena, "%s\n≠ contradicted", said);
    }
    if (gate != NULL) {
        *style = gate->result == GATE_NOT_MET        ? STYLE_ANSWER_BAD
                 : gate->result == GATE_TO_BE_PROVEN ? STYLE_ANSWER_WARN
                                                     : STYLE_ANSWER;
        return arena_format(page->arena, "%s\n%s must, %s", said, gate_sign(gate->result),
                            gate_result_word(gate->result));
    }
    if (score->state != STATE_ANSWERED) {
        const char *state = answer_plain_state(view);
        return text_equal(said, "–") ? state : arena_format(page->arena, "%s\n%s", said, state);
    }
    return said;
}

static const char *cut(const struct vendor_page *page, const char *text, int pixels)
{
    const struct measure_room room = {
        .points = 10, .pixels = pixels, .indent = 1, .lines = LINES_MOST, .tail = CUT};
    return measure_cut(page->arena, text, &room);
}

static void lay_grade(const struct vendor_page *page, uint32_t row, size_t item)
{
    const struct criterion_score *score = &page->offer->criteria[item];
    struct look look = {.style = STYLE_GRADE_OTHER, .indent = 1, .top = true};
    if (!score->has_grade) {
        book_text(page->book, row, VENDOR_GRADE, look, score->evidence_asked ? "–" : "none asked");
        return;
    }
    if (score->grade == GRADE_INDEPENDENT || score->grade == GRADE_VERIFIED) {
        look.style = STYLE_GRADE_PROVEN;
    }
    const char *cell = layout_block_at(&page->view, BLOCK_GRADE, item, page->index);
    const char *place = arena_format(page->arena, "MATCH(%s,%s,0)", cell,
                                     layout_grades_at(&page->view, GRADE_WORDS));
    book_text_formula(
        page->book, row, VENDOR_GRADE, look,
        arena_format(page->arena, "=REPT(\"●\",%s)&REPT(\"○\",4-%s)&\" \"&%s", place, place, cell),
        arena_format(page->arena, "%s %s", grade_pips(score->grade), grade_word(score->grade)));
}

static void lay_criterion(const struct vendor_page *page, uint32_t row, size_t item)
{
    const struct item *criterion = &page->criteria->items[item];
    struct book *book = page->book;
    struct answer_view view = {
        .arena = page->arena, .criteria = page->criteria, .offer = page->offer, .item = item};
    enum style answer_style = STYLE_ANSWER;
    const char *texts[COUNT_OF(WRAPPED)] = {
        criterion->ask == NULL ? criterion->title : criterion->ask,
        answer_with_state(page, &view, &answer_style),
        answer_evidence(&view),
        answer_found(&view),
        answer_position(&view),
    };
    int lines = 1;
    for (size_t i = 0; i < COUNT_OF(WRAPPED); i++) {
        const char *text = cut(page, texts[i], WRAPPED[i].pixels);
        bool bold = WRAPPED[i].column == VENDOR_ANSWER && answer_style != STYLE_ANSWER;
        int needed = measure_lines(text, 10, bold, WRAPPED[i].pixels, 1);
        lines = needed > lines ? needed : lines;
        struct look look = {.style = WRAPPED[i].column == VENDOR_ANSWER ? answer_style
                                                                        : STYLE_TEXT_WRAP,
                            .indent = WRAPPED[i].column == VENDOR_QUESTION ? 0 : 1};
        book_text(book, row, WRAPPED[i].column, look, text);
    }
    book_row(book, row, measure_height(lines, PAD));
    book_text(book, row, VENDOR_ID, (struct look){.style = STYLE_ID, .top = true}, criterion->id);
    struct look num = {.style = STYLE_NUM, .number = LOOK_LEAF, .top = true};
    struct look bold = {.style = STYLE_NUM_BOLD, .number = LOOK_LEAF, .top = true};
    struct look points = {.style = STYLE_NUM, .number = LOOK_POINTS, .top = true};
    struct look of = {.style = STYLE_FIXED, .number = LOOK_POINTS, .top = true};
    vendor_figure(page, row, VENDOR_CLAIMED, num, BLOCK_CLAIMED, item);
    lay_grade(page, row, item);
    vendor_figure(page, row, VENDOR_EVIDENCED, bold, BLOCK_EVIDENCED, item);
    vendor_points(page, row, points, of, item);
}

static void lay_section(const struct vendor_page *page, uint32_t row, size_t item)
{
    const struct item *section = &page->criteria->items[item];
    struct book *book = page->book;
    static const enum style TEXTS[] = {STYLE_SECTION1, STYLE_SECTION2, STYLE_SECTION3};
    static const enum style IDS[] = {STYLE_SECTION1_ID, STYLE_SECTION2_ID, STYLE_SECTION3_ID};
    static const enum style NUMS[] = {STYLE_SECTION1_NUM, STYLE_SECTION2_NUM, STYLE_SECTION3_NUM};
    size_t level = section->depth > COUNT_OF(TEXTS) ? COUNT_OF(TEXTS) - 1 : section->depth - 1;
    book_row(book, row, level == 0 ? 20 : 18);
    book_text(book, row, VENDOR_ID, look(IDS[level]), section->id);
    // A title runs over the empty answer; what is blank keeps the fill of the row.
    book_text(book, row, VENDOR_QUESTION, look(TEXTS[level]), section->title);
    book_blank(book, row, VENDOR_ANSWER, look(TEXTS[level]));
    book_blank(book, row, VENDOR_GRADE, look(TEXTS[level]));
    book_blanks(book, row, VENDOR_EVIDENCE, VENDOR_SOURCE, look(TEXTS[level]));
    struct look number = look_as(NUMS[level], LOOK_SECTION);
    struct look points = look_as(NUMS[level], LOOK_POINTS);
    vendor_figure(page, row, VENDOR_CLAIMED, number, BLOCK_CLAIMED, item);
    vendor_figure(page, row, VENDOR_EVIDENCED, number, BLOCK_EVIDENCED, item);
    vendor_points(page, row, points, points, item);
}

void vendor_answers(const struct vendor_page *page, uint32_t head_row)
{
    static const struct {
        const char *head;
        enum style style;
        uint8_t indent;
    } HEADS[] = {
        {"Id", STYLE_HEAD, 0},
        {"Question", STYLE_HEAD, 0},
        {"Answer", STYLE_HEAD, 1},
        {"Claimed", STYLE_HEAD_NUM, 0},
        {"Grade of proof", STYLE_HEAD, 1},
        {"Evidenced", STYLE_HEAD_NUM, 0},
        {"Points", STYLE_HEAD_NUM, 0},
        {"of", STYLE_HEAD_NUM, 0},
        {"Evidence and place", STYLE_HEAD, 1},
        {"What we found", STYLE_HEAD, 1},
        {"Source", STYLE_HEAD, 1},
    };
    book_row(page->book, head_row, 21);
    for (uint32_t c = 0; c < COUNT_OF(HEADS); c++) {
        book_text(page->book, head_row, c, look_in(HEADS[c].style, HEADS[c].indent), HEADS[c].head);
    }
    for (size_t i = 1; i < page->criteria->count; i++) {
        struct arena_mark mark = arena_mark(page->arena);
        (item_is_criterion(&page->criteria->items[i]) ? lay_criterion
                                                      : lay_section)(page, page->rows[i], i);
        arena_rewind(page->arena, mark);
    }
}
