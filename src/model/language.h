/*
 * Languages by their code: what `language:` may say.
 *
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_LANGUAGE_H
#define VOUCH_MODEL_LANGUAGE_H

#include "model/bind.h"

struct node;

/*
 * Look whether the `language` of a head is known. A region may follow: `de-AT`.
 *
 * head: the map that may hold it; without one there is nothing to look at.
 *
 * Reports: LANGUAGE_UNKNOWN, a warning: texts then stand in English, or in the first language that
 * they have.
 *
 * Source: ISO 639-1.
 */
void language_check(const struct binder *binder, const struct node *head);

#endif
