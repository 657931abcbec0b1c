/*
 * A sheet that flows: blocks of wrapped text one below the other, printed at a fixed scale with
 * pages that begin where a block does.
 *
 *     struct sheet_flow flow = {.arena = arena, .book = book, .pixels = PIXELS,
 *                               .last_column = 8, .row = SHEET_HEAD_ROWS};
 *     flow_block(&flow, "Contract conditions", 240);
 *     uint32_t row = flow_row(&flow, 21);
 *     flow_texts(&flow, &texts);
 *     flow_end(&flow);
 *
 * Heights are known, so it knows what is left of a page; what does not fit breaks between rows.
 * Layer: report.
 */
#ifndef VOUCH_REPORT_SHEET_FLOW_H
#define VOUCH_REPORT_SHEET_FLOW_H

#include "report/book.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum {
    FLOW_SCALE = 92,          // percent: text of 10 pt prints as 9.2 pt, and the width fits with
                              // LibreOffice, whose columns are wider by a twentieth
    FLOW_PAGE_PIXELS = 745,   // of height that a landscape A4 page holds at that scale
    FLOW_WIDTH_PIXELS = 1088, // all columns together
    FLOW_PAD = 4,             // of a row of wrapped text
    FLOW_BREAKS_MOST = 4,
};

struct sheet_flow {
    struct arena *arena; // scratch of the sheet
    struct book *book;
    const int *pixels; // widths of the columns
    uint32_t last_column;
    uint32_t row; // the next one
    int used;     // pixels of the page that rows have taken
    int repeated; // of the head that each later page repeats
    uint32_t breaks[FLOW_BREAKS_MOST];
    size_t break_count;
};

/* Take the next row, of this height. Returns it. */
uint32_t flow_row(struct sheet_flow *flow, int pixels);

/* Take the title of a block with a spacer before it; a new page begins there where less than so
 * many pixels are left. The formula may be NULL; then the title is a plain text. */
void flow_block(struct sheet_flow *flow, const char *title, const char *formula, int pixels);

/* A row of texts, each at the top of its cell; styles that fold wrap. */
struct flow_text {
    const char *text; // NULL: the caller writes the cell
    enum style style;
    uint8_t indent;
};
struct flow_texts {
    const struct flow_text *texts; // from the first column on
    size_t count;
    bool group_top;         // it begins a group
    const char *beside;     // a text that the caller writes, and that wraps; NULL: none
    uint32_t beside_column; // where
};

/* Take a row as high as its texts need, and write them. Returns it. */
uint32_t flow_texts(struct sheet_flow *flow, const struct flow_texts *texts);

/* A cell of this sheet as A1 text. */
const char *flow_cell(const struct sheet_flow *flow, uint32_t row, uint32_t column);
const char *flow_fixed_cell(const struct sheet_flow *flow, uint32_t row, uint32_t column);

/* A column of cells of this sheet as A1 text, with `$`. */
const char *flow_range(const struct sheet_flow *flow, uint32_t column, uint32_t first,
                       uint32_t last);

/* The set-up of the page, once all rows are taken. */
void flow_end(const struct sheet_flow *flow);

#endif
