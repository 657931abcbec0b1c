#include "model/plan_lock.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/bind.h"
#include "read/document.h"

#include <string.h>

enum { FORMAT = 1 };

static const char HEAD[] =
    "# The plan of this evaluation, fixed by `vouch lock`. It is not edited by hand: the digest\n"
    "# below covers every line, and `vouch lock --again REASON` replaces it and keeps this one.\n";

/* The file, taken apart. */
struct lock_draft {
    const struct node *lock, *plan, *earlier;
};
#define PART(member) offsetof(struct lock_draft, member)

static const struct field FILE_FIELDS[] = {
    {.key = "lock", .kind = FIELD_MAP, .at = PART(lock), .required = true},
    {.key = "plan", .kind = FIELD_MAP, .at = PART(plan), .required = true},
    {.key = "earlier", .kind = FIELD_LIST, .at = PART(earlier)},
};
static const struct shape FILE_SHAPE = {"a lock", FILE_FIELDS, COUNT_OF(FILE_FIELDS)};

/* Its head as written. */
struct head_draft {
    const char *format, *evaluation, *program, *digest, *code;
    struct moment locked;
};
#define PLACE(member) offsetof(struct head_draft, member)

static const struct field HEAD_FIELDS[] = {
    {.key = "format", .kind = FIELD_TEXT, .at = PLACE(format), .required = true},
    {.key = "evaluation", .kind = FIELD_TEXT, .at = PLACE(evaluation), .required = true},
    {.key = "locked", .kind = FIELD_MOMENT, .at = PLACE(locked), .required = true},
    {.key = "vouch", .kind = FIELD_TEXT, .at = PLACE(program), .required = true},
    {.key = "digest", .kind = FIELD_TEXT, .at = PLACE(digest), .required = true},
    {.key = "code", .kind = FIELD_TEXT, .at = PLACE(code), .required = true},
};
static const struct shape HEAD_SHAPE = {"`lock`", HEAD_FIELDS, COUNT_OF(HEAD_FIELDS)};

struct earlier_draft {
    const char *digest, *reason;
    struct moment locked;
    bool altered;
};
#define EARLIER_PLACE(member) offsetof(struct earlier_draft, member)

static const struct field EARLIER_FIELDS[] = {
    {.key = "locked", .kind = FIELD_MOMENT, .at = EARLIER_PLACE(locked), .required = true},
    {.key = "digest", .kind = FIELD_TEXT, .at = EARLIER_PLACE(digest), .required = true},
    {.key = "reason", .kind = FIELD_TEXT, .at = EARLIER_PLACE(reason), .required = true},
    {.key = "altered", .kind = FIELD_YES_NO, .at = EARLIER_PLACE(altered)},
};
static const struct shape EARLIER_SHAPE = {"an earlier lock", EARLIER_FIELDS,
                                           COUNT_OF(EARLIER_FIELDS)};

static const char *digits_of(struct arena *arena, struct digest digest)
{
    char *text = arena_alloc(arena, DIGEST_TEXT_SIZE, 1);
    digest_text(digest, text);
    return text;
}

struct digest plan_lock_digest(struct arena *arena, const struct plan_lock *lock)
{
    struct text_builder text;
    text_builder_init(&text, arena);
    text_add_format(&text, "lock.evaluation: %s\nlock.locked: %s\nlock.vouch: %s\n",
                    lock->evaluation, moment_iso(arena, lock->locked), lock->program);
    for (size_t i = 0; i < lock->plan.count; i++) {
        text_add_format(&text, "%s: %s\n", lock->plan.entries[i].key, lock->plan.entries[i].value);
    }
    for (size_t i = 0; i < lock->earlier_count; i++) {
        const struct earlier_lock *earlier = &lock->earlier[i];
        text_add_format(&text, "lock.earlier: %s %s %s %s\n", moment_iso(arena, earlier->locked),
                        digits_of(arena, earlier->digest), earlier->altered ? "altered" : "intact",
                        earlier->reason);
    }
    return digest_of(text.text, text.length);
}

bool plan_lock_is_intact(struct arena *arena, const struct plan_lock *lock)
{
    char code[PLAN_CODE_SIZE];
    plan_code(lock->digest, code);
    return text_equal(lock->code, code) &&
           digest_equal(lock->digest, plan_lock_digest(arena, lock));
}

static bool bind_digest(const struct binder *binder, const struct node *map, const char *text,
                        struct digest *digest)
{
    if (digest_read(text, digest)) {
        return true;
    }
    struct diag *diag = diag_add(binder->diags, DIAG_DIGEST_BAD, node_find(map, "digest")->at,
                                 "`%s` is not a SHA-256", bind_quoted(binder, text));
    diag_label(binder->diags, diag, "expected 64 hexadecimal digits");
    return false;
}

static bool bind_head(const struct binder *binder, const struct node *node, struct plan_lock *lock)
{
    struct head_draft draft = {.format = NULL};
    if (!bind_map(binder, node, &HEAD_SHAPE, &draft)) {
        return false;
    }
    if (!text_equal(draft.format, "1")) {
        struct diag *diag = diag_add(binder->diags, DIAG_LOCK_BAD, node_find(node, "format")->at,
                                     "`%s` is not a format of lock that this version reads",
                                     bind_quoted(binder, draft.format));
        diag_label(binder->diags, diag, "expected %d", FORMAT);
        return false;
    }
    lock->evaluation = draft.evaluation;
    lock->evaluation_at = node_find(node, "evaluation")->at;
    lock->locked = draft.locked;
    lock->program = draft.program;
    lock->code = draft.code;
    lock->at = node_find(node, "digest")->at;
    return bind_digest(binder, node, draft.digest, &lock->digest);
}

static bool bind_plan(const struct binder *binder, const struct node *node, struct plan *plan)
{
    bool sound = true;
    plan->entries = arena_alloc(binder->arena, node->count, sizeof *plan->entries);
    for (size_t i = 0; i < node->count; i++) {
        const struct entry *entry = &node->entries[i];
        struct plan_entry *kept = &plan->entries[plan->count];
        if (node_is_null(&entry->value)) {
            diag_add(binder->diags, DIAG_LOCK_BAD, entry->at, "`%s` says nothing",
                     bind_quoted(binder, entry->key));
            sound = false;
        } else if (bind_text(binder, entry->key, &entry->value, &kept->value)) {
            kept->key = arena_copy(binder->arena, entry->key);
            kept->at = entry->at;
            plan->count++;
        } else {
            sound = false;
        }
    }
    if (node->count == 0) {
        diag_add(binder->diags, DIAG_LOCK_BAD, node->at, "the lock holds no plan");
        sound = false;
    }
    plan_sort(plan);
    return sound;
}

static bool bind_earlier(const struct binder *binder, const struct node *list,
                         struct plan_lock *lock)
{
    struct earlier_lock *locks = arena_alloc(binder->arena, list->count, sizeof *locks);
    bool sound = true;
    for (size_t i = 0; i < list->count; i++) {
        struct earlier_draft draft = {.digest = NULL};
        sound = bind_map(binder, &list->items[i], &EARLIER_SHAPE, &draft) &&
                bind_digest(binder, &list->items[i], draft.digest, &locks[i].digest) && sound;
        locks[i].locked = draft.locked;
        locks[i].reason = draft.reason;
        locks[i].altered = draft.altered;
    }
    lock->earlier = locks;
    lock->earlier_count = list->count;
    return sound;
}

bool plan_lock_bind(struct arena *arena, const struct input *input, struct diag_list *diags,
                    struct plan_lock *lock)
{
    const struct binder binder = {.arena = arena, .diags = diags};
    struct lock_draft file = {.lock = NULL};
    *lock = (struct plan_lock){.evaluation = NULL};
    // What is bound points into the document, so it lives as long.
    struct document *document = arena_alloc(arena, 1, sizeof *document);
    if (!document_read(arena, input, DOCUMENT_OWN, diags, document) ||
        !bind_map(&binder, &document->root, &FILE_SHAPE, &file)) {
        return false;
    }
    bool sound = bind_head(&binder, file.lock, lock);
    sound = bind_plan(&binder, file.plan, &lock->plan) && sound;
    return (file.earlier == NULL || bind_earlier(&binder, file.earlier, lock)) && sound;
}

/* May the text stand in YAML without quotes and be read back as it is? */
static bool is_plain(const char *text)
{
    static const char FREE[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                               " ._,;/%+()-&";
    size_t length = strlen(text);
    if (length == 0 || text[0] == ' ' || strchr(" ._,;/%+()-&", text[0]) != NULL ||
        text[length - 1] == ' ' || text_equal_ignoring_case(text, "null")) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        bool is_inner_colon = text[i] == ':' && text[i + 1] != ' ' && text[i + 1] != '\0';
        if (strchr(FREE, text[i]) == NULL && !is_inner_colon) {
            return false;
        }
    }
    return true;
}

static const char *scalar(struct arena *arena, const char *text)
{
    if (is_plain(text)) {
        return text;
    }
    struct text_builder quoted;
    text_builder_init(&quoted, arena);
    text_add(&quoted, "\"");
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '"' || *at == '\\') {
            text_add(&quoted, "\\");
        }
        text_add_bytes(&quoted, at, 1);
    }
    text_add(&quoted, "\"");
    return quoted.text;
}

static void add_earlier(struct arena *arena, struct text_builder *text,
                        const struct plan_lock *lock)
{
    if (lock->earlier_count > 0) {
        text_add(text, "earlier:\n");
    }
    for (size_t i = 0; i < lock->earlier_count; i++) {
        const struct earlier_lock *earlier = &lock->earlier[i];
        text_add_format(text, "  - locked: %s\n    digest: %s\n    reason: %s\n%s",
                        moment_iso(arena, earlier->locked), digits_of(arena, earlier->digest),
                        scalar(arena, earlier->reason),
                        earlier->altered ? "    altered: yes\n" : "");
    }
}

const char *plan_lock_text(struct arena *arena, const struct plan_lock *lock)
{
    struct digest digest = plan_lock_digest(arena, lock);
    char code[PLAN_CODE_SIZE];
    plan_code(digest, code);
    struct text_builder text;
    text_builder_init(&text, arena);
    text_add(&text, HEAD);
    text_add_format(&text,
                    "lock:\n  format: %d\n  evaluation: %s\n  locked: %s\n  vouch: %s\n"
                    "  digest: %s\n  code: %s\nplan:\n",
                    FORMAT, scalar(arena, lock->evaluation), moment_iso(arena, lock->locked),
                    scalar(arena, lock->program), digits_of(arena, digest), code);
    for (size_t i = 0; i < lock->plan.count; i++) {
        const struct plan_entry *entry = &lock->plan.entries[i];
        text_add_format(&text, "  %s: %s\n", scalar(arena, entry->key),
                        scalar(arena, entry->value));
    }
    add_earlier(arena, &text, lock);
    return text.text;
}
