/*
 * The files that criteria are made of: built-in ones, the evaluation's own, and evidence kinds.
 *
 * Source: FORMATS, "Criteria".
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_CRITERIA_FILE_H
#define VOUCH_MODEL_CRITERIA_FILE_H

#include "model/bind.h"

#include <stdbool.h>
#include <stddef.h>

struct bundle;
struct node;

/* One file, taken apart. What it does not have is NULL. */
struct criteria_file {
    const char *name; // of its input
    const struct node *header, *scales, *kinds, *classes, *wordings, *views, *frameworks, *drop,
        *tree;
};

struct criteria_files {
    struct criteria_file *files; // what criteria always have first, then as the evaluation names
                                 // them, each behind those that it extends
    size_t count, capacity;
    bool own_kinds, own_views; // of the evaluation's, instead of the built-in ones
    bool complete;             // all of them could be read
};

/*
 * Read what criteria always have (kinds of evidence, classes of claims, views) and the files that
 * `criteria` names. Built-in files that are used are added to the bundle.
 *
 * Reports: CRITERIA_UNKNOWN, CRITERIA_CLASH (files that extend each other in a circle), VALUE_KIND,
 * KEY_UNKNOWN, and whatever reading a document reports.
 */
void criteria_files_read(const struct binder *binder, const struct node *value,
                         struct bundle *bundle, struct criteria_files *files);

#endif
