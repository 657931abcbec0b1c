#include "read/package.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "read/package_directory.h"
#include "read/package_xml.h"

#include <inttypes.h>
#include <string.h>
#include <zip.h>

#define MIB ((uint64_t)1 << 20)

const struct package_limits PACKAGE_OWN = {
    .packed_bytes_most = (size_t)(512 * MIB),
    .parts_most = 4096,
    .part_bytes_most = 2048 * MIB,
    .total_bytes_most = 2048 * MIB,
    .ratio_most = 1100, // more than deflate can do: our own tables may repeat as they like
};

const struct package_limits PACKAGE_RECEIVED = {
    .packed_bytes_most = (size_t)(64 * MIB),
    .parts_most = 1000,
    .part_bytes_most = 128 * MIB,
    .total_bytes_most = 256 * MIB,
    .ratio_most = 200,
};

enum { PIECE_BYTES = 64 * 1024 };

struct package {
    struct arena *arena;
    const struct package_limits *limits; // borrowed
    struct package_directory directory;
    zip_t *zip;          // NULL: not open
    bool *read;          // per part
    uint64_t total;      // bytes inflated so far
    const char **listed; // names that must be there
    size_t listed_count;
};

static bool is_xml(struct arena *arena, const char *name)
{
    static const char *const ENDINGS[] = {".xml", ".rels", ".vml"};
    const char *folded = text_folded(arena, name);
    for (size_t i = 0; i < COUNT_OF(ENDINGS); i++) {
        if (text_ends(folded, ENDINGS[i])) {
            return true;
        }
    }
    return false;
}

/* Inflate an opened part to its end, and parse it where `xml` is open. */
static bool inflate_part(struct package *package, const struct package_part *part, zip_file_t *file,
                         struct package_xml *xml, const char **reason)
{
    char piece[PIECE_BYTES];
    uint64_t size = 0;
    for (;;) {
        zip_int64_t got = zip_fread(file, piece, sizeof piece);
        if (got < 0) {
            *reason = "it does not inflate to what its checksum says";
            return false;
        }
        size += (uint64_t)got;
        package->total += (uint64_t)got;
        if (size > part->size || package->total > package->limits->total_bytes_most) {
            *reason = "it grows larger than it declares";
            return false;
        }
        if (xml->parser != NULL && !package_xml_feed(xml, piece, (size_t)got, got == 0, reason)) {
            return false;
        }
        if (got == 0) {
            break;
        }
    }
    if (size != part->size) {
        *reason = "it is cut off";
        return false;
    }
    return true;
}

/* taker: NULL: the part is only checked, as XML where its name says so. */
static bool read_part(struct package *package, size_t index, const struct package_taker *taker,
                      const char **reason)
{
    const struct package_part *part = &package->directory.parts[index];
    const char *name = zip_get_name(package->zip, index, ZIP_FL_ENC_RAW);
    if (!text_equal(name, part->name)) {
        *reason = "its directory can be read in two ways";
        return false;
    }
    bool sound = false;
    struct package_xml xml = {.parser = NULL};
    zip_file_t *file = zip_fopen_index(package->zip, index, 0);
    if (file == NULL) {
        *reason = "it cannot be opened";
        goto out;
    }
    if (taker != NULL || is_xml(package->arena, part->name)) {
        package_xml_open(&xml, package->arena, taker);
    }
    package->read[index] = true;
    sound = inflate_part(package, part, file, &xml, reason);
    if (text_equal(part->name, "[Content_Types].xml")) {
        package->listed = xml.listed;
        package->listed_count = xml.listed_count;
    }
out:
    package_xml_close(&xml);
    if (file != NULL) {
        (void)zip_fclose(file); // only read
    }
    return sound;
}

/* Are all parts there that make it a workbook, and all that its own list names? */
static bool check_listed(const struct package *package, const char **reason)
{
    static const char *const NEEDED[] = {"[content_types].xml", "_rels/.rels"};
    for (size_t i = 0; i < COUNT_OF(NEEDED); i++) {
        if (!map_find(&package->directory.names, NEEDED[i], NULL)) {
            *reason = "it is a zip file, but not a workbook";
            return false;
        }
    }
    for (size_t i = 0; i < package->listed_count; i++) {
        if (!map_find(&package->directory.names, package->listed[i], NULL)) {
            *reason = arena_format(package->arena, "its part %s is missing",
                                   text_brief(package->arena, package->listed[i], 60));
            return false;
        }
    }
    return true;
}

/*
 * Through libzip. ZIP_CHECKCONS stays off: it refuses honest files of some streaming writers, and
 * package_read_directory() has compared directory and headers.
 */
static bool open_zip(struct package *package, struct bytes bytes, const char **reason)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.data, bytes.size, 0, &error);
    if (source == NULL) {
        arena_out_of_memory(); // the only way in which it fails
    }
    package->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (package->zip == NULL) {
        zip_source_free(source);
        *reason = "its directory is damaged";
    }
    zip_error_fini(&error);
    return package->zip != NULL;
}

struct package *package_open(struct arena *arena, struct bytes bytes,
                             const struct package_limits *limits, const char **reason)
{
    struct package *package = arena_alloc(arena, 1, sizeof *package);
    *package = (struct package){.arena = arena, .limits = limits};
    if (!package_read_directory(arena, bytes, limits, &package->directory, reason) ||
        !open_zip(package, bytes, reason)) {
        return NULL;
    }
    package->read = arena_alloc(arena, package->directory.count, sizeof *package->read);
    return package;
}

void package_close(struct package *package)
{
    if (package != NULL && package->zip != NULL) {
        zip_discard(package->zip);
        package->zip = NULL;
    }
}

bool package_find(const struct package *package, const char *name, size_t *index)
{
    return map_find(&package->directory.names, text_folded(package->arena, name), index);
}

/* A part's fault, with the part's name. */
static const char *fault_of(const struct package *package, size_t index, const char *why)
{
    const char *name = text_brief(package->arena, package->directory.parts[index].name, 60);
    return arena_format(package->arena, "its part %s is refused: %s", name, why);
}

bool package_read_part(struct package *package, size_t index, const struct package_taker *taker,
                       const char **reason)
{
    const char *why = NULL;
    bool sound = read_part(package, index, taker, &why);
    if (why != NULL) {
        *reason = fault_of(package, index, why);
    }
    return sound;
}

bool package_check_rest(struct package *package, const char **reason)
{
    for (size_t i = 0; i < package->directory.count; i++) {
        const char *why = NULL;
        if (!package->read[i] && !read_part(package, i, NULL, &why)) {
            *reason = fault_of(package, i, why);
            return false;
        }
    }
    return check_listed(package, reason);
}

bool package_check_bytes(struct arena *arena, struct bytes bytes,
                         const struct package_limits *limits, const char **reason)
{
    struct arena scratch;
    arena_init(&scratch);
    const char *why = NULL;
    struct package *package = package_open(&scratch, bytes, limits, &why);
    bool sound = package != NULL && package_check_rest(package, &why);
    package_close(package);
    if (!sound) {
        *reason = arena_copy(arena, why);
    }
    arena_release(&scratch);
    return sound;
}

bool package_check(struct arena *arena, const char *path, const char **reason)
{
    struct arena scratch;
    arena_init(&scratch);
    struct bytes bytes;
    const char *why = NULL;
    bool sound = file_read(&scratch, path, PACKAGE_OWN.packed_bytes_most, &bytes, &why) &&
                 package_check_bytes(&scratch, bytes, &PACKAGE_OWN, &why);
    if (!sound) {
        *reason = arena_copy(arena, why);
    }
    arena_release(&scratch);
    return sound;
}
