/*
 * Citations: which evidence carries something, and where in it.
 *
 *     evidence: {soc2: "CC1.2, p. 18"}      with the place
 *     evidence: [soc2, policy]              without
 *
 * Source: FORMATS, "Response".
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_CITATION_H
#define VOUCH_MODEL_CITATION_H

#include "model/bind.h"
#include "model/response.h"

#include <stdbool.h>
#include <stddef.h>

struct node;

/* What was cited. */
struct citations {
    const struct citation *citations;
    size_t count;
};

/*
 * Bind citations of the response's evidence; a repeat is taken once.
 *
 * Reports: EVIDENCE_UNKNOWN with the nearest id, VALUE_KIND.
 */
bool citations_bind(const struct binder *binder, const struct response *response,
                    const struct node *node, struct citations *citations);

/* The index of a piece of evidence by its id. Reports: EVIDENCE_UNKNOWN. */
bool evidence_find(const struct binder *binder, const struct response *response, const char *id,
                   struct loc at, size_t *index);

#endif
