#include "report/book_list.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"

#include <assert.h>

/* Where the listing goes. The parts of a line come from `scratch`, which is rewound after it. */
struct listing {
    struct text_builder text;
    struct arena scratch;
    const char *sheet; // borrowed: the book
};

enum { COLUMN_NAME_SIZE = 4 };

/* "A" for 0, "AA" for 26. */
static void column_name(uint32_t column, char name[static COLUMN_NAME_SIZE])
{
    char letters[COLUMN_NAME_SIZE];
    size_t count = 0;
    for (uint32_t left = column + 1; left > 0; left = (left - 1) / 26) {
        assert(count < COLUMN_NAME_SIZE - 1);
        letters[count++] = (char)('A' + (left - 1) % 26);
    }
    for (size_t i = 0; i < count; i++) {
        name[i] = letters[count - 1 - i];
    }
    name[count] = '\0';
}

static const char *cell_name(struct listing *listing, uint32_t row, uint32_t column)
{
    char name[COLUMN_NAME_SIZE];
    column_name(column, name);
    return arena_format(&listing->scratch, "%s%u", name, row + 1);
}

static const char *range_name(struct listing *listing, const struct range *range)
{
    const char *sheet = range->sheet == NULL ? "" : range->sheet;
    return arena_format(&listing->scratch, "%s%s%s:%s", sheet, sheet[0] == '\0' ? "" : "!",
                        cell_name(listing, range->first_row, range->first_column),
                        cell_name(listing, range->last_row, range->last_column));
}

static const char *quoted(struct listing *listing, const char *text)
{
    struct text_builder builder;
    text_builder_init(&builder, &listing->scratch);
    text_add(&builder, "\"");
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '\n') {
            text_add(&builder, "\\n");
            continue;
        }
        text_add(&builder, *at == '"' || *at == '\\' ? "\\" : "");
        text_add_bytes(&builder, at, 1);
    }
    text_add(&builder, "\"");
    return builder.text;
}

static const char *number(struct listing *listing, double value)
{
    return number_text(&listing->scratch, value);
}

/* Begin a line about the sheet. */
static void begin(struct listing *listing, const char *what)
{
    text_add(&listing->text, listing->sheet);
    text_add(&listing->text, what);
}

static void end(struct listing *listing)
{
    text_add(&listing->text, "\n");
    arena_rewind(&listing->scratch, (struct arena_mark){.block = NULL, .used = 0});
}

static void add(struct listing *listing, const char *text)
{
    text_add(&listing->text, text);
}

/* ` name "text"`, or nothing for no text. */
static void add_named(struct listing *listing, const char *name, const char *text)
{
    if (text != NULL) {
        add(listing, arena_format(&listing->scratch, " %s %s", name, quoted(listing, text)));
    }
}

static const char *colour_text(struct listing *listing, enum colour colour)
{
    return arena_format(&listing->scratch, "%06X", (unsigned)colour);
}

/* ` name 0072B2`, or nothing for no colour. */
static void add_colour(struct listing *listing, const char *name, enum colour colour)
{
    if (colour != COLOUR_NONE) {
        add(listing, arena_format(&listing->scratch, " %s %s", name, colour_text(listing, colour)));
    }
}

static void list_open_sheet(void *state, const char *name)
{
    struct listing *listing = state;
    listing->sheet = name;
}

static void list_column(void *state, uint32_t first, uint32_t last, int pixels)
{
    struct listing *listing = state;
    char first_name[COLUMN_NAME_SIZE];
    char last_name[COLUMN_NAME_SIZE];
    column_name(first, first_name);
    column_name(last, last_name);
    begin(listing,
          arena_format(&listing->scratch, " column %s:%s %d", first_name, last_name, pixels));
    end(listing);
}

static void list_row(void *state, uint32_t row, int pixels, int outline_level)
{
    struct listing *listing = state;
    begin(listing, arena_format(&listing->scratch, " row %u %d", row + 1, pixels));
    if (outline_level > 0) {
        add(listing, arena_format(&listing->scratch, " outline %d", outline_level));
    }
    end(listing);
}

static void add_look(struct listing *listing, const struct look *look)
{
    add(listing, style_row(look->style)->name);
    if (look->number != LOOK_GENERAL) {
        add(listing, arena_format(&listing->scratch, "/%s", number_look_name(look->number)));
    }
    if (look->indent > 0) {
        add(listing, arena_format(&listing->scratch, "/indent%u", (unsigned)look->indent));
    }
    if (look->fill != COLOUR_NONE) {
        add(listing, arena_format(&listing->scratch, "/%s", colour_text(listing, look->fill)));
    }
    add(listing, look->rule_top ? "/rule" : "");
    add(listing, look->group_top ? "/group" : "");
    add(listing, look->top ? "/top" : "");
}

static void add_runs(struct listing *listing, const struct cell *cell)
{
    for (size_t i = 0; i < cell->run_count; i++) {
        const struct run *run = &cell->runs[i];
        add(listing, arena_format(&listing->scratch, " %s%s %s", colour_text(listing, run->colour),
                                  run->bold ? " bold" : "", quoted(listing, run->text)));
    }
}

static void add_content(struct listing *listing, const struct cell *cell)
{
    struct arena *scratch = &listing->scratch;
    switch (cell->kind) {
    case CELL_BLANK:
        break;
    case CELL_TEXT:
        add(listing, arena_format(scratch, " text %s", quoted(listing, cell->text)));
        break;
    case CELL_NUMBER:
        add(listing, arena_format(scratch, " number %s", number(listing, cell->number)));
        break;
    case CELL_TEXT_FORMULA:
        add(listing,
            arena_format(scratch, " formula %s -> %s", cell->formula, quoted(listing, cell->text)));
        break;
    case CELL_NUMBER_FORMULA:
        add(listing, arena_format(scratch, " formula %s -> %s", cell->formula,
                                  number(listing, cell->number)));
        break;
    case CELL_RICH:
        add(listing, " rich");
        add_runs(listing, cell);
        break;
    }
}

static void list_cell(void *state, const struct cell *cell)
{
    struct listing *listing = state;
    begin(listing,
          arena_format(&listing->scratch, "!%s ", cell_name(listing, cell->row, cell->column)));
    add_look(listing, &cell->look);
    add_content(listing, cell);
    if (cell->setting != NULL) {
        add(listing, arena_format(&listing->scratch, " [%s]", cell->setting));
    }
    end(listing);
}

static void list_rule(void *state, const struct rule *rule)
{
    struct listing *listing = state;
    begin(listing, arena_format(&listing->scratch, " rule %s %s", range_name(listing, &rule->range),
                                rule->formula));
    add_colour(listing, "text", rule->text);
    add_colour(listing, "fill", rule->fill);
    add(listing, rule->bold ? " bold" : "");
    end(listing);
}

static void list_validation(void *state, const struct validation *validation)
{
    struct listing *listing = state;
    begin(listing, arena_format(&listing->scratch, " validation %s",
                                range_name(listing, &validation->range)));
    if (validation->kind == VALIDATION_LIST) {
        add_named(listing, "list", validation->list);
    } else {
        bool bounded = validation->most >= validation->least;
        add(listing, arena_format(&listing->scratch, " %s %s..%s",
                                  validation->kind == VALIDATION_LENGTH ? "length" : "decimal",
                                  number(listing, validation->least),
                                  bounded ? number(listing, validation->most) : ""));
    }
    add_named(listing, "input", validation->input_title);
    add_named(listing, "says", validation->input_message);
    add_named(listing, validation->warns ? "warning" : "error", validation->error_title);
    add_named(listing, "says", validation->error_message);
    end(listing);
}

static void list_series(struct listing *listing, const struct series *series)
{
    static const char *const FORMS[] = {
        [SERIES_BAR] = "bar", [SERIES_MARK_LINE] = "mark_line", [SERIES_TICK] = "tick"};
    begin(listing,
          arena_format(&listing->scratch, " series %s %s of %s", FORMS[series->form],
                       range_name(listing, &series->values), range_name(listing, &series->names)));
    add_colour(listing, "fill", series->fill);
    add_colour(listing, "line", series->line);
    if (series->line_width > 0) {
        add(listing,
            arena_format(&listing->scratch, " %s pt", number(listing, series->line_width)));
    }
    add_named(listing, "labels", series->label_format);
    add(listing, series->label_inside ? " inside" : "");
    add(listing, series->label_white ? " white" : "");
    add(listing, " ->");
    for (size_t i = 0; i < series->count; i++) {
        add(listing,
            arena_format(&listing->scratch, " %s %s", quoted(listing, series->cached_names[i]),
                         number(listing, series->cached_values[i])));
    }
    end(listing);
}

static void list_chart(void *state, const struct chart *chart)
{
    static const char *const KINDS[] = {[CHART_BAR] = "bar", [CHART_STACKED_BAR] = "stacked_bar"};
    struct listing *listing = state;
    begin(listing, arena_format(&listing->scratch, " chart %s %s %dx%d at %d,%d gap %d overlap %d",
                                cell_name(listing, chart->row, chart->column), KINDS[chart->kind],
                                chart->width, chart->height, chart->x, chart->y, chart->gap,
                                chart->overlap));
    add(listing,
        arena_format(&listing->scratch, " axis %s..%s by %s sizes %d %d",
                     number(listing, chart->least), number(listing, chart->most),
                     number(listing, chart->unit), chart->category_size, chart->value_size));
    add(listing, chart->gridlines ? " gridlines" : "");
    add(listing, chart->category_line ? " category_line" : "");
    add_named(listing, "alt", chart->alt_text);
    end(listing);
    for (size_t i = 0; i < chart->series_count; i++) {
        list_series(listing, &chart->series[i]);
    }
}

static void add_repeated(struct listing *listing, const struct sheet_setup *setup)
{
    if (setup->repeat_first_row != UINT32_MAX) {
        add(listing, arena_format(&listing->scratch, " repeat rows %u:%u",
                                  setup->repeat_first_row + 1, setup->repeat_last_row + 1));
    }
    if (setup->repeat_first_column != UINT32_MAX) {
        char first[COLUMN_NAME_SIZE];
        char last[COLUMN_NAME_SIZE];
        column_name(setup->repeat_first_column, first);
        column_name(setup->repeat_last_column, last);
        add(listing, arena_format(&listing->scratch, " repeat columns %s:%s", first, last));
    }
}

static void list_close_sheet(void *state, const struct sheet_setup *setup)
{
    struct listing *listing = state;
    begin(listing, arena_format(&listing->scratch, " page print %s",
                                range_name(listing, &setup->print_area)));
    add_repeated(listing, setup);
    if (setup->freeze_row > 0 || setup->freeze_column > 0) {
        add(listing, arena_format(&listing->scratch, " freeze %s",
                                  cell_name(listing, setup->freeze_row, setup->freeze_column)));
    }
    if (setup->has_filter) {
        add(listing,
            arena_format(&listing->scratch, " filter %s", range_name(listing, &setup->filter)));
    }
    add(listing, setup->outline ? " outline" : "");
    add(listing, arena_format(&listing->scratch, " paper %d pages %d%s", setup->paper,
                              setup->pages_wide, setup->fit_to_page ? " on one" : ""));
    if (setup->scale_percent > 0) {
        add(listing, arena_format(&listing->scratch, " scale %d", setup->scale_percent));
    }
    for (size_t i = 0; i < setup->break_count; i++) {
        add(listing, arena_format(&listing->scratch, " break %u", setup->breaks[i] + 1));
    }
    add_named(listing, "header", setup->header);
    add_named(listing, "footer", setup->footer);
    end(listing);
}

static void list_properties(struct listing *listing, const struct book_properties *properties)
{
    listing->sheet = "book";
    begin(listing, "");
    add_named(listing, "title", properties->title);
    add_named(listing, "subject", properties->subject);
    add_named(listing, "author", properties->author);
    add_named(listing, "comments", properties->comments);
    end(listing);
    for (size_t i = 0; i < properties->custom_count; i++) {
        begin(listing, " property");
        add_named(listing, properties->custom_names[i], properties->custom_values[i]);
        end(listing);
    }
}

const char *book_list(struct arena *arena, const struct book_content *content)
{
    struct listing listing = {.sheet = ""};
    text_builder_init(&listing.text, arena);
    arena_init(&listing.scratch);
    const struct book_receiver receiver = {
        .state = &listing,
        .open_sheet = list_open_sheet,
        .column = list_column,
        .row = list_row,
        .cell = list_cell,
        .rule = list_rule,
        .validation = list_validation,
        .chart = list_chart,
        .close_sheet = list_close_sheet,
    };
    list_properties(&listing, &content->properties);
    content->lay_out(book_open(arena, &receiver), content->subject);
    arena_release(&listing.scratch);
    return listing.text.text;
}
