/*
 * The scoresheet of one evaluator: a workbook to be filled, and read back as it is.
 *
 *     struct scoresheet_book book = scoresheet_book_of(arena, &result, &member, NULL);
 *     struct book_content content = scoresheet_content(&book);
 *     book_write(arena, &content, "jk.xlsx", diags);
 *
 * Sheets: Declaration (who, how far) and Marks (a card a criterion). What is written beside the
 * cells to be typed stands in model/scoresheet.h, since it is what they are found by.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_SCORESHEET_BOOK_H
#define VOUCH_REPORT_SCORESHEET_BOOK_H

#include "report/book_write.h"
#include "report/scoresheet_plan.h"

struct scoresheet_book {
    const struct result *result; // borrowed
    struct panelist member;      // whose it is
    const char *plan_code;       // of the fixed plan; NULL: not fixed
    struct scoresheet_plan plan;
    const char *header, *footer;
    const char *theirs; // whose criteria: "security", "all sections"
};

struct scoresheet_book scoresheet_book_of(struct arena *arena, const struct result *result,
                                          const struct panelist *member, const char *plan_code);

/* Borrows the book until it is written. */
struct book_content scoresheet_content(const struct scoresheet_book *scoresheet);

/* The set-up that both sheets share; after book_begin_sheet(). */
void scoresheet_page(struct book *book, const struct scoresheet_book *scoresheet);

/* States that a mark can be in, as formulas give and count them. */
#define SCORESHEET_OPEN      "○ open"
#define SCORESHEET_GIVEN     "✓ given"
#define SCORESHEET_NO_REASON "▲ reason missing"
#define SCORESHEET_NO_LEVEL  "▲ level missing"

/* A cell as A1 text, both parts held. */
const char *scoresheet_cell(struct arena *arena, uint32_t row, uint32_t column);

#define SCORESHEET_DECLARATION "Declaration"
#define SCORESHEET_MARKS       "Marks"

/* Columns of Declaration. */
enum declaration_column {
    DECLARATION_NUMBER,
    DECLARATION_TEXT,
    DECLARATION_INPUT,
    DECLARATION_GAP,
    DECLARATION_CRITERION,
    DECLARATION_GIVEN,
    DECLARATION_HALF, // a level or a reason alone
    DECLARATION_OF,
    DECLARATION_STATE,
    DECLARATION_COLUMN_COUNT
};

#endif
