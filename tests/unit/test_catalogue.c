/*
 * The built-in data itself: what a buyer adopts as it stands must be whole, clean and consistent.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/text.h"
#include "check.h"
#include "model/claim_class.h"
#include "model/coverage.h"
#include "model/criteria.h"
#include "model/criteria_refs.h"
#include "model/criteria_view.h"
#include "read/builtin.h"
#include "read/bundle.h"
#include "read/document.h"

struct catalogue {
    struct arena arena;
    struct diag_list diags;
    struct bundle bundle;
    struct criteria criteria;
};

static void bind(struct catalogue *catalogue, const char *const *names, size_t count)
{
    *catalogue = (struct catalogue){.bundle = {.count = 0}};
    arena_init(&catalogue->arena);
    diag_list_init(&catalogue->diags, &catalogue->arena);
    struct node *items = arena_alloc(&catalogue->arena, count, sizeof *items);
    for (size_t i = 0; i < count; i++) {
        items[i] = (struct node){.kind = NODE_SCALAR, .text = names[i]};
    }
    const struct node value = {.kind = NODE_LIST, .items = items, .count = count};
    const struct criteria_choice choice = {.value = &value, .language = "en"};
    criteria_bind(&catalogue->arena, &choice, &catalogue->bundle, &catalogue->diags,
                  &catalogue->criteria);
}

static size_t count_criteria(const struct criteria *criteria)
{
    size_t count = 0;
    for (size_t i = 1; i < criteria->count; i++) {
        count += item_is_criterion(&criteria->items[i]);
    }
    return count;
}

static const char *const WHOLE[] = {"ai-vendor", "ai-agents", "generative-ai"};
static const char *const SCREEN[] = {"ai-vendor-screen"};

static void all_criteria_bind_without_a_word_of_complaint(void **state)
{
    static const struct {
        const char *names[3];
        size_t count;
        size_t least, most;
    } cases[] = {
        {{"ai-vendor"}, 1, 120, 160},
        {{"ai-vendor-screen"}, 1, 20, 30},
        {{"ai-agents"}, 1, 135, 200}, // brings in what it extends
        {{"ai-vendor", "ai-agents"}, 2, 135, 200},
        {{"ai-vendor", "generative-ai"}, 2, 135, 200},
        {{"ai-vendor", "generative-ai", "ai-agents"}, 3, 150, 240},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct catalogue catalogue;
        bind(&catalogue, cases[i].names, cases[i].count);
        for (size_t d = 0; d < catalogue.diags.count; d++) {
            check_text(catalogue.diags.diags[d]->message, "", i);
        }
        size_t count = count_criteria(&catalogue.criteria);
        check_true(count >= cases[i].least && count <= cases[i].most, i);
        arena_release(&catalogue.arena);
    }
}

/* One question: it ends with the only question mark, and nothing stands behind it. */
static bool is_one_question(const struct item *item)
{
    const char *mark = item->ask == NULL ? NULL : strchr(item->ask, '?');
    return mark != NULL && mark[1] == '\0';
}

static bool has_audience(const struct item *item)
{
    return item->audience_count > 0;
}

static bool has_reference(const struct item *item)
{
    return item->ref_count > 0;
}

static bool says_good_and_poor(const struct item *item)
{
    return item->guidance != NULL && strstr(item->guidance, "Good: ") != NULL &&
           strstr(item->guidance, "Poor: ") != NULL;
}

/* A fact that only steers `when` weighs 0; everything else 1 to 3. */
static bool has_plain_weight(const struct item *item)
{
    double weight = item->weight;
    return weight >= 0 && weight <= 3 && weight >= (double)(int)weight &&
           weight <= (double)(int)weight;
}

/* What weighs anything can be carried by more than the vendor's own word. */
static bool can_be_carried(const struct item *item)
{
    return item->kind_count > 0 || !(item->weight > 0);
}

/* A mandatory requirement names what the contract is to say. */
static bool gate_has_target_and_term(const struct item *item)
{
    return !item->has_gate || (item->has_target && item->condition.text != NULL);
}

static bool target_has_term(const struct item *item)
{
    return !item->has_target || item->condition.text != NULL;
}

static const struct {
    const char *what;
    bool (*holds)(const struct item *item);
} RULES[] = {
    {"asks one question", is_one_question},
    {"has an audience", has_audience},
    {"has a reference", has_reference},
    {"says what a good and a poor answer look like", says_good_and_poor},
    {"weighs 0, 1, 2 or 3", has_plain_weight},
    {"names evidence", can_be_carried},
    {"has a target and a term where it is mandatory", gate_has_target_and_term},
    {"has a term where it has a target", target_has_term},
};

static void every_criterion_is_whole(void **state)
{
    struct catalogue catalogue;
    bind(&catalogue, WHOLE, COUNT_OF(WHOLE));
    for (size_t i = 1; i < catalogue.criteria.count; i++) {
        const struct item *item = &catalogue.criteria.items[i];
        for (size_t r = 0; item_is_criterion(item) && r < COUNT_OF(RULES); r++) {
            if (!RULES[r].holds(item)) {
                check_text(arena_format(&catalogue.arena, "%s %s", item->id, RULES[r].what), "", i);
            }
        }
    }
    arena_release(&catalogue.arena);
}

static void no_question_stands_twice(void **state)
{
    struct catalogue catalogue;
    bind(&catalogue, WHOLE, COUNT_OF(WHOLE));
    struct map asks;
    struct map titles;
    map_init(&asks, &catalogue.arena);
    map_init(&titles, &catalogue.arena);
    for (size_t i = 1; i < catalogue.criteria.count; i++) {
        const struct item *item = &catalogue.criteria.items[i];
        check_true(map_add(&titles, text_folded(&catalogue.arena, item->title), i), i);
        check_true(item->ask == NULL || map_add(&asks, text_folded(&catalogue.arena, item->ask), i),
                   i);
    }
    arena_release(&catalogue.arena);
}

static void the_screen_holds_every_gate_and_the_same_top_sections(void **state)
{
    struct catalogue full;
    struct catalogue screen;
    bind(&full, WHOLE, 1);
    bind(&screen, SCREEN, COUNT_OF(SCREEN));
    size_t gates = 0;
    for (size_t i = 1; i < full.criteria.count; i++) {
        const struct item *item = &full.criteria.items[i];
        size_t index = 0;
        bool found = criteria_find(&full.arena, &screen.criteria, item->id, &index);
        check_true(found || (!item->has_gate && item->depth > 1), i);
        gates += item->has_gate;
        if (item->depth == 1) {
            check_text(screen.criteria.items[index].title, item->title, i);
            check_double(screen.criteria.items[index].weight, item->weight, i);
        }
    }
    check_true(gates >= 6, gates);
    arena_release(&screen.arena);
    arena_release(&full.arena);
}

static void every_item_of_a_framework_is_asked_or_says_why_not(void **state)
{
    struct catalogue catalogue;
    struct frameworks frameworks = {.count = 0};
    struct coverage coverage;
    bind(&catalogue, WHOLE, COUNT_OF(WHOLE));
    frameworks_bind_all(&catalogue.arena, &catalogue.diags, &frameworks);
    coverage_find(&catalogue.arena, &catalogue.criteria, &catalogue.criteria, &frameworks,
                  &coverage);
    check_int((int64_t)catalogue.diags.count, 0, 0);
    check_true(coverage.count >= 12, coverage.count);
    for (size_t f = 0; f < coverage.count; f++) {
        const struct framework_coverage *framework = &coverage.frameworks[f];
        for (size_t i = 0; i < framework->count; i++) {
            const struct coverage_row *row = &framework->rows[i];
            bool is_open = row->state == COVERAGE_OPEN && row->item->item_count == 0;
            bool is_both = row->state == COVERAGE_ASKED && row->item->not_asked != NULL;
            if (is_open || is_both) {
                check_text(arena_format(&catalogue.arena, "%s:%s is %s", framework->framework->id,
                                        row->item->id, is_open ? "open" : "asked and not asked"),
                           "", i);
            }
        }
    }
    arena_release(&catalogue.arena);
}

static void every_framework_says_its_edition_its_day_and_its_source(void **state)
{
    struct catalogue catalogue;
    struct frameworks frameworks = {.count = 0};
    bind(&catalogue, WHOLE, 1);
    frameworks_bind_all(&catalogue.arena, &catalogue.diags, &frameworks);
    size_t files = 0;
    for (size_t i = 0; i < BUILTIN_FILE_COUNT; i++) {
        files += text_starts(BUILTIN_FILES[i].name, "criteria/frameworks/");
    }
    check_int((int64_t)frameworks.count, (int64_t)files, 0);
    for (size_t i = 0; i < frameworks.count; i++) {
        const struct framework *framework = &frameworks.frameworks[i];
        const char *name = arena_format(&catalogue.arena, "criteria/frameworks/%s.yaml",
                                        text_folded(&catalogue.arena, framework->id));
        check_text(framework->at.source, name, i);
        check_true(framework->edition != NULL, i);
        check_true(framework->source != NULL, i);
        check_true(date_is_given(framework->as_of), i);
    }
    arena_release(&catalogue.arena);
}

static void every_kind_of_evidence_says_whose_word_it_is_and_what_to_check(void **state)
{
    struct catalogue catalogue;
    bind(&catalogue, WHOLE, 1);
    check_true(catalogue.criteria.kind_count >= 60, catalogue.criteria.kind_count);
    for (size_t i = 0; i < catalogue.criteria.kind_count; i++) {
        const struct evidence_kind *kind = &catalogue.criteria.kinds[i];
        check_true(kind->check != NULL, i);
        check_true(kind->source != NULL, i);
        check_true(kind->independence != INDEPENDENCE_NOT_SAID, i);
        // Nobody but we can verify; a vendor's own word is never independent.
        check_true(kind->grade != GRADE_VERIFIED || kind->independence == INDEPENDENCE_BUYER, i);
        check_true(kind->grade != GRADE_INDEPENDENT || kind->independence != INDEPENDENCE_VENDOR,
                   i);
    }
    arena_release(&catalogue.arena);
}

static void claims_and_views_fit_the_criteria(void **state)
{
    struct catalogue catalogue;
    bind(&catalogue, WHOLE, 1);
    const struct criteria *criteria = &catalogue.criteria;
    check_true(criteria->class_count >= 14, criteria->class_count);
    check_true(criteria->wording_count >= 10, criteria->wording_count);
    for (size_t i = 0; i < criteria->class_count; i++) {
        const struct claim_class *class = &criteria->classes[i];
        check_true(class->proof != NULL && class->ask != NULL && class->kind_count > 0, i);
    }
    check_int((int64_t)criteria->view_count, 6, 0);
    for (size_t i = 0; i < criteria->view_count; i++) {
        const struct node *weights = criteria->views[i].weights;
        check_int((int64_t)weights->count, 4, i);
        for (size_t w = 0; w < weights->count; w++) {
            size_t item = 0;
            check_true(criteria_find(&catalogue.arena, criteria, weights->entries[w].key, &item),
                       i);
            check_int((int64_t)criteria->items[item].depth, 1, i);
        }
    }
    arena_release(&catalogue.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_criteria_bind_without_a_word_of_complaint),
        cmocka_unit_test(every_criterion_is_whole),
        cmocka_unit_test(no_question_stands_twice),
        cmocka_unit_test(the_screen_holds_every_gate_and_the_same_top_sections),
        cmocka_unit_test(every_item_of_a_framework_is_asked_or_says_why_not),
        cmocka_unit_test(every_framework_says_its_edition_its_day_and_its_source),
        cmocka_unit_test(every_kind_of_evidence_says_whose_word_it_is_and_what_to_check),
        cmocka_unit_test(claims_and_views_fit_the_criteria),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
