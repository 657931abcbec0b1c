#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "bound_case.h"
#include "check.h"

#define FINDINGS "findings/acme.yaml"

/* The head of the findings. */
#define FOUND "findings: {vendor: acme, by: J, on: 2026-10-20}\n"

#define ACME_TEXT                                                                                  \
    VENDOR "answers: {A-1: {answer: In place, evidence: {soc2: p}}, A-2: {not_applicable:"         \
           " none}}\n"                                                                             \
           "evidence: {soc2: {kind: soc2}}\n"                                                      \
           "claims: [{id: C1, says: x, figure: 4, criteria: B-1},\n"                               \
           "         {id: C2, says: y, figure: 40%, criteria: A-1, baseline: 0%},\n"               \
           "         {id: C3, says: z, figure: 120 ms, criteria: A-1, baseline: 0 ms}]\n"          \
           "effects: {h: {effect: 1}}\n"
static const struct bound_file ANSWERED = {"responses/acme.yaml", ACME_TEXT};

static const struct bound_case FINDINGS_FAULTS[] = {
    {FINDINGS, "a: [\n",
     "findings/acme.yaml:2:1 YAML_SYNTAX a value should stand here (take out what"
     " is too much, or use quotes)"},
    {FINDINGS, "shows: {}\n",
     "findings/acme.yaml:1:1 KEY_MISSING a findings file needs `vendor` under"
     " `findings`"},
    {FINDINGS, "findings: {by: J}\n",
     "findings/acme.yaml:1:11 KEY_MISSING a findings file needs `vendor` under"
     " `findings`"},
    {FINDINGS, "findings: {vendor: [a]}\n",
     "findings/acme.yaml:1:20 VALUE_KIND `vendor` is a list [expected a single"
     " value]"},
    {FINDINGS, "findings: {vendor: amce}\n",
     "findings/acme.yaml:1:20 VENDOR_UNKNOWN `amce` is not a vendor of this"
     " evaluation (did you mean `acme`?)"},
    {FINDINGS, FOUND "evidnce: {}\n",
     "findings/acme.yaml:2:1 KEY_UNKNOWN `evidnce` is not a key of a findings file"
     " (did you mean `evidence`?)"},
    {FINDINGS, "findings: {vendor: acme, on: never, of: x}\n",
     "findings/acme.yaml:1:30 DATE_BAD `never` is not a day that exists [expected a"
     " day as 2026-10-15]\n"
     "findings/acme.yaml:1:37 KEY_UNKNOWN `of` is not a key of `findings` (did you"
     " mean `on`?)"},
    {FINDINGS,
     FOUND "evidence: {soc2: {accepted: yes, held: maybe, scope: some, exceptions: [A-9],"
           " seen: yes}, sco2: {accepted: yes}, x: 5}\n",
     "findings/acme.yaml:2:40 WORD_UNKNOWN `maybe` is not allowed here [expected"
     " one of: yes, no]\n"
     "findings/acme.yaml:2:54 WORD_UNKNOWN `some` is not allowed here [expected one"
     " of: full, partial]\n"
     "findings/acme.yaml:2:73 CRITERION_UNKNOWN `A-9` is not a criterion (did you"
     " mean `A-1`?)\n"
     "findings/acme.yaml:2:85 VALUE_KIND `seen` is a text here [expected a map]\n"
     "findings/acme.yaml:2:91 EVIDENCE_UNKNOWN the vendor lists no evidence `sco2`"
     " (did you mean `soc2`?)\n"
     "findings/acme.yaml:2:114 EVIDENCE_UNKNOWN the vendor lists no evidence `x`"
     " (our own evidence has a `kind` and says what it `carries`)"},
    {FINDINGS, FOUND "evidence: {soc2: {kind: pilot, carries: [A-1]}}\n",
     "findings/acme.yaml:2:12 FINDING_BAD `soc2` is the vendor's evidence; our own"
     " needs another id"},
    {FINDINGS, FOUND "evidence: {soc2: 5}\n",
     "findings/acme.yaml:2:18 VALUE_KIND a finding on evidence is a text here"
     " [expected a map]"},
    {FINDINGS, FOUND "evidence: [a]\n",
     "findings/acme.yaml:2:11 VALUE_KIND `evidence` is a list [expected a map]"},
    {FINDINGS,
     FOUND "evidence: {p: {kind: pilott, carries: [A-9]}, q: {kind: pilot}, r: {kind:"
           " pilot, carries: A-1, on: x, scop: full}}\n",
     "findings/acme.yaml:2:22 EVIDENCE_KIND_UNKNOWN `pilott` is not a kind of"
     " evidence (did you mean `pilot`?)\n"
     "findings/acme.yaml:2:40 CRITERION_UNKNOWN `A-9` is not a criterion (did you"
     " mean `A-1`?)\n"
     "findings/acme.yaml:2:50 KEY_MISSING our own evidence needs `carries`\n"
     "findings/acme.yaml:2:100 DATE_BAD `x` is not a day that exists [expected a"
     " day as 2026-10-15]\n"
     "findings/acme.yaml:2:103 KEY_UNKNOWN `scop` is not a key of our own evidence"
     " (did you mean `scope`?)"},
    {FINDINGS,
     FOUND "shows: {A-1: {level: Partialy}, A-9: {level: x}, B-6: {level: x}, A-2:"
           " {because: x}, A-3: 5}\n",
     "findings/acme.yaml:2:22 ANSWER_UNKNOWN `Partialy` is not an answer to A-1"
     " [expected one of: Absent, Planned, Partial, In place, Measured] (did you"
     " mean `Partial`?)\n"
     "findings/acme.yaml:2:33 CRITERION_UNKNOWN `A-9` is not a criterion (did you"
     " mean `A-1`?)\n"
     "findings/acme.yaml:2:63 FINDING_BAD B-6 has no level that evidence could show\n"
     "findings/acme.yaml:2:72 KEY_MISSING what evidence shows needs `level`\n"
     "findings/acme.yaml:2:91 VALUE_KIND what evidence shows is a text here"
     " [expected a map]"},
    {FINDINGS, FOUND "shows: {A-1: {level: Partial, from: nowhere}}\n",
     "findings/acme.yaml:2:37 EVIDENCE_UNKNOWN `nowhere` is neither the vendor's"
     " evidence nor our own"},
    {FINDINGS, FOUND "shows: [a]\n",
     "findings/acme.yaml:2:8 VALUE_KIND `shows` is a list [expected a map]"},
    {FINDINGS,
     FOUND "measured: {C1: {figure: 3, from: soc2, cases: -1}, C4: {figure: 3}, effects:"
           " {h: {figure: lots}, i: {figure: 1}}}\n",
     "findings/acme.yaml:2:47 NUMBER_BAD `-1` is out of range [expected a number of"
     " 0 or more]\n"
     "findings/acme.yaml:2:52 FINDING_BAD the vendor states no claim `C4` (did you mean `C1`?)\n"
     "findings/acme.yaml:2:91 FINDING_BAD `lots` does not begin with a number"
     " [expected as `40%`, `1200 ms` or `2026-10-01`]\n"
     "findings/acme.yaml:2:98 FINDING_BAD the vendor states no effect `i`"},
    {FINDINGS, FOUND "measured:\n  C1: {figure: 3%}\n  C2: {figure: 22}\n  C3: {figure: 2 s}\n",
     "findings/acme.yaml:3:16 FINDING_BAD `3%` cannot be set against the `4` that C1"
     " claims: it is of another kind or unit\n"
     "findings/acme.yaml:4:16 FINDING_BAD `22` cannot be set against the `40%` that C2"
     " claims: it is of another kind or unit\n"
     "findings/acme.yaml:5:16 FINDING_BAD `2 s` cannot be set against the `120 ms` that"
     " C3 claims: it is of another kind or unit"},
    {FINDINGS, FOUND "measured: {C3: {figure: \"1,850 ms\", from: nowhere}}\n",
     "findings/acme.yaml:2:25 FINDING_BAD `1,850 ms` does not begin with a number"
     " [expected as `40%`, `1200 ms` or `2026-10-01`]\n"
     "findings/acme.yaml:2:43 EVIDENCE_UNKNOWN `nowhere` is neither the vendor's"
     " evidence nor our own"},
    {FINDINGS, FOUND "measured: {C1: {cases: 3}}\n",
     "findings/acme.yaml:2:16 KEY_MISSING a measured figure needs `figure`"},
    {FINDINGS, FOUND "measured: [a]\n",
     "findings/acme.yaml:2:11 VALUE_KIND `measured` is a list [expected a map]"},
    {FINDINGS, FOUND "measured: {effects: 5}\n",
     "findings/acme.yaml:2:21 VALUE_KIND `effects` is a text [expected a map]"},
    {FINDINGS,
     FOUND "not_applicable: {A-2: {agreed: perhaps}, A-1: {agreed: yes}, A-9: {agreed:"
           " no}, A-3: {because: x}}\n",
     "findings/acme.yaml:2:32 WORD_UNKNOWN `perhaps` is not allowed here [expected"
     " one of: yes, no]\n"
     "findings/acme.yaml:2:42 FINDING_BAD the vendor does not say that A-1 is not"
     " applicable\n"
     "findings/acme.yaml:2:62 CRITERION_UNKNOWN `A-9` is not a criterion (did you"
     " mean `A-1`?)\n"
     "findings/acme.yaml:2:86 KEY_MISSING a finding on `not_applicable` needs"
     " `agreed`"},
    {FINDINGS, FOUND "not_applicable: 5\n",
     "findings/acme.yaml:2:17 VALUE_KIND `not_applicable` is a text [expected a map]"},
};

static void findings_with_a_fault_say_each_once(void **state)
{
    check_bound_cases(&ANSWERED, FINDINGS_FAULTS, COUNT_OF(FINDINGS_FAULTS));
}

static void everything_a_finding_can_say_is_kept(void **state)
{
    const struct bound_file files[] = {
        {"responses/acme.yaml", ACME_TEXT},
        {"findings/acme.yaml", FOUND
         "evidence:\n"
         "  soc2: {accepted: yes, held: yes, scope: partial, exceptions: [A-1],\n"
         "         seen: {by: J, on: 2026-10-19, where: data room}, because: Carved out}\n"
         "  pilot: {kind: pilot, title: Ours, on: 2026-10-18, carries: [A-1], scope: partial,\n"
         "          expires: 2027-01-01, because: Two teams}\n"
         "  call: {kind: pilot, carries: A-2}\n"
         "shows: {A-1: {level: Partial, from: pilot, because: Two exceptions}}\n"
         "measured: {C2: {figure: 22%, from: pilot, cases: 1200},\n"
         "           effects: {h: {figure: 2, from: soc2}}}\n"
         "not_applicable: {A-2: {agreed: no, because: Logs}}\n"}};
    struct bound bound;
    bound_init_sound(&bound, 0, files, COUNT_OF(files));
    check_true(bound.sound, 0);
    const struct findings *findings = &bound.project.offers[0].findings;
    check_text(findings->by, "J", 0);
    check_int(findings->evidence[0].verdict, VERDICT_ACCEPTED, 0);
    check_true(findings->evidence[0].held && findings->evidence[0].seen, 0);
    check_text(findings->evidence[0].seen_where, "data room", 0);
    check_int(findings->evidence[0].scope, SCOPE_PARTIAL, 0);
    check_int((int64_t)findings->evidence[0].exceptions[0], 2, 0);
    check_int((int64_t)findings->own_count, 2, 0);
    check_int((int64_t)findings->own[0].carries[0], 2, 0);
    check_int(findings->own[0].expires.year, 2027, 0);
    check_int(findings->own[1].on.day, 20, 0); // the day of the findings where it has none
    check_text(findings->shows[2].word, "Partial", 0);
    check_double(findings->shows[2].value, 0.5, 0);
    check_double(findings->shows[2].place, 2, 0);
    check_text(findings->shows[2].from, "pilot", 0);
    check_text(findings->measured[0].figure, "22%", 0);
    check_int(findings->measured[0].value.kind, QUANTITY_PERCENT, 0);
    check_double(findings->measured[0].value.value, 22, 0);
    check_double(findings->measured[0].cases, 1200, 0);
    check_true(findings->measured[1].is_effect, 0);
    check_true(findings->not_applicable[3].given && !findings->not_applicable[3].agreed, 0);
    bound_release(&bound);
}

static void evidence_without_a_word_on_it_is_open(void **state)
{
    const struct bound_file files[] = {
        {"responses/acme.yaml", ACME_TEXT},
        {"findings/acme.yaml", FOUND "evidence: {soc2: {held: yes, exceptions: none}}\n"}};
    struct bound bound;
    bound_init_sound(&bound, 0, files, COUNT_OF(files));
    check_int(bound.project.offers[0].findings.evidence[0].verdict, VERDICT_OPEN, 0);
    check_int((int64_t)bound.project.offers[0].findings.evidence[0].exception_count, 0, 0);
    bound_release(&bound);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_with_a_fault_say_each_once),
        cmocka_unit_test(everything_a_finding_can_say_is_kept),
        cmocka_unit_test(evidence_without_a_word_on_it_is_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
