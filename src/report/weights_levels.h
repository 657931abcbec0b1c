/*
 * The table of the panel's levels on Weights: what each level of each scale in use is worth, for
 * the formulas that look a level up.
 *
 * Source: DESIGN 3, "Live".
 * Layer: report.
 */
#ifndef VOUCH_REPORT_WEIGHTS_LEVELS_H
#define VOUCH_REPORT_WEIGHTS_LEVELS_H

#include "report/layout.h"

struct arena;
struct book;

/* scratch: rewound after each row. Nothing is laid where no level of the panel may be changed. */
void weights_levels(struct arena *scratch, struct book *book, const struct layout *layout);

#endif
