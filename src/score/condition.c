#include "score/condition.h"

#include "base/arena.h"
#include "base/decimal.h"
#include "base/text.h"
#include "score/level_in_force.h"

#include <math.h>

enum { SHORTFALLS_MOST = 3, TEXT_COLUMNS = 400, TITLE_COLUMNS = 160 };

static const char *title_of(const struct scoring *scoring, size_t index)
{
    return text_brief(scoring->arena, scoring->criteria->items[index].title, TITLE_COLUMNS);
}

static bool is_closed(const struct scoring *scoring, const struct offer *offer, size_t index)
{
    const struct evaluation *evaluation = &scoring->project->evaluation;
    for (size_t i = 0; i < evaluation->closed_count; i++) {
        if (evaluation->closed[i].item == index &&
            text_equal_ignoring_case(evaluation->closed[i].vendor, offer->id)) {
            return true;
        }
    }
    return false;
}

/* To the guard, as ranks compare: the last binary digit chooses nothing. */
static bool is_more(double points, double other)
{
    return decimal_units(points, DECIMAL_GUARD) > decimal_units(other, DECIMAL_GUARD);
}

static bool is_before(const struct condition *condition, const struct condition *other)
{
    if (condition->must != other->must) {
        return condition->must;
    }
    return is_more(condition->points, other->points);
}

/* Put a condition where it belongs; equal ones stand as they came. */
static void insert(const struct scoring *scoring, struct scored_offer *scored,
                   struct condition condition)
{
    condition.closed = is_closed(scoring, scored->offer, condition.item);
    size_t at = scored->condition_count++;
    while (at > 0 && is_before(&condition, &scored->conditions[at - 1])) {
        scored->conditions[at] = scored->conditions[at - 1];
        at--;
    }
    scored->conditions[at] = condition;
}

/* Is the level in force below the target? What was not asked, or left the sum, misses none. */
static bool misses_target(const struct item *item, const struct scored_offer *scored, size_t index)
{
    const struct criterion_score *score = &scored->criteria[index];
    if (!item->has_target || !scored->items[index].in_sum || score->state == STATE_NOT_ASKED) {
        return false;
    }
    if (score->state != STATE_ANSWERED) {
        return item->target_place > 0; // silence is below any level but the lowest
    }
    // A measured share leaves the level its word, and not its worth.
    bool is_share = score->measurement.finding != NULL && !score->measurement.in_own_terms &&
                    score->level.source != LEVEL_OF_PANEL;
    bool by_worth = item->answer.kind != ANSWER_LEVEL || is_share;
    return (item->answer.kind == ANSWER_LEVEL && score->level.place < item->target_place) ||
           (by_worth && score->level.value < item->target);
}

static void propose_target(const struct scoring *scoring, struct scored_offer *scored, size_t index)
{
    const struct item *item = &scoring->criteria->items[index];
    const struct item_score *figures = &scored->items[index];
    const char *text = item->condition.text != NULL
                           ? text_brief(scoring->arena, item->condition.text, TEXT_COLUMNS)
                           : arena_format(
                                 scoring->arena, "Reach %s on %s",
                                 text_brief(scoring->arena, item->target_word, TITLE_COLUMNS),
                                 title_of(scoring, index));
    insert(scoring, scored,
           (struct condition){.item = index,
                              .source = CONDITION_TARGET,
                              .text = text,
                              .must = item->condition.must,
                              .points = figures->share * 100 *
                                        fmax(0, item->target - figures->evidenced),
                              .owner = item->condition.owner});
}

static void propose_proof(const struct scoring *scoring, struct scored_offer *scored, size_t index)
{
    const struct gate *gate = &scoring->criteria->items[index].gate;
    insert(
        scoring, scored,
        (struct condition){.item = index,
                           .source = CONDITION_GATE,
                           .text = arena_format(scoring->arena, "Bring %s proof for %s",
                                                grade_word(gate->proof), title_of(scoring, index)),
                           .must = true,
                           .owner = gate->prove_owner,
                           .due = gate->prove_on});
}

static void propose_waiver(const struct scoring *scoring, struct scored_offer *scored,
                           const struct gate_score *gate)
{
    struct arena *arena = scoring->arena;
    const struct waiver *waiver = gate->waiver;
    struct text_builder text;
    text_builder_init(&text, arena);
    text_add_format(&text, "Meet %s", title_of(scoring, gate->item));
    if (date_is_given(waiver->until)) {
        text_add_format(&text, " by %s", date_text(arena, waiver->until));
    }
    text_add_format(&text, ", waived by %s", text_brief(arena, waiver->by, TITLE_COLUMNS));
    if (waiver->meanwhile != NULL) {
        text_add_format(&text, "; meanwhile: %s",
                        text_brief(arena, waiver->meanwhile, TEXT_COLUMNS));
    }
    insert(scoring, scored,
           (struct condition){.item = gate->item,
                              .source = CONDITION_WAIVER,
                              .text = text.text,
                              .must = true,
                              .owner = waiver->by,
                              .due = waiver->until});
}

void condition_propose(const struct scoring *scoring, size_t gate_count,
                       struct scored_offer *scored)
{
    const struct criteria *criteria = scoring->criteria;
    // Each criterion may miss its target, and each requirement may be open.
    scored->conditions = arena_alloc(scoring->arena, criteria->count + gate_count + SHORTFALLS_MOST,
                                     sizeof *scored->conditions);
    for (size_t g = 0; g < gate_count; g++) {
        const struct gate_score *gate = &scored->gates[g];
        if (gate->result == GATE_WAIVED) {
            propose_waiver(scoring, scored, gate);
        } else if (gate->result == GATE_TO_BE_PROVEN && gate->level_suffices) {
            propose_proof(scoring, scored, gate->item);
        }
    }
    for (size_t i = 1; i < criteria->count; i++) {
        if (misses_target(&criteria->items[i], scored, i)) {
            propose_target(scoring, scored, i);
        }
    }
}

bool condition_any_must(const struct scored_offer *scored)
{
    for (size_t i = 0; i < scored->condition_count; i++) {
        if (scored->conditions[i].must && !scored->conditions[i].closed) {
            return true;
        }
    }
    return false;
}

static bool any_open(const struct scored_offer *scored)
{
    for (size_t i = 0; i < scored->condition_count; i++) {
        if (!scored->conditions[i].closed) {
            return true;
        }
    }
    return false;
}

enum shortfall_group { SHORTFALL_OF_OFFER, SHORTFALL_OF_PRICE };

/* Points of the total that a criterion leaves on the table. */
static double shortfall_of(const struct scored_offer *scored, size_t index)
{
    const struct item_score *figures = &scored->items[index];
    return figures->share * 100 * (1 - figures->evidenced);
}

/* The criterion with the largest shortfall that is neither closed nor a condition already: among
 * prices, which are no term to improve on, or among the rest. */
static size_t largest_shortfall(const struct scoring *scoring, const struct scored_offer *scored,
                                enum shortfall_group group)
{
    size_t largest = 0;
    double most = 0;
    for (size_t i = 1; i < scoring->criteria->count; i++) {
        bool is_condition = false;
        for (size_t c = 0; c < scored->condition_count; c++) {
            is_condition = is_condition || scored->conditions[c].item == i;
        }
        const struct item *item = &scoring->criteria->items[i];
        if (item_is_criterion(item) && item_is_price(item) == (group == SHORTFALL_OF_PRICE) &&
            scored->items[i].in_sum && !is_condition && !is_closed(scoring, scored->offer, i) &&
            is_more(shortfall_of(scored, i), most)) {
            largest = i;
            most = shortfall_of(scored, i);
        }
    }
    return largest;
}

static const char *shortfall_text(const struct scoring *scoring, const struct scored_offer *scored,
                                  size_t index)
{
    const struct item *item = &scoring->criteria->items[index];
    if (item->condition.text != NULL) {
        return text_brief(scoring->arena, item->condition.text, TEXT_COLUMNS);
    }
    // What the panel or a finding says less is no matter of proof.
    bool unproven = fmin(scored->items[index].claimed, scored->criteria[index].level.value) >
                    scored->items[index].evidenced;
    const char *start = unproven ? "Prove what is claimed on" : "Improve on";
    return arena_format(scoring->arena, "%s %s", item_is_price(item) ? "Negotiate" : start,
                        title_of(scoring, index));
}

static void add_shortfalls(const struct scoring *scoring, struct scored_offer *scored,
                           enum shortfall_group group)
{
    for (size_t n = 0; n < SHORTFALLS_MOST; n++) {
        size_t index = largest_shortfall(scoring, scored, group);
        if (index == 0) {
            return;
        }
        insert(scoring, scored,
               (struct condition){.item = index,
                                  .source = CONDITION_SHORTFALL,
                                  .text = shortfall_text(scoring, scored, index),
                                  .points = shortfall_of(scored, index),
                                  .owner = scoring->criteria->items[index].condition.owner});
    }
}

void condition_add_shortfalls(const struct scoring *scoring, struct scored_offer *scored)
{
    if (!any_open(scored)) {
        add_shortfalls(scoring, scored, SHORTFALL_OF_OFFER);
    }
    if (!any_open(scored)) { // the list is never empty
        add_shortfalls(scoring, scored, SHORTFALL_OF_PRICE);
    }
}
