/*
 * The result as a short report in Markdown: ranking, requirements, conditions of the leader.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_MARKDOWN_H
#define VOUCH_REPORT_MARKDOWN_H

struct arena;
struct result;

const char *markdown_text(struct arena *arena, const struct result *result);

#endif
