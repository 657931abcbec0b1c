#include "report/answer_words.h"

#include "base/arena.h"
#include "base/loc.h"
#include "base/text.h"
#include "report/panel_words.h"
#include "report/signs.h"

#include <string.h>

static const struct criterion_score *score_of(const struct answer_view *view)
{
    return &view->offer->criteria[view->item];
}

static const struct answer *answer_of(const struct answer_view *view)
{
    return &view->offer->offer->response.answers[view->item];
}

const char *answer_clarified(const struct answer_view *view)
{
    const struct answer *answer = answer_of(view);
    return answer->first == NULL
               ? NULL
               : arena_format(view->arena, "clarified (no. %u)", answer->clarification_number);
}

const char *answer_plain_state(const struct answer_view *view)
{
    const struct criterion_score *score = score_of(view);
    switch (score->state) {
    case STATE_ANSWERED:
        return score->contradicted ? "≠ contradicted" : "answered";
    case STATE_UNANSWERED:
        return "– no answer";
    case STATE_DECLINED:
        return "– declined";
    case STATE_NOT_APPLICABLE:
        return score->agreed ? "n/a, agreed" : "n/a, not agreed";
    case STATE_NOT_YET_SCORED:
        return "○ open";
    case STATE_NOT_ASKED:
        return "– not asked";
    case STATE_COUNT:
        break;
    }
    return "";
}

const char *answer_state_words(const struct answer_view *view)
{
    const char *state = answer_plain_state(view);
    const char *clarified = answer_clarified(view);
    return clarified == NULL ? state : arena_format(view->arena, "%s, %s", state, clarified);
}

const char *answer_said(const struct answer_view *view)
{
    const struct answer *answer = answer_of(view);
    if (answer->text == NULL || answer->text[0] == '\0') {
        return "–";
    }
    switch (answer->reply) {
    case REPLY_NONE:
        return "–";
    case REPLY_ANSWER:
        return answer->text;
    case REPLY_NOT_APPLICABLE:
        return arena_format(view->arena, "not applicable: %s", answer->text);
    case REPLY_DECLINED:
        return arena_format(view->arena, "declined: %s", answer->text);
    }
    return "–";
}

/* What a carrier is called: its title, else its id. */
static const char *carrier_title(const struct answer_view *view, const struct carrier *carrier)
{
    const struct offer *offer = view->offer->offer;
    if (carrier->own) {
        const struct own_evidence *own = &offer->findings.own[carrier->index];
        return own->title == NULL ? own->id : own->title;
    }
    const struct evidence *evidence = &offer->response.evidence[carrier->index];
    return evidence->title == NULL ? evidence->id : evidence->title;
}

const char *answer_evidence(const struct answer_view *view)
{
    const struct criterion_score *score = score_of(view);
    struct text_builder text;
    text_builder_init(&text, view->arena);
    for (size_t i = 0; i < score->carrier_count; i++) {
        const struct carrier *carrier = &score->carriers[i];
        text_add_format(&text, "%s%s%s%s%s", i == 0 ? "" : "; ", carrier_title(view, carrier),
                        carrier->place == NULL ? "" : ", ",
                        carrier->place == NULL ? "" : carrier->place,
                        carrier->counts ? "" : " (does not count)");
    }
    if (text.length > 0) {
        return text.text;
    }
    return score->evidence_asked ? "– no evidence given" : "none asked";
}

/* Why a piece of evidence does not count, or counts less; NULL where nothing is to be said. */
static const char *fault_words(unsigned faults)
{
    static const struct {
        enum evidence_fault fault;
        const char *words;
    } WORDS[] = {
        {FAULT_REJECTED, "Rejected"},
        {FAULT_DIGEST, "The file differs from the digest given"},
        {FAULT_EXPIRED, "Expired"},
        {FAULT_NOT_YET_VALID, "Not yet valid"},
        {FAULT_OTHER_ENTITY, "Of another entity or product"},
        {FAULT_BUYER_ONLY, "Only we can produce this"},
        {FAULT_KIND_NOT_ASKED, "Not a kind that is asked for"},
        {FAULT_NOT_HELD, "Not received"},
        {FAULT_PARTIAL, "Partial scope"},
        {FAULT_QUALIFIED, "Qualified, or with an exception"},
        {FAULT_SUBPROCESSOR, "A sub-processor’s"},
    };
    for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
        if ((faults & (unsigned)WORDS[i].fault) != 0) {
            return WORDS[i].words;
        }
    }
    return NULL;
}

static void add_sentence(struct text_builder *text, const char *words, const char *because)
{
    if (words == NULL && because == NULL) {
        return;
    }
    text_add(text, text->length == 0 ? "" : " ");
    text_add_format(text, "%s%s%s", words == NULL ? "" : words,
                    words != NULL && because != NULL ? ": " : "", because == NULL ? "" : because);
    text_add(text, text_stop(text->text));
}

static void add_carrier(struct text_builder *text, const struct answer_view *view,
                        const struct carrier *carrier)
{
    const struct findings *findings = &view->offer->offer->findings;
    if (carrier->own) {
        const char *because = findings->own[carrier->index].because;
        add_sentence(text, because == NULL ? "Seen by us" : NULL, because);
        return;
    }
    const struct evidence_finding *finding = &findings->evidence[carrier->index];
    const char *fault = fault_words(carrier->faults);
    switch (finding->verdict) {
    case VERDICT_OPEN:
        add_sentence(text, fault == NULL ? "○ Not opened by us yet" : fault, finding->because);
        break;
    case VERDICT_ACCEPTED:
        add_sentence(text, fault == NULL && finding->because == NULL ? "Accepted" : fault,
                     finding->because);
        break;
    case VERDICT_REJECTED:
        add_sentence(text, "Rejected", finding->because);
        break;
    }
}

/* What the panel says; the marks themselves stand on the sheet Panel. */
static void add_panel(struct text_builder *text, const struct answer_view *view,
                      const struct panel_score *panel)
{
    const char *level = arena_format(view->arena, "Panel: %s%s",
                                     panel_level_words(view->arena, panel),
                                     panel->to_moderate ? ", to be moderated" : "");
    add_sentence(text, level,
                 panel->moderated == NULL ? NULL : panel_moderation_words(view->arena, panel));
}

static const char *nothing_found(const struct answer_view *view)
{
    const struct criterion_score *score = score_of(view);
    switch (score->state) {
    case STATE_ANSWERED:
        return score->evidence_asked ? "– no evidence given" : "no proof asked";
    case STATE_NOT_YET_SCORED:
        return "○ Not scored by us yet.";
    case STATE_UNANSWERED:
    case STATE_DECLINED:
    case STATE_NOT_APPLICABLE:
    case STATE_NOT_ASKED:
    case STATE_COUNT:
        break;
    }
    return "–";
}

/* What says less than the answer: what evidence shows, and what was measured of a claim. */
static void add_found_less(struct text_builder *text, const struct answer_view *view)
{
    const struct criterion_score *score = score_of(view);
    const struct shown *shown = &view->offer->offer->findings.shows[view->item];
    if (!score->contradicted) {
        return;
    }
    if (shows_less(&view->criteria->items[view->item].answer, answer_of(view), shown)) {
        add_sentence(
            text, arena_format(view->arena, "Shows %s", shown->word == NULL ? "less" : shown->word),
            shown->because);
    }
    const struct measurement *measurement = &score->measurement;
    if (measurement->finding != NULL && measurement->value < answer_of(view)->claimed) {
        add_sentence(text,
                     arena_format(view->arena, "Measured %s for %s", measurement->finding->figure,
                                  measurement->claim->figure == NULL ? measurement->claim->id
                                                                     : measurement->claim->figure),
                     measurement->finding->because);
    }
}

const char *answer_found(const struct answer_view *view)
{
    const struct criterion_score *score = score_of(view);
    const struct findings *findings = &view->offer->offer->findings;
    struct text_builder text;
    text_builder_init(&text, view->arena);
    add_found_less(&text, view);
    if (score->panel != NULL) {
        add_panel(&text, view, score->panel);
    }
    const struct applicability *agreed = &findings->not_applicable[view->item];
    if (score->state == STATE_NOT_APPLICABLE && agreed->given) {
        add_sentence(&text, agreed->agreed ? "Agreed" : "Not agreed", agreed->because);
    }
    for (size_t i = 0; i < score->carrier_count && i < 3; i++) {
        if (i == 0 || !score->carriers[0].counts) {
            add_carrier(&text, view, &score->carriers[i]);
        }
    }
    return text.length > 0 ? text.text : nothing_found(view);
}

/* The file name alone: its folder is the same for all. */
static const char *without_folder(const char *text)
{
    const char *slash = strrchr(text, '/');
    return slash == NULL ? text : slash + 1;
}

const char *answer_source(const struct answer_view *view)
{
    const struct answer *answer = answer_of(view);
    if (answer->reply == REPLY_NONE) {
        return "–";
    }
    return without_folder(answer->from != NULL ? answer->from : loc_text(view->arena, answer->at));
}

const char *answer_position(const struct answer_view *view)
{
    const struct answer *answer = answer_of(view);
    if (answer->reply == REPLY_NONE) {
        return "–";
    }
    if (answer->from != NULL) {
        return without_folder(answer->from);
    }
    const char *line = arena_format(view->arena, "line %u", (unsigned)answer->at.line);
    return answer->first == NULL
               ? line
               : arena_format(view->arena, "no. %u, %s", answer->clarification_number, line);
}

const char *answer_grade(const struct answer_view *view)
{
    const struct criterion_score *score = score_of(view);
    if (score->has_grade) {
        return arena_format(view->arena, "%s %s", grade_pips(score->grade),
                            grade_word(score->grade));
    }
    return score->evidence_asked ? "–" : "none asked";
}
