#include "read/package_directory.h"

#include "base/arena.h"
#include "base/text.h"
#include "read/package.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Sizes and places of fields. Source: APPNOTE.TXT 6.3.10, 4.3.7, 4.3.12 and 4.3.16. */
enum {
    LOCAL_BYTES = 30,
    LOCAL_FLAGS = 6,
    LOCAL_METHOD = 8,
    LOCAL_CHECKSUM = 14,
    LOCAL_PACKED = 18,
    LOCAL_SIZE = 22,
    LOCAL_NAME_LENGTH = 26,
    LOCAL_EXTRA_LENGTH = 28,
    CENTRAL_BYTES = 46,
    CENTRAL_FLAGS = 8,
    CENTRAL_METHOD = 10,
    CENTRAL_CHECKSUM = 16,
    CENTRAL_PACKED = 20,
    CENTRAL_SIZE = 24,
    CENTRAL_NAME_LENGTH = 28,
    CENTRAL_EXTRA_LENGTH = 30,
    CENTRAL_COMMENT_LENGTH = 32,
    CENTRAL_DISK = 34,
    CENTRAL_LOCAL = 42,
    END_BYTES = 22,
    END_DISK = 4,
    END_ENTRIES = 10,
    END_CENTRAL_SIZE = 12,
    END_CENTRAL_START = 16,
    END_COMMENT_LENGTH = 20,
    FLAG_ENCRYPTED = 1 << 0,
    FLAG_SIZES_BEHIND = 1 << 3, // checksum and sizes stand behind the packed bytes
    FLAG_STRONG_ENCRYPTION = 1 << 6,
    METHOD_STORE = 0,
    METHOD_DEFLATE = 8,
};

static const uint8_t LOCAL_SIGNATURE[4] = {'P', 'K', 3, 4};
static const uint8_t CENTRAL_SIGNATURE[4] = {'P', 'K', 1, 2};
static const uint8_t END_SIGNATURE[4] = {'P', 'K', 5, 6};

static uint32_t read16(const uint8_t *at)
{
    return (uint32_t)(at[0] | at[1] << 8);
}

static uint32_t read32(const uint8_t *at)
{
    return read16(at) | read16(at + 2) << 16;
}

static bool refuse(const char **reason, const char *why)
{
    *reason = why;
    return false;
}

/* The record at the end of the file, which says where the directory is; NULL where there is none.
 */
static const uint8_t *find_end(struct bytes bytes)
{
    size_t tail = bytes.size < END_BYTES + 0xFFFF ? bytes.size : END_BYTES + 0xFFFF;
    for (size_t back = END_BYTES; back <= tail; back++) {
        const uint8_t *at = bytes.data + (bytes.size - back);
        if (memcmp(at, END_SIGNATURE, 4) == 0 &&
            read16(at + END_COMMENT_LENGTH) == back - END_BYTES) {
            return at;
        }
    }
    return NULL;
}

/* A name that stays inside the package, on every system. */
static bool name_is_sound(const char *name, size_t length)
{
    if (length == 0 || strlen(name) != length || !text_is_utf8(name, length, NULL) ||
        name[0] == '/' || strpbrk(name, "\\:") != NULL) {
        return false;
    }
    for (const char *part = name; *part != '\0';) {
        size_t size = strcspn(part, "/");
        bool is_dots = size <= 2 && strncmp(part, "..", size) == 0; // empty, `.` or `..`
        if (is_dots) {
            return false;
        }
        part += size + (part[size] == '/');
    }
    return true;
}

/* Do a part's own header and the directory say the same? */
static bool headers_agree(const uint8_t *local, const uint8_t *entry)
{
    static const struct {
        size_t local, central;
    } FIELDS[] = {
        {LOCAL_CHECKSUM, CENTRAL_CHECKSUM},
        {LOCAL_PACKED, CENTRAL_PACKED},
        {LOCAL_SIZE, CENTRAL_SIZE},
    };
    bool is_later = (read16(local + LOCAL_FLAGS) & FLAG_SIZES_BEHIND) != 0;
    for (size_t i = 0; i < COUNT_OF(FIELDS); i++) {
        uint32_t value = read32(local + FIELDS[i].local);
        bool is_open = is_later && (value == 0 || value == UINT32_MAX);
        if (!is_open && value != read32(entry + FIELDS[i].central)) {
            return false;
        }
    }
    return read16(local + LOCAL_METHOD) == read16(entry + CENTRAL_METHOD);
}

/* The part's own header has to lie inside the file and speak of the same part. */
static bool check_local(struct bytes bytes, const uint8_t *entry, struct package_part *part,
                        const char **reason)
{
    size_t length = strlen(part->name);
    const uint8_t *local = bytes.data + part->start;
    if (part->start + LOCAL_BYTES + length > bytes.size || memcmp(local, LOCAL_SIGNATURE, 4) != 0 ||
        read16(local + LOCAL_NAME_LENGTH) != length ||
        memcmp(local + LOCAL_BYTES, part->name, length) != 0 || !headers_agree(local, entry)) {
        return refuse(reason, "its directory and its parts contradict each other");
    }
    part->end = part->start + LOCAL_BYTES + length + read16(local + LOCAL_EXTRA_LENGTH) +
                part->packed_size;
    return part->end <= bytes.size || refuse(reason, "it is cut off");
}

static bool check_features(const uint8_t *entry, const char **reason)
{
    uint32_t flags = read16(entry + CENTRAL_FLAGS);
    uint32_t method = read16(entry + CENTRAL_METHOD);
    if ((flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION)) != 0) {
        return refuse(reason, "it is encrypted");
    }
    if (method != METHOD_STORE && method != METHOD_DEFLATE) {
        return refuse(reason, "it is packed by a method that is not read");
    }
    if (read32(entry + CENTRAL_PACKED) == UINT32_MAX ||
        read32(entry + CENTRAL_SIZE) == UINT32_MAX || read32(entry + CENTRAL_LOCAL) == UINT32_MAX ||
        read16(entry + CENTRAL_DISK) != 0) {
        return refuse(reason, "it is a Zip64 or divided file, which is not read");
    }
    return true;
}

static bool check_sizes(struct arena *arena, const struct package_part *part,
                        const struct package_limits *limits, const char **reason)
{
    bool is_dense = part->size > PACKAGE_RATIO_FREE_BYTES &&
                    part->size / limits->ratio_most > part->packed_size;
    if (part->size > limits->part_bytes_most || is_dense) {
        *reason = arena_format(arena, "its part %s would grow too large (%" PRIu64 " bytes)",
                               text_brief(arena, part->name, 60), part->size);
        return false;
    }
    return true;
}

/* One entry of the directory; `*at` moves behind it. */
static bool read_entry(struct arena *arena, struct bytes bytes, const struct package_limits *limits,
                       const uint8_t **at, struct package_part *part, const char **reason)
{
    const uint8_t *entry = *at;
    size_t room = (size_t)(bytes.data + bytes.size - entry);
    if (room < CENTRAL_BYTES || memcmp(entry, CENTRAL_SIGNATURE, 4) != 0) {
        return refuse(reason, "its directory is damaged");
    }
    size_t length = read16(entry + CENTRAL_NAME_LENGTH);
    size_t size = CENTRAL_BYTES + length + read16(entry + CENTRAL_EXTRA_LENGTH) +
                  read16(entry + CENTRAL_COMMENT_LENGTH);
    if (room < size) {
        return refuse(reason, "its directory is damaged");
    }
    *at += size;
    *part = (struct package_part){
        .name = arena_text(arena, (const char *)entry + CENTRAL_BYTES, length),
        .start = read32(entry + CENTRAL_LOCAL),
        .packed_size = read32(entry + CENTRAL_PACKED),
        .size = read32(entry + CENTRAL_SIZE),
    };
    if (!name_is_sound(part->name, length)) {
        return refuse(reason, "one of its parts has a name that is not allowed");
    }
    return check_features(entry, reason) && check_sizes(arena, part, limits, reason) &&
           check_local(bytes, entry, part, reason);
}

static int compare_starts(const void *first, const void *second)
{
    const struct package_part *a = first;
    const struct package_part *b = second;
    return (a->start > b->start) - (a->start < b->start);
}

static bool check_overlap(struct arena *arena, const struct package_directory *directory,
                          uint64_t central_start, const char **reason)
{
    struct package_part *sorted = arena_alloc(arena, directory->count, sizeof *sorted);
    memcpy(sorted, directory->parts, directory->count * sizeof *sorted);
    qsort(sorted, directory->count, sizeof *sorted, compare_starts);
    for (size_t i = 0; i < directory->count; i++) {
        uint64_t next = i + 1 < directory->count ? sorted[i + 1].start : central_start;
        if (sorted[i].end > next) {
            return refuse(reason, "its parts overlap");
        }
    }
    return true;
}

static bool read_entries(struct arena *arena, struct bytes bytes,
                         const struct package_limits *limits, const uint8_t *at,
                         struct package_directory *directory, const char **reason)
{
    uint64_t total = 0;
    for (size_t i = 0; i < directory->count; i++) {
        struct package_part *part = &directory->parts[i];
        if (!read_entry(arena, bytes, limits, &at, part, reason)) {
            return false;
        }
        if (!map_add(&directory->names, text_folded(arena, part->name), i)) {
            return refuse(reason, "two of its parts have one name");
        }
        total += part->size;
        if (total > limits->total_bytes_most) {
            return refuse(reason, "its parts would grow too large together");
        }
    }
    return true;
}

bool package_read_directory(struct arena *arena, struct bytes bytes,
                            const struct package_limits *limits,
                            struct package_directory *directory, const char **reason)
{
    static const uint8_t OLD_OFFICE[4] = {0xD0, 0xCF, 0x11, 0xE0};
    if (bytes.size >= 4 && memcmp(bytes.data, OLD_OFFICE, 4) == 0) {
        return refuse(reason, "it is an old or an encrypted Office file, not an .xlsx");
    }
    const uint8_t *end = find_end(bytes);
    if (end == NULL) {
        return refuse(reason, "it is no zip file, or is cut off");
    }
    size_t count = read16(end + END_ENTRIES);
    uint64_t start = read32(end + END_CENTRAL_START);
    uint64_t size = read32(end + END_CENTRAL_SIZE);
    if (count == 0xFFFF || start == UINT32_MAX || read16(end + END_DISK) != 0) {
        return refuse(reason, "it is a Zip64 or divided file, which is not read");
    }
    if (count == 0 || count > limits->parts_most) {
        *reason = arena_format(arena, "it holds %zu parts; 1 to %zu are read", count,
                               limits->parts_most);
        return false;
    }
    if (start + size != (uint64_t)(end - bytes.data)) {
        return refuse(reason, "its directory is damaged");
    }
    *directory = (struct package_directory){
        .parts = arena_alloc(arena, count, sizeof *directory->parts),
        .count = count,
    };
    map_init(&directory->names, arena);
    return read_entries(arena, bytes, limits, bytes.data + start, directory, reason) &&
           check_overlap(arena, directory, start, reason);
}
