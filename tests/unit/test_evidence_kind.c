#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "bound_case.h"
#include "check.h"

#define OURS  "ours.yaml"
#define KINDS "criteria/evidence.yaml"

static const struct bound_case KINDS_FAULTS[] = {
    {KINDS, "kinds: {id: policy}\n",
     "criteria/evidence.yaml:1:8 VALUE_KIND `kinds` is a map [expected a list]"},
    {KINDS,
     "kinds:\n"
     "  - {id: policy, title: P, grade: documented}\n"
     "  - {id: soc2, title: S, grade: indepndent, lifetime: 12 moons}\n"
     "  - {id: pilot, title: P, grade: verified}\n",
     "criteria/evidence.yaml:3:33 WORD_UNKNOWN `indepndent` is not allowed here"
     " [expected one of: stated, documented, independent, verified] (did you mean"
     " `independent`?)\n"
     "criteria/evidence.yaml:3:55 WORD_UNKNOWN `12 moons` is not a lifetime"
     " [expected as in: 12 months, 3 years, none]"},
    {KINDS,
     "kinds:\n"
     "  - {id: policy, title: P, grade: documented}\n"
     "  - {id: soc2, title: S, grade: independent}\n"
     "  - {id: pilot, title: P, grade: verified}\n"
     "  - {id: policy, title: P, grade: stated}\n",
     "criteria/evidence.yaml:5:10 ID_DUPLICATE `policy` is a kind of evidence"
     " already [it stands at criteria/evidence.yaml:2:10, too]"},
    {KINDS,
     "kinds:\n"
     "  - {id: policy, title: P, grade: documented}\n"
     "  - {id: soc2, title: S, grade: independent}\n"
     "  - {id: pilot, title: P, grade: verified}\n"
     "  - {title: Q, grade: stated}\n"
     "  - {id: 9, title: Q, grade: stated, lifetime: [1]}\n",
     "criteria/evidence.yaml:5:5 KEY_MISSING a kind of evidence needs `id`\n"
     "criteria/evidence.yaml:6:10 ID_BAD `9` cannot be an id [expected letters,"
     " digits and `- _ . &`, at most 40, a letter first]\n"
     "criteria/evidence.yaml:6:48 VALUE_KIND `lifetime` is a list [expected a"
     " single value]"},
    {OURS,
     TREE "kinds:\n"
          "  - {id: policy, title: Another, grade: stated}\n",
     "ours.yaml:4:10 CRITERIA_CLASH `policy` is a kind of evidence already [it"
     " stands at criteria/evidence.yaml:2:10, too]"},
    {KINDS,
     "kinds:\n"
     "  - {id: policy, title: P, grade: documented, lifetime: 0 months}\n"
     "  - {id: soc2, title: S, grade: independent, lifetime: 12}\n"
     "  - {id: pilot, title: P, grade: verified, lifetime: 101 years}\n",
     "criteria/evidence.yaml:2:57 WORD_UNKNOWN `0 months` is not a lifetime"
     " [expected as in: 12 months, 3 years, none]\n"
     "criteria/evidence.yaml:3:56 WORD_UNKNOWN `12` is not a lifetime [expected as"
     " in: 12 months, 3 years, none]\n"
     "criteria/evidence.yaml:4:54 WORD_UNKNOWN `101 years` is not a lifetime"
     " [expected as in: 12 months, 3 years, none]"},
};

static void a_kind_with_a_fault_says_each_once(void **state)
{
    check_bound_cases(NULL, KINDS_FAULTS, COUNT_OF(KINDS_FAULTS));
}

static void a_kind_has_a_grade_and_a_lifetime(void **state)
{
    static const struct {
        const char *id;
        enum grade grade;
        int months;
        bool buyer_only;
    } cases[] = {
        {"policy", GRADE_DOCUMENTED, 0, false},
        {"soc2", GRADE_INDEPENDENT, 12, false},
        {"pilot", GRADE_VERIFIED, 12, true},
    };
    struct bound bound;
    bound_init(&bound, NULL, 0);
    const struct criteria *criteria = &bound.project.evaluation.criteria;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        size_t index = 99;
        check_true(map_find(&criteria->kind_by_id, cases[i].id, &index), i);
        const struct evidence_kind *kind = &criteria->kinds[index];
        check_int(kind->grade, cases[i].grade, i);
        check_int(kind->lifetime_months, cases[i].months, i);
        check_true(kind->buyer_only == cases[i].buyer_only, i);
    }
    bound_release(&bound);
}

static void a_criteria_file_adds_kinds_of_its_own(void **state)
{
    const struct bound_file file = {
        OURS, TREE "kinds:\n"
                   "  - {id: visit, title: Site visit, grade: verified, lifetime: 1 month,\n"
                   "     buyer_only: yes, check: Who went, source: own}\n"};
    struct bound bound;
    bound_init_sound(&bound, 0, &file, 1);
    const struct criteria *criteria = &bound.project.evaluation.criteria;
    check_int((int64_t)criteria->kind_count, 4, 0);
    check_text(criteria->kinds[3].check, "Who went", 0);
    check_text(criteria->kinds[3].source, "own", 0);
    check_int(criteria->kinds[3].lifetime_months, 1, 0);
    bound_release(&bound);
}

static void a_grade_is_found_by_its_word(void **state)
{
    static const char *const words[] = {"stated", "documented", "independent", "Verified"};
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        enum grade grade = GRADE_COUNT;
        check_true(grade_find(words[i], &grade), i);
        check_int(grade, (int64_t)i, i);
        check_true(text_equal_ignoring_case(grade_word(grade), words[i]), i);
    }
    enum grade untouched = GRADE_COUNT;
    check_true(!grade_find("proven", &untouched), 4);
    check_int(untouched, GRADE_COUNT, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kind_with_a_fault_says_each_once),
        cmocka_unit_test(a_kind_has_a_grade_and_a_lifetime),
        cmocka_unit_test(a_criteria_file_adds_kinds_of_its_own),
        cmocka_unit_test(a_grade_is_found_by_its_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
