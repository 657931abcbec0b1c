#include "report/vendor_page.h"

#include "base/arena.h"
#include "report/place.h"

const char *vendor_cell(const struct vendor_page *page, uint32_t row, uint32_t column)
{
    struct place place = {.home = HOME_ELSEWHERE, .row = row, .column = column};
    return place_text(page->arena, place, HOLD_NONE, HOME_ELSEWHERE);
}

static double figure_of(const struct item_score *score, enum block block)
{
    switch (block) {
    case BLOCK_EVIDENCED:
        return score->evidenced * 100;
    case BLOCK_CLAIMED:
        return score->claimed * 100;
    case BLOCK_PROVEN:
        return score->proven * 100;
    case BLOCK_HIGH:
        return score->high * 100;
    case BLOCK_ANSWERED:
        return score->answered;
    case BLOCK_SHOWN:
    case BLOCK_GRADE:
    case BLOCK_GRADE_FIXED:
    case BLOCK_FOUND:
    case BLOCK_RANKED:
    case BLOCK_SHARE:
    case BLOCK_PANEL:
    case BLOCK_PANEL_FIXED:
    case BLOCK_PANEL_ROW:
    case BLOCK_PANEL_WORTH:
    case BLOCK_COUNT:
        break;
    }
    return 0;
}

void vendor_figure(const struct vendor_page *page, uint32_t row, uint32_t column, struct look look,
                   enum block block, size_t item)
{
    const struct item_score *score = &page->offer->items[item];
    const char *formula = arena_format(page->arena, "=%s",
                                       layout_block_at(&page->view, block, item, page->index));
    if (score->in_sum) {
        book_number_formula(page->book, row, column, look, formula, figure_of(score, block));
    } else {
        book_text_formula(page->book, row, column, look, formula, "n/a");
    }
}

/* Its share of its parent's worth, after what is not in the sum has left. */
static const char *of_formula(const struct vendor_page *page, size_t item)
{
    size_t parent = page->criteria->items[item].parent;
    const struct layout_view *view = &page->view;
    return arena_format(
        page->arena, "=IF(ISNUMBER(%s)*ISNUMBER(%s),%s*%s/SUMIFS(%s,%s,%s,%s,\">=0\"),0)",
        layout_block_at(view, BLOCK_EVIDENCED, item, page->index),
        layout_block_at(view, BLOCK_EVIDENCED, parent, page->index),
        vendor_cell(page, page->rows[parent], VENDOR_OF), layout_items_at(view, ITEMS_WEIGHT, item),
        layout_items_below(view, ITEMS_WEIGHT, parent),
        layout_items_below(view, ITEMS_PARENT, parent), layout_items_at(view, ITEMS_NUMBER, parent),
        layout_block_below(view, BLOCK_EVIDENCED, parent, page->index));
}

void vendor_points(const struct vendor_page *page, uint32_t row, struct look points, struct look of,
                   size_t item)
{
    const struct item_score *score = &page->offer->items[item];
    const char *own_of = vendor_cell(page, row, VENDOR_OF);
    const char *evidenced = vendor_cell(page, row, VENDOR_EVIDENCED);
    book_number_formula(page->book, row, VENDOR_POINTS, points,
                        arena_format(page->arena, "=IF(ISNUMBER(%s),%s*%s/%s,0)", evidenced, own_of,
                                     evidenced, vendor_cell(page, page->rows[0], VENDOR_OF)),
                        score->points);
    if (item == 0) {
        book_number(page->book, row, VENDOR_OF, of, 100);
    } else {
        book_number_formula(page->book, row, VENDOR_OF, of, of_formula(page, item),
                            score->share * 100);
    }
}
