#include "model/scoresheet_reading.h"

#include "base/arena.h"
#include "base/text.h"

#include <stdarg.h>

struct diag *sheet_fault(struct sheet_reading *reading, enum diag_code code, struct loc at,
                         const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *message = arena_vformat(reading->binder.arena, format, arguments);
    va_end(arguments);
    reading->sound = false;
    return diag_add(reading->binder.diags, code, at, "%s", message);
}

bool sheet_cell_says(const struct sheet_reading *reading, const struct table_cell *cell,
                     enum scoresheet_label label)
{
    return cell->kind == TABLE_TEXT &&
           text_equal_ignoring_case(text_trimmed(reading->binder.arena, cell->text),
                                    scoresheet_label(label));
}

bool sheet_cell_is_filled(const struct sheet_reading *reading, const struct table *table,
                          const struct table_cell *cell)
{
    bool is_filled = cell->kind != TABLE_NOTHING &&
                     (cell->kind != TABLE_TEXT || !text_is_blank(cell->text));
    if (cell->is_formula) {
        diag_add(reading->binder.diags, DIAG_CELL_FORMULA, table_cell_loc(table, cell),
                 is_filled ? "a formula stands where something is to be typed; what it last gave "
                             "is read"
                           : "a formula that gives nothing stands where something is to be typed");
    }
    return is_filled;
}

struct node sheet_node(struct sheet_reading *reading, const struct table_cell *cell, struct loc at)
{
    struct arena *arena = reading->binder.arena;
    struct node node = {.kind = NODE_SCALAR,
                        .at = at,
                        .text = table_cell_text(arena, &reading->tables, cell),
                        .quoted = cell->kind == TABLE_TEXT};
    if (cell->kind == TABLE_TRUTH) {
        node.text = cell->number > 0.5 ? "yes" : "no";
    }
    if (cell->kind == TABLE_ERROR) {
        sheet_fault(reading, DIAG_SCORESHEET_BAD, at, "the cell holds the error `%s`",
                    bind_quoted(&reading->binder, cell->text));
        node.text = cell->text;
    }
    return node;
}

void node_list_add(struct node_list *list, const char *key, struct loc at, struct node value)
{
    list->entries = arena_more(list->arena, list->entries, list->count, &list->capacity,
                               sizeof *list->entries);
    list->entries[list->count++] = (struct entry){.key = key, .at = at, .value = value};
}

struct node *node_list_find(const struct node_list *list, const char *key)
{
    for (size_t i = 0; i < list->count; i++) {
        if (text_equal_ignoring_case(list->entries[i].key, key)) {
            return &list->entries[i].value;
        }
    }
    return NULL;
}

struct node node_list_map(const struct node_list *list, struct loc at)
{
    return (struct node){
        .kind = NODE_MAP, .at = at, .entries = list->entries, .count = list->count};
}
