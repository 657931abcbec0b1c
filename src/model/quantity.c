#include "model/quantity.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "model/criteria.h"

#include <string.h>

static bool read_day(struct arena *arena, const char *text, struct quantity *quantity)
{
    struct date day;
    if (!date_read(text, &day)) {
        return false;
    }
    *quantity = (struct quantity){.kind = QUANTITY_DAY,
                                  .value = (double)date_number(day),
                                  .unit = "",
                                  .text = arena_copy(arena, text)};
    return true;
}

/* A unit does not go on with the number, as in `1 200 ms` or `1e3`. */
static bool is_unit(const char *rest)
{
    bool is_power = (rest[0] == 'e' || rest[0] == 'E') && strspn(rest + 1, "+-0123456789") > 0;
    return !is_power && strcspn(rest, "'.,;:0123456789") > 0;
}

bool quantity_read(struct arena *arena, const char *text, struct quantity *quantity)
{
    const char *trimmed = text_trimmed(arena, text);
    size_t digits = strspn(trimmed, "+-.,0123456789");
    const char *rest = text_trimmed(arena, trimmed + digits);
    double value;
    if (read_day(arena, trimmed, quantity)) {
        return true;
    }
    if (!number_read(arena_text(arena, trimmed, digits), &value) ||
        (rest[0] != '\0' && !is_unit(rest))) {
        return false;
    }
    *quantity = (struct quantity){
        .kind = rest[0] == '%' ? QUANTITY_PERCENT : QUANTITY_NUMBER,
        .value = value,
        .unit = arena_copy(arena, rest),
        .text = arena_copy(arena, trimmed),
    };
    return true;
}

bool quantities_compare(const struct quantity *a, const struct quantity *b)
{
    // A percentage says of what at will: `40 % of cases` and `22 %`.
    bool free_unit = a->kind == QUANTITY_PERCENT || a->unit[0] == '\0' || b->unit[0] == '\0';
    return a->kind == b->kind && (free_unit || text_equal_ignoring_case(a->unit, b->unit));
}

/* The criterion's unit or its first word, as `%` for "% of answers". */
static bool is_unit_of(struct arena *arena, const struct answer_type *type, const char *unit)
{
    return unit[0] == '\0' ||
           (type->unit != NULL && (text_equal_ignoring_case(unit, type->unit) ||
                                   text_starts(type->unit, arena_format(arena, "%s ", unit))));
}

bool quantity_place(struct arena *arena, const struct answer_type *type,
                    const struct quantity *quantity, double *place)
{
    double value = quantity->value;
    bool fits = false;
    switch (type->kind) {
    case ANSWER_PERCENT:
        fits = quantity->kind == QUANTITY_PERCENT;
        value /= 100;
        break;
    case ANSWER_NUMBER:
    case ANSWER_MONEY:
        fits = (quantity->kind == QUANTITY_NUMBER || quantity->kind == QUANTITY_PERCENT) &&
               is_unit_of(arena, type, quantity->unit);
        break;
    case ANSWER_DATE:
        fits = quantity->kind == QUANTITY_DAY;
        break;
    case ANSWER_LEVEL:
    case ANSWER_YES_NO:
    case ANSWER_TEXT:
    case ANSWER_PRICE:
    case ANSWER_CHOICE:
    case ANSWER_CHECKLIST:
    case ANSWER_KIND_COUNT:
        break;
    }
    if (fits) {
        *place = value;
    }
    return fits;
}
