#include "read/builtin.h"

#include <string.h>

const struct builtin_file *builtin_find(const char *name)
{
    size_t low = 0;
    size_t high = BUILTIN_FILE_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(name, BUILTIN_FILES[middle].name);
        if (order == 0) {
            return &BUILTIN_FILES[middle];
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return NULL;
}
