#include "base/arena.h"
#include "base/decimal.h"
#include "base/sum.h"
#include "base/text.h"
#include "read/bundle.h"
#include "report/checks_page.h"
#include "report/figure_cells.h"
#include "report/sheet_record.h"

#include <assert.h>

static bool is_criterion(const struct checks_page *page, size_t item)
{
    return item_is_criterion(&page->layout->criteria->items[item]);
}

static double criterion_count(const struct checks_page *page)
{
    size_t count = 0;
    for (size_t i = 1; i < page->layout->item_count; i++) {
        count += is_criterion(page, i) ? 1 : 0;
    }
    return (double)count;
}

static double share_of_criteria(const struct checks_page *page)
{
    struct sum shares = {0};
    for (size_t i = 1; i < page->layout->item_count; i++) {
        if (is_criterion(page, i)) {
            sum_add(&shares, 100.0 * page->result->shares[i]);
        }
    }
    return sum_total(&shares);
}

static double share_of_tops(const struct checks_page *page)
{
    struct sum shares = {0};
    for (size_t t = 0; t < page->layout->top_count; t++) {
        sum_add(&shares, 100.0 * page->result->shares[page->layout->tops[t]]);
    }
    return sum_total(&shares);
}

static const char *top_shares_formula(const struct checks_page *page)
{
    return arena_format(page->arena, "=SUMIFS(%s,%s,0)",
                        layout_items_below(&page->view, ITEMS_SHARE, 0),
                        layout_items_below(&page->view, ITEMS_PARENT, 0));
}

/* Criteria, and only they, have a word in the block of grades. */
static const char *criterion_shares_formula(const struct checks_page *page)
{
    return arena_format(page->arena, "=SUMIFS(%s,%s,\"?*\")",
                        layout_items_below(&page->view, ITEMS_SHARE, 0),
                        layout_block_below(&page->view, BLOCK_GRADE_FIXED, 0, 0));
}

static struct check_line top_line(const struct checks_page *page)
{
    return (struct check_line){
        .what = "Shares of the top sections add up to 100",
        .where = arena_format(
            page->arena, "Weights, %s",
            text_counted(page->arena, page->layout->top_count, "top item", "top items")),
        .should_formula = NULL, // 100 by definition
        .is_formula = top_shares_formula(page),
        .should = 100.0,
        .is = share_of_tops(page),
        .number_look = LOOK_POINTS,
        .excuse = NO_EXCUSE,
    };
}

static struct check_line section_line(const struct checks_page *page)
{
    return (struct check_line){
        .what = "Shares inside the sections add up to the sections’",
        .where = arena_format(page->arena, "Weights, %.0f criteria", criterion_count(page)),
        .should_formula = top_shares_formula(page),
        .is_formula = criterion_shares_formula(page),
        .should = share_of_tops(page),
        .is = share_of_criteria(page),
        .number_look = LOOK_POINTS,
        .excuse = WHAT_IF_EXCUSES, // all weights of a section tried at 0 leave its share to nobody
    };
}

/* Cells of a block that belong to a criterion and are a number of 0 or more, or `n/a`. */
static struct check_line cells_line(const struct checks_page *page, const char *what,
                                    enum block block)
{
    double cells = criterion_count(page) * (double)page->result->offer_count;
    const char *grades = layout_block_whole(&page->view, BLOCK_GRADE_FIXED);
    const char *figures = layout_block_whole(&page->view, block);
    return (struct check_line){
        .what = what,
        .where = arena_format(page->arena, "Comparison, %zu × %.0f", page->result->offer_count,
                              criterion_count(page)),
        .should_formula = arena_format(page->arena, "=COUNTA(%s)", grades),
        .is_formula = arena_format(page->arena,
                                   "=COUNTIFS(%s,\"?*\",%s,\">=0\")+COUNTIFS(%s,\"?*\",%s,\"n/a\")",
                                   grades, figures, grades, figures),
        .should = cells,
        .is = cells,
        .number_look = LOOK_COUNT,
        .excuse = NO_EXCUSE,
    };
}

static struct check_line pair_line(const struct checks_page *page, const char *what,
                                   const char *where, enum check_pair pair)
{
    return (struct check_line){
        .what = what,
        .where = arena_format(
            page->arena, "%s, %s", where,
            text_counted(page->arena, page->result->offer_count, "vendor", "vendors")),
        .should_formula = arena_format(page->arena, "=COUNTA(%s)", checks_names_line(page)),
        .is_formula = arena_format(page->arena, "=SUM(%s)", checks_pair_line(page, pair)),
        .should = (double)page->result->offer_count,
        .is = (double)checks_pair_equal(page, pair),
        .number_look = LOOK_COUNT,
        .excuse = pair == PAIR_SECTIONS ? NO_EXCUSE : WHAT_IF_EXCUSES,
    };
}

/* Of every item, where all of it is live. In the portfolio proven and if-all-is-true are values,
 * which a file keeps to 16 digits only: there it is the rounded totals. */
static struct check_line order_line(const struct checks_page *page)
{
    const struct layout_view *view = &page->view;
    size_t items = page->layout->item_count - 1;
    if (page->layout->offers_as_rows) {
        return pair_line(page, "Proven ≤ evidenced ≤ if all is true", "Comparison", PAIR_ORDER);
    }
    const char *shown = layout_block_whole(view, BLOCK_SHOWN);
    const char *evidenced = layout_block_whole(view, BLOCK_EVIDENCED);
    double cells = (double)(items * page->result->offer_count);
    return (struct check_line){
        .what = "Proven ≤ shown ≤ evidenced ≤ if all is true",
        .where = arena_format(page->arena, "Comparison, %zu × %zu lines", page->result->offer_count,
                              items),
        .should_formula = arena_format(page->arena, "=COUNTA(%s)", evidenced),
        .is_formula = arena_format(page->arena, "=SUMPRODUCT((%s<=%s)*(%s<=%s)*(%s<=%s))",
                                   layout_block_whole(view, BLOCK_PROVEN), shown, shown, evidenced,
                                   evidenced, layout_block_whole(view, BLOCK_HIGH)),
        .should = cells,
        .is = cells,
        .number_look = LOOK_COUNT,
        .excuse = NO_EXCUSE,
    };
}

static struct check_line inputs_line(const struct checks_page *page)
{
    double inputs = (double)figure_input_count(page->result);
    double differ = (double)figure_differ_count(page->arena, page->result);
    const char *whom = page->result->project->plan.state == PLAN_NONE ? "evaluation" : "fixed plan";
    const char *all = layout_figure_at(&page->view, FIGURE_INPUTS);
    return (struct check_line){
        .what = arena_format(page->arena, "Weights, rules%s equal the %s",
                             page->layout->has_panel ? ", grades and levels" : " and grades", whom),
        .where = "Weights and Comparison, blue cells",
        .should_formula = arena_format(page->arena, "=%s", all),
        .is_formula = arena_format(page->arena, "=%s-%s", all,
                                   layout_figure_at(&page->view, FIGURE_DIFFER)),
        .should = inputs,
        .is = inputs - differ,
        .number_look = LOOK_COUNT,
        .excuse = WHAT_IF_EXCUSES,
    };
}

/* A file's row on Record has a number of bytes and a digest of 64 digits. */
static struct check_line record_line(const struct checks_page *page)
{
    const struct bundle *bundle = page->result->project->bundle;
    double files = (double)(bundle->count + bundle->held_count);
    struct record_columns record = record_columns_of(page->arena, page->scorecard);
    return (struct check_line){
        .what = "Every input stands on Record with its digest",
        .where = arena_format(page->arena, "Record, %.0f %s", files, files > 1 ? "files" : "file"),
        .should_formula = arena_format(page->arena, "=COUNT(%s)", record.bytes),
        .is_formula = arena_format(page->arena, "=COUNTIFS(%s,\">=0\",%s,\"%s\")", record.bytes,
                                   record.digests,
                                   "????????????????????????????????"
                                   "????????????????????????????????"),
        .should = files,
        .is = files,
        .number_look = LOOK_COUNT,
        .excuse = NO_EXCUSE,
    };
}

void checks_lines(const struct checks_page *page, struct check_line lines[static CHECK_COUNT])
{
    size_t at = 0;
    lines[at++] = top_line(page);
    lines[at++] = section_line(page);
    lines[at++] = cells_line(page, "Answers, blanks and agreed not-applicables add up",
                             BLOCK_ANSWERED);
    lines[at++] = cells_line(page, "Every answer is scored, or said why not", BLOCK_EVIDENCED);
    lines[at++] = pair_line(page, "Section totals lead to each vendor’s total", "Comparison",
                            PAIR_SECTIONS);
    lines[at++] = pair_line(page, "Points of all criteria add up to each total", "Comparison",
                            PAIR_POINTS);
    lines[at++] = order_line(page);
    lines[at++] = pair_line(page, "Causes of the claim gap add up to it", "Comparison", PAIR_GAP);
    lines[at++] = pair_line(page, "Scores of the program and of the formulas agree", "Comparison",
                            PAIR_PUBLISHED);
    lines[at++] = pair_line(page, "Ranks and outcomes of both agree", "Comparison, Summary",
                            PAIR_STANDING);
    lines[at++] = inputs_line(page);
    lines[at++] = record_line(page);
    assert(at == CHECK_COUNT);
}

bool check_line_holds(const struct check_line *line)
{
    return decimal_units(line->is - line->should, DECIMAL_GUARD) == 0;
}
