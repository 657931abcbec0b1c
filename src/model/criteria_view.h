/*
 * Views that come with criteria: what each group of stakeholders would weigh, and so who there is
 * to score a criterion (its `audience`).
 *
 * Source: criteria/views.yaml; a criteria file of one's own may add views in the same form.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_CRITERIA_VIEW_H
#define VOUCH_MODEL_CRITERIA_VIEW_H

#include "model/criteria.h"

#include <stdbool.h>

struct binder;
struct node;
struct texts;

/* A view as the criteria give it. It holds only where all of its ids are top-level items. */
struct criteria_view {
    const char *id; // "finance"
    const char *title;
    const char *why;            // what the group answers for; NULL: not said
    const struct node *weights; // id: weight
    struct loc at;
};

/* Add the views of a map. Reports: KEY_*, VALUE_KIND, ID_BAD, CRITERIA_CLASH. */
bool criteria_views_bind(const struct binder *binder, const struct node *views,
                         struct criteria *criteria);

/* Warn of an audience that is none of the views. Reports: AUDIENCE_UNKNOWN. */
void audience_check(const struct binder *binder, const struct criteria *criteria,
                    const struct texts *audience);

#endif
