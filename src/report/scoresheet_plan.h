/*
 * The plan of a scoresheet: which line of which card stands in which row, before anything is
 * written, so that formulas of one sheet can speak of the other.
 *
 * A card is one criterion with all vendors side by side, at most four; more of them stand in bands
 * of equal size, the card once a band.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_SCORESHEET_PLAN_H
#define VOUCH_REPORT_SCORESHEET_PLAN_H

#include "model/evaluation.h"
#include "score/result.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SCORESHEET_SIDE_BY_SIDE_MOST = 4 };

/* The lines of a card, from top to bottom. */
enum card_part {
    CARD_HEAD,
    CARD_VENDORS,  // where the frozen head does not name them
    CARD_LEVELS,   // where the scale is not that of the frozen head
    CARD_QUESTION, // goes on in further lines
    CARD_SAYS,
    CARD_WORDS, // likewise
    CARD_PROOF,
    CARD_LEVEL,
    CARD_REASON,
    CARD_STATE,
    CARD_GAP
};

struct card_line {
    enum card_part part;
    size_t card;                // index into cards
    size_t first_offer, offers; // of the band
    size_t number;              // of a part that goes on: 0, 1, …
    uint32_t row;
    int pixels;
};

struct card {
    size_t item;
    bool takes_marks;             // judged on a scale; else it is shown, since it explains
    size_t marks;                 // vendors that answered it, and so are to be marked
    uint32_t first_row, last_row; // with all its bands
    uint32_t progress_row;        // on Declaration; only where it takes marks
};

struct scoresheet_plan {
    const struct scale *scale;     // of the frozen head: that of most cards
    size_t side_by_side;           // vendors in a band
    int column_pixels;             // of one of them
    uint32_t first_row;            // of the first card on Marks
    const struct card *cards;      // in tree order
    size_t card_count, mark_count; // mark_count: of those that take marks
    size_t marks;                  // to be given in all of them
    const struct card_line *lines;
    size_t line_count;
    const uint32_t *breaks; // rows before which a page begins
    size_t break_count;
    const struct scale *const *scales; // of all cards, each once
    size_t scale_count;
    uint32_t totals_row, levels_row; // on Declaration: all cards together; first row of the levels
};

/* The criteria of an evaluator: those of the audience, without prices; all where there is none. */
struct scoresheet_plan scoresheet_plan_of(struct arena *arena, const struct result *result,
                                          const struct panelist *member);

/* Is the vendor to be marked on a criterion that takes marks? Only who answered it is. */
bool scoresheet_is_marked(const struct result *result, size_t item, size_t offer);

/* What one vendor has in a line of text, from the arena; "" where nothing is left. */
const char *scoresheet_text(struct arena *arena, const struct result *result,
                            const struct scoresheet_plan *plan, const struct card_line *line,
                            size_t offer);

/* The question in a line of it; NULL where nothing is left. */
const char *scoresheet_question(struct arena *arena, const struct item *item, size_t number);

/* The row of a level of a scale, by the order of `scales`, on Declaration. */
uint32_t scoresheet_levels_row(const struct scoresheet_plan *plan, const struct scale *scale);

#endif
