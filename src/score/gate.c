#include "score/gate.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "model/price_check.h"
#include "score/level_in_force.h"
#include "score/publish.h"

enum { WORD_COLUMNS = 60, REASON_COLUMNS = 200 };

/* Where a gate stands: what hangs on no price before what does. */
enum gate_rank { RANK_CRITERION, RANK_MINIMUM, RANK_MINIMUM_OVER_PRICE, RANK_COUNT };

static enum gate_rank rank_of(const struct criteria *criteria, size_t item)
{
    if (item_is_criterion(&criteria->items[item])) {
        return RANK_CRITERION;
    }
    return criteria_holds_price(criteria, item) ? RANK_MINIMUM_OVER_PRICE : RANK_MINIMUM;
}

/* A section's gate is a rule of this scoring, which may have another minimum than the evaluation.
 */
static bool has_gate(const struct scoring *scoring, size_t item)
{
    return item_is_criterion(&scoring->criteria->items[item])
               ? scoring->criteria->items[item].has_gate
               : rules_minimum(&scoring->settings->rules, item) != NULL;
}

const size_t *gate_items(const struct scoring *scoring, size_t *count)
{
    const struct criteria *criteria = scoring->criteria;
    size_t *items = arena_alloc(scoring->arena, criteria->count, sizeof *items);
    *count = 0;
    for (enum gate_rank rank = RANK_CRITERION; rank < RANK_COUNT; rank++) {
        for (size_t i = 0; i < criteria->count; i++) {
            if (has_gate(scoring, i) && rank_of(criteria, i) == rank) {
                items[(*count)++] = i;
            }
        }
    }
    return items;
}

bool gate_level_passes(const struct item *item, const struct level_in_force *level)
{
    const struct gate *gate = &item->gate;
    switch (gate->test) {
    case GATE_AT_LEAST:
        return level->place >= gate->bound;
    case GATE_AT_MOST:
    case GATE_BY:
        return level->place <= gate->bound;
    case GATE_IS:
    case GATE_ONE_OF:
        return level_says_any(&item->answer, level, gate->words, gate->word_count);
    case GATE_PROOF_ONLY:
    case GATE_MINIMUM:
        break;
    }
    return true; // any answer will do
}

const char *gate_requirement(struct arena *arena, const struct gate *gate)
{
    static const char *const STARTS[] = {
        [GATE_AT_LEAST] = "at least ",   [GATE_AT_MOST] = "at most ", [GATE_IS] = "",
        [GATE_ONE_OF] = "one of ",       [GATE_BY] = "by ",           [GATE_MINIMUM] = "at least ",
        [GATE_PROOF_ONLY] = "an answer",
    };
    struct text_builder words;
    text_builder_init(&words, arena);
    text_add(&words, STARTS[gate->test]);
    for (size_t i = 0; i < gate->word_count; i++) {
        text_add_format(&words, "%s%s", i > 0 ? ", " : "",
                        text_brief(arena, gate->words[i], WORD_COLUMNS));
    }
    return words.text;
}

/* A judgement before waivers: what the answer is worth to the gate, and why. */
struct judgement {
    enum gate_result result;
    bool level_suffices;
    const char *why;
};

static struct judgement judge_proof(const struct scoring *scoring, const struct item *item,
                                    const struct criterion_score *score, const char *answered)
{
    const struct gate *gate = &item->gate;
    // Where no evidence is asked, none can be missing.
    if (!gate->has_proof || !score->has_grade || score->grade >= gate->proof) {
        const char *proof = gate->has_proof && score->has_grade
                                ? arena_format(scoring->arena, ", and its proof is %s",
                                               grade_word(score->grade))
                                : "";
        return (struct judgement){GATE_MET, true,
                                  arena_format(scoring->arena, "%s%s", answered, proof)};
    }
    return (struct judgement){gate->unproven_fails ? GATE_NOT_MET : GATE_TO_BE_PROVEN, true,
                              arena_format(scoring->arena,
                                           "%s, but its proof is %s; %s is required", answered,
                                           grade_word(score->grade), grade_word(gate->proof))};
}

static struct judgement judge_answer(const struct scoring *scoring, size_t index,
                                     const struct criterion_score *score)
{
    const struct item *item = &scoring->criteria->items[index];
    static const char *const SAYS[] = {[LEVEL_ANSWERED] = "the answer is",
                                       [LEVEL_SHOWN] = "a finding shows",
                                       [LEVEL_MEASURED] = "we measured",
                                       [LEVEL_OF_PANEL] = "the panel says"};
    const struct level_in_force *level = &score->level;
    const char *word = level->word == NULL ? number_text(scoring->arena, level->place)
                                           : text_brief(scoring->arena, level->word, WORD_COLUMNS);
    const char *answered = arena_format(scoring->arena, "%s `%s`", SAYS[level->source], word);
    if (gate_level_passes(item, level)) {
        return judge_proof(scoring, item, score, answered);
    }
    return (struct judgement){GATE_NOT_MET, false,
                              arena_format(scoring->arena, "%s; %s is required", answered,
                                           gate_requirement(scoring->arena, &item->gate))};
}

/* What is ours to score. A price says its figure, whatever it will be worth; a text says nothing
 * that could be tested. */
static struct judgement judge_open(const struct scoring *scoring, size_t index,
                                   const struct criterion_score *score)
{
    if (scoring_is_sealed(scoring, index)) {
        return (struct judgement){GATE_TO_BE_PROVEN, false, "the price is not opened"};
    }
    if (item_is_price(&scoring->criteria->items[index])) {
        return judge_answer(scoring, index, score);
    }
    return (struct judgement){GATE_TO_BE_PROVEN, false, "it is not yet scored by us"};
}

static struct judgement judge_criterion(const struct scoring *scoring, size_t index,
                                        const struct criterion_score *score)
{
    bool leaves = scoring->criteria->items[index].otherwise_leave;
    switch (score->state) {
    case STATE_ANSWERED:
        return judge_answer(scoring, index, score);
    case STATE_UNANSWERED:
        return (struct judgement){GATE_NOT_MET, false, "there is no answer"};
    case STATE_DECLINED:
        return (struct judgement){GATE_NOT_MET, false, "the answer is declined"};
    case STATE_NOT_APPLICABLE:
        return score->agreed ? (struct judgement){GATE_MET, true, "it does not apply, as agreed"}
                             : (struct judgement){GATE_NOT_MET, false,
                                                  "it is said not to apply, without our agreement"};
    case STATE_NOT_YET_SCORED:
        return judge_open(scoring, index, score);
    case STATE_NOT_ASKED:
    case STATE_COUNT:
        break;
    }
    return leaves ? (struct judgement){GATE_MET, true, "it does not arise"}
                  : (struct judgement){GATE_NOT_MET, false,
                                       "what it depends on is missing, so that it counts as 0"};
}

static struct judgement judge_minimum(const struct scoring *scoring, size_t index,
                                      const struct item_score *score)
{
    struct arena *arena = scoring->arena;
    int decimals = scoring->settings->rules.decimals;
    double least = rules_minimum(&scoring->settings->rules, index)->least;
    if (!score->in_sum) {
        return (struct judgement){GATE_MET, true, "nothing of it is in the sum"};
    }
    const char *scored = number_fixed(arena, score->evidenced * 100, decimals);
    bool reached = published_reaches(score->evidenced * 100, least, decimals);
    return (struct judgement){reached ? GATE_MET : GATE_NOT_MET, reached,
                              arena_format(arena, "it scores %s; at least %s is required", scored,
                                           number_text(arena, least))};
}

/* A waiver holds to its last day inclusive, and may be later than the position (RULES 12). */
static const struct waiver *waiver_of(const struct scoring *scoring, const struct offer *offer,
                                      size_t index)
{
    const struct evaluation *evaluation = &scoring->project->evaluation;
    for (size_t i = 0; i < evaluation->waiver_count; i++) {
        const struct waiver *waiver = &evaluation->waivers[i];
        bool holds = !date_is_given(evaluation->as_of) || !date_is_given(waiver->until) ||
                     date_compare(evaluation->as_of, waiver->until) <= 0;
        if (holds && waiver->item == index && text_equal_ignoring_case(waiver->vendor, offer->id)) {
            return waiver;
        }
    }
    return NULL;
}

static const char *waived_why(struct arena *arena, const struct waiver *waiver, const char *why)
{
    struct text_builder words;
    text_builder_init(&words, arena);
    text_add_format(&words, "by %s", text_brief(arena, waiver->by, WORD_COLUMNS));
    if (date_is_given(waiver->until)) {
        text_add_format(&words, " until %s", date_text(arena, waiver->until));
    }
    if (waiver->why != NULL) {
        text_add_format(&words, ": %s", text_brief(arena, waiver->why, REASON_COLUMNS));
    }
    text_add_format(&words, " (%s)", why);
    return words.text;
}

static struct gate_score judge(const struct scoring *scoring, const struct scored_offer *scored,
                               size_t index)
{
    struct judgement judgement = item_is_criterion(&scoring->criteria->items[index])
                                     ? judge_criterion(scoring, index, &scored->criteria[index])
                                     : judge_minimum(scoring, index, &scored->items[index]);
    struct gate_score gate = {.item = index,
                              .result = judgement.result,
                              .level_suffices = judgement.level_suffices,
                              .why = judgement.why,
                              .waiver = waiver_of(scoring, scored->offer, index)};
    if (gate.waiver != NULL && gate.result != GATE_MET) {
        gate.result = GATE_WAIVED;
        gate.why = waived_why(scoring->arena, gate.waiver, judgement.why);
    }
    return gate;
}

void gate_judge(const struct scoring *scoring, const size_t *gates, size_t count,
                struct scored_offer *scored)
{
    scored->gates = arena_alloc(scoring->arena, count, sizeof *scored->gates);
    for (size_t i = 0; i < count; i++) {
        scored->gates[i] = judge(scoring, scored, gates[i]);
    }
}

bool gate_any(const struct scored_offer *scored, size_t count, enum gate_result result)
{
    for (size_t i = 0; i < count; i++) {
        if (scored->gates[i].result == result) {
            return true;
        }
    }
    return false;
}

/* The first offer for which the gate is waived, or NULL. */
static const struct offer *waived_for(const struct result *result, size_t gate)
{
    for (size_t o = 0; o < result->offer_count; o++) {
        if (result->offers[o].gates[gate].result == GATE_WAIVED) {
            return result->offers[o].offer;
        }
    }
    return NULL;
}

void gate_compare_waivers(const struct scoring *scoring, const struct result *result)
{
    for (size_t g = 0; g < result->gate_count; g++) {
        const struct offer *other = waived_for(result, g);
        for (size_t o = 0; other != NULL && o < result->offer_count; o++) {
            struct gate_score *gate = &result->offers[o].gates[g];
            if (gate->result == GATE_NOT_MET) {
                gate->why = arena_format(scoring->arena, "%s; it is waived for %s", gate->why,
                                         text_brief(scoring->arena, other->name, WORD_COLUMNS));
            }
        }
    }
}
