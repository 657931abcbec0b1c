#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "check.h"
#include "report/wrap.h"

static void text_is_broken_at_blanks_to_the_width(void **state)
{
    static const struct {
        const char *first, *start, *words, *want;
    } cases[] = {
        {"", "", "one two", "one two\n"},
        {"", "", "one two three", "one two\nthree\n"},
        {"", "", "  one   two  ", "one two\n"},
        {"", "", "", "\n"},
        {"- ", "  ", "", "- \n"},
        {"- ", "  ", "one two three", "- one two\n  three\n"},
        // The first line may begin with more than the others.
        {"Note: ", "  ", "one two", "Note: one\n  two\n"},
        {"", "", "exactly ten chars", "exactly\nten chars\n"},
        {"", "", "tenletters tenletters", "tenletters\ntenletters\n"},
        // What is wider than a line is broken.
        {"", "", "elevenletter", "elevenlett\ner\n"},
        {"- ", "  ", "a verylongwordindeed b", "- a\n  verylong\n  wordinde\n  ed b\n"},
        // Columns count, not bytes: wide characters take two.
        {"", "", "äöüäöüäöüä b", "äöüäöüäöüä\nb\n"},
        {"", "", "日本語日本語", "日本語日本\n語\n"},
        // What could hide or steer is shown.
        {"", "", "a\x1b[1m", "a‹U+001B›[\n1m\n"},
        {"", "", "one\ntwo", "one two\n"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        struct text_builder text;
        text_builder_init(&text, &arena);
        wrap_text(&text, 10, cases[i].first, cases[i].start, cases[i].words);
        check_text(text.text, cases[i].want, i);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_broken_at_blanks_to_the_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
