/*
 * Criteria: the tree of what is judged.
 *
 * All items stand in one array in tree order, a section before its descendants. Item 0 is the whole
 * (it carries the total); an item's index is also its number on the sheets. The descendants of item
 * i are i+1 … i+span.
 *
 *     0 the whole        span 5
 *     1   GOV  section   span 2   parent 0
 *     2     GOV-01                parent 1
 *     3     GOV-02                parent 1
 *     4   SEC  section   span 1   parent 0
 *     5     SEC-01                parent 4
 *
 * Source: FORMATS, "Criteria".
 * Layer: model. Pure: bundles of documents in, criteria out.
 */
#ifndef VOUCH_MODEL_CRITERIA_H
#define VOUCH_MODEL_CRITERIA_H

#include "base/date.h"
#include "base/loc.h"
#include "base/map.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct bundle;
struct claim_class;
struct criteria_view;
struct diag_list;
struct frameworks;
struct node;
struct wording;

/* How far proof carries an answer, from weakest to strongest (RULES 2). */
enum grade { GRADE_STATED, GRADE_DOCUMENTED, GRADE_INDEPENDENT, GRADE_VERIFIED, GRADE_COUNT };
const char *grade_word(enum grade grade); // "stated" …
bool grade_find(const char *word, enum grade *grade);

struct level {
    const char *label;
    double worth;      // 0..1
    const char *means; // NULL: not said
    double number;     // where the scale declares numbers
    bool has_number;
    struct loc at;
};

struct scale {
    const char *id;
    struct level *levels; // from lowest to highest place
    size_t count;
    struct loc at;
};

/* Whose word a kind of evidence is: what it says of itself, whatever its grade. */
enum independence {
    INDEPENDENCE_NOT_SAID,
    INDEPENDENCE_VENDOR,
    INDEPENDENCE_CUSTOMER,    // one of the vendor's
    INDEPENDENCE_BOTH,        // both parties: what is agreed
    INDEPENDENCE_THIRD_PARTY, // auditor, laboratory, insurer, authority
    INDEPENDENCE_BUYER,
    INDEPENDENCE_COUNT
};
const char *independence_word(enum independence independence); // "third party"; "" where not said

/* A kind of evidence (criteria/evidence.yaml and a criteria file's own `kinds`). */
struct evidence_kind {
    const char *id;
    const char *title;
    enum grade grade;    // the best it can reach
    int lifetime_months; // 0: does not age
    bool buyer_only;
    enum independence independence;
    const char *check;  // NULL: not said
    const char *source; // NULL: not said
    struct loc at;
};

enum answer_kind {
    ANSWER_LEVEL, // a scale
    ANSWER_YES_NO,
    ANSWER_PERCENT,
    ANSWER_TEXT, // the panel gives its level on `scale`
    ANSWER_PRICE,
    ANSWER_NUMBER,    // a curve
    ANSWER_MONEY,     // a curve
    ANSWER_DATE,      // a curve over day numbers
    ANSWER_CHOICE,    // options with worths
    ANSWER_CHECKLIST, // options with weights
    ANSWER_KIND_COUNT
};

/* A choice (`worth` 0..1) or an item of a checklist (`worth` is its weight >= 0). */
struct option {
    const char *key;
    const char *label; // a choice's label is its key
    double worth;
    struct loc at;
};

struct curve_point {
    double x; // strictly rising
    double y; // 0..1
};

struct answer_type {
    enum answer_kind kind;
    const struct scale *scale;    // LEVEL, TEXT
    const struct option *options; // CHOICE, CHECKLIST
    size_t option_count;
    const struct curve_point *points; // NUMBER, MONEY, DATE (x: days since 1970-01-01)
    size_t point_count;
    const char *unit; // NUMBER: "ms"; MONEY, and PRICE of an evaluation: "EUR"; else NULL
    struct loc at;
};

enum gate_test {
    GATE_AT_LEAST,
    GATE_AT_MOST,
    GATE_IS,
    GATE_ONE_OF,
    GATE_BY,
    GATE_MINIMUM,
    GATE_PROOF_ONLY
};

/* A mandatory requirement (RULES 7). */
struct gate {
    enum gate_test test;
    const char *const *words; // as written: one, or several for ONE_OF
    size_t word_count;
    double bound; // AT_LEAST/AT_MOST/BY on numbers and dates; levels: their place; choices: their
                  // worth
    bool has_proof;
    enum grade proof;    // least grade
    bool unproven_fails; // `unproven: fail`
    const char *const *waivable_by;
    size_t waivable_count;   // 0: nobody may waive it
    const char *prove_owner; // `prove_by: {owner, on}`; NULL: not said
    struct date prove_on;
    struct loc at;
};

enum not_applicable_rule { NOT_APPLICABLE_ASK, NOT_APPLICABLE_NEVER };

/* `when: {GOV-00: yes}`: all of them must hold for the criterion to be asked. */
struct when {
    size_t item;              // index of the criterion it depends on
    const char *const *words; // any of these answers
    size_t word_count;
    struct loc at;
};

/* A point in the contract that is proposed where the target is missed. */
struct contract_condition {
    const char *text; // NULL: none
    bool must;
    const char *owner; // NULL: not said
};

struct item {
    const char *id;         // item 0: ""
    const char *title;      // item 0: title of the criteria
    size_t parent;          // index; item 0: 0
    size_t depth;           // item 0: 0
    size_t span;            // number of descendants; 0: a criterion (or empty criteria)
    double weight;          // as the criteria give it, relative to its siblings, >= 0
    const size_t *children; // section: indices of its children in byte order of ids
    size_t child_count;     // 0: a criterion
    struct loc at;

    /* Only of a criterion. */
    const char *ask; // NULL: not said
    struct answer_type answer;
    const size_t *kinds; // evidence kinds that can carry it: indices into criteria.kinds
    size_t kind_count;   // 0: no evidence is asked, ceiling 1
    bool has_gate;       // also of a section, set by the evaluation (`rules.minimum`)
    struct gate gate;
    bool has_target;
    const char *target_word;
    double target;       // the claimed value (0..1) that the target is worth
    double target_place; // levels: place on the scale; else as `target`
    struct contract_condition condition;
    const struct when *whens;
    size_t when_count;
    bool otherwise_leave; // `otherwise: leave`; else worth 0
    enum not_applicable_rule not_applicable;
    bool inheritable;
    const char *const *audience;
    size_t audience_count;
    const char *const *refs;  // "NIST-AI-RMF:GOVERN-2.3"
    const struct loc *ref_at; // where each stands
    size_t ref_count;
    const char *guidance;
};

struct criteria {
    const char *id;
    const char *title;
    const char *version;
    const char *language;
    struct item *items;  // [0] is the whole
    size_t count;        // with item 0
    struct map by_id;    // folded id -> index
    struct map left_out; // folded ids that are known and not asked here: `drop` took them out, or
                         // they stand in the full set alone (`subset_of`)
    struct scale *scales;
    size_t scale_count;
    struct evidence_kind *kinds;
    size_t kind_count;
    struct map kind_by_id;             // id -> index
    bool own_kinds, own_views;         // the evaluation's, instead of the built-in ones
    const struct claim_class *classes; // model/claim_class.h
    size_t class_count;
    const struct wording *wordings; // model/claim_class.h
    size_t wording_count;
    const struct criteria_view *views; // model/criteria_view.h
    size_t view_count;
    const struct frameworks *frameworks; // those that are referred to: model/framework.h
    const char *const *inputs;           // names of the inputs it was bound from, for Record
    size_t input_count;
    bool complete; // every file and item could be read: an id that is not here is not known
};

/* What the evaluation says of its criteria. */
struct criteria_choice {
    const struct node *value; // `criteria`: a built-in name, a path, or a list of both
    const struct node *drop;  // `drop`: ids to take out; NULL: none
    const char *language;     // of questions and titles that are given in several
};

/*
 * Bind criteria from files of the bundle.
 *
 * Later files add to earlier ones; one that `extends` others brings them in before itself. Built-in
 * files that are used are added to the bundle as `criteria/NAME.yaml`; a file of that name in the
 * bundle is used instead. Kinds of evidence, classes of claims and views are always among them.
 *
 * Reports: CRITERIA_UNKNOWN, CRITERIA_EMPTY, CRITERIA_CLASH, ID_BAD, ID_DUPLICATE, ID_UNKNOWN,
 * SCALE_UNKNOWN, SCALE_BAD, SCALE_FALLS, EVIDENCE_KIND_UNKNOWN, LANGUAGE_UNKNOWN, WEIGHT_BAD,
 * WEIGHTS_ZERO, WHEN_CYCLE, WHEN_BAD, GATE_BAD, SUBSET_UNKNOWN, SUBSET_DIFFERS,
 * CLAIM_CLASS_UNKNOWN, AUDIENCE_UNKNOWN, REF_*, KEY_*, VALUE_KIND, NUMBER_*. Returns whether the
 * criteria are sound.
 */
bool criteria_bind(struct arena *arena, const struct criteria_choice *choice, struct bundle *bundle,
                   struct diag_list *diags, struct criteria *criteria);

static inline bool item_is_criterion(const struct item *item)
{
    return item->child_count == 0;
}

static inline bool item_is_price(const struct item *item)
{
    return item_is_criterion(item) && item->answer.kind == ANSWER_PRICE;
}

/* Index of the item of an id, ignoring case; false where there is none. */
bool criteria_find(struct arena *scratch, const struct criteria *criteria, const char *id,
                   size_t *index);

/* Every id, in tree order, for "did you mean". `criteria_only`-like choices are made by the
 * caller's loop. */
const char **criteria_ids(struct arena *arena, const struct criteria *criteria, size_t *count);

/* What a criterion can be answered with, for messages: "Absent, Planned, Partial, In place,
 * Measured". */
const char *answer_type_expects(struct arena *arena, const struct answer_type *type);

#endif
