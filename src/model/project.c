#include "model/project.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "model/claim_doubts.h"
#include "model/clarifications.h"
#include "model/evaluation_record.h"
#include "model/panel_check.h"
#include "model/panel_doubts.h"
#include "model/price_check.h"
#include "model/project_binding.h"
#include "model/project_lock.h"
#include "model/project_notes.h"
#include "model/register.h"
#include "model/rival_names.h"
#include "read/bundle.h"

#include <string.h>

static const char FINDINGS[] = "findings/";
static const char ASSESSMENTS[] = "assessments/";

static void bind_responses(struct binding *binding)
{
    size_t count = binding_count_inputs(binding->bundle, RESPONSES_FOLDER);
    binding->responses = arena_alloc(binding->arena, count, sizeof *binding->responses);
    binding->response_diags = arena_alloc(binding->arena, count, sizeof *binding->response_diags);
    for (size_t i = 0; i < binding->bundle->count; i++) {
        const struct input *input = &binding->bundle->inputs[i];
        if (text_starts(input->name, RESPONSES_FOLDER)) {
            struct diag_list *diags = &binding->response_diags[binding->response_count];
            struct response *response = &binding->responses[binding->response_count++];
            diag_list_init(diags, binding->arena);
            response_bind(binding->arena, &binding->project->evaluation, input, diags, response);
        }
    }
}

/* The evidence files that responses name: a YAML or JSON file among them is no response. */
static void collect_evidence(const struct binding *binding, struct map *names)
{
    map_init(names, binding->arena);
    for (size_t i = 0; i < binding->response_count; i++) {
        const struct response *response = &binding->responses[i];
        for (size_t e = 0; e < response->evidence_count; e++) {
            const char *name = response->evidence[e].held_name;
            if (name != NULL && !text_equal(name, response->source)) {
                (void)map_add(names, name, i); // several may name it
            }
        }
    }
}

static void take_over(struct diag_list *diags, const struct diag_list *added)
{
    for (size_t i = 0; i < added->count; i++) {
        const struct diag *diag = added->diags[i];
        struct diag *copy = diag_add(diags, diag->code, diag->at, "%s", diag->message);
        copy->label = diag->label;
        copy->help = diag->help;
    }
}

/* Keep what is a response, with its faults; nor is an evidence file one that cannot be opened. */
static void keep_responses(struct binding *binding)
{
    struct map evidence;
    collect_evidence(binding, &evidence);
    size_t kept = 0;
    for (size_t i = 0; i < binding->response_count; i++) {
        const struct response *response = &binding->responses[i];
        if (response->id == NULL && map_find(&evidence, response->source, NULL)) {
            continue;
        }
        take_over(binding->diags, &binding->response_diags[i]);
        binding->responses[kept++] = *response;
    }
    binding->response_count = kept;
    size_t unopened = 0;
    for (size_t i = 0; i < binding->unopened_count; i++) {
        if (!map_find(&evidence, binding->unopened[i], NULL)) {
            binding->unopened[unopened++] = binding->unopened[i];
        }
    }
    binding->unopened_count = unopened;
}

/* Two files with one id are one diagnostic, and neither is scored. */
static void refuse_duplicates(struct binding *binding)
{
    for (size_t i = 0; i < binding->response_count; i++) {
        struct response *second = &binding->responses[i];
        for (size_t j = 0; j < i; j++) {
            struct response *first = &binding->responses[j];
            if (first->id == NULL || second->id == NULL ||
                !text_equal_ignoring_case(first->id, second->id)) {
                continue;
            }
            diag_add(binding->diags, DIAG_VENDOR_DUPLICATE, second->at,
                     "`%s` is the vendor of %s, too; neither is scored",
                     text_brief(binding->arena, second->id, 40), first->source);
            first->sound = false;
            second->sound = false;
            break;
        }
    }
}

/* A vendor whose id could not be read is called by its file, if nobody else is called so. */
static void name_the_nameless(struct binding *binding)
{
    for (size_t i = 0; i < binding->response_count; i++) {
        struct response *response = &binding->responses[i];
        if (response->id == NULL) {
            const char *stem = binding_stem(binding->arena, response->source);
            bool is_taken = binding_find_response(binding, stem) != NULL;
            binding->is_unclear = true;
            response->id = is_taken ? response->source : stem;
        }
    }
}

static bool bind_finding_file(struct binding *binding, const struct input *input)
{
    struct project *project = binding->project;
    struct loc at = {.source = input->name};
    const char *vendor = findings_vendor(binding->arena, input, binding->diags, &at);
    if (vendor == NULL) {
        return false;
    }
    struct offer *offer = project_find_offer(binding->project, vendor);
    if (offer == NULL) {
        return binding_check_vendor(binding, vendor, at);
    }
    if (!offer->response.sound) {
        return true; // nothing to hold them against
    }
    if (offer->findings.source != NULL) {
        diag_add(binding->diags, DIAG_FINDING_BAD, at, "the findings on `%s` stand in %s already",
                 offer->id, offer->findings.source);
        return false;
    }
    return findings_bind(binding->arena, &project->evaluation, &offer->response, input,
                         binding->diags, &offer->findings);
}

static bool bind_findings(struct binding *binding)
{
    struct project *project = binding->project;
    for (size_t i = 0; i < project->offer_count; i++) {
        struct offer *offer = &project->offers[i];
        if (offer->response.sound) {
            findings_init(binding->arena, &project->evaluation, &offer->response, &offer->findings);
        }
    }
    bool sound = true;
    for (size_t i = 0; i < binding->bundle->count; i++) {
        const struct input *input = &binding->bundle->inputs[i];
        if (text_starts(input->name, FINDINGS)) {
            sound = bind_finding_file(binding, input) && sound;
        }
    }
    return sound;
}

/* The vendors that are marked take part; what is moderated stands in one file only (RULES 12). */
static bool check_marks(struct binding *binding, const struct assessment *assessment,
                        const char **moderated_in)
{
    bool sound = true;
    for (size_t i = 0; i < assessment->admission_count; i++) {
        const struct admission *admission = &assessment->admissions[i];
        if (project_find_offer(binding->project, admission->vendor) == NULL) {
            sound = binding_check_vendor(binding, admission->vendor, admission->vendor_at) && sound;
        }
    }
    for (size_t i = 0; i < assessment->mark_count; i++) {
        const struct mark *mark = &assessment->marks[i];
        if (project_find_offer(binding->project, mark->vendor) == NULL) {
            sound = binding_check_vendor(binding, mark->vendor, mark->vendor_at) && sound;
        }
        if (!mark->moderated || text_equal(*moderated_in, assessment->source)) {
            continue;
        }
        if (*moderated_in != NULL) {
            diag_add(binding->diags, DIAG_MARK_BAD, mark->vendor_at,
                     "marks are moderated in %s already, and in one file only", *moderated_in);
            return false;
        }
        *moderated_in = assessment->source;
    }
    return sound;
}

/* One file an evaluator. */
static bool check_evaluator(struct binding *binding, const struct assessment *assessment)
{
    const struct project *project = binding->project;
    for (size_t i = 0; assessment->evaluator != NULL && i + 1 < project->assessment_count; i++) {
        const struct assessment *earlier = &project->assessments[i];
        if (text_equal(earlier->evaluator, assessment->evaluator)) {
            diag_add(binding->diags, DIAG_ID_DUPLICATE, assessment->at,
                     "`%s` is the evaluator of %s, too",
                     text_brief(binding->arena, assessment->evaluator, 40), earlier->source);
            return false;
        }
    }
    return true;
}

static bool bind_assessments(struct binding *binding)
{
    struct project *project = binding->project;
    size_t count = binding_count_inputs(binding->bundle, ASSESSMENTS);
    const char *moderated_in = NULL;
    project->assessments = arena_alloc(binding->arena, count, sizeof *project->assessments);
    bool sound = true;
    for (size_t i = 0; i < binding->bundle->count; i++) {
        const struct input *input = &binding->bundle->inputs[i];
        if (!text_starts(input->name, ASSESSMENTS)) {
            continue;
        }
        struct assessment *assessment = &project->assessments[project->assessment_count++];
        sound = assessment_bind(binding->arena, &project->evaluation, input, binding->diags,
                                assessment) &&
                sound;
        sound = check_evaluator(binding, assessment) && sound;
        sound = check_marks(binding, assessment, &moderated_in) && sound;
    }
    return panel_check(project, binding->diags) && sound;
}

/* Vendors that the evaluation itself speaks of. */
static bool check_vendors(struct binding *binding)
{
    const struct project *project = binding->project;
    const struct binder binder = {.arena = binding->arena, .diags = binding->diags};
    size_t before = binding->diags->errors;
    if (project->evaluation.invited_unclear) {
        return false;
    }
    if (binding_is_list_open(binding)) {
        return true;
    }
    evaluation_check_vendors(&binder, &project->evaluation, binding_offer_ids(binding),
                             project->offer_count);
    return binding->diags->errors == before;
}

static bool any_scored(const struct project *project)
{
    for (size_t i = 0; i < project->offer_count; i++) {
        if (project->offers[i].state == OFFER_SCORED) {
            return true;
        }
    }
    return false;
}

/* The files of responses/ that stayed outside the bundle: what has been reported before anything is
 * bound is about files. A file of another kind may be evidence, and is a response only where it is
 * called like somebody who was invited. */
static void note_unopened(struct binding *binding)
{
    const struct diag_list *diags = binding->diags;
    const char **names = arena_alloc(binding->arena, diags->count, sizeof *names);
    for (size_t i = 0; i < diags->count; i++) {
        const struct diag *diag = diags->diags[i];
        if (diag->at.source == NULL || !text_starts(diag->at.source, RESPONSES_FOLDER) ||
            bundle_find(binding->bundle, diag->at.source) != NULL) {
            continue;
        }
        bool is_error = diag_code_severity(diag->code) == DIAG_ERROR;
        if (is_error || diag->code == DIAG_FORMAT_UNKNOWN) {
            names[binding->unopened_count++] = diag->at.source;
        }
        binding->is_unclear = binding->is_unclear || is_error;
    }
    binding->unopened = names;
}

bool project_bind_plan(struct arena *arena, struct bundle *bundle, struct date as_of,
                       struct diag_list *diags, struct project *project)
{
    const struct binder binder = {.arena = arena, .diags = diags};
    *project = (struct project){.bundle = bundle};
    bool sound = evaluation_bind(arena, bundle, as_of, diags, &project->evaluation);
    return project_lock_bind(&binder, sound, project) && sound;
}

struct offer *project_find_offer(const struct project *project, const char *id)
{
    for (size_t i = 0; i < project->offer_count; i++) {
        if (text_equal_ignoring_case(project->offers[i].id, id)) {
            return &project->offers[i];
        }
    }
    return NULL;
}

size_t project_count_responses(const struct bundle *bundle)
{
    return binding_count_inputs(bundle, RESPONSES_FOLDER);
}

/* Evaluation, responses, clarifications, findings: what there is to judge. */
static bool bind_offers(struct binding *binding, struct date as_of)
{
    struct project *project = binding->project;
    note_unopened(binding);
    bool sound = project_bind_plan(binding->arena, binding->bundle, as_of, binding->diags, project);
    bind_responses(binding);
    keep_responses(binding);
    refuse_duplicates(binding);
    name_the_nameless(binding);
    register_offers(binding);
    sound = clarifications_bind(binding) && sound;
    if (sound) {
        const struct binder binder = {.arena = binding->arena, .diags = binding->diags};
        sound = price_check_bids(&binder, project);
    }
    return bind_findings(binding) && sound;
}

/* Everything is bound that is to be: what is doubtful in it, and whether it can be scored. */
static bool conclude(struct binding *binding, bool sound)
{
    const struct project *project = binding->project;
    struct diag_list *diags = binding->diags;
    sound = check_vendors(binding) && sound;
    if (sound) {
        project_lock_report(project, diags);
        panel_note_doubts(project, diags);
        claim_doubts_report(project, diags);
        rival_names_report(project, diags);
        project_note_uncomputed(project, diags);
    }
    bool any = any_scored(project);
    // Where criteria or evaluation are faulty, responses may be so for that alone.
    if (!any && (sound || binding->response_count == 0)) {
        diag_add(diags, DIAG_RESPONSES_NONE, (struct loc){.source = project->evaluation.source},
                 "%s",
                 project->offer_count == 0 ? "there is no response in responses/"
                                           : "no response can be scored");
    }
    return sound && any;
}

bool project_bind_offers(struct arena *arena, struct bundle *bundle, struct date as_of,
                         struct diag_list *diags, struct project *project)
{
    struct binding binding = {.arena = arena, .diags = diags, .bundle = bundle, .project = project};
    bool sound = bind_offers(&binding, as_of);
    return conclude(&binding, sound);
}

bool project_bind(struct arena *arena, struct bundle *bundle, struct date as_of,
                  struct diag_list *diags, struct project *project)
{
    struct binding binding = {.arena = arena, .diags = diags, .bundle = bundle, .project = project};
    bool sound = bind_offers(&binding, as_of);
    sound = bind_assessments(&binding) && sound;
    return conclude(&binding, sound);
}

const char **project_evidence_files(struct arena *arena, const struct project *project,
                                    size_t *count)
{
    size_t most = 0;
    for (size_t i = 0; i < project->offer_count; i++) {
        most += project->offers[i].response.evidence_count;
    }
    const char **names = arena_alloc(arena, most, sizeof *names);
    *count = 0;
    for (size_t i = 0; i < project->offer_count; i++) {
        const struct response *response = &project->offers[i].response;
        for (size_t e = 0; e < response->evidence_count; e++) {
            if (response->evidence[e].held_name != NULL) {
                names[(*count)++] = response->evidence[e].held_name;
            }
        }
    }
    return names;
}

/* A file that was promised and has not come. What a finding has held, seen or rejected is settled,
 * and what only we can produce does not count anyway, which has been said. */
static void check_missing(const struct criteria *criteria, const struct offer *offer, size_t index,
                          struct diag_list *diags)
{
    const struct evidence *evidence = &offer->response.evidence[index];
    const struct evidence_finding *finding = &offer->findings.evidence[index];
    bool is_settled = finding->held || finding->seen || finding->verdict == VERDICT_REJECTED;
    bool is_ours = !evidence->kind_unknown && criteria->kinds[evidence->kind].buyer_only;
    if (is_settled || is_ours ||
        diag_list_has_error_in(diags, evidence->held_name)) { // there, but unreadable
        return;
    }
    struct diag *diag = diag_add(diags, DIAG_EVIDENCE_MISSING, evidence->file_at,
                                 "`%s` is not there, so that `%s` counts as stated at most",
                                 text_brief(diags->arena, evidence->file, 40),
                                 text_brief(diags->arena, evidence->id, 40));
    diag_help(diags, diag, "put it at %s, or say in the findings that it was held or seen",
              text_brief(diags->arena, evidence->held_name, 80));
}

static void check_digest(const struct offer *offer, const struct evidence *evidence,
                         const struct held_file *held, struct diag_list *diags)
{
    if (evidence->has_digest && !digest_equal(held->digest, evidence->digest)) {
        struct diag *diag = diag_add(diags, DIAG_EVIDENCE_DIGEST, evidence->at,
                                     "`%s` differs from the digest that %s gave", evidence->file,
                                     offer->id);
        diag_help(diags, diag, "until that is settled it counts as not there");
    }
}

void project_check_evidence(const struct project *project, struct diag_list *diags)
{
    for (size_t i = 0; i < project->offer_count; i++) {
        const struct offer *offer = &project->offers[i];
        for (size_t e = 0; e < offer->response.evidence_count; e++) {
            const struct evidence *evidence = &offer->response.evidence[e];
            const struct held_file *held = evidence->held_name == NULL
                                               ? NULL
                                               : bundle_find_held(project->bundle,
                                                                  evidence->held_name);
            if (held != NULL) {
                check_digest(offer, evidence, held, diags);
            } else if (evidence->held_name != NULL && offer->state == OFFER_SCORED) {
                check_missing(&project->evaluation.criteria, offer, e, diags);
            }
        }
    }
}
