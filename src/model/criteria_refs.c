#include "model/criteria_refs.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/bind.h"
#include "model/criteria.h"
#include "read/builtin.h"
#include "read/bundle.h"
#include "read/document.h"

#include <string.h>

static const char FOLDER[] = "criteria/frameworks/";
static const char ENDING[] = ".yaml";

enum { NOTE_COLUMNS = 200 };

struct file_draft {
    const struct node *framework;
};
static const struct field FILE_FIELDS[] = {
    {.key = "framework",
     .kind = FIELD_MAP,
     .at = offsetof(struct file_draft, framework),
     .required = true},
};
static const struct shape FILE_SHAPE = {"a framework file", FILE_FIELDS, COUNT_OF(FILE_FIELDS)};

bool ref_read(struct arena *arena, const char *text, struct ref *ref)
{
    const char *colon = strchr(text, ':');
    if (colon == NULL || colon == text || colon[1] == '\0') {
        return false;
    }
    *ref = (struct ref){.framework = arena_text(arena, text, (size_t)(colon - text)),
                        .item = colon + 1};
    return true;
}

static void bind_file(const struct binder *binder, const struct builtin_file *file,
                      struct frameworks *frameworks)
{
    const struct input input = {.name = file->name, .bytes = file->bytes, .size = file->size};
    // What is bound points into the document, so it lives as long.
    struct document *document = arena_alloc(binder->arena, 1, sizeof *document);
    struct file_draft draft = {.framework = NULL};
    if (document_read(binder->arena, &input, DOCUMENT_CRITERIA, binder->diags, document) &&
        bind_map(binder, &document->root, &FILE_SHAPE, &draft)) {
        framework_bind(binder, draft.framework, frameworks);
    }
}

/* The id that a file stands for: its name without folder and ending, in lower case. */
static const char *id_of(struct arena *arena, const struct builtin_file *file)
{
    size_t length = strlen(file->name) - strlen(FOLDER) - strlen(ENDING);
    return arena_text(arena, file->name + strlen(FOLDER), length);
}

static bool is_framework_file(const struct builtin_file *file)
{
    return text_starts(file->name, FOLDER) && text_ends(file->name, ENDING);
}

void frameworks_bind_all(struct arena *arena, struct diag_list *diags,
                         struct frameworks *frameworks)
{
    const struct binder binder = {.arena = arena, .diags = diags};
    for (size_t i = 0; i < BUILTIN_FILE_COUNT; i++) {
        const struct builtin_file *file = &BUILTIN_FILES[i];
        if (is_framework_file(file) && framework_find(frameworks, id_of(arena, file)) == NULL) {
            bind_file(&binder, file, frameworks);
        }
    }
}

/* The file of a built-in framework; NULL where there is none. */
static const struct builtin_file *file_of(struct arena *arena, const char *id)
{
    return builtin_find(arena_format(arena, "%s%s%s", FOLDER, text_folded(arena, id), ENDING));
}

bool framework_is_built_in(struct arena *scratch, const char *id)
{
    return file_of(scratch, id) != NULL;
}

/* The framework of an id; a built-in one is bound when it is named first. */
static const struct framework *find_framework(const struct binder *binder,
                                              struct frameworks *frameworks, const char *id)
{
    const struct framework *framework = framework_find(frameworks, id);
    const struct builtin_file *file = file_of(binder->arena, id);
    if (framework == NULL && file != NULL) {
        bind_file(binder, file, frameworks);
        framework = framework_find(frameworks, id);
    }
    return framework;
}

static void report_framework(const struct binder *binder, struct frameworks *frameworks,
                             const char *id, struct loc at)
{
    frameworks_bind_all(binder->arena, binder->diags, frameworks);
    const char **ids = arena_alloc(binder->arena, frameworks->count, sizeof *ids);
    for (size_t i = 0; i < frameworks->count; i++) {
        ids[i] = frameworks->frameworks[i].id;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_REF_UNKNOWN, at,
                                 "`%s` is no framework that is known", bind_quoted(binder, id));
    if (!bind_suggest(binder, diag, id, ids, frameworks->count)) {
        diag_help(binder->diags, diag,
                  "`vouch criteria frameworks` lists them; add your own under `frameworks` in a "
                  "criteria file");
    }
}

static void report_item(const struct binder *binder, const struct framework *framework,
                        const char *id, struct loc at)
{
    const char **ids = arena_alloc(binder->arena, framework->count, sizeof *ids);
    for (size_t i = 0; i < framework->count; i++) {
        ids[i] = framework->items[i].id;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_REF_UNKNOWN, at, "`%s` is no item of %s",
                                 bind_quoted(binder, id), framework->id);
    if (!bind_suggest(binder, diag, id, ids, framework->count)) {
        diag_help(binder->diags, diag, "its items are written as `%s:%s`", framework->id,
                  framework->items[framework->count - 1].id);
    }
}

/* What was taken back is said with what took its place. An edition that has a successor is no
 * fault: a reference names its edition, and the list says which is the latest. */
static void check_status(const struct binder *binder, const struct framework *framework,
                         const struct framework_item *item, struct loc at)
{
    if (item->status != FRAMEWORK_WITHDRAWN) {
        return;
    }
    const char *note = item->note == NULL ? framework->note : item->note;
    struct diag *diag = diag_add(binder->diags, DIAG_REF_WITHDRAWN, at, "%s:%s was withdrawn",
                                 framework->id, item->id);
    if (note != NULL) {
        diag_help(binder->diags, diag, "%s", text_brief(binder->arena, note, NOTE_COLUMNS));
    }
}

static void check_ref(const struct binder *binder, struct frameworks *frameworks, const char *text,
                      struct loc at)
{
    struct ref ref;
    size_t index = 0;
    if (!ref_read(binder->arena, text, &ref)) {
        struct diag *diag = diag_add(binder->diags, DIAG_REF_BAD, at,
                                     "`%s` does not name a framework and its item",
                                     bind_quoted(binder, text));
        diag_label(binder->diags, diag, "expected as NIST-AI-RMF:GOVERN-2.3");
        return;
    }
    const struct framework *framework = find_framework(binder, frameworks, ref.framework);
    if (framework == NULL) {
        report_framework(binder, frameworks, ref.framework, at);
    } else if (framework_find_item(binder->arena, framework, ref.item, &index)) {
        check_status(binder, framework, &framework->items[index], at);
    } else if (framework->count > 0) {
        report_item(binder, framework, ref.item, at);
    }
}

void criteria_refs_check(const struct binder *binder, const struct criteria *criteria,
                         struct frameworks *frameworks)
{
    for (size_t i = 1; i < criteria->count; i++) {
        const struct item *item = &criteria->items[i];
        for (size_t r = 0; r < item->ref_count; r++) {
            check_ref(binder, frameworks, item->refs[r], item->ref_at[r]);
        }
    }
}
