#include "score/panel.h"

#include "base/arena.h"
#include "model/conflict.h"
#include "model/mark_table.h"

#include <assert.h>

/* From so many places on marks lie too far apart for a median to speak for them (RULES 6). */
static const double SPREAD_TO_MODERATE = 2;

/* The panel at work on one criterion. */
struct panel {
    const struct scoring *scoring;
    struct result *result;
    const struct mark_table *table;
    bool *for_all;  // per assessment: marked every offer that answered the criterion
    double *places; // room for the places of the marks on one answer
};

static size_t index_of(const struct panel *panel, size_t offer)
{
    return (size_t)(panel->result->offers[offer].offer - panel->scoring->project->offers);
}

static const struct mark *own_mark(const struct panel *panel, size_t assessment, size_t offer,
                                   size_t item)
{
    return mark_table_own(panel->table, assessment, index_of(panel, offer), item);
}

bool panel_has_answer(const struct criterion_score *score)
{
    return score->state == STATE_ANSWERED || score->state == STATE_NOT_YET_SCORED;
}

static bool has_answer(const struct panel *panel, size_t offer, size_t item)
{
    return panel_has_answer(&panel->result->offers[offer].criteria[item]);
}

/* Who marks a criterion marks it for every offer that answered it, or is not counted. */
static bool is_for_all(const struct panel *panel, size_t assessment, size_t item)
{
    for (size_t o = 0; o < panel->result->offer_count; o++) {
        if (has_answer(panel, o, item) && own_mark(panel, assessment, o, item) == NULL) {
            return false;
        }
    }
    return true;
}

static enum mark_standing standing_of(const struct panel *panel, size_t assessment, size_t offer)
{
    const struct project *project = panel->scoring->project;
    const char *vendor = panel->result->offers[offer].offer->id;
    if (conflict_recuses(project, &project->assessments[assessment], vendor)) {
        return MARK_CONFLICT;
    }
    return panel->for_all[assessment] ? MARK_COUNTS : MARK_NOT_FOR_ALL;
}

/* List the evaluators' marks, and the places of those that count, rising. */
static void list_marks(const struct panel *panel, size_t offer, size_t item,
                       struct panel_score *score)
{
    const struct project *project = panel->scoring->project;
    struct panel_mark *marks = arena_alloc(panel->scoring->arena, project->assessment_count,
                                           sizeof *marks);
    for (size_t a = 0; a < project->assessment_count; a++) {
        const struct mark *mark = own_mark(panel, a, offer, item);
        if (mark == NULL) {
            continue;
        }
        enum mark_standing standing = standing_of(panel, a, offer);
        marks[score->mark_count++] = (struct panel_mark){
            .by = &project->assessments[a], .mark = mark, .standing = standing};
        if (standing != MARK_COUNTS) {
            continue;
        }
        size_t at = score->counted++;
        while (at > 0 && panel->places[at - 1] > (double)mark->level) {
            panel->places[at] = panel->places[at - 1];
            at--;
        }
        panel->places[at] = (double)mark->level;
    }
    score->marks = marks;
}

static void take_level(const struct scale *scale, size_t place, struct panel_score *score)
{
    assert(place < scale->count);
    score->has_level = true;
    score->between = false;
    score->place = (double)place;
    score->value = scale->levels[place].worth;
    score->word = scale->levels[place].label;
}

/* The middle one of the places, or what lies between the middle two. */
static void take_median(const struct panel *panel, const struct scale *scale,
                        struct panel_score *score)
{
    size_t below = (size_t)panel->places[(score->counted - 1) / 2];
    size_t above = (size_t)panel->places[score->counted / 2];
    take_level(scale, below, score);
    if (above > below) {
        const struct level *levels = scale->levels;
        score->between = true;
        score->place = ((double)below + (double)above) / 2;
        score->value = (levels[below].worth + levels[above].worth) / 2;
        score->word = arena_format(panel->scoring->arena, "between %s and %s", levels[below].label,
                                   levels[above].label);
    }
}

/* Do the marks disagree so far that the chair has to say what holds? */
static bool disagrees(const struct item *item, const struct panel_score *score)
{
    double spread = score->highest - score->lowest;
    return spread >= SPREAD_TO_MODERATE || (item->has_gate && spread > 0);
}

/* What the panel says of one answer; NULL where nobody marked it. */
static const struct panel_score *judge(const struct panel *panel, size_t offer, size_t index)
{
    const struct item *item = &panel->scoring->criteria->items[index];
    struct panel_score score = {
        .moderated = mark_table_moderated(panel->table, index_of(panel, offer), index)};
    list_marks(panel, offer, index, &score);
    if (score.mark_count == 0 && score.moderated == NULL) {
        return NULL;
    }
    if (score.counted > 0) {
        score.lowest = panel->places[0];
        score.highest = panel->places[score.counted - 1];
    }
    if (score.counted > 0) {
        take_median(panel, item->answer.scale, &score);
        score.median_word = score.word;
    }
    if (score.moderated != NULL) {
        take_level(item->answer.scale, score.moderated->level, &score);
    } else {
        score.to_moderate = score.counted == 0 || disagrees(item, &score);
    }
    struct panel_score *kept = arena_alloc(panel->scoring->arena, 1, sizeof *kept);
    *kept = score;
    return kept;
}

/* Only criteria on a scale take marks. */
static bool takes_marks(const struct item *item)
{
    enum answer_kind kind = item->answer.kind;
    return item_is_criterion(item) && (kind == ANSWER_LEVEL || kind == ANSWER_TEXT);
}

/* Who marked the criterion for all that answered it? */
static void find_for_all(const struct panel *panel, size_t item)
{
    for (size_t a = 0; a < panel->scoring->project->assessment_count; a++) {
        panel->for_all[a] = is_for_all(panel, a, item);
    }
}

static void judge_item(const struct panel *panel, size_t item)
{
    find_for_all(panel, item);
    for (size_t o = 0; o < panel->result->offer_count; o++) {
        if (!has_answer(panel, o, item)) {
            continue; // silence is judged by the rules, not by the panel
        }
        struct criterion_score *score = &panel->result->offers[o].criteria[item];
        score->panel = judge(panel, o, item);
        if (score->panel != NULL && score->panel->has_level) {
            score->state = STATE_ANSWERED;
        }
    }
}

static struct panel panel_of(const struct scoring *scoring, struct result *result,
                             const struct mark_table *table)
{
    size_t evaluators = scoring->project->assessment_count;
    return (struct panel){
        .scoring = scoring,
        .result = result,
        .table = table,
        .for_all = arena_alloc(scoring->arena, evaluators, sizeof(bool)),
        .places = arena_alloc(scoring->arena, evaluators, sizeof(double)),
    };
}

void panel_judge(const struct scoring *scoring, struct result *result)
{
    struct mark_table table;
    if (scoring->project->assessment_count == 0) {
        return;
    }
    mark_table_init(scoring->arena, scoring->project, &table);
    const struct panel panel = panel_of(scoring, result, &table);
    for (size_t i = 1; i < scoring->criteria->count; i++) {
        if (takes_marks(&scoring->criteria->items[i])) {
            judge_item(&panel, i);
        }
    }
}

const struct panel_score *panel_judge_answer(const struct scoring *scoring, struct result *result,
                                             const struct mark_table *table, size_t offer,
                                             size_t item)
{
    if (!takes_marks(&scoring->criteria->items[item])) {
        return NULL;
    }
    const struct panel panel = panel_of(scoring, result, table);
    // The offer itself is no answer in the result, and a mark that can count is one of its own.
    find_for_all(&panel, item);
    return judge(&panel, offer, item);
}

enum moderation_cause panel_moderation_cause(const struct panel_score *panel)
{
    assert(panel->to_moderate);
    if (panel->counted == 0) {
        return MODERATION_NO_MARK;
    }
    return panel->highest - panel->lowest >= SPREAD_TO_MODERATE ? MODERATION_SPREAD
                                                                : MODERATION_REQUIREMENT;
}

const char *moderation_cause_text(enum moderation_cause cause)
{
    static const char *const TEXTS[] = {
        [MODERATION_SPREAD] = "the marks lie two levels or more apart",
        [MODERATION_REQUIREMENT] = "the marks differ on a mandatory requirement",
        [MODERATION_NO_MARK] = "no mark counts",
    };
    return TEXTS[cause];
}

struct level_in_force level_of_panel(const struct answer_type *type, const struct answer *answer,
                                     const struct panel_score *panel)
{
    bool is_above = type->kind != ANSWER_TEXT &&
                    (panel->place > answer->place ||
                     (panel->place >= answer->place && panel->value >= answer->claimed));
    if (is_above) {
        struct level_in_force level = level_of_answer(answer);
        level.source = LEVEL_OF_PANEL;
        return level;
    }
    return (struct level_in_force){.word = panel->word,
                                   .value = panel->value,
                                   .place = panel->place,
                                   .source = LEVEL_OF_PANEL};
}
