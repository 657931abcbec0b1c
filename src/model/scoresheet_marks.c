#include "model/scoresheet_marks.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"
#include "model/scoresheet_reading.h"

#include <string.h>

enum { HEAD_ROWS_MOST = 12 }; // above the lines that open a card; blank ones may be inserted

/* What one vendor was given. */
struct vendor_marks {
    const char *id;
    struct loc at;
    struct node_list criteria;
};

/* One sheet of cards, and how far the walk through its rows is. A row is 0 where there is none. */
struct card_walk {
    struct sheet_reading *reading;
    const struct table *table;
    uint32_t label_column;
    const struct table_cell *head; // of the card; NULL: none yet
    uint32_t nameless_row;         // where the card's id is missing; 0: it is not
    bool nameless_said;            // which has been reported
    uint32_t vendor_row, level_row, reason_row;
    struct map columns; // of the row of vendors, by id
    struct vendor_marks *vendors;
    size_t count, capacity;
};

/* `Acme AI (acme)` or `acme`: the id, which stands last. */
static const char *vendor_id_of(struct arena *arena, const char *text)
{
    const char *open = strrchr(text, '(');
    size_t length = strlen(text);
    if (open == NULL || text[length - 1] != ')') {
        return text;
    }
    return arena_text(arena, open + 1, (size_t)(text + length - 1 - (open + 1)));
}

static struct node_list *criteria_of(struct card_walk *walk, const char *id, struct loc at)
{
    struct arena *arena = walk->reading->binder.arena;
    for (size_t i = 0; i < walk->count; i++) {
        if (text_equal_ignoring_case(walk->vendors[i].id, id)) {
            return &walk->vendors[i].criteria;
        }
    }
    walk->vendors = arena_more(arena, walk->vendors, walk->count, &walk->capacity,
                               sizeof *walk->vendors);
    walk->vendors[walk->count] = (struct vendor_marks){id, at, {.arena = arena}};
    return &walk->vendors[walk->count++].criteria;
}

/* The vendor that a cell names, as a key. */
static const char *vendor_key(const struct card_walk *walk, const struct table_cell *cell)
{
    struct arena *arena = walk->reading->binder.arena;
    const char *text = table_cell_text(arena, &walk->reading->tables, cell);
    return text_folded(arena, vendor_id_of(arena, text));
}

/* The second column of one vendor may be somebody else's; that has been reported. */
static bool is_column(const struct card_walk *walk, const struct table_cell *vendor_cell)
{
    size_t column = 0;
    return map_find(&walk->columns, vendor_key(walk, vendor_cell), &column) &&
           column == vendor_cell->column;
}

/* What is typed into a row of the card, or NULL. */
static const struct table_cell *typed(const struct card_walk *walk, uint32_t row, uint32_t column)
{
    const struct table_cell *cell = row == 0 ? NULL : table_find_cell(walk->table, row, column);
    return cell != NULL && sheet_cell_is_filled(walk->reading, walk->table, cell) ? cell : NULL;
}

/* A mark has a level and a reason; half of one is no mark, and is not passed over in silence. */
static bool is_whole(const struct card_walk *walk, const struct table_cell *level,
                     const struct table_cell *reason, const char *vendor, const char *criterion)
{
    const struct binder *binder = &walk->reading->binder;
    if (level == NULL && reason != NULL) {
        diag_add(binder->diags, DIAG_MARK_OPEN, table_cell_loc(walk->table, reason),
                 "`%s` has a reason on `%s` and no level, which counts as open",
                 bind_quoted(binder, vendor), bind_quoted(binder, criterion));
    }
    if (level != NULL && reason == NULL) {
        struct loc at = walk->reason_row == 0
                            ? table_cell_loc(walk->table, level)
                            : table_loc(walk->table, walk->reason_row, level->column);
        struct diag *diag = sheet_fault(
            walk->reading, DIAG_MARK_BAD, at, "the mark of `%s` on `%s` has no reason",
            bind_quoted(binder, vendor), bind_quoted(binder, criterion));
        diag_help(binder->diags, diag, "write below the level what was seen, and where");
    }
    return level != NULL && reason != NULL;
}

/* Whose marks these are is not said: once for a card whose id was taken out. */
static void report_headless(struct card_walk *walk, const struct table_cell *mark)
{
    if (walk->nameless_row > 0 && !walk->nameless_said) {
        walk->nameless_said = true;
        struct diag *diag = sheet_fault(
            walk->reading, DIAG_SCORESHEET_BAD,
            table_loc(walk->table, walk->nameless_row, walk->label_column),
            "the id of a criterion is missing here, so that the marks below are nobody's");
        diag_help(walk->reading->binder.diags, diag, "write the id into this cell again");
    } else if (walk->nameless_row == 0) {
        sheet_fault(walk->reading, DIAG_SCORESHEET_BAD, table_cell_loc(walk->table, mark),
                    "no criterion stands above this mark");
    }
}

static void take_mark(struct card_walk *walk, const struct table_cell *vendor_cell)
{
    struct sheet_reading *reading = walk->reading;
    struct arena *arena = reading->binder.arena;
    const struct table_cell *level = typed(walk, walk->level_row, vendor_cell->column);
    const struct table_cell *reason = typed(walk, walk->reason_row, vendor_cell->column);
    if (level == NULL && reason == NULL) {
        return;
    }
    if (walk->head == NULL) {
        report_headless(walk, level == NULL ? reason : level);
        return;
    }
    struct loc vendor_at = table_cell_loc(walk->table, vendor_cell);
    struct loc head_at = table_cell_loc(walk->table, walk->head);
    const char *vendor = vendor_id_of(arena, table_cell_text(arena, &reading->tables, vendor_cell));
    const char *criterion = table_cell_text(arena, &reading->tables, walk->head);
    if (!is_whole(walk, level, reason, vendor, criterion)) {
        return;
    }
    struct loc level_at = table_cell_loc(walk->table, level);
    struct node_list mark = {.arena = arena};
    node_list_add(&mark, "level", level_at, sheet_node(reading, level, level_at));
    node_list_add(&mark, "because", level_at,
                  sheet_node(reading, reason, table_cell_loc(walk->table, reason)));
    struct node_list *criteria = criteria_of(walk, vendor, vendor_at);
    if (node_list_find(criteria, criterion) != NULL) {
        sheet_fault(reading, DIAG_MARK_BAD, level_at, "`%s` has a level on `%s` already",
                    bind_quoted(&reading->binder, vendor),
                    bind_quoted(&reading->binder, criterion));
        return;
    }
    node_list_add(criteria, criterion, head_at, node_list_map(&mark, level_at));
}

/* What stands in a row of marks and below no vendor. */
static void check_strays(const struct card_walk *walk, uint32_t row)
{
    const struct table *table = walk->table;
    for (size_t i = table_find_row(table, row); i < table->count && table->cells[i].row == row;
         i++) {
        const struct table_cell *cell = &table->cells[i];
        const struct table_cell *vendor = table_find_cell(table, walk->vendor_row, cell->column);
        if (cell->column != walk->label_column && vendor == NULL &&
            sheet_cell_is_filled(walk->reading, table, cell)) {
            sheet_fault(walk->reading, DIAG_SCORESHEET_BAD, table_cell_loc(table, cell),
                        "no vendor stands above this cell");
        }
    }
}

/* The card is read to its end. */
static void take_card(struct card_walk *walk)
{
    const struct table *table = walk->table;
    if (walk->level_row == 0) {
        return;
    }
    if (walk->vendor_row == 0) {
        sheet_fault(walk->reading, DIAG_SCORESHEET_BAD,
                    table_loc(table, walk->level_row, walk->label_column),
                    "no row `%s` above says whose levels these are",
                    scoresheet_label(SHEET_VENDOR));
        walk->level_row = 0;
        walk->reason_row = 0;
        return;
    }
    for (size_t i = table_find_row(table, walk->vendor_row);
         i < table->count && table->cells[i].row == walk->vendor_row; i++) {
        const struct table_cell *vendor = &table->cells[i];
        if (vendor->column != walk->label_column && vendor->kind == TABLE_TEXT &&
            is_column(walk, vendor)) {
            take_mark(walk, vendor);
        }
    }
    check_strays(walk, walk->level_row);
    check_strays(walk, walk->reason_row); // of row 0 there is nothing
    walk->level_row = 0;
    walk->reason_row = 0;
}

/* Labels of a card that say nothing about marks. */
static bool is_other_label(const struct card_walk *walk, const struct table_cell *cell)
{
    static const enum scoresheet_label OTHERS[] = {SHEET_LEVELS, SHEET_QUESTION, SHEET_SAYS,
                                                   SHEET_WORDS, SHEET_PROOF};
    for (size_t i = 0; i < COUNT_OF(OTHERS); i++) {
        const char *label = scoresheet_label(OTHERS[i]);
        bool goes_on = text_starts(cell->text, label) && cell->text[strlen(label)] == ',';
        if (goes_on || sheet_cell_says(walk->reading, cell, OTHERS[i])) { // `In its words, 2`
            return true;
        }
    }
    return sheet_cell_says(walk->reading, cell, SHEET_VENDOR);
}

/* A row of vendors begins: each of them has one column. */
static void take_vendors(struct card_walk *walk, uint32_t row)
{
    const struct table *table = walk->table;
    const struct binder *binder = &walk->reading->binder;
    walk->vendor_row = row;
    map_init(&walk->columns, binder->arena);
    for (size_t i = table_find_row(table, row); i < table->count && table->cells[i].row == row;
         i++) {
        const struct table_cell *cell = &table->cells[i];
        if (cell->column != walk->label_column && cell->kind == TABLE_TEXT &&
            !map_add(&walk->columns, vendor_key(walk, cell), cell->column)) {
            const char *text = table_cell_text(binder->arena, &walk->reading->tables, cell);
            sheet_fault(walk->reading, DIAG_SCORESHEET_BAD, table_cell_loc(table, cell),
                        "`%s` has a column before this one already",
                        bind_quoted(binder, vendor_id_of(binder->arena, text)));
        }
    }
}

/*
 * The lines that open a card stand right below its head. Where the next row above them with
 * something in it has a title and no id, the id was taken out, and what was read as the head is
 * the head of another card or no head at all.
 */
static void look_for_head(struct card_walk *walk, uint32_t row)
{
    const struct table *table = walk->table;
    for (uint32_t above = row - 1; above > 0 && row - above <= HEAD_ROWS_MOST; above--) {
        const struct table_cell *label = table_find_cell(table, above, walk->label_column);
        const struct table_cell *title = table_find_cell(table, above, walk->label_column + 1);
        bool is_blank = label == NULL || (label->kind == TABLE_TEXT && text_is_blank(label->text));
        if (!is_blank && label->kind == TABLE_TEXT && is_other_label(walk, label)) {
            continue; // the vendors' row, or another line that opens the card
        }
        if (is_blank && title == NULL) {
            continue;
        }
        if (is_blank) {
            walk->head = NULL;
            walk->nameless_row = above;
            walk->nameless_said = false;
        }
        return;
    }
}

/* One cell of the column of labels. */
static void take_label(struct card_walk *walk, const struct table_cell *cell)
{
    if (sheet_cell_says(walk->reading, cell, SHEET_LEVEL)) {
        take_card(walk); // one without a reason row
        walk->level_row = cell->row;
    } else if (sheet_cell_says(walk->reading, cell, SHEET_REASON)) {
        walk->reason_row = cell->row;
        take_card(walk);
    } else if (sheet_cell_says(walk->reading, cell, SHEET_VENDOR)) {
        take_card(walk);
        take_vendors(walk, cell->row);
    } else if (sheet_cell_says(walk->reading, cell, SHEET_LEVELS) ||
               sheet_cell_says(walk->reading, cell, SHEET_QUESTION)) {
        take_card(walk);
        look_for_head(walk, cell->row);
    } else if (!is_other_label(walk, cell)) {
        take_card(walk);
        walk->head = cell;
        walk->nameless_row = 0;
    }
}

/* The column that says `Your level`; 0 where the sheet has no card. */
static uint32_t find_label_column(const struct sheet_reading *reading, const struct table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        if (sheet_cell_says(reading, &table->cells[i], SHEET_LEVEL)) {
            return table->cells[i].column;
        }
    }
    return 0;
}

struct node scoresheet_marks(struct sheet_reading *reading)
{
    struct card_walk walk = {.reading = reading};
    bool has_cards = false;
    for (size_t s = 0; s < reading->tables.count; s++) {
        walk.table = &reading->tables.sheets[s];
        walk.label_column = find_label_column(reading, walk.table);
        walk.head = NULL;
        walk.nameless_row = 0;
        walk.vendor_row = 0;
        has_cards = has_cards || walk.label_column > 0;
        for (size_t i = 0; walk.label_column > 0 && i < walk.table->count; i++) {
            const struct table_cell *cell = &walk.table->cells[i];
            if (cell->column == walk.label_column && cell->kind == TABLE_TEXT &&
                !text_is_blank(cell->text)) {
                take_label(&walk, cell);
            }
        }
        take_card(&walk);
    }
    if (!has_cards) {
        sheet_fault(reading, DIAG_SCORESHEET_BAD, reading->whole,
                    "no sheet of the workbook has a row %s", scoresheet_label(SHEET_LEVEL));
    }
    struct node_list vendors = {.arena = reading->binder.arena};
    for (size_t i = 0; i < walk.count; i++) {
        node_list_add(&vendors, walk.vendors[i].id, walk.vendors[i].at,
                      node_list_map(&walk.vendors[i].criteria, walk.vendors[i].at));
    }
    return node_list_map(&vendors, reading->whole);
}
