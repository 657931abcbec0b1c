#include "report/measure.h"

#include "base/arena.h"
#include "base/text.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

enum {
    UNITS_PER_EM = 2048,
    FIRST_ASCII = 0x20,
    ASCII_COUNT = 0x7E - 0x20 + 1,
    FIRST_ACCENTED = 0xC0,
    LAST_ACCENTED = 0x17F,
    CELL_PADDING = 7, // pixels that a cell keeps free of text
    INDENT_PIXELS = 9,
    LINE_PIXELS = 17,
    ROW_LEAST = 19,
    UTF8_BYTES_MOST = 4, // of a code point
    ROW_MOST = 545       // 409 points, the most that a row can have
};
static const double TOLERANCE = 1.03; // programs differ by so much in the width of a text

/* Advances of U+0020..U+007E in Calibri: regular, bold. */
static const uint16_t ADVANCES[2][ASCII_COUNT] = {
    {463,  667,  821,  1020, 1038, 1464, 1397, 452,  621,  621,  1020, 1020, 511,  627,  517,  791,
     1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 548,  548,  1020, 1020, 1020, 949,
     1831, 1185, 1114, 1092, 1260, 1000, 941,  1292, 1276, 516,  653,  1064, 861,  1751, 1322, 1356,
     1058, 1378, 1112, 941,  998,  1314, 1162, 1822, 1063, 998,  959,  628,  791,  628,  1020, 1020,
     596,  981,  1076, 866,  1076, 1019, 625,  964,  1076, 470,  490,  931,  470,  1636, 1076, 1080,
     1076, 1076, 714,  801,  686,  1076, 925,  1464, 887,  927,  809,  644,  943,  644,  1020},
    {463,  667,  898,  1020, 1038, 1493, 1443, 478,  638,  638,  1020, 1020, 528,  627,  547,  880,
     1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 565,  565,  1020, 1020, 1020, 949,
     1840, 1241, 1148, 1084, 1291, 999,  940,  1305, 1292, 546,  678,  1120, 866,  1790, 1349, 1385,
     1090, 1405, 1153, 968,  1014, 1337, 1211, 1856, 1128, 1064, 979,  665,  880,  665,  1020, 1020,
     615,  1011, 1099, 857,  1099, 1031, 648,  971,  1099, 503,  523,  983,  503,  1666, 1099, 1101,
     1099, 1099, 728,  817,  710,  1099, 969,  1526, 941,  970,  814,  704,  973,  704,  1020},
};

/* The base letters of U+00C0..U+017F; digraphs stand under a letter that is at least as wide. */
static const char BASE_LETTERS[] =
    "AAAAAAWCEEEEIIIIDNOOOOO+OUUUUYPnaaaaaawceeeeiiiidnooooo+ouuuuypy"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiNnJjKkkLlLlLlLlLl"
    "NnNnNnnNnOoOoOoWwRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
_Static_assert(sizeof(BASE_LETTERS) - 1 == LAST_ACCENTED - FIRST_ACCENTED + 1,
               "a letter for each code point");

struct advance {
    uint32_t code_point;
    uint16_t regular, bold;
};

static const struct advance OTHERS[] = {
    {0x00A0, 463, 463},   {0x00B7, 517, 548},   {0x00D7, 1020, 1020}, {0x00F7, 1020, 1020},
    {0x2013, 1020, 1020}, {0x2014, 1854, 1854}, {0x2018, 511, 528},   {0x2019, 511, 528},
    {0x201C, 857, 891},   {0x201D, 857, 891},   {0x2022, 1020, 1020}, {0x2026, 1414, 1457},
    {0x20AC, 1038, 1038}, {0x2212, 1020, 1020}, {0x2260, 1020, 1020}, {0x2264, 1020, 1020},
    {0x2265, 1020, 1020}, {0x25A1, 1237, 1237}, {0x25CB, 1126, 1126}, {0x25CF, 1237, 1237},
};

static bool is_combining(uint32_t code_point)
{
    return (code_point >= 0x0300 && code_point <= 0x036F) ||
           (code_point >= 0x1AB0 && code_point <= 0x1AFF) ||
           (code_point >= 0x1DC0 && code_point <= 0x1DFF) ||
           (code_point >= 0x20D0 && code_point <= 0x20FF) ||
           (code_point >= 0xFE00 && code_point <= 0xFE0F);
}

/* In 1/2048 of the size. What the tables do not have is taken for a whole em. */
static int advance_of(uint32_t code_point, bool bold)
{
    if (code_point >= FIRST_ACCENTED && code_point <= LAST_ACCENTED) {
        code_point = (unsigned char)BASE_LETTERS[code_point - FIRST_ACCENTED];
    }
    if (code_point >= FIRST_ASCII && code_point < FIRST_ASCII + ASCII_COUNT) {
        return ADVANCES[bold ? 1 : 0][code_point - FIRST_ASCII];
    }
    if (code_point == '\t') {
        return ADVANCES[bold ? 1 : 0][0];
    }
    for (size_t i = 0; i < COUNT_OF(OTHERS); i++) {
        if (OTHERS[i].code_point == code_point) {
            return bold ? OTHERS[i].bold : OTHERS[i].regular;
        }
    }
    bool has_no_width = code_point < FIRST_ASCII || is_combining(code_point) ||
                        text_is_invisible(code_point);
    return has_no_width ? 0 : UNITS_PER_EM;
}

static double pixels_of(int64_t units, int points)
{
    return (double)units / UNITS_PER_EM * points * 96.0 / 72.0;
}

double measure_width(const char *text, int points, bool bold)
{
    const char *end = text + strlen(text);
    int64_t units = 0;
    while (text < end) {
        units += advance_of(text_next(&text, end), bold);
    }
    return pixels_of(units, points);
}

/* Text on its way into lines; widths in 1/2048 of the size. */
struct setter {
    int64_t room;
    bool bold;
    int lines;      // begun
    int64_t used;   // of the last line, without the blanks at its end
    int64_t blanks; // at its end
};

/* The end of the word at `text`: the next blank or line end. */
static const char *word_end(const char *text)
{
    return text + strcspn(text, " \t\r\n");
}

static void new_line(struct setter *setter)
{
    setter->lines++;
    setter->used = 0;
    setter->blanks = 0;
}

/* A word that is wider than a line is broken where the line is full. */
static void set_in_pieces(struct setter *setter, const char *word, const char *end)
{
    while (word < end) {
        int64_t width = advance_of(text_next(&word, end), setter->bold);
        if (setter->used > 0 && setter->used + width > setter->room) {
            new_line(setter);
        }
        setter->used += width;
    }
}

static void set_word(struct setter *setter, const char *word, const char *end)
{
    int64_t width = 0;
    for (const char *at = word; at < end;) {
        width += advance_of(text_next(&at, end), setter->bold);
    }
    if (setter->used + setter->blanks + width > setter->room && setter->used > 0) {
        new_line(setter);
    }
    setter->used += setter->blanks;
    setter->blanks = 0;
    if (setter->used + width <= setter->room) {
        setter->used += width;
    } else {
        set_in_pieces(setter, word, end);
    }
}

int measure_lines(const char *text, int points, bool bold, int pixels, int indent)
{
    assert(points > 0);
    double room = (pixels - CELL_PADDING - INDENT_PIXELS * indent) / TOLERANCE;
    struct setter setter = {
        .room = (int64_t)(room / pixels_of(UNITS_PER_EM, points) * UNITS_PER_EM),
        .bold = bold,
        .lines = 1,
    };
    while (*text != '\0') {
        const char *end = word_end(text);
        if (end > text) {
            set_word(&setter, text, end);
            text = end;
            continue;
        }
        if (*text == '\n') {
            new_line(&setter);
        } else {
            setter.blanks += advance_of((unsigned char)*text, bold);
        }
        text++;
    }
    return setter.lines;
}

int measure_height(int lines, int pad)
{
    int height = LINE_PIXELS * lines + pad;
    height = height < ROW_LEAST ? ROW_LEAST : height;
    return height > ROW_MOST ? ROW_MOST : height;
}

/* The last place at or before `offset` where a word ends; 0: none. */
static size_t word_end_before(const char *text, size_t offset)
{
    static const char BLANKS[] = " \t\r\n";
    for (; offset > 0; offset--) {
        bool ends = text[offset] == '\0' || strchr(BLANKS, text[offset]) != NULL;
        if (ends && strchr(BLANKS, text[offset - 1]) == NULL) {
            return offset;
        }
    }
    return 0;
}

/* The first byte of the code point that `offset` falls into. */
static size_t whole_code_point(const char *text, size_t offset)
{
    while (offset > 0 && ((unsigned char)text[offset] & 0xC0) == 0x80) {
        offset--;
    }
    return offset;
}

/* What a cut text is tried against. */
struct cut {
    struct arena *arena;
    const char *text;
    const struct measure_room *room;
};

static const char *cut_text(const struct cut *cut, size_t length)
{
    const char *gap = length > 0 ? " " : "";
    return arena_format(cut->arena, "%.*s%s…%s", (int)length, cut->text, gap, cut->room->tail);
}

static bool is_room(const struct measure_room *room, const char *text)
{
    return measure_lines(text, room->points, false, room->pixels, room->indent) <= room->lines;
}

static bool cut_fits(const struct cut *cut, size_t length)
{
    struct arena_mark mark = arena_mark(cut->arena);
    bool fits = is_room(cut->room, cut_text(cut, length));
    arena_rewind(cut->arena, mark);
    return fits;
}

/* The longest beginning that fits and ends where `end_before` allows; 0: none. */
static size_t longest_fit(const struct cut *cut,
                          size_t (*end_before)(const char *text, size_t offset))
{
    size_t low = 0; // fits, or is nothing
    size_t high = strlen(cut->text);
    while (low < high) {
        size_t middle = high - (high - low) / 2;
        if (cut_fits(cut, end_before(cut->text, middle))) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return end_before(cut->text, low);
}

const char *measure_cut(struct arena *arena, const char *text, const struct measure_room *room)
{
    if (is_room(room, text)) {
        return text;
    }
    struct cut cut = {.arena = arena, .text = text, .room = room};
    size_t length = longest_fit(&cut, word_end_before);
    if (length == 0) { // one endless word
        length = longest_fit(&cut, whole_code_point);
    }
    return cut_text(&cut, length);
}

/* The longest beginning that fits, in bytes. */
static size_t beginning_that_fits(struct arena *arena, const char *text,
                                  const struct measure_room *room)
{
    size_t low = 0;
    size_t high = strlen(text);
    size_t most = (size_t)room->lines * (size_t)room->pixels * UTF8_BYTES_MOST; // a pixel each
    if (high <= most && is_room(room, text)) {
        return high;
    }
    high = high > most ? most : high;
    while (low < high) {
        size_t middle = high - (high - low) / 2;
        struct arena_mark mark = arena_mark(arena);
        if (is_room(room, arena_text(arena, text, whole_code_point(text, middle)))) {
            low = middle;
        } else {
            high = middle - 1;
        }
        arena_rewind(arena, mark);
    }
    return whole_code_point(text, low);
}

const char *measure_part(struct arena *arena, const char **text, const struct measure_room *room)
{
    const char *whole = *text;
    size_t length = beginning_that_fits(arena, whole, room);
    size_t at_word = word_end_before(whole, length);
    length = at_word > 0 ? at_word : length;
    if (length == 0 && whole[0] != '\0') { // nothing fits: one character all the same
        const char *behind = whole;
        (void)text_next(&behind, whole + strlen(whole));
        length = (size_t)(behind - whole);
    }
    *text = whole + length + strspn(whole + length, " \t\r\n");
    return arena_text(arena, whole, length);
}

const char *measure_cut_line(struct arena *arena, const char *text, int points, int pixels)
{
    const struct measure_room room = {.points = points, .pixels = pixels, .lines = 1, .tail = ""};
    return measure_cut(arena, text, &room);
}

/* The first `length` bytes without blanks at their end, and `…`. */
static const char *clip_text(struct arena *arena, const char *text, size_t length)
{
    while (length > 0 && text[length - 1] == ' ') {
        length--;
    }
    return arena_format(arena, "%.*s…", (int)length, text);
}

const char *measure_clip(struct arena *arena, const char *text, int points, bool bold, int pixels)
{
    if (measure_lines(text, points, bold, pixels, 0) <= 1) {
        return text;
    }
    size_t low = 0; // fits, or is nothing
    size_t high = strlen(text);
    while (low < high) { // a title from outside can be of any length
        size_t middle = high - (high - low) / 2;
        struct arena_mark mark = arena_mark(arena);
        const char *tried = clip_text(arena, text, whole_code_point(text, middle));
        if (measure_lines(tried, points, bold, pixels, 0) <= 1) {
            low = middle;
        } else {
            high = middle - 1;
        }
        arena_rewind(arena, mark);
    }
    return clip_text(arena, text, whole_code_point(text, low));
}
