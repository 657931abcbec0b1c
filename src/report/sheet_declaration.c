#include "report/sheet_declaration.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/scoresheet.h"
#include "report/measure.h"
#include "report/scoresheet_book.h"
#include "report/sheet_head.h"

#include <string.h>

/* Rows of the left half; those of the right one follow the plan. */
enum {
    ROW_STATEMENTS = 4,
    STATEMENT_COUNT = 5,
    ROW_CONFLICT_NOTE = ROW_STATEMENTS + STATEMENT_COUNT,
    ROW_SIGN,
    ROW_NAME,
    ROW_ROLE,
    ROW_DATE,
    ROW_SIGNATURE = ROW_DATE + 2,
    ROW_FILE = ROW_SIGNATURE + 3,
    ROW_IDS,
    FIRST_DAY = 36526, // 2000-01-01
    CONFLICT_MOST = 500
};

struct declaration {
    struct arena *arena; // scratch
    struct book *book;
    const struct scoresheet_book *scoresheet;
    const struct scoresheet_plan *plan;
};

static const char *cell(const struct declaration *page, uint32_t row, uint32_t column)
{
    return scoresheet_cell(page->arena, row, column);
}

static void lay_head(const struct declaration *page)
{
    const struct scoresheet_book *scoresheet = page->scoresheet;
    const struct evaluation *evaluation = &scoresheet->result->project->evaluation;
    const struct panelist *member = &scoresheet->member;
    struct book *book = page->book;
    uint32_t totals = page->plan->totals_row;
    const char *given = cell(page, totals, DECLARATION_GIVEN);
    const char *half = cell(page, totals, DECLARATION_HALF);
    const char *of = cell(page, totals, DECLARATION_OF);
    const char *due = date_is_given(evaluation->marks_due)
                          ? arena_format(page->arena, "Please mark by %s; ",
                                         date_text(page->arena, evaluation->marks_due))
                          : "";
    book_row(book, 0, 21);
    book_blanks(book, 0, 1, DECLARATION_STATE - 1, look(STYLE_MAST));
    book_format(book, 0, 0, look(STYLE_MAST), "Scoresheet: %s", evaluation->title);
    book_format(book, 0, DECLARATION_STATE, look(STYLE_MAST_RIGHT),
                "%s · %s · %zu criteri%s · %zu vendor%s",
                member->name == NULL ? member->id : member->name, scoresheet->theirs,
                page->plan->mark_count, page->plan->mark_count == 1 ? "on" : "a",
                scoresheet->result->offer_count, scoresheet->result->offer_count == 1 ? "" : "s");
    book_row(book, 1, 30);
    book_text_formula(
        book, 1, 0, look(STYLE_MESSAGE),
        arena_format(page->arena,
                     "=\"%s\"&%s&\" of \"&%s&\" marks are given\"&IF(%s=0,\".\",IF(%s"
                     "=1,\", one is incomplete.\",\", \"&%s&\" are incomplete.\"))",
                     due, given, of, half, half, half),
        arena_format(page->arena, "%s0 of %zu marks are given.", due, page->plan->marks));
    book_row(book, 2, 22);
    book_text(book, 2, 0, look(STYLE_NOTE),
              "Return this file to the panel’s chair. Mark what the answer and its proof show for "
              "our scope, not what you know from elsewhere. Mark alone; the panel meets "
              "afterwards.");
}

static void lay_statements(const struct declaration *page)
{
    static const enum scoresheet_label LABELS[STATEMENT_COUNT] = {
        SHEET_HOLDS_NONE, SHEET_PAID_BY_NONE, SHEET_CONFIDENTIAL, SHEET_HAS_READ, SHEET_CONFLICT};
    static const char *const HOW[STATEMENT_COUNT] = {
        "1.  Read all answers to a question, then give each its level.",
        "2.  A level says how far the answer goes. How far its proof carries is",
        "     decided apart, in the findings: do not lower a level for want of proof.",
        "3.  Every level needs a reason in your own words: what you saw, and where.",
        "4.  Mark all vendors on a question, or none: half a row is not counted.",
    };
    struct book *book = page->book;
    for (uint32_t i = 0; i < STATEMENT_COUNT; i++) {
        uint32_t row = ROW_STATEMENTS + i;
        const char *setting = arena_format(page->arena, "declaration.%u", (unsigned)i + 1);
        book_row(book, row, 26);
        book_format(book, row, DECLARATION_NUMBER, look(STYLE_ID), "%u.", (unsigned)i + 1);
        book_text(book, row, DECLARATION_TEXT, look(STYLE_TEXT), scoresheet_label(LABELS[i]));
        book_input_empty(book, row, DECLARATION_INPUT, look_in(STYLE_INPUT, 1), setting);
        book_text(book, row, DECLARATION_CRITERION, look(STYLE_BLANK), HOW[i]);
    }
    const struct validation yes_no = {.range = {.first_row = ROW_STATEMENTS,
                                                .first_column = DECLARATION_INPUT,
                                                .last_row = ROW_STATEMENTS + STATEMENT_COUNT - 2,
                                                .last_column = DECLARATION_INPUT},
                                      .kind = VALIDATION_LIST,
                                      .list = "Yes,No",
                                      .input_title = "Your declaration",
                                      .input_message = "Yes or No.",
                                      .error_title = "Yes or No",
                                      .error_message = "Please choose Yes or No."};
    book_validation(book, &yes_no);
    const struct validation conflict = {.range = {.first_row = ROW_CONFLICT_NOTE - 1,
                                                  .first_column = DECLARATION_INPUT,
                                                  .last_row = ROW_CONFLICT_NOTE - 1,
                                                  .last_column = DECLARATION_INPUT},
                                        .kind = VALIDATION_LENGTH,
                                        .most = CONFLICT_MOST,
                                        .input_title = "Conflict",
                                        .input_message = "Write none, or with whom and what.",
                                        .error_title = "Too long",
                                        .error_message = "At most 500 characters, please."};
    book_validation(book, &conflict);
    book_row(book, ROW_CONFLICT_NOTE, 24);
    book_text(
        book, ROW_CONFLICT_NOTE, DECLARATION_TEXT, look(STYLE_NOTE),
        "A conflict with one vendor takes you out for all, unless the chair records otherwise.");
}

/* A line to be typed, filled in where it is known. */
static void lay_typed(const struct declaration *page, uint32_t row, enum scoresheet_label label,
                      const char *known)
{
    struct look typed = look_in(STYLE_INPUT, 1);
    const char *setting = arena_format(page->arena, "declaration.%s", scoresheet_label(label));
    book_text(page->book, row, DECLARATION_TEXT, look(STYLE_TEXT), scoresheet_label(label));
    if (label == SHEET_DATE) {
        typed.number = LOOK_DAY;
    }
    if (known == NULL) {
        book_input_empty(page->book, row, DECLARATION_INPUT, typed, setting);
    } else {
        book_input_text(page->book, row, DECLARATION_INPUT, typed, known, setting);
    }
}

static void lay_sign(const struct declaration *page)
{
    const struct scoresheet_book *scoresheet = page->scoresheet;
    const struct panelist *member = &scoresheet->member;
    const struct {
        enum scoresheet_label label;
        const char *id;
    } ids[] = {
        {SHEET_EVALUATION, scoresheet->result->project->evaluation.id},
        {SHEET_EVALUATOR, member->id},
        {SHEET_PLAN, scoresheet->plan_code == NULL ? "not fixed" : scoresheet->plan_code},
    };
    sheet_block_title(page->book, ROW_SIGN, DECLARATION_NUMBER, DECLARATION_INPUT, "Sign");
    lay_typed(page, ROW_NAME, SHEET_NAME, member->name);
    lay_typed(page, ROW_ROLE, SHEET_ROLE, member->role);
    lay_typed(page, ROW_DATE, SHEET_DATE, NULL);
    const struct validation day = {
        .range = {.first_row = ROW_DATE,
                  .first_column = DECLARATION_INPUT,
                  .last_row = ROW_DATE,
                  .last_column = DECLARATION_INPUT},
        .kind = VALIDATION_DECIMAL,
        .least = FIRST_DAY,
        .input_title = "Date",
        .input_message = "A date as 2026-10-15.",
        .error_title = "Not a date",
        .error_message = "Please type year-month-day, from 2000-01-01 on."};
    book_validation(page->book, &day);
    book_blanks(page->book, ROW_SIGNATURE, DECLARATION_TEXT, DECLARATION_INPUT,
                look(STYLE_SIGN_LINE));
    book_text(page->book, ROW_SIGNATURE + 1, DECLARATION_TEXT, look(STYLE_NOTE),
              "Signature (on paper, if your rules ask for it)");
    sheet_block_title(page->book, ROW_FILE, DECLARATION_NUMBER, DECLARATION_INPUT,
                      "This file, to be left as it is");
    for (uint32_t i = 0; i < COUNT_OF(ids); i++) {
        book_text(page->book, ROW_IDS + i, DECLARATION_TEXT, look(STYLE_ID),
                  scoresheet_label(ids[i].label));
        book_text(page->book, ROW_IDS + i, DECLARATION_INPUT, look_in(STYLE_ID, 1), ids[i].id);
    }
}

/* Marks of one state in a card, counted over all its bands: nothing else in it says the same. */
static const char *count_of(const struct declaration *page, const struct card *card,
                            const char *state)
{
    return arena_format(page->arena, "COUNTIF(%s!%s:%s,\"%s\")", SCORESHEET_MARKS,
                        cell(page, card->first_row, 1),
                        cell(page, card->last_row, (uint32_t)page->plan->side_by_side), state);
}

static void lay_state(const struct declaration *page, uint32_t row, size_t marks)
{
    const char *given = cell(page, row, DECLARATION_GIVEN);
    const char *half = cell(page, row, DECLARATION_HALF);
    const char *of = cell(page, row, DECLARATION_OF);
    struct text_builder pips;
    text_builder_init(&pips, page->arena);
    for (size_t i = 0; i < marks; i++) {
        text_add(&pips, "○");
    }
    book_text_formula(
        page->book, row, DECLARATION_STATE, look_in(STYLE_OUT_TEXT, 1),
        arena_format(page->arena,
                     "=REPT(\"●\",%s)&REPT(\"○\",%s-%s)&IF(%s>0,\"  ▲ incomplete\",IF("
                     "%s=%s,\"  done\",\"  open\"))",
                     given, of, given, half, given, of),
        arena_format(page->arena, "%s  %s", pips.text, marks == 0 ? "done" : "open"));
}

static void lay_progress_rows(const struct declaration *page)
{
    const struct criteria *criteria = &page->scoresheet->result->project->evaluation.criteria;
    for (size_t c = 0; c < page->plan->card_count; c++) {
        const struct card *card = &page->plan->cards[c];
        struct arena_mark mark = arena_mark(page->arena);
        uint32_t row = card->progress_row;
        if (!card->takes_marks) {
            continue;
        }
        book_text(page->book, row, DECLARATION_CRITERION, look(STYLE_TEXT),
                  criteria->items[card->item].id);
        book_number_formula(
            page->book, row, DECLARATION_GIVEN, look_as(STYLE_NUM, LOOK_COUNT),
            arena_format(page->arena, "=%s", count_of(page, card, SCORESHEET_GIVEN)), 0);
        book_number_formula(page->book, row, DECLARATION_HALF, look_as(STYLE_NUM, LOOK_COUNT),
                            arena_format(page->arena, "=%s+%s",
                                         count_of(page, card, SCORESHEET_NO_REASON),
                                         count_of(page, card, SCORESHEET_NO_LEVEL)),
                            0);
        book_number(page->book, row, DECLARATION_OF, look_as(STYLE_FIXED, LOOK_COUNT),
                    (double)card->marks);
        lay_state(page, row, card->marks);
        arena_rewind(page->arena, mark);
    }
}

static void lay_progress(const struct declaration *page)
{
    static const struct sheet_column HEADS[] = {{"Criterion", 0, STYLE_HEAD, 0},
                                                {"Given", 0, STYLE_HEAD_NUM, 0},
                                                {"Incomplete", 0, STYLE_HEAD_NUM, 0},
                                                {"of", 0, STYLE_HEAD_NUM, 0},
                                                {"Marks", 0, STYLE_HEAD, 1}};
    const struct scoresheet_plan *plan = page->plan;
    uint32_t totals = plan->totals_row;
    uint32_t last = totals + (uint32_t)plan->mark_count;
    sheet_block_title(page->book, ROW_SIGN, DECLARATION_CRITERION, DECLARATION_STATE,
                      "How far you are");
    sheet_table_head(page->book, totals - 1, DECLARATION_CRITERION, HEADS, COUNT_OF(HEADS));
    book_text(page->book, totals, DECLARATION_CRITERION, look(STYLE_TEXT_BOLD), "All");
    for (uint32_t column = DECLARATION_GIVEN; column <= DECLARATION_OF; column++) {
        book_number_formula(page->book, totals, column, look_as(STYLE_NUM_BOLD, LOOK_COUNT),
                            arena_format(page->arena, "=SUM(%s:%s)", cell(page, totals + 1, column),
                                         cell(page, last, column)),
                            column == DECLARATION_OF ? (double)plan->marks : 0);
    }
    book_blank(page->book, totals, DECLARATION_STATE, look(STYLE_TEXT));
    lay_progress_rows(page);
    const struct rule rules[] = {
        {.formula = arena_format(page->arena, "=$%c%u>0", 'A' + DECLARATION_HALF,
                                 (unsigned)totals + 2),
         .text = COLOUR_WARN,
         .bold = true},
    };
    for (size_t i = 0; i < COUNT_OF(rules); i++) {
        struct rule rule = rules[i];
        rule.range = (struct range){.first_row = totals + 1,
                                    .first_column = DECLARATION_STATE,
                                    .last_row = last,
                                    .last_column = DECLARATION_STATE};
        book_rule(page->book, &rule);
    }
}

static void lay_levels(const struct declaration *page)
{
    const struct scoresheet_plan *plan = page->plan;
    struct book *book = page->book;
    uint32_t head = plan->levels_row - 1;
    sheet_block_title(book, head - 1, DECLARATION_NUMBER, DECLARATION_STATE,
                      "What the levels mean");
    book_text(book, head, DECLARATION_TEXT, look(STYLE_HEAD), "Level");
    book_text(book, head, DECLARATION_INPUT, look(STYLE_HEAD_NUM), "Worth");
    book_text(book, head, DECLARATION_CRITERION, look(STYLE_HEAD), "Means");
    book_blanks(book, head, DECLARATION_GIVEN, DECLARATION_STATE, look(STYLE_HEAD));
    for (size_t s = 0; s < plan->scale_count; s++) {
        const struct scale *scale = plan->scales[s];
        uint32_t row = scoresheet_levels_row(plan, scale);
        for (size_t i = 0; i < scale->count; i++, row++) {
            const char *means = scale->levels[i].means;
            book_text(book, row, DECLARATION_TEXT, look(STYLE_TEXT_BOLD), scale->levels[i].label);
            book_number(book, row, DECLARATION_INPUT, look_as(STYLE_FIXED, LOOK_RATE),
                        scale->levels[i].worth);
            book_text(book, row, DECLARATION_CRITERION, look(STYLE_TEXT),
                      means == NULL ? "–" : measure_clip(page->arena, means, 10, false, 500));
            book_blanks(book, row, DECLARATION_GIVEN, DECLARATION_STATE, look(STYLE_TEXT));
        }
    }
}

static void size_rows(const struct declaration *page)
{
    const struct scoresheet_plan *plan = page->plan;
    uint32_t last = plan->levels_row;
    for (size_t s = 0; s < plan->scale_count; s++) {
        last += (uint32_t)plan->scales[s]->count + 1;
    }
    last = last > ROW_IDS + 3 ? last : ROW_IDS + 3;
    book_row(page->book, 3, 26);
    for (uint32_t row = ROW_SIGN; row < last; row++) {
        book_row(page->book, row, 22);
    }
}

void sheet_declaration(struct book *book, const struct scoresheet_book *scoresheet)
{
    static const int PIXELS[DECLARATION_COLUMN_COUNT] = {30, 406, 132, 32, 100, 50, 76, 34, 244};
    struct arena scratch;
    arena_init(&scratch);
    const struct declaration page = {
        .arena = &scratch, .book = book, .scoresheet = scoresheet, .plan = &scoresheet->plan};
    book_begin_sheet(book, SCORESHEET_DECLARATION);
    scoresheet_page(book, scoresheet);
    book_columns(book, PIXELS, DECLARATION_COLUMN_COUNT);
    size_rows(&page);
    lay_head(&page);
    sheet_block_title(book, 3, DECLARATION_NUMBER, DECLARATION_TEXT, "Your declaration");
    book_text(book, 3, DECLARATION_INPUT, look_in(STYLE_BLOCK_NOTE, 1),
              scoresheet_label(SHEET_ANSWER));
    sheet_block_title(book, 3, DECLARATION_CRITERION, DECLARATION_STATE, "How to mark");
    lay_statements(&page);
    lay_sign(&page);
    lay_progress(&page);
    lay_levels(&page);
    book_end_sheet(book);
    arena_release(&scratch);
}
