#include "read/xlsx_styles.h"

#include "base/arena.h"
#include "base/number.h"
#include "read/xlsx_walk.h"

#include <string.h>

enum { AT_STYLES = 1, AT_FORMATS, AT_FORMAT, AT_CELL_STYLES, AT_CELL_STYLE };
static const struct walk_step STEPS[] = {
    {WALK_OUTSIDE, "styleSheet", AT_STYLES}, {AT_STYLES, "numFmts", AT_FORMATS},
    {AT_FORMATS, "numFmt", AT_FORMAT},       {AT_STYLES, "cellXfs", AT_CELL_STYLES},
    {AT_CELL_STYLES, "xf", AT_CELL_STYLE},
};

/* A number format of the workbook's own. */
struct own_format {
    unsigned long id;
    enum table_look look;
};

struct styles_walk {
    struct xlsx_reading *reading;
    struct own_format *formats;
    size_t count, capacity;
};

/* Formats that are not written down. Source: ECMA-376 Part 1, 18.8.30, the languages of East Asia
 * included. */
static const struct {
    unsigned long first, last;
    enum table_look look;
} BUILT_IN[] = {
    {9, 10, TABLE_LOOK_PERCENT}, {14, 17, TABLE_LOOK_DATE}, {22, 22, TABLE_LOOK_DATE},
    {27, 31, TABLE_LOOK_DATE},   {36, 36, TABLE_LOOK_DATE}, {50, 54, TABLE_LOOK_DATE},
    {57, 58, TABLE_LOOK_DATE},
};

enum { ID_MOST = 1 << 30 };

/* From here behind what is quoted, in brackets, or escaped; NULL where nothing is. */
static const char *behind_literal(const char *at)
{
    if (*at == '"' || *at == '[') {
        const char *close = strchr(at + 1, *at == '"' ? '"' : ']');
        return close == NULL ? at + strlen(at) : close + 1;
    }
    if (*at == '\\' || *at == '_' || *at == '*') {
        return at[1] == '\0' ? at + 1 : at + 2;
    }
    return NULL;
}

enum table_look xlsx_format_look(const char *format)
{
    bool has_day = false;
    bool has_month = false;
    bool has_time = false;
    bool has_percent = false;
    if (strncmp(format, "General", 7) == 0) {
        return TABLE_LOOK_PLAIN;
    }
    for (const char *at = format; *at != '\0' && *at != ';';) {
        has_time = has_time || (*at == '[' && at[1] != '\0' && strchr("hHmMsS", at[1]) != NULL);
        const char *behind = behind_literal(at);
        if (behind != NULL) {
            at = behind;
            continue;
        }
        has_day = has_day || strchr("yYdD", *at) != NULL;
        has_month = has_month || *at == 'm' || *at == 'M';
        has_time = has_time || strchr("hHsS", *at) != NULL;
        has_percent = has_percent || *at == '%';
        at++;
    }
    if (has_day || (has_month && !has_time)) {
        return TABLE_LOOK_DATE;
    }
    return has_percent ? TABLE_LOOK_PERCENT : TABLE_LOOK_PLAIN;
}

static enum table_look look_of(const struct styles_walk *walk, unsigned long id)
{
    for (size_t i = walk->count; i-- > 0;) {
        if (walk->formats[i].id == id) {
            return walk->formats[i].look;
        }
    }
    for (size_t i = 0; i < COUNT_OF(BUILT_IN); i++) {
        if (id >= BUILT_IN[i].first && id <= BUILT_IN[i].last) {
            return BUILT_IN[i].look;
        }
    }
    return TABLE_LOOK_PLAIN;
}

/* Is there room for one more? */
static bool check_count(const struct styles_walk *walk, size_t count, size_t most)
{
    struct xlsx_reading *reading = walk->reading;
    if (count >= most) {
        xlsx_fault(reading, DIAG_INPUT_LIMIT, xlsx_whole(reading),
                   "the workbook has more than %zu styles or number formats", most);
        return false;
    }
    return true;
}

static bool enter(void *subject, int state, const char **attributes)
{
    struct styles_walk *walk = subject;
    struct xlsx_reading *reading = walk->reading;
    const char *word = walk_attribute(attributes, "numFmtId");
    const char *format = walk_attribute(attributes, "formatCode");
    unsigned long id = 0;
    bool has_id = word != NULL && number_read_count(word, ID_MOST, &id);
    if (state == AT_FORMAT && has_id && format != NULL) {
        if (!check_count(walk, walk->count, TABLE_FORMATS_MOST)) {
            return false;
        }
        walk->formats = arena_more(reading->scratch, walk->formats, walk->count, &walk->capacity,
                                   sizeof *walk->formats);
        walk->formats[walk->count++] = (struct own_format){id, xlsx_format_look(format)};
    }
    if (state == AT_CELL_STYLE) {
        if (!check_count(walk, reading->look_count, TABLE_STYLES_MOST)) {
            return false;
        }
        reading->looks = arena_more(reading->scratch, reading->looks, reading->look_count,
                                    &reading->look_capacity, sizeof *reading->looks);
        reading->looks[reading->look_count++] = look_of(walk, id);
    }
    return true;
}

static bool leave(void *subject, int state)
{
    (void)subject, (void)state;
    return true;
}

bool xlsx_read_styles(struct xlsx_reading *reading, const char *part)
{
    struct styles_walk subject = {.reading = reading};
    struct walk walk = {.spaces = &WALK_SPREADSHEET,
                        .steps = STEPS,
                        .step_count = COUNT_OF(STEPS),
                        .subject = &subject,
                        .enter = enter,
                        .leave = leave};
    return xlsx_read_part(reading, part, &walk);
}
