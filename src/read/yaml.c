#include "read/yaml.h"

#include "base/arena.h"
#include "base/text.h"
#include "read/mark.h"
#include "read/reading.h"
#include "read/yaml_fault.h"
#include "read/yaml_frame.h"
#include "read/yaml_separators.h"
#include "read/yaml_strict.h"

#include <string.h>
#include <yaml.h>

enum { QUOTED_COLUMNS = 60 }; // of a text quoted in a message

/* A node just read, with what it would count if its aliases were written out. */
struct built {
    struct node node;
    size_t nodes;  // of the whole subtree
    size_t height; // 1 for a scalar
};

struct anchor {
    struct built built;
    bool whole; // read to its end: only then may it be referred to
};

struct yaml {
    struct reading *reading;
    yaml_parser_t parser;
    struct mark_walk walk;
    struct map anchor_names; // to places in `anchors`; a later anchor takes the place of its name
    struct anchor *anchors;
    size_t anchor_count;
    size_t anchor_capacity;
    size_t aliased_nodes;
    size_t indent;     // blanks that further lines of a value need at least; 0 at the root
    size_t flow_depth; // brackets and braces that are open
    struct yaml_separators separators;
    yaml_mark_t end; // of the list or map that ended last
};

static struct loc place_of(const struct yaml *yaml, yaml_mark_t mark, size_t length)
{
    return reading_place(yaml->reading, mark.line + 1, mark.column + 1, length);
}

/* The place of what lies between two marks; of several lines, the first counts. */
static struct loc span_of(struct yaml *yaml, yaml_mark_t start, yaml_mark_t end)
{
    if (start.line == end.line) {
        return place_of(yaml, start, end.column - start.column);
    }
    const char *at = mark_walk_to(&yaml->walk, start.index);
    const char *stop = mark_line_end(at, yaml->walk.end);
    while (stop > at && mark_is_blank(stop[-1])) {
        stop--;
    }
    return place_of(yaml, start, mark_distance(at, stop));
}

/* The next event, to be deleted by the caller; none on a fault, which is reported. */
static bool next_event(struct yaml *yaml, yaml_event_t *event)
{
    if (yaml_parser_parse(&yaml->parser, event) == 0) {
        if (yaml->parser.error == YAML_MEMORY_ERROR) {
            arena_out_of_memory();
        }
        report_yaml_fault(yaml->reading, &yaml->parser, &yaml->walk);
        return false;
    }
    if (event->type == YAML_NO_EVENT) {
        reading_fault(yaml->reading, DIAG_YAML_SYNTAX, place_of(yaml, yaml->parser.mark, 0),
                      "the file ends in the middle");
        return false;
    }
    return true;
}

/* A comment behind a value of a received file: did the vendor mean it as text? */
static void warn_of_cut_comment(struct yaml *yaml, yaml_mark_t end)
{
    struct reading *reading = yaml->reading;
    const char *from = mark_walk_to(&yaml->walk, end.index);
    const char *at = find_yaml_comment(reading, from, place_of(yaml, end, 1));
    if (at == NULL || reading->trust != DOCUMENT_RECEIVED) {
        return;
    }
    const char *stop = mark_line_end(at, yaml->walk.end);
    struct loc place = place_of(yaml, end, mark_distance(at, stop));
    place.column += (uint32_t)mark_distance(from, at);
    const char *cut = arena_text(reading->arena, at, (size_t)(stop - at));
    struct diag *diag = diag_add(reading->diags, DIAG_YAML_COMMENT_CUT, place,
                                 "`%s` is a comment and was cut from the value",
                                 text_brief(reading->arena, cut, QUOTED_COLUMNS));
    diag_help(reading->diags, diag, "put the value in quotes if this belongs to it");
}

/* The value of up to `most` hexadecimal digits. */
static uint32_t hexadecimal(const char *at, const char *end, size_t most)
{
    static const char DIGITS[] = "0123456789abcdef0123456789ABCDEF";
    uint32_t value = 0;
    for (size_t i = 0; i < most && at < end; i++, at++) {
        const char *digit = *at == '\0' ? NULL : strchr(DIGITS, *at);
        value = digit == NULL ? value : value << 4 | (uint32_t)((digit - DIGITS) & 0xF);
    }
    return value;
}

/* The character that an escape stands for, as far as it may be a control character. */
static uint32_t escaped_character(const char *escape, const char *end, size_t *length)
{
    static const struct {
        char name;
        size_t digits;
        uint32_t code_point; // where there are no digits
    } ESCAPES[] = {
        {'0', 0, 0x00}, {'a', 0, 0x07}, {'b', 0, 0x08}, {'v', 0, 0x0B}, {'f', 0, 0x0C},
        {'e', 0, 0x1B}, {'N', 0, 0x85}, {'x', 2, 0},    {'u', 4, 0},    {'U', 8, 0},
    };
    *length = 2;
    for (size_t i = 0; i < COUNT_OF(ESCAPES) && escape + 1 < end; i++) {
        if (escape[1] == ESCAPES[i].name) {
            *length = 2 + ESCAPES[i].digits;
            return ESCAPES[i].digits == 0 ? ESCAPES[i].code_point
                                          : hexadecimal(escape + 2, end, ESCAPES[i].digits);
        }
    }
    return ' ';
}

/* Report each escape of a double-quoted scalar that stands for a control character. */
static void report_control_escapes(struct yaml *yaml, const yaml_event_t *event)
{
    const char *at = mark_walk_to(&yaml->walk, event->start_mark.index);
    const char *end = mark_walk_to(&yaml->walk, event->end_mark.index);
    size_t line = event->start_mark.line + 1;
    size_t column = event->start_mark.column + 1;
    while (at < end) {
        size_t length = 1;
        if (*at == '\\') {
            uint32_t code_point = escaped_character(at, end, &length);
            if (code_point == 0 || text_is_control(code_point)) {
                reading_report_control(yaml->reading, code_point,
                                       reading_place(yaml->reading, line, column, length));
            }
            length = at + length > end || mark_is_break(at[1]) ? 1 : length;
        }
        const char *next = at + length;
        bool is_line_end = *at == '\n' || (*at == '\r' && !(next < end && *next == '\n'));
        column = is_line_end ? 1 : column + mark_distance(at, next);
        line += is_line_end;
        at = next;
    }
}

/* The text of a scalar, checked. */
static const char *scalar_text(struct yaml *yaml, const yaml_event_t *event, size_t most,
                               struct loc at)
{
    const char *value = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length;
    if (reading_find_control(value, length) != UINT32_MAX) {
        report_control_escapes(yaml, event);
        yaml->reading->sound = false; // in any case: the text is cut at a NUL
    }
    char *text = arena_text(yaml->reading->arena, value, length);
    show_yaml_separators(&yaml->separators, text);
    reading_check_text(yaml->reading, text, most, at);
    return text;
}

/* Anchor and tag of an event; NULL where it has none. */
struct properties {
    const char *anchor;
    const char *tag;
};

static struct properties properties_of(const yaml_event_t *event)
{
    const yaml_char_t *anchor = NULL;
    const yaml_char_t *tag = NULL;
    if (event->type == YAML_SCALAR_EVENT) {
        anchor = event->data.scalar.anchor;
        tag = event->data.scalar.tag;
    } else if (event->type == YAML_SEQUENCE_START_EVENT) {
        anchor = event->data.sequence_start.anchor;
        tag = event->data.sequence_start.tag;
    } else if (event->type == YAML_MAPPING_START_EVENT) {
        anchor = event->data.mapping_start.anchor;
        tag = event->data.mapping_start.tag;
    }
    return (struct properties){.anchor = (const char *)anchor, .tag = (const char *)tag};
}

/* Keep an anchor's name, or refuse it. Returns its place in `anchors`, or SIZE_MAX. */
static size_t open_anchor(struct yaml *yaml, const yaml_event_t *event, struct loc at)
{
    struct reading *reading = yaml->reading;
    const char *name = properties_of(event).anchor;
    at.length = (uint32_t)(1 + strlen(name));
    if (reading->trust != DOCUMENT_CRITERIA) {
        struct diag *diag = reading_fault(reading, DIAG_YAML_FEATURE, at,
                                          "a text that begins with `&` is an anchor, and anchors "
                                          "are read in criteria only");
        diag_help(reading->diags, diag, "put the text in quotes, or write the value out");
        return SIZE_MAX;
    }
    check_yaml_anchor(reading, mark_walk_to(&yaml->walk, event->start_mark.index), strlen(name),
                      at);
    size_t index = 0;
    if (map_find(&yaml->anchor_names, name, &index)) {
        yaml->anchors[index].whole = false;
        return index;
    }
    yaml->anchors = arena_more(reading->arena, yaml->anchors, yaml->anchor_count,
                               &yaml->anchor_capacity, sizeof *yaml->anchors);
    index = yaml->anchor_count++;
    (void)map_add(&yaml->anchor_names, arena_copy(reading->arena, name), index); // not there yet
    return index;
}

/* The node that an alias stands for. Returns false where it would grow too large. */
static bool follow_alias(struct yaml *yaml, const yaml_event_t *event, size_t depth,
                         struct built *built)
{
    struct reading *reading = yaml->reading;
    struct loc at = span_of(yaml, event->start_mark, event->end_mark);
    const char *name = (const char *)event->data.alias.anchor;
    *built = (struct built){{.kind = NODE_SCALAR, .at = at, .text = ""}, 1, 1};
    size_t index = 0;
    if (reading->trust != DOCUMENT_CRITERIA) {
        struct diag *diag = reading_fault(reading, DIAG_YAML_FEATURE, at,
                                          "a text that begins with `*` is an alias, and aliases "
                                          "are read in criteria only");
        diag_help(reading->diags, diag, "put the text in quotes, or write the value out");
        return true;
    }
    if (!map_find(&yaml->anchor_names, name, &index) || !yaml->anchors[index].whole) {
        reading_fault(reading, DIAG_YAML_SYNTAX, at, "`*%s` has no anchor `&%s` before it",
                      text_brief(reading->arena, name, QUOTED_COLUMNS),
                      text_brief(reading->arena, name, QUOTED_COLUMNS));
        return true;
    }
    *built = yaml->anchors[index].built;
    yaml->aliased_nodes += built->nodes;
    size_t most = DOCUMENT_ALIAS_FACTOR_MOST * reading->nodes;
    if (yaml->aliased_nodes >
        (most > DOCUMENT_ALIAS_NODES_FREE ? most : DOCUMENT_ALIAS_NODES_FREE)) {
        reading_fault(reading, DIAG_INPUT_LIMIT, at, "aliases multiply the file too often");
        return false;
    }
    return reading_check_depth(reading, depth + built->height - 1, at);
}

/* Check the lines of quotes or brackets that begin at a mark. */
static void check_lines(struct yaml *yaml, yaml_mark_t start, yaml_mark_t end)
{
    if (start.line < end.line && yaml->indent > 0 && yaml->flow_depth == 0) {
        struct stretch stretch = {
            .start = mark_walk_to(&yaml->walk, start.index),
            .end = mark_walk_to(&yaml->walk, end.index),
            .line = start.line + 1,
        };
        check_yaml_indentation(yaml->reading, stretch, yaml->indent);
    }
}

static void read_scalar(struct yaml *yaml, const yaml_event_t *event, struct built *built)
{
    struct loc at = span_of(yaml, event->start_mark, event->end_mark);
    yaml_scalar_style_t style = event->data.scalar.style;
    built->node = (struct node){
        .kind = NODE_SCALAR,
        .at = at,
        .quoted = style != YAML_PLAIN_SCALAR_STYLE,
        .text = scalar_text(yaml, event, DOCUMENT_SCALAR_BYTES_MOST, at),
    };
    const char *start = mark_walk_to(&yaml->walk, event->start_mark.index);
    if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE) {
        check_yaml_block_head(yaml->reading, start, at);
        return;
    }
    if (style == YAML_PLAIN_SCALAR_STYLE) {
        check_yaml_plain(yaml->reading, start, built->node.text, at);
    } else {
        check_lines(yaml, event->start_mark, event->end_mark);
    }
    warn_of_cut_comment(yaml, event->end_mark);
}

static bool read_node(struct yaml *yaml, const yaml_event_t *event, size_t depth,
                      struct built *built);

/* Count a child into its parent. */
static void grow(struct built *parent, const struct built *child)
{
    parent->nodes += child->nodes;
    parent->height = child->height >= parent->height ? child->height + 1 : parent->height;
}

/* The end of a list or map, which takes room only where it is a bracket or brace. */
static void end_collection(struct yaml *yaml, const yaml_event_t *event)
{
    yaml->end = event->end_mark;
    if (event->start_mark.index < event->end_mark.index) {
        warn_of_cut_comment(yaml, event->end_mark);
    }
}

/* Read the node that comes next. `*ended` where the list or map ends instead. */
static bool read_next(struct yaml *yaml, size_t depth, struct built *built, bool *ended)
{
    yaml_event_t event;
    if (!next_event(yaml, &event)) {
        return false;
    }
    *ended = event.type == YAML_SEQUENCE_END_EVENT || event.type == YAML_MAPPING_END_EVENT;
    bool whole = true;
    if (!*ended) {
        whole = read_node(yaml, &event, depth, built);
    } else {
        end_collection(yaml, &event);
    }
    yaml_event_delete(&event);
    return whole;
}

static bool read_list(struct yaml *yaml, const yaml_event_t *event, size_t depth,
                      struct built *built)
{
    struct node_draft draft;
    node_draft_init(&draft, yaml->reading->arena, NODE_LIST, place_of(yaml, event->start_mark, 0));
    for (;;) {
        struct built item = {.nodes = 0};
        bool ended = false;
        if (!read_next(yaml, depth + 1, &item, &ended)) {
            return false;
        }
        if (ended) {
            built->node = draft.node;
            return true;
        }
        node_draft_add_item(&draft, yaml->reading->arena, item.node);
        grow(built, &item);
    }
}

/* A key, as far as it is one. */
struct key {
    struct entry entry; // key and place; key NULL: none, already reported
    bool ended;         // the map ends here
    yaml_mark_t end;
};

static void check_key(struct yaml *yaml, const yaml_event_t *event, struct key *key)
{
    struct reading *reading = yaml->reading;
    struct properties properties = properties_of(event);
    struct loc at = key->entry.at;
    bool plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (plain) {
        check_yaml_plain(reading, mark_walk_to(&yaml->walk, event->start_mark.index),
                         key->entry.key, at);
    }
    if (properties.tag != NULL) {
        reading_fault(reading, DIAG_YAML_FEATURE, at, "tags (`!`) are not read");
    }
    if (properties.anchor != NULL) {
        size_t index = open_anchor(yaml, event, at);
        if (index != SIZE_MAX) {
            struct node node = {
                .kind = NODE_SCALAR, .at = at, .text = key->entry.key, .quoted = !plain};
            yaml->anchors[index] = (struct anchor){{node, 1, 1}, true};
        }
    }
    if (plain && text_equal(key->entry.key, "<<")) {
        reading_fault(reading, DIAG_YAML_FEATURE, at, "merge keys (`<<`) are not read");
    } else if (plain && key->entry.key[0] == '\0') {
        reading_fault(reading, DIAG_YAML_SYNTAX, at, "a key is missing before the colon");
    }
}

static bool read_key(struct yaml *yaml, size_t depth, struct key *key)
{
    yaml_event_t event;
    if (!next_event(yaml, &event)) {
        return false;
    }
    bool whole = true;
    *key = (struct key){.ended = event.type == YAML_MAPPING_END_EVENT, .end = event.end_mark};
    key->entry.at = span_of(yaml, event.start_mark, event.end_mark);
    if (event.type == YAML_SCALAR_EVENT) {
        key->entry.key = scalar_text(yaml, &event, DOCUMENT_KEY_BYTES_MOST, key->entry.at);
        check_key(yaml, &event, key);
    } else if (!key->ended) {
        struct built ignored;
        reading_fault(yaml->reading, DIAG_YAML_FEATURE, key->entry.at, "a key has to be a text");
        whole = read_node(yaml, &event, depth, &ignored);
    } else {
        end_collection(yaml, &event);
    }
    yaml_event_delete(&event);
    return whole;
}

/*
 * Inside braces a comma ends a text: `{note: Hello, world}` is a key `world` without a value.
 *
 * Returns whether that is so, reported.
 */
static bool is_broken_by_comma(struct yaml *yaml, const struct key *key, const struct node *value,
                               const struct node *map)
{
    struct reading *reading = yaml->reading;
    if (value->kind != NODE_SCALAR || value->quoted || value->text[0] != '\0') {
        return false;
    }
    const char *at = mark_walk_to(&yaml->walk, key->end.index);
    at = mark_skip_to_content(at, yaml->walk.end);
    if (at < yaml->walk.end && *at == ':') {
        return false;
    }
    const char *text = text_brief(reading->arena, key->entry.key, QUOTED_COLUMNS);
    struct diag *diag = reading_fault(reading, DIAG_YAML_SYNTAX, key->entry.at,
                                      "`%s` is a key without a value: inside braces a comma ends "
                                      "the text before it",
                                      text);
    const struct entry *before = map->count == 0 ? NULL : &map->entries[map->count - 1];
    if (before == NULL || before->value.kind != NODE_SCALAR || before->value.quoted) {
        diag_help(reading->diags, diag, "write `%s: …`, or put the text in quotes", text);
    } else {
        diag_help(reading->diags, diag, "put the text in quotes: `%s: \"%s, %s\"`",
                  text_brief(reading->arena, before->key, QUOTED_COLUMNS),
                  text_brief(reading->arena, before->value.text, QUOTED_COLUMNS), text);
    }
    return true;
}

static bool read_map(struct yaml *yaml, const yaml_event_t *event, size_t depth,
                     struct built *built)
{
    struct reading *reading = yaml->reading;
    bool in_braces = event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    bool broken = false; // said once a map
    struct node_draft draft;
    node_draft_init(&draft, reading->arena, NODE_MAP, place_of(yaml, event->start_mark, 0));
    for (;;) {
        struct key key;
        struct built value = {.nodes = 0};
        bool ended = false;
        if (!read_key(yaml, depth + 1, &key)) {
            return false;
        }
        if (key.ended) {
            built->node = draft.node;
            return true;
        }
        if (!in_braces) {
            size_t column = event->start_mark.column + 1;
            yaml->indent = key.entry.at.column < column ? key.entry.at.column : column;
        }
        if (!read_next(yaml, depth + 1, &value, &ended)) {
            return false;
        }
        if (key.entry.key == NULL) {
            continue;
        }
        broken = broken || (in_braces && is_broken_by_comma(yaml, &key, &value.node, &draft.node));
        key.entry.value = value.node;
        node_draft_add_entry(&draft, reading, key.entry);
        grow(built, &value);
    }
}

/* A list or map from behind its start. */
static bool read_collection(struct yaml *yaml, const yaml_event_t *event, size_t depth,
                            struct built *built)
{
    bool is_list = event->type == YAML_SEQUENCE_START_EVENT;
    bool in_flow = is_list ? event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
                           : event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    size_t indent = yaml->indent;
    if (is_list && !in_flow && properties_of(event).anchor == NULL) {
        yaml->indent = event->start_mark.column + 1;
    }
    yaml->flow_depth += in_flow;
    bool whole = is_list ? read_list(yaml, event, depth, built)
                         : read_map(yaml, event, depth, built);
    yaml->flow_depth -= in_flow;
    if (whole && in_flow) {
        check_lines(yaml, event->start_mark, yaml->end);
    }
    yaml->indent = indent;
    return whole;
}

// The only recursion; its depth is limited.
static bool read_node(struct yaml *yaml, const yaml_event_t *event, size_t depth,
                      struct built *built)
{
    struct reading *reading = yaml->reading;
    struct loc at = place_of(yaml, event->start_mark, 0);
    if (!reading_count_node(reading, at)) {
        return false;
    }
    if (event->type == YAML_ALIAS_EVENT) {
        return follow_alias(yaml, event, depth, built);
    }
    *built = (struct built){.nodes = 1, .height = 1};
    struct properties properties = properties_of(event);
    if (properties.tag != NULL) {
        struct diag *diag = reading_fault(reading, DIAG_YAML_FEATURE, at,
                                          "tags (`!`) are not read");
        diag_help(reading->diags, diag, "put a text that begins with `!` in quotes");
    }
    size_t anchor = properties.anchor == NULL ? SIZE_MAX : open_anchor(yaml, event, at);
    bool whole = true;
    if (event->type == YAML_SCALAR_EVENT) {
        read_scalar(yaml, event, built);
    } else {
        whole = reading_check_depth(reading, depth, at) &&
                read_collection(yaml, event, depth, built);
    }
    if (whole && anchor != SIZE_MAX) {
        yaml->anchors[anchor] = (struct anchor){.built = *built, .whole = true};
    }
    return whole;
}

/* From the start of the stream to the end of its one document. */
static bool read_stream(struct yaml *yaml, struct node *root)
{
    static const yaml_event_type_t BEFORE[] = {YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT};
    yaml_event_t event;
    for (size_t i = 0; i < COUNT_OF(BEFORE); i++) {
        if (!next_event(yaml, &event)) {
            return false;
        }
        bool expected = event.type == BEFORE[i];
        yaml_event_delete(&event);
        if (!expected) {
            reading_fault(yaml->reading, DIAG_FILE_EMPTY,
                          (struct loc){.source = yaml->reading->source},
                          "the file holds no values");
            return false;
        }
    }
    struct built built = {.nodes = 0};
    bool ended = false;
    if (!read_next(yaml, 1, &built, &ended) || !next_event(yaml, &event)) {
        return false;
    }
    yaml_mark_t mark = event.end_mark;
    yaml_event_delete(&event);
    *root = built.node;
    return check_yaml_end(yaml->reading, mark_walk_to(&yaml->walk, mark.index));
}

/* The text as libyaml is to see it: with a line end, without which it loses that of a block. */
static bool hand_over(struct yaml *yaml)
{
    struct reading *reading = yaml->reading;
    bool has_end = reading->text[reading->size - 1] == '\n';
    char *text = arena_format(reading->arena, "%s%s", reading->text, has_end ? "" : "\n");
    if (!hide_yaml_separators(reading, text, &yaml->separators)) {
        return false;
    }
    yaml_parser_set_encoding(&yaml->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&yaml->parser, (const unsigned char *)text, strlen(text));
    return true;
}

bool document_read_yaml(struct reading *reading, struct node *root)
{
    if (!check_yaml_start(reading)) {
        return false;
    }
    struct yaml yaml = {.reading = reading};
    if (yaml_parser_initialize(&yaml.parser) == 0) {
        arena_out_of_memory();
    }
    map_init(&yaml.anchor_names, reading->arena);
    mark_walk_init(&yaml.walk, reading->text, reading->size);
    bool whole = hand_over(&yaml) && read_stream(&yaml, root);
    yaml_parser_delete(&yaml.parser);
    return whole && reading->sound;
}
