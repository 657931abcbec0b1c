/*
 * Criteria as text for the terminal: the tree with weights.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_CRITERIA_TEXT_H
#define VOUCH_REPORT_CRITERIA_TEXT_H

#include <stddef.h>

struct answer_type;
struct arena;
struct criteria;
struct item;

/* The tree, one line an item: id, title, share of 100, ▲ where it is mandatory, how it is
 * answered. */
const char *criteria_tree_text(struct arena *arena, const struct criteria *criteria);

/* How a criterion is answered, in a few words: "a level of maturity", "yes or no", "a number in
 * ms". */
const char *criteria_answer_text(struct arena *arena, const struct item *item);

/* What each answer is worth, a text an answer that is named: "0.50  Partial: In use for part of the
 * scope"; of a curve, its points. None where the answer says it itself, as yes or no. */
const char *const *criteria_answer_worths(struct arena *arena, const struct answer_type *type,
                                          size_t *count);

/* Share of the whole by the weights of the criteria themselves, 0..1, per item. */
const double *criteria_shares(struct arena *arena, const struct criteria *criteria);

#endif
