#include "document_fuzz.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    fuzz_document("a.json", DOCUMENT_RECEIVED, bytes, size);
    return 0;
}
