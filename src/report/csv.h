/*
 * Results as CSV (RFC 4180), one row a vendor and item: for other programs, and for more answers
 * than a sheet holds.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_CSV_H
#define VOUCH_REPORT_CSV_H

struct arena;
struct result;

/* The whole text, lines ended by CRLF, the head first. */
const char *csv_text(struct arena *arena, const struct result *result);

#endif
