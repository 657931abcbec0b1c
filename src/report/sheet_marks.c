#include "report/sheet_marks.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "model/scoresheet.h"
#include "report/measure.h"
#include "report/place.h"
#include "report/scoresheet_book.h"
#include "report/scoresheet_words.h"

enum {
    LABEL_PIXELS = 98,
    SHEET_PIXELS = 1088,
    SCALE_PERCENT = 92, // so that A4 holds the width, which LibreOffice draws 6 % wider
    REASON_MOST = 2000  // characters
};

struct marks_page {
    struct arena *arena; // scratch
    struct book *book;
    const struct scoresheet_book *scoresheet;
    const struct scoresheet_plan *plan;
    const struct criteria *criteria;
    uint32_t last_column;
};

static const struct offer *offer_at(const struct marks_page *page, size_t index)
{
    return page->scoresheet->result->offers[index].offer;
}

/* A cell of this sheet, nothing held. */
static const char *cell(const struct marks_page *page, uint32_t row, uint32_t column)
{
    const struct place place = {.home = HOME_ELSEWHERE, .row = row, .column = column};
    return place_text(page->arena, place, HOLD_NONE, HOME_ELSEWHERE);
}

/* `Absent 0 %, Partial 50 %`. */
static const char *worths_of(const struct marks_page *page, const struct scale *scale)
{
    struct text_builder text;
    text_builder_init(&text, page->arena);
    for (size_t i = 0; i < scale->count; i++) {
        text_add_format(&text, "%s%s %s %%", i == 0 ? "" : ", ", scale->levels[i].label,
                        number_percent_text(page->arena, scale->levels[i].worth));
    }
    return text.text;
}

/* `Absent nothing in place   Planned …`, in bold and grey, smaller where it is too wide, and what
 * is wider still with its worths alone. */
static void lay_scale(const struct marks_page *page, uint32_t row, uint32_t column,
                      const struct scale *scale)
{
    int room = SHEET_PIXELS - (column == 0 ? 0 : LABEL_PIXELS) - 40; // programs differ by 3 %
    struct run *runs = arena_alloc(page->arena, scale->count * 2, sizeof *runs);
    double width = 0; // at 10 points
    for (size_t i = 0; i < scale->count; i++) {
        const char *means = scale->levels[i].means == NULL ? "" : scale->levels[i].means;
        runs[2 * i] = (struct run){scale->levels[i].label, COLOUR_INK, true};
        runs[2 * i + 1] = (struct run){
            arena_format(page->arena, " %s%s", means, i + 1 < scale->count ? "   " : " "),
            COLOUR_SUB, false};
        width += measure_width(runs[2 * i].text, 10, true) +
                 measure_width(runs[2 * i + 1].text, 10, false);
    }
    if (width * 0.9 <= room) {
        enum style style = width <= room ? STYLE_NOTE : STYLE_NOTE_SMALL;
        book_rich(page->book, row, column, look(style), runs, scale->count * 2);
    } else {
        book_text(page->book, row, column, look(STYLE_NOTE),
                  measure_clip(page->arena, worths_of(page, scale), 10, false, room));
    }
}

static void lay_vendors(const struct marks_page *page, uint32_t row, size_t first, size_t count)
{
    int room = page->plan->column_pixels - 12;
    book_row(page->book, row, 22);
    book_text(page->book, row, 0, look(STYLE_BLOCK_NOTE), scoresheet_label(SHEET_VENDOR));
    for (size_t o = 0; o < count; o++) {
        const struct offer *offer = offer_at(page, first + o);
        const char *name = offer->name;
        const char *whole = scoresheet_vendor(page->arena, offer->id, name);
        int over = (int)measure_width(whole, 10, true) - room;
        if (over > 0) { // the id is what the column is found by
            int left = (int)measure_width(name, 10, true) - over - 10;
            name = measure_clip(page->arena, name, 10, true, left > 20 ? left : 20);
            whole = scoresheet_vendor(page->arena, offer->id, name);
        }
        book_text(page->book, row, (uint32_t)o + 1, look_in(STYLE_CARD_NAME, 1), whole);
    }
}

static void lay_head(const struct marks_page *page)
{
    const struct scoresheet_plan *plan = page->plan;
    struct book *book = page->book;
    const char *given = scoresheet_cell(page->arena, plan->totals_row, DECLARATION_GIVEN);
    const char *of = scoresheet_cell(page->arena, plan->totals_row, DECLARATION_OF);
    const char *half = scoresheet_cell(page->arena, plan->totals_row, DECLARATION_HALF);
    book_row(book, 0, 21);
    book_format(book, 0, 0, look(STYLE_MAST), "Marks: %s", page->scoresheet->theirs);
    if (page->last_column > 1) {
        book_blanks(book, 0, 1, page->last_column - 1, look(STYLE_MAST));
    }
    book_text_formula(book, 0, page->last_column, look(STYLE_MAST_RIGHT),
                      arena_format(page->arena,
                                   "=" SCORESHEET_DECLARATION "!%s&\" of \"&" SCORESHEET_DECLARATION
                                   "!%s&\" given · \"&" SCORESHEET_DECLARATION
                                   "!%s&\" incomplete\"",
                                   given, of, half),
                      arena_format(page->arena, "0 of %zu given · 0 incomplete", plan->marks));
    book_row(book, 1, 22);
    if (plan->scale != NULL) {
        lay_scale(page, 1, 0, plan->scale);
    }
    uint32_t frozen = plan->first_row - 1;
    if (frozen == 3) {
        lay_vendors(page, 2, 0, page->scoresheet->result->offer_count);
    }
    book_row(book, frozen, 8);
}

static void lay_card_head(const struct marks_page *page, const struct card_line *line)
{
    const struct card *card = &page->plan->cards[line->card];
    const struct item *item = &page->criteria->items[card->item];
    const char *mandatory = scoresheet_mandatory(page->arena, item);
    const char *worth = arena_format(
        page->arena, "%sworth %s of 100", card->takes_marks ? "" : "no level to give · ",
        number_fixed(page->arena, page->scoresheet->result->shares[card->item] * 100, 1));
    bool is_alone = page->last_column == 1;
    int room = SHEET_PIXELS - LABEL_PIXELS - 220 -
               (mandatory == NULL ? 0 : (int)measure_width(mandatory, 10, true) + 20);
    const struct run runs[] = {
        {measure_clip(page->arena, item->title, 10, true, room > 200 ? room : 200), COLOUR_INK,
         true},
        {mandatory == NULL ? " " : arena_format(page->arena, "    %s", mandatory), COLOUR_WARN,
         true},
        {is_alone ? arena_format(page->arena, "    %s", worth) : " ", COLOUR_SUB, false},
    };
    book_text(page->book, line->row, 0, look(STYLE_CARD), item->id);
    book_rich(page->book, line->row, 1, look_in(STYLE_CARD, 1), runs, COUNT_OF(runs));
    if (!is_alone) {
        if (page->last_column > 2) {
            book_blanks(page->book, line->row, 2, page->last_column - 1, look(STYLE_CARD));
        }
        book_text(page->book, line->row, page->last_column, look(STYLE_CARD_RIGHT), worth);
    }
}

static void lay_question(const struct marks_page *page, const struct card_line *line)
{
    const struct item *item = &page->criteria->items[page->plan->cards[line->card].item];
    book_text(page->book, line->row, 0, look(STYLE_NOTE),
              line->number == 0 ? scoresheet_label(SHEET_QUESTION) : " ");
    book_text(page->book, line->row, 1, look_in(STYLE_BLANK, 1),
              scoresheet_question(page->arena, item, line->number));
}

static void lay_levels(const struct marks_page *page, const struct card_line *line)
{
    const struct item *item = &page->criteria->items[page->plan->cards[line->card].item];
    book_text(page->book, line->row, 0, look(STYLE_NOTE), scoresheet_label(SHEET_LEVELS));
    lay_scale(page, line->row, 1, item->answer.scale);
}

/* A line of what the vendors say. */
static void lay_texts(const struct marks_page *page, const struct card_line *line)
{
    enum scoresheet_label label = line->part == CARD_SAYS    ? SHEET_SAYS
                                  : line->part == CARD_WORDS ? SHEET_WORDS
                                                             : SHEET_PROOF;
    struct look text = look_in(line->part == CARD_SAYS ? STYLE_BOLD_FOLDED : STYLE_TEXT_WRAP, 1);
    text.top = true;
    const char *words = scoresheet_label(label);
    if (line->number > 0) {
        words = arena_format(page->arena, "%s, %zu", words, line->number + 1);
    }
    book_text(page->book, line->row, 0, look(STYLE_LABEL), words);
    for (size_t o = 0; o < line->offers; o++) {
        const char *said = scoresheet_text(page->arena, page->scoresheet->result, page->plan, line,
                                           line->first_offer + o);
        if (said[0] == '\0') {
            book_blank(page->book, line->row, (uint32_t)o + 1, text);
        } else {
            book_text(page->book, line->row, (uint32_t)o + 1, text, said);
        }
    }
}

/* Is there a mark to give in a column of the line? */
static bool is_marked(const struct marks_page *page, const struct card_line *line, size_t o)
{
    return scoresheet_is_marked(page->scoresheet->result, page->plan->cards[line->card].item,
                                line->first_offer + o);
}

static const char *setting_of(const struct marks_page *page, const struct card_line *line, size_t o,
                              const char *what)
{
    return arena_format(page->arena, "%s.%s.%s", what, offer_at(page, line->first_offer + o)->id,
                        page->criteria->items[page->plan->cards[line->card].item].id);
}

static struct range one_cell(uint32_t row, uint32_t column)
{
    return (struct range){
        .first_row = row, .first_column = column, .last_row = row, .last_column = column};
}

static void lay_levels_to_give(const struct marks_page *page, const struct card_line *line)
{
    const struct item *item = &page->criteria->items[page->plan->cards[line->card].item];
    const struct scale *scale = item->answer.scale;
    uint32_t first = scoresheet_levels_row(page->plan, scale);
    book_text(page->book, line->row, 0, look(STYLE_TEXT_BOLD), scoresheet_label(SHEET_LEVEL));
    for (size_t o = 0; o < line->offers; o++) {
        uint32_t column = (uint32_t)o + 1;
        if (!is_marked(page, line, o)) {
            continue;
        }
        book_input_empty(page->book, line->row, column, look_in(STYLE_INPUT_BOLD, 1),
                         setting_of(page, line, o, "level"));
        const struct validation validation = {
            .range = one_cell(line->row, column),
            .kind = VALIDATION_LIST,
            .list = arena_format(
                page->arena, "=" SCORESHEET_DECLARATION "!%s:%s",
                scoresheet_cell(page->arena, first, DECLARATION_TEXT),
                scoresheet_cell(page->arena, first + (uint32_t)scale->count - 1, DECLARATION_TEXT)),
            .input_title = arena_format(page->arena, "%s, %s", item->id,
                                        offer_at(page, line->first_offer + o)->name),
            .input_message = "How far does the answer go for our scope? The proof is judged apart.",
            .error_title = "Not a level",
            .error_message = "Please choose one of the levels in the list."};
        book_validation(page->book, &validation);
    }
}

static void lay_reasons(const struct marks_page *page, const struct card_line *line)
{
    struct look label = look_at_top(look(STYLE_TEXT_BOLD));
    book_text(page->book, line->row, 0, label, scoresheet_label(SHEET_REASON));
    for (size_t o = 0; o < line->offers; o++) {
        if (is_marked(page, line, o)) {
            book_input_empty(page->book, line->row, (uint32_t)o + 1, look_in(STYLE_INPUT_WRAP, 1),
                             setting_of(page, line, o, "reason"));
        }
    }
    const struct validation validation = {
        .range = {.first_row = line->row,
                  .first_column = 1,
                  .last_row = line->row,
                  .last_column = (uint32_t)line->offers},
        .kind = VALIDATION_LENGTH,
        .most = REASON_MOST,
        .input_title = "Reason",
        .input_message = "What you saw, and where. A level without a reason is not counted.",
        .error_title = "Too long",
        .error_message = "At most 2,000 characters, please."};
    book_validation(page->book, &validation);
}

static void lay_states(const struct marks_page *page, const struct card_line *line)
{
    static const struct {
        const char *sign;
        enum colour colour;
    } OTHERS[] = {{"▲", COLOUR_WARN}, {"○", COLOUR_OURS}};
    for (size_t o = 0; o < line->offers; o++) {
        uint32_t column = (uint32_t)o + 1;
        if (!is_marked(page, line, o)) {
            book_text(page->book, line->row, column, look_in(STYLE_NOTE, 1), "– nothing to mark");
            continue;
        }
        const char *level = cell(page, line->row - 2, column);
        const char *reason = cell(page, line->row - 1, column);
        book_text_formula(page->book, line->row, column, look_in(STYLE_GIVEN, 1),
                          arena_format(page->arena,
                                       "=IF(TRIM(%s)=\"\",IF(TRIM(%s)=\"\",\"" SCORESHEET_OPEN
                                       "\",\"" SCORESHEET_NO_LEVEL "\"),IF(TRIM(%s)=\"\",\"" //
                                       SCORESHEET_NO_REASON "\",\"" SCORESHEET_GIVEN "\"))",
                                       level, reason, reason),
                          SCORESHEET_OPEN);
    }
    for (size_t i = 0; i < COUNT_OF(OTHERS); i++) {
        const struct rule rule = {.range = {.first_row = line->row,
                                            .first_column = 1,
                                            .last_row = line->row,
                                            .last_column = (uint32_t)line->offers},
                                  .formula = arena_format(page->arena, "=LEFT(%s,1)=\"%s\"",
                                                          cell(page, line->row, 1), OTHERS[i].sign),
                                  .text = OTHERS[i].colour,
                                  .bold = true};
        book_rule(page->book, &rule);
    }
}

static void lay_vendor_line(const struct marks_page *page, const struct card_line *line)
{
    lay_vendors(page, line->row, line->first_offer, line->offers);
}

static void lay_gap(const struct marks_page *page, const struct card_line *line)
{
    (void)page;
    (void)line;
}

static void lay_line(const struct marks_page *page, const struct card_line *line)
{
    static void (*const LAY[])(const struct marks_page *page, const struct card_line *line) = {
        [CARD_HEAD] = lay_card_head, [CARD_VENDORS] = lay_vendor_line,
        [CARD_LEVELS] = lay_levels,  [CARD_QUESTION] = lay_question,
        [CARD_SAYS] = lay_texts,     [CARD_WORDS] = lay_texts,
        [CARD_PROOF] = lay_texts,    [CARD_LEVEL] = lay_levels_to_give,
        [CARD_REASON] = lay_reasons, [CARD_STATE] = lay_states,
        [CARD_GAP] = lay_gap,
    };
    struct arena_mark mark = arena_mark(page->arena);
    book_row(page->book, line->row, line->pixels);
    LAY[line->part](page, line);
    arena_rewind(page->arena, mark);
}

static void set_up(const struct marks_page *page)
{
    struct sheet_setup *setup = book_setup(page->book);
    const struct scoresheet_plan *plan = page->plan;
    setup->freeze_row = plan->first_row - 1;
    setup->freeze_column = 1;
    setup->repeat_first_row = 0;
    setup->repeat_last_row = plan->first_row - 2;
    setup->scale_percent = SCALE_PERCENT;
    setup->breaks = plan->breaks;
    setup->break_count = plan->break_count;
}

void sheet_marks(struct book *book, const struct scoresheet_book *scoresheet)
{
    struct arena scratch;
    arena_init(&scratch);
    const struct scoresheet_plan *plan = &scoresheet->plan;
    const struct marks_page page = {.arena = &scratch,
                                    .book = book,
                                    .scoresheet = scoresheet,
                                    .plan = plan,
                                    .criteria = &scoresheet->result->project->evaluation.criteria,
                                    .last_column = (uint32_t)plan->side_by_side};
    book_begin_sheet(book, SCORESHEET_MARKS);
    scoresheet_page(book, scoresheet);
    set_up(&page);
    book_column(book, 0, 0, LABEL_PIXELS);
    book_column(book, 1, page.last_column, plan->column_pixels);
    lay_head(&page);
    for (size_t i = 0; i < plan->line_count; i++) {
        lay_line(&page, &plan->lines[i]);
    }
    book_end_sheet(book);
    arena_release(&scratch);
}
