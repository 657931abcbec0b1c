#include "sample_result.h"

#include "base/arena.h"
#include "base/text.h"
#include "built_project.h"

static const struct built_item TREE[] = {
    {.id = "GOV", .depth = 1, .weight = 30},
    {.id = "GOV-A", .depth = 2, .weight = 2},
    {.id = "GOV-01", .depth = 3, .weight = 3, .kinds = "policy report"},
    {.id = "GOV-02", .depth = 3, .weight = 1},
    {.id = "GOV-03", .depth = 2, .weight = 1, .kinds = "test"},
    {.id = "SEC", .depth = 1, .weight = 50},
    {.id = "SEC-01", .depth = 2, .weight = 1, .kinds = "policy test"},
    {.id = "SEC-02", .depth = 2, .weight = 0.5, .kinds = "report"},
    {.id = "EXIT", .depth = 1, .weight = 20, .kinds = "policy"},
};

/* What an offer says: a level a criterion; NULL: nothing, `-`: declined, `n`: not applicable. */
struct sample_offer {
    const char *answers[6];
    const char *kinds[6]; // of evidence; NULL: none
    const char *shown;    // what a finding shows of SEC-02; NULL: none
};
static const char *const ANSWERED[] = {"GOV-01", "GOV-02", "GOV-03", "SEC-01", "SEC-02", "EXIT"};

static const struct sample_offer OFFERS[] = {
    {{"Measured", "In place", "Partial", "Measured", "Measured", "In place"},
     {"report", NULL, "test", "test", "report", "policy"},
     NULL},
    {{"Measured", "Measured", "Measured", "Measured", "Measured", "Measured"},
     {"policy", NULL, NULL, "policy", NULL, NULL},
     "Partial"},
    {{"In place", "Partial", NULL, "Partial", "-", "Measured"},
     {"report", NULL, NULL, "test", NULL, "policy"},
     NULL},
    {{"Measured", "In place", "Partial", "Measured", "Measured", "In place"},
     {"report", NULL, "test", "test", "report", "policy"},
     NULL},
    {{"n", "n", "n", "In place", "In place", "Partial"},
     {NULL, NULL, NULL, "policy", "report", "policy"},
     NULL},
    {{"Partial", "Absent", "Planned", "Absent", NULL, "Partial"},
     {NULL, NULL, NULL, NULL, NULL, NULL},
     NULL},
};

static void add_answer(struct project *project, struct offer *offer, size_t criterion,
                       const struct sample_offer *sample)
{
    const char *id = ANSWERED[criterion];
    const char *word = sample->answers[criterion];
    if (word == NULL) {
        return;
    }
    if (text_equal(word, "-")) {
        built_reply(project, offer, id, REPLY_DECLINED);
    } else if (text_equal(word, "n")) {
        built_not_applicable(project, offer, id);
    } else {
        built_answer(project, offer, id, word);
        if (sample->kinds[criterion] != NULL) {
            built_evidence(project, offer, id, sample->kinds[criterion]);
        }
    }
}

static void add_rules(struct arena *arena, struct project *project)
{
    struct gate *gate = built_gate(project, "SEC-01", GATE_AT_LEAST, "Partial");
    gate->has_proof = true;
    gate->proof = GRADE_INDEPENDENT;
    built_minimum(project, "GOV", 10);
    size_t *tie = arena_alloc(arena, 1, sizeof *tie);
    tie[0] = built_find(project, "SEC");
    project->evaluation.rules.tie = tie;
    project->evaluation.rules.tie_count = 1;
}

struct project *sample_project(struct arena *arena, size_t offers)
{
    struct project *project = built_project(arena, TREE, COUNT_OF(TREE));
    add_rules(arena, project);
    for (size_t o = 0; o < offers; o++) {
        const struct sample_offer *sample = &OFFERS[o % COUNT_OF(OFFERS)];
        struct offer *offer = built_offer(project, arena_format(arena, "vendor-%zu", o + 1));
        for (size_t c = 0; c < COUNT_OF(ANSWERED); c++) {
            add_answer(project, offer, c, sample);
        }
        if (sample->shown != NULL) {
            built_shows(project, offer, "SEC-02", sample->shown);
        }
    }
    return project;
}

enum { MARKED_MOST = 32 }; // offers: an evaluator has at most 64 marks, two of each

static void add_marks(struct project *project, size_t offers)
{
    struct assessment *first = built_evaluator(project, "jk");
    struct assessment *second = built_evaluator(project, "mb");
    struct assessment *chair = built_evaluator(project, "chair");
    for (size_t o = 0; o < offers && o < MARKED_MOST; o++) {
        const char *vendor = project->offers[o].id;
        built_mark(project, first, vendor, "GOV-02", "Partial");
        built_mark(project, second, vendor, "GOV-02", "In place");
        built_mark(project, first, vendor, "GOV-03", "Partial");
        built_mark(project, second, vendor, "GOV-03", "In place");
        built_moderated(project, chair, vendor, "SEC-01", o == 0 ? "Partial" : "In place");
    }
}

struct result sample_panel_result(struct arena *arena, size_t offers)
{
    struct project *project = sample_project(arena, offers);
    built_item(project, "GOV-03")->answer.kind = ANSWER_TEXT;
    add_marks(project, offers);
    return built_result(arena, project);
}

struct result sample_result(struct arena *arena, size_t offers)
{
    struct project *project = sample_project(arena, offers);
    return built_result(arena, project);
}
