#include "model/citation.h"

#include "base/arena.h"
#include "base/text.h"
#include "read/document.h"

bool evidence_find(const struct binder *binder, const struct response *response, const char *id,
                   struct loc at, size_t *index)
{
    if (map_find(&response->evidence_by_id, id, index)) {
        return true;
    }
    const char **ids = arena_alloc(binder->arena, response->evidence_count, sizeof *ids);
    for (size_t i = 0; i < response->evidence_count; i++) {
        ids[i] = response->evidence[i].id;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_EVIDENCE_UNKNOWN, at,
                                 "`%s` is not listed under `evidence`", bind_quoted(binder, id));
    bind_suggest(binder, diag, id, ids, response->evidence_count);
    return false;
}

/* Ids with places. */
static bool bind_placed(const struct binder *binder, const struct response *response,
                        const struct node *map, struct citations *citations)
{
    struct citation *cited = arena_alloc(binder->arena, map->count, sizeof *cited);
    bool sound = true;
    for (size_t i = 0; i < map->count; i++) {
        const struct entry *entry = &map->entries[i];
        struct citation citation = {.at = entry->at};
        bool is_known = evidence_find(binder, response, entry->key, entry->at, &citation.evidence);
        sound = is_known && sound;
        if (!node_is_null(&entry->value)) {
            sound = bind_text(binder, entry->key, &entry->value, &citation.place) && sound;
        }
        if (citation.place != NULL && citation.place[0] == '\0') {
            citation.place = NULL;
        }
        if (is_known) {
            cited[citations->count++] = citation;
        }
    }
    citations->citations = cited;
    return sound;
}

bool citations_bind(const struct binder *binder, const struct response *response,
                    const struct node *node, struct citations *citations)
{
    struct texts ids = {.count = 0};
    *citations = (struct citations){.count = 0};
    if (node->kind == NODE_MAP) {
        return bind_placed(binder, response, node, citations);
    }
    if (!bind_texts(binder, "evidence", node, &ids)) {
        return false;
    }
    struct citation *cited = arena_alloc(binder->arena, ids.count, sizeof *cited);
    bool *is_cited = arena_alloc(binder->arena, response->evidence_count, sizeof *is_cited);
    bool sound = true;
    for (size_t i = 0; i < ids.count; i++) {
        struct citation citation = {.at = ids.at[i]};
        if (!evidence_find(binder, response, ids.texts[i], ids.at[i], &citation.evidence)) {
            sound = false;
        } else if (!is_cited[citation.evidence]) {
            is_cited[citation.evidence] = true;
            cited[citations->count++] = citation;
        }
    }
    citations->citations = cited;
    return sound;
}
