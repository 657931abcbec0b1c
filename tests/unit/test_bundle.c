#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/text.h"
#include "read/bundle.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check.h"
#include "scratch_folder.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* An evaluation's folder for one test. */
struct place {
    struct arena arena;
    struct diag_list diags;
    struct bundle bundle;
    const char *folder;
};

static int make_place(void **state)
{
    static struct place place;
    arena_init(&place.arena);
    diag_list_init(&place.diags, &place.arena);
    place.folder = scratch_make(&place.arena);
    *state = &place;
    return 0;
}

static const char *path_of(struct place *place, const char *name)
{
    return file_join(&place->arena, place->folder, name);
}

static void put(struct place *place, const char *name, const char *text)
{
    const char *reason = NULL;
    const char *path = path_of(place, name);
    if (!file_make_folder(&place->arena, file_folder(&place->arena, path), &reason) ||
        !file_write(&place->arena, path, text, strlen(text), &reason)) {
        fail_msg("%s: %s", name, reason);
    }
}

static int remove_place(void **state)
{
    struct place *place = *state;
    scratch_remove(&place->arena, place->folder);
    arena_release(&place->arena);
    return 0;
}

static bool read_place(struct place *place)
{
    bool done = bundle_read_folder(&place->arena, place->folder, &place->diags, &place->bundle);
    diag_list_sort(&place->diags);
    return done;
}

static const char *names_of(struct place *place)
{
    struct text_builder text;
    text_builder_init(&text, &place->arena);
    for (size_t i = 0; i < place->bundle.count; i++) {
        text_add_format(&text, "%s%s", i == 0 ? "" : " ", place->bundle.inputs[i].name);
    }
    return text.text;
}

static const char *diags_of(struct place *place)
{
    struct text_builder text;
    text_builder_init(&text, &place->arena);
    for (size_t i = 0; i < place->diags.count; i++) {
        const struct diag *diag = place->diags.diags[i];
        text_add_format(&text, "%s%s %s", i == 0 ? "" : "\n", diag_code_name(diag->code),
                        loc_text(&place->arena, diag->at));
    }
    return text.text;
}

static void a_folder_is_read_in_byte_order(void **state)
{
    struct place *place = *state;
    put(place, "evaluation.yaml", "e");
    put(place, "evaluation.lock", "l");
    put(place, "responses/b.yaml", "b");
    put(place, "responses/a.json", "a");
    put(place, "responses/A.YML", "A");
    put(place, "findings/x.yaml", "f");
    put(place, "criteria/ours.yaml", "c");
    put(place, "criteria/ours.json", "not criteria");
    put(place, "assessments/jk.yml", "j");
    put(place, "clarifications/q.yaml", "q");
    put(place, "responses/soc2.pdf", "evidence");
    put(place, "responses/acme/deep.yaml", "evidence, too");
    put(place, "notes/x.yaml", "no concern");
    put(place, "scorecard.xlsx", "output");
    check_true(read_place(place), 0);
    check_text(diags_of(place), "", 0);
    check_text(names_of(place),
               "assessments/jk.yml clarifications/q.yaml criteria/ours.yaml evaluation.lock "
               "evaluation.yaml findings/x.yaml responses/A.YML responses/a.json responses/b.yaml",
               0);
    const struct input *input = bundle_find(&place->bundle, "responses/b.yaml");
    check_text((const char *)input->bytes, "b", 0);
    check_int((int64_t)input->size, 1, 0);
    check_true(digest_equal(input->digest, digest_of("b", 1)), 0);
    check_true(!input->built_in, 0);
    check_true(bundle_find(&place->bundle, "responses/c.yaml") == NULL, 0);
    check_true(bundle_find(&place->bundle, NULL) == NULL, 0);
}

static void what_is_left_aside_is_said(void **state)
{
    struct place *place = *state;
    put(place, "evaluation.yaml", "e");
    put(place, "responses/~$acme.yaml", "a lock of Office");
    put(place, "responses/.hidden.yaml", "h");
    put(place, "responses/_old.yaml", "o");
    put(place, "responses/acme.xlsx", "x");
    put(place, "responses/globex.csv", "x");
    put(place, "responses/back\\slash.yaml", "b");
    put(place, "responses/contr\x01l.yaml", "b");
    put(place, "responses/not-\xFF.yaml", "b");
    check_int(mkfifo(path_of(place, "responses/fifo.yaml"), 0600), 0, 0);
    check_int(symlink("/etc/passwd", path_of(place, "responses/link.yaml")), 0, 0);
    check_int(symlink("/nowhere", path_of(place, "responses/dangling.yaml")), 0, 0);
    check_int(symlink("/etc", path_of(place, "findings")), 0, 0);
    put(place, "criteria", "a file, not a folder");
    check_true(read_place(place), 0);
    check_text(names_of(place), "evaluation.yaml", 0);
    check_text(diags_of(place),
               "FILE_UNREADABLE criteria\n"
               "FILE_UNREADABLE findings\n"
               "FILE_SKIPPED responses/.hidden.yaml\n"
               "FILE_SKIPPED responses/_old.yaml\n"
               "FORMAT_UNKNOWN responses/acme.xlsx\n"
               "FILE_NAME_BAD responses/back\\slash.yaml\n"
               "FILE_NAME_BAD responses/contr\x01l.yaml\n"
               "FILE_UNREADABLE responses/dangling.yaml\n"
               "FILE_UNREADABLE responses/fifo.yaml\n"
               "FORMAT_UNKNOWN responses/globex.csv\n"
               "FILE_UNREADABLE responses/link.yaml\n"
               "FILE_NAME_BAD responses/not-?.yaml\n"
               "FILE_SKIPPED responses/~$acme.yaml",
               0);
}

static void a_file_that_is_too_large_is_refused_unread(void **state)
{
    struct place *place = *state;
    put(place, "evaluation.yaml", "e");
    put(place, "responses/large.yaml", "");
    put(place, "responses/largest.yaml", "");
    check_int(truncate(path_of(place, "responses/large.yaml"), BUNDLE_FILE_BYTES_MOST + 1), 0, 0);
    check_int(truncate(path_of(place, "responses/largest.yaml"), BUNDLE_FILE_BYTES_MOST), 0, 0);
    check_true(read_place(place), 0);
    check_text(names_of(place), "evaluation.yaml responses/largest.yaml", 0);
    check_text(diags_of(place), "FILE_TOO_LARGE responses/large.yaml", 0);
}

static void an_evaluation_is_given_as_folder_or_file(void **state)
{
    struct place *place = *state;
    put(place, "evaluation.yaml", "e");
    put(place, "other.yaml", "o");
    put(place, "empty/x.txt", "o");
    static const struct {
        const char *path; // below the folder
        bool done;
        const char *message; // part of it
    } cases[] = {
        {"", true, NULL},
        {"/", true, NULL},
        {"/evaluation.yaml", true, NULL},
        {"/empty", false, "the folder holds no evaluation.yaml"},
        {"/missing", false, "there is no such folder"},
        {"/missing/evaluation.yaml", false, "there is no such folder"},
        {"/other.yaml", false, "this is neither a folder nor an evaluation.yaml"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        diag_list_init(&place->diags, &place->arena);
        const char *path = arena_format(&place->arena, "%s%s", place->folder, cases[i].path);
        bool done = bundle_read_folder(&place->arena, path, &place->diags, &place->bundle);
        check_int(done, cases[i].done, i);
        check_int((int64_t)place->diags.count, !cases[i].done, i);
        if (!cases[i].done) {
            check_text(diag_code_name(place->diags.diags[0]->code), "FILE_MISSING", i);
            check_text(place->diags.diags[0]->message, cases[i].message, i);
        }
    }
    check_text(bundle_folder(&place->arena, "evaluation.yaml"), "", 0);
    check_text(bundle_folder(&place->arena, "a/evaluation.yaml"), "a", 1);
    check_text(bundle_folder(&place->arena, "a/b"), "a/b", 2);
    check_text(bundle_folder(&place->arena, "my-evaluation.yaml"), "my-evaluation.yaml", 3);
}

static void names_stay_inside(void **state)
{
    static const struct {
        const char *name;
        bool sound;
    } cases[] = {
        {"a", true},         {"a/b.yaml", true}, {"a b/ü.pdf", true}, {"..a", true},
        {"a/...", true},     {"", false},        {"/a", false},       {"a/", false},
        {"a//b", false},     {".", false},       {"..", false},       {"../a", false},
        {"a/../b", false},   {"a/./b", false},   {"a/..", false},     {"a\\b", false},
        {"a\nb", false},     {"a\tb", false},    {"a\x7F", false},    {"\xFF", false},
        {"\xC2\x85", false},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_int(bundle_name_is_sound(cases[i].name), cases[i].sound, i);
    }
}

static void evidence_is_taken_stock_of(void **state)
{
    struct place *place = *state;
    put(place, "evaluation.yaml", "e");
    put(place, "responses/soc2.pdf", "soc2");
    put(place, "responses/acme/pentest.pdf", "pt");
    put(place, "responses/empty.pdf", "");
    check_int(symlink("/etc/passwd", path_of(place, "responses/link.pdf")), 0, 0);
    check_int(symlink("/etc", path_of(place, "responses/linked")), 0, 0);
    check_true(read_place(place), 0);
    static const char *const NAMES[] = {
        "responses/soc2.pdf", "responses/missing.pdf",   "responses/acme/pentest.pdf",
        "responses/soc2.pdf", "responses/../secret.pdf", "/etc/passwd",
        "responses/link.pdf", "responses/linked/passwd", "responses/empty.pdf",
        "responses/acme",
    };
    bundle_take_inventory(&place->arena, place->folder, NAMES, COUNT_OF(NAMES), &place->diags,
                          &place->bundle);
    diag_list_sort(&place->diags);
    check_text(diags_of(place),
               "FILE_NAME_BAD /etc/passwd\n"
               "FILE_NAME_BAD responses/../secret.pdf\n"
               "FILE_UNREADABLE responses/acme\n"
               "FILE_UNREADABLE responses/link.pdf\n"
               "FILE_UNREADABLE responses/linked/passwd",
               0);
    static const struct {
        const char *name, *bytes;
    } HELD[] = {
        {"responses/acme/pentest.pdf", "pt"},
        {"responses/empty.pdf", ""},
        {"responses/soc2.pdf", "soc2"},
    };
    check_int((int64_t)place->bundle.held_count, COUNT_OF(HELD), 0);
    for (size_t i = 0; i < COUNT_OF(HELD); i++) {
        const struct held_file *held = &place->bundle.held[i];
        size_t size = strlen(HELD[i].bytes);
        check_text(held->name, HELD[i].name, i);
        check_int((int64_t)held->size, (int64_t)size, i);
        check_true(digest_equal(held->digest, digest_of(HELD[i].bytes, size)), i);
        check_true(bundle_find_held(&place->bundle, HELD[i].name) == held, i);
    }
    check_true(bundle_find_held(&place->bundle, "responses/missing.pdf") == NULL, 0);
}

static void the_digest_covers_names_bytes_and_held_files(void **state)
{
    struct place *place = *state;
    static const struct {
        const char *name, *bytes; // of the second input
        const char *held;         // name of a held file; NULL: none
    } cases[] = {
        {"b", "x", NULL}, {"c", "x", NULL}, {"b", "y", NULL}, {"b", "xx", NULL}, {"b", "x", "h"},
    };
    struct digest digests[COUNT_OF(cases)];
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bundle bundle = {0};
        const uint8_t *bytes = (const uint8_t *)cases[i].bytes;
        bundle_add(&place->arena, &bundle, cases[i].name, bytes, strlen(cases[i].bytes), false);
        bundle_add(&place->arena, &bundle, "a", (const uint8_t *)"1", 1, true);
        check_text(bundle.inputs[0].name, "a", i);
        struct held_file held = {.name = cases[i].held, .size = 1};
        bundle.held = &held;
        bundle.held_count = cases[i].held != NULL;
        digests[i] = bundle_digest(&bundle);
        check_true(digest_equal(digests[i], bundle_digest(&bundle)), i);
        for (size_t j = 0; j < i; j++) {
            check_true(!digest_equal(digests[i], digests[j]), i);
        }
    }
}

int main(void)
{
#define IN_PLACE(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)
    const struct CMUnitTest tests[] = {
        IN_PLACE(a_folder_is_read_in_byte_order),
        IN_PLACE(what_is_left_aside_is_said),
        IN_PLACE(a_file_that_is_too_large_is_refused_unread),
        IN_PLACE(an_evaluation_is_given_as_folder_or_file),
        cmocka_unit_test(names_stay_inside),
        IN_PLACE(evidence_is_taken_stock_of),
        IN_PLACE(the_digest_covers_names_bytes_and_held_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
