/*
 * Coverage: which items of the frameworks the criteria refer to, and which they leave out.
 *
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_COVERAGE_H
#define VOUCH_MODEL_COVERAGE_H

#include "model/framework.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct criteria;

/* How an item of a framework stands. */
enum coverage_state {
    COVERAGE_ASKED,     // a criterion refers to it
    COVERAGE_ELSEWHERE, // none of these does, but one of the whole catalogue
    COVERAGE_NOT_ASKED, // the framework's file says why nobody asks for it
    COVERAGE_OPEN       // nothing asks for it, and no reason is given
};

/* One item or group of a framework. */
struct coverage_row {
    const struct framework_item *item;
    enum coverage_state state;
    const char *const *ids; // ASKED: ids of the criteria that refer to it; ELSEWHERE: of the others
    size_t id_count;
};

struct framework_coverage {
    const struct framework *framework;
    const struct coverage_row *rows; // one an item, in the framework's order
    size_t count;
    size_t leaves;    // items that are no groups
    size_t asked;     // of them: ASKED
    size_t elsewhere; // ELSEWHERE
    size_t open;      // OPEN
};

struct coverage {
    const struct framework_coverage *frameworks; // in the order of `frameworks`
    size_t count;
};

/* A group that nobody refers to is only a heading over its items. */
bool coverage_is_heading(const struct coverage_row *row);

/*
 * Hold criteria against frameworks.
 *
 * whole:      the whole catalogue, for what these criteria leave to others.
 * frameworks: those to look at; they outlive the result.
 */
void coverage_find(struct arena *arena, const struct criteria *criteria,
                   const struct criteria *whole, const struct frameworks *frameworks,
                   struct coverage *coverage);

#endif
