/*
 * What the parts of Checks share: the places of its workings, one pair of figures a vendor reached
 * in two ways, and the lines of its table.
 *
 * The workings stand to the right of what is printed and run as the vendors do on Comparison. Only
 * operators, never functions, may stand over a range in SUMPRODUCT here: Gnumeric gives such a
 * function the first cell alone.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_CHECKS_PAGE_H
#define VOUCH_REPORT_CHECKS_PAGE_H

#include "report/scorecard.h"

#include <stdbool.h>

enum check_column {
    CHECK_NUMBER,
    CHECK_WHAT,
    CHECK_WHERE,
    CHECK_SHOULD,
    CHECK_IS,
    CHECK_DIFFERENCE,
    CHECK_RESULT,
    CHECK_GAP,
    CHECK_WORKS // first column of the workings
};

/* Figures of one vendor that are reached in two ways. */
enum check_pair {
    PAIR_SECTIONS,  // total: from the scores of the sections
    PAIR_POINTS,    // total: from the points of all criteria, by the program
    PAIR_GAP,       // claimed less evidenced: from the causes of the gap, by the program
    PAIR_PUBLISHED, // published score: by the program
    PAIR_STANDING,  // rank and outcome: by the program
    PAIR_ORDER,     // evidenced total: the median of proven, evidenced and if all is true
    PAIR_COUNT
};

struct checks_page {
    struct arena *arena; // scratch
    const struct scorecard *scorecard;
    const struct result *result;
    const struct layout *layout;
    struct layout_view view;
};

struct checks_page checks_page_of(struct arena *arena, const struct scorecard *scorecard);

enum {
    CHECK_BLOCK_ROW = 3,
    CHECK_HEAD_ROW,
    CHECK_FIRST_ROW,
    CHECK_COUNT = 12,
    CHECK_VERDICT_ROW = CHECK_FIRST_ROW + CHECK_COUNT
};

/* A cell of this sheet as A1 text, without `$` and with. */
const char *checks_cell(const struct checks_page *page, uint32_t row, uint32_t column);
const char *checks_fixed_cell(const struct checks_page *page, uint32_t row, uint32_t column);

/* The workings. `checks_pair_line` is the range of `1` (both ways agree) and `0` over all vendors;
 * `checks_pair_equal` counts where they agree in this run. */
void checks_lay_works(const struct checks_page *page, struct book *book);
const char *checks_names_line(const struct checks_page *page);
const char *checks_pair_line(const struct checks_page *page, enum check_pair pair);
size_t checks_pair_equal(const struct checks_page *page, enum check_pair pair);

/* What a difference means: an error always, or a what-if as long as inputs differ. */
enum check_excuse { NO_EXCUSE, WHAT_IF_EXCUSES };

/* One line of the table. */
struct check_line {
    const char *what, *where;
    const char *should_formula; // NULL: a value
    const char *is_formula;
    double should, is; // in this run
    enum number_look number_look;
    enum check_excuse excuse;
};

void checks_lines(const struct checks_page *page, struct check_line lines[static CHECK_COUNT]);

/* Do the two figures of a line agree in this run, as its formula tests it? */
bool check_line_holds(const struct check_line *line);

#endif
