#include "model/claim_class.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/evidence_kind.h"
#include "model/item_id.h"
#include "read/builtin.h"
#include "read/document.h"

/* A class as written. */
struct class_draft {
    struct claim_class class;
    struct texts kinds;
};

#define CLASS_PLACE(member) offsetof(struct class_draft, member)

static const struct field CLASS_FIELDS[] = {
    {.key = "id", .kind = FIELD_TEXT, .at = CLASS_PLACE(class.id), .required = true},
    {.key = "title", .kind = FIELD_TEXT, .at = CLASS_PLACE(class.title), .required = true},
    {.key = "proof", .kind = FIELD_TEXT, .at = CLASS_PLACE(class.proof)},
    {.key = "kinds", .kind = FIELD_TEXTS, .at = CLASS_PLACE(kinds)},
    {.key = "ask", .kind = FIELD_TEXT, .at = CLASS_PLACE(class.ask)},
    {.key = "look_for", .kind = FIELD_TEXT, .at = CLASS_PLACE(class.look_for)},
};
static const struct shape CLASS_SHAPE = {"a class of claims", CLASS_FIELDS, COUNT_OF(CLASS_FIELDS)};

/* A wording as written. */
struct wording_draft {
    struct wording wording;
    struct texts words, classes;
};

#define WORDING_PLACE(member) offsetof(struct wording_draft, member)

static const struct field WORDING_FIELDS[] = {
    {.key = "id", .kind = FIELD_TEXT, .at = WORDING_PLACE(wording.id), .required = true},
    {.key = "title", .kind = FIELD_TEXT, .at = WORDING_PLACE(wording.title)},
    {.key = "words", .kind = FIELD_TEXTS, .at = WORDING_PLACE(words), .required = true},
    {.key = "why", .kind = FIELD_TEXT, .at = WORDING_PLACE(wording.why), .required = true},
    {.key = "classes", .kind = FIELD_TEXTS, .at = WORDING_PLACE(classes)},
};
static const struct shape WORDING_SHAPE = {"a wording", WORDING_FIELDS, COUNT_OF(WORDING_FIELDS)};

static bool find_class(const struct criteria *criteria, const char *id, size_t *index)
{
    for (size_t i = 0; i < criteria->class_count; i++) {
        if (text_equal_ignoring_case(criteria->classes[i].id, id)) {
            *index = i;
            return true;
        }
    }
    return false;
}

/* Whoever replaced the kinds of evidence need not have those that the built-in classes name. */
static bool bind_kinds(const struct binder *binder, const struct criteria *criteria,
                       const struct texts *ids, struct claim_class *class)
{
    bool is_replaced = criteria->own_kinds && builtin_find(class->at.source) != NULL;
    struct diag_list unheard;
    diag_list_init(&unheard, binder->arena);
    const struct binder quiet = {.arena = binder->arena, .diags = &unheard};
    return evidence_kinds_find(is_replaced ? &quiet : binder, criteria, ids, &class->kinds,
                               &class->kind_count) ||
           is_replaced;
}

static bool bind_class(const struct binder *binder, const struct node *node,
                       const struct criteria *criteria, struct claim_class *class)
{
    struct class_draft draft = {.class = {.at = node->at}};
    size_t earlier = 0;
    if (!bind_map(binder, node, &CLASS_SHAPE, &draft)) {
        return false;
    }
    draft.class.at = node_find(node, "id")->at;
    if (!item_id_check(binder, draft.class.id, draft.class.at)) {
        return false;
    }
    if (find_class(criteria, draft.class.id, &earlier)) {
        item_id_report_again(binder, draft.class.id, draft.class.at, criteria->classes[earlier].at,
                             "a class of claims");
        return false;
    }
    *class = draft.class;
    return bind_kinds(binder, criteria, &draft.kinds, class);
}

bool claim_classes_bind(const struct binder *binder, const struct node *list,
                        struct criteria *criteria)
{
    if (!bind_is_list(binder, "classes", list)) {
        return false;
    }
    bool sound = true;
    struct claim_class *grown = arena_grown(binder->arena, criteria->classes, criteria->class_count,
                                            list->count, sizeof *grown);
    criteria->classes = grown;
    for (size_t i = 0; i < list->count; i++) {
        struct claim_class *class = &grown[criteria->class_count];
        bool bound = bind_class(binder, &list->items[i], criteria, class);
        criteria->class_count += bound;
        sound = bound && sound;
    }
    return sound;
}

static bool bind_wording_classes(const struct binder *binder, const struct criteria *criteria,
                                 const struct texts *ids, struct wording *wording)
{
    size_t *classes = arena_alloc(binder->arena, ids->count, sizeof *classes);
    bool sound = true;
    for (size_t i = 0; i < ids->count; i++) {
        bool known = claim_class_find(binder, criteria, ids->texts[i], ids->at[i],
                                      &classes[wording->class_count]);
        wording->class_count += known;
        sound = known && sound;
    }
    wording->classes = classes;
    return sound;
}

static bool is_again(const struct binder *binder, const struct criteria *criteria,
                     const struct wording *wording)
{
    for (size_t i = 0; i < criteria->wording_count; i++) {
        if (text_equal_ignoring_case(criteria->wordings[i].id, wording->id)) {
            item_id_report_again(binder, wording->id, wording->at, criteria->wordings[i].at,
                                 "a wording");
            return true;
        }
    }
    return false;
}

/* A word of blanks would be found in every claim. */
static bool has_words(const struct binder *binder, const struct node *node,
                      const struct texts *words)
{
    bool sound = words->count > 0;
    for (size_t i = 0; i < words->count; i++) {
        sound = sound && text_trimmed(binder->arena, words->texts[i])[0] != '\0';
    }
    if (!sound) {
        diag_add(binder->diags, DIAG_VALUE_KIND, node_find(node, "words")->at,
                 "a wording needs words that can be found");
    }
    return sound;
}

static bool bind_wording(const struct binder *binder, const struct node *node,
                         const struct criteria *criteria, struct wording *wording)
{
    struct wording_draft draft = {.wording = {.at = node->at}};
    if (!bind_map(binder, node, &WORDING_SHAPE, &draft)) {
        return false;
    }
    draft.wording.at = node_find(node, "id")->at;
    draft.wording.words = draft.words.texts;
    draft.wording.word_count = draft.words.count;
    if (!has_words(binder, node, &draft.words) ||
        !item_id_check(binder, draft.wording.id, draft.wording.at) ||
        is_again(binder, criteria, &draft.wording)) {
        return false;
    }
    *wording = draft.wording;
    return bind_wording_classes(binder, criteria, &draft.classes, wording);
}

bool wordings_bind(const struct binder *binder, const struct node *list, struct criteria *criteria)
{
    if (!bind_is_list(binder, "wordings", list)) {
        return false;
    }
    bool sound = true;
    struct wording *grown = arena_grown(binder->arena, criteria->wordings, criteria->wording_count,
                                        list->count, sizeof *grown);
    criteria->wordings = grown;
    for (size_t i = 0; i < list->count; i++) {
        struct wording *wording = &grown[criteria->wording_count];
        bool bound = bind_wording(binder, &list->items[i], criteria, wording);
        criteria->wording_count += bound;
        sound = bound && sound;
    }
    return sound;
}

bool claim_class_find(const struct binder *binder, const struct criteria *criteria, const char *id,
                      struct loc at, size_t *index)
{
    if (find_class(criteria, id, index)) {
        return true;
    }
    if (!criteria->complete) {
        return false; // it may stand in what could not be read
    }
    const char **ids = arena_alloc(binder->arena, criteria->class_count, sizeof *ids);
    for (size_t i = 0; i < criteria->class_count; i++) {
        ids[i] = criteria->classes[i].id;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_CLAIM_CLASS_UNKNOWN, at,
                                 "`%s` is not a class of claims", bind_quoted(binder, id));
    if (!bind_suggest(binder, diag, id, ids, criteria->class_count)) {
        diag_help(binder->diags, diag, "`vouch criteria claims` lists the classes");
    }
    return false;
}
