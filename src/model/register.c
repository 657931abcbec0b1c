#include "model/register.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"

enum { ID_COLUMNS = 40, REASON_COLUMNS = 60 };

bool register_is_late(const struct evaluation *evaluation, const struct invited *invited)
{
    if (invited == NULL || !invited->has_received || !evaluation->has_answers_due) {
        return false;
    }
    const struct moment *due = &evaluation->answers_due;
    bool whole_days = !due->has_time || !invited->received.has_time;
    return (whole_days ? date_compare(invited->received.date, due->date)
                       : moment_compare(invited->received, *due)) > 0;
}

static struct offer *add_offer(struct binding *binding, const char *id)
{
    struct offer *offer = &binding->project->offers[binding->project->offer_count++];
    *offer = (struct offer){.id = id, .name = id, .state = OFFER_MISSING};
    return offer;
}

static void fill_offer(struct offer *offer, const struct response *response)
{
    offer->response = *response;
    offer->id = response->id;
    offer->name = response->name == NULL ? response->id : response->name;
    offer->state = response->sound ? OFFER_SCORED : OFFER_FAULTY;
}

/* A file of responses/ called like the vendor that could not be opened, or NULL. */
static const char *unopened_of(const struct binding *binding, const char *id)
{
    for (size_t i = 0; i < binding->unopened_count; i++) {
        const char *stem = binding_stem(binding->arena, binding->unopened[i]);
        if (text_equal_ignoring_case(stem, id)) {
            return binding->unopened[i];
        }
    }
    return NULL;
}

/* What came too late is scored only where the rules let it be, and somebody says why. Else it is
 * late whatever faults it has: nobody reads it, so that they leave nothing open. */
static void judge_late(const struct binding *binding, struct offer *offer)
{
    const struct invited *invited = offer->invited;
    const char *id = text_brief(binding->arena, invited->id, ID_COLUMNS);
    bool may = binding->project->evaluation.rules.late == LATE_ACCEPT_WITH_REASON;
    offer->is_late = true;
    if (may && invited->late_because != NULL) {
        if (offer->state == OFFER_SCORED) { // its faults have been said
            diag_add(binding->diags, DIAG_RESPONSE_LATE_ACCEPTED, invited->at,
                     "the response of `%s` was received after answers were due and is scored: %s",
                     id, text_brief(binding->arena, invited->late_because, REASON_COLUMNS));
        }
        return;
    }
    offer->state = OFFER_LATE;
    struct diag *diag = diag_add(
        binding->diags, DIAG_RESPONSE_LATE, invited->at,
        "the response of `%s` was received after answers were due; it is not scored", id);
    if (may) {
        diag_help(binding->diags, diag, "`late_because` says why it is accepted all the same");
    } else if (invited->late_because != NULL) {
        diag_help(binding->diags, diag,
                  "`late_because` counts only under `late: accept_with_reason`");
    }
}

static void judge_received(const struct binding *binding, struct offer *offer)
{
    const struct invited *invited = offer->invited;
    if (register_is_late(&binding->project->evaluation, invited)) {
        judge_late(binding, offer);
    } else if (invited->late_because != NULL) {
        diag_add(binding->diags, DIAG_REGISTER_CLASH, invited->at,
                 "`late_because` is said of `%s`, whose response is not late",
                 text_brief(binding->arena, invited->id, ID_COLUMNS));
    }
}

static void judge_absent(const struct binding *binding, struct offer *offer)
{
    const struct invited *invited = offer->invited;
    const char *id = text_brief(binding->arena, invited->id, ID_COLUMNS);
    offer->unopened = unopened_of(binding, invited->id);
    if (offer->unopened != NULL) { // which has been said
        offer->state = OFFER_FAULTY;
        judge_received(binding, offer);
        return;
    }
    struct diag *diag = diag_add(binding->diags, DIAG_RESPONSE_MISSING, invited->at,
                                 "`%s` was invited and has no response", id);
    if (invited->has_received) {
        diag_help(binding->diags, diag, "it says that one was received: put it into responses/");
    }
}

static void place_invited(struct binding *binding, const struct invited *invited)
{
    const struct response *response = binding_find_response(binding, invited->id);
    struct offer *offer = add_offer(binding, invited->id);
    offer->invited = invited;
    if (response != NULL) {
        fill_offer(offer, response);
    }
    if (invited->has_withdrawn) {
        offer->state = OFFER_WITHDRAWN;
    } else if (response != NULL) {
        judge_received(binding, offer);
    } else {
        judge_absent(binding, offer);
    }
}

static bool is_invited(const struct evaluation *evaluation, const char *id)
{
    for (size_t i = 0; i < evaluation->invited_count; i++) {
        if (text_equal_ignoring_case(evaluation->invited[i].id, id)) {
            return true;
        }
    }
    return false;
}

static void place_uninvited(struct binding *binding, const struct response *response)
{
    const struct evaluation *evaluation = &binding->project->evaluation;
    if (evaluation->invited_count == 0) {
        if (binding_find_response(binding, response->id) == response) {
            fill_offer(add_offer(binding, response->id), response);
        }
    } else if (response->name != NULL && !evaluation->invited_unclear &&
               !is_invited(evaluation, response->id)) {
        diag_add(binding->diags, DIAG_RESPONSE_NOT_INVITED, response->at,
                 "`%s` was not invited; its response is not scored",
                 text_brief(binding->arena, response->id, ID_COLUMNS));
    }
}

/* Without invitations a file that cannot be opened is somebody's offer all the same. */
static void place_unopened(struct binding *binding, const char *name)
{
    const char *stem = binding_stem(binding->arena, name);
    if (binding->project->evaluation.invited_count > 0 ||
        project_find_offer(binding->project, stem) != NULL) {
        return;
    }
    struct offer *offer = add_offer(binding, stem);
    offer->state = OFFER_FAULTY;
    offer->unopened = name;
}

void register_offers(struct binding *binding)
{
    struct project *project = binding->project;
    const struct evaluation *evaluation = &project->evaluation;
    size_t most = evaluation->invited_count + binding->response_count + binding->unopened_count;
    project->offers = arena_alloc(binding->arena, most, sizeof *project->offers);
    for (size_t i = 0; i < evaluation->invited_count; i++) {
        place_invited(binding, &evaluation->invited[i]);
    }
    for (size_t i = 0; i < binding->response_count; i++) {
        place_uninvited(binding, &binding->responses[i]);
    }
    for (size_t i = 0; i < binding->unopened_count; i++) {
        place_unopened(binding, binding->unopened[i]);
    }
}
