/*
 * The directory of a zip package: names, sizes and where each part lies.
 *
 * Read by code of our own beside libzip, because libzip does not see that parts overlap (a small
 * file that inflates to hundreds of megabytes).
 *
 * Layer: read. Pure.
 */
#ifndef VOUCH_READ_PACKAGE_DIRECTORY_H
#define VOUCH_READ_PACKAGE_DIRECTORY_H

#include "base/file.h"
#include "base/map.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct package_limits;

struct package_part {
    const char *name; // relative, `/`-separated
    uint64_t start;   // of its local header, in bytes from the start of the file
    uint64_t end;     // behind its packed bytes
    uint64_t packed_size;
    uint64_t size; // declared, inflated
};

struct package_directory {
    struct package_part *parts; // in the order of the directory
    size_t count;
    struct map names; // folded names to places in `parts`
};

/*
 * Read and check the directory.
 *
 * reason: what is wrong, from `arena`; untouched on success.
 */
bool package_read_directory(struct arena *arena, struct bytes bytes,
                            const struct package_limits *limits,
                            struct package_directory *directory, const char **reason);

#endif
