#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "bound_case.h"
#include "check.h"

#define ACME "responses/acme.yaml"

static const struct bound_case RESPONSE_FAULTS[] = {
    {ACME, "a: [\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:1 YAML_SYNTAX a value should stand here (take out what"
     " is too much, or use quotes)"},
    {ACME, "answers: {A-1: Partial}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:1:1 KEY_MISSING a response needs `vendor`"},
    {ACME, VENDOR,
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:1:1 KEY_MISSING a response needs `answers`"},
    {ACME,
     "vendor: {name: Acme}\n"
     "answers: {}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:1:9 KEY_MISSING the vendor needs `id`"},
    {ACME,
     "vendor: {id: acme!, name: Acme}\n"
     "answers: {}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:1:14 VENDOR_ID_BAD `acme!` cannot be a vendor's id"
     " [expected letters, digits, `-` and `_`, at most 28]"},
    {ACME,
     "vendor: {id: acme, submitted: 2026-02-30, subprocessors: [[a]]}\n"
     "answers: {}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:1:9 KEY_MISSING the vendor needs `name`\n"
     "responses/acme.yaml:1:31 DATE_BAD `2026-02-30` is not a day that exists"
     " [expected a day as 2026-10-15]\n"
     "responses/acme.yaml:1:59 VALUE_KIND `subprocessors` is a list [expected a"
     " single value]"},
    {ACME,
     "vendor: acme\n"
     "answers: [a]\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:1:9 VALUE_KIND the vendor is a text here [expected a map]\n"
     "responses/acme.yaml:2:10 VALUE_KIND `answers` is a list [expected a map]"},
    {ACME,
     VENDOR "answers: {}\n"
            "prices: 5\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:3:1 KEY_UNKNOWN `prices` is not a key of a response (its"
     " keys are: vendor, answers, evidence, claims, costs, effects, benefits)"},
    {ACME, VENDOR "answers: {A-1: Partialy}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:16 ANSWER_UNKNOWN `Partialy` is not an answer to A-1"
     " [expected one of: Absent, Planned, Partial, In place, Measured] (did you"
     " mean `Partial`?)"},
    {ACME, VENDOR "answers: {A-1: 3}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:16 ANSWER_UNKNOWN `3` is not an answer to A-1 [expected"
     " one of: Absent, Planned, Partial, In place, Measured] (answer with a label,"
     " not with a number)"},
    {ACME, VENDOR "answers: {A-1: [Partial]}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:16 ANSWER_BAD a list is not an answer to A-1 [expected"
     " one of: Absent, Planned, Partial, In place, Measured]"},
    {ACME, VENDOR "answers: {A-2: maybe}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:16 ANSWER_UNKNOWN `maybe` is not an answer to A-2"
     " [expected one of: yes, no]"},
    {ACME, VENDOR "answers: {A-3: 120}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:16 ANSWER_BAD `120` is not an answer to A-3 [expected a"
     " percentage from 0 to 100]"},
    {ACME, VENDOR "answers: {A-3: \"85,5 %\"}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:16 ANSWER_BAD `85,5 %` is not an answer to A-3"
     " [expected a percentage from 0 to 100]"},
    {ACME,
     VENDOR "answers: {B-1: 5 s, B-2: 12.500, B-3: 2026-02-30, B-4: ful, B-5: [rest,"
            " tranist], B-7: lots}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:16 ANSWER_BAD `5 s` is not an answer to B-1 [expected a"
     " number in ms]\n"
     "responses/acme.yaml:2:26 NUMBER_AMBIGUOUS `12.500` can be read as 12500 or as"
     " 12.5 [expected an amount that can be read in one way] (write `12500` or"
     " `12.5`)\n"
     "responses/acme.yaml:2:39 DATE_BAD `2026-02-30` is not a day that exists"
     " [expected a day as 2026-10-15]\n"
     "responses/acme.yaml:2:56 ANSWER_UNKNOWN `ful` is not an answer to B-4"
     " [expected one of: full, half, none] (did you mean `full`?)\n"
     "responses/acme.yaml:2:73 ANSWER_UNKNOWN `tranist` is not an answer to B-5"
     " [expected one of: At rest, In transit] (did you mean `transit`?)\n"
     "responses/acme.yaml:2:88 ANSWER_BAD `lots` is not an answer to B-7 [expected"
     " a number in points]"},
    {ACME, VENDOR "answers: {B-2: 5 USD, B-5: {rest: yes}, B-4: [full]}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:16 ANSWER_BAD `5 USD` is not an answer to B-2 [expected"
     " an amount in EUR]\n"
     "responses/acme.yaml:2:29 KEY_UNKNOWN `rest` is not a key of an answer (its"
     " keys are: answer, not_applicable, declined, note, evidence, source)\n"
     "responses/acme.yaml:2:46 ANSWER_BAD a list is not an answer to B-4 [expected"
     " one of: full, half, none]"},
    {ACME, VENDOR "answers: {B-5: [[rest]]}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:17 ANSWER_BAD a list is not an answer to B-5 [expected"
     " one of: At rest, In transit]"},
    {ACME, VENDOR "answers: {A-9: yes, A: yes, a-1: Partial, A-1: Measured}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:11 CRITERION_UNKNOWN `A-9` is not a criterion (did you"
     " mean `A-1`?)\n"
     "responses/acme.yaml:2:21 CRITERION_UNKNOWN `A` is not a criterion [it is a"
     " section]\n"
     "responses/acme.yaml:2:43 KEY_DUPLICATE A-1 is answered twice"},
    {ACME, VENDOR "answers: {A-1: {note: x}}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:16 ANSWER_SHAPE A-1 has no answer here"},
    {ACME, VENDOR "answers: {A-1: {answer: Partial, declined: no}}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:16 ANSWER_SHAPE A-1 is answered in several ways"},
    {ACME, VENDOR "answers: {A-1: {answer: , note: open}, A-2: , A-3: \"\"}\n", ""},
    {ACME, VENDOR "answers: {A-1: {awnser: Partial}}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:17 KEY_UNKNOWN `awnser` is not a key of an answer (did"
     " you mean `answer`?)"},
    {ACME, VENDOR "answers: {A-1: {answer: Partial, evidence: [soc2]}}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:45 EVIDENCE_UNKNOWN `soc2` is not listed under"
     " `evidence`"},
    {ACME,
     VENDOR "answers:\n"
            "  A-1: {answer: Partial, evidence: {sco2: p. 1, p: , q: [a]}}\n"
            "evidence:\n"
            "  soc2: {kind: soc2}\n"
            "  p: {kind: pilot}\n"
            "  q: {kind: policy}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:3:37 EVIDENCE_UNKNOWN `sco2` is not listed under"
     " `evidence` (did you mean `soc2`?)\n"
     "responses/acme.yaml:3:49 EVIDENCE_NOT_ASKED A-1 does not ask for evidence of"
     " the kind `pilot` [kinds that can carry it: policy, soc2]\n"
     "responses/acme.yaml:3:57 VALUE_KIND `q` is a list [expected a single value]\n"
     "responses/acme.yaml:6:13 EVIDENCE_BUYER_ONLY only we can produce evidence of"
     " the kind `pilot`, so this does not count"},
    {ACME,
     VENDOR "answers: {}\n"
            "evidence:\n"
            "  a: {kind: polici}\n"
            "  b: {title: B}\n"
            "  c: x\n"
            "  d: {kind: policy, file: ../x.pdf, sha256: 12, period: 2025, expires: soon}\n"
            "  e: {kind: policy, period: [2025-12-31, 2025-01-01], opinion: bad}\n"
            "  f: {kind: policy, period: [2025-12-31, x], flie: a}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:4:13 EVIDENCE_KIND_UNKNOWN `polici` is not a kind of"
     " evidence (did you mean `policy`?)\n"
     "responses/acme.yaml:5:6 KEY_MISSING a piece of evidence needs `kind`\n"
     "responses/acme.yaml:6:6 VALUE_KIND `c` is a text [expected a map]\n"
     "responses/acme.yaml:7:27 FILE_NAME_BAD `../x.pdf` cannot be the name of a"
     " file [expected a file beside the response, without `..`]\n"
     "responses/acme.yaml:7:45 DIGEST_BAD `12` is not a SHA-256 [expected 64"
     " hexadecimal digits]\n"
     "responses/acme.yaml:7:57 VALUE_KIND `period` is not a pair of days [expected"
     " as [2025-01-01, 2025-12-31]]\n"
     "responses/acme.yaml:7:72 DATE_BAD `soon` is not a day that exists [expected a"
     " day as 2026-10-15]\n"
     "responses/acme.yaml:8:29 EVIDENCE_DATES the period ends before it begins\n"
     "responses/acme.yaml:8:64 WORD_UNKNOWN `bad` is not allowed here [expected one"
     " of: unqualified, qualified]\n"
     "responses/acme.yaml:9:42 DATE_BAD `x` is not a day that exists [expected a"
     " day as 2026-10-15]\n"
     "responses/acme.yaml:9:46 KEY_UNKNOWN `flie` is not a key of a piece of"
     " evidence (did you mean `file`?)"},
    {ACME,
     VENDOR "answers: {}\n"
            "evidence: [a]\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:3:11 VALUE_KIND `evidence` is a list [expected a map]"},
    {ACME,
     VENDOR "answers: {A-1: {answer: Partial, evidence: {a: {b: c}}}, A-2: {answer: yes,"
            " evidence: [[a]]}}\n"
            "evidence: {a: {kind: policy}}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:48 VALUE_KIND `a` is a map [expected a single value]\n"
     "responses/acme.yaml:2:88 VALUE_KIND `evidence` is a list [expected a single"
     " value]"},
    {ACME,
     VENDOR "answers: {}\n"
            "claims:\n"
            "  - {id: C1, says: x, figure: 40%, baseline: 3, criteria: [A-9], evidence:"
            " [e]}\n"
            "  - {id: C1, says: y, figure: much}\n"
            "  - {says: z}\n"
            "  - {id: C2, says: z, figure: 120 ms, baseline: 2 s}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:4:46 CLAIM_BAD one of `figure` and `baseline` is a"
     " percentage, the other is not\n"
     "responses/acme.yaml:4:60 CRITERION_UNKNOWN `A-9` is not a criterion (did you"
     " mean `A-1`?)\n"
     "responses/acme.yaml:4:77 EVIDENCE_UNKNOWN `e` is not listed under `evidence`\n"
     "responses/acme.yaml:5:10 CLAIM_BAD `C1` stands for two claims\n"
     "responses/acme.yaml:5:31 CLAIM_BAD `much` does not begin with a number"
     " [expected as `40%`, `1200 ms` or `2026-10-01`]\n"
     "responses/acme.yaml:6:5 KEY_MISSING a claim needs `id`\n"
     "responses/acme.yaml:7:49 CLAIM_BAD `120 ms` and `2 s` are of two kinds, so that"
     " nothing can be set against them"},
    {ACME,
     VENDOR "answers: {}\n"
            "claims: {}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:3:9 VALUE_KIND `claims` is a map [expected a list]"},
    {ACME,
     VENDOR "answers: {}\n"
            "costs:\n"
            "  - {item: I}\n"
            "  - {item: I, once: 1, yearly: 2}\n"
            "  - {item: I, price: 1, per: x}\n"
            "  - {item: I, yearly: 1, per: x}\n"
            "  - {item: I, once: 1, growth: 3%}\n"
            "  - {once: 1}\n"
            "  - {item: I, yearly: -1}\n"
            "  - {item: I, yearly: 1, growth: 3}\n"
            "  - {item: I, yearly: 1.234}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:4:5 MONEY_BAD a cost is exactly one of `once`, `yearly`,"
     " `monthly` and `price`\n"
     "responses/acme.yaml:5:5 MONEY_BAD a cost is exactly one of `once`, `yearly`,"
     " `monthly` and `price`\n"
     "responses/acme.yaml:6:5 MONEY_BAD a price of use needs `per`, `price` and"
     " `volume`\n"
     "responses/acme.yaml:7:5 MONEY_BAD `per` and `volume` stand beside `price` only\n"
     "responses/acme.yaml:8:24 MONEY_BAD a one-off amount does not grow\n"
     "responses/acme.yaml:9:5 KEY_MISSING a cost needs `item`\n"
     "responses/acme.yaml:10:23 MONEY_BAD `-1` is out of range [expected an amount"
     " of 0 or more]\n"
     "responses/acme.yaml:11:34 NUMBER_AMBIGUOUS `3` can be read as 3 % or as 300 %"
     " [expected a rate with its sign] (write `3%` or `300%`)\n"
     "responses/acme.yaml:12:23 NUMBER_AMBIGUOUS `1.234` can be read as 1234 or as"
     " 1.234 [expected an amount that can be read in one way] (write `1234` or"
     " `1.2340`)"},
    {ACME,
     VENDOR "answers: {}\n"
            "costs: 5\n"
            "effects: 5\n"
            "benefits: 5\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:3:8 VALUE_KIND `costs` is a text [expected a list]\n"
     "responses/acme.yaml:4:10 VALUE_KIND `effects` is a text [expected a map]\n"
     "responses/acme.yaml:5:11 VALUE_KIND `benefits` is a text [expected a list]"},
    {ACME,
     VENDOR "answers: {}\n"
            "effects:\n"
            "  h: {effect: 4, ramp: [40%, 80%, 120%], evidence: [x]}\n"
            "  i: {ramp: 0.4}\n"
            "  j: {effect: 1, ramp: []}\n"
            "  k: 5\n"
            "benefits:\n"
            "  - {item: F, yearly: 90000, ramp: [50%]}\n"
            "  - {item: G}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:4:35 MONEY_BAD `120%` is out of range [expected a share"
     " from 0% to 100%]\n"
     "responses/acme.yaml:4:53 EVIDENCE_UNKNOWN `x` is not listed under `evidence`\n"
     "responses/acme.yaml:5:6 KEY_MISSING an effect needs `effect`\n"
     "responses/acme.yaml:5:13 NUMBER_AMBIGUOUS `0.4` can be read as 0.4 % or as 40"
     " % [expected a rate with its sign] (write `0.4%` or `40%`)\n"
     "responses/acme.yaml:6:24 MONEY_BAD the ramp is empty\n"
     "responses/acme.yaml:7:6 VALUE_KIND an effect is a text here [expected a map]\n"
     "responses/acme.yaml:10:5 KEY_MISSING a benefit needs `yearly`"},
    {ACME, VENDOR "answers: {B-1: 5 s, B-7: 50 points}\n",
     "evaluation.yaml RESPONSES_NONE no response can be scored\n"
     "responses/acme.yaml:2:16 ANSWER_BAD `5 s` is not an answer to B-1 [expected a"
     " number in ms]"},
};

static void a_response_with_a_fault_says_each_once(void **state)
{
    check_bound_cases(NULL, RESPONSE_FAULTS, COUNT_OF(RESPONSE_FAULTS));
}

static void everything_a_response_can_say_is_kept(void **state)
{
    const struct bound_file files[] = {
        {"evaluation.yaml",
         HEAD "money: {benefits: [{id: h, volume: 1, value: 1, plausible: 1}]}\n"},
        {"responses/acme.yaml",
         "vendor: {id: acme, name: Acme AI, product: Assist 4, submitted: 2026-10-01,\n"
         "         subprocessors: [Cloud Host Ltd]}\n"
         "answers:\n"
         "  A-1: {answer: Partial, note: Quarterly, evidence: {s: p. 18}, source: f.xlsx!S!C17}\n"
         "  A-2: {not_applicable: Only logs}\n"
         "  A-3: {declined: Under NDA}\n"
         "  B-7: {answer: 5, evidence: [s, s]}\n"
         "evidence:\n"
         "  s: {kind: soc2, title: SOC 2, issuer: Audit LLP, entity: Acme AI, product: Assist 4,\n"
         "      covers: EU, issued: 2026-02-01, period: [2025-01-01, 2025-12-31],\n"
         "      expires: 2027-01-01, opinion: qualified, file: soc2.pdf,\n"
         "      sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855}\n"
         "claims: [{id: C1, class: outcome, says: Cuts time, figure: 40%, baseline: 0%,\n"
         "          criteria: [A-1, a-1], evidence: [s]}]\n"
         "costs: [{item: I, once: 45000}, {item: S, yearly: 12, growth: 3%}, {item: M, monthly: "
         "1},\n"
         "        {item: T, per: million tokens, price: 2.50, volume: 800}]\n"
         "effects: {h: {effect: 4, ramp: [40%, 100%], evidence: {s: p. 2}}}\n"
         "benefits: [{item: F, yearly: 90000, ramp: 50%}]\n"}};
    struct bound bound;
    bound_init_sound(&bound, 0, files, COUNT_OF(files));
    const struct response *response = &bound.project.offers[0].response;
    check_text(response->product, "Assist 4", 0);
    check_text(response->subprocessors[0], "Cloud Host Ltd", 0);
    check_int(response->answers[2].reply, REPLY_ANSWER, 0);
    check_text(response->answers[2].note, "Quarterly", 0);
    check_text(response->answers[2].from, "f.xlsx!S!C17", 0);
    check_text(response->answers[2].citations[0].place, "p. 18", 0);
    check_int(response->answers[3].reply, REPLY_NOT_APPLICABLE, 0);
    check_text(response->answers[3].text, "Only logs", 0);
    check_int(response->answers[4].reply, REPLY_DECLINED, 0);
    check_int(response->answers[6].reply, REPLY_NONE, 0);
    check_int((int64_t)response->answers[12].citation_count, 1, 0);
    check_text(response->answers[12].citations[0].place, NULL, 0);
    const struct evidence *evidence = &response->evidence[0];
    check_text(evidence->held_name, "responses/soc2.pdf", 0);
    check_true(evidence->has_digest && evidence->opinion_qualified, 0);
    check_int(evidence->period_to.month, 12, 0);
    check_int(evidence->expires.year, 2027, 0);
    check_text(response->claims[0].figure, "40%", 0);
    check_double(response->claims[0].stated.value, 40, 0);
    check_int((int64_t)response->claims[0].criteria[0], 2, 0);
    check_int((int64_t)response->claims[0].criterion_count, 1, 0);
    check_int(response->costs[1].kind, COST_YEARLY, 0);
    check_double(response->costs[1].growth, 0.03, 0);
    check_int(response->costs[2].kind, COST_MONTHLY, 0);
    check_int(response->costs[3].kind, COST_PER_USE, 0);
    check_double(response->costs[3].amount, 2.5, 0);
    check_double(response->costs[3].volume, 800, 0);
    check_double(response->effects[0].ramp[0], 0.4, 0);
    check_text(response->effects[0].citations[0].place, "p. 2", 0);
    check_double(response->benefits[0].ramp[0], 0.5, 0);
    bound_release(&bound);
}

static void what_never_is_not_applicable_is_doubted(void **state)
{
    static const struct bound_file never = {
        "ours.yaml", "tree:\n  - {id: A-1, title: T, answer: maturity, not_applicable: never}\n"
                     "  - {id: A-2, title: T, answer: maturity}\n"};
    static const struct bound_case cases[] = {
        {ACME,
         VENDOR "answers:\n  A-1: {not_applicable: No data}\n  A-2: {not_applicable: No data}\n",
         "responses/acme.yaml:3:25 ANSWER_NEVER_NOT_APPLICABLE A-1 applies to every vendor, so this"
         " counts as unanswered"},
        {ACME, VENDOR "answers: {A-1: {declined: Under NDA}}\n", ""},
    };
    check_bound_cases(&never, cases, COUNT_OF(cases));
}

/* What makes use of `p`. */
#define CARRIED "claims: [{id: C, says: x, criteria: A-1, evidence: p}]\n"
static void days_of_evidence_that_contradict_each_other_are_doubted(void **state)
{
    static const struct bound_case cases[] = {
        {ACME,
         VENDOR "answers: {}\n"
                "evidence: {p: {kind: policy, issued: 2026-02-02, expires: 2026-02-01}}\n" CARRIED,
         "responses/acme.yaml:3:59 EVIDENCE_DATES `p` expires before it is issued, so that it is"
         " current on no day"},
        {ACME,
         VENDOR "answers: {}\n"
                "evidence: {p: {kind: policy, issued: 2026-02-01, expires: 2026-02-01}}\n" CARRIED,
         ""},
        {ACME, VENDOR "answers: {}\nevidence: {p: {kind: policy, expires: 2026-02-01}}\n" CARRIED,
         ""},
        {ACME,
         VENDOR "answers: {}\n"
                "evidence: {p: {kind: policy, period: [2026-02-02, 2026-02-01]}}\n" CARRIED,
         "responses/acme.yaml:3:38 EVIDENCE_DATES the period ends before it begins"},
        {ACME,
         VENDOR "answers: {}\n"
                "evidence: {p: {kind: policy, period: [2026-02-01, 2026-02-01]}}\n" CARRIED,
         ""},
    };
    check_bound_cases(NULL, cases, COUNT_OF(cases));
}

static void an_effect_names_a_benefit_of_the_buyers_model(void **state)
{
    const struct bound_file files[] = {
        {"evaluation.yaml",
         HEAD "money: {benefits: [{id: handling, volume: 1, value: 1, plausible: 1}]}\n"},
        {"responses/acme.yaml", VENDOR "answers: {}\neffects: {handlin: {effect: 4}}\n"},
        {"responses/b.yaml", "vendor: {id: b, name: B}\nanswers: {}\n"}};
    struct bound bound;
    bound_init(&bound, files, COUNT_OF(files));
    check_text(bound_faults(&bound),
               "responses/acme.yaml:3:11 ID_UNKNOWN `handlin` is not a benefit of this evaluation"
               " (did you mean `handling`?)",
               0);
    bound_release(&bound);
}

static void a_json_response_reads_like_a_yaml_one(void **state)
{
    const struct bound_file files[] = {
        {"responses/acme.yaml", NULL},
        {"responses/acme.json",
         "{\"vendor\": {\"id\": \"acme\", \"name\": \"Acme\"},\n"
         " \"answers\": {\"A-1\": \"Partial\", \"A-2\": true, \"A-3\": 85, \"B-1\": null,\n"
         "  \"B-5\": [\"rest\"]}}\n"}};
    struct bound bound;
    bound_init_sound(&bound, 0, files, COUNT_OF(files));
    const struct answer *answers = bound.project.offers[0].response.answers;
    check_double(answers[2].claimed, 0.5, 0);
    check_double(answers[3].claimed, 1, 0);
    check_double(answers[4].claimed, 0.85, 0);
    check_int(answers[6].reply, REPLY_NONE, 0);
    check_double(answers[10].claimed, 0.25, 0);
    bound_release(&bound);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_response_with_a_fault_says_each_once),
        cmocka_unit_test(everything_a_response_can_say_is_kept),
        cmocka_unit_test(what_never_is_not_applicable_is_doubted),
        cmocka_unit_test(days_of_evidence_that_contradict_each_other_are_doubted),
        cmocka_unit_test(an_effect_names_a_benefit_of_the_buyers_model),
        cmocka_unit_test(a_json_response_reads_like_a_yaml_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
