#include "model/price_seal.h"

#include "model/project.h"

const char PRICE_NOT_OPENED[] = "not opened";

static bool is_about_price(const struct criteria *criteria, const struct claim *claim)
{
    for (size_t i = 0; i < claim->criterion_count; i++) {
        if (item_is_price(&criteria->items[claim->criteria[i]])) {
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
        if (is_about_price(criteria, claim)) {
            claim->says = PRICE_NOT_OPENED;
            claim->figure = NULL;
            claim->baseline = NULL;
        }
    }
}

void price_seal(struct project *project)
{
    for (size_t o = 0; o < project->offer_count; o++) {
        if (project->offers[o].state == OFFER_SCORED) {
            seal_response(&project->evaluation.criteria, &project->offers[o].response);
        }
    }
}
