/*
 * A project while it is bound: what the sources that bind its parts share.
 *
 * Only for those sources.
 * Layer: model. Pure.
 */
#ifndef VOUCH_MODEL_PROJECT_BINDING_H
#define VOUCH_MODEL_PROJECT_BINDING_H

#include "model/project.h"

#include <stdbool.h>
#include <stddef.h>

extern const char RESPONSES_FOLDER[]; // with its `/`

struct binding {
    struct arena *arena;
    struct diag_list *diags;
    struct bundle *bundle;
    struct project *project;
    struct response *responses;       // as the files came
    struct diag_list *response_diags; // per response
    size_t response_count;
    const char **unopened; // names of files of responses/ that could not be opened
    size_t unopened_count;
    bool is_unclear; // a response does not say whose it is
};

/* A file's name without folder and ending: the best guess at a vendor whose file cannot be read. */
const char *binding_stem(struct arena *arena, const char *name);

/* How many inputs lie in a folder of the bundle. */
size_t binding_count_inputs(const struct bundle *bundle, const char *folder);

/* The first response of a vendor, or NULL. */
const struct response *binding_find_response(const struct binding *binding, const char *id);

/* The ids of all offers. */
const char **binding_offer_ids(const struct binding *binding);

/* Is the list of vendors open? Without invitations it is that of the files, and one that cannot be
 * read may be anybody's: that has been said, and everything else follows from it. */
bool binding_is_list_open(const struct binding *binding);

/* Is it a vendor? Those that came uninvited may be spoken of; where the list is unclear, nobody is
 * blamed for it. Reports: VENDOR_UNKNOWN. */
bool binding_check_vendor(const struct binding *binding, const char *id, struct loc at);

#endif
