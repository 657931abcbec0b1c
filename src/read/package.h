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

/*
 * Who takes an XML part while it is parsed. A name is `URI local`, or `local` where it has no
 * namespace; attributes are names and values in turn, NULL behind the last. Each returns whether to
 * go on; who stops says why himself.
 */
struct package_taker {
    void *subject;
    bool (*start)(void *subject, const char *name, const char **attributes);
    bool (*end)(void *subject, const char *name);
    bool (*text)(void *subject, const char *bytes, size_t length); // in pieces
};

/*
 * A package being read part by part, in any order, each once.
 *
 *     open -> read the parts that are needed -> check the rest -> close
 *
 * Only then is what the takers were given worth anything: checksums come last.
 */
struct package;

/* Returns NULL where it cannot be opened, with the reason. Lives in the arena until closed. */
struct package *package_open(struct arena *arena, struct bytes bytes,
                             const struct package_limits *limits, const char **reason);
void package_close(struct package *package); // NULL is allowed

/* The place of a part, ignoring case; false where there is none. */
bool package_find(const struct package *package, const char *name, size_t *index);

/*
 * Parse a part to its end, whatever its ending.
 *
 * reason: what is wrong, from the arena; untouched on success and where the taker stopped.
 */
bool package_read_part(struct package *package, size_t index, const struct package_taker *taker,
                       const char **reason);

/* Inflate and parse every part that was not read, and look for those that the package's own list
 * names. */
bool package_check_rest(struct package *package, const char **reason);

#endif
