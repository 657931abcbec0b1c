#include "model/coverage.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/criteria.h"
#include "model/criteria_refs.h"

/* The criteria that refer to one item. */
struct ids {
    const char **ids;
    size_t count, capacity;
};

/* References by framework and item, folded: `nist-ai-rmf:govern-2.3` -> index into `ids`. */
struct references {
    struct arena *arena;
    struct map by_ref;
    struct ids *ids;
    size_t count, capacity;
};

static const char *key_of(struct arena *arena, const char *framework, const char *item)
{
    return text_folded(arena, arena_format(arena, "%s:%s", framework, item));
}

static void add_reference(struct references *references, const char *text, const char *id)
{
    struct arena *arena = references->arena;
    const char *key = text_folded(arena, text);
    size_t index = references->count;
    if (map_add(&references->by_ref, key, index)) {
        references->ids = arena_more(arena, references->ids, references->count,
                                     &references->capacity, sizeof *references->ids);
        references->ids[references->count++] = (struct ids){.count = 0};
    } else {
        map_find(&references->by_ref, key, &index);
    }
    struct ids *ids = &references->ids[index];
    ids->ids = arena_more(arena, ids->ids, ids->count, &ids->capacity, sizeof *ids->ids);
    ids->ids[ids->count++] = id;
}

static void collect(struct arena *arena, const struct criteria *criteria,
                    struct references *references)
{
    *references = (struct references){.arena = arena};
    map_init(&references->by_ref, arena);
    for (size_t i = 1; i < criteria->count; i++) {
        const struct item *item = &criteria->items[i];
        for (size_t r = 0; r < item->ref_count; r++) {
            add_reference(references, item->refs[r], item->id);
        }
    }
}

static bool find_ids(const struct references *references, const char *key, struct coverage_row *row)
{
    size_t index = 0;
    if (!map_find(&references->by_ref, key, &index)) {
        return false;
    }
    row->ids = references->ids[index].ids;
    row->id_count = references->ids[index].count;
    return true;
}

bool coverage_is_heading(const struct coverage_row *row)
{
    return row->item->item_count > 0 && row->state != COVERAGE_ASKED;
}

static enum coverage_state state_of(const struct references *here,
                                    const struct references *elsewhere, const char *key,
                                    struct coverage_row *row)
{
    if (find_ids(here, key, row)) {
        return COVERAGE_ASKED;
    }
    if (find_ids(elsewhere, key, row)) {
        return COVERAGE_ELSEWHERE;
    }
    return row->item->not_asked != NULL ? COVERAGE_NOT_ASKED : COVERAGE_OPEN;
}

static void cover(const struct references *here, const struct references *elsewhere,
                  const struct framework *framework, struct framework_coverage *coverage)
{
    struct coverage_row *rows = arena_alloc(here->arena, framework->count, sizeof *rows);
    *coverage = (struct framework_coverage){
        .framework = framework, .rows = rows, .count = framework->count};
    for (size_t i = 0; i < framework->count; i++) {
        rows[i].item = &framework->items[i];
        rows[i].state = state_of(here, elsewhere,
                                 key_of(here->arena, framework->id, rows[i].item->id), &rows[i]);
        if (rows[i].item->item_count > 0) {
            continue; // a group is what its items are
        }
        coverage->leaves++;
        coverage->asked += rows[i].state == COVERAGE_ASKED;
        coverage->elsewhere += rows[i].state == COVERAGE_ELSEWHERE;
        coverage->open += rows[i].state == COVERAGE_OPEN;
    }
}

void coverage_find(struct arena *arena, const struct criteria *criteria,
                   const struct criteria *whole, const struct frameworks *frameworks,
                   struct coverage *coverage)
{
    struct references here;
    struct references elsewhere;
    collect(arena, criteria, &here);
    collect(arena, whole, &elsewhere);
    struct framework_coverage *rows = arena_alloc(arena, frameworks->count, sizeof *rows);
    for (size_t i = 0; i < frameworks->count; i++) {
        cover(&here, &elsewhere, &frameworks->frameworks[i], &rows[i]);
    }
    *coverage = (struct coverage){.frameworks = rows, .count = frameworks->count};
}
