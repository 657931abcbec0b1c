#include "report/criterion_text.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "model/criteria.h"
#include "model/criteria_refs.h"
#include "report/criteria_text.h"
#include "report/wrap.h"
#include "score/gate.h"

enum { WIDTH = 80 };

/* What a criterion is shown from. */
struct showing {
    struct text_builder *text;
    const struct criteria *criteria;
    const struct item *item;
};

static void add_line(const struct showing *showing, const char *label, const char *words)
{
    if (words != NULL && words[0] != '\0') {
        wrap_text(showing->text, WIDTH, "  ", "    ",
                  arena_format(showing->text->arena, "%s%s", label, words));
    }
}

static void add_entry(const struct showing *showing, const char *words)
{
    wrap_text(showing->text, WIDTH, "    ", "      ", words);
}

static void add_answers(const struct showing *showing)
{
    struct arena *arena = showing->text->arena;
    add_line(showing, "Answer: ", criteria_answer_text(arena, showing->item));
    size_t count = 0;
    const char *const *worths = criteria_answer_worths(arena, &showing->item->answer, &count);
    for (size_t i = 0; i < count; i++) {
        add_entry(showing, worths[i]);
    }
}

static void add_proof(const struct showing *showing)
{
    struct arena *arena = showing->text->arena;
    for (size_t i = 0; i < showing->item->kind_count; i++) {
        const struct evidence_kind *kind = &showing->criteria->kinds[showing->item->kinds[i]];
        if (i == 0) {
            add_line(showing, "Proof that counts:", " ");
        }
        add_entry(showing, arena_format(arena, "%s: %s, at best %s", kind->id, kind->title,
                                        grade_word(kind->grade)));
    }
}

static const char *joined(struct arena *arena, const char *const *words, size_t count)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    for (size_t i = 0; i < count; i++) {
        text_add_format(&text, "%s%s", i == 0 ? "" : ", ", words[i]);
    }
    return text.text;
}

static void add_demands(const struct showing *showing)
{
    struct arena *arena = showing->text->arena;
    const struct item *item = showing->item;
    if (item->has_gate) {
        const struct gate *gate = &item->gate;
        const char *words = gate_requirement(arena, gate);
        const char *waivers = joined(arena, gate->waivable_by, gate->waivable_count);
        add_line(showing, "Mandatory: ",
                 arena_format(arena, "%s%s%s%s", words, gate->has_proof ? ", proof at least " : "",
                              gate->has_proof ? grade_word(gate->proof) : "",
                              gate->waivable_count == 0
                                  ? "; nobody may waive it"
                                  : arena_format(arena, "; waivable by %s", waivers)));
    }
    if (item->has_target) {
        add_line(showing, "Target: ", item->target_word);
    }
    add_line(showing,
             item->condition.must ? "Contract (must): " : "Contract: ", item->condition.text);
}

static void add_references(const struct showing *showing)
{
    struct arena *arena = showing->text->arena;
    const struct item *item = showing->item;
    for (size_t i = 0; i < item->ref_count; i++) {
        struct ref ref;
        size_t index = 0;
        const char *topic = "";
        const struct framework *framework = ref_read(arena, item->refs[i], &ref)
                                                ? framework_find(showing->criteria->frameworks,
                                                                 ref.framework)
                                                : NULL;
        if (framework != NULL && framework_find_item(arena, framework, ref.item, &index)) {
            topic = arena_format(arena, ": %s", framework->items[index].topic);
        }
        if (i == 0) {
            add_line(showing, "References:", " ");
        }
        add_entry(showing, arena_format(arena, "%s%s", item->refs[i], topic));
    }
}

static void add_criterion(const struct showing *showing)
{
    struct arena *arena = showing->text->arena;
    const struct item *item = showing->item;
    add_line(showing, "", item->ask);
    add_answers(showing);
    add_line(showing, "", item->guidance);
    add_proof(showing);
    add_demands(showing);
    add_line(showing, "Scored by: ", joined(arena, item->audience, item->audience_count));
    add_references(showing);
}

const char *criterion_text(struct arena *arena, const struct criteria *criteria, size_t index)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    const double *shares = criteria_shares(arena, criteria);
    for (size_t i = index; i <= index + criteria->items[index].span; i++) {
        const struct showing showing = {&text, criteria, &criteria->items[i]};
        text_add(&text, i == index ? "" : "\n");
        wrap_text(&text, WIDTH, "", "  ",
                  arena_format(arena, "%s %s, %s of 100", showing.item->id, showing.item->title,
                               number_fixed(arena, shares[i] * 100, 2)));
        if (item_is_criterion(showing.item)) {
            add_criterion(&showing);
        }
    }
    return text.text;
}
