#include "base/file.h"

#include "base/arena.h"
#include "base/text.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The reason for a failed call, in plain words. */
static const char *reason_of(struct arena *arena, int error)
{
    switch (error) {
    case ENOENT:
        return "no such file or folder";
    case EACCES:
    case EPERM:
        return "permission denied";
    case ENOSPC:
    case EDQUOT:
        return "no space left on the disk";
    case EROFS:
        return "the disk is read-only";
    case EISDIR:
        return "it is a folder";
    case ENOTDIR:
        return "a part of the path is not a folder";
    case EFBIG:
        return "it would be larger than is allowed";
    default:
        return arena_copy(arena, strerror(error));
    }
}

enum file_kind file_kind(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0) {
        return FILE_MISSING;
    }
    if (S_ISDIR(status.st_mode)) {
        return FILE_FOLDER;
    }
    return S_ISREG(status.st_mode) ? FILE_REGULAR : FILE_OTHER;
}

bool file_is_link(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
}

/* Read up to `size` bytes; fewer where the file ends before. Returns false on a failure, with errno
 * set. */
static bool read_all(int descriptor, uint8_t *data, size_t size, size_t *got)
{
    *got = 0;
    while (*got < size) {
        ssize_t count = read(descriptor, data + *got, size - *got);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return false;
        }
        if (count == 0) {
            break;
        }
        *got += (size_t)count;
    }
    return true;
}

bool file_read(struct arena *arena, const char *path, size_t limit, struct bytes *bytes,
               const char **reason)
{
    // O_NONBLOCK, so that a FIFO is refused by its kind and not waited for.
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        *reason = reason_of(arena, errno);
        return false;
    }
    bool done = false;
    struct stat status;
    if (fstat(descriptor, &status) != 0) {
        *reason = reason_of(arena, errno);
    } else if (!S_ISREG(status.st_mode)) {
        *reason = S_ISDIR(status.st_mode) ? "it is a folder" : "it is not a regular file";
    } else if (status.st_size < 0 || (uint64_t)status.st_size > limit) {
        *reason = arena_format(arena, "it is larger than %zu MiB", limit >> 20);
    } else {
        size_t size = (size_t)status.st_size;
        uint8_t *data = arena_alloc(arena, size + 1, 1);
        size_t got = 0;
        done = read_all(descriptor, data, size, &got);
        *bytes = (struct bytes){.data = data, .size = got};
        if (!done) {
            *reason = reason_of(arena, errno);
        }
    }
    close(descriptor);
    return done;
}

static int compare_names(const void *first, const void *second)
{
    return strcmp(*(const char *const *)first, *(const char *const *)second);
}

bool file_list(struct arena *arena, const char *folder, size_t limit, struct file_names *names,
               const char **reason)
{
    DIR *open_folder = opendir(folder);
    if (open_folder == NULL) {
        *reason = reason_of(arena, errno);
        return false;
    }
    *names = (struct file_names){0};
    size_t capacity = 0;
    bool done = true;
    for (const struct dirent *entry = readdir(open_folder); entry != NULL;
         entry = readdir(open_folder)) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) {
            continue;
        }
        if (names->count == limit) {
            *reason = arena_format(arena, "it holds more than %zu files", limit);
            done = false;
            break;
        }
        names->names = arena_more(arena, names->names, names->count, &capacity,
                                  sizeof(const char *));
        names->names[names->count++] = arena_copy(arena, entry->d_name);
    }
    closedir(open_folder);
    if (names->count > 0) {
        qsort(names->names, names->count, sizeof(const char *), compare_names);
    }
    return done;
}

const char *file_join(struct arena *arena, const char *folder, const char *name)
{
    size_t length = strlen(folder);
    bool is_here = text_equal(folder, ".") || text_equal(folder, "./");
    if (length == 0 || name[0] == '/' || (is_here && name[0] != '\0')) {
        return name;
    }
    return arena_format(arena, folder[length - 1] == '/' ? "%s%s" : "%s/%s", folder, name);
}

const char *file_folder(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL) {
        return ".";
    }
    return slash == path ? "/" : arena_text(arena, path, (size_t)(slash - path));
}

bool file_make_folder(struct arena *arena, const char *path, const char **reason)
{
    if (mkdir(path, 0777) == 0 || (errno == EEXIST && file_kind(path) == FILE_FOLDER)) {
        return true;
    }
    *reason = reason_of(arena, errno);
    return false;
}

/* The mode of the file that is replaced, or what the umask leaves of a new one. */
static mode_t mode_for(const char *target)
{
    struct stat status;
    if (stat(target, &status) == 0) {
        return status.st_mode & 0777;
    }
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

bool file_draft_open(struct arena *arena, const char *target, struct file_draft *draft,
                     const char **reason)
{
    *draft = (struct file_draft){.target = target, .path = NULL, .descriptor = -1};
    if (file_kind(target) == FILE_FOLDER) {
        *reason = "it is a folder";
        return false;
    }
    const char *slash = strrchr(target, '/');
    const char *name = slash == NULL ? target : slash + 1;
    char *path = arena_format(arena, "%.*s.%s.XXXXXX", (int)(name - target), target, name);
    int descriptor = mkstemp(path);
    if (descriptor < 0) {
        *reason = reason_of(arena, errno);
        return false;
    }
    draft->path = path;
    draft->descriptor = descriptor;
    if (fchmod(descriptor, mode_for(target)) != 0) {
        *reason = reason_of(arena, errno);
        file_draft_discard(draft);
        return false;
    }
    return true;
}

bool file_draft_write(struct arena *arena, struct file_draft *draft, const void *bytes, size_t size,
                      const char **reason)
{
    const uint8_t *data = bytes;
    size_t written = 0;
    while (written < size) {
        ssize_t count = write(draft->descriptor, data + written, size - written);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            *reason = reason_of(arena, errno);
            return false;
        }
        written += (size_t)count;
    }
    return true;
}

/* Make the rename itself lasting. A folder that cannot be synced (some network disks) is no
 * failure. */
static void sync_folder(struct arena *arena, const char *target)
{
    int folder = open(file_folder(arena, target), O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    if (folder >= 0) {
        (void)fsync(folder);
        close(folder);
    }
}

bool file_draft_commit(struct arena *arena, struct file_draft *draft, const char **reason)
{
    assert(draft->path != NULL);
    bool done = fsync(draft->descriptor) == 0;
    done = close(draft->descriptor) == 0 && done;
    draft->descriptor = -1;
    done = done && rename(draft->path, draft->target) == 0;
    if (!done) {
        *reason = reason_of(arena, errno);
        file_draft_discard(draft);
        return false;
    }
    draft->path = NULL;
    sync_folder(arena, draft->target);
    return true;
}

void file_draft_discard(struct file_draft *draft)
{
    if (draft->descriptor >= 0) {
        close(draft->descriptor);
        draft->descriptor = -1;
    }
    if (draft->path != NULL) {
        (void)unlink(draft->path);
        draft->path = NULL;
    }
}

bool file_write(struct arena *arena, const char *target, const void *bytes, size_t size,
                const char **reason)
{
    struct file_draft draft;
    if (!file_draft_open(arena, target, &draft, reason)) {
        return false;
    }
    if (!file_draft_write(arena, &draft, bytes, size, reason)) {
        file_draft_discard(&draft);
        return false;
    }
    return file_draft_commit(arena, &draft, reason);
}
