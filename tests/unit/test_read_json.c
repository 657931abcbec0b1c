#include "base/text.h"
#include "read_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check.h"

#include <string.h>

#define SUITE VOUCH_SHARED "/data/nasty/json-test-suite/test_parsing"

static void values_stay_the_text_that_they_are(void **state)
{
    static const struct {
        const char *json, *tree;
    } cases[] = {
        {"{}", "{}"},
        {"[]", "[]"},
        {" [ 1 , -0.50E+3, true, false, null ] ", "[1, -0.50E+3, true, false, null]"},
        {"{\"a\": {\"b\": [\"c\", 1]}, \"d\": \"\"}", "{a: {b: [\"c\", 1]}, d: \"\"}"},
        {"\"\\u00e9\\ud83d\\ude00\\n\\/\\\\\\\"\"", "\"é😀\n/\\\"\""},
        {"1e400", "1e400"},
        {"123456789012345678901234567890", "123456789012345678901234567890"},
        {"\xEF\xBB\xBF{\"a\": 1}", "{a: 1}"},
        {"{\"\": 1}", "{: 1}"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct sample *sample = sample_read("a.json", cases[i].json, DOCUMENT_RECEIVED);
        check_text(sample_tree(sample), cases[i].tree, i);
        check_text(sample_diags(sample), "", i);
        sample_close(sample);
    }
}

static void every_node_knows_its_place_in_code_points(void **state)
{
    struct sample *sample = sample_read(
        "a.json", "{\"é\": \"ä\\u0041\",\r\n  \"b\": [1.50,\n true]}", DOCUMENT_RECEIVED);
    const struct entry *entries = sample->document.root.entries;
    const struct {
        struct loc at;
        uint32_t line, column, length;
    } cases[] = {
        {sample->document.root.at, 1, 1, 1},     {entries[0].at, 1, 2, 3},
        {entries[0].value.at, 1, 7, 9},          {entries[1].at, 2, 3, 3},
        {entries[1].value.at, 2, 8, 1},          {entries[1].value.items[0].at, 2, 9, 4},
        {entries[1].value.items[1].at, 3, 2, 4},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_text(cases[i].at.source, "a.json", i);
        check_int(cases[i].at.line, cases[i].line, i);
        check_int(cases[i].at.column, cases[i].column, i);
        check_int(cases[i].at.length, cases[i].length, i);
    }
    check_true(entries[0].value.quoted, 0);
    check_true(!entries[1].value.items[0].quoted, 0);
    sample_close(sample);
}

static void faults_are_said_at_their_place(void **state)
{
    static const struct {
        const char *json, *diags;
    } cases[] = {
        {"{\"a\": 1,}", "1:9+1 JSON_SYNTAX expected a text in double quotes, found `}`"},
        {"[1,]", "1:4+1 JSON_SYNTAX expected a value, found `]`"},
        {"[1 2]", "1:4+1 JSON_SYNTAX expected `,` or `]`, found `2`"},
        {"[1", "1:3+0 JSON_SYNTAX expected `,` or `]`, found the end of the file"},
        {"{a: 1}", "1:2+1 JSON_SYNTAX expected a text in double quotes, found `a`"},
        {"{\"a\" 1}", "1:6+1 JSON_SYNTAX expected `:` after the key, found `1`"},
        {"{'a': 1}", "1:2+1 JSON_SYNTAX expected a text in double quotes, found `'`"},
        {"[01]", "1:3+1 JSON_SYNTAX expected no digit behind a leading 0, found `1`"},
        {"[.5]", "1:2+1 JSON_SYNTAX expected a value, found `.`"},
        {"[5.]", "1:4+1 JSON_SYNTAX expected a digit, found `]`"},
        {"[+1]", "1:2+1 JSON_SYNTAX expected a value, found `+`"},
        {"[1e]", "1:4+1 JSON_SYNTAX expected a digit, found `]`"},
        {"[NaN]", "1:2+1 JSON_SYNTAX expected a value, found `N`"},
        {"[True]", "1:2+1 JSON_SYNTAX expected a value, found `T`"},
        {"[\n\"a\n\"]",
         "2:3+1 JSON_SYNTAX expected the closing `\"` (a line end in a text is written "
         "`\\n`, a tab `\\t`), found the end of the line"},
        {"[\"a", "1:2+1 JSON_SYNTAX the quote that opens here is never closed"},
        {"[\"\\x41\"]",
         "1:4+1 JSON_SYNTAX expected one of `\" \\ / b f n r t u` after a backslash"},
        {"[\"\\u00g0\"]",
         "1:7+1 JSON_SYNTAX expected four hexadecimal digits after `\\u`, found `g`"},
        {"[\"\\ud800\"]", "1:3+1 JSON_SYNTAX `\\uD800` is half of a character"},
        {"[\"\\udc00\"]", "1:3+1 JSON_SYNTAX `\\uDC00` is half of a character"},
        {"[\"\\ud800\\u0041\"]", "1:3+1 JSON_SYNTAX `\\uD800` is half of a character"},
        {"{} x", "1:4+1 JSON_SYNTAX expected nothing behind the value, found `x`"},
        {"// c\n{}", "1:1+1 JSON_SYNTAX expected a value, found `/`"},
        {"{\"a\": 1,\n\"b\": 2, \"a\": 3}",
         "2:9+3 KEY_DUPLICATE `a` stands twice in this map [first in line 1]"},
        {"[\"x\\u0000\", \"\\b\"]", "1:4+6 TEXT_CONTROL the control character U+0000\n"
                                    "1:14+2 TEXT_CONTROL the control character U+0008"},
        {"[\"\x7F\"]", "1:3+1 TEXT_CONTROL the control character U+007F"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct sample *sample = sample_read("a.json", cases[i].json, DOCUMENT_RECEIVED);
        check_true(!sample->sound, i);
        check_contains(sample_diags(sample), cases[i].diags, i);
        sample_close(sample);
    }
}

static void what_cannot_be_seen_is_warned_about(void **state)
{
    struct sample *sample = sample_read(
        "a.json", "{\"a\\u200b\": \"\\u202e\\u202e\", \"b\": \"\\uffff\"}", DOCUMENT_OWN);
    check_true(sample->sound, 0);
    check_text(sample_diags(sample),
               "1:2+9 TEXT_INVISIBLE the text `a‹U+200B›` holds U+200B, which a reader cannot see\n"
               "1:13+14 TEXT_INVISIBLE the text `‹U+202E›‹U+202E›` holds U+202E, which a reader "
               "cannot see\n"
               "1:34+8 TEXT_INVISIBLE the text `‹U+FFFF›` holds U+FFFF, which a reader cannot see",
               0);
    sample_close(sample);
}

static void limits_hold_exactly(void **state)
{
    enum { DEEPEST = DOCUMENT_DEPTH_MOST };
    char text[2 * (DEEPEST + 1) + 1] = "";
    for (size_t deeper = 0; deeper < 2; deeper++) {
        size_t depth = DEEPEST + deeper;
        memset(text, '[', depth);
        memset(text + depth, ']', depth);
        text[2 * depth] = '\0';
        struct sample *sample = sample_read("a.json", text, DOCUMENT_RECEIVED);
        check_text(sample_codes(sample), deeper == 0 ? "" : "INPUT_LIMIT", deeper);
        check_int(sample->sound, deeper == 0, deeper);
        sample_close(sample);
    }
    struct arena arena;
    arena_init(&arena);
    for (size_t longer = 0; longer < 2; longer++) {
        char key[DOCUMENT_KEY_BYTES_MOST + 2] = "";
        memset(key, 'k', DOCUMENT_KEY_BYTES_MOST + longer);
        struct sample *sample = sample_read("a.json", arena_format(&arena, "{\"%s\": 1}", key),
                                            DOCUMENT_RECEIVED);
        check_text(sample_codes(sample), longer == 0 ? "" : "INPUT_LIMIT", longer);
        sample_close(sample);
    }
    arena_release(&arena);
}

/*
 * Files of the suite that are JSON and not read: the grammar leaves room for duplicate keys, and
 * FORMATS refuses control characters, also as escapes.
 */
static const struct {
    const char *name, *codes;
} REFUSED[] = {
    {"y_object_duplicated_key.json", "KEY_DUPLICATE"},
    {"y_object_duplicated_key_and_value.json", "KEY_DUPLICATE"},
    {"y_object_escaped_null_in_key.json", "TEXT_CONTROL"},
    {"y_string_allowed_escapes.json", "TEXT_CONTROL TEXT_CONTROL"},
    {"y_string_escaped_control_character.json", "TEXT_CONTROL"},
    {"y_string_null_escape.json", "TEXT_CONTROL"},
    {"y_string_unescaped_char_delete.json", "TEXT_CONTROL"},
    {"y_string_with_del_character.json", "TEXT_CONTROL"},
};

/* The codes that a file of the suite has to give; NULL: it has to be read. */
static const char *codes_wanted(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(REFUSED); i++) {
        if (strcmp(name, REFUSED[i].name) == 0) {
            return REFUSED[i].codes;
        }
    }
    return NULL;
}

static void check_suite_file(const char *name, struct sample *sample)
{
    bool right = sample->sound || sample->diags.errors > 0;
    const char *codes = codes_wanted(name);
    if (codes != NULL) {
        right = !sample->sound && strcmp(sample_codes(sample), codes) == 0;
    } else if (name[0] != 'i') {
        right = sample->sound == (name[0] == 'y');
    }
    if (!right) {
        fail_msg("%s: %s: %s", name, sample->sound ? "read" : "refused", sample_diags(sample));
    }
}

static void the_public_suite_is_judged_as_it_says(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct file_names names = shared_names(&arena, SUITE);
    const char *reason = NULL;
    size_t accepted = 0;
    for (size_t i = 0; i < names.count; i++) {
        struct bytes bytes;
        check_true(
            file_read(&arena, file_join(&arena, SUITE, names.names[i]), 1 << 20, &bytes, &reason),
            i);
        struct sample *sample = sample_read_bytes("a.json", bytes, DOCUMENT_RECEIVED);
        check_suite_file(names.names[i], sample);
        accepted += names.names[i][0] == 'y' && sample->sound;
        sample_close(sample);
    }
    check_int((int64_t)names.count, 318, 0);
    check_int((int64_t)accepted, 95 - COUNT_OF(REFUSED), 0);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_stay_the_text_that_they_are),
        cmocka_unit_test(every_node_knows_its_place_in_code_points),
        cmocka_unit_test(faults_are_said_at_their_place),
        cmocka_unit_test(what_cannot_be_seen_is_warned_about),
        cmocka_unit_test(limits_hold_exactly),
        cmocka_unit_test(the_public_suite_is_judged_as_it_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
