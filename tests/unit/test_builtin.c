#include "base/text.h"
#include "read/builtin.h"
#include "read_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check.h"

#include <string.h>

static void files_stand_in_byte_order_and_are_found_by_name(void **state)
{
    check_true(BUILTIN_FILE_COUNT > 0, 0);
    for (size_t i = 0; i < BUILTIN_FILE_COUNT; i++) {
        check_true(i == 0 || strcmp(BUILTIN_FILES[i - 1].name, BUILTIN_FILES[i].name) < 0, i);
        check_true(builtin_find(BUILTIN_FILES[i].name) == &BUILTIN_FILES[i], i);
        check_int(BUILTIN_FILES[i].bytes[BUILTIN_FILES[i].size], 0, i);
    }
    static const char *const NONE[] = {"", "a", "criteria", "criteria/", "zzz"};
    for (size_t i = 0; i < COUNT_OF(NONE); i++) {
        check_true(builtin_find(NONE[i]) == NULL, i);
    }
    check_true(builtin_find("criteria/ai-vendor.yaml") != NULL, 0);
}

static void every_built_in_document_is_sound(void **state)
{
    size_t documents = 0;
    for (size_t i = 0; i < BUILTIN_FILE_COUNT; i++) {
        const struct builtin_file *file = &BUILTIN_FILES[i];
        if (text_ends(file->name, ".yaml") || text_ends(file->name, ".json")) {
            struct bytes bytes = {.data = file->bytes, .size = file->size};
            struct sample *sample = sample_read_bytes(file->name, bytes, DOCUMENT_CRITERIA);
            check_text(sample_diags(sample), "", i);
            check_true(sample->sound, i);
            sample_close(sample);
            documents++;
        }
    }
    check_true(documents > 0, documents);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_stand_in_byte_order_and_are_found_by_name),
        cmocka_unit_test(every_built_in_document_is_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
