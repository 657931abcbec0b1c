/*
 * Published cases: computes what a file of them was published with, by the program's own code.
 *
 *     published FILE.json
 *
 * Status: 0 all that is computed here agrees; 1 a figure differs; 2 the file cannot be read, or
 * nothing in it is computed here.
 * Source: RULES 11.
 */
#include "figures.h"
#include "layouts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/text.h"
#include "read/bundle.h"
#include "read/document.h"

#include <stdio.h>

enum { STATUS_SAME, STATUS_DIFFERENT, STATUS_UNREADABLE };

static const struct layout_row LAYOUTS[] = {
    {.name = "comparisons in pairs", .fits = case_ahp_fits, .compare = case_ahp_compare},
    {.name = "methods of ranking", .fits = case_methods_fits, .compare = case_methods_compare},
};

static bool read_file(struct arena *arena, const char *path, struct document *document)
{
    const char *reason = NULL;
    struct bytes bytes;
    struct diag_list diags;
    diag_list_init(&diags, arena);
    if (!file_read(arena, path, DOCUMENT_FILE_BYTES_MOST, &bytes, &reason)) {
        fprintf(stderr, "%s: %s\n", path, reason);
        return false;
    }
    const struct input input = {.name = path, .bytes = bytes.data, .size = bytes.size};
    bool is_sound = document_read(arena, &input, DOCUMENT_OWN, &diags, document);
    diag_list_sort(&diags);
    for (size_t i = 0; i < diags.count; i++) {
        fprintf(stderr, "%s: %s\n", loc_text(arena, diags.diags[i]->at), diags.diags[i]->message);
    }
    return is_sound;
}

static const struct layout_row *find_layout(const struct node *root)
{
    for (size_t i = 0; i < COUNT_OF(LAYOUTS); i++) {
        if (LAYOUTS[i].fits(root)) {
            return &LAYOUTS[i];
        }
    }
    return NULL;
}

static int compare_file(struct arena *arena, const char *path)
{
    struct document document;
    struct figures figures = {.arena = arena, .entry = ""};
    if (!read_file(arena, path, &document)) {
        return STATUS_UNREADABLE;
    }
    const struct layout_row *layout = find_layout(&document.root);
    if (layout == NULL) {
        fprintf(stderr, "%s: this is no layout of published cases that is known here\n", path);
        return STATUS_UNREADABLE;
    }
    layout->compare(&document.root, &figures);
    printf("%s: %zu the same, %zu different, %zu not computed here\n", layout->name, figures.same,
           figures.different, figures.skipped);
    if (figures.unreadable > 0 || figures.same + figures.different == 0) {
        return STATUS_UNREADABLE;
    }
    return figures.different > 0 ? STATUS_DIFFERENT : STATUS_SAME;
}

int main(int argc, char **argv)
{
    struct arena arena;
    if (argc != 2) {
        fprintf(stderr, "usage: published FILE.json\n");
        return STATUS_UNREADABLE;
    }
    arena_init(&arena);
    int status = compare_file(&arena, argv[1]);
    arena_release(&arena);
    if (fflush(stdout) != 0) {
        fprintf(stderr, "published: the output could not be written\n");
        return STATUS_UNREADABLE;
    }
    return status;
}
