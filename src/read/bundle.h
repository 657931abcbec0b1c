/*
 * Bundles: all inputs of one evaluation, by name, with their bytes and digests.
 *
 * Everything above read/ works on a bundle and never on a path, so that scoring a folder and
 * scoring what a workbook carries are the same thing. Names are relative, `/`-separated, without
 * `..`, and stand in byte order:
 *
 *     criteria/ai-vendor.yaml  evaluation.yaml  findings/acme.yaml  responses/acme.yaml
 *
 * Layer: read.
 */
#ifndef VOUCH_READ_BUNDLE_H
#define VOUCH_READ_BUNDLE_H

#include "base/digest.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct diag_list;

struct input {
    const char *name;     // in the bundle
    const uint8_t *bytes; // a NUL stands behind the last
    size_t size;
    struct digest digest;
    bool built_in; // came with the program
};

/* An evidence file that was there when the evaluation was read: an input to scoring, not a look at
 * the disk later. */
struct held_file {
    const char *name; // beside the response that names it: `responses/soc2.pdf`
    uint64_t size;    // bytes
    struct digest digest;
};

struct bundle {
    struct input *inputs; // in byte order of names
    size_t count;
    size_t capacity;
    struct held_file *held; // in byte order of names
    size_t held_count;
    size_t held_capacity;
};

enum {
    BUNDLE_FILE_BYTES_MOST = 32 << 20,
    BUNDLE_BYTES_MOST = 512 << 20,
    BUNDLE_FOLDER_NAMES_MOST = 10000,
    BUNDLE_EVIDENCE_BYTES_MOST = 1 << 30,
};

/*
 * Read an evaluation's folder: evaluation.yaml, evaluation.lock, and all files of criteria/,
 * responses/, findings/, assessments/ and clarifications/ with a known ending (.yaml, .yml, .json;
 * in criteria/ only .yaml and .yml, in assessments/ .xlsx, too).
 *
 * Symbolic links inside the folder are not followed: an evaluation is what lies in its folder, and
 * a received archive must not reach outside. Folders inside these folders are left alone.
 *
 * path: the folder, or its evaluation.yaml; "" for the current folder.
 *
 * Reports: FILE_MISSING, FILE_UNREADABLE, FILE_TOO_LARGE, FILE_NAME_BAD, FILE_SKIPPED,
 * FORMAT_UNKNOWN (.csv, and .xlsx elsewhere, which this version does not read, and any other
 * ending where no evidence lies: in responses/ others are evidence). Returns false where
 * evaluation.yaml cannot be read.
 */
bool bundle_read_folder(struct arena *arena, const char *path, struct diag_list *diags,
                        struct bundle *bundle);

/*
 * Read files of the folder that the evaluation names, such as criteria beside it.
 *
 * folder: as bundle_folder() gives it.
 * names:  in the bundle's manner. Those that are in the bundle, missing, or no such names are left
 *         out: who needs them says so.
 *
 * Reports: as bundle_read_folder().
 */
void bundle_read_named(struct arena *arena, const char *folder, const char *const *names,
                       size_t count, struct diag_list *diags, struct bundle *bundle);

/* Add an input made elsewhere; keeps the order. The name must not be there yet. */
void bundle_add(struct arena *arena, struct bundle *bundle, const char *name, const uint8_t *bytes,
                size_t size, bool built_in);

/* The input of a name, or NULL. */
const struct input *bundle_find(const struct bundle *bundle, const char *name);

/* The held file of a name, or NULL. */
const struct held_file *bundle_find_held(const struct bundle *bundle, const char *name);

/*
 * Take the inventory of evidence files: of each name, look whether the file is in the folder, and
 * keep its size and digest.
 *
 * folder: as bundle_folder() gives it.
 * names:  in the bundle's manner (`responses/soc2.pdf`); repeats and missing files are no fault.
 *
 * Reports: FILE_UNREADABLE (there but not readable, or reached by a link), FILE_NAME_BAD (absolute
 * or leaves the folder).
 */
void bundle_take_inventory(struct arena *arena, const char *folder, const char *const *names,
                           size_t count, struct diag_list *diags, struct bundle *bundle);

/* Is it a name that may stand in a bundle: relative, no empty part, no `.` or `..`, no backslash or
 * control character? */
bool bundle_name_is_sound(const char *name);

/* The folder of an evaluation given as a folder or as its evaluation.yaml. */
const char *bundle_folder(struct arena *arena, const char *path);

/* One digest over all inputs (names, sizes and digests in order, and held files), for footers and
 * Record. */
struct digest bundle_digest(const struct bundle *bundle);

#endif
