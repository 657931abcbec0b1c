#include "base/loc.h"

#include "base/arena.h"

#include <stddef.h>
#include <string.h>

static int compare_texts(const char *a, const char *b)
{
    if (a == NULL || b == NULL) {
        return (a != NULL) - (b != NULL);
    }
    return strcmp(a, b);
}

static int compare_counts(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

int loc_compare(struct loc a, struct loc b)
{
    int order = compare_texts(a.source, b.source);
    if (order == 0) {
        order = compare_texts(a.sheet, b.sheet);
    }
    if (order == 0) {
        order = compare_counts(a.line, b.line);
    }
    if (order == 0) {
        order = compare_counts(a.column, b.column);
    }
    return order;
}

/* Letters of a spreadsheet column, 1 is A. */
static const char *column_letters(struct arena *arena, uint32_t column)
{
    char letters[8];
    size_t first = sizeof letters - 1;
    letters[first] = '\0';
    while (column > 0 && first > 0) {
        column--;
        letters[--first] = (char)('A' + column % 26);
        column /= 26;
    }
    return arena_copy(arena, letters + first);
}

const char *loc_text(struct arena *arena, struct loc at)
{
    if (at.source == NULL) {
        return "";
    }
    if (at.sheet != NULL) {
        return at.line == 0 ? arena_format(arena, "%s!%s", at.source, at.sheet)
                            : arena_format(arena, "%s!%s!%s%u", at.source, at.sheet,
                                           column_letters(arena, at.column), at.line);
    }
    if (at.line == 0) {
        return at.source;
    }
    return at.column == 0 ? arena_format(arena, "%s:%u", at.source, at.line)
                          : arena_format(arena, "%s:%u:%u", at.source, at.line, at.column);
}
