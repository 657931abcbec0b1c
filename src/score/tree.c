#include "score/tree.h"

#include "base/arena.h"
#include "base/sum.h"
#include "score/publish.h"

/* Below it a section is compared in part (RULES 4). */
static const double COMPARED_LEAST = 0.8;

/* The figures of an item that are means of its children's. */
struct figures {
    struct sum weight, claimed, evidenced, proven, high, answered, gap[GAP_COUNT];
};

/* Sums in progress for one offer. */
struct summing {
    const struct scoring *scoring;
    struct scored_offer *scored;
    double (*gaps)[GAP_COUNT]; // per item, in shares of 1
};

static double weight_of(const struct scoring *scoring, size_t index)
{
    return scoring->settings->weights[index];
}

static double weight_of_children(const struct scoring *scoring, size_t section)
{
    const struct item *item = &scoring->criteria->items[section];
    struct sum weight = {0};
    for (size_t c = 0; c < item->child_count; c++) {
        sum_add(&weight, weight_of(scoring, item->children[c]));
    }
    return sum_total(&weight);
}

const double *tree_shares(const struct scoring *scoring)
{
    const struct criteria *criteria = scoring->criteria;
    double *shares = arena_alloc(scoring->arena, criteria->count, sizeof *shares);
    shares[0] = 1;
    for (size_t i = 0; i < criteria->count; i++) { // a section comes before its children
        const struct item *item = &criteria->items[i];
        double weight = weight_of_children(scoring, i);
        for (size_t c = 0; c < item->child_count && weight > 0; c++) {
            size_t child = item->children[c];
            shares[child] = shares[i] * weight_of(scoring, child) / weight;
        }
    }
    return shares;
}

static void add_child(const struct summing *summing, size_t child, struct figures *figures)
{
    const struct item_score *score = &summing->scored->items[child];
    double weight = weight_of(summing->scoring, child);
    sum_add(&figures->weight, weight);
    sum_add(&figures->claimed, weight * score->claimed);
    sum_add(&figures->evidenced, weight * score->evidenced);
    sum_add(&figures->proven, weight * score->proven);
    sum_add(&figures->high, weight * score->high);
    sum_add(&figures->answered, weight * score->answered);
    for (size_t g = 0; g < GAP_COUNT; g++) {
        sum_add(&figures->gap[g], weight * summing->gaps[child][g]);
    }
}

static void sum_section(const struct summing *summing, size_t section)
{
    const struct item *item = &summing->scoring->criteria->items[section];
    struct figures figures = {0};
    for (size_t c = 0; c < item->child_count; c++) {
        if (summing->scored->items[item->children[c]].in_sum) {
            add_child(summing, item->children[c], &figures);
        }
    }
    double weight = sum_total(&figures.weight);
    if (!(weight > 0)) {
        return; // blank, never 0
    }
    summing->scored->items[section] = (struct item_score){
        .in_sum = true,
        .claimed = sum_total(&figures.claimed) / weight,
        .evidenced = sum_total(&figures.evidenced) / weight,
        .proven = sum_total(&figures.proven) / weight,
        .high = sum_total(&figures.high) / weight,
        .answered = sum_total(&figures.answered) / weight,
    };
    for (size_t g = 0; g < GAP_COUNT; g++) {
        summing->gaps[section][g] = sum_total(&figures.gap[g]) / weight;
    }
}

static double weight_in_sum(const struct scoring *scoring, const struct item_score *items,
                            size_t section)
{
    const struct item *item = &scoring->criteria->items[section];
    struct sum weight = {0};
    for (size_t c = 0; c < item->child_count; c++) {
        if (items[item->children[c]].in_sum) {
            sum_add(&weight, weight_of(scoring, item->children[c]));
        }
    }
    return sum_total(&weight);
}

/* Hand the share of the total down from sections to criteria. */
static void hand_down(const struct scoring *scoring, struct item_score *items)
{
    const struct criteria *criteria = scoring->criteria;
    items[0].share = items[0].in_sum ? 1 : 0;
    for (size_t i = 0; i < criteria->count; i++) {
        const struct item *item = &criteria->items[i];
        double weight = weight_in_sum(scoring, items, i);
        for (size_t c = 0; c < item->child_count && weight > 0; c++) {
            size_t child = item->children[c];
            if (items[child].in_sum) {
                items[child].share = items[i].share * weight_of(scoring, child) / weight;
            }
        }
        items[i].points = items[i].share * (items[i].evidenced * 100);
    }
}

void tree_sum(const struct scoring *scoring, struct scored_offer *scored)
{
    const struct criteria *criteria = scoring->criteria;
    struct summing summing = {
        .scoring = scoring,
        .scored = scored,
        .gaps = arena_alloc(scoring->arena, criteria->count, sizeof *summing.gaps),
    };
    for (size_t i = criteria->count; i-- > 0;) { // what is below comes before
        if (!item_is_criterion(&criteria->items[i])) {
            sum_section(&summing, i);
            continue;
        }
        for (size_t g = 0; g < GAP_COUNT; g++) {
            summing.gaps[i][g] = scored->criteria[i].gap[g];
        }
    }
    hand_down(scoring, scored->items);
    scored->has_total = scored->items[0].in_sum;
    scored->published = publish(scored->items[0].evidenced * 100,
                                scoring->settings->rules.decimals);
    for (size_t g = 0; g < GAP_COUNT; g++) {
        scored->gap[g] = summing.gaps[0][g] * 100;
    }
}

double tree_mean_with(const struct scoring *scoring, const struct item_score *items, size_t section,
                      size_t child, double evidenced)
{
    const struct item *item = &scoring->criteria->items[section];
    struct sum sum = {0};
    for (size_t c = 0; c < item->child_count; c++) {
        size_t other = item->children[c];
        if (items[other].in_sum) {
            sum_add(&sum, weight_of(scoring, other) *
                              (other == child ? evidenced : items[other].evidenced));
        }
    }
    return sum_total(&sum) / weight_in_sum(scoring, items, section);
}

static double left_of_section(const struct scoring *scoring, const double *left, size_t section)
{
    const struct item *item = &scoring->criteria->items[section];
    struct sum sum = {0};
    for (size_t c = 0; c < item->child_count; c++) {
        sum_add(&sum, weight_of(scoring, item->children[c]) * left[item->children[c]]);
    }
    double weight = weight_of_children(scoring, section);
    return weight > 0 ? sum_total(&sum) / weight : 1;
}

void tree_compare(const struct scoring *scoring, struct scored_offer *scored)
{
    const struct criteria *criteria = scoring->criteria;
    double *left = arena_alloc(scoring->arena, criteria->count, sizeof *left);
    scored->compared_in_part = false;
    for (size_t i = criteria->count; i-- > 0;) {
        if (item_is_criterion(&criteria->items[i])) {
            left[i] = scored->criteria[i].agreed ? 0 : 1;
            continue;
        }
        left[i] = left_of_section(scoring, left, i);
        if (!share_reaches(left[i], COMPARED_LEAST)) {
            scored->compared_in_part = true;
        }
    }
    scored->compared_share = left[0];
}
