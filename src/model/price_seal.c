#include "model/price_seal.h"

#include "model/project.h"

const char PRICE_NOT_OPENED[] = "not opened";

static bool any_is_price(const struct criteria *criteria, const size_t *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (item_is_price(&criteria->items[items[i]])) {
            return true;
        }
    }
    return false;
}

static void seal_response(const struct criteria *criteria, struct response *response)
{
    for (size_t i = 1; i < criteria->count; i++) {
        if (item_is_price(&criteria->items[i])) {
            response->answers[i] = (struct answer){
                .reply = REPLY_ANSWER, .text = PRICE_NOT_OPENED, .at = response->at};
        }
    }
    for (size_t i = 0; i < response->claim_count; i++) {
        struct claim *claim = &response->claims[i];
        if (any_is_price(criteria, claim->criteria, claim->criterion_count)) {
            claim->says = PRICE_NOT_OPENED;
            claim->figure = NULL;
            claim->baseline = NULL;
        }
    }
}

/* What was asked and said about a price. */
static void seal_clarifications(struct project *project)
{
    for (size_t i = 0; i < project->clarification_count; i++) {
        struct clarification *clarification = &project->clarifications[i];
        if (any_is_price(&project->evaluation.criteria, clarification->items,
                         clarification->item_count)) {
            clarification->question = PRICE_NOT_OPENED;
            clarification->answer = PRICE_NOT_OPENED;
        }
    }
}

void price_seal(struct project *project)
{
    seal_clarifications(project);
    for (size_t o = 0; o < project->offer_count; o++) {
        if (project->offers[o].state == OFFER_SCORED) {
            seal_response(&project->evaluation.criteria, &project->offers[o].response);
        }
    }
}
