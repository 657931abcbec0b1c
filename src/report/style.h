/*
 * Styles: the named looks of cells, colours and number formats. The table is the only place that
 * knows them.
 *
 * Source: the visual grammar described in docs/workbook.md.
 * Layer: report. Plain data.
 */
#ifndef VOUCH_REPORT_STYLE_H
#define VOUCH_REPORT_STYLE_H

#include <stdbool.h>
#include <stdint.h>

enum colour {
    COLOUR_NONE = 0,
    COLOUR_INK = 0x1F2A37,
    COLOUR_SUB = 0x55606B,
    COLOUR_LINE = 0xD9DEE3,
    COLOUR_PANEL = 0xF3F5F7,
    COLOUR_TINT = 0xEDF5FB,
    COLOUR_PROVEN = 0x0072B2,
    COLOUR_SHOWN = 0x56B4E9,
    COLOUR_STATED = 0xB9DAF0,
    COLOUR_RUNNER = 0xD55E00,
    COLOUR_OTHER = 0x7C8792,
    COLOUR_RANGE = 0xE1E6EB,
    COLOUR_BAD = 0xA34700,
    COLOUR_WARN = 0x7A5200,
    COLOUR_WAIVED = 0x5B3A73,
    COLOUR_OURS = 0x3D4854,
    COLOUR_GOOD = 0x00694C,
    COLOUR_INPUT = 0x0000FF,
    COLOUR_INPUT_FILL = 0xE6ECFF,
    COLOUR_INPUT_LINE = 0x6A82D9,
    COLOUR_WHATIF = 0xFFF1CC,
    COLOUR_GAP_EVIDENCED = 0xC3CCD5, // of the claim gap, from harmless to grave; the gravest is BAD
    COLOUR_GAP_NO_PROOF = 0xD9822B,
    COLOUR_GAP_EXPIRED = 0xEDB877,
    COLOUR_GAP_SCOPE = 0xF8DFC0,
    COLOUR_HEAT0 = 0xFDE6D6,
    COLOUR_HEAT1 = 0xFBF3EC,
    COLOUR_HEAT2 = 0xD3E7F5,
    COLOUR_HEAT3 = 0x9CCCEB,
    COLOUR_HEAT4 = 0x56B4E9,
    COLOUR_RULE = 0x8A97A6,
    COLOUR_CARD = 0xE8ECF0,
    COLOUR_WHITE = 0xFFFFFF
};

/* Base styles by name (LAYOUT 3): what a cell is, not how it looks. Rows in style.c. */
enum style {
    STYLE_BLANK,
    STYLE_MAST,
    STYLE_MAST_RIGHT,
    STYLE_MESSAGE,
    STYLE_MESSAGE_SMALL, // 12: where 14 is too wide
    STYLE_MESSAGE_LARGE,
    STYLE_SENTENCE,
    STYLE_SENTENCE_SMALL, // 10: where 11 is too wide
    STYLE_ASK_LABEL,
    STYLE_ASK_TEXT,
    STYLE_STRIP,
    STYLE_STRIP_LAST,
    STYLE_BLOCK,
    STYLE_TITLE, // of a chart: as a block's, without its rule
    STYLE_HEAD,
    STYLE_HEAD_NUM,
    STYLE_HEAD_CENTRE,
    STYLE_HEAD_SMALL,
    STYLE_HEAD_SMALL_NUM,
    STYLE_HEAD_SMALL_CENTRE,
    STYLE_TEXT,
    STYLE_TEXT_BOLD,
    STYLE_BOLD_FOLDED, // wraps: long names
    STYLE_TEXT_WRAP,
    STYLE_SUB_WRAP,    // wraps: what is calm beside states
    STYLE_TEXT_FOLDED, // wraps, centred in its row: titles of items
    STYLE_ID,
    STYLE_MACHINE,
    STYLE_NUM,
    STYLE_NUM_BOLD,
    STYLE_TOTAL,
    STYLE_TOTAL_NUM,
    STYLE_LEAD_TEXT,
    STYLE_LEAD_FOLDED, // wraps: long names
    STYLE_LEAD_NUM,
    STYLE_LEAD_NUM_BOLD, // the score of the first in rank
    STYLE_OUT_TEXT,
    STYLE_OUT_NUM,
    STYLE_RANK,
    STYLE_LEAD_RANK,
    STYLE_OUT_RANK,
    STYLE_SECTION1,
    STYLE_SECTION1_ID,
    STYLE_SECTION1_NUM,
    STYLE_SECTION2,
    STYLE_SECTION2_ID,
    STYLE_SECTION2_NUM,
    STYLE_SECTION3,
    STYLE_SECTION3_ID,
    STYLE_SECTION3_NUM,
    STYLE_MAP_TOTAL,
    STYLE_MAP_SECTION1,
    STYLE_MAP_SECTION,
    STYLE_MAP_LEAF,
    STYLE_MAP_CONTRADICTED,
    STYLE_MAP_SILENT,
    STYLE_MAP_NA,
    STYLE_MAP_NAME,
    STYLE_MAP_TILE,
    STYLE_GATE,
    STYLE_GATE_BAD,
    STYLE_GATE_WARN,
    STYLE_GATE_WAIVED,
    STYLE_INPUT,
    STYLE_INPUT_NUM,
    STYLE_INPUT_NUM_BOLD,
    STYLE_FIXED,
    STYLE_CHANGED,
    STYLE_GRADE_PROVEN,
    STYLE_GRADE_OTHER,
    STYLE_ANSWER,
    STYLE_ANSWER_BAD,
    STYLE_ANSWER_WARN,
    STYLE_ANSWER_OURS, // our own turn
    STYLE_FIGURE,      // a figure in words, which wraps
    STYLE_FIGURE_BOLD,
    STYLE_NOTE,
    STYLE_NOTE_SMALL,
    STYLE_NOTE_WARN,
    STYLE_OK,
    STYLE_KEY,
    STYLE_KEY_NUM,
    STYLE_KEY_STRONG,
    STYLE_NAME_FOLDED,
    STYLE_GATES, // heading of the requirements at the map
    STYLE_KEY_BOLD,
    STYLE_SIGN_LINE,
    STYLE_MONO,
    STYLE_BLOCK_NOTE, // beside a block's title, on its rule
    STYLE_CARD,       // band that begins a card of a form
    STYLE_CARD_RIGHT,
    STYLE_CARD_NAME, // whose answers stand below
    STYLE_LABEL,     // beside wrapped text
    STYLE_INPUT_BOLD,
    STYLE_INPUT_WRAP,
    STYLE_GIVEN, // state of what is to be typed
    STYLE_COUNT
};

/* Number formats by meaning (LAYOUT 2); texts in style.c. */
enum number_look {
    LOOK_GENERAL,
    LOOK_TEXT,
    LOOK_COUNT,
    LOOK_COUNT_PAD,
    LOOK_SCORE,
    LOOK_SCORE_MAP,
    LOOK_SECTION,
    LOOK_SECTION_MAP,
    LOOK_LEAF,
    LOOK_LEAF_MAP,
    LOOK_CONTRADICTED,
    LOOK_NO_ANSWER,
    LOOK_DECLINED,
    LOOK_NOT_ASKED,
    LOOK_OPEN,
    LOOK_MAP_TEXT,
    LOOK_POINTS,
    LOOK_POINTS_MAP,
    LOOK_LEAD,
    LOOK_WEIGHT,
    LOOK_WEIGHT_CUT,
    LOOK_RATE,
    LOOK_RATE1,
    LOOK_GROUPED,
    LOOK_TILE_UNDER,
    LOOK_TILE_FROM,
    LOOK_DIFFERENCE,
    LOOK_DIFFERENCE_COUNT,
    LOOK_SIX,
    LOOK_ORDER,
    LOOK_CONTRADICTED_SIGN,
    LOOK_NO_ANSWER_SIGN,
    LOOK_DECLINED_SIGN,
    LOOK_NOT_ASKED_SIGN,
    LOOK_CEILING,
    LOOK_VALUE,
    LOOK_UNIT,        // of a bar of squares: "■ = 0.25 point"
    LOOK_POINTS_DASH, // one decimal, a dash for none
    LOOK_TERM_POINTS, // two decimals, a dash for none
    LOOK_DAY,
    LOOK_COUNT_OF // not a look: how many there are
};

enum align { ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTRE };
enum vertical { VERTICAL_CENTRE, VERTICAL_TOP, VERTICAL_BOTTOM };
enum line { LINE_NONE, LINE_THIN, LINE_MEDIUM };

/* One row of the table. */
struct style_row {
    const char *name; // for listings: "map_leaf"
    uint8_t size;     // points
    bool bold, wrap, unlocked, mono;
    enum colour text, fill;
    enum align align;
    enum vertical vertical;
    enum line top, bottom;
    enum colour top_colour, bottom_colour;
    bool boxed; // all four sides THIN in bottom_colour (tiles, inputs)
};

const struct style_row *style_row(enum style style);
const char *number_look_format(enum number_look look); // "0.00", …
const char *number_look_name(enum number_look look);   // for listings

/* How a weight is shown: as it is, or with two decimals where it has more than three, as those
 * worked out from comparisons have; programs would show ### for them. */
enum number_look number_look_of_weight(double weight);

#endif
