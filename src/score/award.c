#include "score/award.h"

#include "base/diag.h"
#include "base/text.h"

enum { NAME_COLUMNS = 60 };

static const struct scored_offer *scored_of(const struct result *result, const struct offer *offer)
{
    for (size_t i = 0; i < result->offer_count; i++) {
        if (result->offers[i].offer == offer) {
            return &result->offers[i];
        }
    }
    return NULL;
}

bool signature_counts(const struct signature *signature)
{
    return signature->name != NULL && date_is_given(signature->on);
}

static bool is_approved(const struct evaluation *evaluation)
{
    const struct decision *decision = &evaluation->decision;
    bool in_time = date_is_given(decision->on) &&
                   (!date_is_given(evaluation->as_of) ||
                    date_compare(decision->on, evaluation->as_of) >= 0);
    size_t signed_by = 0;
    for (size_t i = 0; i < evaluation->approval_count; i++) {
        signed_by += signature_counts(&evaluation->approvals[i]);
    }
    return in_time && signed_by > 0 && signed_by == evaluation->approval_count;
}

struct award award_of(const struct result *result)
{
    const struct evaluation *evaluation = &result->project->evaluation;
    struct award award = {.decision = &evaluation->decision};
    if (evaluation->decision.chosen == NULL) {
        return award;
    }
    award.chosen = project_find_offer(result->project, evaluation->decision.chosen);
    if (award.chosen == NULL) { // where nobody can be named unknown
        return award;
    }
    award.scored = scored_of(result, award.chosen);
    award.departs = award.scored == NULL || award.scored->rank != 1;
    if (result->provisional_count > 0) {
        award.state = AWARD_PROVISIONAL;
    } else if (result->project->plan.state == PLAN_CHANGED) {
        award.state = AWARD_PLAN_CHANGED;
    } else {
        award.state = is_approved(evaluation) ? AWARD_FINAL : AWARD_NOT_APPROVED;
    }
    return award;
}

const struct scored_offer *award_partner(const struct result *result)
{
    const struct award award = award_of(result);
    if (award.chosen != NULL) {
        return award.scored;
    }
    return result->has_leader ? &result->offers[result->leader] : NULL;
}

/* Why nobody would expect this one to be chosen; NULL where there is nothing against it. */
static const char *objection_to(const struct award *award)
{
    if (award->scored != NULL && award->scored->outcome == OUTCOME_NOT_ACCEPTABLE) {
        return "is not acceptable by the bands of the rules";
    }
    switch (award->chosen->state) {
    case OFFER_SCORED:
        return award->scored != NULL && award->scored->outcome == OUTCOME_EXCLUDED
                   ? "is excluded for a mandatory requirement that it does not meet"
                   : NULL;
    case OFFER_MISSING:
        return "has no response";
    case OFFER_FAULTY:
        return "was left out, since its response cannot be scored";
    case OFFER_LATE:
        return "was late, and is not scored";
    case OFFER_WITHDRAWN:
        return "has withdrawn";
    case OFFER_STATE_COUNT:
        break;
    }
    return NULL;
}

void award_check(const struct result *result, struct diag_list *diags)
{
    const struct award award = award_of(result);
    if (award.chosen == NULL) {
        return;
    }
    const char *name = text_brief(diags->arena, award.chosen->name, NAME_COLUMNS);
    const char *objection = objection_to(&award);
    if (objection != NULL) {
        diag_add(diags, DIAG_DECISION_CLASH, award.decision->at, "%s was chosen and %s", name,
                 objection);
    }
    if (award.departs && award.decision->why == NULL) {
        struct diag *diag = diag_add(diags, DIAG_DECISION_REASON, award.decision->at,
                                     "%s was chosen and does not rank first; no reason is given",
                                     name);
        diag_help(diags, diag, "say it as `why` in the decision");
    }
}
