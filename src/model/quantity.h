/*
 * Quantities: a number with its unit, as the figure of a claim states it and a finding measures it.
 *
 *     40%           a percentage, 40, unit "%"
 *     120 ms        a number, 120, unit "ms"
 *     3             a number without a unit
 *     2026-10-01    a day
 *
 * Source: FORMATS, "Response", `claims`; RULES 3.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_QUANTITY_H
#define VOUCH_MODEL_QUANTITY_H

#include <stdbool.h>

struct arena;
struct answer_type;

enum quantity_kind { QUANTITY_NONE, QUANTITY_NUMBER, QUANTITY_PERCENT, QUANTITY_DAY };

struct quantity {
    enum quantity_kind kind; // NONE: no figure is given
    double value;            // as written: 40 for `40%`; a day: days since 1970-01-01
    const char *unit;        // what stands behind the number, "" where nothing does
    const char *text;        // as written
};

/*
 * Read a figure: a number without grouping and with a point, or a day, at the start of the text.
 *
 * Returns whether it is one; `*quantity` is touched only then. Its texts are copies, so that the
 * document need not live on.
 */
bool quantity_read(struct arena *arena, const char *text, struct quantity *quantity);

/* Can one be set against the other: of one kind, and of one unit where both name theirs? */
bool quantities_compare(const struct quantity *a, const struct quantity *b);

/*
 * What the figure is as an answer to a criterion, in the answer's own terms.
 *
 * Numbers and amounts in the criterion's unit or without one, percentages where a percentage is
 * asked, days where a day is.
 *
 * place: as answer.place. Returns whether it is one; `*place` is touched only then.
 */
bool quantity_place(struct arena *arena, const struct answer_type *type,
                    const struct quantity *quantity, double *place);

#endif
