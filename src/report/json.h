/*
 * Results as JSON, exactly as FORMATS, "Results", says; schema in templates/schema/.
 *
 * Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_JSON_H
#define VOUCH_REPORT_JSON_H

struct arena;
struct result;

/* The whole document, indented, with a line end. `version` is that of the program. */
const char *json_text(struct arena *arena, const struct result *result, const char *version);

#endif
