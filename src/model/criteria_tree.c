#include "model/criteria_tree.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "model/item_id.h"
#include "read/document.h"

#include <string.h>

/* Laying one file. */
struct laying {
    const struct binder *binder;
    struct drafts *drafts;
    size_t file;
};

static bool find(const struct laying *laying, const char *id, size_t *index)
{
    size_t found = 0;
    if (!map_find(&laying->drafts->by_id, text_folded(laying->binder->arena, id), &found)) {
        return false;
    }
    *index = found;
    return !laying->drafts->drafts[found].dropped;
}

static void add_child(const struct laying *laying, size_t parent, size_t child)
{
    struct draft *draft = &laying->drafts->drafts[parent];
    draft->children = arena_more(laying->binder->arena, draft->children, draft->child_count,
                                 &draft->child_capacity, sizeof *draft->children);
    draft->children[draft->child_count++] = child;
}

/* Room for an item; one that was dropped before makes room for its successor. */
static size_t add_draft(const struct laying *laying, const char *id)
{
    struct drafts *drafts = laying->drafts;
    size_t index = drafts->count;
    const char *key = text_folded(laying->binder->arena, id);
    if (!map_add(&drafts->by_id, key, index)) {
        map_find(&drafts->by_id, key, &index);
        return index;
    }
    drafts->drafts = arena_more(laying->binder->arena, drafts->drafts, drafts->count,
                                &drafts->capacity, sizeof *drafts->drafts);
    drafts->count++;
    return index;
}

/* The id of an item's map; NULL, and reported, where it has none. */
static const char *read_id(const struct laying *laying, const struct node *node)
{
    const struct binder *binder = laying->binder;
    const char *id = NULL;
    if (node->kind != NODE_MAP) {
        struct diag *diag = diag_add(binder->diags, DIAG_VALUE_KIND, node->at, "an item is %s here",
                                     node_kind_text(node));
        diag_label(binder->diags, diag, "expected a map with `id` and `title`");
        return NULL;
    }
    const struct node *value = node_find(node, "id");
    if (value == NULL || node_is_null(value)) {
        diag_add(binder->diags, DIAG_KEY_MISSING, node->at, "an item needs `id`");
        return NULL;
    }
    if (!bind_text(binder, "id", value, &id) || !item_id_check(binder, id, value->at)) {
        return NULL;
    }
    return id;
}

static struct loc id_at(const struct node *node)
{
    return node_find(node, "id")->at;
}

static void report_clash(const struct laying *laying, const struct draft *earlier,
                         const struct node *node, const char *how)
{
    const struct binder *binder = laying->binder;
    bool same_file = earlier->file == laying->file;
    laying->drafts->complete = false; // the second may have been meant to have another id
    enum diag_code code = same_file ? DIAG_ID_DUPLICATE : DIAG_CRITERIA_CLASH;
    struct diag *diag = diag_add(binder->diags, code, id_at(node), "`%s` %s",
                                 bind_quoted(binder, earlier->id),
                                 same_file ? "stands twice" : how);
    diag_label(binder->diags, diag, "it stands at %s, too",
               loc_text(binder->arena, id_at(earlier->node)));
}

static bool same_scalar(const struct node *a, const struct node *b)
{
    return a != NULL && a->kind == NODE_SCALAR && b->kind == NODE_SCALAR &&
           text_equal(a->text, b->text);
}

/* Does a later file say of a section only what the earlier one said? */
static bool says_the_same(const struct draft *earlier, const struct node *node)
{
    for (size_t i = 0; i < node->count; i++) {
        const struct entry *entry = &node->entries[i];
        bool is_naming = text_equal(entry->key, "id") || text_equal(entry->key, "items");
        if (!is_naming && !same_scalar(node_find(earlier->node, entry->key), &entry->value)) {
            return false;
        }
    }
    return true;
}

static void lay_items(const struct laying *laying, const struct node *items, size_t parent);

/* An id that is there already: more items for a section, or a clash. */
static void lay_again(const struct laying *laying, size_t index, const struct node *node,
                      size_t parent)
{
    const struct draft *earlier = &laying->drafts->drafts[index];
    const struct node *items = node_find(node, "items");
    if (earlier->file == laying->file || !earlier->is_section || items == NULL) {
        report_clash(laying, earlier, node, "is a criterion of an earlier file already");
    } else if (!says_the_same(earlier, node)) {
        report_clash(laying, earlier, node, "is said otherwise by an earlier file");
    } else if (parent != 0 && parent != earlier->parent) {
        report_clash(laying, earlier, node, "stands elsewhere in an earlier file");
    } else {
        lay_items(laying, items, index);
    }
}

static void lay_item(const struct laying *laying, const struct node *node, size_t parent)
{
    const char *id = read_id(laying, node);
    size_t index = 0;
    if (id == NULL) {
        laying->drafts->complete = false;
        return;
    }
    if (find(laying, id, &index)) {
        lay_again(laying, index, node, parent);
        return;
    }
    const struct node *items = node_find(node, "items");
    index = add_draft(laying, id);
    laying->drafts->drafts[index] = (struct draft){.id = id,
                                                   .node = node,
                                                   .is_section = items != NULL,
                                                   .file = laying->file,
                                                   .parent = parent};
    add_child(laying, parent, index);
    if (items != NULL) {
        lay_items(laying, items, index);
    }
}

static void lay_items(const struct laying *laying, const struct node *items, size_t parent)
{
    const struct binder *binder = laying->binder;
    const char *name = parent == 0 ? "tree" : "items";
    if (!bind_is_list(binder, name, items)) {
        laying->drafts->complete = false;
        return;
    }
    if (items->count == 0) {
        diag_add(binder->diags, DIAG_CRITERIA_EMPTY, items->at, "`%s` holds no items", name);
    }
    for (size_t i = 0; i < items->count; i++) {
        lay_item(laying, &items->items[i], parent);
    }
}

static void mark_dropped(const struct drafts *drafts, size_t index)
{
    struct draft *draft = &drafts->drafts[index];
    draft->dropped = true;
    for (size_t i = 0; i < draft->child_count; i++) {
        mark_dropped(drafts, draft->children[i]);
    }
}

/* Take an item out of its parent; a section that is left with nothing goes, too. */
static void take_out(const struct drafts *drafts, size_t index)
{
    mark_dropped(drafts, index);
    struct draft *parent = &drafts->drafts[drafts->drafts[index].parent];
    size_t kept = 0;
    for (size_t i = 0; i < parent->child_count; i++) {
        if (parent->children[i] != index) {
            parent->children[kept++] = parent->children[i];
        }
    }
    parent->child_count = kept;
    size_t parent_index = (size_t)(parent - drafts->drafts);
    if (kept == 0 && parent_index != 0) {
        take_out(drafts, parent_index);
    }
}

/* The near ids are those that can still be dropped. */
static void report_drop(const struct laying *laying, const char *id, struct loc at)
{
    const struct drafts *drafts = laying->drafts;
    if (map_find(&drafts->by_id, text_folded(laying->binder->arena, id), NULL)) {
        struct diag *again = diag_add(laying->binder->diags, DIAG_ID_DUPLICATE, at,
                                      "`%s` is dropped already", bind_quoted(laying->binder, id));
        diag_help(laying->binder->diags, again, "an item takes along what hangs under it");
        return;
    }
    const char **ids = arena_alloc(laying->binder->arena, drafts->count, sizeof *ids);
    size_t count = 0;
    for (size_t i = 1; i < drafts->count; i++) {
        if (!drafts->drafts[i].dropped) {
            ids[count++] = drafts->drafts[i].id;
        }
    }
    struct diag *diag = diag_add(laying->binder->diags, DIAG_ID_UNKNOWN, at,
                                 "`%s` is not an item that could be dropped",
                                 bind_quoted(laying->binder, id));
    bind_suggest(laying->binder, diag, id, ids, count);
}

static void drop_items(const struct laying *laying, const struct node *drop)
{
    struct texts ids = {.count = 0};
    if (drop == NULL || node_is_null(drop) || !bind_texts(laying->binder, "drop", drop, &ids)) {
        return;
    }
    for (size_t i = 0; i < ids.count; i++) {
        size_t index;
        if (find(laying, ids.texts[i], &index)) {
            take_out(laying->drafts, index);
        } else {
            report_drop(laying, ids.texts[i], ids.at[i]);
        }
    }
}

void criteria_tree_lay(const struct binder *binder, const struct criteria_files *files,
                       const struct node *drop, struct drafts *drafts)
{
    *drafts = (struct drafts){.complete = true};
    map_init(&drafts->by_id, binder->arena);
    drafts->drafts = arena_more(binder->arena, drafts->drafts, 0, &drafts->capacity,
                                sizeof *drafts->drafts);
    drafts->count = 1;
    drafts->drafts[0].is_section = true;
    struct laying laying = {.binder = binder, .drafts = drafts};
    for (size_t i = 0; i < files->count; i++) {
        laying.file = i;
        drop_items(&laying, files->files[i].drop);
        if (files->files[i].tree != NULL) {
            lay_items(&laying, files->files[i].tree, 0);
        }
    }
    drafts->complete = drafts->complete && drafts->count > 1;
    // What could not be read may be what is dropped here.
    if (files->complete && drafts->complete) {
        drop_items(&laying, drop);
    }
}
