#include "report/sheet_checks.h"

#include "base/arena.h"
#include "base/text.h"
#include "report/check_notes.h"
#include "report/checks_page.h"
#include "report/figure_cells.h"
#include "report/measure.h"
#include "report/place.h"
#include "report/sheet_head.h"

enum { PAD = 4, POINTS = 10, WHAT_PIXELS = 300, WHERE_PIXELS = 236, RESULT_PIXELS = 196 };

static const struct sheet_column HEADS[] = {
    [CHECK_NUMBER] = {"No.", 40, STYLE_HEAD, 0},
    [CHECK_WHAT] = {"What is checked", WHAT_PIXELS, STYLE_HEAD, 0},
    [CHECK_WHERE] = {"Where", WHERE_PIXELS, STYLE_HEAD, 0},
    [CHECK_SHOULD] = {"Should be", 120, STYLE_HEAD_NUM, 0},
    [CHECK_IS] = {"Is", 120, STYLE_HEAD_NUM, 0},
    [CHECK_DIFFERENCE] = {"Difference", 92, STYLE_HEAD_NUM, 0},
    [CHECK_RESULT] = {"Result", RESULT_PIXELS, STYLE_HEAD, 1},
};

enum { WHOM_PIXELS = 120 + 120 + 92 };

static const char HOLDS[] = "✓ holds";
static const char DIFFERS[] = "✗ differs";

static const char WHAT_IF[] = "≠ what-if";

/* How the lines come out in this run; the rest is a what-if against the plan that was fixed. */
struct tally {
    size_t holding, differing;
};

/* A line that does not hold is excused where the run is a what-if. */
static bool is_excused(const struct checks_page *page, const struct check_line *line)
{
    return line->excuse == WHAT_IF_EXCUSES && figure_differ_count(page->arena, page->result) > 0;
}

static struct tally tally_of(const struct checks_page *page,
                             const struct check_line lines[static CHECK_COUNT])
{
    struct tally tally = {0};
    for (size_t i = 0; i < CHECK_COUNT; i++) {
        bool holds = check_line_holds(&lines[i]);
        tally.holding += holds ? 1 : 0;
        tally.differing += !holds && !is_excused(page, &lines[i]) ? 1 : 0;
    }
    return tally;
}

static const char *verdict_text(struct arena *arena, struct tally tally)
{
    if (tally.differing > 0) {
        return arena_format(arena, "✗ checks differ: %zu of %d", tally.differing, CHECK_COUNT);
    }
    return arena_format(arena,
                        tally.holding == CHECK_COUNT ? "✓ checks hold: %zu of %d"
                                                     : "≠ what-if, hold: %zu of %d",
                        tally.holding, CHECK_COUNT);
}

const char *checks_verdict_at(struct arena *arena)
{
    const struct place at = {HOME_ELSEWHERE, CHECK_VERDICT_ROW, CHECK_RESULT};
    return arena_format(arena, "Checks!%s", place_text(arena, at, HOLD_BOTH, HOME_ELSEWHERE));
}

const char *checks_verdict_text(struct arena *arena, const struct scorecard *scorecard)
{
    struct checks_page page = checks_page_of(arena, scorecard);
    struct check_line lines[CHECK_COUNT];
    checks_lines(&page, lines);
    return verdict_text(arena, tally_of(&page, lines));
}

static const char *result_formula(const struct checks_page *page, const struct check_line *line,
                                  const char *difference)
{
    if (line->excuse == NO_EXCUSE) {
        return arena_format(page->arena, "=IF(%s=0,\"%s\",\"%s\")", difference, HOLDS, DIFFERS);
    }
    return arena_format(page->arena, "=IF(%s=0,\"%s\",IF(%s>0,\"%s\",\"%s\"))", difference, HOLDS,
                        layout_figure_at(&page->view, FIGURE_DIFFER), WHAT_IF, DIFFERS);
}

static void lay_line(const struct checks_page *page, struct book *book, size_t index,
                     const struct check_line *line)
{
    uint32_t row = CHECK_FIRST_ROW + (uint32_t)index;
    struct look figure = look_as(STYLE_NUM, line->number_look);
    book_row(book, row, 20);
    book_number(book, row, CHECK_NUMBER, look_as(STYLE_ID, LOOK_COUNT), (double)(index + 1));
    book_text(book, row, CHECK_WHAT, look(STYLE_TEXT), line->what);
    book_text(book, row, CHECK_WHERE, look(STYLE_ID), line->where);
    if (line->should_formula == NULL) {
        book_number(book, row, CHECK_SHOULD, figure, line->should);
    } else {
        book_number_formula(book, row, CHECK_SHOULD, figure, line->should_formula, line->should);
    }
    book_number_formula(book, row, CHECK_IS, figure, line->is_formula, line->is);
    bool holds = check_line_holds(line);
    book_number_formula(
        book, row, CHECK_DIFFERENCE, look_as(STYLE_NUM, LOOK_DIFFERENCE),
        arena_format(page->arena, "=ROUND(%s-%s,%s)", checks_cell(page, row, CHECK_IS),
                     checks_cell(page, row, CHECK_SHOULD), layout_rule_at(&page->view, RULE_GUARD)),
        holds ? 0.0 : line->is - line->should);
    book_text_formula(book, row, CHECK_RESULT, look_in(STYLE_OK, 1),
                      result_formula(page, line, checks_cell(page, row, CHECK_DIFFERENCE)),
                      holds                    ? HOLDS
                      : is_excused(page, line) ? WHAT_IF
                                               : DIFFERS);
}

/* The cells of a column of the table, without the verdict. */
static const char *column_of(const struct checks_page *page, uint32_t column)
{
    return arena_format(page->arena, "%s:%s", checks_fixed_cell(page, CHECK_FIRST_ROW, column),
                        checks_fixed_cell(page, CHECK_VERDICT_ROW - 1, column));
}

/* Counts of all lines, of those that hold and of those that differ; the rest is a what-if. */
static void lay_verdict(const struct checks_page *page, struct book *book, struct tally tally)
{
    struct arena *arena = page->arena;
    const char *results = column_of(page, CHECK_RESULT);
    const char *all = checks_cell(page, CHECK_VERDICT_ROW, CHECK_SHOULD);
    const char *held = checks_cell(page, CHECK_VERDICT_ROW, CHECK_IS);
    const char *wrong = arena_format(arena, "COUNTIF(%s,\"%s\")", results, DIFFERS);
    struct look count = look_as(STYLE_TOTAL_NUM, LOOK_COUNT);
    book_row(book, CHECK_VERDICT_ROW, 20);
    book_blank(book, CHECK_VERDICT_ROW, CHECK_NUMBER, look(STYLE_TOTAL));
    book_text(book, CHECK_VERDICT_ROW, CHECK_WHAT, look(STYLE_TOTAL), "Verdict");
    book_blank(book, CHECK_VERDICT_ROW, CHECK_WHERE, look(STYLE_TOTAL));
    book_number_formula(book, CHECK_VERDICT_ROW, CHECK_SHOULD, count,
                        arena_format(arena, "=COUNT(%s)", column_of(page, CHECK_NUMBER)),
                        CHECK_COUNT);
    book_number_formula(book, CHECK_VERDICT_ROW, CHECK_IS, count,
                        arena_format(arena, "=COUNTIF(%s,\"%s\")", results, HOLDS),
                        (double)tally.holding);
    book_number_formula(
        book, CHECK_VERDICT_ROW, CHECK_DIFFERENCE, look_as(STYLE_TOTAL_NUM, LOOK_DIFFERENCE_COUNT),
        arena_format(arena, "=%s-%s", held, all), (double)tally.holding - (double)CHECK_COUNT);
    struct look result = look_in(STYLE_OK, 1);
    result.rule_top = true;
    book_text_formula(book, CHECK_VERDICT_ROW, CHECK_RESULT, result,
                      arena_format(arena,
                                   "=IF(%s>0,\"✗ checks differ: \"&%s,IF(%s=%s,\"✓ checks hold: "
                                   "\"&%s,\"≠ what-if, hold: \"&%s))&\" of \"&%s",
                                   wrong, wrong, held, all, held, held, all),
                      verdict_text(arena, tally));
}

/* What the message says of the notes. */
static const char *notes_words(struct arena *arena, size_t count)
{
    if (count == 0) {
        return ".";
    }
    return count == 1 ? "; one note deserves a reader’s eye."
                      : arena_format(arena, "; %zu notes deserve a reader’s eye.", count);
}

static void lay_head(const struct checks_page *page, struct book *book, struct tally tally,
                     size_t notes)
{
    struct arena *arena = page->arena;
    const char *result = checks_fixed_cell(page, CHECK_VERDICT_ROW, CHECK_RESULT);
    const char *all = checks_fixed_cell(page, CHECK_VERDICT_ROW, CHECK_SHOULD);
    const char *held = checks_fixed_cell(page, CHECK_VERDICT_ROW, CHECK_IS);
    const char *differ = layout_figure_at(&page->view, FIGURE_DIFFER);
    const char *words = notes_words(arena, notes);
    // The number of changed inputs stands once: a formula has at most 250 characters.
    const char *formula = arena_format(
        arena,
        "=IF(LEFT(%s,1)=\"✗\",\"NOT VALID: \"&%s,IF(%s=%s,\"✓ All \"&%s&\" checks hold%s\",\"≠ "
        "What-if, inputs changed: \"&%s&\"; \"&%s&\" of \"&%s&\" checks hold.\"))",
        result, result, held, all, all, words, differ, held, all);
    const char *text = tally.differing > 0
                           ? arena_format(arena, "NOT VALID: %s", verdict_text(arena, tally))
                       : tally.holding == CHECK_COUNT
                           ? arena_format(arena, "✓ All %d checks hold%s", CHECK_COUNT, words)
                           : arena_format(arena,
                                          "≠ What-if, inputs changed: %zu; %zu of %d checks hold.",
                                          figure_differ_count(arena, page->result), tally.holding,
                                          CHECK_COUNT);
    sheet_head_lay(book, page->scorecard,
                   &(struct sheet_head){
                       .mast = "Checks: does the workbook agree with itself?",
                       .message = text,
                       .message_formula = formula,
                       .note = "Each line is a live formula: it compares two figures reached in "
                               "two ways. The verdict is repeated on Summary.",
                       .last_column = CHECK_RESULT,
                   });
}

static void lay_note_heads(struct book *book, uint32_t row)
{
    static const struct sheet_column NOTE_HEADS[] = {
        {"No.", 0, STYLE_HEAD, 0},        {"What", 0, STYLE_HEAD, 0},
        {"Where", 0, STYLE_HEAD, 0},      {"Whom it touches", 0, STYLE_HEAD, 0},
        {"", 0, STYLE_HEAD, 0},           {"", 0, STYLE_HEAD, 0},
        {"What to do", 0, STYLE_HEAD, 1},
    };
    book_row(book, row, 21);
    sheet_table_head(book, row, 0, NOTE_HEADS, COUNT_OF(NOTE_HEADS));
}

static void lay_note(const struct checks_page *page, struct book *book, uint32_t row,
                     const struct check_note *note)
{
    const char *what = arena_format(page->arena, "%s %s", note->asks ? "▲" : "○", note->what);
    int lines = measure_lines(what, POINTS, note->asks, WHAT_PIXELS, 0);
    int action_lines = measure_lines(note->action, POINTS, false, RESULT_PIXELS, 1);
    book_row(book, row, measure_height(lines > action_lines ? lines : action_lines, PAD));
    book_text(book, row, CHECK_WHAT, look(note->asks ? STYLE_ANSWER_WARN : STYLE_TEXT_WRAP), what);
    book_text(book, row, CHECK_WHERE, look_at_top(look(STYLE_ID)),
              measure_cut_line(page->arena, note->where, POINTS, WHERE_PIXELS));
    book_text(book, row, CHECK_SHOULD, look_at_top(look(STYLE_TEXT)),
              measure_cut_line(page->arena, note->whom, POINTS, WHOM_PIXELS));
    book_blanks(book, row, CHECK_IS, CHECK_DIFFERENCE, look(STYLE_TEXT));
    book_text(book, row, CHECK_RESULT, look_in(STYLE_TEXT_WRAP, 1), note->action);
}

/* Returns the last row. */
static uint32_t lay_notes(const struct checks_page *page, struct book *book,
                          const struct check_note *notes, size_t count)
{
    uint32_t row = CHECK_VERDICT_ROW + 2;
    book_row(book, row, 24);
    sheet_block_title(book, row++, CHECK_NUMBER, CHECK_RESULT, "Notes");
    if (count == 0) {
        book_text(book, row, CHECK_WHAT, look(STYLE_NOTE), "Nothing deserves a reader’s eye.");
        return row;
    }
    lay_note_heads(book, row);
    for (size_t i = 0; i < count; i++) {
        struct arena_mark mark = arena_mark(page->arena);
        row++;
        book_number(book, row, CHECK_NUMBER, look_at_top(look_as(STYLE_ID, LOOK_COUNT)),
                    (double)(i + 1));
        lay_note(page, book, row, &notes[i]);
        arena_rewind(page->arena, mark);
    }
    return row;
}

static void lay_table(const struct checks_page *page, struct book *book,
                      const struct check_line lines[static CHECK_COUNT])
{
    book_row(book, CHECK_BLOCK_ROW, 24);
    sheet_block_title(book, CHECK_BLOCK_ROW, CHECK_NUMBER, CHECK_RESULT, "Arithmetic");
    book_row(book, CHECK_HEAD_ROW, 21);
    sheet_table_head(book, CHECK_HEAD_ROW, 0, HEADS, COUNT_OF(HEADS));
    book_column(book, CHECK_GAP, CHECK_GAP, 16);
    for (size_t i = 0; i < CHECK_COUNT; i++) {
        lay_line(page, book, i, &lines[i]);
    }
    const char *first = arena_format(page->arena, "$%s",
                                     checks_cell(page, CHECK_FIRST_ROW, CHECK_RESULT));
    book_rule(book, &(struct rule){.range = {.first_row = CHECK_FIRST_ROW,
                                             .first_column = CHECK_RESULT,
                                             .last_row = CHECK_VERDICT_ROW,
                                             .last_column = CHECK_RESULT},
                                   .formula = arena_format(page->arena,
                                                           "=OR(LEFT(%s,1)=\"✗\",LEFT(%s,1)=\"≠\")",
                                                           first, first),
                                   .text = COLOUR_BAD,
                                   .bold = true});
}

void sheet_checks(struct book *book, const struct scorecard *scorecard)
{
    struct arena scratch;
    arena_init(&scratch);
    struct checks_page page = checks_page_of(&scratch, scorecard);
    struct check_line lines[CHECK_COUNT];
    checks_lines(&page, lines);
    struct tally tally = tally_of(&page, lines);
    const struct check_note *notes = NULL;
    size_t note_count = check_notes(&scratch, scorecard->result, &notes);
    book_begin_sheet(book, "Checks");
    scorecard_page(book, scorecard);
    lay_head(&page, book, tally, note_count);
    lay_table(&page, book, lines);
    lay_verdict(&page, book, tally);
    uint32_t last = lay_notes(&page, book, notes, note_count);
    checks_lay_works(&page, book);
    struct sheet_setup *setup = book_setup(book);
    setup->print_area_given = true;
    setup->print_area = (struct range){.last_row = last, .last_column = CHECK_RESULT};
    book_end_sheet(book);
    arena_release(&scratch);
}
