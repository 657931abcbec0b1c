/*
 * The panel: who is asked to mark what.
 *
 *     panel:
 *       - {id: jk, name: J. Kern, role: Head of security, audience: [security], chair: yes}
 *
 * Source: FORMATS, "Evaluation"; RULES 6.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_EVALUATION_PANEL_H
#define VOUCH_MODEL_EVALUATION_PANEL_H

#include "model/evaluation.h"

struct binder;
struct diag_list;
struct node;

/*
 * Bind the list of `panel`; NULL: not given.
 *
 * Reports: ID_BAD, ID_DUPLICATE, EVALUATION_BAD (two chairs), AUDIENCE_UNKNOWN, KEY_*, VALUE_KIND.
 */
void panel_bind(const struct binder *binder, const struct node *list,
                struct evaluation *evaluation);

/* Has the id the form that a member's has, whether or not a panel is listed? Reports: ID_BAD. */
bool panelist_id_check(struct diag_list *diags, const char *id, struct loc at);

/* The member of an id, ignoring case; NULL where there is none. */
const struct panelist *panelist_find(const struct evaluation *evaluation, const char *id);

#endif
