#include "report/sheet_panel.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "report/panel_page.h"
#include "report/sheet_head.h"

enum { HEAD_ROW = 3, GAP_PIXELS = 14 };

/* What is still to be done, or that nothing is. */
static const char *open_words(const struct panel_page *page)
{
    const struct agreement *all = &page->agreement.items[0];
    if (all->open == 0) {
        return all->marked == 1
                   ? "The one marked answer has its level of the panel"
                   : arena_format(page->arena,
                                  "All %zu marked answers have their level of the panel",
                                  all->marked);
    }
    return arena_format(page->arena, "%s of %zu marked answers %s still to be moderated",
                        text_sentence(page->arena, text_count(page->arena, all->open)), all->marked,
                        all->open == 1 ? "is" : "are");
}

/* How far the evaluators agree; marks can be compared only where two of them count. */
static const char *agree_words(const struct panel_page *page)
{
    const struct agreement *all = &page->agreement.items[0];
    if (all->compared == 0) {
        return "no answer has two marks that count";
    }
    return arena_format(
        page->arena, "the %s evaluators agree on %s %%",
        text_count(page->arena, page->agreement.member_count),
        number_fixed(page->arena, 100.0 * (double)all->alike / (double)all->compared, 0));
}

static void set_page(const struct panel_page *page)
{
    scorecard_page(page->book, page->scorecard);
    struct sheet_setup *setup = book_setup(page->book);
    setup->freeze_row = HEAD_ROW + 1;
    setup->freeze_column = PANEL_TITLE;
    setup->repeat_first_row = HEAD_ROW;
    setup->repeat_last_row = HEAD_ROW;
    for (uint32_t c = 0; c <= panel_column_of(page, PANEL_REASONS); c++) {
        book_column(page->book, c, c, panel_pixels(page, c));
    }
}

static void lay_head(const struct panel_page *page)
{
    sheet_head_lay(
        page->book, page->scorecard,
        &(struct sheet_head){
            .mast = "Panel: what did the evaluators give, and do they agree?",
            .message = arena_format(page->arena, "%s; %s.", open_words(page), agree_words(page)),
            .note = "A level in brackets does not count. In force is the moderated level, else the "
                    "median, and never above the answer. Spread in levels. Levels are changed on "
                    "Comparison.",
            .last_column = panel_column_of(page, PANEL_REASONS)});
}

void sheet_panel(struct book *book, const struct scorecard *scorecard)
{
    struct arena scratch;
    arena_init(&scratch);
    struct panel_page page = panel_page_of(&scratch, book, scorecard);
    book_begin_sheet(book, "Panel");
    set_page(&page);
    lay_head(&page);
    uint32_t last = panel_marks(&page, HEAD_ROW);
    struct sheet_setup *setup = book_setup(book);
    setup->has_filter = true;
    setup->filter = (struct range){.first_row = HEAD_ROW,
                                   .last_row = last,
                                   .last_column = panel_column_of(&page, PANEL_REASONS)};
    if (page.agreement.items[0].compared > 0) {
        book_row(book, ++last, GAP_PIXELS);
        last = panel_agreement_block(&page, last + 1);
    }
    if (page.agreement.member_count > 0) {
        book_row(book, ++last, GAP_PIXELS);
        panel_members_block(&page, last + 1);
    }
    book_end_sheet(book);
    arena_release(&scratch);
}
