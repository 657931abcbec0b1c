/* Small inputs that are meant to cost much: each is refused at once, within little memory. */
#include "base/text.h"
#include "made_workbook.h"
#include "read/bundle.h"
#include "read/package.h"
#include "read/xlsx.h"
#include "read_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check.h"

#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define NASTY VOUCH_SHARED "/data/nasty"

#ifdef ARENA_EACH // a sanitizer needs its own memory
enum { MEMORY_MIB = 0 };
#else
enum { MEMORY_MIB = 128 };
#endif

/* No measure of speed, which a busy machine would spoil: what unfolds takes minutes, or all memory.
 * Each of these is answered within 0.2 s of an idle one. */
enum { MILLISECONDS = 20000 };

static double milliseconds(void)
{
    return (double)clock() * 1000.0 / CLOCKS_PER_SEC;
}

/* `before`, `count` times `middle` with its number in place of `#`, and `after`. */
struct bomb {
    const char *name;
    const char *before, *middle, *after;
    size_t count;
    const char *codes; // part of them
};

static const char *build(struct arena *arena, const struct bomb *bomb)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    text_add(&text, bomb->before);
    const char *hash = strchr(bomb->middle, '#');
    for (size_t i = 0; i < bomb->count; i++) {
        if (hash == NULL) {
            text_add(&text, bomb->middle);
        } else {
            text_add_bytes(&text, bomb->middle, (size_t)(hash - bomb->middle));
            text_add_format(&text, "%zu%s", i, hash + 1);
        }
    }
    text_add(&text, bomb->after);
    return text.text;
}

static const struct bomb BOMBS[] = {
    {"a.yaml", "", "[", "", 100000, "INPUT_LIMIT"},
    {"a.yaml", "", "[\n", "", 100000, "INPUT_LIMIT"},
    {"a.yaml", "", "{a: ", "", 80000, "INPUT_LIMIT"},
    {"a.yaml", "", "{", "", 100000, "INPUT_LIMIT"},
    {"a.yaml", "", "[{a: ", "", 100000, "INPUT_LIMIT"},
    {"a.yaml", "", "- ", "", 100000, "INPUT_LIMIT"},
    {"a.yaml", "", "? ", "", 100000, "INPUT_LIMIT"},
    {"a.yaml", "", "]", "", 100000, "YAML_SYNTAX"},
    {"a.yaml", "a: ", "'", "", 100001, "YAML_SYNTAX"},
    {"a.yaml", "", "\"", "", 100001, "YAML_SYNTAX"},
    {"a.yaml", "", "&a ", "", 100000, "YAML_SYNTAX"},
    {"a.yaml", "", "&a# x: y\n", "", 10000, "KEY_DUPLICATE"},
    {"a.yaml", "", "x#: &a# y\n", "z: *none\n", 40000, "YAML_SYNTAX"},
    {"a.yaml", "x: &a [b, c, d, e, f, g, h, i, j, k]\ny:\n", "- *a\n", "", 100000, "INPUT_LIMIT"},
    {"a.yaml", "x: &a [b, c]\ny:\n", "- *a\n", "", 100000, ""},
    {"a.yaml", "- &a0 [x, x]\n", "- &a# [*a#, *a#]\n", "", 1000, "YAML_SYNTAX"},
    {"a.yaml", "", "!!t ", "a", 100000, "YAML_SYNTAX"},
    {"a.yaml", "%TAG ! ", "x", "\n---\n!a b\n", 65000, "YAML_FEATURE"},
    {"a.yaml", "", "%TAG !a#! x\n", "---\na: b\n", 10000, "YAML_FEATURE"},
    {"a.yaml", "a: ", "<<", "", 100000, ""},
    {"a.yaml", "", "<<: {a: b}\n", "", 10000, "YAML_FEATURE"},
    {"a.yaml", "a: |\n", "  x\n", "", 200000, ""},
    {"a.yaml", "", "---\n", "", 100000, "YAML_FEATURE"},
    {"a.yaml", "", "a: b\n", "", 20000, "KEY_DUPLICATE"},
    {"a.yaml", "", "{a, ", "", 10, "YAML_SYNTAX"},
    {"a.yaml", "", "? a\n", "", 40000, "KEY_DUPLICATE"},
    {"a.yaml", "", "x\xE2\x80\xA8", "", 100000, ""},
    {"a.json", "", "[", "", 100000, "INPUT_LIMIT"},
    {"a.json", "", "{\"a\":", "", 100000, "INPUT_LIMIT"},
    {"a.json", "[", "\"\\ud800\",", "1]", 20000, "JSON_SYNTAX"},
    {"a.json", "{", "\"k#\":1,", "\"k0\":1}", 40000, "KEY_DUPLICATE"},
    {"a.json", "", "1", "", 300000, ""},
    {"a.json", "\"", "\\\\", "", 300000, "JSON_SYNTAX"},
};

static void hostile_texts_are_answered_at_once(void **state)
{
    for (size_t i = 0; i < COUNT_OF(BOMBS); i++) {
        struct arena arena;
        arena_init(&arena);
        const char *text = build(&arena, &BOMBS[i]);
        double start = milliseconds();
        struct sample *sample = sample_read(BOMBS[i].name, text, DOCUMENT_CRITERIA);
        double taken = milliseconds() - start;
        check_contains(sample_codes(sample), BOMBS[i].codes, i);
        check_int(sample->sound, BOMBS[i].codes[0] == '\0', i);
        if (taken > MILLISECONDS) {
            fail_msg("row %zu: %.0f ms", i, taken);
        }
        sample_close(sample);
        arena_release(&arena);
    }
}

/* Nine levels of nine aliases each: a billion values. */
static void a_billion_laughs_are_refused_for_every_trust(void **state)
{
    static const struct {
        enum document_trust trust;
        const char *codes;
    } cases[] = {
        {DOCUMENT_CRITERIA, "INPUT_LIMIT"},
        {DOCUMENT_OWN, "YAML_FEATURE"},
        {DOCUMENT_RECEIVED, "YAML_FEATURE"},
    };
    struct arena arena;
    arena_init(&arena);
    struct text_builder text;
    text_builder_init(&text, &arena);
    text_add(&text, "a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (char c = 'b'; c <= 'j'; c++) {
        text_add_format(&text, "%c: &%c [", c, c);
        for (int i = 0; i < 9; i++) {
            text_add_format(&text, "%s*%c", i == 0 ? "" : ", ", c - 1);
        }
        text_add(&text, "]\n");
    }
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct sample *sample = sample_read("a.yaml", text.text, cases[i].trust);
        check_true(!sample->sound, i);
        check_contains(sample_codes(sample), cases[i].codes, i);
        sample_close(sample);
    }
    arena_release(&arena);
}

static void public_bombs_are_refused_or_small(void **state)
{
    static const struct {
        const char *path, *reason; // "": the package is small; its cells are not the package's
    } cases[] = {
        {NASTY "/bombs/poi_poc-shared-strings.xlsx.bomb", ""},
        {NASTY "/bombs/yaml_billion_laughs.yaml", "it is no zip file, or is cut off"},
        {NASTY "/../xlsx/files/poi_poc-xmlbomb.xlsx", "DOCTYPE"},
        {NASTY "/../xlsx/files/poi_54764-2.xlsx", "DOCTYPE"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *reason = "";
        struct bytes bytes = shared_bytes(&arena, cases[i].path);
        double start = milliseconds();
        bool sound = package_check_bytes(&arena, bytes, &PACKAGE_RECEIVED, &reason);
        double taken = milliseconds() - start;
        check_int(sound, cases[i].reason[0] == '\0', i);
        check_contains(reason, cases[i].reason, i);
        check_true(taken <= MILLISECONDS, i);
    }
    arena_release(&arena);
}

#define SHEET "<worksheet xmlns='" MADE_MAIN "'><sheetData>", "</sheetData></worksheet>"

/* Workbooks that are small as files: what is asked of each is an answer, at once. */
static const struct {
    const char *part, *before, *after, *middle;
    size_t count;
    const char *code; // "": it is read
} WORKBOOK_BOMBS[] = {
    {MADE_SHEET, SHEET, "<row><c><v>1</v></c></row>", 260000, "INPUT_LIMIT"},
    {MADE_SHEET, SHEET, "<row r='1048576'><c r='XFD1048576'/></row>", 100000, ""},
    {MADE_SHEET, SHEET, "<row><c/><c/><c/></row>", 100000, ""},
    {MADE_SHEET, SHEET, "<row><c r='A1'><v>1</v></c></row>", 1000, "XLSX_BAD"},
    {MADE_SHEET, SHEET, "<a>", 100, "XLSX_BAD"},
    {MADE_SHEET, SHEET, "<row><c t='inlineStr'><is><t>_x0007_</t></is></c></row>", 20000,
     "TEXT_CONTROL"},
    {MADE_SHEET, "<worksheet xmlns='" MADE_MAIN "'><sheetData/><mergeCells>",
     "</mergeCells></worksheet>", "<mergeCell ref='A1:B2'/>", 300000, ""},
    {MADE_SHEET, "<worksheet xmlns='" MADE_MAIN "'><sheetData><row><c t='inlineStr'><is>",
     "</is></c></row></sheetData></worksheet>", "<r><t>x</t></r>", 300000, "INPUT_LIMIT"},
    {MADE_SHEET, "<worksheet xmlns='" MADE_MAIN "' ", "/>", "a='' ", 10000, "XLSX_BAD"},
    {MADE_STRINGS, "<sst xmlns='" MADE_MAIN "'>", "</sst>", "<si/>", 260000, "INPUT_LIMIT"},
    {MADE_STYLES, "<styleSheet xmlns='" MADE_MAIN "'><cellXfs>", "</cellXfs></styleSheet>",
     "<xf numFmtId='200'/>", 60000, ""},
    {MADE_RELATIONS, "<Relationships xmlns='" MADE_PACKAGE "'>", "</Relationships>",
     "<Relationship Id='x' Type='y' Target='z'/>", 100000, "XLSX_BAD"},
};

static void hostile_workbooks_are_answered_at_once(void **state)
{
    for (size_t i = 0; i < COUNT_OF(WORKBOOK_BOMBS); i++) {
        struct arena arena;
        arena_init(&arena);
        struct diag_list diags;
        diag_list_init(&diags, &arena);
        const struct bomb bomb = {.before = WORKBOOK_BOMBS[i].before,
                                  .middle = WORKBOOK_BOMBS[i].middle,
                                  .after = WORKBOOK_BOMBS[i].after,
                                  .count = WORKBOOK_BOMBS[i].count};
        const struct made_part part = {WORKBOOK_BOMBS[i].part, build(&arena, &bomb)};
        struct bytes bytes = made_workbook(&arena, &part, 1);
        struct input input = {.name = "a.xlsx", .bytes = bytes.data, .size = bytes.size};
        struct tables tables;
        double start = milliseconds();
        bool sound = tables_read_xlsx(&arena, &input, &diags, &tables);
        double taken = milliseconds() - start;
        check_int(sound, WORKBOOK_BOMBS[i].code[0] == '\0', i);
        if (!sound) {
            check_text(diag_code_name(diags.diags[0]->code), WORKBOOK_BOMBS[i].code, i);
        }
        if (taken > MILLISECONDS) {
            fail_msg("row %zu: %.0f ms", i, taken);
        }
        arena_release(&arena);
    }
}

/* 110 kB whose cells would show 12.6 GB of text. */
static void a_public_bomb_of_shared_strings_is_refused(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct diag_list diags;
    diag_list_init(&diags, &arena);
    struct bytes bytes = shared_bytes(&arena, NASTY "/bombs/poi_poc-shared-strings.xlsx.bomb");
    struct input input = {.name = "bomb.xlsx", .bytes = bytes.data, .size = bytes.size};
    struct tables tables;
    double start = milliseconds();
    check_true(!tables_read_xlsx(&arena, &input, &diags, &tables), 0);
    double taken = milliseconds() - start;
    check_text(diag_code_name(diags.diags[0]->code), "INPUT_LIMIT", 0);
    check_true(taken <= MILLISECONDS, 0);
    arena_release(&arena);
}

int main(void)
{
    if (MEMORY_MIB > 0) {
        const struct rlimit limit = {.rlim_cur = (rlim_t)MEMORY_MIB << 20,
                                     .rlim_max = (rlim_t)MEMORY_MIB << 20};
        if (setrlimit(RLIMIT_AS, &limit) != 0) {
            return 1;
        }
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hostile_texts_are_answered_at_once),
        cmocka_unit_test(a_billion_laughs_are_refused_for_every_trust),
        cmocka_unit_test(public_bombs_are_refused_or_small),
        cmocka_unit_test(hostile_workbooks_are_answered_at_once),
        cmocka_unit_test(a_public_bomb_of_shared_strings_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
