#include "report/form_text.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/criteria.h"
#include "report/wrap.h"

enum { WIDTH = 100 };

static const char HEAD[] =
    "# Answers of one vendor. An answer is a value, or a map with one of `answer`, "
    "`not_applicable`\n"
    "# (with the reason) and `declined` (with the reason), and beside it `note` and `evidence`:\n"
    "#\n"
    "#   GOV-01:\n"
    "#     answer: In place\n"
    "#     note: \"Since 2024, for all customers\"\n"
    "#     evidence: {report: \"section 4.2, p. 18\"}\n"
    "vendor:\n"
    "  id: vendor\n"
    "  name: Name of the company\n"
    "  product: Name and version of the product\n"
    "  # submitted: 2026-10-01\n"
    "  # subprocessors: [Cloud Host Ltd]\n";

static const char TAIL[] =
    "\n"
    "# What shows that the answers are true; `vouch criteria evidence` lists the kinds.\n"
    "# evidence:\n"
    "#   report:\n"
    "#     kind: soc2-type2\n"
    "#     title: SOC 2 Type II report\n"
    "#     issuer: Who wrote it\n"
    "#     entity: About which company\n"
    "#     covers: Which product and region\n"
    "#     issued: 2026-02-01\n"
    "#     period: [2025-01-01, 2025-12-31]\n"
    "#     file: report.pdf\n"
    "#\n"
    "# What is claimed beyond the answers, with the criteria that it bears on.\n"
    "# claims:\n"
    "#   - {id: C1, class: outcome, says: \"Cuts handling time by 40 %\", figure: 40%, evidence: "
    "[report]}\n";

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
        add_comment(text, arena_format(arena, "%s %s: %s", item->depth == 1 ? "==" : "--", item->id,
                                       item->title));
        text_add(text, "\n");
        return;
    }
    add_comment(text, arena_format(arena, "%s %s%s", item->id, item->title,
                                   item->has_gate ? " (mandatory)" : ""));
    add_comment(text, item->ask);
    add_expected(text, &item->answer);
    text_add_format(text, "  %s:\n\n", item->id);
}

const char *form_text(struct arena *arena, const struct criteria *criteria)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    text_add(&text, HEAD);
    text_add(&text, "\nanswers:\n\n");
    for (size_t i = 1; i < criteria->count; i++) {
        add_item(&text, &criteria->items[i]);
    }
    // The last blank line is the tail's.
    text.text[--text.length] = '\0';
    text_add(&text, TAIL);
    return text.text;
}
