#include "report/sheet_conditions.h"

#include "base/arena.h"
#include "report/conditions_page.h"
#include "report/figure_cells.h"
#include "report/measure.h"
#include "report/sheet_head.h"
#include "score/gate.h"

enum { MESSAGE_POINTS = 14, CLAUSE_ROW = 1, GAP_PIXELS = 16 };

/* Widths in pixels; together they fill a landscape page at the scale of the flow. */
static const int PIXELS[] = {
    [CONDITIONS_ID] = 62,     [CONDITIONS_WHAT] = 220,  [CONDITIONS_WHY] = 194,
    [CONDITIONS_VENDOR] = 96, [CONDITIONS_KIND] = 96,   [CONDITIONS_OWNER] = 96,
    [CONDITIONS_DUE] = 96,    [CONDITIONS_POINTS] = 96, [CONDITIONS_LAST] = 132,
};

bool sheet_conditions_is_there(const struct scorecard *scorecard)
{
    const struct result *result = scorecard->result;
    bool any = result->gate_count > 0;
    for (size_t o = 0; o < result->offer_count && !any; o++) {
        struct arena arena;
        arena_init(&arena);
        any = terms_of(&arena, result, &result->offers[o]).count > 0;
        arena_release(&arena);
    }
    return any;
}

/* Those that are still in the race, by rank: the first of a portfolio. */
static void find_offers(struct conditions_page *page)
{
    const struct result *result = page->result;
    struct offer_terms *offers = arena_alloc(page->flow.arena, LAYOUT_COLUMNS_MOST, sizeof *offers);
    for (size_t i = 0; i < result->offer_count; i++) {
        size_t offer = result->order[i];
        if (!result->offers[offer].ranked) {
            continue;
        }
        if (page->offer_count == LAYOUT_COLUMNS_MOST) {
            page->left_out++;
            continue;
        }
        offers[page->offer_count++] = (struct offer_terms){
            .offer = offer, .terms = terms_of(page->flow.arena, result, &result->offers[offer])};
    }
    page->offers = offers;
}

static size_t count_in(const struct result *result)
{
    size_t in = 0;
    for (size_t o = 0; o < result->offer_count; o++) {
        in += gate_any(&result->offers[o], result->gate_count, GATE_NOT_MET) ? 0 : 1;
    }
    return in;
}

/* What is at stake is a fact of the run: it stands in the workings, and a what-if makes it stale.
 */
static const char *clause_within(struct conditions_page *page, const char *message)
{
    struct arena *arena = page->flow.arena;
    const char *clause = conditions_due_clause(page);
    const char *whole = arena_format(arena, "%s%s.", message, clause);
    bool fits = measure_width(whole, MESSAGE_POINTS, true) <= FLOW_WIDTH_PIXELS;
    return arena_format(arena, "%s.", fits ? clause : "");
}

static void lay_head(struct conditions_page *page)
{
    struct arena *arena = page->flow.arena;
    const struct result *result = page->result;
    struct sheet_head head = {
        .mast = "Conditions: what must be met, and what must enter the contract",
        .note = "A mandatory requirement tests the answer in its own terms and, where it says so, "
                "the proof. Not met: excluded. To be proven: ranked, at best with conditions.",
        .last_column = CONDITIONS_LAST,
    };
    if (result->gate_count == 0) {
        head.message = "No requirement is mandatory; what falls short is put into the contract.";
        head.note = "Terms are in order of rank; musts first, then by points.";
        sheet_head_lay(page->flow.book, page->scorecard, &head);
        return;
    }
    const char *ends = result->offer_count == 1 ? "vendor meets or may still meet"
                                                : "vendors meet or may still meet";
    const char *message = arena_format(arena, "%zu of %zu %s all mandatory requirements",
                                       count_in(result), result->offer_count, ends);
    const char *clause = clause_within(page, message);
    book_text(page->flow.book, CLAUSE_ROW, CONDITIONS_WORK, look(STYLE_NOTE_SMALL), clause);
    head.message = arena_format(arena, "%s%s", message, clause);
    head.message_formula = arena_format(
        arena,
        "=%zu-COUNTIF(%s,\">0\")&\" of %zu %s all mandatory requirements\"&IF(%s=%zu,%s,\"; run "
        "vouch again for what follows.\")",
        result->offer_count, layout_works_at(&page->view, WORK_NOT_MET), result->offer_count, ends,
        layout_figure_at(&page->view, FIGURE_DIFFER), figure_differ_count(arena, result),
        flow_fixed_cell(&page->flow, CLAUSE_ROW, CONDITIONS_WORK));
    sheet_head_lay(page->flow.book, page->scorecard, &head);
}

static void set_up(const struct conditions_page *page)
{
    struct sheet_setup *setup = book_setup(page->flow.book);
    flow_end(&page->flow);
    book_column(page->flow.book, CONDITIONS_LAST + 1, CONDITIONS_LAST + 1, GAP_PIXELS);
    if (page->terms_head > 0) { // pages behind it repeat its head
        setup->repeat_first_row = page->terms_head;
        setup->repeat_last_row = page->terms_head;
        setup->has_filter = true;
        setup->filter = (struct range){.first_row = page->terms_head,
                                       .last_row = page->terms_last,
                                       .last_column = CONDITIONS_LAST};
    }
}

void sheet_conditions(struct book *book, const struct scorecard *scorecard)
{
    struct arena scratch;
    arena_init(&scratch);
    const struct result *result = scorecard->result;
    struct conditions_page page = {
        .flow = {.arena = &scratch,
                 .book = book,
                 .pixels = PIXELS,
                 .last_column = CONDITIONS_LAST,
                 .row = SHEET_HEAD_ROWS,
                 .used = SHEET_HEAD_PIXELS},
        .scorecard = scorecard,
        .result = result,
        .criteria = &result->project->evaluation.criteria,
        .view = layout_view(&scratch, &scorecard->layout, HOME_ELSEWHERE),
    };
    find_offers(&page);
    book_begin_sheet(book, "Conditions");
    scorecard_page(book, scorecard);
    lay_head(&page);
    conditions_gates(&page);
    conditions_open(&page);
    conditions_terms(&page);
    conditions_warranties(&page);
    set_up(&page);
    book_end_sheet(book);
    arena_release(&scratch);
}
