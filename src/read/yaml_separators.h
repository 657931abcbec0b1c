/*
 * U+2028 and U+2029 in YAML: text like any other in YAML 1.2, but line ends to libyaml.
 *
 * They are hidden from it behind two characters that the text does not use, and shown again in
 * what it read.
 *
 * Layer: read.
 */
#ifndef VOUCH_READ_YAML_SEPARATORS_H
#define VOUCH_READ_YAML_SEPARATORS_H

#include <stdbool.h>
#include <stddef.h>

struct reading;

enum { SEPARATOR_BYTES = 3 };

struct yaml_separators {
    bool any;                            // else nothing was hidden
    char hidden[2][SEPARATOR_BYTES + 1]; // what stands for U+2028 and U+2029
};

/*
 * Hide the separators of a text, in place.
 *
 * Reports YAML_SYNTAX and returns false where the text uses everything they could hide behind.
 */
bool hide_yaml_separators(struct reading *reading, char *text, struct yaml_separators *separators);

/* Show them again in a text that was read, in place. */
void show_yaml_separators(const struct yaml_separators *separators, char *text);

#endif
