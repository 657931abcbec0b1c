#include "model/plan_lock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "bound_case.h"
#include "check.h"
#include "model/plan_check.h"
#include "model/plan_criterion.h"
#include "model/project_lock.h"

#define EVALUATION                                                                                 \
    HEAD "views: {'odd: \"id\" # 1': {A: 1}}\nmoney: {years: 2, discount_rate: 0%, baseline: "     \
         "{name: \"Ünsere\\nWahl\", yearly: 5}}\n"

static struct moment moment_of(const char *text)
{
    struct moment moment;
    assert_true(moment_read(text, &moment));
    return moment;
}

/* The lock of the evaluation above, which replaced one. */
static struct plan_lock lock_of(struct bound *bound)
{
    static const struct bound_file files[] = {{"evaluation.yaml", EVALUATION}};
    bound_init_sound(bound, 0, files, COUNT_OF(files));
    struct earlier_lock *earlier = arena_alloc(&bound->arena, 2, sizeof *earlier);
    earlier[0] = (struct earlier_lock){moment_of("2026-09-20T08:00Z"), digest_of("b", 1),
                                       "Agreed: \"more\" security", true};
    earlier[1] = (struct earlier_lock){moment_of("2026-09-10"), digest_of("a", 1), "yes", false};
    return (struct plan_lock){.evaluation = "e",
                              .locked = moment_of("2026-10-01T09:30-01:30"),
                              .program = "1.0.0",
                              .plan = plan_of(&bound->arena, &bound->project.evaluation),
                              .earlier = earlier,
                              .earlier_count = 2};
}

/* The text with the first `from` replaced. */
static const char *edited(struct arena *arena, const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    assert_non_null(at);
    return arena_format(arena, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

static void bind_with(struct bound *bound, const char *lock)
{
    const struct bound_file files[] = {{"evaluation.yaml", EVALUATION}, {PROJECT_LOCK_NAME, lock}};
    bound_init(bound, files, COUNT_OF(files));
}

static void what_is_written_reads_back(void **state)
{
    (void)state;
    struct bound made;
    struct bound bound;
    struct plan_lock lock = lock_of(&made);
    bind_with(&bound, plan_lock_text(&made.arena, &lock));
    const struct plan_check *plan = &bound.project.plan;
    check_text(bound_faults(&bound), "", 0);
    check_true(plan->state == PLAN_UNCHANGED, 0);
    check_text(
        plan_check_text(&bound.arena, plan),
        arena_format(&bound.arena, "plan fixed on 1 Oct 2026, code %s: unchanged", plan->lock.code),
        0);
    check_int((int64_t)plan->lock.plan.count, (int64_t)lock.plan.count, 0);
    for (size_t i = 0; i < lock.plan.count && i < plan->lock.plan.count; i++) {
        check_text(plan->lock.plan.entries[i].key, lock.plan.entries[i].key, i);
        check_text(plan->lock.plan.entries[i].value, lock.plan.entries[i].value, i);
    }
    check_int((int64_t)plan->lock.earlier_count, 2, 0);
    check_text(plan->lock.earlier[0].reason, "Agreed: \"more\" security", 0);
    check_true(plan->lock.earlier[0].altered && !plan->lock.earlier[1].altered, 0);
    bound_release(&bound);
    bound_release(&made);
}

static void whatever_is_edited_is_seen(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
        const char *changes;
    } cases[] = {
        {"digest: ",
         "digest: 00000000000000000000000000000000000000000000000000000000000000000000 "
         "#",
         NULL},
        {"code: ", "code: 0000-0000 #", ""},
        {"locked: 2026-10-01", "locked: 2026-09-01", ""},
        {"vouch: 1.0.0", "vouch: 1.0.1", ""},
        {"rules.decimals: 2", "rules.decimals: 3",
         "the decimals of published scores is 2, fixed as 3"},
        {"  rules.decimals: 2\n", "", "the decimals of published scores is added: 2"},
        {"plan:\n", "plan:\n  weights.Z: 4\n", "the weight of Z is taken out, fixed as 4"},
        {"Agreed", "Not agreed", ""},
        {"    altered: yes\n", "", ""},
        {"  - locked: 2026-09-10", "  - locked: 2026-09-11", ""},
        {"  - locked: 2026-09-10\n    digest: "
         "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb\n    reason: yes\n",
         "", ""},
    };
    struct bound made;
    struct plan_lock lock = lock_of(&made);
    const char *text = plan_lock_text(&made.arena, &lock);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bound bound;
        bind_with(&bound, edited(&made.arena, text, cases[i].from, cases[i].to));
        const struct plan_check *plan = &bound.project.plan;
        if (cases[i].changes == NULL) {
            check_contains(bound_faults(&bound), "DIGEST_BAD", i);
        } else {
            check_contains(bound_faults(&bound), "LOCK_ALTERED", i);
            check_true(plan->altered && plan->state == PLAN_CHANGED, i);
            check_text(plan_changes_text(&bound.arena, plan, 9), cases[i].changes, i);
        }
        bound_release(&bound);
    }
    bound_release(&made);
}

static void what_is_no_lock_is_said(void **state)
{
    (void)state;
#define DIGITS "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
#define LOCK_HEAD(format, evaluation, locked)                                                      \
    "lock: {format: " format ", evaluation: " evaluation ", locked: " locked                       \
    ", vouch: 1.0.0, digest: " DIGITS ", code: CA97-8112}\n"
    static const struct bound_case cases[] = {
        {PROJECT_LOCK_NAME, "", "evaluation.lock FILE_EMPTY the file holds nothing"},
        {PROJECT_LOCK_NAME, "lock: {}\n", "evaluation.lock:1:1 KEY_MISSING a lock needs `plan`"},
        {PROJECT_LOCK_NAME, LOCK_HEAD("2", "e", "2026-10-01") "plan: {a: b}\n",
         "evaluation.lock:1:16 LOCK_BAD `2` is not a format of lock that this version reads "
         "[expected 1]"},
        {PROJECT_LOCK_NAME, LOCK_HEAD("1", "other", "2026-10-01") "plan: {a: b}\n",
         "evaluation.lock:1:31 LOCK_BAD the lock is that of `other`, and this evaluation is `e` "
         "(take the lock out of the folder if it came with a copy of another evaluation)"},
        {PROJECT_LOCK_NAME, LOCK_HEAD("1", "e", "soon") "plan: {a: b}\n",
         "evaluation.lock:1:42 DATE_BAD `soon` is not a moment that exists "
         "[expected a day, or as 2026-10-15T12:00+02:00]"},
        {PROJECT_LOCK_NAME, LOCK_HEAD("1", "e", "2026-10-01") "plan: {}\n",
         "evaluation.lock:2:7 LOCK_BAD the lock holds no plan"},
        {PROJECT_LOCK_NAME, LOCK_HEAD("1", "e", "2026-10-01") "plan: {a: , b: [c]}\n",
         "evaluation.lock:2:8 LOCK_BAD `a` says nothing\n"
         "evaluation.lock:2:16 VALUE_KIND `b` is a list [expected a single value]"},
        {PROJECT_LOCK_NAME,
         LOCK_HEAD("1", "e", "2026-10-01") "plan: {a: b}\nearlier: [{locked: 2026-09-01}]\n",
         "evaluation.lock:3:11 KEY_MISSING an earlier lock needs `digest`\n"
         "evaluation.lock:3:11 KEY_MISSING an earlier lock needs `reason`"},
        {PROJECT_LOCK_NAME,
         LOCK_HEAD("1", "e", "2026-10-01") "plan: {a: b}\nearlier: [{locked: 2026-09-01, digest: "
                                           "ff, reason: Why}]\n",
         "evaluation.lock:3:40 DIGEST_BAD `ff` is not a SHA-256 [expected 64 hexadecimal digits]"},
    };
    check_bound_cases(NULL, cases, COUNT_OF(cases));
}

static void a_code_is_the_first_eight_digits(void **state)
{
    (void)state;
    char code[PLAN_CODE_SIZE];
    plan_code(digest_of("abc", 3), code);
    assert_string_equal(code, "BA78-16BF");
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(what_is_written_reads_back),
        cmocka_unit_test(whatever_is_edited_is_seen),
        cmocka_unit_test(what_is_no_lock_is_said),
        cmocka_unit_test(a_code_is_the_first_eight_digits),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
