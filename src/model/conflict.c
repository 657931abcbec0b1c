#include "model/conflict.h"

#include "base/text.h"

bool conflict_is_declared(const struct assessment *assessment)
{
    static const char *const NONE[] = {"", "none", "no", "false"};
    for (size_t i = 0; assessment->conflict != NULL && i < COUNT_OF(NONE); i++) {
        if (text_equal_ignoring_case(assessment->conflict, NONE[i])) {
            return false;
        }
    }
    return assessment->conflict != NULL;
}

/* The admission of an evaluator in one file. */
static const struct admission *admission_in(const struct assessment *chair, const char *evaluator,
                                            const char *vendor)
{
    for (size_t i = 0; i < chair->admission_count; i++) {
        const struct admission *admission = &chair->admissions[i];
        if (text_equal_ignoring_case(admission->evaluator, evaluator) &&
            text_equal_ignoring_case(admission->vendor, vendor)) {
            return admission;
        }
    }
    return NULL;
}

const struct admission *conflict_admission(const struct project *project,
                                           const struct assessment *assessment, const char *vendor)
{
    const struct admission *found = NULL;
    for (size_t i = 0; found == NULL && i < project->assessment_count; i++) {
        found = admission_in(&project->assessments[i], assessment->evaluator, vendor);
    }
    return found;
}

bool conflict_recuses(const struct project *project, const struct assessment *assessment,
                      const char *vendor)
{
    return conflict_is_declared(assessment) &&
           conflict_admission(project, assessment, vendor) == NULL;
}
