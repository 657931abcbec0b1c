/*
 * Coverage in words: what criteria ask of each framework, and what they leave out, for the terminal
 * and as CSV.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_COVERAGE_TEXT_H
#define VOUCH_REPORT_COVERAGE_TEXT_H

#include "model/coverage.h"

struct arena;

/* One block a framework: its edition and status, then one entry an item. Lines of 80 columns. */
const char *coverage_text(struct arena *arena, const struct coverage *coverage);

/* The same as a table: framework, edition, status, item, topic, state, criteria, reason. */
const char *coverage_csv(struct arena *arena, const struct coverage *coverage);

/* "✓", "→", "–", "✗": never without the word or a key. */
const char *coverage_sign(enum coverage_state state);

/* "asked", "asked elsewhere", "not asked", "open". */
const char *coverage_word(enum coverage_state state);

/* What stands beside an item: the ids that ask for it, else the reason why none does. */
const char *coverage_said(struct arena *arena, const struct coverage_row *row);

/* "current as at 16 Sep 2026": never a status without its day, where one is given. */
const char *framework_status_text(struct arena *arena, const struct framework *framework);

/* "not yet applicable, from 2 Dec 2027"; NULL where the item is as its framework. */
const char *framework_item_status(struct arena *arena, const struct framework *framework,
                                  const struct framework_item *item);

#endif
