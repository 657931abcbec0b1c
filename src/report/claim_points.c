#include "report/claim_points.h"

#include "base/arena.h"
#include "base/sum.h"
#include "base/text.h"

#include <assert.h>

enum { TERMS_MOST = 4 }; // in one formula

/* Criteria that are in the sum, as many as a formula holds. */
struct part {
    const char *formula;
    double value;
    size_t terms;
};

static double value_of(const struct claim_points *points, enum block block, size_t item)
{
    const struct item_score *figures = &points->scored->items[item];
    double value = block == BLOCK_CLAIMED ? figures->claimed : figures->evidenced;
    return figures->share * 100 * value;
}

static struct part next_part(const struct claim_points *points, enum block block, size_t *at)
{
    struct text_builder text;
    struct sum sum = {0};
    struct part part = {.terms = 0};
    text_builder_init(&text, points->flow->arena);
    for (; *at < points->count && part.terms < TERMS_MOST; (*at)++) {
        size_t item = points->items[*at];
        if (!points->scored->items[item].in_sum) {
            continue;
        }
        text_add_format(&text, "%s%s*%s", part.terms == 0 ? "=(" : "+",
                        layout_block_at(points->view, BLOCK_SHARE, item, points->offer),
                        layout_block_at(points->view, block, item, points->offer));
        sum_add(&sum, value_of(points, block, item));
        part.terms++;
    }
    text_add(&text, ")/100");
    part.formula = text.text;
    part.value = sum_total(&sum);
    return part;
}

/* More than a formula holds: parts in the workings, and their sum. */
static uint32_t lay_parts(const struct claim_points *points, uint32_t row, uint32_t column,
                          struct look look, enum block block, uint32_t work)
{
    struct book *book = points->flow->book;
    struct sum sum = {0};
    uint32_t next = work;
    for (size_t at = 0;;) {
        struct part part = next_part(points, block, &at);
        if (part.terms == 0) {
            break;
        }
        book_number_formula(book, row, next++, look, part.formula, part.value);
        sum_add(&sum, part.value);
    }
    assert(next > work + 1);
    book_number_formula(book, row, column, look,
                        arena_format(points->flow->arena, "=SUM(%s:%s)",
                                     flow_cell(points->flow, row, work),
                                     flow_cell(points->flow, row, next - 1)),
                        sum_total(&sum));
    return next;
}

double claim_points_value(const struct claim_points *points, enum block block)
{
    struct sum sum = {0};
    for (size_t i = 0; i < points->count; i++) {
        if (points->scored->items[points->items[i]].in_sum) {
            sum_add(&sum, value_of(points, block, points->items[i]));
        }
    }
    return sum_total(&sum);
}

uint32_t claim_points_cell(const struct claim_points *points, uint32_t row, uint32_t column,
                           struct look look, enum block block, uint32_t work)
{
    assert(block == BLOCK_CLAIMED || block == BLOCK_EVIDENCED);
    double value = claim_points_value(points, block);
    size_t at = 0;
    size_t in_sum = 0;
    for (size_t i = 0; i < points->count; i++) {
        in_sum += points->scored->items[points->items[i]].in_sum ? 1 : 0;
    }
    if (in_sum == 0 || points->view->layout->offers_as_rows) {
        book_number(points->flow->book, row, column, look, value);
        return work;
    }
    if (in_sum <= TERMS_MOST) {
        struct part part = next_part(points, block, &at);
        book_number_formula(points->flow->book, row, column, look, part.formula, value);
        return work;
    }
    return lay_parts(points, row, column, look, block, work);
}
