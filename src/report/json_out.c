#include "report/json_out.h"

#include "base/arena.h"
#include "base/number.h"

#include <string.h>

void json_init(struct json_out *out, struct arena *arena)
{
    *out = (struct json_out){.depth = 0};
    text_builder_init(&out->text, arena);
}

static void add_line(struct json_out *out)
{
    if (out->depth > 0) {
        text_add(&out->text, "\n");
    }
    for (int i = 0; i < out->depth; i++) {
        text_add(&out->text, "  ");
    }
}

/* A string in quotes; the input is valid UTF-8, so only what JSON reserves is escaped. */
static void add_quoted(struct json_out *out, const char *value)
{
    text_add(&out->text, "\"");
    for (const char *at = value; *at != '\0';) {
        size_t plain = 0;
        while (at[plain] != '\0' && at[plain] != '"' && at[plain] != '\\' &&
               (unsigned char)at[plain] >= 0x20 && at[plain] != 0x7F) {
            plain++;
        }
        text_add_bytes(&out->text, at, plain);
        at += plain;
        if (*at == '"' || *at == '\\') {
            text_add_format(&out->text, "\\%c", *at++);
        } else if (*at != '\0') {
            text_add_format(&out->text, "\\u%04x", (unsigned)*at++);
        }
    }
    text_add(&out->text, "\"");
}

static void add_name(struct json_out *out, const char *name)
{
    if (out->follows) {
        text_add(&out->text, ",");
    }
    add_line(out);
    if (name != NULL) {
        add_quoted(out, name);
        text_add(&out->text, ": ");
    }
    out->follows = true;
}

void json_open(struct json_out *out, const char *name, char bracket)
{
    add_name(out, name);
    text_add_bytes(&out->text, &bracket, 1);
    out->depth++;
    out->follows = false;
}

void json_close(struct json_out *out, char bracket)
{
    out->depth--;
    if (out->follows) {
        text_add(&out->text, "\n");
        for (int i = 0; i < out->depth; i++) {
            text_add(&out->text, "  ");
        }
    }
    text_add_bytes(&out->text, &bracket, 1);
    out->follows = true;
}

void json_string(struct json_out *out, const char *name, const char *value)
{
    add_name(out, name);
    if (value == NULL) {
        text_add(&out->text, "null");
    } else {
        add_quoted(out, value);
    }
}

void json_number(struct json_out *out, const char *name, double value)
{
    add_name(out, name);
    text_add(&out->text, number_text(out->text.arena, value));
}

void json_count(struct json_out *out, const char *name, size_t value)
{
    add_name(out, name);
    text_add_format(&out->text, "%zu", value);
}

void json_bool(struct json_out *out, const char *name, bool value)
{
    add_name(out, name);
    text_add(&out->text, value ? "true" : "false");
}

void json_null(struct json_out *out, const char *name)
{
    add_name(out, name);
    text_add(&out->text, "null");
}
