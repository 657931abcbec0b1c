#include "base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef ARENA_EACH
enum { BLOCK_BYTES = 0 }; // a block an allocation, so that sanitizers see an overrun
#else
enum { BLOCK_BYTES = 64 * 1024 };
#endif

/* Things that a growing array first has room for: most maps of a document hold no more. */
enum { ROOM_FIRST = 3 };

struct arena_block {
    struct arena_block *before;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char room[];
};

/* The one place where the program ends for want of memory. */
_Noreturn void arena_out_of_memory(void)
{
    fputs("vouch: out of memory\n", stderr);
    exit(2);
}

/* Rounded up so that the next allocation is aligned; a block of its own needs no next one. */
static size_t rounded(size_t size)
{
    if (BLOCK_BYTES == 0) {
        return size; // so that an overrun by one byte is seen
    }
    const size_t step = alignof(max_align_t);
    if (size > SIZE_MAX - step) {
        arena_out_of_memory();
    }
    return (size + step - 1) / step * step;
}

static struct arena_block *add_block(struct arena *arena, size_t least)
{
    size_t size = least > BLOCK_BYTES ? least : BLOCK_BYTES;
    if (size > SIZE_MAX - sizeof(struct arena_block)) {
        arena_out_of_memory();
    }
    struct arena_block *block = calloc(1, sizeof(struct arena_block) + size);
    if (block == NULL) {
        arena_out_of_memory();
    }
    block->before = arena->last;
    block->size = size;
    arena->last = block;
    return block;
}

void arena_init(struct arena *arena)
{
    *arena = (struct arena){.last = NULL};
}

void arena_release(struct arena *arena)
{
    arena_rewind(arena, (struct arena_mark){.block = NULL, .used = 0});
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / 2 / size) {
        arena_out_of_memory();
    }
    size_t wanted = rounded(count * size);
    struct arena_block *block = arena->last;
    if (block == NULL || block->size - block->used < wanted || BLOCK_BYTES == 0) {
        block = add_block(arena, wanted);
    }
    void *room = block->room + block->used;
    block->used += wanted;
    return room;
}

void *arena_more(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) {
        return items;
    }
    size_t larger = *capacity < ROOM_FIRST ? ROOM_FIRST : *capacity * 2;
    void *moved = arena_alloc(arena, larger, size);
    if (count > 0) {
        memcpy(moved, items, count * size);
    }
    *capacity = larger;
    return moved;
}

void *arena_grown(struct arena *arena, const void *items, size_t count, size_t more, size_t size)
{
    void *grown = arena_alloc(arena, count + more, size);
    if (count > 0) {
        memcpy(grown, items, count * size);
    }
    return grown;
}

char *arena_text(struct arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_alloc(arena, length + 1, 1);
    if (length > 0) {
        memcpy(copy, bytes, length);
    }
    return copy;
}

char *arena_copy(struct arena *arena, const char *text)
{
    return text == NULL ? NULL : arena_text(arena, text, strlen(text));
}

char *arena_vformat(struct arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    assert(length >= 0);
    char *text = arena_alloc(arena, (size_t)length + 1, 1);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    return text;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_vformat(arena, format, arguments);
    va_end(arguments);
    return text;
}

struct arena_mark arena_mark(const struct arena *arena)
{
    return (struct arena_mark){
        .block = arena->last,
        .used = arena->last == NULL ? 0 : arena->last->used,
    };
}

void arena_rewind(struct arena *arena, struct arena_mark mark)
{
    while (arena->last != mark.block) {
        struct arena_block *block = arena->last;
        assert(block != NULL);
        arena->last = block->before;
        free(block);
    }
    if (mark.block != NULL) {
        assert(mark.used <= mark.block->used);
        memset(mark.block->room + mark.used, 0, mark.block->used - mark.used);
        mark.block->used = mark.used;
    }
}
