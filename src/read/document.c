#include "read/document.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "read/bundle.h"
#include "read/json.h"
#include "read/reading.h"
#include "read/yaml.h"

#include <string.h>

enum {
    CONTROLS_OF_TEXT_MOST = 9,  // with more of them a file is no text
    CONTROLS_OF_LATIN_MOST = 3, // likewise where a byte that is not UTF-8 comes behind them
    BEGINNING_BYTES = 8,        // shown of a file that is no text
};

struct format {
    const char *ending; // lower case
    bool (*read)(struct reading *reading, struct node *root);
};
static const struct format FORMATS[] = {
    {".yaml", document_read_yaml},
    {".yml", document_read_yaml},
    {".json", document_read_json},
    {".lock", document_read_yaml},
};

/* What a file that is no text begins with. */
struct signature {
    const char *bytes;
    size_t size;
    const char *what;
};
static const struct signature SIGNATURES[] = {
    {"\xFF\xFE", 2, "it is UTF-16 text"},
    {"\xFE\xFF", 2, "it is UTF-16 text"},
    {"PK\x03\x04", 4, "it is a zip file or an Office file"},
    {"\xD0\xCF\x11\xE0", 4, "it is an old or an encrypted Office file"},
    {"%PDF-", 5, "it is a PDF"},
    {"\x89PNG", 4, "it is a picture"},
    {"\xFF\xD8\xFF", 3, "it is a picture"},
    {"GIF8", 4, "it is a picture"},
    {"\x1F\x8B", 2, "it is a compressed file"},
    {"{\\rtf", 5, "it is an RTF file"},
};

static const struct format *find_format(struct arena *arena, const char *name)
{
    const char *folded = text_folded(arena, name);
    for (size_t i = 0; i < COUNT_OF(FORMATS); i++) {
        if (text_ends(folded, FORMATS[i].ending)) {
            return &FORMATS[i];
        }
    }
    return NULL;
}

static const char *what_it_is(const struct input *input)
{
    for (size_t i = 0; i < COUNT_OF(SIGNATURES); i++) {
        if (input->size >= SIGNATURES[i].size &&
            memcmp(input->bytes, SIGNATURES[i].bytes, SIGNATURES[i].size) == 0) {
            return SIGNATURES[i].what;
        }
    }
    return NULL;
}

static bool is_all_blank(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (strchr(" \t\r\n", text[i]) == NULL || text[i] == '\0') {
            return false;
        }
    }
    return true;
}

/* Does it hold so many control characters that each of them would say nothing? */
static bool is_full_of_controls(const struct reading *reading)
{
    const char *end = reading->text + reading->size;
    size_t controls = 0;
    for (const char *at = reading->text; at < end && controls <= CONTROLS_OF_TEXT_MOST;) {
        uint32_t code_point = text_next(&at, end);
        if (code_point == UINT32_MAX) {
            return controls > CONTROLS_OF_LATIN_MOST;
        }
        controls += code_point == 0 || text_is_control(code_point);
    }
    return controls > CONTROLS_OF_TEXT_MOST;
}

/* The first bytes of a file in hexadecimal digits. */
static const char *beginning_of(struct arena *arena, const struct input *input)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    for (size_t i = 0; i < input->size && i < BEGINNING_BYTES; i++) {
        text_add_format(&text, "%s%02X", i > 0 ? " " : "", (unsigned)input->bytes[i]);
    }
    return text.text;
}

static void report_binary(struct reading *reading, const struct input *input, struct loc at)
{
    struct diag *diag = reading_fault(reading, DIAG_TEXT_CONTROL, at,
                                      "this is not a text file: it is full of control characters, "
                                      "and begins with the bytes %s",
                                      beginning_of(reading->arena, input));
    diag_help(reading->diags, diag, "save it as text in UTF-8");
}

/* Report what is no UTF-8 at its place, and every control character. */
static void check_characters(struct reading *reading, const struct input *input)
{
    const char *end = reading->text + reading->size;
    size_t line = 1;
    size_t column = 1;
    bool is_binary = is_full_of_controls(reading);
    for (const char *at = reading->text; at < end;) {
        const char *before = at;
        uint32_t code_point = text_next(&at, end);
        struct loc place = reading_place(reading, line, column, 1);
        if (code_point == UINT32_MAX) {
            struct diag *diag = reading_fault(reading, DIAG_TEXT_NOT_UTF8, place,
                                              "the byte %02X is not part of a UTF-8 character",
                                              (unsigned)(unsigned char)*before);
            diag_help(reading->diags, diag, "save the file as UTF-8");
            return;
        }
        bool is_control = code_point == 0 || text_is_control(code_point);
        if (is_control && is_binary) {
            report_binary(reading, input, place);
            return;
        }
        if (is_control) {
            reading_report_control(reading, code_point, place);
        }
        bool is_line_end = code_point == '\n' || (code_point == '\r' && !(at < end && *at == '\n'));
        column = is_line_end ? 1 : column + 1;
        line += is_line_end;
    }
}

/* Is there a text that a reader may look at? */
static bool check_text(struct reading *reading, const struct input *input)
{
    struct loc whole = {.source = reading->source};
    if (input->size > DOCUMENT_FILE_BYTES_MOST) {
        reading_fault(reading, DIAG_FILE_TOO_LARGE, whole, "%zu bytes, more than %d MiB",
                      input->size, DOCUMENT_FILE_BYTES_MOST >> 20);
        return false;
    }
    if (is_all_blank(reading->text, reading->size)) {
        reading_fault(reading, DIAG_FILE_EMPTY, whole, "the file holds nothing");
        return false;
    }
    const char *what = what_it_is(input);
    if (what != NULL) {
        struct diag *diag = reading_fault(reading, DIAG_TEXT_NOT_UTF8, whole,
                                          "this is not a text file: %s", what);
        diag_help(reading->diags, diag, "save it as text in UTF-8");
        return false;
    }
    check_characters(reading, input);
    return reading->sound;
}

bool document_read(struct arena *arena, const struct input *input, enum document_trust trust,
                   struct diag_list *diags, struct document *document)
{
    static const char MARK[] = "\xEF\xBB\xBF"; // byte order mark
    bool has_mark = input->size >= 3 && memcmp(input->bytes, MARK, 3) == 0;
    size_t skipped = has_mark ? 3 : 0;
    struct reading reading = {
        .arena = arena,
        .diags = diags,
        .source = input->name,
        .text = (const char *)input->bytes + skipped,
        .size = input->size - skipped,
        .trust = trust,
        .sound = true,
    };
    *document = (struct document){.source = input->name};
    const struct format *format = find_format(arena, input->name);
    if (format == NULL) {
        diag_add(diags, DIAG_FORMAT_UNKNOWN, (struct loc){.source = input->name},
                 "the file has none of the endings .yaml, .yml and .json");
        return false;
    }
    bool sound = check_text(&reading, input) && format->read(&reading, &document->root);
    document->whole = !reading.broken;
    return sound;
}

bool node_is_null(const struct node *node)
{
    static const char *const WORDS[] = {"", "~", "null", "Null", "NULL"}; // YAML 1.2, core schema
    if (node->kind != NODE_SCALAR || node->quoted) {
        return false;
    }
    for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
        if (strcmp(node->text, WORDS[i]) == 0) {
            return true;
        }
    }
    return false;
}

const struct node *node_find(const struct node *map, const char *key)
{
    if (map == NULL || map->kind != NODE_MAP) {
        return NULL;
    }
    for (size_t i = 0; i < map->count; i++) {
        if (strcmp(map->entries[i].key, key) == 0) {
            return &map->entries[i].value;
        }
    }
    return NULL;
}

const char *node_kind_text(const struct node *node)
{
    switch (node->kind) {
    case NODE_SCALAR:
        return node_is_null(node) ? "nothing" : "a text";
    case NODE_LIST:
        return "a list";
    case NODE_MAP:
        return "a map";
    }
    return "";
}
