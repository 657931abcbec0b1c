#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "report/conditions_page.h"
#include "report/gate_cells.h"
#include "report/map_rules.h"
#include "report/measure.h"
#include "report/sheet_head.h"
#include "score/gate.h"

enum { HEAD_PIXELS = 21, BLOCK_PIXELS = 260 };

const struct item *conditions_item(const struct conditions_page *page, size_t gate)
{
    return &page->criteria->items[page->result->gates[gate]];
}

static bool is_wide(const struct conditions_page *page)
{
    return page->result->offer_count <= CONDITIONS_VENDORS;
}

/* "at least In place, independent". Of a minimum it is live. */
static const char *needed(const struct conditions_page *page, size_t gate)
{
    const struct item *item = conditions_item(page, gate);
    struct arena *arena = page->flow.arena;
    const struct rules *rules = &page->result->project->evaluation.rules;
    size_t minimum = 0;
    if (gate_is_minimum(&page->scorecard->layout, gate, &minimum)) {
        return arena_format(arena, "at least %s evidenced",
                            number_fixed(arena, rules->minima[minimum].least, rules->decimals));
    }
    const char *answer = gate_requirement(arena, &item->gate);
    bool is = item->gate.test == GATE_IS;
    return arena_format(arena, "%s%s%s%s", is ? "is " : "", answer,
                        item->gate.has_proof ? ", " : "",
                        item->gate.has_proof ? grade_word(item->gate.proof) : "");
}

static const char *waivable_by(const struct conditions_page *page, size_t gate)
{
    const struct gate *rule = &conditions_item(page, gate)->gate;
    struct text_builder text;
    text_builder_init(&text, page->flow.arena);
    for (size_t i = 0; i < rule->waivable_count; i++) {
        text_add_format(&text, "%s%s", i == 0 ? "" : " or ", rule->waivable_by[i]);
    }
    return text.length == 0 ? "nobody" : text.text;
}

/* A minimum says the score it looks at, too. */
static void lay_result(const struct conditions_page *page, uint32_t row, size_t gate, size_t offer)
{
    struct arena *arena = page->flow.arena;
    const struct layout_view *view = &page->view;
    const struct scored_offer *scored = &page->result->offers[offer];
    size_t item = page->result->gates[gate];
    const char *word = layout_gate_at(view, GATE_WORD, gate, offer);
    const char *shown = gate_result_text(arena, scored->gates[gate].result);
    const char *formula = arena_format(arena, "=%s", word);
    if (conditions_item(page, gate)->gate.test == GATE_MINIMUM) {
        const char *score = layout_block_at(view, BLOCK_EVIDENCED, item, offer);
        formula = arena_format(
            arena, "=%s&IF(ISNUMBER(%s),\" \"&FIXED(ROUND(ROUND(%s,%s),%s),%s,1),\"\")", word,
            score, score, layout_rule_at(view, RULE_GUARD), layout_rule_at(view, RULE_DECIMALS),
            layout_rule_at(view, RULE_DECIMALS));
        if (scored->items[item].in_sum) {
            int decimals = page->result->project->evaluation.rules.decimals;
            shown = arena_format(
                arena, "%s %s", shown,
                number_fixed(arena, scored->items[item].evidenced * 100, decimals));
        }
    }
    book_text_formula(page->flow.book, row, CONDITIONS_VENDOR + (uint32_t)offer,
                      look_at_top(look(STYLE_ID)), formula, shown);
}

static void lay_counts(const struct conditions_page *page, uint32_t row, size_t gate)
{
    static const enum gate_result RESULTS[] = {GATE_MET, GATE_TO_BE_PROVEN, GATE_WAIVED,
                                               GATE_NOT_MET};
    const struct layout *layout = &page->scorecard->layout;
    struct arena *arena = page->flow.arena;
    const char *words = layout_range_text(
        &page->view, layout_gate(layout, GATE_WORD, gate, 0),
        layout_gate(layout, GATE_WORD, gate, layout->offer_count - 1));
    struct look count = look_at_top(look_as(STYLE_NUM, LOOK_DIFFERENCE_COUNT));
    for (size_t r = 0; r < COUNT_OF(RESULTS); r++) {
        size_t held = 0;
        for (size_t o = 0; o < layout->offer_count; o++) {
            held += page->result->offers[o].gates[gate].result == RESULTS[r] ? 1 : 0;
        }
        book_number_formula(
            page->flow.book, row, CONDITIONS_VENDOR + (uint32_t)r, count,
            arena_format(arena, "=COUNTIF(%s,\"%s\")", words, gate_result_text(arena, RESULTS[r])),
            (double)held);
    }
    book_number(page->flow.book, row, CONDITIONS_VENDOR + COUNT_OF(RESULTS), count,
                (double)layout->offer_count);
}

/* A minimum is an input. */
static void lay_minimum(const struct conditions_page *page, uint32_t row, size_t minimum,
                        const char *need)
{
    book_text_formula(page->flow.book, row, CONDITIONS_WHY,
                      look_at_top(look_in(STYLE_TEXT_WRAP, 1)),
                      arena_format(page->flow.arena, "=\"at least \"&FIXED(%s,%s,1)&\" evidenced\"",
                                   layout_minimum_at(&page->view, minimum),
                                   layout_rule_at(&page->view, RULE_DECIMALS)),
                      need);
}

static void lay_gate(struct conditions_page *page, size_t gate)
{
    struct sheet_flow *flow = &page->flow;
    const struct layout *layout = &page->scorecard->layout;
    size_t minimum = 0;
    bool is_minimum = gate_is_minimum(layout, gate, &minimum);
    const char *need = needed(page, gate);
    const struct flow_text texts[] = {
        [CONDITIONS_ID] = {conditions_item(page, gate)->id, STYLE_ID, 0},
        [CONDITIONS_WHAT] = {gate_title(flow->arena, layout, gate), STYLE_TEXT_WRAP, 0},
        [CONDITIONS_WHY] = {is_minimum ? NULL : need, STYLE_TEXT_WRAP, 1},
        [CONDITIONS_LAST] = {waivable_by(page, gate), STYLE_TEXT_WRAP, 1},
    };
    uint32_t row = flow_texts(flow, &(struct flow_texts){.texts = texts, .count = COUNT_OF(texts)});
    if (is_minimum) {
        lay_minimum(page, row, minimum, need);
    }
    if (!is_wide(page)) {
        lay_counts(page, row, gate);
        return;
    }
    uint32_t offers = (uint32_t)page->result->offer_count;
    for (size_t o = 0; o < offers; o++) {
        lay_result(page, row, gate, o);
    }
    for (uint32_t c = CONDITIONS_VENDOR + offers; c < CONDITIONS_LAST; c++) {
        book_blank(flow->book, row, c, look(STYLE_ID));
    }
}

static void lay_head(struct conditions_page *page)
{
    static const char *const COUNTS[CONDITIONS_VENDORS] = {"Met", "To be proven", "Waived",
                                                           "Not met", "Vendors"};
    struct sheet_flow *flow = &page->flow;
    int lines = 1;
    for (size_t o = 0; is_wide(page) && o < page->result->offer_count; o++) {
        int needed_lines = measure_lines(page->result->offers[o].offer->name, 10, false,
                                         flow->pixels[CONDITIONS_VENDOR], 0);
        lines = needed_lines > lines ? needed_lines : lines;
    }
    uint32_t row = flow_row(flow, lines > 1 ? measure_height(lines, FLOW_PAD) : HEAD_PIXELS);
    book_text(flow->book, row, CONDITIONS_ID, look(STYLE_HEAD), "Id");
    book_text(flow->book, row, CONDITIONS_WHAT, look(STYLE_HEAD), "Requirement");
    book_text(flow->book, row, CONDITIONS_WHY, look_in(STYLE_HEAD, 1), "Answer and proof needed");
    book_text(flow->book, row, CONDITIONS_LAST, look_in(STYLE_HEAD, 1), "May be waived by");
    for (uint32_t c = 0; c < CONDITIONS_VENDORS; c++) {
        if (!is_wide(page)) {
            book_text(flow->book, row, CONDITIONS_VENDOR + c, look(STYLE_HEAD_NUM), COUNTS[c]);
        } else {
            bool is_there = c < page->result->offer_count;
            book_text(flow->book, row, CONDITIONS_VENDOR + c, look(STYLE_HEAD),
                      is_there ? page->result->offers[c].offer->name : "");
        }
    }
}

/* Who is still in. */
static void lay_outcome(struct conditions_page *page)
{
    struct sheet_flow *flow = &page->flow;
    struct arena *arena = flow->arena;
    const struct layout_view *view = &page->view;
    uint32_t row = flow_row(flow, HEAD_PIXELS);
    book_blank(flow->book, row, CONDITIONS_ID, look(STYLE_TOTAL));
    book_text(flow->book, row, CONDITIONS_WHAT, look(STYLE_TOTAL), "Outcome");
    if (!is_wide(page)) {
        book_blanks(flow->book, row, CONDITIONS_VENDOR, CONDITIONS_LAST, look(STYLE_TOTAL));
        book_text_formula(
            flow->book, row, CONDITIONS_WHY, look_in(STYLE_TOTAL, 1),
            arena_format(arena, "=%s&\" of %zu vendors ranked\"",
                         layout_figure_at(view, FIGURE_RANKED), page->result->offer_count),
            arena_format(arena, "%zu of %zu vendors ranked", result_ranked_count(page->result),
                         page->result->offer_count));
        return;
    }
    book_blank(flow->book, row, CONDITIONS_WHY, look(STYLE_TOTAL));
    book_blanks(flow->book, row, CONDITIONS_VENDOR + (uint32_t)page->result->offer_count,
                CONDITIONS_LAST, look(STYLE_TOTAL));
    for (size_t o = 0; o < page->result->offer_count; o++) {
        const struct scored_offer *scored = &page->result->offers[o];
        const char *word = gate_any(scored, page->result->gate_count, GATE_NOT_MET) ? "✗ excluded"
                           : scored->ranked                                         ? "ranked"
                                            : "– no score";
        book_text_formula(flow->book, row, CONDITIONS_VENDOR + (uint32_t)o, look(STYLE_TOTAL),
                          arena_format(arena,
                                       "=IF(%s>0,\"✗ excluded\",IF(%s<0,\"– no "
                                       "score\",\"ranked\"))",
                                       layout_work_at(view, WORK_NOT_MET, o),
                                       layout_work_at(view, WORK_KEY, o)),
                          word);
    }
}

void conditions_gates(struct conditions_page *page)
{
    if (page->result->gate_count == 0) {
        return;
    }
    struct sheet_flow *flow = &page->flow;
    flow_block(flow, "Mandatory requirements", NULL, BLOCK_PIXELS);
    lay_head(page);
    uint32_t first = flow->row;
    for (size_t g = 0; g < page->result->gate_count; g++) {
        lay_gate(page, g);
    }
    lay_outcome(page);
    if (is_wide(page)) {
        map_words(flow->book, &page->view, (struct place){HOME_ELSEWHERE, first, CONDITIONS_VENDOR},
                  (struct place){HOME_ELSEWHERE, flow->row - 1, CONDITIONS_LAST - 1});
    }
}
