#include "report/style.h"

#include "base/decimal.h"
#include "base/text.h"

#include <assert.h>
#include <math.h>
#include <stddef.h>

enum { WEIGHT_DECIMALS = 3 };
static const double WEIGHT_ROUNDING = 1e-9; // a sum of weights is 100 up to that

/* What rows have in common, as parts of an initialiser. */
#define HAIR      .bottom = LINE_THIN, .bottom_colour = COLOUR_LINE
#define INK_ABOVE .top = LINE_THIN, .top_colour = COLOUR_INK
#define INK_BELOW .bottom = LINE_THIN, .bottom_colour = COLOUR_INK
#define TILE      .align = ALIGN_RIGHT, .boxed = true, .bottom_colour = COLOUR_WHITE
#define CHANGEABLE                                                                                 \
    .fill = COLOUR_INPUT_FILL, .boxed = true, .bottom_colour = COLOUR_INPUT_LINE,                  \
    .unlocked = true, .text = COLOUR_INPUT
#define INK       .text = COLOUR_INK
#define SUB       .text = COLOUR_SUB
#define RIGHT     .align = ALIGN_RIGHT
#define CENTRED   .align = ALIGN_CENTRE
#define AT_BOTTOM .vertical = VERTICAL_BOTTOM
#define WRAPPED   .wrap = true, .vertical = VERTICAL_TOP
#define BOLD      .bold = true

/* Sizes, colours and rules: docs/workbook.md. What is not set is left, centred in its row, without
 * fill and rules, and locked. */
static const struct style_row STYLES[] = {
    [STYLE_BLANK] = {"blank", 10, INK},
    [STYLE_MAST] = {"mast", 10, BOLD, SUB, .bottom = LINE_MEDIUM, .bottom_colour = COLOUR_INK},
    [STYLE_MAST_RIGHT] = {"mast_right", 10, SUB, RIGHT, .bottom = LINE_MEDIUM,
                          .bottom_colour = COLOUR_INK},
    [STYLE_MESSAGE] = {"message", 14, BOLD, INK},
    [STYLE_MESSAGE_SMALL] = {"message_small", 12, BOLD, INK},
    [STYLE_MESSAGE_LARGE] = {"message_large", 16, BOLD, INK},
    [STYLE_SENTENCE] = {"sentence", 11, INK},
    [STYLE_SENTENCE_SMALL] = {"sentence_small", 10, INK},
    [STYLE_ASK_LABEL] = {"ask_label", 11, BOLD, INK, .fill = COLOUR_TINT},
    [STYLE_ASK_TEXT] = {"ask_text", 11, INK, .fill = COLOUR_TINT},
    [STYLE_STRIP] = {"strip", 10, SUB, .top = LINE_THIN, .top_colour = COLOUR_LINE, HAIR},
    [STYLE_STRIP_LAST] = {"strip_last", 10, SUB, RIGHT, .top = LINE_THIN, .top_colour = COLOUR_LINE,
                          HAIR},
    [STYLE_BLOCK] = {"block", 11, BOLD, INK, INK_BELOW},
    [STYLE_TITLE] = {"title", 11, BOLD, INK},
    [STYLE_HEAD] = {"head", 10, SUB, .wrap = true, AT_BOTTOM, HAIR},
    [STYLE_HEAD_NUM] = {"head_num", 10, SUB, .wrap = true, AT_BOTTOM, RIGHT, HAIR},
    [STYLE_HEAD_CENTRE] = {"head_centre", 10, SUB, .wrap = true, AT_BOTTOM, CENTRED, HAIR},
    [STYLE_HEAD_SMALL] = {"head_small", 9, SUB, .wrap = true, AT_BOTTOM, HAIR},
    [STYLE_HEAD_SMALL_NUM] = {"head_small_num", 9, SUB, .wrap = true, AT_BOTTOM, RIGHT, HAIR},
    [STYLE_HEAD_SMALL_CENTRE] = {"head_small_centre", 9, SUB, .wrap = true, AT_BOTTOM, CENTRED,
                                 HAIR},
    [STYLE_TEXT] = {"text", 10, INK, HAIR},
    [STYLE_TEXT_BOLD] = {"text_bold", 10, BOLD, INK, HAIR},
    [STYLE_BOLD_FOLDED] = {"bold_folded", 10, BOLD, INK, .wrap = true, HAIR},
    [STYLE_TEXT_WRAP] = {"text_wrap", 10, INK, WRAPPED, HAIR},
    [STYLE_SUB_WRAP] = {"sub_wrap", 10, SUB, WRAPPED, HAIR},
    [STYLE_TEXT_FOLDED] = {"text_folded", 10, INK, .wrap = true, HAIR},
    [STYLE_ID] = {"id", 10, SUB, HAIR},
    [STYLE_MACHINE] = {"machine", 10, SUB, RIGHT, HAIR},
    [STYLE_NUM] = {"num", 10, INK, RIGHT, HAIR},
    [STYLE_NUM_BOLD] = {"num_bold", 10, BOLD, INK, RIGHT, HAIR},
    [STYLE_TOTAL] = {"total", 10, BOLD, INK, INK_ABOVE},
    [STYLE_TOTAL_NUM] = {"total_num", 10, BOLD, INK, RIGHT, INK_ABOVE},
    [STYLE_LEAD_TEXT] = {"lead_text", 10, BOLD, INK, .fill = COLOUR_TINT, HAIR},
    [STYLE_LEAD_FOLDED] = {"lead_folded", 10, BOLD, INK, .fill = COLOUR_TINT, .wrap = true, HAIR},
    [STYLE_LEAD_NUM] = {"lead_num", 10, INK, RIGHT, .fill = COLOUR_TINT, HAIR},
    [STYLE_LEAD_NUM_BOLD] = {"lead_num_bold", 10, BOLD, INK, RIGHT, .fill = COLOUR_TINT, HAIR},
    [STYLE_OUT_TEXT] = {"out_text", 10, SUB, HAIR},
    [STYLE_OUT_NUM] = {"out_num", 10, SUB, RIGHT, HAIR},
    [STYLE_RANK] = {"rank", 10, INK, CENTRED, HAIR},
    [STYLE_LEAD_RANK] = {"lead_rank", 10, BOLD, INK, CENTRED, .fill = COLOUR_TINT, HAIR},
    [STYLE_OUT_RANK] = {"out_rank", 10, SUB, CENTRED, HAIR},
    [STYLE_SECTION1] = {"section1", 11, BOLD, INK, .wrap = true, .fill = COLOUR_PANEL, INK_ABOVE},
    [STYLE_SECTION1_ID] = {"section1_id", 10, BOLD, SUB, .fill = COLOUR_PANEL, INK_ABOVE},
    [STYLE_SECTION1_NUM] = {"section1_num", 10, BOLD, INK, RIGHT, .fill = COLOUR_PANEL, INK_ABOVE},
    [STYLE_SECTION2] = {"section2", 10, BOLD, INK, .wrap = true, HAIR},
    [STYLE_SECTION2_ID] = {"section2_id", 10, BOLD, SUB, HAIR},
    [STYLE_SECTION2_NUM] = {"section2_num", 10, BOLD, INK, RIGHT, HAIR},
    [STYLE_SECTION3] = {"section3", 10, BOLD, SUB, .wrap = true, HAIR},
    [STYLE_SECTION3_ID] = {"section3_id", 10, BOLD, SUB, HAIR},
    [STYLE_SECTION3_NUM] = {"section3_num", 10, BOLD, SUB, RIGHT, HAIR},
    [STYLE_MAP_TOTAL] = {"map_total", 12, BOLD, INK, TILE},
    [STYLE_MAP_SECTION1] = {"map_section1", 11, BOLD, INK, TILE},
    [STYLE_MAP_SECTION] = {"map_section", 10, BOLD, INK, TILE},
    [STYLE_MAP_LEAF] = {"map_leaf", 10, INK, TILE},
    [STYLE_MAP_CONTRADICTED] = {"map_contradicted", 10, BOLD, INK, TILE},
    [STYLE_MAP_SILENT] = {"map_silent", 10, INK, TILE},
    [STYLE_MAP_NA] = {"map_na", 10, SUB, TILE},
    [STYLE_MAP_NAME] = {"map_name", 10, BOLD, INK, RIGHT, .wrap = true},
    [STYLE_MAP_TILE] = {"map_tile", 10, INK, TILE},
    [STYLE_GATE] = {"gate", 10, SUB, RIGHT, HAIR},
    [STYLE_GATE_BAD] = {"gate_bad", 10, BOLD, .text = COLOUR_BAD, RIGHT, HAIR},
    [STYLE_GATE_WARN] = {"gate_warn", 10, BOLD, .text = COLOUR_WARN, RIGHT, HAIR},
    [STYLE_GATE_WAIVED] = {"gate_waived", 10, BOLD, .text = COLOUR_WAIVED, RIGHT, HAIR},
    [STYLE_INPUT] = {"input", 10, CHANGEABLE},
    [STYLE_INPUT_NUM] = {"input_num", 10, CHANGEABLE, RIGHT},
    [STYLE_INPUT_NUM_BOLD] = {"input_num_bold", 10, BOLD, CHANGEABLE, RIGHT},
    [STYLE_FIXED] = {"fixed", 10, SUB, RIGHT, HAIR},
    [STYLE_CHANGED] = {"changed", 10, SUB, CENTRED, HAIR},
    [STYLE_GRADE_PROVEN] = {"grade_proven", 10, BOLD, INK, HAIR},
    [STYLE_GRADE_OTHER] = {"grade_other", 10, SUB, HAIR},
    [STYLE_ANSWER] = {"answer", 10, INK, WRAPPED, HAIR},
    [STYLE_ANSWER_BAD] = {"answer_bad", 10, BOLD, .text = COLOUR_BAD, WRAPPED, HAIR},
    [STYLE_ANSWER_WARN] = {"answer_warn", 10, BOLD, .text = COLOUR_WARN, WRAPPED, HAIR},
    [STYLE_ANSWER_OURS] = {"answer_ours", 10, BOLD, .text = COLOUR_OURS, WRAPPED, HAIR},
    [STYLE_FIGURE] = {"figure", 10, INK, RIGHT, WRAPPED, HAIR},
    [STYLE_FIGURE_BOLD] = {"figure_bold", 10, BOLD, INK, RIGHT, WRAPPED, HAIR},
    [STYLE_NOTE] = {"note", 10, SUB},
    [STYLE_NOTE_SMALL] = {"note_small", 9, SUB},
    [STYLE_NOTE_WARN] = {"note_warn", 10, BOLD, .text = COLOUR_WARN},
    [STYLE_OK] = {"ok", 10, BOLD, .text = COLOUR_GOOD, RIGHT, HAIR},
    [STYLE_KEY] = {"key", 10, SUB, AT_BOTTOM},
    [STYLE_KEY_NUM] = {"key_num", 10, SUB, RIGHT, AT_BOTTOM},
    [STYLE_KEY_STRONG] = {"key_strong", 10, BOLD, INK},
    [STYLE_NAME_FOLDED] = {"name_folded", 10, SUB, RIGHT, .wrap = true},
    [STYLE_GATES] = {"gates", 10, BOLD, INK, .fill = COLOUR_PANEL, INK_ABOVE},
    [STYLE_KEY_BOLD] = {"key_bold", 9, BOLD, SUB},
    [STYLE_SIGN_LINE] = {"sign_line", 10, INK, HAIR},
    [STYLE_MONO] = {"mono", 10, INK, .mono = true},
    [STYLE_BLOCK_NOTE] = {"block_note", 10, SUB, INK_BELOW},
    [STYLE_CARD] = {"card", 10, BOLD, INK, .fill = COLOUR_CARD, .bottom = LINE_THIN,
                    .bottom_colour = COLOUR_RULE},
    [STYLE_CARD_RIGHT] = {"card_right", 10, SUB, RIGHT, .fill = COLOUR_CARD, .bottom = LINE_THIN,
                          .bottom_colour = COLOUR_RULE},
    [STYLE_CARD_NAME] = {"card_name", 10, BOLD, INK, INK_BELOW},
    [STYLE_LABEL] = {"label", 10, SUB, WRAPPED, HAIR},
    [STYLE_INPUT_BOLD] = {"input_bold", 10, BOLD, CHANGEABLE},
    [STYLE_INPUT_WRAP] = {"input_wrap", 10, CHANGEABLE, WRAPPED},
    [STYLE_GIVEN] = {"given", 10, .text = COLOUR_GOOD},
};
_Static_assert(COUNT_OF(STYLES) == STYLE_COUNT, "a row for each style");

struct number_row {
    const char *name;
    const char *format;
};

/* In the map, `_)` keeps numbers off the edge of their tile; `* ` fills between a word at the left
 * and its number at the right, so that the cell stays a number; `_._0` leaves the room of a
 * decimal, so that whole numbers stand under the ones of 81.3. */
static const struct number_row NUMBERS[] = {
    [LOOK_GENERAL] = {"general", "General"},
    [LOOK_TEXT] = {"as_text", "@"},
    [LOOK_COUNT] = {"count", "0"},
    [LOOK_COUNT_PAD] = {"count_pad", "0_)"},
    [LOOK_SCORE] = {"score", "0.00"},
    [LOOK_SCORE_MAP] = {"score_map", "0.00_)"},
    [LOOK_SECTION] = {"section", "0.0"},
    [LOOK_SECTION_MAP] = {"section_map", "0.0_)"},
    [LOOK_LEAF] = {"leaf", "0_._0"},
    [LOOK_LEAF_MAP] = {"leaf_map", "0_._0_)"},
    [LOOK_CONTRADICTED] = {"contradicted", "\"≠ contradicted\"* 0_._0_)"},
    [LOOK_NO_ANSWER] = {"no_answer", "\"– no answer\"* 0_._0_)"},
    [LOOK_DECLINED] = {"declined", "\"– declined\"* 0_._0_)"},
    [LOOK_NOT_ASKED] = {"not_asked", "\"– not asked\"* 0_._0_)"},
    [LOOK_OPEN] = {"open", "0_._0_);\"−\"0_._0_);0_._0_);@_)"},
    [LOOK_MAP_TEXT] = {"map_text", "@_)"},
    [LOOK_POINTS] = {"points", "0.00"},
    [LOOK_POINTS_MAP] = {"points_map", "0.0"},
    [LOOK_LEAD] = {"lead", "+0.00;\"−\"0.00;0.00"},
    [LOOK_WEIGHT] = {"weight", "General_)"},
    [LOOK_WEIGHT_CUT] = {"weight_cut", "0.00_)"},
    [LOOK_RATE] = {"rate", "0 %"},
    [LOOK_RATE1] = {"rate1", "0.0 %"},
    [LOOK_GROUPED] = {"grouped", "#,##0"},
    [LOOK_TILE_UNDER] = {"tile_under", "\"under 25\"_)"},
    [LOOK_TILE_FROM] = {"tile_from", "\"from \"0_)"},
    [LOOK_DIFFERENCE] = {"difference", "0.000000;\"−\"0.000000;\"–\""},
    [LOOK_DIFFERENCE_COUNT] = {"difference_count", "0;\"−\"0;\"–\""},
    [LOOK_SIX] = {"six", "0.000000"},
    [LOOK_ORDER] = {"order", "0"},
    [LOOK_CONTRADICTED_SIGN] = {"contradicted_sign", "\"≠\"* 0_)"},
    [LOOK_NO_ANSWER_SIGN] = {"no_answer_sign", "\"–\"* 0_)"},
    [LOOK_DECLINED_SIGN] = {"declined_sign", "\"–\"* 0_)"},
    [LOOK_NOT_ASKED_SIGN] = {"not_asked_sign", "\"–\"* 0_)"},
    [LOOK_CEILING] = {"ceiling", "0.00"},
    [LOOK_VALUE] = {"value", "General"},
    [LOOK_UNIT] = {"unit", "\"■ = \"0.00\" point\""},
    [LOOK_TERM_POINTS] = {"term_points", "0.00;\"−\"0.00;\"–\""},
    [LOOK_POINTS_DASH] = {"points_dash", "0.0;\"−\"0.0;\"–\""},
    [LOOK_DAY] = {"day", "yyyy-mm-dd"},
};
_Static_assert(COUNT_OF(NUMBERS) == LOOK_COUNT_OF, "a row for each look of a number");

const struct style_row *style_row(enum style style)
{
    assert(style < STYLE_COUNT);
    return &STYLES[style];
}

const char *number_look_format(enum number_look look)
{
    assert(look < LOOK_COUNT_OF);
    return NUMBERS[look].format;
}

const char *number_look_name(enum number_look look)
{
    assert(look < LOOK_COUNT_OF);
    return NUMBERS[look].name;
}

enum number_look number_look_of_weight(double weight)
{
    bool is_short = fabs(weight - decimal_round(weight, WEIGHT_DECIMALS)) <= WEIGHT_ROUNDING;
    return is_short ? LOOK_WEIGHT : LOOK_WEIGHT_CUT;
}
