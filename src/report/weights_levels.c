#include "report/weights_levels.h"

#include "base/arena.h"
#include "base/text.h"
#include "report/measure.h"
#include "report/sheet_head.h"

enum { MEANS_PIXELS = 190, WORD_PIXELS = 180, BODY_POINTS = 10 }; // means run over two columns

static const struct sheet_column HEADS[] = {
    {"Level of the panel", 0, STYLE_HEAD, 0},
    {"Worth", 0, STYLE_HEAD_NUM, 0},
    {"Means", 0, STYLE_HEAD, 1},
    {"", 0, STYLE_HEAD, 0},
};
static const struct sheet_column MACHINE_HEADS[] = {
    {"Scale no.", 0, STYLE_HEAD_NUM, 0},
    {"Place", 0, STYLE_HEAD_NUM, 0},
    {"Row", 62, STYLE_HEAD_NUM, 0},
};

static void lay_level(struct arena *scratch, struct book *book, const struct layout *layout,
                      size_t scale, size_t place)
{
    const struct level *level = &layout->scales.scales[scale]->levels[place];
    size_t row = layout_level_row(layout, scale) + 1 + place;
    struct place word = layout_level(layout, LEVEL_WORDS, row);
    struct place worth = layout_level(layout, LEVEL_WORTHS, row);
    struct place number = layout_level(layout, LEVEL_SCALES, row);
    struct place at = layout_level(layout, LEVEL_PLACES, row);
    struct place count = layout_level(layout, LEVEL_ROWS, row);
    book_text(book, word.row, word.column, look(STYLE_TEXT), level->label);
    book_number(book, worth.row, worth.column, look_as(STYLE_FIXED, LOOK_WEIGHT),
                100.0 * level->worth);
    book_blank(book, word.row, worth.column + 2, look(STYLE_ID));
    book_text(book, word.row, worth.column + 1, look_in(STYLE_ID, 1),
              level->means == NULL
                  ? ""
                  : measure_clip(scratch, level->means, BODY_POINTS, false, MEANS_PIXELS));
    book_number(book, number.row, number.column, look_as(STYLE_MACHINE, LOOK_COUNT),
                (double)(scale + 1));
    book_number(book, at.row, at.column, look_as(STYLE_MACHINE, LOOK_COUNT), (double)place);
    book_number(book, count.row, count.column, look_as(STYLE_MACHINE, LOOK_COUNT),
                (double)(row + 1));
}

void weights_levels(struct arena *scratch, struct book *book, const struct layout *layout)
{
    if (layout->scales.count == 0) {
        return;
    }
    struct place words = layout_level(layout, LEVEL_WORDS, 0);
    uint32_t machine = layout_level(layout, LEVEL_SCALES, 0).column;
    uint32_t last = layout_level(layout, LEVEL_WORTHS, 0).column + 2;
    sheet_block_title(book, layout->rules_levels, words.column, last,
                      "What a level of the panel is worth, of 100");
    sheet_table_head(book, layout->rules_levels + 1, words.column, HEADS, COUNT_OF(HEADS));
    sheet_table_head(book, layout->rules_levels + 1, machine, MACHINE_HEADS,
                     COUNT_OF(MACHINE_HEADS));
    for (size_t s = 0; s < layout->scales.count; s++) {
        const struct scale *scale = layout->scales.scales[s];
        struct place heading = layout_level(layout, LEVEL_WORDS, layout_level_row(layout, s));
        book_text(book, heading.row, heading.column, look(STYLE_TEXT_BOLD),
                  measure_clip(scratch, scale->id, BODY_POINTS, true, WORD_PIXELS));
        book_blanks(book, heading.row, heading.column + 1, last, look(STYLE_TEXT));
        for (size_t p = 0; p < scale->count; p++) {
            struct arena_mark mark = arena_mark(scratch);
            lay_level(scratch, book, layout, s, p);
            arena_rewind(scratch, mark);
        }
    }
}
