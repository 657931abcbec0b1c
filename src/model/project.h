/*
 * A project: an evaluation with all that belongs to it, bound from a bundle. What score/ and
 * report/ work on.
 *
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_PROJECT_H
#define VOUCH_MODEL_PROJECT_H

#include "model/assessment.h"
#include "model/clarification.h"
#include "model/evaluation.h"
#include "model/findings.h"
#include "model/plan_check.h"
#include "model/response.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct bundle;
struct diag_list;

/* Why a vendor is not scored. */
enum offer_state {
    OFFER_SCORED,
    OFFER_MISSING,   // invited, nothing came
    OFFER_FAULTY,    // left out for errors, or its file could not be opened
    OFFER_LATE,      // received after answers were due: listed, not scored
    OFFER_WITHDRAWN, // by the vendor: listed, not scored
    OFFER_STATE_COUNT
};

/* One vendor, in order: as invited; without `vendors:` in byte order of file names. */
struct offer {
    const char *id;
    const char *name; // the id where no name could be read
    enum offer_state state;
    const struct invited *invited; // NULL: the evaluation invites nobody by name
    bool is_late;                  // received after answers were due; scored only with a reason
    const char *unopened;          // the file of it that could not be opened; NULL: none
    struct response response;      // whole where `response.sound`, so also where OFFER_SCORED
    struct findings findings;      // likewise
};

struct project {
    struct evaluation evaluation;
    struct offer *offers;
    size_t offer_count;
    struct assessment *assessments;
    size_t assessment_count;
    struct clarification *clarifications; // by number
    size_t clarification_count;
    struct plan_check plan;      // the evaluation held against its lock
    const struct bundle *bundle; // borrowed
};

/* The offer of a vendor, whatever the case of its id, or NULL. */
struct offer *project_find_offer(const struct project *project, const char *id);

/*
 * Bind what the plan is made of: the evaluation, its criteria, and the lock if there is one.
 * Responses need not be there.
 *
 * as_of: overrides the evaluation's position; year 0: does not.
 *
 * Reports: as evaluation_bind() and plan_lock_bind(); LOCK_BAD for the lock of another evaluation,
 * LOCK_ALTERED. Returns whether it is sound: then `evaluation` and `plan` are whole.
 */
bool project_bind_plan(struct arena *arena, struct bundle *bundle, struct date as_of,
                       struct diag_list *diags, struct project *project);

/* The responses that the bundle holds, sound or not. */
size_t project_count_responses(const struct bundle *bundle);

/*
 * Bind everything in the bundle: evaluation, criteria, responses, findings, assessments.
 *
 * as_of: overrides the evaluation's position; year 0: does not.
 * All faults of all files come in one run. A response with an error is left out (OFFER_FAULTY), the
 * others go on. Two files with one vendor id: neither is scored.
 *
 * Clarifications are laid over the responses before findings are held against them.
 *
 * Reports, beside what its parts do: LOCK_DIFFERS where the plan is not as it was fixed.
 * Returns false where the evaluation cannot be scored at all: an error in the evaluation, criteria,
 * clarifications, findings, assessments or waivers, or no response that can be scored
 * (RESPONSES_NONE).
 */
bool project_bind(struct arena *arena, struct bundle *bundle, struct date as_of,
                  struct diag_list *diags, struct project *project);

/*
 * Bind everything but the assessments, as project_bind() does: what there is to judge, without what
 * anybody said of it. Faults in assessments/ are not looked for.
 */
bool project_bind_offers(struct arena *arena, struct bundle *bundle, struct date as_of,
                         struct diag_list *diags, struct project *project);

/* Names in the bundle's manner of all evidence files that the responses name, for
 * bundle_take_inventory(). */
const char **project_evidence_files(struct arena *arena, const struct project *project,
                                    size_t *count);

/*
 * Look whether the evidence files that the vendors name are held, and compare them with the
 * digests that they gave.
 *
 * Reports: EVIDENCE_DIGEST. The response is scored all the same; the evidence counts as not there
 * (RULES 12). EVIDENCE_MISSING for a file that is not held where no finding says more: its evidence
 * counts as stated (RULES 2).
 */
void project_check_evidence(const struct project *project, struct diag_list *diags);

#endif
