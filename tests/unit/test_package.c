#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "read/package.h"
#include "read_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#define FILES VOUCH_SHARED "/data/xlsx/files"

/* A part, and what of its headers is to be untrue. */
struct part {
    const char *name, *text;
    size_t size_lie;       // added to the declared size
    uint16_t flags;        // in the directory
    uint16_t method;       // in both headers; the bytes are stored whatever it says
    uint16_t local_method; // in its own header alone, where not 0
    size_t same_as;        // the place of this part, 1-based: they overlap; 0: its own
    bool size_behind;      // its own header leaves checksum and sizes open
};

#define TYPES "[Content_Types].xml"
#define RELS  "_rels/.rels"
#define SOUND                                                                                      \
    {.name = TYPES, .text = "<Types/>"},                                                           \
    {                                                                                              \
        .name = RELS, .text = "<Relationships/>"                                                   \
    }

static uint32_t checksum(const char *text)
{
    uint32_t sum = UINT32_MAX;
    for (; *text != '\0'; text++) {
        sum ^= (unsigned char)*text;
        for (int i = 0; i < 8; i++) {
            sum = sum >> 1 ^ (UINT32_C(0xEDB88320) & -(sum & 1));
        }
    }
    return ~sum;
}

static void add16(struct text_builder *zip, uint32_t value)
{
    const char bytes[] = {(char)(value & 0xFF), (char)(value >> 8 & 0xFF)};
    text_add_bytes(zip, bytes, sizeof bytes);
}

static void add32(struct text_builder *zip, size_t value)
{
    add16(zip, (uint32_t)value & 0xFFFF);
    add16(zip, (uint32_t)(value >> 16) & 0xFFFF);
}

/* What stands alike in both headers, from the method on. */
static void add_fields(struct text_builder *zip, const struct part *part, uint16_t method,
                       bool is_open)
{
    size_t size = strlen(part->text);
    add16(zip, method);
    add32(zip, 0); // time and day
    add32(zip, is_open ? 0 : checksum(part->text));
    add32(zip, is_open ? 0 : size);
    add32(zip, is_open ? 0 : size + part->size_lie);
    add16(zip, (uint32_t)strlen(part->name));
    add16(zip, 0);
}

enum { PARTS_MOST = 8, LOCAL_BYTES = 30, CENTRAL_BYTES = 46, END_BYTES = 22 };

static struct bytes make_zip(struct arena *arena, const struct part *parts, size_t count)
{
    size_t starts[PARTS_MOST];
    struct text_builder zip;
    text_builder_init(&zip, arena);
    for (size_t i = 0; i < count; i++) {
        starts[i] = parts[i].same_as == 0 ? zip.length : starts[parts[i].same_as - 1];
        if (parts[i].same_as != 0) {
            continue;
        }
        text_add_bytes(&zip, "PK\x03\x04\x14\0", 6);
        add16(&zip, parts[i].size_behind ? 8 : 0);
        add_fields(&zip, &parts[i],
                   parts[i].local_method != 0 ? parts[i].local_method : parts[i].method,
                   parts[i].size_behind);
        text_add(&zip, parts[i].name);
        text_add(&zip, parts[i].text);
    }
    size_t start = zip.length;
    for (size_t i = 0; i < count; i++) {
        text_add_bytes(&zip, "PK\x01\x02\x14\0\x14\0", 8);
        add16(&zip, parts[i].flags);
        add_fields(&zip, &parts[i], parts[i].method, false);
        add32(&zip, 0); // comment, disk
        add16(&zip, 0);
        add32(&zip, 0);
        add32(&zip, starts[i]);
        text_add(&zip, parts[i].name);
    }
    size_t size = zip.length - start;
    text_add_bytes(&zip, "PK\x05\x06\0\0\0\0", 8);
    add16(&zip, (uint32_t)count);
    add16(&zip, (uint32_t)count);
    add32(&zip, size);
    add32(&zip, start);
    add16(&zip, 0);
    return (struct bytes){.data = (const uint8_t *)zip.text, .size = zip.length};
}

static size_t count_of(const struct part *parts)
{
    size_t count = 0;
    while (count < PARTS_MOST && parts[count].name != NULL) {
        count++;
    }
    return count;
}

/* What is said about the bytes; "" where they are sound. Checked from a block of their own. */
static const char *judge(struct arena *arena, struct bytes bytes,
                         const struct package_limits *limits)
{
    const char *reason = "";
    struct arena own;
    arena_init(&own);
    const char *copy = arena_text(&own, (const char *)bytes.data, bytes.size);
    struct bytes copied = {.data = (const uint8_t *)copy, .size = bytes.size};
    bool sound = package_check_bytes(arena, copied, limits, &reason);
    arena_release(&own);
    assert_int_equal(sound, reason[0] == '\0');
    return reason;
}

#define TEN_ELEMENTS "<a><a><a><a><a><a><a><a><a><a>"
#define TEN_ENDS     "</a></a></a></a></a></a></a></a></a></a>"

static const struct {
    struct part parts[PARTS_MOST];
    const char *reason; // part of it; "" where it is sound
} PACKAGES[] = {
    {{SOUND}, ""},
    {{SOUND, {.name = "xl/a.xml", .text = "<a/>", .size_behind = true}}, ""},
    {{SOUND, {.name = "xl/", .text = ""}, {.name = "xl/image.png", .text = "not XML"}}, ""},
    {{{.name = TYPES, .text = "<t:Types xmlns:t='u'><t:Override PartName='/xl/A.xml'/></t:Types>"},
      {.name = RELS, .text = "<a/>"},
      {.name = "xl/a.xml", .text = "<?xml version='1.0' encoding='utf-8'?><a/>"}},
     ""},
    {{{.name = TYPES, .text = "<Types><Override PartName='/xl/b.xml'/></Types>"},
      {.name = RELS, .text = "<a/>"}},
     "its part xl/b.xml is missing"},
    {{{.name = TYPES, .text = "<Types/>"}}, "it is a zip file, but not a workbook"},
    {{{.name = RELS, .text = "<a/>"}}, "it is a zip file, but not a workbook"},
    {{SOUND, {.name = "a.xml", .text = "<a><b></a>"}},
     "its part a.xml is refused: it is not well-formed"},
    {{SOUND, {.name = "a.XML", .text = "<a>"}}, "its part a.XML is refused: it is not well-formed"},
    {{SOUND, {.name = "a.vml", .text = ""}}, "its part a.vml is refused: it is not well-formed"},
    {{SOUND, {.name = "a.xml", .text = "<a>\xFF</a>"}}, "it is not well-formed in line 1"},
    {{SOUND, {.name = "a.xml", .text = "<!DOCTYPE a><a/>"}}, "it holds a DOCTYPE"},
    {{SOUND, {.name = "a.rels", .text = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}},
     "it holds a DOCTYPE"},
    {{SOUND, {.name = "a.xml", .text = "<?xml version='1.0' encoding='ISO-8859-1'?><a/>"}},
     "its encoding is neither UTF-8 nor UTF-16"},
    {{SOUND,
      {.name = "a.xml",
       .text = TEN_ELEMENTS TEN_ELEMENTS TEN_ELEMENTS TEN_ELEMENTS TEN_ELEMENTS TEN_ELEMENTS
       "<a><a><a><a>"
       "</a></a></a></a>" TEN_ENDS TEN_ENDS TEN_ENDS TEN_ENDS TEN_ENDS TEN_ENDS}},
     ""},
    {{SOUND,
      {.name = "a.xml",
       .text = TEN_ELEMENTS TEN_ELEMENTS TEN_ELEMENTS TEN_ELEMENTS TEN_ELEMENTS TEN_ELEMENTS
       "<a><a><a><a><a/>"
       "</a></a></a></a>" TEN_ENDS TEN_ENDS TEN_ENDS TEN_ENDS TEN_ENDS TEN_ENDS}},
     "its elements are nested too deep"},
    {{SOUND, {.name = TYPES, .text = "<Types/>"}}, "two of its parts have one name"},
    {{SOUND, {.name = "_RELS/.Rels", .text = "<a/>"}}, "two of its parts have one name"},
    {{SOUND, {.name = "../a", .text = ""}}, "a name that is not allowed"},
    {{SOUND, {.name = "xl/../a", .text = ""}}, "a name that is not allowed"},
    {{SOUND, {.name = "/a", .text = ""}}, "a name that is not allowed"},
    {{SOUND, {.name = "xl\\a", .text = ""}}, "a name that is not allowed"},
    {{SOUND, {.name = "C:a", .text = ""}}, "a name that is not allowed"},
    {{SOUND, {.name = "", .text = ""}}, "a name that is not allowed"},
    {{SOUND, {.name = "\xFF", .text = ""}}, "a name that is not allowed"},
    {{SOUND, {.name = "a", .text = "", .flags = 1}}, "it is encrypted"},
    {{SOUND, {.name = "a", .text = "x", .method = 12}}, "a method that is not read"},
    {{SOUND, {.name = "a", .text = "x", .local_method = 8}}, "contradict each other"},
    {{SOUND, {.name = "a", .text = "x", .method = 8}}, "its part a is refused"},
    {{SOUND, {.name = "a", .text = "x", .size_lie = 1}}, "its part a is refused"},
    {{SOUND, {.name = "a", .text = "x", .size_lie = UINT32_MAX - 1}}, "Zip64"},
    {{SOUND, {.name = "a", .text = "abc"}, {.name = "a", .text = "abc", .same_as = 3}},
     "two of its parts have one name"},
    {{SOUND, {.name = "a", .text = "abc"}, {.name = "b", .text = "abc", .same_as = 3}},
     "contradict each other"},
};

static void a_package_is_sound_or_the_reason_is_said(void **state)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(PACKAGES); i++) {
        struct bytes zip = make_zip(&arena, PACKAGES[i].parts, count_of(PACKAGES[i].parts));
        const char *reason = judge(&arena, zip, &PACKAGE_OWN);
        if (PACKAGES[i].reason[0] == '\0') {
            check_text(reason, "", i);
        } else {
            check_contains(reason, PACKAGES[i].reason, i);
        }
    }
    arena_release(&arena);
}

/* Two parts that share bytes: the trick by which a small file inflates without bounds. */
static void parts_that_overlap_are_refused(void **state)
{
    struct arena arena;
    arena_init(&arena);
    static const struct part PARTS[] = {
        SOUND, {.name = "a", .text = "0123456789"}, {.name = "b", .text = "x"}};
    struct bytes zip = make_zip(&arena, PARTS, COUNT_OF(PARTS));
    check_text(judge(&arena, zip, &PACKAGE_OWN), "", 0);
    uint8_t *bytes = (uint8_t *)arena_text(&arena, (const char *)zip.data, zip.size);
    size_t entry = zip.size - END_BYTES - 2 * (CENTRAL_BYTES + 1); // of `a` in the directory
    size_t local = bytes[entry + 42] + (size_t)bytes[entry + 43] * 256;
    const size_t sizes[] = {entry + 20, entry + 24, local + 18, local + 22};
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        check_int(bytes[sizes[i]], 10, i);
        bytes[sizes[i]] += 4; // its bytes now reach into `b`
    }
    check_text(judge(&arena, (struct bytes){.data = bytes, .size = zip.size}, &PACKAGE_OWN),
               "its parts overlap", 1);
    arena_release(&arena);
}

static void a_package_that_is_cut_off_anywhere_is_refused(void **state)
{
    struct arena arena;
    arena_init(&arena);
    static const struct part PARTS[] = {SOUND, {.name = "xl/a.xml", .text = "<a>text</a>"}};
    struct bytes zip = make_zip(&arena, PARTS, COUNT_OF(PARTS));
    for (size_t size = 0; size < zip.size; size++) {
        const char *reason = judge(&arena, (struct bytes){.data = zip.data, .size = size},
                                   &PACKAGE_OWN);
        check_true(reason[0] != '\0', size);
    }
    arena_release(&arena);
}

static void a_flipped_bit_in_a_part_is_found(void **state)
{
    struct arena arena;
    arena_init(&arena);
    static const struct part PARTS[] = {{.name = "xl/a.bin", .text = "some text"}, SOUND};
    struct bytes zip = make_zip(&arena, PARTS, COUNT_OF(PARTS));
    uint8_t *bytes = (uint8_t *)arena_text(&arena, (const char *)zip.data, zip.size);
    size_t first = LOCAL_BYTES + strlen(PARTS[0].name);
    size_t last = first + strlen(PARTS[0].text) - 1;
    for (size_t i = 0; i < zip.size * 8; i++) {
        bytes[i / 8] ^= (uint8_t)(1 << i % 8);
        struct bytes flipped = {.data = bytes, .size = zip.size};
        const char *reason = judge(&arena, flipped, &PACKAGE_OWN); // anywhere: it comes back
        check_true(i / 8 < first || i / 8 > last || reason[0] != '\0', i);
        bytes[i / 8] ^= (uint8_t)(1 << i % 8);
    }
    check_text(judge(&arena, (struct bytes){.data = bytes, .size = zip.size}, &PACKAGE_OWN), "", 0);
    arena_release(&arena);
}

static void limits_hold_exactly(void **state)
{
    static const struct part PARTS[] = {SOUND, {.name = "a", .text = "0123456789"}};
    const uint64_t total = strlen("<Types/>") + strlen("<Relationships/>") + 10;
    const struct {
        struct package_limits limits;
        const char *reason;
    } cases[] = {
        {{.parts_most = 3, .part_bytes_most = 16, .total_bytes_most = total, .ratio_most = 1}, ""},
        {{.parts_most = 2, .part_bytes_most = 16, .total_bytes_most = total, .ratio_most = 1},
         "it holds 3 parts; 1 to 2 are read"},
        {{.parts_most = 3, .part_bytes_most = 15, .total_bytes_most = total, .ratio_most = 1},
         "its part _rels/.rels would grow too large (16 bytes)"},
        {{.parts_most = 3, .part_bytes_most = 16, .total_bytes_most = total - 1, .ratio_most = 1},
         "its parts would grow too large together"},
    };
    struct arena arena;
    arena_init(&arena);
    struct bytes zip = make_zip(&arena, PARTS, COUNT_OF(PARTS));
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_text(judge(&arena, zip, &cases[i].limits), cases[i].reason, i);
    }
    arena_release(&arena);
}

/* A package deflated by libzip, with one part of `size` bytes that repeats a text. */
static struct bytes make_deflated(struct arena *arena, const char *name, const char *before,
                                  const char *middle, size_t size)
{
    char path[] = "/tmp/vouch-test-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    close(descriptor);
    struct text_builder text;
    text_builder_init(&text, arena);
    text_add(&text, before);
    while (text.length < size) {
        text_add(&text, middle);
    }
    const struct {
        const char *name, *bytes;
        size_t size;
    } parts[] = {{TYPES, "<a/>", 4}, {RELS, "<a/>", 4}, {name, text.text, text.length}};
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    assert_non_null(zip);
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        zip_source_t *source = zip_source_buffer(zip, parts[i].bytes, parts[i].size, 0);
        assert_true(zip_file_add(zip, parts[i].name, source, ZIP_FL_ENC_UTF_8) >= 0);
    }
    assert_int_equal(zip_close(zip), 0);
    struct bytes bytes = {.size = 0};
    const char *reason = NULL;
    assert_true(file_read(arena, path, 1 << 24, &bytes, &reason));
    unlink(path);
    return bytes;
}

static void what_grows_too_much_is_refused(void **state)
{
    static const struct {
        const char *name, *before, *middle;
        size_t size;
        const struct package_limits *limits;
        const char *reason;
    } cases[] = {
        {"a.bin", "", "0", 1 << 20, &PACKAGE_RECEIVED, ""},
        {"a.bin", "", "0", (1 << 20) + 1, &PACKAGE_RECEIVED, "its part a.bin would grow too large"},
        {"a.bin", "", "0", 4 << 20, &PACKAGE_OWN, ""},
        {"a.xml", "<a b='", "0", 2 << 20, &PACKAGE_OWN,
         "its part a.xml is refused: a tag in it is too long"},
        {"a.xml", "<a>", "<b c='d'/>", 3 << 20, &PACKAGE_OWN,
         "its part a.xml is refused: it is not well-formed"},
        {"a.xml", "<a ", "b='' ", 2000, &PACKAGE_OWN, "its part a.xml is refused"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bytes zip = make_deflated(&arena, cases[i].name, cases[i].before, cases[i].middle,
                                         cases[i].size);
        const char *reason = judge(&arena, zip, cases[i].limits);
        check_contains(reason, cases[i].reason, i);
        check_true(cases[i].reason[0] != '\0' || reason[0] == '\0', i);
    }
    arena_release(&arena);
}

static void a_file_is_checked_by_its_path(void **state)
{
    struct arena arena;
    arena_init(&arena);
    const char *reason = NULL;
    check_true(!package_check(&arena, "/nowhere/a.xlsx", &reason), 0);
    check_text(reason, "no such file or folder", 0);
    char path[] = "/tmp/vouch-test-XXXXXX";
    int descriptor = mkstemp(path);
    static const struct part PARTS[] = {SOUND};
    struct bytes zip = make_zip(&arena, PARTS, COUNT_OF(PARTS));
    check_int(write(descriptor, zip.data, zip.size), (int64_t)zip.size, 1);
    reason = NULL;
    check_true(package_check(&arena, path, &reason), 1);
    check_true(reason == NULL, 1);
    check_int(ftruncate(descriptor, (off_t)zip.size - 1), 0, 2);
    check_true(!package_check(&arena, path, &reason), 2);
    check_text(reason, "it is no zip file, or is cut off", 2);
    close(descriptor);
    unlink(path);
    arena_release(&arena);
}

/* Workbooks of other producers that are refused, each looked at; the others are read. */
static const struct {
    const char *name, *reason;
} REFUSED[] = {
    {"cal_pass_protected.xlsx", "it is an old or an encrypted Office file"},
    {"ejs_invalid-xml.xlsx", "it is not well-formed"},
    {"ejs_missing-bits.xlsx", "it is a zip file, but not a workbook"},
    {"poi_54764-2.xlsx", "it holds a DOCTYPE"},
    {"poi_clusterfuzz-testcase-minimized-POIFuzzer-5040805309710336.xlsx",
     "its directory is damaged"},
    {"poi_clusterfuzz-testcase-minimized-POIXSSFFuzzer-5185049589579776.xlsx",
     "its directory is damaged"},
    {"poi_clusterfuzz-testcase-minimized-POIXSSFFuzzer-5937385319563264.xlsx",
     "it does not inflate"},
    {"poi_crash-274d6342e4842d61be0fb48eaadad6208ae767ae.xlsx", "its directory is damaged"},
    {"poi_duplicate-filename.xlsx", "two of its parts have one name"},
    {"poi_poc-xmlbomb.xlsx", "it holds a DOCTYPE"},
    {"poi_protect.xlsx", "it is an old or an encrypted Office file"},
    {"poi_xlsx-corrupted.xlsx", "it is not well-formed"},
    {"qsv_password-protected-password123.xlsx", "it is an old or an encrypted Office file"},
};

static void workbooks_of_other_producers_are_sound_or_refused(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct file_names names = shared_names(&arena, FILES);
    const char *why = NULL;
    size_t refused = 0;
    for (size_t i = 0; i < names.count; i++) {
        const char *wanted = "";
        for (size_t j = 0; j < COUNT_OF(REFUSED); j++) {
            wanted = strcmp(names.names[i], REFUSED[j].name) == 0 ? REFUSED[j].reason : wanted;
        }
        struct bytes bytes;
        check_true(
            file_read(&arena, file_join(&arena, FILES, names.names[i]), 1 << 26, &bytes, &why), i);
        const char *reason = judge(&arena, bytes, &PACKAGE_RECEIVED);
        if (wanted[0] == '\0' ? reason[0] != '\0' : strstr(reason, wanted) == NULL) {
            fail_msg("%s: `%s`, wanted `%s`", names.names[i], reason, wanted);
        }
        refused += reason[0] != '\0';
    }
    check_int((int64_t)refused, COUNT_OF(REFUSED), names.count);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_package_is_sound_or_the_reason_is_said),
        cmocka_unit_test(parts_that_overlap_are_refused),
        cmocka_unit_test(a_package_that_is_cut_off_anywhere_is_refused),
        cmocka_unit_test(a_flipped_bit_in_a_part_is_found),
        cmocka_unit_test(limits_hold_exactly),
        cmocka_unit_test(what_grows_too_much_is_refused),
        cmocka_unit_test(a_file_is_checked_by_its_path),
        cmocka_unit_test(workbooks_of_other_producers_are_sound_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
