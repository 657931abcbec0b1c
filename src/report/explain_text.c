#include "report/explain_text.h"

#include "base/arena.h"
#include "base/loc.h"
#include "base/number.h"
#include "base/text.h"
#include "report/claim_words.h"
#include "report/claims_text.h"
#include "report/clarification_words.h"
#include "report/explain_row.h"
#include "report/panel_words.h"
#include "report/plan_text.h"
#include "report/price_text.h"
#include "report/signs.h"
#include "report/style.h"
#include "score/measurement.h"
#include "score/panel.h"
#include "score/result.h"

enum {
    TEXT_COLUMNS = 400,
    LABEL_COLUMNS = 14,
    TITLE_COLUMNS = 36,
    WEIGHT_DECIMALS = 2,
    FIGURE_COLUMNS = 40
};

/* One vendor seen through one result. */
struct explanation {
    struct arena *arena;
    struct text_builder text;
    const struct result *result;
    const struct criteria *criteria;
    const struct scored_offer *offer;
};

static struct explanation explanation_open(struct arena *arena, const struct result *result,
                                           size_t offer)
{
    struct explanation view = {.arena = arena,
                               .result = result,
                               .criteria = &result->project->evaluation.criteria,
                               .offer = &result->offers[offer]};
    text_builder_init(&view.text, arena);
    return view;
}

static size_t offer_index(const struct explanation *view)
{
    return (size_t)(view->offer - view->result->offers);
}

static const char *quoted(struct arena *arena, const char *text)
{
    return text_brief(arena, text, TEXT_COLUMNS);
}

static void add_padded(struct explanation *view, const char *text, size_t columns)
{
    const char *brief = text_brief(view->arena, text, columns);
    text_add(&view->text, brief);
    for (size_t used = text_columns(brief); used < columns; used++) {
        text_add(&view->text, " ");
    }
}

static void add_row(struct explanation *view, const char *label, const char *text)
{
    explain_row(&view->text, label, text);
}

static const char *score_of(struct arena *arena, double share)
{
    return number_fixed(arena, share * 100, 2);
}

/* A line of a table of items: id, title, claimed, evidenced, share, points. */
static void add_item_row(struct explanation *view, size_t index)
{
    const struct item *item = &view->criteria->items[index];
    const struct item_score *score = &view->offer->items[index];
    text_add(&view->text, "  ");
    add_padded(view, item->id, 10);
    add_padded(view, item->title, TITLE_COLUMNS);
    if (!score->in_sum) {
        text_add(&view->text, "    n/a\n");
        return;
    }
    text_add_format(&view->text, " %7s %7s %6s %6s\n", score_of(view->arena, score->claimed),
                    score_of(view->arena, score->evidenced), score_of(view->arena, score->share),
                    number_fixed(view->arena, score->points, 2));
}

static void add_children(struct explanation *view, size_t parent)
{
    text_add(&view->text, "  ");
    add_padded(view, "", 10 + TITLE_COLUMNS);
    text_add_format(&view->text, " %7s %7s %6s %6s\n", "claimed", "evid.", "of 100", "points");
    for (size_t i = parent + 1; i <= parent + view->criteria->items[parent].span; i++) {
        if (view->criteria->items[i].parent == parent) {
            add_item_row(view, i);
        }
    }
}

static void add_gates(struct explanation *view)
{
    for (size_t g = 0; g < view->result->gate_count; g++) {
        const struct gate_score *gate = &view->offer->gates[g];
        add_row(view, g == 0 ? "mandatory" : "",
                arena_format(view->arena, "%s %s: %s, %s", gate_sign(gate->result),
                             view->criteria->items[gate->item].id, gate_result_word(gate->result),
                             gate->why));
    }
}

static void add_claims(struct explanation *view)
{
    const struct response *response = &view->offer->offer->response;
    for (size_t c = 0; c < response->claim_count; c++) {
        add_row(view, c == 0 ? "claims" : "",
                arena_format(view->arena, "%s %s %s: %s", claim_sign(view->offer->claims[c].state),
                             response->claims[c].id, claim_state_word(view->offer->claims[c].state),
                             claim_sentence(view->arena, view->result, offer_index(view), c)));
    }
}

static void add_gap(struct explanation *view)
{
    static const char *const CAUSES[] = {
        [GAP_CONTRADICTED] = "a finding or the panel says less",
        [GAP_NO_PROOF] = "no proof that carries it",
        [GAP_EXPIRED] = "proof expired or not yet valid",
        [GAP_SCOPE] = "proof of another scope or entity",
        [GAP_NOT_OPENED] = "proof not opened by us yet",
    };
    _Static_assert(COUNT_OF(CAUSES) == GAP_COUNT, "a text a cause");
    const struct item_score *total = &view->offer->items[0];
    add_row(view, "claim gap",
            arena_format(view->arena, "%s points",
                         number_fixed(view->arena, (total->claimed - total->evidenced) * 100, 2)));
    for (size_t i = 0; i < GAP_COUNT; i++) {
        // The figures stand below each other, so this is no text to be wrapped.
        text_add_format(&view->text, "  %*s%6s %s\n", LABEL_COLUMNS, "",
                        number_fixed(view->arena, view->offer->gap[i], 2), CAUSES[i]);
    }
}

static void add_conditions(struct explanation *view)
{
    for (size_t i = 0; i < view->offer->condition_count; i++) {
        const struct condition *condition = &view->offer->conditions[i];
        add_row(view, i == 0 ? "conditions" : "",
                arena_format(view->arena, "%s: %s (%s%s points%s)",
                             view->criteria->items[condition->item].id,
                             quoted(view->arena, condition->text), condition->must ? "must, " : "",
                             number_fixed(view->arena, condition->points, 2),
                             condition->closed ? ", closed" : ""));
    }
}

const char *explain_vendor(struct arena *arena, const struct result *result, size_t offer)
{
    struct explanation view = explanation_open(arena, result, offer);
    const struct scored_offer *scored = view.offer;
    explain_head(&view.text, arena_format(arena, "%s: %s", scored->offer->id, scored->offer->name));
    add_row(&view, "rank",
            scored->ranked
                ? arena_format(arena, "%zu%s", scored->rank, scored->shares_rank ? "=" : "")
                : "none");
    add_row(&view, "outcome",
            arena_format(arena, "%s %s%s", outcome_sign(scored->outcome),
                         outcome_word(scored->outcome), scored->preferred ? ", preferred" : ""));
    int decimals = result->project->evaluation.rules.decimals;
    add_row(&view, "evidenced",
            scored->has_total ? arena_format(arena, "%s (claimed %s, proven %s, if all is true %s)",
                                             number_fixed(arena, scored->published, decimals),
                                             score_of(arena, scored->items[0].claimed),
                                             score_of(arena, scored->items[0].proven),
                                             score_of(arena, scored->items[0].high))
                              : "n/a: nothing is in the sum");
    add_row(&view, "answered",
            arena_format(arena, "%s %% of the weight",
                         number_fixed(arena, scored->items[0].answered * 100, 1)));
    if (scored->compared_in_part) {
        add_row(&view, "compared",
                arena_format(arena, "on %s of 100: the rest does not apply, as agreed",
                             number_fixed(arena, scored->compared_share * 100, 0)));
    }
    const char *plan = plan_line_text(arena, result);
    if (plan != NULL) {
        add_row(&view, "plan", plan);
    }
    const char *as_fixed = plan_as_fixed_text(arena, result);
    if (as_fixed != NULL) {
        add_row(&view, "as fixed", as_fixed);
    }
    add_children(&view, 0);
    add_gates(&view);
    add_conditions(&view);
    add_claims(&view);
    add_gap(&view);
    return view.text.text;
}

/* Why a piece of evidence counts less; in the order in which the rules test it. */
static void add_faults(struct text_builder *text, unsigned faults)
{
    static const struct {
        enum evidence_fault fault;
        const char *words;
    } FAULTS[] = {
        {FAULT_BUYER_ONLY, "only the buyer can produce this kind"},
        {FAULT_KIND_NOT_ASKED, "not a kind that the criterion asks for"},
        {FAULT_REJECTED, "rejected by us"},
        {FAULT_DIGEST, "the file differs from the vendor's digest"},
        {FAULT_OTHER_ENTITY, "of another entity or product"},
        {FAULT_EXPIRED, "expired"},
        {FAULT_NOT_YET_VALID, "not yet valid"},
        {FAULT_NOT_HELD, "neither held nor seen: stated"},
        {FAULT_NOT_ACCEPTED, "not accepted by us yet: documented at most"},
        {FAULT_NO_PLACE, "cited without a place: documented at most"},
        {FAULT_PARTIAL, "partial scope: one grade less"},
        {FAULT_QUALIFIED, "qualified opinion or exception: one grade less"},
        {FAULT_SUBPROCESSOR, "a sub-processor's: one grade less"},
    };
    for (size_t i = 0; i < COUNT_OF(FAULTS); i++) {
        if ((faults & (unsigned)FAULTS[i].fault) != 0) {
            text_add_format(text, "; %s", FAULTS[i].words);
        }
    }
}

static void add_carrier(struct explanation *view, const struct carrier *carrier, const char *label)
{
    const struct offer *offer = view->offer->offer;
    size_t kind = carrier->own ? offer->findings.own[carrier->index].kind
                               : offer->response.evidence[carrier->index].kind;
    const char *title = carrier->own ? offer->findings.own[carrier->index].title
                                     : offer->response.evidence[carrier->index].title;
    const char *id = carrier->own ? offer->findings.own[carrier->index].id
                                  : offer->response.evidence[carrier->index].id;
    struct text_builder words;
    text_builder_init(&words, view->arena);
    text_add_format(&words, "%s, %s%s%s", quoted(view->arena, title == NULL ? id : title),
                    view->criteria->kinds[kind].id, carrier->place == NULL ? "" : ", ",
                    carrier->place == NULL ? "" : quoted(view->arena, carrier->place));
    if (carrier->counts) {
        text_add_format(&words, ": %s %s", grade_pips(carrier->grade), grade_word(carrier->grade));
    } else {
        text_add(&words, ": does not count");
    }
    add_faults(&words, carrier->faults);
    add_row(view, label, words.text);
}

static const char *place_of(struct explanation *view, const struct answer *answer)
{
    const char *at = loc_text(view->arena, answer->at);
    return answer->from == NULL
               ? at
               : arena_format(view->arena, "%s (from %s)", at, quoted(view->arena, answer->from));
}

/* What the answer of one clarification did to the score. */
static void add_effect(struct explanation *view, size_t clarification, size_t index)
{
    for (size_t i = 0; i < view->result->clarification_effect_count; i++) {
        const struct clarification_effect *effect = &view->result->clarification_effects[i];
        if (effect->clarification != clarification || effect->item != index ||
            &view->result->offers[effect->offer] != view->offer) {
            continue;
        }
        struct text_builder words;
        text_builder_init(&words, view->arena);
        text_add_format(&words, "the total by %s points",
                        signed_points(view->arena, effect->points));
        if (effect->outcome_before != view->offer->outcome) {
            text_add_format(&words, "; without it the outcome would be: %s",
                            outcome_word(effect->outcome_before));
        }
        add_row(view, "moved", words.text);
    }
}

/* The answers that clarifications replaced, from the latest to the first. */
static void add_clarified(struct explanation *view, size_t index)
{
    const struct answer *answer = &view->offer->offer->response.answers[index];
    if (answer->first == NULL) {
        return;
    }
    for (; answer->first != NULL; answer = answer->first) {
        const struct clarification *by =
            &view->result->project->clarifications[answer->clarification];
        add_row(view, "clarified",
                arena_format(view->arena, "no. %u of %s: %s", by->number,
                             date_text(view->arena, clarification_day(by)),
                             quoted(view->arena, by->question)));
        add_row(view, answer->first->first == NULL ? "first answer" : "before",
                answer->first->reply == REPLY_NONE ? "none"
                                                   : quoted(view->arena, answer->first->text));
        if (answer->first->at.source != NULL) {
            add_row(view, "at", place_of(view, answer->first));
        }
        if (answer->first->note != NULL) {
            add_row(view, "note", quoted(view->arena, answer->first->note));
        }
        add_effect(view, answer->clarification, index);
    }
}

static void add_answer(struct explanation *view, size_t index)
{
    const struct answer *answer = &view->offer->offer->response.answers[index];
    const struct criterion_score *score = &view->offer->criteria[index];
    const char *state = answer_state_word(score->state);
    if (answer->reply == REPLY_NONE) {
        add_row(view, "answer", state);
        return;
    }
    add_row(view, "answer",
            score->state == STATE_ANSWERED
                ? quoted(view->arena, answer->text)
                : arena_format(view->arena, "%s: %s%s", state, quoted(view->arena, answer->text),
                               score->state == STATE_NOT_APPLICABLE
                                   ? (score->agreed ? " (agreed: leaves the sum)"
                                                    : " (not agreed: counts as unanswered)")
                                   : ""));
    add_row(view, "at", place_of(view, answer));
    if (answer->note != NULL) {
        add_row(view, "note", quoted(view->arena, answer->note));
    }
}

/* As the workbook shows it. */
static const char *weight_text(struct arena *arena, double weight)
{
    return number_look_of_weight(weight) == LOOK_WEIGHT
               ? number_text(arena, weight)
               : number_fixed(arena, weight, WEIGHT_DECIMALS);
}

static void add_weights(struct explanation *view, size_t index)
{
    struct text_builder chain;
    text_builder_init(&chain, view->arena);
    for (size_t i = index; i != 0; i = view->criteria->items[i].parent) {
        text_add_format(&chain, "%s%s weighs %s", chain.length == 0 ? "" : ", ",
                        view->criteria->items[i].id,
                        weight_text(view->arena, view->result->project->evaluation.weights[i]));
    }
    text_add_format(&chain, ": %s of 100", score_of(view->arena, view->offer->items[index].share));
    add_row(view, "weight", chain.text);
}

/* Each mark, what comes of them, and what the chair has still to say. */
static void add_panel(struct explanation *view, size_t index)
{
    const struct panel_score *panel = view->offer->criteria[index].panel;
    const struct answer_type *type = &view->criteria->items[index].answer;
    const struct answer *answer = &view->offer->offer->response.answers[index];
    struct arena *arena = view->arena;
    for (size_t m = 0; m < panel->mark_count; m++) {
        add_row(view, m == 0 ? "panel" : "",
                quoted(arena, arena_format(arena, "%s (%s)",
                                           panel_mark_words(arena, type, &panel->marks[m]),
                                           loc_text(arena, panel->marks[m].mark->at))));
    }
    if (panel->moderated != NULL && panel->median_word != NULL) {
        add_row(view, "median",
                quoted(arena, arena_format(arena, "%s; the moderated level stands instead",
                                           panel->median_word)));
    }
    const char *worth = panel->has_level
                            ? arena_format(arena, ": worth %s", score_of(arena, panel->value))
                            : "";
    bool is_capped = panel->has_level && type->kind == ANSWER_LEVEL && panel->place > answer->place;
    add_row(view, "panel says",
            arena_format(arena, "%s%s%s", quoted(arena, panel_level_words(arena, panel)), worth,
                         is_capped ? "; above the answer, it counts as the answer’s" : ""));
    if (panel->moderated != NULL) {
        add_row(view, "because",
                quoted(arena, arena_format(arena, "%s (%s)", panel_moderation_words(arena, panel),
                                           loc_text(arena, panel->moderated->at))));
    }
    if (panel->to_moderate) {
        add_row(view, "open",
                arena_format(arena, "○ to be moderated: %s",
                             moderation_cause_text(panel_moderation_cause(panel))));
    }
}

/* The claims that feed the criterion, and what was measured of them. */
static void add_claims_on(struct explanation *view, size_t index)
{
    const struct response *response = &view->offer->offer->response;
    size_t said = 0;
    for (size_t c = 0; c < response->claim_count; c++) {
        const struct claim *claim = &response->claims[c];
        if (!claim_feeds(claim, index)) {
            continue;
        }
        add_row(view, said++ == 0 ? "claims" : "",
                arena_format(view->arena, "%s %s “%s”: %s",
                             claim_sign(view->offer->claims[c].state), claim->id,
                             quoted(view->arena, claim->says),
                             claim_sentence(view->arena, view->result, offer_index(view), c)));
    }
}

/* How the measured figure becomes a worth. */
static const char *measured_worth(struct arena *arena, const struct measurement *measurement,
                                  const struct answer *answer)
{
    const char *worth = score_of(arena, measurement->value);
    double share;
    const char *figure = text_brief(arena, measurement->finding->figure, FIGURE_COLUMNS);
    if (measurement->in_own_terms ||
        !measured_share(measurement->claim, measurement->finding, &share)) {
        return arena_format(arena, "%s in place of the answer, worth %s", figure, worth);
    }
    return arena_format(arena, "%s of %s, from %s: a share of %s of %s, worth %s", figure,
                        text_brief(arena, measurement->claim->figure, FIGURE_COLUMNS),
                        text_brief(arena, measurement->claim->baseline, FIGURE_COLUMNS),
                        number_fixed(arena, share, 4), score_of(arena, answer->claimed), worth);
}

/* What says less than the answer: what evidence shows, and what was measured. */
static void add_contradiction(struct explanation *view, size_t index)
{
    const struct criterion_score *score = &view->offer->criteria[index];
    const struct offer *offer = view->offer->offer;
    const struct shown *shown = &offer->findings.shows[index];
    const struct answer *answer = &offer->response.answers[index];
    if (score->measurement.finding != NULL) {
        add_row(view, "measured", measured_worth(view->arena, &score->measurement, answer));
    }
    if (score->contradicted && shows_less(&view->criteria->items[index].answer, answer, shown)) {
        add_row(view, "contradicted",
                arena_format(view->arena, "≠ shows %s, worth %s%s%s",
                             quoted(view->arena, shown->word), score_of(view->arena, shown->value),
                             shown->because == NULL ? "" : ": ",
                             shown->because == NULL ? "" : quoted(view->arena, shown->because)));
    } else if (score->contradicted) {
        add_row(view, "contradicted", "≠ measured less than was answered");
    }
}

/* How the bid got its value, and what is to be asked about it. */
static void add_price(struct explanation *view, size_t index)
{
    size_t offer = offer_index(view);
    add_row(view, "price", price_steps_text(view->arena, view->result, offer, index));
    if (view->offer->criteria[index].price->abnormally_low) {
        add_row(view, "low",
                arena_format(view->arena, "▲ %s: ask how it is made up, no score changes",
                             price_low_text(view->arena, view->result, offer, index)));
    }
}

static void add_criterion(struct explanation *view, size_t index)
{
    const struct criterion_score *score = &view->offer->criteria[index];
    const struct item_score *figures = &view->offer->items[index];
    add_answer(view, index);
    add_clarified(view, index);
    if (score->price != NULL) {
        add_price(view, index);
    }
    if (!figures->in_sum) {
        if (score->panel != NULL) {
            add_panel(view, index);
        }
        add_row(view, "score", "n/a: it is not in the sum");
        return;
    }
    add_row(view, "claimed", score_of(view->arena, figures->claimed));
    for (size_t i = 0; i < score->carrier_count; i++) {
        add_carrier(view, &score->carriers[i], i == 0 ? "evidence" : "");
    }
    if (!score->evidence_asked) {
        add_row(view, "grade", "none asked: ceiling 100");
    } else if (score->has_grade) {
        add_row(view, "grade",
                arena_format(view->arena, "%s %s: ceiling %s", grade_pips(score->grade),
                             grade_word(score->grade), score_of(view->arena, score->ceiling)));
    }
    add_claims_on(view, index);
    add_contradiction(view, index);
    if (score->panel != NULL) {
        add_panel(view, index);
    }
    add_row(view, "evidenced", score_of(view->arena, figures->evidenced));
    add_weights(view, index);
    add_row(view, "points",
            arena_format(view->arena, "%s of %s", number_fixed(view->arena, figures->points, 2),
                         score_of(view->arena, figures->share)));
}

const char *explain_item(struct arena *arena, const struct result *result, size_t offer,
                         size_t item)
{
    struct explanation view = explanation_open(arena, result, offer);
    const struct item *explained = &view.criteria->items[item];
    explain_head(&view.text, arena_format(arena, "%s, %s: %s", view.offer->offer->name,
                                          explained->id, explained->title));
    if (explained->ask != NULL) {
        add_row(&view, "question", quoted(arena, explained->ask));
    }
    if (item_is_criterion(explained)) {
        add_criterion(&view, item);
    } else {
        add_item_row(&view, item);
        add_children(&view, item);
    }
    return view.text.text;
}
