/*
 * Arenas: memory with one lifetime, released as a whole.
 *
 *     struct arena arena;
 *     arena_init(&arena);
 *     char *name = arena_format(&arena, "%s.yaml", id);
 *     arena_release(&arena);
 *
 * There is nothing to free alone. Sanitizer builds (ARENA_EACH) give each allocation a block of
 * its own, so that an overrun is seen. Out of memory ends the program here, with one line on
 * stderr and status 2.
 *
 * Layer: base.
 */
#ifndef VOUCH_BASE_ARENA_H
#define VOUCH_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *last; // newest block; NULL: none yet
};

void arena_init(struct arena *arena);
void arena_release(struct arena *arena);

/* End the program for want of memory: for libraries that report it instead of asking an arena. */
_Noreturn void arena_out_of_memory(void);

/* Zeroed room for `count` things of `size` bytes, aligned for any type. Never NULL. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/*
 * Room for one more thing at the end of a growing array.
 *
 *     list->items = arena_more(arena, list->items, list->count, &list->capacity, sizeof
 * *list->items); list->items[list->count++] = item;
 *
 * Returns `items`, or a larger copy of it when `count` has reached `*capacity`; the new room is
 * zeroed.
 */
void *arena_more(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);

/* A copy of an array of `count` things with zeroed room for `more` behind them. `items` may be NULL
 * where `count` is 0. */
void *arena_grown(struct arena *arena, const void *items, size_t count, size_t more, size_t size);

/* A copy of `length` bytes with a NUL behind it. */
char *arena_text(struct arena *arena, const char *bytes, size_t length);

/* A copy of a NUL-terminated text; NULL for NULL. */
char *arena_copy(struct arena *arena, const char *text);

/* Text made by printf() rules. */
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vformat(struct arena *arena, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* A point to come back to: everything allocated after it is released by arena_rewind(). */
struct arena_mark {
    struct arena_block *block;
    size_t used;
};
struct arena_mark arena_mark(const struct arena *arena);
void arena_rewind(struct arena *arena, struct arena_mark mark);

#endif
