/*
 * The result as text for a terminal of 80 columns: ranking with bars, who leads, mandatory
 * requirements, conditions, what is missing.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_RANKING_TEXT_H
#define VOUCH_REPORT_RANKING_TEXT_H

struct arena;
struct result;

/* Codes that switch colours on and off; all empty where there is no colour. */
struct palette {
    const char *bold, *dim, *bad, *warn, *good, *end;
};

/* Every line ends with a line end; none is wider than 80 columns. */
const char *ranking_text(struct arena *arena, const struct result *result,
                         const struct palette *palette);

#endif
