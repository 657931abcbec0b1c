/*
 * A folder of a test's own, for tests that write files.
 *
 *     place->folder = scratch_make(&place->arena);
 *     scratch_remove(&place->arena, place->folder);
 *
 * Layer: tests.
 */
#ifndef VOUCH_TESTS_SCRATCH_FOLDER_H
#define VOUCH_TESTS_SCRATCH_FOLDER_H

struct arena;

/* A new folder below /tmp. */
const char *scratch_make(struct arena *arena);

/* Remove it with all that stands in it; links are not followed. */
void scratch_remove(struct arena *arena, const char *folder);

#endif
