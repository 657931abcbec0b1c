#include "report/ranking_cells.h"

#include "base/arena.h"
#include "base/decimal.h"
#include "base/text.h"
#include "report/gate_cells.h"
#include "report/signs.h"

static const struct scored_offer *offer_at(const struct ranking_sheet *ranking, size_t offer)
{
    return &ranking->scores->result->offers[offer];
}

static const char *work_at(const struct ranking_sheet *ranking, enum work work, size_t offer)
{
    return layout_work_at(&ranking->scores->view, work, offer);
}

static const char *rule_at(const struct ranking_sheet *ranking, enum rule_cell rule)
{
    return layout_rule_at(&ranking->scores->view, rule);
}

static struct arena *scratch(const struct ranking_sheet *ranking)
{
    return ranking->scores->arena;
}

const char *ranking_outcome_text(struct arena *arena, enum outcome outcome)
{
    return arena_format(arena, "%s %s", outcome_sign(outcome), outcome_word(outcome));
}

struct ranking_sheet ranking_sheet_of(const struct score_sheet *scores)
{
    return (struct ranking_sheet){.scores = scores,
                                  .standings = standings_of(scores->arena, scores->result)};
}

/* A score as it is published: rounded to the guard, then to the decimals (RULES 8). */
static const char *published_formula(const struct ranking_sheet *ranking, const char *score,
                                     const char *otherwise)
{
    return arena_format(scratch(ranking), "=IF(ISNUMBER(%s),ROUND(ROUND(%s,%s),%s),%s)", score,
                        score, rule_at(ranking, RULE_GUARD), rule_at(ranking, RULE_DECIMALS),
                        otherwise);
}

/* Formulas and values of the lines, one pair a line. A line has a text or a number. */

static const char *name_text(const struct ranking_sheet *ranking, size_t offer)
{
    return text_shown(scratch(ranking), offer_at(ranking, offer)->offer->name);
}

static const char *map_rank_formula(const struct ranking_sheet *ranking, size_t offer)
{
    return arena_format(scratch(ranking), "=%s", work_at(ranking, WORK_RANK_SHOWN, offer));
}

static const char *rank_shown_formula(const struct ranking_sheet *ranking, size_t offer)
{
    const char *rank = work_at(ranking, WORK_RANK, offer);
    return arena_format(scratch(ranking), "=IF(%s<0,\"–\",%s&IF(COUNTIF(%s,%s)>1,\"=\",\"\"))",
                        work_at(ranking, WORK_KEY, offer), rank,
                        layout_works_at(&ranking->scores->view, WORK_RANK), rank);
}

static const char *rank_shown_text(const struct ranking_sheet *ranking, size_t offer)
{
    const struct scored_offer *scored = offer_at(ranking, offer);
    if (!scored->ranked) {
        return "–";
    }
    return arena_format(scratch(ranking), "%zu%s", scored->rank, scored->shares_rank ? "=" : "");
}

static const char *map_outcome_formula(const struct ranking_sheet *ranking, size_t offer)
{
    const char *outcome = work_at(ranking, WORK_OUTCOME, offer);
    if (ranking->scores->layout->narrow && !ranking->scores->layout->offers_as_rows) {
        return arena_format(scratch(ranking), "=LEFT(%s,1)", outcome);
    }
    return arena_format(scratch(ranking), "=IF(LEFT(%s,1)=\"▲\",\"▲ conditions\",%s)", outcome,
                        outcome);
}

static const char *map_outcome_text(const struct ranking_sheet *ranking, size_t offer)
{
    enum outcome outcome = offer_at(ranking, offer)->outcome;
    if (ranking->scores->layout->narrow && !ranking->scores->layout->offers_as_rows) {
        return outcome_sign(outcome);
    }
    return outcome == OUTCOME_CONDITIONS ? "▲ conditions"
                                         : ranking_outcome_text(scratch(ranking), outcome);
}

/* The first that holds (RULES 8). */
static const char *outcome_formula(const struct ranking_sheet *ranking, size_t offer)
{
    const char *published = work_at(ranking, WORK_PUBLISHED, offer);
    return arena_format(
        scratch(ranking),
        "=IF(%s>0,\"✗ excluded\",IF(OR(%s<%s,%s>0,ISTEXT(%s)),\"○ incomplete\","
        "IF(%s<%s,\"■ not acceptable\",IF(OR(%s+%s+%s>0,%s<%s),"
        "\"▲ acceptable with conditions\",\"✓ acceptable\"))))",
        work_at(ranking, WORK_NOT_MET, offer), work_at(ranking, WORK_ANSWERED, offer),
        rule_at(ranking, RULE_COMPLETE), work_at(ranking, WORK_OPEN, offer), published, published,
        rule_at(ranking, RULE_WITH_CONDITIONS), work_at(ranking, WORK_TO_BE_PROVEN, offer),
        work_at(ranking, WORK_WAIVED, offer), work_at(ranking, WORK_MUSTS, offer), published,
        rule_at(ranking, RULE_ACCEPTABLE));
}

static const char *outcome_text(const struct ranking_sheet *ranking, size_t offer)
{
    return ranking_outcome_text(scratch(ranking), offer_at(ranking, offer)->outcome);
}

static const char *count_formula(const struct ranking_sheet *ranking, enum gate_result result,
                                 size_t offer)
{
    if (ranking->scores->layout->gate_count == 0) {
        return NULL; // nothing to count
    }
    return arena_format(scratch(ranking), "=COUNTIF(%s,\"%s\")",
                        layout_gates_of(&ranking->scores->view, offer),
                        gate_result_text(scratch(ranking), result));
}

static double count_value(const struct ranking_sheet *ranking, enum gate_result result,
                          size_t offer)
{
    size_t count = 0;
    for (size_t g = 0; g < ranking->scores->layout->gate_count; g++) {
        count += offer_at(ranking, offer)->gates[g].result == result ? 1 : 0;
    }
    return (double)count;
}

static const char *met_formula(const struct ranking_sheet *ranking, size_t offer)
{
    return count_formula(ranking, GATE_MET, offer);
}
static double met_value(const struct ranking_sheet *ranking, size_t offer)
{
    return count_value(ranking, GATE_MET, offer);
}

static const char *not_met_formula(const struct ranking_sheet *ranking, size_t offer)
{
    return count_formula(ranking, GATE_NOT_MET, offer);
}
static double not_met_value(const struct ranking_sheet *ranking, size_t offer)
{
    return count_value(ranking, GATE_NOT_MET, offer);
}

static const char *unproven_formula(const struct ranking_sheet *ranking, size_t offer)
{
    return count_formula(ranking, GATE_TO_BE_PROVEN, offer);
}
static double unproven_value(const struct ranking_sheet *ranking, size_t offer)
{
    return count_value(ranking, GATE_TO_BE_PROVEN, offer);
}

static const char *waived_formula(const struct ranking_sheet *ranking, size_t offer)
{
    return count_formula(ranking, GATE_WAIVED, offer);
}
static double waived_value(const struct ranking_sheet *ranking, size_t offer)
{
    return count_value(ranking, GATE_WAIVED, offer);
}

static double musts_value(const struct ranking_sheet *ranking, size_t offer)
{
    const struct scored_offer *scored = offer_at(ranking, offer);
    size_t musts = 0;
    for (size_t c = 0; c < scored->condition_count; c++) {
        const struct condition *condition = &scored->conditions[c];
        bool counts = condition->source == CONDITION_TARGET && condition->must &&
                      !condition->closed;
        musts += counts ? 1 : 0;
    }
    return (double)musts;
}

static double open_value(const struct ranking_sheet *ranking, size_t offer)
{
    const struct scored_offer *scored = offer_at(ranking, offer);
    return (double)(scored->open_count + scored->moderate_count);
}

static const char *answered_formula(const struct ranking_sheet *ranking, size_t offer)
{
    const char *answered = layout_block_at(&ranking->scores->view, BLOCK_ANSWERED, 0, offer);
    return arena_format(scratch(ranking), "=IF(ISNUMBER(%s),ROUND(%s,%s),0)", answered, answered,
                        rule_at(ranking, RULE_GUARD));
}
static double answered_value(const struct ranking_sheet *ranking, size_t offer)
{
    const struct scored_offer *scored = offer_at(ranking, offer);
    return scored->has_total ? decimal_round(scored->items[0].answered, LAYOUT_GUARD) : 0.0;
}

static const char *total_published_formula(const struct ranking_sheet *ranking, size_t offer)
{
    const char *total = layout_block_at(&ranking->scores->view, BLOCK_EVIDENCED, 0, offer);
    return published_formula(ranking, total, total);
}
static double published_value(const struct ranking_sheet *ranking, size_t offer)
{
    return offer_at(ranking, offer)->published;
}
static const char *published_text(const struct ranking_sheet *ranking, size_t offer)
{
    return offer_at(ranking, offer)->has_total ? NULL : "n/a";
}

static const char *key_formula(const struct ranking_sheet *ranking, size_t offer)
{
    const char *published = work_at(ranking, WORK_PUBLISHED, offer);
    return arena_format(scratch(ranking), "=IF(AND(%s=0,ISNUMBER(%s)),%s,-1)",
                        work_at(ranking, WORK_NOT_MET, offer), published, published);
}
static double key_value(const struct ranking_sheet *ranking, size_t offer)
{
    return ranking->standings.offers[offer].key;
}

static const char *margin_key_formula(const struct ranking_sheet *ranking, size_t offer)
{
    const char *key = work_at(ranking, WORK_KEY, offer);
    const char *best = layout_figure_at(&ranking->scores->view, FIGURE_BEST);
    return arena_format(scratch(ranking), "=IF(AND(%s=\"tie\",%s>=0,ROUND(%s-%s,%s)<=%s),%s,%s)",
                        rule_at(ranking, RULE_EFFECT), key, best, key, rule_at(ranking, RULE_GUARD),
                        rule_at(ranking, RULE_MARGIN), best, key);
}
static double margin_key_value(const struct ranking_sheet *ranking, size_t offer)
{
    return ranking->standings.offers[offer].margin_key;
}

static const char *place_formula(const struct ranking_sheet *ranking, size_t offer)
{
    return arena_format(scratch(ranking), "=RANK(%s,%s)", work_at(ranking, WORK_MARGIN_KEY, offer),
                        layout_works_at(&ranking->scores->view, WORK_MARGIN_KEY));
}
static double place_value(const struct ranking_sheet *ranking, size_t offer)
{
    return (double)ranking->standings.offers[offer].place;
}

static const char *rank_formula(const struct ranking_sheet *ranking, size_t offer)
{
    size_t stages = ranking->scores->layout->tie_count;
    const char *last = stages == 0
                           ? work_at(ranking, WORK_PLACE, offer)
                           : layout_tie_at(&ranking->scores->view, TIE_RANK, stages - 1, offer);
    return arena_format(scratch(ranking), "=%s", last);
}
static double rank_value(const struct ranking_sheet *ranking, size_t offer)
{
    return (double)ranking->standings.offers[offer].rank;
}

static const char *order_formula(const struct ranking_sheet *ranking, size_t offer)
{
    const char *rank = work_at(ranking, WORK_RANK, offer);
    return arena_format(scratch(ranking), "=RANK(%s,%s,1)+COUNTIF(%s,%s)-1", rank,
                        layout_works_at(&ranking->scores->view, WORK_RANK),
                        layout_works_to(&ranking->scores->view, WORK_RANK, offer), rank);
}
static double order_value(const struct ranking_sheet *ranking, size_t offer)
{
    return (double)ranking->standings.offers[offer].order;
}

static const char *by_tie_formula(const struct ranking_sheet *ranking, size_t offer)
{
    const struct layout_view *view = &ranking->scores->view;
    return arena_format(scratch(ranking), "=IF(%s<0,0,IF(COUNTIF(%s,%s)>COUNTIF(%s,%s),1,0))",
                        work_at(ranking, WORK_KEY, offer), layout_works_at(view, WORK_PLACE),
                        work_at(ranking, WORK_PLACE, offer), layout_works_at(view, WORK_RANK),
                        work_at(ranking, WORK_RANK, offer));
}
static double by_tie_value(const struct ranking_sheet *ranking, size_t offer)
{
    return offer_at(ranking, offer)->rank_by_tie_rule ? 1.0 : 0.0;
}

/* One row a line: its title, look, formula and value. `text` may give NULL: then it is a number. */
struct work_row {
    const char *title;
    enum style style, style_in_rows; // offers as columns, as rows
    enum number_look number_look;
    const char *(*formula)(const struct ranking_sheet *, size_t offer); // NULL: a value
    const char *(*text)(const struct ranking_sheet *, size_t offer);    // NULL: a number
    double (*number)(const struct ranking_sheet *, size_t offer);
};

static const struct work_row WORKS[] = {
    [WORK_NAME] = {"Vendor", STYLE_MAP_NAME, STYLE_TEXT_BOLD, LOOK_MAP_TEXT, NULL, name_text, NULL},
    [WORK_MAP_RANK] = {"Rank", STYLE_MAP_NAME, STYLE_RANK, LOOK_MAP_TEXT, map_rank_formula,
                       rank_shown_text, NULL},
    [WORK_MAP_OUTCOME] = {"Outcome", STYLE_GATE, STYLE_TEXT, LOOK_MAP_TEXT, map_outcome_formula,
                          map_outcome_text, NULL},
    [WORK_RANK_SHOWN] = {"Rank as shown", STYLE_NUM, STYLE_NUM, LOOK_TEXT, rank_shown_formula,
                         rank_shown_text, NULL},
    [WORK_OUTCOME] = {"Outcome in full", STYLE_NUM, STYLE_NUM, LOOK_TEXT, outcome_formula,
                      outcome_text, NULL},
    [WORK_MET] = {"Requirements met", STYLE_NUM, STYLE_NUM, LOOK_COUNT, met_formula, NULL,
                  met_value},
    [WORK_NOT_MET] = {"… not met", STYLE_NUM, STYLE_NUM, LOOK_COUNT, not_met_formula, NULL,
                      not_met_value},
    [WORK_TO_BE_PROVEN] = {"… to be proven", STYLE_NUM, STYLE_NUM, LOOK_COUNT, unproven_formula,
                           NULL, unproven_value},
    [WORK_WAIVED] = {"… waived", STYLE_NUM, STYLE_NUM, LOOK_COUNT, waived_formula, NULL,
                     waived_value},
    [WORK_MUSTS] = {"Other conditions that must be met", STYLE_NUM, STYLE_NUM, LOOK_COUNT, NULL,
                    NULL, musts_value},
    [WORK_OPEN] = {"Criteria not yet scored, or to be moderated", STYLE_NUM, STYLE_NUM, LOOK_COUNT,
                   NULL, NULL, open_value},
    [WORK_ANSWERED] = {"Share answered", STYLE_NUM, STYLE_NUM, LOOK_RATE1, answered_formula, NULL,
                       answered_value},
    [WORK_PUBLISHED] = {"Published score", STYLE_NUM, STYLE_NUM, LOOK_SCORE,
                        total_published_formula, published_text, published_value},
    [WORK_KEY] = {"Key (−1: no rank)", STYLE_NUM, STYLE_NUM, LOOK_SCORE, key_formula, NULL,
                  key_value},
    [WORK_MARGIN_KEY] = {"Key after the margin", STYLE_NUM, STYLE_NUM, LOOK_SCORE,
                         margin_key_formula, NULL, margin_key_value},
    [WORK_PLACE] = {"Place before the tie rule", STYLE_NUM, STYLE_NUM, LOOK_COUNT, place_formula,
                    NULL, place_value},
    [WORK_RANK] = {"Rank", STYLE_NUM, STYLE_NUM, LOOK_COUNT, rank_formula, NULL, rank_value},
    [WORK_ORDER] = {"Order of the ranking", STYLE_NUM, STYLE_NUM, LOOK_COUNT, order_formula, NULL,
                    order_value},
    [WORK_BY_TIE] = {"Separated by the tie rule", STYLE_NUM, STYLE_NUM, LOOK_COUNT, by_tie_formula,
                     NULL, by_tie_value},
};
_Static_assert(COUNT_OF(WORKS) == WORK_COUNT, "a row for each line");

const char *work_title(enum work work)
{
    return WORKS[work].title;
}

/* What a cell of a line along the offers holds. */
struct content {
    const char *formula; // NULL: a value
    const char *text;    // NULL: a number
    double number;
};

static void put(const struct ranking_sheet *ranking, struct place at, struct look look,
                const struct content *content)
{
    struct book *book = ranking->scores->book;
    if (content->formula == NULL && content->text == NULL) {
        book_number(book, at.row, at.column, look, content->number);
    } else if (content->formula == NULL) {
        book_text(book, at.row, at.column, look, content->text);
    } else if (content->text == NULL) {
        book_number_formula(book, at.row, at.column, look, content->formula, content->number);
    } else {
        book_text_formula(book, at.row, at.column, look, content->formula, content->text);
    }
}

void work_cell(const struct ranking_sheet *ranking, enum work work, size_t offer)
{
    const struct work_row *row = &WORKS[work];
    struct content content = {
        .formula = row->formula == NULL ? NULL : row->formula(ranking, offer),
        .text = row->text == NULL ? NULL : row->text(ranking, offer),
    };
    content.number = content.text == NULL ? row->number(ranking, offer) : 0.0;
    enum style style = ranking->scores->layout->offers_as_rows ? row->style_in_rows : row->style;
    put(ranking, layout_work(ranking->scores->layout, work, offer),
        look_as(style, row->number_look), &content);
}

static void tie_score_cell(const struct ranking_sheet *ranking, size_t stage, size_t offer)
{
    size_t item = ranking->scores->result->project->evaluation.rules.tie[stage];
    const struct content content = {
        .formula = published_formula(
            ranking, layout_block_at(&ranking->scores->view, BLOCK_EVIDENCED, item, offer), "-1"),
        .number = ranking->standings.offers[offer].tie_scores[stage],
    };
    put(ranking, layout_tie(ranking->scores->layout, TIE_SCORE, stage, offer),
        look_as(STYLE_NUM, LOOK_SCORE), &content);
}

/* Among equal ranks, each with a better score takes one step ahead. */
static void tie_rank_cell(const struct ranking_sheet *ranking, size_t stage, size_t offer)
{
    const struct layout_view *view = &ranking->scores->view;
    const char *before = stage == 0 ? work_at(ranking, WORK_PLACE, offer)
                                    : layout_tie_at(view, TIE_RANK, stage - 1, offer);
    const char *all_before = stage == 0 ? layout_works_at(view, WORK_PLACE)
                                        : layout_ties_at(view, TIE_RANK, stage - 1);
    const struct content content = {
        .formula = arena_format(scratch(ranking), "=%s+IF(%s<0,0,SUMPRODUCT((%s=%s)*(%s>%s)))",
                                before, work_at(ranking, WORK_KEY, offer), all_before, before,
                                layout_ties_at(view, TIE_SCORE, stage),
                                layout_tie_at(view, TIE_SCORE, stage, offer)),
        .number = (double)ranking->standings.offers[offer].tie_ranks[stage],
    };
    put(ranking, layout_tie(ranking->scores->layout, TIE_RANK, stage, offer),
        look_as(STYLE_NUM, LOOK_COUNT), &content);
}

void tie_cell(const struct ranking_sheet *ranking, enum tie_line line, size_t stage, size_t offer)
{
    if (line == TIE_SCORE) {
        tie_score_cell(ranking, stage, offer);
    } else {
        tie_rank_cell(ranking, stage, offer);
    }
}
