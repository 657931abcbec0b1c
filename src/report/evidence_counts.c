#include "report/evidence_counts.h"

#include "read/bundle.h"

static bool is_held(const struct result *result, const struct evidence *evidence,
                    const struct evidence_finding *finding)
{
    if (finding->held || finding->seen) {
        return true;
    }
    return evidence->held_name != NULL && result->project->bundle != NULL &&
           bundle_find_held(result->project->bundle, evidence->held_name) != NULL;
}

struct evidence_counts evidence_counts_of(const struct result *result, const struct offer *offer)
{
    struct evidence_counts counts = {.items = offer->response.evidence_count};
    for (size_t i = 0; i < counts.items; i++) {
        const struct evidence_finding *finding = &offer->findings.evidence[i];
        bool held = is_held(result, &offer->response.evidence[i], finding);
        bool opened = finding->verdict != VERDICT_OPEN;
        counts.held += held;
        counts.opened += opened;
        counts.unopened += held && !opened;
        counts.not_received += !held && !opened;
    }
    return counts;
}
