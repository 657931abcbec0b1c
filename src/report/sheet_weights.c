#include "report/sheet_weights.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/sum.h"
#include "base/text.h"
#include "report/figure_cells.h"
#include "report/item_cells.h"
#include "report/measure.h"
#include "report/price_cells.h"
#include "report/sheet_head.h"
#include "report/weights_levels.h"
#include "score/baseline.h"

#include <math.h>
#include <string.h>

enum {
    GAP_ROW = 3,
    TITLE_ROW,
    HEAD_ROW,
    RULES_COLUMN = 9,
    INPUT_COLUMN,
    FIXED_COLUMN,
    MEANS_COLUMN,
    SHOWS_COLUMN = 14,
    TITLE_PIXELS = 282,
    TOP_PIXELS = 20,
    ROW_PIXELS = 18,
    NAME_COLUMNS = 40,
    AMOUNT_PAD = 12,
    SEPARATOR_PIXELS = 4,
};

static const char NONE[] = "none";

struct weights_sheet {
    struct arena *arena; // scratch
    struct book *book;
    const struct layout *layout;
    struct layout_view view;
    const struct evaluation *evaluation;
    struct baseline fixed; // weights and rules as they were fixed
    const double *shares;
};

static const struct sheet_column HEADS[] = {
    {"Id", 62, STYLE_HEAD, 0},
    {"Section, theme, criterion", TITLE_PIXELS, STYLE_HEAD, 0},
    {"No.", 34, STYLE_HEAD_NUM, 0},
    {"In no.", 44, STYLE_HEAD_NUM, 0},
    {"Weight", 72, STYLE_HEAD_NUM, 0},
    {"Fixed", 64, STYLE_HEAD_NUM, 0},
    {"Share\nof 100", 64, STYLE_HEAD_NUM, 0},
    {"Changed", 74, STYLE_HEAD_CENTRE, 0},
};

static const struct sheet_column GRADE_HEADS[] = {
    {"Grade of the proof", 180, STYLE_HEAD, 0},
    {"Counts to", 66, STYLE_HEAD_NUM, 0},
    {"Fixed", 58, STYLE_HEAD_NUM, 0},
    {"Means", 142, STYLE_HEAD, 1},
};

static const struct sheet_column MACHINE_HEADS[] = {
    {"Counts as shown", 62, STYLE_HEAD_NUM, 0},
    {"Counts as proven", 62, STYLE_HEAD_NUM, 0},
};

static struct item_message message_of(const struct weights_sheet *sheet)
{
    const char *differ = layout_figure_at(&sheet->view, FIGURE_DIFFER);
    const char *inputs = layout_figure_at(&sheet->view, FIGURE_INPUTS);
    const struct result *result = sheet->layout->result;
    const struct plan_check *plan = &result->project->plan;
    const char *whom = plan->state == PLAN_NONE
                           ? "the evaluation (no plan is fixed yet)"
                           : arena_format(sheet->arena, "the plan fixed on %s",
                                          date_text(sheet->arena, plan->lock.locked.date));
    size_t differing = figure_differ_count(sheet->arena, result);
    size_t all = figure_input_count(result);
    return (struct item_message){
        .formula = arena_format(sheet->arena,
                                "=IF(%s=0,\"All \"&%s&\" inputs equal %s.\","
                                "\"WHAT-IF: \"&%s&\" of \"&%s&\" inputs differ from %s.\")",
                                differ, inputs, whom, differ, inputs, whom),
        .text = differing == 0
                    ? arena_format(sheet->arena, "All %zu inputs equal %s.", all, whom)
                    : arena_format(sheet->arena, "WHAT-IF: %zu of %zu inputs differ from %s.",
                                   differing, all, whom),
    };
}

/* The look of a cell that every row has alike, with the panel and rule of a top item. */
static struct look row_look(const struct weights_sheet *sheet, enum style style, size_t item)
{
    struct look result = item_look(sheet->layout, ITEM_PART_MACHINE, item);
    result.style = style;
    return result;
}

static void share_cell(const struct weights_sheet *sheet, size_t item)
{
    const struct layout_view *view = &sheet->view;
    size_t parent = sheet->evaluation->criteria.items[item].parent;
    const char *whole = parent == 0 ? "100" : layout_weight_at(view, WEIGHT_SHARE, parent);
    const char *formula = arena_format(
        sheet->arena, "=IFERROR(%s*%s/SUMIFS(%s,%s,%s),0)", whole,
        layout_items_at(view, ITEMS_WEIGHT, item), layout_items_whole(view, ITEMS_WEIGHT),
        layout_items_whole(view, ITEMS_PARENT), layout_weight_at(view, WEIGHT_PARENT, item));
    struct place at = layout_weight(sheet->layout, WEIGHT_SHARE, item);
    struct look look = look_with_number(item_look(sheet->layout, ITEM_PART_NUMBER, item),
                                        LOOK_POINTS);
    book_number_formula(sheet->book, at.row, at.column, look, formula, 100.0 * sheet->shares[item]);
}

static void changed_cell(const struct weights_sheet *sheet, size_t item)
{
    const struct layout_view *view = &sheet->view;
    const char *fixed = layout_weight_at(view, WEIGHT_FIXED, item);
    struct place at = layout_weight(sheet->layout, WEIGHT_CHANGED, item);
    book_text_formula(
        sheet->book, at.row, at.column, row_look(sheet, STYLE_CHANGED, item),
        arena_format(sheet->arena, "=IF(AND(%s=%s,%s=%s),\"=\",\"≠ what-if\")",
                     layout_weight_at(view, WEIGHT_INPUT, item), fixed,
                     layout_items_at(view, ITEMS_WEIGHT, item), fixed),
        baseline_differs(sheet->fixed.settings.weights[item], sheet->evaluation->weights[item])
            ? "≠ what-if"
            : "=");
}

static void item_row(const struct weights_sheet *sheet, size_t item)
{
    const struct item *of = &sheet->evaluation->criteria.items[item];
    const struct layout *layout = sheet->layout;
    struct book *book = sheet->book;
    uint32_t row = layout_weight(layout, WEIGHT_ID, item).row;
    bool bold = of->depth <= 2 && (of->depth == 1 || !item_is_criterion(of));
    double weight = sheet->evaluation->weights[item];
    enum number_look shown = number_look_of_weight(weight);
    book_row(book, row,
             item_row_pixels(sheet->arena, layout, item, TITLE_PIXELS,
                             of->depth == 1 ? TOP_PIXELS : ROW_PIXELS));
    book_text(book, row, WEIGHT_ID, item_look(layout, ITEM_PART_ID, item), of->id);
    book_text(book, row, WEIGHT_TITLE, item_look(layout, ITEM_PART_TITLE, item),
              item_title_text(sheet->arena, layout, item));
    book_number(book, row, WEIGHT_NUMBER, item_look(layout, ITEM_PART_MACHINE, item), (double)item);
    book_number(book, row, WEIGHT_PARENT,
                look_with_number(item_look(layout, ITEM_PART_MACHINE, item), LOOK_COUNT_PAD),
                (double)of->parent);
    book_input_number(book, row, WEIGHT_INPUT,
                      look_as(bold ? STYLE_INPUT_NUM_BOLD : STYLE_INPUT_NUM, shown), weight,
                      arena_format(sheet->arena, "weights.%s", of->id));
    double fixed = sheet->fixed.settings.weights[item];
    book_number(book, row, WEIGHT_FIXED,
                look_with_number(row_look(sheet, STYLE_FIXED, item), number_look_of_weight(fixed)),
                fixed);
    share_cell(sheet, item);
    changed_cell(sheet, item);
}

/* A sum over the top items of a column of weights. */
static void sum_cell(const struct weights_sheet *sheet, enum weight_column column, struct look look,
                     double value)
{
    const struct layout_view *view = &sheet->view;
    struct place at = layout_weight(sheet->layout, column, 0);
    book_number_formula(sheet->book, at.row, at.column, look,
                        arena_format(sheet->arena, "=SUMIFS(%s,%s,%s)",
                                     layout_weights_at(view, column),
                                     layout_weights_at(view, WEIGHT_PARENT),
                                     layout_weight_at(view, WEIGHT_NUMBER, 0)),
                        value);
}

static void total_row(const struct weights_sheet *sheet)
{
    const struct layout_view *view = &sheet->view;
    struct sum weights = {0};
    struct sum fixed_weights = {0};
    for (size_t t = 0; t < sheet->layout->top_count; t++) {
        sum_add(&weights, sheet->evaluation->weights[sheet->layout->tops[t]]);
        sum_add(&fixed_weights, sheet->fixed.settings.weights[sheet->layout->tops[t]]);
    }
    struct place at = layout_weight(sheet->layout, WEIGHT_ID, 0);
    book_row(sheet->book, at.row, TOP_PIXELS);
    book_blank(sheet->book, at.row, WEIGHT_ID, look(STYLE_TEXT));
    book_text(sheet->book, at.row, WEIGHT_TITLE, look(STYLE_TEXT_BOLD), "All sections");
    book_number(sheet->book, at.row, WEIGHT_NUMBER, look_as(STYLE_MACHINE, LOOK_COUNT), 0.0);
    book_blank(sheet->book, at.row, WEIGHT_PARENT, look(STYLE_MACHINE));
    double total = sum_total(&weights);
    enum number_look shown = number_look_of_weight(total);
    sum_cell(sheet, WEIGHT_INPUT, look_as(STYLE_NUM_BOLD, shown), total);
    double fixed = sum_total(&fixed_weights);
    sum_cell(sheet, WEIGHT_FIXED, look_as(STYLE_FIXED, number_look_of_weight(fixed)), fixed);
    sum_cell(sheet, WEIGHT_SHARE, look_as(STYLE_NUM_BOLD, LOOK_POINTS), 100.0);
    book_text_formula(
        sheet->book, at.row, WEIGHT_CHANGED, look(STYLE_OK),
        arena_format(sheet->arena, "=IF(ROUND(%s-100,%s)=0,\"✓ add up\",\"✗ no weight\")",
                     layout_weight_at(view, WEIGHT_SHARE, 0), layout_rule_at(view, RULE_GUARD)),
        "✓ add up");
}

static void weights_table(const struct weights_sheet *sheet)
{
    sheet_block_title(sheet->book, TITLE_ROW, WEIGHT_ID, WEIGHT_CHANGED, "Weights");
    sheet_table_head(sheet->book, HEAD_ROW, WEIGHT_ID, HEADS, COUNT_OF(HEADS));
    total_row(sheet);
    for (size_t i = 1; i < sheet->layout->item_count; i++) {
        struct arena_mark mark = arena_mark(sheet->arena);
        item_row(sheet, i);
        arena_rewind(sheet->arena, mark);
    }
    struct place first = layout_weight(sheet->layout, WEIGHT_INPUT, 1);
    struct place last = layout_weight(sheet->layout, WEIGHT_INPUT, sheet->layout->item_count - 1);
    const struct validation weight = {
        .range = {NULL, first.row, first.column, last.row, last.column},
        .kind = VALIDATION_DECIMAL,
        .least = 0.0,
        .most = -1.0,
        .input_title = "Weight",
        .input_message = "A number of 0 or more, relative to its neighbours in the same section.",
        .error_title = "Not a weight",
        .error_message = "A weight is a number of 0 or more.",
    };
    book_validation(sheet->book, &weight);
}

/* One row of the rules: label, input, fixed value, meaning. */
struct rule_line {
    const char *label;
    enum number_look number_look;
    double value, fixed;
    const char *setting; // NULL: no input
    const char *means;
    double most;   // of the validation, from 0 on; below 0: no upper bound
    bool was_none; // when the plan was fixed
};

static void rule_row(const struct weights_sheet *sheet, uint32_t row, const struct rule_line *line)
{
    struct book *book = sheet->book;
    book_text(book, row, RULES_COLUMN, look(STYLE_TEXT), line->label);
    book_text(book, row, MEANS_COLUMN, look_in(STYLE_ID, 1), line->means);
    if (line->was_none) {
        book_text(book, row, FIXED_COLUMN, look(STYLE_FIXED), NONE);
    } else {
        book_number(book, row, FIXED_COLUMN, look_as(STYLE_FIXED, line->number_look), line->fixed);
    }
    if (line->setting == NULL) {
        book_number(book, row, INPUT_COLUMN, look_as(STYLE_FIXED, line->number_look), line->value);
        return;
    }
    book_input_number(book, row, INPUT_COLUMN, look_as(STYLE_INPUT_NUM, line->number_look),
                      line->value, line->setting);
    const struct validation validation = {
        .range = {NULL, row, INPUT_COLUMN, row, INPUT_COLUMN},
        .kind = VALIDATION_DECIMAL,
        .least = 0.0,
        .most = line->most,
        .input_title = "Rule",
        .input_message = line->most < 0.0 ? "A number of 0 or more."
                         : line->most <= 1.0
                             ? "A share from 0 to 1 (0 % to 100 %)."
                             : arena_format(sheet->arena, "A number from 0 to %.0f.", line->most),
        .error_title = "Out of range",
        .error_message = "The number is outside what this rule can take.",
    };
    book_validation(book, &validation);
}

/* A rule in words, as it is and as it was fixed. */
struct text_pair {
    const char *now, *fixed;
};

static void text_row(const struct weights_sheet *sheet, uint32_t row, const char *label,
                     const struct text_pair *value, const char *means)
{
    struct book *book = sheet->book;
    book_text(book, row, RULES_COLUMN, look(STYLE_TEXT), label);
    book_text(book, row, INPUT_COLUMN, look(STYLE_FIXED), value->now);
    book_text(book, row, FIXED_COLUMN, look(STYLE_FIXED), value->fixed);
    book_text(book, row, MEANS_COLUMN, look_in(STYLE_ID, 1), means);
}

/* A column that amounts of money stand in, too: as wide as the largest of them needs. */
static struct sheet_column as_wide_as_amounts(const struct weights_sheet *sheet,
                                              struct sheet_column column)
{
    double most = fmax(sheet->evaluation->rules.price.budget, sheet->evaluation->rules.price.floor);
    for (size_t p = 0; p < sheet->layout->price_count; p++) {
        double highest = 0.0;
        price_figure_value(sheet->layout, PRICE_HIGHEST, p, &highest);
        most = fmax(most, highest);
    }
    const char *digits = number_fixed(sheet->arena, most, 0);
    int pixels = (int)ceil(measure_width(digits, 10, false)) + AMOUNT_PAD +
                 SEPARATOR_PIXELS * (int)(strlen(digits) / 3);
    if (sheet->layout->price_count > 0 && pixels > column.pixels) {
        column.pixels = pixels;
    }
    return column;
}

static void grade_rows(const struct weights_sheet *sheet)
{
    static const char *const means[] = {"●○○○ they say so",      "●●○○ they show it",
                                        "●●●○ others confirm",   "●●●● we tested it",
                                        "no proof is asked for", "nothing to prove"};
    _Static_assert(COUNT_OF(means) == GRADE_ROW_COUNT, "a meaning for each row");
    sheet_block_title(sheet->book, TITLE_ROW, RULES_COLUMN, MEANS_COLUMN,
                      "How far a proof carries an answer");
    const struct sheet_column heads[] = {GRADE_HEADS[0], as_wide_as_amounts(sheet, GRADE_HEADS[1]),
                                         as_wide_as_amounts(sheet, GRADE_HEADS[2]), GRADE_HEADS[3]};
    _Static_assert(COUNT_OF(heads) == COUNT_OF(GRADE_HEADS), "each head");
    sheet_table_head(sheet->book, HEAD_ROW, RULES_COLUMN, heads, COUNT_OF(heads));
    sheet_table_head(sheet->book, HEAD_ROW, SHOWS_COLUMN, MACHINE_HEADS, COUNT_OF(MACHINE_HEADS));
    for (size_t g = 0; g < GRADE_ROW_COUNT; g++) {
        bool is_grade = g < GRADE_COUNT;
        uint32_t row = layout_grade(sheet->layout, GRADE_WORDS, g).row;
        const struct rule_line line = {
            .label = grade_row_word(g),
            .number_look = LOOK_CEILING,
            .value = is_grade ? sheet->evaluation->rules.ceilings[g] : 1.0,
            .fixed = is_grade ? sheet->fixed.settings.rules.ceilings[g] : 1.0,
            .setting = is_grade ? arena_format(sheet->arena, "rules.ceilings.%s",
                                               grade_word((enum grade)g))
                                : NULL,
            .means = means[g],
            .most = 1.0,
        };
        rule_row(sheet, row, &line);
        struct place shows = layout_grade(sheet->layout, GRADE_SHOWS, g);
        struct place proves = layout_grade(sheet->layout, GRADE_PROVES, g);
        book_number(sheet->book, shows.row, shows.column, look_as(STYLE_MACHINE, LOOK_COUNT),
                    g >= GRADE_DOCUMENTED ? 1.0 : 0.0);
        book_number(sheet->book, proves.row, proves.column, look_as(STYLE_MACHINE, LOOK_COUNT),
                    g >= GRADE_INDEPENDENT ? 1.0 : 0.0);
    }
}

static void band_rows(const struct weights_sheet *sheet)
{
    const struct rules *rules = &sheet->evaluation->rules;
    const struct rules *fixed = &sheet->fixed.settings.rules;
    const struct layout *layout = sheet->layout;
    const struct rule_line lines[] = {
        {"Acceptable from", LOOK_WEIGHT, rules->acceptable, fixed->acceptable,
         "rules.bands.acceptable", "of 100", 100.0, false},
        {"Acceptable with conditions from", LOOK_WEIGHT, rules->with_conditions,
         fixed->with_conditions, "rules.bands.with_conditions", "of 100", 100.0, false},
        {"Complete from answered", LOOK_RATE, rules->complete, fixed->complete, "rules.complete",
         "of the weight", 1.0, false},
    };
    sheet_block_title(sheet->book, layout->rules_bands, RULES_COLUMN, MEANS_COLUMN,
                      "What a score means");
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        rule_row(sheet, layout->rules_bands + 1 + (uint32_t)i, &lines[i]);
    }
    for (size_t m = 0; m < rules->minimum_count; m++) {
        const struct item *item = &sheet->evaluation->criteria.items[rules->minima[m].item];
        const struct minimum *was = rules_minimum(fixed, rules->minima[m].item);
        const struct rule_line line = {
            // The title, not the id: only the item's own row shows an id beside an input.
            .label = arena_format(sheet->arena, "%s at least",
                                  text_shown(sheet->arena, item->title)),
            .number_look = LOOK_WEIGHT,
            .value = rules->minima[m].least,
            .fixed = was == NULL ? 0.0 : was->least,
            .was_none = was == NULL,
            .setting = arena_format(sheet->arena, "rules.minimum.%s", item->id),
            .means = "section minimum",
            .most = 100.0,
        };
        rule_row(sheet, layout->rules_minima + (uint32_t)m, &line);
    }
}

static const char *tie_text(const struct weights_sheet *sheet)
{
    const struct rules *rules = &sheet->evaluation->rules;
    struct text_builder text;
    text_builder_init(&text, sheet->arena);
    for (size_t t = 0; t < rules->tie_count; t++) {
        const struct item *item = &sheet->evaluation->criteria.items[rules->tie[t]];
        text_add_format(&text, "%s%s", t == 0 ? "" : ", then ",
                        text_shown(sheet->arena, item->title));
    }
    return rules->tie_count == 0 ? "nothing: ties share a rank" : text.text;
}

static void margin_rows(const struct weights_sheet *sheet)
{
    const struct rules *rules = &sheet->evaluation->rules;
    const struct rules *fixed = &sheet->fixed.settings.rules;
    const struct layout *layout = sheet->layout;
    bool ties = rules->margin_effect == MARGIN_TIE;
    const struct rule_line margin = {"Narrow lead up to",
                                     LOOK_WEIGHT,
                                     rules->margin_points,
                                     fixed->margin_points,
                                     "rules.margin.points",
                                     "points",
                                     100.0,
                                     false};
    const struct rule_line decimals = {"Published decimals",    LOOK_COUNT,
                                       (double)rules->decimals, (double)fixed->decimals,
                                       "rules.decimals",        "half away from zero",
                                       (double)LAYOUT_GUARD,    false};
    const struct rule_line guard = {
        "Rounded before to",  LOOK_COUNT, LAYOUT_GUARD, LAYOUT_GUARD, NULL,
        "decimals, no input", 0.0,        false};
    const struct text_pair effect = {ties ? "tie" : "note",
                                     fixed->margin_effect == MARGIN_TIE ? "tie" : "note"};
    sheet_block_title(sheet->book, layout->rules_margin, RULES_COLUMN, MEANS_COLUMN,
                      "How close is too close");
    rule_row(sheet, layout_rule(layout, RULE_MARGIN).row, &margin);
    text_row(sheet, layout_rule(layout, RULE_EFFECT).row, "A narrow lead is", &effect,
             ties ? "tied, then the tie rule" : "noted, the rank stands");
    rule_row(sheet, layout_rule(layout, RULE_DECIMALS).row, &decimals);
    rule_row(sheet, layout_rule(layout, RULE_GUARD).row, &guard);
    uint32_t tie_row = layout_rule(layout, RULE_GUARD).row + 1;
    book_text(sheet->book, tie_row, RULES_COLUMN, look(STYLE_TEXT), "Ties separated by");
    book_text(sheet->book, tie_row, INPUT_COLUMN, look(STYLE_ID), tie_text(sheet));
    book_blanks(sheet->book, tie_row, FIXED_COLUMN, MEANS_COLUMN, look(STYLE_ID));
}

/* Budget and floor can be tried, where they are given. */
static void price_bound_row(const struct weights_sheet *sheet, enum price_rule_cell cell)
{
    const struct price_rule *rule = &sheet->evaluation->rules.price;
    const struct price_rule *fixed = &sheet->fixed.settings.rules.price;
    bool is_budget = cell == PRICE_RULE_BUDGET;
    bool is_given = is_budget ? rule->has_budget : rule->has_floor;
    bool was_given = is_budget ? fixed->has_budget : fixed->has_floor;
    uint32_t row = layout_price_rule(sheet->layout, cell).row;
    const struct rule_line line = {
        .label = is_budget ? "Budget: from here on 0" : "Floor: down to here 1",
        .number_look = LOOK_GROUPED,
        .value = is_budget ? rule->budget : rule->floor,
        .fixed = is_budget ? fixed->budget : fixed->floor,
        .was_none = !was_given,
        .setting = is_budget ? "rules.price.budget" : "rules.price.floor",
        .means = sheet->evaluation->currency,
        .most = -1.0,
    };
    if (is_given) {
        rule_row(sheet, row, &line);
        return;
    }
    const struct text_pair bound = {NONE,
                                    was_given ? number_grouped(sheet->arena, line.fixed, 0) : NONE};
    text_row(sheet, row, line.label, &bound, "this formula needs none");
}

static void price_figure_row(const struct weights_sheet *sheet, enum price_figure figure,
                             size_t price)
{
    struct place at = layout_price_figure(sheet->layout, figure, price);
    const struct look number = look_as(STYLE_FIXED, LOOK_GROUPED);
    const char *formula = price_figure_formula(&sheet->view, figure, price);
    double value = 0.0;
    book_text(sheet->book, at.row, RULES_COLUMN, look(STYLE_TEXT), price_figure_title(figure));
    if (price_figure_value(sheet->layout, figure, price, &value)) {
        book_number_formula(sheet->book, at.row, INPUT_COLUMN, number, formula, value);
        book_number(sheet->book, at.row, FIXED_COLUMN, number, value);
    } else {
        book_text_formula(sheet->book, at.row, INPUT_COLUMN, number, formula, "none");
        book_text(sheet->book, at.row, FIXED_COLUMN, number, "none");
    }
    // The title, not the id: only the item's own row shows an id beside an input.
    const struct item *item = &sheet->evaluation->criteria.items[sheet->layout->prices[price]];
    book_text(sheet->book, at.row, MEANS_COLUMN, look_in(STYLE_ID, 1),
              text_shown(sheet->arena, text_brief(sheet->arena, item->title, NAME_COLUMNS)));
}

static void price_rows(const struct weights_sheet *sheet)
{
    const struct layout *layout = sheet->layout;
    enum price_formula formula = sheet->evaluation->rules.price.formula;
    if (layout->price_count == 0) {
        return;
    }
    sheet_block_title(sheet->book, layout->rules_price, RULES_COLUMN, MEANS_COLUMN,
                      "What a price is worth");
    uint32_t row = layout_price_rule(layout, PRICE_RULE_FORMULA).row;
    book_text(sheet->book, row, RULES_COLUMN, look(STYLE_TEXT), "Formula");
    book_text(sheet->book, row, INPUT_COLUMN, look(STYLE_ID), price_formula_word(formula));
    book_blanks(sheet->book, row, FIXED_COLUMN, MEANS_COLUMN, look(STYLE_ID));
    price_bound_row(sheet, PRICE_RULE_BUDGET);
    price_bound_row(sheet, PRICE_RULE_FLOOR);
    for (size_t p = 0; p < layout->price_count; p++) {
        for (enum price_figure f = PRICE_BIDS; f < PRICE_FIGURE_COUNT; f++) {
            price_figure_row(sheet, f, p);
        }
    }
}

static void sign_rows(const struct weights_sheet *sheet)
{
    uint32_t row = sheet->layout->rules_signs;
    sheet_block_title(sheet->book, row, RULES_COLUMN, MEANS_COLUMN, "Signs on this sheet");
    book_text(sheet->book, row + 1, RULES_COLUMN, look(STYLE_NOTE), "blue on pale blue");
    book_text(sheet->book, row + 1, INPUT_COLUMN, look_in(STYLE_NOTE, 1), "yours to change");
    book_text(sheet->book, row + 2, RULES_COLUMN, look(STYLE_NOTE), "≠ what-if");
    book_text(sheet->book, row + 2, INPUT_COLUMN, look_in(STYLE_NOTE, 1),
              "differs from what was fixed");
}

static void lay_rules(const struct weights_sheet *sheet)
{
    const struct layout *layout = sheet->layout;
    uint32_t last = layout->weights_last_row;
    struct place message = {HOME_WEIGHTS, 1, 0};
    const struct rule rules[] = {
        {{NULL, message.row, 0, message.row, MEANS_COLUMN},
         "=LEFT($A$2,7)=\"WHAT-IF\"",
         COLOUR_NONE,
         COLOUR_WHATIF,
         false},
        {{NULL, layout_weight(layout, WEIGHT_CHANGED, 0).row, WEIGHT_CHANGED, last, WEIGHT_CHANGED},
         "=OR(LEFT($H7,1)=\"≠\",LEFT($H7,1)=\"✗\")",
         COLOUR_BAD,
         COLOUR_NONE,
         true},
        {{NULL, HEAD_ROW + 1, FIXED_COLUMN, layout->rules_signs - 1, FIXED_COLUMN},
         "=$K7<>$L7",
         COLOUR_BAD,
         COLOUR_NONE,
         true},
    };
    for (size_t i = 0; i < COUNT_OF(rules); i++) {
        book_rule(sheet->book, &rules[i]);
    }
}

static void page(const struct weights_sheet *sheet, const struct scorecard *scorecard)
{
    scorecard_page(sheet->book, scorecard);
    struct sheet_setup *setup = book_setup(sheet->book);
    setup->print_area_given = true;
    setup->print_area = (struct range){NULL, 0, 0, sheet->layout->weights_last_row, MEANS_COLUMN};
    setup->repeat_first_row = TITLE_ROW;
    setup->repeat_last_row = HEAD_ROW;
    setup->freeze_row = HEAD_ROW + 2;
    setup->freeze_column = 2;
}

void sheet_weights(struct book *book, const struct scorecard *scorecard)
{
    struct arena arena;
    arena_init(&arena);
    const struct weights_sheet sheet = {
        .arena = &arena,
        .book = book,
        .layout = &scorecard->layout,
        .view = layout_view(&arena, &scorecard->layout, HOME_WEIGHTS),
        .evaluation = &scorecard->result->project->evaluation,
        .fixed = baseline_of(&arena, scorecard->result),
        .shares = scorecard->result->shares,
    };
    book_begin_sheet(book, home_name(HOME_WEIGHTS));
    page(&sheet, scorecard);
    struct item_message message = message_of(&sheet);
    const struct sheet_head head = {
        .mast = "Weights and rules",
        .message = message.text,
        .message_formula = message.formula,
        .note = sheet.layout->tops_on_summary
                    ? "Change a blue cell and every score, rank and chart follows; the fixed value "
                      "stays beside it. The top weights can also be tried on Summary, which wins."
                    : "Change a blue cell and every score, rank and chart follows; the fixed value "
                      "stays beside it.",
        .last_column = MEANS_COLUMN,
    };
    sheet_head_lay(book, scorecard, &head);
    book_row(book, GAP_ROW, 8);
    book_row(book, TITLE_ROW, 20);
    book_row(book, HEAD_ROW, 30);
    book_column(book, 8, 8, 24);
    book_column(book, MEANS_COLUMN + 1, MEANS_COLUMN + 1, 16);
    weights_table(&sheet);
    grade_rows(&sheet);
    band_rows(&sheet);
    margin_rows(&sheet);
    price_rows(&sheet);
    sign_rows(&sheet);
    weights_levels(&arena, book, sheet.layout);
    lay_rules(&sheet);
    book_end_sheet(book);
    arena_release(&arena);
}
