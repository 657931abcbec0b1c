#include "base/arena.h"
#include "base/text.h"
#include "report/conditions_page.h"
#include "report/figure_cells.h"
#include "report/gate_cells.h"
#include "report/map_rules.h"
#include "report/measure.h"
#include "report/sheet_head.h"
#include "score/without.h"

#include <stdlib.h>

enum {
    HEAD_PIXELS = 21,
    BLOCK_PIXELS = 240,
    SHOWN_MOST = 200, // rows: in a portfolio the rest is on Comparison
    KINDS_SAID = 2,
    TREATMENTS_MOST = 10,
    NOTE_PIXELS = 21
};

/* A requirement of a vendor that is not simply met. */
struct open_gate {
    size_t offer, gate;
    const struct gate_score *score;
    struct date due; // of the proof, or the last day of the waiver
};

struct open_list {
    struct open_gate *gates;
    size_t count;
};

static const char *name_of(const struct conditions_page *page, size_t offer)
{
    return page->result->offers[offer].offer->name;
}

static int compare_days(struct date a, struct date b)
{
    if (!date_is_given(a) || !date_is_given(b)) {
        return (int)date_is_given(b) - (int)date_is_given(a); // without a day last
    }
    return date_compare(a, b);
}

/* To be proven first, by day; then waived; then not met. */
static int compare_open(const void *left, const void *right)
{
    const struct open_gate *a = left;
    const struct open_gate *b = right;
    if (a->score->result != b->score->result) {
        return a->score->result < b->score->result ? -1 : 1;
    }
    int days = compare_days(a->due, b->due);
    if (days != 0) {
        return days;
    }
    if (a->offer != b->offer) {
        return a->offer < b->offer ? -1 : 1;
    }
    return (a->gate > b->gate) - (a->gate < b->gate);
}

static struct date due_of(const struct item *item, const struct gate_score *score)
{
    static const struct date NOT_SAID = {.year = 0};
    switch (score->result) {
    case GATE_TO_BE_PROVEN:
        return item->gate.prove_on;
    case GATE_WAIVED:
        return score->waiver->until;
    case GATE_NOT_MET:
    case GATE_MET:
        break;
    }
    return NOT_SAID;
}

static struct open_list open_gates(const struct conditions_page *page)
{
    const struct result *result = page->result;
    struct open_list open = {.gates = arena_alloc(page->flow.arena,
                                                  result->offer_count * result->gate_count,
                                                  sizeof *open.gates)};
    for (size_t o = 0; o < result->offer_count; o++) {
        for (size_t g = 0; g < result->gate_count; g++) {
            const struct gate_score *score = &result->offers[o].gates[g];
            if (score->result != GATE_MET) {
                open.gates[open.count++] = (struct open_gate){
                    .offer = o,
                    .gate = g,
                    .score = score,
                    .due = due_of(conditions_item(page, g), score)};
            }
        }
    }
    if (open.count > 0) {
        qsort(open.gates, open.count, sizeof *open.gates, compare_open);
    }
    return open;
}

/* "Independent proof: SOC 2 Type II report or Penetration test". */
static const char *proof_words(const struct conditions_page *page, const struct item *item)
{
    struct text_builder text;
    text_builder_init(&text, page->flow.arena);
    text_add_format(&text, "%s proof", grade_word(item->gate.proof));
    size_t said = 0;
    for (size_t i = 0; i < item->kind_count && said < KINDS_SAID; i++) {
        const struct evidence_kind *kind = &page->criteria->kinds[item->kinds[i]];
        if (kind->grade >= item->gate.proof) {
            text_add_format(&text, "%s%s", said == 0 ? ": " : " or ", kind->title);
            said++;
        }
    }
    return term_sentence(page->flow.arena, text.text);
}

static const char *settles(const struct conditions_page *page, const struct open_gate *open)
{
    struct arena *arena = page->flow.arena;
    const struct item *item = conditions_item(page, open->gate);
    const struct waiver *waiver = open->score->waiver;
    switch (open->score->result) {
    case GATE_TO_BE_PROVEN:
        return open->score->level_suffices ? proof_words(page, item) : "Our own score of it";
    case GATE_WAIVED:
        return arena_format(arena, "Meeting it%s%s%s%s", date_is_given(waiver->until) ? " by " : "",
                            date_is_given(waiver->until) ? date_text(arena, waiver->until) : "",
                            waiver->meanwhile == NULL ? "" : "; meanwhile: ",
                            waiver->meanwhile == NULL ? "" : waiver->meanwhile);
    case GATE_NOT_MET:
    case GATE_MET:
        break;
    }
    return item->gate.waivable_count == 0
               ? "–"
               : arena_format(arena, "A waiver by %s", item->gate.waivable_by[0]);
}

static const char *found(const struct conditions_page *page, const struct open_gate *open)
{
    const struct waiver *waiver = open->score->waiver;
    bool says_why = open->score->result == GATE_WAIVED && waiver->why != NULL;
    return term_sentence(page->flow.arena, says_why ? waiver->why : open->score->why);
}

/* Who else leads, if the vendor is excluded; NULL where the same one does. */
static const char *leads_then(const struct conditions_page *page, size_t offer)
{
    struct arena *arena = page->flow.arena;
    struct leader_without then = leader_without(arena, page->result, offer);
    if (!then.any) {
        return "nobody is left";
    }
    if (page->result->has_leader && then.leader == page->result->leader) {
        return NULL;
    }
    return arena_format(arena, "%s leads%s", name_of(page, then.leader),
                        then.shared ? ", tied" : "");
}

struct consequence {
    const char *words;
    bool changes_leader;
};

static struct consequence consequence_of(const struct conditions_page *page,
                                         const struct open_gate *open)
{
    if (open->score->result == GATE_NOT_MET) {
        return (struct consequence){.words = "excluded"};
    }
    bool waived = open->score->result == GATE_WAIVED;
    if (!page->result->offers[open->offer].ranked) {
        return (struct consequence){.words = "excluded already"};
    }
    const char *leads = leads_then(page, open->offer);
    if (leads != NULL) {
        return (struct consequence){leads, true};
    }
    return (struct consequence){.words = waived ? "waiver ends; order unchanged"
                                                : "order unchanged"};
}

static const char *owner_of(const struct conditions_page *page, const struct open_gate *open)
{
    const struct gate *gate = &conditions_item(page, open->gate)->gate;
    switch (open->score->result) {
    case GATE_TO_BE_PROVEN:
        return gate->prove_owner == NULL ? "–" : gate->prove_owner;
    case GATE_WAIVED:
        return open->score->waiver->by;
    case GATE_NOT_MET:
    case GATE_MET:
        break;
    }
    return "–";
}

static const char *waived_words(const struct conditions_page *page, const struct open_gate *open)
{
    const struct waiver *waiver = open->score->waiver;
    if (open->score->result != GATE_WAIVED) {
        return "–";
    }
    return date_is_given(waiver->on) ? arena_format(page->flow.arena, "%s, %s", waiver->by,
                                                    date_text(page->flow.arena, waiver->on))
                                     : waiver->by;
}

static void lay_open(struct conditions_page *page, const struct open_gate *open)
{
    struct sheet_flow *flow = &page->flow;
    struct consequence fails = consequence_of(page, open);
    bool leads = page->result->has_leader && open->offer == page->result->leader;
    const struct flow_text texts[] = {
        [CONDITIONS_ID] = {conditions_item(page, open->gate)->id, STYLE_ID, 0},
        [CONDITIONS_WHAT] = {found(page, open), STYLE_TEXT_WRAP, 0},
        [CONDITIONS_WHY] = {settles(page, open), STYLE_TEXT_WRAP, 1},
        [CONDITIONS_VENDOR] = {name_of(page, open->offer),
                               leads ? STYLE_BOLD_FOLDED : STYLE_TEXT_WRAP, 0},
        [CONDITIONS_OWNER] = {owner_of(page, open), STYLE_TEXT_WRAP, 0},
        [CONDITIONS_DUE] = {date_is_given(open->due) ? date_text(flow->arena, open->due) : "–",
                            STYLE_TEXT_WRAP, 0},
        [CONDITIONS_POINTS] = {waived_words(page, open), STYLE_TEXT_WRAP, 0},
        [CONDITIONS_LAST] = {fails.words,
                             fails.changes_leader ? STYLE_BOLD_FOLDED : STYLE_TEXT_WRAP, 1},
    };
    uint32_t row = flow_texts(flow, &(struct flow_texts){.texts = texts, .count = COUNT_OF(texts)});
    book_text_formula(flow->book, row, CONDITIONS_KIND, look_at_top(look(STYLE_ID)),
                      arena_format(flow->arena, "=%s",
                                   layout_gate_at(&page->view, GATE_WORD, open->gate, open->offer)),
                      gate_result_text(flow->arena, open->score->result));
}

static void lay_head(struct conditions_page *page)
{
    static const struct sheet_column HEADS[] = {
        {"Id", 0, STYLE_HEAD, 0},
        {"What we found", 0, STYLE_HEAD, 0},
        {"What settles it", 0, STYLE_HEAD, 1},
        {"Vendor", 0, STYLE_HEAD, 0},
        {"Result", 0, STYLE_HEAD, 0},
        {"Owner", 0, STYLE_HEAD, 0},
        {"Due", 0, STYLE_HEAD, 0},
        {"Waived by, on", 0, STYLE_HEAD, 0},
        {"If it fails", 0, STYLE_HEAD, 1},
    };
    uint32_t row = flow_row(&page->flow, HEAD_PIXELS);
    sheet_table_head(page->flow.book, row, 0, HEADS, COUNT_OF(HEADS));
}

static const char *title_of(const struct conditions_page *page, const struct open_list *open)
{
    size_t may_change = 0;
    for (size_t i = 0; i < open->count; i++) {
        may_change += open->gates[i].score->result == GATE_TO_BE_PROVEN ? 1 : 0;
    }
    const char *points = arena_format(page->flow.arena, "Not simply met: %zu %s", open->count,
                                      open->count == 1 ? "point" : "points");
    if (may_change == 0) {
        return arena_format(page->flow.arena, "%s, none of them to be proven", points);
    }
    return arena_format(page->flow.arena, "%s, %zu of them can still change who is in", points,
                        may_change);
}

/* What the offer misses beside a requirement: then a waiver would not bring it back. */
static size_t other_miss(const struct conditions_page *page, size_t offer, size_t gate)
{
    size_t other = gate;
    for (size_t g = page->result->gate_count; g-- > 0;) {
        if (g != gate && page->result->offers[offer].gates[g].result == GATE_NOT_MET) {
            other = g;
        }
    }
    return other;
}

/* The offer for which a requirement is waived that this one misses; NULL: none. */
static const char *waived_for(const struct conditions_page *page, size_t gate)
{
    for (size_t o = 0; o < page->result->offer_count; o++) {
        if (page->result->offers[o].gates[gate].result == GATE_WAIVED) {
            return name_of(page, o);
        }
    }
    return NULL;
}

static void lay_treatment(struct conditions_page *page, const struct open_gate *open,
                          const char *waived)
{
    struct arena *arena = page->flow.arena;
    size_t other = other_miss(page, open->offer, open->gate);
    const char *name = name_of(page, open->offer);
    const char *back = other == open->gate
                           ? arena_format(arena, "The same waiver would bring %s back.", name)
                           : arena_format(arena,
                                          "%s also misses %s, so the waiver would not bring it "
                                          "back.",
                                          name, conditions_item(page, other)->id);
    uint32_t row = flow_row(&page->flow, NOTE_PIXELS);
    const char *text = arena_format(arena,
                                    "▲ Equal treatment: %s is waived for %s and not for %s. %s",
                                    conditions_item(page, open->gate)->id, waived, name, back);
    book_text(page->flow.book, row, 0, look(STYLE_NOTE_WARN),
              measure_clip(arena, text, 10, true, FLOW_WIDTH_PIXELS));
}

static void lay_treatments(struct conditions_page *page, const struct open_list *open)
{
    size_t shown = 0;
    for (size_t i = 0; i < open->count && shown < TREATMENTS_MOST; i++) {
        const char *waived = open->gates[i].score->result == GATE_NOT_MET
                                 ? waived_for(page, open->gates[i].gate)
                                 : NULL;
        if (waived != NULL) {
            lay_treatment(page, &open->gates[i], waived);
            shown++;
        }
    }
}

/* Words follow a changed input; whose points are listed, and what then, only a run can say. */
static void lay_title(struct conditions_page *page, const char *title)
{
    struct arena *arena = page->flow.arena;
    flow_block(
        &page->flow, title,
        arena_format(arena,
                     "=IF(%s=%zu,\"%s\",\"≠ Not simply met, as in this run; an input differs "
                     "now: run vouch again\")",
                     layout_figure_at(&page->view, FIGURE_DIFFER),
                     figure_differ_count(arena, page->result), title),
        BLOCK_PIXELS);
}

void conditions_open(struct conditions_page *page)
{
    struct sheet_flow *flow = &page->flow;
    struct open_list open = open_gates(page);
    if (open.count == 0) {
        return;
    }
    lay_title(page, title_of(page, &open));
    lay_head(page);
    uint32_t first = flow->row;
    for (size_t i = 0; i < open.count && i < SHOWN_MOST; i++) {
        struct arena_mark mark = arena_mark(flow->arena);
        lay_open(page, &open.gates[i]);
        arena_rewind(flow->arena, mark);
    }
    map_words(flow->book, &page->view, (struct place){HOME_ELSEWHERE, first, CONDITIONS_KIND},
              (struct place){HOME_ELSEWHERE, flow->row - 1, CONDITIONS_KIND});
    if (open.count > SHOWN_MOST) {
        uint32_t row = flow_row(flow, NOTE_PIXELS);
        book_format(flow->book, row, 0, look(STYLE_NOTE),
                    "%zu more are not listed here; sheet Comparison shows every requirement of "
                    "every vendor.",
                    open.count - SHOWN_MOST);
    }
    lay_treatments(page, &open);
}

const char *conditions_due_clause(const struct conditions_page *page)
{
    struct open_list open = open_gates(page);
    struct arena *arena = page->flow.arena;
    for (size_t i = 0; i < open.count; i++) {
        const struct open_gate *gate = &open.gates[i];
        if (gate->score->result != GATE_TO_BE_PROVEN) {
            break;
        }
        struct consequence fails = consequence_of(page, gate);
        if (fails.changes_leader) {
            return arena_format(arena, "; %s has%s%s to prove %s, or %s",
                                name_of(page, gate->offer),
                                date_is_given(gate->due) ? " until " : "",
                                date_is_given(gate->due) ? date_text(arena, gate->due) : "",
                                conditions_item(page, gate->gate)->id, fails.words);
        }
    }
    return "";
}
