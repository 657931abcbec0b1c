#include "model/criteria_view.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/bind.h"
#include "model/item_id.h"
#include "read/builtin.h"
#include "read/document.h"

static const struct field VIEW_FIELDS[] = {
    {.key = "title", .kind = FIELD_TEXT, .at = offsetof(struct criteria_view, title)},
    {.key = "why", .kind = FIELD_TEXT, .at = offsetof(struct criteria_view, why)},
    {.key = "weights",
     .kind = FIELD_MAP,
     .at = offsetof(struct criteria_view, weights),
     .required = true},
};
static const struct shape VIEW_SHAPE = {"a view", VIEW_FIELDS, COUNT_OF(VIEW_FIELDS)};

static const struct criteria_view *find_view(const struct criteria *criteria, const char *id)
{
    for (size_t i = 0; i < criteria->view_count; i++) {
        if (text_equal_ignoring_case(criteria->views[i].id, id)) {
            return &criteria->views[i];
        }
    }
    return NULL;
}

static bool bind_view(const struct binder *binder, const struct entry *entry,
                      const struct criteria *criteria, struct criteria_view *view)
{
    const struct criteria_view *earlier = find_view(criteria, entry->key);
    *view = (struct criteria_view){.id = entry->key, .title = entry->key, .at = entry->at};
    if (!item_id_check(binder, entry->key, entry->at)) {
        return false;
    }
    if (earlier != NULL) {
        item_id_report_again(binder, entry->key, entry->at, earlier->at, "a view");
        return false;
    }
    return bind_map(binder, &entry->value, &VIEW_SHAPE, view);
}

bool criteria_views_bind(const struct binder *binder, const struct node *views,
                         struct criteria *criteria)
{
    if (!bind_is_map(binder, "views", views)) {
        return false;
    }
    bool sound = true;
    struct criteria_view *grown = arena_grown(binder->arena, criteria->views, criteria->view_count,
                                              views->count, sizeof *grown);
    criteria->views = grown;
    for (size_t i = 0; i < views->count; i++) {
        struct criteria_view *view = &grown[criteria->view_count];
        bool bound = bind_view(binder, &views->entries[i], criteria, view);
        criteria->view_count += bound;
        sound = bound && sound;
    }
    return sound;
}

static void report_audience(const struct binder *binder, const struct criteria *criteria,
                            const char *audience, struct loc at)
{
    const char **ids = arena_alloc(binder->arena, criteria->view_count, sizeof *ids);
    struct text_builder list;
    text_builder_init(&list, binder->arena);
    for (size_t i = 0; i < criteria->view_count; i++) {
        ids[i] = criteria->views[i].id;
        text_add_format(&list, "%s%s", i == 0 ? "" : ", ", ids[i]);
    }
    struct diag *diag = diag_add(binder->diags, DIAG_AUDIENCE_UNKNOWN, at,
                                 "`%s` is no audience that is known",
                                 bind_quoted(binder, audience));
    diag_label(binder->diags, diag, "expected one of: %s", list.text);
    if (!bind_suggest(binder, diag, audience, ids, criteria->view_count)) {
        diag_help(binder->diags, diag, "add it under `views` in a criteria file of your own");
    }
}

/* Without any view nobody is known; where a file could not be read, somebody may stand in it. */
static bool can_tell(const struct criteria *criteria)
{
    return criteria->view_count > 0 && criteria->complete;
}

void audience_check(const struct binder *binder, const struct criteria *criteria,
                    const struct texts *audience)
{
    for (size_t i = 0; can_tell(criteria) && i < audience->count; i++) {
        // Whoever replaced the views need not have those that built-in criteria name.
        bool is_replaced = criteria->own_views && builtin_find(audience->at[i].source) != NULL;
        if (!is_replaced && find_view(criteria, audience->texts[i]) == NULL) {
            report_audience(binder, criteria, audience->texts[i], audience->at[i]);
        }
    }
}
