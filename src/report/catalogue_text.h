/*
 * What stands beside the criteria, in words for the terminal: kinds of evidence, classes of claims,
 * views, frameworks.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_CATALOGUE_TEXT_H
#define VOUCH_REPORT_CATALOGUE_TEXT_H

struct arena;
struct criteria;
struct frameworks;

/* The kinds of evidence: id, grade, whose word it is, lifetime and title on one line, then what to
 * check, and the source. */
const char *catalogue_kinds_text(struct arena *arena, const struct criteria *criteria);

/* The classes of claims with the proof that each needs and the question to ask, then the wordings
 * that should make a reader suspicious. */
const char *catalogue_claims_text(struct arena *arena, const struct criteria *criteria);

/* The views, with their weights and what each group answers for. */
const char *catalogue_views_text(struct arena *arena, const struct criteria *criteria);

/* The frameworks, one entry each: id, title, edition, status on its day. */
const char *catalogue_frameworks_text(struct arena *arena, const struct frameworks *frameworks);

#endif
