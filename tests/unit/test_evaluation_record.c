#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "bound_case.h"
#include "check.h"

#define EVALUATION "evaluation.yaml"

static const struct bound_case RECORD_FAULTS[] = {
    {EVALUATION, HEAD "vendors: []\n",
     "evaluation.yaml:3:10 EVALUATION_BAD `vendors` names nobody (leave it out to"
     " compare whoever has a response)"},
    {EVALUATION, HEAD "vendors: acme\n",
     "evaluation.yaml:3:10 VALUE_KIND `vendors` is a text [expected a list]"},
    {EVALUATION, HEAD "vendors: [acme, {id: Acme}]\n",
     "evaluation.yaml:3:22 ID_DUPLICATE `Acme` is invited twice"},
    {EVALUATION, HEAD "vendors: [{id: ac me}, {contact: x}, acme]\n",
     "evaluation.yaml:3:16 VENDOR_ID_BAD `ac me` cannot be a vendor's id [expected"
     " letters, digits, `-` and `_`, at most 28]\n"
     "evaluation.yaml:3:24 KEY_MISSING a vendor needs `id`"},
    {EVALUATION, HEAD "vendors: [{id: acme, received: 2026-10-14T25:02}]\n",
     "evaluation.yaml:3:32 DATE_BAD `2026-10-14T25:02` is not a moment that exists"
     " [expected a day, or as 2026-10-15T12:00+02:00]"},
    {EVALUATION, HEAD "vendors: [acme, [b], abcdefghijklmnopqrstuvwxyz123]\n",
     "evaluation.yaml:3:17 VALUE_KIND a vendor is a list here [expected a map]\n"
     "evaluation.yaml:3:22 VENDOR_ID_BAD `abcdefghijklmnopqrstuvwxyz123` cannot be"
     " a vendor's id [expected letters, digits, `-` and `_`, at most 28]"},
    {EVALUATION,
     HEAD "waivers: [{vendor: acme, gate: A-1, by: CISO, on: 2026-10-20, until:"
          " 2027-01-31, why: x}]\n",
     ""},
    {EVALUATION,
     HEAD "waivers: [{vendor: acme, gate: A-1, by: CEO, on: 2026-10-20, until:"
          " 2027-01-31, why: x}]\n",
     "evaluation.yaml:3:41 WAIVER_BAD `CEO` may not waive A-1 [waivable by: CISO,"
     " CIO]"},
    {EVALUATION,
     HEAD "waivers: [{vendor: acme, gate: A-2, by: CISO, on: 2026-10-20, until:"
          " 2027-01-31, why: x}]\n",
     "evaluation.yaml:3:32 WAIVER_BAD A-2 is not a mandatory requirement, there is"
     " nothing to waive"},
    {EVALUATION,
     HEAD "waivers: [{vendor: acme, gate: A-9, by: CISO, on: 2026-10-20, until:"
          " 2027-01-31, why: x}]\n",
     "evaluation.yaml:3:32 WAIVER_BAD `A-9` is not an item (did you mean `A-1`?)"},
    {EVALUATION,
     HEAD "waivers: [{vendor: amce, gate: A-1, by: CISO, on: 2026-10-20, until:"
          " 2027-01-31, why: x}]\n",
     "evaluation.yaml:3:20 WAIVER_BAD `amce` is not a vendor of this evaluation"
     " (did you mean `acme`?)"},
    {EVALUATION,
     HEAD "waivers: [{vendor: acme, gate: A-1, by: CISO, on: 2026-10-20, until:"
          " 2026-01-31, why: x}]\n",
     "evaluation.yaml:3:70 WAIVER_BAD the waiver ends before it begins"},
    {EVALUATION, HEAD "waivers: [{vendor: acme, gate: A-1}]\n",
     "evaluation.yaml:3:11 KEY_MISSING a waiver needs `by`\n"
     "evaluation.yaml:3:11 KEY_MISSING a waiver needs `on`\n"
     "evaluation.yaml:3:11 KEY_MISSING a waiver needs `until`\n"
     "evaluation.yaml:3:11 KEY_MISSING a waiver needs `why`"},
    {EVALUATION, HEAD "waivers: {vendor: acme}\n",
     "evaluation.yaml:3:10 VALUE_KIND `waivers` is a map [expected a list]"},
    {EVALUATION,
     HEAD "rules: {minimum: {A: 60}}\n"
          "waivers: [{vendor: acme, gate: A, by: CISO, on: 2026-10-20, until:"
          " 2027-01-31, why: x}]\n",
     "evaluation.yaml:4:39 WAIVER_BAD `CISO` may not waive A [waivable by: nobody]"},
    {EVALUATION,
     HEAD "conditions_closed: [{vendor: acme, criterion: A-1, on: 2026-10-20, by: me},"
          " {vendor: acm, criterion: A-1, on: 2026-10-20}, {vendor: acme, criterion:"
          " A-9, on: 2026-10-20}, {vendor: acme}]\n",
     "evaluation.yaml:3:86 VENDOR_UNKNOWN `acm` is not a vendor of this evaluation"
     " (did you mean `acme`?)\n"
     "evaluation.yaml:3:150 ID_UNKNOWN `A-9` is not an item (did you mean `A-1`?)\n"
     "evaluation.yaml:3:172 KEY_MISSING a closed condition needs `criterion`\n"
     "evaluation.yaml:3:172 KEY_MISSING a closed condition needs `on`"},
    {EVALUATION, HEAD "conditions_closed: 5\n",
     "evaluation.yaml:3:20 VALUE_KIND `conditions_closed` is a text [expected a"
     " list]"},
    {EVALUATION, HEAD "decision: {chosen: globex, by: B, on: 2026-11-20}\n",
     "evaluation.yaml:3:20 VENDOR_UNKNOWN `globex` is not a vendor of this"
     " evaluation"},
    {EVALUATION, HEAD "decision: {chosen: acme, by: B, on: 20 Nov 2026}\n",
     "evaluation.yaml:3:37 DATE_BAD `20 Nov 2026` is not a day that exists"
     " [expected a day as 2026-10-15]"},
    {EVALUATION, HEAD "approvals: [{name: J, role: R, on: 2026-11-18}, {role: R}]\n",
     "evaluation.yaml:3:49 KEY_MISSING an approval needs `name`"},
    {EVALUATION, HEAD "approvals: J\n",
     "evaluation.yaml:3:12 VALUE_KIND `approvals` is a text [expected a list]"},
    {EVALUATION, HEAD "panel: [{id: jk, audience: [security, secrity]}, {name: J}, {id: JK}]\n",
     "evaluation.yaml:3:39 AUDIENCE_UNKNOWN `secrity` is no audience that is known [expected one "
     "of:"
     " board, security, legal, finance, operations, people] (did you mean `security`?)\n"
     "evaluation.yaml:3:50 KEY_MISSING a member of the panel needs `id`\n"
     "evaluation.yaml:3:66 ID_DUPLICATE `JK` is a member of the panel already [it stands at"
     " evaluation.yaml:3:14, too]"},
    {EVALUATION, HEAD "panel: [{id: jk, chair: yes}, {id: mo, chair: yes}, {id: 7}]\n",
     "evaluation.yaml:3:40 EVALUATION_BAD the panel has two chairs\n"
     "evaluation.yaml:3:58 ID_BAD `7` cannot be an id [expected letters, digits and `- _ . &`, at"
     " most 40, a letter first]"},
};

static void records_with_a_fault_say_each_once(void **state)
{
    check_bound_cases(NULL, RECORD_FAULTS, COUNT_OF(RECORD_FAULTS));
}

static void what_is_on_record_is_kept(void **state)
{
    const struct bound_file file = {
        EVALUATION,
        HEAD "vendors: [{id: acme, contact: a@b.example, received: 2026-10-14T16:02+02:00}]\n"
             "waivers: [{vendor: acme, gate: A-1, by: cio, on: 2026-10-20, until: 2026-10-20,\n"
             "           why: Booked, meanwhile: Limited}]\n"
             "conditions_closed: [{vendor: acme, criterion: A-2, on: 2026-10-21, by: Legal}]\n"
             "decision: {chosen: Acme, by: Board, on: 2026-11-20, why: First}\n"
             "approvals: [{name: J. Kern, role: Chair, on: 2026-11-18}]\n"
             "panel: [{id: jk, role: Chair, audience: security, chair: yes}, {id: mo}]\n"};
    struct bound bound;
    bound_init_sound(&bound, 0, &file, 1);
    const struct evaluation *evaluation = &bound.project.evaluation;
    check_text(evaluation->invited[0].contact, "a@b.example", 0);
    check_true(evaluation->invited[0].has_received, 0);
    check_int((int64_t)evaluation->waivers[0].item, 2, 0);
    check_text(evaluation->waivers[0].meanwhile, "Limited", 0);
    check_int((int64_t)evaluation->closed[0].item, 3, 0);
    check_text(evaluation->closed[0].by, "Legal", 0);
    check_text(evaluation->decision.chosen, "Acme", 0);
    check_int(evaluation->decision.on.month, 11, 0);
    check_text(evaluation->approvals[0].role, "Chair", 0);
    check_int((int64_t)evaluation->panel_count, 2, 0);
    check_text(evaluation->panel[0].audience[0], "security", 0);
    check_true(evaluation->panel[0].is_chair, 0);
    check_int((int64_t)evaluation->panel[1].audience_count, 0, 0);
    bound_release(&bound);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_with_a_fault_say_each_once),
        cmocka_unit_test(what_is_on_record_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
