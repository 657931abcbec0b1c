#include "model/criteria_paths.h"

#include "base/arena.h"
#include "base/text.h"
#include "read/bundle.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "check.h"

static void only_paths_are_named(void **state)
{
    static const struct {
        const char *evaluation;
        const char *want; // joined by blanks
    } cases[] = {
        {"criteria: ai-vendor\n", ""},
        {"criteria: ours.yaml\n", "ours.yaml"},
        {"criteria: criteria/ours.yml\n", "criteria/ours.yml"},
        {"criteria: [ai-vendor, a.yaml, sub/b]\n", "a.yaml sub/b"},
        {"criteria: [[a.yaml], {b.yaml: c.yaml}]\n", ""},
        {"criteria: {a.yaml: b.yaml}\n", ""},
        {"evaluation: {title: no criteria}\n", ""},
        {"criteria: [broken\n", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct bundle bundle = {.count = 0};
        const char *text = cases[i].evaluation;
        bundle_add(&arena, &bundle, "evaluation.yaml", (const uint8_t *)text, strlen(text), false);
        size_t count = 0;
        const char **paths = criteria_paths(&arena, &bundle, &count);
        const char *got = "";
        for (size_t path = 0; path < count; path++) {
            got = arena_format(&arena, "%s%s%s", got, path > 0 ? " " : "", paths[path]);
        }
        check_text(got, cases[i].want, i);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(only_paths_are_named)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
