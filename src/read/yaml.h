/*
 * YAML, the part of it that FORMATS allows, into nodes with a place on each.
 *
 * Stands on libyaml's events, never on its documents: those have no limits.
 *
 * Layer: read.
 */
#ifndef VOUCH_READ_YAML_H
#define VOUCH_READ_YAML_H

#include <stdbool.h>

struct node;
struct reading;

/*
 * Read the whole text as one YAML document.
 *
 * Reports: YAML_SYNTAX, YAML_FEATURE, YAML_COMMENT_CUT, INPUT_LIMIT, KEY_DUPLICATE, FILE_EMPTY,
 * TEXT_CONTROL, TEXT_INVISIBLE. Returns whether the document is sound.
 */
bool document_read_yaml(struct reading *reading, struct node *root);

#endif
