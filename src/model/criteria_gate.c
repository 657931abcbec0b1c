#include "model/criteria_gate.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "model/answer_value.h"
#include "model/item_id.h"
#include "read/document.h"

/* A gate as written. */
struct gate_draft {
    const struct node *at_least, *at_most, *is, *one_of, *by, *prove_by;
    int proof;
    int unproven;
    struct texts waivable_by;
};

enum { PROOF_NONE = GRADE_COUNT };

static const struct word PROOF_WORDS[] = {
    {"stated", GRADE_STATED},
    {"documented", GRADE_DOCUMENTED},
    {"independent", GRADE_INDEPENDENT},
    {"verified", GRADE_VERIFIED},
};
static const struct words PROOFS = {PROOF_WORDS, COUNT_OF(PROOF_WORDS)};
static const struct word UNPROVEN_WORDS[] = {{"fail", 1}};
static const struct words UNPROVEN = {UNPROVEN_WORDS, COUNT_OF(UNPROVEN_WORDS)};

static const struct field GATE_FIELDS[] = {
    {.key = "at_least", .kind = FIELD_NODE, .at = offsetof(struct gate_draft, at_least)},
    {.key = "at_most", .kind = FIELD_NODE, .at = offsetof(struct gate_draft, at_most)},
    {.key = "is", .kind = FIELD_NODE, .at = offsetof(struct gate_draft, is)},
    {.key = "one_of", .kind = FIELD_NODE, .at = offsetof(struct gate_draft, one_of)},
    {.key = "by", .kind = FIELD_NODE, .at = offsetof(struct gate_draft, by)},
    {.key = "proof",
     .kind = FIELD_WORD,
     .at = offsetof(struct gate_draft, proof),
     .words = &PROOFS},
    {.key = "unproven",
     .kind = FIELD_WORD,
     .at = offsetof(struct gate_draft, unproven),
     .words = &UNPROVEN},
    {.key = "waivable_by", .kind = FIELD_TEXTS, .at = offsetof(struct gate_draft, waivable_by)},
    {.key = "prove_by", .kind = FIELD_NODE, .at = offsetof(struct gate_draft, prove_by)},
};
static const struct shape GATE_SHAPE = {"a gate", GATE_FIELDS, COUNT_OF(GATE_FIELDS)};

static const struct field PROVE_FIELDS[] = {
    {.key = "owner", .kind = FIELD_TEXT, .at = offsetof(struct gate, prove_owner)},
    {.key = "on", .kind = FIELD_DATE, .at = offsetof(struct gate, prove_on)},
};
static const struct shape PROVE_SHAPE = {"`prove_by`", PROVE_FIELDS, COUNT_OF(PROVE_FIELDS)};

/*
 * Read an answer that the criteria themselves name, and report it under a code of theirs.
 *
 * The words are those that a vendor would see for the same fault.
 */
static bool bind_named_answer(const struct binder *binder, enum diag_code code,
                              const struct item *item, const struct node *node,
                              struct answer_value *value)
{
    struct diag_list private;
    diag_list_init(&private, binder->arena);
    struct binder quiet = {.arena = binder->arena, .diags = &private};
    if (answer_value_bind(&quiet, item->id, &item->answer, node, value)) {
        return true;
    }
    for (size_t i = 0; i < private.count; i++) {
        const struct diag *fault = private.diags[i];
        struct diag *diag = diag_add(binder->diags, code, fault->at, "%s", fault->message);
        diag->label = fault->label;
        diag->help = fault->help;
    }
    return false;
}

static bool report_bad(const struct binder *binder, struct loc at, const char *why)
{
    diag_add(binder->diags, DIAG_GATE_BAD, at, "%s", why);
    return false;
}

/* `at_least: 60%` of a checklist: the share of its items. */
static bool is_share(const struct item *item, const struct node *node, double *share)
{
    return item->answer.kind == ANSWER_CHECKLIST && node->kind == NODE_SCALAR &&
           number_read_percent(node->text, share);
}

/* Read the words of a test; the last one's place is the bound. */
static bool bind_words(const struct binder *binder, const struct node *node, struct item *item)
{
    struct gate *gate = &item->gate;
    bool is_list = node->kind == NODE_LIST && gate->test == GATE_ONE_OF;
    size_t count = is_list ? node->count : 1;
    if (count == 0) {
        return report_bad(binder, node->at, "`one_of` names no answer");
    }
    const char **words = arena_alloc(binder->arena, count, sizeof *words);
    bool sound = true;
    for (size_t i = 0; i < count; i++) {
        const struct node *word = is_list ? &node->items[i] : node;
        struct answer_value value = {.text = ""};
        sound = (is_share(item, word, &value.place) ||
                 bind_named_answer(binder, DIAG_GATE_BAD, item, word, &value)) &&
                sound;
        words[i] = word->kind == NODE_SCALAR ? text_trimmed(binder->arena, word->text) : value.text;
        gate->bound = value.place;
    }
    gate->words = words;
    gate->word_count = count;
    return sound;
}

/* The tests and where their words stand. */
static const struct {
    const char *key;
    enum gate_test test;
    size_t at;
} TESTS[] = {
    {"at_least", GATE_AT_LEAST, offsetof(struct gate_draft, at_least)},
    {"at_most", GATE_AT_MOST, offsetof(struct gate_draft, at_most)},
    {"is", GATE_IS, offsetof(struct gate_draft, is)},
    {"one_of", GATE_ONE_OF, offsetof(struct gate_draft, one_of)},
    {"by", GATE_BY, offsetof(struct gate_draft, by)},
};

static bool bind_test(const struct binder *binder, const struct node *node, struct item *item)
{
    size_t named = 0;
    const struct node *words = NULL;
    item->gate.test = GATE_PROOF_ONLY;
    for (size_t i = 0; i < COUNT_OF(TESTS); i++) {
        const struct node *value = node_find(node, TESTS[i].key);
        if (value != NULL && !node_is_null(value)) {
            named++;
            words = value;
            item->gate.test = TESTS[i].test;
        }
    }
    if (named > 1) {
        return report_bad(binder, node->at, "a gate has one test, not several");
    }
    if (named == 0) {
        return item->gate.has_proof ||
               report_bad(binder, node->at, "a gate needs a test, a `proof`, or both");
    }
    enum answer_kind kind = item->answer.kind;
    if (item->gate.test == GATE_BY && kind != ANSWER_DATE) {
        return report_bad(binder, words->at, "`by` tests a date, and this criterion asks for none");
    }
    if (words->kind == NODE_LIST && item->gate.test != GATE_ONE_OF) {
        return report_bad(binder, words->at, "only `one_of` takes a list of answers");
    }
    if (kind == ANSWER_TEXT) {
        return report_bad(binder, words->at, "a text cannot be tested; use `proof` alone");
    }
    return bind_words(binder, words, item);
}

bool gate_bind(const struct binder *binder, const struct node *node, struct item *item)
{
    struct gate_draft draft = {.proof = PROOF_NONE};
    item->gate.at = node->at;
    if (!bind_map(binder, node, &GATE_SHAPE, &draft)) {
        return false;
    }
    struct gate *gate = &item->gate;
    gate->has_proof = draft.proof != PROOF_NONE;
    gate->proof = gate->has_proof ? (enum grade)draft.proof : GRADE_STATED;
    gate->unproven_fails = draft.unproven != 0;
    gate->waivable_by = draft.waivable_by.texts;
    gate->waivable_count = draft.waivable_by.count;
    bool sound = true;
    if (draft.prove_by != NULL) {
        sound = bind_map(binder, draft.prove_by, &PROVE_SHAPE, gate);
    }
    // An answer type that is faulty has been reported; nothing can be tested against it.
    if (item->answer.kind != ANSWER_KIND_COUNT) {
        sound = bind_test(binder, node, item) && sound;
    }
    item->has_gate = true;
    return sound;
}

bool target_bind(const struct binder *binder, const struct node *node, struct item *item)
{
    enum answer_kind kind = item->answer.kind;
    struct answer_value value = {.text = ""};
    if (kind == ANSWER_KIND_COUNT) {
        return true;
    }
    if (kind == ANSWER_PRICE) {
        diag_add(binder->diags, DIAG_ANSWER_BAD, node->at,
                 "%s asks for a price, which has no target", item->id);
        return false;
    }
    // The panel gives a text its level, so its target is one.
    struct item judged = *item;
    if (kind == ANSWER_TEXT) {
        judged.answer.kind = ANSWER_LEVEL;
    }
    if (is_share(item, node, &value.claimed)) {
        value.text = node->text;
    } else if (!bind_named_answer(binder, DIAG_ANSWER_BAD, &judged, node, &value)) {
        return false;
    }
    bool by_place = judged.answer.kind == ANSWER_LEVEL;
    item->has_target = true;
    item->target_word = value.text;
    item->target = value.claimed;
    item->target_place = by_place ? value.place : value.claimed;
    return true;
}

static bool bind_when(const struct binder *binder, const struct item *asked,
                      const struct entry *entry, struct when *when)
{
    const struct node *node = &entry->value;
    bool is_list = node->kind == NODE_LIST;
    size_t count = is_list ? node->count : 1;
    const char **words = arena_alloc(binder->arena, count, sizeof *words);
    bool sound = true;
    for (size_t i = 0; i < count; i++) {
        const struct node *word = is_list ? &node->items[i] : node;
        struct answer_value value = {.text = ""};
        if (asked->answer.kind == ANSWER_KIND_COUNT) {
            continue;
        }
        sound = bind_named_answer(binder, DIAG_WHEN_BAD, asked, word, &value) && sound;
        words[i] = word->kind == NODE_SCALAR ? text_trimmed(binder->arena, word->text) : value.text;
    }
    if (count == 0) {
        diag_add(binder->diags, DIAG_WHEN_BAD, node->at, "`when` names no answer of %s", asked->id);
        sound = false;
    }
    when->words = words;
    when->word_count = count;
    when->at = entry->at;
    return sound;
}

bool when_bind(const struct binder *binder, const struct node *node, struct criteria *criteria,
               size_t index)
{
    struct item_lookup lookup = {
        .criteria = criteria, .wanted = WANT_CRITERION, .unknown = DIAG_ID_UNKNOWN};
    if (!bind_is_map(binder, "when", node)) {
        return false;
    }
    struct when *whens = arena_alloc(binder->arena, node->count, sizeof *whens);
    size_t count = 0;
    bool sound = true;
    for (size_t i = 0; i < node->count; i++) {
        const struct entry *entry = &node->entries[i];
        struct when *when = &whens[count];
        if (!item_id_find(binder, &lookup, entry->key, entry->at, &when->item)) {
            sound = false;
            continue;
        }
        sound = bind_when(binder, &criteria->items[when->item], entry, when) && sound;
        count++;
    }
    criteria->items[index].whens = whens;
    criteria->items[index].when_count = count;
    return sound;
}

enum visit { VISIT_NEW, VISIT_OPEN, VISIT_DONE };

/* Follow the conditions of an item; one that leads back to an open item closes a circle. */
static bool follow(const struct binder *binder, const struct criteria *criteria, enum visit *visits,
                   size_t index)
{
    const struct item *item = &criteria->items[index];
    bool sound = true;
    visits[index] = VISIT_OPEN;
    for (size_t i = 0; i < item->when_count; i++) {
        const struct when *when = &item->whens[i];
        if (visits[when->item] == VISIT_OPEN) {
            bool itself = when->item == index;
            diag_add(binder->diags, DIAG_WHEN_CYCLE, when->at,
                     itself ? "%s depends on itself" : "%s depends on %s, which depends on it",
                     item->id, criteria->items[when->item].id);
            sound = false;
        } else if (visits[when->item] == VISIT_NEW) {
            sound = follow(binder, criteria, visits, when->item) && sound;
        }
    }
    visits[index] = VISIT_DONE;
    return sound;
}

bool when_check_cycles(const struct binder *binder, const struct criteria *criteria)
{
    enum visit *visits = arena_alloc(binder->arena, criteria->count, sizeof *visits);
    bool sound = true;
    for (size_t i = 1; i < criteria->count; i++) {
        if (visits[i] == VISIT_NEW) {
            sound = follow(binder, criteria, visits, i) && sound;
        }
    }
    return sound;
}
