/*
 * Binding: from nodes of a document to typed fields, by tables.
 *
 * A map is described by a table, a row a key; bind_map() fills a struct from it and reports every
 * key that is unknown, missing or of the wrong kind:
 *
 *     static const struct field FIELDS[] = {
 *         {.key = "id", .kind = FIELD_TEXT, .at = offsetof(struct claim, id), .required = true},
 *         {.key = "says", .kind = FIELD_TEXT, .at = offsetof(struct claim, says)},
 *     };
 *     bool sound = bind_map(&binder, node, &(struct shape){"a claim", FIELDS, COUNT_OF(FIELDS)},
 *                           &claim);
 *
 * What is not there, or says nothing, leaves its field as it was: defaults are set before.
 *
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_BIND_H
#define VOUCH_MODEL_BIND_H

#include "base/date.h"
#include "base/diag.h"
#include "base/loc.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct node;

/* Where what is bound lives, and where faults go. */
struct binder {
    struct arena *arena;     // borrowed
    struct diag_list *diags; // borrowed
};

/* What a field takes, and the type of its place in the struct. */
enum field_kind {
    FIELD_TEXT,   // a scalar; const char *
    FIELD_TEXTS,  // a text or a list of texts; struct texts
    FIELD_NUMBER, // within `limits`; double
    FIELD_WHOLE,  // a whole number within `limits`; double
    FIELD_RATE,   // written with its sign, within `limits` as a share; double
    FIELD_AMOUNT, // money, within `limits`; double
    FIELD_YES_NO, // yes, no, true, false; bool
    FIELD_WORD,   // one of `words`; int
    FIELD_DATE,   // a day; struct date
    FIELD_MOMENT, // a day, perhaps with its time; struct moment
    FIELD_NODE,   // anything; const struct node *
    FIELD_MAP,    // a map; const struct node *
    FIELD_LIST,   // a list; const struct node *
    FIELD_KIND_COUNT
};

/* Numbers that are allowed, both ends included. */
struct limits {
    double least, most;
    enum diag_code code;  // reported for a number outside
    const char *expected; // "a number of 0 or more"
};

/* A word and what it stands for. */
struct word {
    const char *word;
    int value;
};
struct words {
    const struct word *words;
    size_t count;
};

struct field {
    const char *key;
    enum field_kind kind;
    size_t at; // offsetof() its place
    bool required;
    const struct limits *limits; // numbers, rates and amounts; NULL: any
    const struct words *words;   // FIELD_WORD
};

/* A map's table, and what it is called in messages: "the evaluation", "a claim". */
struct shape {
    const char *what;
    const struct field *fields;
    size_t count;
};

/* A list of texts with their places. */
struct texts {
    const char *const *texts;
    const struct loc *at;
    size_t count;
};

extern const struct limits LIMITS_WEIGHT; // 0 or more: WEIGHT_BAD
extern const struct limits LIMITS_SHARE;  // 0 to 1
extern const struct limits LIMITS_SCORE;  // 0 to 100
extern const struct limits LIMITS_MONEY;  // 0 or more: MONEY_BAD
extern const struct limits LIMITS_COUNT;  // 0 or more

/*
 * Fill `target` from a map.
 *
 * Reports: VALUE_KIND where the node is no map, KEY_UNKNOWN, KEY_MISSING, and whatever the kinds
 * of its fields report. Returns whether all was sound.
 */
bool bind_map(const struct binder *binder, const struct node *node, const struct shape *shape,
              void *target);

/*
 * One scalar each. `name` is the key, for messages. `*out` is touched only on success; a text is a
 * copy, so that the document need not live on.
 */
bool bind_text(const struct binder *binder, const char *name, const struct node *node,
               const char **out);
bool bind_texts(const struct binder *binder, const char *name, const struct node *node,
                struct texts *out);
bool bind_number(const struct binder *binder, const char *name, const struct node *node,
                 const struct limits *limits, double *out);
bool bind_rate(const struct binder *binder, const char *name, const struct node *node,
               const struct limits *limits, double *out);
bool bind_amount(const struct binder *binder, const char *name, const struct node *node,
                 const struct limits *limits, double *out);
bool bind_date(const struct binder *binder, const char *name, const struct node *node,
               struct date *out);

/* Is the node of the kind that is needed? Reports: VALUE_KIND. */
bool bind_is_map(const struct binder *binder, const char *name, const struct node *node);
bool bind_is_list(const struct binder *binder, const char *name, const struct node *node);

/* `yes`, `no`, `true` or `false`, ignoring case. */
bool bind_yes_no_word(const char *word, bool *out);

/* Three capital letters, as EUR. */
bool bind_is_currency(const char *text);

/* Can an amount be read in two ways: exactly three digits behind a single point or comma? */
bool bind_amount_is_ambiguous(const char *text);
/* Report NUMBER_AMBIGUOUS with both readings of such an amount. */
void bind_report_ambiguous(const struct binder *binder, const struct node *node, const char *text);

/* The text quoted for a message: shown, on one line, not too long. */
const char *bind_quoted(const struct binder *binder, const char *text);

/* Help with the nearest candidate, where there is one. Returns whether there is. */
bool bind_suggest(const struct binder *binder, struct diag *diag, const char *word,
                  const char *const *candidates, size_t count);

/* The entry's key as a place: a node's own place lies on its value. */
struct loc bind_key_at(const struct node *map, const char *key);

#endif
