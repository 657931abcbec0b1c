#include "read/xlsx_sheet.h"

#include "base/arena.h"
#include "base/number.h"
#include "read/xlsx_walk.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum {
    AT_WORKSHEET = 1,
    AT_SHEET_DATA,
    AT_ROW,
    AT_CELL,
    AT_VALUE,
    AT_FORMULA,
    AT_INLINE,
    AT_RUN,
    AT_TEXT
};
static const struct walk_step STEPS[] = {
    {WALK_OUTSIDE, "worksheet", AT_WORKSHEET},
    {AT_WORKSHEET, "sheetData", AT_SHEET_DATA},
    {AT_SHEET_DATA, "row", AT_ROW},
    {AT_ROW, "c", AT_CELL},
    {AT_CELL, "v", AT_VALUE},
    {AT_CELL, "f", AT_FORMULA},
    {AT_CELL, "is", AT_INLINE},
    {AT_INLINE, "t", AT_TEXT},
    {AT_INLINE, "r", AT_RUN},
    {AT_RUN, "t", AT_TEXT},
};

/* A sheet while it is read, and the cell that is open. */
struct sheet_walk {
    struct xlsx_reading *reading;
    struct table *table;
    struct table_cell *cells;
    size_t count, capacity;
    uint32_t row, column; // of the cell; of the last one where none is open
    char type[12];        // its `t`; "" where it has none
    unsigned long style;
    bool has_value, is_formula;
    struct xlsx_pieces pieces;
};

static struct loc place_of(const struct sheet_walk *walk)
{
    return table_loc(walk->table, walk->row, walk->column);
}

/* Reports what is wrong with the cell; returns false. */
static bool refuse(struct sheet_walk *walk, const char *what, const char *word)
{
    xlsx_fault(walk->reading, DIAG_XLSX_BAD, place_of(walk), "the cell is damaged: `%s` is %s",
               text_brief(walk->reading->scratch, word, 40), what);
    return false;
}

static bool pass_limit(struct sheet_walk *walk, const char *what, size_t most)
{
    xlsx_fault(walk->reading, DIAG_INPUT_LIMIT, place_of(walk), "%s %zu", what, most);
    return false;
}

static bool enter_row(struct sheet_walk *walk, const char **attributes)
{
    const char *word = walk_attribute(attributes, "r");
    unsigned long row = (unsigned long)walk->row + 1;
    walk->column = 0;
    if (word != NULL && (!number_read_count(word, TABLE_ROWS_MOST, &row) || row == 0)) {
        return refuse(walk, "no row of a sheet", word);
    }
    walk->row = (uint32_t)row;
    return row <= TABLE_ROWS_MOST ||
           pass_limit(walk, "the sheet has more rows than", TABLE_ROWS_MOST);
}

/* A reference such as C17: its column, where it is in this row. */
static bool read_reference(const char *word, uint32_t row, uint32_t *column)
{
    uint32_t letters = 0;
    const char *at = word;
    for (; *at >= 'A' && *at <= 'Z' && letters <= TABLE_COLUMNS_MOST; at++) {
        letters = letters * 26 + (uint32_t)(*at - 'A') + 1;
    }
    unsigned long number = 0;
    *column = letters;
    return letters > 0 && letters <= TABLE_COLUMNS_MOST &&
           number_read_count(at, TABLE_ROWS_MOST, &number) && number == row;
}

static bool enter_cell(struct sheet_walk *walk, const char **attributes)
{
    const char *reference = walk_attribute(attributes, "r");
    const char *type = walk_attribute(attributes, "t");
    const char *style = walk_attribute(attributes, "s");
    uint32_t column = walk->column + 1;
    if (reference != NULL && !read_reference(reference, walk->row, &column)) {
        return refuse(walk, "no cell of its row", reference);
    }
    walk->column = column;
    walk->style = 0;
    walk->type[0] = '\0';
    walk->has_value = false;
    walk->is_formula = false;
    xlsx_pieces_clear(&walk->pieces);
    if (column > TABLE_COLUMNS_MOST) {
        return pass_limit(walk, "the sheet has more columns than", TABLE_COLUMNS_MOST);
    }
    if (type != NULL && strlen(type) >= sizeof walk->type) {
        return refuse(walk, "no type of a cell", type);
    }
    memcpy(walk->type, type == NULL ? "" : type, type == NULL ? 1 : strlen(type) + 1);
    return style == NULL || number_read_count(style, UINT32_MAX, &walk->style) ||
           refuse(walk, "no style of a cell", style);
}

/* Where the value of a cell of this type stands; some programs write the other element, too. */
static int value_state(const struct sheet_walk *walk)
{
    return strcmp(walk->type, "inlineStr") == 0 ? AT_INLINE : AT_VALUE;
}

static bool enter(void *subject, int state, const char **attributes)
{
    struct sheet_walk *walk = subject;
    if (state == AT_ROW) {
        return enter_row(walk, attributes);
    }
    if (state == AT_CELL) {
        return enter_cell(walk, attributes);
    }
    bool is_value = state == value_state(walk);
    if (is_value && walk->has_value) {
        return refuse(walk, "the type of a cell with two values", walk->type);
    }
    walk->is_formula = walk->is_formula || state == AT_FORMULA;
    walk->has_value = walk->has_value || is_value;
    return true;
}

static bool text(void *subject, int state, const char *bytes, size_t length)
{
    struct sheet_walk *walk = subject;
    bool is_taken = state == (value_state(walk) == AT_INLINE ? AT_TEXT : AT_VALUE);
    return !is_taken || xlsx_pieces_add(&walk->pieces, bytes, length) ||
           pass_limit(walk, "the cell holds more bytes of text than", TABLE_TEXT_BYTES_MOST);
}

/* Look at a text that a cell holds, which it may share with others. */
static bool take_text(struct sheet_walk *walk, struct xlsx_text text, struct table_cell *cell)
{
    struct xlsx_reading *reading = walk->reading;
    reading->text_bytes += text.length;
    if (reading->text_bytes > TABLE_TEXTS_BYTES_MOST) {
        return pass_limit(walk, "the cells up to here hold more bytes of text than",
                          TABLE_TEXTS_BYTES_MOST);
    }
    if (text.has_control) {
        xlsx_fault(reading, DIAG_TEXT_CONTROL, place_of(walk),
                   "the cell holds the control character U+%04" PRIX32, text.control);
    }
    if (text.has_invisible) {
        diag_add(reading->diags, DIAG_TEXT_INVISIBLE, place_of(walk),
                 "the text holds characters that a reader cannot see");
    }
    cell->kind = text.length == 0 ? TABLE_NOTHING : TABLE_TEXT;
    cell->text = text.length == 0 ? NULL : text.text;
    return true;
}

static bool take_shared(struct sheet_walk *walk, const char *word, struct table_cell *cell)
{
    const struct xlsx_reading *reading = walk->reading;
    unsigned long index = 0;
    if (!number_read_count(word, TABLE_STRINGS_MOST, &index) || index >= reading->string_count) {
        return refuse(walk, "the number of no text", word);
    }
    return take_text(walk, reading->strings[index], cell);
}

static bool take_inline(struct sheet_walk *walk, const char *word, struct table_cell *cell)
{
    (void)word;
    return take_text(walk, xlsx_pieces_text(&walk->pieces, walk->reading->arena), cell);
}

static bool take_number(struct sheet_walk *walk, const char *word, struct table_cell *cell)
{
    cell->kind = TABLE_NUMBER;
    return number_read(word, &cell->number) || refuse(walk, "no number", word);
}

static bool take_truth(struct sheet_walk *walk, const char *word, struct table_cell *cell)
{
    bool is_true = text_equal(word, "1") || text_equal(word, "true");
    cell->kind = TABLE_TRUTH;
    cell->number = is_true ? 1 : 0;
    return is_true || text_equal(word, "0") || text_equal(word, "false") ||
           refuse(walk, "neither 1 nor 0", word);
}

static bool take_error(struct sheet_walk *walk, const char *word, struct table_cell *cell)
{
    cell->kind = TABLE_ERROR;
    cell->text = text_brief(walk->reading->arena, arena_copy(walk->reading->arena, word), 40);
    return true;
}

/* A day as 2026-10-15, perhaps with a time behind it; else it is a text. */
static bool take_day(struct sheet_walk *walk, const char *word, struct table_cell *cell)
{
    struct date date;
    const char *day = arena_text(walk->reading->scratch, word, strnlen(word, 10));
    if (!date_read(day, &date) || (word[strlen(day)] != '\0' && word[strlen(day)] != 'T')) {
        return take_inline(walk, word, cell);
    }
    cell->kind = TABLE_TEXT;
    cell->text = arena_copy(walk->reading->arena, day);
    return true;
}

static const struct {
    const char *type;
    bool (*take)(struct sheet_walk *walk, const char *word, struct table_cell *cell);
} TYPES[] = {
    {"", take_number},          {"n", take_number}, {"s", take_shared}, {"str", take_inline},
    {"inlineStr", take_inline}, {"b", take_truth},  {"e", take_error},  {"d", take_day},
};

static bool take_value(struct sheet_walk *walk, struct table_cell *cell)
{
    const char *word = xlsx_pieces_word(&walk->pieces, walk->reading->scratch);
    if (!walk->has_value || word[0] == '\0') {
        return walk->pieces.builder.length == 0 || take_inline(walk, word, cell); // blanks
    }
    for (size_t i = 0; i < COUNT_OF(TYPES); i++) {
        if (strcmp(TYPES[i].type, walk->type) == 0) {
            return TYPES[i].take(walk, word, cell);
        }
    }
    return refuse(walk, "no type of a cell", walk->type);
}

static bool leave(void *subject, int state)
{
    struct sheet_walk *walk = subject;
    struct xlsx_reading *reading = walk->reading;
    struct table_cell cell = {
        .row = walk->row, .column = walk->column, .is_formula = walk->is_formula};
    if (state != AT_CELL) {
        return true;
    }
    struct arena_mark mark = arena_mark(reading->scratch);
    bool sound = take_value(walk, &cell);
    arena_rewind(reading->scratch, mark);
    if (!sound || (cell.kind == TABLE_NOTHING && !cell.is_formula)) {
        return sound;
    }
    if (cell.kind == TABLE_NUMBER && walk->style < reading->look_count) {
        cell.look = reading->looks[walk->style];
    }
    if (++reading->cell_count > TABLE_CELLS_MOST) {
        return pass_limit(walk, "the workbook has more cells than", TABLE_CELLS_MOST);
    }
    walk->cells = arena_more(reading->arena, walk->cells, walk->count, &walk->capacity,
                             sizeof *walk->cells);
    walk->cells[walk->count++] = cell;
    return true;
}

static int compare_places(const void *first, const void *second)
{
    const struct table_cell *a = first;
    const struct table_cell *b = second;
    int order = (a->row > b->row) - (a->row < b->row);
    return order != 0 ? order : (a->column > b->column) - (a->column < b->column);
}

static bool is_same(const struct table_cell *a, const struct table_cell *b)
{
    return a->kind == b->kind && a->look == b->look && a->is_formula == b->is_formula &&
           text_equal(a->text, b->text) && !(a->number < b->number) && !(a->number > b->number);
}

/* In order, and one cell a place: one that stands twice has to say the same. */
static bool settle(struct sheet_walk *walk)
{
    size_t kept = 0;
    if (walk->count > 0) {
        qsort(walk->cells, walk->count, sizeof *walk->cells, compare_places);
    }
    for (size_t i = 0; i < walk->count; i++) {
        const struct table_cell *cell = &walk->cells[i];
        bool is_again = kept > 0 && compare_places(&walk->cells[kept - 1], cell) == 0;
        if (is_again && !is_same(&walk->cells[kept - 1], cell)) {
            xlsx_fault(walk->reading, DIAG_XLSX_BAD, table_cell_loc(walk->table, cell),
                       "the cell stands twice, with two values");
            return false;
        }
        if (!is_again) {
            walk->cells[kept++] = *cell;
        }
    }
    walk->table->cells = walk->cells;
    walk->table->count = kept;
    return true;
}

bool xlsx_read_sheet(struct xlsx_reading *reading, const char *part, struct table *table)
{
    struct sheet_walk subject = {.reading = reading, .table = table};
    xlsx_pieces_init(&subject.pieces, reading->scratch);
    struct walk walk = {.spaces = &WALK_SPREADSHEET,
                        .steps = STEPS,
                        .step_count = COUNT_OF(STEPS),
                        .subject = &subject,
                        .enter = enter,
                        .leave = leave,
                        .text = text};
    return xlsx_read_part(reading, part, &walk) && settle(&subject);
}
