#include "report/letter_text.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "read/bundle.h"
#include "report/csv_out.h"
#include "report/markdown_plain.h"
#include "score/evidence.h"

#include <string.h>

const char LETTER_MARK[] = "<!-- vouch check --for-vendors -->\n";
const char LETTER_MAIL_MARK[] = "vendor,contact,subject,first line,file,count,due\r\n";

/* One letter being written. */
struct writing {
    struct arena *arena;
    const struct project *project;
    const struct criteria *criteria;
    const struct offer *offer;
    struct text_builder text;
    struct letter letter;
    const char *heading; // of the points that follow; NULL: it stands already
};

static void add_point(struct writing *writing, const char *words)
{
    if (writing->heading != NULL) {
        text_add_format(&writing->text, "\n## %s\n\n", writing->heading);
        writing->heading = NULL;
    }
    const char *plain = markdown_plain(writing->arena, words);
    if (writing->letter.count == 0) {
        writing->letter.first = words;
    }
    text_add_format(&writing->text, "%zu. %s\n", ++writing->letter.count, plain);
}

/* What a vendor can mend in its own file. Everything else that is said there is ours to settle. */
static bool is_for_vendors(enum diag_code code)
{
    static const enum diag_code CODES[] = {
        DIAG_TEXT_INVISIBLE,     DIAG_YAML_COMMENT_CUT, DIAG_ANSWER_NEVER_NOT_APPLICABLE,
        DIAG_EVIDENCE_NOT_ASKED, DIAG_EVIDENCE_DATES,   DIAG_EVIDENCE_BUYER_ONLY,
    };
    if (diag_code_severity(code) == DIAG_ERROR) {
        return true;
    }
    for (size_t i = 0; i < COUNT_OF(CODES); i++) {
        if (CODES[i] == code) {
            return true;
        }
    }
    return false;
}

/* A fault in words: some speak of files and folders of ours. */
static const char *fault_words(const struct writing *writing, const struct diag *diag)
{
    struct arena *arena = writing->arena;
    if (diag->code == DIAG_VENDOR_DUPLICATE) {
        return "two files came with the id of your company; which of them holds?";
    }
    if (diag->code == DIAG_EVIDENCE_DIGEST) {
        return "a file of evidence differs from the digest that you gave; which of the two is "
               "right?";
    }
    return arena_format(arena, "%s%s%s%s%s", diag->message, diag->label == NULL ? "" : "; ",
                        diag->label == NULL ? "" : diag->label, diag->help == NULL ? "" : "; ",
                        diag->help == NULL ? "" : diag->help);
}

static void add_faults(struct writing *writing, const struct diag_list *diags)
{
    const struct offer *offer = writing->offer;
    writing->heading = "Please look at these places of your file";
    for (size_t i = 0; i < diags->count; i++) {
        const struct diag *diag = diags->diags[i];
        bool is_theirs = diag->at.source != NULL &&
                         (text_equal(diag->at.source, offer->response.source) ||
                          text_equal(diag->at.source, offer->unopened));
        if (!is_theirs || !is_for_vendors(diag->code)) {
            continue;
        }
        const char *words = fault_words(writing, diag);
        const char *end = text_stop(words);
        add_point(writing, diag->at.line == 0
                               ? arena_format(writing->arena, "The file: %s%s", words, end)
                               : arena_format(writing->arena, "Line %u, column %u: %s%s",
                                              (unsigned)diag->at.line, (unsigned)diag->at.column,
                                              words, end));
    }
}

static bool is_blank(const struct writing *writing, size_t item)
{
    const struct item *criterion = &writing->criteria->items[item];
    return item_is_criterion(criterion) && criterion->when_count == 0 &&
           writing->offer->response.answers[item].reply == REPLY_NONE;
}

/* Answers without which an offer cannot stay in, one by one; the others by their ids. */
static void add_blanks(struct writing *writing)
{
    struct text_builder ids;
    text_builder_init(&ids, writing->arena);
    size_t others = 0;
    writing->heading = "Answers that are missing";
    for (size_t i = 1; i < writing->criteria->count; i++) {
        const struct item *item = &writing->criteria->items[i];
        if (!is_blank(writing, i)) {
            continue;
        }
        if (item->has_gate) {
            add_point(writing, arena_format(writing->arena,
                                            "%s, %s: there is no answer, and it is a mandatory "
                                            "requirement.",
                                            item->id, item->title));
        } else {
            others++;
            text_add_format(&ids, "%s%s", ids.length == 0 ? "" : ", ", item->id);
        }
    }
    if (others > 0) {
        add_point(writing, arena_format(writing->arena, "%s no answer: %s.",
                                        text_counted(writing->arena, others, "question has",
                                                     "questions have"),
                                        ids.text));
    }
}

static const char *evidence_name(const struct writing *writing, const struct evidence *evidence)
{
    return evidence->title == NULL
               ? evidence->id
               : arena_format(writing->arena, "%s (%s)", evidence->id, evidence->title);
}

static bool is_received(const struct writing *writing, size_t index)
{
    const struct evidence *evidence = &writing->offer->response.evidence[index];
    const struct evidence_finding *finding = &writing->offer->findings.evidence[index];
    return finding->held || finding->seen || finding->verdict != VERDICT_OPEN ||
           (evidence->held_name != NULL &&
            bundle_find_held(writing->project->bundle, evidence->held_name) != NULL);
}

static void add_evidence(struct writing *writing)
{
    const struct response *response = &writing->offer->response;
    struct date as_of = writing->project->evaluation.as_of;
    writing->heading = "Evidence";
    for (size_t i = 0; i < response->evidence_count; i++) {
        const struct evidence *evidence = &response->evidence[i];
        if (evidence->kind_unknown || writing->criteria->kinds[evidence->kind].buyer_only) {
            continue;
        }
        const char *name = evidence_name(writing, evidence);
        if (!is_received(writing, i)) {
            add_point(writing, evidence->file == NULL
                                   ? arena_format(writing->arena,
                                                  "%s is named, and did not come with your "
                                                  "response. Please send it.",
                                                  name)
                                   : arena_format(writing->arena,
                                                  "%s is named, and its file %s did not come. "
                                                  "Please send it.",
                                                  name, evidence->file));
        }
        struct date last = evidence_last_day(writing->criteria, evidence);
        if (date_is_given(last) && date_is_given(as_of) && date_compare(last, as_of) < 0) {
            add_point(writing,
                      arena_format(writing->arena,
                                   "%s is current until %s, and will have expired on %s. Please "
                                   "send a current one.",
                                   name, date_text(writing->arena, last),
                                   date_text(writing->arena, as_of)));
        }
    }
}

static void add_questions(struct writing *writing)
{
    const struct project *project = writing->project;
    writing->heading = "Questions that wait for your answer";
    for (size_t i = 0; i < project->clarification_count; i++) {
        const struct clarification *asked = &project->clarifications[i];
        bool is_theirs = asked->to == NULL ||
                         text_equal_ignoring_case(asked->to, writing->offer->id);
        if (!is_theirs || clarification_is_answered(asked)) {
            continue;
        }
        const char *due = date_is_given(asked->due)
                              ? arena_format(writing->arena, " (due %s)",
                                             date_text(writing->arena, asked->due))
                              : "";
        add_point(writing,
                  arena_format(writing->arena, "Question %u of %s: %s%s", asked->number,
                               date_text(writing->arena, asked->date), asked->question, due));
    }
}

static void add_points(struct writing *writing, const struct diag_list *diags)
{
    const struct offer *offer = writing->offer;
    if (offer->state == OFFER_MISSING) {
        writing->heading = "Your response";
        add_point(writing, "We have not received your response yet.");
    }
    add_faults(writing, diags);
    if (offer->response.sound) {
        add_blanks(writing);
        add_evidence(writing);
    }
    add_questions(writing);
}

/* "Answers are due on 15 Oct 2026."; "" where no day is set. */
static const char *due_words(struct arena *arena, const struct evaluation *evaluation)
{
    const struct moment *due = &evaluation->answers_due;
    if (!evaluation->has_answers_due) {
        return "";
    }
    bool is_past = date_is_given(evaluation->as_of) &&
                   date_compare(due->date, evaluation->as_of) < 0;
    const char *start = is_past ? "Answers were due on" : "Answers are due on";
    const char *day = date_text(arena, due->date);
    return due->has_time ? arena_format(arena, "%s %s at %02d:%02d.", start, day, due->minutes / 60,
                                        due->minutes % 60)
                         : arena_format(arena, "%s %s.", start, day);
}

static struct letter write_letter(struct arena *arena, const struct project *project,
                                  const struct diag_list *diags, const struct offer *offer)
{
    struct writing writing = {.arena = arena,
                              .project = project,
                              .criteria = &project->evaluation.criteria,
                              .offer = offer,
                              .letter = {.offer = offer, .first = "Nothing is open."}};
    text_builder_init(&writing.text, arena);
    add_points(&writing, diags);
    size_t count = writing.letter.count;
    struct text_builder text;
    text_builder_init(&text, arena);
    text_add_format(&text, "%s# %s\n\nTo %s\n\n", LETTER_MARK,
                    markdown_plain(arena, project->evaluation.title),
                    markdown_plain(arena, offer->name));
    if (count == 0) {
        text_add_format(&text, "Thank you for your response. %s\n", writing.letter.first);
    } else {
        text_add_format(&text,
                        "%sPlease see the %s below. %s\n%s\nIf something is unclear, please ask "
                        "us.\n",
                        offer->state == OFFER_MISSING ? "" : "Thank you for your response. ",
                        count == 1 ? "point" : arena_format(arena, "%zu points", count),
                        due_words(arena, &project->evaluation), writing.text.text);
    }
    writing.letter.text = text.text;
    return writing.letter;
}

/* An id that can name a file; the others are names of files themselves. */
static bool is_file_name(const char *id)
{
    return id[strspn(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")] ==
           '\0';
}

struct letter *letters(struct arena *arena, const struct project *project,
                       const struct diag_list *diags, size_t *count)
{
    struct letter *list = arena_alloc(arena, project->offer_count, sizeof *list);
    *count = 0;
    for (size_t i = 0; i < project->offer_count; i++) {
        const struct offer *offer = &project->offers[i];
        if (offer->state != OFFER_LATE && offer->state != OFFER_WITHDRAWN &&
            is_file_name(offer->id)) {
            list[(*count)++] = write_letter(arena, project, diags, offer);
        }
    }
    return list;
}

const char *letters_mail(struct arena *arena, const struct project *project,
                         const struct letter *letters, size_t count)
{
    const struct evaluation *evaluation = &project->evaluation;
    struct text_builder csv;
    text_builder_init(&csv, arena);
    text_add(&csv, LETTER_MAIL_MARK);
    for (size_t i = 0; i < count; i++) {
        const struct offer *offer = letters[i].offer;
        const char *contact = offer->invited == NULL ? NULL : offer->invited->contact;
        const char *const fields[] = {
            offer->name,
            contact == NULL ? "" : contact,
            arena_format(arena, "%s: %s", evaluation->title,
                         text_counted(arena, letters[i].count, "open point", "open points")),
            letters[i].first,
            arena_format(arena, "%s.md", offer->id),
            arena_format(arena, "%zu", letters[i].count),
            evaluation->has_answers_due ? moment_iso(arena, evaluation->answers_due) : "",
        };
        csv_row(&csv, fields, COUNT_OF(fields));
    }
    return csv.text;
}
