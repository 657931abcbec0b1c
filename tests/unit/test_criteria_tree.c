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
#define OURS       "ours.yaml"

static const struct bound_case TREE_FAULTS[] = {
    {OURS, "tree: []\n", "ours.yaml:1:7 CRITERIA_EMPTY `tree` holds no items"},
    {OURS, "scales: {s: [{label: a, worth: 1}]}\n",
     "evaluation.yaml:2:11 CRITERIA_EMPTY there is nothing to judge by"},
    {OURS, TREE "  - {id: a-1, title: T, answer: yes_no}\n",
     "ours.yaml:3:10 ID_DUPLICATE `A-1` stands twice [it stands at ours.yaml:2:10,"
     " too]"},
    {OURS, TREE "  - {id: 1a, title: T, answer: yes_no}\n",
     "ours.yaml:3:10 ID_BAD `1a` cannot be an id [expected letters, digits and `- _"
     " . &`, at most 40, a letter first]"},
    {OURS, TREE "  - {title: T, answer: yes_no}\n", "ours.yaml:3:5 KEY_MISSING an item needs `id`"},
    {OURS,
     TREE "  - id: S\n"
          "    title: S\n"
          "    items: []\n",
     "ours.yaml:5:12 CRITERIA_EMPTY `items` holds no items"},
    {OURS, TREE "  - words\n",
     "ours.yaml:3:5 VALUE_KIND an item is a text here [expected a map with `id` and"
     " `title`]"},
    {OURS,
     TREE "  - id: S\n"
          "    title: S\n"
          "    items: {id: X}\n",
     "ours.yaml:5:12 VALUE_KIND `items` is a map [expected a list]"},
    {OURS,
     TREE "  - id: S\n"
          "    title: S\n"
          "    wieght: 1\n"
          "    items:\n"
          "      - {id: X, title: X, answer: yes_no}\n",
     "ours.yaml:5:5 KEY_UNKNOWN `wieght` is not a key of a section (did you mean"
     " `weight`?)"},
    {OURS,
     TREE "  - id: S\n"
          "    items:\n"
          "      - {id: X, answer: yes_no}\n",
     "ours.yaml:3:5 KEY_MISSING a section needs `title`\n"
     "ours.yaml:5:9 KEY_MISSING a criterion needs `title`"},
    {OURS,
     TREE "  - id: S\n"
          "    title: S\n"
          "    answer: yes_no\n"
          "    items:\n"
          "      - {id: X, title: X, answer: yes_no}\n",
     "ours.yaml:5:5 KEY_UNKNOWN `answer` is not a key of a section (its keys are:"
     " id, title, weight, guidance, items)"},
    {OURS, CRITERION("answer: yes_no, weight: -1"),
     "ours.yaml:3:47 WEIGHT_BAD `-1` is out of range [expected a number of 0 or"
     " more]"},
    {OURS, CRITERION("answer: yes_no, weight: much"),
     "ours.yaml:3:47 NUMBER_BAD `much` is not a number [expected a number of 0 or"
     " more]"},
    {OURS,
     "tree:\n"
     "  - {id: A-1, title: T, answer: maturity, weight: 0}\n",
     "ours.yaml:2:10 WEIGHTS_ZERO all top-level items weigh 0"},
    {OURS,
     TREE "  - id: S\n"
          "    title: S\n"
          "    items:\n"
          "      - {id: X, title: X, answer: yes_no, weight: 0}\n",
     "ours.yaml:3:9 WEIGHTS_ZERO all items of S weigh 0"},
    {OURS, CRITERION("answer: yes_no, otherwise: 1"),
     "ours.yaml:3:50 WORD_UNKNOWN `1` is not allowed here [expected one of: 0,"
     " leave]"},
    {OURS, CRITERION("answer: yes_no, not_applicable: sometimes"),
     "ours.yaml:3:55 WORD_UNKNOWN `sometimes` is not allowed here [expected one of:"
     " ask, never]"},
    {OURS, CRITERION("answer: yes_no, inheritable: perhaps"),
     "ours.yaml:3:52 WORD_UNKNOWN `perhaps` is not allowed here [expected one of:"
     " yes, no]"},
    {OURS, CRITERION("answer: yes_no, evidence: [polisy, pilot]"),
     "ours.yaml:3:50 EVIDENCE_KIND_UNKNOWN `polisy` is not a kind of evidence (did"
     " you mean `policy`?)"},
    {OURS, CRITERION("answer: yes_no, evidence: {policy: 1}"),
     "ours.yaml:3:49 VALUE_KIND `evidence` is a map [expected a text or a list of"
     " texts]"},
    {OURS, CRITERION("answer: yes_no, condition: {must: yes}"),
     "ours.yaml:3:50 KEY_MISSING a condition needs `text`"},
    {OURS, CRITERION("answer: yes_no, audience: [[a]]"),
     "ours.yaml:3:50 VALUE_KIND `audience` is a list [expected a single value]"},
    {OURS, CRITERION("answer: yes_no, ask: [a]"),
     "ours.yaml:3:44 VALUE_KIND `ask` is a list [expected a single value]"},
    {OURS,
     "criteria: {id: c, titel: T}\n"
     "tree:\n"
     "  - {id: A-1, title: T, answer: maturity}\n",
     "ours.yaml:1:19 KEY_UNKNOWN `titel` is not a key of criteria (did you mean"
     " `title`?)"},
    {OURS,
     "tre: []\n"
     "tree:\n"
     "  - {id: A-1, title: T, answer: maturity}\n",
     "ours.yaml:1:1 KEY_UNKNOWN `tre` is not a key of a criteria file (did you mean"
     " `tree`?)"},
    {OURS,
     "drop: [A-9]\n"
     "tree:\n"
     "  - {id: A-1, title: T, answer: maturity}\n",
     "ours.yaml:1:8 ID_UNKNOWN `A-9` is not an item that could be dropped"},
    {OURS,
     TREE "  - {id: X, title: X, answer: yes_no}\n"
          "tree: []\n",
     "ours.yaml:4:1 KEY_DUPLICATE `tree` stands twice in this map [first in line 1]"},
    {OURS, TREE "  - {id: X, title: X}\n", "ours.yaml:3:5 KEY_MISSING a criterion needs `answer`"},
    {OURS,
     "drop: {a: b}\n"
     "tree:\n"
     "  - {id: A-1, title: T, answer: maturity}\n",
     "ours.yaml:1:7 VALUE_KIND `drop` is a map [expected a text or a list of texts]"},
};

static void a_tree_with_a_fault_says_each_once(void **state)
{
    check_bound_cases(NULL, TREE_FAULTS, COUNT_OF(TREE_FAULTS));
}

static const struct bound_case FILES_FAULTS[] = {
    {EVALUATION,
     "evaluation: {id: e, title: E}\n"
     "criteria: our\n",
     "evaluation.yaml:2:11 CRITERIA_UNKNOWN there are no criteria `our` (a file of"
     " your own is named with its ending: `our.yaml`)"},
    {EVALUATION,
     "evaluation: {id: e, title: E}\n"
     "criteria: ai-vendr\n",
     "evaluation.yaml:2:11 CRITERIA_UNKNOWN there are no criteria `ai-vendr` (did"
     " you mean `ai-vendor`?)"},
    {EVALUATION,
     "evaluation: {id: e, title: E}\n"
     "criteria: theirs.yaml\n",
     "evaluation.yaml:2:11 CRITERIA_UNKNOWN there is no file `theirs.yaml` in this"
     " evaluation"},
    {EVALUATION,
     "evaluation: {id: e, title: E}\n"
     "criteria: [ours.yaml, [a]]\n",
     "evaluation.yaml:2:23 VALUE_KIND `criteria` is a list [expected a single value]"},
    {EVALUATION,
     "evaluation: {id: e, title: E}\n"
     "criteria: []\n",
     "evaluation.yaml:2:11 CRITERIA_EMPTY there is nothing to judge by"},
    {EVALUATION,
     "evaluation: {id: e, title: E}\n"
     "criteria: [ours.yaml, ./ours.yaml]\n",
     ""},
    {OURS, "tree: [\n",
     "ours.yaml:2:1 YAML_SYNTAX a value should stand here (take out what is too"
     " much, or use quotes)"},
    {OURS, "", "ours.yaml FILE_EMPTY the file holds nothing"},
    {OURS, "- a\n", "ours.yaml:1:1 VALUE_KIND a criteria file is a list here [expected a map]"},
    {EVALUATION,
     "evaluation: {id: e, title: E}\n"
     "criteria: evidence\n",
     "evaluation.yaml:2:11 CRITERIA_EMPTY there is nothing to judge by"},
};

static void files_that_cannot_be_used_are_reported(void **state)
{
    check_bound_cases(NULL, FILES_FAULTS, COUNT_OF(FILES_FAULTS));
}

#define MORE "criteria/more.yaml"

/* An evaluation whose criteria come from two files. */
static const struct bound_file SEVERAL = {
    EVALUATION, "evaluation: {id: e, title: E, language: de}\ncriteria: [ours.yaml, " MORE "]\n"};

struct laid_case {
    const char *more;
    const char *ids; // of all items in tree order
};

static const char *all_ids(struct bound *bound)
{
    const struct criteria *criteria = &bound->project.evaluation.criteria;
    struct text_builder ids;
    text_builder_init(&ids, &bound->arena);
    for (size_t i = 1; i < criteria->count; i++) {
        text_add_format(&ids, "%s%s", i > 1 ? " " : "", criteria->items[i].id);
    }
    return ids.text;
}

static void a_later_file_adds_to_a_section_and_drops(void **state)
{
    static const struct laid_case cases[] = {
        {"tree: [{id: A, items: [{id: A-4, title: N, answer: yes_no}]}]\n",
         "A A-1 A-2 A-3 A-4 B B-1 B-2 B-3 B-4 B-5 B-6 B-7"},
        {"tree: [{id: a, title: Alpha, items: [{id: A-0, title: N, answer: yes_no}]}]\n",
         "A A-1 A-2 A-3 A-0 B B-1 B-2 B-3 B-4 B-5 B-6 B-7"},
        {"tree: [{id: C, title: C, answer: yes_no}]\n",
         "A A-1 A-2 A-3 B B-1 B-2 B-3 B-4 B-5 B-6 B-7 C"},
        {"drop: [B, A-3]\n", "A A-1 A-2"},
        {"drop: [A-2, A-3, B-1, B-2, B-3, B-4, B-5, B-6, B-7]\n", "A A-1"},
        {"drop: A-2\ntree: [{id: A, items: [{id: A-2, title: N, answer: percent}]}]\n",
         "A A-1 A-3 A-2 B B-1 B-2 B-3 B-4 B-5 B-6 B-7"},
        {"scales: {x: [{label: a, worth: 0}]}\n", "A A-1 A-2 A-3 B B-1 B-2 B-3 B-4 B-5 B-6 B-7"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct bound_file files[] = {SEVERAL, {MORE, cases[i].more}};
        struct bound bound;
        bound_init_sound(&bound, i, files, COUNT_OF(files));
        check_text(all_ids(&bound), cases[i].ids, i);
        bound_release(&bound);
    }
}

static void files_that_say_different_things_clash(void **state)
{
    static const struct bound_case cases[] = {
        {MORE, "tree: [{id: A-1, title: N, answer: yes_no}]\n",
         "criteria/more.yaml:1:13 CRITERIA_CLASH `A-1` is a criterion of an earlier file already"
         " [it stands at ours.yaml:5:13, too]"},
        {MORE, "tree: [{id: A, title: Other, items: [{id: N, title: N, answer: yes_no}]}]\n",
         "criteria/more.yaml:1:13 CRITERIA_CLASH `A` is said otherwise by an earlier file"
         " [it stands at ours.yaml:2:9, too]"},
        {MORE, "tree: [{id: A, weight: 3, items: [{id: N, title: N, answer: yes_no}]}]\n",
         "criteria/more.yaml:1:13 CRITERIA_CLASH `A` is said otherwise by an earlier file"
         " [it stands at ours.yaml:2:9, too]"},
        {MORE, "tree: [{id: A, title: Alpha}]\n",
         "criteria/more.yaml:1:13 CRITERIA_CLASH `A` is a criterion of an earlier file already"
         " [it stands at ours.yaml:2:9, too]"},
        {MORE,
         "tree: [{id: C, title: C, items: [{id: A, items: [{id: N, title: N, answer: "
         "yes_no}]}]}]\n",
         "criteria/more.yaml:1:39 CRITERIA_CLASH `A` stands elsewhere in an earlier file"
         " [it stands at ours.yaml:2:9, too]"},
        {MORE,
         "scales: {s: [{label: a, worth: 0}]}\nkinds: [{id: policy, title: P, grade: stated}]\n",
         "criteria/more.yaml:2:14 CRITERIA_CLASH `policy` is a kind of evidence already"
         " [it stands at criteria/evidence.yaml:2:10, too]"},
    };
    check_bound_cases(&SEVERAL, cases, COUNT_OF(cases));
}

static void a_built_in_file_is_used_unless_the_evaluation_has_its_own(void **state)
{
    static const char BUILT_IN[] = "evaluation: {id: e, title: E}\ncriteria: ai-vendor\n";
    const struct bound_file files[] = {{"evaluation.yaml", BUILT_IN},
                                       {"criteria/evidence.yaml", NULL},
                                       {"responses/acme.yaml", VENDOR "answers: {GOV-05: yes}\n"}};
    struct bound bound;
    bound_init_sound(&bound, 0, files, COUNT_OF(files));
    check_text(bound.project.evaluation.criteria.id, "ai-vendor", 0);
    check_true(bundle_find(&bound.bundle, "criteria/ai-vendor.yaml")->built_in, 0);
    check_true(bundle_find(&bound.bundle, "criteria/evidence.yaml")->built_in, 0);
    bound_release(&bound);

    const struct bound_file own[] = {{"evaluation.yaml", BUILT_IN},
                                     {"criteria/ai-vendor.yaml", CRITERION("answer: yes_no")}};
    bound_init_sound(&bound, 1, own, COUNT_OF(own));
    check_text(all_ids(&bound), "A-1 X", 1);
    check_true(!bundle_find(&bound.bundle, "criteria/ai-vendor.yaml")->built_in, 1);
    bound_release(&bound);
}

static void children_stand_in_byte_order_of_ids(void **state)
{
    const struct bound_file file = {
        OURS, "tree:\n"
              "  - {id: Z, title: Z, items: [{id: b-10, title: T, answer: yes_no},\n"
              "      {id: b-2, title: T, answer: yes_no}, {id: B-3, title: T, answer: yes_no}]}\n"
              "  - {id: A-1, title: T, answer: maturity}\n"};
    struct bound bound;
    bound_init_sound(&bound, 0, &file, 1);
    const struct criteria *criteria = &bound.project.evaluation.criteria;
    check_text(criteria->items[criteria->items[0].children[0]].id, "A-1", 0);
    check_text(criteria->items[criteria->items[1].children[0]].id, "B-3", 0);
    check_text(criteria->items[criteria->items[1].children[1]].id, "b-10", 0);
    check_text(criteria->items[criteria->items[1].children[2]].id, "b-2", 0);
    check_int((int64_t)criteria->items[1].span, 3, 0);
    check_int((int64_t)criteria->items[0].span, 5, 0);
    bound_release(&bound);
}

static void texts_in_several_languages_take_the_evaluations(void **state)
{
    static const struct {
        const char *ask;
        const char *want;
    } cases[] = {
        {"{en: Who?, de: Wer?}", "Wer?"},
        {"{en: Who?, fr: Qui?}", "Who?"},
        {"{fr: Qui?, it: Chi?}", "Qui?"},
        {"Who?", "Who?"},
        {"{}", NULL},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena;
        arena_init(&arena);
        const char *text = arena_format(
            &arena, "tree: [{id: A-1, title: T, answer: maturity, ask: %s}]\n", cases[i].ask);
        const struct bound_file files[] = {
            {"evaluation.yaml", "evaluation: {title: E, language: de}\ncriteria: ours.yaml\n"},
            {"ours.yaml", text}};
        struct bound bound;
        bound_init_sound(&bound, i, files, COUNT_OF(files));
        check_text(bound.project.evaluation.criteria.items[1].ask, cases[i].want, i);
        bound_release(&bound);
        arena_release(&arena);
    }
}

static void everything_a_criterion_can_say_is_kept(void **state)
{
    const struct bound_file file = {
        OURS,
        "criteria: {id: c, title: Ours, version: 2.0.0, language: en}\n"
        "tree:\n"
        "  - {id: Q, title: Q, answer: yes_no}\n"
        "  - id: A-1\n"
        "    title: T\n"
        "    ask: Who?\n"
        "    answer: maturity\n"
        "    weight: 3\n"
        "    evidence: [soc2, policy]\n"
        "    gate: {at_least: Partial, proof: documented, unproven: fail, waivable_by: CISO,\n"
        "           prove_by: {owner: J. Kern, on: 2026-12-01}}\n"
        "    target: In place\n"
        "    condition: {text: Name them., must: yes, owner: Legal}\n"
        "    when: {Q: yes}\n"
        "    otherwise: leave\n"
        "    not_applicable: never\n"
        "    inheritable: yes\n"
        "    audience: [security, legal]\n"
        "    refs: [ISO-42001:A.3.2]\n"
        "    guidance: Names.\n"};
    struct bound bound;
    bound_init_sound(&bound, 0, &file, 1);
    const struct criteria *criteria = &bound.project.evaluation.criteria;
    const struct item *item = &criteria->items[2];
    check_text(criteria->title, "Ours", 0);
    check_text(criteria->version, "2.0.0", 0);
    check_text(item->ask, "Who?", 0);
    check_double(item->weight, 3, 0);
    check_text(criteria->kinds[item->kinds[0]].id, "soc2", 0);
    check_int((int64_t)item->kind_count, 2, 0);
    check_int(item->gate.test, GATE_AT_LEAST, 0);
    check_double(item->gate.bound, 2, 0);
    check_true(item->has_gate && item->gate.has_proof && item->gate.unproven_fails, 0);
    check_int(item->gate.proof, GRADE_DOCUMENTED, 0);
    check_text(item->gate.waivable_by[0], "CISO", 0);
    check_text(item->gate.prove_owner, "J. Kern", 0);
    check_int(item->gate.prove_on.month, 12, 0);
    check_text(item->target_word, "In place", 0);
    check_double(item->target, 0.75, 0);
    check_double(item->target_place, 3, 0);
    check_text(item->condition.text, "Name them.", 0);
    check_text(item->condition.owner, "Legal", 0);
    check_true(item->condition.must && item->otherwise_leave && item->inheritable, 0);
    check_int((int64_t)item->whens[0].item, 1, 0);
    check_text(item->whens[0].words[0], "yes", 0);
    check_int(item->not_applicable, NOT_APPLICABLE_NEVER, 0);
    check_text(item->audience[1], "legal", 0);
    check_text(item->refs[0], "ISO-42001:A.3.2", 0);
    check_text(item->guidance, "Names.", 0);
    bound_release(&bound);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tree_with_a_fault_says_each_once),
        cmocka_unit_test(files_that_cannot_be_used_are_reported),
        cmocka_unit_test(a_later_file_adds_to_a_section_and_drops),
        cmocka_unit_test(files_that_say_different_things_clash),
        cmocka_unit_test(a_built_in_file_is_used_unless_the_evaluation_has_its_own),
        cmocka_unit_test(children_stand_in_byte_order_of_ids),
        cmocka_unit_test(texts_in_several_languages_take_the_evaluations),
        cmocka_unit_test(everything_a_criterion_can_say_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
