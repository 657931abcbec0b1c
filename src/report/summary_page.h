/*
 * What the parts of Summary share: its columns, the offers it speaks of, and its workings.
 *
 * Sentences are formulas of at most 250 characters, so their parts stand in cells of their own, to
 * the right of what is printed ("Workings of this page").
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_SUMMARY_PAGE_H
#define VOUCH_REPORT_SUMMARY_PAGE_H

#include "report/scorecard.h"

#include <stdbool.h>

enum summary_column {
    SUMMARY_RANK,
    SUMMARY_VENDOR,
    SUMMARY_OUTCOME,
    SUMMARY_SCORE,
    SUMMARY_PROVEN,
    SUMMARY_CLAIMED,
    SUMMARY_HIGH,
    SUMMARY_ANSWERED,
    SUMMARY_GUTTER,
    SUMMARY_SECTION,
    SUMMARY_WEIGHT,
    SUMMARY_FIRST,
    SUMMARY_SECOND,
    SUMMARY_LEAD, // last one that is printed
    SUMMARY_WORK_LABEL = SUMMARY_LEAD + 2,
    SUMMARY_WORK_VALUE,
    SUMMARY_WORK_WEIGHTS = SUMMARY_WORK_VALUE + 2, // all top items, where there are too many
    SUMMARY_WORK_FIRST,
    SUMMARY_WORK_SECOND,
    SUMMARY_SHORT_NAMES = SUMMARY_WORK_SECOND + 2, // per offer: its name as titles show it …
    SUMMARY_NAME_LENGTHS,                          // … and its characters
    SUMMARY_SHORT_TITLES,                          // per top item: the same
    SUMMARY_TITLE_LENGTHS,
    SUMMARY_EFFECTS // … and its effect
};

/* Cells that sentences are made of; rows in headline.c. */
enum summary_work {
    SUMMARY_WORK_NAME1,    // of the first in order …
    SUMMARY_WORK_NAME2,    // … and the second; `–` where there is none
    SUMMARY_WORK_SCORE1,   // published score as text
    SUMMARY_WORK_LEAD,     // published lead as text
    SUMMARY_WORK_OUTCOME,  // of the first
    SUMMARY_WORK_UNPROVEN, // share of its score that is not proven, as text
    SUMMARY_WORK_PROVEN1,  // as text
    SUMMARY_WORK_PROVEN2,
    SUMMARY_WORK_HIGH2,
    SUMMARY_WORK_RANKED,  // how many have a rank …
    SUMMARY_WORK_LEADERS, // … and how many share the first
    SUMMARY_WORK_POINTS1, // evidenced score of the first, whole points as text
    SUMMARY_WORK_SOLID1,  // proven, likewise
    SUMMARY_WORK_TERMS,   // a value: open conditions of the leader of this run
    SUMMARY_WORK_WHO,
    SUMMARY_WORK_ADDS,  // what is said behind it
    SUMMARY_WORK_LEADS, // the lead, and whether it is narrow
    SUMMARY_WORK_BASE,  // the headline without its prefix
    SUMMARY_WORK_FIXED, // a value: the headline of this run
    SUMMARY_WORK_SURE,
    SUMMARY_WORK_PROOF,
    SUMMARY_WORK_CHANGE1, // values: what could change the order
    SUMMARY_WORK_CHANGE2,
    SUMMARY_WORK_COUNT
};

struct summary_page {
    struct arena *arena; // scratch
    struct book *book;
    const struct scorecard *scorecard;
    const struct result *result;
    const struct criteria *criteria;
    const struct layout *layout;
    struct layout_view view;
    const struct scored_offer *first;  // in order; ranked or not
    const struct scored_offer *second; // NULL: one offer
    size_t ranked;                     // offers with a rank
    size_t leaders;                    // that share rank 1
    int decimals;
    bool what_if; // the plan was changed since it was fixed
};

struct summary_page summary_page_of(struct arena *arena, struct book *book,
                                    const struct scorecard *scorecard);

/* The page as it would read with another result of the same offers: that of the settings as they
 * were fixed. Only for texts: its cells are those of the page. */
struct summary_page summary_page_with(const struct summary_page *page, const struct result *result,
                                      const struct rules *rules);

/* Workings below those of the sentences, by their distance from them. */
enum {
    SUMMARY_BELOW_ASK,
    SUMMARY_BELOW_SPREAD,
    SUMMARY_BELOW_SHORT1, // names of the first and second, cut for titles and heads
    SUMMARY_BELOW_SHORT2,
    SUMMARY_BELOW_LENGTHS,         // characters of both
    SUMMARY_BELOW_DECISIVE,        // name of the section that decides
    SUMMARY_BELOW_DECISIVE_LENGTH, // its characters
};
uint32_t summary_below(unsigned working); // its row

/* Lines that the longest name takes in its column of the ranking; above 1 all names wrap. */
int summary_name_lines(const struct summary_page *page);
enum { SUMMARY_NAME_MOST = 170, SUMMARY_SHORT_MOST = 20 };

/* A column of workings with a row each for so many things, as A1 text; one blank cell longer. Names
 * are cut by the program: programs differ in what a character of an escaped text is. */
const char *summary_column(const struct summary_page *page, uint32_t column, size_t count);

/* A name as it is shown where there is little room: at most so many characters. */
const char *summary_short(const struct summary_page *page, const char *name, size_t most);
/* The name of an offer, likewise; `–` for NULL. */
const char *summary_short_name(const struct summary_page *page, const struct scored_offer *offer);

/* The cell of a working as A1 text, with `$`. */
const char *summary_work_at(const struct summary_page *page, enum summary_work work);

/* A cell of this sheet as A1 text, without `$`. */
const char *summary_cell(const struct summary_page *page, uint32_t row, uint32_t column);

/* A value 0..100 with decimals, as FIXED(ROUND(x,guard),n,1) makes it. */
const char *summary_fixed(const struct summary_page *page, double value, int decimals);

/* The figure of an offer's working or block at a place of the ranking, as formula text without `=`.
 */
const char *summary_pick(const struct summary_page *page, enum work work, const char *place);
const char *summary_pick_block(const struct summary_page *page, enum block block, size_t item,
                               const char *place);

/* Rows 2 to 4 and 7: headline, sentences, decision asked, status strip; and all workings. */
void summary_headline(const struct summary_page *page);

/* The ranking, the late ones, and the note below it. */
void summary_ranking(const struct summary_page *page);

/* Why the first leads: what each section adds to the lead. */
void summary_why(const struct summary_page *page);

/* What could change the order; what to do before signing. */
void summary_reasons(const struct summary_page *page);

/* The two charts with titles and legends, and the weights to try. */
void summary_charts(const struct summary_page *page);
void summary_weights(const struct summary_page *page);

#endif
