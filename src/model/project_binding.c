#include "model/project_binding.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "read/bundle.h"

#include <string.h>

const char RESPONSES_FOLDER[] = "responses/";

const char *binding_stem(struct arena *arena, const char *name)
{
    const char *slash = strrchr(name, '/');
    const char *start = slash == NULL ? name : slash + 1;
    const char *dot = strrchr(start, '.');
    return arena_text(arena, start, dot == NULL ? strlen(start) : (size_t)(dot - start));
}

size_t binding_count_inputs(const struct bundle *bundle, const char *folder)
{
    size_t count = 0;
    for (size_t i = 0; i < bundle->count; i++) {
        count += text_starts(bundle->inputs[i].name, folder);
    }
    return count;
}

const struct response *binding_find_response(const struct binding *binding, const char *id)
{
    for (size_t i = 0; i < binding->response_count; i++) {
        const char *other = binding->responses[i].id;
        if (other != NULL && text_equal_ignoring_case(other, id)) {
            return &binding->responses[i];
        }
    }
    return NULL;
}

const char **binding_offer_ids(const struct binding *binding)
{
    const struct project *project = binding->project;
    const char **ids = arena_alloc(binding->arena, project->offer_count, sizeof *ids);
    for (size_t i = 0; i < project->offer_count; i++) {
        ids[i] = project->offers[i].id;
    }
    return ids;
}

bool binding_is_list_open(const struct binding *binding)
{
    return binding->is_unclear && binding->project->evaluation.invited_count == 0;
}

bool binding_check_vendor(const struct binding *binding, const char *id, struct loc at)
{
    if (project_find_offer(binding->project, id) != NULL ||
        binding_find_response(binding, id) != NULL ||
        binding->project->evaluation.invited_unclear || binding_is_list_open(binding)) {
        return true;
    }
    struct diag *diag = diag_add(binding->diags, DIAG_VENDOR_UNKNOWN, at,
                                 "`%s` is not a vendor of this evaluation",
                                 text_brief(binding->arena, id, 40));
    const char *closest = text_closest(binding->arena, id, binding_offer_ids(binding),
                                       binding->project->offer_count);
    if (closest != NULL) {
        diag_help(binding->diags, diag, "did you mean `%s`?", closest);
    }
    return false;
}
