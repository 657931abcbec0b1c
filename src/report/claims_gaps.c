#include "base/arena.h"
#include "base/decimal.h"
#include "base/number.h"
#include "base/text.h"
#include "report/claims_page.h"
#include "report/figure_cells.h"
#include "report/measure.h"
#include "report/sheet_head.h"

enum {
    HEAD_PIXELS = 38,
    ROW_PIXELS = 20,
    NOTE_PIXELS = 21,
    LEGEND_PIXELS = 22,
    TITLE_PIXELS = 24 + 14, // with the spacer before it
    CHART_PIXELS = 36,      // of a chart without bars
    BAR_PIXELS = 28,
    SERIES_COUNT = 1 + GAP_COUNT,
};

/* A cause of the gap: from grave to harmless, dark to light. */
static const struct {
    const char *head, *legend;
    enum colour fill, line;
    bool white;
} CAUSES[GAP_COUNT] = {
    [GAP_CONTRADICTED] = {"Contra-\ndicted", "contradicted", COLOUR_BAD, COLOUR_WHITE, true},
    [GAP_NO_PROOF] = {"No\nproof", "no proof", COLOUR_GAP_NO_PROOF, COLOUR_WHITE, false},
    [GAP_EXPIRED] = {"Expired", "expired", COLOUR_GAP_EXPIRED, COLOUR_WHITE, false},
    [GAP_SCOPE] = {"Wrong scope\nor entity", "wrong scope or entity", COLOUR_GAP_SCOPE,
                   COLOUR_OTHER, false},
    [GAP_NOT_OPENED] = {"Not opened\nby us yet", "not opened by us yet", COLOUR_WHITE, COLOUR_OTHER,
                        false},
};

/* The table: which rows it has, and where. */
struct gap_table {
    const struct claims_page *page;
    const size_t *offers; // by rank, then those without one
    size_t count;
    uint32_t head; // row
};

static const struct scored_offer *offer_at(const struct gap_table *table, size_t row)
{
    return &table->page->result->offers[table->offers[row]];
}

static double gap_of(const struct scored_offer *scored)
{
    double gap = (scored->items[0].claimed - scored->items[0].evidenced) * 100;
    return scored->has_total ? decimal_round(gap, LAYOUT_GUARD) : 0;
}

/* The criterion on which most points are lost; 0: none. */
static size_t widest_of(const struct claims_page *page, const struct scored_offer *scored,
                        double *points)
{
    const struct criteria *criteria = &page->result->project->evaluation.criteria;
    size_t widest = 0;
    *points = 0;
    for (size_t i = 1; i < criteria->count; i++) {
        const struct item_score *item = &scored->items[i];
        double lost = item->share * 100 * (item->claimed - item->evidenced);
        if (item_is_criterion(&criteria->items[i]) && item->in_sum && lost > *points) {
            widest = i;
            *points = lost;
        }
    }
    return widest;
}

static const char *widest_words(const struct claims_page *page, const struct scored_offer *scored)
{
    double points = 0;
    size_t widest = widest_of(page, scored, &points);
    if (widest == 0) {
        return "–";
    }
    return arena_format(page->flow.arena, "%s: %s points",
                        page->result->project->evaluation.criteria.items[widest].id,
                        number_fixed(page->flow.arena, points, 1));
}

static void lay_total(const struct gap_table *table, uint32_t row, uint32_t column,
                      enum block block, size_t index)
{
    const struct claims_page *page = table->page;
    const struct scored_offer *scored = offer_at(table, index);
    bool claimed = block == BLOCK_CLAIMED;
    struct look look = look_as(claimed ? STYLE_NUM : STYLE_NUM_BOLD, LOOK_SCORE);
    const char *formula = arena_format(
        page->flow.arena, "=%s", layout_block_at(&page->view, block, 0, table->offers[index]));
    if (scored->has_total) {
        book_number_formula(page->flow.book, row, column, look, formula,
                            100 *
                                (claimed ? scored->items[0].claimed : scored->items[0].evidenced));
    } else {
        book_text_formula(page->flow.book, row, column, look, formula, "n/a");
    }
}

/* A cause is a fact of the run, which stands in the workings: it is shown while no input differs
 * from those of the run. */
static void lay_cause(const struct gap_table *table, uint32_t row, enum gap_cause cause,
                      double points)
{
    const struct claims_page *page = table->page;
    const struct sheet_flow *flow = &page->flow;
    uint32_t work = CLAIMS_WORK + (uint32_t)cause;
    struct look look = look_as(STYLE_NUM, LOOK_POINTS_DASH);
    book_number(flow->book, row, work, look, points);
    book_number_formula(flow->book, row, GAPS_CAUSES + (uint32_t)cause, look,
                        arena_format(flow->arena, "=IF(%s=%zu,%s,\"–\")",
                                     layout_figure_at(&page->view, FIGURE_DIFFER),
                                     figure_differ_count(flow->arena, page->result),
                                     flow_cell(flow, row, work)),
                        points);
}

static const char *rank_text(struct arena *arena, const struct scored_offer *scored)
{
    return scored->ranked
               ? arena_format(arena, "%zu%s", scored->rank, scored->shares_rank ? "=" : "")
               : "–";
}

static void lay_gap(struct claims_page *page, const struct gap_table *table, size_t index)
{
    struct sheet_flow *flow = &page->flow;
    struct arena *arena = flow->arena;
    const struct scored_offer *scored = offer_at(table, index);
    size_t offer = table->offers[index];
    bool leads = page->result->has_leader && offer == page->result->leader;
    uint32_t row = flow_row(flow, ROW_PIXELS);
    book_text(flow->book, row, GAPS_VENDOR, look(leads ? STYLE_TEXT_BOLD : STYLE_TEXT),
              measure_clip(arena, scored->offer->name, 10, leads, flow->pixels[GAPS_VENDOR]));
    book_text_formula(
        flow->book, row, GAPS_RANK, look(STYLE_MACHINE),
        arena_format(arena, "=%s", layout_work_at(&page->view, WORK_RANK_SHOWN, offer)),
        rank_text(arena, scored));
    book_number(flow->book, row, GAPS_CLAIMS, look_as(STYLE_NUM, LOOK_COUNT),
                (double)scored->offer->response.claim_count);
    book_number_formula(
        flow->book, row, GAPS_ANSWERED, look_as(STYLE_NUM, LOOK_RATE),
        arena_format(arena, "=%s", layout_work_at(&page->view, WORK_ANSWERED, offer)),
        scored->has_total ? scored->items[0].answered : 0);
    book_text(flow->book, row, GAPS_WIDEST, look_in(STYLE_TEXT, 1), widest_words(page, scored));
    lay_total(table, row, GAPS_CLAIMED, BLOCK_CLAIMED, index);
    lay_total(table, row, GAPS_EVIDENCED, BLOCK_EVIDENCED, index);
    const char *claimed = flow_cell(flow, row, GAPS_CLAIMED);
    book_number_formula(flow->book, row, GAPS_GAP, look_as(STYLE_NUM, LOOK_SCORE),
                        arena_format(arena, "=IF(ISNUMBER(%s),ROUND(%s-%s,%s),0)", claimed, claimed,
                                     flow_cell(flow, row, GAPS_EVIDENCED),
                                     layout_rule_at(&page->view, RULE_GUARD)),
                        gap_of(scored));
    for (enum gap_cause c = GAP_CONTRADICTED; c < GAP_COUNT; c++) {
        lay_cause(table, row, c, scored->gap[c]);
    }
}

static void lay_head(struct claims_page *page)
{
    static const struct sheet_column HEADS[] = {
        [GAPS_VENDOR] = {"Vendor", 0, STYLE_HEAD, 0},
        [GAPS_RANK] = {"Rank", 0, STYLE_HEAD_NUM, 0},
        [GAPS_CLAIMS] = {"Claims\nmade", 0, STYLE_HEAD_NUM, 0},
        [GAPS_ANSWERED] = {"Weight\nanswered", 0, STYLE_HEAD_NUM, 0},
        [GAPS_WIDEST] = {"Widest single gap", 0, STYLE_HEAD, 1},
        [GAPS_CLAIMED] = {"Claimed\nscore", 0, STYLE_HEAD_NUM, 0},
        [GAPS_EVIDENCED] = {"Evidenced\nscore", 0, STYLE_HEAD_NUM, 0},
        [GAPS_GAP] = {"Claim gap", 0, STYLE_HEAD_NUM, 0},
    };
    uint32_t row = flow_row(&page->flow, HEAD_PIXELS);
    for (uint32_t c = 0; c < COUNT_OF(HEADS); c++) {
        book_text(page->flow.book, row, c, look_in(HEADS[c].style, HEADS[c].indent), HEADS[c].head);
    }
    for (uint32_t c = 0; c < GAP_COUNT; c++) {
        book_text(page->flow.book, row, GAPS_CAUSES + c, look(STYLE_HEAD_NUM), CAUSES[c].head);
        book_text(page->flow.book, row, CLAIMS_WORK + c, look(STYLE_KEY_NUM), CAUSES[c].legend);
    }
}

/* The title says who has the widest gap, live; `title` is its row. */
static void lay_title(const struct gap_table *table, uint32_t title)
{
    const struct claims_page *page = table->page;
    struct arena *arena = page->flow.arena;
    uint32_t last = table->head + (uint32_t)table->count;
    const char *gaps = flow_range(&page->flow, GAPS_GAP, table->head, last);
    size_t widest = 0;
    for (size_t i = 1; i < table->count; i++) {
        if (gap_of(offer_at(table, i)) > gap_of(offer_at(table, widest))) {
            widest = i;
        }
    }
    double most = gap_of(offer_at(table, widest));
    const char *name = measure_clip(arena, offer_at(table, widest)->offer->name, 10,
                                    page->result->has_leader &&
                                        table->offers[widest] == page->result->leader,
                                    page->flow.pixels[GAPS_VENDOR]);
    book_text_formula(
        page->flow.book, title, 0, look(STYLE_BLOCK),
        arena_format(arena,
                     "=IF(MAX(%s)<=0,\"No vendor claims more than it can "
                     "show\",INDEX(%s,MATCH(MAX(%s),%s,0),1)&\" claims \"&FIXED(MAX(%s),1,1)&\" "
                     "points more than it can show: the widest claim gap\")",
                     gaps, flow_range(&page->flow, GAPS_VENDOR, table->head, last), gaps, gaps,
                     gaps),
        most <= 0
            ? "No vendor claims more than it can show"
            : arena_format(arena, "%s claims %s points more than it can show: the widest claim gap",
                           name, number_fixed(arena, most, 1)));
}

static void lay_note(struct claims_page *page, size_t left_out)
{
    static const char NOTE[] =
        "Claim gap = claimed score less evidenced score over all answers, split by cause; the "
        "causes add up to the gap. Vendors are never ranked by it.";
    struct sheet_flow *flow = &page->flow;
    book_text_formula(flow->book, flow_row(flow, NOTE_PIXELS), 0, look(STYLE_NOTE),
                      arena_format(flow->arena,
                                   "=IF(%s=%zu,\"%s\",\"An input differs: run vouch again for the "
                                   "causes of the gaps.\")",
                                   layout_figure_at(&page->view, FIGURE_DIFFER),
                                   figure_differ_count(flow->arena, page->result), NOTE),
                      NOTE);
    if (left_out > 0) {
        book_format(flow->book, flow_row(flow, NOTE_PIXELS), 0, look(STYLE_NOTE),
                    "The first %d vendors; %zu more are left out here.", LAYOUT_COLUMNS_MOST,
                    left_out);
    }
}

static struct range column_range(const struct gap_table *table, uint32_t column, size_t count)
{
    return (struct range){.sheet = "Claims",
                          .first_row = table->head + 1,
                          .first_column = column,
                          .last_row = table->head + (uint32_t)count,
                          .last_column = column};
}

/* A series with what its cells hold. */
static struct series series_of(const struct gap_table *table, uint32_t column, size_t count)
{
    const struct claims_page *page = table->page;
    struct arena *arena = page->flow.arena;
    const char **names = arena_alloc(arena, count, sizeof *names);
    double *values = arena_alloc(arena, count, sizeof *values);
    for (size_t i = 0; i < count; i++) {
        const struct scored_offer *scored = offer_at(table, i);
        bool leads = page->result->has_leader && table->offers[i] == page->result->leader;
        names[i] = measure_clip(arena, scored->offer->name, 10, leads,
                                page->flow.pixels[GAPS_VENDOR]);
        values[i] = column == GAPS_EVIDENCED ? scored->items[0].evidenced * 100
                                             : scored->gap[column - GAPS_CAUSES];
    }
    return (struct series){.names = column_range(table, GAPS_VENDOR, count),
                           .values = column_range(table, column, count),
                           .cached_names = names,
                           .cached_values = values,
                           .count = count,
                           .line_width = 0.75,
                           .label_format = "[>=1.8]0.0;;"};
}

static const char *alt_text(const struct gap_table *table, size_t count)
{
    struct arena *arena = table->page->flow.arena;
    struct text_builder text;
    text_builder_init(&text, arena);
    text_add(&text, "Evidenced score and claim gap by vendor:");
    for (size_t i = 0; i < count; i++) {
        const struct scored_offer *scored = offer_at(table, i);
        text_add_format(&text, " %s %s and %s", scored->offer->name,
                        number_fixed(arena, scored->items[0].evidenced * 100, 1),
                        number_fixed(arena, gap_of(scored), 1));
        text_add(&text, i + 1 < count ? ";" : ".");
    }
    return text.text;
}

static int chart_pixels(size_t count)
{
    return CHART_PIXELS + BAR_PIXELS * (int)count;
}

static void lay_legend(struct claims_page *page)
{
    struct run runs[2 * SERIES_COUNT] = {{"■", COLOUR_GAP_EVIDENCED, false},
                                         {" evidenced    ", COLOUR_SUB, false}};
    for (size_t c = 0; c < GAP_COUNT; c++) {
        bool pale = CAUSES[c].fill == COLOUR_WHITE;
        runs[2 + 2 * c] = (struct run){pale ? "□" : "■", pale ? COLOUR_OTHER : CAUSES[c].fill,
                                       false};
        runs[3 + 2 * c] = (struct run){arena_format(page->flow.arena, " %s    ", CAUSES[c].legend),
                                       COLOUR_SUB, false};
    }
    book_rich(page->flow.book, flow_row(&page->flow, LEGEND_PIXELS), 0, look(STYLE_NOTE), runs,
              COUNT_OF(runs));
}

static void lay_chart(struct claims_page *page, const struct gap_table *table, size_t count)
{
    struct sheet_flow *flow = &page->flow;
    struct series series[SERIES_COUNT];
    series[0] = series_of(table, GAPS_EVIDENCED, count);
    series[0].fill = COLOUR_GAP_EVIDENCED;
    series[0].line = COLOUR_WHITE;
    for (uint32_t c = 0; c < GAP_COUNT; c++) {
        series[1 + c] = series_of(table, GAPS_CAUSES + c, count);
        series[1 + c].fill = CAUSES[c].fill;
        series[1 + c].line = CAUSES[c].line;
        series[1 + c].label_white = CAUSES[c].white;
    }
    lay_legend(page);
    const struct chart chart = {.kind = CHART_STACKED_BAR,
                                .row = flow->row,
                                .width = FLOW_WIDTH_PIXELS,
                                .height = chart_pixels(count),
                                .gap = 42,
                                .overlap = 100,
                                .most = 100,
                                .unit = 20,
                                .gridlines = true,
                                .category_line = false,
                                .category_size = 10,
                                .value_size = 10,
                                .alt_text = alt_text(table, count),
                                .series = series,
                                .series_count = SERIES_COUNT};
    book_chart(flow->book, &chart);
    for (int taken = 0; taken < chart.height; taken += ROW_PIXELS) {
        flow_row(flow, ROW_PIXELS);
    }
}

/* Offers that have a total, as the chart can show them: those of the first rows. */
static size_t charted(const struct gap_table *table)
{
    size_t count = 0;
    while (count < table->count && count < LAYOUT_CHART_MOST && offer_at(table, count)->has_total) {
        count++;
    }
    return count;
}

void claims_gaps(struct claims_page *page)
{
    const struct result *result = page->result;
    size_t count = result->offer_count < LAYOUT_COLUMNS_MOST ? result->offer_count
                                                             : LAYOUT_COLUMNS_MOST;
    struct gap_table table = {.page = page, .offers = result->order, .count = count};
    size_t bars = charted(&table);
    flow_block(&page->flow, "Claim gap", NULL,
               TITLE_PIXELS + NOTE_PIXELS + HEAD_PIXELS + ROW_PIXELS * (int)count + LEGEND_PIXELS +
                   chart_pixels(bars) + ROW_PIXELS);
    uint32_t title = page->flow.row - 1;
    lay_note(page, result->offer_count - count);
    table.head = page->flow.row;
    lay_head(page);
    for (size_t i = 0; i < count; i++) {
        lay_gap(page, &table, i);
    }
    lay_title(&table, title);
    if (bars > 0) {
        lay_chart(page, &table, bars);
    }
}
