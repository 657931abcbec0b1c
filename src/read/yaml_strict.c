#include "read/yaml_strict.h"

#include "base/text.h"
#include "read/mark.h"
#include "read/reading.h"

#include <string.h>

static void fault(struct reading *reading, struct loc at, const char *message, const char *help)
{
    struct diag *diag = reading_fault(reading, DIAG_YAML_SYNTAX, at, "%s", message);
    diag_help(reading->diags, diag, "%s", help);
}

/* Need this line of a bracket no indentation: is it empty, a comment, or closing? */
static bool is_free(const struct stretch *stretch, const char *text, const char *stop)
{
    bool is_quoted = *stretch->start == '"' || *stretch->start == '\'';
    return text == stop || (!is_quoted && strchr("#]}", *text) != NULL);
}

void check_yaml_indentation(struct reading *reading, struct stretch stretch, size_t indent)
{
    size_t line = stretch.line;
    for (const char *at = stretch.start; at < stretch.end; at++) {
        if (!mark_is_break(*at) || (*at == '\r' && at[1] == '\n')) {
            continue;
        }
        line++;
        const char *start = at + 1;
        const char *blanks = start;
        while (blanks < stretch.end && *blanks == ' ') {
            blanks++;
        }
        const char *text = mark_skip_blanks(blanks, stretch.end);
        bool is_free_line = is_free(&stretch, text, mark_line_end(text, stretch.end));
        if (!is_free_line && (size_t)(blanks - start) < indent) {
            struct loc place = reading_place(reading, line, mark_distance(start, text) + 1, 1);
            fault(reading, place,
                  "this line belongs to the quotes or brackets opened above, and is "
                  "not indented enough for that",
                  "indent it by blanks, or close the quotes or brackets");
            return; // the further lines are mostly alike
        }
    }
}

void check_yaml_block_head(struct reading *reading, const char *head, struct loc at)
{
    const char *behind = head + 1;
    behind += strspn(behind, "0123456789+-");
    if (*behind == '#') {
        fault(reading, at, "a `#` stands directly behind `|` or `>`",
              "begin the text on the next line, or put a blank before the comment");
    }
}

void check_yaml_anchor(struct reading *reading, const char *start, size_t length, struct loc at)
{
    if (*start == '&' && strchr("?:%@`", start[1 + length]) != NULL && start[1 + length] != '\0') {
        fault(reading, at, "an anchor's name is made of letters, digits, `-` and `_`",
              "rename it, or put the text in quotes");
    }
}

void check_yaml_plain(struct reading *reading, const char *start, const char *text, struct loc at)
{
    if (text_equal(text, "-")) {
        fault(reading, at, "a `-` alone is no text here", "put it in quotes, or write `none`");
    } else if (start > reading->text && start[-1] == '?') {
        fault(reading, at, "a text cannot begin with `?` inside braces or brackets",
              "put the text in quotes");
    }
}

const char *find_yaml_comment(struct reading *reading, const char *behind, struct loc at)
{
    const char *end = reading->text + reading->size;
    const char *hash = mark_skip_blanks(behind, end);
    if (hash < end && *hash == ',') {
        hash = mark_skip_blanks(hash + 1, end);
    }
    if (hash >= end || *hash != '#') {
        return NULL;
    }
    if (hash == behind || !mark_is_blank(hash[-1])) {
        fault(reading, at, "a `#` behind this has no blank before it",
              "put the text in quotes, or a blank before the comment");
        return NULL;
    }
    return hash;
}
