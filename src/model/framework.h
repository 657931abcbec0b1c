/*
 * Frameworks: laws, standards and lists that criteria refer to, as `NIST-AI-RMF:GOVERN-2.3`.
 *
 * A framework is known by the part before the colon. It holds ids and short topics in our own
 * words, its edition, and its status on a day; laws move, so nothing is said without the day for
 * which it holds. References are pointers for the reader and move no score.
 *
 *     NIST-AI-RMF            framework
 *       GOVERN               group (may itself be referred to)
 *         GOVERN-1.1         item
 *
 * Source: criteria/frameworks/, one file a framework; a criteria file of one's own may add some
 * under `frameworks`, a list of maps of the same form.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_FRAMEWORK_H
#define VOUCH_MODEL_FRAMEWORK_H

#include "base/date.h"
#include "base/loc.h"
#include "base/map.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct binder;
struct node;

enum framework_status {
    FRAMEWORK_CURRENT,    // a standard or list in its valid edition
    FRAMEWORK_IN_FORCE,   // a law that applies
    FRAMEWORK_NOT_YET,    // "not yet applicable": passed, applies later
    FRAMEWORK_DRAFT,      // not passed
    FRAMEWORK_STAYED,     // on the books, not enforced
    FRAMEWORK_SUPERSEDED, // another took its place
    FRAMEWORK_WITHDRAWN,  // rescinded or taken back
    FRAMEWORK_STATUS_COUNT
};
const char *framework_status_word(enum framework_status status);

/* An item or a group of items, in the order of the file, a group before its items. */
struct framework_item {
    const char *id;
    const char *topic;
    enum framework_status status; // the framework's, unless said otherwise
    struct date applies;          // first day of application; year 0: not said
    const char *note;             // NULL: none
    const char *not_asked;        // why no built-in criterion asks for it; NULL: not said
    size_t item_count;            // of a group: items behind it; 0: no group
    size_t depth;                 // 0, or 1 within a group
    struct loc at;
};

struct framework {
    const char *id;
    const char *title;
    const char *publisher; // NULL: not said
    const char *edition;   // NULL: not said
    enum framework_status status;
    struct date as_of;  // the day for which the status holds; year 0: not said
    const char *source; // NULL: not said
    const char *note;   // NULL: none
    const struct framework_item *items;
    size_t count;
    struct map by_id; // folded id -> index
    struct loc at;
};

struct frameworks {
    struct framework *frameworks;
    size_t count, capacity;
};

/*
 * Add a framework from its map (`id`, `title`, …, `items`).
 *
 * Reports: KEY_*, VALUE_KIND, ID_BAD, ID_DUPLICATE, WORD_UNKNOWN, DATE_BAD, CRITERIA_EMPTY.
 */
bool framework_bind(const struct binder *binder, const struct node *node,
                    struct frameworks *frameworks);

/* The framework of an id, ignoring case, among those that were bound; NULL where there is none. */
const struct framework *framework_find(const struct frameworks *frameworks, const char *id);

/* Whether it has an item or group of this id, ignoring case. */
bool framework_find_item(struct arena *scratch, const struct framework *framework, const char *id,
                         size_t *index);

#endif
