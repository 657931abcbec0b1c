/*
 * How a score came about, in words: from the vendor's line to points.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_EXPLAIN_TEXT_H
#define VOUCH_REPORT_EXPLAIN_TEXT_H

#include <stddef.h>

struct arena;
struct result;

/* A vendor: rank, outcome, sections, requirements, conditions, causes of the claim gap. */
const char *explain_vendor(struct arena *arena, const struct result *result, size_t offer);

/* A section with its children, or a criterion with its answer, evidence, grade, ceiling, weights
 * and points. */
const char *explain_item(struct arena *arena, const struct result *result, size_t offer,
                         size_t item);

/* One claim of a vendor, by its index: what it says and feeds, what was measured, what to ask. */
const char *explain_claim(struct arena *arena, const struct result *result, size_t offer,
                          size_t claim);

#endif
