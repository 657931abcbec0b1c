#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "bound_case.h"
#include "check.h"

#define MARKS "assessments/jk.yaml"

/* The head of an assessment. */
#define MARKED "evaluator: {id: jk, name: J, conflict: none, signed: 2026-10-21}\n"

/* What is marked is answered. */
static const struct bound_file ANSWERED = {"responses/acme.yaml",
                                           VENDOR "answers: {A-1: In place, B-6: We do}\n"};

static const struct bound_case ASSESSMENT_FAULTS[] = {
    {MARKS, "a: [\n",
     "assessments/jk.yaml:2:1 YAML_SYNTAX a value should stand here (take out what"
     " is too much, or use quotes)"},
    {MARKS, "marks: {}\n", "assessments/jk.yaml:1:1 KEY_MISSING an assessment needs `evaluator`"},
    {MARKS, "evaluator: {name: J, signed: x}\n",
     "assessments/jk.yaml:1:12 KEY_MISSING the evaluator needs `id`\n"
     "assessments/jk.yaml:1:30 DATE_BAD `x` is not a day that exists [expected a"
     " day as 2026-10-15]"},
    {MARKS,
     MARKED "marks: {acme: {A-1: {level: Partial, because: x}, B-6: {level: In place,"
            " because: y}}}\n",
     ""},
    {MARKS, MARKED "marks: {acme: {A-1: {level: Partial}}}\n",
     "assessments/jk.yaml:2:16 MARK_BAD the mark of acme on A-1 has no reason (add"
     " `because`: a mark without a reason is refused)"},
    {MARKS, MARKED "marks: {acme: {A-1: {level: Partial, because: '\u00A0 '}}}\n",
     "assessments/jk.yaml:2:16 MARK_BAD the mark of acme on A-1 has no reason (add"
     " `because`: a mark without a reason is refused)"},
    {MARKS, "evaluator: {id: ../jk}\n",
     "assessments/jk.yaml:1:17 ID_BAD `../jk` cannot be an id [expected letters, digits and"
     " `- _ . &`, at most 40, a letter first]"},
    {MARKS, MARKED "marks: {acme: {A-1: {level: Partialy, because: x}}}\n",
     "assessments/jk.yaml:2:29 ANSWER_UNKNOWN `Partialy` is not an answer to A-1"
     " [expected one of: Absent, Planned, Partial, In place, Measured] (did you"
     " mean `Partial`?)"},
    {MARKS, MARKED "marks: {acme: {A-2: {level: yes, because: x}, B-1: {level: -5, because: x}}}\n",
     "assessments/jk.yaml:2:29 MARK_BAD A-2 is not judged on a scale, so that it"
     " has no level\n"
     "assessments/jk.yaml:2:60 MARK_BAD B-1 is not judged on a scale, so that it"
     " has no level"},
    {MARKS,
     MARKED "marks: {amce: {A-1: {level: Partial, because: x}, A-9: {level: Partial,"
            " because: x}}}\n",
     "assessments/jk.yaml:2:9 VENDOR_UNKNOWN `amce` is not a vendor of this"
     " evaluation (did you mean `acme`?)\n"
     "assessments/jk.yaml:2:51 CRITERION_UNKNOWN `A-9` is not a criterion (did you"
     " mean `A-1`?)"},
    {MARKS, MARKED "marks: {acme: 5}\n",
     "assessments/jk.yaml:2:15 VALUE_KIND `acme` is a text [expected a map]"},
    {MARKS, MARKED "marks: 5\n",
     "assessments/jk.yaml:2:8 VALUE_KIND `marks` is a text [expected a map]"},
    {MARKS, MARKED "marks: {acme: {A-1: {because: x}, B-6: Partial}}\n",
     "assessments/jk.yaml:2:21 KEY_MISSING a mark needs `level`\n"
     "assessments/jk.yaml:2:40 VALUE_KIND a mark is a text here [expected a map]"},
    {MARKS, MARKED "marks: {acme: {A-1: {level: Partial, because: x, dissent: y}}}\n",
     "assessments/jk.yaml:2:50 KEY_UNKNOWN `dissent` is not a key of a mark (its"
     " keys are: level, because)"},
    {MARKS,
     MARKED "marks: {acme: {A-1: {level: In place, because: x}}}\n"
            "moderated: {acme: {A-1: {level: Partial, because: x, dissent: y, outside: z}}}\n",
     ""},
    {MARKS, MARKED "counts: {jk: [acme]}\n",
     "assessments/jk.yaml:2:9 KEY_MISSING `counts` needs `because`"},
    {MARKS, MARKED "counts: {jk: [acme], because: '\u00A0'}\n",
     "assessments/jk.yaml:2:9 KEY_MISSING `counts` needs `because`"},
    {MARKS, MARKED "counts: {jk: {a: b}, because: x}\n",
     "assessments/jk.yaml:2:14 VALUE_KIND `jk` is a map [expected a text or a list"
     " of texts]"},
};

static void an_assessment_with_a_fault_says_each_once(void **state)
{
    check_bound_cases(&ANSWERED, ASSESSMENT_FAULTS, COUNT_OF(ASSESSMENT_FAULTS));
}

static void marks_are_kept_with_their_reasons(void **state)
{
    const struct bound_file files[] = {
        {MARKS, "evaluator: {id: jk, name: J. Kern, role: Security, conflict: none,"
                " confidential: yes, signed: 2026-10-21}\n"
                "marks: {acme: {A-1: {level: In place, because: Covers us},"
                " B-6: {level: In place, because: Read}}}\n"
                "moderated: {acme: {B-6: {level: Partial, because: b, dissent: d, outside: o}}}\n"
                "counts: {jk: [acme, acme], mb: acme, because: Small market}\n"},
        {"assessments/mb.yaml", "evaluator: {id: mb}\n"},
        ANSWERED};
    struct bound bound;
    bound_init_sound(&bound, 0, files, COUNT_OF(files));
    const struct assessment *assessment = &bound.project.assessments[0];
    check_text(assessment->name, "J. Kern", 0);
    check_int(assessment->signed_on.day, 21, 0);
    check_int(assessment->confidential, CONFIDENTIAL_YES, 0);
    check_int((int64_t)assessment->mark_count, 3, 0);
    check_int((int64_t)assessment->marks[0].level, 3, 0);
    check_int((int64_t)assessment->marks[0].item, 2, 0);
    check_true(!assessment->marks[1].moderated && assessment->marks[2].moderated, 0);
    check_text(assessment->marks[2].dissent, "d", 0);
    check_text(assessment->marks[2].outside, "o", 0);
    check_true(assessment->is_chairs && !bound.project.assessments[1].is_chairs, 0);
    check_int((int64_t)assessment->admission_count, 3, 0);
    check_text(assessment->admissions[0].evaluator, "jk", 0);
    check_text(assessment->admissions[2].evaluator, "mb", 0);
    check_text(assessment->admissions[2].vendor, "acme", 0);
    check_text(assessment->admitted_because, "Small market", 0);
    bound_release(&bound);
}

static void moderation_and_an_evaluator_stand_in_one_file(void **state)
{
    static const char MODERATED[] = "moderated: {acme: {A-1: {level: Partial, because: x}, B-6: "
                                    "{level: Partial, because: x}}}\n";
    struct arena arena;
    arena_init(&arena);
    const struct bound_file files[] = {
        {"assessments/a.yaml", arena_format(&arena, "evaluator: {id: a}\n%s", MODERATED)},
        {"assessments/b.yaml", arena_format(&arena, "evaluator: {id: b}\n%s", MODERATED)},
        {"assessments/c.yaml", "evaluator: {id: a}\n"}};
    struct bound bound;
    bound_init(&bound, files, COUNT_OF(files));
    check_text(
        bound_faults(&bound),
        "assessments/b.yaml:2:13 MARK_BAD marks are moderated in assessments/a.yaml already,"
        " and in one file only\n"
        "assessments/c.yaml:1:17 ID_DUPLICATE `a` is the evaluator of assessments/a.yaml, too",
        0);
    check_true(!bound.sound, 0);
    bound_release(&bound);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_assessment_with_a_fault_says_each_once),
        cmocka_unit_test(marks_are_kept_with_their_reasons),
        cmocka_unit_test(moderation_and_an_evaluator_stand_in_one_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
