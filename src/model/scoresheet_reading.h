/*
 * A scoresheet while it is read: what its parts share.
 *
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_SCORESHEET_READING_H
#define VOUCH_MODEL_SCORESHEET_READING_H

#include "model/bind.h"
#include "model/scoresheet.h"
#include "read/document.h"
#include "read/table.h"

struct sheet_reading {
    struct binder binder;
    struct tables tables;
    struct loc whole; // the workbook
    bool sound;       // no error so far
};

/* Report an error; the reading goes on. */
struct diag *sheet_fault(struct sheet_reading *reading, enum diag_code code, struct loc at,
                         const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Does the cell say this label, ignoring case and blanks round it? */
bool sheet_cell_says(const struct sheet_reading *reading, const struct table_cell *cell,
                     enum scoresheet_label label);

/*
 * Is something typed into the cell?
 *
 * Reports: CELL_FORMULA where it is calculated instead.
 */
bool sheet_cell_is_filled(const struct sheet_reading *reading, const struct table *table,
                          const struct table_cell *cell);

/* A filled cell as a node. Reports: SCORESHEET_BAD for an error such as `#N/A`. */
struct node sheet_node(struct sheet_reading *reading, const struct table_cell *cell, struct loc at);

/* Entries of a map that grows. */
struct node_list {
    struct arena *arena;
    struct entry *entries;
    size_t count, capacity;
};
void node_list_add(struct node_list *list, const char *key, struct loc at, struct node value);
struct node *node_list_find(const struct node_list *list, const char *key); // NULL: not there
struct node node_list_map(const struct node_list *list, struct loc at);

#endif
