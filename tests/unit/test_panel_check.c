#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "bound_case.h"
#include "check.h"

/* Criteria of the panel: S-1 asks for security, S-2 for legal, S-3 for anybody, S-4 is asked only
 * where S-1 is Measured; N is not answered by Globex. */
static const struct bound_file CRITERIA = {
    "ours.yaml", "tree:\n"
                 "  - {id: S-1, title: One, answer: maturity, audience: security}\n"
                 "  - {id: S-2, title: Two, answer: maturity, audience: [legal, board]}\n"
                 "  - {id: S-3, title: Three, answer: text}\n"
                 "  - {id: S-4, title: Four, answer: maturity, when: {S-1: Measured}}\n"
                 "  - {id: N, title: No, answer: maturity}\n"
                 "views:\n"
                 "  security: {title: Our security, weights: {S-1: 1}}\n"
                 "  legal: {title: Our lawyers, weights: {S-1: 1}}\n"
                 "  board: {title: Our board, weights: {S-1: 1}}\n"};
static const struct bound_file VIEWS = {"criteria/views.yaml", "views: {}\n"};
static const struct bound_file ACME = {
    "responses/acme.yaml",
    VENDOR "answers: {S-1: Measured, S-2: Measured, S-3: Words, S-4: Measured, N: Measured}\n"};
static const struct bound_file GLOBEX = {
    "responses/globex.yaml", "vendor: {id: globex, name: Globex}\n"
                             "answers: {S-1: Partial, S-2: Measured, S-3: Words, S-4: Partial}\n"};

/* An evaluator who has declared everything, and one mark in flow style. */
#define BY(id)                 "evaluator: {id: " id ", conflict: none, signed: 2026-10-21}\n"
#define MARK(criterion, level) criterion ": {level: " level ", because: read}"
#define BOTH(criterion, a, g)                                                                      \
    "marks: {acme: {" MARK(criterion, a) "}, globex: {" MARK(criterion, g) "}}\n"

/* Texts of up to three assessments, a.yaml to c.yaml, and what is said of them. */
struct panel_case {
    const char *texts[3];
    const char *want;
};

static const struct panel_case PANEL_CASES[] = {
    {{BY("jk") BOTH("S-1", "Partial", "Partial")}, ""},
    // Moderated inside the marks, and outside with a reason.
    {{BY("jk") BOTH("S-1", "Partial", "Partial"), BY("mb") BOTH("S-1", "Measured", "Partial"),
      BY("c") "moderated: {acme: {" MARK("S-1", "In place") "}}\n"},
     ""},
    {{BY("jk") BOTH("S-1", "Partial", "Partial"), BY("mb") BOTH("S-1", "Measured", "Partial"),
      BY("c") "moderated: {acme: {S-1: {level: Absent, because: x, outside: The audit}}}\n"},
     ""},
    {{BY("jk") BOTH("S-1", "Partial", "Partial"), BY("mb") BOTH("S-1", "Measured", "Partial"),
      BY("c") "moderated: {acme: {" MARK("S-1", "Planned") "}, globex: {" MARK("S-1",
                                                                               "In place") "}}\n"},
     "assessments/c.yaml:2:20 MARK_BAD S-1 of acme is moderated at `Planned`, outside the marks"
     " [the marks lie between Partial and Measured] (add `outside` with the reason, if it is"
     " meant)\n"
     "assessments/c.yaml:2:68 MARK_BAD S-1 of globex is moderated at `In place`, outside the marks"
     " [all marks say: Partial] (add `outside` with the reason, if it is meant)"},
    // Marks that do not count span no range: of one in conflict, of one who left a vendor out.
    {{"evaluator: {id: jk, conflict: A brother, signed: 2026-10-21}\n" BOTH("S-1", "Absent",
                                                                            "Partial"),
      BY("mb") BOTH("S-1", "Measured", "Partial"),
      BY("c") "moderated: {acme: {" MARK("S-1", "Partial") "}}\n"},
     "assessments/c.yaml:2:20 MARK_BAD S-1 of acme is moderated at `Partial`, outside the marks"
     " [all marks say: Measured] (add `outside` with the reason, if it is meant)"},
    {{"evaluator: {id: jk, conflict: A brother, signed: 2026-10-21}\n" BOTH("S-1", "Absent",
                                                                            "Partial")},
     "assessments/a.yaml:1:31 EVALUATOR_CONFLICT `jk` declares a conflict and marks; the marks do"
     " not count (the chair may let them: `counts: {jk: [vendor], because: …}`)"},
    {{BY("jk") "marks: {acme: {" MARK("S-1", "Absent") "}}\n",
      BY("mb") BOTH("S-1", "Measured", "Partial"),
      BY("c") "moderated: {acme: {" MARK("S-1", "Partial") "}}\n"},
     "assessments/c.yaml:2:20 MARK_BAD S-1 of acme is moderated at `Partial`, outside the marks"
     " [all marks say: Measured] (add `outside` with the reason, if it is meant)"},
    // The chair lets it count, of one vendor; and another who is the chair lets themselves.
    {{"evaluator: {id: jk, conflict: A brother, signed: 2026-10-21}\n" BOTH("S-1", "Partial",
                                                                            "Partial"),
      BY("c") "counts: {JK: Acme, because: One reader}\n"},
     "assessments/a.yaml:1:31 EVALUATOR_CONFLICT `jk` declares a conflict and marks; the chair lets"
     " the marks count only of acme"},
    {{"evaluator: {id: jk, conflict: A brother, signed: 2026-10-21}\n" BOTH(
         "S-1", "Partial", "Partial") "counts: {jk: [acme, globex], because: x}\n"},
     "assessments/a.yaml:1:31 EVALUATOR_CONFLICT `jk` declares a conflict and marks; the chair lets"
     " the marks count only of acme, globex (`jk` is the chair, too: somebody else should let them"
     " count)"},
    {{BY("jk") BOTH("S-1", "Partial", "Partial"),
      BY("c") "counts: {jl: [acme, globix], because: x}\n"},
     "assessments/b.yaml:2:10 ID_UNKNOWN `jl` is not an evaluator of this evaluation (did you mean"
     " `jk`?)\n"
     "assessments/b.yaml:2:21 VENDOR_UNKNOWN `globix` is not a vendor of this evaluation (did you"
     " mean `globex`?)"},
    {{BY("jk") "counts: {jk: [acme], because: x}\n" BOTH("S-1", "Partial", "Partial"),
      BY("c") "counts: {jk: [acme], because: x}\n",
      BY("d") "moderated: {acme: {" MARK("S-1", "Partial") "}}\n"},
     "assessments/a.yaml:2:10 MARK_BAD `counts` stands in the chair's file only, which is"
     " assessments/c.yaml\n"
     "assessments/b.yaml:2:10 MARK_BAD `counts` stands in the chair's file only, which is"
     " assessments/c.yaml"},
    // Twice, in letters of another case.
    {{BY("jk") "marks: {acme: {" MARK("S-1", "Partial") ", " MARK(
         "s-1", "Partial") "}, globex: {" MARK("S-1", "Partial") "}}\n"},
     "assessments/a.yaml:2:54 MARK_BAD S-1 of acme is marked twice"},
    // A vendor is left out on three criteria; on S-4 it may not have been asked.
    {{BY("jk") "marks: {acme: {" MARK("S-1", "Partial") ", " MARK("S-2", "Partial") ", " MARK(
         "S-3", "Partial") ", " MARK("S-4", "Partial") ", " MARK("N", "Partial") "}}\n"},
     "assessments/a.yaml:2:16 MARK_NOT_COUNTED `jk` does not mark every vendor on S-1, S-2, S-3, so"
     " that the marks there do not count (globex answered S-1 and is not marked)"},
    // What is not answered.
    {{BY("jk") BOTH("N", "Partial", "Partial")},
     "assessments/a.yaml:2:62 MARK_NOT_COUNTED `jk` marks N of globex, which is not answered, so"
     " that nothing counts there"},
    {{BY("jk")
          BOTH("S-1", "Partial", "Partial") "moderated: {globex: {" MARK("N", "Partial") "}}\n"},
     "assessments/a.yaml:3:22 MARK_NOT_COUNTED `jk` marks N of globex, which is not answered, so"
     " that nothing counts there"},
    // Nobody marked it.
    {{BY("c") "moderated: {acme: {" MARK("S-2", "Partial") ", " MARK("S-1", "Partial") "}}\n"},
     "assessments/a.yaml:2:58 MODERATED_ALONE nobody marked S-1 of acme, S-2 of acme, and the chair"
     " moderated it all the same"},
    // By role: an id or a title of a view. Another role says nothing.
    {{"evaluator: {id: jk, role: Security, conflict: no, signed: 2026-10-21}\n" BOTH(
          "S-2", "Partial", "Partial"),
      "evaluator: {id: mb, role: our LAWYERS, conflict: no, signed: 2026-10-21}\n" BOTH(
          "S-1", "Partial", "Partial"),
      "evaluator: {id: ls, role: CISO, conflict: no, signed: 2026-10-21}\n" BOTH("S-2", "Partial",
                                                                                 "Partial")},
     "assessments/a.yaml:2:16 MARK_AUDIENCE `jk` is asked for security and marks what asks for"
     " others: S-2 (legal)\n"
     "assessments/b.yaml:2:16 MARK_AUDIENCE `mb` is asked for legal and marks what asks for others:"
     " S-1 (security)"},
    {{"evaluator: {id: jk, role: Our board, conflict: no, signed: 2026-10-21}\n" BOTH(
          "S-2", "Partial", "Partial"),
      "evaluator: {id: mb, role: Security, conflict: no, signed: 2026-10-21}\n" BOTH(
          "S-3", "Partial", "Partial")},
     ""},
    // Declarations.
    {{"evaluator: {id: jk}\n" BOTH("S-1", "Partial", "Partial"),
      "evaluator: {id: mb, conflict: '', confidential: no, signed: 2026-10-21}\n" BOTH(
          "S-1", "Partial", "Partial"),
      "evaluator: {id: ls}\n"},
     "assessments/a.yaml:1:17 DECLARATION_OPEN `jk` says nothing of a conflict and has not"
     " signed\n"
     "assessments/b.yaml:1:17 DECLARATION_OPEN `mb` says nothing of a conflict and does not keep it"
     " confidential"},
    {{"evaluator: {id: jk, conflict: none, confidential: maybe, signed: 2026-10-21}\n"},
     "assessments/a.yaml:1:51 WORD_UNKNOWN `maybe` is not allowed here [expected one of: yes, no,"
     " true, false]"},
};

static void a_panel_is_held_against_itself(void **state)
{
    static const char *const NAMES[] = {"assessments/a.yaml", "assessments/b.yaml",
                                        "assessments/c.yaml"};
    for (size_t i = 0; i < COUNT_OF(PANEL_CASES); i++) {
        struct bound_file files[4 + COUNT_OF(NAMES)] = {CRITERIA, VIEWS, ACME, GLOBEX};
        size_t count = 4;
        for (size_t t = 0; t < COUNT_OF(NAMES) && PANEL_CASES[i].texts[t] != NULL; t++) {
            files[count++] = (struct bound_file){NAMES[t], PANEL_CASES[i].texts[t]};
        }
        struct bound bound;
        bound_init(&bound, files, count);
        check_text(bound_faults(&bound), PANEL_CASES[i].want, i);
        bound_release(&bound);
    }
}

static void vendors_that_are_not_scored_need_no_mark(void **state)
{
    static const struct {
        const char *globex; // its response; NULL: none
        const char *want;
    } cases[] = {
        {NULL, "evaluation.yaml:4:17 RESPONSE_MISSING `globex` was invited and has no response"},
        {"vendor: {id: globex, name: Globex}\nanswers: {S-1: Nearly}\n",
         "responses/globex.yaml:2:16 ANSWER_UNKNOWN `Nearly` is not an answer to S-1 [expected one"
         " of: Absent, Planned, Partial, In place, Measured]"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct bound_file files[] = {
            CRITERIA,
            VIEWS,
            ACME,
            {"evaluation.yaml", HEAD "vendors: [{id: acme},\n           {id: globex}]\n"},
            {"responses/globex.yaml", cases[i].globex},
            {"assessments/a.yaml", BY("jk") "marks: {acme: {" MARK("S-1", "Partial") "}}\n"}};
        struct bound bound;
        bound_init(&bound, files, COUNT_OF(files));
        check_text(bound_faults(&bound), cases[i].want, i);
        bound_release(&bound);
    }
}

static void marks_of_who_is_not_scored_are_doubted(void **state)
{
    const struct bound_file files[] = {
        CRITERIA,
        VIEWS,
        ACME,
        {"evaluation.yaml", HEAD "vendors: [{id: acme},\n           {id: globex}]\n"},
        {"assessments/a.yaml", BY("jk") BOTH("S-1", "Partial", "Partial")}};
    struct bound bound;
    bound_init(&bound, files, COUNT_OF(files));
    check_text(bound_faults(&bound),
               "assessments/a.yaml:2:55 MARK_NOT_COUNTED `jk` marks globex, whose response is not"
               " scored\n"
               "evaluation.yaml:4:17 RESPONSE_MISSING `globex` was invited and has no response",
               0);
    check_true(bound.sound, 0);
    bound_release(&bound);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_panel_is_held_against_itself),
        cmocka_unit_test(vendors_that_are_not_scored_need_no_mark),
        cmocka_unit_test(marks_of_who_is_not_scored_are_doubted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
