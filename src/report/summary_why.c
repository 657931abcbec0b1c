#include "base/arena.h"
#include "base/text.h"
#include "report/measure.h"
#include "report/summary_page.h"

enum {
    LARGEST_SHOWN = 7,
    TITLE_NAMES_MOST = 34 // characters of two names in a title
};

/* Points of the total that a top item gives an offer. */
static double top_points(const struct scored_offer *offer, size_t item)
{
    const struct item_score *score = &offer->items[item];
    return score->in_sum && offer->items[0].in_sum ? score->share * score->evidenced * 100 : 0;
}

static double lead_in(const struct summary_page *page, size_t item)
{
    return top_points(page->first, item) - top_points(page->second, item);
}

static double magnitude(double value)
{
    return value < 0 ? -value : value;
}

/* The top items that are shown: all up to eight, else the seven with the largest lead either way.
 */
static size_t shown_tops(const struct summary_page *page, size_t *shown)
{
    const struct layout *layout = page->layout;
    if (layout->tops_on_summary || page->ranked < 2) {
        size_t count = layout->tops_on_summary ? layout->top_count : LARGEST_SHOWN;
        for (size_t i = 0; i < count; i++) {
            shown[i] = layout->tops[i];
        }
        return count;
    }
    size_t count = 0;
    for (size_t i = 0; i < layout->top_count; i++) {
        size_t item = layout->tops[i];
        size_t at = count;
        while (at > 0 && magnitude(lead_in(page, item)) > magnitude(lead_in(page, shown[at - 1]))) {
            if (at < LARGEST_SHOWN) {
                shown[at] = shown[at - 1];
            }
            at--;
        }
        if (at < LARGEST_SHOWN) {
            shown[at] = item;
            count += count < LARGEST_SHOWN;
        }
    }
    return count;
}

/* A section's score of the first or second in order; `–` where nobody ranked stands there. */
static void lay_score(const struct summary_page *page, uint32_t row, uint32_t column, size_t item,
                      const struct scored_offer *offer, const char *place)
{
    struct look figure = look_as(STYLE_NUM, LOOK_SECTION);
    bool ranked = offer != NULL && offer->ranked;
    if (offer == NULL) {
        book_text(page->book, row, column, figure, "–");
        return;
    }
    const char *formula = arena_format(page->arena, "=IF(%s<%s,\"–\",%s)",
                                       layout_figure_at(&page->view, FIGURE_RANKED), place,
                                       summary_pick_block(page, BLOCK_EVIDENCED, item, place));
    if (!ranked || !offer->items[item].in_sum) {
        book_text_formula(page->book, row, column, figure, formula, ranked ? "n/a" : "–");
    } else {
        book_number_formula(page->book, row, column, figure, formula,
                            offer->items[item].evidenced * 100);
    }
}

/* The columns over which the weights in play are summed: those of the table, or where it shows some
 * of many items, those of all of them in the workings. */
struct in_play {
    const char *weights, *scores[2];
};

static const char *column_text(const struct summary_page *page, uint32_t first, size_t count,
                               uint32_t column)
{
    struct place from = {HOME_SUMMARY, first, column};
    struct place to = {HOME_SUMMARY, first + (uint32_t)count - 1, column};
    return layout_range_text(&page->view, from, to);
}

/* Weight and scores of every top item, in the workings. */
static struct in_play lay_all_tops(const struct summary_page *page)
{
    const struct layout *layout = page->layout;
    uint32_t first = layout->summary.ranking;
    for (size_t t = 0; t < layout->top_count; t++) {
        uint32_t row = first + (uint32_t)t;
        size_t item = layout->tops[t];
        book_number_formula(
            page->book, row, SUMMARY_WORK_WEIGHTS, look_as(STYLE_NOTE_SMALL, LOOK_POINTS),
            arena_format(page->arena, "=%s", layout_items_at(&page->view, ITEMS_SHARE, item)),
            100 * page->result->shares[item]);
        lay_score(page, row, SUMMARY_WORK_FIRST, item, page->first, "1");
        lay_score(page, row, SUMMARY_WORK_SECOND, item, page->second, "2");
    }
    return (struct in_play){
        .weights = column_text(page, first, layout->top_count, SUMMARY_WORK_WEIGHTS),
        .scores = {column_text(page, first, layout->top_count, SUMMARY_WORK_FIRST),
                   column_text(page, first, layout->top_count, SUMMARY_WORK_SECOND)},
    };
}

static struct in_play in_play_of(const struct summary_page *page, size_t shown)
{
    uint32_t first = page->layout->summary.ranking;
    if (!page->layout->tops_on_summary) {
        return lay_all_tops(page);
    }
    return (struct in_play){
        .weights = column_text(page, first, shown, SUMMARY_WEIGHT),
        .scores = {column_text(page, first, shown, SUMMARY_FIRST),
                   column_text(page, first, shown, SUMMARY_SECOND)},
    };
}

/* Points of the lead that a section makes; the sums of weights in play leave out what is n/a. */
static void lay_lead(const struct summary_page *page, uint32_t row, const struct in_play *in_play,
                     size_t item)
{
    struct arena *arena = page->arena;
    const char *parts[2];
    const uint32_t columns[2] = {SUMMARY_FIRST, SUMMARY_SECOND};
    // A share of 100 beside shares of 1 would not do: the weight comes from the same column.
    const char *weight = page->layout->tops_on_summary
                             ? summary_cell(page, row, SUMMARY_WEIGHT)
                             : layout_items_at(&page->view, ITEMS_SHARE, item);
    for (size_t i = 0; i < 2; i++) {
        const char *score = summary_cell(page, row, columns[i]);
        parts[i] = arena_format(arena, "IF(ISNUMBER(%s),IFERROR(%s*%s/SUMIFS(%s,%s,\">=0\"),0),0)",
                                score, score, weight, in_play->weights, in_play->scores[i]);
    }
    double lead = page->ranked > 1 ? lead_in(page, item) : top_points(page->first, item);
    book_number_formula(page->book, row, SUMMARY_LEAD, look_as(STYLE_NUM_BOLD, LOOK_LEAD),
                        arena_format(arena, "=%s-%s", parts[0], parts[1]),
                        page->ranked > 0 ? lead : 0);
}

static const char *why_title(const struct summary_page *page)
{
    const char *first = summary_short_name(page, page->first);
    const char *second = summary_short_name(page, page->second);
    if (page->ranked < 2) {
        return page->ranked == 0
                   ? "Nobody leads"
                   : arena_format(page->arena, "Where the points of %s come from", first);
    }
    if (page->leaders > 1) {
        return arena_format(page->arena, "Where %s and %s differ", first, second);
    }
    const char *lead = summary_fixed(page, page->result->lead, page->decimals);
    return text_length(first) + text_length(second) > TITLE_NAMES_MOST
               ? arena_format(page->arena, "Why the first leads by %s points", lead)
               : arena_format(page->arena, "Why %s leads %s by %s points", first, second, lead);
}

/* Names cut for titles and heads, in the workings: those of all offers, as values. */
static void lay_short_names(const struct summary_page *page)
{
    struct book *book = page->book;
    book_text(book, 0, SUMMARY_SHORT_NAMES, look(STYLE_NOTE_SMALL), "names, short");
    book_text(book, 0, SUMMARY_NAME_LENGTHS, look(STYLE_NOTE_SMALL), "characters");
    for (size_t o = 0; o < page->result->offer_count; o++) {
        const char *name = summary_short_name(page, &page->result->offers[o]);
        uint32_t row = 1 + (uint32_t)o;
        book_text(book, row, SUMMARY_SHORT_NAMES, look(STYLE_NOTE_SMALL), name);
        book_number(book, row, SUMMARY_NAME_LENGTHS, look_as(STYLE_NOTE_SMALL, LOOK_COUNT),
                    (double)text_length(name));
    }
}

static const char *pick_own(const struct summary_page *page, uint32_t column, const char *place)
{
    return arena_format(page->arena, "INDEX(%s,MATCH(%s,%s,0),1)",
                        summary_column(page, column, page->result->offer_count), place,
                        layout_works_at(&page->view, WORK_ORDER));
}

static const char *lay_short(const struct summary_page *page, unsigned working, const char *place,
                             const struct scored_offer *offer)
{
    uint32_t row = summary_below(working);
    book_text(page->book, row, SUMMARY_WORK_LABEL, look(STYLE_NOTE_SMALL), "name, short");
    if (offer == NULL) {
        book_text(page->book, row, SUMMARY_WORK_VALUE, look(STYLE_NOTE_SMALL), "–");
    } else {
        book_text_formula(
            page->book, row, SUMMARY_WORK_VALUE, look(STYLE_NOTE_SMALL),
            arena_format(page->arena, "=%s", pick_own(page, SUMMARY_SHORT_NAMES, place)),
            summary_short_name(page, offer));
    }
    return summary_cell(page, row, SUMMARY_WORK_VALUE);
}

/* Characters of both names. */
static const char *lay_lengths(const struct summary_page *page)
{
    uint32_t row = summary_below(SUMMARY_BELOW_LENGTHS);
    size_t length = text_length(summary_short_name(page, page->first)) +
                    (page->second == NULL ? 0
                                          : text_length(summary_short_name(page, page->second)));
    const char *first = pick_own(page, SUMMARY_NAME_LENGTHS, "1");
    book_text(page->book, row, SUMMARY_WORK_LABEL, look(STYLE_NOTE_SMALL), "characters of both");
    book_number_formula(
        page->book, row, SUMMARY_WORK_VALUE, look_as(STYLE_NOTE_SMALL, LOOK_COUNT),
        page->second == NULL
            ? arena_format(page->arena, "=%s", first)
            : arena_format(page->arena, "=%s+%s", first, pick_own(page, SUMMARY_NAME_LENGTHS, "2")),
        (double)length);
    return summary_cell(page, row, SUMMARY_WORK_VALUE);
}

/* A name above a column of scores; `–` where nobody ranked stands there. */
static void lay_name_head(const struct summary_page *page, uint32_t column, size_t place,
                          const char *name)
{
    const struct scored_offer *offer = place == 1 ? page->first : page->second;
    book_text_formula(page->book, page->layout->summary.heads, column, look(STYLE_HEAD_SMALL_NUM),
                      arena_format(page->arena, "=IF(%s<%zu,\"–\",%s)",
                                   layout_figure_at(&page->view, FIGURE_RANKED), place, name),
                      page->ranked < place ? "–" : summary_short_name(page, offer));
}

static void lay_why_heads(const struct summary_page *page)
{
    struct book *book = page->book;
    uint32_t row = page->layout->summary.heads;
    const char *ranked = layout_figure_at(&page->view, FIGURE_RANKED);
    const char *leaders = layout_figure_at(&page->view, FIGURE_LEADERS);
    const char *lead = summary_work_at(page, SUMMARY_WORK_LEAD);
    const char *name1 = lay_short(page, SUMMARY_BELOW_SHORT1, "1", page->first);
    const char *name2 = lay_short(page, SUMMARY_BELOW_SHORT2, "2", page->second);
    const char *length = lay_lengths(page);
    lay_short_names(page);
    book_text_formula(
        book, row - 1, SUMMARY_SECTION, look(STYLE_BLOCK),
        arena_format(
            page->arena,
            "=IF(%s=0,\"Nobody leads\",IF(%s=1,\"Where the points of \"&%s&\" come from\",IF(%s>1,"
            "\"Where \"&%s&\" and \"&%s&\" differ\",\"Why \"&IF(%s>%d,\"the first leads\","
            "%s&\" leads \"&%s)&\" by \"&%s&\" points\")))",
            ranked, ranked, name1, leaders, name1, name2, length, TITLE_NAMES_MOST, name1, name2,
            lead),
        why_title(page));
    book_blanks(book, row - 1, SUMMARY_WEIGHT, SUMMARY_LEAD, look(STYLE_BLOCK));
    book_text(book, row, SUMMARY_SECTION, look(STYLE_HEAD_SMALL), "Section");
    book_text(book, row, SUMMARY_WEIGHT, look(STYLE_HEAD_SMALL_NUM), "Weight");
    lay_name_head(page, SUMMARY_FIRST, 1, name1);
    lay_name_head(page, SUMMARY_SECOND, 2, name2);
    book_text(book, row, SUMMARY_LEAD, look(STYLE_HEAD_SMALL_NUM), "Lead,\npoints");
}

/* The total of an offer as published, or `–`. */
static void lay_total_score(const struct summary_page *page, uint32_t row, uint32_t column,
                            const struct scored_offer *offer, const char *place)
{
    struct look figure = look_as(STYLE_TOTAL_NUM, LOOK_SCORE);
    if (offer == NULL) {
        book_text(page->book, row, column, figure, "–");
        return;
    }
    const char *formula = arena_format(page->arena, "=IF(%s<%s,\"–\",%s)",
                                       layout_figure_at(&page->view, FIGURE_RANKED), place,
                                       summary_pick(page, WORK_PUBLISHED, place));
    if (offer->ranked) {
        book_number_formula(page->book, row, column, figure, formula, offer->published);
    } else {
        book_text_formula(page->book, row, column, figure, formula, "–");
    }
}

static double total_lead(const struct summary_page *page)
{
    if (page->ranked == 0) {
        return 0;
    }
    double first = page->first->items[0].evidenced * 100;
    return page->ranked > 1 ? first - page->second->items[0].evidenced * 100 : first;
}

void summary_why(const struct summary_page *page)
{
    size_t shown[LAYOUT_TOPS_MOST + 1];
    size_t count = shown_tops(page, shown);
    struct book *book = page->book;
    uint32_t row = page->layout->summary.ranking;
    struct in_play in_play = in_play_of(page, count);
    lay_why_heads(page);
    for (size_t i = 0; i < count; i++, row++) {
        const struct item *item = &page->criteria->items[shown[i]];
        book_text(book, row, SUMMARY_SECTION, look(STYLE_TEXT),
                  measure_clip(page->arena, item->title, 10, false, 160));
        book_number_formula(book, row, SUMMARY_WEIGHT, look_as(STYLE_NUM, LOOK_RATE),
                            arena_format(page->arena, "=%s/%s",
                                         layout_items_at(&page->view, ITEMS_SHARE, shown[i]),
                                         layout_items_at(&page->view, ITEMS_SHARE, 0)),
                            page->result->shares[shown[i]]);
        lay_score(page, row, SUMMARY_FIRST, shown[i], page->first, "1");
        lay_score(page, row, SUMMARY_SECOND, shown[i], page->second, "2");
        lay_lead(page, row, &in_play, shown[i]);
    }
    book_text(book, row, SUMMARY_SECTION, look(STYLE_TOTAL),
              page->layout->tops_on_summary ? "Total" : "Total, with the others");
    book_number_formula(book, row, SUMMARY_WEIGHT, look_as(STYLE_TOTAL_NUM, LOOK_RATE),
                        arena_format(page->arena, "=%s/%s",
                                     layout_items_at(&page->view, ITEMS_SHARE, 0),
                                     layout_items_at(&page->view, ITEMS_SHARE, 0)),
                        1);
    lay_total_score(page, row, SUMMARY_FIRST, page->first, "1");
    lay_total_score(page, row, SUMMARY_SECOND, page->second, "2");
    const char *ranked = layout_figure_at(&page->view, FIGURE_RANKED);
    const char *total1 = summary_pick_block(page, BLOCK_EVIDENCED, 0, "1");
    const char *formula = page->second == NULL
                              ? arena_format(page->arena, "=IF(%s=0,0,%s)", ranked, total1)
                              : arena_format(page->arena, "=IF(%s=0,0,%s-IF(%s>1,%s,0))", ranked,
                                             total1, ranked,
                                             summary_pick_block(page, BLOCK_EVIDENCED, 0, "2"));
    book_number_formula(book, row, SUMMARY_LEAD, look_as(STYLE_TOTAL_NUM, LOOK_LEAD), formula,
                        total_lead(page));
    book_rule(book, &(struct rule){.range = {.first_row = page->layout->summary.ranking,
                                             .first_column = SUMMARY_LEAD,
                                             .last_row = row,
                                             .last_column = SUMMARY_LEAD},
                                   .formula = arena_format(page->arena, "=$N%u<0",
                                                           page->layout->summary.ranking + 1),
                                   .text = COLOUR_BAD});
}
