#include "model/scale.h"

#include "base/arena.h"
#include "base/text.h"
#include "read/document.h"

#include <assert.h>
#include <string.h>

static const struct level MATURITY[] = {
    {.label = "Absent", .worth = 0, .means = "Nothing in place"},
    {.label = "Planned", .worth = 0, .means = "Decided, not begun"},
    {.label = "Partial", .worth = 0.5, .means = "In use for part of the scope"},
    {.label = "In place", .worth = 0.75, .means = "In use for all of our scope and documented"},
    {.label = "Measured", .worth = 1, .means = "Its working is measured and improved"},
};

void scales_init(const struct binder *binder, struct criteria *criteria)
{
    struct level *levels = arena_alloc(binder->arena, COUNT_OF(MATURITY), sizeof *levels);
    memcpy(levels, MATURITY, sizeof MATURITY);
    criteria->scales = arena_alloc(binder->arena, 1, sizeof *criteria->scales);
    criteria->scales[0] = (struct scale){
        .id = "maturity", .levels = levels, .count = COUNT_OF(MATURITY)};
    criteria->scale_count = 1;
}

/* A level as written. */
struct level_draft {
    const char *label, *means;
    double worth;
    const struct node *number;
};

static const struct limits WORTH = {0, 1, DIAG_SCALE_BAD, "a worth from 0 to 1"};
static const struct field LEVEL_FIELDS[] = {
    {.key = "label",
     .kind = FIELD_TEXT,
     .at = offsetof(struct level_draft, label),
     .required = true},
    {.key = "worth",
     .kind = FIELD_NUMBER,
     .at = offsetof(struct level_draft, worth),
     .required = true,
     .limits = &WORTH},
    {.key = "means", .kind = FIELD_TEXT, .at = offsetof(struct level_draft, means)},
    {.key = "number", .kind = FIELD_NODE, .at = offsetof(struct level_draft, number)},
};
static const struct shape LEVEL_SHAPE = {"a level", LEVEL_FIELDS, COUNT_OF(LEVEL_FIELDS)};

static bool bind_level(const struct binder *binder, const struct node *node, struct level *level)
{
    struct level_draft draft = {.label = NULL};
    bool sound = bind_map(binder, node, &LEVEL_SHAPE, &draft);
    *level = (struct level){.label = draft.label == NULL ? "" : draft.label,
                            .worth = draft.worth,
                            .means = draft.means,
                            .has_number = draft.number != NULL,
                            .at = node->at};
    if (draft.number != NULL) {
        sound = bind_number(binder, "number", draft.number, NULL, &level->number) && sound;
    }
    return sound;
}

static bool check_labels(const struct binder *binder, const struct scale *scale)
{
    struct map seen;
    map_init(&seen, binder->arena);
    bool sound = true;
    for (size_t i = 0; i < scale->count; i++) {
        const struct level *level = &scale->levels[i];
        if (!map_add(&seen, text_folded(binder->arena, level->label), i)) {
            diag_add(binder->diags, DIAG_SCALE_BAD, level->at,
                     "`%s` stands twice on the scale `%s`", bind_quoted(binder, level->label),
                     bind_quoted(binder, scale->id));
            sound = false;
        }
        if (level->has_number != scale->levels[0].has_number) {
            diag_add(binder->diags, DIAG_SCALE_BAD, level->at,
                     "the scale `%s` has a number on some of its levels only",
                     bind_quoted(binder, scale->id));
            return false;
        }
    }
    return sound;
}

/* Levels compare by place, so that a higher one should never be worth less. */
static void check_worths(const struct binder *binder, const struct scale *scale)
{
    for (size_t i = 1; i < scale->count; i++) {
        const struct level *below = &scale->levels[i - 1];
        const struct level *level = &scale->levels[i];
        if (level->worth < below->worth) {
            struct diag *diag = diag_add(binder->diags, DIAG_SCALE_FALLS, level->at,
                                         "`%s` is worth less than `%s` below it on the scale `%s`",
                                         bind_quoted(binder, level->label),
                                         bind_quoted(binder, below->label),
                                         bind_quoted(binder, scale->id));
            diag_help(binder->diags, diag, "write the levels from lowest to highest");
        }
    }
}

/* Places rise with worth: a scale written from its best level down is turned round. */
static void turn_upwards(struct scale *scale)
{
    bool falls = scale->count > 1 && scale->levels[0].worth > scale->levels[scale->count - 1].worth;
    for (size_t i = 1; i < scale->count; i++) {
        falls = falls && scale->levels[i].worth <= scale->levels[i - 1].worth;
    }
    for (size_t i = 0; falls && i < scale->count / 2; i++) {
        struct level swapped = scale->levels[i];
        scale->levels[i] = scale->levels[scale->count - 1 - i];
        scale->levels[scale->count - 1 - i] = swapped;
    }
}

static bool bind_scale(const struct binder *binder, const struct entry *entry, struct scale *scale)
{
    const struct node *node = &entry->value;
    *scale = (struct scale){.id = entry->key, .at = entry->at};
    if (!bind_is_list(binder, entry->key, node)) {
        return false;
    }
    if (node->count == 0) {
        diag_add(binder->diags, DIAG_SCALE_BAD, node->at, "the scale `%s` has no levels",
                 bind_quoted(binder, entry->key));
        return false;
    }
    scale->levels = arena_alloc(binder->arena, node->count, sizeof *scale->levels);
    scale->count = node->count;
    bool sound = true;
    for (size_t i = 0; i < node->count; i++) {
        sound = bind_level(binder, &node->items[i], &scale->levels[i]) && sound;
    }
    if (sound) {
        sound = check_labels(binder, scale);
        turn_upwards(scale);
        check_worths(binder, scale);
    }
    return sound;
}

static bool is_same_scale(const struct scale *a, const struct scale *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++) {
        assert(a->levels != NULL);
        assert(b->levels != NULL);
        const struct level *left = &a->levels[i];
        const struct level *right = &b->levels[i];
        same = text_equal(left->label, right->label) && !(left->worth < right->worth) &&
               !(left->worth > right->worth);
    }
    return same;
}

/* Put a scale among the others. Two files may say the same of one id, and no more. */
static bool keep_scale(const struct binder *binder, struct criteria *criteria,
                       const struct scale *scale)
{
    for (size_t i = 0; i < criteria->scale_count; i++) {
        struct scale *other = &criteria->scales[i];
        if (!text_equal(other->id, scale->id)) {
            continue;
        }
        bool is_built_in = other->at.source == NULL;
        if (is_built_in || is_same_scale(other, scale)) {
            *other = *scale;
            return true;
        }
        struct diag *diag = diag_add(binder->diags, DIAG_CRITERIA_CLASH, scale->at,
                                     "the scale `%s` has other levels here",
                                     bind_quoted(binder, scale->id));
        diag_label(binder->diags, diag, "it stands at %s, too", loc_text(binder->arena, other->at));
        return false;
    }
    criteria->scales[criteria->scale_count++] = *scale;
    return true;
}

bool scales_bind(const struct binder *binder, const struct node *scales, struct criteria *criteria)
{
    if (!bind_is_map(binder, "scales", scales)) {
        return false;
    }
    criteria->scales = arena_grown(binder->arena, criteria->scales, criteria->scale_count,
                                   scales->count, sizeof *criteria->scales);
    bool sound = true;
    for (size_t i = 0; i < scales->count; i++) {
        struct scale scale;
        bool is_sound = bind_scale(binder, &scales->entries[i], &scale);
        // A faulty scale is kept all the same, so that it is not reported as unknown, too.
        sound = keep_scale(binder, criteria, &scale) && is_sound && sound;
    }
    return sound;
}
