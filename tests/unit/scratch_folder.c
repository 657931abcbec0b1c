#include "scratch_folder.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

enum { FILES_MOST = 1000 };

const char *scratch_make(struct arena *arena)
{
    char *folder = arena_copy(arena, "/tmp/vouch-test-XXXXXX");
    assert_non_null(mkdtemp(folder));
    return folder;
}

void scratch_remove(struct arena *arena, const char *folder)
{
    struct file_names names = {0};
    const char *reason = NULL;
    if (!file_list(arena, folder, FILES_MOST, &names, &reason)) {
        fail_msg("%s: %s", folder, reason);
    }
    for (size_t i = 0; i < names.count; i++) {
        const char *path = file_join(arena, folder, names.names[i]);
        if (unlink(path) != 0) {
            scratch_remove(arena, path);
        }
    }
    assert_int_equal(rmdir(folder), 0);
}
