#include "model/panel_check.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/text.h"
#include "model/bind.h"
#include "model/conflict.h"

enum { ID_COLUMNS = 40 };

/* The check under way. */
struct panel_checking {
    const struct project *project;
    struct diag_list *diags;
    struct mark_table table;
    const struct assessment *chair; // NULL: none
};

/* Places of the marks on one answer that count. */
struct places {
    size_t lowest, highest;
    size_t count;
};

static const char *brief(const struct diag_list *diags, const char *text)
{
    return text_brief(diags->arena, text, ID_COLUMNS);
}

bool panel_awaits_mark(const struct project *project, const struct offer *offer, size_t item)
{
    return offer->state == OFFER_SCORED && offer->response.answers[item].reply == REPLY_ANSWER &&
           project->evaluation.criteria.items[item].when_count == 0;
}

bool panel_is_marked_for_all(const struct project *project, const struct mark_table *table,
                             size_t assessment, size_t item)
{
    for (size_t o = 0; o < project->offer_count; o++) {
        if (panel_awaits_mark(project, &project->offers[o], item) &&
            mark_table_own(table, assessment, o, item) == NULL) {
            return false;
        }
    }
    return true;
}

/* The marks that count on what is moderated. */
static struct places places_of(const struct panel_checking *checking, size_t offer, size_t item)
{
    const struct project *project = checking->project;
    struct places places = {.count = 0};
    for (size_t a = 0; a < project->assessment_count; a++) {
        const struct mark *mark = mark_table_own(&checking->table, a, offer, item);
        if (mark == NULL || !mark->level_known ||
            conflict_recuses(project, &project->assessments[a], mark->vendor) ||
            !panel_is_marked_for_all(project, &checking->table, a, item)) {
            continue;
        }
        if (places.count == 0 || mark->level < places.lowest) {
            places.lowest = mark->level;
        }
        if (places.count == 0 || mark->level > places.highest) {
            places.highest = mark->level;
        }
        places.count++;
    }
    return places;
}

/* Outside the range of the marks a level needs its own reason. */
static bool check_range(const struct panel_checking *checking, size_t offer, size_t index)
{
    const struct mark *moderated = mark_table_moderated(&checking->table, offer, index);
    struct diag_list *diags = checking->diags;
    if (moderated == NULL || !moderated->level_known || moderated->outside != NULL) {
        return true;
    }
    struct places places = places_of(checking, offer, index);
    if (places.count == 0 ||
        (moderated->level >= places.lowest && moderated->level <= places.highest)) {
        return true;
    }
    const struct item *item = &checking->project->evaluation.criteria.items[index];
    const struct level *levels = item->answer.scale->levels;
    struct diag *diag = diag_add(
        diags, DIAG_MARK_BAD, moderated->at, "%s of %s is moderated at `%s`, outside the marks",
        item->id, brief(diags, moderated->vendor), brief(diags, levels[moderated->level].label));
    const char *lowest = brief(diags, levels[places.lowest].label);
    if (places.lowest == places.highest) {
        diag_label(diags, diag, "all marks say: %s", lowest);
    } else {
        diag_label(diags, diag, "the marks lie between %s and %s", lowest,
                   brief(diags, levels[places.highest].label));
    }
    diag_help(diags, diag, "add `outside` with the reason, if it is meant");
    return false;
}

/* Keys that differ in case alone are no duplicates to a reader of YAML. */
static bool check_repeats(const struct panel_checking *checking,
                          const struct assessment *assessment)
{
    struct diag_list *diags = checking->diags;
    struct map seen;
    map_init(&seen, diags->arena);
    bool sound = true;
    for (size_t i = 0; i < assessment->mark_count; i++) {
        const struct mark *mark = &assessment->marks[i];
        const char *key = arena_format(diags->arena, "%d %zu %s", mark->moderated, mark->item,
                                       text_folded(diags->arena, mark->vendor));
        if (!map_add(&seen, key, i)) {
            diag_add(diags, DIAG_MARK_BAD, mark->at, "%s of %s is %s twice",
                     checking->project->evaluation.criteria.items[mark->item].id,
                     brief(diags, mark->vendor), mark->moderated ? "moderated" : "marked");
            sound = false;
        }
    }
    return sound;
}

/* The chair's file: the one that moderates, else the first that lets marks count; NULL: none. */
static const struct assessment *find_chair(const struct project *project)
{
    const struct assessment *chair = NULL;
    for (size_t a = 0; a < project->assessment_count; a++) {
        const struct assessment *assessment = &project->assessments[a];
        for (size_t i = 0; i < assessment->mark_count; i++) {
            if (assessment->marks[i].moderated) {
                return assessment;
            }
        }
        if (chair == NULL && assessment->admission_count > 0) {
            chair = assessment;
        }
    }
    return chair;
}

/* A file that does not say whose it is may be anybody's. */
static bool is_evaluator(const struct project *project, const char *id)
{
    for (size_t a = 0; a < project->assessment_count; a++) {
        const char *other = project->assessments[a].evaluator;
        if (other == NULL || text_equal_ignoring_case(other, id)) {
            return true;
        }
    }
    return false;
}

/* Every id that could be meant, for "did you mean". */
static const char **evaluator_ids(const struct project *project, struct arena *arena, size_t *count)
{
    const char **ids = arena_alloc(arena, project->assessment_count, sizeof *ids);
    *count = 0;
    for (size_t a = 0; a < project->assessment_count; a++) {
        if (project->assessments[a].evaluator != NULL) {
            ids[(*count)++] = project->assessments[a].evaluator;
        }
    }
    return ids;
}

/* Whom the chair lets mark is an evaluator. */
static bool check_admitted(const struct panel_checking *checking, const struct admission *admission)
{
    struct diag_list *diags = checking->diags;
    if (is_evaluator(checking->project, admission->evaluator)) {
        return true;
    }
    size_t count = 0;
    const char **ids = evaluator_ids(checking->project, diags->arena, &count);
    const struct binder binder = {.arena = diags->arena, .diags = diags};
    struct diag *diag = diag_add(diags, DIAG_ID_UNKNOWN, admission->evaluator_at,
                                 "`%s` is not an evaluator of this evaluation",
                                 brief(diags, admission->evaluator));
    bind_suggest(&binder, diag, admission->evaluator, ids, count);
    return false;
}

static bool check_admissions(const struct panel_checking *checking,
                             const struct assessment *assessment)
{
    if (assessment->admission_count > 0 && assessment != checking->chair) {
        diag_add(checking->diags, DIAG_MARK_BAD, assessment->admissions[0].evaluator_at,
                 "`counts` stands in the chair's file only, which is %s", checking->chair->source);
        return false;
    }
    bool sound = true;
    for (size_t i = 0; i < assessment->admission_count; i++) {
        const struct admission *admission = &assessment->admissions[i];
        bool is_first = i == 0 || !text_equal(admission->evaluator, admission[-1].evaluator);
        sound = (!is_first || check_admitted(checking, admission)) && sound;
    }
    return sound;
}

bool panel_check(const struct project *project, struct diag_list *diags)
{
    struct panel_checking checking = {
        .project = project, .diags = diags, .chair = find_chair(project)};
    bool sound = true;
    if (project->assessment_count == 0) {
        return true;
    }
    mark_table_init(diags->arena, project, &checking.table);
    for (size_t a = 0; a < project->assessment_count; a++) {
        sound = check_repeats(&checking, &project->assessments[a]) && sound;
        sound = check_admissions(&checking, &project->assessments[a]) && sound;
    }
    for (size_t o = 0; o < project->offer_count; o++) {
        for (size_t i = 1; i < project->evaluation.criteria.count; i++) {
            sound = check_range(&checking, o, i) && sound;
        }
    }
    return sound;
}
