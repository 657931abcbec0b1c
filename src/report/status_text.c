#include "report/status_text.h"

#include "base/arena.h"
#include "base/text.h"
#include "report/evidence_counts.h"
#include "report/register_words.h"
#include "report/wrap.h"
#include "score/result.h"

enum { WIDTH = 80, NAME_COLUMNS = 20 };

/* What is counted of one offer. */
struct standing_counts {
    size_t asked, answered;
    size_t musts_open; // mandatory criteria without an answer
    struct evidence_counts evidence;
    size_t findings;  // what was found: on evidence, levels, figures, requests
    size_t questions; // clarifications without an answer
    size_t terms;     // open conditions
    size_t ours;      // criteria that wait for our scores or our moderation
};

static size_t count_findings(const struct result *result, const struct offer *offer)
{
    const struct findings *findings = &offer->findings;
    size_t count = findings->own_count + findings->measured_count;
    for (size_t i = 0; i < offer->response.evidence_count; i++) {
        count += findings->evidence[i].given;
    }
    for (size_t i = 1; i < result->project->evaluation.criteria.count; i++) {
        count += findings->shows[i].given + findings->not_applicable[i].given;
    }
    return count;
}

static size_t count_questions(const struct result *result, const struct offer *offer)
{
    size_t count = 0;
    for (size_t i = 0; i < result->project->clarification_count; i++) {
        const struct clarification *asked = &result->project->clarifications[i];
        bool is_theirs = asked->to == NULL || text_equal_ignoring_case(asked->to, offer->id);
        count += is_theirs && !clarification_is_answered(asked);
    }
    return count;
}

static struct standing_counts counts_of(const struct result *result,
                                        const struct scored_offer *scored)
{
    const struct criteria *criteria = &result->project->evaluation.criteria;
    struct standing_counts counts = {.evidence = evidence_counts_of(result, scored->offer),
                                     .findings = count_findings(result, scored->offer),
                                     .questions = count_questions(result, scored->offer),
                                     .ours = scored->open_count + scored->moderate_count};
    for (size_t i = 1; i < criteria->count; i++) {
        enum answer_state state = scored->criteria[i].state;
        if (item_is_criterion(&criteria->items[i]) && state != STATE_NOT_ASKED) {
            bool blank = state == STATE_UNANSWERED;
            counts.asked++;
            counts.answered += !blank;
            counts.musts_open += blank && criteria->items[i].has_gate;
        }
    }
    for (size_t i = 0; i < scored->condition_count; i++) {
        counts.terms += !scored->conditions[i].closed;
    }
    return counts;
}

/* What to do next, the most urgent first. */
static const char *next_step(struct arena *arena, const struct standing_counts *counts)
{
    if (counts->musts_open > 0) {
        return arena_format(
            arena, "ask for %s",
            text_counted(arena, counts->musts_open, "mandatory answer", "mandatory answers"));
    }
    if (counts->questions > 0) {
        return arena_format(
            arena, "remind of %s",
            text_counted(arena, counts->questions, "open question", "open questions"));
    }
    if (counts->evidence.not_received > 0) {
        return arena_format(arena, "ask for %s",
                            text_counted(arena, counts->evidence.not_received, "piece of evidence",
                                         "pieces of evidence"));
    }
    if (counts->evidence.unopened > 0) {
        return arena_format(arena, "open %s",
                            text_counted(arena, counts->evidence.unopened, "piece of evidence",
                                         "pieces of evidence"));
    }
    if (counts->ours > 0) {
        return arena_format(arena, "score or moderate %s",
                            text_counted(arena, counts->ours, "criterion", "criteria"));
    }
    if (counts->answered < counts->asked) {
        return arena_format(
            arena, "ask for %s",
            text_counted(arena, counts->asked - counts->answered, "more answer", "more answers"));
    }
    return counts->terms > 0 ? "negotiate the terms" : "nothing";
}

static const char *step_of_unscored(const struct offer *offer)
{
    switch (offer->state) {
    case OFFER_MISSING:
        return "remind, or record the withdrawal";
    case OFFER_FAULTY:
        return "send the list of faults (check --for-vendors)";
    case OFFER_SCORED:
    case OFFER_LATE:
    case OFFER_WITHDRAWN:
    case OFFER_STATE_COUNT:
        break;
    }
    return "nothing";
}

static void add_name(struct arena *arena, struct text_builder *text, const char *name)
{
    const char *brief = text_brief(arena, name, NAME_COLUMNS);
    text_add(text, brief);
    for (size_t used = text_columns(brief); used < NAME_COLUMNS; used++) {
        text_add(text, " ");
    }
}

static void add_scored(struct arena *arena, struct text_builder *text, const struct result *result,
                       const struct scored_offer *scored)
{
    const struct standing_counts counts = counts_of(result, scored);
    add_name(arena, text, scored->offer->name);
    text_add_format(text, " %9s %5zu %13s %8zu %9zu %6zu\n",
                    arena_format(arena, "%zu/%zu", counts.answered, counts.asked),
                    counts.musts_open,
                    arena_format(arena, "%zu/%zu/%zu", counts.evidence.items, counts.evidence.held,
                                 counts.evidence.opened),
                    counts.findings, counts.questions, counts.terms);
    wrap_text(text, WIDTH, "  next: ", "    ", next_step(arena, &counts));
}

static void add_unscored(struct arena *arena, struct text_builder *text, const struct offer *offer)
{
    const char *reason = register_reason(arena, offer);
    wrap_text(text, WIDTH, "", "  ",
              arena_format(arena, "%s: %s%s%s", offer->name, register_state(offer),
                           reason == NULL ? "" : ", ", reason == NULL ? "" : reason));
    wrap_text(text, WIDTH, "  next: ", "    ", step_of_unscored(offer));
}

/* "answers due on 15 Oct 2026, 5 days left from 10 Oct 2026". */
static void add_due(struct arena *arena, struct text_builder *text,
                    const struct evaluation *evaluation, struct date on)
{
    if (!evaluation->has_answers_due) {
        text_add(text, "No day is set for the answers.\n\n");
        return;
    }
    struct date due = evaluation->answers_due.date;
    text_add_format(text, "Answers due on %s", date_text(arena, due));
    if (date_is_given(on)) {
        long long left = (long long)(date_number(due) - date_number(on));
        text_add_format(text, ", %lld day%s %s %s", left < 0 ? -left : left,
                        left == 1 || left == -1 ? "" : "s", left < 0 ? "before" : "left from",
                        date_text(arena, on));
    }
    text_add(text, ".\n\n");
}

const char *status_text(struct arena *arena, const struct result *result, struct date on)
{
    const struct project *project = result->project;
    struct text_builder text;
    text_builder_init(&text, arena);
    wrap_text(&text, WIDTH, "", "", project->evaluation.title);
    add_due(arena, &text, &project->evaluation, on);
    add_name(arena, &text, "Vendor");
    text_add(&text, "  Answered Musts      Evidence Findings Questions  Terms\n");
    add_name(arena, &text, "");
    text_add(&text, "            open named/in/read             open   open\n");
    size_t scored = 0;
    for (size_t i = 0; i < project->offer_count; i++) {
        if (project->offers[i].state == OFFER_SCORED) {
            add_scored(arena, &text, result, &result->offers[scored++]);
        } else {
            add_unscored(arena, &text, &project->offers[i]);
        }
    }
    return text.text;
}
