#include "report/summary_page.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "report/measure.h"
#include "report/place.h"

#include <string.h>

struct summary_page summary_page_with(const struct summary_page *page, const struct result *result,
                                      const struct rules *rules)
{
    struct summary_page with = *page;
    with.result = result;
    with.first = &result->offers[result->order[0]];
    with.second = result->offer_count > 1 ? &result->offers[result->order[1]] : NULL;
    with.decimals = rules->decimals;
    with.ranked = 0;
    with.leaders = 0;
    for (size_t i = 0; i < result->offer_count; i++) {
        with.ranked += result->offers[i].ranked;
        with.leaders += result->offers[i].ranked && result->offers[i].rank == 1;
    }
    return with;
}

struct summary_page summary_page_of(struct arena *arena, struct book *book,
                                    const struct scorecard *scorecard)
{
    const struct project *project = scorecard->result->project;
    const struct summary_page page = {
        .arena = arena,
        .book = book,
        .scorecard = scorecard,
        .criteria = &project->evaluation.criteria,
        .layout = &scorecard->layout,
        .view = layout_view(arena, &scorecard->layout, HOME_SUMMARY),
        .what_if = project->plan.change_count > 0,
    };
    return summary_page_with(&page, scorecard->result, &project->evaluation.rules);
}

const char *summary_work_at(const struct summary_page *page, enum summary_work work)
{
    struct place place = {
        .home = HOME_SUMMARY, .row = 1 + (uint32_t)work, .column = SUMMARY_WORK_VALUE};
    return layout_fixed_text(&page->view, place);
}

const char *summary_cell(const struct summary_page *page, uint32_t row, uint32_t column)
{
    struct place place = {.home = HOME_SUMMARY, .row = row, .column = column};
    return layout_moving_text(&page->view, place);
}

const char *summary_fixed(const struct summary_page *page, double value, int decimals)
{
    return number_fixed(page->arena, value, decimals);
}

const char *summary_pick(const struct summary_page *page, enum work work, const char *place)
{
    return layout_pick_ranked(&page->view, layout_works_at(&page->view, work), place);
}

const char *summary_pick_block(const struct summary_page *page, enum block block, size_t item,
                               const char *place)
{
    return layout_pick_ranked(&page->view, layout_block_offers(&page->view, block, item), place);
}

uint32_t summary_below(unsigned working)
{
    return 1 + SUMMARY_WORK_COUNT + working;
}

int summary_name_lines(const struct summary_page *page)
{
    int most = 1;
    for (size_t i = 0; i < page->result->offer_count; i++) {
        const char *name = page->result->offers[i].offer->name;
        if (measure_width(name, 10, true) + 14 > SUMMARY_NAME_MOST) {
            int lines = measure_lines(name, 10, true, SUMMARY_NAME_MOST, 0);
            most = lines > most ? lines : most;
        }
    }
    return most;
}

const char *summary_short(const struct summary_page *page, const char *name, size_t most)
{
    if (text_length(name) <= most) {
        return name;
    }
    const char *end = name;
    for (size_t i = 0; i + 1 < most; i++) {
        text_next(&end, name + strlen(name));
    }
    return arena_format(page->arena, "%.*s…", (int)(end - name), name);
}

const char *summary_short_name(const struct summary_page *page, const struct scored_offer *offer)
{
    return offer == NULL ? "–" : summary_short(page, offer->offer->name, SUMMARY_SHORT_MOST);
}

const char *summary_column(const struct summary_page *page, uint32_t column, size_t count)
{
    struct place first = {HOME_SUMMARY, 1, column};
    struct place last = {HOME_SUMMARY, 1 + (uint32_t)count, column};
    return layout_range_text(&page->view, first, last);
}
