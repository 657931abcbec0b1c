#include "report/coverage_text.h"

#include "base/arena.h"
#include "base/text.h"
#include "report/csv_out.h"
#include "report/wrap.h"

enum { WIDTH = 80, ID_COLUMNS = 13 };

static const struct {
    const char *sign, *word;
} STATES[] = {
    [COVERAGE_ASKED] = {"✓", "asked"},
    [COVERAGE_ELSEWHERE] = {"→", "asked elsewhere"},
    [COVERAGE_NOT_ASKED] = {"–", "not asked"},
    [COVERAGE_OPEN] = {"✗", "open"},
};

const char *coverage_sign(enum coverage_state state)
{
    return STATES[state].sign;
}

const char *coverage_word(enum coverage_state state)
{
    return STATES[state].word;
}

static const char *joined(struct arena *arena, const struct coverage_row *row)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    for (size_t i = 0; i < row->id_count; i++) {
        text_add_format(&text, "%s%s", i == 0 ? "" : " ", row->ids[i]);
    }
    return text.text;
}

const char *coverage_said(struct arena *arena, const struct coverage_row *row)
{
    switch (row->state) {
    case COVERAGE_ASKED:
        return joined(arena, row);
    case COVERAGE_ELSEWHERE:
        return arena_format(arena, "not here, but by %s", joined(arena, row));
    case COVERAGE_NOT_ASKED:
        return row->item->not_asked;
    case COVERAGE_OPEN:
        break;
    }
    return "nothing asks for it";
}

const char *framework_status_text(struct arena *arena, const struct framework *framework)
{
    const char *word = framework_status_word(framework->status);
    return date_is_given(framework->as_of)
               ? arena_format(arena, "%s as at %s", word, date_text(arena, framework->as_of))
               : word;
}

const char *framework_item_status(struct arena *arena, const struct framework *framework,
                                  const struct framework_item *item)
{
    const char *word = framework_status_word(item->status);
    if (date_is_given(item->applies)) {
        return arena_format(arena, "%s, from %s", word, date_text(arena, item->applies));
    }
    return item->status == framework->status ? NULL : word;
}

/* "70 of 72 asked, 1 elsewhere, 1 left out with a reason". */
static const char *count_text(struct arena *arena, const struct framework_coverage *coverage)
{
    size_t left_out = coverage->leaves - coverage->asked - coverage->elsewhere - coverage->open;
    struct text_builder text;
    text_builder_init(&text, arena);
    text_add_format(&text, "%zu of %zu asked", coverage->asked, coverage->leaves);
    if (coverage->elsewhere > 0) {
        text_add_format(&text, ", %zu elsewhere", coverage->elsewhere);
    }
    if (left_out > 0) {
        text_add_format(&text, ", %zu left out with a reason", left_out);
    }
    if (coverage->open > 0) {
        text_add_format(&text, ", %zu open", coverage->open);
    }
    return text.text;
}

static void add_row(struct text_builder *text, const struct framework *framework,
                    const struct coverage_row *row)
{
    struct arena *arena = text->arena;
    const struct framework_item *item = row->item;
    const char *status = framework_item_status(arena, framework, item);
    bool is_heading = coverage_is_heading(row);
    const char *sign = is_heading ? " " : coverage_sign(row->state);
    const char *said = is_heading ? "" : arena_format(arena, ": %s", coverage_said(arena, row));
    int pad = ID_COLUMNS - (int)text_columns(item->id);
    const char *first = arena_format(arena, "  %s %s%*s ", sign, item->id, pad > 0 ? pad : 0, "");
    const char *start = arena_format(arena, "    %*s ", ID_COLUMNS, "");
    const char *between = status == NULL ? "" : arena_format(arena, " (%s)", status);
    wrap_text(text, WIDTH, first, start, arena_format(arena, "%s%s%s", item->topic, between, said));
}

static void add_framework(struct text_builder *text, const struct framework_coverage *coverage)
{
    struct arena *arena = text->arena;
    const struct framework *framework = coverage->framework;
    const char *edition = framework->edition == NULL
                              ? ""
                              : arena_format(arena, ", %s", framework->edition);
    wrap_text(text, WIDTH, arena_format(arena, "%s  ", framework->id), "  ",
              arena_format(arena, "%s%s", framework->title, edition));
    wrap_text(text, WIDTH, "  ", "  ",
              arena_format(arena, "%s; %s", framework_status_text(arena, framework),
                           count_text(arena, coverage)));
    for (size_t i = 0; i < coverage->count; i++) {
        add_row(text, framework, &coverage->rows[i]);
    }
    text_add(text, "\n");
}

const char *coverage_text(struct arena *arena, const struct coverage *coverage)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    size_t leaves = 0;
    size_t asked = 0;
    for (size_t i = 0; i < coverage->count; i++) {
        add_framework(&text, &coverage->frameworks[i]);
        leaves += coverage->frameworks[i].leaves;
        asked += coverage->frameworks[i].asked;
    }
    text_add_format(&text, "%zu frameworks, %zu of %zu items asked for\n", coverage->count, asked,
                    leaves);
    text_add(&text, "✓ asked   → by other built-in criteria   – left out, why   ✗ nothing asks\n");
    return text.text;
}

static const char *said_or(const char *text)
{
    return text == NULL ? "" : text;
}

static void add_fields(struct text_builder *csv, const struct framework *framework,
                       const struct coverage_row *row)
{
    struct arena *arena = csv->arena;
    bool has_ids = row->state == COVERAGE_ASKED || row->state == COVERAGE_ELSEWHERE;
    const char *status = framework_item_status(arena, framework, row->item);
    const char *fields[] = {
        framework->id,
        said_or(framework->edition),
        status == NULL ? framework_status_text(arena, framework) : status,
        row->item->id,
        row->item->topic,
        coverage_word(row->state),
        has_ids ? joined(arena, row) : "",
        row->state == COVERAGE_NOT_ASKED ? row->item->not_asked : "",
    };
    csv_row(csv, fields, COUNT_OF(fields));
}

const char *coverage_csv(struct arena *arena, const struct coverage *coverage)
{
    static const char *const HEADS[] = {"framework", "edition", "status",   "item",
                                        "topic",     "state",   "criteria", "reason"};
    struct text_builder csv;
    text_builder_init(&csv, arena);
    csv_row(&csv, HEADS, COUNT_OF(HEADS));
    for (size_t f = 0; f < coverage->count; f++) {
        const struct framework_coverage *framework = &coverage->frameworks[f];
        for (size_t i = 0; i < framework->count; i++) {
            if (!coverage_is_heading(&framework->rows[i])) {
                add_fields(&csv, framework->framework, &framework->rows[i]);
            }
        }
    }
    return csv.text;
}
