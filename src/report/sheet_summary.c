#include "report/sheet_summary.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "report/measure.h"
#include "report/sheet_head.h"
#include "report/summary_page.h"
#include "score/award.h"

enum {
    VENDOR_LEAST = 98,
    CHART_ROW_PIXELS = 19,
    READING_PIXELS = 180 + 66 + 56 + 56 + 78 + 72 + 22 // over the gutter, which is empty
};

static const int PIXELS[] = {34,  98, 180, 66, 56, 56, 78,  72, 22,
                             160, 48, 62,  62, 62, 16, 150, 150};

/* The column of names is as wide as the longest of them, within bounds. */
static int vendor_pixels(const struct summary_page *page)
{
    double widest = VENDOR_LEAST;
    for (size_t i = 0; i < page->result->offer_count; i++) {
        double width = measure_width(page->result->offers[i].offer->name, 10, true) + 14;
        widest = width > widest ? width : widest;
    }
    return widest > SUMMARY_NAME_MOST ? SUMMARY_NAME_MOST : (int)widest;
}

static void set_up(const struct summary_page *page)
{
    struct book *book = page->book;
    int vendor = vendor_pixels(page);
    book_columns(book, PIXELS, COUNT_OF(PIXELS));
    // What the names need more is taken from the outcome, which has room.
    book_column(book, SUMMARY_VENDOR, SUMMARY_VENDOR, vendor);
    book_column(book, SUMMARY_OUTCOME, SUMMARY_OUTCOME, 180 - (vendor - VENDOR_LEAST) / 4);
    struct sheet_setup *setup = book_setup(book);
    setup->fit_to_page = true;
    setup->print_area_given = true;
    setup->print_area = (struct range){.last_row = page->layout->summary.reading + 4,
                                       .last_column = SUMMARY_LEAD};
}

/* Heights of all rows that LAYOUT 6 fixes; the ranking and the charts have their own. */
static void lay_heights(const struct summary_page *page)
{
    const struct summary_rows *rows = &page->layout->summary;
    int lines = summary_name_lines(page);
    static const int TOP[] = {21, 32, 19, 19, 22, 5, 20, 9, 20, 30};
    for (uint32_t r = 0; r < COUNT_OF(TOP); r++) {
        book_row(page->book, r, TOP[r]);
    }
    for (uint32_t r = rows->ranking; r < rows->note; r++) {
        bool is_name = r < rows->ranking + rows->offers_shown + rows->late_shown;
        book_row(page->book, r, is_name && lines > 1 ? measure_height(lines, 2) : 19);
    }
    book_row(page->book, rows->note, 17);
    book_row(page->book, rows->note + 1, 7);
    book_row(page->book, rows->changes, 20);
    for (uint32_t r = 1; r <= 3; r++) {
        book_row(page->book, rows->changes + r, 18);
    }
    book_row(page->book, rows->changes + 4, 8);
    book_row(page->book, rows->charts, 20);
    book_row(page->book, rows->charts + 1, 17);
    for (uint32_t r = 0; r < rows->chart_count; r++) {
        book_row(page->book, rows->chart_first + r, CHART_ROW_PIXELS);
    }
    book_row(page->book, rows->reading - 1, 12);
    book_row(page->book, rows->reading, 20);
    for (uint32_t r = 1; r <= 4; r++) {
        book_row(page->book, rows->reading + r, 22);
    }
}

static const char *mast_text(const struct summary_page *page)
{
    return arena_format(
        page->arena, "%s: comparison of %s", page->result->project->evaluation.title,
        text_counted(page->arena, page->result->offer_count, "AI vendor", "AI vendors"));
}

static const char *position_text(const struct summary_page *page)
{
    const struct evaluation *evaluation = &page->result->project->evaluation;
    const char *day = date_is_given(evaluation->as_of)
                          ? arena_format(page->arena, "Position as at %s",
                                         date_text(page->arena, evaluation->as_of))
                          : "No position given";
    return evaluation->currency == NULL
               ? day
               : arena_format(page->arena, "%s · %s", day, evaluation->currency);
}

/* How to read the page, with the ceilings in force. */
static void lay_reading(const struct summary_page *page)
{
    struct book *book = page->book;
    struct arena *arena = page->arena;
    uint32_t row = page->layout->summary.reading;
    const struct rules *rules = &page->result->project->evaluation.rules;
    sheet_block_title(book, row, 0, SUMMARY_ANSWERED, "How to read this page");
    const struct {
        const char *label, *text;
    } lines[] = {
        {"Evidenced",
         arena_format(arena,
                      "the score that ranks: a stated answer counts to %s, documented %s, "
                      "independent %s, verified %s",
                      number_percent_text(arena, rules->ceilings[GRADE_STATED]),
                      number_percent_text(arena, rules->ceilings[GRADE_DOCUMENTED]),
                      number_percent_text(arena, rules->ceilings[GRADE_INDEPENDENT]),
                      number_percent_text(arena, rules->ceilings[GRADE_VERIFIED]))},
        {"Proven, shown, stated",
         "confirmed by others or tested by us; documented; only said. The outline is claimed but "
         "not counted."},
        {"If all is true", "what the offer would score if every claim in it were proven"},
        {"Signs",
         arena_format(arena,
                      "✓ met or in order   ▲ conditions or proof open   ■ below the mark of %s   ✗ "
                      "not met, excluded",
                      number_text(arena, rules->with_conditions))},
    };
    for (uint32_t i = 0; i < COUNT_OF(lines); i++) {
        book_text(book, row + 1 + i, SUMMARY_RANK, look(STYLE_KEY_BOLD), lines[i].label);
        book_text(book, row + 1 + i, SUMMARY_OUTCOME, look(STYLE_NOTE_SMALL),
                  measure_cut_line(arena, lines[i].text, 9, READING_PIXELS));
    }
}

enum { SIGN_LINES = 4, SIGN_PIXELS = 48 + 62 + 62 + 62 };

/* A line of the sign-off: what for, and what stands on it; NULL: to be filled by hand. */
struct sign_line {
    const char *label, *text;
};

static const char *signed_text(const struct summary_page *page, const struct signature *signature)
{
    const char *on = date_is_given(signature->on)
                         ? arena_format(page->arena, ", %s", date_text(page->arena, signature->on))
                         : ", not signed yet";
    return arena_format(page->arena, "%s%s", signature->name, on);
}

/* Those who approved, one a line, and who was chosen; without them lines to sign on. */
static void sign_lines(const struct summary_page *page, struct sign_line lines[static SIGN_LINES])
{
    static const char *const LABELS[SIGN_LINES] = {"Prepared by, date", "Panel chair, date",
                                                   "Approved by, date", "Decision recorded as"};
    const struct evaluation *evaluation = &page->result->project->evaluation;
    for (size_t i = 0; i < SIGN_LINES; i++) {
        lines[i] = (struct sign_line){.label = LABELS[i]};
    }
    size_t shown = evaluation->approval_count < SIGN_LINES ? evaluation->approval_count
                                                           : SIGN_LINES - 2;
    for (size_t i = 0; i < shown; i++) {
        const struct signature *signature = &evaluation->approvals[i];
        lines[i].label = signature->role == NULL ? "Approved by" : signature->role;
        lines[i].text = signed_text(page, signature);
    }
    if (evaluation->approval_count > shown) {
        lines[shown] = (struct sign_line){
            "Approved by",
            arena_format(page->arena, "%zu more on Record", evaluation->approval_count - shown)};
    }
    const struct award award = award_of(page->result);
    if (award.chosen != NULL) {
        lines[SIGN_LINES - 1].text = date_is_given(award.decision->on)
                                         ? arena_format(page->arena, "%s, %s", award.chosen->name,
                                                        date_text(page->arena, award.decision->on))
                                         : award.chosen->name;
    }
}

static void lay_signatures(const struct summary_page *page)
{
    struct sign_line lines[SIGN_LINES];
    uint32_t row = page->layout->summary.reading;
    sign_lines(page, lines);
    sheet_block_title(page->book, row, SUMMARY_SECTION, SUMMARY_LEAD, "Sign-off");
    for (uint32_t i = 0; i < SIGN_LINES; i++) {
        book_text(page->book, row + 1 + i, SUMMARY_SECTION, look(STYLE_KEY),
                  measure_cut_line(page->arena, lines[i].label, 10, PIXELS[SUMMARY_SECTION]));
        book_blanks(page->book, row + 1 + i, SUMMARY_WEIGHT, SUMMARY_LEAD, look(STYLE_SIGN_LINE));
        if (lines[i].text != NULL) {
            book_text(page->book, row + 1 + i, SUMMARY_WEIGHT, look(STYLE_SIGN_LINE),
                      measure_cut_line(page->arena, lines[i].text, 10, SIGN_PIXELS));
        }
    }
}

void sheet_summary(struct book *book, const struct scorecard *scorecard)
{
    struct arena scratch;
    arena_init(&scratch);
    struct summary_page page = summary_page_of(&scratch, book, scorecard);
    book_begin_sheet(book, "Summary");
    scorecard_page(book, scorecard);
    set_up(&page);
    lay_heights(&page);
    book_blanks(book, 0, 1, SUMMARY_LEAD - 1, look(STYLE_MAST));
    book_text(book, 0, 0, look(STYLE_MAST), mast_text(&page));
    book_text(book, 0, SUMMARY_LEAD, look(STYLE_MAST_RIGHT), position_text(&page));
    summary_headline(&page);
    summary_ranking(&page);
    summary_why(&page);
    summary_reasons(&page);
    summary_charts(&page);
    summary_weights(&page);
    lay_reading(&page);
    lay_signatures(&page);
    book_end_sheet(book);
    arena_release(&scratch);
}
