/*
 * The book: our own stream of sheets, cells, charts and print set-up, on its way to a receiver.
 *
 * A sheet is laid out by one sheet_*.c, streamed cell by cell, and forgotten; only what is small
 * (widths, rules, charts) is kept until book_end_sheet(). Receivers: book_write (an .xlsx),
 * book_list (text, for golden tests) and later book_compare (verify). So a cell is decided in one
 * place, whoever reads it.
 *
 *     book_begin_sheet(book, "Weights");
 *     book_column(book, 0, 0, 62);
 *     book_text(book, 0, 0, look(STYLE_MAST), "Weights and rules");
 *     book_number_formula(book, 4, 6, look_as(STYLE_NUM, LOOK_SECTION), "=SUM(E6:E9)", 100.0);
 *     book_input_number(book, 5, 4, look_as(STYLE_INPUT_NUM, LOOK_WEIGHT), 25.0, "weights.GOV");
 *     book_end_sheet(book);
 *
 * Rows and columns are 0-based here; layout.c makes addresses of them. A formula has its value in
 * the same call. Texts pass through one sanitiser (control, bidi and zero-width characters shown as
 * ‹U+202E›, line ends as LF, what is too long for a cell cut visibly), numbers through one guard;
 * formulas must keep the rules of DESIGN ("Formulas"), which book.c asserts. Nothing of a cell is
 * kept, so its texts need to live no longer than the call. Layer: report.
 */
#ifndef VOUCH_REPORT_BOOK_H
#define VOUCH_REPORT_BOOK_H

#include "report/style.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* How a cell looks: a named style with the variants that any style can take. */
struct look {
    enum style style;
    enum number_look number;
    uint8_t indent;   // 0..6; then no horizontal alignment is set
    enum colour fill; // COLOUR_NONE: the style's own
    bool rule_top;    // THIN INK above and no hairline below (total, top section)
    bool group_top;   // a grey rule above, hairline below: the first row of a group
    bool top;         // at the top of its row: beside wrapped text
};
static inline struct look look(enum style style)
{
    return (struct look){.style = style, .number = LOOK_GENERAL};
}
static inline struct look look_as(enum style style, enum number_look number)
{
    return (struct look){.style = style, .number = number};
}
static inline struct look look_in(enum style style, uint8_t indent)
{
    return (struct look){.style = style, .number = LOOK_GENERAL, .indent = indent};
}
static inline struct look look_with_number(struct look look, enum number_look number)
{
    look.number = number;
    return look;
}
static inline struct look look_at_top(struct look look)
{
    look.top = true;
    return look;
}

enum cell_kind {
    CELL_BLANK,
    CELL_TEXT,
    CELL_NUMBER,
    CELL_TEXT_FORMULA,
    CELL_NUMBER_FORMULA,
    CELL_RICH
};

/* A run of a rich text: the signs of legends in their series' colour. */
struct run {
    const char *text;
    enum colour colour;
    bool bold;
};

struct cell {
    uint32_t row, column;
    enum cell_kind kind;
    struct look look;
    const char *text;    // TEXT, TEXT_FORMULA (cached value), RICH (whole text)
    double number;       // NUMBER, NUMBER_FORMULA (cached value)
    const char *formula; // with its `=`
    const char *setting; // an input's name: "weights.GOV"; NULL: no input
    const struct run *runs;
    size_t run_count;
};

struct range {
    const char *sheet;
    uint32_t first_row, first_column, last_row, last_column;
};

/* A conditional format: formula type only, most specific first (LAYOUT 10). */
struct rule {
    struct range range;     // on this sheet; sheet name unused
    const char *formula;    // relative to the first cell
    enum colour text, fill; // COLOUR_NONE: unchanged
    bool bold;
};

enum validation_kind { VALIDATION_DECIMAL, VALIDATION_LIST, VALIDATION_LENGTH };
struct validation {
    struct range range;
    enum validation_kind kind;
    double least, most; // DECIMAL; most < least: no upper bound. LENGTH: characters
    const char *list; // LIST: a range formula "=$K$7:$K$10", or literal items separated by commas,
                      // under 255 bytes
    bool warns;       // what is wrong may be kept, after a warning
    const char *input_title, *input_message; // titles at most 32, messages at most 255 characters
    const char *error_title, *error_message;
};

/* Bars beside or over each other; bars one behind the other, whose labels stand in their middle. */
enum chart_kind { CHART_BAR, CHART_STACKED_BAR };
enum series_form {
    SERIES_BAR,
    SERIES_MARK_LINE,
    SERIES_TICK
}; // a bar; the dashed mark (trend line); a tick (error bars)

struct series {
    struct range names; // categories
    struct range values;
    const char *const
        *cached_names; // as many as the range has cells: the values that those cells hold
    const double *cached_values;
    size_t count;
    enum series_form form;
    enum colour fill, line;
    double line_width;              // points
    const char *label_format;       // NULL: no labels
    bool label_inside, label_white; // inside: of CHART_BAR alone
};

struct chart {
    enum chart_kind kind;
    uint32_t row, column;    // of its upper left corner
    int x, y, width, height; // pixels; x, y are offsets into that cell
    int gap, overlap;
    double least, most, unit; // value axis
    bool gridlines, category_line;
    int category_size, value_size; // points
    const char *alt_text;
    const struct series *series;
    size_t series_count;
};

/* What is kept of a sheet until its end. */
struct sheet_setup {
    const char *name;
    bool fit_to_page;  // 1 page; else 1 page wide
    int scale_percent; // 10..400: printed at this scale, and `breaks` hold; 0: fitted, as above
    bool print_area_given;
    struct range print_area;
    uint32_t repeat_first_row, repeat_last_row; // equal to UINT32_MAX: none
    uint32_t repeat_first_column, repeat_last_column;
    uint32_t freeze_row, freeze_column; // 0, 0: none
    bool has_filter;
    struct range filter;
    bool outline; // rows have outline levels, sign above
    const char *header, *footer;
    int paper;              // 9: A4, 1: Letter
    int pages_wide;         // 0 or 1: one page wide
    const uint32_t *breaks; // rows before which a page begins
    size_t break_count;
};

struct book;

/* Where a book goes. All calls of one sheet come between open_sheet and close_sheet. */
struct book_receiver {
    void *state;
    void (*open_sheet)(void *state, const char *name);
    void (*column)(void *state, uint32_t first, uint32_t last, int pixels);
    void (*row)(void *state, uint32_t row, int pixels, int outline_level);
    void (*cell)(void *state, const struct cell *cell);
    void (*rule)(void *state, const struct rule *rule);
    void (*validation)(void *state, const struct validation *validation);
    void (*chart)(void *state, const struct chart *chart);
    void (*close_sheet)(void *state, const struct sheet_setup *setup);
};

/* File properties: plain texts; `created` is the constant 1980-01-01. */
struct book_properties {
    const char *title, *subject, *author, *comments;
    const char *const *custom_names; // digests
    const char *const *custom_values;
    size_t custom_count;
};

struct book *book_open(struct arena *arena, const struct book_receiver *receiver);

void book_begin_sheet(struct book *book, const char *name);
void book_end_sheet(struct book *book);
struct sheet_setup *book_setup(struct book *book); // of the sheet that is open; defaults set

void book_column(struct book *book, uint32_t first, uint32_t last, int pixels);
void book_columns(struct book *book, const int *pixels, size_t count); // from the first one on
void book_row(struct book *book, uint32_t row, int pixels);
void book_row_at(struct book *book, uint32_t row, int pixels, int outline_level);

void book_blank(struct book *book, uint32_t row, uint32_t column, struct look look);
void book_blanks(struct book *book, uint32_t row, uint32_t first, uint32_t last, struct look look);
void book_text(struct book *book, uint32_t row, uint32_t column, struct look look,
               const char *text);
void book_format(struct book *book, uint32_t row, uint32_t column, struct look look,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));
void book_number(struct book *book, uint32_t row, uint32_t column, struct look look, double number);
void book_number_formula(struct book *book, uint32_t row, uint32_t column, struct look look,
                         const char *formula, double value);
void book_text_formula(struct book *book, uint32_t row, uint32_t column, struct look look,
                       const char *formula, const char *value);
void book_rich(struct book *book, uint32_t row, uint32_t column, struct look look,
               const struct run *runs, size_t count); // two runs or more
void book_input_number(struct book *book, uint32_t row, uint32_t column, struct look look,
                       double number, const char *setting);
void book_input_text(struct book *book, uint32_t row, uint32_t column, struct look look,
                     const char *text, const char *setting);
void book_input_empty(struct book *book, uint32_t row, uint32_t column, struct look look,
                      const char *setting);
void book_rule(struct book *book, const struct rule *rule);
void book_validation(struct book *book, const struct validation *validation);
void book_chart(struct book *book, const struct chart *chart);

#endif
