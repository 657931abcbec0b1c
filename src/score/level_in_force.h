/*
 * The level in force: what a criterion is judged by, in the answer's own terms.
 *
 * It is the panel's level; else what evidence shows or what was measured, where that is less than
 * was answered; else the answer (RULES 3, 6, 7 and 12).
 *
 * Layer: score. Pure.
 */
#ifndef VOUCH_SCORE_LEVEL_IN_FORCE_H
#define VOUCH_SCORE_LEVEL_IN_FORCE_H

#include "model/criteria.h"
#include "model/findings.h"
#include "model/response.h"

#include <stdbool.h>

/* Who says so. */
enum level_source { LEVEL_ANSWERED, LEVEL_SHOWN, LEVEL_MEASURED, LEVEL_OF_PANEL };

struct level_in_force {
    const char *word;   // borrowed: the response, the findings or the scale; NULL: see `place`
    double value;       // 0..1
    double place;       // as answer.place; the panel's may lie between two levels
    const bool *ticked; // checklist: per option; NULL where a finding names the level
    enum level_source source;
};

/* The answer itself. Requires: answer->reply is REPLY_ANSWER. */
struct level_in_force level_of_answer(const struct answer *answer);

/* Does a finding show less than was answered? Levels compare by place, the rest by value. */
bool shows_less(const struct answer_type *type, const struct answer *answer,
                const struct shown *shown);

/* The lower of what was answered and what a finding shows. */
struct level_in_force level_in_force(const struct answer_type *type, const struct answer *answer,
                                     const struct shown *shown);

/*
 * Does the level say this word?
 *
 * Levels and choices by label, ignoring case; a checklist says each item that is ticked; numbers,
 * rates and days by what they are worth, whatever their spelling.
 */
bool level_says(const struct answer_type *type, const struct level_in_force *level,
                const char *word);

/* Does it say any of the words? */
bool level_says_any(const struct answer_type *type, const struct level_in_force *level,
                    const char *const *words, size_t count);

#endif
