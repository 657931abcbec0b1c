/*
 * Map rules: what colours Comparison while it is open: heat of scores, words of requirements and
 * outcomes, grades that were changed; and the tiles that hold the bounds of the heat.
 *
 * Layer: report.
 */
#ifndef VOUCH_REPORT_MAP_RULES_H
#define VOUCH_REPORT_MAP_RULES_H

#include "report/layout.h"

/* The five tiles: their numbers are the bounds that the rules read. */
void map_tiles(struct book *book, const struct layout *layout);

/* Heat over a range of scores. */
void map_heat(struct book *book, const struct layout_view *view, struct place first,
              struct place last);

/* Sign and colour of requirements and outcomes. */
void map_words(struct book *book, const struct layout_view *view, struct place first,
               struct place last);

/* Inputs of a block that differ from what was written stand out. */
void map_changed(struct book *book, const struct layout_view *view, enum block inputs,
                 enum block as_fixed);

#endif
