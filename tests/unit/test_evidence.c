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

#include "read/bundle.h"
#include "score/evidence.h"

#include <string.h>

static const struct built_item TREE[] = {
    {.id = "A", .depth = 1, .weight = 1, .kinds = "policy report pilot"},
    {.id = "B", .depth = 1, .weight = 1},
};

/* One vendor whose answer to A, `Measured`, cites one piece of evidence. */
struct setting {
    struct arena arena;
    struct project *project;
    struct offer *offer;
    struct item *item;
    struct evidence *evidence;
    struct evidence_finding *finding;
    struct citation *citation;
    struct bundle bundle;
    struct held_file held;
};

static void set_up(struct setting *setting, const char *kind)
{
    *setting = (struct setting){0};
    arena_init(&setting->arena);
    setting->project = built_project(&setting->arena, TREE, COUNT_OF(TREE));
    setting->offer = built_offer(setting->project, "acme");
    setting->item = built_item(setting->project, "A");
    struct answer *answer = built_answer(setting->project, setting->offer, "A", "Measured");
    size_t index = built_evidence(setting->project, setting->offer, "A", kind);
    setting->evidence = &setting->offer->response.evidence[index];
    setting->finding = &setting->offer->findings.evidence[index];
    setting->citation = arena_alloc(&setting->arena, 1, sizeof *setting->citation);
    *setting->citation = answer->citations[0];
    answer->citations = setting->citation;
    setting->offer->response.name = "Acme AI";
    setting->offer->response.product = "Assist 4";
    setting->offer->response.subprocessors = built_word(&setting->arena, "Cloud Host Ltd");
    setting->offer->response.subprocessor_count = 1;
    setting->bundle = (struct bundle){.held = &setting->held, .held_count = 1};
    setting->held.name = "responses/other.pdf";
    setting->project->bundle = &setting->bundle;
}

static struct result score(struct setting *setting)
{
    struct settings settings = settings_of(setting->project);
    return score_project(&setting->arena, setting->project, &settings);
}

/* What is done to the piece of evidence before scoring. */
static void nothing(struct setting *setting)
{
    (void)setting;
}
static void not_accepted(struct setting *setting)
{
    setting->finding->verdict = VERDICT_OPEN;
}
static void rejected(struct setting *setting)
{
    setting->finding->verdict = VERDICT_REJECTED;
}
static void not_held(struct setting *setting)
{
    setting->finding->held = false;
}
static void seen(struct setting *setting)
{
    setting->finding->held = false;
    setting->finding->seen = true;
}
static void held_as_file(struct setting *setting)
{
    setting->finding->held = false;
    setting->evidence->held_name = "responses/soc2.pdf";
    setting->held.name = "responses/soc2.pdf";
    setting->evidence->has_digest = true;
}
static void held_without_digest(struct setting *setting)
{
    held_as_file(setting);
    setting->evidence->has_digest = false;
    setting->held.digest.bytes[0] = 7;
}
static void named_but_missing(struct setting *setting)
{
    held_as_file(setting);
    setting->held.name = "responses/else.pdf";
}
static void wrong_digest(struct setting *setting)
{
    held_as_file(setting);
    setting->held.digest.bytes[0] = 7;
    setting->finding->held = true;
}
static void without_place(struct setting *setting)
{
    setting->citation->place = NULL;
}
static void partial(struct setting *setting)
{
    setting->finding->scope = SCOPE_PARTIAL;
}
static void qualified(struct setting *setting)
{
    setting->evidence->opinion_qualified = true;
}
static void exception_here(struct setting *setting)
{
    static const size_t here[] = {2, 1};
    setting->finding->exceptions = here;
    setting->finding->exception_count = COUNT_OF(here);
}
static void exception_elsewhere(struct setting *setting)
{
    static const size_t elsewhere[] = {2};
    setting->finding->exceptions = elsewhere;
    setting->finding->exception_count = COUNT_OF(elsewhere);
}
static void partial_and_qualified(struct setting *setting)
{
    partial(setting);
    qualified(setting);
}
static void own_entity(struct setting *setting)
{
    setting->evidence->entity = " acme ai ";
    setting->evidence->product = "ASSIST 4";
}
static void own_id(struct setting *setting)
{
    setting->evidence->entity = "acme";
}
static void other_entity(struct setting *setting)
{
    setting->evidence->entity = "Acme Holding";
}
static void other_product(struct setting *setting)
{
    setting->evidence->product = "Assist 3";
}
static void product_not_said(struct setting *setting)
{
    other_product(setting);
    setting->offer->response.product = NULL;
}
static void subprocessor(struct setting *setting)
{
    setting->evidence->entity = "cloud host ltd";
    setting->evidence->product = "Hosting";
}
static void subprocessor_inherited(struct setting *setting)
{
    subprocessor(setting);
    setting->item->inheritable = true;
}
static void subprocessors_product(struct setting *setting)
{
    setting->evidence->product = "Cloud Host Ltd";
    setting->item->inheritable = true;
}
static void everything_lowers(struct setting *setting)
{
    subprocessor_inherited(setting);
    partial_and_qualified(setting);
}
static void partial_and_not_accepted(struct setting *setting)
{
    partial(setting);
    not_accepted(setting);
}

enum { NOT_COUNTED = -1 };

static void faults_lower_cap_or_refuse_the_grade(void **state)
{
    static const struct {
        const char *kind;
        void (*spoil)(struct setting *setting);
        int grade; // NOT_COUNTED: it does not count
        unsigned faults;
    } cases[] = {
        {"policy", nothing, GRADE_DOCUMENTED, 0},
        {"report", nothing, GRADE_INDEPENDENT, 0},
        {"report", not_accepted, GRADE_DOCUMENTED, FAULT_NOT_ACCEPTED},
        {"policy", not_accepted, GRADE_DOCUMENTED, FAULT_NOT_ACCEPTED},
        {"report", rejected, NOT_COUNTED, FAULT_REJECTED},
        {"report", not_held, GRADE_STATED, FAULT_NOT_HELD},
        {"report", seen, GRADE_INDEPENDENT, 0},
        {"report", held_as_file, GRADE_INDEPENDENT, 0},
        {"report", held_without_digest, GRADE_INDEPENDENT, 0},
        {"report", named_but_missing, GRADE_STATED, FAULT_NOT_HELD},
        {"report", wrong_digest, NOT_COUNTED, FAULT_DIGEST},
        {"report", without_place, GRADE_DOCUMENTED, FAULT_NO_PLACE},
        {"report", partial, GRADE_DOCUMENTED, FAULT_PARTIAL},
        {"policy", partial, GRADE_STATED, FAULT_PARTIAL},
        {"report", qualified, GRADE_DOCUMENTED, FAULT_QUALIFIED},
        {"report", exception_here, GRADE_DOCUMENTED, FAULT_QUALIFIED},
        {"report", exception_elsewhere, GRADE_INDEPENDENT, 0},
        {"report", partial_and_qualified, GRADE_STATED, FAULT_PARTIAL | FAULT_QUALIFIED},
        {"report", own_entity, GRADE_INDEPENDENT, 0},
        {"report", own_id, GRADE_INDEPENDENT, 0},
        {"report", other_entity, NOT_COUNTED, FAULT_OTHER_ENTITY},
        {"report", other_product, NOT_COUNTED, FAULT_OTHER_ENTITY},
        {"report", product_not_said, GRADE_INDEPENDENT, 0},
        {"report", subprocessor, NOT_COUNTED, FAULT_OTHER_ENTITY},
        {"report", subprocessor_inherited, GRADE_DOCUMENTED, FAULT_SUBPROCESSOR},
        {"report", subprocessors_product, GRADE_DOCUMENTED, FAULT_SUBPROCESSOR},
        {"report", everything_lowers, GRADE_STATED,
         FAULT_PARTIAL | FAULT_QUALIFIED | FAULT_SUBPROCESSOR},
        {"report", partial_and_not_accepted, GRADE_DOCUMENTED, FAULT_PARTIAL | FAULT_NOT_ACCEPTED},
        {"test", nothing, NOT_COUNTED, FAULT_KIND_NOT_ASKED},
        {"pilot", nothing, NOT_COUNTED, FAULT_BUYER_ONLY},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct setting setting;
        set_up(&setting, cases[i].kind);
        cases[i].spoil(&setting);
        struct result result = score(&setting);
        const struct criterion_score *got = &result.offers[0].criteria[1];
        check_int((int64_t)got->carrier_count, 1, i);
        check_int(got->carriers[0].counts, cases[i].grade != NOT_COUNTED, i);
        check_int(got->carriers[0].faults, cases[i].faults, i);
        enum grade want = cases[i].grade == NOT_COUNTED ? GRADE_STATED : (enum grade)cases[i].grade;
        check_int(got->grade, want, i);
        static const double ceilings[] = {0.25, 0.75, 1, 1};
        check_double(got->ceiling, ceilings[want], i);
        check_double(result.offers[0].items[1].evidenced, ceilings[want], i);
        check_double(result.offers[0].items[1].proven,
                     want >= GRADE_INDEPENDENT ? ceilings[want] : 0, i);
        arena_release(&setting.arena);
    }
}

static void evidence_is_current_on_both_its_first_and_its_last_day(void **state)
{
    static const struct {
        const char *kind;
        struct date issued, period_to, expires, as_of;
        unsigned faults;
    } cases[] = {
        // The kind's lifetime of twelve months after the issue.
        {"report", {2025, 10, 15}, {0}, {0}, {2026, 10, 15}, 0},
        {"report", {2025, 10, 14}, {0}, {0}, {2026, 10, 15}, FAULT_EXPIRED},
        {"report", {2026, 10, 15}, {0}, {0}, {2026, 10, 15}, 0},
        {"report", {2026, 10, 16}, {0}, {0}, {2026, 10, 15}, FAULT_NOT_YET_VALID},
        // After the end of its period, where it has one.
        {"report", {2026, 2, 1}, {2025, 10, 14}, {0}, {2026, 10, 15}, FAULT_EXPIRED},
        {"report", {2026, 2, 1}, {2025, 12, 31}, {0}, {2026, 12, 31}, 0},
        {"report", {2026, 2, 1}, {2025, 12, 31}, {0}, {2027, 1, 1}, FAULT_EXPIRED},
        // `expires` wins over both.
        {"report", {2020, 1, 1}, {2020, 1, 1}, {2026, 10, 15}, {2026, 10, 15}, 0},
        {"report", {2026, 1, 1}, {0}, {2026, 10, 14}, {2026, 10, 15}, FAULT_EXPIRED},
        // The last day of February stands for the 29th.
        {"report", {2024, 2, 29}, {0}, {0}, {2025, 2, 28}, 0},
        {"report", {2024, 2, 29}, {0}, {0}, {2025, 3, 1}, FAULT_EXPIRED},
        // A kind without a lifetime does not age, but may expire.
        {"policy", {1990, 1, 1}, {0}, {0}, {2026, 10, 15}, 0},
        {"policy", {1990, 1, 1}, {0}, {1991, 1, 1}, {2026, 10, 15}, FAULT_EXPIRED},
        // Nothing known, nothing aged; without a position, too.
        {"report", {0}, {0}, {0}, {2026, 10, 15}, 0},
        {"report", {1990, 1, 1}, {0}, {0}, {0}, 0},
        {"report", {2030, 1, 1}, {0}, {0}, {0}, 0},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct setting setting;
        set_up(&setting, cases[i].kind);
        setting.evidence->issued = cases[i].issued;
        setting.evidence->period_to = cases[i].period_to;
        setting.evidence->expires = cases[i].expires;
        setting.project->evaluation.as_of = cases[i].as_of;
        struct result result = score(&setting);
        const struct carrier *got = &result.offers[0].criteria[1].carriers[0];
        check_int(got->faults, cases[i].faults, i);
        check_int(got->counts, cases[i].faults == 0, i);
        arena_release(&setting.arena);
    }
}

static void the_buyers_own_evidence_counts_by_itself(void **state)
{
    static const struct {
        const char *kind;
        struct date on, expires;
        enum scope scope;
        int grade;
        unsigned faults;
    } cases[] = {
        {"pilot", {2026, 6, 1}, {0}, SCOPE_FULL, GRADE_VERIFIED, 0},
        // It may be later than the position.
        {"pilot", {2026, 12, 1}, {0}, SCOPE_FULL, GRADE_VERIFIED, 0},
        {"pilot", {2025, 10, 14}, {0}, SCOPE_FULL, NOT_COUNTED, FAULT_EXPIRED},
        {"pilot", {2026, 6, 1}, {2026, 7, 1}, SCOPE_FULL, NOT_COUNTED, FAULT_EXPIRED},
        {"pilot", {2026, 6, 1}, {0}, SCOPE_PARTIAL, GRADE_INDEPENDENT, FAULT_PARTIAL},
        {"test", {2026, 6, 1}, {0}, SCOPE_FULL, NOT_COUNTED, FAULT_KIND_NOT_ASKED},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct setting setting;
        set_up(&setting, "policy");
        struct own_evidence *own = built_own(setting.project, setting.offer, "A", cases[i].kind);
        own->on = cases[i].on;
        own->expires = cases[i].expires;
        own->scope = cases[i].scope;
        struct result result = score(&setting);
        const struct criterion_score *got = &result.offers[0].criteria[1];
        check_int((int64_t)got->carrier_count, 2, i);
        // Best first: the buyer's own where it counts, else the vendor's policy.
        bool counts = cases[i].grade != NOT_COUNTED;
        const struct carrier *own_carrier = &got->carriers[counts ? 0 : 1];
        check_true(own_carrier->own, i);
        check_int(own_carrier->counts, counts, i);
        check_int(own_carrier->faults, cases[i].faults, i);
        check_int(got->grade, counts ? cases[i].grade : GRADE_DOCUMENTED, i);
        // It carries A alone.
        check_int((int64_t)result.offers[0].criteria[2].carrier_count, 0, i);
        arena_release(&setting.arena);
    }
}

static void the_best_remaining_piece_counts(void **state)
{
    struct setting setting;
    set_up(&setting, "policy");
    size_t report = built_evidence(setting.project, setting.offer, "A", "report");
    size_t second = built_evidence(setting.project, setting.offer, "A", "report");
    setting.offer->findings.evidence[report].verdict = VERDICT_REJECTED;
    struct result result = score(&setting);
    const struct criterion_score *got = &result.offers[0].criteria[1];
    assert_int_equal(got->carrier_count, 3);
    assert_int_equal(got->carriers[0].index, second);
    assert_int_equal(got->carriers[1].index, 0);
    assert_int_equal(got->carriers[2].index, report);
    assert_int_equal(got->grade, GRADE_INDEPENDENT);
    assert_string_equal(got->carriers[0].place, "p. 1");
    arena_release(&setting.arena);
}

static void a_ceiling_takes_nothing_from_an_honest_partial(void **state)
{
    static const struct {
        const char *word;
        double claimed, evidenced;
    } cases[] = {
        {"Absent", 0, 0},         {"Planned", 0, 0},     {"Partial", 0.5, 0.5},
        {"In place", 0.75, 0.75}, {"Measured", 1, 0.75},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct setting setting;
        set_up(&setting, "policy");
        struct answer *answer = &setting.offer->response.answers[1];
        struct answer kept = *answer;
        *answer = *built_answer(setting.project, setting.offer, "A", cases[i].word);
        answer->citations = kept.citations;
        answer->citation_count = kept.citation_count;
        struct result result = score(&setting);
        check_double(result.offers[0].items[1].claimed, cases[i].claimed, i);
        check_double(result.offers[0].items[1].evidenced, cases[i].evidenced, i);
        arena_release(&setting.arena);
    }
}

static void what_asks_for_no_evidence_has_no_ceiling_and_is_proven(void **state)
{
    struct setting setting;
    set_up(&setting, "policy");
    built_answer(setting.project, setting.offer, "B", "Measured");
    size_t cited = built_evidence(setting.project, setting.offer, "B", "policy");
    struct result result = score(&setting);
    const struct criterion_score *got = &result.offers[0].criteria[2];
    assert_false(got->evidence_asked);
    assert_false(got->has_grade);
    check_double(got->ceiling, 1, 0);
    check_double(result.offers[0].items[2].proven, 1, 0);
    // What was cited all the same is listed and does not count.
    assert_int_equal(got->carriers[0].index, cited);
    assert_int_equal(got->carriers[0].faults, FAULT_KIND_NOT_ASKED);
    arena_release(&setting.arena);
}

static void a_finding_that_shows_less_contradicts(void **state)
{
    static const struct {
        const char *answered, *shown, *kind;
        bool contradicted;
        double claimed, evidenced;
    } cases[] = {
        {"Measured", "Partial", "report", true, 1, 0.5},
        {"Measured", "In place", "report", true, 1, 0.75},
        {"Measured", "Partial", "policy", true, 1, 0.5},
        // The ceiling still applies.
        {"Measured", "In place", "test", true, 1, 0.25},
        // As much, or more, than was answered contradicts nothing and adds nothing.
        {"Partial", "Partial", "report", false, 0.5, 0.5},
        {"Partial", "Measured", "report", false, 0.5, 0.5},
        // Two levels of one worth are two levels.
        {"Planned", "Absent", "report", true, 0, 0},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct setting setting;
        set_up(&setting, cases[i].kind);
        struct answer kept = setting.offer->response.answers[1];
        struct answer *answer = built_answer(setting.project, setting.offer, "A",
                                             cases[i].answered);
        answer->citations = kept.citations;
        answer->citation_count = kept.citation_count;
        built_shows(setting.project, setting.offer, "A", cases[i].shown);
        struct result result = score(&setting);
        check_int(result.offers[0].criteria[1].contradicted, cases[i].contradicted, i);
        check_double(result.offers[0].items[1].claimed, cases[i].claimed, i);
        check_double(result.offers[0].items[1].evidenced, cases[i].evidenced, i);
        arena_release(&setting.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faults_lower_cap_or_refuse_the_grade),
        cmocka_unit_test(evidence_is_current_on_both_its_first_and_its_last_day),
        cmocka_unit_test(the_buyers_own_evidence_counts_by_itself),
        cmocka_unit_test(the_best_remaining_piece_counts),
        cmocka_unit_test(a_ceiling_takes_nothing_from_an_honest_partial),
        cmocka_unit_test(what_asks_for_no_evidence_has_no_ceiling_and_is_proven),
        cmocka_unit_test(a_finding_that_shows_less_contradicts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
