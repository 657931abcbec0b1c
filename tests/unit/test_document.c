#include "base/text.h"
#include "read/bundle.h"
#include "read_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check.h"

#include <string.h>

#define NASTY VOUCH_SHARED "/data/nasty"

static void the_ending_says_how_to_read(void **state)
{
    static const struct {
        const char *name, *text, *tree, *codes;
    } cases[] = {
        {"a.yaml", "a: b", "{a: b}", ""},
        {"responses/a.yml", "a: b", "{a: b}", ""},
        {"A.YAML", "a: b", "{a: b}", ""},
        {"a.json", "{\"a\": \"b\"}", "{a: \"b\"}", ""},
        {"a.JSON", "{\"a\": \"b\"}", "{a: \"b\"}", ""},
        {"a.json", "a: b", "unsound", "JSON_SYNTAX"},
        {"a.txt", "a: b", "unsound", "FORMAT_UNKNOWN"},
        {"yaml", "a: b", "unsound", "FORMAT_UNKNOWN"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct sample *sample = sample_read(cases[i].name, cases[i].text, DOCUMENT_OWN);
        check_text(sample_tree(sample), cases[i].tree, i);
        check_text(sample_codes(sample), cases[i].codes, i);
        sample_close(sample);
    }
}

#define BYTES(text)                                                                                \
    {                                                                                              \
        .data = (const uint8_t *)(text), .size = sizeof(text) - 1                                  \
    }

static void what_is_no_text_is_refused_with_what_it_is(void **state)
{
    static const struct {
        struct bytes bytes;
        const char *diags;
    } cases[] = {
        {BYTES(""), "0:0+0 FILE_EMPTY the file holds nothing"},
        {BYTES(" \r\n\t\n"), "0:0+0 FILE_EMPTY the file holds nothing"},
        {BYTES("\xEF\xBB\xBF"), "0:0+0 FILE_EMPTY the file holds nothing"},
        {BYTES("\xFF\xFE"
               "a\0:\0"),
         "0:0+0 TEXT_NOT_UTF8 this is not a text file: it is UTF-16"},
        {BYTES("\xFE\xFF\0a\0:"), "0:0+0 TEXT_NOT_UTF8 this is not a text file: it is UTF-16"},
        {BYTES("PK\x03\x04\0\0"),
         "0:0+0 TEXT_NOT_UTF8 this is not a text file: it is a zip file or"},
        {BYTES("\xD0\xCF\x11\xE0"), "TEXT_NOT_UTF8 this is not a text file: it is an old or an"},
        {BYTES("%PDF-1.7\n"), "TEXT_NOT_UTF8 this is not a text file: it is a PDF"},
        {BYTES("\x7F"
               "ELF\2\1\1\0\xE9"),
         "1:1+1 TEXT_CONTROL this is not a text file: it is full of control characters, and"
         " begins with the bytes 7F 45 4C 46 02 01 01 00"},
        {BYTES("\1\1\1\xE9"), "1:1+1 TEXT_CONTROL the control character U+0001\n"
                              "1:2+1 TEXT_CONTROL the control character U+0001\n"
                              "1:3+1 TEXT_CONTROL the control character U+0001\n"
                              "1:4+1 TEXT_NOT_UTF8 the byte E9"},
        {BYTES("{\\rtf1\\ansi}"), "TEXT_NOT_UTF8 this is not a text file: it is an RTF file"},
        {BYTES("a: caf\xE9\n"), "1:7+1 TEXT_NOT_UTF8 the byte E9 is not part of a UTF-8 character"},
        {BYTES("\xC3\xA4\n\xC3\xA4\xED\xA0\x80"), "2:2+1 TEXT_NOT_UTF8 the byte ED"},
        {BYTES("a: b\0c\n"), "1:5+1 TEXT_CONTROL the control character U+0000"},
        {BYTES("a: \x1B[31m\n\xC3\xA4\x7F"), "1:4+1 TEXT_CONTROL the control character U+001B\n"
                                             "2:2+1 TEXT_CONTROL the control character U+007F"},
        {BYTES("a\r\n\x02"), "2:1+1 TEXT_CONTROL the control character U+0002"},
    };
    static const char *const NAMES[] = {"a.yaml", "a.json"};
    for (size_t i = 0; i < COUNT_OF(cases) * COUNT_OF(NAMES); i++) {
        size_t row = i / COUNT_OF(NAMES);
        struct sample *sample = sample_read_bytes(NAMES[i % COUNT_OF(NAMES)], cases[row].bytes,
                                                  DOCUMENT_OWN);
        check_true(!sample->sound, row);
        check_contains(sample_diags(sample), cases[row].diags, row);
        sample_close(sample);
    }
}

static void a_binary_file_does_not_drown_the_rest(void **state)
{
    static const struct {
        size_t controls;
        size_t diags;
    } cases[] = {{9, 9}, {10, 1}, {4000, 1}};
    char noise[4000];
    memset(noise, 1, sizeof noise);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bytes bytes = {.data = (const uint8_t *)noise, .size = cases[i].controls};
        struct sample *sample = sample_read_bytes("a.yaml", bytes, DOCUMENT_OWN);
        check_int((int64_t)sample->diags.count, (int64_t)cases[i].diags, i);
        sample_close(sample);
    }
}

static void a_file_that_is_too_large_is_not_looked_at(void **state)
{
    struct arena arena;
    arena_init(&arena);
    char *text = arena_alloc(&arena, DOCUMENT_FILE_BYTES_MOST + 2, 1);
    memset(text, '#', DOCUMENT_FILE_BYTES_MOST + 1);
    struct sample *sample = sample_read("a.yaml", text, DOCUMENT_OWN);
    check_contains(sample_diags(sample), "FILE_TOO_LARGE 33554433 bytes, more than 32 MiB", 0);
    sample_close(sample);
    text[DOCUMENT_FILE_BYTES_MOST] = '\0';
    sample = sample_read("a.yaml", text, DOCUMENT_OWN); // one comment
    check_text(sample_codes(sample), "FILE_EMPTY", 1);
    sample_close(sample);
    arena_release(&arena);
}

static void a_value_is_found_by_its_key(void **state)
{
    struct sample *sample = sample_read("a.yaml", "a: b\nc: {d: e}\nf: [g]\n", DOCUMENT_OWN);
    const struct node *root = &sample->document.root;
    check_text(node_find(root, "a")->text, "b", 0);
    check_text(node_find(node_find(root, "c"), "d")->text, "e", 1);
    check_true(node_find(root, "d") == NULL, 2);
    check_true(node_find(node_find(root, "a"), "b") == NULL, 3);
    check_true(node_find(NULL, "a") == NULL, 4);
    check_text(node_kind_text(root), "a map", 5);
    check_text(node_kind_text(node_find(root, "f")), "a list", 6);
    check_text(node_kind_text(node_find(root, "a")), "a text", 7);
    sample_close(sample);
}

/* A text as a double-quoted scalar, as it is but for what has to be escaped. */
static const char *quoted(struct arena *arena, const char *text)
{
    struct text_builder builder;
    text_builder_init(&builder, arena);
    text_add(&builder, "\"");
    for (; *text != '\0'; text++) {
        const char *escaped = *text == '"' ? "\\\"" : *text == '\\' ? "\\\\" : NULL;
        escaped = *text == '\n' ? "\\n" : *text == '\r' ? "\\r" : *text == '\t' ? "\\t" : escaped;
        text_add_bytes(&builder, escaped == NULL ? text : escaped,
                       escaped == NULL ? 1 : strlen(escaped));
    }
    text_add(&builder, "\"");
    return builder.text;
}

/* Does a text hold what no input may hold? */
static bool has_control(const char *text)
{
    const char *end = text + strlen(text);
    while (text < end) {
        if (text_is_control(text_next(&text, end))) {
            return true;
        }
    }
    return false;
}

static void check_naughty(struct arena *arena, const char *line, size_t row)
{
    static const struct {
        const char *name, *before, *after;
    } DOCUMENTS[] = {{"a.yaml", "- ", "\n"}, {"a.json", "[", "]"}};
    for (size_t i = 0; i < COUNT_OF(DOCUMENTS); i++) {
        bool has_no_character = i == 0 && strstr(line, "\xEF\xBF\xBE") != NULL; // U+FFFE
        const char *text = arena_format(arena, "%s%s%s", DOCUMENTS[i].before, quoted(arena, line),
                                        DOCUMENTS[i].after);
        struct sample *sample = sample_read(DOCUMENTS[i].name, text, DOCUMENT_RECEIVED);
        if (has_control(line) || has_no_character) {
            check_contains(sample_codes(sample), "TEXT_CONTROL", row);
        } else {
            check_true(sample->sound, row);
            check_text(sample->document.root.items[0].text, line, row);
        }
        sample_close(sample);
    }
}

static void naughty_strings_come_through_unchanged(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct bytes bytes = shared_bytes(&arena, NASTY "/blns/blns.txt");
    size_t rows = 0;
    const char *at = (const char *)bytes.data;
    for (const char *end = strchr(at, '\n'); end != NULL; end = strchr(at, '\n')) {
        const char *line = arena_text(&arena, at, (size_t)(end - at));
        at = end + 1;
        if (line[0] != '\0' && line[0] != '#') {
            check_naughty(&arena, line, rows++);
        }
    }
    check_int((int64_t)rows, 516, 0);
    arena_release(&arena);
}

static void files_of_other_formats_are_told_what_they_are(void **state)
{
    static const struct {
        const char *name, *diags;
    } cases[] = {
        {"any_sheets.ods", "it is a zip file or an Office file"},
        {"any_sheets.xls", "it is an old or an encrypted Office file"},
        {"any_sheets.xlsb", "it is a zip file or an Office file"},
        {"issue221.xlsm", "it is a zip file or an Office file"},
        {"vba.xlsm", "it is a zip file or an Office file"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *path = arena_format(&arena, "%s/wrong-format/tests/%s", NASTY, cases[i].name);
        struct bytes bytes = shared_bytes(&arena, path);
        struct sample *sample = sample_read_bytes("a.yaml", bytes, DOCUMENT_RECEIVED);
        check_true(!sample->sound, i);
        check_contains(sample_diags(sample), cases[i].diags, i);
        sample_close(sample);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_ending_says_how_to_read),
        cmocka_unit_test(what_is_no_text_is_refused_with_what_it_is),
        cmocka_unit_test(a_binary_file_does_not_drown_the_rest),
        cmocka_unit_test(a_file_that_is_too_large_is_not_looked_at),
        cmocka_unit_test(a_value_is_found_by_its_key),
        cmocka_unit_test(naughty_strings_come_through_unchanged),
        cmocka_unit_test(files_of_other_formats_are_told_what_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
