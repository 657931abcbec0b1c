#include "base/index.h"

bool index_is_among(size_t wanted, const size_t *indices, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (indices[i] == wanted) {
            return true;
        }
    }
    return false;
}
