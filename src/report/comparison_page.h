/*
 * What the two layouts of Comparison share, vendors as columns (sheet_comparison.c) and as rows
 * (sheet_portfolio.c): what they are laid from, their head, figures, rules and page.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_COMPARISON_PAGE_H
#define VOUCH_REPORT_COMPARISON_PAGE_H

#include "report/ranking_cells.h"
#include "report/sheet_head.h"

struct comparison_page {
    struct arena *arena; // scratch
    struct book *book;
    const struct layout *layout;
    struct score_sheet scores;
    struct ranking_sheet ranking;
};

/* The ranking borrows the scores, so that a page stays where it was made. */
void comparison_page_init(struct comparison_page *page, struct arena *arena, struct book *book,
                          const struct scorecard *scorecard);

/* The setup of the open sheet, with what both print. */
struct sheet_setup *comparison_setup(const struct comparison_page *page,
                                     const struct scorecard *scorecard);

/* Rows 1 to 3; of `head` only mast and note are read, the message is the same in both. */
void comparison_head(const struct comparison_page *page, const struct scorecard *scorecard,
                     const struct sheet_head *head);

/* The single figures, named in the column of labels. */
void comparison_figures(const struct comparison_page *page, uint32_t label_column);

/* Colours of what is a word: outcomes, requirements, grades. */
void comparison_words(const struct comparison_page *page);

#endif
