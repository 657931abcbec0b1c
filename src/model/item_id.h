/*
 * Ids of items, kinds and vendors: their form, and finding the item that one names.
 *
 * Source: FORMATS, "Criteria"; DESIGN 3 for vendors.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_ITEM_ID_H
#define VOUCH_MODEL_ITEM_ID_H

#include "model/bind.h"
#include "model/criteria.h"

#include <stdbool.h>
#include <stddef.h>

enum { ITEM_ID_LENGTH_MOST = 40, VENDOR_ID_LENGTH_MOST = 28 };

/* Letters, digits and `- _ . &`, a letter first. Reports: ID_BAD. */
bool item_id_check(const struct binder *binder, const char *id, struct loc at);

/* Letters, digits, `-` and `_`. Reports: VENDOR_ID_BAD. */
bool vendor_id_check(const struct binder *binder, const char *id, struct loc at);

/*
 * Report that an id stands for two things.
 *
 * what: "a kind of evidence".
 *
 * Reports: ID_DUPLICATE within one file, CRITERIA_CLASH over two.
 */
void item_id_report_again(const struct binder *binder, const char *id, struct loc at,
                          struct loc earlier, const char *what);

/* What an id is to name. */
enum item_wanted { WANT_ITEM, WANT_SECTION, WANT_CRITERION, WANT_TOP };

struct item_lookup {
    const struct criteria *criteria; // borrowed
    enum item_wanted wanted;
    enum diag_code unknown; // to report it with: CRITERION_UNKNOWN in what was received, ID_UNKNOWN
                            // in the evaluation
    size_t *left_out; // counts ids that are known and not asked here, which are no fault then;
                      // NULL: they are unknown
};

/*
 * The item that an id names, ignoring case.
 *
 * Reports: the lookup's code, with the nearest id. Says nothing of an unknown id where not all
 * criteria could be read.
 */
bool item_id_find(const struct binder *binder, const struct item_lookup *lookup, const char *id,
                  struct loc at, size_t *index);

/* The same for a text or a list of texts, as `criteria: [A, B]`; a repeat is taken once. Returns
 * whether all are known. */
bool item_ids_find(const struct binder *binder, const struct item_lookup *lookup,
                   const struct texts *ids, const size_t **indices, size_t *count);

#endif
