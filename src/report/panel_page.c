#include "report/panel_page.h"

#include "base/arena.h"
#include "base/text.h"
#include "report/measure.h"

enum {
    COLUMNS_MOST = 6,   // evaluators with a column each
    PAGE_PIXELS = 1104, // what prints at a readable size
    MARK_PIXELS = 70,   // a level, or a day
    LIST_PIXELS = 120,  // marks of more evaluators
    REASONS_LEAST = 170,
};

static const int FIRST_PIXELS[] = {
    [PANEL_STATE] = 114, [PANEL_ID] = 58, [PANEL_TITLE] = 112, [PANEL_VENDOR] = 76};
static const int LEVEL_PIXELS[] = {
    [PANEL_MEDIAN] = MARK_PIXELS, [PANEL_MODERATED] = MARK_PIXELS, [PANEL_IN_FORCE] = MARK_PIXELS,
    [PANEL_SPREAD] = 46,
    [PANEL_REASONS] = 0, // what is left
};
_Static_assert(COUNT_OF(LEVEL_PIXELS) == PANEL_LEVEL_COLUMN_COUNT, "a width a column");

struct panel_page panel_page_of(struct arena *arena, struct book *book,
                                const struct scorecard *scorecard)
{
    struct panel_page page = {
        .arena = arena,
        .book = book,
        .scorecard = scorecard,
        .result = scorecard->result,
        .criteria = &scorecard->result->project->evaluation.criteria,
        .agreement = panel_agreement_of(arena, scorecard->result),
    };
    page.listed = page.agreement.member_count > COLUMNS_MOST;
    page.mark_columns = page.listed || page.agreement.member_count == 0
                            ? 1
                            : (uint32_t)page.agreement.member_count;
    return page;
}

uint32_t panel_column_of(const struct panel_page *page, enum panel_level_column column)
{
    return PANEL_MARKS + page->mark_columns + (uint32_t)column;
}

static int mark_pixels(const struct panel_page *page)
{
    return page->listed ? LIST_PIXELS : MARK_PIXELS;
}

static int reasons_pixels(const struct panel_page *page)
{
    int taken = (int)page->mark_columns * mark_pixels(page);
    for (size_t i = 0; i < COUNT_OF(FIRST_PIXELS); i++) {
        taken += FIRST_PIXELS[i];
    }
    for (size_t i = 0; i < COUNT_OF(LEVEL_PIXELS); i++) {
        taken += LEVEL_PIXELS[i];
    }
    return PAGE_PIXELS - taken > REASONS_LEAST ? PAGE_PIXELS - taken : REASONS_LEAST;
}

int panel_pixels(const struct panel_page *page, uint32_t column)
{
    if (column < PANEL_MARKS) {
        return FIRST_PIXELS[column];
    }
    if (column < panel_column_of(page, PANEL_MEDIAN)) {
        return mark_pixels(page);
    }
    uint32_t level = column - panel_column_of(page, PANEL_MEDIAN);
    return level == PANEL_REASONS ? reasons_pixels(page) : LEVEL_PIXELS[level];
}

const char *panel_name(const struct assessment *assessment)
{
    return assessment->name == NULL ? assessment->evaluator : assessment->name;
}

int panel_text(const struct panel_page *page, uint32_t row, uint32_t column, struct look look,
               const char *text)
{
    int pixels = panel_pixels(page, column);
    bool bold = style_row(look.style)->bold;
    const struct measure_room room = {.points = PANEL_POINTS,
                                      .pixels = pixels,
                                      .indent = look.indent,
                                      .lines = PANEL_LINES_MOST,
                                      .tail = ""};
    const char *shown = measure_cut(page->arena, text, &room);
    book_text(page->book, row, column, look_at_top(look), shown);
    return measure_lines(shown, PANEL_POINTS, bold, pixels, look.indent);
}
