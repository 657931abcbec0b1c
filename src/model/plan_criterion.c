#include "model/plan_criterion.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

const char *plan_line(struct arena *arena, const char *text)
{
    char *line = arena_copy(arena, text);
    char *end = line;
    for (const char *at = text; *at != '\0'; at++) {
        bool blank = strchr(" \t\r\n", *at) != NULL;
        if (!blank) {
            *end++ = *at;
        } else if (end > line && end[-1] != ' ') {
            *end++ = ' ';
        }
    }
    end -= end > line && end[-1] == ' ' ? 1 : 0;
    *end = '\0';
    return line;
}

static int compare_texts(const void *a, const void *b)
{
    const char *const *first = a;
    const char *const *second = b;
    return strcmp(*first, *second);
}

const char *plan_joined(struct arena *arena, const char *const *texts, size_t count)
{
    if (count == 0) {
        return NULL;
    }
    const char **sorted = arena_alloc(arena, count, sizeof *sorted);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = plan_line(arena, texts[i]);
    }
    qsort(sorted, count, sizeof *sorted, compare_texts);
    struct text_builder text;
    text_builder_init(&text, arena);
    for (size_t i = 0; i < count; i++) {
        text_add_format(&text, "%s%s", i == 0 ? "" : ", ", sorted[i]);
    }
    return text.text;
}

/* The lines of one criterion while they are made. */
struct lines {
    struct arena *arena;
    struct text_builder text;
};

/* What is not said has no line. */
static void add_line(struct lines *lines, const char *name, const char *value)
{
    if (value != NULL) {
        text_add_format(&lines->text, "%s: %s\n", name, plan_line(lines->arena, value));
    }
}

static void add_scale(struct lines *lines, const struct scale *scale)
{
    for (size_t i = 0; i < scale->count; i++) {
        const struct level *level = &scale->levels[i];
        text_add_format(
            &lines->text, "level: %s, worth %s%s%s%s%s\n", plan_line(lines->arena, level->label),
            number_text(lines->arena, level->worth), level->has_number ? ", number " : "",
            level->has_number ? number_text(lines->arena, level->number) : "",
            level->means == NULL ? "" : ", ",
            level->means == NULL ? "" : plan_line(lines->arena, level->means));
    }
}

/* Choices and items of a checklist count by what they are worth, not by their order. */
static void add_options(struct lines *lines, const struct answer_type *type)
{
    const char **options = arena_alloc(lines->arena, type->option_count, sizeof *options);
    for (size_t i = 0; i < type->option_count; i++) {
        const struct option *option = &type->options[i];
        options[i] = arena_format(
            lines->arena, "option: %s, %s, worth %s\n", plan_line(lines->arena, option->key),
            plan_line(lines->arena, option->label), number_text(lines->arena, option->worth));
    }
    if (type->option_count > 0) {
        qsort(options, type->option_count, sizeof *options, compare_texts);
    }
    for (size_t i = 0; i < type->option_count; i++) {
        text_add(&lines->text, options[i]);
    }
}

static void add_answer(struct lines *lines, const struct answer_type *type)
{
    static const char *const KINDS[] = {
        [ANSWER_LEVEL] = "level",         [ANSWER_YES_NO] = "yes_no", [ANSWER_PERCENT] = "percent",
        [ANSWER_TEXT] = "text",           [ANSWER_PRICE] = "price",   [ANSWER_NUMBER] = "number",
        [ANSWER_MONEY] = "money",         [ANSWER_DATE] = "date",     [ANSWER_CHOICE] = "choice",
        [ANSWER_CHECKLIST] = "checklist",
    };
    _Static_assert(COUNT_OF(KINDS) == ANSWER_KIND_COUNT, "a word for each kind of answer");
    add_line(lines, "answer", KINDS[type->kind]);
    if (type->kind != ANSWER_PRICE) { // its currency is the evaluation's, and a line of its own
        add_line(lines, "unit", type->unit);
    }
    if (type->scale != NULL) {
        add_scale(lines, type->scale);
    }
    add_options(lines, type);
    for (size_t i = 0; i < type->point_count; i++) {
        text_add_format(&lines->text, "point: %s, %s\n",
                        number_text(lines->arena, type->points[i].x),
                        number_text(lines->arena, type->points[i].y));
    }
}

static const char *kinds_text(struct arena *arena, const struct criteria *criteria,
                              const struct item *item)
{
    const char **ids = arena_alloc(arena, item->kind_count, sizeof *ids);
    for (size_t i = 0; i < item->kind_count; i++) {
        ids[i] = criteria->kinds[item->kinds[i]].id;
    }
    return plan_joined(arena, ids, item->kind_count);
}

static const char *whens_text(struct arena *arena, const struct criteria *criteria,
                              const struct item *item)
{
    const char **whens = arena_alloc(arena, item->when_count, sizeof *whens);
    for (size_t i = 0; i < item->when_count; i++) {
        const struct when *when = &item->whens[i];
        whens[i] = arena_format(arena, "%s is %s", criteria->items[when->item].id,
                                plan_joined(arena, when->words, when->word_count));
    }
    return plan_joined(arena, whens, item->when_count);
}

static void add_condition(struct lines *lines, const struct contract_condition *condition)
{
    add_line(lines, "condition", condition->text);
    if (condition->text != NULL) {
        add_line(lines, "condition owner", condition->owner);
        add_line(lines, "condition must", condition->must ? "yes" : "no");
    }
}

const char *plan_criterion_text(struct arena *arena, const struct criteria *criteria, size_t index)
{
    const struct item *item = &criteria->items[index];
    struct lines lines = {.arena = arena};
    text_builder_init(&lines.text, arena);
    add_line(&lines, "id", item->id);
    add_line(&lines, "section", criteria->items[item->parent].id);
    add_line(&lines, "title", item->title);
    add_line(&lines, "ask", item->ask);
    add_answer(&lines, &item->answer);
    add_line(&lines, "evidence", kinds_text(arena, criteria, item));
    add_condition(&lines, &item->condition);
    add_line(&lines, "when", whens_text(arena, criteria, item));
    add_line(&lines, "otherwise", item->otherwise_leave ? "leave" : "0");
    add_line(&lines, "not applicable",
             item->not_applicable == NOT_APPLICABLE_NEVER ? "never" : "ask");
    add_line(&lines, "inheritable", item->inheritable ? "yes" : "no");
    add_line(&lines, "audience", plan_joined(arena, item->audience, item->audience_count));
    return lines.text.text;
}

/* The answers that a test names: levels by their label, numbers by what they are. */
static const char *words_of(struct arena *arena, const struct item *item)
{
    const struct gate *gate = &item->gate;
    const struct answer_type *type = &item->answer;
    if (gate->test == GATE_ONE_OF || gate->test == GATE_IS) {
        return plan_joined(arena, gate->words, gate->word_count);
    }
    switch (type->kind) {
    case ANSWER_LEVEL:
    case ANSWER_TEXT:
        return plan_line(arena, type->scale->levels[(size_t)gate->bound].label);
    case ANSWER_PERCENT:
    case ANSWER_PRICE:
    case ANSWER_NUMBER:
    case ANSWER_MONEY:
        return number_text(arena, gate->bound);
    case ANSWER_YES_NO:
    case ANSWER_DATE:
    case ANSWER_CHOICE:
    case ANSWER_CHECKLIST:
    case ANSWER_KIND_COUNT:
        break;
    }
    return plan_joined(arena, gate->words, gate->word_count);
}

const char *plan_gate_text(struct arena *arena, const struct item *item)
{
    static const char *const TESTS[] = {
        [GATE_AT_LEAST] = "at least",     [GATE_AT_MOST] = "at most", [GATE_IS] = "is",
        [GATE_ONE_OF] = "one of",         [GATE_BY] = "by",           [GATE_MINIMUM] = "minimum",
        [GATE_PROOF_ONLY] = "any answer",
    };
    const struct gate *gate = &item->gate;
    struct text_builder text;
    text_builder_init(&text, arena);
    text_add(&text, TESTS[gate->test]);
    if (gate->word_count > 0) {
        text_add_format(&text, " %s", words_of(arena, item));
    }
    if (gate->has_proof) {
        text_add_format(&text, "; proof %s%s", grade_word(gate->proof),
                        gate->unproven_fails ? ", else not met" : "");
    }
    const char *waivers = plan_joined(arena, gate->waivable_by, gate->waivable_count);
    if (waivers != NULL) {
        text_add_format(&text, "; may be waived by %s", waivers);
    }
    if (gate->prove_owner != NULL) {
        text_add_format(&text, "; %s has it proved", plan_line(arena, gate->prove_owner));
    }
    if (date_is_given(gate->prove_on)) {
        text_add_format(&text, " by %s", date_iso(arena, gate->prove_on));
    }
    return text.text;
}
