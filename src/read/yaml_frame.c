#include "read/yaml_frame.h"

#include "base/text.h"
#include "read/mark.h"
#include "read/reading.h"

#include <string.h>

/* Is this line `---` or `...`, alone or followed by a blank? */
static bool is_marker(const char *at, const char *end, const char *marker)
{
    return end - at >= 3 && memcmp(at, marker, 3) == 0 &&
           (end - at == 3 || mark_is_blank(at[3]) || mark_is_break(at[3]));
}

/* The line and column of a byte. */
static struct loc place_of_byte(const struct reading *reading, const char *at)
{
    size_t line = 1;
    const char *start = reading->text;
    for (const char *c = reading->text; c < at; c++) {
        if (*c == '\n' || (*c == '\r' && c[1] != '\n')) {
            line++;
            start = c + 1;
        }
    }
    return reading_place(reading, line, mark_distance(start, at) + 1, 1);
}

/*
 * Refuse directives before libyaml sees them: it takes quadratic time over %TAG.
 *
 * They can only stand before the first content.
 */
static bool check_directives(struct reading *reading)
{
    const char *end = reading->text + reading->size;
    const char *at = mark_skip_to_content(reading->text, end);
    while (is_marker(at, end, "...")) {
        at = mark_skip_to_content(mark_line_end(at, end), end);
    }
    if (at < end && *at == '%') {
        struct diag *diag = reading_fault(reading, DIAG_YAML_FEATURE, place_of_byte(reading, at),
                                          "directives are not read");
        diag_help(reading->diags, diag, "take the line that begins with `%%` out");
        return false;
    }
    return true;
}

/* What YAML does not count as printable, though it is no control character. */
static bool check_characters(struct reading *reading)
{
    static const struct {
        const char *bytes;
        const char *message;
    } ROWS[] = {
        {"\xEF\xBF\xBE", "U+FFFE is not a character"},
        {"\xEF\xBF\xBF", "U+FFFF is not a character"},
    };
    bool sound = true;
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        const char *found = strstr(reading->text, ROWS[i].bytes);
        if (found != NULL) {
            reading_fault(reading, DIAG_TEXT_CONTROL, place_of_byte(reading, found), "%s",
                          ROWS[i].message);
            sound = false;
        }
    }
    return sound;
}

bool check_yaml_start(struct reading *reading)
{
    bool sound = check_characters(reading);
    return check_directives(reading) && sound;
}

bool check_yaml_end(struct reading *reading, const char *at)
{
    const char *end = reading->text + reading->size;
    at = mark_skip_to_content(at, end);
    while (is_marker(at, end, "...")) {
        at = mark_skip_to_content(mark_line_end(at, end), end);
    }
    if (at >= end) {
        return true;
    }
    struct loc place = place_of_byte(reading, at);
    if (*at == '%' || is_marker(at, end, "---")) {
        reading_fault(reading, DIAG_YAML_FEATURE, place,
                      "a second document begins here; one file is one document");
    } else {
        struct diag *diag = reading_fault(reading, DIAG_YAML_SYNTAX, place,
                                          "this does not belong to what stands above");
        diag_help(reading->diags, diag, "check the indentation, and quotes and brackets");
    }
    return false;
}
