/*
 * What the parts of a vendor's sheet share: columns, places and the formulas that fetch its
 * figures.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_VENDOR_PAGE_H
#define VOUCH_REPORT_VENDOR_PAGE_H

#include "report/scorecard.h"

enum vendor_column {
    VENDOR_ID,
    VENDOR_QUESTION,
    VENDOR_ANSWER,
    VENDOR_CLAIMED,
    VENDOR_GRADE,
    VENDOR_EVIDENCED,
    VENDOR_POINTS,
    VENDOR_OF,
    VENDOR_EVIDENCE,
    VENDOR_FOUND,
    VENDOR_SOURCE,
    VENDOR_GAP,   // outside the print area from here
    VENDOR_CHART, // first column of the data of the chart
    VENDOR_COLUMN_COUNT
};

struct vendor_page {
    struct arena *arena; // scratch
    struct book *book;
    const struct scorecard *scorecard;
    const struct criteria *criteria;
    const struct scored_offer *offer;
    size_t index; // of the offer
    struct layout_view view;
    const uint32_t *rows; // per item: its row in the table of answers; item 0: the total above
};

/* The cell of this sheet as A1 text. */
const char *vendor_cell(const struct vendor_page *page, uint32_t row, uint32_t column);

/* Write a figure of a block as a formula that fetches it. */
void vendor_figure(const struct vendor_page *page, uint32_t row, uint32_t column, struct look look,
                   enum block block, size_t item);

/* Write what an item is worth of 100, and its points; `parent_row` holds the same of its parent. */
void vendor_points(const struct vendor_page *page, uint32_t row, struct look points, struct look of,
                   size_t item);

/* Rows of every answer, below `head_row`. */
void vendor_answers(const struct vendor_page *page, uint32_t head_row);

/* The bars by section, with their data, title and legend; nothing where there are too many
 * sections. */
void vendor_chart(const struct vendor_page *page, uint32_t title_row);

/* The terms of this run to put into the contract, musts first, below `row`, the last one used; it
 * is left out where there are none. Returns the last row. */
uint32_t vendor_conditions(const struct vendor_page *page, uint32_t row);

#endif
