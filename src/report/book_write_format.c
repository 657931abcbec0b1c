#include "report/book_write_format.h"

#include "base/text.h"

#include <assert.h>
#include <xlsxwriter.h>

/* Bits of a key: what makes one format differ from another. */
enum {
    SHIFT_STYLE = 1, // bit 0 is set in each key, so that none is 0
    SHIFT_NUMBER = 9,
    SHIFT_INDENT = 17,
    SHIFT_RULE = 20,
    SHIFT_TOP = 21,
    SHIFT_BOLD = 22, // runs
    SHIFT_RUN = 23,
    SHIFT_COLOUR = 24,
    SHIFT_GROUP = 48
};
_Static_assert(STYLE_COUNT < 256 && (int)LOOK_COUNT_OF < 256, "styles and looks fit their bits");

static uint64_t key_of_look(const struct look *look)
{
    return 1U | (uint64_t)look->style << SHIFT_STYLE | (uint64_t)look->number << SHIFT_NUMBER |
           (uint64_t)look->indent << SHIFT_INDENT | (uint64_t)look->rule_top << SHIFT_RULE |
           (uint64_t)look->top << SHIFT_TOP | (uint64_t)look->fill << SHIFT_COLOUR |
           (uint64_t)look->group_top << SHIFT_GROUP;
}

static uint64_t key_of_run(const struct look *look, const struct run *run)
{
    return 1U | (uint64_t)look->style << SHIFT_STYLE | (uint64_t)run->bold << SHIFT_BOLD |
           (uint64_t)1 << SHIFT_RUN | (uint64_t)run->colour << SHIFT_COLOUR;
}

/* The slot of a key; a free one has still to be filled. */
static struct format_slot *slot_of(struct format_cache *cache, uint64_t key)
{
    assert(cache->count < FORMAT_SLOTS / 2);
    size_t index = (size_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> 52) % FORMAT_SLOTS;
    while (cache->slots[index].key != 0 && cache->slots[index].key != key) {
        index = (index + 1) % FORMAT_SLOTS;
    }
    return &cache->slots[index];
}

static lxw_format *keep(struct format_cache *cache, struct format_slot *slot, uint64_t key,
                        lxw_format *format)
{
    slot->key = key;
    slot->format = format;
    cache->count++;
    return format;
}

static void set_font(lxw_format *format, const struct style_row *row)
{
    format_set_font_name(format, row->mono ? "Consolas" : "Calibri");
    format_set_font_size(format, row->size);
}

static void set_alignment(lxw_format *format, const struct style_row *row, const struct look *look)
{
    static const uint8_t ACROSS[] = {
        [ALIGN_LEFT] = LXW_ALIGN_LEFT,
        [ALIGN_RIGHT] = LXW_ALIGN_RIGHT,
        [ALIGN_CENTRE] = LXW_ALIGN_CENTER,
    };
    static const uint8_t DOWN[] = {
        [VERTICAL_CENTRE] = LXW_ALIGN_VERTICAL_CENTER,
        [VERTICAL_TOP] = LXW_ALIGN_VERTICAL_TOP,
        [VERTICAL_BOTTOM] = LXW_ALIGN_VERTICAL_BOTTOM,
    };
    if (look->indent > 0) { // with an alignment, the library would lose one of them
        format_set_indent(format, look->indent);
    } else {
        format_set_align(format, ACROSS[row->align]);
    }
    format_set_align(format, look->top ? LXW_ALIGN_VERTICAL_TOP : DOWN[row->vertical]);
    if (row->wrap) {
        format_set_text_wrap(format);
    }
}

static uint8_t border_of(enum line line)
{
    switch (line) {
    case LINE_NONE:
        return LXW_BORDER_NONE;
    case LINE_THIN:
        return LXW_BORDER_THIN;
    case LINE_MEDIUM:
        return LXW_BORDER_MEDIUM;
    }
    return LXW_BORDER_NONE;
}

/* Below a total and a top section stands no hairline. */
static bool closes_block(const struct style_row *row, const struct look *look)
{
    return look->rule_top && row->bottom_colour == COLOUR_LINE;
}

static void set_borders(lxw_format *format, const struct style_row *row, const struct look *look)
{
    if (row->boxed) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, (lxw_color_t)row->bottom_colour);
    } else if (row->bottom != LINE_NONE && !closes_block(row, look)) {
        format_set_bottom(format, border_of(row->bottom));
        format_set_bottom_color(format, (lxw_color_t)row->bottom_colour);
    }
    if (look->rule_top) {
        format_set_top(format, LXW_BORDER_THIN);
        format_set_top_color(format, (lxw_color_t)COLOUR_INK);
    } else if (look->group_top) {
        format_set_top(format, LXW_BORDER_THIN);
        format_set_top_color(format, (lxw_color_t)COLOUR_RULE);
    } else if (row->top != LINE_NONE) {
        format_set_top(format, border_of(row->top));
        format_set_top_color(format, (lxw_color_t)row->top_colour);
    }
}

static void set_fill(lxw_format *format, enum colour fill)
{
    if (fill != COLOUR_NONE) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_fg_color(format, (lxw_color_t)fill); // of a solid pattern this is the colour
    }
}

struct lxw_format *format_of_look(struct format_cache *cache, const struct look *look)
{
    uint64_t key = key_of_look(look);
    struct format_slot *slot = slot_of(cache, key);
    if (slot->key == key) {
        return slot->format;
    }
    const struct style_row *row = style_row(look->style);
    lxw_format *format = workbook_add_format(cache->workbook);
    if (format == NULL) {
        return NULL;
    }
    set_font(format, row);
    format_set_font_color(format, (lxw_color_t)row->text);
    if (row->bold) {
        format_set_bold(format);
    }
    if (look->number != LOOK_GENERAL) {
        format_set_num_format(format, number_look_format(look->number));
    }
    set_alignment(format, row, look);
    set_borders(format, row, look);
    set_fill(format, look->fill != COLOUR_NONE ? look->fill : row->fill);
    if (row->unlocked) {
        format_set_unlocked(format);
    }
    return keep(cache, slot, key, format);
}

struct lxw_format *format_of_run(struct format_cache *cache, const struct look *look,
                                 const struct run *run)
{
    uint64_t key = key_of_run(look, run);
    struct format_slot *slot = slot_of(cache, key);
    if (slot->key == key) {
        return slot->format;
    }
    lxw_format *format = workbook_add_format(cache->workbook);
    if (format == NULL) {
        return NULL;
    }
    set_font(format, style_row(look->style));
    format_set_font_color(format, (lxw_color_t)run->colour);
    if (run->bold) {
        format_set_bold(format);
    }
    return keep(cache, slot, key, format);
}

struct lxw_format *format_of_rule(struct format_cache *cache, const struct rule *rule)
{
    lxw_format *format = workbook_add_format(cache->workbook);
    if (format == NULL) {
        return NULL;
    }
    if (rule->text != COLOUR_NONE) {
        format_set_font_color(format, (lxw_color_t)rule->text);
    }
    if (rule->fill != COLOUR_NONE) {
        format_set_bg_color(format, (lxw_color_t)rule->fill); // a rule's fill is its background
    }
    if (rule->bold) {
        format_set_bold(format);
    }
    return format;
}
