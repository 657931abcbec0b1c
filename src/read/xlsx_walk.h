/*
 * A walk through one part of a workbook: which elements matter, as a table of steps.
 *
 *     {AT_SHEET_DATA, "row", AT_ROW}, {AT_ROW, "c", AT_CELL}, …
 *
 * Everything that no step leads to is passed over with all that is in it: other namespaces,
 * extensions, what a later version adds.
 *
 * Layer: read.
 */
#ifndef VOUCH_READ_XLSX_WALK_H
#define VOUCH_READ_XLSX_WALK_H

#include "read/package.h"

/* Where a walk begins; the states of a walk are numbers of its own from 1 on. */
enum { WALK_OUTSIDE = 0 };

struct walk_step {
    int from;
    const char *name; // local name, in a namespace of the walk
    int to;
};

/* The namespaces of a walk: the transitional and the strict one. */
struct walk_spaces {
    const char *transitional, *strict;
};
extern const struct walk_spaces WALK_SPREADSHEET;   // workbook, sheets, strings, styles
extern const struct walk_spaces WALK_RELATIONSHIPS; // *.rels

struct walk {
    const struct walk_spaces *spaces;
    const struct walk_step *steps;
    size_t step_count;
    void *subject;
    /* Each returns whether to go on. `text` may be NULL. */
    bool (*enter)(void *subject, int state, const char **attributes);
    bool (*leave)(void *subject, int state);
    bool (*text)(void *subject, int state, const char *bytes, size_t length);
    int states[PACKAGE_DEPTH_MOST + 1]; // from outside to here
    size_t depth;
    size_t passed_over; // elements that are open and do not matter
};

/* The taker that walks; `walk` has to live as long. */
struct package_taker walk_taker(struct walk *walk);

/* The value of an attribute without a namespace, or NULL. */
const char *walk_attribute(const char **attributes, const char *name);

/* The value of `r:id`, or NULL. */
const char *walk_relationship_id(const char **attributes);

/* Is it a type of relationship, such as `worksheet`? */
bool walk_is_relationship(const char *type, const char *name);

#endif
