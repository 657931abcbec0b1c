#include "model/criteria.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "model/claim_class.h"
#include "model/criteria_file.h"
#include "model/criteria_gate.h"
#include "model/criteria_item.h"
#include "model/criteria_refs.h"
#include "model/criteria_subset.h"
#include "model/criteria_tree.h"
#include "model/criteria_view.h"
#include "model/evidence_kind.h"
#include "model/language.h"
#include "model/scale.h"
#include "read/document.h"

#include <stdlib.h>
#include <string.h>

/* The tree on its way from drafts to items. */
struct building {
    const struct binder *binder;
    const struct drafts *drafts;
    struct criteria *criteria;
    const struct node **nodes; // per item: its map
    bool sound;
};

/* `criteria: {id, title, version, language}` of a file, and how it stands to other criteria. */
struct header {
    const char *id, *version, *language;
    const char *extends, *subset_of; // criteria_file.c and criteria_subset.c see to them
    const struct node *title;
};

static const struct field HEADER_FIELDS[] = {
    {.key = "id", .kind = FIELD_TEXT, .at = offsetof(struct header, id)},
    {.key = "title", .kind = FIELD_NODE, .at = offsetof(struct header, title)},
    {.key = "version", .kind = FIELD_TEXT, .at = offsetof(struct header, version)},
    {.key = "language", .kind = FIELD_TEXT, .at = offsetof(struct header, language)},
    {.key = "extends", .kind = FIELD_TEXT, .at = offsetof(struct header, extends)},
    {.key = "subset_of", .kind = FIELD_TEXT, .at = offsetof(struct header, subset_of)},
};
static const struct shape HEADER_SHAPE = {"criteria", HEADER_FIELDS, COUNT_OF(HEADER_FIELDS)};

static const char *first_of(const char *a, const char *b)
{
    return a != NULL ? a : b;
}

/* Each file may say who it is; the first that does names the whole. */
static bool bind_headers(const struct binder *binder, const struct criteria_files *files,
                         const char *language, struct criteria *criteria)
{
    bool sound = true;
    for (size_t i = 0; i < files->count; i++) {
        struct header header = {.id = NULL};
        const char *title = NULL;
        if (files->files[i].header == NULL) {
            continue;
        }
        sound = bind_map(binder, files->files[i].header, &HEADER_SHAPE, &header) && sound;
        language_check(binder, files->files[i].header);
        sound = worded_bind(binder, language, "title", header.title, &title) && sound;
        criteria->id = first_of(criteria->id, header.id);
        criteria->title = first_of(criteria->title, title);
        criteria->version = first_of(criteria->version, header.version);
        criteria->language = first_of(criteria->language, header.language);
    }
    criteria->id = first_of(criteria->id, "criteria");
    criteria->title = first_of(criteria->title, criteria->id);
    criteria->version = first_of(criteria->version, "");
    criteria->language = first_of(language, first_of(criteria->language, "en"));
    return sound;
}

/* Lists that stand beside the tree. Bound in this order, file by file: what refers to another comes
 * behind it. */
struct part {
    size_t at; // offsetof() its node in struct criteria_file
    bool (*bind)(const struct binder *binder, const struct node *node, struct criteria *criteria);
};
static const struct part PARTS[] = {
    {offsetof(struct criteria_file, kinds), evidence_kinds_bind},
    {offsetof(struct criteria_file, classes), claim_classes_bind},
    {offsetof(struct criteria_file, wordings), wordings_bind},
    {offsetof(struct criteria_file, views), criteria_views_bind},
    {offsetof(struct criteria_file, scales), scales_bind},
};

static bool bind_parts(const struct binder *binder, const struct criteria_files *files,
                       struct criteria *criteria)
{
    bool sound = true;
    criteria->own_kinds = files->own_kinds;
    criteria->own_views = files->own_views;
    map_init(&criteria->kind_by_id, binder->arena);
    scales_init(binder, criteria);
    const char **inputs = arena_alloc(binder->arena, files->count, sizeof *inputs);
    for (size_t i = 0; i < files->count; i++) {
        const struct criteria_file *file = &files->files[i];
        inputs[i] = file->name;
        for (size_t p = 0; p < COUNT_OF(PARTS); p++) {
            const void *slot = (const char *)file + PARTS[p].at;
            const struct node *node = *(const struct node *const *)slot;
            if (node != NULL) {
                sound = PARTS[p].bind(binder, node, criteria) && sound;
            }
        }
    }
    criteria->inputs = inputs;
    criteria->input_count = files->count;
    return sound;
}

/* One of the buyer's own, which may not take the place of a built-in one unseen. */
static void bind_framework(const struct binder *binder, const struct node *node,
                           struct frameworks *frameworks)
{
    const struct node *id = node_find(node, "id");
    if (id != NULL && id->kind == NODE_SCALAR && framework_is_built_in(binder->arena, id->text)) {
        struct diag *diag = diag_add(binder->diags, DIAG_CRITERIA_CLASH, id->at,
                                     "`%s` is a built-in framework already",
                                     bind_quoted(binder, id->text));
        diag_help(binder->diags, diag, "give your own another id");
        return;
    }
    framework_bind(binder, node, frameworks);
}

/* Frameworks of the files' own; built-in ones are bound when they are named. */
static void bind_frameworks(const struct binder *binder, const struct criteria_files *files,
                            struct criteria *criteria)
{
    struct frameworks *frameworks = arena_alloc(binder->arena, 1, sizeof *frameworks);
    for (size_t i = 0; i < files->count; i++) {
        const struct node *list = files->files[i].frameworks;
        if (list == NULL || !bind_is_list(binder, "frameworks", list)) {
            continue;
        }
        for (size_t f = 0; f < list->count; f++) {
            bind_framework(binder, &list->items[f], frameworks);
        }
    }
    criteria_refs_check(binder, criteria, frameworks);
    criteria->frameworks = frameworks;
}

/* An item of a known parent, and everything below it, in tree order. */
static void place_item(struct building *building, size_t draft_index, size_t parent)
{
    const struct draft *draft = &building->drafts->drafts[draft_index];
    struct criteria *criteria = building->criteria;
    size_t index = criteria->count++;
    struct item *item = &criteria->items[index];
    item->id = draft->id;
    item->parent = parent;
    item->depth = index == 0 ? 0 : criteria->items[parent].depth + 1;
    item->child_count = draft->child_count;
    building->nodes[index] = draft->node;
    if (index > 0) {
        item->at = node_find(draft->node, "id")->at;
        map_add(&criteria->by_id, text_folded(building->binder->arena, draft->id), index);
    }
    for (size_t i = 0; i < draft->child_count; i++) {
        place_item(building, draft->children[i], index);
    }
    item->span = criteria->count - 1 - index;
}

/* A child and its id, for sorting. */
struct child {
    const char *id;
    size_t index;
};

static int compare_children(const void *a, const void *b)
{
    const struct child *left = a;
    const struct child *right = b;
    return strcmp(left->id, right->id);
}

/* Sums run over children in byte order of ids (RULES 4). */
static void sort_children(struct building *building, size_t parent)
{
    const struct item *items = building->criteria->items;
    size_t count = items[parent].child_count;
    struct child *sorted = arena_alloc(building->binder->arena, count, sizeof *sorted);
    size_t child = parent + 1;
    for (size_t i = 0; i < count; i++) {
        sorted[i] = (struct child){.id = items[child].id, .index = child};
        child += items[child].span + 1;
    }
    qsort(sorted, count, sizeof *sorted, compare_children);
    size_t *children = arena_alloc(building->binder->arena, count, sizeof *children);
    for (size_t i = 0; i < count; i++) {
        children[i] = sorted[i].index;
    }
    building->criteria->items[parent].children = children;
}

static void check_weights(struct building *building, size_t parent)
{
    const struct item *item = &building->criteria->items[parent];
    double most = 0;
    for (size_t i = 0; i < item->child_count; i++) {
        double weight = building->criteria->items[item->children[i]].weight;
        most = weight > most ? weight : most;
    }
    if (item->child_count == 0 || most > 0) {
        return;
    }
    diag_add(building->binder->diags, DIAG_WEIGHTS_ZERO,
             parent == 0 ? building->criteria->items[1].at : item->at, "all %s%s weigh 0",
             parent == 0 ? "top-level items" : "items of ", item->id);
    building->sound = false;
}

static void bind_items(struct building *building)
{
    struct criteria *criteria = building->criteria;
    const struct binder *binder = building->binder;
    struct item_demands *demands = arena_alloc(binder->arena, criteria->count, sizeof *demands);
    size_t before = binder->diags->errors;
    for (size_t i = 1; i < criteria->count; i++) {
        struct item *item = &criteria->items[i];
        const struct node *node = building->nodes[i];
        // A section whose items are all faulty has no children, and is a section all the same.
        if (node_find(node, "items") == NULL) {
            criterion_bind(binder, criteria, node, item, &demands[i]);
        } else {
            section_bind(binder, criteria->language, node, item);
        }
    }
    for (size_t i = 0; i < criteria->count; i++) {
        if (item_is_criterion(&criteria->items[i])) {
            criterion_bind_demands(binder, &demands[i], criteria, i);
        } else {
            sort_children(building, i);
        }
    }
    building->sound = binder->diags->errors == before;
}

static void note_dropped(struct building *building)
{
    const struct drafts *drafts = building->drafts;
    for (size_t i = 1; i < drafts->count; i++) {
        if (drafts->drafts[i].dropped) {
            const char *id = text_folded(building->binder->arena, drafts->drafts[i].id);
            (void)map_add(&building->criteria->left_out, id, i); // the full set may have it, too
        }
    }
}

/* The place of an id can be trusted only where the tree is as it was meant. */
static void build(struct building *building)
{
    const struct drafts *drafts = building->drafts;
    struct criteria *criteria = building->criteria;
    struct arena *arena = building->binder->arena;
    criteria->items = arena_alloc(arena, drafts->count, sizeof *criteria->items);
    criteria->count = 0;
    building->nodes = arena_alloc(arena, drafts->count, sizeof(const struct node *));
    map_init(&criteria->by_id, arena);
    note_dropped(building);
    place_item(building, 0, 0);
    criteria->items[0].id = "";
    criteria->items[0].title = criteria->title;
    criteria->items[0].weight = 1;
    bind_items(building);
    for (size_t i = 0; building->sound && i < criteria->count; i++) {
        check_weights(building, i);
    }
    building->sound = when_check_cycles(building->binder, criteria) && building->sound;
}

bool criteria_bind(struct arena *arena, const struct criteria_choice *choice, struct bundle *bundle,
                   struct diag_list *diags, struct criteria *criteria)
{
    const struct binder binder = {.arena = arena, .diags = diags};
    size_t before = diags->errors;
    struct criteria_files files;
    struct drafts drafts;
    *criteria = (struct criteria){.count = 0};
    criteria_files_read(&binder, choice->value, bundle, &files);
    criteria->complete = files.complete;
    bind_headers(&binder, &files, choice->language, criteria);
    bind_parts(&binder, &files, criteria);
    criteria_tree_lay(&binder, &files, choice->drop, &drafts);
    map_init(&criteria->left_out, arena);
    criteria_subsets_check(&binder, &files, &drafts, bundle, &criteria->left_out);
    struct building building = {.binder = &binder, .drafts = &drafts, .criteria = criteria};
    build(&building);
    bind_frameworks(&binder, &files, criteria);
    // Inside the criteria every unknown id is said; other files are not blamed for an item left
    // out.
    criteria->complete = criteria->complete && drafts.complete && criteria->count > 1;
    // A tree whose own list is empty has been reported where it stands.
    if (criteria->count == 1 && diags->errors == before) {
        diag_add(diags, DIAG_CRITERIA_EMPTY, choice->value->at, "there is nothing to judge by");
    }
    return diags->errors == before && building.sound;
}
