#include "model/item_id.h"

#include "base/arena.h"
#include "base/index.h"
#include "base/text.h"

#include <string.h>

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool holds_only(const char *id, const char *marks)
{
    for (const char *c = id; *c != '\0'; c++) {
        if (!is_letter(*c) && !(*c >= '0' && *c <= '9') && strchr(marks, *c) == NULL) {
            return false;
        }
    }
    return true;
}

bool item_id_check(const struct binder *binder, const char *id, struct loc at)
{
    if (is_letter(id[0]) && holds_only(id, "-_.&") && strlen(id) <= ITEM_ID_LENGTH_MOST) {
        return true;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_ID_BAD, at, "`%s` cannot be an id",
                                 bind_quoted(binder, id));
    diag_label(binder->diags, diag,
               "expected letters, digits and `- _ . &`, at most %d, a letter first",
               ITEM_ID_LENGTH_MOST);
    return false;
}

bool vendor_id_check(const struct binder *binder, const char *id, struct loc at)
{
    if (id[0] != '\0' && holds_only(id, "-_") && strlen(id) <= VENDOR_ID_LENGTH_MOST) {
        return true;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_VENDOR_ID_BAD, at,
                                 "`%s` cannot be a vendor's id", bind_quoted(binder, id));
    diag_label(binder->diags, diag, "expected letters, digits, `-` and `_`, at most %d",
               VENDOR_ID_LENGTH_MOST);
    return false;
}

bool criteria_find(struct arena *scratch, const struct criteria *criteria, const char *id,
                   size_t *index)
{
    return map_find(&criteria->by_id, text_folded(scratch, id), index);
}

const char **criteria_ids(struct arena *arena, const struct criteria *criteria, size_t *count)
{
    *count = criteria->count > 0 ? criteria->count - 1 : 0;
    const char **ids = arena_alloc(arena, *count, sizeof *ids);
    for (size_t i = 0; i < *count; i++) {
        ids[i] = criteria->items[i + 1].id;
    }
    return ids;
}

void item_id_report_again(const struct binder *binder, const char *id, struct loc at,
                          struct loc earlier, const char *what)
{
    bool same_file = text_equal(earlier.source, at.source);
    struct diag *diag = diag_add(binder->diags, same_file ? DIAG_ID_DUPLICATE : DIAG_CRITERIA_CLASH,
                                 at, "`%s` is %s already", bind_quoted(binder, id), what);
    diag_label(binder->diags, diag, "it stands at %s, too", loc_text(binder->arena, earlier));
}

static bool is_wanted(const struct item *item, enum item_wanted wanted)
{
    switch (wanted) {
    case WANT_ITEM:
        break;
    case WANT_SECTION:
        return !item_is_criterion(item);
    case WANT_CRITERION:
        return item_is_criterion(item);
    case WANT_TOP:
        return item->depth == 1;
    }
    return true;
}

static const char *const WANTED[] = {
    [WANT_ITEM] = "an item",
    [WANT_SECTION] = "a section",
    [WANT_CRITERION] = "a criterion",
    [WANT_TOP] = "a top-level item",
};

bool item_id_find(const struct binder *binder, const struct item_lookup *lookup, const char *id,
                  struct loc at, size_t *index)
{
    const struct criteria *criteria = lookup->criteria;
    size_t found = 0;
    bool is_known = criteria_find(binder->arena, criteria, id, &found);
    if (is_known && is_wanted(&criteria->items[found], lookup->wanted)) {
        *index = found;
        return true;
    }
    bool is_left_out = !is_known &&
                       map_find(&criteria->left_out, text_folded(binder->arena, id), NULL);
    if (is_left_out && lookup->left_out != NULL) {
        (*lookup->left_out)++;
        return false;
    }
    if (!is_known && !criteria->complete) {
        return false;
    }
    struct diag *diag = diag_add(binder->diags, lookup->unknown, at, "`%s` is not %s",
                                 bind_quoted(binder, id), WANTED[lookup->wanted]);
    if (is_known) {
        bool is_leaf = item_is_criterion(&criteria->items[found]);
        diag_label(binder->diags, diag, "it is %s", is_leaf ? "a criterion" : "a section");
        return false;
    }
    if (is_left_out) {
        diag_help(binder->diags, diag, "this evaluation leaves it out");
        return false;
    }
    size_t count = 0;
    const char **ids = criteria_ids(binder->arena, criteria, &count);
    bind_suggest(binder, diag, id, ids, count);
    return false;
}

bool item_ids_find(const struct binder *binder, const struct item_lookup *lookup,
                   const struct texts *ids, const size_t **indices, size_t *count)
{
    size_t *found = arena_alloc(binder->arena, ids->count, sizeof *found);
    bool sound = true;
    *count = 0;
    for (size_t i = 0; i < ids->count; i++) {
        size_t index = 0;
        if (!item_id_find(binder, lookup, ids->texts[i], ids->at[i], &index)) {
            sound = false;
        } else if (!index_is_among(index, found, *count)) {
            found[(*count)++] = index;
        }
    }
    *indices = found;
    return sound;
}
