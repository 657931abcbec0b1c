#include "score/panel_agreement.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"

/* From so many criteria on a pattern is worth a word. */
enum { PATTERN_LEAST = 3 };

/* An evaluator's marks of one offer, where marks that count differ. */
struct differing {
    size_t criteria;
    size_t highest; // on so many of them the evaluator's mark is the highest
};

/* Looking at the marks of a result. */
struct look {
    struct arena *arena;
    const struct result *result;
    const struct criteria *criteria;
    struct panel_agreement *agreement;
};

static const struct panel_score *panel_of(const struct result *result, size_t offer, size_t item)
{
    return result->offers[offer].criteria[item].panel;
}

bool panel_any(const struct result *result)
{
    size_t count = result->project->evaluation.criteria.count;
    for (size_t o = 0; o < result->offer_count; o++) {
        for (size_t i = 1; i < count; i++) {
            if (panel_of(result, o, i) != NULL) {
                return true;
            }
        }
    }
    return false;
}

static void add_panel(const struct panel_score *panel, struct agreement *agreement)
{
    bool is_compared = panel->counted > 1;
    double spread = panel->highest - panel->lowest;
    agreement->marked++;
    agreement->open += panel->to_moderate ? 1 : 0;
    agreement->compared += is_compared ? 1 : 0;
    agreement->alike += is_compared && !(spread > 0) ? 1 : 0;
    agreement->spread += is_compared ? spread : 0; // a sum, until all are in
}

/* Every criterion counts for itself and for all sections above it. */
static void find_agreement(const struct look *look)
{
    const struct criteria *criteria = look->criteria;
    struct agreement *items = arena_alloc(look->arena, criteria->count, sizeof *items);
    for (size_t i = 1; i < criteria->count; i++) {
        for (size_t o = 0; o < look->result->offer_count; o++) {
            const struct panel_score *panel = panel_of(look->result, o, i);
            if (panel == NULL) {
                continue;
            }
            for (size_t above = i; above != 0; above = criteria->items[above].parent) {
                add_panel(panel, &items[above]);
            }
            add_panel(panel, &items[0]);
        }
    }
    for (size_t i = 0; i < criteria->count; i++) {
        items[i].spread /= items[i].compared > 0 ? (double)items[i].compared : 1;
    }
    look->agreement->items = items;
}

static void find_open(const struct look *look)
{
    struct open_moderation *open = NULL;
    size_t count = 0;
    size_t capacity = 0;
    for (size_t i = 1; i < look->criteria->count; i++) {
        for (size_t o = 0; o < look->result->offer_count; o++) {
            const struct panel_score *panel = panel_of(look->result, o, i);
            if (panel != NULL && panel->to_moderate) {
                open = arena_more(look->arena, open, count, &capacity, sizeof *open);
                open[count++] = (struct open_moderation){
                    .offer = o, .item = i, .cause = panel_moderation_cause(panel)};
            }
        }
    }
    look->agreement->open = open;
    look->agreement->open_count = count;
}

/* The evaluator's mark on an answer; NULL: none. */
static const struct panel_mark *mark_of(const struct panel_score *panel,
                                        const struct assessment *by)
{
    for (size_t m = 0; panel != NULL && m < panel->mark_count; m++) {
        if (panel->marks[m].by == by) {
            return &panel->marks[m];
        }
    }
    return NULL;
}

static void add_mark(const struct panel_mark *mark, struct panel_member *member)
{
    member->marks++;
    switch (mark->standing) {
    case MARK_COUNTS:
        member->counted++;
        return;
    case MARK_CONFLICT:
        member->recused++;
        return;
    case MARK_NOT_FOR_ALL:
        member->not_for_all++;
        return;
    }
}

static struct panel_member member_of(const struct look *look, const struct assessment *by)
{
    struct panel_member member = {.by = by};
    for (size_t o = 0; o < look->result->offer_count; o++) {
        for (size_t i = 1; i < look->criteria->count; i++) {
            const struct panel_mark *mark = mark_of(panel_of(look->result, o, i), by);
            if (mark != NULL) {
                add_mark(mark, &member);
            }
        }
    }
    return member;
}

static void find_members(const struct look *look)
{
    const struct project *project = look->result->project;
    struct panel_member *members = arena_alloc(look->arena, project->assessment_count,
                                               sizeof *members);
    size_t count = 0;
    for (size_t a = 0; a < project->assessment_count; a++) {
        struct panel_member member = member_of(look, &project->assessments[a]);
        if (member.marks > 0) {
            members[count++] = member;
        }
    }
    look->agreement->members = members;
    look->agreement->member_count = count;
}

static struct differing differing_of(const struct look *look, const struct assessment *by,
                                     size_t offer)
{
    struct differing differing = {.criteria = 0};
    for (size_t i = 1; i < look->criteria->count; i++) {
        const struct panel_score *panel = panel_of(look->result, offer, i);
        const struct panel_mark *mark = mark_of(panel, by);
        if (mark == NULL || mark->standing != MARK_COUNTS || !(panel->highest > panel->lowest)) {
            continue;
        }
        differing.criteria++;
        differing.highest += (double)mark->mark->level >= panel->highest ? 1 : 0;
    }
    return differing;
}

/* Add where one evaluator is the highest; it is a friend's or a mild judge's hand. */
static void add_favours(const struct look *look, const struct assessment *by,
                        struct favour *favours)
{
    size_t first = look->agreement->favour_count;
    bool everywhere = true;
    for (size_t o = 0; o < look->result->offer_count; o++) {
        struct differing differing = differing_of(look, by, o);
        everywhere = everywhere && differing.highest == differing.criteria;
        if (differing.criteria >= PATTERN_LEAST && differing.highest == differing.criteria) {
            favours[look->agreement->favour_count++] = (struct favour){
                .by = by, .offer = o, .criteria = differing.criteria};
        }
    }
    for (size_t f = first; f < look->agreement->favour_count; f++) {
        favours[f].everywhere = everywhere && look->agreement->favour_count - first > 1;
    }
}

static void find_favours(const struct look *look)
{
    size_t most = look->agreement->member_count * look->result->offer_count;
    struct favour *favours = arena_alloc(look->arena, most, sizeof *favours);
    for (size_t m = 0; m < look->agreement->member_count; m++) {
        add_favours(look, look->agreement->members[m].by, favours);
    }
    look->agreement->favours = favours;
}

/* Reasons of one evaluator, each once, with the criteria on which it stands. */
struct reasons {
    struct map by_text; // folded text -> index into `rows`
    struct map seen;    // folded text and item
    struct repeated_reason *rows;
    size_t count, capacity;
};

static void add_reason(const struct look *look, const struct assessment *by,
                       const struct mark *mark, struct reasons *reasons)
{
    const char *key = text_folded(look->arena, text_trimmed(look->arena, mark->because));
    size_t row = reasons->count;
    if (!map_add(&reasons->seen, arena_format(look->arena, "%zu %s", mark->item, key), 0)) {
        return; // the same criterion of another vendor
    }
    if (!map_find(&reasons->by_text, key, &row)) {
        map_add(&reasons->by_text, key, row);
        reasons->rows = arena_more(look->arena, reasons->rows, reasons->count, &reasons->capacity,
                                   sizeof *reasons->rows);
        reasons->rows[reasons->count++] = (struct repeated_reason){
            .by = by, .because = mark->because, .first = mark->at};
    }
    reasons->rows[row].criteria++;
}

static void find_reasons(const struct look *look)
{
    struct repeated_reason *kept = NULL;
    size_t count = 0;
    size_t capacity = 0;
    for (size_t m = 0; m < look->agreement->member_count; m++) {
        const struct assessment *by = look->agreement->members[m].by;
        struct reasons reasons = {.count = 0};
        map_init(&reasons.by_text, look->arena);
        map_init(&reasons.seen, look->arena);
        for (size_t i = 0; i < by->mark_count; i++) {
            if (!by->marks[i].moderated) {
                add_reason(look, by, &by->marks[i], &reasons);
            }
        }
        for (size_t r = 0; r < reasons.count; r++) {
            if (reasons.rows[r].criteria >= PATTERN_LEAST) {
                kept = arena_more(look->arena, kept, count, &capacity, sizeof *kept);
                kept[count++] = reasons.rows[r];
            }
        }
    }
    look->agreement->reasons = kept;
    look->agreement->reason_count = count;
}

struct panel_agreement panel_agreement_of(struct arena *arena, const struct result *result)
{
    struct panel_agreement agreement = {.items = NULL};
    const struct look look = {.arena = arena,
                              .result = result,
                              .criteria = &result->project->evaluation.criteria,
                              .agreement = &agreement};
    find_agreement(&look);
    find_members(&look);
    find_favours(&look);
    find_reasons(&look);
    find_open(&look);
    return agreement;
}
