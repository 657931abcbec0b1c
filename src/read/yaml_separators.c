#include "read/yaml_separators.h"

#include "base/text.h"
#include "read/reading.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char SEPARATORS[2][SEPARATOR_BYTES + 1] = {"\xE2\x80\xA8", "\xE2\x80\xA9"};

enum {
    FIRST_HIDING = 0xF5A0, // private use, as far as we know nobody's
    HIDINGS = 32,          // tried at most, so that a hostile text costs little
    DIGITS = 4,
};

/* Does the text hold the four hexadecimal digits, as an escape of the character would? */
static bool has_digits(const char *text, uint32_t code_point)
{
    char digits[DIGITS + 1];
    snprintf(digits, sizeof digits, "%04" PRIx32, code_point);
    for (const char *at = strpbrk(text, "fF"); at != NULL; at = strpbrk(at + 1, "fF")) {
        char found[DIGITS + 1] = {0};
        memcpy(found, at, strnlen(at, DIGITS));
        if (text_equal_ignoring_case(found, digits)) {
            return true;
        }
    }
    return false;
}

/* A character that the text holds neither as itself nor as an escape. */
static bool find_hiding(const char *text, uint32_t *next, char hidden[SEPARATOR_BYTES + 1])
{
    while (*next < FIRST_HIDING + HIDINGS) {
        uint32_t code_point = (*next)++;
        hidden[0] = (char)(0xE0 | code_point >> 12);
        hidden[1] = (char)(0x80 | (code_point >> 6 & 0x3F));
        hidden[2] = (char)(0x80 | (code_point & 0x3F));
        hidden[3] = '\0';
        if (strstr(text, hidden) == NULL && !has_digits(text, code_point)) {
            return true;
        }
    }
    return false;
}

static void replace(char *text, const char *from, const char *to)
{
    for (char *at = text; *at != '\0'; at++) {
        if (at[0] == from[0] && at[1] == from[1] && at[2] == from[2]) {
            memcpy(at, to, SEPARATOR_BYTES);
        }
    }
}

bool hide_yaml_separators(struct reading *reading, char *text, struct yaml_separators *separators)
{
    *separators = (struct yaml_separators){.any = false};
    uint32_t next = FIRST_HIDING;
    for (size_t i = 0; i < COUNT_OF(SEPARATORS); i++) {
        separators->any = separators->any || strstr(text, SEPARATORS[i]) != NULL;
    }
    for (size_t i = 0; separators->any && i < COUNT_OF(SEPARATORS); i++) {
        if (!find_hiding(text, &next, separators->hidden[i])) {
            reading_fault(reading, DIAG_YAML_SYNTAX, (struct loc){.source = reading->source},
                          "U+2028 or U+2029 stands among too many private characters");
            return false;
        }
    }
    for (size_t i = 0; separators->any && i < COUNT_OF(SEPARATORS); i++) {
        replace(text, SEPARATORS[i], separators->hidden[i]);
    }
    return true;
}

void show_yaml_separators(const struct yaml_separators *separators, char *text)
{
    for (size_t i = 0; separators->any && i < COUNT_OF(SEPARATORS); i++) {
        replace(text, separators->hidden[i], SEPARATORS[i]);
    }
}
