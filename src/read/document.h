/*
 * Documents: what YAML and JSON become, one kind of tree with a place on every node.
 *
 *     struct document document;
 *     if (document_read(arena, &input, DOCUMENT_RECEIVED, diags, &document)) { ... document.root
 * ... }
 *
 * Scalars stay text: whether `yes` is a truth or a word is decided by whoever asks (model/).
 * Layer: read.
 */
#ifndef VOUCH_READ_DOCUMENT_H
#define VOUCH_READ_DOCUMENT_H

#include "base/loc.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag_list;
struct input;

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };

struct node {
    enum node_kind kind;
    struct loc at;
    const char *text;      // scalar: its text, valid UTF-8; else NULL
    bool quoted;           // scalar: written in quotes or as a block
    struct node *items;    // list: its items
    struct entry *entries; // map: its entries, in the order of the file, keys unique
    size_t count;          // of items or entries
};

struct entry {
    const char *key;
    struct loc at; // of the key
    struct node value;
};

struct document {
    struct node root;
    const char *source; // name of the input
    bool whole; // read to its end: at most a key stands twice, so it can be bound all the same
};

/* Who wrote the input, and so what it may do. */
enum document_trust {
    DOCUMENT_CRITERIA, // the buyer's criteria: anchors and aliases
    DOCUMENT_OWN,      // the buyer's other files: evaluation, findings, assessments
    DOCUMENT_RECEIVED, // a vendor's: a comment after a value is warned about, since it is cut
};

/* Limits; passing one is INPUT_LIMIT. */
enum {
    DOCUMENT_DEPTH_MOST = 64,
    DOCUMENT_EVENTS_MOST = 500000,
    DOCUMENT_SCALAR_BYTES_MOST = 1 << 20,
    DOCUMENT_KEY_BYTES_MOST = 256,
    DOCUMENT_FILE_BYTES_MOST = 32 << 20,
    DOCUMENT_ALIAS_FACTOR_MOST = 10,   // nodes after aliases, in multiples of those written
    DOCUMENT_ALIAS_NODES_FREE = 10000, // nodes by aliases that any file may have
};

/*
 * Read an input by the ending of its name: .yaml, .yml and .lock as YAML, .json as JSON.
 *
 * Rules: FORMATS, "YAML as we read it". All faults that can be told apart are reported in one go;
 * a syntax error ends the reading of its file.
 *
 * Reports: FILE_EMPTY, FILE_TOO_LARGE, TEXT_NOT_UTF8, TEXT_CONTROL, TEXT_INVISIBLE, YAML_SYNTAX,
 * YAML_FEATURE, YAML_COMMENT_CUT, JSON_SYNTAX, INPUT_LIMIT, KEY_DUPLICATE, FORMAT_UNKNOWN. Returns
 * whether the document is sound; `document->whole` says whether it can be searched for more faults.
 */
bool document_read(struct arena *arena, const struct input *input, enum document_trust trust,
                   struct diag_list *diags, struct document *document);

/* A scalar that says nothing: empty, `~` or `null`, unquoted. */
bool node_is_null(const struct node *node);

/* The value of a key of a map; NULL where it is not there, or the node is no map. */
const struct node *node_find(const struct node *map, const char *key);

/* "a map", "a list", "a text": what the node is, for messages. */
const char *node_kind_text(const struct node *node);

#endif
