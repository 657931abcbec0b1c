#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "built_project.h"
#include "check.h"
#include "score/score.h"

static const struct built_item TREE[] = {
    {.id = "A", .depth = 1, .weight = 3, .kinds = "policy report pilot"},
    {.id = "B", .depth = 1, .weight = 1},
};

/* One answer with one piece of evidence, and where its claimed value is lost. */
struct gap_case {
    const char *answered, *shown; // shown NULL: no finding
    const char *kind;             // NULL: no evidence at all
    enum verdict verdict;
    bool not_held, expired, partial, other_entity;
    double contradicted, no_proof, expired_gap, scope, not_opened;
};

static void spoil(struct offer *offer, const struct gap_case *row)
{
    offer->findings.evidence[0].verdict = row->verdict;
    offer->findings.evidence[0].held = !row->not_held;
    offer->findings.evidence[0].scope = row->partial ? SCOPE_PARTIAL : SCOPE_FULL;
    offer->response.evidence[0].entity = row->other_entity ? "Somebody else" : NULL;
    if (row->expired) {
        offer->response.evidence[0].expires = (struct date){2026, 10, 14};
    }
}

static const struct gap_case GAP_CASES[] = {
    {"Measured", NULL, "report", VERDICT_ACCEPTED, 0, 0, 0, 0, 0, 0, 0, 0, 0},
    {"Measured", NULL, NULL, VERDICT_ACCEPTED, 0, 0, 0, 0, 0, 0.75, 0, 0, 0},
    {"Measured", NULL, "policy", VERDICT_ACCEPTED, 0, 0, 0, 0, 0, 0.25, 0, 0, 0},
    {"Partial", NULL, "policy", VERDICT_ACCEPTED, 0, 0, 0, 0, 0, 0, 0, 0, 0},
    {"Partial", NULL, NULL, VERDICT_ACCEPTED, 0, 0, 0, 0, 0, 0.25, 0, 0, 0},
    {"Measured", NULL, "report", VERDICT_OPEN, 0, 0, 0, 0, 0, 0, 0, 0, 0.25},
    {"Measured", NULL, "policy", VERDICT_OPEN, 0, 0, 0, 0, 0, 0.25, 0, 0, 0},
    {"Measured", NULL, "report", VERDICT_REJECTED, 0, 0, 0, 0, 0, 0.75, 0, 0, 0},
    // What we were not given is no proof, and not for us to open.
    {"Measured", NULL, "report", VERDICT_OPEN, 1, 0, 0, 0, 0, 0.75, 0, 0, 0},
    {"Measured", NULL, "report", VERDICT_ACCEPTED, 0, 1, 0, 0, 0, 0, 0.75, 0, 0},
    {"Measured", NULL, "report", VERDICT_ACCEPTED, 0, 0, 1, 0, 0, 0, 0, 0.25, 0},
    {"Measured", NULL, "report", VERDICT_ACCEPTED, 0, 0, 0, 1, 0, 0, 0, 0.75, 0},
    // Several at once: each takes what the ones before it leave.
    {"Measured", NULL, "report", VERDICT_OPEN, 0, 1, 0, 0, 0, 0, 0.75, 0, 0},
    {"Measured", NULL, "report", VERDICT_OPEN, 0, 0, 1, 0, 0, 0, 0, 0.25, 0},
    {"Measured", NULL, "policy", VERDICT_OPEN, 0, 0, 1, 0, 0, 0.25, 0, 0.5, 0},
    {"Measured", NULL, "report", VERDICT_ACCEPTED, 0, 1, 1, 0, 0, 0, 0.75, 0, 0},
    {"Measured", "Partial", "report", VERDICT_ACCEPTED, 0, 0, 0, 0, 0.5, 0, 0, 0, 0},
    {"Measured", "Partial", NULL, VERDICT_ACCEPTED, 0, 0, 0, 0, 0.5, 0.25, 0, 0, 0},
    {"Measured", "In place", "report", VERDICT_ACCEPTED, 0, 1, 0, 0, 0.25, 0, 0.5, 0, 0},
    {"Measured", "Absent", "report", VERDICT_ACCEPTED, 0, 1, 0, 0, 1, 0, 0, 0, 0},
};

static void the_gap_is_split_into_causes_that_add_up(void **state)
{
    for (size_t i = 0; i < COUNT_OF(GAP_CASES); i++) {
        const struct gap_case *row = &GAP_CASES[i];
        struct arena arena;
        arena_init(&arena);
        struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
        struct offer *offer = built_offer(project, "acme");
        built_answer(project, offer, "A", row->answered);
        if (row->kind != NULL) {
            built_evidence(project, offer, "A", row->kind);
            spoil(offer, row);
        }
        if (row->shown != NULL) {
            built_shows(project, offer, "A", row->shown);
        }
        struct result result = built_result(&arena, project);
        const struct scored_offer *got = &result.offers[0];
        const double *gap = got->criteria[1].gap;
        check_double(gap[GAP_CONTRADICTED], row->contradicted, i);
        check_double(gap[GAP_NO_PROOF], row->no_proof, i);
        check_double(gap[GAP_EXPIRED], row->expired_gap, i);
        check_double(gap[GAP_SCOPE], row->scope, i);
        check_double(gap[GAP_NOT_OPENED], row->not_opened, i);
        double sum = 0;
        double points = 0;
        for (size_t g = 0; g < GAP_COUNT; g++) {
            sum += gap[g];
            points += got->gap[g];
            check_double(got->gap[g], 75 * gap[g], i); // A weighs three of four
        }
        check_double(sum, got->items[1].claimed - got->items[1].evidenced, i);
        check_double(points, (got->items[0].claimed - got->items[0].evidenced) * 100, i);
        arena_release(&arena);
    }
}

static void without_evidence_asked_only_a_contradiction_makes_a_gap(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    struct offer *offer = built_offer(project, "acme");
    built_answer(project, offer, "B", "Measured");
    built_shows(project, offer, "B", "Partial");
    struct result result = built_result(&arena, project);
    for (size_t g = 0; g < GAP_COUNT; g++) {
        check_double(result.offers[0].gap[g], g == GAP_CONTRADICTED ? 12.5 : 0, g);
    }
    arena_release(&arena);
}

static void a_ceiling_that_falls_still_adds_up(void **state)
{
    struct arena arena;
    arena_init(&arena);
    struct project *project = built_project(&arena, TREE, COUNT_OF(TREE));
    struct offer *offer = built_offer(project, "acme");
    built_answer(project, offer, "A", "Measured");
    built_evidence(project, offer, "A", "report");
    offer->findings.evidence[0].verdict = VERDICT_OPEN;
    struct settings settings = settings_of(project);
    settings.rules.ceilings[GRADE_DOCUMENTED] = 0.9;
    settings.rules.ceilings[GRADE_INDEPENDENT] = 0.4;
    struct result result = score_project(&arena, project, &settings);
    double sum = 0;
    for (size_t g = 0; g < GAP_COUNT; g++) {
        sum += result.offers[0].criteria[1].gap[g];
    }
    check_double(result.offers[0].items[1].evidenced, 0.9, 0);
    check_double(sum, 0.1, 0);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_gap_is_split_into_causes_that_add_up),
        cmocka_unit_test(without_evidence_asked_only_a_contradiction_makes_a_gap),
        cmocka_unit_test(a_ceiling_that_falls_still_adds_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
