#include "read/yaml_fault.h"

#include "base/arena.h"
#include "base/text.h"
#include "read/mark.h"
#include "read/reading.h"

#include <string.h>

/* Which of libyaml's two places the message speaks of. */
enum place { AT_PROBLEM, AT_CONTEXT };

struct fault_row {
    const char *problem; // libyaml's words
    const char *context; // libyaml's words; NULL: any
    enum diag_code code;
    enum place place;
    const char *message;
    const char *help;
};

#define IN_QUOTES "put the text in quotes"

// The first row that matches is taken.
static const struct fault_row ROWS[] = {
    {"found unexpected end of stream", "while scanning a quoted scalar", DIAG_YAML_SYNTAX,
     AT_CONTEXT, "the quote that opens here is never closed",
     "close it, or put the text in quotes of the other kind"},
    {"found unexpected document indicator", NULL, DIAG_YAML_SYNTAX, AT_CONTEXT,
     "the quote that opens here is not closed before a line of `---` or `...`", "close it"},
    {"found unknown escape character", NULL, DIAG_YAML_SYNTAX, AT_PROBLEM,
     "a backslash in double quotes begins an escape, and this is none",
     "write `\\\\` for a backslash, or use single quotes"},
    {"did not find expected hexdecimal number", "while parsing a quoted scalar", DIAG_YAML_SYNTAX,
     AT_PROBLEM, "an escape needs hexadecimal digits here: two after `\\x`, four after `\\u`",
     "write `\\\\` for a backslash, or use single quotes"},
    {"found invalid Unicode character escape code", NULL, DIAG_YAML_SYNTAX, AT_PROBLEM,
     "this escape does not stand for a character", "write the character itself"},
    {"did not find expected alphabetic or numeric character", "while scanning an alias",
     DIAG_YAML_SYNTAX, AT_CONTEXT, "a text cannot begin with `*`", IN_QUOTES},
    {"did not find expected alphabetic or numeric character", "while scanning an anchor",
     DIAG_YAML_SYNTAX, AT_CONTEXT, "a text cannot begin with `&`", IN_QUOTES},
    {"found a tab character", NULL, DIAG_YAML_SYNTAX, AT_PROBLEM,
     "a tab is used for indentation, which has to be blanks", "replace the tab by blanks"},
    {"did not find expected comment or line break", NULL, DIAG_YAML_SYNTAX, AT_PROBLEM,
     "after `|` or `>` the text begins on the next line", IN_QUOTES},
    {"found an indentation indicator equal to 0", NULL, DIAG_YAML_SYNTAX, AT_PROBLEM,
     "an indentation of 0 cannot be given after `|` or `>`", "leave the digit out"},
    {"found undefined tag handle", NULL, DIAG_YAML_FEATURE, AT_PROBLEM,
     "a text that begins with `!` is a tag, and tags are not read", IN_QUOTES},
    {"", "a tag", DIAG_YAML_FEATURE, AT_CONTEXT,
     "a text that begins with `!` is a tag, and tags are not read", IN_QUOTES},
    {"", "directive", DIAG_YAML_FEATURE, AT_CONTEXT, "directives are not read",
     "take the line that begins with `%` out"},
    {"found duplicate %", NULL, DIAG_YAML_FEATURE, AT_PROBLEM, "directives are not read",
     "take the line that begins with `%` out"},
    {"found incompatible YAML document", NULL, DIAG_YAML_FEATURE, AT_PROBLEM,
     "directives are not read", "take the line that begins with `%` out"},
    {"did not find expected ',' or ']'", NULL, DIAG_YAML_SYNTAX, AT_PROBLEM,
     "the list in brackets does not go on like this: a comma or `]` should stand here",
     "put text with a comma, colon or quote in quotes, or close the bracket"},
    {"did not find expected ',' or '}'", NULL, DIAG_YAML_SYNTAX, AT_PROBLEM,
     "the braces do not go on like this: a comma or `}` should stand here",
     "put text with a comma, colon or quote in quotes, or close the brace"},
    {"found unexpected ':'", NULL, DIAG_YAML_SYNTAX, AT_PROBLEM,
     "a colon breaks the text inside braces or brackets", IN_QUOTES},
    {"could not find expected ':'", NULL, DIAG_YAML_SYNTAX, AT_CONTEXT,
     "this is neither `key: value` nor part of the text above",
     "check the colon and the blank behind it, the indentation, and the quotes above"},
    {"block sequence entries are not allowed", NULL, DIAG_YAML_SYNTAX, AT_PROBLEM,
     "a list cannot begin here", "begin each item with `- ` on a line of its own, or use quotes"},
    {"mapping keys are not allowed", NULL, DIAG_YAML_SYNTAX, AT_PROBLEM,
     "a text cannot begin with `? ` here", IN_QUOTES},
    {"did not find expected '-' indicator", NULL, DIAG_YAML_SYNTAX, AT_PROBLEM,
     "this line does not belong to the list above", "check its indentation, and its `- `"},
    {"did not find expected key", NULL, DIAG_YAML_SYNTAX, AT_PROBLEM,
     "this does not belong to the keys above", "check the indentation, and quotes and brackets"},
    {"did not find expected node content", NULL, DIAG_YAML_SYNTAX, AT_PROBLEM,
     "a value should stand here", "take out what is too much, or use quotes"},
    {"did not find expected <document start>", NULL, DIAG_YAML_SYNTAX, AT_PROBLEM,
     "this does not belong to what stands above", "check the indentation, and the brackets"},
};

/* For what is in no row: never libyaml's own words. */
static const struct fault_row OTHER = {"",
                                       NULL,
                                       DIAG_YAML_SYNTAX,
                                       AT_PROBLEM,
                                       "this cannot be read as YAML",
                                       "check indentation, quotes, and colons followed by a blank"};

static bool contains(const char *text, const char *part)
{
    return part == NULL || (text != NULL && strstr(text, part) != NULL);
}

static const struct fault_row *find_row(const yaml_parser_t *parser)
{
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        if (contains(parser->problem, ROWS[i].problem) &&
            contains(parser->context, ROWS[i].context)) {
            return &ROWS[i];
        }
    }
    return &OTHER;
}

/* What the text around the fault says that libyaml does not. */
struct scene {
    const char *start; // of the whole text
    const char *line;  // start of the line
    const char *at;
    const char *end;
};

static struct scene scene_at(const struct mark_walk *walk, const char *at)
{
    const char *line = at;
    while (line > walk->start && !mark_is_break(line[-1])) {
        line--;
    }
    return (struct scene){.start = walk->start, .line = line, .at = at, .end = walk->end};
}

/* The first tab in the indentation of the line, or NULL. */
static const char *tab_in_indentation(const struct scene *scene)
{
    const char *text = mark_skip_blanks(scene->line, scene->end);
    return memchr(scene->line, '\t', (size_t)(text - scene->line));
}

/* Does a `: ` stand on the line before the fault? */
static bool has_colon_before(const struct scene *scene)
{
    for (const char *c = scene->line; c + 1 < scene->at; c++) {
        if (c[0] == ':' && mark_is_blank(c[1])) {
            return true;
        }
    }
    return false;
}

static bool follows_a_quote(const struct scene *scene)
{
    const char *c = scene->at;
    while (c > scene->line && mark_is_blank(c[-1])) {
        c--;
    }
    return c > scene->line && (c[-1] == '"' || c[-1] == '\'');
}

/* libyaml's "cannot start any token" and "not allowed" cover several mistakes; the text tells. */
static struct fault_row look_closer(struct reading *reading, const struct fault_row *row,
                                    const yaml_parser_t *parser, const struct scene *scene)
{
    struct fault_row closer = *row;
    char c = scene->at < scene->end ? *scene->at : '\0';
    bool in_braces = contains(parser->problem, "',' or '");
    bool is_start = contains(parser->problem, "cannot start any token");
    if (is_start && c == '\t') {
        closer.message = "a tab stands here, where only blanks may";
        closer.help = "replace the tab by blanks";
    } else if (is_start) {
        closer.message = c == '`'
                             ? "a text cannot begin with a backtick"
                             : arena_format(reading->arena, "a text cannot begin with `%c`", c);
        closer.help = IN_QUOTES;
    } else if (follows_a_quote(scene) && (in_braces || contains(parser->problem, "expected key"))) {
        closer.message = "text follows the closing quote";
        closer.help = "put all of it in one pair of quotes, quotes of the other kind inside";
    } else if (c == ':' && contains(parser->problem, "expected key")) {
        closer.message = "a key is missing before the colon";
        closer.help = IN_QUOTES;
    } else if (c == ':' && contains(parser->problem, "node content")) {
        closer.message = "a text cannot begin with a colon inside braces or brackets";
        closer.help = IN_QUOTES;
    } else if (in_braces && c == ':') {
        closer.message = "a colon breaks the text inside braces or brackets";
        closer.help = IN_QUOTES;
    } else if (contains(parser->problem, "mapping values are not allowed")) {
        bool second = has_colon_before(scene);
        closer.message = second ? "a second colon followed by a blank stands in the text"
                                : "a key cannot stand here";
        closer.help = second ? IN_QUOTES
                             : "check the indentation, and the line above: a colon needs a blank "
                               "behind it, or the text quotes";
    }
    return closer;
}

/* Does the line stand outside of what the bracket's line holds, as one that was meant as a key of
 * its own does? */
static bool is_outside(const struct scene *scene, const struct scene *bracket)
{
    const char *text = mark_skip_blanks(scene->line, scene->end);
    const char *outer = mark_skip_blanks(bracket->line, bracket->end);
    return scene->at == scene->end ||
           (text - scene->line <= outer - bracket->line && strchr("]}", *text) == NULL);
}

/* A bracket or brace that is still open where the lines of its key are over. */
static bool report_open_bracket(struct reading *reading, const yaml_parser_t *parser,
                                struct mark_walk *walk, const struct scene *scene)
{
    yaml_mark_t open = parser->context_mark;
    if (!contains(parser->context, "while parsing a flow") ||
        open.line == parser->problem_mark.line) {
        return false;
    }
    struct scene bracket = scene_at(walk, mark_walk_to(walk, open.index));
    bool is_bracket = *bracket.at == '[' || *bracket.at == '{';
    if (!is_bracket || !is_outside(scene, &bracket)) {
        return false;
    }
    struct diag *diag = reading_fault(reading, DIAG_YAML_SYNTAX,
                                      reading_place(reading, open.line + 1, open.column + 1, 1),
                                      "the `%c` that opens here is not closed", *bracket.at);
    diag_help(reading->diags, diag, "close it with `%c`", *bracket.at == '[' ? ']' : '}');
    return true;
}

void report_yaml_fault(struct reading *reading, const yaml_parser_t *parser, struct mark_walk *walk)
{
    const struct fault_row *row = find_row(parser);
    yaml_mark_t mark = row->place == AT_CONTEXT ? parser->context_mark : parser->problem_mark;
    struct scene scene = scene_at(walk, mark_walk_to(walk, mark.index));
    if (report_open_bracket(reading, parser, walk, &scene)) {
        return;
    }
    struct loc at = reading_place(reading, mark.line + 1, mark.column + 1,
                                  scene.at < scene.end && !mark_is_break(*scene.at) ? 1 : 0);
    struct fault_row said = look_closer(reading, row, parser, &scene);
    const char *tab = tab_in_indentation(&scene);
    if (tab != NULL && said.place == AT_PROBLEM) {
        at = reading_place(reading, mark.line + 1, mark_distance(scene.line, tab) + 1, 1);
        said.message = "a tab is used for indentation, which has to be blanks";
        said.help = "replace the tab by blanks";
    }
    struct diag *diag = reading_fault(reading, said.code, at, "%s", said.message);
    diag_help(reading->diags, diag, "%s", said.help);
}
