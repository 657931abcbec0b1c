#include "model/project_notes.h"

#include "base/diag.h"
#include "base/text.h"

/* Each finds the first place of one thing that is not yet computed. */

static bool find_money(const struct project *project, struct loc *at)
{
    *at = project->evaluation.money.at;
    if (project->evaluation.money.given) {
        return true;
    }
    for (size_t i = 0; i < project->offer_count; i++) {
        const struct response *response = &project->offers[i].response;
        if (project->offers[i].state != OFFER_SCORED) {
            continue;
        }
        if (response->cost_count > 0) {
            *at = response->costs[0].at;
            return true;
        }
        if (response->effect_count > 0) {
            *at = response->effects[0].at;
            return true;
        }
        if (response->benefit_count > 0) {
            *at = response->benefits[0].at;
            return true;
        }
    }
    return false;
}

static bool find_views(const struct project *project, struct loc *at)
{
    const struct evaluation *evaluation = &project->evaluation;
    // The evaluation's own come first.
    if (evaluation->view_count == 0 || evaluation->views[0].from_criteria) {
        return false;
    }
    *at = evaluation->views[0].at;
    return true;
}

static bool find_measured_effects(const struct project *project, struct loc *at)
{
    for (size_t i = 0; i < project->offer_count; i++) {
        const struct findings *findings = &project->offers[i].findings;
        for (size_t m = 0; m < findings->measured_count; m++) {
            if (findings->measured[m].is_effect) {
                *at = findings->measured[m].at;
                return true;
            }
        }
    }
    return false;
}

static const struct {
    bool (*find)(const struct project *project, struct loc *at);
    const char *text;
} NOTES[] = {
    {find_money, "costs and benefits are read, but not yet computed"},
    {find_views, "views are read, but not yet compared"},
    {find_measured_effects, "measured effects are read, but not yet computed"},
};

void project_note_uncomputed(const struct project *project, struct diag_list *diags)
{
    for (size_t i = 0; i < COUNT_OF(NOTES); i++) {
        struct loc at;
        if (NOTES[i].find(project, &at)) {
            diag_add(diags, DIAG_NOT_YET_COMPUTED, at, "%s", NOTES[i].text);
        }
    }
}
