#include "score/outcome.h"

#include "base/arena.h"
#include "base/text.h"
#include "score/condition.h"
#include "score/gate.h"
#include "score/publish.h"

enum { NAME_COLUMNS = 60 };

enum outcome outcome_decide(const struct scoring *scoring, const struct scored_offer *scored,
                            size_t gate_count)
{
    const struct rules *rules = &scoring->settings->rules;
    double score = scored->items[0].evidenced * 100;
    if (gate_any(scored, gate_count, GATE_NOT_MET)) {
        return OUTCOME_EXCLUDED;
    }
    if (!scored->has_total || scored->open_count > 0 || scored->moderate_count > 0 ||
        !share_reaches(scored->items[0].answered, rules->complete)) {
        return OUTCOME_INCOMPLETE;
    }
    if (!published_reaches(score, rules->with_conditions, rules->decimals)) {
        return OUTCOME_NOT_ACCEPTABLE;
    }
    if (gate_any(scored, gate_count, GATE_WAIVED) ||
        gate_any(scored, gate_count, GATE_TO_BE_PROVEN) || condition_any_must(scored) ||
        !published_reaches(score, rules->acceptable, rules->decimals)) {
        return OUTCOME_CONDITIONS;
    }
    return OUTCOME_ACCEPTABLE;
}

/* Why an offer makes the result provisional, or NULL. */
static const char *reason_of_absence(struct arena *arena, const struct offer *offer)
{
    const char *name = text_brief(arena, offer->name, NAME_COLUMNS);
    switch (offer->state) {
    case OFFER_MISSING:
        return arena_format(arena, "%s was invited and has not answered", name);
    case OFFER_FAULTY:
        if (offer->unopened != NULL) {
            return arena_format(arena, "%s's response could not be opened and was left out", name);
        }
        return arena_format(arena, "%s's response has errors and was left out", name);
    case OFFER_SCORED:
    case OFFER_LATE:
    case OFFER_WITHDRAWN:
    case OFFER_STATE_COUNT:
        break;
    }
    return NULL;
}

static const char *count_of_criteria(struct arena *arena, size_t count)
{
    return text_counted(arena, count, "criterion", "criteria");
}

/* What is still for us to do, or NULL. */
static const char *reason_of_open(struct arena *arena, const struct scored_offer *scored)
{
    const char *name = text_brief(arena, scored->offer->name, NAME_COLUMNS);
    size_t open = scored->open_count;
    size_t moderate = scored->moderate_count;
    if (open == 0 && moderate == 0) {
        return NULL;
    }
    if (moderate == 0) {
        return arena_format(arena, "%s of %s %s not yet scored", count_of_criteria(arena, open),
                            name, open == 1 ? "is" : "are");
    }
    if (open == 0) {
        return arena_format(arena, "the panel has still to moderate %s of %s",
                            count_of_criteria(arena, moderate), name);
    }
    return arena_format(arena, "%s of %s %s not yet scored, and the panel has still to moderate %s",
                        count_of_criteria(arena, open), name, open == 1 ? "is" : "are",
                        count_of_criteria(arena, moderate));
}

const char *const *outcome_provisional(const struct scoring *scoring, const struct result *result,
                                       size_t *count)
{
    const struct project *project = scoring->project;
    const char **reasons = arena_alloc(scoring->arena, project->offer_count + 1, sizeof *reasons);
    size_t scored = 0;
    *count = 0;
    if (result->without_price) {
        reasons[(*count)++] = "prices are not opened and were left out of the sum";
    }
    for (size_t o = 0; o < project->offer_count; o++) {
        const struct offer *offer = &project->offers[o];
        const char *reason = offer->state == OFFER_SCORED
                                 ? reason_of_open(scoring->arena, &result->offers[scored++])
                                 : reason_of_absence(scoring->arena, offer);
        if (reason != NULL) {
            reasons[(*count)++] = reason;
        }
    }
    return reasons;
}

static bool can_be_preferred(const struct scored_offer *scored)
{
    return scored->ranked &&
           (scored->outcome == OUTCOME_ACCEPTABLE || scored->outcome == OUTCOME_CONDITIONS);
}

void outcome_prefer(struct result *result)
{
    struct scored_offer *first = NULL;
    bool shared = false;
    for (size_t i = 0; i < result->offer_count; i++) {
        struct scored_offer *scored = &result->offers[result->order[i]];
        if (!can_be_preferred(scored)) {
            continue;
        }
        if (first == NULL) {
            first = scored;
        } else if (scored->rank == first->rank) {
            shared = true;
        }
    }
    if (first != NULL && !shared && result->provisional_count == 0) {
        first->preferred = true;
    }
}
