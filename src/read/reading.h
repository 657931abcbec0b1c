/*
 * A reading: what the readers of document formats share while they turn one text into nodes.
 *
 * Only for the sources of read/; everybody else sees document.h.
 * Layer: read.
 */
#ifndef VOUCH_READ_READING_H
#define VOUCH_READ_READING_H

#include "base/diag.h"
#include "base/map.h"
#include "read/document.h"

#include <stdbool.h>
#include <stddef.h>

struct reading {
    struct arena *arena;
    struct diag_list *diags;
    const char *source; // name of the input
    const char *text;   // valid UTF-8 without a byte order mark, no NUL but the one behind it
    size_t size;        // bytes
    enum document_trust trust;
    size_t nodes; // met so far
    bool sound;   // no error so far
    bool broken;  // an error that hides what stands behind it
};

/* Report an error: the document is not sound, the reading may go on. */
struct diag *reading_fault(struct reading *reading, enum diag_code code, struct loc at,
                           const char *format, ...) __attribute__((format(printf, 4, 5)));

/* A place in the input: line and column 1-based, length in code points. */
struct loc reading_place(const struct reading *reading, size_t line, size_t column, size_t length);

/* Count a node. Reports INPUT_LIMIT and returns false where there are too many. */
bool reading_count_node(struct reading *reading, struct loc at);

/* May a list or map begin at this depth (the root is 1)? Reports INPUT_LIMIT. */
bool reading_check_depth(struct reading *reading, size_t depth, struct loc at);

/*
 * Look at a key or a scalar: its length, and what nobody can see in it.
 *
 * Reports: INPUT_LIMIT (longer than `most` bytes), TEXT_INVISIBLE (once a text).
 */
void reading_check_text(struct reading *reading, const char *text, size_t most, struct loc at);

/* The first control character of a text, NUL included; 0xFFFFFFFF where there is none. */
uint32_t reading_find_control(const char *text, size_t length);

/* Report a control character as TEXT_CONTROL. */
void reading_report_control(struct reading *reading, uint32_t code_point, struct loc at);

/* A list or map that grows. */
struct node_draft {
    struct node node;
    size_t capacity;
    struct map keys; // of a map with many entries
};
void node_draft_init(struct node_draft *draft, struct arena *arena, enum node_kind kind,
                     struct loc at);
void node_draft_add_item(struct node_draft *draft, struct arena *arena, struct node item);

/* Reports KEY_DUPLICATE; the first value of a key stays. */
void node_draft_add_entry(struct node_draft *draft, struct reading *reading, struct entry entry);

#endif
