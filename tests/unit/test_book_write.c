/* Writing a book: what comes out of it, and what is left when it fails. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <zip.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/text.h"
#include "check.h"
#include "report/cell_text.h"
#include "sample_book.h"
#include "scratch_folder.h"

enum { MOST_BYTES = 64 << 20 };

/* A folder of its own for each test, and memory. */
struct bench {
    struct arena arena;
    struct diag_list diags;
    const char *folder;
    const char *target;
};

static int set_up(void **state)
{
    struct bench *bench = calloc(1, sizeof *bench);
    assert_non_null(bench);
    arena_init(&bench->arena);
    diag_list_init(&bench->diags, &bench->arena);
    bench->folder = scratch_make(&bench->arena);
    bench->target = file_join(&bench->arena, bench->folder, "book.xlsx");
    *state = bench;
    return 0;
}

static int tear_down(void **state)
{
    struct bench *bench = *state;
    scratch_remove(&bench->arena, bench->folder);
    arena_release(&bench->arena);
    free(bench);
    return 0;
}

static struct bytes read_back(struct bench *bench, const char *path)
{
    struct bytes bytes = {.data = NULL};
    const char *reason = NULL;
    assert_true(file_read(&bench->arena, path, MOST_BYTES, &bytes, &reason));
    return bytes;
}

static bool write_sample(struct bench *bench, const char *name)
{
    struct book_content content = sample_book();
    return book_write(&bench->arena, &content, file_join(&bench->arena, bench->folder, name),
                      &bench->diags);
}

/* The text of a part of a workbook. */
static const char *part_of(struct bench *bench, const char *path, const char *part)
{
    zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
    assert_non_null(zip);
    struct zip_stat status;
    assert_int_equal(zip_stat(zip, part, 0, &status), 0);
    char *text = arena_alloc(&bench->arena, status.size + 1, 1);
    zip_file_t *file = zip_fopen(zip, part, 0);
    assert_non_null(file);
    assert_int_equal(zip_fread(file, text, status.size), (zip_int64_t)status.size);
    zip_fclose(file);
    zip_discard(zip);
    return text;
}

static void the_same_book_has_the_same_bytes_wherever_it_is_written(void **state)
{
    static const struct {
        const char *name, *value;
    } surroundings[] = {
        {"TZ", "Pacific/Kiritimati"}, {"TZ", "America/Los_Angeles"},
        {"LC_ALL", "de_DE.UTF-8"},    {"LC_ALL", "C"},
        {"TMPDIR", "/nowhere"},       {"TMPDIR", "/dev/full"}, // a folder that cannot be used
    };
    struct bench *bench = *state;
    assert_true(write_sample(bench, "first.xlsx"));
    struct bytes first = read_back(bench, file_join(&bench->arena, bench->folder, "first.xlsx"));
    for (size_t i = 0; i < COUNT_OF(surroundings); i++) {
        setenv(surroundings[i].name, surroundings[i].value, 1);
        check_true(write_sample(bench, "again.xlsx"), i);
        unsetenv(surroundings[i].name);
        struct bytes again = read_back(bench,
                                       file_join(&bench->arena, bench->folder, "again.xlsx"));
        check_true(again.size == first.size && memcmp(again.data, first.data, first.size) == 0, i);
    }
}

static void a_workbook_holds_what_the_book_says(void **state)
{
    static const struct {
        const char *part, *text;
    } cases[] = {
        {"xl/worksheets/sheet1.xml", "showGridLines=\"0\""},
        {"xl/worksheets/sheet1.xml", "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" "
                                     "formatColumns=\"0\" formatRows=\"0\" sort=\"0\" "
                                     "autoFilter=\"0\"/>"},
        {"xl/worksheets/sheet1.xml", "<cfRule type=\"expression\" dxfId=\"0\" priority=\"1\" "
                                     "stopIfTrue=\"1\"><formula>OR(LEFT(D4,1)=\"✗\""},
        {"xl/worksheets/sheet1.xml", "type=\"decimal\" operator=\"greaterThanOrEqual\""},
        {"xl/worksheets/sheet1.xml", "promptTitle=\"Weight\""},
        {"xl/worksheets/sheet1.xml", "<f>SUM(D11:D14)</f><v>100</v>"},
        {"xl/worksheets/sheet1.xml", "orientation=\"landscape\""},
        {"xl/worksheets/sheet1.xml", "left=\"0.3\" right=\"0.3\" top=\"0.5\" bottom=\"0.55\" "
                                     "header=\"0.25\" footer=\"0.25\""},
        {"xl/worksheets/sheet1.xml", "horizontalCentered=\"1\""},
        {"xl/worksheets/sheet1.xml", "&amp;R&amp;\"Calibri,Regular\"&amp;9 Confidential"},
        {"xl/worksheets/sheet2.xml", "summaryBelow=\"0\""},
        {"xl/worksheets/sheet2.xml", "outlineLevel=\"2\""},
        {"xl/worksheets/sheet2.xml", "xSplit=\"2\" ySplit=\"3\" topLeftCell=\"C4\""},
        {"xl/worksheets/sheet2.xml", "<autoFilter ref=\"A3:D12\"/>"},
        {"xl/worksheets/sheet2.xml", "<brk id=\"8\""},
        {"xl/worksheets/sheet2.xml", "<formula1>\"stated,documented,independent,verified\""},
        {"xl/workbook.xml", "Comparison!$A:$B,Comparison!$3:$3</definedName>"},
        {"xl/workbook.xml", "Summary!$A$1:$H$25</definedName>"},
        {"xl/styles.xml", "formatCode=\"&quot;≠ contradicted&quot;* 0_._0_)\""},
        {"xl/styles.xml", "<alignment horizontal=\"left\" vertical=\"center\" indent=\"1\"/>"},
        {"xl/charts/chart1.xml", "<c:strCache><c:ptCount val=\"4\"/><c:pt idx=\"0\">"
                                 "<c:v>Aldermere</c:v>"},
        {"xl/charts/chart1.xml", "<c:pt idx=\"1\"><c:v>75.5</c:v></c:pt>"},
        {"xl/charts/chart1.xml", "<c:trendline>"},
        {"xl/charts/chart1.xml", "<c:overlap val=\"100\"/>"},
        {"xl/charts/chart1.xml", "<c:orientation val=\"maxMin\"/>"},
        {"xl/charts/chart1.xml", "<c:tickLblPos val=\"high\"/>"},
        {"xl/charts/chart2.xml", "<c:errBars>"},
        {"xl/charts/chart3.xml", "<c:grouping val=\"stacked\"/>"},
        {"xl/charts/chart3.xml", "<c:overlap val=\"100\"/>"},
        {"xl/charts/chart3.xml", "<c:numFmt formatCode=\"[&gt;=1.8]0.0;;\""},
        {"xl/charts/chart3.xml", "<c:pt idx=\"3\"><c:v>12.9</c:v></c:pt>"},
        {"xl/worksheets/sheet3.xml", "scale=\"96\" orientation=\"landscape\""},
        {"xl/worksheets/sheet3.xml", "<brk id=\"6\""},
        {"xl/drawings/drawing1.xml", "descr=\"Proven, shown and stated points &amp; what is "
                                     "claimed\""},
        {"docProps/core.xml", "1980-01-01T00:00:00Z"},
        {"docProps/custom.xml", "name=\"Inputs SHA-256\"><vt:lpwstr>3f2a91c4<"},
    };
    struct bench *bench = *state;
    assert_true(write_sample(bench, "book.xlsx"));
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        check_contains(part_of(bench, bench->target, cases[i].part), cases[i].text, i);
    }
}

static void nothing_refused_is_in_a_workbook(void **state)
{
    static const char *const PARTS[] = {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
                                        "xl/styles.xml", "xl/charts/chart1.xml",
                                        "xl/charts/chart2.xml"};
    static const char *const REFUSED[] = {
        "mergeCell", "hyperlink", "password", "hashValue", "hidden=\"1\"", "t=\"b\"", "<v></v>",
        // a hairline below a total
        "<color rgb=\"FF1F2A37\"/></top><bottom style=\"thin\"><color rgb=\"FFD9DEE3\"/>",
        "<c:legend>", "containsText"};
    struct bench *bench = *state;
    assert_true(write_sample(bench, "book.xlsx"));
    for (size_t i = 0; i < COUNT_OF(PARTS); i++) {
        const char *text = part_of(bench, bench->target, PARTS[i]);
        for (size_t j = 0; j < COUNT_OF(REFUSED); j++) {
            check_true(strstr(text, REFUSED[j]) == NULL, i * 100 + j);
        }
    }
}

/* Texts from outside, one a row. */
struct texts {
    const char *const *texts;
    size_t count;
};

static void lay_texts(struct book *book, const void *subject)
{
    const struct texts *texts = subject;
    book_begin_sheet(book, "Texts");
    for (size_t i = 0; i < texts->count; i++) {
        book_text(book, (uint32_t)i, 0, look(STYLE_TEXT_WRAP), texts->texts[i]);
        if (texts->texts[i][0] != '\0') {
            book_text_formula(book, (uint32_t)i, 1, look(STYLE_TEXT), "=\"\"&A1", texts->texts[i]);
        }
    }
    book_end_sheet(book);
}

/* Write the texts, and return the sheet and the strings it shares. */
static void write_texts(struct bench *bench, const struct texts *texts, const char **sheet,
                        const char **strings)
{
    struct book_content content = {.subject = texts, .lay_out = lay_texts};
    bool done = book_write(&bench->arena, &content, bench->target, &bench->diags);
    if (!done) {
        print_error("%s\n", bench->diags.diags[0]->message);
    }
    assert_true(done);
    *sheet = part_of(bench, bench->target, "xl/worksheets/sheet1.xml");
    *strings = part_of(bench, bench->target, "xl/sharedStrings.xml");
}

static size_t count_of(const char *text, const char *part)
{
    size_t count = 0;
    for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part)) {
        count++;
    }
    return count;
}

static void hostile_texts_stay_plain_text(void **state)
{
    static const char *const TEXTS[] = {
        "=cmd|'/c calc'!A0",
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "https://x.example",
        "_x0041_",
        "\x1B[31m\x07",
        "a\r\nb\rc\n",
        "\u202Eexe",
        "\xEF\xBF\xBF",
        "\xE9",
        "</si><f>1</f>",
        "<![CDATA[x]]>&amp;",
        "  blanks  ",
        "",
        "12",
    };
    static const char *const WANT[] = {"<t>=cmd|'/c calc'!A0</t>",
                                       "<t>=1+1</t>",
                                       "<t>https://x.example</t>",
                                       "<t>_x005F_x0041_</t>",
                                       "<t>‹U+001B›[31m‹U+0007›</t>",
                                       "<t>‹U+202E›exe</t>",
                                       "<t>‹U+FFFF›</t>",
                                       "<t>‹E9›</t>",
                                       "<t>&lt;/si&gt;&lt;f&gt;1&lt;/f&gt;</t>",
                                       "<t xml:space=\"preserve\">  blanks  </t>",
                                       "<t xml:space=\"preserve\">a\nb\nc\n</t>"};
    struct bench *bench = *state;
    struct texts texts = {TEXTS, COUNT_OF(TEXTS)};
    const char *sheet = NULL;
    const char *strings = NULL;
    write_texts(bench, &texts, &sheet, &strings);
    for (size_t i = 0; i < COUNT_OF(WANT); i++) {
        check_contains(strings, WANT[i], i);
    }
    // One formula a text, all of them ours; no link of any kind.
    assert_int_equal(count_of(sheet, "<f>"), COUNT_OF(TEXTS) - 1);
    assert_int_equal(count_of(sheet, "<f>\"\"&amp;A1</f>"), COUNT_OF(TEXTS) - 1);
    assert_null(strstr(sheet, "hyperlink"));
}

static void a_text_too_long_for_a_cell_is_cut(void **state)
{
    static const char *const PARTS[] = {"a", "🙂", "_x0041_", "é\n"};
    struct bench *bench = *state;
    const char *texts[COUNT_OF(PARTS)];
    for (size_t i = 0; i < COUNT_OF(PARTS); i++) {
        struct text_builder builder;
        text_builder_init(&builder, &bench->arena);
        for (size_t j = 0; j < 40000; j++) {
            text_add(&builder, PARTS[i]);
        }
        texts[i] = builder.text;
    }
    const char *sheet = NULL;
    const char *strings = NULL;
    write_texts(bench, &(struct texts){texts, COUNT_OF(texts)}, &sheet, &strings);
    assert_int_equal(count_of(strings, " … (cut: "), COUNT_OF(texts));
}

static void the_big_list_of_naughty_strings_stays_text(void **state)
{
    struct bench *bench = *state;
    struct bytes file;
    const char *reason = NULL;
    if (!file_read(&bench->arena, VOUCH_SHARED "/data/nasty/blns/blns.txt", MOST_BYTES, &file,
                   &reason)) {
        print_message("skipped: the list of naughty strings is not there\n");
        skip();
    }
    const char **lines = NULL;
    size_t count = 0;
    size_t capacity = 0;
    const char *at = (const char *)file.data;
    while (*at != '\0') {
        size_t length = strcspn(at, "\n");
        lines = arena_more(&bench->arena, lines, count, &capacity, sizeof *lines);
        lines[count++] = arena_text(&bench->arena, at, length);
        at += length + (at[length] == '\n' ? 1 : 0);
    }
    assert_true(count > 500);
    const char *sheet = NULL;
    const char *strings = NULL;
    write_texts(bench, &(struct texts){lines, count}, &sheet, &strings);
    assert_int_equal(count_of(sheet, "<f>"), count_of(sheet, "<f>\"\"&amp;A1</f>"));
    assert_null(strstr(sheet, "hyperlink"));
}

/* The old file is as it was, nothing else is there, and the reason was said. */
static void check_untouched(struct bench *bench, const char *reason_part, size_t row)
{
    struct file_names names;
    const char *reason = NULL;
    assert_true(file_list(&bench->arena, bench->folder, 10, &names, &reason));
    check_int((int64_t)names.count, 1, row);
    struct bytes bytes = read_back(bench, bench->target);
    check_text((const char *)bytes.data, "old", row);
    check_int((int64_t)bench->diags.count, 1, row);
    check_int(bench->diags.diags[0]->code, DIAG_FILE_NOT_WRITTEN, row);
    check_contains(bench->diags.diags[0]->message, bench->target, row);
    check_contains(bench->diags.diags[0]->message, reason_part, row);
}

static void lay_and_die(struct book *book, const void *subject)
{
    (void)book;
    raise(*(const int *)subject);
}

static void lay_and_warn(struct book *book, const void *subject)
{
    book_begin_sheet(book, "One");
    book_end_sheet(book);
    fputs(subject, stderr); // as the library does
    fflush(stderr);
}

static void lay_and_exit(struct book *book, const void *subject)
{
    (void)book;
    _exit(*(const int *)subject);
}

static void a_writer_that_fails_leaves_the_old_file_alone(void **state)
{
    static const int KILLED = 9, ABORTED = 6, STATUS = 3;
    static const struct {
        const void *subject;
        void (*lay_out)(struct book *book, const void *subject);
        const char *reason;
    } cases[] = {
        {&KILLED, lay_and_die, "ended by signal 9"},
        {&ABORTED, lay_and_die, "ended by signal 6"},
        {&STATUS, lay_and_exit, "the writing process failed"},
        {"[WARNING]: it was dropped\n", lay_and_warn, "[WARNING]: it was dropped"},
    };
    struct bench *bench = *state;
    const char *reason = NULL;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        diag_list_init(&bench->diags, &bench->arena);
        assert_true(file_write(&bench->arena, bench->target, "old", 3, &reason));
        struct book_content content = {.subject = cases[i].subject, .lay_out = cases[i].lay_out};
        check_true(!book_write(&bench->arena, &content, bench->target, &bench->diags), i);
        check_untouched(bench, cases[i].reason, i);
    }
}

static void a_place_that_takes_no_file_is_said(void **state)
{
    struct bench *bench = *state;
    struct {
        const char *target, *reason;
    } cases[] = {
        {file_join(&bench->arena, bench->folder, "none/book.xlsx"), "no such file or folder"},
        {bench->folder, "it is a folder"},
        {"/proc/book.xlsx", "could not be written"}, // takes none even from root
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        diag_list_init(&bench->diags, &bench->arena);
        struct book_content content = sample_book();
        check_true(!book_write(&bench->arena, &content, cases[i].target, &bench->diags), i);
        check_int((int64_t)bench->diags.count, 1, i);
        check_contains(bench->diags.diags[0]->message, cases[i].reason, i);
    }
}

static void a_folder_that_may_not_be_written_is_said(void **state)
{
    struct bench *bench = *state;
    if (geteuid() == 0) {
        print_message("skipped: root may write everywhere\n");
        skip();
    }
    const char *reason = NULL;
    assert_true(file_write(&bench->arena, bench->target, "old", 3, &reason));
    chmod(bench->folder, 0555);
    bool done = write_sample(bench, "book.xlsx");
    chmod(bench->folder, 0755);
    assert_false(done);
    check_untouched(bench, "permission denied", 0);
}

/* Much of the same: the parts are large, the package small. */
static void lay_much(struct book *book, const void *subject)
{
    (void)subject;
    book_begin_sheet(book, "Much");
    for (uint32_t row = 0; row < 20000; row++) {
        book_number(book, row, 0, look(STYLE_NUM), 1);
    }
    book_end_sheet(book);
}

/* In a process of its own, because the limit would also meet the test's own output. */
static int write_within(struct bench *bench, rlim_t bytes)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct rlimit limit = {.rlim_cur = bytes, .rlim_max = bytes};
        setrlimit(RLIMIT_FSIZE, &limit);
        struct book_content content = {.lay_out = lay_much};
        bool done = book_write(&bench->arena, &content, bench->target, &bench->diags);
        _exit(done ? 0 : (int)bench->diags.count + 1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void a_file_that_cannot_grow_is_never_put_in_place(void **state)
{
    // A draft that is cut off; scratch files that are cut off, which the library does not notice.
    static const rlim_t LIMITS[] = {0, 100, 4096, 200000};
    struct bench *bench = *state;
    const char *reason = NULL;
    assert_true(file_write(&bench->arena, bench->target, "old", 3, &reason));
    for (size_t i = 0; i < COUNT_OF(LIMITS); i++) {
        check_int(write_within(bench, LIMITS[i]), 2, i);
        struct bytes bytes = read_back(bench, bench->target);
        check_text((const char *)bytes.data, "old", i);
        struct file_names names;
        assert_true(file_list(&bench->arena, bench->folder, 10, &names, &reason));
        check_int((int64_t)names.count, 1, i);
    }
    assert_int_equal(write_within(bench, MOST_BYTES), 0); // else the limits prove nothing
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_same_book_has_the_same_bytes_wherever_it_is_written,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_workbook_holds_what_the_book_says, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nothing_refused_is_in_a_workbook, set_up, tear_down),
        cmocka_unit_test_setup_teardown(hostile_texts_stay_plain_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_text_too_long_for_a_cell_is_cut, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_big_list_of_naughty_strings_stays_text, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_writer_that_fails_leaves_the_old_file_alone, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_place_that_takes_no_file_is_said, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_folder_that_may_not_be_written_is_said, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_file_that_cannot_grow_is_never_put_in_place, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
