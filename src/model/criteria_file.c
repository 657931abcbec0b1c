#include "model/criteria_file.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/criteria_paths.h"
#include "read/builtin.h"
#include "read/bundle.h"
#include "read/document.h"

#include <string.h>

static const char FOLDER[] = "criteria/";
static const char ENDING[] = ".yaml";
static const char KINDS_FILE[] = "criteria/evidence.yaml";

static const struct field FILE_FIELDS[] = {
    {.key = "criteria", .kind = FIELD_NODE, .at = offsetof(struct criteria_file, header)},
    {.key = "scales", .kind = FIELD_NODE, .at = offsetof(struct criteria_file, scales)},
    {.key = "kinds", .kind = FIELD_NODE, .at = offsetof(struct criteria_file, kinds)},
    {.key = "drop", .kind = FIELD_NODE, .at = offsetof(struct criteria_file, drop)},
    {.key = "tree", .kind = FIELD_NODE, .at = offsetof(struct criteria_file, tree)},
};
static const struct shape FILE_SHAPE = {"a criteria file", FILE_FIELDS, COUNT_OF(FILE_FIELDS)};

/* The input of a name in the bundle; a built-in file is added to it first. */
static const struct input *find_input(const struct binder *binder, struct bundle *bundle,
                                      const char *name)
{
    const struct input *input = bundle_find(bundle, name);
    const struct builtin_file *file = builtin_find(name);
    if (input != NULL || file == NULL) {
        return input;
    }
    bundle_add(binder->arena, bundle, name, file->bytes, file->size, true);
    return bundle_find(bundle, name);
}

static const struct input *find_criteria(const struct binder *binder, struct bundle *bundle,
                                         const char *name)
{
    if (criteria_is_path(name)) {
        return bundle_find(bundle, criteria_path_name(name));
    }
    return find_input(binder, bundle, arena_format(binder->arena, "%s%s%s", FOLDER, name, ENDING));
}

/* The built-in criteria's names, for messages; the kinds of evidence are no criteria. */
static const char **builtin_names(struct arena *arena, size_t *count)
{
    const char **names = arena_alloc(arena, BUILTIN_FILE_COUNT, sizeof *names);
    *count = 0;
    for (size_t i = 0; i < BUILTIN_FILE_COUNT; i++) {
        const char *name = BUILTIN_FILES[i].name;
        if (text_starts(name, FOLDER) && text_ends(name, ENDING) && !text_equal(name, KINDS_FILE)) {
            size_t length = strlen(name) - strlen(FOLDER) - strlen(ENDING);
            names[(*count)++] = arena_text(arena, name + strlen(FOLDER), length);
        }
    }
    return names;
}

static void report_unknown(const struct binder *binder, const struct node *node, const char *name)
{
    bool path = criteria_is_path(name);
    struct diag *diag = diag_add(binder->diags, DIAG_CRITERIA_UNKNOWN, node->at,
                                 path ? "there is no file `%s` in this evaluation"
                                      : "there are no criteria `%s`",
                                 bind_quoted(binder, name));
    size_t count = 0;
    const char **names = builtin_names(binder->arena, &count);
    if (!path && !bind_suggest(binder, diag, name, names, count)) {
        diag_help(binder->diags, diag, "a file of your own is named with its ending: `%s.yaml`",
                  bind_quoted(binder, name));
    }
}

static bool read_input(const struct binder *binder, const struct input *input,
                       struct criteria_files *files)
{
    struct document *document = arena_alloc(binder->arena, 1, sizeof *document);
    size_t before = binder->diags->errors;
    if (!document_read(binder->arena, input, DOCUMENT_CRITERIA, binder->diags, document) &&
        !document->whole) {
        return false;
    }
    struct criteria_file *file = &files->files[files->count];
    *file = (struct criteria_file){.name = input->name};
    bind_map(binder, &document->root, &FILE_SHAPE, file);
    files->count++;
    return binder->diags->errors == before;
}

static bool is_read_already(const struct criteria_files *files, const char *name)
{
    for (size_t i = 0; i < files->count; i++) {
        if (text_equal(files->files[i].name, name)) {
            return true;
        }
    }
    return false;
}

static bool read_named(const struct binder *binder, const struct node *node, struct bundle *bundle,
                       struct criteria_files *files)
{
    const char *name = NULL;
    if (!bind_text(binder, "criteria", node, &name)) {
        return false;
    }
    const struct input *input = find_criteria(binder, bundle, name);
    if (input == NULL) {
        report_unknown(binder, node, name);
        return false;
    }
    return is_read_already(files, input->name) || read_input(binder, input, files);
}

void criteria_files_read(const struct binder *binder, const struct node *value,
                         struct bundle *bundle, struct criteria_files *files)
{
    bool is_list = value->kind == NODE_LIST;
    size_t count = is_list ? value->count : 1;
    *files = (struct criteria_files){.complete = true};
    files->files = arena_alloc(binder->arena, count + 1, sizeof *files->files);
    const struct input *kinds = find_input(binder, bundle, KINDS_FILE);
    if (kinds != NULL) {
        files->complete = read_input(binder, kinds, files);
    }
    for (size_t i = 0; i < count; i++) {
        const struct node *node = is_list ? &value->items[i] : value;
        files->complete = read_named(binder, node, bundle, files) && files->complete;
    }
}
