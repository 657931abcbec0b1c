/*
 * Ranking cells: keys, ranks and outcomes of Comparison, whichever way offers run.
 *
 * One line a step, one cell an offer; each step is short enough to be read.
 *
 * Source: RULES 8; DESIGN, "Where it is computed".
 * Layer: report.
 */
#ifndef VOUCH_REPORT_RANKING_CELLS_H
#define VOUCH_REPORT_RANKING_CELLS_H

#include "report/score_cells.h"
#include "report/standing.h"

struct ranking_sheet {
    const struct score_sheet *scores; // borrowed
    struct standings standings;
};

struct ranking_sheet ranking_sheet_of(const struct score_sheet *scores);

const char *work_title(enum work work);
void work_cell(const struct ranking_sheet *ranking, enum work work, size_t offer);
void tie_cell(const struct ranking_sheet *ranking, enum tie_line line, size_t stage, size_t offer);

/* The outcome with its sign, in full: `▲ acceptable with conditions`. */
const char *ranking_outcome_text(struct arena *arena, enum outcome outcome);

#endif
