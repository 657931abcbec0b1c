#include "model/clarifications.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "model/bind.h"
#include "model/clarification.h"
#include "read/bundle.h"

#include <stdlib.h>

static const char CLARIFICATIONS[] = "clarifications/";

static int by_number(const void *a, const void *b)
{
    const struct clarification_file *first = a;
    const struct clarification_file *second = b;
    unsigned one = first->clarification.number;
    unsigned other = second->clarification.number;
    return one < other ? -1 : one > other;
}

/* Numbers are what people call them by. */
static bool check_number(const struct binding *binding, const struct clarification_file *files,
                         size_t index)
{
    const struct clarification *this = &files[index].clarification;
    for (size_t i = 0; this->number > 0 && i < index; i++) {
        const struct clarification *earlier = &files[i].clarification;
        if (earlier->number == this->number) {
            diag_add(binding->diags, DIAG_CLARIFICATION_BAD, this->at,
                     "%u is the number of %s, too", this->number, earlier->source);
            return false;
        }
    }
    return true;
}

static bool bind_file(const struct binding *binding, const struct input *input,
                      struct clarification_file *file)
{
    bool sound = clarification_bind(binding->arena, input, binding->diags, file);
    struct clarification *clarification = &file->clarification;
    if (clarification->to == NULL) {
        return sound;
    }
    const struct offer *offer = project_find_offer(binding->project, clarification->to);
    if (offer == NULL) {
        return binding_check_vendor(binding, clarification->to, clarification->to_at) && sound;
    }
    clarification->to = offer->id;
    return sound;
}

/* All files, by number. */
static struct clarification_file *bind_files(const struct binding *binding, size_t *count,
                                             bool *sound)
{
    size_t most = binding_count_inputs(binding->bundle, CLARIFICATIONS);
    struct clarification_file *files = arena_alloc(binding->arena, most, sizeof *files);
    *count = 0;
    for (size_t i = 0; i < binding->bundle->count; i++) {
        const struct input *input = &binding->bundle->inputs[i];
        if (text_starts(input->name, CLARIFICATIONS)) {
            *sound = bind_file(binding, input, &files[*count]) && *sound;
            *sound = check_number(binding, files, *count) && *sound;
            (*count)++;
        }
    }
    if (*count > 0) {
        qsort(files, *count, sizeof *files, by_number);
    }
    return files;
}

/* The clarifications in the order in which they hold: by day, on one day by number. */
static size_t *order_of_days(const struct binding *binding)
{
    const struct project *project = binding->project;
    size_t *order = arena_alloc(binding->arena, project->clarification_count, sizeof *order);
    for (size_t i = 0; i < project->clarification_count; i++) {
        struct date day = clarification_day(&project->clarifications[i]);
        size_t at = i;
        for (; at > 0; at--) {
            struct date before = clarification_day(&project->clarifications[order[at - 1]]);
            if (!date_is_given(before) || !date_is_given(day) || date_compare(before, day) <= 0) {
                break;
            }
            order[at] = order[at - 1];
        }
        order[at] = i;
    }
    return order;
}

/* Only a response that was read has something to lay it over. */
static void lay_over(const struct binding *binding, const struct clarification_file *files,
                     size_t index)
{
    const struct binder binder = {.arena = binding->arena, .diags = binding->diags};
    struct project *project = binding->project;
    const struct clarification *clarification = &project->clarifications[index];
    struct offer *offer = clarification->to == NULL
                              ? NULL
                              : project_find_offer(binding->project, clarification->to);
    if (offer != NULL && offer->response.sound) {
        clarification_lay_over(&binder, &project->evaluation.criteria, &files[index].amendment,
                               project->clarifications, index, &offer->response);
    }
}

/* A question whose day is past and that has no answer. */
static void check_open(const struct binding *binding, const struct clarification *clarification)
{
    struct date as_of = binding->project->evaluation.as_of;
    struct date deadline = clarification_deadline(clarification);
    if (!clarification_is_answered(clarification) && date_is_given(as_of) &&
        date_is_given(deadline) && date_compare(deadline, as_of) < 0) {
        diag_add(binding->diags, DIAG_CLARIFICATION_OPEN, clarification->at,
                 "clarification %u has no answer, which was due on %s", clarification->number,
                 date_iso(binding->arena, deadline));
    }
}

bool clarifications_bind(struct binding *binding)
{
    struct project *project = binding->project;
    size_t before = binding->diags->errors;
    bool sound = true;
    size_t count = 0;
    const struct clarification_file *files = bind_files(binding, &count, &sound);
    project->clarifications = arena_alloc(binding->arena, count, sizeof *project->clarifications);
    project->clarification_count = count;
    for (size_t i = 0; i < count; i++) {
        project->clarifications[i] = files[i].clarification;
    }
    const size_t *order = order_of_days(binding);
    for (size_t i = 0; i < count; i++) {
        lay_over(binding, files, order[i]);
    }
    for (size_t i = 0; i < count; i++) {
        check_open(binding, &project->clarifications[i]);
    }
    return sound && binding->diags->errors == before;
}
