#include "base/arena.h"
#include "base/decimal.h"
#include "base/number.h"
#include "base/sum.h"
#include "base/text.h"
#include "report/claim_points.h"
#include "report/conditions_page.h"
#include "report/figure_cells.h"
#include "report/measure.h"
#include "report/sheet_head.h"

enum {
    HEAD_PIXELS = 21,
    FILTER_PIXELS = 20, // of the button that a filter draws over a head
    NOTE_PIXELS = 21,
    BLOCK_PIXELS = 200,
    SQUARES_MOST = 10, // of a bar: as many as its column holds
    WORK_TARGET = CONDITIONS_WORK,
    WORK_PARTS
};

static const struct item *item_of(const struct conditions_page *page, const struct term *term)
{
    return &page->criteria->items[term->item];
}

/* Which terms a block shows. */
typedef bool takes(const struct term *term);

static bool takes_conditions(const struct term *term)
{
    return term->kind != TERM_WARRANTY;
}

static bool takes_warranties(const struct term *term)
{
    return term->kind == TERM_WARRANTY;
}

static size_t count_terms(const struct conditions_page *page, takes *is_shown)
{
    size_t count = 0;
    for (size_t o = 0; o < page->offer_count; o++) {
        for (size_t t = 0; t < page->offers[o].terms.count; t++) {
            count += is_shown(&page->offers[o].terms.terms[t]) ? 1 : 0;
        }
    }
    return count;
}

/* The worth of a square: the smallest with which the longest bar has ten. One for both blocks,
 * whose head the pages repeat. */
static double unit_of(const struct conditions_page *page)
{
    static const double UNITS[] = {0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10};
    double most = 0;
    for (size_t o = 0; o < page->offer_count; o++) {
        for (size_t t = 0; t < page->offers[o].terms.count; t++) {
            double points = page->offers[o].terms.terms[t].points;
            most = points > most ? points : most;
        }
    }
    size_t unit = 0;
    while (unit + 1 < COUNT_OF(UNITS) && most / UNITS[unit] > SQUARES_MOST) {
        unit++;
    }
    return UNITS[unit];
}

static const char *squares(const struct conditions_page *page, double points, double unit)
{
    if (points <= 0) {
        return "–";
    }
    double count = decimal_round(decimal_round(points / unit, LAYOUT_GUARD), 0);
    struct text_builder text;
    text_builder_init(&text, page->flow.arena);
    for (int i = 0; i < SQUARES_MOST && (i == 0 || i < count); i++) {
        text_add(&text, "■");
    }
    return text.text;
}

/* What its target lacks, live; requirements carry no points of their own. */
static void lay_points(const struct conditions_page *page, uint32_t row, size_t offer,
                       const struct term *term, struct look look)
{
    const struct sheet_flow *flow = &page->flow;
    bool to_target = term->condition->source == CONDITION_TARGET;
    if (page->scorecard->layout.offers_as_rows ||
        (!to_target && term->condition->source != CONDITION_SHORTFALL)) {
        book_number(flow->book, row, CONDITIONS_POINTS, look, term->points);
        return;
    }
    double target = to_target ? item_of(page, term)->target * 100 : 100;
    book_number(flow->book, row, WORK_TARGET, look_as(STYLE_NUM, LOOK_LEAF), target);
    book_number_formula(
        flow->book, row, CONDITIONS_POINTS, look,
        arena_format(flow->arena, "=%s*MAX(0,%s-%s)/100",
                     layout_block_at(&page->view, BLOCK_SHARE, term->item, offer),
                     flow_cell(flow, row, WORK_TARGET),
                     layout_block_at(&page->view, BLOCK_EVIDENCED, term->item, offer)),
        term->points);
}

/* What the rows of both blocks have in common. */
struct term_row {
    const char *id, *because, *kind, *owner, *due;
    const struct term *term;
    bool closed, first; // first: of its vendor, and not of the table
};

static uint32_t lay_texts(struct conditions_page *page, const struct offer_terms *offer,
                          const struct term_row *cells)
{
    bool leads = page->result->has_leader && offer->offer == page->result->leader;
    bool must = text_equal(cells->kind, "must");
    const struct flow_text texts[] = {
        [CONDITIONS_ID] = {cells->id, STYLE_TEXT_WRAP, 0},
        [CONDITIONS_WHAT] = {cells->term->text, STYLE_TEXT_WRAP, 0},
        [CONDITIONS_WHY] = {cells->because, STYLE_TEXT_WRAP, 1},
        [CONDITIONS_VENDOR] = {page->result->offers[offer->offer].offer->name,
                               leads ? STYLE_BOLD_FOLDED : STYLE_TEXT_WRAP, 0},
        [CONDITIONS_KIND] = {cells->kind, must ? STYLE_BOLD_FOLDED : STYLE_TEXT_WRAP, 0},
        [CONDITIONS_OWNER] = {cells->owner == NULL ? "–" : cells->owner, STYLE_TEXT_WRAP, 0},
        [CONDITIONS_DUE] = {cells->due == NULL ? "–" : cells->due, STYLE_TEXT_WRAP, 0},
    };
    return flow_texts(
        &page->flow,
        &(struct flow_texts){.texts = texts, .count = COUNT_OF(texts), .group_top = cells->first});
}

static struct look number_look_of(const struct term_row *cells)
{
    return (struct look){.style = cells->closed ? STYLE_FIXED : STYLE_NUM_BOLD,
                         .number = LOOK_TERM_POINTS,
                         .top = true,
                         .group_top = cells->first};
}

static void lay_bar(const struct conditions_page *page, uint32_t row, uint32_t head,
                    const struct term_row *cells, double unit)
{
    const char *cell = flow_cell(&page->flow, row, CONDITIONS_POINTS);
    const struct look look = {
        .style = STYLE_ID, .indent = 1, .top = true, .group_top = cells->first};
    book_text_formula(
        page->flow.book, row, CONDITIONS_LAST, look,
        arena_format(page->flow.arena,
                     "=IF(%s>0,REPT(\"■\",MIN(%d,MAX(1,ROUND(ROUND(%s/%s,%s),0)))),\"–\")", cell,
                     SQUARES_MOST, cell, flow_fixed_cell(&page->flow, head, CONDITIONS_LAST),
                     layout_rule_at(&page->view, RULE_GUARD)),
        squares(page, cells->term->points, unit));
}

static void lay_condition(struct conditions_page *page, uint32_t head, double unit,
                          const struct offer_terms *offer, size_t index)
{
    struct arena *arena = page->flow.arena;
    const struct term *term = &offer->terms.terms[index];
    bool closed = term->condition->closed;
    const struct term_row cells = {
        .term = term,
        .id = item_of(page, term)->id,
        .because = closed ? term_sentence(arena, term_status(arena, term)) : term->because,
        .kind = closed       ? "closed"
                : term->must ? "must"
                             : "should",
        .owner = term->owner,
        .due = date_is_given(term->due) ? date_text(arena, term->due) : NULL,
        .closed = closed,
        .first = index == 0 && page->flow.row > head + 1,
    };
    uint32_t row = lay_texts(page, offer, &cells);
    lay_points(page, row, offer->offer, term, number_look_of(&cells));
    lay_bar(page, row, head, &cells, unit);
}

static const struct sheet_column HEADS[] = {
    {"Criterion", 0, STYLE_HEAD, 0}, {"Put into the contract", 0, STYLE_HEAD, 0},
    {"Because", 0, STYLE_HEAD, 1},   {"Vendor", 0, STYLE_HEAD, 0},
    {"Kind", 0, STYLE_HEAD, 0},      {"Owner", 0, STYLE_HEAD, 0},
    {"Due", 0, STYLE_HEAD, 0},       {"Points", 0, STYLE_HEAD_NUM, 0},
};

static void lay_head(struct conditions_page *page, double unit, int filter_pixels)
{
    struct sheet_flow *flow = &page->flow;
    uint32_t row = flow_row(flow, HEAD_PIXELS + filter_pixels);
    for (uint32_t c = 0; c < COUNT_OF(HEADS); c++) {
        struct look look = look_in(HEADS[c].style, HEADS[c].indent);
        look.top = filter_pixels > 0;
        book_text(flow->book, row, c, look, HEADS[c].head);
    }
    struct look look = {
        .style = STYLE_HEAD, .number = LOOK_UNIT, .indent = 1, .top = filter_pixels > 0};
    book_number(flow->book, row, CONDITIONS_LAST, look, unit);
}

/* What the leader still owes, as the program found it: open musts and all that is open. */
struct debt {
    size_t musts;
    double in_musts, in_all;
};

static struct debt debt_of(const struct offer_terms *offer)
{
    struct debt debt = {.musts = 0};
    struct sum musts = {0};
    struct sum all = {0};
    for (size_t t = 0; t < offer->terms.count; t++) {
        const struct term *term = &offer->terms.terms[t];
        if (takes_conditions(term) && !term->condition->closed) {
            debt.musts += term->must ? 1 : 0;
            sum_add(term->must ? &musts : &all, term->points);
        }
    }
    debt.in_musts = sum_total(&musts);
    debt.in_all = sum_total(&all) + debt.in_musts;
    return debt;
}

/* The title says what the leader owes; its rows are the first `rows` of the table below `head`. */
static void lay_title(struct conditions_page *page, uint32_t title, uint32_t head, size_t rows)
{
    struct arena *arena = page->flow.arena;
    const struct offer_terms *leader = &page->offers[0];
    struct debt debt = debt_of(leader);
    const char *name = page->result->offers[leader->offer].offer->name;
    uint32_t last = head + (uint32_t)rows;
    const char *kinds = flow_range(&page->flow, CONDITIONS_KIND, head, last);
    const char *points = flow_range(&page->flow, CONDITIONS_POINTS, head, last);
    const char *musts = arena_format(arena, "SUMIFS(%s,%s,\"must\")", points, kinds);
    book_text_formula(
        page->flow.book, title, 0, look(STYLE_BLOCK),
        arena_format(arena,
                     "=\"Contract conditions: musts carry \"&FIXED(%s,1,1)&\" of the \"&FIXED("
                     "%s+SUMIFS(%s,%s,\"should\"),1,1)&\" points that \"&%s&\" still owes\"",
                     musts, musts, points, kinds,
                     layout_work_at(&page->view, WORK_NAME, leader->offer)),
        arena_format(
            arena, "Contract conditions: musts carry %s of the %s points that %s still owes",
            number_fixed(arena, debt.in_musts, 1), number_fixed(arena, debt.in_all, 1), name));
}

static size_t conditions_of(const struct offer_terms *offer)
{
    size_t count = 0;
    for (size_t t = 0; t < offer->terms.count; t++) {
        count += takes_conditions(&offer->terms.terms[t]) ? 1 : 0;
    }
    return count;
}

static void lay_left_out(struct conditions_page *page)
{
    if (page->left_out > 0) {
        book_format(page->flow.book, flow_row(&page->flow, NOTE_PIXELS), 0, look(STYLE_NOTE),
                    "Of the first %zu in rank; %zu more are left out here. All of them: "
                    "vouch score --conditions FILE.csv.",
                    page->offer_count, page->left_out);
    }
}

/* What does not follow a changed input. */
static const char *stale_terms(const struct conditions_page *page)
{
    return page->scorecard->layout.offers_as_rows
               ? "Terms, reasons and points are of this run; an input differs now: run vouch again."
               : "Terms, reasons and their order are of this run; an input differs now: run vouch "
                 "again. Points to a target follow.";
}

static const char *terms_note(const struct conditions_page *page)
{
    return page->scorecard->layout.offers_as_rows
               ? "In order of rank; musts first, then by points, which are as evaluated and not "
                 "live. Requirements carry no points: they decide who is in."
               : "In order of rank; musts first, then by points: what the vendor’s total of 100 "
                 "gains once the condition is met. Excluded vendors are left out.";
}

/* The note below a block's title; live it says where an input differs from this run, since what
 * does not follow then are the terms. */
static void lay_note(struct conditions_page *page, const char *note, const char *stale)
{
    struct sheet_flow *flow = &page->flow;
    struct arena *arena = flow->arena;
    uint32_t row = flow_row(flow, NOTE_PIXELS);
    book_text(flow->book, row, CONDITIONS_WORK, look(STYLE_NOTE_SMALL), note);
    book_text_formula(flow->book, row, 0, look(STYLE_NOTE),
                      arena_format(arena, "=IF(%s=%zu,%s,\"≠ %s\")",
                                   layout_figure_at(&page->view, FIGURE_DIFFER),
                                   figure_differ_count(arena, page->result),
                                   flow_fixed_cell(flow, row, CONDITIONS_WORK), stale),
                      note);
}

void conditions_terms(struct conditions_page *page)
{
    struct sheet_flow *flow = &page->flow;
    if (count_terms(page, takes_conditions) == 0) {
        return;
    }
    flow_block(flow, "Contract conditions", NULL, BLOCK_PIXELS);
    uint32_t title = flow->row - 1;
    lay_note(page, terms_note(page), stale_terms(page));
    double unit = unit_of(page);
    page->terms_head = flow->row;
    lay_head(page, unit, FILTER_PIXELS);
    flow->repeated = HEAD_PIXELS + FILTER_PIXELS;
    for (size_t o = 0; o < page->offer_count; o++) {
        for (size_t t = 0; t < conditions_of(&page->offers[o]); t++) {
            struct arena_mark mark = arena_mark(flow->arena);
            lay_condition(page, page->terms_head, unit, &page->offers[o], t);
            arena_rewind(flow->arena, mark);
        }
    }
    page->terms_last = flow->row - 1;
    if (conditions_of(&page->offers[0]) > 0) {
        lay_title(page, title, page->terms_head, conditions_of(&page->offers[0]));
    }
    lay_left_out(page);
}

/* The criteria that a claim feeds, a line each. */
static const char *criteria_lines(const struct conditions_page *page, const struct claim *claim)
{
    struct text_builder text;
    text_builder_init(&text, page->flow.arena);
    for (size_t i = 0; i < claim->criterion_count; i++) {
        text_add_format(&text, "%s%s", i == 0 ? "" : "\n",
                        page->criteria->items[claim->criteria[i]].id);
    }
    return text.length == 0 ? "–" : text.text;
}

static void lay_warranty(struct conditions_page *page, uint32_t head, double unit,
                         const struct offer_terms *offer, size_t index)
{
    const struct term *term = &offer->terms.terms[index];
    const struct scored_offer *scored = &page->result->offers[offer->offer];
    const struct claim *claim = &scored->offer->response.claims[term->claim];
    const struct term_row cells = {
        .term = term,
        .id = criteria_lines(page, claim),
        .because = term->because,
        .kind = "warranty",
        .first = (index == 0 || offer->terms.terms[index - 1].kind != TERM_WARRANTY) &&
                 page->flow.row > head + 1,
    };
    uint32_t row = lay_texts(page, offer, &cells);
    const struct claim_points points = {&page->flow,  &page->view,     scored,
                                        offer->offer, claim->criteria, claim->criterion_count};
    claim_points_cell(&points, row, CONDITIONS_POINTS, number_look_of(&cells), BLOCK_EVIDENCED,
                      WORK_PARTS);
    lay_bar(page, row, head, &cells, unit);
}

void conditions_warranties(struct conditions_page *page)
{
    struct sheet_flow *flow = &page->flow;
    size_t count = count_terms(page, takes_warranties);
    if (count == 0) {
        return;
    }
    flow_block(flow,
               arena_format(flow->arena, "Warranties: %zu %s relied upon", count,
                            count == 1 ? "claim is" : "claims are"),
               NULL, BLOCK_PIXELS);
    lay_note(page,
             "A claim that holds, or that feeds points which count, is a promise to be kept: "
             "points are those that it carries, and a criterion may carry several claims.",
             page->scorecard->layout.offers_as_rows
                 ? "Claims and points are of this run; an input differs now: run vouch again."
                 : "Claims and reasons are of this run, points follow: an input differs now, run "
                   "vouch again.");
    double unit = unit_of(page);
    uint32_t head = flow->row;
    lay_head(page, unit, 0);
    for (size_t o = 0; o < page->offer_count; o++) {
        for (size_t t = 0; t < page->offers[o].terms.count; t++) {
            if (takes_warranties(&page->offers[o].terms.terms[t])) {
                struct arena_mark mark = arena_mark(flow->arena);
                lay_warranty(page, head, unit, &page->offers[o], t);
                arena_rewind(flow->arena, mark);
            }
        }
    }
    lay_left_out(page);
}
