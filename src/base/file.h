/*
 * Files: reading whole within a limit, listing folders, replacing safely.
 *
 * The only calls to the file system in the program stand behind this header. A failure is a reason
 * in plain words ("permission denied"), which the caller puts into a diagnostic with the path.
 *
 * Layer: base.
 */
#ifndef VOUCH_BASE_FILE_H
#define VOUCH_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct bytes {
    const uint8_t *data; // borrowed: an arena; a NUL stands behind the last byte
    size_t size;
};

enum file_kind { FILE_MISSING, FILE_REGULAR, FILE_FOLDER, FILE_OTHER };

/* What stands at a path; links are followed. */
enum file_kind file_kind(const char *path);

/* Is the last part of the path a symbolic link, whether it leads anywhere or not? */
bool file_is_link(const char *path);

/*
 * Read a regular file whole, opened once.
 *
 * limit:  most bytes; a larger file is refused unread.
 * reason: why it failed, from `arena`; untouched on success.
 */
bool file_read(struct arena *arena, const char *path, size_t limit, struct bytes *bytes,
               const char **reason);

struct file_names {
    const char **names; // in byte order, without `.` and `..`
    size_t count;
};

/* The names in a folder, sorted; at most `limit`. */
bool file_list(struct arena *arena, const char *folder, size_t limit, struct file_names *names,
               const char **reason);

/* `folder/name`, or `name` where the folder is empty, or `name` is absolute. */
const char *file_join(struct arena *arena, const char *folder, const char *name);

/* The folder part of a path: `a` of `a/b`, `.` of `b`, `/` of `/b`. */
const char *file_folder(struct arena *arena, const char *path);

/* Make one folder; a folder that is there already is success. */
bool file_make_folder(struct arena *arena, const char *path, const char **reason);

/*
 * A file being written beside its target, which stays untouched until file_commit().
 *
 *     open -> write (by whoever owns the path) -> commit, or discard on any failure
 *
 * The temporary is `.NAME.XXXXXX` in the target's own folder, with the mode of the target or the
 * umask.
 */
struct file_draft {
    const char *target; // borrowed
    char *path;         // of the temporary; NULL: none
    int descriptor;     // open for reading and writing; -1: none
};
bool file_draft_open(struct arena *arena, const char *target, struct file_draft *draft,
                     const char **reason);
bool file_draft_write(struct arena *arena, struct file_draft *draft, const void *bytes, size_t size,
                      const char **reason);
/* fsync the temporary, rename it over the target, fsync the folder. On failure the temporary is
 * removed. */
bool file_draft_commit(struct arena *arena, struct file_draft *draft, const char **reason);
/* Remove the temporary. Safe to call at any time, and twice. */
void file_draft_discard(struct file_draft *draft);

/* Write a whole new file by way of a draft. */
bool file_write(struct arena *arena, const char *target, const void *bytes, size_t size,
                const char **reason);

#endif
