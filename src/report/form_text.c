#include "report/form_text.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/criteria.h"
#include "report/wrap.h"

enum { WIDTH = 100 };

static void add_comment(struct text_builder *text, const char *words)
{
    if (words != NULL) {
        wrap_text(text, WIDTH, "  # ", "  # ", words);
    }
}

static void add_levels(struct text_builder *text, const struct scale *scale)
{
    add_comment(text, "One of:");
    for (size_t i = 0; i < scale->count; i++) {
        const struct level *level = &scale->levels[i];
        const char *means = level->means == NULL ? ""
                                                 : arena_format(text->arena, " (%s)", level->means);
        wrap_text(text, WIDTH, "  #   - ", "  #     ",
                  arena_format(text->arena, "%s%s", level->label, means));
    }
}

static void add_options(struct text_builder *text, const struct answer_type *type)
{
    add_comment(text,
                type->kind == ANSWER_CHECKLIST ? "All that hold, as a list [A, B]:" : "One of:");
    for (size_t i = 0; i < type->option_count; i++) {
        wrap_text(text, WIDTH, "  #   - ", "  #     ", type->options[i].label);
    }
}

static void add_expected(struct text_builder *text, const struct answer_type *type)
{
    if (type->kind == ANSWER_LEVEL) {
        add_levels(text, type->scale);
    } else if (type->option_count > 0) {
        add_options(text, type);
    } else {
        add_comment(
            text, arena_format(text->arena, "Answer: %s", answer_type_expects(text->arena, type)));
    }
}

static void add_item(struct text_builder *text, const struct item *item)
{
    struct arena *arena = text->arena;
    if (!item_is_criterion(item)) {
        text_add(text, "\n");
        add_comment(text, arena_format(arena, "%s %s: %s", item->depth == 1 ? "==" : "--", item->id,
                                       item->title));
        return;
    }
    text_add(text, "\n");
    add_comment(text, arena_format(arena, "%s %s%s", item->id, item->title,
                                   item->has_gate ? " (mandatory)" : ""));
    add_comment(text, item->ask);
    add_expected(text, &item->answer);
    text_add_format(text, "  %s:\n", item->id);
}

const char *form_text(struct arena *arena, const struct criteria *criteria)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    for (size_t i = 1; i < criteria->count; i++) {
        add_item(&text, &criteria->items[i]);
    }
    return text.text;
}
