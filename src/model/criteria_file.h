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
    const struct node *header, *scales, *kinds, *drop, *tree;
};

struct criteria_files {
    struct criteria_file *files; // evidence.yaml first, then as the evaluation names them
    size_t count;
    bool complete; // all of them could be read
};

/*
 * Read the files that `criteria` names. Built-in files that are used are added to the bundle.
 *
 * Reports: CRITERIA_UNKNOWN, VALUE_KIND, KEY_UNKNOWN, and whatever reading a document reports.
 */
void criteria_files_read(const struct binder *binder, const struct node *value,
                         struct bundle *bundle, struct criteria_files *files);

#endif
