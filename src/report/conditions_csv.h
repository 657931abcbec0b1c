/*
 * What is to enter the contracts as CSV (RFC 4180), one row a term, for the contract manager's own
 * tools: requirements to be proven, waivers, conditions and warranties, as sheet Conditions has
 * them, of every vendor that was scored.
 *
 * Source: RULES 7. Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_CONDITIONS_CSV_H
#define VOUCH_REPORT_CONDITIONS_CSV_H

struct arena;
struct result;

/* The whole text, lines ended by CRLF, the head first; vendors by rank, then those without one. */
const char *conditions_csv(struct arena *arena, const struct result *result);

/* The head alone, by which such a file is known again. */
const char *conditions_csv_head(struct arena *arena);

#endif
