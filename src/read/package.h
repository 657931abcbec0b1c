/*
 * Packages: is a workbook whole, and safe to open?
 *
 * Opens the zip within limits, inflates every part, and parses each XML part to its end with
 * expat. It is the check between writing a workbook and putting it in place, because the writing
 * library can report success for a cut-off file (a full temp folder), and the gate before an .xlsx
 * that was received.
 *
 *     const char *reason = NULL;
 *     if (!package_check(arena, draft.path, &reason)) { ... the old file stays ... }
 *
 * Layer: read.
 */
#ifndef VOUCH_READ_PACKAGE_H
#define VOUCH_READ_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct bytes;

/* What a package may be. Sizes count whether they are declared or really inflated. */
struct package_limits {
    size_t packed_bytes_most; // of the file; it is held in memory
    size_t parts_most;
    uint64_t part_bytes_most;  // of one part, inflated
    uint64_t total_bytes_most; // of all parts, inflated
    uint64_t ratio_most;       // inflated to packed, of parts above PACKAGE_RATIO_FREE_BYTES
};

enum {
    PACKAGE_RATIO_FREE_BYTES = 1 << 20,
    PACKAGE_DEPTH_MOST = 64,            // nesting of XML elements
    PACKAGE_ATTRIBUTES_MOST = 256,      // of an element; a parser may take quadratic time over them
    PACKAGE_TOKEN_BYTES_MOST = 1 << 20, // a tag; a parser reads an unfinished one again and again
};

/* For what the program has just written itself: 1,000 criteria and 300 offers fit well. */
extern const struct package_limits PACKAGE_OWN;

/* For what was received. */
extern const struct package_limits PACKAGE_RECEIVED;

/*
 * Check that a workbook which the program wrote is whole: every part is there, inflates to its
 * declared size and checksum, and is well-formed where it is XML.
 *
 * reason: what is wrong, in plain words, from `arena`; untouched on success.
 */
bool package_check(struct arena *arena, const char *path, const char **reason);

/*
 * The same for bytes in memory and given limits.
 *
 * Refused, too: parts that overlap, two parts of one name (ignoring case), names that are absolute
 * or hold `..`, encryption, Zip64, other methods than store and deflate, a DOCTYPE, and encodings
 * other than UTF-8 and UTF-16.
 */
bool package_check_bytes(struct arena *arena, struct bytes bytes,
                         const struct package_limits *limits, const char **reason);

#endif
