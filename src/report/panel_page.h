/*
 * What the parts of the sheet Panel share: its columns and what is laid in them.
 *
 *     State · Id · Criterion · Vendor · one column an evaluator · Median · Moderated · In force ·
 *     Spread · Reasons
 *
 * Up to six evaluators have a column each, more share one in which their marks are listed. The
 * blocks below the table of marks use the same columns.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_PANEL_PAGE_H
#define VOUCH_REPORT_PANEL_PAGE_H

#include "report/scorecard.h"
#include "score/panel_agreement.h"

enum panel_column {
    PANEL_STATE,
    PANEL_ID,
    PANEL_TITLE,
    PANEL_VENDOR,
    PANEL_MARKS // the first of them; the others follow behind the last
};
/* Columns behind the marks. */
enum panel_level_column {
    PANEL_MEDIAN,
    PANEL_MODERATED,
    PANEL_IN_FORCE,
    PANEL_SPREAD,
    PANEL_REASONS,
    PANEL_LEVEL_COLUMN_COUNT
};

enum { PANEL_PAD = 4, PANEL_POINTS = 10, PANEL_LINES_MOST = 31 };

struct panel_page {
    struct arena *arena; // scratch
    struct book *book;
    const struct scorecard *scorecard;
    const struct result *result;
    const struct criteria *criteria;
    struct panel_agreement agreement;
    uint32_t mark_columns;
    bool listed; // the evaluators share one column
};

struct panel_page panel_page_of(struct arena *arena, struct book *book,
                                const struct scorecard *scorecard);

uint32_t panel_column_of(const struct panel_page *page, enum panel_level_column column);
int panel_pixels(const struct panel_page *page, uint32_t column);

/* An evaluator as the heads of columns and reasons name it: by name, else by id. */
const char *panel_name(const struct assessment *assessment);

/* A text in a cell that wraps, at the top of its row and cut where it is too long.
 * Returns the lines it takes. */
int panel_text(const struct panel_page *page, uint32_t row, uint32_t column, struct look look,
               const char *text);

/* The table of marks, from its heads on. Returns its last row. */
uint32_t panel_marks(const struct panel_page *page, uint32_t head_row);

/* How far the evaluators agree, by section; and their part. Return the last row. */
uint32_t panel_agreement_block(const struct panel_page *page, uint32_t row);
uint32_t panel_members_block(const struct panel_page *page, uint32_t row);

#endif
