/*
 * Texts of others in Markdown: shown as they are, never as markup.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_MARKDOWN_PLAIN_H
#define VOUCH_REPORT_MARKDOWN_PLAIN_H

struct arena;

/* A text as it is, on one line: what Markdown or HTML would read as its own gets a backslash. */
const char *markdown_plain(struct arena *arena, const char *text);

#endif
