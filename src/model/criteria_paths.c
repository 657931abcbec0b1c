#include "model/criteria_paths.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "read/bundle.h"
#include "read/document.h"

#include <string.h>

bool criteria_is_path(const char *name)
{
    return strchr(name, '/') != NULL || text_ends(name, ".yaml") || text_ends(name, ".yml");
}

const char *criteria_path_name(const char *path)
{
    return text_starts(path, "./") ? path + 2 : path;
}

const char **criteria_paths(struct arena *arena, const struct bundle *bundle, size_t *count)
{
    *count = 0;
    const struct input *input = bundle_find(bundle, "evaluation.yaml");
    struct diag_list unheard; // evaluation_bind() reports them
    diag_list_init(&unheard, arena);
    struct document document;
    if (input == NULL || !document_read(arena, input, DOCUMENT_OWN, &unheard, &document)) {
        return NULL;
    }
    const struct node *value = node_find(&document.root, "criteria");
    bool is_list = value != NULL && value->kind == NODE_LIST;
    size_t most = is_list ? value->count : value != NULL;
    const char **paths = arena_alloc(arena, most, sizeof *paths);
    for (size_t i = 0; i < most; i++) {
        const struct node *name = is_list ? &value->items[i] : value;
        if (name->kind == NODE_SCALAR && criteria_is_path(name->text)) {
            paths[(*count)++] = criteria_path_name(name->text);
        }
    }
    return paths;
}
