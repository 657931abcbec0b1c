/*
 * Writing JSON: objects and lists with commas and indentation kept in order.
 *
 *     json_open(&out, NULL, '{');
 *     json_string(&out, "id", "acme");
 *     json_number(&out, "evidenced", 71.4);
 *     json_close(&out, '}');
 *
 * The name of a member is NULL inside a list. Layer: report. Pure.
 */
#ifndef VOUCH_REPORT_JSON_OUT_H
#define VOUCH_REPORT_JSON_OUT_H

#include "base/text.h"

#include <stdbool.h>

struct json_out {
    struct text_builder text;
    int depth;
    bool follows; // something stands before on this level
};

void json_init(struct json_out *out, struct arena *arena);
void json_open(struct json_out *out, const char *name, char bracket);
void json_close(struct json_out *out, char bracket);
void json_string(struct json_out *out, const char *name, const char *value); // NULL: null
void json_number(struct json_out *out, const char *name, double value);
void json_count(struct json_out *out, const char *name, size_t value);
void json_bool(struct json_out *out, const char *name, bool value);
void json_null(struct json_out *out, const char *name);

#endif
