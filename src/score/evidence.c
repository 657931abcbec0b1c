#include "score/evidence.h"

#include "base/arena.h"
#include "base/index.h"
#include "base/text.h"
#include "read/bundle.h"
#include "score/measurement.h"

/* Whose a piece of evidence is. */
enum owner { OWNER_VENDOR, OWNER_SUBPROCESSOR, OWNER_OTHER };

static bool is_same_name(struct arena *arena, const char *name, const char *other)
{
    return name != NULL && other != NULL &&
           text_equal_ignoring_case(text_trimmed(arena, name), text_trimmed(arena, other));
}

static bool is_subprocessor(const struct scoring *scoring, const struct response *response,
                            const char *name)
{
    for (size_t i = 0; i < response->subprocessor_count; i++) {
        if (is_same_name(scoring->arena, name, response->subprocessors[i])) {
            return true;
        }
    }
    return false;
}

/* A product is another's only where both say which it is. */
static enum owner owner_of(const struct scoring *scoring, const struct response *response,
                           const struct evidence *evidence)
{
    struct arena *arena = scoring->arena;
    if (is_subprocessor(scoring, response, evidence->entity)) {
        return OWNER_SUBPROCESSOR;
    }
    if (evidence->entity != NULL && !is_same_name(arena, evidence->entity, response->name) &&
        !is_same_name(arena, evidence->entity, response->id)) {
        return OWNER_OTHER;
    }
    if (evidence->product == NULL || response->product == NULL ||
        is_same_name(arena, evidence->product, response->product)) {
        return OWNER_VENDOR;
    }
    return is_subprocessor(scoring, response, evidence->product) ? OWNER_SUBPROCESSOR : OWNER_OTHER;
}

static unsigned faults_of_owner(const struct scoring *scoring, const struct response *response,
                                const struct evidence *evidence, const struct item *item)
{
    switch (owner_of(scoring, response, evidence)) {
    case OWNER_VENDOR:
        return 0;
    case OWNER_SUBPROCESSOR:
        return item->inheritable ? FAULT_SUBPROCESSOR : FAULT_OTHER_ENTITY;
    case OWNER_OTHER:
        break;
    }
    return FAULT_OTHER_ENTITY;
}

/* The last day on which evidence is current; year 0: it does not age. */
static struct date last_day(const struct evidence_kind *kind, struct date expires,
                            struct date period_to, struct date issued)
{
    struct date never = {0};
    if (date_is_given(expires)) {
        return expires;
    }
    struct date from = date_is_given(period_to) ? period_to : issued;
    return kind->lifetime_months > 0 && date_is_given(from)
               ? date_add_months(from, kind->lifetime_months)
               : never;
}

struct date evidence_last_day(const struct criteria *criteria, const struct evidence *evidence)
{
    return last_day(&criteria->kinds[evidence->kind], evidence->expires, evidence->period_to,
                    evidence->issued);
}

struct date carrier_last_day(const struct criteria *criteria, const struct offer *offer,
                             const struct carrier *carrier)
{
    struct date none = {0};
    if (carrier->own) {
        const struct own_evidence *own = &offer->findings.own[carrier->index];
        return last_day(&criteria->kinds[own->kind], own->expires, none, own->on);
    }
    return evidence_last_day(criteria, &offer->response.evidence[carrier->index]);
}

/* Both days included; without a position nothing ages. */
static unsigned faults_of_age(struct date as_of, struct date issued, struct date last)
{
    unsigned faults = 0;
    if (!date_is_given(as_of)) {
        return faults;
    }
    if (date_is_given(last) && date_compare(as_of, last) > 0) {
        faults |= FAULT_EXPIRED;
    }
    if (date_is_given(issued) && date_compare(as_of, issued) < 0) {
        faults |= FAULT_NOT_YET_VALID;
    }
    return faults;
}

static const struct held_file *held_file_of(const struct scoring *scoring,
                                            const struct evidence *evidence)
{
    const struct bundle *bundle = scoring->project->bundle;
    return bundle == NULL || evidence->held_name == NULL
               ? NULL
               : bundle_find_held(bundle, evidence->held_name);
}

static unsigned faults_of_file(const struct scoring *scoring, const struct evidence *evidence,
                               const struct evidence_finding *finding)
{
    const struct held_file *file = held_file_of(scoring, evidence);
    if (file == NULL) {
        return finding->held || finding->seen ? 0 : FAULT_NOT_HELD;
    }
    return evidence->has_digest && !digest_equal(file->digest, evidence->digest) ? FAULT_DIGEST : 0;
}

static unsigned faults_of_finding(const struct evidence_finding *finding, size_t index)
{
    unsigned faults = 0;
    switch (finding->verdict) {
    case VERDICT_OPEN:
        faults |= FAULT_NOT_ACCEPTED;
        break;
    case VERDICT_REJECTED:
        faults |= FAULT_REJECTED;
        break;
    case VERDICT_ACCEPTED:
        break;
    }
    if (finding->scope == SCOPE_PARTIAL) {
        faults |= FAULT_PARTIAL;
    }
    if (index_is_among(index, finding->exceptions, finding->exception_count)) {
        faults |= FAULT_QUALIFIED;
    }
    return faults;
}

static unsigned faults_of_kind(const struct item *item, size_t kind)
{
    return index_is_among(kind, item->kinds, item->kind_count) ? 0 : FAULT_KIND_NOT_ASKED;
}

/* A piece of the vendor's evidence, as cited by the answer to a criterion. */
static struct carrier cited(const struct scoring *scoring, const struct offer *offer, size_t index,
                            const struct citation *citation)
{
    const struct item *item = &scoring->criteria->items[index];
    const struct evidence *evidence = &offer->response.evidence[citation->evidence];
    const struct evidence_finding *finding = &offer->findings.evidence[citation->evidence];
    const struct evidence_kind *kind = &scoring->criteria->kinds[evidence->kind];
    struct date last = last_day(kind, evidence->expires, evidence->period_to, evidence->issued);
    unsigned faults = faults_of_kind(item, evidence->kind) | faults_of_finding(finding, index) |
                      faults_of_file(scoring, evidence, finding) |
                      faults_of_owner(scoring, &offer->response, evidence, item) |
                      faults_of_age(scoring->project->evaluation.as_of, evidence->issued, last);
    faults |= kind->buyer_only ? (unsigned)FAULT_BUYER_ONLY : 0;
    faults |= evidence->opinion_qualified ? (unsigned)FAULT_QUALIFIED : 0;
    faults |= citation->place == NULL ? (unsigned)FAULT_NO_PLACE : 0;
    return (struct carrier){
        .index = citation->evidence, .place = citation->place, .faults = faults};
}

/* A piece of the buyer's own evidence. It counts by itself, and may be later than the position. */
static struct carrier own(const struct scoring *scoring, const struct offer *offer, size_t index,
                          size_t own_index)
{
    const struct own_evidence *evidence = &offer->findings.own[own_index];
    const struct evidence_kind *kind = &scoring->criteria->kinds[evidence->kind];
    struct date none = {0};
    struct date last = last_day(kind, evidence->expires, none, evidence->on);
    unsigned faults = faults_of_kind(&scoring->criteria->items[index], evidence->kind) |
                      faults_of_age(scoring->project->evaluation.as_of, none, last);
    faults |= evidence->scope == SCOPE_PARTIAL ? (unsigned)FAULT_PARTIAL : 0;
    return (struct carrier){.own = true, .index = own_index, .faults = faults};
}

static enum grade lower(enum grade a, enum grade b)
{
    return a < b ? a : b;
}

bool evidence_grade(enum grade of_kind, unsigned faults, enum grade *grade)
{
    static const unsigned LOWERS[] = {FAULT_PARTIAL, FAULT_QUALIFIED, FAULT_SUBPROCESSOR};
    static const struct {
        unsigned fault;
        enum grade most;
    } CAPS[] = {
        {FAULT_NOT_ACCEPTED, GRADE_DOCUMENTED},
        {FAULT_NO_PLACE, GRADE_DOCUMENTED},
        {FAULT_NOT_HELD, GRADE_STATED},
    };
    if ((faults & FAULTS_OUT) != 0) {
        return false;
    }
    enum grade reached = of_kind;
    for (size_t i = 0; i < COUNT_OF(LOWERS); i++) {
        if ((faults & LOWERS[i]) != 0 && reached > GRADE_STATED) {
            reached = (enum grade)(reached - 1);
        }
    }
    for (size_t i = 0; i < COUNT_OF(CAPS); i++) {
        if ((faults & CAPS[i].fault) != 0) {
            reached = lower(reached, CAPS[i].most);
        }
    }
    *grade = reached;
    return true;
}

static enum grade grade_of_kind(const struct scoring *scoring, const struct offer *offer,
                                const struct carrier *carrier)
{
    size_t kind = carrier->own ? offer->findings.own[carrier->index].kind
                               : offer->response.evidence[carrier->index].kind;
    return scoring->criteria->kinds[kind].grade;
}

static bool is_better(const struct carrier *carrier, const struct carrier *other)
{
    if (carrier->counts != other->counts) {
        return carrier->counts;
    }
    return carrier->counts && carrier->grade > other->grade;
}

/* Put a carrier where it belongs: best first, and as read among equals. */
static void insert(const struct scoring *scoring, const struct offer *offer, struct carrier carrier,
                   struct carrier *carriers, size_t count)
{
    carrier.counts = evidence_grade(grade_of_kind(scoring, offer, &carrier), carrier.faults,
                                    &carrier.grade);
    size_t at = count;
    while (at > 0 && is_better(&carrier, &carriers[at - 1])) {
        carriers[at] = carriers[at - 1];
        at--;
    }
    carriers[at] = carrier;
}

/* Was a claim that feeds the criterion measured by this evidence of our own? (RULES 3) */
static bool measured_a_claim_on(const struct offer *offer, size_t index, const char *own_id)
{
    for (size_t c = 0; c < offer->response.claim_count; c++) {
        const struct claim *claim = &offer->response.claims[c];
        const struct measured *measured = measured_of(&offer->findings, claim);
        if (measured != NULL && claim_feeds(claim, index) && text_equal(measured->from, own_id)) {
            return true;
        }
    }
    return false;
}

void evidence_collect(const struct scoring *scoring, const struct offer *offer, size_t index,
                      struct criterion_score *score)
{
    const struct item *item = &scoring->criteria->items[index];
    const struct answer *answer = &offer->response.answers[index];
    const struct findings *findings = &offer->findings;
    size_t most = answer->citation_count + findings->own_count;
    struct carrier *carriers = arena_alloc(scoring->arena, most, sizeof *carriers);
    size_t count = 0;
    for (size_t i = 0; i < answer->citation_count; i++) {
        struct carrier carrier = cited(scoring, offer, index, &answer->citations[i]);
        insert(scoring, offer, carrier, carriers, count++);
    }
    for (size_t i = 0; i < findings->own_count; i++) {
        const struct own_evidence *own_evidence = &findings->own[i];
        if (index_is_among(index, own_evidence->carries, own_evidence->carries_count) ||
            (index_is_among(own_evidence->kind, item->kinds, item->kind_count) &&
             measured_a_claim_on(offer, index, own_evidence->id))) {
            insert(scoring, offer, own(scoring, offer, index, i), carriers, count++);
        }
    }
    score->carriers = carriers;
    score->carrier_count = count;
}

enum grade evidence_best(const struct scoring *scoring, const struct offer *offer,
                         const struct criterion_score *score, unsigned mended)
{
    enum grade best = GRADE_STATED;
    for (size_t i = 0; i < score->carrier_count; i++) {
        const struct carrier *carrier = &score->carriers[i];
        enum grade grade;
        if (evidence_grade(grade_of_kind(scoring, offer, carrier), carrier->faults & ~mended,
                           &grade) &&
            grade > best) {
            best = grade;
        }
    }
    return best;
}
