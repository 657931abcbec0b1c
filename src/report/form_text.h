/*
 * The form of a response: every question of the criteria with what it can be answered with, as YAML
 * that a vendor fills in.
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

/* The whole file. Read as it stands it is a response that answers nothing. */
const char *form_text(struct arena *arena, const struct criteria *criteria);

#endif
