#include "report/map_rules.h"

#include "base/arena.h"
#include "base/text.h"

struct heat {
    double from; // lowest score
    enum colour fill;
};

static const struct heat HEATS[] = {
    {0.0, COLOUR_HEAT0},  {25.0, COLOUR_HEAT1}, {50.0, COLOUR_HEAT2},
    {70.0, COLOUR_HEAT3}, {90.0, COLOUR_HEAT4},
};

void map_tiles(struct book *book, const struct layout *layout)
{
    for (size_t t = 0; t < COUNT_OF(HEATS); t++) {
        struct place at = layout_tile(layout, t);
        struct look look = look_as(STYLE_MAP_TILE, t == 0 ? LOOK_TILE_UNDER : LOOK_TILE_FROM);
        look.fill = HEATS[t].fill;
        book_number(book, at.row, at.column, look, HEATS[t].from);
    }
}

static struct range range_of(struct place first, struct place last)
{
    return (struct range){NULL, first.row, first.column, last.row, last.column};
}

void map_heat(struct book *book, const struct layout_view *view, struct place first,
              struct place last)
{
    const char *cell = layout_moving_text(view, first);
    for (size_t t = COUNT_OF(HEATS); t-- > 0;) {
        const struct rule rule = {
            .range = range_of(first, last),
            .formula = arena_format(view->arena, "=AND(ISNUMBER(%s),%s>=%s)", cell, cell,
                                    layout_tile_at(view, t)),
            .fill = HEATS[t].fill,
        };
        book_rule(book, &rule);
    }
}

/* Signs that a text begins with, and how they look. */
struct word {
    const char *sign, *other;
    enum colour text;
};

void map_words(struct book *book, const struct layout_view *view, struct place first,
               struct place last)
{
    static const struct word words[] = {
        {"✗", "■", COLOUR_BAD},
        {"▲", "▲", COLOUR_WARN},
        {"◊", "◊", COLOUR_WAIVED},
        {"○", "○", COLOUR_OURS},
    };
    const char *cell = layout_moving_text(view, first);
    for (size_t w = 0; w < COUNT_OF(words); w++) {
        const struct rule rule = {
            .range = range_of(first, last),
            .formula = arena_format(view->arena, "=OR(LEFT(%s,1)=\"%s\",LEFT(%s,1)=\"%s\")", cell,
                                    words[w].sign, cell, words[w].other),
            .text = words[w].text,
            .bold = true,
        };
        book_rule(book, &rule);
    }
}

void map_changed(struct book *book, const struct layout_view *view, enum block inputs,
                 enum block as_fixed)
{
    const struct layout *layout = view->layout;
    struct place first = layout_block(layout, inputs, 1, 0);
    struct place last = layout_block(layout, inputs, layout->item_count - 1,
                                     layout->offer_count - 1);
    const char *fixed = layout_block_at(view, as_fixed, 1, 0);
    const struct rule rule = {
        .range = range_of(first, last),
        .formula = arena_format(view->arena, "=%s<>%s", layout_moving_text(view, first), fixed),
        .text = COLOUR_BAD,
        .bold = true,
    };
    book_rule(book, &rule);
}
