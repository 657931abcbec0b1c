#include "base/arena.h"
#include "base/text.h"
#include "report/measure.h"
#include "report/panel_page.h"
#include "report/sheet_head.h"

#include <assert.h>
#include <stdlib.h>

enum { FILTER_PIXELS = 20 }; // room for the buttons in the heads

/* One answer that the panel says something of. */
struct judged {
    size_t item, offer;
    const struct panel_score *score;
};

/* To be moderated first, then the widest spread, then as the criteria and vendors stand. */
static int compare_judged(const void *a, const void *b)
{
    const struct judged *one = a;
    const struct judged *other = b;
    if (one->score->to_moderate != other->score->to_moderate) {
        return one->score->to_moderate ? -1 : 1;
    }
    double spread = one->score->highest - one->score->lowest;
    double other_spread = other->score->highest - other->score->lowest;
    if (spread > other_spread || spread < other_spread) {
        return spread > other_spread ? -1 : 1;
    }
    if (one->item != other->item) {
        return one->item < other->item ? -1 : 1;
    }
    return one->offer < other->offer ? -1 : one->offer > other->offer;
}

static const struct judged *judged_of(const struct panel_page *page, size_t *count)
{
    size_t capacity = page->agreement.items[0].marked;
    struct judged *judged = arena_alloc(page->arena, capacity, sizeof *judged);
    *count = 0;
    for (size_t i = 1; i < page->criteria->count; i++) {
        for (size_t o = 0; o < page->result->offer_count; o++) {
            const struct panel_score *score = page->result->offers[o].criteria[i].panel;
            if (item_is_criterion(&page->criteria->items[i]) && score != NULL) {
                assert(*count < capacity);
                judged[(*count)++] = (struct judged){.item = i, .offer = o, .score = score};
            }
        }
    }
    if (*count > 0) {
        qsort(judged, *count, sizeof *judged, compare_judged);
    }
    return judged;
}

static const struct scale *scale_of(const struct panel_page *page, const struct judged *judged)
{
    return page->criteria->items[judged->item].answer.scale;
}

/* The level of a mark; one that does not count in brackets. */
static const char *mark_word(const struct panel_page *page, const struct judged *judged,
                             const struct panel_mark *mark)
{
    const char *label = scale_of(page, judged)->levels[mark->mark->level].label;
    return mark->standing == MARK_COUNTS ? label : arena_format(page->arena, "(%s)", label);
}

static const struct panel_mark *mark_by(const struct judged *judged, const struct assessment *by)
{
    for (size_t m = 0; m < judged->score->mark_count; m++) {
        if (judged->score->marks[m].by == by) {
            return &judged->score->marks[m];
        }
    }
    return NULL;
}

/* `jk: Partial`, one a line. */
static const char *marks_listed(const struct panel_page *page, const struct judged *judged)
{
    struct text_builder text;
    text_builder_init(&text, page->arena);
    for (size_t m = 0; m < judged->score->mark_count; m++) {
        const struct panel_mark *mark = &judged->score->marks[m];
        text_add_format(&text, "%s%s: %s", m == 0 ? "" : "\n", mark->by->evaluator,
                        mark_word(page, judged, mark));
    }
    return text.length == 0 ? "–" : text.text;
}

static int lay_marks(const struct panel_page *page, uint32_t row, const struct judged *judged)
{
    struct look plain = look(STYLE_TEXT_WRAP);
    if (page->listed || page->agreement.member_count == 0) {
        return panel_text(page, row, PANEL_MARKS, plain, marks_listed(page, judged));
    }
    int lines = 1;
    for (size_t m = 0; m < page->agreement.member_count; m++) {
        const struct panel_mark *mark = mark_by(judged, page->agreement.members[m].by);
        int needed = panel_text(page, row, PANEL_MARKS + (uint32_t)m, plain,
                                mark == NULL ? "–" : mark_word(page, judged, mark));
        lines = needed > lines ? needed : lines;
    }
    return lines;
}

static const char *in_force_word(const struct panel_page *page, const struct judged *judged)
{
    const struct criterion_score *score =
        &page->result->offers[judged->offer].criteria[judged->item];
    return score->state != STATE_ANSWERED || score->level.word == NULL ? "–" : score->level.word;
}

static const char *state_words(const struct panel_score *score)
{
    if (score->to_moderate) {
        return "▲ to be moderated";
    }
    if (score->moderated != NULL) {
        return "✓ moderated";
    }
    if (score->counted == 1) {
        return "○ one mark only";
    }
    return score->highest > score->lowest ? "○ median" : "✓ agreed";
}

static void add_line(struct text_builder *text, const char *who, const char *says)
{
    if (says != NULL && says[0] != '\0') {
        text_add_format(text, "%s%s: %s", text->length == 0 ? "" : "\n", who, says);
    }
}

static const char *standing_word(enum mark_standing standing)
{
    static const char *const words[] = {
        [MARK_COUNTS] = "",
        [MARK_CONFLICT] = " (in conflict, does not count)",
        [MARK_NOT_FOR_ALL] = " (not for all vendors, does not count)",
    };
    return words[standing];
}

/* Why it is open; else the chair's reasons; else each evaluator's. */
static const char *reasons_of(const struct panel_page *page, const struct panel_score *score)
{
    struct text_builder text;
    text_builder_init(&text, page->arena);
    if (score->to_moderate) {
        add_line(&text, "Open", moderation_cause_text(panel_moderation_cause(score)));
    }
    if (score->moderated != NULL) {
        add_line(&text, "Moderated", score->moderated->because);
        add_line(&text, "Outside the marks", score->moderated->outside);
        add_line(&text, "Dissent", score->moderated->dissent);
        return text.text;
    }
    for (size_t m = 0; m < score->mark_count; m++) {
        const struct panel_mark *mark = &score->marks[m];
        add_line(
            &text,
            arena_format(page->arena, "%s%s", mark->by->evaluator, standing_word(mark->standing)),
            mark->mark->because);
    }
    return text.length == 0 ? "–" : text.text;
}

static int more_of(int a, int b)
{
    return a > b ? a : b;
}

static void lay_judged(const struct panel_page *page, uint32_t row, const struct judged *judged)
{
    const struct panel_score *score = judged->score;
    const struct item *item = &page->criteria->items[judged->item];
    const char *moderated = score->moderated == NULL
                                ? "–"
                                : scale_of(page, judged)->levels[score->moderated->level].label;
    enum style state = score->to_moderate ? STYLE_ANSWER_WARN : STYLE_SUB_WRAP;
    struct look plain = look(STYLE_TEXT_WRAP);
    struct look strong = look(STYLE_BOLD_FOLDED);
    const struct {
        uint32_t column;
        struct look look;
        const char *text;
    } cells[] = {
        {PANEL_STATE, look(state), state_words(score)},
        {PANEL_ID, look(STYLE_SUB_WRAP), item->id},
        {PANEL_TITLE, plain, item->title},
        {PANEL_VENDOR, plain, page->result->offers[judged->offer].offer->name},
        {panel_column_of(page, PANEL_MEDIAN), plain,
         score->median_word == NULL ? "–" : score->median_word},
        {panel_column_of(page, PANEL_MODERATED), plain, moderated},
        {panel_column_of(page, PANEL_IN_FORCE), strong, in_force_word(page, judged)},
        {panel_column_of(page, PANEL_REASONS), look_in(STYLE_TEXT_WRAP, 1),
         reasons_of(page, score)},
    };
    int lines = lay_marks(page, row, judged);
    for (size_t c = 0; c < COUNT_OF(cells); c++) {
        lines = more_of(lines,
                        panel_text(page, row, cells[c].column, cells[c].look, cells[c].text));
    }
    book_number(page->book, row, panel_column_of(page, PANEL_SPREAD),
                look_at_top(look_as(STYLE_NUM, LOOK_COUNT)), score->highest - score->lowest);
    book_row(page->book, row, measure_height(lines, PANEL_PAD));
}

/* Heads wrap; the row is as high as the longest name needs, and has room for the buttons. */
static void lay_heads(const struct panel_page *page, uint32_t row)
{
    static const char *const FIRST[] = {
        [PANEL_STATE] = "State",
        [PANEL_ID] = "Id",
        [PANEL_TITLE] = "Criterion",
        [PANEL_VENDOR] = "Vendor",
    };
    static const char *const LEVELS[] = {
        [PANEL_MEDIAN] = "Median",
        [PANEL_MODERATED] = "Moderated",
        [PANEL_IN_FORCE] = "In force",
        [PANEL_SPREAD] = "Spread",
        [PANEL_REASONS] = "Reasons, dissent",
    };
    int lines = 1;
    for (uint32_t c = 0; c < COUNT_OF(FIRST); c++) {
        lines = more_of(lines, panel_text(page, row, c, look(STYLE_HEAD), FIRST[c]));
    }
    for (uint32_t m = 0; m < page->mark_columns; m++) {
        bool alone = page->listed || page->agreement.member_count == 0;
        lines = more_of(lines,
                        panel_text(page, row, PANEL_MARKS + m, look(STYLE_HEAD),
                                   alone ? "Marks" : panel_name(page->agreement.members[m].by)));
    }
    for (enum panel_level_column c = PANEL_MEDIAN; c < PANEL_LEVEL_COLUMN_COUNT; c++) {
        struct look head = c == PANEL_SPREAD    ? look(STYLE_HEAD_NUM)
                           : c == PANEL_REASONS ? look_in(STYLE_HEAD, 1)
                                                : look(STYLE_HEAD);
        lines = more_of(lines, panel_text(page, row, panel_column_of(page, c), head, LEVELS[c]));
    }
    book_row(page->book, row, measure_height(lines, PANEL_PAD) + FILTER_PIXELS);
}

uint32_t panel_marks(const struct panel_page *page, uint32_t head_row)
{
    size_t count = 0;
    const struct judged *judged = judged_of(page, &count);
    lay_heads(page, head_row);
    for (size_t j = 0; j < count; j++) {
        struct arena_mark mark = arena_mark(page->arena);
        lay_judged(page, head_row + 1 + (uint32_t)j, &judged[j]);
        arena_rewind(page->arena, mark);
    }
    return head_row + (uint32_t)count;
}
