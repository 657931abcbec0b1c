/*
 * JSON, strictly as RFC 8259 says, into nodes with a place on each.
 *
 * A parser of our own, because every node needs its line and column, and because what a vendor
 * sends must not be read more kindly than the format allows: no comments, no trailing commas, no
 * lone surrogates, nothing behind the value.
 *
 * Strings become quoted scalars; numbers, `true`, `false` and `null` unquoted ones with the text
 * as it is written.
 *
 * Layer: read.
 */
#ifndef VOUCH_READ_JSON_H
#define VOUCH_READ_JSON_H

#include <stdbool.h>

struct node;
struct reading;

/*
 * Read the whole text as one JSON value.
 *
 * Reports: JSON_SYNTAX, INPUT_LIMIT, KEY_DUPLICATE, TEXT_CONTROL, TEXT_INVISIBLE.
 * Returns whether the document is sound.
 */
bool document_read_json(struct reading *reading, struct node *root);

#endif
