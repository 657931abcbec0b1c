/*
 * Maps from text to an index, for looking things up by id.
 *
 * The order of a walk over things never comes from a map: it only answers "which one is it?".
 *
 * Layer: base.
 */
#ifndef VOUCH_BASE_MAP_H
#define VOUCH_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct map_slot;

struct map {
    struct arena *arena; // borrowed: where it grows
    struct map_slot *slots;
    size_t capacity;
    size_t count;
};

void map_init(struct map *map, struct arena *arena);

/* Keep `index` under `key` (borrowed). Returns false, and changes nothing, where the key is there
 * already. */
bool map_add(struct map *map, const char *key, size_t index);

/* Find a key. Returns whether it is there; `*index` is touched only then. `index` may be NULL. */
bool map_find(const struct map *map, const char *key, size_t *index);

#endif
