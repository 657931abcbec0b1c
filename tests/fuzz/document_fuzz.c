#include "document_fuzz.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "read/bundle.h"

#include <assert.h>
#include <string.h>

/* The number of lines of a text, whatever ends them. A NUL stands behind its last byte. */
static size_t lines_of(const char *text, size_t size)
{
    size_t lines = 1;
    for (const char *end = text + size; text < end; text++) {
        lines += *text == '\n' || (*text == '\r' && text[1] != '\n');
    }
    return lines;
}

static void check_text(const char *text)
{
    const char *end = text + strlen(text);
    assert(text_is_utf8(text, strlen(text), NULL));
    while (text < end) {
        assert(!text_is_control(text_next(&text, end)));
    }
}

static void check_place(struct loc at, size_t lines)
{
    // What is missing at the end of the file may stand behind its last line.
    assert(at.line >= 1 && at.line <= lines + 1 && at.column >= 1);
}

/* Counts the nodes, so that a tree that aliases made huge is seen. */
static size_t check_node(const struct node *node, size_t lines, size_t depth)
{
    size_t nodes = 1;
    assert(depth <= DOCUMENT_DEPTH_MOST + 1); // a scalar may stand in the deepest list
    check_place(node->at, lines);
    if (node->kind == NODE_SCALAR) {
        check_text(node->text);
    }
    for (size_t i = 0; i < node->count; i++) {
        if (node->kind == NODE_MAP) {
            check_text(node->entries[i].key);
            check_place(node->entries[i].at, lines);
            assert(node_find(node, node->entries[i].key) == &node->entries[i].value);
        }
        nodes += check_node(node->kind == NODE_MAP ? &node->entries[i].value : &node->items[i],
                            lines, depth + 1);
    }
    return nodes;
}

void fuzz_document(const char *name, enum document_trust trust, const uint8_t *bytes, size_t size)
{
    struct arena arena;
    arena_init(&arena);
    struct diag_list diags;
    diag_list_init(&diags, &arena);
    const char *copy = arena_text(&arena, (const char *)bytes, size);
    struct input input = {.name = name, .bytes = (const uint8_t *)copy, .size = size};
    struct document document;
    bool sound = document_read(&arena, &input, trust, &diags, &document);
    size_t lines = lines_of(copy, size);
    assert(sound == (diags.errors == 0));
    for (size_t i = 0; i < diags.count; i++) {
        check_text(diags.diags[i]->message);
        assert(diags.diags[i]->at.line <= lines + 1);
    }
    if (sound) {
        size_t nodes = check_node(&document.root, lines, 1);
        assert(nodes <= DOCUMENT_ALIAS_NODES_FREE + (DOCUMENT_ALIAS_FACTOR_MOST + 1) * size + 1);
    }
    arena_release(&arena);
}
