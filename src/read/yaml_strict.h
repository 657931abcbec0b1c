/*
 * What libyaml lets pass, or reads otherwise, although YAML 1.2 forbids it.
 *
 * Each check looks at the text itself and reports YAML_SYNTAX: what two readers would read in two
 * ways is refused.
 *
 * Layer: read.
 */
#ifndef VOUCH_READ_YAML_STRICT_H
#define VOUCH_READ_YAML_STRICT_H

#include <stddef.h>

struct loc;
struct reading;

/* A piece of the text. */
struct stretch {
    const char *start;
    const char *end; // behind it
    size_t line;     // of the start, 1-based
};

/*
 * Lines inside quotes or brackets have to be indented more than what they belong to. A closing
 * bracket alone need not: that is a common style and cannot be misread.
 *
 * indent: blanks that every further line needs at least.
 */
void check_yaml_indentation(struct reading *reading, struct stretch stretch, size_t indent);

/* The `|` or `>` of a block: a `#` directly behind it is no comment. */
void check_yaml_block_head(struct reading *reading, const char *head, struct loc at);

/* An anchor's name as libyaml reads it may end too early: `&an:chor`. */
void check_yaml_anchor(struct reading *reading, const char *start, size_t length, struct loc at);

/* A plain text or key: `-` alone, or with a `?` directly before it. */
void check_yaml_plain(struct reading *reading, const char *start, const char *text, struct loc at);

/*
 * The comment behind a value, from behind the value; NULL where there is none.
 *
 * A comma inside brackets may stand between. Reports a `#` that has no blank before it.
 */
const char *find_yaml_comment(struct reading *reading, const char *behind, struct loc at);

#endif
