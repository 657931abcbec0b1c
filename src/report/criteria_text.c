#include "report/criteria_text.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/number.h"
#include "base/sum.h"
#include "base/text.h"
#include "model/criteria.h"

static const struct date EPOCH = {.year = 1970, .month = 1, .day = 1};

enum { ID_COLUMNS = 10, TITLE_COLUMNS = 36 };

const double *criteria_shares(struct arena *arena, const struct criteria *criteria)
{
    double *shares = arena_alloc(arena, criteria->count, sizeof *shares);
    shares[0] = 1;
    for (size_t i = 0; i < criteria->count; i++) {
        const struct item *section = &criteria->items[i];
        struct sum weights = {0};
        for (size_t c = 0; c < section->child_count; c++) {
            sum_add(&weights, criteria->items[section->children[c]].weight);
        }
        for (size_t c = 0; c < section->child_count; c++) {
            size_t child = section->children[c];
            double total = sum_total(&weights);
            shares[child] = total > 0 ? shares[i] * criteria->items[child].weight / total : 0;
        }
    }
    return shares;
}

const char *criteria_answer_text(struct arena *arena, const struct item *item)
{
    const struct answer_type *type = &item->answer;
    switch (type->kind) {
    case ANSWER_LEVEL:
        return arena_format(arena, "a level of %s", type->scale->id);
    case ANSWER_YES_NO:
        return "yes or no";
    case ANSWER_PERCENT:
        return "a percentage";
    case ANSWER_TEXT:
        return "free text, scored by the panel";
    case ANSWER_PRICE:
        return "the price";
    case ANSWER_NUMBER:
        return type->unit == NULL ? "a number" : arena_format(arena, "a number in %s", type->unit);
    case ANSWER_MONEY:
        return type->unit == NULL ? "an amount"
                                  : arena_format(arena, "an amount in %s", type->unit);
    case ANSWER_DATE:
        return "a day";
    case ANSWER_CHOICE:
        return "one of several";
    case ANSWER_CHECKLIST:
        return "a checklist";
    case ANSWER_KIND_COUNT:
        break;
    }
    return "";
}

static const char *level_worth(struct arena *arena, const struct level *level)
{
    return arena_format(arena, "%s  %s%s%s", number_fixed(arena, level->worth, 2), level->label,
                        level->means == NULL ? "" : ": ", level->means == NULL ? "" : level->means);
}

static const char *point_worth(struct arena *arena, const struct answer_type *type,
                               const struct curve_point *point)
{
    const char *worth = number_fixed(arena, point->y, 2);
    if (type->kind == ANSWER_DATE) {
        return arena_format(arena, "%s  %s", worth,
                            date_text(arena, date_add_days(EPOCH, (int64_t)point->x)));
    }
    return arena_format(arena, "%s  %s %s", worth, number_text(arena, point->x),
                        type->unit == NULL ? "" : type->unit);
}

const char *const *criteria_answer_worths(struct arena *arena, const struct answer_type *type,
                                          size_t *count)
{
    bool has_levels = type->kind == ANSWER_LEVEL || type->kind == ANSWER_TEXT;
    size_t levels = has_levels ? type->scale->count : 0;
    const char **worths = arena_alloc(arena, levels + type->option_count + type->point_count,
                                      sizeof *worths);
    *count = 0;
    for (size_t i = 0; i < levels; i++) {
        worths[(*count)++] = level_worth(arena, &type->scale->levels[i]);
    }
    for (size_t i = 0; i < type->option_count; i++) {
        const struct option *option = &type->options[i];
        worths[(*count)++] = arena_format(arena, "%s  %s", number_fixed(arena, option->worth, 2),
                                          option->label);
    }
    for (size_t i = 0; i < type->point_count; i++) {
        worths[(*count)++] = point_worth(arena, type, &type->points[i]);
    }
    return worths;
}

/* A text in so many columns, padded or cut. */
static void add_column(struct text_builder *builder, const char *text, size_t columns)
{
    const char *brief = text_brief(builder->arena, text, columns);
    text_add(builder, brief);
    for (size_t used = text_columns(brief); used < columns; used++) {
        text_add(builder, " ");
    }
    text_add(builder, " ");
}

static void add_item(struct text_builder *builder, const struct item *item, double share)
{
    size_t indent = 2 * (item->depth - 1);
    for (size_t i = 0; i < indent; i++) {
        text_add(builder, " ");
    }
    size_t taken = indent < 8 ? indent : 8;
    add_column(builder, item->id, ID_COLUMNS);
    add_column(builder, item->title, TITLE_COLUMNS - taken);
    text_add_format(builder, "%6s", number_fixed(builder->arena, share * 100, 2));
    if (item_is_criterion(item)) {
        text_add_format(builder, " %s %s", item->has_gate ? "▲" : " ",
                        criteria_answer_text(builder->arena, item));
    }
    text_add(builder, "\n");
}

const char *criteria_tree_text(struct arena *arena, const struct criteria *criteria)
{
    const double *shares = criteria_shares(arena, criteria);
    struct text_builder builder;
    text_builder_init(&builder, arena);
    size_t leaves = 0;
    for (size_t i = 1; i < criteria->count; i++) {
        leaves += item_is_criterion(&criteria->items[i]);
    }
    text_add_format(&builder, "%s: %s%s%s, %zu criteria\n\n", criteria->id,
                    text_shown(arena, criteria->title), criteria->version == NULL ? "" : " ",
                    criteria->version == NULL ? "" : criteria->version, leaves);
    for (size_t i = 1; i < criteria->count; i++) {
        add_item(&builder, &criteria->items[i], shares[i]);
    }
    text_add(&builder, "\nshare of 100   ▲ mandatory\n");
    return builder.text;
}
