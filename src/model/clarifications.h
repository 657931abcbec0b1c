/*
 * The clarifications of a project: each bound and laid over the offer it belongs to.
 *
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_CLARIFICATIONS_H
#define VOUCH_MODEL_CLARIFICATIONS_H

#include "model/project_binding.h"

#include <stdbool.h>

/*
 * Bind all files of clarifications/ onto the offers, before findings are held against them.
 *
 * Of several that answer one criterion of one vendor the later day stands.
 *
 * Reports: everything of clarification_bind() and clarification_lay_over(); CLARIFICATION_BAD for a
 * number that stands twice, CLARIFICATION_OPEN, VENDOR_UNKNOWN. Returns whether all are sound: an
 * error in one is an error of the evaluation.
 */
bool clarifications_bind(struct binding *binding);

#endif
