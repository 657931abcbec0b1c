#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "scratch_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>
#include <sys/stat.h>

struct place {
    struct arena arena;
    const char *folder;
};

static int make_place(void **state)
{
    static struct place place;
    arena_init(&place.arena);
    place.folder = scratch_make(&place.arena);
    *state = &place;
    return 0;
}

static int remove_place(void **state)
{
    struct place *place = *state;
    scratch_remove(&place->arena, place->folder);
    arena_release(&place->arena);
    return 0;
}

static size_t names_in(struct place *place)
{
    struct file_names names;
    const char *reason = NULL;
    assert_true(file_list(&place->arena, place->folder, 100, &names, &reason));
    return names.count;
}

static void a_file_is_replaced_whole_or_not_at_all(void **state)
{
    struct place *place = *state;
    const char *target = file_join(&place->arena, place->folder, "out.txt");
    const char *reason = NULL;
    assert_true(file_write(&place->arena, target, "old", 3, &reason));
    struct file_draft draft;
    assert_true(file_draft_open(&place->arena, target, &draft, &reason));
    assert_true(file_draft_write(&place->arena, &draft, "newer", 5, &reason));
    struct bytes bytes;
    assert_true(file_read(&place->arena, target, 100, &bytes, &reason));
    assert_int_equal(bytes.size, 3);
    assert_int_equal(names_in(place), 2);
    file_draft_discard(&draft);
    file_draft_discard(&draft);
    assert_int_equal(names_in(place), 1);
    assert_true(file_write(&place->arena, target, "newer", 5, &reason));
    assert_true(file_read(&place->arena, target, 100, &bytes, &reason));
    assert_memory_equal(bytes.data, "newer", 6); // with the NUL behind it
    assert_int_equal(names_in(place), 1);
}

static void the_mode_of_a_replaced_file_stays(void **state)
{
    struct place *place = *state;
    const char *target = file_join(&place->arena, place->folder, "out.txt");
    const char *reason = NULL;
    assert_true(file_write(&place->arena, target, "x", 1, &reason));
    assert_int_equal(chmod(target, 0640), 0);
    assert_true(file_write(&place->arena, target, "y", 1, &reason));
    struct stat status;
    assert_int_equal(stat(target, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
}

static void what_cannot_be_read_says_why(void **state)
{
    struct place *place = *state;
    struct bytes bytes;
    const char *reason = NULL;
    const char *missing = file_join(&place->arena, place->folder, "missing");
    assert_false(file_read(&place->arena, missing, 10, &bytes, &reason));
    assert_string_equal(reason, "no such file or folder");
    assert_false(file_read(&place->arena, place->folder, 10, &bytes, &reason));
    assert_string_equal(reason, "it is a folder");
    const char *pipe = file_join(&place->arena, place->folder, "pipe");
    assert_int_equal(mkfifo(pipe, 0600), 0);
    assert_false(file_read(&place->arena, pipe, 10, &bytes, &reason));
    assert_string_equal(reason, "it is not a regular file");
    const char *large = file_join(&place->arena, place->folder, "large");
    assert_true(file_write(&place->arena, large, "0123456789A", 11, &reason));
    assert_false(file_read(&place->arena, large, 10, &bytes, &reason));
    assert_non_null(strstr(reason, "larger than"));
    assert_false(file_write(&place->arena, place->folder, "x", 1, &reason));
    assert_string_equal(reason, "it is a folder");
    const char *nowhere = file_join(&place->arena, missing, "out");
    assert_false(file_write(&place->arena, nowhere, "x", 1, &reason));
    assert_string_equal(reason, "no such file or folder");
}

static void paths_are_joined_and_parted(void **state)
{
    struct place *place = *state;
    struct arena *arena = &place->arena;
    assert_string_equal(file_join(arena, "a", "b"), "a/b");
    assert_string_equal(file_join(arena, "a/", "b"), "a/b");
    assert_string_equal(file_join(arena, "", "b"), "b");
    assert_string_equal(file_join(arena, "a", "/b"), "/b");
    assert_string_equal(file_join(arena, ".", "b"), "b");
    assert_string_equal(file_join(arena, "./", "b"), "b");
    assert_string_equal(file_join(arena, ".", ""), "./");
    assert_string_equal(file_join(arena, "./a", "b"), "./a/b");
    assert_string_equal(file_folder(arena, "a/b"), "a");
    assert_string_equal(file_folder(arena, "b"), ".");
    assert_string_equal(file_folder(arena, "/b"), "/");
}

static void names_are_listed_in_byte_order(void **state)
{
    struct place *place = *state;
    static const char *const NAMES[] = {"b", "a", "B", "é", "a.b"};
    static const char *const ORDER[] = {"B", "a", "a.b", "b", "é"};
    const char *reason = NULL;
    for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
        const char *path = file_join(&place->arena, place->folder, NAMES[i]);
        assert_true(file_write(&place->arena, path, "", 0, &reason));
    }
    struct file_names names;
    assert_true(file_list(&place->arena, place->folder, 100, &names, &reason));
    assert_int_equal(names.count, COUNT_OF(ORDER));
    for (size_t i = 0; i < COUNT_OF(ORDER); i++) {
        assert_string_equal(names.names[i], ORDER[i]);
    }
    assert_false(file_list(&place->arena, place->folder, 3, &names, &reason));
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test_setup_teardown(a_file_is_replaced_whole_or_not_at_all, make_place,
                                        remove_place),
        cmocka_unit_test_setup_teardown(the_mode_of_a_replaced_file_stays, make_place,
                                        remove_place),
        cmocka_unit_test_setup_teardown(what_cannot_be_read_says_why, make_place, remove_place),
        cmocka_unit_test_setup_teardown(paths_are_joined_and_parted, make_place, remove_place),
        cmocka_unit_test_setup_teardown(names_are_listed_in_byte_order, make_place, remove_place),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
