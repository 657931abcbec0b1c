#include "report/book.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"
#include "report/cell_text.h"
#include "report/formula.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

enum {
    ROWS_MOST = 1048576,
    COLUMNS_MOST = 16384,
    NAME_MOST = 31,
    INDENT_MOST = 6,
    OUTLINE_MOST = 7,
    PAPER_A4 = 9,
    HEADER_MOST = 255, // bytes, for the library
    SCALE_LEAST = 10,  // percent
    SCALE_MOST = 400,
    TITLE_MOST = 32, // of a validation
    MESSAGE_MOST = 255
};

struct book {
    const struct book_receiver *receiver; // borrowed
    struct map names;                     // of sheets, lower case
    struct arena *arena;                  // borrowed
    bool is_open;
    struct arena scratch; // of the sheet that is open; rewound after each cell
    struct sheet_setup setup;
    uint32_t last_row, last_column; // that hold a cell
};

struct book *book_open(struct arena *arena, const struct book_receiver *receiver)
{
    struct book *book = arena_alloc(arena, 1, sizeof *book);
    book->receiver = receiver;
    book->arena = arena;
    map_init(&book->names, arena);
    return book;
}

/* Sheet names come from the program and from checked ids, so a bad one is our mistake. */
static void assert_sheet_name(const char *name)
{
    size_t length = text_length(name);
    assert(length > 0);
    assert(length <= NAME_MOST);
    assert(strpbrk(name, "[]:*?/\\") == NULL);
    assert(name[0] != '\'');
    assert(name[strlen(name) - 1] != '\'');
    assert(!text_equal_ignoring_case(name, "History")); // reserved by Excel
}

void book_begin_sheet(struct book *book, const char *name)
{
    assert(!book->is_open);
    assert_sheet_name(name);
    bool is_new = map_add(&book->names, text_folded(book->arena, name), 0);
    assert(is_new);
    book->is_open = true;
    arena_init(&book->scratch);
    book->setup = (struct sheet_setup){
        .name = arena_copy(book->arena, name),
        .repeat_first_row = UINT32_MAX,
        .repeat_last_row = UINT32_MAX,
        .repeat_first_column = UINT32_MAX,
        .repeat_last_column = UINT32_MAX,
        .paper = PAPER_A4,
        .pages_wide = 1,
    };
    book->last_row = 0;
    book->last_column = 0;
    book->receiver->open_sheet(book->receiver->state, book->setup.name);
}

/* A header or footer within its bytes; NULL for NULL. Callers keep their titles short, so that only
 * what became longer by being shown is cut here. */
static const char *header_text(struct arena *scratch, const char *text)
{
    static const char SIGN[] = "…";
    if (text == NULL) {
        return NULL;
    }
    text = cell_text_within(scratch, text, HEADER_MOST);
    size_t length = strlen(text);
    if (length <= HEADER_MOST) {
        return text;
    }
    length = HEADER_MOST - (sizeof SIGN - 1);
    while (((unsigned char)text[length] & 0xC0) == 0x80 || text[length - 1] == '&') {
        length--; // neither half a character nor the first half of a code
    }
    return arena_format(scratch, "%.*s%s", (int)length, text, SIGN);
}

void book_end_sheet(struct book *book)
{
    assert(book->is_open);
    struct sheet_setup *setup = &book->setup;
    if (!setup->print_area_given) {
        setup->print_area = (struct range){.last_row = book->last_row,
                                           .last_column = book->last_column};
        setup->print_area_given = true;
    }
    assert(setup->scale_percent == 0 ||
           (setup->scale_percent >= SCALE_LEAST && setup->scale_percent <= SCALE_MOST));
    setup->header = header_text(&book->scratch, setup->header);
    setup->footer = header_text(&book->scratch, setup->footer);
    book->receiver->close_sheet(book->receiver->state, setup);
    arena_release(&book->scratch);
    book->is_open = false;
}

struct sheet_setup *book_setup(struct book *book)
{
    assert(book->is_open);
    return &book->setup;
}

void book_column(struct book *book, uint32_t first, uint32_t last, int pixels)
{
    assert(book->is_open);
    assert(first <= last);
    assert(last < COLUMNS_MOST);
    assert(pixels > 0);
    book->receiver->column(book->receiver->state, first, last, pixels);
}

void book_columns(struct book *book, const int *pixels, size_t count)
{
    for (uint32_t c = 0; c < count; c++) {
        book_column(book, c, c, pixels[c]);
    }
}

void book_row(struct book *book, uint32_t row, int pixels)
{
    book_row_at(book, row, pixels, 0);
}

void book_row_at(struct book *book, uint32_t row, int pixels, int outline_level)
{
    assert(book->is_open);
    assert(row < ROWS_MOST);
    assert(pixels > 0);
    assert(outline_level >= 0);
    assert(outline_level <= OUTLINE_MOST);
    book->receiver->row(book->receiver->state, row, pixels, outline_level);
}

/* Hand a cell over; whatever was allocated for it since `mark` is forgotten. */
static void forward(struct book *book, const struct cell *cell, struct arena_mark mark)
{
    assert(book->is_open);
    assert(cell->row < ROWS_MOST);
    assert(cell->column < COLUMNS_MOST);
    assert(cell->look.style < STYLE_COUNT);
    assert(cell->look.number < LOOK_COUNT_OF);
    assert(cell->look.indent <= INDENT_MOST);
    assert(cell->setting == NULL || style_row(cell->look.style)->unlocked);
    book->last_row = cell->row > book->last_row ? cell->row : book->last_row;
    book->last_column = cell->column > book->last_column ? cell->column : book->last_column;
    book->receiver->cell(book->receiver->state, cell);
    arena_rewind(&book->scratch, mark);
}

void book_blank(struct book *book, uint32_t row, uint32_t column, struct look look)
{
    struct cell cell = {.row = row, .column = column, .kind = CELL_BLANK, .look = look};
    forward(book, &cell, arena_mark(&book->scratch));
}

void book_blanks(struct book *book, uint32_t row, uint32_t first, uint32_t last, struct look look)
{
    for (uint32_t column = first; column <= last; column++) {
        book_blank(book, row, column, look);
    }
}

/* A cell with a text; an empty one is a blank. */
static void forward_text(struct book *book, struct cell cell, struct arena_mark mark)
{
    assert(cell.text != NULL);
    cell.text = cell_text(&book->scratch, cell.text);
    cell.kind = cell.text[0] == '\0' ? CELL_BLANK : CELL_TEXT;
    forward(book, &cell, mark);
}

void book_text(struct book *book, uint32_t row, uint32_t column, struct look look, const char *text)
{
    struct cell cell = {.row = row, .column = column, .look = look, .text = text};
    forward_text(book, cell, arena_mark(&book->scratch));
}

void book_format(struct book *book, uint32_t row, uint32_t column, struct look look,
                 const char *format, ...)
{
    struct arena_mark mark = arena_mark(&book->scratch);
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_vformat(&book->scratch, format, arguments);
    va_end(arguments);
    struct cell cell = {.row = row, .column = column, .look = look, .text = text};
    forward_text(book, cell, mark);
}

/* The number without the sign of a zero, which programs show differently. */
static double guarded(double number)
{
    assert(isfinite(number));
    return number + 0.0;
}

void book_number(struct book *book, uint32_t row, uint32_t column, struct look look, double number)
{
    struct cell cell = {
        .row = row, .column = column, .kind = CELL_NUMBER, .look = look, .number = guarded(number)};
    forward(book, &cell, arena_mark(&book->scratch));
}

void book_number_formula(struct book *book, uint32_t row, uint32_t column, struct look look,
                         const char *formula, double value)
{
    assert(formula_fault(formula) == NULL);
    struct cell cell = {.row = row,
                        .column = column,
                        .kind = CELL_NUMBER_FORMULA,
                        .look = look,
                        .formula = formula,
                        .number = guarded(value)};
    forward(book, &cell, arena_mark(&book->scratch));
}

void book_text_formula(struct book *book, uint32_t row, uint32_t column, struct look look,
                       const char *formula, const char *value)
{
    assert(formula_fault(formula) == NULL);
    assert(value[0] != '\0');
    struct arena_mark mark = arena_mark(&book->scratch);
    struct cell cell = {.row = row,
                        .column = column,
                        .kind = CELL_TEXT_FORMULA,
                        .look = look,
                        .formula = formula,
                        .text = cell_text(&book->scratch, value)};
    forward(book, &cell, mark);
}

void book_rich(struct book *book, uint32_t row, uint32_t column, struct look look,
               const struct run *runs, size_t count)
{
    assert(count >= 2); // one run is a text
    struct arena_mark mark = arena_mark(&book->scratch);
    struct run *shown = arena_alloc(&book->scratch, count, sizeof *shown);
    struct text_builder whole;
    text_builder_init(&whole, &book->scratch);
    for (size_t i = 0; i < count; i++) {
        shown[i] = runs[i];
        shown[i].text = cell_text(&book->scratch, runs[i].text);
        assert(shown[i].text[0] != '\0');
        text_add(&whole, shown[i].text);
    }
    assert(text_equal(whole.text, cell_text(&book->scratch, whole.text))); // legends are short
    struct cell cell = {.row = row,
                        .column = column,
                        .kind = CELL_RICH,
                        .look = look,
                        .text = whole.text,
                        .runs = shown,
                        .run_count = count};
    forward(book, &cell, mark);
}

void book_input_number(struct book *book, uint32_t row, uint32_t column, struct look look,
                       double number, const char *setting)
{
    assert(setting != NULL);
    struct cell cell = {.row = row,
                        .column = column,
                        .kind = CELL_NUMBER,
                        .look = look,
                        .number = guarded(number),
                        .setting = setting};
    forward(book, &cell, arena_mark(&book->scratch));
}

void book_input_text(struct book *book, uint32_t row, uint32_t column, struct look look,
                     const char *text, const char *setting)
{
    assert(setting != NULL);
    struct cell cell = {
        .row = row, .column = column, .look = look, .text = text, .setting = setting};
    forward_text(book, cell, arena_mark(&book->scratch));
}

void book_input_empty(struct book *book, uint32_t row, uint32_t column, struct look look,
                      const char *setting)
{
    assert(setting != NULL);
    struct cell cell = {
        .row = row, .column = column, .kind = CELL_BLANK, .look = look, .setting = setting};
    forward(book, &cell, arena_mark(&book->scratch));
}

void book_rule(struct book *book, const struct rule *rule)
{
    assert(book->is_open);
    assert(formula_fault(rule->formula) == NULL);
    assert(rule->range.first_row <= rule->range.last_row);
    assert(rule->range.first_column <= rule->range.last_column);
    book->receiver->rule(book->receiver->state, rule);
}

/* The text within what a validation may say; NULL for NULL and for nothing. */
static const char *said(struct book *book, const char *text, size_t most)
{
    return text == NULL || text[0] == '\0' ? NULL : cell_text_within(&book->scratch, text, most);
}

void book_validation(struct book *book, const struct validation *validation)
{
    assert(book->is_open);
    struct arena_mark mark = arena_mark(&book->scratch);
    struct validation shown = *validation;
    shown.input_title = said(book, validation->input_title, TITLE_MOST);
    shown.input_message = said(book, validation->input_message, MESSAGE_MOST);
    shown.error_title = said(book, validation->error_title, TITLE_MOST);
    shown.error_message = said(book, validation->error_message, MESSAGE_MOST);
    if (shown.kind == VALIDATION_LIST) {
        assert(shown.list != NULL);
        assert(shown.list[0] != '\0');
        assert(strlen(shown.list) < 255);
    } else {
        shown.least = guarded(validation->least);
        shown.most = guarded(validation->most);
    }
    book->receiver->validation(book->receiver->state, &shown);
    arena_rewind(&book->scratch, mark);
}

void book_chart(struct book *book, const struct chart *chart)
{
    assert(book->is_open);
    assert(chart->series_count > 0);
    assert(chart->width > 0);
    assert(chart->height > 0);
    assert(chart->alt_text != NULL);
    assert(chart->kind != CHART_STACKED_BAR || chart->overlap == 100); // or each is a line lower
    struct arena_mark mark = arena_mark(&book->scratch);
    struct chart shown = *chart;
    struct series *series = arena_alloc(&book->scratch, chart->series_count, sizeof *series);
    for (size_t i = 0; i < chart->series_count; i++) {
        series[i] = chart->series[i];
        const char **names = arena_alloc(&book->scratch, series[i].count, sizeof *names);
        for (size_t j = 0; j < series[i].count; j++) {
            names[j] = cell_text(&book->scratch, series[i].cached_names[j]);
            assert(isfinite(series[i].cached_values[j]));
        }
        series[i].cached_names = names;
    }
    shown.series = series;
    shown.alt_text = cell_text_within(&book->scratch, chart->alt_text, CELL_UNITS_MOST);
    book->receiver->chart(book->receiver->state, &shown);
    arena_rewind(&book->scratch, mark);
}
