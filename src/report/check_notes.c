#include "report/check_notes.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "model/pairwise.h"
#include "model/price_check.h"
#include "report/clarification_words.h"
#include "report/price_text.h"
#include "score/clarification_effect.h"
#include "score/expiry.h"

struct note_list {
    struct arena *arena;
    const struct result *result;
    const struct criteria *criteria;
    struct check_note *notes;
    size_t count, capacity;
};

static void add(struct note_list *list, struct check_note note)
{
    list->notes = arena_more(list->arena, list->notes, list->count, &list->capacity,
                             sizeof *list->notes);
    list->notes[list->count++] = note;
}

/* Names of the offers for which a test holds, separated by commas. */
static const char *names_where(struct note_list *list, size_t at,
                               bool (*holds)(const struct scored_offer *offer, size_t at),
                               size_t *count)
{
    struct text_builder names;
    text_builder_init(&names, list->arena);
    *count = 0;
    for (size_t i = 0; i < list->result->offer_count; i++) {
        if (holds(&list->result->offers[i], at)) {
            text_add_format(&names, "%s%s", *count == 0 ? "" : ", ",
                            list->result->offers[i].offer->name);
            (*count)++;
        }
    }
    return names.text;
}

static bool is_waived(const struct scored_offer *offer, size_t gate)
{
    return offer->gates[gate].result == GATE_WAIVED;
}

static bool is_not_met(const struct scored_offer *offer, size_t gate)
{
    return offer->gates[gate].result == GATE_NOT_MET;
}

static void note_waivers(struct note_list *list)
{
    for (size_t g = 0; g < list->result->gate_count; g++) {
        size_t waived = 0;
        size_t failed = 0;
        const char *for_whom = names_where(list, g, is_waived, &waived);
        const char *not_for = names_where(list, g, is_not_met, &failed);
        if (waived > 0 && failed > 0) {
            add(list, (struct check_note){
                          .asks = true,
                          .what = "A mandatory requirement is waived for one, not for another",
                          .where = list->criteria->items[list->result->gates[g]].id,
                          .whom = arena_format(list->arena, "%s; not %s", for_whom, not_for),
                          .action = "record the reason"});
        }
    }
}

static bool is_agreed(const struct scored_offer *offer, size_t item)
{
    const struct criterion_score *score = &offer->criteria[item];
    return score->state == STATE_NOT_APPLICABLE && score->agreed;
}

enum { CRITERIA_NOTED_MOST = 12, EXPIRING_NOTED_MOST = 8, TITLE_COLUMNS = 60 };

/* A criterion a row; what is beyond so many in one row. */
static void note_not_applicable(struct note_list *list)
{
    size_t noted = 0;
    for (size_t i = 1; i < list->criteria->count; i++) {
        size_t agreed = 0;
        if (!item_is_criterion(&list->criteria->items[i])) {
            continue;
        }
        const char *whom = names_where(list, i, is_agreed, &agreed);
        if (agreed == 0 || agreed == list->result->offer_count) {
            continue;
        }
        noted++;
        if (noted <= CRITERIA_NOTED_MOST) {
            add(list, (struct check_note){.asks = true,
                                          .what = "Not applicable was agreed for some, not for all",
                                          .where = list->criteria->items[i].id,
                                          .whom = whom,
                                          .action = "agree for all, or say why"});
        }
    }
    if (noted > CRITERIA_NOTED_MOST) {
        add(list, (struct check_note){.asks = true,
                                      .what = "Not applicable was agreed for some, not for all",
                                      .where = arena_format(list->arena, "%zu more criteria",
                                                            noted - CRITERIA_NOTED_MOST),
                                      .whom = "see Answers, state",
                                      .action = "agree for all, or say why"});
    }
}

static void note_compared(struct note_list *list)
{
    for (size_t o = 0; o < list->result->offer_count; o++) {
        const struct scored_offer *offer = &list->result->offers[o];
        if (offer->has_total && offer->compared_in_part) {
            add(list,
                (struct check_note){
                    .asks = true,
                    .what = arena_format(list->arena, "Compared on %s of 100",
                                         number_fixed(list->arena, offer->compared_share * 100, 1)),
                    .where = "Comparison",
                    .whom = offer->offer->name,
                    .action = "check what was agreed as not applicable"});
        }
    }
}

/* Citations of an offer whose evidence has a fault. */
static size_t citations_with(const struct note_list *list, const struct scored_offer *offer,
                             unsigned fault)
{
    size_t count = 0;
    for (size_t i = 1; i < list->criteria->count; i++) {
        for (size_t k = 0; k < offer->criteria[i].carrier_count; k++) {
            count += (offer->criteria[i].carriers[k].faults & fault) != 0;
        }
    }
    return count;
}

/* How often evidence does not count, by cause; a piece counts once for each answer and cause. */
static void note_evidence(struct note_list *list)
{
    static const struct {
        unsigned fault;
        const char *what, *action;
    } CAUSES[] = {
        {FAULT_EXPIRED, "Evidence expired", "ask for a current one"},
        {FAULT_NOT_YET_VALID, "Evidence not yet valid", "ask for a current one"},
        {FAULT_OTHER_ENTITY, "Evidence of another entity or product", "ask for the right one"},
        {FAULT_REJECTED, "Evidence rejected by us", "none: the reason is kept"},
        {FAULT_DIGEST, "File differs from the digest given", "ask which of the two is right"},
        {FAULT_KIND_NOT_ASKED, "Evidence of a kind not asked for", "none: it does not count"},
        {FAULT_BUYER_ONLY, "Evidence that only we can produce", "record it as a finding"},
    };
    for (size_t c = 0; c < COUNT_OF(CAUSES); c++) {
        struct text_builder whom;
        text_builder_init(&whom, list->arena);
        size_t all = 0;
        for (size_t o = 0; o < list->result->offer_count; o++) {
            const struct scored_offer *offer = &list->result->offers[o];
            size_t count = citations_with(list, offer, CAUSES[c].fault);
            if (count > 0) {
                text_add_format(&whom, "%s%s %zu", all == 0 ? "" : ", ", offer->offer->name, count);
                all += count;
            }
        }
        if (all > 0) {
            add(list,
                (struct check_note){
                    .what = arena_format(list->arena, "%s: %s", CAUSES[c].what,
                                         text_counted(list->arena, all, "citation", "citations")),
                    .where = "Answers, evidence and place",
                    .whom = whom.text,
                    .action = CAUSES[c].action});
        }
    }
}

/* What runs out soon, the points at stake behind each. */
static void note_expiring(struct note_list *list)
{
    size_t count = 0;
    const struct expiring *expiring = expiry_find(list->arena, list->result, EXPIRY_DAYS, &count);
    for (size_t i = 0; i < count && i < EXPIRING_NOTED_MOST; i++) {
        const struct scored_offer *offer = &list->result->offers[expiring[i].offer];
        bool costs = expiring[i].points > 0;
        add(list, (struct check_note){
                      .asks = costs,
                      .what = arena_format(list->arena, "%s runs out on %s",
                                           text_brief(list->arena,
                                                      expiring_title(list->result, &expiring[i]),
                                                      TITLE_COLUMNS),
                                           date_text(list->arena, expiring[i].last)),
                      .where = arena_format(list->arena, "%s%s",
                                            list->criteria->items[expiring[i].criteria[0]].id,
                                            expiring[i].criterion_count > 1 ? " and others" : ""),
                      .whom = arena_format(list->arena, "%s: %s points", offer->offer->name,
                                           number_fixed(list->arena, expiring[i].points, 2)),
                      .action = costs ? "ask for the next one" : "none: other proof carries it"});
    }
    if (count > EXPIRING_NOTED_MOST) {
        add(list,
            (struct check_note){.asks = true,
                                .what = arena_format(list->arena, "%zu more run out within %d days",
                                                     count - EXPIRING_NOTED_MOST, EXPIRY_DAYS),
                                .where = "Answers, evidence and place",
                                .whom = "see `vouch status`",
                                .action = "ask for the next ones"});
    }
}

/* Offers that are listed but not scored. */
static void note_unscored(struct note_list *list)
{
    static const struct {
        enum offer_state state;
        const char *what, *action;
    } STATES[] = {
        {OFFER_MISSING, "Invited, and nothing came", "remind, or record the withdrawal"},
        {OFFER_FAULTY, "Left out for errors in the response", "send the list of faults"},
        {OFFER_LATE, "Received after the day answers were due", "none: listed, not scored"},
        {OFFER_WITHDRAWN, "Withdrawn by the vendor", "none: listed, not scored"},
    };
    const struct project *project = list->result->project;
    for (size_t s = 0; s < COUNT_OF(STATES); s++) {
        struct text_builder whom;
        text_builder_init(&whom, list->arena);
        for (size_t o = 0; o < project->offer_count; o++) {
            if (project->offers[o].state == STATES[s].state) {
                text_add_format(&whom, "%s%s", whom.length == 0 ? "" : ", ",
                                project->offers[o].name);
            }
        }
        if (whom.length > 0) {
            bool asks = STATES[s].state == OFFER_MISSING || STATES[s].state == OFFER_FAULTY;
            add(list, (struct check_note){.asks = asks,
                                          .what = STATES[s].what,
                                          .where = "Summary",
                                          .whom = whom.text,
                                          .action = STATES[s].action});
        }
    }
}

/* Offers that came too late and are scored all the same, with the reason. */
static void note_late_accepted(struct note_list *list)
{
    const struct project *project = list->result->project;
    for (size_t o = 0; o < project->offer_count; o++) {
        const struct offer *offer = &project->offers[o];
        if (offer->is_late && offer->state == OFFER_SCORED) {
            add(list, (struct check_note){.what = arena_format(list->arena,
                                                               "Received late, and accepted: %s",
                                                               offer->invited->late_because),
                                          .where = "Record, register",
                                          .whom = offer->name,
                                          .action = "none: the reason is kept"});
        }
    }
}

/* A clarification that moved a score or an outcome. */
static void note_effect(struct note_list *list, const struct clarification_effect *effect)
{
    const struct scored_offer *offer = &list->result->offers[effect->offer];
    const struct clarification *clarification =
        &list->result->project->clarifications[effect->clarification];
    const char *id = list->criteria->items[effect->item].id;
    const char *points = signed_points(list->arena, effect->points);
    const char *what = arena_format(list->arena, "Clarification %u moved the score by %s points",
                                    clarification->number, points);
    if (effect->outcome_before != offer->outcome) {
        what = arena_format(list->arena, "%s; without it: %s", what,
                            outcome_word(effect->outcome_before));
    }
    add(list,
        (struct check_note){.what = what,
                            .where = arena_format(list->arena, "%s, %s", id, clarification->source),
                            .whom = offer->offer->name,
                            .action = "none: both answers are kept"});
}

/* Questions that have no answer, and the effects of those that have. */
static void note_clarifications(struct note_list *list)
{
    const struct result *result = list->result;
    for (size_t i = 0; i < result->project->clarification_count; i++) {
        const struct clarification *clarification = &result->project->clarifications[i];
        if (!clarification_is_answered(clarification)) {
            struct date due = clarification_deadline(clarification);
            add(list, (struct check_note){.asks = true,
                                          .what = arena_format(
                                              list->arena, "Clarification %u has no answer, due %s",
                                              clarification->number, date_text(list->arena, due)),
                                          .where = clarification->source,
                                          .whom = clarification_whom(result, clarification),
                                          .action = "remind, or record the answer"});
        }
    }
    for (size_t i = 0; i < result->clarification_effect_count; i++) {
        if (clarification_effect_moved(&result->clarification_effects[i], result)) {
            note_effect(list, &result->clarification_effects[i]);
        }
    }
}

/* Where weights come from a ranking or from comparisons, and how far these agree. */
static void note_weightings(struct note_list *list)
{
    const struct evaluation *evaluation = &list->result->project->evaluation;
    for (size_t i = 0; i < evaluation->weighting_count; i++) {
        const struct weighting *weighting = &evaluation->weightings[i];
        const char *id = list->criteria->items[weighting->section].id;
        const char *what = arena_format(list->arena, "Weights by a ranking of %zu items",
                                        weighting->given);
        if (weighting->method == WEIGHTING_PAIRWISE) {
            const char *agreement = weighting->has_consistency
                                        ? number_fixed(list->arena, weighting->consistency_ratio, 2)
                                        : "not to be judged";
            what = arena_format(list->arena, "Weights by %zu comparison%s, consistency ratio %s",
                                weighting->given, weighting->given == 1 ? "" : "s", agreement);
        }
        bool contradicts = weighting->has_consistency &&
                           weighting->consistency_ratio > PAIRWISE_RATIO_MOST;
        add(list, (struct check_note){.asks = contradicts,
                                      .what = what,
                                      .where = weighting->section == 0 ? "Weights, top" : id,
                                      .whom = "all vendors",
                                      .action = contradicts ? "compare these items again"
                                                            : "none: see `weighting`"});
    }
}

/* Ways of the price to the total, losers that turn the lead, bids to ask about. */
static void note_prices(struct note_list *list)
{
    const struct result *result = list->result;
    struct arena *arena = list->arena;
    size_t ways = 0;
    const size_t *items = price_ways(arena, &result->project->evaluation, &ways);
    struct text_builder ids;
    text_builder_init(&ids, arena);
    for (size_t i = 0; i < ways; i++) {
        text_add_format(&ids, "%s%s", i == 0 ? "" : ", ", list->criteria->items[items[i]].id);
    }
    if (ways > 0) {
        add(list, (struct check_note){
                      .asks = true,
                      .what = arena_format(arena, "Price reaches the total by %zu ways", ways),
                      .where = ids.text,
                      .whom = "all vendors",
                      .action = "give one of them all the weight"});
    }
    for (size_t i = 0; i < result->price_turn_count; i++) {
        const struct price_turn *turn = &result->price_turns[i];
        add(list, (struct check_note){
                      .asks = true,
                      .what = "Leaving out a loser would turn the lead: prices are relative",
                      .where = price_formula_word(result->project->evaluation.rules.price.formula),
                      .whom = arena_format(arena, "without %s leads %s",
                                           result->offers[turn->left_out].offer->name,
                                           result->offers[turn->new_leader].offer->name),
                      .action = "say so in the decision"});
    }
    struct price_place place = {0, 0};
    while (price_next_low(result, &place)) {
        add(list, (struct check_note){
                      .asks = true,
                      .what = arena_format(arena, "Abnormally low: %s",
                                           price_low_text(arena, result, place.offer, place.item)),
                      .where = list->criteria->items[place.item].id,
                      .whom = result->offers[place.offer].offer->name,
                      .action = "ask how the price is made up"});
    }
}

size_t check_notes(struct arena *arena, const struct result *result,
                   const struct check_note **notes)
{
    struct note_list list = {
        .arena = arena, .result = result, .criteria = &result->project->evaluation.criteria};
    note_weightings(&list);
    note_unscored(&list);
    note_late_accepted(&list);
    note_clarifications(&list);
    note_waivers(&list);
    note_not_applicable(&list);
    note_compared(&list);
    note_prices(&list);
    note_evidence(&list);
    note_expiring(&list);
    *notes = list.notes;
    return list.count;
}
