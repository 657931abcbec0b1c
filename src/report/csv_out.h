/*
 * CSV as we write it (RFC 4180): fields guarded and quoted, lines ended by CRLF.
 *
 * A text that a spreadsheet would take for a formula gets a `'` before it.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_CSV_OUT_H
#define VOUCH_REPORT_CSV_OUT_H

#include <stddef.h>

struct arena;
struct scored_offer;
struct text_builder;

/* Add a row of fields; control and invisible characters are shown as text_shown() does. */
void csv_row(struct text_builder *csv, const char *const *fields, size_t count);

/* The columns that a row about an offer begins with: vendor, name, rank, outcome. */
enum { CSV_OFFER_COLUMNS = 4 };
void csv_offer_heads(const char *heads[static CSV_OFFER_COLUMNS]);
void csv_offer(struct arena *arena, const struct scored_offer *offer,
               const char *fields[static CSV_OFFER_COLUMNS]);

#endif
