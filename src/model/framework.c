#include "model/framework.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/bind.h"
#include "model/item_id.h"
#include "read/document.h"

#include <string.h>

static const struct word STATUS_WORDS[] = {
    {"current", FRAMEWORK_CURRENT},
    {"in force", FRAMEWORK_IN_FORCE},
    {"not yet applicable", FRAMEWORK_NOT_YET},
    {"draft", FRAMEWORK_DRAFT},
    {"stayed", FRAMEWORK_STAYED},
    {"superseded", FRAMEWORK_SUPERSEDED},
    {"withdrawn", FRAMEWORK_WITHDRAWN},
};
_Static_assert(COUNT_OF(STATUS_WORDS) == FRAMEWORK_STATUS_COUNT, "a word for each status");
static const struct words STATUSES = {STATUS_WORDS, COUNT_OF(STATUS_WORDS)};

const char *framework_status_word(enum framework_status status)
{
    return STATUS_WORDS[status].word;
}

/* A framework as written. */
struct framework_draft {
    struct framework framework;
    int status;
    const struct node *items;
};

#define PLACE(member) offsetof(struct framework_draft, member)

static const struct field FRAMEWORK_FIELDS[] = {
    {.key = "id", .kind = FIELD_TEXT, .at = PLACE(framework.id), .required = true},
    {.key = "title", .kind = FIELD_TEXT, .at = PLACE(framework.title), .required = true},
    {.key = "publisher", .kind = FIELD_TEXT, .at = PLACE(framework.publisher)},
    {.key = "edition", .kind = FIELD_TEXT, .at = PLACE(framework.edition)},
    {.key = "status", .kind = FIELD_WORD, .at = PLACE(status), .words = &STATUSES},
    {.key = "as_of", .kind = FIELD_DATE, .at = PLACE(framework.as_of)},
    {.key = "source", .kind = FIELD_TEXT, .at = PLACE(framework.source)},
    {.key = "note", .kind = FIELD_TEXT, .at = PLACE(framework.note)},
    {.key = "items", .kind = FIELD_LIST, .at = PLACE(items), .required = true},
};
static const struct shape FRAMEWORK_SHAPE = {"a framework", FRAMEWORK_FIELDS,
                                             COUNT_OF(FRAMEWORK_FIELDS)};

/* An item as written. */
struct item_draft {
    struct framework_item item;
    int status;
    const struct node *items;
};

#define ITEM_PLACE(member) offsetof(struct item_draft, member)

static const struct field ITEM_FIELDS[] = {
    {.key = "id", .kind = FIELD_TEXT, .at = ITEM_PLACE(item.id), .required = true},
    {.key = "topic", .kind = FIELD_TEXT, .at = ITEM_PLACE(item.topic), .required = true},
    {.key = "status", .kind = FIELD_WORD, .at = ITEM_PLACE(status), .words = &STATUSES},
    {.key = "applies", .kind = FIELD_DATE, .at = ITEM_PLACE(item.applies)},
    {.key = "note", .kind = FIELD_TEXT, .at = ITEM_PLACE(item.note)},
    {.key = "not_asked", .kind = FIELD_TEXT, .at = ITEM_PLACE(item.not_asked)},
    {.key = "items", .kind = FIELD_LIST, .at = ITEM_PLACE(items)},
};
static const struct shape ITEM_SHAPE = {"an item of a framework", ITEM_FIELDS,
                                        COUNT_OF(ITEM_FIELDS)};

/* A framework while its items are bound. */
struct binding {
    const struct binder *binder;
    struct framework *framework;
    struct framework_item *items;
    size_t count;
};

static size_t count_items(const struct node *list)
{
    size_t count = list->count;
    for (size_t i = 0; i < list->count; i++) {
        const struct node *inner = node_find(&list->items[i], "items");
        count += inner != NULL && inner->kind == NODE_LIST ? inner->count : 0;
    }
    return count;
}

/* Frameworks number as they like: `2.10`, `A.6.2.4`, `Art-50`, `A&A`. */
static bool check_item_id(const struct binder *binder, const char *id, struct loc at)
{
    static const char ALLOWED[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                  "0123456789-_.&";
    size_t length = strspn(id, ALLOWED);
    if (length > 0 && id[length] == '\0' && length <= ITEM_ID_LENGTH_MOST) {
        return true;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_ID_BAD, at, "`%s` cannot be an item's id",
                                 bind_quoted(binder, id));
    diag_label(binder->diags, diag, "expected letters, digits and `- _ . &`, at most %d",
               ITEM_ID_LENGTH_MOST);
    return false;
}

/* Adds an item; NULL, and reported, where it is faulty. */
static struct framework_item *add_item(struct binding *binding, const struct node *node,
                                       struct item_draft *draft)
{
    const struct binder *binder = binding->binder;
    *draft = (struct item_draft){.status = (int)binding->framework->status};
    if (!bind_map(binder, node, &ITEM_SHAPE, draft)) {
        return NULL;
    }
    draft->item.at = node_find(node, "id")->at;
    draft->item.status = (enum framework_status)draft->status;
    if (!check_item_id(binder, draft->item.id, draft->item.at)) {
        return NULL;
    }
    const char *key = text_folded(binder->arena, draft->item.id);
    if (!map_add(&binding->framework->by_id, key, binding->count)) {
        diag_add(binder->diags, DIAG_ID_DUPLICATE, draft->item.at, "`%s` stands twice in `%s`",
                 bind_quoted(binder, draft->item.id), bind_quoted(binder, binding->framework->id));
        return NULL;
    }
    struct framework_item *item = &binding->items[binding->count++];
    *item = draft->item;
    return item;
}

/* The items of a group; groups hold no groups. */
static bool bind_inner(struct binding *binding, const struct node *list,
                       struct framework_item *group)
{
    bool sound = true;
    for (size_t i = 0; i < list->count; i++) {
        struct item_draft draft;
        struct framework_item *item = add_item(binding, &list->items[i], &draft);
        if (item != NULL) {
            item->depth = 1;
            group->item_count++;
        }
        if (item != NULL && draft.items != NULL) {
            diag_add(binding->binder->diags, DIAG_VALUE_KIND, draft.items->at,
                     "a group within a group is not read");
            item = NULL;
        }
        sound = item != NULL && sound;
    }
    return sound;
}

static bool bind_items(struct binding *binding, const struct node *list)
{
    if (list->count == 0) {
        diag_add(binding->binder->diags, DIAG_CRITERIA_EMPTY, list->at, "`items` holds no items");
        return false;
    }
    bool sound = true;
    for (size_t i = 0; i < list->count; i++) {
        struct item_draft draft;
        struct framework_item *item = add_item(binding, &list->items[i], &draft);
        sound = item != NULL && sound;
        if (item != NULL && draft.items != NULL) {
            sound = bind_inner(binding, draft.items, item) && sound;
        }
    }
    return sound;
}

bool framework_bind(const struct binder *binder, const struct node *node,
                    struct frameworks *frameworks)
{
    struct framework_draft draft = {.status = FRAMEWORK_CURRENT};
    if (!bind_map(binder, node, &FRAMEWORK_SHAPE, &draft)) {
        return false;
    }
    struct framework *framework = &draft.framework;
    framework->at = node_find(node, "id")->at;
    framework->status = (enum framework_status)draft.status;
    if (!item_id_check(binder, framework->id, framework->at)) {
        return false;
    }
    if (framework_find(frameworks, framework->id) != NULL) {
        item_id_report_again(binder, framework->id, framework->at,
                             framework_find(frameworks, framework->id)->at, "a framework");
        return false;
    }
    map_init(&framework->by_id, binder->arena);
    struct binding binding = {.binder = binder, .framework = framework};
    binding.items = arena_alloc(binder->arena, count_items(draft.items), sizeof *binding.items);
    bool sound = bind_items(&binding, draft.items);
    framework->items = binding.items;
    framework->count = binding.count;
    frameworks->frameworks = arena_more(binder->arena, frameworks->frameworks, frameworks->count,
                                        &frameworks->capacity, sizeof *frameworks->frameworks);
    frameworks->frameworks[frameworks->count++] = *framework;
    return sound;
}

const struct framework *framework_find(const struct frameworks *frameworks, const char *id)
{
    for (size_t i = 0; i < frameworks->count; i++) {
        if (text_equal_ignoring_case(frameworks->frameworks[i].id, id)) {
            return &frameworks->frameworks[i];
        }
    }
    return NULL;
}

bool framework_find_item(struct arena *scratch, const struct framework *framework, const char *id,
                         size_t *index)
{
    return map_find(&framework->by_id, text_folded(scratch, id), index);
}
