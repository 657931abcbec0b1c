#include "model/evidence_kind.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "model/item_id.h"
#include "read/builtin.h"
#include "read/document.h"

#include <string.h>

enum { MONTHS_A_YEAR = 12, LIFETIME_YEARS_MOST = 100 };

static const struct word GRADE_WORDS[] = {
    {"stated", GRADE_STATED},
    {"documented", GRADE_DOCUMENTED},
    {"independent", GRADE_INDEPENDENT},
    {"verified", GRADE_VERIFIED},
};
_Static_assert(COUNT_OF(GRADE_WORDS) == GRADE_COUNT, "a word for each grade");
static const struct words GRADES = {GRADE_WORDS, COUNT_OF(GRADE_WORDS)};

static const struct word INDEPENDENCE_WORDS[] = {
    {"", INDEPENDENCE_NOT_SAID},
    {"vendor", INDEPENDENCE_VENDOR},
    {"customer", INDEPENDENCE_CUSTOMER},
    {"both", INDEPENDENCE_BOTH},
    {"third party", INDEPENDENCE_THIRD_PARTY},
    {"buyer", INDEPENDENCE_BUYER},
};
_Static_assert(COUNT_OF(INDEPENDENCE_WORDS) == INDEPENDENCE_COUNT, "a word for each");
// What a file may say: the first says nothing.
static const struct words INDEPENDENCES = {INDEPENDENCE_WORDS + 1,
                                           COUNT_OF(INDEPENDENCE_WORDS) - 1};

const char *independence_word(enum independence independence)
{
    return INDEPENDENCE_WORDS[independence].word;
}

const char *grade_word(enum grade grade)
{
    return GRADE_WORDS[grade].word;
}

bool grade_find(const char *word, enum grade *grade)
{
    for (size_t i = 0; i < COUNT_OF(GRADE_WORDS); i++) {
        if (text_equal_ignoring_case(GRADE_WORDS[i].word, word)) {
            *grade = (enum grade)GRADE_WORDS[i].value;
            return true;
        }
    }
    return false;
}

/* A kind as written. */
struct kind_draft {
    const char *id, *title, *check, *source;
    const struct node *lifetime;
    int grade, independence;
    bool buyer_only;
};

static const struct field KIND_FIELDS[] = {
    {.key = "id", .kind = FIELD_TEXT, .at = offsetof(struct kind_draft, id), .required = true},
    {.key = "title",
     .kind = FIELD_TEXT,
     .at = offsetof(struct kind_draft, title),
     .required = true},
    {.key = "grade",
     .kind = FIELD_WORD,
     .at = offsetof(struct kind_draft, grade),
     .required = true,
     .words = &GRADES},
    {.key = "lifetime", .kind = FIELD_NODE, .at = offsetof(struct kind_draft, lifetime)},
    {.key = "buyer_only", .kind = FIELD_YES_NO, .at = offsetof(struct kind_draft, buyer_only)},
    {.key = "independence",
     .kind = FIELD_WORD,
     .at = offsetof(struct kind_draft, independence),
     .words = &INDEPENDENCES},
    {.key = "check", .kind = FIELD_TEXT, .at = offsetof(struct kind_draft, check)},
    {.key = "source", .kind = FIELD_TEXT, .at = offsetof(struct kind_draft, source)},
};
static const struct shape KIND_SHAPE = {"a kind of evidence", KIND_FIELDS, COUNT_OF(KIND_FIELDS)};

/* "12 months", "3 years", "none". */
static bool read_lifetime(const char *text, int *months)
{
    static const struct {
        const char *unit;
        int months;
    } UNITS[] = {
        {" months", 1}, {" month", 1}, {" years", MONTHS_A_YEAR}, {" year", MONTHS_A_YEAR}};
    if (text_equal_ignoring_case(text, "none")) {
        *months = 0;
        return true;
    }
    size_t digits = strspn(text, "0123456789");
    for (size_t i = 0; i < COUNT_OF(UNITS); i++) {
        double number;
        char count[8] = "";
        if (digits > 0 && digits < sizeof count && text_equal(text + digits, UNITS[i].unit)) {
            memcpy(count, text, digits);
            double most = (double)LIFETIME_YEARS_MOST * MONTHS_A_YEAR;
            if (number_read(count, &number) && number >= 1 && number * UNITS[i].months <= most) {
                *months = (int)number * UNITS[i].months;
                return true;
            }
        }
    }
    return false;
}

static bool bind_lifetime(const struct binder *binder, const struct node *node, int *months)
{
    const char *text = NULL;
    if (node == NULL) {
        return true;
    }
    if (!bind_text(binder, "lifetime", node, &text)) {
        return false;
    }
    if (read_lifetime(text, months)) {
        return true;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_WORD_UNKNOWN, node->at,
                                 "`%s` is not a lifetime", bind_quoted(binder, text));
    diag_label(binder->diags, diag, "expected as in: 12 months, 3 years, none");
    return false;
}

static bool bind_kind(const struct binder *binder, const struct node *node,
                      struct evidence_kind *kind)
{
    struct kind_draft draft = {.id = NULL};
    bool sound = bind_map(binder, node, &KIND_SHAPE, &draft);
    sound = bind_lifetime(binder, draft.lifetime, &kind->lifetime_months) && sound;
    kind->id = draft.id;
    kind->title = draft.title == NULL ? draft.id : draft.title;
    kind->grade = (enum grade)draft.grade;
    kind->buyer_only = draft.buyer_only;
    kind->independence = (enum independence)draft.independence;
    kind->check = draft.check;
    kind->source = draft.source;
    kind->at = node->at;
    if (draft.id != NULL) {
        kind->at = node_find(node, "id")->at;
        sound = item_id_check(binder, draft.id, kind->at) && sound;
    }
    return sound;
}

bool evidence_kinds_bind(const struct binder *binder, const struct node *kinds,
                         struct criteria *criteria)
{
    if (!bind_is_list(binder, "kinds", kinds)) {
        criteria->complete = false;
        return false;
    }
    bool sound = true;
    struct evidence_kind *grown = arena_grown(binder->arena, criteria->kinds, criteria->kind_count,
                                              kinds->count, sizeof *grown);
    criteria->kinds = grown;
    for (size_t i = 0; i < kinds->count; i++) {
        struct evidence_kind *kind = &grown[criteria->kind_count];
        *kind = (struct evidence_kind){.id = NULL};
        sound = bind_kind(binder, &kinds->items[i], kind) && sound;
        if (kind->id == NULL) {
            continue;
        }
        size_t earlier = 0;
        if (map_find(&criteria->kind_by_id, kind->id, &earlier)) {
            item_id_report_again(binder, kind->id, kind->at, criteria->kinds[earlier].at,
                                 "a kind of evidence");
            sound = false;
        } else {
            map_add(&criteria->kind_by_id, kind->id, criteria->kind_count++);
        }
    }
    return sound;
}

/* One cause, one fault: repeats of it at its place are dropped. */
static void report_replaced(const struct binder *binder, const struct criteria *criteria)
{
    struct loc at = {.source = criteria->kinds[0].at.source};
    struct diag *diag = diag_add(binder->diags, DIAG_EVIDENCE_KIND_UNKNOWN, at,
                                 "these kinds stand instead of the built-in ones, and built-in "
                                 "criteria ask for others");
    diag_help(binder->diags, diag,
              "kinds of your own stand under `kinds` in a criteria file of another name, beside "
              "the built-in ones");
}

bool evidence_kind_bind(const struct binder *binder, const struct criteria *criteria,
                        const char *id, struct loc at, size_t *index)
{
    if (map_find(&criteria->kind_by_id, id, index)) {
        return true;
    }
    if (!criteria->complete) {
        return false; // it may stand in what could not be read
    }
    if (criteria->own_kinds && criteria->kind_count > 0 && builtin_find(at.source) != NULL) {
        report_replaced(binder, criteria);
        return false;
    }
    const char **ids = arena_alloc(binder->arena, criteria->kind_count, sizeof *ids);
    for (size_t i = 0; i < criteria->kind_count; i++) {
        ids[i] = criteria->kinds[i].id;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_EVIDENCE_KIND_UNKNOWN, at,
                                 "`%s` is not a kind of evidence", bind_quoted(binder, id));
    bind_suggest(binder, diag, id, ids, criteria->kind_count);
    return false;
}

bool evidence_kinds_find(const struct binder *binder, const struct criteria *criteria,
                         const struct texts *ids, const size_t **kinds, size_t *count)
{
    size_t *found = arena_alloc(binder->arena, ids->count, sizeof *found);
    bool sound = true;
    *count = 0;
    for (size_t i = 0; i < ids->count; i++) {
        bool known = evidence_kind_bind(binder, criteria, ids->texts[i], ids->at[i],
                                        &found[*count]);
        *count += known;
        sound = known && sound;
    }
    *kinds = found;
    return sound;
}
