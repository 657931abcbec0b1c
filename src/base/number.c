#include "base/number.h"

#include "base/arena.h"
#include "base/decimal.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *after_digits(const char *text)
{
    while (*text >= '0' && *text <= '9') {
        text++;
    }
    return text;
}

/* The end of a number at the start of the text, or NULL where there is none. */
static const char *after_number(const char *text)
{
    if (*text == '-' || *text == '+') {
        text++;
    }
    const char *end = after_digits(text);
    if (end == text) {
        return NULL;
    }
    if (*end == '.') {
        const char *fraction = end + 1;
        end = after_digits(fraction);
        if (end == fraction) {
            return NULL;
        }
    }
    if (*end == 'e' || *end == 'E') {
        const char *exponent = end + 1;
        if (*exponent == '-' || *exponent == '+') {
            exponent++;
        }
        end = after_digits(exponent);
        if (end == exponent) {
            return NULL;
        }
    }
    return end;
}

bool number_read(const char *text, double *value)
{
    const char *end = after_number(text);
    if (end == NULL || *end != '\0') {
        return false;
    }
    double number = strtod(text, NULL); // the program never sets a locale, so the point is '.'
    if (!isfinite(number)) {
        return false;
    }
    *value = number + 0.0; // -0 reads as 0
    return true;
}

bool number_read_count(const char *text, unsigned long most, unsigned long *value)
{
    const char *end = after_digits(text);
    if (end == text || *end != '\0' || end - text > 18) {
        return false;
    }
    unsigned long number = strtoul(text, NULL, 10);
    if (number > most) {
        return false;
    }
    *value = number;
    return true;
}

bool number_read_percent(const char *text, double *share)
{
    size_t length = strlen(text);
    if (length < 2 || length > 60 || text[length - 1] != '%') {
        return false;
    }
    length--;
    while (length > 0 && text[length - 1] == ' ') {
        length--;
    }
    char digits[64];
    memcpy(digits, text, length);
    digits[length] = '\0';
    double percent = 0;
    if (!number_read(digits, &percent)) {
        return false;
    }
    *share = percent / 100.0;
    return true;
}

const char *number_text(struct arena *arena, double value)
{
    assert(isfinite(value));
    value += 0.0;
    char text[40];
    if (fabs(value) < 1e15 && !(fabs(value) > floor(fabs(value)))) {
        return arena_format(arena, "%.0f", value); // %g would write 100 as 1e+02
    }
    for (int digits = 1; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, value);
        double back = strtod(text, NULL);
        if (!(back < value) && !(back > value)) {
            break;
        }
    }
    return arena_copy(arena, text);
}

const char *number_percent_text(struct arena *arena, double share)
{
    // Hundredfold, 0.0725 is 7.249999999999999: nobody wrote that.
    return number_text(arena, decimal_round(share * 100, DECIMAL_GUARD));
}

const char *number_fixed(struct arena *arena, double value, int decimals)
{
    assert(isfinite(value));
    // Beyond the reach of integers a double has no decimals that matter.
    double rounded = fabs(value) < 9e6 ? decimal_round(value, decimals) : value;
    const char *text = arena_format(arena, "%.*f", decimals, rounded + 0.0);
    bool is_zero = text[0] == '-' && text[strspn(text, "-0.")] == '\0';
    return is_zero ? text + 1 : text;
}

const char *number_grouped(struct arena *arena, double value, int decimals)
{
    const char *plain = number_fixed(arena, value, decimals);
    size_t length = strlen(plain);
    char *grouped = arena_alloc(arena, length * 2 + 1, 1);
    const char *point = strchr(plain, '.');
    size_t whole = point == NULL ? length : (size_t)(point - plain);
    size_t at = 0;
    for (size_t i = 0; i < length; i++) {
        bool digit_before = i > 0 && plain[i - 1] != '-';
        if (i < whole && digit_before && (whole - i) % 3 == 0) {
            grouped[at++] = ',';
        }
        grouped[at++] = plain[i];
    }
    return grouped;
}

bool number_same(double a, double b)
{
    return !(a < b) && !(b < a);
}
