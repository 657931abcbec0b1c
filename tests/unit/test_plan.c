#include "model/plan_check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "bound_case.h"
#include "check.h"
#include "model/plan_criterion.h"
#include "model/project_lock.h"

#define KIND_LINES                                                                                 \
    "kinds:\n"                                                                                     \
    "  - {id: policy, title: Policy, grade: documented, lifetime: none}\n"                         \
    "  - {id: soc2, title: SOC 2, grade: independent, lifetime: 12 months}\n"                      \
    "  - {id: pilot, title: Pilot, grade: verified, lifetime: 1 year, buyer_only: yes}\n"

/* An evaluation with something of everything, a line each. */
#define HEAD_LINE                                                                                  \
    "evaluation: {id: e, title: E, answers_due: 2026-10-15T12:00+02:00, as_of: 2026-10-20}\n"      \
    "criteria: ours.yaml\n"
#define WEIGHTS_LINE "weights: {A: 40, B: 60}\n"
#define RULES_LINE                                                                                 \
    "rules: {bands: {acceptable: 70}, minimum: {A: 30}, tie: [B], "                                \
    "price: {budget: 500, floor: 300}}\n"
#define VIEWS_LINE "views: {finance: {A: 1, B: 3}}\n"
#define MONEY_LINE                                                                                 \
    "money: {years: 3, discount_rate: 8%, benefits: [{id: time, item: Time, unit: minutes, "       \
    "volume: 9, value: 2, plausible: 3}]}\n"
#define EVALUATION HEAD_LINE WEIGHTS_LINE RULES_LINE VIEWS_LINE MONEY_LINE

#define TREE_OF(a, b)                                                                              \
    "tree:\n"                                                                                      \
    "  - id: A\n"                                                                                  \
    "    title: Alpha\n"                                                                           \
    "    items:\n" a "  - id: B\n"                                                                 \
    "    title: Beta\n"                                                                            \
    "    items:\n" b
#define FIRST                                                                                      \
    "      - {id: A-1, title: First, answer: maturity, evidence: [policy, soc2], gate: "           \
    "{at_least: "                                                                                  \
    "Partial, waivable_by: [CISO, CIO]}, target: In place}\n"
#define SECOND "      - {id: A-2, title: Second, answer: yes_no, weight: 3}\n"
#define THIRD                                                                                      \
    "      - {id: B-1, title: Extent, ask: How far does it go?, answer: {choice: {full: 1, half: " \
    "0.5, none: 0}}}\n"
#define PRICE "      - {id: B-2, title: Price, answer: price}\n"
#define OURS  TREE_OF(FIRST SECOND, THIRD PRICE)

static const struct bound_file BASE[] = {
    {"evaluation.yaml", EVALUATION},
    {"ours.yaml", OURS},
    {"criteria/evidence.yaml", KIND_LINES},
    {"responses/acme.yaml", VENDOR "answers: {A-1: In place, B-2: 400}\n"}};

/* The lock of the evaluation above, as a file. */
static const char *lock_of_base(struct bound *bound)
{
    struct moment locked;
    bound_init_sound(bound, 0, BASE, COUNT_OF(BASE));
    assert_true(moment_read("2026-10-01T09:30Z", &locked));
    const struct plan_lock lock = {.evaluation = "e",
                                   .locked = locked,
                                   .program = "1.0.0",
                                   .plan = plan_of(&bound->arena, &bound->project.evaluation)};
    return plan_lock_text(&bound->arena, &lock);
}

struct change_case {
    const char *file, *text; // replaced
    const char *changes;     // a line each
};

static const char *changes_text(struct bound *bound)
{
    struct text_builder text;
    text_builder_init(&text, &bound->arena);
    const struct plan_check *plan = &bound->project.plan;
    for (size_t i = 0; i < plan->change_count; i++) {
        text_add_format(&text, "%s%s", i == 0 ? "" : "\n",
                        plan_change_text(&bound->arena, &plan->changes[i]));
    }
    return text.text;
}

static void check_changes(const struct change_case *cases, size_t count)
{
    struct bound base;
    const char *lock = lock_of_base(&base);
    for (size_t i = 0; i < count; i++) {
        struct bound_file files[COUNT_OF(BASE) + 1];
        for (size_t f = 0; f < COUNT_OF(BASE); f++) {
            files[f] = BASE[f];
            files[f].text = text_equal(BASE[f].name, cases[i].file) ? cases[i].text : BASE[f].text;
        }
        files[COUNT_OF(BASE)] = (struct bound_file){PROJECT_LOCK_NAME, lock};
        struct bound bound;
        bound_init(&bound, files, COUNT_OF(files));
        check_true(bound.sound, i);
        check_text(changes_text(&bound), cases[i].changes, i);
        check_true(!bound.project.plan.altered, i);
        check_true(bound.project.plan.state ==
                       (cases[i].changes[0] == '\0' ? PLAN_UNCHANGED : PLAN_CHANGED),
                   i);
        bound_release(&bound);
    }
    bound_release(&base);
}

static void each_change_of_weights_views_money_and_days_is_named(void **state)
{
    (void)state;
    static const struct change_case cases[] = {
        {"evaluation.yaml", HEAD_LINE "weights: {A: 50, B: 50}\n" RULES_LINE VIEWS_LINE MONEY_LINE,
         "the weight of A is 50, fixed as 40\nthe weight of B is 50, fixed as 60"},
        {"evaluation.yaml",
         HEAD_LINE
         "weights: {A: 40, B: 60}\nwithin: {A: {A-1: 2}}\n" RULES_LINE VIEWS_LINE MONEY_LINE,
         "the weight of A-1 is 2, fixed as 1"},
        {"evaluation.yaml",
         HEAD_LINE WEIGHTS_LINE RULES_LINE
         "views: {finance: {A: 2, B: 3}, legal: {A: 1}}\n" MONEY_LINE,
         "the view finance.A is 2, fixed as 1\nthe view legal.A is added: 1"},
        {"evaluation.yaml",
         HEAD_LINE WEIGHTS_LINE RULES_LINE VIEWS_LINE
         "money: {years: 5, discount_rate: 6%, benefits: [{id: time, item: Time, unit: minutes, "
         "volume: 9, value: 2, plausible: 4}]}\n",
         "the benefit time.plausible is 4, fixed as 3\n"
         "the discount rate is 0.06, fixed as 0.08\n"
         "the years of the money model is 5, fixed as 3"},
        {"evaluation.yaml",
         "evaluation: {id: e, title: E, answers_due: 2026-10-16T12:00+02:00, as_of: 2026-10-21, "
         "currency: CHF}\ncriteria: ours.yaml\n" WEIGHTS_LINE RULES_LINE VIEWS_LINE MONEY_LINE,
         "the time answers are due is 2026-10-16T12:00+02:00, fixed as 2026-10-15T12:00+02:00\n"
         "the position as at is 2026-10-21, fixed as 2026-10-20\n"
         "the currency is CHF, fixed as EUR"},
    };
    check_changes(cases, COUNT_OF(cases));
}

static void each_change_of_a_rule_is_named(void **state)
{
    (void)state;
#define RULES_WITH(rules) HEAD_LINE WEIGHTS_LINE "rules: {" rules "}\n" VIEWS_LINE MONEY_LINE
    static const struct change_case cases[] = {
        // The threshold that was published is the one that is applied.
        {"evaluation.yaml",
         RULES_WITH("bands: {acceptable: 65}, minimum: {A: 30}, tie: [B], "
                    "price: {budget: 500, floor: 300}"),
         "the score from which an offer is acceptable is 65, fixed as 70"},
        {"evaluation.yaml",
         RULES_WITH("bands: {acceptable: 70}, minimum: {A: 25}, tie: [B], "
                    "price: {budget: 500, floor: 300}"),
         "the minimum of A is 25, fixed as 30"},
        {"evaluation.yaml",
         RULES_WITH("bands: {acceptable: 70}, tie: [B], price: {budget: 500, floor: 300}"),
         "the minimum of A is taken out, fixed as 30"},
        {"evaluation.yaml",
         RULES_WITH("bands: {acceptable: 70, with_conditions: 40}, minimum: {A: 30, B: 20}, "
                    "tie: [A], complete: 80%, decimals: 1, not_applicable: accept, "
                    "margin: {points: 2, effect: tie}, ceilings: {stated: 0.5}, "
                    "late: accept_with_reason, debrief: own_only, "
                    "price: {budget: 600, floor: 300}"),
         "the score from which one is acceptable with conditions is 40, fixed as 50\n"
         "the ceiling of what is stated is 0.5, fixed as 0.25\n"
         "the share from which an offer is complete is 0.8, fixed as 0.9\n"
         "the rule for debriefs is own_only, fixed as leader_sections\n"
         "the decimals of published scores is 1, fixed as 2\n"
         "the rule for late responses is accept_with_reason, fixed as refuse\n"
         "the effect of a narrow lead is tie, fixed as note\n"
         "the margin of a narrow lead is 2, fixed as 1\n"
         "the minimum of B is added: 20\n"
         "the rule for what is not applicable is accept, fixed as ask\n"
         "the budget is 600, fixed as 500\n"
         "the tie rule is A, fixed as B"},
        {"evaluation.yaml",
         RULES_WITH("bands: {acceptable: 70}, minimum: {A: 30}, tie: [B], "
                    "price: {formula: lowest-proportional}"),
         "the budget is taken out, fixed as 500\n"
         "the floor of the price is taken out, fixed as 300\n"
         "the price formula is lowest-proportional, fixed as budget-linear"},
    };
    check_changes(cases, COUNT_OF(cases));
}

static void each_change_of_the_criteria_is_named(void **state)
{
    (void)state;
#define FIRST_WITH(rest) "      - {id: A-1, title: First, answer: maturity, " rest "}\n"
    static const struct change_case cases[] = {
        {"ours.yaml",
         TREE_OF(FIRST_WITH("evidence: [policy, soc2], gate: {at_least: In place, waivable_by: "
                            "[CISO, CIO]}, target: In place") SECOND,
                 THIRD PRICE),
         "the mandatory requirement on A-1 is at least In place; may be waived by CIO, CISO, fixed "
         "as at least Partial; may be waived by CIO, CISO"},
        {"ours.yaml",
         TREE_OF(FIRST_WITH("evidence: [policy, soc2], target: Partial") SECOND, THIRD PRICE),
         "the mandatory requirement on A-1 is taken out, fixed as at least Partial; may be waived "
         "by CIO, CISO\n"
         "the target of A-1 is Partial, fixed as In place"},
        {"ours.yaml",
         TREE_OF(FIRST_WITH("evidence: policy, gate: {at_least: Partial, waivable_by: [CISO, CIO]},"
                            " target: In place") SECOND,
                 THIRD PRICE),
         "criterion A-1 asks or counts otherwise than fixed\n"
         "what soc2 can prove is taken out, fixed as independent, 12 months"},
        {"ours.yaml",
         TREE_OF(FIRST SECOND,
                 "      - {id: B-1, title: Extent, ask: How far does it go?, answer: {choice: "
                 "{full: 1, half: 0.6, none: 0}}}\n" PRICE),
         "criterion B-1 asks or counts otherwise than fixed"},
        {"ours.yaml",
         TREE_OF(FIRST SECOND,
                 "      - {id: B-1, title: Extent, ask: Does it go far?, answer: {choice: "
                 "{full: 1, half: 0.5, none: 0}}}\n" PRICE),
         "criterion B-1 asks or counts otherwise than fixed"},
        // Weights of those that stay are as fixed.
        {"ours.yaml",
         TREE_OF(FIRST SECOND "      - {id: A-3, title: Third, answer: percent, weight: 9, gate: "
                              "{at_least: 50%}, target: 60%}\n",
                 THIRD PRICE),
         "criterion A-3 is added"},
        {"ours.yaml", TREE_OF(FIRST, THIRD PRICE), "criterion A-2 is taken out"},
        // Under another section it counts otherwise.
        {"ours.yaml", TREE_OF(FIRST, THIRD PRICE SECOND),
         "criterion A-2 asks or counts otherwise than fixed"},
        {"criteria/evidence.yaml",
         "kinds:\n"
         "  - {id: policy, title: Policy, grade: independent, lifetime: none}\n"
         "  - {id: soc2, title: SOC 2, grade: independent, lifetime: 6 months}\n"
         "  - {id: pilot, title: Pilot, grade: verified, lifetime: 3 years, buyer_only: yes}\n",
         "what policy can prove is independent, does not age, fixed as documented, does not age\n"
         "what soc2 can prove is independent, 6 months, fixed as independent, 12 months"},
    };
    check_changes(cases, COUNT_OF(cases));
}

static void layout_comments_and_proportions_are_no_change(void **state)
{
    (void)state;
    static const struct change_case cases[] = {
        {"evaluation.yaml", EVALUATION, ""},
        // In another order, with comments, in other words for the same.
        {"evaluation.yaml",
         "# Ours\nrules:\n  tie: B\n  minimum: {A: 30.0}\n  price: {floor: 300, budget: 500}\n"
         "  bands: {with_conditions: 50, acceptable: 7e1}\n  complete: 90%\n"
         "views: {finance: {B: 3, A: 1}}\n"
         "money: {discount_rate: 8 %, years: 3, benefits: [{id: time, unit: minutes, value: 2, "
         "item: Time, volume: 9, plausible: 3.0}]} # fixed\n"
         "weights: {B: 60, A: 40}\ncriteria: ours.yaml\n"
         "evaluation: {title: Another title, id: e, as_of: 2026-10-20, owner: Somebody, "
         "answers_due: 2026-10-15T12:00+02:00}\nvendors: [acme]\n",
         ""},
        {"evaluation.yaml", HEAD_LINE "weights: {A: 2, B: 3}\n" RULES_LINE VIEWS_LINE MONEY_LINE,
         ""},
        {"ours.yaml",
         "# Ours\ntree:\n  - id: B\n    title: Second section\n    items:\n" PRICE
         "      - id: B-1\n        answer:\n          choice: {none: 0, half: 0.50, full: 1}\n"
         "        ask: >\n          How far\n          does it go?\n        title: Extent\n"
         "        refs: [HOUSE:1]\n        guidance: Look twice\n"
         "  - id: A\n    title: Alpha\n    items:\n"
         "      - {id: A-2, title: Second, answer: yes_no, weight: 6}\n"
         "      - {id: A-1, title: First, answer: maturity, weight: 2, evidence: [soc2, policy], "
         "gate: {at_least: partial, waivable_by: [CIO, CISO]}, target: in place}\n",
         ""},
    };
    check_changes(cases, COUNT_OF(cases));
}

static void a_criterion_is_one_text_whatever_its_layout(void **state)
{
    (void)state;
    struct bound bound;
    bound_init_sound(&bound, 0, BASE, COUNT_OF(BASE));
    check_text(plan_criterion_text(&bound.arena, &bound.project.evaluation.criteria, 5),
               "id: B-1\nsection: B\ntitle: Extent\nask: How far does it go?\nanswer: choice\n"
               "option: full, full, worth 1\noption: half, half, worth 0.5\n"
               "option: none, none, worth 0\notherwise: 0\nnot applicable: ask\ninheritable: no\n",
               0);
    bound_release(&bound);
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(each_change_of_weights_views_money_and_days_is_named),
        cmocka_unit_test(each_change_of_a_rule_is_named),
        cmocka_unit_test(each_change_of_the_criteria_is_named),
        cmocka_unit_test(layout_comments_and_proportions_are_no_change),
        cmocka_unit_test(a_criterion_is_one_text_whatever_its_layout),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
