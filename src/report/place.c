#include "report/place.h"

#include "base/arena.h"
#include "base/text.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

enum { ADDRESS_SIZE = 20, LETTERS_MOST = 4, DIGITS_MOST = 10 };

const char *home_name(enum home home)
{
    static const char *const names[] = {
        [HOME_SUMMARY] = "Summary", [HOME_COMPARISON] = "Comparison", [HOME_WEIGHTS] = "Weights"};
    _Static_assert(COUNT_OF(names) == HOME_COUNT, "a name for each");
    return names[home];
}

static char *write_column(char *text, uint32_t column)
{
    char letters[LETTERS_MOST];
    size_t length = 0;
    for (uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        assert(length < sizeof letters);
        letters[length++] = (char)('A' + (int)((rest - 1) % 26));
    }
    while (length > 0) {
        *text++ = letters[--length];
    }
    return text;
}

static char *write_row(char *text, uint32_t row)
{
    char digits[DIGITS_MOST];
    size_t length = 0;
    for (uint32_t rest = row + 1; rest > 0; rest /= 10) {
        digits[length++] = (char)('0' + (int)(rest % 10));
    }
    while (length > 0) {
        *text++ = digits[--length];
    }
    return text;
}

static void write_address(char text[static ADDRESS_SIZE], struct place place, enum hold hold)
{
    if ((hold & HOLD_COLUMN) != 0) {
        *text++ = '$';
    }
    text = write_column(text, place.column);
    if ((hold & HOLD_ROW) != 0) {
        *text++ = '$';
    }
    text = write_row(text, place.row);
    *text = '\0';
}

const char *place_text(struct arena *arena, struct place place, enum hold hold, enum home from)
{
    char address[ADDRESS_SIZE];
    write_address(address, place, hold);
    return place.home == from ? arena_copy(arena, address)
                              : arena_format(arena, "%s!%s", home_name(place.home), address);
}

const char *place_range_text(struct arena *arena, const struct place_range *range, enum home from)
{
    char last[ADDRESS_SIZE];
    assert(range->first.home == range->last.home);
    write_address(last, range->last, range->hold_last);
    const char *first = place_text(arena, range->first, range->hold_first, from);
    return arena_format(arena, "%s:%s", first, last);
}

bool place_is_like_cell(const char *name)
{
    size_t letters = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    size_t digits = strspn(name + letters, "0123456789");
    return letters > 0 && digits > 0 && name[letters + digits] == '\0';
}
