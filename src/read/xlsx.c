#include "read/xlsx.h"

#include "base/arena.h"
#include "base/file.h"
#include "read/bundle.h"
#include "read/package.h"
#include "read/xlsx_sheet.h"
#include "read/xlsx_strings.h"
#include "read/xlsx_styles.h"
#include "read/xlsx_workbook.h"

#include <string.h>

#define SAVE_AS_XLSX "open it in a spreadsheet program and save it as .xlsx"

/* What a file that is no zip file may be, by what it begins with and holds. */
struct other_file {
    const char *begins;
    size_t begins_size;
    const char *holds; // NULL: anything
    size_t holds_size;
    const char *what, *help;
};
#define OLD_OFFICE "\xD0\xCF\x11\xE0", 4

/* Names in an old Office file are UTF-16. */
static const struct other_file OTHER_FILES[] = {
    {OLD_OFFICE, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k", 25, "it is encrypted with a password",
     "open it, take the password off and save it again"},
    {OLD_OFFICE, "W\0o\0r\0k\0b\0o\0o\0k", 15, "it is an old .xls workbook", SAVE_AS_XLSX},
    {OLD_OFFICE, "B\0o\0o\0k", 7, "it is an old .xls workbook", SAVE_AS_XLSX},
    {OLD_OFFICE, NULL, 0, "it is an old Office file", SAVE_AS_XLSX},
    {"%PDF-", 5, NULL, 0, "it is a PDF", "send the workbook itself"},
    {"<", 1, NULL, 0, "it is a web page or an XML text", SAVE_AS_XLSX},
};

/* What a zip file may be, by a part of it. */
static const struct {
    const char *part, *what, *help;
} OTHER_PACKAGES[] = {
    {"xl/workbook.bin", "it is a binary workbook (.xlsb)", SAVE_AS_XLSX},
    {"content.xml", "it is an OpenDocument file", SAVE_AS_XLSX},
    {"Index/Document.iwa", "it is a Numbers document", "export it as an Excel workbook"},
    {"word/document.xml", "it is a Word document", "send the workbook itself"},
};

static bool is_other(const struct input *input, const struct other_file *other)
{
    if (input->size < other->begins_size ||
        memcmp(input->bytes, other->begins, other->begins_size) != 0) {
        return false;
    }
    for (size_t i = 0; other->holds != NULL && i + other->holds_size <= input->size; i++) {
        if (memcmp(input->bytes + i, other->holds, other->holds_size) == 0) {
            return true;
        }
    }
    return other->holds == NULL;
}

static void report_other(struct xlsx_reading *reading, const char *what, const char *help)
{
    struct diag *diag = xlsx_fault(reading, DIAG_XLSX_BAD, xlsx_whole(reading),
                                   "the file is no .xlsx workbook: %s", what);
    if (help != NULL) {
        diag_help(reading->diags, diag, "%s", help);
    }
}

/* It cannot be opened as a package. */
static void report_closed(struct xlsx_reading *reading, const struct input *input,
                          const char *reason)
{
    for (size_t i = 0; i < COUNT_OF(OTHER_FILES); i++) {
        if (is_other(input, &OTHER_FILES[i])) {
            report_other(reading, OTHER_FILES[i].what, OTHER_FILES[i].help);
            return;
        }
    }
    report_other(reading, input->size == 0 ? "it is empty" : reason, NULL);
}

static bool check_kind(struct xlsx_reading *reading)
{
    size_t index = 0;
    for (size_t i = 0; i < COUNT_OF(OTHER_PACKAGES); i++) {
        if (package_find(reading->package, OTHER_PACKAGES[i].part, &index)) {
            report_other(reading, OTHER_PACKAGES[i].what, OTHER_PACKAGES[i].help);
            return false;
        }
    }
    return true;
}

static bool read_sheets(struct xlsx_reading *reading, const struct xlsx_workbook *workbook,
                        struct tables *tables)
{
    tables->since_1904 = workbook->since_1904;
    tables->sheets = arena_alloc(reading->arena, workbook->count, sizeof *tables->sheets);
    for (size_t i = 0; i < workbook->count; i++) {
        struct table *table = &tables->sheets[tables->count++];
        *table = (struct table){.source = reading->source,
                                .name = workbook->sheets[i].name,
                                .state = workbook->sheets[i].state};
        size_t index = 0;
        if (!package_find(reading->package, workbook->sheets[i].part, &index)) {
            xlsx_fault(reading, DIAG_XLSX_BAD, table_loc(table, 0, 0),
                       "the workbook is damaged: it says that the sheet is in %s, which is missing",
                       text_brief(reading->scratch, workbook->sheets[i].part, 60));
            return false;
        }
        if (!xlsx_read_sheet(reading, workbook->sheets[i].part, table)) {
            return false;
        }
    }
    return true;
}

static bool read_parts(struct xlsx_reading *reading, struct tables *tables)
{
    struct xlsx_workbook workbook;
    if (!check_kind(reading) || !xlsx_read_workbook(reading, &workbook) ||
        (workbook.styles != NULL && !xlsx_read_styles(reading, workbook.styles)) ||
        (workbook.strings != NULL && !xlsx_read_strings(reading, workbook.strings)) ||
        !read_sheets(reading, &workbook, tables)) {
        return false;
    }
    const char *reason = NULL;
    if (!package_check_rest(reading->package, &reason)) {
        xlsx_fault(reading, DIAG_XLSX_BAD, xlsx_whole(reading), "the workbook is damaged: %s",
                   reason);
        return false;
    }
    return true;
}

bool tables_read_xlsx_within(struct arena *arena, const struct input *input,
                             const struct package_limits *limits, struct diag_list *diags,
                             struct tables *tables)
{
    struct arena scratch;
    arena_init(&scratch);
    struct xlsx_reading reading = {
        .arena = arena, .scratch = &scratch, .diags = diags, .source = input->name, .sound = true};
    const char *reason = NULL;
    *tables = (struct tables){.count = 0};
    struct bytes bytes = {.data = input->bytes, .size = input->size};
    reading.package = package_open(&scratch, bytes, limits, &reason);
    if (reading.package == NULL) {
        report_closed(&reading, input, reason);
    } else {
        (void)read_parts(&reading, tables); // `sound` says it, with faults that went on
    }
    if (!reading.sound) {
        *tables = (struct tables){.count = 0};
    }
    package_close(reading.package);
    arena_release(&scratch);
    return reading.sound;
}

bool tables_read_xlsx(struct arena *arena, const struct input *input, struct diag_list *diags,
                      struct tables *tables)
{
    return tables_read_xlsx_within(arena, input, &PACKAGE_RECEIVED, diags, tables);
}
