#include "cli/builtin_criteria.h"

#include "base/text.h"
#include "cli/session.h"
#include "model/criteria_paths.h"
#include "read/builtin.h"
#include "read/document.h"

#include <string.h>

static const char FOLDER[] = "criteria/";
static const char ENDING[] = ".yaml";
static const struct loc NOWHERE = {.source = NULL};

static const char *header_text(const struct document *document, const char *key)
{
    const struct node *header = node_find(&document->root, "criteria");
    const struct node *value = header == NULL ? NULL : node_find(header, key);
    return value == NULL ? NULL : value->text;
}

bool known_criteria_read(struct session *session, const struct builtin_file *file,
                         struct known_criteria *known)
{
    size_t prefix = strlen(FOLDER);
    if (!text_starts(file->name, FOLDER) || strchr(file->name + prefix, '/') != NULL ||
        !text_ends(file->name, ENDING)) {
        return false;
    }
    struct input input = {.name = file->name, .bytes = file->bytes, .size = file->size};
    struct document document;
    if (!document_read(&session->arena, &input, DOCUMENT_CRITERIA, &session->diags, &document) ||
        node_find(&document.root, "tree") == NULL) {
        return false;
    }
    size_t length = strlen(file->name) - prefix - strlen(ENDING);
    *known = (struct known_criteria){
        .name = arena_text(&session->arena, file->name + prefix, length),
        .extends = header_text(&document, "extends"),
        .subset_of = header_text(&document, "subset_of")};
    return true;
}

bool builtin_criteria_has(struct session *session, const char *name)
{
    return builtin_find(arena_format(&session->arena, "%s%s%s", FOLDER, name, ENDING)) != NULL;
}

/* A file of one's own belongs to an evaluation, and here is none. */
static bool is_built_in(struct session *session, const char *name)
{
    if (!criteria_is_path(name)) {
        return true;
    }
    struct diag *diag = diag_add(&session->diags, DIAG_CRITERIA_UNKNOWN, NOWHERE,
                                 "`%s` is a file, and only built-in criteria can be named here",
                                 text_brief(&session->arena, name, 60));
    diag_help(&session->diags, diag,
              "name it under `criteria` in evaluation.yaml; `vouch check` reads it then");
    return false;
}

bool builtin_criteria_bind(struct session *session, const char *const *names, size_t count,
                           struct criteria *criteria)
{
    for (size_t i = 0; i < count; i++) {
        if (!is_built_in(session, names[i])) {
            return false;
        }
    }
    struct bundle bundle = {.count = 0};
    struct node *items = arena_alloc(&session->arena, count, sizeof *items);
    for (size_t i = 0; i < count; i++) {
        items[i] = (struct node){.kind = NODE_SCALAR, .text = names[i], .at = NOWHERE};
    }
    const struct node value = {.kind = NODE_LIST, .items = items, .count = count, .at = NOWHERE};
    const struct criteria_choice choice = {.value = &value, .language = "en"};
    return criteria_bind(&session->arena, &choice, &bundle, &session->diags, criteria);
}

bool builtin_criteria_bind_all(struct session *session, struct criteria *criteria)
{
    const char **names = arena_alloc(&session->arena, BUILTIN_FILE_COUNT, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < BUILTIN_FILE_COUNT; i++) {
        struct known_criteria known;
        if (known_criteria_read(session, &BUILTIN_FILES[i], &known) && known.subset_of == NULL) {
            names[count++] = known.name;
        }
    }
    return builtin_criteria_bind(session, names, count, criteria);
}

static bool bind_if_holding(struct session *session, const char *name, const char *id,
                            struct criteria *criteria)
{
    size_t index;
    return builtin_criteria_bind(session, &name, 1, criteria) &&
           criteria_find(&session->arena, criteria, id, &index);
}

bool builtin_criteria_bind_holding(struct session *session, const char *id,
                                   struct criteria *criteria)
{
    const char **extending = arena_alloc(&session->arena, BUILTIN_FILE_COUNT, sizeof *extending);
    size_t count = 0;
    for (size_t i = 0; i < BUILTIN_FILE_COUNT; i++) {
        struct known_criteria known;
        if (!known_criteria_read(session, &BUILTIN_FILES[i], &known) || known.subset_of != NULL) {
            continue;
        }
        if (known.extends != NULL) {
            extending[count++] = known.name;
        } else if (bind_if_holding(session, known.name, id, criteria)) {
            return true;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (bind_if_holding(session, extending[i], id, criteria)) {
            return true;
        }
    }
    return builtin_criteria_bind_all(session, criteria);
}

size_t builtin_criteria_count_own(struct session *session, const struct criteria *criteria,
                                  const char *name)
{
    const char *source = arena_format(&session->arena, "%s%s%s", FOLDER, name, ENDING);
    size_t count = 0;
    for (size_t i = 1; i < criteria->count; i++) {
        const struct item *item = &criteria->items[i];
        count += item_is_criterion(item) && text_equal(item->at.source, source);
    }
    return count;
}
