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

#include "score/claim_lacks.h"
#include "score/claim_order.h"
#include "score/claims.h"

/* A and B weigh 60 and 40 of 100. */
static const struct built_item TREE[] = {
    {.id = "A", .depth = 1, .weight = 3, .kinds = "policy report pilot"},
    {.id = "B", .depth = 1, .weight = 2, .kinds = "policy report pilot"},
    {.id = "C", .depth = 1, .weight = 0, .answer = ANSWER_PERCENT},
};

struct setting {
    struct arena arena;
    struct project *project;
    struct offer *offer;
};

static void set_up(struct setting *setting)
{
    arena_init(&setting->arena);
    setting->project = built_project(&setting->arena, TREE, COUNT_OF(TREE));
    setting->offer = built_offer(setting->project, "acme");
    built_answer(setting->project, setting->offer, "A", "Measured");
    built_answer(setting->project, setting->offer, "B", "Partial");
    built_answer(setting->project, setting->offer, "C", "0.9");
}

/* The kind of evidence for A and B: NULL none; "+" before it: held and not yet accepted. */
static void give(struct setting *setting, const char *id, const char *kind)
{
    if (kind == NULL) {
        return;
    }
    bool open = kind[0] == '+';
    size_t index = built_evidence(setting->project, setting->offer, id, kind + (open ? 1 : 0));
    setting->offer->findings.evidence[index].verdict = open ? VERDICT_OPEN : VERDICT_ACCEPTED;
}

static void a_claim_stands_by_what_carries_its_criteria(void **state)
{
    static const struct {
        const char *feeds, *figure, *baseline;
        const char *for_a, *for_b, *shown_of_b, *measured;
        enum claim_state state;
    } cases[] = {
        {"A", NULL, NULL, NULL, NULL, NULL, NULL, CLAIM_NOT_PROVEN},
        {"A", NULL, NULL, "policy", NULL, NULL, NULL, CLAIM_NOT_PROVEN},
        {"A", NULL, NULL, "report", NULL, NULL, NULL, CLAIM_HOLDS},
        {"A", NULL, NULL, "+report", NULL, NULL, NULL, CLAIM_NOT_OPENED},
        {"A", NULL, NULL, "+policy", NULL, NULL, NULL,
         CLAIM_NOT_PROVEN}, // it would stay documented
        {"A B", NULL, NULL, "report", NULL, NULL, NULL, CLAIM_NOT_PROVEN},
        {"A B", NULL, NULL, "report", "report", NULL, NULL, CLAIM_HOLDS},
        {"A B", NULL, NULL, "report", "+report", NULL, NULL, CLAIM_NOT_OPENED},
        {"A B", NULL, NULL, "report", "report", "Absent", NULL, CLAIM_CONTRADICTED},
        {"A", NULL, NULL, "report", NULL, "Absent", NULL, CLAIM_HOLDS}, // B is another's
        {"B", NULL, NULL, NULL, "report", "Measured", NULL, CLAIM_HOLDS},
        {NULL, NULL, NULL, NULL, NULL, NULL, NULL, CLAIM_NOT_PROVEN},
        {"C", NULL, NULL, NULL, NULL, NULL, NULL, CLAIM_HOLDS}, // no proof is asked
        // Measured.
        {"A", "40%", "0%", NULL, NULL, NULL, "22%", CLAIM_CONTRADICTED},
        {"A", "40%", "0%", NULL, NULL, NULL, "40%", CLAIM_HOLDS},
        {"A", "40%", "0%", NULL, NULL, NULL, "60%", CLAIM_HOLDS},
        {"A", "2 min", "10 min", NULL, NULL, NULL, "3 min", CLAIM_CONTRADICTED},
        {"A", "2 min", "10 min", NULL, NULL, NULL, "1 min", CLAIM_HOLDS},
        {"A", "40%", NULL, NULL, NULL, NULL, "22%", CLAIM_CONTRADICTED},
        {"A", "40%", NULL, NULL, NULL, NULL, "41%", CLAIM_HOLDS},
        {"A", NULL, NULL, NULL, NULL, NULL, "41%", CLAIM_NOT_PROVEN},
        {"C", "90%", NULL, NULL, NULL, NULL, "89%", CLAIM_CONTRADICTED},
        {"C", "90%", NULL, NULL, NULL, NULL, "90%", CLAIM_HOLDS},
        {"C", NULL, NULL, NULL, NULL, NULL, "89%", CLAIM_CONTRADICTED}, // the answer says 90 %
        {"A C", "90%", NULL, NULL, NULL, NULL, "89%", CLAIM_CONTRADICTED},
        {NULL, "40%", NULL, NULL, NULL, NULL, "22%", CLAIM_CONTRADICTED},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct setting setting;
        set_up(&setting);
        give(&setting, "A", cases[i].for_a);
        give(&setting, "B", cases[i].for_b);
        if (cases[i].shown_of_b != NULL) {
            built_shows(setting.project, setting.offer, "B", cases[i].shown_of_b);
        }
        const struct claim *claim = built_claim(setting.project, setting.offer, cases[i].feeds,
                                                cases[i].figure, cases[i].baseline);
        if (cases[i].measured != NULL) {
            built_measured(setting.project, setting.offer, claim, cases[i].measured, NULL);
        }
        struct result result = built_result(&setting.arena, setting.project);
        check_text(claim_state_word(result.offers[0].claims[0].state),
                   claim_state_word(cases[i].state), i);
        arena_release(&setting.arena);
    }
}

static void points_and_grade_are_those_of_its_criteria(void **state)
{
    static const struct {
        const char *feeds;
        double claimed, evidenced;
        bool has_grade;
        enum grade grade;
    } cases[] = {
        // A claims 1 of 60 points and is documented: 0.75; B claims 0.5 of 40 and is stated: 0.25.
        {"A", 60, 45, true, GRADE_DOCUMENTED},   {"B", 20, 10, true, GRADE_STATED},
        {"A B", 80, 55, true, GRADE_DOCUMENTED}, {"C", 0, 0, false, GRADE_STATED},
        {NULL, 0, 0, false, GRADE_STATED},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct setting setting;
        set_up(&setting);
        give(&setting, "A", "policy");
        built_claim(setting.project, setting.offer, cases[i].feeds, NULL, NULL);
        struct result result = built_result(&setting.arena, setting.project);
        const struct claim_score *score = &result.offers[0].claims[0];
        check_double(score->claimed, cases[i].claimed, i);
        check_double(score->evidenced, cases[i].evidenced, i);
        check_int(score->has_grade, cases[i].has_grade, i);
        check_int(score->grade, cases[i].grade, i);
        arena_release(&setting.arena);
    }
}

static void what_left_the_sum_or_is_silent_proves_nothing(void **state)
{
    struct setting setting;
    set_up(&setting);
    built_not_applicable(setting.project, setting.offer, "A");
    built_reply(setting.project, setting.offer, "B", REPLY_DECLINED);
    built_claim(setting.project, setting.offer, "A", NULL, NULL);
    built_claim(setting.project, setting.offer, "A B", NULL, NULL);
    built_claim(setting.project, setting.offer, "A C", NULL, NULL);
    struct result result = built_result(&setting.arena, setting.project);
    const struct claim_score *claims = result.offers[0].claims;
    check_int(claims[0].state, CLAIM_NOT_PROVEN, 0);
    check_int(claims[1].state, CLAIM_NOT_PROVEN, 1);
    check_int(claims[2].state, CLAIM_HOLDS, 2); // A is not judged by
    check_double(claims[1].claimed, 0, 1);
    arena_release(&setting.arena);
}

static void contradicted_claims_come_first_then_those_that_cost_most(void **state)
{
    struct setting setting;
    set_up(&setting);
    built_answer(setting.project, setting.offer, "A", "Planned");
    struct offer *globex = built_offer(setting.project, "globex");
    built_answer(setting.project, globex, "A", "Measured");
    built_answer(setting.project, globex, "B", "Measured");
    built_claim(setting.project, setting.offer, NULL, NULL, NULL); // acme C1: not proven, 0
    built_claim(setting.project, setting.offer, "B", NULL, NULL);  // acme C2: not proven, 10
    built_claim(setting.project, setting.offer, "C", NULL, NULL);  // acme C3: holds
    built_claim(setting.project, globex, "B", NULL, NULL);         // globex C1: not proven, 30
    const struct claim *measured = built_claim(setting.project, globex, "A", "4%", "0%");
    built_measured(setting.project, globex, measured, "3%", NULL); // globex C2: contradicted
    built_claim(setting.project, globex, NULL, NULL, NULL);        // globex C3: not proven, 0
    struct result result = built_result(&setting.arena, setting.project);
    static const struct claim_place want[] = {{1, 1}, {1, 0}, {0, 1}, {1, 2}, {0, 0}, {0, 2}};
    size_t count = 0;
    const struct claim_place *places = claim_order(&setting.arena, &result, &count);
    check_int((int64_t)result.order[0], 1, 0); // Globex leads
    check_int((int64_t)count, COUNT_OF(want), 0);
    for (size_t i = 0; i < COUNT_OF(want); i++) {
        check_int((int64_t)places[i].offer, (int64_t)want[i].offer, i);
        check_int((int64_t)places[i].claim, (int64_t)want[i].claim, i);
    }
    check_double(claim_lost(claim_score_at(&result, places[1])), 30, 0);
    check_text(claim_at(&result, places[0])->id, "C2", 0);
    arena_release(&setting.arena);
}

static void what_is_left_unsaid_is_found(void **state)
{
    static const struct {
        const char *class, *says, *figure, *baseline;
        unsigned lacks;
    } cases[] = {
        {"accuracy", "98 % accurate", "98%", NULL, LACK_SAMPLE},
        {"accuracy", "98 % right on 4,100 cases", "98%", NULL, 0},
        {"accuracy", "98 % right, n = 4100", "98%", NULL, 0},
        {"accuracy", "98 % of 44,000 real telephone calls", "98%", NULL, 0},
        {"accuracy", "98 % of calls, version 5.2", "98%", NULL, LACK_SAMPLE},
        {"accuracy", "The most accurate", NULL, NULL, 0},
        {"outcome", "Saves 40 %", "40%", NULL, LACK_BASELINE},
        {"outcome", "Saves 40 %", "40%", "0%", 0},
        {"adoption", "96 % love it", "96%", NULL, 0},
        {"time-to-value", "Answers in 2 s", "2 s", NULL, LACK_PERCENTILE},
        {"time-to-value", "Answers in 2 s, median of all", "2 s", NULL, 0},
        {"time-to-value", "P95 of 120 ms", "120 ms", NULL, 0},
        {"outcome", "Answers in 2 s", "2 s", NULL, LACK_BASELINE | LACK_PERCENTILE},
        {NULL, "98 %", "98%", NULL, 0},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct setting setting;
        set_up(&setting);
        struct claim *claim = built_claim(setting.project, setting.offer, "A", cases[i].figure,
                                          cases[i].baseline);
        claim->class = cases[i].class;
        claim->says = cases[i].says;
        struct result result = built_result(&setting.arena, setting.project);
        check_int(result.offers[0].claims[0].lacks, cases[i].lacks, i);
        arena_release(&setting.arena);
    }
}

static void proof_of_another_company_is_another_scope(void **state)
{
    struct setting setting;
    set_up(&setting);
    give(&setting, "A", "report");
    setting.offer->response.evidence[0].entity = "Acme Holding Ltd";
    built_claim(setting.project, setting.offer, "A", NULL, NULL);
    built_claim(setting.project, setting.offer, "B", NULL, NULL);
    struct result result = built_result(&setting.arena, setting.project);
    check_int(result.offers[0].claims[0].lacks, LACK_OWN_SCOPE, 0);
    check_int(result.offers[0].claims[1].lacks, 0, 1);
    check_text(claim_lack_word(LACK_OWN_SCOPE), "other scope", 0);
    check_text(claim_lack_word(LACK_SAMPLE), "no sample", 0);
    check_text(claim_lack_word(LACK_BASELINE), "no baseline", 0);
    check_text(claim_lack_word(LACK_PERCENTILE), "no percentile", 0);
    arena_release(&setting.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_claim_stands_by_what_carries_its_criteria),
        cmocka_unit_test(points_and_grade_are_those_of_its_criteria),
        cmocka_unit_test(what_left_the_sum_or_is_silent_proves_nothing),
        cmocka_unit_test(contradicted_claims_come_first_then_those_that_cost_most),
        cmocka_unit_test(what_is_left_unsaid_is_found),
        cmocka_unit_test(proof_of_another_company_is_another_scope),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
