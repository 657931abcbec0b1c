#include "report/gate_cells.h"

#include "base/arena.h"
#include "base/text.h"
#include "report/panel_cells.h"
#include "report/signs.h"

#include <assert.h>

const char *gate_result_text(struct arena *arena, enum gate_result result)
{
    return arena_format(arena, "%s %s", gate_sign(result), gate_result_word(result));
}

const char *gate_line_title(enum gate_line line)
{
    static const char *const titles[] = {
        [GATE_WORD] = "as it stands",
        [GATE_MAP] = "as shown",
        [GATE_AS_ANSWERED] = "by its answer",
        [GATE_AS_UNPROVEN] = "while unproven",
        [GATE_AS_SHORT] = "where it falls short",
        [GATE_PLACE_FIXED] = "place as evaluated",
        [GATE_PLACE_ANSWERED] = "place of the answer",
        [GATE_PLACE] = "place in force",
    };
    _Static_assert(COUNT_OF(titles) == GATE_LINE_COUNT, "a title for each line");
    return titles[line];
}

static const struct item *gate_item(const struct layout *layout, size_t gate)
{
    return &layout->criteria->items[layout->result->gates[gate]];
}

bool gate_is_minimum(const struct layout *layout, size_t gate, size_t *minimum)
{
    const struct rules *rules = &layout->result->project->evaluation.rules;
    for (size_t m = 0; m < rules->minimum_count; m++) {
        if (rules->minima[m].item == layout->result->gates[gate] &&
            gate_item(layout, gate)->gate.test == GATE_MINIMUM) {
            *minimum = m;
            return true;
        }
    }
    return false;
}

const char *gate_title(struct arena *arena, const struct layout *layout, size_t gate)
{
    const char *title = text_shown(arena, gate_item(layout, gate)->title);
    size_t minimum = 0;
    return gate_is_minimum(layout, gate, &minimum)
               ? arena_format(arena, "%s: section minimum", title)
               : title;
}

static const struct gate_score *score_of(const struct score_sheet *sheet, size_t gate, size_t offer)
{
    return &sheet->result->offers[offer].gates[gate];
}

/* What the answer alone makes of it: where it does not suffice, the result stands whatever the
 * proof. Of a minimum: what it is below that. */
static enum gate_result as_answered(const struct score_sheet *sheet, size_t gate, size_t offer)
{
    const struct gate_score *score = score_of(sheet, gate, offer);
    size_t minimum = 0;
    if (gate_is_minimum(sheet->layout, gate, &minimum)) {
        return score->waiver != NULL ? GATE_WAIVED : GATE_NOT_MET;
    }
    return score->level_suffices ? GATE_MET : score->result;
}

static enum gate_result as_unproven(const struct score_sheet *sheet, size_t gate, size_t offer)
{
    const struct gate_score *score = score_of(sheet, gate, offer);
    if (score->waiver != NULL) {
        return GATE_WAIVED;
    }
    return gate_item(sheet->layout, gate)->gate.unproven_fails ? GATE_NOT_MET : GATE_TO_BE_PROVEN;
}

static const char *minimum_formula(const struct score_sheet *sheet, size_t gate, size_t minimum,
                                   size_t offer)
{
    const struct layout_view *view = &sheet->view;
    size_t item = sheet->result->gates[gate];
    const char *score = layout_block_at(view, BLOCK_EVIDENCED, item, offer);
    return arena_format(
        sheet->arena, "=IF(IF(ISNUMBER(%s),ROUND(ROUND(%s,%s),%s)>=%s,1),\"%s\",%s)", score, score,
        layout_rule_at(view, RULE_GUARD), layout_rule_at(view, RULE_DECIMALS),
        layout_minimum_at(view, minimum), gate_result_text(sheet->arena, GATE_MET),
        layout_gate_at(view, GATE_AS_ANSWERED, gate, offer));
}

static const char *proof_formula(const struct score_sheet *sheet, size_t gate, size_t offer)
{
    const struct layout_view *view = &sheet->view;
    const char *answered = layout_gate_at(view, GATE_AS_ANSWERED, gate, offer);
    const char *grades = layout_grades_at(view, GRADE_WORDS);
    return arena_format(sheet->arena, "=IF(%s=\"%s\",IF(MATCH(%s,%s,0)>=MATCH(%s,%s,0),%s,%s),%s)",
                        answered, gate_result_text(sheet->arena, GATE_MET),
                        layout_block_at(view, BLOCK_GRADE, sheet->result->gates[gate], offer),
                        grades, layout_fixed_text(view, layout_gate_proof(sheet->layout, gate)),
                        grades, answered, layout_gate_at(view, GATE_AS_UNPROVEN, gate, offer),
                        answered);
}

static void word_cell(const struct score_sheet *sheet, size_t gate, size_t offer)
{
    struct place at = layout_gate(sheet->layout, GATE_WORD, gate, offer);
    size_t minimum = 0;
    const char *formula = gate_is_minimum(sheet->layout, gate, &minimum)
                              ? minimum_formula(sheet, gate, minimum, offer)
                              : proof_formula(sheet, gate, offer);
    book_text_formula(sheet->book, at.row, at.column, look(STYLE_ID), formula,
                      gate_result_text(sheet->arena, score_of(sheet, gate, offer)->result));
}

static void map_cell(const struct score_sheet *sheet, size_t gate, size_t offer)
{
    struct place at = layout_gate(sheet->layout, GATE_MAP, gate, offer);
    enum gate_result result = score_of(sheet, gate, offer)->result;
    const char *word = layout_gate_at(&sheet->view, GATE_WORD, gate, offer);
    struct look look = look_as(STYLE_GATE, LOOK_MAP_TEXT);
    if (sheet->layout->narrow) {
        book_text_formula(sheet->book, at.row, at.column, look,
                          arena_format(sheet->arena, "=LEFT(%s,1)", word), gate_sign(result));
    } else {
        book_text_formula(sheet->book, at.row, at.column, look,
                          arena_format(sheet->arena, "=%s", word),
                          gate_result_text(sheet->arena, result));
    }
}

/* Does the panel's level decide, by its place, and may it be changed? */
static bool follows_panel(const struct score_sheet *sheet, size_t gate, size_t offer)
{
    return sheet->layout->has_panel && panel_gate_formula(sheet, gate, offer) != NULL;
}

static void answered_cell(const struct score_sheet *sheet, size_t gate, size_t offer)
{
    static const char *const SIGNS[] = {
        [GATE_AT_LEAST] = ">=", [GATE_AT_MOST] = "<=", [GATE_IS] = "="};
    struct place at = layout_gate(sheet->layout, GATE_AS_ANSWERED, gate, offer);
    const char *word = gate_result_text(sheet->arena, as_answered(sheet, gate, offer));
    if (!follows_panel(sheet, gate, offer)) {
        book_text(sheet->book, at.row, at.column, look(STYLE_ID), word);
        return;
    }
    const struct layout_view *view = &sheet->view;
    book_text_formula(sheet->book, at.row, at.column, look(STYLE_ID),
                      arena_format(sheet->arena, "=IF(%s%s%s,\"%s\",%s)",
                                   layout_gate_at(view, GATE_PLACE, gate, offer),
                                   SIGNS[gate_item(sheet->layout, gate)->gate.test],
                                   layout_fixed_text(view, layout_gate_bound(sheet->layout, gate)),
                                   gate_result_text(sheet->arena, GATE_MET),
                                   layout_gate_at(view, GATE_AS_SHORT, gate, offer)),
                      word);
}

/* The workings of a requirement that follows the panel's level; nothing elsewhere. */
static void panel_line_cell(const struct score_sheet *sheet, enum gate_line line, size_t gate,
                            size_t offer)
{
    if (!follows_panel(sheet, gate, offer)) {
        return;
    }
    struct place at = layout_gate(sheet->layout, line, gate, offer);
    struct look number = look_as(STYLE_NUM, LOOK_VALUE);
    size_t item = sheet->result->gates[gate];
    const struct scored_offer *scored = &sheet->result->offers[offer];
    double place = scored->criteria[item].level.place;
    if (line == GATE_AS_SHORT) {
        enum gate_result result = score_of(sheet, gate, offer)->waiver != NULL ? GATE_WAIVED
                                                                               : GATE_NOT_MET;
        book_text(sheet->book, at.row, at.column, look(STYLE_ID),
                  gate_result_text(sheet->arena, result));
    } else if (line == GATE_PLACE) {
        book_number_formula(sheet->book, at.row, at.column, number,
                            panel_gate_formula(sheet, gate, offer), place);
    } else {
        book_number(sheet->book, at.row, at.column, number,
                    line == GATE_PLACE_FIXED ? place : scored->offer->response.answers[item].place);
    }
}

void gate_cell(const struct score_sheet *sheet, enum gate_line line, size_t gate, size_t offer)
{
    struct place at = layout_gate(sheet->layout, line, gate, offer);
    switch (line) {
    case GATE_WORD:
        word_cell(sheet, gate, offer);
        return;
    case GATE_MAP:
        map_cell(sheet, gate, offer);
        return;
    case GATE_AS_ANSWERED:
        answered_cell(sheet, gate, offer);
        return;
    case GATE_AS_UNPROVEN:
        book_text(sheet->book, at.row, at.column, look(STYLE_ID),
                  gate_result_text(sheet->arena, as_unproven(sheet, gate, offer)));
        return;
    case GATE_AS_SHORT:
    case GATE_PLACE_FIXED:
    case GATE_PLACE_ANSWERED:
    case GATE_PLACE:
        panel_line_cell(sheet, line, gate, offer);
        return;
    case GATE_LINE_COUNT:
        break;
    }
    assert(line < GATE_LINE_COUNT);
}

void gate_needs(const struct score_sheet *sheet, size_t gate)
{
    const struct gate *rule = &gate_item(sheet->layout, gate)->gate;
    struct place at = layout_gate_proof(sheet->layout, gate);
    enum grade needed = rule->has_proof ? rule->proof : GRADE_STATED;
    book_text(sheet->book, at.row, at.column, look(STYLE_ID), grade_word(needed));
    double place = 0;
    if (sheet->layout->has_panel && panel_gate_place(gate_item(sheet->layout, gate), &place)) {
        struct place bound = layout_gate_bound(sheet->layout, gate);
        book_number(sheet->book, bound.row, bound.column, look_as(STYLE_NUM, LOOK_VALUE), place);
    }
}
