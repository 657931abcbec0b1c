#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "report/claim_points.h"
#include "report/claim_words.h"
#include "report/claims_page.h"
#include "report/measure.h"
#include "report/sheet_head.h"
#include "report/signs.h"

enum {
    HEAD_PIXELS = 58, // two lines, and the button of the filter
    NOTE_PIXELS = 21,
    ROWS_MOST = 500, // claims: the gravest come first
    TITLE_COLUMNS = 80
};

static const enum style STATE_STYLES[CLAIM_STATE_COUNT] = {
    [CLAIM_CONTRADICTED] = STYLE_ANSWER_BAD,
    [CLAIM_NOT_PROVEN] = STYLE_ANSWER_WARN,
    [CLAIM_NOT_OPENED] = STYLE_ANSWER_OURS,
    [CLAIM_HOLDS] = STYLE_ID,
};

static void lay_head(struct claims_page *page)
{
    static const struct sheet_column HEADS[] = {
        [CLAIMS_STATE] = {"State", 0, STYLE_HEAD, 0},
        [CLAIMS_VENDOR] = {"Vendor", 0, STYLE_HEAD, 0},
        [CLAIMS_CLAIM] = {"Claim,\ncriterion", 0, STYLE_HEAD, 0},
        [CLAIMS_CLASS] = {"Class", 0, STYLE_HEAD, 0},
        [CLAIMS_SAYS] = {"Statement", 0, STYLE_HEAD, 0},
        [CLAIMS_FIGURE] = {"Figure\nclaimed", 0, STYLE_HEAD_NUM, 0},
        [CLAIMS_MEASURED] = {"Figure\nmeasured", 0, STYLE_HEAD_NUM, 0},
        [CLAIMS_PROOF] = {"Proof", 0, STYLE_HEAD, 1},
        [CLAIMS_CLAIMED] = {"Points\nclaimed", 0, STYLE_HEAD_NUM, 0},
        [CLAIMS_EVIDENCED] = {"Points\nevidenced", 0, STYLE_HEAD_NUM, 0},
        [CLAIMS_LOST] = {"Points\nlost", 0, STYLE_HEAD_NUM, 0},
        [CLAIMS_WORDING] = {"Suspicious\nwording", 0, STYLE_HEAD, 1},
        [CLAIMS_ASK] = {"Question to ask next", 0, STYLE_HEAD, 0},
    };
    uint32_t row = flow_row(&page->flow, HEAD_PIXELS);
    page->flow.repeated = HEAD_PIXELS;
    for (uint32_t c = 0; c < COUNT_OF(HEADS); c++) {
        book_text(page->flow.book, row, c, look_at_top(look_in(HEADS[c].style, HEADS[c].indent)),
                  HEADS[c].head);
    }
}

static const struct scored_offer *scored_at(const struct claims_page *page,
                                            struct claim_place place)
{
    return &page->result->offers[place.offer];
}

/* The claim's id, and each criterion that it feeds on a line of its own. */
static const char *id_lines(const struct claims_page *page, const struct claim *claim)
{
    struct text_builder text;
    text_builder_init(&text, page->flow.arena);
    text_add(&text, claim->id);
    for (size_t i = 0; i < claim->criterion_count; i++) {
        text_add_format(&text, "\n%s",
                        page->result->project->evaluation.criteria.items[claim->criteria[i]].id);
    }
    return text.text;
}

/* What carries the claim best, by its title; NULL: nothing does. */
static const char *best_carrier(const struct scored_offer *scored, const struct claim *claim)
{
    const struct carrier *best = NULL;
    for (size_t i = 0; i < claim->criterion_count; i++) {
        const struct criterion_score *score = &scored->criteria[claim->criteria[i]];
        if (score->carrier_count > 0 && score->carriers[0].counts &&
            (best == NULL || score->carriers[0].grade > best->grade)) {
            best = &score->carriers[0];
        }
    }
    if (best == NULL) {
        return NULL;
    }
    if (best->own) {
        const struct own_evidence *own = &scored->offer->findings.own[best->index];
        return own->title == NULL ? own->id : own->title;
    }
    const struct evidence *evidence = &scored->offer->response.evidence[best->index];
    return evidence->title == NULL ? evidence->id : evidence->title;
}

static const char *carried_by(const struct claims_page *page, struct claim_place place)
{
    struct arena *arena = page->flow.arena;
    const struct measured *measured = claim_score_at(page->result, place)->measured;
    const char *source = claim_source(page->result, place);
    const char *title = source != NULL
                            ? source
                            : best_carrier(scored_at(page, place), claim_at(page->result, place));
    if (title == NULL) {
        return "none given";
    }
    title = text_brief(arena, title, TITLE_COLUMNS);
    return measured != NULL && measured->cases > 0
               ? arena_format(arena, "%s, n = %s", title, number_grouped(arena, measured->cases, 0))
               : title;
}

/* How far the proof carries, and what it is. */
struct proof {
    const char *grade; // "●●●● verified"
    const char *carried;
    bool strong;
};

static struct proof proof_of(const struct claims_page *page, struct claim_place place)
{
    const struct claim_score *score = claim_score_at(page->result, place);
    const char *grade = score->has_grade
                            ? arena_format(page->flow.arena, "%s %s", grade_pips(score->grade),
                                           grade_word(score->grade))
                            : "none asked";
    return (struct proof){grade, arena_format(page->flow.arena, "\n%s", carried_by(page, place)),
                          score->has_grade && score->grade >= GRADE_INDEPENDENT};
}

static void lay_proof(const struct claims_page *page, uint32_t row, const struct proof *proof)
{
    const struct run runs[] = {
        {proof->grade, proof->strong ? COLOUR_INK : COLOUR_SUB, proof->strong},
        {proof->carried, COLOUR_INK, false},
    };
    book_rich(page->flow.book, row, CLAIMS_PROOF, look_at_top(look_in(STYLE_TEXT_WRAP, 1)), runs,
              COUNT_OF(runs));
}

static void lay_points(const struct claims_page *page, uint32_t row, struct claim_place place)
{
    const struct claim *claim = claim_at(page->result, place);
    const struct sheet_flow *flow = &page->flow;
    const struct claim_points points = {.flow = flow,
                                        .view = &page->view,
                                        .scored = scored_at(page, place),
                                        .offer = place.offer,
                                        .items = claim->criteria,
                                        .count = claim->criterion_count};
    struct look num = look_at_top(look_as(STYLE_NUM, LOOK_POINTS_DASH));
    struct look bold = look_at_top(look_as(STYLE_NUM_BOLD, LOOK_POINTS_DASH));
    uint32_t work = claim_points_cell(&points, row, CLAIMS_CLAIMED, num, BLOCK_CLAIMED,
                                      CLAIMS_WORK);
    claim_points_cell(&points, row, CLAIMS_EVIDENCED, bold, BLOCK_EVIDENCED, work);
    book_number_formula(flow->book, row, CLAIMS_LOST, num,
                        arena_format(flow->arena, "=%s-%s", flow_cell(flow, row, CLAIMS_CLAIMED),
                                     flow_cell(flow, row, CLAIMS_EVIDENCED)),
                        claim_points_value(&points, BLOCK_CLAIMED) -
                            claim_points_value(&points, BLOCK_EVIDENCED));
}

static const char *or_dash(const char *text)
{
    return text == NULL || text[0] == '\0' ? "–" : text;
}

static void lay_claim(struct claims_page *page, struct claim_place place)
{
    struct arena *arena = page->flow.arena;
    const struct claim *claim = claim_at(page->result, place);
    const struct claim_score *score = claim_score_at(page->result, place);
    bool bad = score->state == CLAIM_CONTRADICTED;
    struct proof proof = proof_of(page, place);
    const struct flow_text texts[] = {
        [CLAIMS_STATE] = {arena_format(arena, "%s %s", claim_sign(score->state),
                                       claim_state_word(score->state)),
                          STATE_STYLES[score->state], 0},
        [CLAIMS_VENDOR] = {scored_at(page, place)->offer->name,
                           bad ? STYLE_BOLD_FOLDED : STYLE_TEXT_WRAP, 0},
        [CLAIMS_CLAIM] = {id_lines(page, claim), STYLE_TEXT_WRAP, 0},
        [CLAIMS_CLASS] = {or_dash(claim->class), STYLE_TEXT_WRAP, 0},
        [CLAIMS_SAYS] = {arena_format(arena, "“%s”", claim->says), STYLE_TEXT_WRAP, 0},
        [CLAIMS_FIGURE] = {claim_figure(claim), STYLE_FIGURE, 0},
        [CLAIMS_MEASURED] = {score->measured == NULL ? "–" : or_dash(score->measured->figure),
                             bad ? STYLE_FIGURE_BOLD : STYLE_FIGURE, 0},
        // Measured as one text, then written in its two runs.
        [CLAIMS_PROOF] = {NULL, STYLE_TEXT_WRAP, 1},
        [CLAIMS_WORDING] = {or_dash(claim_wording(arena, page->result, place)), STYLE_TEXT_WRAP, 1},
        [CLAIMS_ASK] = {claim_question(arena, page->result, place), STYLE_TEXT_WRAP, 0},
    };
    const struct flow_texts cells = {
        .texts = texts,
        .count = COUNT_OF(texts),
        .beside = arena_format(arena, "%s%s", proof.grade, proof.carried),
        .beside_column = CLAIMS_PROOF,
    };
    uint32_t row = flow_texts(&page->flow, &cells);
    lay_proof(page, row, &proof);
    lay_points(page, row, place);
}

void claims_ledger(struct claims_page *page)
{
    struct sheet_flow *flow = &page->flow;
    lay_head(page);
    for (size_t i = 0; i < page->count && i < ROWS_MOST; i++) {
        struct arena_mark mark = arena_mark(flow->arena);
        lay_claim(page, page->places[i]);
        arena_rewind(flow->arena, mark);
    }
    page->ledger_last = flow->row - 1;
    if (page->count > ROWS_MOST) {
        book_format(flow->book, flow_row(flow, NOTE_PIXELS), 0, look(STYLE_NOTE),
                    "These are the first %d of %zu claims, the gravest first; vouch explain VENDOR "
                    "shows all of one vendor.",
                    ROWS_MOST, page->count);
    }
}
