#include "model/comparisons.h"

#include "base/arena.h"
#include "base/decimal.h"
#include "base/number.h"
#include "base/text.h"
#include "model/pairwise.h"
#include "read/document.h"

#include <math.h>
#include <string.h>

enum { PARTS = 3, MISSING_SHOWN_MOST = 3, RATIO_DECIMALS = 3 };
static const double RATIO_MOST = 1e6;    // and its reciprocal: nobody means more
static const double SCALE_MOST = 9;      // Saaty's scale ends there
static const double ALIKE = 0.01 + 1e-9; // 3 and 0.33 are one judgement, 9 and 0.11 as well

/* What was said of the section's items, by place. */
struct grid {
    struct weighed_section *section;
    double *ratios; // shape [count][count]; 0: not compared
    bool unclear;   // a pair could not be told: it may be one that is missing
};

static double *cell(const struct grid *grid, size_t row, size_t column)
{
    return &grid->ratios[row * grid->section->count + column];
}

/* A number, or one divided by another. */
static bool read_ratio(struct arena *arena, const char *text, double *ratio)
{
    const char *slash = strchr(text, '/');
    double above = 0;
    double below = 1;
    if (slash == NULL) {
        return number_read(text, ratio);
    }
    const char *first = arena_text(arena, text, (size_t)(slash - text));
    if (!number_read(text_trimmed(arena, first), &above) ||
        !number_read(text_trimmed(arena, slash + 1), &below) || !(below > 0)) {
        return false;
    }
    *ratio = above / below;
    return true;
}

static bool bind_ratio(const struct binder *binder, const struct node *node, double *ratio)
{
    const char *text = NULL;
    double value = 0;
    if (!bind_text(binder, "pairwise", node, &text)) {
        return false;
    }
    bool is_ratio = read_ratio(binder->arena, text, &value) && value > 0;
    if (!is_ratio || value > RATIO_MOST || value < 1 / RATIO_MOST) {
        struct diag *diag = diag_add(binder->diags, DIAG_NUMBER_BAD, node->at,
                                     is_ratio ? "`%s` is out of range" : "`%s` is not a ratio",
                                     bind_quoted(binder, text));
        diag_label(binder->diags, diag, "expected a number above 0, as 3, 0.2 or 1/3%s",
                   is_ratio ? "; at most a million to one" : "");
        return false;
    }
    if (fmax(value, 1 / value) > SCALE_MOST * (1 + ALIKE)) {
        diag_add(binder->diags, DIAG_PAIRWISE_SCALE, node->at, "`%s` lies outside 1/9 to 9",
                 bind_quoted(binder, text));
    }
    *ratio = value;
    return true;
}

static const char *ratio_text(struct arena *arena, double ratio)
{
    return number_text(arena, decimal_round(ratio, RATIO_DECIMALS));
}

/* Keep a ratio. Reports PAIRWISE_CLASH where the pair stands there with another one. */
static void keep(const struct grid *grid, size_t row, size_t column, const struct node *node)
{
    const struct binder *binder = grid->section->binder;
    double *kept = cell(grid, row, column);
    // A faulty ratio is reported as such; the pair is not missing.
    double ratio = *kept > 0 ? *kept : 1;
    bool is_sound = bind_ratio(binder, &node->items[2], &ratio);
    if (is_sound && *kept > 0 && fabs(ratio / *kept - 1) > ALIKE) {
        struct diag *diag = diag_add(
            binder->diags, DIAG_PAIRWISE_CLASH, node->items[2].at,
            "%s and %s are compared twice, and the two ratios do not agree",
            weighed_section_id(grid->section, row), weighed_section_id(grid->section, column));
        diag_label(binder->diags, diag, "the one before makes it %s",
                   ratio_text(binder->arena, *kept));
        return;
    }
    if (!(*kept > 0)) {
        *kept = ratio;
        *cell(grid, column, row) = 1 / ratio;
    }
}

static void bind_comparison(struct grid *grid, const struct node *node)
{
    const struct binder *binder = grid->section->binder;
    const char *ids[2] = {NULL, NULL};
    size_t places[2] = {0, 0};
    bool is_clear = true;
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        const struct node *part = &node->items[i];
        is_clear = bind_text(binder, "pairwise", part, &ids[i]) &&
                   weighed_section_find(grid->section, ids[i], part->at, &places[i]) && is_clear;
    }
    if (is_clear && places[0] == places[1]) {
        diag_add(binder->diags, DIAG_EVALUATION_BAD, node->items[1].at,
                 "%s is compared with itself", weighed_section_id(grid->section, places[0]));
        is_clear = false;
    }
    if (is_clear) {
        keep(grid, places[0], places[1], node);
    } else {
        grid->unclear = true;
    }
}

static void bind_all(struct grid *grid, const struct node *list)
{
    const struct binder *binder = grid->section->binder;
    for (size_t i = 0; i < list->count; i++) {
        const struct node *node = &list->items[i];
        if (node->kind == NODE_LIST && node->count == PARTS) {
            bind_comparison(grid, node);
            continue;
        }
        struct diag *diag = NULL;
        grid->unclear = true;
        if (node->kind == NODE_LIST) {
            diag = diag_add(binder->diags, DIAG_VALUE_KIND, node->at,
                            "a comparison has three parts, and here are %zu", node->count);
        } else {
            diag = diag_add(binder->diags, DIAG_VALUE_KIND, node->at, "a comparison is %s here",
                            node_kind_text(node));
        }
        diag_label(binder->diags, diag, "expected two ids and a ratio, as [A, B, 3]");
        if (node->kind != NODE_LIST) {
            return; // the brackets of a comparison were left out: the rest is the same fault
        }
    }
}

/* The items that take part, and their judgements. */
struct compared {
    size_t *places;
    struct pairwise judgements;
};

static struct compared collect(const struct grid *grid)
{
    struct compared compared = {.places = NULL};
    size_t count = 0;
    compared.places = weighed_section_places(grid->section, &count);
    double *ratios = arena_alloc(grid->section->binder->arena, count * count, sizeof *ratios);
    for (size_t row = 0; row < count; row++) {
        for (size_t column = 0; column < count; column++) {
            ratios[row * count + column] = row == column ? 1
                                                         : *cell(grid, compared.places[row],
                                                                 compared.places[column]);
        }
    }
    compared.judgements = (struct pairwise){ratios, count};
    return compared;
}

/* Reports PAIRWISE_MISSING, once for all pairs. Returns whether there are all. */
static bool check_all_there(const struct weighed_section *section, const struct compared *compared,
                            const struct node *list)
{
    const struct binder *binder = section->binder;
    size_t count = compared->judgements.count;
    size_t missing = 0;
    struct text_builder names;
    text_builder_init(&names, binder->arena);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count; j++) {
            if (compared->judgements.ratios[i * count + j] > 0) {
                continue;
            }
            if (missing++ < MISSING_SHOWN_MOST) {
                text_add_format(&names, "%s[%s, %s, …]", missing > 1 ? ", " : "",
                                weighed_section_id(section, compared->places[i]),
                                weighed_section_id(section, compared->places[j]));
            }
        }
    }
    if (missing == 0) {
        return true;
    }
    if (missing > MISSING_SHOWN_MOST) {
        text_add_format(&names, " and %zu more", missing - MISSING_SHOWN_MOST);
    }
    struct diag *diag = diag_add(binder->diags, DIAG_PAIRWISE_MISSING, list->at,
                                 "%zu of %zu pairs of %s %s not compared", missing,
                                 count * (count - 1) / 2, weighed_section_name(section),
                                 missing == 1 ? "is" : "are");
    diag_help(binder->diags, diag, "add %s, with how many times as important the first is",
              names.text);
    return false;
}

static void report_inconsistent(const struct weighed_section *section,
                                const struct compared *compared, double ratio)
{
    const struct binder *binder = section->binder;
    struct contrary most = pairwise_most_contrary(&compared->judgements);
    struct diag *diag = diag_add(
        binder->diags, DIAG_PAIRWISE_INCONSISTENT, section->at,
        "the comparisons of %s contradict each other: consistency ratio %s, above %s",
        weighed_section_name(section), number_fixed(binder->arena, ratio, RATIO_DECIMALS),
        number_text(binder->arena, PAIRWISE_RATIO_MOST));
    diag_help(binder->diags, diag, "look first at %s against %s: given %s, the others say %s",
              weighed_section_id(section, compared->places[most.row]),
              weighed_section_id(section, compared->places[most.column]),
              ratio_text(binder->arena, most.given), ratio_text(binder->arena, most.others));
}

static void note_weights(const struct weighed_section *section, const struct compared *compared,
                         const struct weighting *weighting)
{
    const struct binder *binder = section->binder;
    size_t count = compared->judgements.count;
    const char *consistency = "";
    if (!weighting->has_consistency) {
        consistency = ", too many items to judge how consistent they are";
    } else if (count > 2) {
        consistency = arena_format(
            binder->arena, ", consistency ratio %s",
            number_fixed(binder->arena, weighting->consistency_ratio, RATIO_DECIMALS));
    }
    struct diag *diag = diag_add(binder->diags, DIAG_WEIGHTING_DERIVED, section->at,
                                 "the weights of %s come from %zu comparison%s%s",
                                 weighed_section_name(section), weighting->given,
                                 weighting->given == 1 ? "" : "s", consistency);
    diag_label(binder->diags, diag, "%s", weighed_section_shares(section, compared->places, count));
}

/* All pairs are there: weigh, and say how. */
static void weigh(struct weighed_section *section, const struct compared *compared,
                  struct weighting *weighting)
{
    struct arena *arena = section->binder->arena;
    size_t count = compared->judgements.count;
    double *shares = arena_alloc(arena, count, sizeof *shares);
    struct arena_mark mark = arena_mark(arena);
    struct consistency found = pairwise_weigh(arena, &compared->judgements, shares);
    arena_rewind(arena, mark);
    weighed_section_set(section, compared->places, count, shares);
    *weighting = (struct weighting){.section = section->section,
                                    .method = WEIGHTING_PAIRWISE,
                                    .given = count * (count - 1) / 2,
                                    .has_consistency = found.has_ratio,
                                    .consistency_ratio = found.ratio,
                                    .at = section->at};
    note_weights(section, compared, weighting);
    if (found.has_ratio && found.ratio > PAIRWISE_RATIO_MOST) {
        report_inconsistent(section, compared, found.ratio);
    }
}

bool comparisons_bind(struct weighed_section *section, const struct node *node,
                      struct weighting *weighting)
{
    const struct binder *binder = section->binder;
    size_t before = binder->diags->errors;
    struct grid grid = {.section = section, .unclear = !section->evaluation->criteria.complete};
    if (section->count > PAIRWISE_MOST) {
        diag_add(binder->diags, DIAG_INPUT_LIMIT, node->at,
                 "%s has %zu items, and at most %d can be compared with each other",
                 weighed_section_name(section), section->count, PAIRWISE_MOST);
        return false;
    }
    grid.ratios = arena_alloc(binder->arena, section->count * section->count, sizeof *grid.ratios);
    bind_all(&grid, node);
    if (grid.unclear) {
        return false;
    }
    struct compared compared = collect(&grid);
    if (compared.judgements.count == 0 || // all weigh 0, which has been reported
        !check_all_there(section, &compared, node) || binder->diags->errors > before) {
        return false;
    }
    weigh(section, &compared, weighting);
    return true;
}
