#include "base/arena.h"
#include "base/text.h"
#include "report/measure.h"
#include "report/price_text.h"
#include "report/sheet_head.h"
#include "report/signs.h"
#include "report/summary_page.h"

enum { NOTE_PIXELS = 490, TAIL_PIXELS = 138 };

/* The place of a row in the ranking, as a formula: rows from the first one to this. */
static const char *place_formula(const struct summary_page *page, uint32_t row)
{
    uint32_t first = page->layout->summary.ranking;
    struct place top = {HOME_SUMMARY, first, SUMMARY_RANK};
    return arena_format(page->arena, "ROWS(%s:%s)", layout_fixed_text(&page->view, top),
                        summary_cell(page, row, SUMMARY_RANK));
}

struct figure_cell {
    uint32_t column;
    struct look look;
    const char *formula;
    double value;
};

/* A figure of an offer; `n/a` where it has no score. */
static void lay_figure(const struct summary_page *page, uint32_t row,
                       const struct scored_offer *offer, const struct figure_cell *figure)
{
    if (offer->has_total) {
        book_number_formula(page->book, row, figure->column, figure->look, figure->formula,
                            figure->value);
    } else {
        book_text_formula(page->book, row, figure->column, figure->look, figure->formula, "n/a");
    }
}

/* The scores on proof alone, as claimed, and if all is true. */
static void lay_block_figures(const struct summary_page *page, uint32_t row,
                              const struct scored_offer *offer, enum style style)
{
    const struct item_score *total = &offer->items[0];
    const struct {
        enum summary_column column;
        enum block block;
        double score;
    } figures[] = {
        {SUMMARY_PROVEN, BLOCK_PROVEN, total->proven},
        {SUMMARY_CLAIMED, BLOCK_CLAIMED, total->claimed},
        {SUMMARY_HIGH, BLOCK_HIGH, total->high},
    };
    for (size_t i = 0; i < COUNT_OF(figures); i++) {
        const char *at = place_formula(page, row);
        const struct figure_cell figure = {
            .column = figures[i].column,
            .look = look_as(style, LOOK_SECTION),
            .formula = arena_format(page->arena, "=%s",
                                    summary_pick_block(page, figures[i].block, 0, at)),
            .value = figures[i].score * 100,
        };
        lay_figure(page, row, offer, &figure);
    }
}

static void lay_offer(const struct summary_page *page, size_t place)
{
    const struct scored_offer *offer = &page->result->offers[page->result->order[place]];
    const struct item_score *total = &offer->items[0];
    uint32_t row = page->layout->summary.ranking + (uint32_t)place;
    bool first = place == 0 && page->ranked > 0;
    bool fold = summary_name_lines(page) > 1;
    enum style name = first ? (fold ? STYLE_LEAD_FOLDED : STYLE_LEAD_TEXT)
                            : (fold ? STYLE_BOLD_FOLDED : STYLE_TEXT_BOLD);
    enum style text = first ? STYLE_LEAD_TEXT : STYLE_TEXT;
    enum style num = first ? STYLE_LEAD_NUM : STYLE_NUM;
    struct arena *arena = page->arena;
    struct book *book = page->book;
    const char *at = place_formula(page, row);
    book_text_formula(book, row, SUMMARY_RANK, look(first ? STYLE_LEAD_RANK : STYLE_RANK),
                      arena_format(arena, "=%s", summary_pick(page, WORK_RANK_SHOWN, at)),
                      offer->ranked
                          ? arena_format(arena, "%zu%s", offer->rank, offer->shares_rank ? "=" : "")
                          : "–");
    book_text_formula(book, row, SUMMARY_VENDOR, look(name),
                      arena_format(arena, "=%s", summary_pick(page, WORK_NAME, at)),
                      offer->offer->name);
    book_text_formula(
        book, row, SUMMARY_OUTCOME, look(text),
        arena_format(arena, "=%s", summary_pick(page, WORK_OUTCOME, at)),
        arena_format(arena, "%s %s", outcome_sign(offer->outcome), outcome_word(offer->outcome)));
    const struct figure_cell score = {
        .column = SUMMARY_SCORE,
        .look = look_as(first ? STYLE_LEAD_NUM_BOLD : STYLE_NUM_BOLD, LOOK_SCORE),
        .formula = arena_format(arena, "=%s", summary_pick(page, WORK_PUBLISHED, at)),
        .value = offer->published,
    };
    lay_figure(page, row, offer, &score);
    lay_block_figures(page, row, offer, num);
    book_number_formula(book, row, SUMMARY_ANSWERED, look_as(num, LOOK_RATE),
                        arena_format(arena, "=%s", summary_pick(page, WORK_ANSWERED, at)),
                        offer->has_total ? total->answered : 0);
}

/* Those that are listed and not scored: late ones, and those that withdrew. */
static void lay_late(const struct summary_page *page)
{
    const struct project *project = page->result->project;
    uint32_t row = page->layout->summary.ranking + page->layout->summary.offers_shown;
    uint32_t end = row + page->layout->summary.late_shown;
    for (size_t i = 0; i < project->offer_count && row < end; i++) {
        enum offer_state state = project->offers[i].state;
        if (state == OFFER_LATE || state == OFFER_WITHDRAWN) {
            book_text(page->book, row, SUMMARY_RANK, look(STYLE_OUT_RANK), "–");
            book_text(
                page->book, row, SUMMARY_VENDOR, look(STYLE_OUT_TEXT),
                measure_clip(page->arena, project->offers[i].name, 10, false, SUMMARY_NAME_MOST));
            book_text(page->book, row, SUMMARY_OUTCOME, look(STYLE_OUT_TEXT),
                      state == OFFER_LATE ? "– late" : "– withdrawn");
            book_blanks(page->book, row, SUMMARY_SCORE, SUMMARY_ANSWERED, look(STYLE_OUT_TEXT));
            row++;
        }
    }
}

/* A waiver is named by who gave it; a mere lack of proof speaks for itself. */
static const char *gate_reason(const struct summary_page *page, const struct gate_score *gate)
{
    if (gate->result == GATE_WAIVED && gate->waiver != NULL) {
        return arena_format(page->arena, "waived by %s until %s", gate->waiver->by,
                            date_text(page->arena, gate->waiver->until));
    }
    return gate->result == GATE_NOT_MET
               ? arena_format(page->arena, "%s, %s", gate_result_word(gate->result), gate->why)
               : gate_result_word(gate->result);
}

/* The reasons that stand in the note as long as they fit whole; what does not is counted. */
struct note {
    struct text_builder text;
    size_t left_out;
};

static bool note_takes(const struct summary_page *page, struct note *note, const char *reason)
{
    const char *both = arena_format(page->arena, "%s%s", note->text.text, reason);
    if (note->left_out > 0 || measure_width(both, 9, false) > NOTE_PIXELS) {
        return false;
    }
    text_add(&note->text, reason);
    return true;
}

/* Each in full, else by its word alone, else counted. */
static void add_reasons(const struct summary_page *page, const struct scored_offer *offer,
                        enum gate_result wanted, struct note *note)
{
    for (size_t g = 0; g < page->result->gate_count; g++) {
        const struct gate_score *gate = &offer->gates[g];
        if (gate->result != wanted) {
            continue;
        }
        const char *start = arena_format(page->arena, "%s %s: %s", gate_sign(wanted),
                                         offer->offer->name, page->criteria->items[gate->item].id);
        const char *whole = arena_format(page->arena, "%s %s.  ", start, gate_reason(page, gate));
        const char *brief = arena_format(page->arena, "%s %s.  ", start, gate_result_word(wanted));
        if (!note_takes(page, note, whole) && !note_takes(page, note, brief)) {
            note->left_out++;
        }
    }
}

static size_t count_low_bids(const struct result *result)
{
    size_t count = 0;
    for (struct price_place place = {0, 0}; price_next_low(result, &place);) {
        count++;
    }
    return count;
}

/* A bid that is abnormally low is to be asked about before anything is decided (RULES 9): how low a
 * single one is, else whose they are. */
static void add_low_bids(const struct summary_page *page, struct note *note)
{
    bool is_single = count_low_bids(page->result) == 1;
    for (struct price_place place = {0, 0}; price_next_low(page->result, &place);) {
        const char *how = is_single
                              ? price_low_text(page->arena, page->result, place.offer, place.item)
                              : "";
        const char *reason = arena_format(page->arena, "▲ %s: %s abnormally low%s%s.  ",
                                          page->result->offers[place.offer].offer->name,
                                          page->criteria->items[place.item].id,
                                          is_single ? ", " : "", how);
        note->left_out += note_takes(page, note, reason) ? 0 : 1;
    }
}

/* Why the excluded are excluded, what bid is abnormally low, and what is to be proven; "" where
 * there is nothing to say. */
static const char *note_text(const struct summary_page *page)
{
    struct note note = {0};
    text_builder_init(&note.text, page->arena);
    const struct result *result = page->result;
    size_t hidden = page->layout->offer_count - page->layout->summary.offers_shown;
    if (hidden > 0) {
        text_add_format(&note.text, "%zu more vendors on Comparison.  ", hidden);
    }
    add_low_bids(page, &note);
    static const enum gate_result GRAVEST_FIRST[] = {GATE_NOT_MET, GATE_TO_BE_PROVEN, GATE_WAIVED};
    for (size_t r = 0; r < COUNT_OF(GRAVEST_FIRST); r++) {
        for (size_t i = 0; i < result->offer_count; i++) {
            add_reasons(page, &result->offers[result->order[i]], GRAVEST_FIRST[r], &note);
        }
    }
    if (note.left_out > 0) {
        text_add_format(&note.text, "%zu more on Comparison.", note.left_out);
    }
    return note.text.text;
}

void summary_ranking(const struct summary_page *page)
{
    static const struct sheet_column HEADS[] = {
        {"Rank", 0, STYLE_HEAD_SMALL_CENTRE, 0},
        {"Vendor", 0, STYLE_HEAD_SMALL, 0},
        {"Outcome", 0, STYLE_HEAD_SMALL, 0},
        {"Evidenced\nscore", 0, STYLE_HEAD_SMALL_NUM, 0},
        {"Proven", 0, STYLE_HEAD_SMALL_NUM, 0},
        {"Claimed", 0, STYLE_HEAD_SMALL_NUM, 0},
        {"If all\nis true", 0, STYLE_HEAD_SMALL_NUM, 0},
        {"Answered", 0, STYLE_HEAD_SMALL_NUM, 0},
    };
    const struct summary_rows *rows = &page->layout->summary;
    struct book *book = page->book;
    sheet_block_title(book, rows->heads - 1, SUMMARY_RANK, SUMMARY_ANSWERED, "Ranking");
    sheet_table_head(book, rows->heads, SUMMARY_RANK, HEADS, COUNT_OF(HEADS));
    for (size_t place = 0; place < rows->offers_shown; place++) {
        lay_offer(page, place);
    }
    lay_late(page);
    const char *note = note_text(page);
    if (note[0] != '\0') {
        book_text(book, rows->note, SUMMARY_VENDOR, look(STYLE_NOTE_SMALL),
                  measure_clip(page->arena, note, 9, false, NOTE_PIXELS + TAIL_PIXELS));
    }
    struct range table = {.first_row = rows->ranking,
                          .last_row = rows->ranking + rows->offers_shown - 1};
    static const struct {
        const char *sign;
        enum colour colour;
    } SIGNS[] = {{"✗", COLOUR_BAD},
                 {"■", COLOUR_BAD},
                 {"▲", COLOUR_WARN},
                 {"○", COLOUR_OURS},
                 {"✓", COLOUR_GOOD}};
    for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
        struct range outcomes = table;
        outcomes.first_column = SUMMARY_OUTCOME;
        outcomes.last_column = SUMMARY_OUTCOME;
        book_rule(book, &(struct rule){.range = outcomes,
                                       .formula = arena_format(page->arena, "=LEFT($C%u,1)=\"%s\"",
                                                               rows->ranking + 1, SIGNS[i].sign),
                                       .text = SIGNS[i].colour,
                                       .bold = i != 0});
    }
    static const struct {
        uint32_t first, last;
    } GREYED[] = {{SUMMARY_RANK, SUMMARY_VENDOR}, {SUMMARY_SCORE, SUMMARY_ANSWERED}};
    for (size_t i = 0; i < COUNT_OF(GREYED); i++) {
        struct range greyed = table;
        greyed.first_column = GREYED[i].first;
        greyed.last_column = GREYED[i].last;
        book_rule(book, &(struct rule){.range = greyed,
                                       .formula = arena_format(page->arena, "=LEFT($C%u,1)=\"✗\"",
                                                               rows->ranking + 1),
                                       .text = COLOUR_SUB});
    }
}
