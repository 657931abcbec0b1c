#include "model/mark_table.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"

static size_t own_at(const struct mark_table *table, size_t assessment, size_t offer, size_t item)
{
    return (assessment * table->offer_count + offer) * table->item_count + item;
}

static size_t moderated_at(const struct mark_table *table, size_t offer, size_t item)
{
    return offer * table->item_count + item;
}

static void place_marks(struct mark_table *table, const struct map *offers,
                        const struct project *project, size_t index)
{
    const struct assessment *assessment = &project->assessments[index];
    for (size_t m = 0; m < assessment->mark_count; m++) {
        const struct mark *mark = &assessment->marks[m];
        size_t offer;
        if (!map_find(offers, text_folded(offers->arena, mark->vendor), &offer)) {
            continue;
        }
        const struct mark **place = mark->moderated
                                        ? &table->moderated[moderated_at(table, offer, mark->item)]
                                        : &table->own[own_at(table, index, offer, mark->item)];
        if (*place == NULL) { // the first stands; a second one has been reported
            *place = mark;
        }
    }
}

void mark_table_init(struct arena *arena, const struct project *project, struct mark_table *table)
{
    size_t items = project->evaluation.criteria.count;
    size_t cells = project->offer_count * items;
    *table = (struct mark_table){
        .own = arena_alloc(arena, project->assessment_count * cells, sizeof(const struct mark *)),
        .moderated = arena_alloc(arena, cells, sizeof(const struct mark *)),
        .offer_count = project->offer_count,
        .item_count = items};
    struct map offers;
    map_init(&offers, arena);
    for (size_t o = 0; o < project->offer_count; o++) {
        map_add(&offers, text_folded(arena, project->offers[o].id), o);
    }
    for (size_t a = 0; a < project->assessment_count; a++) {
        place_marks(table, &offers, project, a);
    }
}

const struct mark *mark_table_own(const struct mark_table *table, size_t assessment, size_t offer,
                                  size_t item)
{
    return table->own[own_at(table, assessment, offer, item)];
}

const struct mark *mark_table_moderated(const struct mark_table *table, size_t offer, size_t item)
{
    return table->moderated[moderated_at(table, offer, item)];
}
