#include "report/book_write_xlsx.h"

#include "base/arena.h"
#include "base/text.h"
#include "report/book_write_chart.h"
#include "report/book_write_format.h"
#include "report/cell_text.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <xlsxwriter.h>

enum { PROPERTY_MOST = 255, RANGE_SIZE = 32 };

/* 1980-01-01T00:00:00Z: plainly artificial, so that the same book has the same bytes. */
static const time_t CREATED = 315532800;

/* Margins in inches. */
static const double MARGIN_SIDE = 0.30, MARGIN_TOP = 0.50, MARGIN_BOTTOM = 0.55,
                    MARGIN_HEADER = 0.25;

struct xlsx {
    struct arena *arena;  // borrowed: of the failure
    struct arena scratch; // rewound after each call
    lxw_workbook *workbook;
    lxw_worksheet *sheet;           // that is open
    uint32_t last_row, last_column; // of its cells
    struct format_cache formats;
    const char *failure; // the first; NULL: none
};

static void keep_failure(struct xlsx *xlsx, const char *reason)
{
    if (xlsx->failure == NULL) {
        xlsx->failure = arena_copy(xlsx->arena, reason);
    }
}

static void check(struct xlsx *xlsx, lxw_error error)
{
    if (error != LXW_NO_ERROR) {
        keep_failure(xlsx, lxw_strerror(error));
    }
}

static void forget(struct xlsx *xlsx)
{
    arena_rewind(&xlsx->scratch, (struct arena_mark){.block = NULL, .used = 0});
}

/* The library asks for texts that it could change (it does not). */
static char *lent(struct xlsx *xlsx, const char *text)
{
    return arena_copy(&xlsx->scratch, text);
}

static void write_open_sheet(void *state, const char *name)
{
    struct xlsx *xlsx = state;
    xlsx->sheet = workbook_add_worksheet(xlsx->workbook, name);
    xlsx->last_row = 0;
    xlsx->last_column = 0;
    if (xlsx->sheet == NULL) {
        keep_failure(xlsx, "a sheet could not be added");
    }
}

static void write_column(void *state, uint32_t first, uint32_t last, int pixels)
{
    struct xlsx *xlsx = state;
    if (xlsx->failure == NULL) {
        check(xlsx, worksheet_set_column_pixels(xlsx->sheet, (lxw_col_t)first, (lxw_col_t)last,
                                                (uint32_t)pixels, NULL));
    }
}

static void write_row(void *state, uint32_t row, int pixels, int outline_level)
{
    struct xlsx *xlsx = state;
    lxw_row_col_options options = {.level = (uint8_t)outline_level};
    if (xlsx->failure == NULL) {
        check(xlsx,
              worksheet_set_row_pixels_opt(xlsx->sheet, row, (uint32_t)pixels, NULL, &options));
    }
}

static lxw_error write_rich(struct xlsx *xlsx, const struct cell *cell, lxw_format *format)
{
    struct arena *scratch = &xlsx->scratch;
    lxw_rich_string_tuple *tuples = arena_alloc(scratch, cell->run_count, sizeof *tuples);
    lxw_rich_string_tuple **list = arena_alloc(scratch, cell->run_count + 1,
                                               sizeof(lxw_rich_string_tuple *));
    for (size_t i = 0; i < cell->run_count; i++) {
        tuples[i].format = format_of_run(&xlsx->formats, &cell->look, &cell->runs[i]);
        tuples[i].string = lent(xlsx, cell_text_stored(scratch, cell->runs[i].text));
        list[i] = &tuples[i];
    }
    return worksheet_write_rich_string(xlsx->sheet, cell->row, (lxw_col_t)cell->column, list,
                                       format);
}

static lxw_error write_content(struct xlsx *xlsx, const struct cell *cell, lxw_format *format)
{
    lxw_worksheet *sheet = xlsx->sheet;
    lxw_col_t column = (lxw_col_t)cell->column;
    switch (cell->kind) {
    case CELL_BLANK:
        return worksheet_write_blank(sheet, cell->row, column, format);
    case CELL_TEXT: // never guessed at: what looks like a formula or a link stays text
        return worksheet_write_string(sheet, cell->row, column,
                                      cell_text_stored(&xlsx->scratch, cell->text), format);
    case CELL_NUMBER:
        return worksheet_write_number(sheet, cell->row, column, cell->number, format);
    case CELL_TEXT_FORMULA:
        return worksheet_write_formula_str(sheet, cell->row, column, cell->formula, format,
                                           cell_text_stored(&xlsx->scratch, cell->text));
    case CELL_NUMBER_FORMULA:
        return worksheet_write_formula_num(sheet, cell->row, column, cell->formula, format,
                                           cell->number);
    case CELL_RICH:
        return write_rich(xlsx, cell, format);
    }
    return LXW_NO_ERROR;
}

static void write_cell(void *state, const struct cell *cell)
{
    struct xlsx *xlsx = state;
    if (xlsx->failure != NULL) {
        return;
    }
    xlsx->last_row = cell->row > xlsx->last_row ? cell->row : xlsx->last_row;
    xlsx->last_column = cell->column > xlsx->last_column ? cell->column : xlsx->last_column;
    lxw_format *format = format_of_look(&xlsx->formats, &cell->look);
    check(xlsx,
          format == NULL ? LXW_ERROR_MEMORY_MALLOC_FAILED : write_content(xlsx, cell, format));
    forget(xlsx);
}

static void write_rule(void *state, const struct rule *rule)
{
    struct xlsx *xlsx = state;
    if (xlsx->failure != NULL) {
        return;
    }
    lxw_conditional_format format = {
        .type = LXW_CONDITIONAL_TYPE_FORMULA,
        .value_string = lent(xlsx, rule->formula),
        .format = format_of_rule(&xlsx->formats, rule),
        .stop_if_true = LXW_TRUE,
    };
    const struct range *range = &rule->range;
    check(xlsx, worksheet_conditional_format_range(xlsx->sheet, range->first_row,
                                                   (lxw_col_t)range->first_column, range->last_row,
                                                   (lxw_col_t)range->last_column, &format));
    forget(xlsx);
}

/* The items of a list that is separated by commas, with a NULL behind the last. */
static char **list_items(struct xlsx *xlsx, const char *list)
{
    char *rest = lent(xlsx, list);
    size_t count = 1;
    for (const char *at = rest; *at != '\0'; at++) {
        count += *at == ',';
    }
    char **items = arena_alloc(&xlsx->scratch, count + 1, sizeof *items);
    for (size_t i = 0; i < count; i++) {
        items[i] = rest;
        rest += strcspn(rest, ",");
        if (*rest == ',') {
            *rest++ = '\0';
        }
    }
    return items;
}

static void set_list(struct xlsx *xlsx, const char *list, lxw_data_validation *checked)
{
    if (list[0] == '=') {
        checked->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        checked->value_formula = lent(xlsx, list);
    } else {
        checked->validate = LXW_VALIDATION_TYPE_LIST;
        checked->value_list = list_items(xlsx, list);
    }
}

static void set_bounds(const struct validation *validation, lxw_data_validation *checked)
{
    bool is_length = validation->kind == VALIDATION_LENGTH;
    checked->validate = is_length ? LXW_VALIDATION_TYPE_LENGTH : LXW_VALIDATION_TYPE_DECIMAL;
    if (validation->most < validation->least) {
        checked->criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        checked->value_number = validation->least;
    } else {
        checked->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
        checked->minimum_number = validation->least;
        checked->maximum_number = validation->most;
    }
}

static void write_validation(void *state, const struct validation *validation)
{
    struct xlsx *xlsx = state;
    if (xlsx->failure != NULL) {
        return;
    }
    lxw_data_validation checked = {
        .input_title = lent(xlsx, validation->input_title),
        .input_message = lent(xlsx, validation->input_message),
        .error_title = lent(xlsx, validation->error_title),
        .error_message = lent(xlsx, validation->error_message),
        .error_type = validation->warns ? LXW_VALIDATION_ERROR_TYPE_WARNING
                                        : LXW_VALIDATION_ERROR_TYPE_STOP,
    };
    if (validation->kind == VALIDATION_LIST) {
        set_list(xlsx, validation->list, &checked);
    } else {
        set_bounds(validation, &checked);
    }
    const struct range *range = &validation->range;
    check(xlsx, worksheet_data_validation_range(xlsx->sheet, range->first_row,
                                                (lxw_col_t)range->first_column, range->last_row,
                                                (lxw_col_t)range->last_column, &checked));
    forget(xlsx);
}

static void write_chart(void *state, const struct chart *chart)
{
    struct xlsx *xlsx = state;
    if (xlsx->failure != NULL) {
        return;
    }
    if (!book_write_chart(&xlsx->scratch, chart, xlsx->workbook, xlsx->sheet)) {
        keep_failure(xlsx, "a chart could not be added");
    }
    forget(xlsx);
}

static void set_paper(struct xlsx *xlsx, const struct sheet_setup *setup)
{
    lxw_worksheet *sheet = xlsx->sheet;
    lxw_header_footer_options options = {.margin = MARGIN_HEADER};
    worksheet_set_paper(sheet, (uint8_t)setup->paper);
    worksheet_set_landscape(sheet);
    worksheet_set_margins(sheet, MARGIN_SIDE, MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM);
    worksheet_center_horizontally(sheet);
    if (setup->scale_percent > 0) {
        worksheet_set_print_scale(sheet, (uint16_t)setup->scale_percent);
    } else {
        uint16_t wide = setup->pages_wide > 1 ? (uint16_t)setup->pages_wide : 1;
        worksheet_fit_to_pages(sheet, wide, setup->fit_to_page ? 1 : 0);
    }
    if (setup->header != NULL) {
        check(xlsx, worksheet_set_header_opt(sheet, setup->header, &options));
    }
    if (setup->footer != NULL) {
        check(xlsx, worksheet_set_footer_opt(sheet, setup->footer, &options));
    }
}

static void set_print_ranges(struct xlsx *xlsx, const struct sheet_setup *setup)
{
    lxw_worksheet *sheet = xlsx->sheet;
    const struct range *area = &setup->print_area;
    check(xlsx, worksheet_print_area(sheet, area->first_row, (lxw_col_t)area->first_column,
                                     area->last_row, (lxw_col_t)area->last_column));
    if (setup->repeat_first_row != UINT32_MAX) {
        check(xlsx, worksheet_repeat_rows(sheet, setup->repeat_first_row, setup->repeat_last_row));
    }
    if (setup->repeat_first_column != UINT32_MAX) {
        check(xlsx, worksheet_repeat_columns(sheet, (lxw_col_t)setup->repeat_first_column,
                                             (lxw_col_t)setup->repeat_last_column));
    }
    if (setup->break_count > 0) {
        lxw_row_t *breaks = arena_alloc(&xlsx->scratch, setup->break_count + 1, sizeof *breaks);
        memcpy(breaks, setup->breaks, setup->break_count * sizeof *breaks); // 0 ends the list
        check(xlsx, worksheet_set_h_pagebreaks(sheet, breaks));
    }
}

/* Keep green corners away from what is as it should be: ids that look like numbers, and formulas
 * that differ from their neighbours or leave some of them out. */
static void ignore_remarks(struct xlsx *xlsx)
{
    static const uint8_t REMARKS[] = {LXW_IGNORE_NUMBER_STORED_AS_TEXT, LXW_IGNORE_FORMULA_DIFFERS,
                                      LXW_IGNORE_FORMULA_RANGE};
    char range[LXW_MAX_CELL_RANGE_LENGTH];
    lxw_rowcol_to_range(range, 0, 0, xlsx->last_row, (lxw_col_t)xlsx->last_column);
    for (size_t i = 0; i < COUNT_OF(REMARKS); i++) {
        check(xlsx, worksheet_ignore_errors(xlsx->sheet, REMARKS[i], range));
    }
}

static void write_close_sheet(void *state, const struct sheet_setup *setup)
{
    struct xlsx *xlsx = state;
    if (xlsx->failure != NULL) {
        return;
    }
    lxw_worksheet *sheet = xlsx->sheet;
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    if (setup->freeze_row > 0 || setup->freeze_column > 0) {
        worksheet_freeze_panes(sheet, setup->freeze_row, (lxw_col_t)setup->freeze_column);
    }
    if (setup->outline) { // shown, with the sign above what it folds
        worksheet_outline_settings(sheet, LXW_TRUE, LXW_FALSE, LXW_FALSE, LXW_FALSE);
    }
    if (setup->has_filter) {
        const struct range *filter = &setup->filter;
        check(xlsx, worksheet_autofilter(sheet, filter->first_row, (lxw_col_t)filter->first_column,
                                         filter->last_row, (lxw_col_t)filter->last_column));
    }
    set_paper(xlsx, setup);
    set_print_ranges(xlsx, setup);
    ignore_remarks(xlsx);
    lxw_protection allowed = {.autofilter = LXW_TRUE,
                              .sort = LXW_TRUE,
                              .format_columns = LXW_TRUE,
                              .format_rows = LXW_TRUE};
    worksheet_protect(sheet, NULL, &allowed); // against slips, so without a password
    forget(xlsx);
}

static char *property(struct xlsx *xlsx, const char *text)
{
    return text == NULL ? NULL : lent(xlsx, cell_text_within(&xlsx->scratch, text, PROPERTY_MOST));
}

static void set_properties(struct xlsx *xlsx, const struct book_properties *properties)
{
    lxw_doc_properties written = {
        .title = property(xlsx, properties->title),
        .subject = property(xlsx, properties->subject),
        .author = property(xlsx, properties->author),
        .comments = property(xlsx, properties->comments),
        .created = CREATED,
    };
    check(xlsx, workbook_set_properties(xlsx->workbook, &written));
    for (size_t i = 0; i < properties->custom_count; i++) {
        assert(properties->custom_names[i][0] != '\0');
        assert(properties->custom_values[i][0] != '\0');
        check(xlsx, workbook_set_custom_property_string(
                        xlsx->workbook, property(xlsx, properties->custom_names[i]),
                        property(xlsx, properties->custom_values[i])));
    }
    forget(xlsx);
}

/* Why closing failed: the system's word where it left one. */
static void close_workbook(struct xlsx *xlsx)
{
    errno = 0;
    lxw_error error = workbook_close(xlsx->workbook);
    if (error != LXW_NO_ERROR) {
        keep_failure(xlsx, errno != 0 ? strerror(errno) : lxw_strerror(error));
    }
}

const char *book_write_xlsx(struct arena *arena, const struct book_content *content,
                            const char *path, const char *scratch_folder)
{
    lxw_workbook_options options = {.tmpdir = arena_copy(arena, scratch_folder)};
    struct xlsx *xlsx = arena_alloc(arena, 1, sizeof *xlsx);
    xlsx->arena = arena;
    arena_init(&xlsx->scratch);
    xlsx->workbook = workbook_new_opt(path, &options);
    if (xlsx->workbook == NULL) {
        return "the writing library did not start";
    }
    xlsx->formats.workbook = xlsx->workbook;
    const struct book_receiver receiver = {
        .state = xlsx,
        .open_sheet = write_open_sheet,
        .column = write_column,
        .row = write_row,
        .cell = write_cell,
        .rule = write_rule,
        .validation = write_validation,
        .chart = write_chart,
        .close_sheet = write_close_sheet,
    };
    set_properties(xlsx, &content->properties);
    content->lay_out(book_open(arena, &receiver), content->subject);
    close_workbook(xlsx);
    arena_release(&xlsx->scratch);
    return xlsx->failure;
}
