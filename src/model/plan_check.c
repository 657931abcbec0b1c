#include "model/plan_check.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/sum.h"
#include "base/text.h"
#include "model/evaluation.h"

#include <math.h>
#include <string.h>

enum { SHOWN_COLUMNS = 60 };

static const double SAME_SHARE = 1e-12;
static const char WEIGHTS[] = "weights.";
static const char CRITERION[] = "criterion.";

const char *plan_state_word(enum plan_state state)
{
    static const char *const WORDS[] = {
        [PLAN_NONE] = "none", [PLAN_UNCHANGED] = "unchanged", [PLAN_CHANGED] = "changed"};
    return WORDS[state];
}

/* A comparison while it runs. */
struct comparison {
    struct arena *arena;
    const struct criteria *criteria;
    const struct plan *fixed, *now;
    bool *same_shares; // per item: the weights of its children are as fixed, in proportion
    struct plan_change *changes;
    size_t count, capacity;
};

static bool weight_in(const struct comparison *comparison, const struct plan *plan,
                      const struct item *item, double *weight)
{
    const struct plan_entry *entry = plan_find(
        plan, arena_format(comparison->arena, "%s%s", WEIGHTS, item->id));
    return entry != NULL && number_read(entry->value, weight);
}

/* Do the children of a section weigh as fixed, in proportion? */
static bool has_same_shares(const struct comparison *comparison, const struct item *section)
{
    struct sum fixed_sum = {0};
    struct sum now_sum = {0};
    size_t count = section->child_count;
    double *fixed = arena_alloc(comparison->arena, count, sizeof *fixed);
    double *now = arena_alloc(comparison->arena, count, sizeof *now);
    for (size_t i = 0; i < count; i++) {
        const struct item *child = &comparison->criteria->items[section->children[i]];
        if (!weight_in(comparison, comparison->fixed, child, &fixed[i]) ||
            !weight_in(comparison, comparison->now, child, &now[i])) {
            return false;
        }
        sum_add(&fixed_sum, fixed[i]);
        sum_add(&now_sum, now[i]);
    }
    double fixed_total = sum_total(&fixed_sum);
    double now_total = sum_total(&now_sum);
    for (size_t i = 0; i < count; i++) {
        double difference = now[i] / now_total - fixed[i] / fixed_total;
        if (!(fabs(difference) <= SAME_SHARE)) { // so that 0 divided by 0 is a change, too
            return false;
        }
    }
    return true;
}

static bool is_in_both(const struct comparison *comparison, const char *key)
{
    return plan_find(comparison->fixed, key) != NULL && plan_find(comparison->now, key) != NULL;
}

/* Does the key speak of a criterion that was added or taken out, which is named itself? */
static bool is_named_by_criterion(const struct comparison *comparison, const char *key)
{
    static const char *const GROUPS[] = {WEIGHTS, "gate.", "target."};
    for (size_t i = 0; i < COUNT_OF(GROUPS); i++) {
        const char *id = plan_key_in(key, GROUPS[i]);
        if (id != NULL) {
            const char *criterion = arena_format(comparison->arena, "%s%s", CRITERION, id);
            bool exists = plan_find(comparison->fixed, criterion) != NULL ||
                          plan_find(comparison->now, criterion) != NULL;
            return exists && !is_in_both(comparison, criterion);
        }
    }
    return false;
}

static bool is_same_weight(const struct comparison *comparison, const char *key)
{
    const char *id = plan_key_in(key, WEIGHTS);
    size_t item = 0;
    return id != NULL && criteria_find(comparison->arena, comparison->criteria, id, &item) &&
           comparison->same_shares[comparison->criteria->items[item].parent];
}

static void note(struct comparison *comparison, const char *key, const char *was, const char *is)
{
    if (text_equal(was, is) || is_named_by_criterion(comparison, key) ||
        is_same_weight(comparison, key)) {
        return;
    }
    comparison->changes = arena_more(comparison->arena, comparison->changes, comparison->count,
                                     &comparison->capacity, sizeof *comparison->changes);
    comparison->changes[comparison->count++] = (struct plan_change){key, was, is};
}

/* Walk both plans side by side: they stand in the same order. */
static void walk(struct comparison *comparison)
{
    const struct plan *fixed = comparison->fixed;
    const struct plan *now = comparison->now;
    size_t f = 0;
    size_t n = 0;
    while (f < fixed->count || n < now->count) {
        int order = f == fixed->count ? 1
                    : n == now->count ? -1
                                      : strcmp(fixed->entries[f].key, now->entries[n].key);
        const char *key = order <= 0 ? fixed->entries[f].key : now->entries[n].key;
        const char *was = order <= 0 ? fixed->entries[f++].value : NULL;
        const char *is = order >= 0 ? now->entries[n++].value : NULL;
        note(comparison, key, was, is);
    }
}

struct plan_check plan_compare(struct arena *arena, const struct evaluation *evaluation,
                               const struct plan_lock *lock)
{
    struct plan now = plan_of(arena, evaluation);
    struct comparison comparison = {
        .arena = arena,
        .criteria = &evaluation->criteria,
        .fixed = &lock->plan,
        .now = &now,
        .same_shares = arena_alloc(arena, evaluation->criteria.count, sizeof(bool)),
    };
    for (size_t i = 0; i < evaluation->criteria.count; i++) {
        const struct item *item = &evaluation->criteria.items[i];
        comparison.same_shares[i] = !item_is_criterion(item) && has_same_shares(&comparison, item);
    }
    walk(&comparison);
    bool altered = !plan_lock_is_intact(arena, lock);
    return (struct plan_check){
        .state = altered || comparison.count > 0 ? PLAN_CHANGED : PLAN_UNCHANGED,
        .altered = altered,
        .lock = *lock,
        .changes = comparison.changes,
        .change_count = comparison.count,
    };
}

/* What a key is called: the rest of the key behind its group stands between the words. */
static const struct {
    const char *group;
    const char *before, *after;
} WORDS[] = {
    {"answers_due", "the time answers are due", ""},
    {"as_of", "the position as at", ""},
    {"currency", "the currency", ""},
    {"criteria.id", "the set of criteria", ""},
    {"criteria.version", "the version of the criteria", ""},
    {"criterion.", "criterion ", ""},
    {"gate.", "the mandatory requirement on ", ""},
    {"target.", "the target of ", ""},
    {"evidence.", "what ", " can prove"},
    {"weights.", "the weight of ", ""},
    {"views.", "the view ", ""},
    {"rules.ceilings.", "the ceiling of what is ", ""},
    {"rules.not_applicable", "the rule for what is not applicable", ""},
    {"rules.complete", "the share from which an offer is complete", ""},
    {"rules.bands.acceptable", "the score from which an offer is acceptable", ""},
    {"rules.bands.with_conditions", "the score from which one is acceptable with conditions", ""},
    {"rules.decimals", "the decimals of published scores", ""},
    {"rules.margin.points", "the margin of a narrow lead", ""},
    {"rules.margin.effect", "the effect of a narrow lead", ""},
    {"rules.tie", "the tie rule", ""},
    {"rules.late", "the rule for late responses", ""},
    {"rules.debrief", "the rule for debriefs", ""},
    {"rules.minimum.", "the minimum of ", ""},
    {"rules.price.formula", "the price formula", ""},
    {"rules.price.budget", "the budget", ""},
    {"rules.price.floor", "the floor of the price", ""},
    {"money.years", "the years of the money model", ""},
    {"money.discount_rate", "the discount rate", ""},
    {"money.baseline.", "the baseline's ", ""},
    {"money.benefits.", "the benefit ", ""},
};

static const char *name_of(struct arena *arena, const char *key)
{
    for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
        const char *rest = plan_key_in(key, WORDS[i].group);
        bool is_whole = !text_ends(WORDS[i].group, ".");
        if (rest != NULL && (!is_whole || rest[0] == '\0')) {
            return arena_format(arena, "%s%s%s", WORDS[i].before,
                                text_brief(arena, rest, SHOWN_COLUMNS), WORDS[i].after);
        }
    }
    return arena_format(arena, "`%s`", text_brief(arena, key, SHOWN_COLUMNS));
}

const char *plan_change_text(struct arena *arena, const struct plan_change *change)
{
    const char *name = name_of(arena, change->key);
    const char *was = change->was == NULL ? "" : text_brief(arena, change->was, SHOWN_COLUMNS);
    const char *is = change->is == NULL ? "" : text_brief(arena, change->is, SHOWN_COLUMNS);
    if (plan_key_in(change->key, CRITERION) != NULL) { // its value is a digest
        return arena_format(arena, "%s %s", name,
                            change->was == NULL  ? "is added"
                            : change->is == NULL ? "is taken out"
                                                 : "asks or counts otherwise than fixed");
    }
    if (change->was == NULL) {
        return arena_format(arena, "%s is added: %s", name, is);
    }
    if (change->is == NULL) {
        return arena_format(arena, "%s is taken out, fixed as %s", name, was);
    }
    return arena_format(arena, "%s is %s, fixed as %s", name, is, was);
}

const char *plan_changes_text(struct arena *arena, const struct plan_check *check, size_t most)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    for (size_t i = 0; i < check->change_count && i < most; i++) {
        text_add_format(&text, "%s%s", i == 0 ? "" : "; ",
                        plan_change_text(arena, &check->changes[i]));
    }
    if (check->change_count > most) {
        text_add_format(&text, "; and %zu more", check->change_count - most);
    }
    return text.text;
}

const char *plan_check_text(struct arena *arena, const struct plan_check *check)
{
    if (check->state == PLAN_NONE) {
        return "no plan fixed yet";
    }
    char code[PLAN_CODE_SIZE];
    plan_code(check->lock.digest, code);
    const char *fixed = arena_format(arena, "plan fixed on %s, code %s",
                                     date_text(arena, check->lock.locked.date), code);
    const char *altered = check->altered ? ", and the lock was edited by hand" : "";
    if (check->change_count > 0) {
        return arena_format(arena, "%s: changed in %s since%s", fixed,
                            text_counted(arena, check->change_count, "point", "points"), altered);
    }
    return check->altered ? arena_format(arena, "%s: the lock was edited by hand", fixed)
                          : arena_format(arena, "%s: unchanged", fixed);
}
