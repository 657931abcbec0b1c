#include "read_sample.h"

#include "base/text.h"
#include "read/bundle.h"

#include <assert.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SHARED_FILES_MOST = 1000, SHARED_BYTES_MOST = 1 << 24 };

struct sample *sample_read_bytes(const char *name, struct bytes bytes, enum document_trust trust)
{
    struct sample *sample = calloc(1, sizeof *sample);
    assert(sample != NULL);
    arena_init(&sample->arena);
    diag_list_init(&sample->diags, &sample->arena);
    // A copy in a block of its own, so that a sanitizer sees an overrun.
    const char *copy = arena_text(&sample->arena, (const char *)bytes.data, bytes.size);
    struct input input = {.name = name, .bytes = (const uint8_t *)copy, .size = bytes.size};
    sample->sound = document_read(&sample->arena, &input, trust, &sample->diags, &sample->document);
    diag_list_sort(&sample->diags);
    return sample;
}

struct sample *sample_read(const char *name, const char *text, enum document_trust trust)
{
    struct bytes bytes = {.data = (const uint8_t *)text, .size = strlen(text)};
    return sample_read_bytes(name, bytes, trust);
}

void sample_close(struct sample *sample)
{
    arena_release(&sample->arena);
    free(sample);
}

/* Skip the test unless there is such a file or folder. */
static void need(struct arena *arena, const char *path, enum file_kind kind)
{
    if (file_kind(path) != kind) {
        print_message("skipped: no %s\n", path);
        arena_release(arena);
        skip();
    }
}

struct file_names shared_names(struct arena *arena, const char *folder)
{
    struct file_names names = {0};
    const char *reason = NULL;
    need(arena, folder, FILE_FOLDER);
    if (!file_list(arena, folder, SHARED_FILES_MOST, &names, &reason)) {
        fail_msg("%s: %s", folder, reason);
    }
    return names;
}

struct bytes shared_bytes(struct arena *arena, const char *path)
{
    struct bytes bytes = {.size = 0};
    const char *reason = NULL;
    need(arena, path, FILE_REGULAR);
    if (!file_read(arena, path, SHARED_BYTES_MOST, &bytes, &reason)) {
        fail_msg("%s: %s", path, reason);
    }
    return bytes;
}

static void add_node(struct text_builder *text, const struct node *node)
{
    if (node->kind == NODE_SCALAR) {
        text_add_format(text, node->quoted ? "\"%s\"" : "%s", node->text);
        return;
    }
    bool is_list = node->kind == NODE_LIST;
    text_add(text, is_list ? "[" : "{");
    for (size_t i = 0; i < node->count; i++) {
        text_add(text, i == 0 ? "" : ", ");
        if (is_list) {
            add_node(text, &node->items[i]);
        } else {
            text_add_format(text, "%s: ", node->entries[i].key);
            add_node(text, &node->entries[i].value);
        }
    }
    text_add(text, is_list ? "]" : "}");
}

const char *sample_tree(struct sample *sample)
{
    if (!sample->sound) {
        return "unsound";
    }
    struct text_builder text;
    text_builder_init(&text, &sample->arena);
    add_node(&text, &sample->document.root);
    return text.text;
}

const char *sample_diags(struct sample *sample)
{
    struct text_builder text;
    text_builder_init(&text, &sample->arena);
    for (size_t i = 0; i < sample->diags.count; i++) {
        const struct diag *diag = sample->diags.diags[i];
        text_add_format(&text, "%s%u:%u+%u %s %s", i == 0 ? "" : "\n", diag->at.line,
                        diag->at.column, diag->at.length, diag_code_name(diag->code),
                        diag->message);
        if (diag->label != NULL) {
            text_add_format(&text, " [%s]", diag->label);
        }
        if (diag->help != NULL) {
            text_add_format(&text, " [%s]", diag->help);
        }
    }
    return text.text;
}

const char *sample_codes(struct sample *sample)
{
    struct text_builder text;
    text_builder_init(&text, &sample->arena);
    for (size_t i = 0; i < sample->diags.count; i++) {
        text_add_format(&text, "%s%s", i == 0 ? "" : " ",
                        diag_code_name(sample->diags.diags[i]->code));
    }
    return text.text;
}
