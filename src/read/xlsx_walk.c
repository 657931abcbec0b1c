#include "read/xlsx_walk.h"

#include "base/text.h"

#include <assert.h>
#include <string.h>

const struct walk_spaces WALK_SPREADSHEET = {
    .transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    .strict = "http://purl.oclc.org/ooxml/spreadsheetml/main",
};
const struct walk_spaces WALK_RELATIONSHIPS = {
    .transitional = "http://schemas.openxmlformats.org/package/2006/relationships",
    .strict = "http://purl.oclc.org/ooxml/package/relationships",
};
static const struct walk_spaces DOCUMENT_RELATIONSHIPS = {
    .transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    .strict = "http://purl.oclc.org/ooxml/officeDocument/relationships",
};

/* What stands behind one of the namespaces and a separator; NULL where it is another one. */
static const char *local_name(const struct walk_spaces *spaces, const char *name, char separator)
{
    const char *const all[] = {spaces->transitional, spaces->strict};
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        size_t length = strlen(all[i]);
        if (strncmp(name, all[i], length) == 0 && name[length] == separator) {
            return name + length + 1;
        }
    }
    return NULL;
}

static int next_state(const struct walk *walk, const char *name)
{
    const char *local = local_name(walk->spaces, name, ' ');
    for (size_t i = 0; local != NULL && i < walk->step_count; i++) {
        const struct walk_step *step = &walk->steps[i];
        if (step->from == walk->states[walk->depth] && strcmp(step->name, local) == 0) {
            return step->to;
        }
    }
    return WALK_OUTSIDE;
}

static bool start(void *subject, const char *name, const char **attributes)
{
    struct walk *walk = subject;
    int state = walk->passed_over > 0 ? WALK_OUTSIDE : next_state(walk, name);
    if (state == WALK_OUTSIDE) {
        walk->passed_over++;
        return true;
    }
    walk->depth++;
    assert(walk->depth < COUNT_OF(walk->states)); // the package limits nesting
    walk->states[walk->depth] = state;
    return walk->enter(walk->subject, state, attributes);
}

static bool end(void *subject, const char *name)
{
    (void)name; // the parser matches it with the start
    struct walk *walk = subject;
    if (walk->passed_over > 0) {
        walk->passed_over--;
        return true;
    }
    int state = walk->states[walk->depth];
    walk->depth--;
    return walk->leave(walk->subject, state);
}

static bool text(void *subject, const char *bytes, size_t length)
{
    struct walk *walk = subject;
    if (walk->passed_over > 0 || walk->text == NULL) {
        return true;
    }
    return walk->text(walk->subject, walk->states[walk->depth], bytes, length);
}

struct package_taker walk_taker(struct walk *walk)
{
    return (struct package_taker){.subject = walk, .start = start, .end = end, .text = text};
}

const char *walk_attribute(const char **attributes, const char *name)
{
    for (size_t i = 0; attributes[i] != NULL; i += 2) {
        if (strcmp(attributes[i], name) == 0) {
            return attributes[i + 1];
        }
    }
    return NULL;
}

const char *walk_relationship_id(const char **attributes)
{
    for (size_t i = 0; attributes[i] != NULL; i += 2) {
        if (text_equal(local_name(&DOCUMENT_RELATIONSHIPS, attributes[i], ' '), "id")) {
            return attributes[i + 1];
        }
    }
    return NULL;
}

bool walk_is_relationship(const char *type, const char *name)
{
    return text_equal(local_name(&DOCUMENT_RELATIONSHIPS, type, '/'), name);
}
