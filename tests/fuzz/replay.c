/* Gives each file of a folder to a fuzz target: the seeds as a test, without a fuzzer. */
#include "fuzz.h"

#include "base/arena.h"
#include "base/file.h"

#include <stdio.h>

enum { FILES_MOST = 10000, BYTES_MOST = 1 << 24 };

static int replay(struct arena *arena, const char *folder)
{
    struct file_names names = {0};
    const char *reason = NULL;
    if (!file_list(arena, folder, FILES_MOST, &names, &reason) || names.count == 0) {
        fprintf(stderr, "%s: %s\n", folder, reason == NULL ? "no seeds" : reason);
        return 1;
    }
    for (size_t i = 0; i < names.count; i++) {
        struct bytes bytes;
        if (!file_read(arena, file_join(arena, folder, names.names[i]), BYTES_MOST, &bytes,
                       &reason)) {
            fprintf(stderr, "%s: %s\n", names.names[i], reason);
            return 1;
        }
        (void)LLVMFuzzerTestOneInput(bytes.data, bytes.size); // it ends the program on a fault
    }
    printf("%zu seeds\n", names.count);
    return 0;
}

int main(int count, char **arguments)
{
    if (count != 2) {
        fputs("usage: replay FOLDER\n", stderr);
        return 2;
    }
    struct arena arena;
    arena_init(&arena);
    int status = replay(&arena, arguments[1]);
    arena_release(&arena);
    return status;
}
