#include "model/clarification.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/bind.h"
#include "model/criteria.h"
#include "read/bundle.h"
#include "read/document.h"

#include <string.h>

/* The file, taken apart. What it does not have is NULL. */
struct file_parts {
    const struct node *clarification, *answers, *evidence;
};
#define PART(member) offsetof(struct file_parts, member)

static const struct field FILE_FIELDS[] = {
    {.key = "clarification", .kind = FIELD_NODE, .at = PART(clarification), .required = true},
    {.key = "answers", .kind = FIELD_NODE, .at = PART(answers)},
    {.key = "evidence", .kind = FIELD_NODE, .at = PART(evidence)},
};
static const struct shape FILE_SHAPE = {"a clarification file", FILE_FIELDS, COUNT_OF(FILE_FIELDS)};

/* `clarification` as written. */
struct head_draft {
    struct clarification clarification;
    double number;
    int told;
};
#define HEAD(member) offsetof(struct head_draft, member)

static const struct limits NUMBERS = {1, 1000000, DIAG_NUMBER_BAD, "a whole number from 1"};
static const struct word TOLD_WORDS[] = {{"all", true}, {"one", false}};
static const struct words TOLD = {TOLD_WORDS, COUNT_OF(TOLD_WORDS)};

static const struct field HEAD_FIELDS[] = {
    {.key = "number",
     .kind = FIELD_WHOLE,
     .at = HEAD(number),
     .required = true,
     .limits = &NUMBERS},
    {.key = "date", .kind = FIELD_DATE, .at = HEAD(clarification.date), .required = true},
    {.key = "to", .kind = FIELD_TEXT, .at = HEAD(clarification.to), .required = true},
    {.key = "question", .kind = FIELD_TEXT, .at = HEAD(clarification.question), .required = true},
    {.key = "answer", .kind = FIELD_TEXT, .at = HEAD(clarification.answer)},
    {.key = "due", .kind = FIELD_DATE, .at = HEAD(clarification.due)},
    {.key = "answered", .kind = FIELD_DATE, .at = HEAD(clarification.answered)},
    {.key = "told", .kind = FIELD_WORD, .at = HEAD(told), .words = &TOLD},
};
static const struct shape HEAD_SHAPE = {"a clarification", HEAD_FIELDS, COUNT_OF(HEAD_FIELDS)};

/* A day that can only follow the one on which it was asked. */
static void check_day(const struct binder *binder, const struct node *node, const char *key,
                      struct date day, struct date asked)
{
    if (date_is_given(day) && date_is_given(asked) && date_compare(day, asked) < 0) {
        diag_add(binder->diags, DIAG_CLARIFICATION_BAD, node_find(node, key)->at,
                 "`%s` lies before the day it was asked, %s", key, date_iso(binder->arena, asked));
    }
}

static bool holds(const struct node *part)
{
    return part != NULL && !node_is_null(part);
}

/* What it lays over a response goes with one vendor, and came on a day. */
static void check_parts(const struct binder *binder, const struct file_parts *parts,
                        const struct clarification *clarification)
{
    const struct node *part = holds(parts->answers) ? parts->answers : parts->evidence;
    if (!holds(part) || clarification->to_at.line == 0) { // to whom, could not be read
        return;
    }
    if (clarification->to == NULL) {
        struct diag *diag = diag_add(binder->diags, DIAG_CLARIFICATION_BAD, clarification->to_at,
                                     "a clarification to all vendors can hold no answers");
        diag_help(binder->diags, diag, "write one to each vendor, with a number of its own");
    } else if (!date_is_given(clarification->answered)) {
        diag_add(binder->diags, DIAG_CLARIFICATION_DOUBTFUL, clarification->at,
                 "it holds answers, and `answered` does not say when they came");
    }
}

static void check_told(const struct binder *binder, const struct node *node,
                       const struct clarification *clarification)
{
    if (clarification->to == NULL && !clarification->told_all) {
        struct diag *diag = diag_add(binder->diags, DIAG_CLARIFICATION_DOUBTFUL,
                                     node_find(node, "told")->at,
                                     "it was asked of all vendors and told to one");
        diag_help(binder->diags, diag, "what one vendor learns, the others should know as well");
    }
}

static void bind_head(const struct binder *binder, const struct node *node,
                      struct clarification *clarification)
{
    struct head_draft draft = {.clarification = *clarification, .told = true};
    bind_map(binder, node, &HEAD_SHAPE, &draft);
    *clarification = draft.clarification;
    clarification->number = (unsigned)draft.number;
    clarification->told_all = draft.told != 0;
    if (draft.number > 0) {
        clarification->at = node_find(node, "number")->at;
    }
    if (clarification->to == NULL) {
        return;
    }
    clarification->to_at = node_find(node, "to")->at;
    if (text_equal_ignoring_case(clarification->to, "all")) {
        clarification->to = NULL;
    }
    check_day(binder, node, "due", clarification->due, clarification->date);
    check_day(binder, node, "answered", clarification->answered, clarification->date);
    check_told(binder, node, clarification);
}

bool clarification_bind(struct arena *arena, const struct input *input, struct diag_list *diags,
                        struct clarification_file *file)
{
    const struct binder binder = {.arena = arena, .diags = diags};
    size_t before = diags->errors;
    struct file_parts parts = {.clarification = NULL};
    const struct loc whole = {.source = input->name};
    *file = (struct clarification_file){
        .clarification = {.source = input->name, .at = whole, .to_at = whole}};
    // What is laid over a response is bound later, so the document lives as long.
    struct document *document = arena_alloc(arena, 1, sizeof *document);
    if (!document_read(arena, input, DOCUMENT_OWN, diags, document) && !document->whole) {
        return false;
    }
    bind_map(&binder, &document->root, &FILE_SHAPE, &parts);
    if (parts.clarification != NULL) {
        bind_head(&binder, parts.clarification, &file->clarification);
        check_parts(&binder, &parts, &file->clarification);
    }
    file->amendment = (struct amendment){parts.answers, parts.evidence, input->name};
    return diags->errors == before;
}

bool clarification_is_answered(const struct clarification *clarification)
{
    return clarification->answer != NULL || date_is_given(clarification->answered) ||
           clarification->item_count > 0 || clarification->evidence_count > 0;
}

struct date clarification_deadline(const struct clarification *clarification)
{
    return date_is_given(clarification->due) ? clarification->due : clarification->date;
}

struct answer clarification_answer(struct arena *arena, const struct answer *before,
                                   const struct answer *given)
{
    struct answer answer = *given;
    if (given->reply != REPLY_NONE) {
        return answer;
    }
    // It only adds: reply and worth stay, evidence comes behind.
    struct citation *citations = arena_grown(arena, before->citations, before->citation_count,
                                             given->citation_count, sizeof *citations);
    if (given->citation_count > 0) {
        memcpy(citations + before->citation_count, given->citations,
               given->citation_count * sizeof *citations);
    }
    answer.reply = before->reply;
    answer.text = before->text;
    answer.claimed = before->claimed;
    answer.place = before->place;
    answer.ticked = before->ticked;
    answer.note = given->note == NULL ? before->note : given->note;
    answer.from = given->from == NULL ? before->from : given->from;
    answer.citations = citations;
    answer.citation_count = before->citation_count + given->citation_count;
    return answer;
}

struct date clarification_day(const struct clarification *clarification)
{
    return date_is_given(clarification->answered) ? clarification->answered : clarification->date;
}

/* One that is being laid over a response. */
struct laying {
    const struct binder *binder;
    const struct clarification *all; // by index, for those laid over before
    size_t index;                    // of this one
    bool is_sound;                   // nothing in its answers is faulty
};

/* May this one answer what an earlier one has answered? The later day stands, or adds; on one day
 * nobody can tell which was meant. */
static bool may_follow(const struct laying *laying, const struct item *item,
                       const struct clarification *earlier, const struct answer *answer)
{
    const struct binder *binder = laying->binder;
    struct date day = clarification_day(earlier);
    if (date_compare(day, clarification_day(&laying->all[laying->index])) == 0) {
        diag_add(binder->diags, DIAG_CLARIFICATION_BAD, answer->at,
                 "%s is answered in clarification %u of the same day, too (%s)", item->id,
                 earlier->number, earlier->source);
        return false;
    }
    diag_add(binder->diags, DIAG_CLARIFICATION_LATER, answer->at,
             "%s is answered in clarification %u of %s, too; this one is later and %s", item->id,
             earlier->number, date_iso(binder->arena, day),
             answer->reply == REPLY_NONE ? "adds to it" : "stands");
    return true;
}

/* Is it a value that says nothing, and carries nothing either? */
static bool says_nothing(const struct answer *answer)
{
    return answer->reply == REPLY_NONE && answer->citation_count == 0 && answer->note == NULL;
}

static void check_evidence(const struct binder *binder, const struct item *item,
                           const struct answer *first, const struct answer *answer)
{
    if (answer->reply == REPLY_ANSWER && first->citation_count > 0 && answer->citation_count == 0 &&
        item->kind_count > 0) {
        struct diag *diag = diag_add(binder->diags, DIAG_CLARIFICATION_DOUBTFUL, answer->at,
                                     "the new answer to %s names no evidence, which the first one "
                                     "did",
                                     item->id);
        diag_help(binder->diags, diag, "name it again under `evidence` where it still carries it");
    }
}

/* Put one answer in the place of the first. Returns whether it stands. */
static bool replace(const struct laying *laying, const struct item *item,
                    const struct answer *answer, struct answer *in_force)
{
    const struct binder *binder = laying->binder;
    if (says_nothing(answer)) {
        if (laying->is_sound) { // else it may be blank for a fault that has been said
            diag_add(binder->diags, DIAG_CLARIFICATION_DOUBTFUL, answer->at,
                     "%s is blank here, so that the first answer stands", item->id);
        }
        return false;
    }
    if (in_force->first != NULL &&
        !may_follow(laying, item, &laying->all[in_force->clarification], answer)) {
        return false;
    }
    struct answer *first = arena_alloc(binder->arena, 1, sizeof *first);
    *first = *in_force;
    check_evidence(binder, item, first, answer);
    *in_force = clarification_answer(binder->arena, first, answer);
    in_force->first = first;
    in_force->given = answer;
    in_force->clarification = laying->index;
    in_force->clarification_number = laying->all[laying->index].number;
    return true;
}

void clarification_lay_over(const struct binder *binder, const struct criteria *criteria,
                            const struct amendment *amendment, struct clarification *all,
                            size_t index, struct response *response)
{
    size_t evidence_before = response->evidence_count;
    size_t errors_before = binder->diags->errors;
    struct answer *answers = response_amend(binder, criteria, amendment, response);
    const struct laying laying = {binder, all, index, binder->diags->errors == errors_before};
    size_t *items = arena_alloc(binder->arena, criteria->count, sizeof *items);
    size_t count = 0;
    for (size_t i = 1; i < criteria->count; i++) {
        if (answers[i].at.source != NULL &&
            replace(&laying, &criteria->items[i], &answers[i], &response->answers[i])) {
            items[count++] = i;
        }
    }
    all[index].items = items;
    all[index].item_count = count;
    all[index].evidence_count = response->evidence_count - evidence_before;
}
