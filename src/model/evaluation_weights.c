#include "model/evaluation_weights.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/sum.h"
#include "base/text.h"
#include "model/criteria_view.h"
#include "model/item_id.h"
#include "read/builtin.h"
#include "read/document.h"

#include <math.h>

static const double WHOLE = 100;
static const double SUM_TOLERANCE = 1e-9;

static bool all_zero(const struct evaluation *evaluation, size_t parent)
{
    const struct item *item = &evaluation->criteria.items[parent];
    for (size_t i = 0; i < item->child_count; i++) {
        if (evaluation->weights[item->children[i]] > 0) {
            return false;
        }
    }
    return item->child_count > 0;
}

static void note_sum(const struct binder *binder, const struct node *weights,
                     const struct evaluation *evaluation)
{
    const struct item *whole = &evaluation->criteria.items[0];
    struct sum sum = {0};
    for (size_t i = 0; i < whole->child_count; i++) {
        sum_add(&sum, evaluation->weights[whole->children[i]]);
    }
    double total = sum_total(&sum);
    if (fabs(total - WHOLE) > SUM_TOLERANCE) {
        diag_add(binder->diags, DIAG_WEIGHTS_SUM, weights->at,
                 "the top weights add up to %s; each counts as its share of that",
                 number_text(binder->arena, total));
    }
}

static void bind_top(const struct binder *binder, const struct node *weights,
                     struct evaluation *evaluation)
{
    const struct item_lookup lookup = {
        .criteria = &evaluation->criteria, .wanted = WANT_TOP, .unknown = DIAG_ID_UNKNOWN};
    if (!bind_is_map(binder, "weights", weights)) {
        return;
    }
    bool sound = true;
    for (size_t i = 0; i < weights->count; i++) {
        const struct entry *entry = &weights->entries[i];
        size_t item = 0;
        double weight = 0;
        sound = bind_number(binder, entry->key, &entry->value, &LIMITS_WEIGHT, &weight) && sound;
        if (item_id_find(binder, &lookup, entry->key, entry->at, &item)) {
            evaluation->weights[item] = weight;
        } else {
            sound = false;
        }
    }
    if (!sound) {
        return;
    }
    if (all_zero(evaluation, 0)) {
        diag_add(binder->diags, DIAG_WEIGHTS_ZERO, weights->at, "all top weights are 0");
    } else {
        note_sum(binder, weights, evaluation);
    }
}

static void bind_children(const struct binder *binder, const struct entry *section_entry,
                          size_t section, struct evaluation *evaluation)
{
    const struct node *children = &section_entry->value;
    const struct criteria *criteria = &evaluation->criteria;
    const struct item_lookup lookup = {
        .criteria = criteria, .wanted = WANT_ITEM, .unknown = DIAG_ID_UNKNOWN};
    size_t before = binder->diags->errors;
    if (!bind_is_map(binder, section_entry->key, children)) {
        return;
    }
    for (size_t i = 0; i < children->count; i++) {
        const struct entry *entry = &children->entries[i];
        size_t item = 0;
        double weight = 0;
        if (!bind_number(binder, entry->key, &entry->value, &LIMITS_WEIGHT, &weight) ||
            !item_id_find(binder, &lookup, entry->key, entry->at, &item)) {
            continue;
        }
        if (criteria->items[item].parent != section) {
            diag_add(binder->diags, DIAG_EVALUATION_BAD, entry->at,
                     "%s does not stand directly in %s", criteria->items[item].id,
                     criteria->items[section].id);
            continue;
        }
        evaluation->weights[item] = weight;
    }
    if (binder->diags->errors == before && all_zero(evaluation, section)) {
        diag_add(binder->diags, DIAG_WEIGHTS_ZERO, section_entry->at, "all items of %s weigh 0",
                 criteria->items[section].id);
    }
}

static void bind_within(const struct binder *binder, const struct node *within,
                        struct evaluation *evaluation)
{
    const struct item_lookup lookup = {
        .criteria = &evaluation->criteria, .wanted = WANT_SECTION, .unknown = DIAG_ID_UNKNOWN};
    if (!bind_is_map(binder, "within", within)) {
        return;
    }
    for (size_t i = 0; i < within->count; i++) {
        const struct entry *entry = &within->entries[i];
        size_t section = 0;
        if (item_id_find(binder, &lookup, entry->key, entry->at, &section)) {
            bind_children(binder, entry, section, evaluation);
        }
    }
}

void weights_init(struct arena *arena, struct evaluation *evaluation)
{
    const struct criteria *criteria = &evaluation->criteria;
    evaluation->weights = arena_alloc(arena, criteria->count, sizeof *evaluation->weights);
    for (size_t i = 0; i < criteria->count; i++) {
        evaluation->weights[i] = criteria->items[i].weight;
    }
}

void weights_bind(const struct binder *binder, const struct node *weights,
                  const struct node *within, struct evaluation *evaluation)
{
    if (evaluation->criteria.count == 0) {
        return; // there are no criteria, which has been reported
    }
    if (within != NULL) {
        bind_within(binder, within, evaluation);
    }
    if (weights != NULL) {
        bind_top(binder, weights, evaluation);
    }
}

static void bind_view(const struct binder *binder, const struct entry *named,
                      const struct criteria *criteria, struct view *view)
{
    const struct item_lookup lookup = {
        .criteria = criteria, .wanted = WANT_TOP, .unknown = DIAG_ID_UNKNOWN};
    const struct node *node = &named->value;
    *view = (struct view){.id = named->key, .at = named->at};
    if (!bind_is_map(binder, named->key, node)) {
        return;
    }
    size_t before = binder->diags->errors;
    struct view_weight *weights = arena_alloc(binder->arena, node->count, sizeof *weights);
    double most = 0;
    for (size_t i = 0; i < node->count; i++) {
        const struct entry *entry = &node->entries[i];
        struct view_weight *weight = &weights[view->count];
        bool sound = bind_number(binder, entry->key, &entry->value, &LIMITS_WEIGHT,
                                 &weight->weight);
        if (item_id_find(binder, &lookup, entry->key, entry->at, &weight->item) && sound) {
            most = weight->weight > most ? weight->weight : most;
            view->count++;
        }
    }
    view->weights = weights;
    // Where criteria could not be read, its items are not found and nothing is said of that here.
    bool is_whole = binder->diags->errors == before && view->count == node->count;
    if (is_whole && !(most > 0)) {
        diag_add(binder->diags, DIAG_WEIGHTS_ZERO, named->at,
                 "the view `%s` gives no item a weight", bind_quoted(binder, named->key));
    }
}

/* Does every id of the view name a top-level item? */
static bool applies(const struct binder *binder, const struct criteria *criteria,
                    const struct node *weights)
{
    for (size_t i = 0; i < weights->count; i++) {
        size_t item = 0;
        if (!criteria_find(binder->arena, criteria, weights->entries[i].key, &item) ||
            criteria->items[item].depth != 1) {
            return false;
        }
    }
    return true;
}

static bool is_named(const struct evaluation *evaluation, const char *id)
{
    for (size_t i = 0; i < evaluation->view_count; i++) {
        if (text_equal_ignoring_case(evaluation->views[i].id, id)) {
            return true;
        }
    }
    return false;
}

/* A view of the buyer's own has to fit; a built-in one applies where it does. */
static bool is_built_in(const struct criteria *criteria, const struct criteria_view *view)
{
    return !criteria->own_views && builtin_find(view->at.source) != NULL;
}

/* Views that came with the criteria, where they fit and the evaluation has none of that name. */
static void add_criteria_views(const struct binder *binder, struct evaluation *evaluation)
{
    const struct criteria *criteria = &evaluation->criteria;
    for (size_t i = 0; i < criteria->view_count; i++) {
        const struct criteria_view *known = &criteria->views[i];
        if (is_named(evaluation, known->id) ||
            (is_built_in(criteria, known) && !applies(binder, criteria, known->weights))) {
            continue;
        }
        const struct entry entry = {.key = known->id, .at = known->at, .value = *known->weights};
        struct view *view = &evaluation->views[evaluation->view_count++];
        bind_view(binder, &entry, criteria, view);
        view->from_criteria = true;
    }
}

void views_bind(const struct binder *binder, const struct node *views,
                struct evaluation *evaluation)
{
    bool is_given = views != NULL && bind_is_map(binder, "views", views);
    size_t own = is_given ? views->count : 0;
    evaluation->views = arena_alloc(binder->arena, own + evaluation->criteria.view_count,
                                    sizeof *evaluation->views);
    for (size_t i = 0; i < own; i++) {
        bind_view(binder, &views->entries[i], &evaluation->criteria, &evaluation->views[i]);
    }
    evaluation->view_count = own;
    add_criteria_views(binder, evaluation);
}
