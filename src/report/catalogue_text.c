#include "report/catalogue_text.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/claim_class.h"
#include "model/criteria_view.h"
#include "read/document.h"
#include "report/coverage_text.h"
#include "report/wrap.h"

enum { WIDTH = 80, KIND_COLUMNS = 22, GRADE_COLUMNS = 11, WHO_COLUMNS = 11, LIFETIME_COLUMNS = 5 };

/* A text in so many columns and a blank, padded or cut. */
static void add_column(struct text_builder *builder, const char *text, size_t columns)
{
    const char *brief = text_brief(builder->arena, text, columns);
    text_add(builder, brief);
    for (size_t used = text_columns(brief); used <= columns; used++) {
        text_add(builder, " ");
    }
}

static void add_paragraph(struct text_builder *text, const char *label, const char *words)
{
    if (words != NULL) {
        wrap_text(text, WIDTH, "  ", "    ", arena_format(text->arena, "%s%s", label, words));
    }
}

/* Everything before the title, in columns. */
static const char *kind_columns(struct arena *arena, const struct evidence_kind *kind)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    const char *lifetime = kind->lifetime_months == 0
                               ? "–"
                               : arena_format(arena, "%d mo", kind->lifetime_months);
    add_column(&text, kind->id, KIND_COLUMNS);
    add_column(&text, grade_word(kind->grade), GRADE_COLUMNS);
    add_column(&text, independence_word(kind->independence), WHO_COLUMNS);
    add_column(&text, lifetime, LIFETIME_COLUMNS);
    return text.text;
}

const char *catalogue_kinds_text(struct arena *arena, const struct criteria *criteria)
{
    struct text_builder builder;
    text_builder_init(&builder, arena);
    text_add(&builder,
             "kind, the best grade it can reach, whose word it is, months it stays current\n\n");
    const char *start = arena_format(
        arena, "%*s", KIND_COLUMNS + GRADE_COLUMNS + WHO_COLUMNS + LIFETIME_COLUMNS + 4, "");
    for (size_t i = 0; i < criteria->kind_count; i++) {
        const struct evidence_kind *kind = &criteria->kinds[i];
        wrap_text(&builder, WIDTH, kind_columns(arena, kind), start, kind->title);
        add_paragraph(&builder, "check: ", kind->check);
        add_paragraph(&builder, "source: ", kind->source);
        if (kind->buyer_only) {
            add_paragraph(&builder, "", "Counts only as our own finding");
        }
    }
    return builder.text;
}

static const char *kind_ids(struct arena *arena, const struct criteria *criteria,
                            const struct claim_class *class)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    for (size_t i = 0; i < class->kind_count; i++) {
        text_add_format(&text, "%s%s", i == 0 ? "" : ", ", criteria->kinds[class->kinds[i]].id);
    }
    return text.length == 0 ? NULL : text.text;
}

static void add_wording(struct text_builder *text, const struct criteria *criteria,
                        const struct wording *wording)
{
    struct text_builder words;
    text_builder_init(&words, text->arena);
    for (size_t i = 0; i < wording->word_count; i++) {
        text_add_format(&words, "%s\"%s\"", i == 0 ? "" : ", ", wording->words[i]);
    }
    for (size_t i = 0; i < wording->class_count; i++) {
        text_add_format(&words, "%s%s", i == 0 ? " (in claims of " : ", ",
                        criteria->classes[wording->classes[i]].id);
    }
    text_add(&words, wording->class_count > 0 ? ")" : "");
    wrap_text(text, WIDTH,
              arena_format(text->arena, "%s%s", wording->id, wording->title == NULL ? "" : ": "),
              "  ", wording->title == NULL ? "" : wording->title);
    add_paragraph(text, "", words.text);
    add_paragraph(text, "why: ", wording->why);
}

const char *catalogue_claims_text(struct arena *arena, const struct criteria *criteria)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    for (size_t i = 0; i < criteria->class_count; i++) {
        const struct claim_class *class = &criteria->classes[i];
        wrap_text(&text, WIDTH, arena_format(arena, "%s: ", class->id), "  ", class->title);
        add_paragraph(&text, "proof: ", class->proof);
        add_paragraph(&text, "carried by: ", kind_ids(arena, criteria, class));
        add_paragraph(&text, "look for: ", class->look_for);
        add_paragraph(&text, "ask: ", class->ask);
    }
    text_add(&text, "\nWordings that should make a reader suspicious\n\n");
    for (size_t i = 0; i < criteria->wording_count; i++) {
        add_wording(&text, criteria, &criteria->wordings[i]);
    }
    return text.text;
}

const char *catalogue_views_text(struct arena *arena, const struct criteria *criteria)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    for (size_t i = 0; i < criteria->view_count; i++) {
        const struct criteria_view *view = &criteria->views[i];
        add_column(&text, view->id, GRADE_COLUMNS);
        for (size_t w = 0; w < view->weights->count; w++) {
            const struct entry *entry = &view->weights->entries[w];
            text_add_format(&text, "%s%s %s", w == 0 ? "" : ", ", entry->key,
                            entry->value.text == NULL ? "" : entry->value.text);
        }
        text_add(&text, "\n");
        add_paragraph(&text, "", view->why);
    }
    return text.text;
}

const char *catalogue_frameworks_text(struct arena *arena, const struct frameworks *frameworks)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    for (size_t i = 0; i < frameworks->count; i++) {
        const struct framework *framework = &frameworks->frameworks[i];
        wrap_text(&text, WIDTH, arena_format(arena, "%s  ", framework->id), "  ", framework->title);
        add_paragraph(&text, "",
                      framework->edition == NULL
                          ? framework_status_text(arena, framework)
                          : arena_format(arena, "%s; %s", framework->edition,
                                         framework_status_text(arena, framework)));
        add_paragraph(&text, "note: ", framework->note);
        add_paragraph(&text, "source: ", framework->source);
    }
    return text.text;
}
