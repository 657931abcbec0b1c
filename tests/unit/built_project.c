#include "built_project.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "model/claim_class.h"
#include "model/evaluation_rules.h"

#include <assert.h>
#include <string.h>

enum { OFFERS_MOST = 64, PIECES_MOST = 64, EVALUATORS_MOST = 8, MARKS_MOST = 64 };

static struct level LEVELS[] = {
    {.label = "Absent", .worth = 0},    {.label = "Planned", .worth = 0},
    {.label = "Partial", .worth = 0.5}, {.label = "In place", .worth = 0.75},
    {.label = "Measured", .worth = 1},
};
static const struct scale MATURITY = {
    .id = "maturity", .levels = LEVELS, .count = COUNT_OF(LEVELS)};

static struct evidence_kind KINDS[] = {
    {.id = "policy", .title = "Policy", .grade = GRADE_DOCUMENTED},
    {.id = "report", .title = "Report", .grade = GRADE_INDEPENDENT, .lifetime_months = 12},
    {.id = "test", .title = "Test", .grade = GRADE_VERIFIED, .lifetime_months = 12},
    {.id = "pilot",
     .title = "Pilot",
     .grade = GRADE_VERIFIED,
     .lifetime_months = 12,
     .buyer_only = true},
};

static size_t kind_of(const char *id)
{
    size_t kind = 0;
    while (kind < COUNT_OF(KINDS) && strcmp(KINDS[kind].id, id) != 0) {
        kind++;
    }
    assert(kind < COUNT_OF(KINDS));
    return kind;
}

static void set_kinds(struct arena *arena, struct item *item, const char *words)
{
    size_t *kinds = arena_alloc(arena, COUNT_OF(KINDS), sizeof *kinds);
    for (size_t i = 0; words != NULL && i < COUNT_OF(KINDS); i++) {
        if (strstr(words, KINDS[i].id) != NULL) {
            kinds[item->kind_count++] = i;
        }
    }
    item->kinds = kinds;
}

/* Children in byte order of ids. */
static void set_children(struct arena *arena, struct criteria *criteria, size_t parent)
{
    struct item *section = &criteria->items[parent];
    size_t *children = arena_alloc(arena, criteria->count, sizeof *children);
    for (size_t i = parent + 1; i <= parent + section->span; i++) {
        if (criteria->items[i].parent != parent) {
            continue;
        }
        size_t at = section->child_count++;
        while (at > 0 && strcmp(criteria->items[children[at - 1]].id, criteria->items[i].id) > 0) {
            children[at] = children[at - 1];
            at--;
        }
        children[at] = i;
    }
    section->children = children;
}

static void place_items(struct criteria *criteria, const struct built_item *rows, size_t count)
{
    for (size_t i = 1; i <= count; i++) {
        size_t parent = i - 1;
        while (parent > 0 && criteria->items[parent].depth >= rows[i - 1].depth) {
            parent = criteria->items[parent].parent;
        }
        criteria->items[i].depth = rows[i - 1].depth;
        criteria->items[i].parent = parent;
        for (size_t above = parent;; above = criteria->items[above].parent) {
            criteria->items[above].span++;
            if (above == 0) {
                break;
            }
        }
    }
}

static void fill_criteria(struct arena *arena, const struct built_item *rows, size_t count,
                          struct criteria *criteria)
{
    *criteria = (struct criteria){.id = "built",
                                  .title = "Built criteria",
                                  .version = "1",
                                  .language = "en",
                                  .items = arena_alloc(arena, count + 1, sizeof(struct item)),
                                  .count = count + 1,
                                  .kinds = KINDS,
                                  .kind_count = COUNT_OF(KINDS)};
    criteria->items[0].id = "";
    criteria->items[0].title = criteria->title;
    for (size_t i = 1; i <= count; i++) {
        struct item *item = &criteria->items[i];
        item->id = rows[i - 1].id;
        item->title = arena_format(arena, "Title of %s", item->id);
        item->weight = rows[i - 1].weight;
        item->answer = (struct answer_type){.kind = rows[i - 1].answer, .scale = &MATURITY};
        set_kinds(arena, item, rows[i - 1].kinds);
    }
    place_items(criteria, rows, count);
    for (size_t i = 0; i <= count; i++) {
        set_children(arena, criteria, i);
    }
}

struct project *built_project(struct arena *arena, const struct built_item *rows, size_t count)
{
    struct project *project = arena_alloc(arena, 1, sizeof *project);
    struct evaluation *evaluation = &project->evaluation;
    *evaluation = (struct evaluation){.id = "built",
                                      .title = "Built evaluation",
                                      .as_of = {2026, 10, 15},
                                      .weights = arena_alloc(arena, count + 1, sizeof(double)),
                                      .source = "evaluation.yaml"};
    rules_init(&evaluation->rules);
    fill_criteria(arena, rows, count, &evaluation->criteria);
    map_init(&evaluation->criteria.by_id, arena);
    for (size_t i = 0; i <= count; i++) {
        evaluation->weights[i] = evaluation->criteria.items[i].weight;
        map_add(&evaluation->criteria.by_id, evaluation->criteria.items[i].id, i);
    }
    project->offers = arena_alloc(arena, OFFERS_MOST, sizeof *project->offers);
    project->assessments = arena_alloc(arena, EVALUATORS_MOST, sizeof *project->assessments);
    return project;
}

size_t built_find(const struct project *project, const char *id)
{
    size_t index = 0;
    bool found = map_find(&project->evaluation.criteria.by_id, id, &index);
    assert(found);
    return index;
}

struct item *built_item(struct project *project, const char *id)
{
    return &project->evaluation.criteria.items[built_find(project, id)];
}

static struct arena *arena_of(const struct project *project)
{
    return project->evaluation.criteria.by_id.arena;
}

struct offer *built_offer(struct project *project, const char *id)
{
    struct arena *arena = arena_of(project);
    size_t count = project->evaluation.criteria.count;
    assert(project->offer_count < OFFERS_MOST);
    char *name = arena_copy(arena, id);
    name[0] = (char)(name[0] - 'a' + 'A');
    struct offer *offer = &project->offers[project->offer_count++];
    *offer = (struct offer){.id = id, .name = name, .state = OFFER_SCORED};
    offer->response = (struct response){
        .id = id,
        .name = name,
        .answers = arena_alloc(arena, count, sizeof(struct answer)),
        .evidence = arena_alloc(arena, PIECES_MOST, sizeof(struct evidence)),
        .claims = arena_alloc(arena, PIECES_MOST, sizeof(struct claim)),
        .source = arena_format(arena, "responses/%s.yaml", id),
        .sound = true,
    };
    offer->findings = (struct findings){
        .vendor = id,
        .evidence = arena_alloc(arena, PIECES_MOST, sizeof(struct evidence_finding)),
        .own = arena_alloc(arena, PIECES_MOST, sizeof(struct own_evidence)),
        .measured = arena_alloc(arena, PIECES_MOST, sizeof(struct measured)),
        .shows = arena_alloc(arena, count, sizeof(struct shown)),
        .not_applicable = arena_alloc(arena, count, sizeof(struct applicability)),
    };
    return offer;
}

static size_t place_of(const char *word)
{
    size_t place = 0;
    while (place < COUNT_OF(LEVELS) && strcmp(LEVELS[place].label, word) != 0) {
        place++;
    }
    assert(place < COUNT_OF(LEVELS));
    return place;
}

/* What a word is worth as an answer, and its place. */
static void read_word(enum answer_kind kind, const char *word, double *value, double *place)
{
    if (kind == ANSWER_LEVEL) {
        *place = (double)place_of(word);
        *value = LEVELS[place_of(word)].worth;
    } else if (kind == ANSWER_YES_NO) {
        *place = strcmp(word, "yes") == 0 ? 1 : 0;
        *value = *place;
    } else if (number_read(word, place)) {
        *value = *place;
    }
}

static struct answer *answer_of(const struct project *project, struct offer *offer, const char *id,
                                enum reply reply)
{
    size_t index = built_find(project, id);
    struct answer *answer = &offer->response.answers[index];
    *answer = (struct answer){
        .reply = reply,
        .at = {.source = offer->response.source, .line = (uint32_t)(10 + index), .column = 5},
    };
    return answer;
}

struct answer *built_answer(const struct project *project, struct offer *offer, const char *id,
                            const char *word)
{
    struct answer *answer = answer_of(project, offer, id, REPLY_ANSWER);
    size_t index = built_find(project, id);
    answer->text = word;
    read_word(project->evaluation.criteria.items[index].answer.kind, word, &answer->claimed,
              &answer->place);
    return answer;
}

struct answer *built_reply(const struct project *project, struct offer *offer, const char *id,
                           enum reply reply)
{
    struct answer *answer = answer_of(project, offer, id, reply);
    answer->text = reply == REPLY_NONE ? NULL : "because";
    return answer;
}

void built_not_applicable(const struct project *project, struct offer *offer, const char *id)
{
    built_reply(project, offer, id, REPLY_NOT_APPLICABLE);
    offer->findings.not_applicable[built_find(project, id)] = (struct applicability){
        .given = true, .agreed = true};
}

size_t built_evidence(const struct project *project, struct offer *offer, const char *id,
                      const char *kind)
{
    struct arena *arena = arena_of(project);
    size_t index = offer->response.evidence_count++;
    assert(index < PIECES_MOST);
    offer->response.evidence[index] = (struct evidence){
        .id = arena_format(arena, "e%zu", index),
        .kind = kind_of(kind),
        .title = arena_format(arena, "The %s", kind),
        .issued = {2026, 1, 1}};
    offer->findings.evidence[index] = (struct evidence_finding){
        .verdict = VERDICT_ACCEPTED, .held = true, .given = true};
    struct answer *answer = &offer->response.answers[built_find(project, id)];
    struct citation *citations = arena_alloc(arena, answer->citation_count + 1, sizeof *citations);
    for (size_t i = 0; i < answer->citation_count; i++) {
        citations[i] = answer->citations[i];
    }
    citations[answer->citation_count] = (struct citation){.evidence = index, .place = "p. 1"};
    answer->citations = citations;
    answer->citation_count++;
    return index;
}

struct own_evidence *built_own(const struct project *project, struct offer *offer, const char *id,
                               const char *kind)
{
    struct arena *arena = arena_of(project);
    size_t *carries = arena_alloc(arena, 1, sizeof *carries);
    carries[0] = built_find(project, id);
    assert(offer->findings.own_count < PIECES_MOST);
    struct own_evidence *own = &offer->findings.own[offer->findings.own_count++];
    *own = (struct own_evidence){.id = "own",
                                 .kind = kind_of(kind),
                                 .title = arena_format(arena, "Our %s", kind),
                                 .on = {2026, 6, 1},
                                 .carries = carries,
                                 .carries_count = 1};
    return own;
}

/* The criteria of ids with blanks between; each is there. */
static void feed(const struct project *project, const char *ids, struct claim *claim)
{
    struct arena *arena = arena_of(project);
    size_t *criteria = arena_alloc(arena, project->evaluation.criteria.count, sizeof *criteria);
    for (const char *id = ids; id != NULL && *id != '\0';) {
        size_t length = strcspn(id, " ");
        criteria[claim->criterion_count++] = built_find(project, arena_text(arena, id, length));
        id += length + strspn(id + length, " ");
    }
    claim->criteria = criteria;
}

static struct quantity quantity_of(struct arena *arena, const char *text)
{
    struct quantity quantity = {.kind = QUANTITY_NONE};
    bool sound = text == NULL || quantity_read(arena, text, &quantity);
    assert(sound);
    return quantity;
}

struct claim *built_claim(const struct project *project, struct offer *offer, const char *feeds,
                          const char *figure, const char *baseline)
{
    struct arena *arena = arena_of(project);
    size_t index = offer->response.claim_count++;
    assert(index < PIECES_MOST);
    struct claim *claim = &offer->response.claims[index];
    *claim = (struct claim){.id = arena_format(arena, "C%zu", index + 1),
                            .class = "outcome",
                            .says = "It works",
                            .figure = figure,
                            .baseline = baseline,
                            .stated = quantity_of(arena, figure),
                            .base = quantity_of(arena, baseline)};
    feed(project, feeds, claim);
    return claim;
}

struct measured *built_measured(const struct project *project, struct offer *offer,
                                const struct claim *claim, const char *figure, const char *from)
{
    assert(offer->findings.measured_count < PIECES_MOST);
    struct measured *measured = &offer->findings.measured[offer->findings.measured_count++];
    *measured = (struct measured){.claim = claim->id,
                                  .figure = figure,
                                  .value = quantity_of(arena_of(project), figure),
                                  .from = from,
                                  .cases = 1200};
    return measured;
}

void built_shows(const struct project *project, struct offer *offer, const char *id,
                 const char *word)
{
    size_t index = built_find(project, id);
    struct shown *shown = &offer->findings.shows[index];
    *shown = (struct shown){.given = true, .word = word, .because = "two exceptions"};
    read_word(project->evaluation.criteria.items[index].answer.kind, word, &shown->value,
              &shown->place);
}

struct assessment *built_evaluator(struct project *project, const char *id)
{
    struct arena *arena = arena_of(project);
    assert(project->assessment_count < EVALUATORS_MOST);
    struct assessment *assessment = &project->assessments[project->assessment_count++];
    *assessment = (struct assessment){
        .evaluator = id,
        .conflict = "none",
        .signed_on = {2026, 10, 21},
        .marks = arena_alloc(arena, MARKS_MOST, sizeof *assessment->marks),
        .source = arena_format(arena, "assessments/%s.yaml", id)};
    return assessment;
}

struct mark *built_mark(const struct project *project, struct assessment *assessment,
                        const char *vendor, const char *id, const char *word)
{
    assert(assessment->mark_count < MARKS_MOST);
    struct mark *mark = &assessment->marks[assessment->mark_count++];
    *mark = (struct mark){.vendor = vendor,
                          .item = built_find(project, id),
                          .level = place_of(word),
                          .because = "as read",
                          .at = {.source = assessment->source}};
    return mark;
}

struct mark *built_moderated(const struct project *project, struct assessment *assessment,
                             const char *vendor, const char *id, const char *word)
{
    struct mark *mark = built_mark(project, assessment, vendor, id, word);
    mark->moderated = true;
    assessment->is_chairs = true;
    return mark;
}

const char *const *built_word(struct arena *arena, const char *word)
{
    const char **words = arena_alloc(arena, 1, sizeof *words);
    words[0] = word;
    return words;
}

struct gate *built_gate(struct project *project, const char *id, enum gate_test test,
                        const char *word)
{
    struct item *item = built_item(project, id);
    double value = 0; // the place is what a bound compares
    item->has_gate = true;
    item->gate = (struct gate){.test = test};
    if (word != NULL) {
        item->gate.words = built_word(arena_of(project), word);
        item->gate.word_count = 1;
    }
    if (test == GATE_AT_LEAST || test == GATE_AT_MOST || test == GATE_BY) {
        read_word(item->answer.kind, word, &value, &item->gate.bound);
    }
    return &item->gate;
}

struct item *built_target(struct project *project, const char *id, const char *word)
{
    struct item *item = built_item(project, id);
    item->has_target = true;
    item->target_word = word;
    read_word(item->answer.kind, word, &item->target, &item->target_place);
    return item;
}

void built_minimum(struct project *project, const char *id, double least)
{
    struct rules *rules = &project->evaluation.rules;
    struct minimum *minima = arena_alloc(arena_of(project), rules->minimum_count + 1,
                                         sizeof *minima);
    for (size_t i = 0; i < rules->minimum_count; i++) {
        minima[i] = rules->minima[i];
    }
    minima[rules->minimum_count] = (struct minimum){.item = built_find(project, id),
                                                    .least = least};
    rules->minima = minima;
    rules->minimum_count++;
    struct item *item = built_item(project, id);
    item->has_gate = true;
    item->gate = (struct gate){.test = GATE_MINIMUM, .bound = least};
}

struct result built_result(struct arena *arena, const struct project *project)
{
    struct settings settings = settings_of(project);
    return score_project(arena, project, &settings);
}

void built_wording(struct project *project, const char *id, const char *title, const char *word)
{
    struct criteria *criteria = &project->evaluation.criteria;
    struct wording *wording = arena_alloc(arena_of(project), 1, sizeof *wording);
    *wording = (struct wording){.id = id,
                                .title = title,
                                .words = built_word(arena_of(project), word),
                                .word_count = 1,
                                .why = "Things break"};
    criteria->wordings = wording;
    criteria->wording_count = 1;
}
