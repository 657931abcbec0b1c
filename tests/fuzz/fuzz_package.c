#include "base/arena.h"
#include "base/file.h"
#include "fuzz.h"
#include "read/package.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    // Small, so that the fuzzer reaches them.
    static const struct package_limits LIMITS = {
        .packed_bytes_most = 1 << 20,
        .parts_most = 16,
        .part_bytes_most = 1 << 20,
        .total_bytes_most = 2 << 20,
        .ratio_most = 100,
    };
    struct arena arena;
    arena_init(&arena);
    const char *reason = NULL;
    struct bytes package = {.data = bytes, .size = size};
    bool sound = package_check_bytes(&arena, package, &LIMITS, &reason);
    assert(sound == (reason == NULL));
    arena_release(&arena);
    return 0;
}
