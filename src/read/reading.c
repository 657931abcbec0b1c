#include "read/reading.h"

#include "base/arena.h"
#include "base/text.h"

#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

enum {
    KEYS_COMPARED_MOST = 16, // entries up to which a key is looked for one by one
    QUOTED_COLUMNS = 40,     // of a text quoted in a message
};

struct diag *reading_fault(struct reading *reading, enum diag_code code, struct loc at,
                           const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *message = arena_vformat(reading->diags->arena, format, arguments);
    va_end(arguments);
    reading->sound = false;
    reading->broken = reading->broken || code != DIAG_KEY_DUPLICATE;
    return diag_add(reading->diags, code, at, "%s", message);
}

struct loc reading_place(const struct reading *reading, size_t line, size_t column, size_t length)
{
    return (struct loc){
        .source = reading->source,
        .line = (uint32_t)line, // a file has fewer than 2^32 bytes
        .column = (uint32_t)column,
        .length = (uint32_t)length,
    };
}

bool reading_count_node(struct reading *reading, struct loc at)
{
    if (reading->nodes == DOCUMENT_EVENTS_MOST) {
        reading_fault(reading, DIAG_INPUT_LIMIT, at, "more than %d values in one file",
                      DOCUMENT_EVENTS_MOST);
        return false;
    }
    reading->nodes++;
    return true;
}

bool reading_check_depth(struct reading *reading, size_t depth, struct loc at)
{
    if (depth > DOCUMENT_DEPTH_MOST) {
        reading_fault(reading, DIAG_INPUT_LIMIT, at, "lists and maps nested more than %d deep",
                      DOCUMENT_DEPTH_MOST);
        return false;
    }
    return true;
}

/* The first character that nobody can see; 0 where there is none. */
static uint32_t first_invisible(const char *text)
{
    const char *end = text + strlen(text);
    while (text < end) {
        if ((unsigned char)*text < 0x80) {
            text++;
            continue;
        }
        uint32_t code_point = text_next(&text, end);
        if (text_is_invisible(code_point)) {
            return code_point;
        }
    }
    return 0;
}

void reading_check_text(struct reading *reading, const char *text, size_t most, struct loc at)
{
    if (strlen(text) > most) {
        reading_fault(reading, DIAG_INPUT_LIMIT, at, "a text of %zu bytes, more than %zu",
                      strlen(text), most);
        return;
    }
    uint32_t code_point = first_invisible(text);
    if (code_point != 0) {
        diag_add(reading->diags, DIAG_TEXT_INVISIBLE, at,
                 "the text `%s` holds U+%04" PRIX32 ", which a reader cannot see",
                 text_brief(reading->arena, text, QUOTED_COLUMNS), code_point);
    }
}

uint32_t reading_find_control(const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        if ((unsigned char)*text >= 0x20 && (unsigned char)*text < 0x7F) {
            text++;
            continue;
        }
        if (*text == '\0') {
            return 0;
        }
        uint32_t code_point = text_next(&text, end);
        if (text_is_control(code_point)) {
            return code_point;
        }
    }
    return UINT32_MAX;
}

void reading_report_control(struct reading *reading, uint32_t code_point, struct loc at)
{
    reading_fault(reading, DIAG_TEXT_CONTROL, at, "the control character U+%04" PRIX32, code_point);
}

void node_draft_init(struct node_draft *draft, struct arena *arena, enum node_kind kind,
                     struct loc at)
{
    *draft = (struct node_draft){.node = {.kind = kind, .at = at}};
    map_init(&draft->keys, arena);
}

void node_draft_add_item(struct node_draft *draft, struct arena *arena, struct node item)
{
    struct node *node = &draft->node;
    node->items = arena_more(arena, node->items, node->count, &draft->capacity, sizeof item);
    node->items[node->count++] = item;
}

/* The entry of a key that is there already, or NULL. Many keys are looked up in a map. */
static const struct entry *find_entry(struct node_draft *draft, const char *key)
{
    const struct node *node = &draft->node;
    if (node->count > KEYS_COMPARED_MOST) {
        for (size_t i = draft->keys.count; i < node->count; i++) {
            (void)map_add(&draft->keys, node->entries[i].key, i); // keys are unique here
        }
        size_t index = 0;
        return map_find(&draft->keys, key, &index) ? &node->entries[index] : NULL;
    }
    for (size_t i = 0; i < node->count; i++) {
        if (strcmp(node->entries[i].key, key) == 0) {
            return &node->entries[i];
        }
    }
    return NULL;
}

void node_draft_add_entry(struct node_draft *draft, struct reading *reading, struct entry entry)
{
    const struct entry *other = find_entry(draft, entry.key);
    if (other != NULL) {
        struct diag *diag = reading_fault(reading, DIAG_KEY_DUPLICATE, entry.at,
                                          "`%s` stands twice in this map",
                                          text_brief(reading->arena, entry.key, QUOTED_COLUMNS));
        diag_label(reading->diags, diag, "first in line %" PRIu32, other->at.line);
        return;
    }
    struct node *node = &draft->node;
    node->entries = arena_more(reading->arena, node->entries, node->count, &draft->capacity,
                               sizeof entry);
    node->entries[node->count++] = entry;
}
