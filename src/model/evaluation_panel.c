#include "model/evaluation_panel.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/bind.h"
#include "model/criteria_view.h"
#include "model/item_id.h"
#include "read/document.h"

/* A member as written. */
struct member_draft {
    struct panelist member;
    struct texts audience;
};
#define MEMBER(part) offsetof(struct member_draft, member.part)
static const struct field MEMBER_FIELDS[] = {
    {.key = "id", .kind = FIELD_TEXT, .at = MEMBER(id), .required = true},
    {.key = "name", .kind = FIELD_TEXT, .at = MEMBER(name)},
    {.key = "role", .kind = FIELD_TEXT, .at = MEMBER(role)},
    {.key = "audience", .kind = FIELD_TEXTS, .at = offsetof(struct member_draft, audience)},
    {.key = "chair", .kind = FIELD_YES_NO, .at = MEMBER(is_chair)},
};
static const struct shape MEMBER_SHAPE = {"a member of the panel", MEMBER_FIELDS,
                                          COUNT_OF(MEMBER_FIELDS)};

bool panelist_id_check(struct diag_list *diags, const char *id, struct loc at)
{
    const struct binder binder = {.arena = diags->arena, .diags = diags};
    return item_id_check(&binder, id, at);
}

const struct panelist *panelist_find(const struct evaluation *evaluation, const char *id)
{
    for (size_t i = 0; i < evaluation->panel_count; i++) {
        if (text_equal_ignoring_case(evaluation->panel[i].id, id)) {
            return &evaluation->panel[i];
        }
    }
    return NULL;
}

static bool any_chair(const struct evaluation *evaluation)
{
    for (size_t i = 0; i < evaluation->panel_count; i++) {
        if (evaluation->panel[i].is_chair) {
            return true;
        }
    }
    return false;
}

static bool bind_member(const struct binder *binder, const struct node *node,
                        const struct evaluation *evaluation, struct panelist *member)
{
    struct member_draft draft = {.member = {.at = node->at}};
    if (!bind_map(binder, node, &MEMBER_SHAPE, &draft)) {
        return false;
    }
    *member = draft.member;
    member->at = node_find(node, "id")->at;
    member->audience = draft.audience.texts;
    member->audience_count = draft.audience.count;
    audience_check(binder, &evaluation->criteria, &draft.audience);
    const struct panelist *earlier = panelist_find(evaluation, member->id);
    if (earlier != NULL) {
        item_id_report_again(binder, member->id, member->at, earlier->at, "a member of the panel");
        return false;
    }
    if (member->is_chair && any_chair(evaluation)) {
        diag_add(binder->diags, DIAG_EVALUATION_BAD, bind_key_at(node, "chair"),
                 "the panel has two chairs");
        return false;
    }
    return item_id_check(binder, member->id, member->at);
}

void panel_bind(const struct binder *binder, const struct node *list, struct evaluation *evaluation)
{
    if (list == NULL || !bind_is_list(binder, "panel", list)) {
        return;
    }
    struct panelist *panel = arena_alloc(binder->arena, list->count, sizeof *panel);
    evaluation->panel = panel;
    for (size_t i = 0; i < list->count; i++) {
        if (bind_member(binder, &list->items[i], evaluation, &panel[evaluation->panel_count])) {
            evaluation->panel_count++;
        }
    }
}
