#include "report/comparison_page.h"

#include "base/arena.h"
#include "report/figure_cells.h"
#include "report/item_cells.h"
#include "report/map_rules.h"
#include "report/panel_cells.h"

void comparison_page_init(struct comparison_page *page, struct arena *arena, struct book *book,
                          const struct scorecard *scorecard)
{
    *page = (struct comparison_page){
        .arena = arena,
        .book = book,
        .layout = &scorecard->layout,
        .scores = score_sheet_of(arena, book, scorecard->result, &scorecard->layout),
    };
    page->ranking = ranking_sheet_of(&page->scores);
}

struct sheet_setup *comparison_setup(const struct comparison_page *page,
                                     const struct scorecard *scorecard)
{
    const struct layout *layout = page->layout;
    scorecard_page(page->book, scorecard);
    struct sheet_setup *setup = book_setup(page->book);
    setup->print_area_given = true;
    setup->print_area = (struct range){NULL, 0, 0, layout->last_row, layout->last_column};
    return setup;
}

void comparison_head(const struct comparison_page *page, const struct scorecard *scorecard,
                     const struct sheet_head *head)
{
    struct item_message message = item_message_of(&page->scores);
    struct sheet_head whole = *head;
    whole.message = message.text;
    whole.message_formula = message.formula;
    whole.last_column = page->layout->last_column;
    sheet_head_lay(page->book, scorecard, &whole);
}

void comparison_figures(const struct comparison_page *page, uint32_t label_column)
{
    for (enum figure f = FIGURE_RANKED; f < FIGURE_COUNT; f++) {
        struct place at = layout_figure(page->layout, f);
        book_text(page->book, at.row, label_column, look(STYLE_ID), figure_title(f));
        figure_cell(&page->ranking, f);
    }
}

void comparison_words(const struct comparison_page *page)
{
    const struct layout *layout = page->layout;
    const struct layout_view *view = &page->scores.view;
    size_t last_offer = layout->offer_count - 1;
    map_words(page->book, view, layout_work(layout, WORK_MAP_OUTCOME, 0),
              layout_work(layout, WORK_MAP_OUTCOME, last_offer));
    if (layout->gate_count > 0) {
        map_words(page->book, view, layout_gate(layout, GATE_MAP, 0, 0),
                  layout_gate(layout, GATE_MAP, layout->gate_count - 1, last_offer));
    }
    map_changed(page->book, view, BLOCK_GRADE, BLOCK_GRADE_FIXED);
    if (layout->has_panel) {
        map_changed(page->book, view, BLOCK_PANEL, BLOCK_PANEL_FIXED);
        panel_validations(&page->scores);
    }
}
