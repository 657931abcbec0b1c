#include "report/sheet_claims.h"

#include "base/arena.h"
#include "base/decimal.h"
#include "base/number.h"
#include "base/text.h"
#include "report/claim_points.h"
#include "report/claim_words.h"
#include "report/claims_page.h"
#include "report/sheet_head.h"
#include "report/signs.h"

#include <assert.h>

enum {
    COUNTS_PIXELS = 21,
    MESSAGE_ROW = 1, // what it costs stands in the workings of this row
    GAP_PIXELS = 16,
    WORK_COST_CLAIMED = CLAIMS_WORK,
    WORK_COST_EVIDENCED,
    WORK_COST_PARTS
};

/* Widths in pixels; together they fill a landscape page at the scale of the flow. */
static const int PIXELS[] = {
    [CLAIMS_STATE] = 98,   [CLAIMS_VENDOR] = 76,    [CLAIMS_CLAIM] = 56,    [CLAIMS_CLASS] = 80,
    [CLAIMS_SAYS] = 134,   [CLAIMS_FIGURE] = 52,    [CLAIMS_MEASURED] = 62, [CLAIMS_PROOF] = 126,
    [CLAIMS_CLAIMED] = 52, [CLAIMS_EVIDENCED] = 62, [CLAIMS_LOST] = 48,     [CLAIMS_WORDING] = 112,
    [CLAIMS_ASK] = 130,
};

bool sheet_claims_is_there(const struct scorecard *scorecard)
{
    const struct result *result = scorecard->result;
    size_t claims = 0;
    for (size_t o = 0; o < result->offer_count; o++) {
        claims += result->offers[o].offer->response.claim_count;
    }
    return claims > 0;
}

static void count_states(struct claims_page *page)
{
    for (size_t i = 0; i < page->count; i++) {
        page->states[claim_score_at(page->result, page->places[i])->state]++;
    }
}

/* What the contradicted claims of one vendor cost it: over their criteria, each once. */
struct toll {
    size_t offer;  // index into result.offers
    size_t claims; // contradicted ones that lose points
    size_t *items;
    size_t count;
    double points;
};

static bool is_among(const struct toll *toll, size_t item)
{
    for (size_t i = 0; i < toll->count; i++) {
        if (toll->items[i] == item) {
            return true;
        }
    }
    return false;
}

static struct claim_points points_of(const struct claims_page *page, const struct toll *toll)
{
    return (struct claim_points){.flow = &page->flow,
                                 .view = &page->view,
                                 .scored = &page->result->offers[toll->offer],
                                 .offer = toll->offer,
                                 .items = toll->items,
                                 .count = toll->count};
}

static struct toll toll_of(const struct claims_page *page, size_t offer)
{
    const struct scored_offer *scored = &page->result->offers[offer];
    const struct criteria *criteria = &page->result->project->evaluation.criteria;
    struct toll toll = {
        .offer = offer,
        .items = arena_alloc(page->flow.arena, criteria->count, sizeof *toll.items)};
    for (size_t c = 0; c < scored->offer->response.claim_count; c++) {
        const struct claim *claim = &scored->offer->response.claims[c];
        if (scored->claims[c].state != CLAIM_CONTRADICTED) {
            continue;
        }
        toll.claims += claim_lost(&scored->claims[c]) > 0 ? 1 : 0;
        for (size_t i = 0; i < claim->criterion_count; i++) {
            if (!is_among(&toll, claim->criteria[i])) {
                toll.items[toll.count++] = claim->criteria[i];
            }
        }
    }
    struct claim_points points = points_of(page, &toll);
    toll.points = claim_points_value(&points, BLOCK_CLAIMED) -
                  claim_points_value(&points, BLOCK_EVIDENCED);
    return toll;
}

/* The vendor whom contradicted claims cost most; the first in the order of the offers of equals. */
static struct toll dearest(const struct claims_page *page)
{
    struct toll dearest = toll_of(page, 0);
    for (size_t o = 1; o < page->result->offer_count; o++) {
        struct arena_mark mark = arena_mark(page->flow.arena);
        struct toll toll = toll_of(page, o);
        if (decimal_round(toll.points - dearest.points, LAYOUT_GUARD) > 0) {
            dearest = toll;
        } else {
            arena_rewind(page->flow.arena, mark);
        }
    }
    return dearest;
}

static const char *claims_words(struct arena *arena, size_t count, size_t of)
{
    return arena_format(arena, "%zu of %zu claims %s", count, of, count == 1 ? "is" : "are");
}

/* Claims are contradicted: how many, and what that costs the one whom it costs most, live. */
static void say_contradicted(struct claims_page *page, struct sheet_head *head)
{
    struct arena *arena = page->flow.arena;
    struct sheet_flow *flow = &page->flow;
    struct toll toll = dearest(page);
    const char *start = arena_format(
        arena, "%s contradicted by what we read or measured",
        claims_words(arena, page->states[CLAIM_CONTRADICTED], page->count));
    if (toll.claims == 0) {
        head->message = arena_format(arena, "%s; none of them loses a point.", start);
        return;
    }
    const struct claim_points points = points_of(page, &toll);
    struct look look = look_as(STYLE_NOTE_SMALL, LOOK_POINTS);
    uint32_t work = claim_points_cell(&points, MESSAGE_ROW, WORK_COST_CLAIMED, look, BLOCK_CLAIMED,
                                      WORK_COST_PARTS);
    claim_points_cell(&points, MESSAGE_ROW, WORK_COST_EVIDENCED, look, BLOCK_EVIDENCED, work);
    const char *middle = arena_format(arena, "; %zu of them cost%s ", toll.claims,
                                      toll.claims == 1 ? "s" : "");
    head->message = arena_format(arena, "%s%s%s %s points.", start, middle,
                                 page->result->offers[toll.offer].offer->name,
                                 number_fixed(arena, toll.points, 1));
    head->message_formula = arena_format(
        arena, "=\"%s%s\"&%s&\" \"&FIXED(ROUND(%s-%s,%s),1,1)&\" points.\"", start, middle,
        layout_work_at(&page->view, WORK_NAME, toll.offer),
        flow_cell(flow, MESSAGE_ROW, WORK_COST_CLAIMED),
        flow_cell(flow, MESSAGE_ROW, WORK_COST_EVIDENCED), layout_rule_at(&page->view, RULE_GUARD));
}

static const char *calm_message(const struct claims_page *page)
{
    struct arena *arena = page->flow.arena;
    size_t unproven = page->states[CLAIM_NOT_PROVEN];
    size_t unopened = page->states[CLAIM_NOT_OPENED];
    if (unproven + unopened == 0) {
        return page->count == 1 ? "The only claim holds."
                                : arena_format(arena, "All %zu claims hold.", page->count);
    }
    const char *ours = arena_format(arena, "%zu %s to open", unopened,
                                    unopened == 1 ? "is ours" : "are ours");
    if (unproven == 0) {
        return arena_format(arena, "No claim is contradicted; of %zu claims %s.", page->count,
                            ours);
    }
    return arena_format(arena, "No claim is contradicted; %zu of %zu %s on the vendor’s word%s%s.",
                        unproven, page->count, unproven == 1 ? "rests" : "rest",
                        unopened == 0 ? "" : ", and ", unopened == 0 ? "" : ours);
}

static void lay_head(struct claims_page *page)
{
    struct sheet_head head = {
        .mast = "Claims: what vendors say about their products, and what we found",
        .note = page->view.layout->offers_as_rows
                    ? "A claim earns points only as far as its proof carries; points are of the "
                      "vendor’s total of 100, as evaluated and not live. Most points lost first."
                    : "A claim earns points only as far as its proof carries; points are of the "
                      "vendor’s total of 100. Within each state, most points lost first.",
        .last_column = CLAIMS_LAST,
    };
    if (page->states[CLAIM_CONTRADICTED] > 0) {
        say_contradicted(page, &head);
    } else {
        head.message = calm_message(page);
    }
    sheet_head_lay(page->flow.book, page->scorecard, &head);
}

/* Claims by state, and what the pips mean: the legend of the ledger. */
static void lay_counts(struct claims_page *page)
{
    static const enum colour COLOURS[CLAIM_STATE_COUNT] = {
        [CLAIM_CONTRADICTED] = COLOUR_BAD,
        [CLAIM_NOT_PROVEN] = COLOUR_WARN,
        [CLAIM_NOT_OPENED] = COLOUR_OURS,
        [CLAIM_HOLDS] = COLOUR_SUB,
    };
    struct arena *arena = page->flow.arena;
    struct run runs[CLAIM_STATE_COUNT];
    for (enum claim_state s = CLAIM_CONTRADICTED; s < CLAIM_STATE_COUNT; s++) {
        runs[s] = (struct run){
            arena_format(arena, "%s %s%s: %zu          ", claim_sign(s), claim_state_word(s),
                         s == CLAIM_NOT_OPENED ? " by us" : "", page->states[s]),
            page->states[s] > 0 ? COLOURS[s] : COLOUR_SUB, s != CLAIM_HOLDS && page->states[s] > 0};
    }
    struct text_builder pips;
    text_builder_init(&pips, arena);
    for (enum grade g = GRADE_STATED; g < GRADE_COUNT; g++) {
        text_add_format(&pips, "%s%s %s", g == GRADE_STATED ? "" : "   ", grade_pips(g),
                        grade_word(g));
    }
    uint32_t row = flow_row(&page->flow, COUNTS_PIXELS);
    book_rich(page->flow.book, row, 0, look(STYLE_KEY), runs, CLAIM_STATE_COUNT);
    book_text(page->flow.book, row, CLAIMS_LAST, look(STYLE_KEY_NUM), pips.text);
}

static void set_up(const struct claims_page *page)
{
    struct sheet_setup *setup = book_setup(page->flow.book);
    flow_end(&page->flow);
    book_column(page->flow.book, CLAIMS_LAST + 1, CLAIMS_LAST + 1, GAP_PIXELS);
    setup->freeze_row = CLAIMS_HEAD_ROW + 1;
    setup->repeat_first_row = CLAIMS_HEAD_ROW;
    setup->repeat_last_row = CLAIMS_HEAD_ROW;
    setup->has_filter = true;
    setup->filter = (struct range){
        .first_row = CLAIMS_HEAD_ROW, .last_row = page->ledger_last, .last_column = CLAIMS_LAST};
}

void sheet_claims(struct book *book, const struct scorecard *scorecard)
{
    struct arena scratch;
    arena_init(&scratch);
    struct claims_page page = {
        .flow = {.arena = &scratch,
                 .book = book,
                 .pixels = PIXELS,
                 .last_column = CLAIMS_LAST,
                 .row = SHEET_HEAD_ROWS,
                 .used = SHEET_HEAD_PIXELS},
        .scorecard = scorecard,
        .result = scorecard->result,
        .view = layout_view(&scratch, &scorecard->layout, HOME_ELSEWHERE),
    };
    page.places = claim_order(&scratch, page.result, &page.count);
    count_states(&page);
    book_begin_sheet(book, "Claims");
    scorecard_page(book, scorecard);
    lay_head(&page);
    lay_counts(&page);
    assert(page.flow.row == CLAIMS_HEAD_ROW);
    claims_ledger(&page);
    claims_gaps(&page);
    set_up(&page);
    book_end_sheet(book);
    arena_release(&scratch);
}
