/* Other programs read, and calculate, what a book says. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/text.h"
#include "check.h"
#include "sample_book.h"
#include "scratch_folder.h"

enum { MOST_BYTES = 16 << 20, STATUS_MISSING = 77, STATUS_NOT_FOUND = 127 };

struct bench {
    struct arena arena;
    const char *folder;
    const char *book;  // the workbook that we wrote
    const char *again; // and what another program made of it
};

/* Run a program with its output in a file. Returns its status; 127: there is no such program. */
static int run(const char *const *words, const char *output)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        int descriptor = open(output, O_WRONLY | O_CREAT | O_TRUNC, 0600);
        int nowhere = open("/dev/null", O_RDWR);
        dup2(nowhere, STDIN_FILENO);
        dup2(descriptor, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        execvp(words[0], (char *const *)(uintptr_t)words); // exec asks for texts it never changes
        _exit(STATUS_NOT_FOUND);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int set_up(void **state)
{
    struct bench *bench = calloc(1, sizeof *bench);
    assert_non_null(bench);
    arena_init(&bench->arena);
    bench->folder = scratch_make(&bench->arena);
    bench->book = file_join(&bench->arena, bench->folder, "book.xlsx");
    bench->again = file_join(&bench->arena, bench->folder, "again/book.xlsx");
    const char *reason = NULL;
    const char *again = file_join(&bench->arena, bench->folder, "again");
    assert_true(file_make_folder(&bench->arena, again, &reason));
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

static void write_book(struct bench *bench, const struct book_content *content)
{
    struct diag_list diags;
    diag_list_init(&diags, &bench->arena);
    assert_true(book_write(&bench->arena, content, bench->book, &diags));
}

/* What the book says, as read_workbook.py prints it. */
struct values {
    struct arena *arena;
    const char *sheet;
    const char **lines;
    size_t count, capacity;
};

static void keep_sheet(void *state, const char *name)
{
    struct values *values = state;
    values->sheet = name;
}

static const char *on_one_line(struct arena *arena, const char *text)
{
    struct text_builder builder;
    text_builder_init(&builder, arena);
    for (; *text != '\0'; text++) {
        text_add_bytes(&builder, *text == '\n' ? "\\n" : text, *text == '\n' ? 2 : 1);
    }
    return builder.text;
}

static void keep_cell(void *state, const struct cell *cell)
{
    struct values *values = state;
    if (cell->kind == CELL_BLANK) {
        return;
    }
    const char *value = cell->text != NULL
                            ? arena_format(values->arena, "str %s",
                                           on_one_line(values->arena, cell->text))
                            : arena_format(values->arena, "number %.9g", cell->number);
    values->lines = arena_more(values->arena, values->lines, values->count, &values->capacity,
                               sizeof *values->lines);
    values->lines[values->count++] = arena_format(values->arena, "%s %u %u %s", values->sheet,
                                                  cell->row + 1, cell->column + 1, value);
}

static void leave_column(void *state, uint32_t first, uint32_t last, int pixels)
{
    (void)state, (void)first, (void)last, (void)pixels;
}
static void leave_row(void *state, uint32_t row, int pixels, int outline_level)
{
    (void)state, (void)row, (void)pixels, (void)outline_level;
}
static void leave_rule(void *state, const struct rule *rule)
{
    (void)state, (void)rule;
}
static void leave_validation(void *state, const struct validation *validation)
{
    (void)state, (void)validation;
}
static void leave_chart(void *state, const struct chart *chart)
{
    (void)state, (void)chart;
}
static void leave_setup(void *state, const struct sheet_setup *setup)
{
    (void)state, (void)setup;
}

static int compare_lines(const void *first, const void *second)
{
    return strcmp(*(const char *const *)first, *(const char *const *)second);
}

static const char *values_of(struct arena *arena, const struct book_content *content)
{
    struct values values = {.arena = arena};
    const struct book_receiver receiver = {
        .state = &values,
        .open_sheet = keep_sheet,
        .column = leave_column,
        .row = leave_row,
        .cell = keep_cell,
        .rule = leave_rule,
        .validation = leave_validation,
        .chart = leave_chart,
        .close_sheet = leave_setup,
    };
    content->lay_out(book_open(arena, &receiver), content->subject);
    assert_true(values.count > 0);
    qsort(values.lines, values.count, sizeof *values.lines, compare_lines);
    struct text_builder builder;
    text_builder_init(&builder, arena);
    for (size_t i = 0; i < values.count; i++) {
        text_add_format(&builder, "%s\n", values.lines[i]);
    }
    return builder.text;
}

/* The values of a workbook, read by openpyxl; skips the test where it is missing. */
static const char *read_values(struct bench *bench, const char *path)
{
    const char *output = file_join(&bench->arena, bench->folder, "values.txt");
    const char *const words[] = {VOUCH_PYTHON, "-B",
                                 VOUCH_SOURCE_DIR "/tests/unit/read_workbook.py", path, NULL};
    int status = run(words, output);
    if (status == STATUS_MISSING || status == STATUS_NOT_FOUND) {
        print_message("skipped: openpyxl is not installed\n");
        skip();
    }
    assert_int_equal(status, 0);
    struct bytes bytes = {.data = NULL};
    const char *reason = NULL;
    assert_true(file_read(&bench->arena, output, MOST_BYTES, &bytes, &reason));
    return (const char *)bytes.data;
}

/* Without this, LibreOffice hands back our own cached values. */
static const char RECALCULATE[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">"
    "<item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\">"
    "<prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\"><value>0</value></prop></item>"
    "</oor:items>\n";

/* Let LibreOffice calculate the workbook anew; skips where it is missing. */
static void recalculate_with_libreoffice(struct bench *bench)
{
    struct arena *arena = &bench->arena;
    const char *reason = NULL;
    const char *profile = file_join(arena, bench->folder, "profile");
    const char *user = file_join(arena, profile, "user");
    assert_true(file_make_folder(arena, profile, &reason));
    assert_true(file_make_folder(arena, user, &reason));
    assert_true(file_write(arena, file_join(arena, user, "registrymodifications.xcu"), RECALCULATE,
                           sizeof RECALCULATE - 1, &reason));
    const char *const words[] = {
        "soffice",      arena_format(arena, "-env:UserInstallation=file://%s", profile),
        "--headless",   "--norestore",
        "--convert-to", "xlsx:Calc MS Excel 2007 XML",
        "--outdir",     file_folder(arena, bench->again),
        bench->book,    NULL};
    if (run(words, "/dev/null") == STATUS_NOT_FOUND) {
        print_message("skipped: LibreOffice is not installed\n");
        skip();
    }
}

static void recalculate_with_gnumeric(struct bench *bench)
{
    const char *const words[] = {"ssconvert", "--recalc", bench->book, bench->again, NULL};
    if (run(words, "/dev/null") == STATUS_NOT_FOUND) {
        print_message("skipped: Gnumeric is not installed\n");
        skip();
    }
}

static void openpyxl_reads_what_the_book_says(void **state)
{
    struct bench *bench = *state;
    struct book_content content = sample_book();
    write_book(bench, &content);
    assert_string_equal(read_values(bench, bench->book), values_of(&bench->arena, &content));
}

static void lay_stale(struct book *book, const void *subject)
{
    (void)subject;
    book_begin_sheet(book, "One");
    book_number_formula(book, 0, 0, look(STYLE_NUM), "=1+1", -999);
    book_end_sheet(book);
}

/* A wrong cached value has to come back mended, else nothing was calculated. */
static void check_canary(struct bench *bench, void (*recalculate)(struct bench *bench))
{
    struct book_content stale = {.lay_out = lay_stale};
    write_book(bench, &stale);
    recalculate(bench);
    assert_string_equal(read_values(bench, bench->again), "One 1 1 number 2\n");
    assert_int_equal(unlink(bench->again), 0);
}

static void check_recalculated(struct bench *bench, void (*recalculate)(struct bench *bench))
{
    check_canary(bench, recalculate);
    struct book_content content = sample_book();
    write_book(bench, &content);
    recalculate(bench);
    assert_string_equal(read_values(bench, bench->again), values_of(&bench->arena, &content));
}

static void libreoffice_calculates_what_was_cached(void **state)
{
    check_recalculated(*state, recalculate_with_libreoffice);
}

static void gnumeric_calculates_what_was_cached(void **state)
{
    check_recalculated(*state, recalculate_with_gnumeric);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(openpyxl_reads_what_the_book_says, set_up, tear_down),
        cmocka_unit_test_setup_teardown(libreoffice_calculates_what_was_cached, set_up, tear_down),
        cmocka_unit_test_setup_teardown(gnumeric_calculates_what_was_cached, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
