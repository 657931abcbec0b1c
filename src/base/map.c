#include "base/map.h"

#include "base/arena.h"

#include <stdint.h>
#include <string.h>

struct map_slot {
    const char *key; // borrowed; NULL: free
    size_t index;
};

/* FNV-1a, 64 bits. */
static size_t hash_of(const char *key)
{
    uint64_t hash = 14695981039346656037U;
    for (const char *c = key; *c != '\0'; c++) {
        hash = (hash ^ (unsigned char)*c) * 1099511628211U;
    }
    return (size_t)(hash ^ (hash >> 32));
}

/* The slot of a key, or the free one where it would stand. */
static struct map_slot *slot_of(const struct map *map, const char *key)
{
    size_t at = hash_of(key) % map->capacity;
    while (map->slots[at].key != NULL && strcmp(map->slots[at].key, key) != 0) {
        at = (at + 1) % map->capacity;
    }
    return &map->slots[at];
}

static void grow(struct map *map)
{
    struct map old = *map;
    map->capacity = old.capacity == 0 ? 64 : old.capacity * 2;
    map->slots = arena_alloc(map->arena, map->capacity, sizeof *map->slots);
    for (size_t i = 0; i < old.capacity; i++) {
        if (old.slots[i].key != NULL) {
            *slot_of(map, old.slots[i].key) = old.slots[i];
        }
    }
}

void map_init(struct map *map, struct arena *arena)
{
    *map = (struct map){.arena = arena};
}

bool map_add(struct map *map, const char *key, size_t index)
{
    if (map->count * 2 >= map->capacity) {
        grow(map);
    }
    struct map_slot *slot = slot_of(map, key);
    if (slot->key != NULL) {
        return false;
    }
    *slot = (struct map_slot){.key = key, .index = index};
    map->count++;
    return true;
}

bool map_find(const struct map *map, const char *key, size_t *index)
{
    if (map->capacity == 0) {
        return false;
    }
    const struct map_slot *slot = slot_of(map, key);
    if (slot->key == NULL) {
        return false;
    }
    if (index != NULL) {
        *index = slot->index;
    }
    return true;
}
