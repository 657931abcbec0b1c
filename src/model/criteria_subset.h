/*
 * Subsets: a short set of criteria that says it is part of a full one (`subset_of: ai-vendor`), so
 * that answers to the one carry over to the other.
 *
 * Source: FORMATS, "Criteria".
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_CRITERIA_SUBSET_H
#define VOUCH_MODEL_CRITERIA_SUBSET_H

#include "model/bind.h"
#include "model/criteria_file.h"
#include "model/criteria_tree.h"

struct bundle;

/*
 * Check each criterion of a file with `subset_of` against the full set: it is there, with the same
 * question, the same answers and the same `when`. Weights, sections and guidance may differ.
 *
 * full_ids: gets the folded ids of all criteria of the full sets.
 *
 * Reports: SUBSET_UNKNOWN with the nearest id, SUBSET_DIFFERS, CRITERIA_UNKNOWN, and what reading
 * the full set reports.
 */
void criteria_subsets_check(const struct binder *binder, const struct criteria_files *files,
                            const struct drafts *drafts, const struct bundle *bundle,
                            struct map *full_ids);

#endif
