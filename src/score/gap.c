#include "score/gap.h"

#include "base/text.h"
#include "score/evidence.h"

#include <math.h>

/* The causes that lie in faults of the evidence, in the order in which they are put back. */
static const struct {
    enum gap_cause cause;
    unsigned faults;
} STEPS[] = {
    {GAP_EXPIRED, FAULT_EXPIRED | FAULT_NOT_YET_VALID},
    {GAP_SCOPE, FAULT_PARTIAL | FAULT_QUALIFIED | FAULT_SUBPROCESSOR | FAULT_OTHER_ENTITY},
    {GAP_NOT_OPENED, FAULT_NOT_ACCEPTED},
};

void gap_split(const struct scoring *scoring, const struct offer *offer, double claimed,
               struct criterion_score *score)
{
    const double *ceilings = scoring->settings->rules.ceilings;
    double shown = fmin(claimed, score->level.value);
    score->gap[GAP_CONTRADICTED] = claimed - shown;
    if (!score->evidence_asked) {
        return;
    }
    unsigned mended = 0;
    for (size_t i = 0; i < COUNT_OF(STEPS); i++) {
        mended |= STEPS[i].faults;
    }
    double before = fmin(shown, ceilings[evidence_best(scoring, offer, score, mended)]);
    score->gap[GAP_NO_PROOF] = shown - before;
    for (size_t i = 0; i < COUNT_OF(STEPS); i++) {
        mended &= ~STEPS[i].faults;
        double after = fmin(shown, ceilings[evidence_best(scoring, offer, score, mended)]);
        score->gap[STEPS[i].cause] = before - after;
        before = after;
    }
}
