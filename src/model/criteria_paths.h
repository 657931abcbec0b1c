/*
 * Criteria paths: the files that an evaluation names as its criteria, so that they can be read
 * before anything is bound.
 *
 *     criteria: [ai-vendor, ours.yaml]        names one file, `ours.yaml`
 *
 * Source: FORMATS, "Criteria": a path ends in .yaml or .yml, or has a `/`.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_CRITERIA_PATHS_H
#define VOUCH_MODEL_CRITERIA_PATHS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct bundle;

/* Is it a path, not the name of built-in criteria? */
bool criteria_is_path(const char *name);

/* The path as a name in the bundle: `./ours.yaml` and `ours.yaml` are one. */
const char *criteria_path_name(const char *path);

/*
 * The paths in `criteria` of the bundle's evaluation.yaml as names in the bundle, in order. Faults
 * of the file are left to evaluation_bind(), which reads it again.
 */
const char **criteria_paths(struct arena *arena, const struct bundle *bundle, size_t *count);

#endif
