#include "model/project.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "bound_case.h"
#include "check.h"

#define DUE                                                                                        \
    "evaluation: {id: e, title: E, answers_due: 2026-10-15T12:00+02:00}\ncriteria: ours.yaml\n"
#define GLOBEX "vendor: {id: globex, name: Globex}\nanswers: {A-1: Partial}\n"

/* Offers as `id state`, in order. */
static const char *offers_text(struct bound *bound)
{
    static const char *const STATES[] = {"scored", "missing", "faulty", "late", "withdrawn"};
    struct text_builder text;
    text_builder_init(&text, &bound->arena);
    for (size_t i = 0; i < bound->project.offer_count; i++) {
        const struct offer *offer = &bound->project.offers[i];
        text_add_format(&text, "%s%s (%s) %s", i > 0 ? ", " : "", offer->id, offer->name,
                        STATES[offer->state]);
    }
    return text.text;
}

struct project_case {
    const char *evaluation; // NULL: as it is
    struct bound_file files[3];
    const char *offers;
    const char *faults;
    bool sound;
};

static void check_projects(const struct project_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct bound_file files[4];
        size_t given = 0;
        if (cases[i].evaluation != NULL) {
            files[given++] = (struct bound_file){"evaluation.yaml", cases[i].evaluation};
        }
        for (size_t f = 0; f < 3 && cases[i].files[f].name != NULL; f++) {
            files[given++] = cases[i].files[f];
        }
        struct bound bound;
        bound_init(&bound, files, given);
        check_text(offers_text(&bound), cases[i].offers, i);
        check_text(bound_faults(&bound), cases[i].faults, i);
        check_true(bound.sound == cases[i].sound, i);
        bound_release(&bound);
    }
}

static void offers_stand_as_invited_or_by_file(void **state)
{
    static const struct project_case cases[] = {
        {NULL,
         {{"responses/Zed.yaml", "vendor: {id: a, name: A}\nanswers: {}\n"},
          {"responses/b.json", "{\"vendor\": {\"id\": \"z\", \"name\": \"Z\"}, \"answers\": {}}"}},
         "a (A) scored, acme (Acme) scored, z (Z) scored",
         "",
         true},
        {HEAD "vendors: [globex, acme]\n",
         {{"responses/globex.yaml", GLOBEX}},
         "globex (Globex) scored, acme (Acme) scored",
         "",
         true},
        {HEAD "vendors: [globex, ACME]\n",
         {{NULL, NULL}},
         "globex (globex) missing, acme (Acme) scored",
         "evaluation.yaml:3:11 RESPONSE_MISSING `globex` was invited and has no response",
         true},
        {HEAD "vendors: [acme]\n",
         {{"responses/globex.yaml", GLOBEX}},
         "acme (Acme) scored",
         "responses/globex.yaml:1:14 RESPONSE_NOT_INVITED `globex` was not invited; its response is"
         " not scored",
         true},
        {NULL,
         {{"responses/acme.yaml", NULL}},
         "",
         "evaluation.yaml RESPONSES_NONE there is no response in responses/",
         false},
    };
    check_projects(cases, COUNT_OF(cases));
}

static void a_response_after_the_day_is_late(void **state)
{
    static const struct project_case cases[] = {
        {DUE "vendors: [{id: acme, received: 2026-10-15T11:59+02:00}]\n",
         {{NULL, NULL}},
         "acme (Acme) scored",
         "",
         true},
        {DUE "vendors: [{id: acme, received: 2026-10-15T12:00+02:00}]\n",
         {{NULL, NULL}},
         "acme (Acme) scored",
         "",
         true},
        {DUE "vendors: [{id: acme, received: 2026-10-15T10:01Z}, globex]\n",
         {{"responses/globex.yaml", GLOBEX}},
         "acme (Acme) late, globex (Globex) scored",
         "evaluation.yaml:3:16 RESPONSE_LATE the response of `acme` was received after answers were"
         " due; it is not scored",
         true},
        {DUE "vendors: [{id: acme, received: 2026-10-15}]\n",
         {{NULL, NULL}},
         "acme (Acme) scored",
         "",
         true},
        {DUE "vendors: [{id: acme, received: 2026-10-16}, globex]\n",
         {{"responses/globex.yaml", GLOBEX}},
         "acme (Acme) late, globex (Globex) scored",
         "evaluation.yaml:3:16 RESPONSE_LATE the response of `acme` was received after answers were"
         " due; it is not scored",
         true},
    };
    check_projects(cases, COUNT_OF(cases));
}

static void a_late_response_is_scored_where_rules_and_register_say_so(void **state)
{
    static const char LATE[] = "evaluation.yaml:4:16 RESPONSE_LATE the response of `acme` was"
                               " received after answers were due; it is not scored";
    static const char ACCEPT[] = DUE "rules: {late: accept_with_reason}\n"
                                     "vendors: [{id: acme, received: 2026-10-16, late_because: "
                                     "Our mail was down}, globex]\n";
    static const char WITHOUT[] = DUE "rules: {late: accept_with_reason}\n"
                                      "vendors: [{id: acme, received: 2026-10-16}, globex]\n";
    static const char REFUSED[] = DUE "rules: {late: refuse}\n"
                                      "vendors: [{id: acme, received: 2026-10-16, late_because: "
                                      "x}, globex]\n";
    static const char IN_TIME[] = DUE "rules: {late: accept_with_reason}\n"
                                      "vendors: [{id: acme, received: 2026-10-15, late_because: "
                                      "x}, globex]\n";
    struct arena arena;
    arena_init(&arena);
    const struct bound_file globex = {"responses/globex.yaml", GLOBEX};
    const struct project_case cases[] = {
        {ACCEPT, {globex}, "acme (Acme) scored, globex (Globex) scored", "", true},
        {WITHOUT,
         {globex},
         "acme (Acme) late, globex (Globex) scored",
         arena_format(&arena, "%s (`late_because` says why it is accepted all the same)", LATE),
         true},
        {REFUSED,
         {globex},
         "acme (Acme) late, globex (Globex) scored",
         arena_format(&arena, "%s (`late_because` counts only under `late: accept_with_reason`)",
                      LATE),
         true},
        {IN_TIME,
         {globex},
         "acme (Acme) scored, globex (Globex) scored",
         "evaluation.yaml:4:16 REGISTER_CLASH `late_because` is said of `acme`, whose response is "
         "not late",
         true},
    };
    check_projects(cases, COUNT_OF(cases));
    arena_release(&arena);
}

static void who_withdrew_is_listed_whether_a_response_came_or_not(void **state)
{
    static const struct project_case cases[] = {
        {HEAD "vendors: [acme, {id: globex, withdrawn: {on: 2026-10-20, why: No capacity}}]\n",
         {{NULL, NULL}},
         "acme (Acme) scored, globex (globex) withdrawn",
         "",
         true},
        {HEAD "vendors: [acme, {id: globex, withdrawn: {on: 2026-10-20}}]\n",
         {{"responses/globex.yaml", GLOBEX}},
         "acme (Acme) scored, globex (Globex) withdrawn",
         "",
         true},
        {HEAD "vendors: [acme, {id: globex, withdrawn: {why: x}}]\n",
         {{"responses/globex.yaml", GLOBEX}},
         "acme (Acme) scored, globex (Globex) withdrawn",
         "evaluation.yaml:3:41 KEY_MISSING `withdrawn` needs `on`",
         false},
    };
    check_projects(cases, COUNT_OF(cases));
}

static void one_faulty_response_never_stops_the_others(void **state)
{
    static const struct project_case cases[] = {
        {NULL,
         {{"responses/globex.yaml", "vendor: {id: globex, name: Globex}\nanswers: {A-2: x}\n"}},
         "acme (Acme) scored, globex (Globex) faulty",
         "responses/globex.yaml:2:16 ANSWER_UNKNOWN `x` is not an answer to A-2 [expected one of:"
         " yes, no]",
         true},
        {HEAD "vendors: [globex, acme]\n",
         {{"responses/globex.yaml", "vendor: [\n"}},
         "globex (globex) faulty, acme (Acme) scored",
         "responses/globex.yaml:2:1 YAML_SYNTAX a value should stand here (take out what is too"
         " much, or use quotes)",
         true},
        {NULL,
         {{"responses/two.yaml", "vendor: {id: ACME, name: Other}\nanswers: {}\n"},
          {"responses/globex.yaml", GLOBEX}},
         "acme (Acme) faulty, globex (Globex) scored",
         "responses/two.yaml:1:14 VENDOR_DUPLICATE `ACME` is the vendor of responses/acme.yaml, "
         "too;"
         " neither is scored",
         true},
        {NULL,
         {{"responses/acme.json", "{"}},
         "responses/acme.json (responses/acme.json) faulty, acme (Acme) scored",
         "responses/acme.json:1:2 JSON_SYNTAX expected a text in double quotes, found the end of "
         "the file",
         true},
        {"evaluation: {title: E}\ncriteria: [\n",
         {{"responses/globex.yaml", "vendor: [\n"}},
         "acme (Acme) scored, globex (globex) faulty",
         "evaluation.yaml:3:1 YAML_SYNTAX a value should stand here (take out what is too much, or"
         " use quotes)\n"
         "responses/globex.yaml:2:1 YAML_SYNTAX a value should stand here (take out what is too"
         " much, or use quotes)",
         false},
    };
    check_projects(cases, COUNT_OF(cases));
}

static void an_evidence_file_is_no_response(void **state)
{
    static const struct project_case cases[] = {
        {NULL,
         {{"responses/acme.yaml",
           VENDOR "answers: {}\nevidence: {bom: {kind: policy, file: bom.json}}\n"
                  "claims: [{id: C, says: x, criteria: [A-1], evidence: [bom]}]\n"},
          {"responses/bom.json", "{\"components\": []}"}},
         "acme (Acme) scored",
         "",
         true},
    };
    check_projects(cases, COUNT_OF(cases));
}

static void findings_belong_to_one_vendor(void **state)
{
    static const struct project_case cases[] = {
        {NULL,
         {{"findings/a.yaml", "findings: {vendor: Acme}\n"},
          {"findings/b.yaml", "findings: {vendor: acme}\n"}},
         "acme (Acme) scored",
         "findings/b.yaml:1:20 FINDING_BAD the findings on `acme` stand in findings/a.yaml already",
         false},
        {HEAD "vendors: [acme, globex]\n",
         {{"findings/globex.yaml", "findings: {vendor: globex}\nshows: {A-9: {level: x}}\n"}},
         "acme (Acme) scored, globex (globex) missing",
         "evaluation.yaml:3:17 RESPONSE_MISSING `globex` was invited and has no response",
         true},
        {HEAD "vendors: [acme]\n",
         {{"findings/globex.yaml", "findings: {vendor: globex}\n"},
          {"responses/globex.yaml", GLOBEX}},
         "acme (Acme) scored",
         "responses/globex.yaml:1:14 RESPONSE_NOT_INVITED `globex` was not invited; its response is"
         " not scored",
         true},
    };
    check_projects(cases, COUNT_OF(cases));
}

static void what_is_not_yet_computed_is_said_once(void **state)
{
    const struct bound_file files[] = {
        {"evaluation.yaml",
         HEAD "money: {years: 2, benefits: [{id: h, item: H, volume: 1, value: 1, plausible: 1}]}\n"
              "views: {v: {A: 1}, w: {B: 1}}\n"},
        {"responses/acme.yaml",
         VENDOR "answers: {}\neffects: {h: {effect: 4}}\ncosts: [{item: I, once: 1}]\n"},
        {"responses/b.yaml", "vendor: {id: b, name: B}\nanswers: {}\neffects: {h: {effect: 4}}\n"},
        {"findings/acme.yaml",
         "findings: {vendor: acme}\nmeasured: {effects: {h: {figure: 3}}}\n"}};
    struct bound bound;
    bound_init_sound(&bound, 0, files, COUNT_OF(files));
    check_text(
        bound_notes(&bound),
        "evaluation.yaml:3:8 NOT_YET_COMPUTED costs and benefits are read, but not yet computed\n"
        "evaluation.yaml:4:9 NOT_YET_COMPUTED views are read, but not yet compared\n"
        "findings/acme.yaml:2:22 NOT_YET_COMPUTED measured effects are read, but not yet computed",
        0);
    bound_release(&bound);
}

static void money_without_a_model_is_noted_where_it_stands(void **state)
{
    static const struct {
        const char *text;
        const char *want;
    } cases[] = {
        {VENDOR "answers: {}\ncosts: [{item: I, once: 1}]\n", "responses/acme.yaml:3:9"},
        {VENDOR "answers: {}\neffects: {h: {effect: 1}}\n", "responses/acme.yaml:3:11"},
        {VENDOR "answers: {}\nbenefits: [{item: I, yearly: 1}]\n", "responses/acme.yaml:3:12"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct bound_file file = {"responses/acme.yaml", cases[i].text};
        struct bound bound;
        bound_init(&bound, &file, 1);
        check_contains(bound_notes(&bound), cases[i].want, i);
        bound_release(&bound);
    }
}

static void a_held_file_is_compared_with_the_vendors_digest(void **state)
{
    static const char EMPTY_DIGEST[] =
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    struct arena arena;
    arena_init(&arena);
    const struct bound_file file = {
        "responses/acme.yaml",
        arena_format(&arena,
                     VENDOR "answers: {}\nevidence:\n"
                            "  good: {kind: policy, file: good.pdf, sha256: %s}\n"
                            "  bad: {kind: policy, file: bad.pdf, sha256: %s}\n"
                            "  free: {kind: policy, file: free.pdf}\n"
                            "  gone: {kind: policy, file: gone.pdf, sha256: %s}\n"
                            "  none: {kind: policy}\n"
                            "claims:\n"
                            "  - {id: C, says: x, criteria: [A-1],\n"
                            "     evidence: [good, bad, free, gone, none]}\n",
                     EMPTY_DIGEST, EMPTY_DIGEST, EMPTY_DIGEST)};
    struct bound bound;
    bound_init(&bound, &file, 1);
    size_t count = 0;
    const char **names = project_evidence_files(&arena, &bound.project, &count);
    check_int((int64_t)count, 4, 0);
    check_text(names[0], "responses/good.pdf", 0);
    struct held_file held[] = {
        {"responses/bad.pdf", 1, digest_of("x", 1)},
        {"responses/free.pdf", 1, digest_of("x", 1)},
        {"responses/good.pdf", 0, digest_of("", 0)},
    };
    bound.bundle.held = held;
    bound.bundle.held_count = COUNT_OF(held);
    project_check_evidence(&bound.project, &bound.diags);
    check_text(bound_faults(&bound),
               "responses/acme.yaml:5:3 EVIDENCE_DIGEST `bad.pdf` differs from the digest that acme"
               " gave (until that is settled it counts as not there)\n"
               "responses/acme.yaml:7:30 EVIDENCE_MISSING `gone.pdf` is not there, so that `gone`"
               " counts as stated at most (put it at responses/gone.pdf, or say in the findings"
               " that it was held or seen)",
               0);
    bound_release(&bound);
    arena_release(&arena);
}

static void a_file_that_a_finding_settles_is_not_missing(void **state)
{
    static const char RESPONSE[] = "responses/acme.yaml";
    static const struct {
        const char *response;
        const char *findings;
        const char *faults;
    } cases[] = {
        {"evidence: {p: {kind: policy, file: p.pdf}}\n", "evidence: {p: {accepted: yes}}\n",
         "responses/acme.yaml:3:36 EVIDENCE_MISSING `p.pdf` is not there, so that `p` counts as"
         " stated at most (put it at responses/p.pdf, or say in the findings that it was held or"
         " seen)"},
        {"evidence: {p: {kind: policy, file: p.pdf}}\n", "evidence: {p: {held: yes}}\n", ""},
        {"evidence: {p: {kind: policy, file: p.pdf}}\n",
         "evidence: {p: {seen: {by: J, on: 2026-06-02, where: here}}}\n", ""},
        {"evidence: {p: {kind: policy, file: p.pdf}}\n",
         "evidence: {p: {accepted: no, because: x}}\n", ""},
        {"evidence: {p: {kind: pilot, file: p.pdf}}\n", "",
         "responses/acme.yaml:3:22 EVIDENCE_BUYER_ONLY only we can produce evidence of the kind"
         " `pilot`, so this does not count"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct bound_file files[] = {
            {RESPONSE,
             arena_format(&arena,
                          VENDOR "answers: {}\n%s"
                                 "claims: [{id: C, says: x, criteria: A-1, evidence: p}]\n",
                          cases[i].response)},
            {"findings/acme.yaml",
             arena_format(&arena, "findings: {vendor: acme}\n%s", cases[i].findings)},
        };
        struct bound bound;
        bound_init(&bound, files, COUNT_OF(files));
        check_true(bound.sound, i);
        project_check_evidence(&bound.project, &bound.diags);
        check_text(bound_faults(&bound), cases[i].faults, i);
        bound_release(&bound);
    }
    arena_release(&arena);
}

static void a_response_that_cannot_be_read_is_the_only_fault(void **state)
{
    static const struct project_case cases[] = {
        {NULL,
         {{"responses/offer.yaml", "vendor: [\n"},
          {"findings/globex.yaml", "findings: {vendor: globex}\n"}},
         "acme (Acme) scored, offer (offer) faulty",
         "responses/offer.yaml:2:1 YAML_SYNTAX a value should stand here (take out what is too"
         " much, or use quotes)",
         true},
        {HEAD "decision: {chosen: globex, by: J, on: 2026-06-02, why: x}\n",
         {{"responses/offer.yaml", "vendor: [\n"}},
         "acme (Acme) scored, offer (offer) faulty",
         "responses/offer.yaml:2:1 YAML_SYNTAX a value should stand here (take out what is too"
         " much, or use quotes)",
         true},
        {NULL,
         {{"findings/globex.yaml", "findings: {vendor: globex}\n"}},
         "acme (Acme) scored",
         "findings/globex.yaml:1:20 VENDOR_UNKNOWN `globex` is not a vendor of this evaluation",
         false},
        {HEAD "vendors: [acme]\n",
         {{"responses/offer.yaml", "vendor: [\n"},
          {"findings/globex.yaml", "findings: {vendor: globex}\n"}},
         "acme (Acme) scored",
         "findings/globex.yaml:1:20 VENDOR_UNKNOWN `globex` is not a vendor of this evaluation\n"
         "responses/offer.yaml:2:1 YAML_SYNTAX a value should stand here (take out what is too"
         " much, or use quotes)",
         false},
    };
    check_projects(cases, COUNT_OF(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(offers_stand_as_invited_or_by_file),
        cmocka_unit_test(a_response_after_the_day_is_late),
        cmocka_unit_test(a_late_response_is_scored_where_rules_and_register_say_so),
        cmocka_unit_test(who_withdrew_is_listed_whether_a_response_came_or_not),
        cmocka_unit_test(one_faulty_response_never_stops_the_others),
        cmocka_unit_test(an_evidence_file_is_no_response),
        cmocka_unit_test(findings_belong_to_one_vendor),
        cmocka_unit_test(what_is_not_yet_computed_is_said_once),
        cmocka_unit_test(money_without_a_model_is_noted_where_it_stands),
        cmocka_unit_test(a_held_file_is_compared_with_the_vendors_digest),
        cmocka_unit_test(a_file_that_a_finding_settles_is_not_missing),
        cmocka_unit_test(a_response_that_cannot_be_read_is_the_only_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
