/*
 * The questions of a form: every one with what it can be answered with, as YAML that a vendor fills
 * in below `answers`.
 *
 *     # GOV-01 Accountable executive
 *     # Which executive is accountable …?
 *     # One of:
 *     #   - Absent (Nothing in place)
 *     #   - …
 *     GOV-01:
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_FORM_TEXT_H
#define VOUCH_REPORT_FORM_TEXT_H

struct arena;
struct criteria;

/* The entries of `answers`, indented by two. Read as they stand they answer nothing. */
const char *form_text(struct arena *arena, const struct criteria *criteria);

#endif
