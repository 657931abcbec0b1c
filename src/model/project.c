#include "model/project.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "model/evaluation_record.h"
#include "model/project_notes.h"
#include "read/bundle.h"

#include <string.h>

static const char RESPONSES[] = "responses/";
static const char FINDINGS[] = "findings/";
static const char ASSESSMENTS[] = "assessments/";

/* A project while it is bound. */
struct binding {
    struct arena *arena;
    struct diag_list *diags;
    struct bundle *bundle;
    struct project *project;
    struct response *responses;       // as the files came
    struct diag_list *response_diags; // per response
    size_t response_count;
    bool is_unclear; // a response does not say whose it is
};

/* A file's name without folder and ending: the best guess at a vendor whose file cannot be read. */
static const char *stem_of(struct arena *arena, const char *name)
{
    const char *slash = strrchr(name, '/');
    const char *start = slash == NULL ? name : slash + 1;
    const char *dot = strrchr(start, '.');
    return arena_text(arena, start, dot == NULL ? strlen(start) : (size_t)(dot - start));
}

static size_t count_inputs(const struct bundle *bundle, const char *folder)
{
    size_t count = 0;
    for (size_t i = 0; i < bundle->count; i++) {
        count += text_starts(bundle->inputs[i].name, folder);
    }
    return count;
}

static void bind_responses(struct binding *binding)
{
    size_t count = count_inputs(binding->bundle, RESPONSES);
    binding->responses = arena_alloc(binding->arena, count, sizeof *binding->responses);
    binding->response_diags = arena_alloc(binding->arena, count, sizeof *binding->response_diags);
    for (size_t i = 0; i < binding->bundle->count; i++) {
        const struct input *input = &binding->bundle->inputs[i];
        if (text_starts(input->name, RESPONSES)) {
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

/* Keep what is a response, with its faults. */
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

/* The first response of a vendor, or NULL. */
static const struct response *response_of(const struct binding *binding, const char *id)
{
    for (size_t i = 0; i < binding->response_count; i++) {
        const char *other = binding->responses[i].id;
        if (other != NULL && text_equal_ignoring_case(other, id)) {
            return &binding->responses[i];
        }
    }
    return NULL;
}

/* A vendor whose id could not be read is called by its file, if nobody else is called so. */
static void name_the_nameless(struct binding *binding)
{
    for (size_t i = 0; i < binding->response_count; i++) {
        struct response *response = &binding->responses[i];
        if (response->id == NULL) {
            const char *stem = stem_of(binding->arena, response->source);
            bool is_taken = response_of(binding, stem) != NULL;
            binding->is_unclear = true;
            response->id = is_taken ? response->source : stem;
        }
    }
}

static bool is_late(const struct evaluation *evaluation, const struct invited *invited)
{
    if (invited == NULL || !invited->has_received || !evaluation->has_answers_due) {
        return false;
    }
    const struct moment *due = &evaluation->answers_due;
    bool whole_days = !due->has_time || !invited->received.has_time;
    return (whole_days ? date_compare(invited->received.date, due->date)
                       : moment_compare(invited->received, *due)) > 0;
}

static struct offer *add_offer(struct binding *binding, const char *id)
{
    struct offer *offer = &binding->project->offers[binding->project->offer_count++];
    *offer = (struct offer){.id = id, .name = id, .state = OFFER_MISSING};
    return offer;
}

static void fill_offer(struct offer *offer, const struct response *response)
{
    offer->response = *response;
    offer->id = response->id;
    offer->name = response->name == NULL ? response->id : response->name;
    offer->state = response->sound ? OFFER_SCORED : OFFER_FAULTY;
}

static void place_invited(struct binding *binding)
{
    const struct evaluation *evaluation = &binding->project->evaluation;
    for (size_t i = 0; i < evaluation->invited_count; i++) {
        const struct invited *invited = &evaluation->invited[i];
        const struct response *response = response_of(binding, invited->id);
        struct offer *offer = add_offer(binding, invited->id);
        offer->invited = invited;
        if (response == NULL) {
            diag_add(binding->diags, DIAG_RESPONSE_MISSING, invited->at,
                     "`%s` was invited and has no response",
                     text_brief(binding->arena, invited->id, 40));
            continue;
        }
        fill_offer(offer, response);
        if (is_late(evaluation, invited)) {
            offer->state = OFFER_LATE;
            diag_add(binding->diags, DIAG_RESPONSE_LATE, invited->at,
                     "the response of `%s` was received after answers were due; it is not scored",
                     text_brief(binding->arena, invited->id, 40));
        }
    }
}

static bool is_invited(const struct evaluation *evaluation, const char *id)
{
    for (size_t i = 0; i < evaluation->invited_count; i++) {
        if (text_equal_ignoring_case(evaluation->invited[i].id, id)) {
            return true;
        }
    }
    return false;
}

/* Offers in order: as invited; without invitations as the files came, one a vendor. */
static void place_offers(struct binding *binding)
{
    struct project *project = binding->project;
    size_t most = project->evaluation.invited_count + binding->response_count;
    project->offers = arena_alloc(binding->arena, most, sizeof *project->offers);
    place_invited(binding);
    for (size_t i = 0; i < binding->response_count; i++) {
        const struct response *response = &binding->responses[i];
        if (project->evaluation.invited_count == 0) {
            if (response_of(binding, response->id) == response) {
                fill_offer(add_offer(binding, response->id), response);
            }
        } else if (response->name != NULL && !project->evaluation.invited_unclear &&
                   !is_invited(&project->evaluation, response->id)) {
            diag_add(binding->diags, DIAG_RESPONSE_NOT_INVITED, response->at,
                     "`%s` was not invited; its response is not scored",
                     text_brief(binding->arena, response->id, 40));
        }
    }
}

static struct offer *offer_of(const struct project *project, const char *id)
{
    for (size_t i = 0; i < project->offer_count; i++) {
        if (text_equal_ignoring_case(project->offers[i].id, id)) {
            return &project->offers[i];
        }
    }
    return NULL;
}

static const char **offer_ids(const struct binding *binding)
{
    const struct project *project = binding->project;
    const char **ids = arena_alloc(binding->arena, project->offer_count, sizeof *ids);
    for (size_t i = 0; i < project->offer_count; i++) {
        ids[i] = project->offers[i].id;
    }
    return ids;
}

/* Is the list of vendors open? Without invitations it is that of the files, and one that cannot be
 * read may be anybody's: that has been said, and everything else follows from it. */
static bool is_list_open(const struct binding *binding)
{
    return binding->is_unclear && binding->project->evaluation.invited_count == 0;
}

/* Reports who is not among the vendors. Those that came uninvited may be spoken of; where the list
 * is unclear, nobody is blamed for it. */
static bool check_vendor(const struct binding *binding, const char *id, struct loc at)
{
    const struct project *project = binding->project;
    if (response_of(binding, id) != NULL || project->evaluation.invited_unclear ||
        is_list_open(binding)) {
        return true;
    }
    struct diag *diag = diag_add(binding->diags, DIAG_VENDOR_UNKNOWN, at,
                                 "`%s` is not a vendor of this evaluation",
                                 text_brief(binding->arena, id, 40));
    const char *closest = text_closest(binding->arena, id, offer_ids(binding),
                                       project->offer_count);
    if (closest != NULL) {
        diag_help(binding->diags, diag, "did you mean `%s`?", closest);
    }
    return false;
}

static bool bind_finding_file(struct binding *binding, const struct input *input)
{
    struct project *project = binding->project;
    struct loc at = {.source = input->name};
    const char *vendor = findings_vendor(binding->arena, input, binding->diags, &at);
    if (vendor == NULL) {
        return false;
    }
    struct offer *offer = offer_of(project, vendor);
    if (offer == NULL) {
        return check_vendor(binding, vendor, at);
    }
    if (offer->state == OFFER_MISSING || offer->state == OFFER_FAULTY) {
        return true; // nothing sound to hold them against
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
        if (offer->state == OFFER_SCORED || offer->state == OFFER_LATE) {
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
    for (size_t i = 0; i < assessment->mark_count; i++) {
        const struct mark *mark = &assessment->marks[i];
        if (offer_of(binding->project, mark->vendor) == NULL) {
            sound = check_vendor(binding, mark->vendor, mark->vendor_at) && sound;
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
    size_t count = count_inputs(binding->bundle, ASSESSMENTS);
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
    return sound;
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
    if (is_list_open(binding)) {
        return true;
    }
    evaluation_check_vendors(&binder, &project->evaluation, offer_ids(binding),
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

/* Did a file of responses/ stay outside the bundle? What has been reported before anything is bound
 * is about files. */
static bool any_unread(const struct diag_list *diags)
{
    for (size_t i = 0; i < diags->count; i++) {
        const struct diag *diag = diags->diags[i];
        if (diag_code_severity(diag->code) == DIAG_ERROR && diag->at.source != NULL &&
            text_starts(diag->at.source, RESPONSES)) {
            return true;
        }
    }
    return false;
}

bool project_bind(struct arena *arena, struct bundle *bundle, struct date as_of,
                  struct diag_list *diags, struct project *project)
{
    *project = (struct project){.bundle = bundle};
    struct binding binding = {.arena = arena,
                              .diags = diags,
                              .bundle = bundle,
                              .project = project,
                              .is_unclear = any_unread(diags)};
    bool sound = evaluation_bind(arena, bundle, as_of, diags, &project->evaluation);
    bind_responses(&binding);
    keep_responses(&binding);
    refuse_duplicates(&binding);
    name_the_nameless(&binding);
    place_offers(&binding);
    sound = bind_findings(&binding) && sound;
    sound = bind_assessments(&binding) && sound;
    sound = check_vendors(&binding) && sound;
    if (sound) {
        project_note_uncomputed(project, diags);
    }
    bool any = any_scored(project);
    // Where criteria or evaluation are faulty, responses may be so for that alone.
    if (!any && (sound || binding.response_count == 0)) {
        diag_add(diags, DIAG_RESPONSES_NONE, (struct loc){.source = project->evaluation.source},
                 "%s",
                 project->offer_count == 0 ? "there is no response in responses/"
                                           : "no response can be scored");
    }
    return sound && any;
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
