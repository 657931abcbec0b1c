/*
 * The data that is compiled into the program: built-in criteria and the templates of `init`.
 *
 * The table is generated at build time from the folders criteria/ and templates/
 * (cmake/embed.cmake), so that one binary is enough.
 *
 * Layer: read.
 */
#ifndef VOUCH_READ_BUILTIN_H
#define VOUCH_READ_BUILTIN_H

#include <stddef.h>
#include <stdint.h>

struct builtin_file {
    const char *name; // `criteria/ai-vendor.yaml`, `templates/evaluation/evaluation.yaml`
    const uint8_t *bytes;
    size_t size;
};

/* All of them, in byte order of names. */
extern const struct builtin_file BUILTIN_FILES[];
extern const size_t BUILTIN_FILE_COUNT;

/* The file of a name, or NULL. */
const struct builtin_file *builtin_find(const char *name);

#endif
