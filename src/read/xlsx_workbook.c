#include "read/xlsx_workbook.h"

#include "base/arena.h"
#include "read/xlsx_walk.h"

#include <string.h>

/* A relationship of a part: to what, and where. */
struct relation {
    const char *id, *type;
    const char *part; // in the package; NULL: outside of it, or no place at all
};

struct relations {
    struct xlsx_reading *reading;
    const char *folder; // of the part that they belong to, with its `/`; "": the package
    struct relation *all;
    size_t count, capacity;
};

/*
 * A target as the name of a part: absolute, or from the folder; `.` and `..` taken out.
 *
 * Returns NULL where it leaves the package.
 */
static const char *resolve(struct arena *scratch, const char *folder, const char *target)
{
    const char *whole = target[0] == '/' ? target + 1
                                         : arena_format(scratch, "%s%s", folder, target);
    char *to = arena_copy(scratch, whole);
    size_t length = 0;
    for (const char *part = whole; *part != '\0';) {
        size_t size = strcspn(part, "/");
        if (size == 2 && strncmp(part, "..", 2) == 0) {
            if (length == 0) {
                return NULL;
            }
            do { // back over the last folder and its `/`
                length--;
            } while (length > 0 && to[length - 1] != '/');
        } else if (size > 1 || (size == 1 && part[0] != '.')) {
            memmove(to + length, part, size);
            length += size;
            if (part[size] == '/') {
                to[length++] = '/';
            }
        }
        part += size + (part[size] == '/');
    }
    to[length] = '\0';
    return to;
}

enum { AT_RELATIONSHIPS = 1, AT_RELATIONSHIP };
static const struct walk_step RELATION_STEPS[] = {
    {WALK_OUTSIDE, "Relationships", AT_RELATIONSHIPS},
    {AT_RELATIONSHIPS, "Relationship", AT_RELATIONSHIP},
};

static bool enter_relation(void *subject, int state, const char **attributes)
{
    struct relations *relations = subject;
    struct arena *scratch = relations->reading->scratch;
    const char *id = walk_attribute(attributes, "Id");
    const char *type = walk_attribute(attributes, "Type");
    const char *target = walk_attribute(attributes, "Target");
    if (state != AT_RELATIONSHIP || id == NULL || type == NULL || target == NULL) {
        return true;
    }
    bool is_outside = text_equal(walk_attribute(attributes, "TargetMode"), "External");
    relations->all = arena_more(scratch, relations->all, relations->count, &relations->capacity,
                                sizeof *relations->all);
    relations->all[relations->count++] = (struct relation){
        .id = arena_copy(scratch, id),
        .type = arena_copy(scratch, type),
        .part = is_outside ? NULL : resolve(scratch, relations->folder, target),
    };
    return true;
}

static bool leave_nothing(void *subject, int state)
{
    (void)subject, (void)state;
    return true;
}

/* The relationships of a part; "" for those of the package. */
static bool read_relations(struct relations *relations, const char *part)
{
    struct arena *scratch = relations->reading->scratch;
    const char *slash = strrchr(part, '/');
    size_t length = slash == NULL ? 0 : (size_t)(slash - part) + 1;
    relations->folder = arena_text(scratch, part, length);
    const char *name = arena_format(scratch, "%s_rels/%s.rels", relations->folder, part + length);
    struct walk walk = {.spaces = &WALK_RELATIONSHIPS,
                        .steps = RELATION_STEPS,
                        .step_count = COUNT_OF(RELATION_STEPS),
                        .subject = relations,
                        .enter = enter_relation,
                        .leave = leave_nothing};
    return xlsx_read_part(relations->reading, name, &walk);
}

/* The part of the first relationship of a type, or NULL. */
static const char *find_type(const struct relations *relations, const char *type)
{
    for (size_t i = 0; i < relations->count; i++) {
        if (walk_is_relationship(relations->all[i].type, type)) {
            return relations->all[i].part;
        }
    }
    return NULL;
}

static const struct relation *find_id(const struct relations *relations, const char *id)
{
    for (size_t i = 0; id != NULL && i < relations->count; i++) {
        if (text_equal(relations->all[i].id, id)) {
            return &relations->all[i];
        }
    }
    return NULL;
}

enum { AT_WORKBOOK = 1, AT_PROPERTIES, AT_SHEETS, AT_SHEET };
static const struct walk_step WORKBOOK_STEPS[] = {
    {WALK_OUTSIDE, "workbook", AT_WORKBOOK},
    {AT_WORKBOOK, "workbookPr", AT_PROPERTIES},
    {AT_WORKBOOK, "sheets", AT_SHEETS},
    {AT_SHEETS, "sheet", AT_SHEET},
};

/* The workbook's part while it is walked through. */
struct workbook_walk {
    struct xlsx_reading *reading;
    const struct relations *relations;
    struct xlsx_workbook *workbook;
    size_t sheets; // met so far, of any type
};

static enum table_state state_of(const char *word)
{
    return text_equal(word, "hidden")       ? TABLE_HIDDEN
           : text_equal(word, "veryHidden") ? TABLE_VERY_HIDDEN
                                            : TABLE_VISIBLE;
}

static bool add_sheet(struct workbook_walk *walk, const char **attributes)
{
    struct xlsx_reading *reading = walk->reading;
    struct xlsx_workbook *workbook = walk->workbook;
    const char *name = walk_attribute(attributes, "name");
    const struct relation *relation = find_id(walk->relations, walk_relationship_id(attributes));
    if (++walk->sheets > TABLE_SHEETS_MOST) {
        xlsx_fault(reading, DIAG_INPUT_LIMIT, xlsx_whole(reading),
                   "the workbook has more than %d sheets", TABLE_SHEETS_MOST);
        return false;
    }
    if (name == NULL || name[0] == '\0' || strlen(name) > TABLE_NAME_BYTES_MOST) {
        xlsx_fault(reading, DIAG_XLSX_BAD, xlsx_whole(reading),
                   "sheet %zu has no name, or one that is too long", walk->sheets);
        return false;
    }
    const char *shown = text_brief(reading->arena, arena_copy(reading->arena, name), 60);
    if (relation == NULL || relation->part == NULL) {
        xlsx_fault(reading, DIAG_XLSX_BAD, xlsx_whole(reading),
                   "nothing says in which part the sheet `%s` is", shown);
        return false;
    }
    if (!walk_is_relationship(relation->type, "worksheet")) {
        return true; // a sheet that is a chart holds no cells
    }
    workbook->sheets = arena_more(reading->scratch, workbook->sheets, workbook->count,
                                  &workbook->capacity, sizeof *workbook->sheets);
    workbook->sheets[workbook->count++] = (struct xlsx_sheet_part){
        .name = shown,
        .state = state_of(walk_attribute(attributes, "state")),
        .part = relation->part,
    };
    return true;
}

static bool enter_workbook(void *subject, int state, const char **attributes)
{
    struct workbook_walk *walk = subject;
    if (state == AT_PROPERTIES) {
        const char *word = walk_attribute(attributes, "date1904");
        walk->workbook->since_1904 = text_equal(word, "1") || text_equal(word, "true");
    }
    return state != AT_SHEET || add_sheet(walk, attributes);
}

static bool read_main_part(struct xlsx_reading *reading, const char *part,
                           const struct relations *relations, struct xlsx_workbook *workbook)
{
    struct workbook_walk subject = {
        .reading = reading, .relations = relations, .workbook = workbook};
    struct walk walk = {.spaces = &WALK_SPREADSHEET,
                        .steps = WORKBOOK_STEPS,
                        .step_count = COUNT_OF(WORKBOOK_STEPS),
                        .subject = &subject,
                        .enter = enter_workbook,
                        .leave = leave_nothing};
    if (!xlsx_read_part(reading, part, &walk)) {
        return false;
    }
    if (workbook->count == 0) {
        xlsx_fault(reading, DIAG_XLSX_BAD, xlsx_whole(reading), "the workbook has no sheet");
    }
    return workbook->count > 0;
}

bool xlsx_read_workbook(struct xlsx_reading *reading, struct xlsx_workbook *workbook)
{
    *workbook = (struct xlsx_workbook){.count = 0};
    struct relations of_package = {.reading = reading};
    struct relations of_workbook = {.reading = reading};
    if (!read_relations(&of_package, "")) {
        return false;
    }
    const char *part = find_type(&of_package, "officeDocument");
    if (part == NULL) {
        xlsx_fault(reading, DIAG_XLSX_BAD, xlsx_whole(reading),
                   "the file is a zip file, but not a workbook");
        return false;
    }
    if (!read_relations(&of_workbook, part)) {
        return false;
    }
    workbook->strings = find_type(&of_workbook, "sharedStrings");
    workbook->styles = find_type(&of_workbook, "styles");
    return read_main_part(reading, part, &of_workbook, workbook);
}
