#include "report/sheet_coverage.h"

#include "base/arena.h"
#include "base/text.h"
#include "report/coverage_text.h"
#include "report/measure.h"

enum { HEAD_ROW = 2, FIRST_ROW = 3, PAD = 4, FONT = 10 };

/* One item on its way to its row. */
struct coverage_line {
    struct arena *scratch;
    const struct framework *framework;
    const struct coverage_row *row;
};

static const char *framework_id(const struct coverage_line *line)
{
    return line->framework->id;
}

static const char *item_id(const struct coverage_line *line)
{
    return line->row->item->id;
}

static const char *topic(const struct coverage_line *line)
{
    return line->row->item->topic;
}

static const char *status(const struct coverage_line *line)
{
    const char *own = framework_item_status(line->scratch, line->framework, line->row->item);
    return own == NULL ? framework_status_text(line->scratch, line->framework) : own;
}

static const char *state(const struct coverage_line *line)
{
    return arena_format(line->scratch, "%s %s", coverage_sign(line->row->state),
                        coverage_word(line->row->state));
}

static const char *said(const struct coverage_line *line)
{
    return coverage_said(line->scratch, line->row);
}

static const char *note(const struct coverage_line *line)
{
    return line->row->item->note == NULL ? "" : line->row->item->note;
}

static const struct {
    const char *head;
    int pixels;
    const char *(*text)(const struct coverage_line *line);
} COLUMNS[] = {
    {"Framework", 170, framework_id},
    {"Item", 110, item_id},
    {"Topic", 260, topic},
    {"Status", 170, status},
    {"Asked", 120, state},
    {"By which criteria, or why not", 280, said},
    {"Note", 220, note},
};

static void lay_head(struct book *book, const struct coverage *coverage)
{
    size_t leaves = 0;
    size_t asked = 0;
    size_t open = 0;
    for (size_t i = 0; i < coverage->count; i++) {
        leaves += coverage->frameworks[i].leaves;
        asked += coverage->frameworks[i].asked;
        open += coverage->frameworks[i].open;
    }
    book_row(book, 0, 21);
    book_row(book, 1, 28);
    book_row(book, HEAD_ROW, 20);
    book_blanks(book, 0, 1, COUNT_OF(COLUMNS) - 1, look(STYLE_MAST));
    book_text(book, 0, 0, look(STYLE_MAST), "Coverage: what these criteria ask of each framework");
    book_format(book, 1, 0, look(STYLE_MESSAGE),
                "%zu of %zu items of %zu frameworks are asked for, %zu are open", asked, leaves,
                coverage->count, open);
    for (uint32_t c = 0; c < COUNT_OF(COLUMNS); c++) {
        book_column(book, c, c, COLUMNS[c].pixels);
        book_text(book, HEAD_ROW, c, look(STYLE_HEAD), COLUMNS[c].head);
    }
}

static void lay_line(struct book *book, uint32_t row, const struct coverage_line *line)
{
    const char *texts[COUNT_OF(COLUMNS)];
    int lines = 1;
    for (size_t c = 0; c < COUNT_OF(COLUMNS); c++) {
        texts[c] = COLUMNS[c].text(line);
        int needed = measure_lines(texts[c], FONT, false, COLUMNS[c].pixels, 0);
        lines = needed > lines ? needed : lines;
    }
    book_row(book, row, measure_height(lines, PAD));
    for (uint32_t c = 0; c < COUNT_OF(COLUMNS); c++) {
        if (texts[c][0] == '\0') {
            book_blank(book, row, c, look(STYLE_TEXT_WRAP));
        } else {
            book_text(book, row, c, look(STYLE_TEXT_WRAP), texts[c]);
        }
    }
}

/* The rows of one framework; returns the row behind them. */
static uint32_t lay_framework(struct book *book, struct arena *scratch, uint32_t row,
                              const struct framework_coverage *coverage)
{
    for (size_t i = 0; i < coverage->count; i++) {
        if (coverage_is_heading(&coverage->rows[i])) {
            continue;
        }
        const struct coverage_line line = {scratch, coverage->framework, &coverage->rows[i]};
        lay_line(book, row++, &line);
    }
    return row;
}

void sheet_coverage_lay(struct book *book, const struct coverage *coverage)
{
    struct arena scratch;
    arena_init(&scratch);
    book_begin_sheet(book, "Coverage");
    lay_head(book, coverage);
    uint32_t row = FIRST_ROW;
    for (size_t i = 0; i < coverage->count; i++) {
        row = lay_framework(book, &scratch, row, &coverage->frameworks[i]);
    }
    struct sheet_setup *setup = book_setup(book);
    setup->freeze_row = FIRST_ROW;
    setup->freeze_column = 2;
    setup->repeat_first_row = HEAD_ROW;
    setup->repeat_last_row = HEAD_ROW;
    setup->has_filter = row > FIRST_ROW;
    setup->filter = (struct range){
        .first_row = HEAD_ROW, .last_row = row - 1, .last_column = (uint32_t)COUNT_OF(COLUMNS) - 1};
    book_end_sheet(book);
    arena_release(&scratch);
}
