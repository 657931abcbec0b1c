/*
 * Gate cells: mandatory requirements on Comparison, whichever way offers run.
 *
 * What the answer alone makes of a requirement is decided by the program and stands in the
 * workings, but where the panel's level decides by its place; whether the proof suffices, and
 * whether a section reaches its minimum, is live.
 *
 * Source: RULES 7.
 * Layer: report.
 */
#ifndef VOUCH_REPORT_GATE_CELLS_H
#define VOUCH_REPORT_GATE_CELLS_H

#include "report/score_cells.h"

const char *gate_line_title(enum gate_line line);

/* Is it a requirement on a section's score, not on an answer? `minimum`: index into rules.minima,
 * set where it is. */
bool gate_is_minimum(const struct layout *layout, size_t gate, size_t *minimum);

/* A requirement in words, for its row: "Independent penetration test". From `arena`. */
const char *gate_title(struct arena *arena, const struct layout *layout, size_t gate);

void gate_cell(const struct score_sheet *sheet, enum gate_line line, size_t gate, size_t offer);

/* What the requirement needs: the grade of its proof, the lowest where none is needed; with a panel
 * also the place of the level, where a place tells. */
void gate_needs(const struct score_sheet *sheet, size_t gate);

/* A result with its sign: `✓ met`. */
const char *gate_result_text(struct arena *arena, enum gate_result result);

#endif
