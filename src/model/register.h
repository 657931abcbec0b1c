/*
 * The register: who was invited, whose response came and when, who was late and who withdrew; and
 * so which offers there are and how each stands.
 *
 * Source: FORMATS, "Evaluation", `vendors` and `rules.late`; RULES 8.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_REGISTER_H
#define VOUCH_MODEL_REGISTER_H

#include "model/project_binding.h"

/*
 * Make the offers: in the order of the invitations, else as the files came, one a vendor.
 *
 * Reports: RESPONSE_MISSING, RESPONSE_LATE, RESPONSE_LATE_ACCEPTED, RESPONSE_NOT_INVITED,
 * REGISTER_CLASH.
 */
void register_offers(struct binding *binding);

/* Was the response received after answers were due? By whole days where one of the two has no time
 * of day. */
bool register_is_late(const struct evaluation *evaluation, const struct invited *invited);

#endif
