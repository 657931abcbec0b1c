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

/* What every criteria have, in the order in which one refers to another. */
static const char KINDS_FILE[] = "criteria/evidence.yaml";
static const char VIEWS_FILE[] = "criteria/views.yaml";
static const char *const ALWAYS[] = {KINDS_FILE, "criteria/claims.yaml", VIEWS_FILE};

/* The files on the way down from one to what it extends. */
struct chain {
    const char *name;
    const struct chain *above; // NULL: named by the evaluation
};

/* Reading files, one after another. */
struct reading {
    const struct binder *binder;
    struct bundle *bundle;
    struct criteria_files *files;
};

static const struct field FILE_FIELDS[] = {
    {.key = "criteria", .kind = FIELD_NODE, .at = offsetof(struct criteria_file, header)},
    {.key = "scales", .kind = FIELD_NODE, .at = offsetof(struct criteria_file, scales)},
    {.key = "kinds", .kind = FIELD_NODE, .at = offsetof(struct criteria_file, kinds)},
    {.key = "classes", .kind = FIELD_NODE, .at = offsetof(struct criteria_file, classes)},
    {.key = "wordings", .kind = FIELD_NODE, .at = offsetof(struct criteria_file, wordings)},
    {.key = "views", .kind = FIELD_NODE, .at = offsetof(struct criteria_file, views)},
    {.key = "frameworks", .kind = FIELD_NODE, .at = offsetof(struct criteria_file, frameworks)},
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

static bool is_always(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(ALWAYS); i++) {
        if (text_equal(ALWAYS[i], name)) {
            return true;
        }
    }
    return false;
}

/* The built-in criteria's names, for messages. */
static const char **builtin_names(struct arena *arena, size_t *count)
{
    const char **names = arena_alloc(arena, BUILTIN_FILE_COUNT, sizeof *names);
    *count = 0;
    for (size_t i = 0; i < BUILTIN_FILE_COUNT; i++) {
        const char *name = BUILTIN_FILES[i].name;
        if (text_starts(name, FOLDER) && text_ends(name, ENDING) && !is_always(name) &&
            strchr(name + strlen(FOLDER), '/') == NULL) {
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

static bool is_read_already(const struct criteria_files *files, const char *name)
{
    for (size_t i = 0; i < files->count; i++) {
        if (text_equal(files->files[i].name, name)) {
            return true;
        }
    }
    return false;
}

static void add_file(const struct reading *reading, const struct criteria_file *file)
{
    struct criteria_files *files = reading->files;
    files->files = arena_more(reading->binder->arena, files->files, files->count, &files->capacity,
                              sizeof *files->files);
    files->files[files->count++] = *file;
}

static bool is_in(const struct chain *chain, const char *name)
{
    while (chain != NULL && !text_equal(chain->name, name)) {
        chain = chain->above;
    }
    return chain != NULL;
}

static bool read_named(const struct reading *reading, const struct node *node,
                       const struct chain *above);

static bool read_input(const struct reading *reading, const struct input *input,
                       const struct chain *above)
{
    const struct binder *binder = reading->binder;
    const struct chain chain = {input->name, above};
    struct document *document = arena_alloc(binder->arena, 1, sizeof *document);
    size_t before = binder->diags->errors;
    if (!document_read(binder->arena, input, DOCUMENT_CRITERIA, binder->diags, document) &&
        !document->whole) {
        return false;
    }
    struct criteria_file file = {.name = input->name};
    bind_map(binder, &document->root, &FILE_SHAPE, &file);
    // What it says it stands on comes before it.
    const struct node *base = file.header == NULL ? NULL : node_find(file.header, "extends");
    bool sound = base == NULL || node_is_null(base) || read_named(reading, base, &chain);
    add_file(reading, &file);
    return sound && binder->diags->errors == before;
}

static bool read_named(const struct reading *reading, const struct node *node,
                       const struct chain *above)
{
    const struct binder *binder = reading->binder;
    const char *name = NULL;
    if (!bind_text(binder, "criteria", node, &name)) {
        return false;
    }
    const struct input *input = find_criteria(binder, reading->bundle, name);
    if (input == NULL) {
        report_unknown(binder, node, name);
        return false;
    }
    if (is_in(above, input->name)) {
        diag_add(binder->diags, DIAG_CRITERIA_CLASH, node->at,
                 "`%s` would extend itself, directly or by way of others",
                 bind_quoted(binder, name));
        return false;
    }
    return is_read_already(reading->files, input->name) || read_input(reading, input, above);
}

/* Does it say that it is part of another file that is read, too? */
static bool is_part_of_another(const struct reading *reading, const struct criteria_file *file)
{
    const struct binder *binder = reading->binder;
    const struct node *full = file->header == NULL ? NULL : node_find(file->header, "subset_of");
    if (full == NULL || full->kind != NODE_SCALAR) {
        return false;
    }
    const char *name = criteria_is_path(full->text)
                           ? criteria_path_name(full->text)
                           : arena_format(binder->arena, "%s%s%s", FOLDER, full->text, ENDING);
    if (!is_read_already(reading->files, name)) {
        return false;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_CRITERIA_CLASH, full->at,
                                 "these criteria are part of `%s`, which is named, too",
                                 bind_quoted(binder, full->text));
    diag_help(binder->diags, diag, "name one of the two");
    return true;
}

/* One fault for a part beside its whole, not one for each of its criteria. */
static bool leave_out_parts(const struct reading *reading)
{
    struct criteria_files *files = reading->files;
    size_t kept = 0;
    for (size_t i = 0; i < files->count; i++) {
        if (!is_part_of_another(reading, &files->files[i])) {
            files->files[kept++] = files->files[i];
        }
    }
    bool none = kept == files->count;
    files->count = kept;
    return none;
}

/* Is it there, and not the built-in one? */
static bool is_own(const struct bundle *bundle, const char *name)
{
    const struct input *input = bundle_find(bundle, name);
    return input != NULL && !input->built_in;
}

void criteria_files_read(const struct binder *binder, const struct node *value,
                         struct bundle *bundle, struct criteria_files *files)
{
    bool is_list = value->kind == NODE_LIST;
    size_t count = is_list ? value->count : 1;
    const struct reading reading = {binder, bundle, files};
    *files = (struct criteria_files){.complete = true};
    for (size_t i = 0; i < COUNT_OF(ALWAYS); i++) {
        const struct input *input = find_input(binder, bundle, ALWAYS[i]);
        if (input != NULL) {
            files->complete = read_input(&reading, input, NULL) && files->complete;
        }
    }
    for (size_t i = 0; i < count; i++) {
        const struct node *node = is_list ? &value->items[i] : value;
        files->complete = read_named(&reading, node, NULL) && files->complete;
    }
    files->complete = leave_out_parts(&reading) && files->complete;
    files->own_kinds = is_own(bundle, KINDS_FILE);
    files->own_views = is_own(bundle, VIEWS_FILE);
}
