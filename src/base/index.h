/*
 * Lists of indices.
 *
 * Layer: base. Pure.
 */
#ifndef VOUCH_BASE_INDEX_H
#define VOUCH_BASE_INDEX_H

#include <stdbool.h>
#include <stddef.h>

/* Is it one of them? */
bool index_is_among(size_t wanted, const size_t *indices, size_t count);

#endif
