#include "model/assessment.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/answer_value.h"
#include "model/bind.h"
#include "model/evaluation.h"
#include "model/evaluation_panel.h"
#include "model/item_id.h"
#include "model/scoresheet.h"
#include "read/bundle.h"
#include "read/document.h"

/* One file while it is bound. */
struct mark_file {
    struct binder binder;
    const struct criteria *criteria;
    struct assessment *assessment;
    size_t capacity;
};

/* Marks are an evaluator's own, or what the chair moderated. */
struct mark_kind {
    bool moderated;
    const struct shape *shape;
};

struct raw_file {
    const struct node *evaluator, *marks, *moderated, *counts;
};
static const struct field FILE_FIELDS[] = {
    {.key = "evaluator",
     .kind = FIELD_MAP,
     .at = offsetof(struct raw_file, evaluator),
     .required = true},
    {.key = "marks", .kind = FIELD_MAP, .at = offsetof(struct raw_file, marks)},
    {.key = "moderated", .kind = FIELD_MAP, .at = offsetof(struct raw_file, moderated)},
    {.key = "counts", .kind = FIELD_MAP, .at = offsetof(struct raw_file, counts)},
};
static const struct shape FILE_SHAPE = {"an assessment", FILE_FIELDS, COUNT_OF(FILE_FIELDS)};

static const struct word CONFIDENTIALITIES[] = {
    {"yes", CONFIDENTIAL_YES},
    {"no", CONFIDENTIAL_NO},
    {"true", CONFIDENTIAL_YES},
    {"false", CONFIDENTIAL_NO},
};
static const struct words CONFIDENTIAL_WORDS = {CONFIDENTIALITIES, COUNT_OF(CONFIDENTIALITIES)};

static const struct field EVALUATOR_FIELDS[] = {
    {.key = "id",
     .kind = FIELD_TEXT,
     .at = offsetof(struct assessment, evaluator),
     .required = true},
    {.key = "name", .kind = FIELD_TEXT, .at = offsetof(struct assessment, name)},
    {.key = "role", .kind = FIELD_TEXT, .at = offsetof(struct assessment, role)},
    {.key = "conflict", .kind = FIELD_TEXT, .at = offsetof(struct assessment, conflict)},
    {.key = "confidential",
     .kind = FIELD_WORD,
     .at = offsetof(struct assessment, confidential),
     .words = &CONFIDENTIAL_WORDS},
    {.key = "signed", .kind = FIELD_DATE, .at = offsetof(struct assessment, signed_on)},
};
static const struct shape EVALUATOR_SHAPE = {"the evaluator", EVALUATOR_FIELDS,
                                             COUNT_OF(EVALUATOR_FIELDS)};

struct raw_mark {
    const struct node *level;
    const char *because, *dissent, *outside;
};
/* The first fields are those of any mark. */
enum { OWN_FIELD_COUNT = 2 };
static const struct field MARK_FIELDS[] = {
    {.key = "level", .kind = FIELD_NODE, .at = offsetof(struct raw_mark, level), .required = true},
    {.key = "because", .kind = FIELD_TEXT, .at = offsetof(struct raw_mark, because)},
    {.key = "dissent", .kind = FIELD_TEXT, .at = offsetof(struct raw_mark, dissent)},
    {.key = "outside", .kind = FIELD_TEXT, .at = offsetof(struct raw_mark, outside)},
};
static const struct shape MARK_SHAPE = {"a mark", MARK_FIELDS, OWN_FIELD_COUNT};
static const struct shape MODERATED_SHAPE = {"a moderated mark", MARK_FIELDS,
                                             COUNT_OF(MARK_FIELDS)};
static const struct mark_kind OWN_MARK = {false, &MARK_SHAPE};
static const struct mark_kind MODERATED_MARK = {true, &MODERATED_SHAPE};

/* The place of a level on the scale of a criterion. */
static bool bind_level(const struct mark_file *file, const struct item *item,
                       const struct node *node, size_t *level)
{
    struct answer_type type = item->answer;
    struct answer_value value;
    if (type.kind == ANSWER_KIND_COUNT) {
        return false; // its type is faulty, which has been reported
    }
    if (type.kind != ANSWER_LEVEL && type.kind != ANSWER_TEXT) {
        diag_add(file->binder.diags, DIAG_MARK_BAD, node->at,
                 "%s is not judged on a scale, so that it has no level", item->id);
        return false;
    }
    type.kind = ANSWER_LEVEL; // what a vendor answers freely, the panel marks on its scale
    if (!answer_value_bind(&file->binder, item->id, &type, node, &value)) {
        return false;
    }
    *level = value.place > 0 ? (size_t)value.place : 0;
    return true;
}

static bool bind_mark(struct mark_file *file, const struct entry *vendor, const struct entry *entry,
                      const struct mark_kind *kind)
{
    const struct binder *binder = &file->binder;
    struct item_lookup lookup = {
        .criteria = file->criteria, .wanted = WANT_CRITERION, .unknown = DIAG_CRITERION_UNKNOWN};
    struct raw_mark raw = {.level = NULL};
    struct mark mark = {.vendor = vendor->key,
                        .vendor_at = vendor->at,
                        .moderated = kind->moderated,
                        .at = entry->at};
    if (!item_id_find(binder, &lookup, entry->key, entry->at, &mark.item) ||
        !bind_map(binder, &entry->value, kind->shape, &raw)) {
        return false;
    }
    mark.level_known = bind_level(file, &file->criteria->items[mark.item], raw.level, &mark.level);
    bool sound = mark.level_known;
    if (raw.because == NULL) {
        struct diag *diag = diag_add(
            binder->diags, DIAG_MARK_BAD, entry->at, "the mark of %s on %s has no reason",
            bind_quoted(binder, vendor->key), file->criteria->items[mark.item].id);
        diag_help(binder->diags, diag, "add `because`: a mark without a reason is refused");
        sound = false;
    }
    mark.because = raw.because;
    mark.dissent = raw.dissent;
    mark.outside = raw.outside;
    struct assessment *assessment = file->assessment;
    assessment->marks = arena_more(binder->arena, assessment->marks, assessment->mark_count,
                                   &file->capacity, sizeof *assessment->marks);
    assessment->marks[assessment->mark_count++] = mark;
    return sound;
}

static bool bind_marks(struct mark_file *file, const struct node *map, const struct mark_kind *kind)
{
    bool sound = true;
    for (size_t v = 0; map != NULL && v < map->count; v++) {
        const struct entry *vendor = &map->entries[v];
        if (!bind_is_map(&file->binder, vendor->key, &vendor->value)) {
            sound = false;
            continue;
        }
        for (size_t i = 0; i < vendor->value.count; i++) {
            sound = bind_mark(file, vendor, &vendor->value.entries[i], kind) && sound;
        }
    }
    return sound;
}

/* Let an evaluator's marks of some vendors count. */
static bool bind_admission(struct mark_file *file, const struct entry *entry)
{
    const struct binder *binder = &file->binder;
    struct assessment *assessment = file->assessment;
    struct texts vendors;
    if (!bind_texts(binder, entry->key, &entry->value, &vendors)) {
        return false;
    }
    struct admission *admissions = arena_grown(binder->arena, assessment->admissions,
                                               assessment->admission_count, vendors.count,
                                               sizeof *admissions);
    for (size_t i = 0; i < vendors.count; i++) {
        admissions[assessment->admission_count++] = (struct admission){
            .evaluator = entry->key,
            .vendor = vendors.texts[i],
            .evaluator_at = entry->at,
            .vendor_at = vendors.at[i],
        };
    }
    assessment->admissions = admissions;
    return true;
}

/* `counts: {jk: [acme], because: …}`: whom the chair lets mark in spite of a conflict. */
static bool bind_counts(struct mark_file *file, const struct node *counts)
{
    static const char REASON[] = "because";
    struct assessment *assessment = file->assessment;
    bool sound = true;
    for (size_t i = 0; counts != NULL && i < counts->count; i++) {
        const struct entry *entry = &counts->entries[i];
        bool is_reason = text_equal(entry->key, REASON);
        sound = (is_reason ? bind_text(&file->binder, REASON, &entry->value,
                                       &assessment->admitted_because)
                           : bind_admission(file, entry)) &&
                sound;
    }
    const char *because = assessment->admitted_because;
    if (counts != NULL && (because == NULL || text_is_blank(because))) {
        diag_add(file->binder.diags, DIAG_KEY_MISSING, counts->at, "`counts` needs `because`");
        return false;
    }
    return sound;
}

bool assessment_bind(struct arena *arena, const struct evaluation *evaluation,
                     const struct input *input, struct diag_list *diags,
                     struct assessment *assessment)
{
    struct document document;
    struct raw_file raw = {.evaluator = NULL};
    *assessment = (struct assessment){.source = input->name, .at = {.source = input->name}};
    bool read = scoresheet_is_named(arena, input->name)
                    ? scoresheet_read(arena, evaluation, input, diags, assessment, &document)
                    : document_read(arena, input, DOCUMENT_OWN, diags, &document);
    if (!read && !document.whole) {
        return false;
    }
    struct mark_file file = {.binder = {.arena = arena, .diags = diags},
                             .criteria = &evaluation->criteria,
                             .assessment = assessment};
    bool sound = bind_map(&file.binder, &document.root, &FILE_SHAPE, &raw) && read;
    if (raw.evaluator != NULL) {
        sound = bind_map(&file.binder, raw.evaluator, &EVALUATOR_SHAPE, assessment) && sound;
        const struct node *id = node_find(raw.evaluator, "id");
        assessment->at = id == NULL ? raw.evaluator->at : id->at;
        const struct node *conflict = node_find(raw.evaluator, "conflict");
        assessment->conflict_at = conflict == NULL ? assessment->at : conflict->at;
        sound = (assessment->evaluator == NULL ||
                 panelist_id_check(diags, assessment->evaluator, assessment->at)) &&
                sound;
    }
    sound = bind_marks(&file, raw.marks, &OWN_MARK) && sound;
    sound = bind_counts(&file, raw.counts) && sound;
    assessment->is_chairs = raw.moderated != NULL || raw.counts != NULL;
    return bind_marks(&file, raw.moderated, &MODERATED_MARK) && sound;
}
