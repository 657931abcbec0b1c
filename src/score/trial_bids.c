#include "score/trial_bids.h"

#include "base/arena.h"
#include "base/number.h"
#include "score/trial_answers.h"

/* Amounts where the rule names none: what matters is how far they lie apart. */
enum { FLOOR_OF_OLD = 100, BUDGET_OF_OLD = 150 };

static const char PLACE[] = "p. 1";

static const struct {
    const char *id, *name;
} BIDS[] = {
    [TRIAL_BEST] = {"best", "All best"},
    [TRIAL_MIDDLING] = {"middling", "All middling"},
    [TRIAL_CHEAPEST] = {"cheapest", "Cheapest"},
};

/* A bid while it is made. */
struct making {
    struct arena *arena;
    const struct evaluation *evaluation;
    const struct criteria *criteria;
    enum trial_bid bid;
    struct offer *offer;
};

static double amount_of(const struct price_rule *price, enum trial_bid bid)
{
    double budget = price->has_budget ? price->budget : BUDGET_OF_OLD;
    double least = price->has_floor ? price->floor : FLOOR_OF_OLD;
    return bid == TRIAL_BEST ? budget : bid == TRIAL_CHEAPEST ? least : (budget + least) / 2;
}

static struct answer price_answer(const struct making *making)
{
    double amount = amount_of(&making->evaluation->rules.price, making->bid);
    return (struct answer){
        .reply = REPLY_ANSWER, .text = number_text(making->arena, amount), .place = amount};
}

/* The kind that proves most of those that are asked for; the count of kinds where there is none. */
static size_t best_kind(const struct making *making, const struct item *item)
{
    size_t best = making->criteria->kind_count;
    for (size_t i = 0; i < item->kind_count; i++) {
        if (best == making->criteria->kind_count ||
            making->criteria->kinds[item->kinds[i]].grade > making->criteria->kinds[best].grade) {
            best = item->kinds[i];
        }
    }
    return best;
}

/* The kind that proves least of those that suffice; else the best. */
static size_t sufficient_kind(const struct making *making, const struct item *item)
{
    const struct evidence_kind *kinds = making->criteria->kinds;
    size_t found = best_kind(making, item);
    for (size_t i = 0; i < item->kind_count; i++) {
        size_t kind = item->kinds[i];
        if (kinds[kind].grade >= item->gate.proof && kinds[kind].grade < kinds[found].grade) {
            found = kind;
        }
    }
    return found;
}

/* A kind that the vendor itself can show: documented, or better. */
static size_t shown_kind(const struct making *making, const struct item *item)
{
    const struct evidence_kind *kinds = making->criteria->kinds;
    for (size_t i = 0; i < item->kind_count; i++) {
        const struct evidence_kind *kind = &kinds[item->kinds[i]];
        if (!kind->buyer_only && kind->grade >= GRADE_DOCUMENTED) {
            return item->kinds[i];
        }
    }
    return making->criteria->kind_count;
}

/* The kind of proof that the bid brings for a criterion; the count of kinds: none. */
static size_t kind_of(const struct making *making, const struct item *item)
{
    switch (making->bid) {
    case TRIAL_BEST:
        return best_kind(making, item);
    case TRIAL_MIDDLING:
        return shown_kind(making, item);
    case TRIAL_CHEAPEST:
        if (item->has_gate && item->gate.has_proof) {
            return sufficient_kind(making, item);
        }
        break;
    case TRIAL_COUNT:
        break;
    }
    return making->criteria->kind_count;
}

/* Our own evidence of a kind, for all criteria that it is brought for: it counts without ado. */
static void add_own(const struct making *making, size_t kind)
{
    const struct criteria *criteria = making->criteria;
    struct findings *findings = &making->offer->findings;
    size_t *carries = arena_alloc(making->arena, criteria->count, sizeof *carries);
    size_t count = 0;
    for (size_t i = 1; i < criteria->count; i++) {
        if (item_is_criterion(&criteria->items[i]) &&
            kind_of(making, &criteria->items[i]) == kind) {
            carries[count++] = i;
        }
    }
    if (count > 0) {
        findings->own[findings->own_count++] = (struct own_evidence){.id = criteria->kinds[kind].id,
                                                                     .kind = kind,
                                                                     .title = "made up",
                                                                     .carries = carries,
                                                                     .carries_count = count};
    }
}

/* The vendor's papers, one a kind: held and not opened, so that they are documented. */
static void add_papers(const struct making *making)
{
    const struct criteria *criteria = making->criteria;
    struct response *response = &making->offer->response;
    response->evidence = arena_alloc(making->arena, criteria->kind_count,
                                     sizeof *response->evidence);
    response->evidence_count = criteria->kind_count;
    for (size_t k = 0; k < criteria->kind_count; k++) {
        response->evidence[k] = (struct evidence){
            .id = criteria->kinds[k].id, .kind = k, .title = "made up"};
    }
    for (size_t i = 1; i < criteria->count; i++) {
        size_t kind = kind_of(making, &criteria->items[i]);
        struct answer *answer = &response->answers[i];
        if (item_is_criterion(&criteria->items[i]) && kind < criteria->kind_count) {
            struct citation *citation = arena_alloc(making->arena, 1, sizeof *citation);
            *citation = (struct citation){.evidence = kind, .place = PLACE};
            answer->citations = citation;
            answer->citation_count = 1;
        }
    }
}

static void make_bid(const struct making *making)
{
    const struct criteria *criteria = making->criteria;
    struct offer *offer = making->offer;
    *offer = (struct offer){
        .id = BIDS[making->bid].id, .name = BIDS[making->bid].name, .state = OFFER_SCORED};
    struct response *response = &offer->response;
    *response = (struct response){.id = offer->id, .name = offer->name, .sound = true};
    response->answers = arena_alloc(making->arena, criteria->count, sizeof *response->answers);
    for (size_t i = 1; i < criteria->count; i++) {
        const struct item *item = &criteria->items[i];
        if (item_is_criterion(item)) {
            response->answers[i] = item->answer.kind == ANSWER_PRICE
                                       ? price_answer(making)
                                       : trial_answer(making->arena, item, making->bid);
        }
    }
    if (making->bid == TRIAL_MIDDLING) {
        add_papers(making);
    }
    struct findings findings;
    findings_init(making->arena, making->evaluation, response, &findings);
    if (making->bid == TRIAL_MIDDLING) {
        for (size_t e = 0; e < response->evidence_count; e++) {
            findings.evidence[e].held = true;
        }
        offer->findings = findings;
        return;
    }
    findings.own = arena_alloc(making->arena, criteria->kind_count, sizeof *findings.own);
    offer->findings = findings;
    for (size_t k = 0; k < criteria->kind_count; k++) {
        add_own(making, k);
    }
}

/* A panel of one, who gives texts the level that the bid was made for. */
static void make_panel(struct arena *arena, struct project *trial)
{
    const struct criteria *criteria = &trial->evaluation.criteria;
    struct assessment *panel = arena_alloc(arena, 1, sizeof *panel);
    *panel = (struct assessment){.evaluator = "trial", .conflict = "none"};
    panel->marks = arena_alloc(arena, criteria->count * TRIAL_COUNT, sizeof *panel->marks);
    for (size_t o = 0; o < TRIAL_COUNT; o++) {
        for (size_t i = 1; i < criteria->count; i++) {
            if (item_is_criterion(&criteria->items[i]) &&
                criteria->items[i].answer.kind == ANSWER_TEXT) {
                panel->marks[panel->mark_count++] = (struct mark){
                    .vendor = trial->offers[o].id,
                    .item = i,
                    .level = (size_t)trial->offers[o].response.answers[i].place,
                    .level_known = true,
                    .because = "made up"};
            }
        }
    }
    trial->assessments = panel;
    trial->assessment_count = panel->mark_count > 0 ? 1 : 0;
}

struct project trial_project(struct arena *arena, const struct project *project)
{
    struct project trial = {.evaluation = project->evaluation, .bundle = project->bundle};
    struct evaluation *evaluation = &trial.evaluation;
    evaluation->invited_count = 0;
    evaluation->waiver_count = 0;
    evaluation->closed_count = 0;
    evaluation->decision = (struct decision){.chosen = NULL};
    trial.offers = arena_alloc(arena, TRIAL_COUNT, sizeof *trial.offers);
    trial.offer_count = TRIAL_COUNT;
    for (size_t o = 0; o < TRIAL_COUNT; o++) {
        const struct making making = {.arena = arena,
                                      .evaluation = &project->evaluation,
                                      .criteria = &project->evaluation.criteria,
                                      .bid = (enum trial_bid)o,
                                      .offer = &trial.offers[o]};
        make_bid(&making);
    }
    make_panel(arena, &trial);
    return trial;
}
