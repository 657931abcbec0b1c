#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/text.h"
#include "made_workbook.h"
#include "read/bundle.h"
#include "read/xlsx.h"
#include "read_sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FILES VOUCH_SHARED "/data/xlsx/files"

/* One workbook as it was read. */
struct reading {
    struct arena arena;
    struct diag_list diags;
    struct tables tables;
    bool sound;
};

static void read_bytes(struct reading *reading, struct bytes bytes)
{
    diag_list_init(&reading->diags, &reading->arena);
    // From a block of its own, so that a byte behind the last is seen.
    uint8_t *copy = malloc(bytes.size + 1);
    assert_non_null(copy);
    memcpy(copy, bytes.data, bytes.size);
    struct input input = {.name = "a.xlsx", .bytes = copy, .size = bytes.size};
    reading->sound = tables_read_xlsx(&reading->arena, &input, &reading->diags, &reading->tables);
    free(copy);
    assert_int_equal(reading->sound, reading->diags.errors == 0);
    assert_true(reading->sound || reading->tables.count == 0);
}

static void read_parts(struct reading *reading, const struct made_part *parts, size_t count)
{
    arena_init(&reading->arena);
    struct arena made;
    arena_init(&made);
    read_bytes(reading, made_workbook(&made, parts, count));
    arena_release(&made);
}

/* `S!A1 text x; B2 =number 5`; a hidden sheet in brackets. */
static const char *list_cells(struct reading *reading)
{
    static const char *const KINDS[] = {"nothing", "text", "number", "truth", "error"};
    static const char *const LOOKS[] = {"", " day", " percent"};
    static const char *const STATES[] = {"", "(hidden)", "(very hidden)"};
    struct text_builder list;
    text_builder_init(&list, &reading->arena);
    for (size_t s = 0; s < reading->tables.count; s++) {
        const struct table *table = &reading->tables.sheets[s];
        text_add_format(&list, "%s%s%s", s == 0 ? "" : "|", table->name, STATES[table->state]);
        for (size_t i = 0; i < table->count; i++) {
            const struct table_cell *cell = &table->cells[i];
            const char *at = loc_text(&reading->arena, table_cell_loc(table, cell));
            const char *value = cell->kind == TABLE_NUMBER || cell->kind == TABLE_TRUTH
                                    ? number_text(&reading->arena, cell->number)
                                    : cell->text;
            text_add_format(&list, "; %s %s%s%s %s", strrchr(at, '!') + 1,
                            cell->is_formula ? "=" : "", KINDS[cell->kind], LOOKS[cell->look],
                            value == NULL ? "-" : value);
        }
    }
    return list.text;
}

static const char *list_diags(struct reading *reading)
{
    struct text_builder list;
    text_builder_init(&list, &reading->arena);
    for (size_t i = 0; i < reading->diags.count; i++) {
        const struct diag *diag = reading->diags.diags[i];
        text_add_format(&list, "%s%s %s: %s", i == 0 ? "" : "\n", diag_code_name(diag->code),
                        loc_text(&reading->arena, diag->at), diag->message);
    }
    return list.text;
}

/* Rows of a sheet, with these strings and styles beside it. */
static const struct {
    const char *rows, *cells;
} SHEETS[] = {
    {"", "S"},
    {"<row r='2'><c r='B2'><v>5</v></c></row>", "S; B2 number 5"},
    {"<row r='2'><c r='B2' t='n'><v> -1.5E-3 </v></c></row>", "S; B2 number -0.0015"},
    {"<row><c/><c><v>1</v></c></row><row/><row><c><v>2</v></c></row>",
     "S; B1 number 1; A3 number 2"},
    {"<row r='3'><c r='C3'><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
     "S; C3 number 1; D3 number 2; A4 number 3"},
    {"<row r='9'><c r='B9'><v>3</v></c><c r='A9'><v>2</v></c></row><row "
     "r='1'><c><v>1</v></c></row>",
     "S; A1 number 1; A9 number 2; B9 number 3"},
    {"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>", "S; XFD1048576 number 1"},
    {"<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c></row>",
     "S; A1 text one; B1 text rich text; C1 text  kept "},
    {"<row><c t='s'><v>3</v></c><c t='s'><v>4</v></c></row>", "S; B1 text a\nb\nc\td_x0041_A"},
    {"<row><c t='inlineStr'><is><t>in</t></is></c></row>", "S; A1 text in"},
    {"<row><c t='inlineStr'><v>9</v><is><r><t>i</t></r><r><t>n</t></r><rPh><t>x</t></rPh></is></c>"
     "</row>",
     "S; A1 text in"},
    {"<row><c t='inlineStr'><is><t><![CDATA[a<b]]></t></is></c></row>", "S; A1 text a<b"},
    {"<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'><v>#N/A</v></c></row>",
     "S; A1 truth 1; B1 truth 0; C1 error #N/A"},
    {"<row><c t='d'><v>2026-10-15T08:00:00</v></c><c t='d'><v>soon</v></c></row>",
     "S; A1 text 2026-10-15; B1 text soon"},
    {"<row><c><f>1+1</f><v>2</v></c><c t='str'><f>A1&amp;\"\"</f><v>x</v></c></row>",
     "S; A1 =number 2; B1 =text x"},
    {"<row><c><f>NOW()</f></c><c t='str'><f>A1</f><v></v></c><c><f t='shared' si='0'/><v>1</v></c>"
     "</row>",
     "S; A1 =nothing -; B1 =nothing -; C1 =number 1"},
    {"<row><c s='0'><v>1</v></c><c s='1'><v>46310</v></c><c s='2'><v>0.85</v></c>"
     "<c s='3'><v>46310.5</v></c><c s='9'><v>1</v></c></row>",
     "S; A1 number 1; B1 number day 46310; C1 number percent 0.85; D1 number day 46310.5; "
     "E1 number 1"},
    {"<row><c s='1'/><c t='s'/><c t='s'><v></v></c><c t='n'><v></v></c></row>", "S"},
    {"<row><c><v>1</v></c></row><row r='1'><c r='A1'><v>1</v></c></row>", "S; A1 number 1"},
    {"<row><x:c xmlns:x='urn:x'><x:v>7</x:v></x:c><c><x:v xmlns:x='urn:x'>7</x:v><v>1</v>"
     "<extLst><ext><v>8</v></ext></extLst></c></row>",
     "S; A1 number 1"},
};
static const char STRINGS[] =
    "<sst xmlns='" MADE_MAIN "' count='1' uniqueCount='99999999'><si><t>one</t></si>"
    "<si><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r><rPh sb='0' "
    "eb='1'><t>no</t></rPh></si>"
    "<si><t xml:space='preserve'> kept </t></si><si/>"
    "<si><t>a_x000D_\nb_x000a_c_x0009_d_x005F_x0041__x0041_</t></si></sst>";
static const char STYLES[] =
    "<styleSheet xmlns='" MADE_MAIN
    "'><numFmts><numFmt numFmtId='170' formatCode='yyyy\\-mm\\-dd'/>"
    "</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"
    "<xf numFmtId='170'/><xf numFmtId='9'/><xf numFmtId='22'/></cellXfs></styleSheet>";

static void cells_are_read_as_they_stand(void **state)
{
    for (size_t i = 0; i < COUNT_OF(SHEETS); i++) {
        struct reading reading;
        char sheet[2000];
        (void)snprintf(sheet, sizeof sheet, "%s%s%s",
                       "<worksheet xmlns='" MADE_MAIN
                       "'><dimension ref='A1:XFD1048576'/><sheetData>",
                       SHEETS[i].rows, "</sheetData><mergeCells/></worksheet>");
        const struct made_part parts[] = {
            {MADE_SHEET, sheet}, {MADE_STRINGS, STRINGS}, {MADE_STYLES, STYLES}};
        read_parts(&reading, parts, COUNT_OF(parts));
        check_text(list_diags(&reading), "", i);
        check_text(list_cells(&reading), SHEETS[i].cells, i);
        arena_release(&reading.arena);
    }
}

#define SHEET_ONE                  MADE_ROWS("<row><c><v>1</v></c></row>")
#define RELATION(id, type, target) "<Relationship Id='" id "' Type='" type "' Target='" target "'/>"
#define RELATIONS(relations)       "<Relationships xmlns='" MADE_PACKAGE "'>" relations "</Relationships>"
#define WORKBOOK(sheets)                                                                           \
    "<workbook xmlns='" MADE_MAIN "' xmlns:r='" MADE_OFFICE "'><sheets>" sheets                    \
    "</sheets></workbook>"

/* Workbooks of other shapes. */
static const struct {
    struct made_part parts[4];
    size_t count;
    const char *cells;
} SHAPES[] = {
    {{{MADE_SHEET, "<x:worksheet xmlns:x='" MADE_STRICT "'><x:sheetData><x:row><x:c><x:v>1</x:v>"
                   "</x:c></x:row></x:sheetData></x:worksheet>"}},
     1,
     "S; A1 number 1"},
    {{{MADE_ROOT, RELATIONS(RELATION("a",
                                     "http://purl.oclc.org/ooxml/officeDocument/relationships"
                                     "/officeDocument",
                                     "/book/main.xml"))},
      {"book/main.xml", "<workbook xmlns='" MADE_STRICT "' xmlns:q='http://purl.oclc.org/ooxml/"
                        "officeDocument/relationships'><sheets><sheet name='T' q:id='z'/></sheets>"
                        "</workbook>"},
      {"book/_rels/main.xml.rels",
       RELATIONS(RELATION("z", "http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet",
                          ".././other/./one.xml"))},
      {"other/one.xml", SHEET_ONE}},
     4,
     "T; A1 number 1"},
    {{{MADE_WORKBOOK, WORKBOOK("<sheet name='B' r:id='s1' state='hidden'/>"
                               "<sheet name='Chart' r:id='c'/>"
                               "<sheet name='A' r:id='s2' state='veryHidden'/>")},
      {MADE_RELATIONS,
       RELATIONS(RELATION("s1", MADE_OFFICE "/worksheet", "/xl/worksheets/two.xml")
                     RELATION("c", MADE_OFFICE "/chartsheet", "charts/1.xml")
                         RELATION("s2", MADE_OFFICE "/worksheet", "worksheets/sheet1.xml"))},
      {"xl/worksheets/two.xml", MADE_ROWS("")},
      {MADE_SHEET, SHEET_ONE}},
     4,
     "B(hidden)|A(very hidden); A1 number 1"},
    {{{MADE_STRINGS, NULL}, {MADE_STYLES, NULL}, {MADE_SHEET, SHEET_ONE}}, 3, "S; A1 number 1"},
    {{{MADE_WORKBOOK, WORKBOOK("<sheet name='a&#x202E;b' r:id='s1'/>")}}, 1, "a‹U+202E›b"},
};

static void workbooks_of_any_shape_are_read(void **state)
{
    for (size_t i = 0; i < COUNT_OF(SHAPES); i++) {
        struct reading reading;
        read_parts(&reading, SHAPES[i].parts, SHAPES[i].count);
        check_text(list_diags(&reading), "", i);
        check_text(list_cells(&reading), SHAPES[i].cells, i);
        arena_release(&reading.arena);
    }
}

#define ROWS(rows) {{MADE_SHEET, MADE_ROWS(rows)}}, 1

/* What is refused, and why. */
static const struct {
    struct made_part parts[2];
    size_t count;
    const char *diags;
} REFUSALS[] = {
    {ROWS("<row r='0'/>"), "XLSX_BAD a.xlsx!S: the cell is damaged: `0` is no row of a sheet"},
    {ROWS("<row r='-1'/>"), "`-1` is no row"},
    {ROWS("<row r='1048577'/>"), "`1048577` is no row"},
    {ROWS("<row r='1048576'/><row/>"),
     "INPUT_LIMIT a.xlsx!S!1048577: the sheet has more rows than 1048576"},
    {ROWS("<row r='2'><c r='C3'><v>1</v></c></row>"), "`C3` is no cell of its row"},
    {ROWS("<row><c r='XFE1'><v>1</v></c></row>"), "`XFE1` is no cell of its row"},
    {ROWS("<row><c r='c1'><v>1</v></c></row>"), "`c1` is no cell of its row"},
    {ROWS("<row><c r='C'><v>1</v></c></row>"), "`C` is no cell of its row"},
    {ROWS("<row><c r=''><v>1</v></c></row>"), "`` is no cell of its row"},
    {ROWS("<row><c r='AAAAAAAAAAAAAA1'><v>1</v></c></row>"), "is no cell of its row"},
    {ROWS("<row><c r='XFD1'/><c/></row>"), "the sheet has more columns than 16384"},
    {ROWS("<row><c t='s'><v>0</v></c></row>"), "`0` is the number of no text"},
    {ROWS("<row><c t='s'><v>-1</v></c></row>"), "`-1` is the number of no text"},
    {ROWS("<row><c t='s'><v>99999999999999999999</v></c></row>"), "is the number of no text"},
    {ROWS("<row><c/><c><v>0x10</v></c></row>"),
     "XLSX_BAD a.xlsx!S!B1: the cell is damaged: `0x10` is no number"},
    {ROWS("<row><c><v>1,5</v></c></row>"), "`1,5` is no number"},
    {ROWS("<row><c><v>NAN</v></c></row>"), "`NAN` is no number"},
    {ROWS("<row><c><v>1e999</v></c></row>"), "`1e999` is no number"},
    {ROWS("<row><c t='b'><v>2</v></c></row>"), "`2` is neither 1 nor 0"},
    {ROWS("<row><c t='q'><v>2</v></c></row>"), "`q` is no type of a cell"},
    {ROWS("<row><c t='aVeryLongTypeOfACell'><v>2</v></c></row>"), "is no type of a cell"},
    {ROWS("<row><c s='-1'><v>2</v></c></row>"), "`-1` is no style of a cell"},
    {ROWS("<row><c><v>1</v><v>2</v></c></row>"), "is the type of a cell with two values"},
    {ROWS("<row><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>"),
     "XLSX_BAD a.xlsx!S!A1: the cell stands twice, with two values"},
    {ROWS("<row><c t='inlineStr'><is><t>a_x0007_b</t></is></c><c><v>x</v></c></row>"),
     "TEXT_CONTROL a.xlsx!S!A1: the cell holds the control character U+0007\nXLSX_BAD a.xlsx!S!B1"},
    {ROWS("<row><c t='str'><v>_x0000_</v></c></row>"), "the control character U+0000"},
    {ROWS("<row><c>"), "its part xl/worksheets/sheet1.xml is refused: it is not well-formed"},
    {{{MADE_SHEET, "<!DOCTYPE a><a/>"}}, 1, "it holds a DOCTYPE, which is not allowed"},
    {{{MADE_STRINGS, "<sst xmlns='" MADE_MAIN "'><si>"}}, 1, "xl/sharedStrings.xml is refused"},
    {{{"xl/theme.xml", "<a>"}}, 1, "its part xl/theme.xml is refused: it is not well-formed"},
    {{{MADE_SHEET, NULL}},
     1,
     "XLSX_BAD a.xlsx!S: the workbook is damaged: it says that the sheet is in "
     "xl/worksheets/sheet1.xml, which is missing"},
    {{{MADE_ROOT, RELATIONS("")}},
     1,
     "XLSX_BAD a.xlsx: the file is a zip file, but not a workbook"},
    {{{MADE_ROOT, NULL}}, 1, "the file is a zip file, but not a workbook"},
    {{{MADE_RELATIONS, NULL}}, 1, "nothing says in which part the sheet `S` is"},
    {{{MADE_RELATIONS, RELATIONS(RELATION("s1", MADE_OFFICE "/worksheet", "../../../a.xml"))}},
     1,
     "nothing says in which part the sheet `S` is"},
    {{{MADE_WORKBOOK, WORKBOOK("")}}, 1, "the workbook has no sheet"},
    {{{MADE_WORKBOOK, WORKBOOK("<sheet r:id='s1'/>")}}, 1, "sheet 1 has no name"},
    {{{"xl/workbook.bin", ""}}, 1, "no .xlsx workbook: it is a binary workbook (.xlsb)"},
    {{{"content.xml", "<a/>"}}, 1, "no .xlsx workbook: it is an OpenDocument file"},
};

static void what_two_programs_would_read_in_two_ways_is_refused(void **state)
{
    for (size_t i = 0; i < COUNT_OF(REFUSALS); i++) {
        struct reading reading;
        read_parts(&reading, REFUSALS[i].parts, REFUSALS[i].count);
        check_true(!reading.sound, i);
        check_contains(list_diags(&reading), REFUSALS[i].diags, i);
        arena_release(&reading.arena);
    }
}

/* `count` times `middle`, with what a part begins and ends with. */
static const char *repeat(struct arena *arena, const char *before, const char *middle, size_t count,
                          const char *after)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    text_add(&text, before);
    for (size_t i = 0; i < count; i++) {
        text_add(&text, middle);
    }
    text_add(&text, after);
    return text.text;
}

#define SHEET_BEFORE "<worksheet xmlns='" MADE_MAIN "'><sheetData>"
#define SHEET_AFTER  "</sheetData></worksheet>"

/* A limit, what reaches it, and what passes it. */
static const struct {
    const char *part, *before, *middle, *after;
    size_t most;
    const char *diags;
} LIMITS[] = {
    {MADE_SHEET, SHEET_BEFORE, "<row><c><v>1</v></c></row>", SHEET_AFTER, TABLE_CELLS_MOST,
     "INPUT_LIMIT a.xlsx!S!A200001: the workbook has more cells than 200000"},
    {MADE_SHEET, SHEET_BEFORE "<row><c t='inlineStr'><is><t>", "x",
     "</t></is></c></row>" SHEET_AFTER, TABLE_TEXT_BYTES_MOST,
     "the cell holds more bytes of text than 262144"},
    {MADE_STRINGS, "<sst xmlns='" MADE_MAIN "'><si><t>", "x", "</t></si></sst>",
     TABLE_TEXT_BYTES_MOST, "a text of the workbook has more than 262144 bytes"},
    {MADE_STRINGS, "<sst xmlns='" MADE_MAIN "'>", "<si/>", "</sst>", TABLE_STRINGS_MOST,
     "the workbook has more than 200000 texts"},
    {MADE_STYLES, "<styleSheet xmlns='" MADE_MAIN "'><cellXfs>", "<xf/>", "</cellXfs></styleSheet>",
     TABLE_STYLES_MOST, "more than 65536 styles or number formats"},
    {MADE_STYLES, "<styleSheet xmlns='" MADE_MAIN "'><numFmts>",
     "<numFmt numFmtId='200' formatCode='0'/>", "</numFmts></styleSheet>", TABLE_FORMATS_MOST,
     "more than 2000 styles or number formats"},
    {MADE_WORKBOOK, "<workbook xmlns='" MADE_MAIN "' xmlns:r='" MADE_OFFICE "'><sheets>",
     "<sheet name='S' r:id='s1'/>", "</sheets></workbook>", TABLE_SHEETS_MOST,
     "the workbook has more than 256 sheets"},
};

static void limits_hold_exactly(void **state)
{
    static const size_t beyond[] = {0, 1};
    for (size_t i = 0; i < COUNT_OF(LIMITS); i++) {
        for (size_t j = 0; j < COUNT_OF(beyond); j++) {
            struct arena arena;
            arena_init(&arena);
            struct reading reading;
            const struct made_part part = {LIMITS[i].part,
                                           repeat(&arena, LIMITS[i].before, LIMITS[i].middle,
                                                  LIMITS[i].most + beyond[j], LIMITS[i].after)};
            read_parts(&reading, &part, 1);
            if (beyond[j] == 0 && strcmp(part.name, MADE_WORKBOOK) != 0) {
                check_text(list_diags(&reading), "", i);
            } else if (beyond[j] > 0) {
                check_contains(list_diags(&reading), LIMITS[i].diags, i);
            }
            arena_release(&reading.arena);
            arena_release(&arena);
        }
    }
}

/* A text that many cells share costs nothing here, but whoever shows it would pay. */
static void a_shared_text_counts_wherever_it_stands(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct reading reading;
    const size_t cells = TABLE_TEXTS_BYTES_MOST / TABLE_TEXT_BYTES_MOST + 1;
    const struct made_part parts[] = {
        {MADE_STRINGS, repeat(&arena, "<sst xmlns='" MADE_MAIN "'><si><t>", "x",
                              TABLE_TEXT_BYTES_MOST, "</t></si></sst>")},
        {MADE_SHEET,
         repeat(&arena, SHEET_BEFORE, "<row><c t='s'><v>0</v></c></row>", cells, SHEET_AFTER)},
    };
    read_parts(&reading, parts, COUNT_OF(parts));
    check_text(list_diags(&reading),
               "INPUT_LIMIT a.xlsx!S!A129: the cells up to here hold more bytes of text than "
               "33554432",
               0);
    arena_release(&reading.arena);
    arena_release(&arena);
}

static void what_nobody_can_see_is_warned_about(void **state)
{
    struct reading reading;
    static const struct made_part PARTS[] = {
        {MADE_SHEET, MADE_ROWS("<row><c/><c t='inlineStr'><is><t>a&#x202E;b</t></is></c></row>")}};
    read_parts(&reading, PARTS, COUNT_OF(PARTS));
    check_true(reading.sound, 0);
    check_text(list_diags(&reading),
               "TEXT_INVISIBLE a.xlsx!S!B1: the text holds characters that a reader cannot see", 0);
    arena_release(&reading.arena);
}

static void the_workbook_says_from_where_days_count(void **state)
{
    static const struct {
        const char *word;
        bool since_1904;
    } cases[] = {{"1", true}, {"true", true}, {"0", false}, {"false", false}, {"x", false}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct reading reading;
        char workbook[500];
        (void)snprintf(workbook, sizeof workbook,
                       "<workbook xmlns='%s' xmlns:r='%s'><workbookPr date1904='%s'/><sheets>"
                       "<sheet name='S' r:id='s1'/></sheets></workbook>",
                       MADE_MAIN, MADE_OFFICE, cases[i].word);
        const struct made_part part = {MADE_WORKBOOK, workbook};
        read_parts(&reading, &part, 1);
        check_int(reading.tables.since_1904, cases[i].since_1904, i);
        arena_release(&reading.arena);
    }
}

static void cells_are_found_and_said_as_text(void **state)
{
    struct reading reading;
    static const struct made_part PARTS[] = {
        {MADE_STYLES, STYLES},
        {MADE_SHEET,
         MADE_ROWS("<row r='2'><c r='B2' t='str'><v> x </v></c><c r='D2' s='1'><v>46310.4</v></c>"
                   "</row><row r='4'><c r='A4' t='b'><v>1</v></c><c r='B4'><v>12.50</v></c>"
                   "<c r='C4' t='e'><v>#REF!</v></c><c r='D4' s='1'><v>-3</v></c></row>")}};
    static const struct {
        uint32_t row, column;
        const char *text; // NULL: no cell
    } cases[] = {
        {2, 2, "x"},    {2, 4, "2026-10-15"}, {2, 3, NULL}, {3, 1, NULL}, {4, 1, "TRUE"},
        {4, 2, "12.5"}, {4, 3, ""},           {4, 4, "-3"}, {1, 1, NULL}, {9, 9, NULL},
    };
    read_parts(&reading, PARTS, COUNT_OF(PARTS));
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct table_cell *cell = table_find_cell(&reading.tables.sheets[0], cases[i].row,
                                                        cases[i].column);
        check_int(cell != NULL, cases[i].text != NULL, i);
        if (cell != NULL) {
            check_text(table_cell_text(&reading.arena, &reading.tables, cell), cases[i].text, i);
        }
    }
    arena_release(&reading.arena);
}

/* Wherever a workbook is cut, nothing of it is given out. */
static void nothing_of_a_cut_workbook_is_given_out(void **state)
{
    struct arena made;
    arena_init(&made);
    static const struct made_part PARTS[] = {{MADE_SHEET, SHEET_ONE}};
    struct bytes bytes = made_workbook(&made, PARTS, COUNT_OF(PARTS));
    for (size_t size = 0; size < bytes.size; size += 7) {
        struct reading reading;
        arena_init(&reading.arena);
        read_bytes(&reading, (struct bytes){.data = bytes.data, .size = size});
        check_true(!reading.sound, size);
        arena_release(&reading.arena);
    }
    arena_release(&made);
}

/* Files of many programs, and of none: each is read or named for what it is. */
static const struct {
    const char *path, *diags;
} NAMED[] = {
    {FILES "/cal_pass_protected.xlsx", "it is encrypted with a password"},
    {FILES "/poi_protect.xlsx", "it is encrypted with a password"},
    {FILES "/poi_poc-xmlbomb.xlsx", "it holds a DOCTYPE"},
    {FILES "/ejs_missing-bits.xlsx", "the file is a zip file, but not a workbook"},
    {FILES "/cal_strict_iso_paths.xlsx", ""},
    {FILES "/cal_date_1904.xlsx", ""},
    {FILES "/poi_MalformedSSTCount.xlsx", ""},
    {VOUCH_SHARED "/data/nasty/wrong-format/tests/any_sheets.xls", "it is an old .xls workbook"},
    {VOUCH_SHARED "/data/nasty/wrong-format/tests/any_sheets.xlsb", "it is a binary workbook"},
    {VOUCH_SHARED "/data/nasty/wrong-format/tests/any_sheets.ods", "it is an OpenDocument file"},
    {VOUCH_SHARED "/data/nasty/wrong-format/tests/vba.xlsm", ""},
    {VOUCH_SHARED "/data/hecvat/HECVAT414.xlsx", ""},
};

static void files_are_read_or_named_for_what_they_are(void **state)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(NAMED); i++) {
        struct reading reading;
        arena_init(&reading.arena);
        struct bytes bytes = shared_bytes(&arena, NAMED[i].path);
        read_bytes(&reading, bytes);
        check_int(reading.sound, NAMED[i].diags[0] == '\0', i);
        check_contains(list_diags(&reading), NAMED[i].diags, i);
        arena_release(&reading.arena);
    }
    arena_release(&arena);
}

/* A questionnaire of 261 questions that a vendor filled in, with published counts. */
static void a_filled_questionnaire_has_the_published_counts(void **state)
{
    static const struct {
        const char *word;
        size_t count;
    } cases[] = {{"Yes", 107}, {"No", 122}, {"NA", 32}};
    struct arena arena;
    arena_init(&arena);
    struct bytes bytes = shared_bytes(&arena, VOUCH_SHARED
                                      "/data/filled-caiq/CAIQv4.0.3_WhitePact_completed.xlsx");
    struct reading reading;
    arena_init(&reading.arena);
    read_bytes(&reading, bytes);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        size_t count = 0;
        for (size_t s = 0; s < reading.tables.count; s++) {
            const struct table *table = &reading.tables.sheets[s];
            for (size_t c = 0; c < table->count; c++) {
                count += table->cells[c].column == 3 &&
                         text_equal(table->cells[c].text, cases[i].word);
            }
        }
        check_int((int64_t)count, (int64_t)cases[i].count, i);
    }
    arena_release(&reading.arena);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_read_as_they_stand),
        cmocka_unit_test(workbooks_of_any_shape_are_read),
        cmocka_unit_test(what_two_programs_would_read_in_two_ways_is_refused),
        cmocka_unit_test(limits_hold_exactly),
        cmocka_unit_test(a_shared_text_counts_wherever_it_stands),
        cmocka_unit_test(what_nobody_can_see_is_warned_about),
        cmocka_unit_test(the_workbook_says_from_where_days_count),
        cmocka_unit_test(cells_are_found_and_said_as_text),
        cmocka_unit_test(nothing_of_a_cut_workbook_is_given_out),
        cmocka_unit_test(files_are_read_or_named_for_what_they_are),
        cmocka_unit_test(a_filled_questionnaire_has_the_published_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
