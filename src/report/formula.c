#include "report/formula.h"

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static const char *const REFUSED_WORDS[] = {
    "TRUE",        "FALSE",  "TEXT",     "TODAY", "NOW",  "RAND",
    "RANDBETWEEN", "OFFSET", "INDIRECT", "CELL",  "INFO",
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_word_character(char c)
{
    return is_letter(c) || is_digit(c) || c == '$' || c == '_' || c == '.' ||
           ((unsigned char)c & 0x80) != 0;
}

static bool is_quote(char c)
{
    return c == '"' || c == '\'';
}

/* Of a string or quoted sheet name; 0 where it is not closed. A doubled quote is two strings side
 * by side here, which ends at the same place. */
static size_t quoted_length(const char *text)
{
    const char *close = strchr(text + 1, *text);
    return close == NULL ? 0 : (size_t)(close + 1 - text);
}

/* Of the string, word or sign at `text`; 0 for a string that is not closed. */
static size_t part_length(const char *text)
{
    if (is_quote(*text)) {
        return quoted_length(text);
    }
    size_t length = 0;
    while (is_word_character(text[length])) {
        length++;
    }
    return length > 0 ? length : 1;
}

static bool holds_any(const char *word, size_t length, bool (*is_such)(char c))
{
    for (size_t i = 0; i < length; i++) {
        if (is_such(word[i])) {
            return true;
        }
    }
    return false;
}

/* `1E9`: digits, then E; the cell E9 begins with its letter. */
static bool is_e_notation(const char *word, size_t length)
{
    size_t digits = 0;
    while (digits < length && (is_digit(word[digits]) || word[digits] == '.')) {
        digits++;
    }
    return digits > 0 && digits < length && (word[digits] == 'E' || word[digits] == 'e');
}

/* What is wrong with the word that begins at `word`; before it stands `before`. */
static const char *word_fault(const char *word, size_t length, char before)
{
    char after = word[length];
    if (is_e_notation(word, length)) {
        return "it holds a number in E-notation";
    }
    bool is_range_end = before == ':' || after == ':';
    if (is_range_end && !holds_any(word, length, is_digit)) {
        return "it names a whole column";
    }
    if (is_range_end && !holds_any(word, length, is_letter)) {
        return "it names a whole row";
    }
    for (size_t i = 0; i < COUNT_OF(REFUSED_WORDS) && after != '!'; i++) {
        if (strlen(REFUSED_WORDS[i]) == length && strncmp(REFUSED_WORDS[i], word, length) == 0) {
            return "it uses a word that is not shared or not stable";
        }
    }
    return NULL;
}

static const char *sign_fault(const char *sign)
{
    switch (*sign) {
    case ' ':
    case '\t':
    case '\n':
        return "it holds a blank";
    case '{':
    case '}':
        return "it holds an array";
    case '-':
        return sign[1] == '-' ? "it holds --" : NULL;
    default:
        return NULL;
    }
}

static const char *part_fault(const char *part, size_t length)
{
    if (is_quote(*part)) {
        return length == 0 ? "a quote is not closed" : NULL;
    }
    return is_word_character(*part) ? word_fault(part, length, part[-1]) : sign_fault(part);
}

const char *formula_fault(const char *formula)
{
    if (formula[0] != '=' || formula[1] == '\0') {
        return "it does not begin with =";
    }
    if (text_length(formula) > FORMULA_LENGTH_MOST) {
        return "it is longer than 250 characters";
    }
    int open = 0;
    size_t length;
    for (const char *at = formula + 1; *at != '\0'; at += length) {
        length = part_length(at);
        const char *fault = part_fault(at, length);
        if (fault != NULL) {
            return fault;
        }
        open += *at == '(' ? 1 : 0;
        open -= *at == ')' ? 1 : 0;
        if (open < 0) {
            return "a bracket is not opened";
        }
    }
    return open == 0 ? NULL : "a bracket is not closed";
}
