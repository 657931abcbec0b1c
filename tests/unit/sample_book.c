#include "sample_book.h"

#include "base/arena.h"
#include "base/text.h"

enum { VENDORS = 4, SECTIONS = 4, FIRST_RANKED = 3, FIRST_SECTION = 10 };

static const char *const NAMES[VENDORS] = {"Aldermere", "Brightloom", "Corvane", "Eastmark"};
static const double TOTALS[VENDORS] = {73.91, 70.30, 56.70, 41.59};
static const char *const SECTION_NAMES[SECTIONS] = {"Governance", "Security", "Compliance",
                                                    "Return on investment"};
static const double WEIGHTS[SECTIONS] = {25, 35, 20, 20};

/* Columns of the charts' data: what they are called is said in their head. */
static const double BARS[][VENDORS] = {
    {83.4, 75.5, 77.7, 86.4},                     // claimed
    {73.91, 70.3, 56.7, 41.59}, {72, 69, 51, 26}, // proven or shown
    {50.6, 47.5, 21, 9.2},      {70, 70, 70, 70}, // acceptable
};
static const double SPREAD[][SECTIONS] = {
    {81.3, 81.4, 74.4, 67.4}, // best
    {42.3, 36.7, 48, 43},     // worst
    {60, 57, 55, 43},         // third
    {70.9, 69.2, 74.4, 67.4}, // second
    {81.3, 81.4, 72.3, 53.2}, // first
};
enum { BAR_COLUMN = 16, SPREAD_COLUMN = 24 };

static const struct series PROOF_BAR[] = {
    {.fill = COLOUR_WHITE, .line = COLOUR_SUB, .line_width = 1, .label_format = "0"},
    {.fill = COLOUR_STATED},
    {.fill = COLOUR_SHOWN},
    {.fill = COLOUR_PROVEN,
     .label_format = "[<6]\"\";0",
     .label_inside = true,
     .label_white = true},
    {.form = SERIES_MARK_LINE, .line = COLOUR_INK, .line_width = 1.25},
};
static const struct series RANGE_BAR[] = {
    {.fill = COLOUR_RANGE, .label_format = "\"  \"0"},
    {.fill = COLOUR_WHITE, .label_format = "0\"  \"", .label_inside = true},
    {.form = SERIES_TICK, .line = COLOUR_OTHER, .line_width = 3},
    {.form = SERIES_TICK, .line = COLOUR_RUNNER, .line_width = 6},
    {.form = SERIES_TICK, .line = COLOUR_INK, .line_width = 6},
};
_Static_assert(COUNT_OF(PROOF_BAR) == COUNT_OF(BARS), "a column a series");
_Static_assert(COUNT_OF(RANGE_BAR) == COUNT_OF(SPREAD), "a column a series");

static struct range column_of(uint32_t row, uint32_t column, uint32_t count)
{
    return (struct range){.sheet = "Summary",
                          .first_row = row,
                          .first_column = column,
                          .last_row = row + count - 1,
                          .last_column = column};
}

static void lay_charts(struct book *book)
{
    struct series bars[COUNT_OF(PROOF_BAR)];
    struct series ranges[COUNT_OF(RANGE_BAR)];
    for (uint32_t i = 0; i < COUNT_OF(BARS); i++) {
        bars[i] = PROOF_BAR[i];
        bars[i].names = column_of(FIRST_RANKED, 1, VENDORS);
        bars[i].values = column_of(FIRST_RANKED, BAR_COLUMN + i, VENDORS);
        bars[i].cached_names = NAMES;
        bars[i].cached_values = BARS[i];
        bars[i].count = VENDORS;
        ranges[i] = RANGE_BAR[i];
        ranges[i].names = column_of(FIRST_SECTION, 1, SECTIONS);
        ranges[i].values = column_of(FIRST_RANKED, SPREAD_COLUMN + i, SECTIONS);
        ranges[i].cached_names = SECTION_NAMES;
        ranges[i].cached_values = SPREAD[i];
        ranges[i].count = SECTIONS;
        for (uint32_t row = 0; row < VENDORS; row++) { // formulas, as in the scorecard
            struct look number = look_as(STYLE_FIXED, LOOK_SECTION);
            book_number(book, FIRST_RANKED + row, BAR_COLUMN + i, number, BARS[i][row]);
            book_number(book, FIRST_RANKED + row, SPREAD_COLUMN + i, number, SPREAD[i][row]);
        }
    }
    struct chart chart = {.row = 16,
                          .width = 310,
                          .height = 131,
                          .y = 1,
                          .gap = 45,
                          .overlap = 100,
                          .most = 100,
                          .unit = 25,
                          .gridlines = true,
                          .category_line = true,
                          .category_size = 10,
                          .value_size = 9,
                          .alt_text = "Proven, shown and stated points & what is claimed",
                          .series = bars,
                          .series_count = COUNT_OF(bars)};
    book_chart(book, &chart);
    chart.column = 4;
    chart.gap = 150;
    chart.width = 326;
    chart.gridlines = false;
    chart.category_line = false;
    chart.series = ranges;
    chart.alt_text = "Best and worst score of each section";
    book_chart(book, &chart);
}

static void lay_ranking(struct book *book)
{
    book_text(book, 2, 0, look(STYLE_HEAD_SMALL), "Rank");
    book_text(book, 2, 1, look(STYLE_HEAD_SMALL), "Vendor");
    book_text(book, 2, 2, look(STYLE_HEAD_SMALL_NUM), "Evidenced\nscore");
    book_text(book, 2, 3, look_in(STYLE_HEAD_SMALL, 1), "Outcome");
    for (uint32_t i = 0; i < VENDORS; i++) {
        uint32_t row = FIRST_RANKED + i;
        bool leads = i == 0;
        book_row(book, row, 19);
        book_number(book, row, 0, look_as(leads ? STYLE_LEAD_RANK : STYLE_RANK, LOOK_COUNT), i + 1);
        book_text(book, row, 1, look(leads ? STYLE_LEAD_TEXT : STYLE_TEXT), NAMES[i]);
        book_number(book, row, 2, look_as(leads ? STYLE_LEAD_NUM_BOLD : STYLE_NUM_BOLD, LOOK_SCORE),
                    TOTALS[i]);
        book_text(book, row, 3, look_in(leads ? STYLE_LEAD_TEXT : STYLE_TEXT, 1),
                  i < 3 ? "▲ acceptable with conditions" : "■ not acceptable");
    }
    struct rule rule = {
        .range = {.first_row = 3, .first_column = 3, .last_row = 6, .last_column = 3},
        .formula = "=OR(LEFT(D4,1)=\"✗\",LEFT(D4,1)=\"■\")",
        .text = COLOUR_BAD,
        .bold = true};
    book_rule(book, &rule);
    rule.formula = "=LEFT(D4,1)=\"▲\"";
    rule.text = COLOUR_WARN;
    book_rule(book, &rule);
}

static void lay_weights(struct book *book)
{
    static const struct validation WEIGHT = {
        .range = {.first_row = 10, .first_column = 3, .last_row = 13, .last_column = 3},
        .kind = VALIDATION_DECIMAL,
        .least = 0,
        .most = -1,
        .input_title = "Weight",
        .input_message = "Any number of 0 or more; sections are scaled to 100.",
        .error_title = "Not a weight",
        .error_message = "Please type a number of 0 or more."};
    book_blanks(book, 8, 0, 3, look(STYLE_BLOCK));
    book_text(book, 8, 0, look(STYLE_BLOCK), "Weights");
    book_text(book, 9, 1, look(STYLE_HEAD), "Section");
    for (uint32_t i = 0; i < SECTIONS; i++) {
        uint32_t row = FIRST_SECTION + i;
        book_text(book, row, 1, look(STYLE_TEXT), SECTION_NAMES[i]);
        book_input_number(book, row, 3, look_as(STYLE_INPUT_NUM, LOOK_WEIGHT), WEIGHTS[i],
                          "weights.GOV");
    }
    book_text(book, 14, 1, look(STYLE_TOTAL), "Total");
    book_number_formula(book, 14, 3, look_as(STYLE_TOTAL_NUM, LOOK_WEIGHT), "=SUM(D11:D14)", 100);
    book_text_formula(book, 14, 2, (struct look){.style = STYLE_OK, .rule_top = true},
                      "=IF(D15=100,\"✓ add up\",\"✗ do not add up\")", "✓ add up");
    book_validation(book, &WEIGHT);
}

static void lay_summary(struct book *book)
{
    static const struct run LEGEND[] = {
        {"■", COLOUR_PROVEN, false}, {" proven   ", COLOUR_SUB, false},
        {"■", COLOUR_SHOWN, false},  {" shown   ", COLOUR_SUB, false},
        {"□", COLOUR_SUB, false},    {" claimed", COLOUR_SUB, false}};
    static const int WIDTHS[] = {34, 98, 80, 220, 100, 100, 100, 100};
    book_begin_sheet(book, "Summary");
    for (uint32_t i = 0; i < COUNT_OF(WIDTHS); i++) {
        book_column(book, i, i, WIDTHS[i]);
    }
    book_row(book, 0, 21);
    book_row(book, 1, 32);
    book_row(book, 2, 30);
    book_blanks(book, 0, 1, 6, look(STYLE_MAST));
    book_text(book, 0, 0, look(STYLE_MAST),
              "Customer-service assistant: comparison of four vendors");
    book_text(book, 0, 7, look(STYLE_MAST_RIGHT), "Position as at 15 Oct 2026");
    book_text_formula(book, 1, 0, look(STYLE_MESSAGE_LARGE),
                      "=B4&\" ranks first with \"&FIXED(C4,2,1)&\" of 100.\"",
                      "Aldermere ranks first with 73.91 of 100.");
    lay_ranking(book);
    lay_weights(book);
    book_rich(book, 15, 0, look(STYLE_NOTE_SMALL), LEGEND, COUNT_OF(LEGEND));
    lay_charts(book);
    struct sheet_setup *setup = book_setup(book);
    setup->fit_to_page = true;
    setup->print_area_given = true;
    setup->print_area = (struct range){.last_row = 24, .last_column = 7};
    setup->header =
        "&R&\"Calibri,Regular\"&9 Confidential: holds vendors’ confidential information";
    setup->footer = "&L&\"Calibri,Regular\"&9 Assistant&C&\"Calibri,Regular\"&9 &A";
    book_end_sheet(book);
}

/* Cells of the map: how they look, and their figure. */
static const struct {
    struct look look;
    double score;
} MAP[] = {
    {{.style = STYLE_MAP_TOTAL, .number = LOOK_SCORE_MAP, .rule_top = true}, 73.91},
    {{.style = STYLE_MAP_SECTION1, .number = LOOK_SECTION_MAP, .rule_top = true}, 81.25},
    {{.style = STYLE_MAP_SECTION, .number = LOOK_SECTION_MAP}, 49.9},
    {{.style = STYLE_MAP_LEAF, .number = LOOK_LEAF_MAP}, 100},
    {{.style = STYLE_MAP_CONTRADICTED, .number = LOOK_CONTRADICTED}, 50},
    {{.style = STYLE_MAP_SILENT, .number = LOOK_NO_ANSWER}, 0},
    {{.style = STYLE_MAP_SILENT, .number = LOOK_DECLINED}, 0},
    {{.style = STYLE_MAP_LEAF, .number = LOOK_CONTRADICTED_SIGN}, 25},
};

static void lay_map(struct book *book)
{
    static const enum colour HEAT[] = {COLOUR_HEAT4, COLOUR_HEAT3, COLOUR_HEAT2, COLOUR_HEAT1,
                                       COLOUR_HEAT0};
    static const char *const FORMULAS[] = {"=AND(ISNUMBER(C4),C4>=90)", "=AND(ISNUMBER(C4),C4>=70)",
                                           "=AND(ISNUMBER(C4),C4>=50)", "=AND(ISNUMBER(C4),C4>=25)",
                                           "=AND(ISNUMBER(C4),C4>=0)"};
    for (uint32_t i = 0; i < COUNT_OF(MAP); i++) {
        uint32_t row = 3 + i;
        book_row_at(book, row, 17, i < 3 ? (int)i : 2);
        book_text(book, row, 0, look(i == 1 ? STYLE_SECTION1_ID : STYLE_ID), "GOV");
        book_text(book, row, 1,
                  i == 1 ? look(STYLE_SECTION1) : look_in(STYLE_TEXT, i < 6 ? (uint8_t)i : 6),
                  "Accountable executive");
        book_number(book, row, 2, MAP[i].look, MAP[i].score);
    }
    book_text(book, 11, 2, look_as(STYLE_MAP_NA, LOOK_MAP_TEXT), "n/a");
    for (size_t i = 0; i < COUNT_OF(HEAT); i++) {
        struct rule rule = {
            .range = {.first_row = 3, .first_column = 2, .last_row = 10, .last_column = 2},
            .formula = FORMULAS[i],
            .fill = HEAT[i]};
        book_rule(book, &rule);
    }
}

static void lay_comparison(struct book *book)
{
    static const uint32_t BREAKS[] = {8};
    static const struct validation GRADE = {
        .range = {.first_row = 3, .first_column = 3, .last_row = 5, .last_column = 3},
        .kind = VALIDATION_LIST,
        .list = "stated,documented,independent,verified",
        .warns = true,
        .error_title = "Not a grade",
        .error_message = "Keep it?"};
    book_begin_sheet(book, "Comparison");
    book_column(book, 0, 0, 62);
    book_column(book, 1, 1, 252);
    book_column(book, 2, 3, 116);
    book_text(book, 2, 0, look(STYLE_HEAD), "Id");
    book_text(book, 2, 1, look(STYLE_HEAD), "Criterion");
    book_text(book, 2, 2, look_as(STYLE_MAP_NAME, LOOK_MAP_TEXT), "Aldermere");
    book_text(book, 2, 3, look_in(STYLE_HEAD, 1), "Grade");
    lay_map(book);
    book_input_text(book, 3, 3, look(STYLE_INPUT), "stated", "grade.acme.GOV-01");
    book_input_empty(book, 4, 3, look(STYLE_INPUT), "grade.acme.GOV-02");
    book_validation(book, &GRADE);
    struct sheet_setup *setup = book_setup(book);
    setup->freeze_row = 3;
    setup->freeze_column = 2;
    setup->repeat_first_row = 2;
    setup->repeat_last_row = 2;
    setup->repeat_first_column = 0;
    setup->repeat_last_column = 1;
    setup->has_filter = true;
    setup->filter = (struct range){.first_row = 2, .last_row = 11, .last_column = 3};
    setup->outline = true;
    setup->breaks = BREAKS;
    setup->break_count = COUNT_OF(BREAKS);
    book_end_sheet(book);
}

/* A sheet that is printed at a fixed scale, with bars one behind the other. */
static void lay_gaps(struct book *book)
{
    static const uint32_t BREAKS[] = {6};
    static const double GAPS[][VENDORS] = {{73.9, 70.3, 56.7, 41.6}, {3.5, 5.2, 14.2, 12.9}};
    struct series series[COUNT_OF(GAPS)];
    book_begin_sheet(book, "Gaps");
    for (uint32_t i = 0; i < COUNT_OF(GAPS); i++) {
        series[i] = (struct series){
            .names = {.sheet = "Gaps", .first_row = 1, .last_row = VENDORS},
            .values = {.sheet = "Gaps",
                       .first_row = 1,
                       .first_column = 1 + i,
                       .last_row = VENDORS,
                       .last_column = 1 + i},
            .cached_names = NAMES,
            .cached_values = GAPS[i],
            .count = VENDORS,
            .fill = i == 0 ? COLOUR_RANGE : COLOUR_BAD,
            .line = COLOUR_WHITE,
            .line_width = 0.75,
            .label_format = "[>=1.8]0.0;;",
            .label_white = i > 0,
        };
        for (uint32_t row = 0; row < VENDORS; row++) {
            book_number(book, 1 + row, 1 + i, look_as(STYLE_NUM, LOOK_SECTION), GAPS[i][row]);
        }
    }
    for (uint32_t row = 0; row < VENDORS; row++) {
        book_text(book, 1 + row, 0, look(STYLE_TEXT), NAMES[row]);
    }
    const struct chart chart = {.kind = CHART_STACKED_BAR,
                                .row = 6,
                                .width = 1100,
                                .height = 176,
                                .gap = 45,
                                .overlap = 100,
                                .most = 100,
                                .unit = 20,
                                .category_size = 10,
                                .value_size = 9,
                                .alt_text = "Evidenced points and the gap",
                                .series = series,
                                .series_count = COUNT_OF(series)};
    book_chart(book, &chart);
    struct sheet_setup *setup = book_setup(book);
    setup->scale_percent = 96;
    setup->breaks = BREAKS;
    setup->break_count = COUNT_OF(BREAKS);
    book_end_sheet(book);
}

static void lay_out(struct book *book, const void *subject)
{
    (void)subject;
    lay_summary(book);
    lay_comparison(book);
    lay_gaps(book);
}

struct book_content sample_book(void)
{
    static const char *const CUSTOM_NAMES[] = {"Inputs SHA-256"};
    static const char *const CUSTOM_VALUES[] = {"3f2a91c4"};
    return (struct book_content){.lay_out = lay_out,
                                 .properties = {.title = "Customer-service assistant",
                                                .subject = "Scorecard",
                                                .author = "vouch",
                                                .custom_names = CUSTOM_NAMES,
                                                .custom_values = CUSTOM_VALUES,
                                                .custom_count = 1}};
}
