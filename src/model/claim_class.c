#include "model/claim_class.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/evidence_kind.h"
#include "model/item_id.h"
#include "read/document.h"

#include <string.h>

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
    {.key = "words", .kind = FIELD_TEXTS, .at = WORDING_PLACE(words), .required = true},
    {.key = "why", .kind = FIELD_TEXT, .at = WORDING_PLACE(wording.why), .required = true},
    {.key = "classes", .kind = FIELD_TEXTS, .at = WORDING_PLACE(classes)},
};
static const struct shape WORDING_SHAPE = {"a wording", WORDING_FIELDS, COUNT_OF(WORDING_FIELDS)};

static void report_again(const struct binder *binder, struct loc at, struct loc earlier,
                         const char *id, const char *what)
{
    bool same_file = text_equal(earlier.source, at.source);
    struct diag *diag = diag_add(binder->diags, same_file ? DIAG_ID_DUPLICATE : DIAG_CRITERIA_CLASH,
                                 at, "`%s` is %s already", bind_quoted(binder, id), what);
    diag_label(binder->diags, diag, "it stands at %s, too", loc_text(binder->arena, earlier));
}

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

static bool bind_class_kinds(const struct binder *binder, const struct criteria *criteria,
                             const struct texts *ids, struct claim_class *class)
{
    size_t *kinds = arena_alloc(binder->arena, ids->count, sizeof *kinds);
    bool sound = true;
    for (size_t i = 0; i < ids->count; i++) {
        size_t *kind = &kinds[class->kind_count];
        // Whoever replaced the kinds need not have those that the built-in classes name.
        bool known = map_find(&criteria->kind_by_id, ids->texts[i], kind);
        if (!known && criteria->own_kinds) {
            continue;
        }
        known = known || evidence_kind_bind(binder, criteria, ids->texts[i], ids->at[i], kind);
        class->kind_count += known;
        sound = known && sound;
    }
    class->kinds = kinds;
    return sound;
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
        report_again(binder, draft.class.at, criteria->classes[earlier].at, draft.class.id,
                     "a class of claims");
        return false;
    }
    *class = draft.class;
    return bind_class_kinds(binder, criteria, &draft.kinds, class);
}

bool claim_classes_bind(const struct binder *binder, const struct node *list,
                        struct criteria *criteria)
{
    if (!bind_is_list(binder, "classes", list)) {
        return false;
    }
    bool sound = true;
    struct claim_class *grown = arena_alloc(binder->arena, criteria->class_count + list->count,
                                            sizeof *grown);
    if (criteria->class_count > 0) {
        memcpy(grown, criteria->classes, criteria->class_count * sizeof *grown);
    }
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
            report_again(binder, wording->at, criteria->wordings[i].at, wording->id, "a wording");
            return true;
        }
    }
    return false;
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
    if (!item_id_check(binder, draft.wording.id, draft.wording.at) ||
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
    struct wording *grown = arena_alloc(binder->arena, criteria->wording_count + list->count,
                                        sizeof *grown);
    if (criteria->wording_count > 0) {
        memcpy(grown, criteria->wordings, criteria->wording_count * sizeof *grown);
    }
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
