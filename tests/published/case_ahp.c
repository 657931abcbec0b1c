#include "figures.h"
#include "layouts.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/sum.h"
#include "base/text.h"
#include "model/pairwise.h"
#include "read/document.h"

#include <string.h>

static const double RATIO_MOST = 1e9;

/* A matrix of the file, and what the program makes of it. */
struct judged {
    const struct node *names; // of its things
    size_t count;
    double *weights; // shape [count]
    struct consistency consistency;
};

/* What all cases of a file share. */
struct ahp {
    struct figures *figures;
    const struct node *tables; // random indices by name; NULL: none
};

/* A consistency ratio by one random index. */
struct ratio {
    const char *table; // where the random index comes from; NULL: there is none
    double ratio;
};

bool case_ahp_fits(const struct node *root)
{
    return node_find(root, "single") != NULL || node_find(root, "hierarchies") != NULL;
}

static bool is_list_of(const struct node *node, size_t count)
{
    return node != NULL && node->kind == NODE_LIST && node->count == count;
}

static bool read_row(struct figures *figures, const struct node *row, size_t count, double *ratios)
{
    if (!is_list_of(row, count)) {
        figures_fault(figures, row->at, "a row of %zu numbers should stand here", count);
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (!figures_number(figures, &row->items[i], &ratios[i])) {
            return false;
        }
        if (!(ratios[i] <= RATIO_MOST && ratios[i] >= 1 / RATIO_MOST)) {
            figures_fault(figures, row->items[i].at, "a ratio above 0 should stand here");
            return false;
        }
    }
    return true;
}

/* Read a matrix over the named things and weigh them. */
static bool judge(struct figures *figures, const struct node *entry, const struct node *names,
                  const struct node *matrix, struct judged *judged)
{
    *judged = (struct judged){.names = names};
    if (names == NULL || names->kind != NODE_LIST || names->count == 0 ||
        names->count > PAIRWISE_MOST || !is_list_of(matrix, names->count)) {
        figures_fault(figures, entry->at, "`%s` needs names and a square matrix over them",
                      figures->entry);
        return false;
    }
    size_t count = names->count;
    double *ratios = arena_alloc(figures->arena, count * count, sizeof *ratios);
    for (size_t i = 0; i < count; i++) {
        if (names->items[i].kind != NODE_SCALAR) {
            figures_fault(figures, names->items[i].at, "a name should stand here");
            return false;
        }
        if (!read_row(figures, &matrix->items[i], count, &ratios[i * count])) {
            return false;
        }
    }
    const struct pairwise judgements = {ratios, count};
    judged->count = count;
    judged->weights = arena_alloc(figures->arena, count, sizeof *judged->weights);
    judged->consistency = pairwise_weigh(figures->arena, &judgements, judged->weights);
    return true;
}

/* The random index of a table for a number of things: a list from one thing on, or a map. */
static bool find_index(struct arena *arena, const struct node *table, size_t count, double *index)
{
    const struct node *value = NULL;
    if (table->kind == NODE_MAP) {
        value = node_find(table, arena_format(arena, "%zu", count));
    } else if (table->kind == NODE_LIST && count <= table->count) {
        value = &table->items[count - 1];
    }
    return value != NULL && value->kind == NODE_SCALAR && number_read(value->text, index) &&
           *index > 0;
}

/* Take a ratio where none that agrees has been found yet, and this one does or is the first. */
static void consider(const struct figures *figures, double expected, struct ratio candidate,
                     struct ratio *best)
{
    if (best->table == NULL || (!figures_agree(figures, best->ratio, expected) &&
                                figures_agree(figures, candidate.ratio, expected))) {
        *best = candidate;
    }
}

/* `ri_0_882`: the random index is 0.882. */
static bool read_index(struct arena *arena, const char *kind, double *index)
{
    if (!text_starts(kind, "ri_")) {
        return false;
    }
    char *digits = arena_copy(arena, kind + strlen("ri_"));
    char *mark = strchr(digits, '_');
    if (mark != NULL) {
        *mark = '.';
    }
    return number_read(digits, index) && *index > 0;
}

/*
 * The consistency ratio by the random index that a key names: `CR_saaty`, `CR_ri_0_882`,
 * `CR_donegan_dodd`. The program's own index comes first for Saaty's and where none is named; then
 * the tables of the file that have the name in theirs, since the literature has several by Saaty.
 */
static struct ratio ratio_of(const struct ahp *ahp, const struct judged *judged, const char *kind,
                             double expected)
{
    struct arena *arena = ahp->figures->arena;
    double index = judged->consistency.index;
    double random = 0;
    struct ratio best = {.table = NULL};
    bool has_tables = ahp->tables != NULL && ahp->tables->kind == NODE_MAP;
    size_t table_count = has_tables ? ahp->tables->count : 0;
    if (read_index(arena, kind, &random)) {
        return (struct ratio){arena_format(arena, "random index %s", number_text(arena, random)),
                              index / random};
    }
    if (judged->consistency.has_ratio && (kind[0] == '\0' || text_equal(kind, "saaty"))) {
        best = (struct ratio){"the program's random index", judged->consistency.ratio};
    }
    for (size_t i = 0; i < table_count; i++) {
        const struct entry *table = &ahp->tables->entries[i];
        if (strstr(table->key, kind) != NULL &&
            find_index(arena, &table->value, judged->count, &random)) {
            const struct ratio candidate = {
                arena_format(arena, "the file's random index %s", table->key), index / random};
            consider(ahp->figures, expected, candidate, &best);
        }
    }
    return best;
}

static void compare_ratio(const struct ahp *ahp, const struct judged *judged, const char *what,
                          const char *kind, const struct node *expected)
{
    double wanted = 0;
    if (!figures_number(ahp->figures, expected, &wanted)) {
        return;
    }
    struct ratio ratio = ratio_of(ahp, judged, kind, wanted);
    if (ratio.table == NULL) {
        figures_skip(ahp->figures, what, "no random index of that name for so many things");
    } else {
        figures_compare(ahp->figures, what, ratio.ratio, expected,
                        arena_format(ahp->figures->arena, ", by %s", ratio.table));
    }
}

/* `CR` and `CR_saaty`: what stands behind `CR_`; NULL: another key. */
static const char *kind_of_ratio(const char *key)
{
    if (text_equal(key, "CR")) {
        return "";
    }
    return text_starts(key, "CR_") ? key + strlen("CR_") : NULL;
}

static bool find_name(const struct node *names, const char *name, size_t *place)
{
    for (size_t i = 0; i < names->count; i++) {
        if (text_equal_ignoring_case(names->items[i].text, name)) {
            *place = i;
            return true;
        }
    }
    return false;
}

/* Weights in the order of the names, or by name. */
static void compare_weights(const struct ahp *ahp, const char *what, const struct node *names,
                            const double *weights, const struct node *expected)
{
    struct figures *figures = ahp->figures;
    bool is_list = expected->kind == NODE_LIST;
    if (expected->kind == NODE_SCALAR || expected->count != names->count) {
        figures_fault(figures, expected->at, "%zu weights should stand here", names->count);
        return;
    }
    for (size_t i = 0; i < expected->count; i++) {
        size_t place = i;
        if (!is_list && !find_name(names, expected->entries[i].key, &place)) {
            figures_fault(figures, expected->entries[i].at, "`%s` is no name of this case",
                          expected->entries[i].key);
            continue;
        }
        figures_compare(
            figures, arena_format(figures->arena, "%s.%s", what, names->items[place].text),
            weights[place], is_list ? &expected->items[i] : &expected->entries[i].value, "");
    }
}

static void compare_single(const struct ahp *ahp, const struct node *entry)
{
    struct figures *figures = ahp->figures;
    const struct node *expected = node_find(entry, "expected");
    struct judged judged;
    if (expected == NULL || expected->kind != NODE_MAP) {
        figures_fault(figures, entry->at, "`%s` needs a map `expected`", figures->entry);
        return;
    }
    if (!judge(figures, entry, node_find(entry, "elements"), node_find(entry, "matrix"), &judged)) {
        return;
    }
    for (size_t i = 0; i < expected->count; i++) {
        const struct entry *figure = &expected->entries[i];
        const char *kind = kind_of_ratio(figure->key);
        if (text_starts(figure->key, "weights")) { // also `weights_4`, the same to four digits
            compare_weights(ahp, figure->key, judged.names, judged.weights, &figure->value);
        } else if (kind != NULL) {
            compare_ratio(ahp, &judged, figure->key, kind, &figure->value);
        } else if (text_equal(figure->key, "CI")) {
            figures_compare(figures, figure->key, judged.consistency.index, &figure->value, "");
        } else if (text_equal(figure->key, "lambda_max")) {
            figures_compare(figures, figure->key, judged.consistency.eigenvalue, &figure->value,
                            "");
        } else {
            figures_skip(figures, figure->key, "");
        }
    }
}

/* Criteria that are compared, and alternatives compared under each of them. */
struct hierarchy {
    struct judged criteria;
    struct judged *under; // by criterion
    const struct node *alternatives;
    double *totals; // by alternative
};

static bool judge_hierarchy(struct figures *figures, const struct node *entry,
                            struct hierarchy *hierarchy)
{
    const struct node *matrices = node_find(entry, "alternative_matrices");
    struct judged *criteria = &hierarchy->criteria;
    hierarchy->alternatives = node_find(entry, "alternatives");
    if (!judge(figures, entry, node_find(entry, "criteria"), node_find(entry, "criteria_matrix"),
               criteria)) {
        return false;
    }
    hierarchy->under = arena_alloc(figures->arena, criteria->count, sizeof *hierarchy->under);
    for (size_t i = 0; i < criteria->count; i++) {
        const struct node *matrix = matrices == NULL
                                        ? NULL
                                        : node_find(matrices, criteria->names->items[i].text);
        if (!judge(figures, entry, hierarchy->alternatives, matrix, &hierarchy->under[i])) {
            return false;
        }
    }
    size_t count = hierarchy->alternatives->count;
    hierarchy->totals = arena_alloc(figures->arena, count, sizeof *hierarchy->totals);
    for (size_t place = 0; place < count; place++) {
        struct sum sum = {0};
        for (size_t i = 0; i < criteria->count; i++) {
            sum_add(&sum, criteria->weights[i] * hierarchy->under[i].weights[place]);
        }
        hierarchy->totals[place] = sum_total(&sum);
    }
    return true;
}

/* What is published of the alternatives under one criterion: their weights, the ratio, or both. */
static void compare_under(const struct ahp *ahp, const struct judged *under,
                          const struct entry *figure)
{
    struct figures *figures = ahp->figures;
    for (size_t i = 0; i < figure->value.count; i++) {
        const struct entry *part = &figure->value.entries[i];
        const char *what = arena_format(figures->arena, "%s.%s", figure->key, part->key);
        const char *kind = kind_of_ratio(part->key);
        size_t place = 0;
        if (kind != NULL) {
            compare_ratio(ahp, under, what, kind, &part->value);
        } else if (find_name(under->names, part->key, &place)) {
            figures_compare(figures, what, under->weights[place], &part->value, "");
        } else {
            figures_skip(figures, what, "");
        }
    }
}

static void compare_best(struct figures *figures, const struct hierarchy *hierarchy,
                         const struct entry *figure)
{
    size_t best = 0;
    size_t wanted = 0;
    for (size_t i = 1; i < hierarchy->alternatives->count; i++) {
        best = hierarchy->totals[i] > hierarchy->totals[best] ? i : best;
    }
    if (figure->value.kind != NODE_SCALAR ||
        !find_name(hierarchy->alternatives, figure->value.text, &wanted)) {
        figures_fault(figures, figure->value.at, "an alternative should stand here");
        return;
    }
    figures_compare_names(figures, figure->key, hierarchy->alternatives->items[best].text,
                          figure->value.text);
}

static void compare_published(const struct ahp *ahp, const struct hierarchy *hierarchy,
                              const struct entry *figure)
{
    struct figures *figures = ahp->figures;
    const struct judged *criteria = &hierarchy->criteria;
    const char *mark = strstr(figure->key, "_CR");
    const char *name = figure->key;
    size_t place = 0;
    if (mark != NULL) { // `education_CR`
        name = arena_text(figures->arena, name, (size_t)(mark - name));
    }
    if (text_equal(figure->key, "global_weights")) {
        compare_weights(ahp, figure->key, hierarchy->alternatives, hierarchy->totals,
                        &figure->value);
    } else if (text_equal(figure->key, "best")) {
        compare_best(figures, hierarchy, figure);
    } else if (kind_of_ratio(figure->key) != NULL) {
        compare_ratio(ahp, criteria, figure->key, kind_of_ratio(figure->key), &figure->value);
    } else if (find_name(criteria->names, name, &place) && mark != NULL) {
        compare_ratio(ahp, &hierarchy->under[place], figure->key, kind_of_ratio(mark + 1),
                      &figure->value);
    } else if (find_name(criteria->names, name, &place) && figure->value.kind == NODE_MAP) {
        compare_under(ahp, &hierarchy->under[place], figure);
    } else {
        figures_skip(figures, figure->key, "");
    }
}

static void compare_hierarchy(const struct ahp *ahp, const struct node *entry)
{
    struct figures *figures = ahp->figures;
    const struct node *expected = node_find(entry, "expected");
    struct hierarchy hierarchy;
    if (expected == NULL || expected->kind != NODE_MAP) {
        figures_fault(figures, entry->at, "`%s` needs a map `expected`", figures->entry);
        return;
    }
    if (!judge_hierarchy(figures, entry, &hierarchy)) {
        return;
    }
    for (size_t i = 0; i < expected->count; i++) {
        compare_published(ahp, &hierarchy, &expected->entries[i]);
    }
}

/* Some were computed from the columns' means instead, which their note says. */
static bool is_by_eigenvector(struct figures *figures, const struct node *entry)
{
    const struct node *note = node_find(entry, "note");
    const struct node *expected = node_find(entry, "expected");
    if (note == NULL || note->kind != NODE_SCALAR ||
        strstr(text_folded(figures->arena, note->text), "not the eigenvector") == NULL) {
        return true;
    }
    for (size_t i = 0; expected != NULL && expected->kind == NODE_MAP && i < expected->count; i++) {
        figures_skip(figures, expected->entries[i].key, note->text);
    }
    return false;
}

static void compare_all(const struct ahp *ahp, const struct node *list,
                        void (*compare)(const struct ahp *ahp, const struct node *entry))
{
    if (list == NULL) {
        return;
    }
    if (list->kind != NODE_LIST) {
        figures_fault(ahp->figures, list->at, "a list of cases should stand here");
        return;
    }
    for (size_t i = 0; i < list->count; i++) {
        const struct node *entry = &list->items[i];
        if (figures_begin(ahp->figures, entry) && is_by_eigenvector(ahp->figures, entry)) {
            compare(ahp, entry);
        }
    }
}

void case_ahp_compare(const struct node *root, struct figures *figures)
{
    const struct ahp ahp = {.figures = figures, .tables = node_find(root, "random_index_tables")};
    compare_all(&ahp, node_find(root, "single"), compare_single);
    compare_all(&ahp, node_find(root, "hierarchies"), compare_hierarchy);
}
