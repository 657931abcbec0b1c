#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "report/chart_cells.h"
#include "report/item_cells.h"
#include "report/sheet_head.h"
#include "report/summary_page.h"

enum {
    PROOF_PIXELS = 310,
    RANGE_PIXELS = 326,
    ROW_PIXELS = 19,
    TITLE_NAME_MOST = 26, // characters of a section's name in a title
    TITLE_NAME_LONG = 14  // from here the rest of the title is shorter
};

/* The proof chart: claimed as outline, then what counts, what is shown, what is proven, each over
 * the other. */
static const struct {
    enum proof_column column;
    enum series_form form;
    enum colour fill, line;
    const char *label;
    bool inside;
} PROOF[] = {
    {PROOF_CLAIMED, SERIES_BAR, COLOUR_WHITE, COLOUR_SUB, "0", false},
    {PROOF_EVIDENCED, SERIES_BAR, COLOUR_STATED, COLOUR_NONE, NULL, false},
    {PROOF_SHOWN, SERIES_BAR, COLOUR_SHOWN, COLOUR_NONE, NULL, false},
    {PROOF_PROVEN, SERIES_BAR, COLOUR_PROVEN, COLOUR_NONE, "[<6]\"\";0", true},
    {PROOF_ACCEPTABLE, SERIES_MARK_LINE, COLOUR_NONE, COLOUR_INK, NULL, false},
};

static struct chart chart_at(const struct summary_page *page, uint32_t column, int width, int gap)
{
    return (struct chart){
        .kind = CHART_BAR,
        .row = page->layout->summary.chart_first,
        .column = column,
        .y = 1,
        .width = width,
        .height = ROW_PIXELS * (int)page->layout->summary.chart_count - 2,
        .gap = gap,
        .overlap = 100,
        .most = 100,
        .unit = 25,
        .category_size = 10,
        .value_size = 9,
    };
}

static const char *proof_alt(const struct summary_page *page)
{
    struct text_builder text;
    text_builder_init(&text, page->arena);
    text_add(&text, "Proven, evidenced and claimed score by vendor:");
    for (size_t i = 0; i < page->layout->chart_offers; i++) {
        const struct scored_offer *offer = &page->result->offers[page->result->order[i]];
        text_add_format(&text, " %s %s, %s, %s;", offer->offer->name,
                        number_fixed(page->arena, offer->items[0].proven * 100, 0),
                        number_fixed(page->arena, offer->items[0].evidenced * 100, 0),
                        number_fixed(page->arena, offer->items[0].claimed * 100, 0));
    }
    return text.text;
}

static void lay_proof_chart(const struct summary_page *page)
{
    struct series series[COUNT_OF(PROOF)];
    for (size_t i = 0; i < COUNT_OF(PROOF); i++) {
        series[i] = (struct series){
            .names = layout_proof_range(page->layout, PROOF_NAME),
            .values = layout_proof_range(page->layout, PROOF[i].column),
            .cached_names = chart_proof_names(page->arena, page->layout),
            .cached_values = chart_proof_values(page->arena, page->layout, PROOF[i].column),
            .count = page->layout->chart_offers,
            .form = PROOF[i].form,
            .fill = PROOF[i].fill,
            .line = PROOF[i].line,
            .line_width = PROOF[i].form == SERIES_MARK_LINE ? 1.25 : 1,
            .label_format = PROOF[i].label,
            .label_inside = PROOF[i].inside,
            .label_white = PROOF[i].inside,
        };
    }
    struct chart chart = chart_at(page, SUMMARY_RANK, PROOF_PIXELS, 45);
    chart.gridlines = true;
    chart.category_line = true;
    chart.alt_text = proof_alt(page);
    chart.series = series;
    chart.series_count = COUNT_OF(series);
    book_chart(page->book, &chart);
}

/* A column of the spread as a series that has no form yet. */
static struct series spread_series(const struct summary_page *page, size_t column)
{
    return (struct series){
        .names = layout_spread_range(page->layout, SPREAD_TITLE),
        .values = layout_spread_range(page->layout, column),
        .cached_names = chart_spread_names(page->arena, page->layout),
        .cached_values = chart_spread_values(page->arena, page->layout, column),
        .count = page->layout->chart_tops,
    };
}

/* The tick of a rank: the first in ink, the second in orange, all others grey; the first drawn
 * last. */
static struct series tick(const struct summary_page *page, size_t rank)
{
    struct series series = spread_series(page, SPREAD_RANKS + rank);
    series.form = SERIES_TICK;
    series.line = rank == 0 ? COLOUR_INK : rank == 1 ? COLOUR_RUNNER : COLOUR_OTHER;
    series.line_width = rank < 2 ? 6 : 3;
    return series;
}

static struct series band(const struct summary_page *page, enum spread_column column)
{
    bool best = column == SPREAD_BEST;
    struct series series = spread_series(page, column);
    series.form = SERIES_BAR;
    series.fill = best ? COLOUR_RANGE : COLOUR_WHITE;
    series.label_format = best ? "\"  \"0" : "0\"  \"";
    series.label_inside = !best;
    return series;
}

static void lay_range_chart(const struct summary_page *page)
{
    struct series series[2 + LAYOUT_CHART_MOST];
    size_t count = 0;
    series[count++] = band(page, SPREAD_BEST);
    series[count++] = band(page, SPREAD_WORST);
    for (size_t rank = page->layout->chart_offers; rank > 0; rank--) {
        series[count++] = tick(page, rank - 1);
    }
    struct text_builder alt;
    text_builder_init(&alt, page->arena);
    text_add(&alt, "Worst and best score of the ranked vendors by section:");
    const char *const *names = chart_spread_names(page->arena, page->layout);
    const double *best = chart_spread_values(page->arena, page->layout, SPREAD_BEST);
    const double *worst = chart_spread_values(page->arena, page->layout, SPREAD_WORST);
    for (size_t i = 0; i < page->layout->chart_tops; i++) {
        text_add_format(&alt, " %s %s to %s;", names[i], number_fixed(page->arena, worst[i], 0),
                        number_fixed(page->arena, best[i], 0));
    }
    struct chart chart = chart_at(page, SUMMARY_SCORE, RANGE_PIXELS, 150);
    chart.alt_text = alt.text;
    chart.series = series;
    chart.series_count = count;
    book_chart(page->book, &chart);
}

static void lay_proof_title(const struct summary_page *page)
{
    uint32_t row = page->layout->summary.charts;
    struct book *book = page->book;
    if (page->ranked == 0) {
        sheet_block_title(book, row, SUMMARY_RANK, SUMMARY_OUTCOME, "No vendor is ranked");
        return;
    }
    const struct item_score *total = &page->first->items[0];
    book_text_formula(
        book, row, SUMMARY_RANK, look(STYLE_BLOCK),
        arena_format(page->arena, "=%s&\" of \"&%s&\"’s \"&%s&\" points are proven\"",
                     summary_work_at(page, SUMMARY_WORK_SOLID1),
                     summary_cell(page, summary_below(SUMMARY_BELOW_SHORT1), SUMMARY_WORK_VALUE),
                     summary_work_at(page, SUMMARY_WORK_POINTS1)),
        arena_format(page->arena, "%s of %s’s %s points are proven",
                     summary_fixed(page, total->proven * 100, 0),
                     summary_short_name(page, page->first),
                     summary_fixed(page, total->evidenced * 100, 0)));
    book_blanks(book, row, SUMMARY_VENDOR, SUMMARY_OUTCOME, look(STYLE_BLOCK));
    static const struct run LEGEND[] = {
        {"■", COLOUR_PROVEN, false}, {" proven  ", COLOUR_SUB, false},
        {"■", COLOUR_SHOWN, false},  {" shown  ", COLOUR_SUB, false},
        {"■", COLOUR_STATED, false}, {" stated  ", COLOUR_SUB, false},
        {"□", COLOUR_SUB, false},    {" claimed  ", COLOUR_SUB, false},
        {"¦", COLOUR_INK, true},     {" acceptable", COLOUR_SUB, false},
    };
    book_rich(book, row + 1, SUMMARY_RANK, look(STYLE_NOTE_SMALL), LEGEND, COUNT_OF(LEGEND));
}

/* The section with the largest effect: its place among the top items. */
static size_t decisive_top(const struct summary_page *page)
{
    size_t decisive = 0;
    for (size_t t = 1; t < page->layout->chart_tops; t++) {
        double effect = item_rounded_effect(page->result, page->layout->compared[t]);
        if (effect > item_rounded_effect(page->result, page->layout->compared[decisive])) {
            decisive = t;
        }
    }
    return decisive;
}

static const char *range_title(const struct summary_page *page, const char *name,
                               const char *spread)
{
    if (text_equal(spread, "0")) {
        return "No section separates the vendors";
    }
    return arena_format(page->arena, "%s decides: %s points%s",
                        summary_short(page, name, TITLE_NAME_MOST), spread,
                        text_length(name) > TITLE_NAME_LONG ? "" : " from best to worst");
}

/* Names of the top items cut for the title, with their effect, in the workings. */
static void lay_short_titles(const struct summary_page *page)
{
    static const char *const HEADS[] = {"sections, short", "characters", "effect"};
    struct book *book = page->book;
    for (uint32_t h = 0; h < COUNT_OF(HEADS); h++) {
        book_text(book, 0, SUMMARY_SHORT_TITLES + h, look(STYLE_NOTE_SMALL), HEADS[h]);
    }
    for (size_t t = 0; t < page->layout->chart_tops; t++) {
        uint32_t row = 1 + (uint32_t)t;
        size_t item = page->layout->compared[t];
        const char *title = item_title_text(page->arena, page->layout, item);
        book_text(book, row, SUMMARY_SHORT_TITLES, look(STYLE_NOTE_SMALL),
                  summary_short(page, title, TITLE_NAME_MOST));
        book_number(book, row, SUMMARY_TITLE_LENGTHS, look_as(STYLE_NOTE_SMALL, LOOK_COUNT),
                    (double)text_length(title));
        book_number_formula(
            book, row, SUMMARY_EFFECTS, look_as(STYLE_NOTE_SMALL, LOOK_POINTS),
            arena_format(page->arena, "=%s", layout_items_at(&page->view, ITEMS_TOP, item)),
            item_rounded_effect(page->result, item));
    }
}

/* What stands in a column of the workings beside the largest effect. */
static const char *pick_decisive(const struct summary_page *page, uint32_t column)
{
    const char *effects = summary_column(page, SUMMARY_EFFECTS, page->layout->chart_tops);
    return arena_format(page->arena, "INDEX(%s,MATCH(MAX(%s),%s,0),1)",
                        summary_column(page, column, page->layout->chart_tops), effects, effects);
}

/* An item at a place of a line of items, which runs down where offers are columns, else across. */
static const char *pick_item(const struct summary_page *page, const char *line, const char *place)
{
    return page->layout->offers_as_rows ? arena_format(page->arena, "INDEX(%s,1,%s)", line, place)
                                        : arena_format(page->arena, "INDEX(%s,%s,1)", line, place);
}

static const char *below_at(const struct summary_page *page, unsigned working)
{
    return summary_cell(page, summary_below(working), SUMMARY_WORK_VALUE);
}

static void lay_below(const struct summary_page *page, unsigned working, const char *label,
                      const char *formula, const char *value)
{
    uint32_t row = summary_below(working);
    book_text(page->book, row, SUMMARY_WORK_LABEL, look(STYLE_NOTE_SMALL), label);
    book_text_formula(page->book, row, SUMMARY_WORK_VALUE, look(STYLE_NOTE_SMALL), formula, value);
}

static void lay_range_title(const struct summary_page *page)
{
    uint32_t row = page->layout->summary.charts;
    struct book *book = page->book;
    const struct layout_view *view = &page->view;
    book_blanks(book, row, SUMMARY_PROVEN, SUMMARY_ANSWERED, look(STYLE_BLOCK));
    if (page->ranked < 2 || page->layout->chart_tops < 2) {
        book_text(book, row, SUMMARY_SCORE, look(STYLE_BLOCK),
                  page->ranked < 2 ? "Fewer than two vendors ranked: no range"
                                   : "Too few or too many sections for a range");
        return;
    }
    struct arena *arena = page->arena;
    size_t top = decisive_top(page);
    struct spread best = score_spread(page->result, page->layout->compared[top]);
    const char *name = item_title_text(arena, page->layout, page->layout->compared[top]);
    const char *spread = summary_fixed(page, best.best - best.worst, 0);
    const char *effects = layout_items_below(view, ITEMS_TOP, 0);
    const char *place = arena_format(arena, "MATCH(MAX(%s),%s,0)", effects, effects);
    lay_below(page, SUMMARY_BELOW_SPREAD, "spread that decides",
              arena_format(arena, "=IFERROR(FIXED(ROUND(%s,%s),0,1),\"0\")",
                           pick_item(page, layout_items_below(view, ITEMS_SPREAD, 0), place),
                           layout_rule_at(view, RULE_GUARD)),
              spread);
    lay_short_titles(page);
    lay_below(page, SUMMARY_BELOW_DECISIVE, "section that decides",
              arena_format(arena, "=%s", pick_decisive(page, SUMMARY_SHORT_TITLES)),
              summary_short(page, name, TITLE_NAME_MOST));
    book_number_formula(book, summary_below(SUMMARY_BELOW_DECISIVE_LENGTH), SUMMARY_WORK_VALUE,
                        look_as(STYLE_NOTE_SMALL, LOOK_COUNT),
                        arena_format(arena, "=%s", pick_decisive(page, SUMMARY_TITLE_LENGTHS)),
                        (double)text_length(name));
    const char *spread_at = below_at(page, SUMMARY_BELOW_SPREAD);
    book_text_formula(
        book, row, SUMMARY_SCORE, look(STYLE_BLOCK),
        arena_format(arena,
                     "=IF(%s=\"0\",\"No section separates the vendors\",%s&\" decides: \"&%s&\" "
                     "points\"&IF(%s>%d,\"\",\" from best to worst\"))",
                     spread_at, below_at(page, SUMMARY_BELOW_DECISIVE), spread_at,
                     below_at(page, SUMMARY_BELOW_DECISIVE_LENGTH), TITLE_NAME_LONG),
        range_title(page, name, spread));
}

static void lay_range_legend(const struct summary_page *page)
{
    const struct run legend[] = {
        {"■", COLOUR_INK, false},    {" first  ", COLOUR_SUB, false},
        {"■", COLOUR_RUNNER, false}, {" second  ", COLOUR_SUB, false},
        {"▪", COLOUR_OTHER, false},  {" others", COLOUR_SUB, false},
    };
    book_rich(page->book, page->layout->summary.charts + 1, SUMMARY_SCORE, look(STYLE_NOTE_SMALL),
              legend, page->ranked > 2 ? COUNT_OF(legend) : COUNT_OF(legend) - 2);
}

void summary_charts(const struct summary_page *page)
{
    lay_proof_title(page);
    lay_range_title(page);
    if (page->layout->chart_offers > 0) {
        lay_proof_chart(page);
    }
    if (page->ranked > 1 && page->layout->chart_tops > 1) {
        lay_range_legend(page);
        lay_range_chart(page);
    }
}
