#include "read/bundle.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/text.h"

#include <assert.h>
#include <string.h>

static const char EVALUATION[] = "evaluation.yaml";
static const char LOCK[] = "evaluation.lock";

/* The endings that a folder's files are read by, ignoring case. */
static const char *const DOCUMENT_ENDINGS[] = {".yaml", ".yml", ".json"};
static const char *const ASSESSMENT_ENDINGS[] = {".yaml", ".yml", ".json", ".xlsx"};
static const char *const CRITERIA_ENDINGS[] = {".yaml", ".yml"};

struct folder_row {
    const char *name;
    const char *const *endings;
    size_t ending_count;
    bool holds_evidence; // files of any kind beside the documents
};
static const struct folder_row FOLDERS[] = {
    {"assessments", ASSESSMENT_ENDINGS, COUNT_OF(ASSESSMENT_ENDINGS), false},
    {"clarifications", DOCUMENT_ENDINGS, COUNT_OF(DOCUMENT_ENDINGS), false},
    {"criteria", CRITERIA_ENDINGS, COUNT_OF(CRITERIA_ENDINGS), true},
    {"findings", DOCUMENT_ENDINGS, COUNT_OF(DOCUMENT_ENDINGS), false},
    {"responses", DOCUMENT_ENDINGS, COUNT_OF(DOCUMENT_ENDINGS), true},
};

/* Endings that are meant as input, but not read by this version. */
static const char *const UNREAD_ENDINGS[] = {".xlsx", ".csv"};

/* A folder being read. */
struct folder_walk {
    struct arena *arena;
    struct diag_list *diags;
    struct bundle *bundle;
    const char *folder; // of the evaluation; "": the current one
    size_t size;        // bytes read so far
};

static bool has_ending(struct arena *arena, const char *name, const char *const *endings,
                       size_t count)
{
    const char *folded = text_folded(arena, name);
    for (size_t i = 0; i < count; i++) {
        if (text_ends(folded, endings[i])) {
            return true;
        }
    }
    return false;
}

/* A name as it may be shown: bytes that are not UTF-8 become `?`. */
static const char *showable(struct arena *arena, const char *name)
{
    if (text_is_utf8(name, strlen(name), NULL)) {
        return name;
    }
    char *copy = arena_copy(arena, name);
    for (char *c = copy; *c != '\0'; c++) {
        *c = (unsigned char)*c < 0x80 ? *c : '?';
    }
    return copy;
}

bool bundle_name_is_sound(const char *name)
{
    if (name[0] == '\0' || !text_is_utf8(name, strlen(name), NULL)) {
        return false;
    }
    const char *end = name + strlen(name);
    for (const char *at = name; at < end;) {
        uint32_t code_point = text_next(&at, end);
        if (code_point < 0x20 || text_is_control(code_point) || code_point == '\\') {
            return false;
        }
    }
    for (const char *part = name;; part++) {
        size_t length = strcspn(part, "/");
        bool is_dots = (length == 1 && part[0] == '.') ||
                       (length == 2 && part[0] == '.' && part[1] == '.');
        if (length == 0 || is_dots) { // also a `/` at either end
            return false;
        }
        part += length;
        if (*part == '\0') {
            return true;
        }
    }
}

void bundle_add(struct arena *arena, struct bundle *bundle, const char *name, const uint8_t *bytes,
                size_t size, bool built_in)
{
    assert(bundle_name_is_sound(name));
    bundle->inputs = arena_more(arena, bundle->inputs, bundle->count, &bundle->capacity,
                                sizeof *bundle->inputs);
    size_t at = bundle->count;
    while (at > 0 && strcmp(bundle->inputs[at - 1].name, name) > 0) {
        bundle->inputs[at] = bundle->inputs[at - 1];
        at--;
    }
    assert(at == 0 || strcmp(bundle->inputs[at - 1].name, name) != 0);
    bundle->inputs[at] = (struct input){
        .name = name,
        .bytes = bytes,
        .size = size,
        .digest = digest_of(bytes, size),
        .built_in = built_in,
    };
    bundle->count++;
}

const struct input *bundle_find(const struct bundle *bundle, const char *name)
{
    for (size_t i = 0; i < bundle->count; i++) {
        if (text_equal(bundle->inputs[i].name, name)) {
            return &bundle->inputs[i];
        }
    }
    return NULL;
}

const struct held_file *bundle_find_held(const struct bundle *bundle, const char *name)
{
    for (size_t i = 0; i < bundle->held_count; i++) {
        if (strcmp(bundle->held[i].name, name) == 0) {
            return &bundle->held[i];
        }
    }
    return NULL;
}

const char *bundle_folder(struct arena *arena, const char *path)
{
    size_t length = strlen(path);
    size_t tail = strlen(EVALUATION);
    bool is_file = length >= tail && strcmp(path + length - tail, EVALUATION) == 0 &&
                   (length == tail || path[length - tail - 1] == '/') &&
                   file_kind(path) != FILE_FOLDER;
    if (!is_file) {
        return path;
    }
    return length == tail ? "" : file_folder(arena, path);
}

/* Read one file into the bundle. Returns whether it is in it. */
static bool read_input(struct folder_walk *walk, const char *name)
{
    struct loc at = {.source = showable(walk->arena, name)};
    const char *path = file_join(walk->arena, walk->folder, name);
    if (!bundle_name_is_sound(name)) {
        diag_add(walk->diags, DIAG_FILE_NAME_BAD, at,
                 "the file's name holds a backslash, a control character or bytes that are not "
                 "UTF-8");
        return false;
    }
    if (file_is_link(path)) {
        struct diag *diag = diag_add(walk->diags, DIAG_FILE_UNREADABLE, at,
                                     "the file is a link, and links are not followed");
        diag_help(walk->diags, diag, "put the file itself there");
        return false;
    }
    struct bytes bytes;
    const char *reason = NULL;
    if (!file_read(walk->arena, path, BUNDLE_FILE_BYTES_MOST, &bytes, &reason)) {
        bool is_large = strstr(reason, "larger") != NULL;
        diag_add(walk->diags, is_large ? DIAG_FILE_TOO_LARGE : DIAG_FILE_UNREADABLE, at,
                 "the file cannot be read: %s", reason);
        return false;
    }
    walk->size += bytes.size;
    if (walk->size > BUNDLE_BYTES_MOST) {
        diag_add(walk->diags, DIAG_FILE_TOO_LARGE, at,
                 "with this file the inputs are larger than %d MiB together",
                 BUNDLE_BYTES_MOST >> 20);
        return false;
    }
    bundle_add(walk->arena, walk->bundle, name, bytes.data, bytes.size, false);
    return true;
}

static bool is_skipped_by_name(const char *name)
{
    return name[0] == '.' || name[0] == '_' || text_starts(name, "~$");
}

static void read_folder_file(struct folder_walk *walk, const struct folder_row *row,
                             const char *name)
{
    const char *full = arena_format(walk->arena, "%s/%s", row->name, name);
    const char *path = file_join(walk->arena, walk->folder, full);
    struct loc at = {.source = showable(walk->arena, full)};
    if (file_kind(path) == FILE_FOLDER && !file_is_link(path)) {
        return;
    }
    bool is_document = has_ending(walk->arena, name, row->endings, row->ending_count);
    bool is_unread = has_ending(walk->arena, name, UNREAD_ENDINGS, COUNT_OF(UNREAD_ENDINGS));
    if (is_skipped_by_name(name)) {
        diag_add(walk->diags, DIAG_FILE_SKIPPED, at, "the file is skipped because of its name");
    } else if (is_document) {
        (void)read_input(walk, full); // reported; the others go on
    } else if (is_unread || !row->holds_evidence) {
        diag_add(walk->diags, DIAG_FORMAT_UNKNOWN, at,
                 "files of this kind are not read by this version");
    }
}

static void read_folder(struct folder_walk *walk, const struct folder_row *row)
{
    const char *path = file_join(walk->arena, walk->folder, row->name);
    struct loc at = {.source = row->name};
    if (file_kind(path) == FILE_MISSING && !file_is_link(path)) {
        return;
    }
    if (file_is_link(path)) {
        diag_add(walk->diags, DIAG_FILE_UNREADABLE, at,
                 "the folder is a link, and links are not followed");
        return;
    }
    struct file_names names = {0};
    const char *reason = NULL;
    if (!file_list(walk->arena, path, BUNDLE_FOLDER_NAMES_MOST, &names, &reason)) {
        diag_add(walk->diags, DIAG_FILE_UNREADABLE, at, "the folder cannot be read: %s", reason);
        return;
    }
    for (size_t i = 0; i < names.count; i++) {
        read_folder_file(walk, row, names.names[i]);
    }
}

/* The evaluation itself: without it there is nothing to do. */
static bool read_evaluation(struct folder_walk *walk)
{
    const char *path = file_join(walk->arena, walk->folder, EVALUATION);
    if (file_kind(path) != FILE_MISSING || file_is_link(path)) {
        return read_input(walk, EVALUATION);
    }
    const char *folder = walk->folder[0] == '\0' ? "." : walk->folder;
    struct loc at = {.source = showable(walk->arena, path)};
    struct diag *diag = NULL;
    switch (file_kind(folder)) {
    case FILE_MISSING:
        at.source = showable(walk->arena, folder);
        diag = diag_add(walk->diags, DIAG_FILE_MISSING, at, "there is no such folder");
        break;
    case FILE_FOLDER:
        diag = diag_add(walk->diags, DIAG_FILE_MISSING, at, "the folder holds no evaluation.yaml");
        break;
    case FILE_REGULAR:
    case FILE_OTHER:
        at.source = showable(walk->arena, folder);
        diag = diag_add(walk->diags, DIAG_FILE_MISSING, at,
                        "this is neither a folder nor an evaluation.yaml");
        break;
    }
    diag_help(walk->diags, diag, "`vouch init DIR` makes a complete example");
    return false;
}

bool bundle_read_folder(struct arena *arena, const char *path, struct diag_list *diags,
                        struct bundle *bundle)
{
    *bundle = (struct bundle){0};
    struct folder_walk walk = {
        .arena = arena,
        .diags = diags,
        .bundle = bundle,
        .folder = bundle_folder(arena, path),
    };
    if (!read_evaluation(&walk)) {
        return false;
    }
    const char *lock = file_join(arena, walk.folder, LOCK);
    if (file_kind(lock) != FILE_MISSING || file_is_link(lock)) {
        (void)read_input(&walk, LOCK); // reported
    }
    for (size_t i = 0; i < COUNT_OF(FOLDERS); i++) {
        read_folder(&walk, &FOLDERS[i]);
    }
    return true;
}

void bundle_read_named(struct arena *arena, const char *folder, const char *const *names,
                       size_t count, struct diag_list *diags, struct bundle *bundle)
{
    struct folder_walk walk = {
        .arena = arena,
        .diags = diags,
        .bundle = bundle,
        .folder = folder,
    };
    for (size_t i = 0; i < bundle->count; i++) {
        walk.size += bundle->inputs[i].size;
    }
    for (size_t i = 0; i < count; i++) {
        bool is_open = bundle_name_is_sound(names[i]) && bundle_find(bundle, names[i]) == NULL;
        if (is_open && file_kind(file_join(arena, folder, names[i])) != FILE_MISSING) {
            (void)read_input(&walk, names[i]); // reported; the others go on
        }
    }
}

/* Does any part of the path below the folder go through a link? */
static bool goes_through_link(struct arena *arena, const char *folder, const char *name)
{
    for (const char *at = name; at != NULL;) {
        at = strchr(at, '/');
        size_t length = at == NULL ? strlen(name) : (size_t)(at - name);
        if (file_is_link(file_join(arena, folder, arena_text(arena, name, length)))) {
            return true;
        }
        at = at == NULL ? NULL : at + 1;
    }
    return false;
}

/* Keep a held file in the order of names. */
static void add_held(struct arena *arena, struct bundle *bundle, struct held_file held)
{
    bundle->held = arena_more(arena, bundle->held, bundle->held_count, &bundle->held_capacity,
                              sizeof *bundle->held);
    size_t at = bundle->held_count;
    while (at > 0 && strcmp(bundle->held[at - 1].name, held.name) > 0) {
        bundle->held[at] = bundle->held[at - 1];
        at--;
    }
    bundle->held[at] = held;
    bundle->held_count++;
}

static void look_for_evidence(struct arena *arena, const char *folder, const char *name,
                              struct diag_list *diags, struct bundle *bundle)
{
    struct loc at = {.source = showable(arena, name)};
    if (!bundle_name_is_sound(name)) {
        struct diag *diag = diag_add(diags, DIAG_FILE_NAME_BAD, at,
                                     "an evidence file has to lie beside its response");
        diag_help(diags, diag, "name it relative to the response, with `/` and without `..`");
        return;
    }
    const char *path = file_join(arena, folder, name);
    if (bundle_find_held(bundle, name) != NULL ||
        (file_kind(path) == FILE_MISSING && !goes_through_link(arena, folder, name))) {
        return;
    }
    if (goes_through_link(arena, folder, name)) {
        diag_add(diags, DIAG_FILE_UNREADABLE, at,
                 "the file is reached by a link, and links are "
                 "not followed");
        return;
    }
    struct arena scratch; // the file's bytes are not kept
    arena_init(&scratch);
    struct bytes bytes;
    const char *reason = NULL;
    if (file_read(&scratch, path, BUNDLE_EVIDENCE_BYTES_MOST, &bytes, &reason)) {
        add_held(arena, bundle,
                 (struct held_file){
                     .name = arena_copy(arena, name),
                     .size = bytes.size,
                     .digest = digest_of(bytes.data, bytes.size),
                 });
    } else {
        diag_add(diags, DIAG_FILE_UNREADABLE, at, "the file cannot be read: %s", reason);
    }
    arena_release(&scratch);
}

void bundle_take_inventory(struct arena *arena, const char *folder, const char *const *names,
                           size_t count, struct diag_list *diags, struct bundle *bundle)
{
    for (size_t i = 0; i < count; i++) {
        look_for_evidence(arena, folder, names[i], diags, bundle);
    }
}

/* One line of what the digest of a bundle covers. */
static void add_line(struct text_builder *text, const char *name, uint64_t size,
                     struct digest digest)
{
    char digits[DIGEST_TEXT_SIZE];
    digest_text(digest, digits);
    text_add_format(text, "%s %llu %s\n", digits, (unsigned long long)size, name);
}

struct digest bundle_digest(const struct bundle *bundle)
{
    struct arena scratch;
    arena_init(&scratch);
    struct text_builder text;
    text_builder_init(&text, &scratch);
    for (size_t i = 0; i < bundle->count; i++) {
        add_line(&text, bundle->inputs[i].name, bundle->inputs[i].size, bundle->inputs[i].digest);
    }
    text_add(&text, "held\n"); // an input is not mistaken for a held file
    for (size_t i = 0; i < bundle->held_count; i++) {
        add_line(&text, bundle->held[i].name, bundle->held[i].size, bundle->held[i].digest);
    }
    struct digest digest = digest_of(text.text, text.length);
    arena_release(&scratch);
    return digest;
}
