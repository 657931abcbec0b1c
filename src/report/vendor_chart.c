#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "report/place.h"
#include "report/score_cells.h"
#include "report/sheet_vendor.h"
#include "report/vendor_page.h"

/* Data of the chart, to the right of what is printed. */
enum data_column { DATA_NAME, DATA_CLAIMED, DATA_EVIDENCED, DATA_SHOWN, DATA_PROVEN, DATA_COUNT };

static const struct {
    const char *head;
    enum block block;
    enum colour fill, line;
} DATA[DATA_COUNT] = {
    [DATA_NAME] = {"Section", BLOCK_COUNT, COLOUR_NONE, COLOUR_NONE},
    [DATA_CLAIMED] = {"Claimed", BLOCK_CLAIMED, COLOUR_WHITE, COLOUR_SUB},
    [DATA_EVIDENCED] = {"Evidenced", BLOCK_EVIDENCED, COLOUR_STATED, COLOUR_NONE},
    [DATA_SHOWN] = {"Shown or proven", BLOCK_SHOWN, COLOUR_SHOWN, COLOUR_NONE},
    [DATA_PROVEN] = {"Proven", BLOCK_PROVEN, COLOUR_PROVEN, COLOUR_NONE},
};

static double value_of(const struct vendor_page *page, enum data_column column, size_t item)
{
    const struct item_score *score = &page->offer->items[item];
    switch (column) {
    case DATA_CLAIMED:
        return score->claimed * 100;
    case DATA_EVIDENCED:
        return score->evidenced * 100;
    case DATA_SHOWN:
        return score_shown(page->arena, page->scorecard->result, page->index)[item] * 100;
    case DATA_PROVEN:
        return score->proven * 100;
    case DATA_NAME:
    case DATA_COUNT:
        break;
    }
    return 0;
}

static struct range column_range(const struct vendor_page *page, uint32_t first_row,
                                 enum data_column column)
{
    uint32_t at = VENDOR_CHART + (uint32_t)column;
    return (struct range){
        .sheet = sheet_vendor_name(page->arena, page->offer->offer),
        .first_row = first_row,
        .first_column = at,
        .last_row = first_row + (uint32_t)page->scorecard->layout.compared_count - 1,
        .last_column = at,
    };
}

/* The data as cells; a section out of the sum is drawn as 0. */
static void lay_data(const struct vendor_page *page, uint32_t first_row,
                     double *values[static DATA_COUNT], const char **names)
{
    const struct layout *layout = &page->scorecard->layout;
    struct book *book = page->book;
    book_text(book, first_row - 2, VENDOR_CHART, look(STYLE_BLOCK), "Data of the chart");
    for (int c = 0; c < DATA_COUNT; c++) {
        book_text(book, first_row - 1, VENDOR_CHART + (uint32_t)c,
                  look(c == DATA_NAME ? STYLE_HEAD : STYLE_HEAD_NUM), DATA[c].head);
    }
    for (size_t top = 0; top < layout->compared_count; top++) {
        uint32_t row = first_row + (uint32_t)top;
        size_t item = layout->compared[top];
        names[top] = page->criteria->items[item].title;
        book_text(book, row, VENDOR_CHART, look(STYLE_TEXT), names[top]);
        for (int c = DATA_CLAIMED; c < DATA_COUNT; c++) {
            const char *cell = layout_block_at(&page->view, DATA[c].block, item, page->index);
            double value = value_of(page, (enum data_column)c, item);
            values[c][top] = page->offer->items[item].in_sum ? value : 0;
            book_number_formula(
                book, row, VENDOR_CHART + (uint32_t)c, look_as(STYLE_NUM, LOOK_SECTION),
                arena_format(page->arena, "=IF(ISNUMBER(%s),%s,0)", cell, cell), values[c][top]);
        }
    }
}

static const char *alt_text(const struct vendor_page *page, double *values[static DATA_COUNT],
                            const char *const *names)
{
    struct text_builder text;
    text_builder_init(&text, page->arena);
    text_add(&text, "Proven, evidenced and claimed score by section:");
    for (size_t top = 0; top < page->scorecard->layout.compared_count; top++) {
        text_add_format(&text, " %s %s, %s, %s;", names[top],
                        number_fixed(page->arena, values[DATA_PROVEN][top], 0),
                        number_fixed(page->arena, values[DATA_EVIDENCED][top], 0),
                        number_fixed(page->arena, values[DATA_CLAIMED][top], 0));
    }
    return text.text;
}

static void lay_bars(const struct vendor_page *page, uint32_t title_row, uint32_t first_row,
                     double *values[static DATA_COUNT], const char **names)
{
    size_t tops = page->scorecard->layout.compared_count;
    struct series series[DATA_COUNT - 1];
    for (int c = DATA_CLAIMED; c < DATA_COUNT; c++) {
        series[c - 1] = (struct series){
            .names = column_range(page, first_row, DATA_NAME),
            .values = column_range(page, first_row, (enum data_column)c),
            .cached_names = names,
            .cached_values = values[c],
            .count = tops,
            .form = SERIES_BAR,
            .fill = DATA[c].fill,
            .line = DATA[c].line,
            .line_width = 1,
            .label_format = c == DATA_CLAIMED  ? "0"
                            : c == DATA_PROVEN ? "[<6]\"\";0"
                                               : NULL,
            .label_inside = c == DATA_PROVEN,
            .label_white = c == DATA_PROVEN,
        };
    }
    book_chart(page->book, &(struct chart){
                               .kind = CHART_BAR,
                               .row = title_row + 2,
                               .column = VENDOR_EVIDENCE,
                               .x = 6,
                               .width = 418,
                               .height = 19 * (int)tops + 92,
                               .gap = 45,
                               .overlap = 100,
                               .most = 100,
                               .unit = 25,
                               .gridlines = true,
                               .category_line = true,
                               .category_size = 10,
                               .value_size = 10,
                               .alt_text = alt_text(page, values, names),
                               .series = series,
                               .series_count = COUNT_OF(series),
                           });
}

/* The same range as the text of a formula on this sheet. */
static const char *column_text(const struct vendor_page *page, uint32_t first_row,
                               enum data_column column)
{
    struct range range = column_range(page, first_row, column);
    const struct place_range places = {
        .first = {HOME_ELSEWHERE, range.first_row, range.first_column},
        .last = {HOME_ELSEWHERE, range.last_row, range.last_column},
        .hold_first = HOLD_BOTH,
        .hold_last = HOLD_BOTH,
    };
    return place_range_text(page->arena, &places, HOME_ELSEWHERE);
}

/* Which section is proven best and which least; live. */
static void lay_title(const struct vendor_page *page, uint32_t row, uint32_t first_row,
                      const double *proven, const char *const *names)
{
    size_t tops = page->scorecard->layout.compared_count;
    struct look title = look_in(STYLE_TITLE, 1);
    if (tops < 2) {
        book_text(page->book, row, VENDOR_EVIDENCE, title, "How far it is proven");
        return;
    }
    size_t best = 0;
    size_t least = 0;
    for (size_t top = 1; top < tops; top++) {
        best = proven[top] > proven[best] ? top : best;
        least = proven[top] < proven[least] ? top : least;
    }
    const char *figures = column_text(page, first_row, DATA_PROVEN);
    const char *titles = column_text(page, first_row, DATA_NAME);
    static const char ALIKE[] = "No section is proven better than another";
    const char *value = proven[best] > proven[least]
                            ? arena_format(page->arena, "%s is proven best, %s least", names[best],
                                           names[least])
                            : ALIKE;
    book_text_formula(page->book, row, VENDOR_EVIDENCE, title,
                      arena_format(page->arena,
                                   "=IF(MAX(%s)=MIN(%s),\"%s\",INDEX(%s,MATCH(MAX(%s),%s,0),1)"
                                   "&\" is proven best, \"&INDEX(%s,MATCH(MIN(%s),%s,0),1)"
                                   "&\" least\")",
                                   figures, figures, ALIKE, titles, figures, figures, titles,
                                   figures, figures),
                      value);
}

void vendor_chart(const struct vendor_page *page, uint32_t title_row)
{
    const struct layout *layout = &page->scorecard->layout;
    if (layout->compared_count == 0 || layout->compared_count > LAYOUT_TOPS_MOST) {
        return;
    }
    uint32_t first_row = title_row + 2;
    double *values[DATA_COUNT] = {NULL};
    for (int c = DATA_CLAIMED; c < DATA_COUNT; c++) {
        values[c] = arena_alloc(page->arena, layout->compared_count, sizeof(double));
    }
    const char **names = arena_alloc(page->arena, layout->compared_count, sizeof *names);
    lay_data(page, first_row, values, names);
    lay_title(page, title_row, first_row, values[DATA_PROVEN], names);
    static const struct run LEGEND[] = {
        {"■", COLOUR_PROVEN, false}, {" proven   ", COLOUR_SUB, false},
        {"■", COLOUR_SHOWN, false},  {" shown   ", COLOUR_SUB, false},
        {"■", COLOUR_STATED, false}, {" stated   ", COLOUR_SUB, false},
        {"□", COLOUR_SUB, false},    {" claimed, not counted", COLOUR_SUB, false},
    };
    book_rich(page->book, title_row + 1, VENDOR_EVIDENCE, look_in(STYLE_KEY, 1), LEGEND,
              COUNT_OF(LEGEND));
    lay_bars(page, title_row, first_row, values, names);
}
