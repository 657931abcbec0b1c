#include "report/panel_cells.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"

#include <assert.h>

static const struct item *item_at(const struct layout *layout, size_t item)
{
    return &layout->criteria->items[item];
}

bool panel_has_scale(const struct layout *layout, size_t item)
{
    for (size_t o = 0; o < layout->offer_count; o++) {
        if (panel_level_is_input(layout->result, item, o)) {
            return true;
        }
    }
    return false;
}

/* Index of the criterion's scale in the table. */
static size_t scale_of(const struct layout *layout, size_t item)
{
    size_t scale = 0;
    while (scale < layout->scales.count &&
           layout->scales.scales[scale] != item_at(layout, item)->answer.scale) {
        scale++;
    }
    assert(scale < layout->scales.count);
    return scale;
}

double panel_scale_number(const struct layout *layout, size_t item)
{
    return (double)(scale_of(layout, item) + 1);
}

/* Where labels read as numbers, what is typed or chosen must stay a text, or the level `3` would be
 * three points of 100. */
static enum number_look look_of_labels(const struct scale *scale)
{
    double number;
    for (size_t i = 0; i < scale->count; i++) {
        if (number_read(scale->levels[i].label, &number)) {
            return LOOK_TEXT;
        }
    }
    return LOOK_VALUE;
}

static void level_cell(const struct score_sheet *sheet, enum block block, size_t item, size_t offer)
{
    struct place at = layout_block(sheet->layout, block, item, offer);
    struct panel_level level = panel_level_of(sheet->result, item, offer);
    if (block == BLOCK_PANEL && panel_level_is_input(sheet->result, item, offer)) {
        const char *setting = arena_format(sheet->arena, "panel.%s.%s",
                                           sheet->result->offers[offer].offer->id,
                                           item_at(sheet->layout, item)->id);
        enum number_look shown = look_of_labels(item_at(sheet->layout, item)->answer.scale);
        if (level.word != NULL) {
            book_input_text(sheet->book, at.row, at.column, look_as(STYLE_INPUT, shown), level.word,
                            setting);
        } else {
            book_input_number(sheet->book, at.row, at.column, look_as(STYLE_INPUT_NUM, shown),
                              level.points, setting);
        }
    } else if (level.word != NULL) {
        book_text(sheet->book, at.row, at.column, look(STYLE_ID), level.word);
    } else {
        book_number(sheet->book, at.row, at.column, look_as(STYLE_FIXED, LOOK_VALUE), level.points);
    }
}

/* Looked up among the levels of its own scale by equality alone: a label may hold what a search
 * takes for a wildcard. */
static const char *row_formula(const struct score_sheet *sheet, size_t item, size_t offer)
{
    const struct layout_view *view = &sheet->view;
    return arena_format(
        sheet->arena, "=SUMPRODUCT((%s=%s)*(%s=%s),%s)", layout_levels_at(view, LEVEL_SCALES),
        layout_items_at(view, ITEMS_SCALE, item), layout_levels_at(view, LEVEL_WORDS),
        layout_block_at(view, BLOCK_PANEL, item, offer), layout_levels_at(view, LEVEL_ROWS));
}

static void row_cell(const struct score_sheet *sheet, size_t item, size_t offer)
{
    const struct layout *layout = sheet->layout;
    struct place at = layout_block(layout, BLOCK_PANEL_ROW, item, offer);
    if (!panel_level_is_input(sheet->result, item, offer)) {
        return;
    }
    bool is_word = panel_level_of(sheet->result, item, offer).word != NULL;
    double row = layout_level_row(layout, scale_of(layout, item)) + 2 + // its heading; from 1 on
                 sheet->result->offers[offer].criteria[item].panel->place;
    book_number_formula(sheet->book, at.row, at.column, look_as(STYLE_MACHINE, LOOK_COUNT),
                        row_formula(sheet, item, offer), is_word ? row : 0.0);
}

/* A number stands for itself. */
static const char *worth_formula(const struct score_sheet *sheet, size_t item, size_t offer)
{
    const struct layout_view *view = &sheet->view;
    const char *level = layout_block_at(view, BLOCK_PANEL, item, offer);
    const char *row = layout_block_at(view, BLOCK_PANEL_ROW, item, offer);
    return arena_format(sheet->arena,
                        "=IF(ISNUMBER(%s),MEDIAN(0,%s,100),IF(%s>0,INDEX(%s,%s,1),\"–\"))", level,
                        level, row, layout_levels_at(view, LEVEL_WORTHS), row);
}

static void worth_cell(const struct score_sheet *sheet, size_t item, size_t offer)
{
    struct place at = layout_block(sheet->layout, BLOCK_PANEL_WORTH, item, offer);
    struct look look = look_as(STYLE_NUM, LOOK_LEAF);
    double worth = panel_level_worth(sheet->result, item, offer);
    if (panel_level_is_input(sheet->result, item, offer)) {
        book_number_formula(sheet->book, at.row, at.column, look, worth_formula(sheet, item, offer),
                            worth);
    } else {
        book_number(sheet->book, at.row, at.column, look, worth);
    }
}

void panel_cell(const struct score_sheet *sheet, enum block block, size_t item, size_t offer)
{
    if (!panel_level_counts(sheet->result, item, offer)) {
        return;
    }
    if (block == BLOCK_PANEL_WORTH) {
        worth_cell(sheet, item, offer);
    } else if (block == BLOCK_PANEL_ROW) {
        row_cell(sheet, item, offer);
    } else {
        level_cell(sheet, block, item, offer);
    }
}

void panel_validations(const struct score_sheet *sheet)
{
    const struct layout *layout = sheet->layout;
    for (size_t i = 1; i < layout->item_count; i++) {
        if (!panel_has_scale(layout, i)) {
            continue;
        }
        struct arena_mark mark = arena_mark(sheet->arena);
        struct place first = layout_block(layout, BLOCK_PANEL, i, 0);
        struct place last = layout_block(layout, BLOCK_PANEL, i, layout->offer_count - 1);
        const struct validation validation = {
            .range = {NULL, first.row, first.column, last.row, last.column},
            .kind = VALIDATION_LIST,
            .list = arena_format(sheet->arena, "=%s",
                                 layout_scale_at(&sheet->view, scale_of(layout, i))),
            .warns = true,
            .input_title = item_at(layout, i)->id,
            .input_message =
                "The panel’s level on the criterion’s scale, or a number from 0 to 100.",
            .error_title = "Not a level",
            .error_message =
                "It is no level of the criterion’s scale. A number from 0 to 100 counts "
                "as it stands, anything else as no level.",
        };
        book_validation(sheet->book, &validation);
        arena_rewind(sheet->arena, mark);
    }
}

/* As long as nothing is changed the place is the program's: the worth of a median between two
 * levels does not tell between which. */
const char *panel_gate_formula(const struct score_sheet *sheet, size_t gate, size_t offer)
{
    const struct layout_view *view = &sheet->view;
    size_t item = sheet->result->gates[gate];
    double bound = 0;
    if (!panel_gate_place(item_at(sheet->layout, item), &bound) ||
        !panel_level_is_input(sheet->result, item, offer)) {
        return NULL;
    }
    const char *level = layout_block_at(view, BLOCK_PANEL, item, offer);
    const char *scale = layout_fixed_text(view, layout_items(sheet->layout, ITEMS_SCALE, item));
    return arena_format(
        sheet->arena,
        "=IF(OR(%s=%s,ISTEXT(%s)),%s,MIN(%s,IF(ISNUMBER(%s),SUMPRODUCT((%s=%s)*(%s<=%s))-1,"
        "INDEX(%s,%s,1))))",
        level, layout_block_at(view, BLOCK_PANEL_FIXED, item, offer),
        layout_block_at(view, BLOCK_PANEL_WORTH, item, offer),
        layout_gate_at(view, GATE_PLACE_FIXED, gate, offer),
        layout_gate_at(view, GATE_PLACE_ANSWERED, gate, offer), level,
        layout_levels_at(view, LEVEL_SCALES), scale, layout_levels_at(view, LEVEL_WORTHS), level,
        layout_levels_at(view, LEVEL_PLACES), layout_block_at(view, BLOCK_PANEL_ROW, item, offer));
}
