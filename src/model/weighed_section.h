/*
 * A section whose items are being weighed: who of them takes part, and the weights they get.
 *
 * Only for the sources that bind `weighting`.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_WEIGHED_SECTION_H
#define VOUCH_MODEL_WEIGHED_SECTION_H

#include "model/bind.h"
#include "model/evaluation.h"

#include <stdbool.h>
#include <stddef.h>

struct weighed_section {
    const struct binder *binder;   // borrowed
    struct evaluation *evaluation; // borrowed
    size_t section;                // index of the item; 0: the top
    struct loc at;                 // where it is named
    const size_t *children;        // borrowed: its items, by place
    bool *named;                   // by place
    size_t count;                  // of children
};

/* The section as messages call it: its id, or "the top level". */
const char *weighed_section_name(const struct weighed_section *section);

/* The id of the item at a place. */
const char *weighed_section_id(const struct weighed_section *section, size_t place);

/*
 * The place among the section's items that an id names, which is then named.
 *
 * Reports: ID_UNKNOWN, EVALUATION_BAD. Returns whether there is one.
 */
bool weighed_section_find(struct weighed_section *section, const char *id, struct loc at,
                          size_t *place);

/* The places that take part: all but those that weigh 0 in the criteria and are not named. */
size_t *weighed_section_places(const struct weighed_section *section, size_t *count);

/* Give the items at the places their shares (0..1, together 1) of 100. */
void weighed_section_set(struct weighed_section *section, const size_t *places, size_t count,
                         const double *shares);

/* The items at the places with their new weights, for a message: "SEC-A 64.8 %, SEC-B 23.0 % …". */
const char *weighed_section_shares(const struct weighed_section *section, const size_t *places,
                                   size_t count);

#endif
