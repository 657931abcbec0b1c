#include "score/trial_answers.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "model/curve.h"
#include "score/gate.h"

#include <math.h>

static const double HALF = 0.5;

/* Answers that a criterion can be given. */
struct choices {
    struct arena *arena;
    const struct item *item;
    struct answer *answers;
    size_t count, capacity;
};

static void add(struct choices *choices, const struct answer *answer)
{
    choices->answers = arena_more(choices->arena, choices->answers, choices->count,
                                  &choices->capacity, sizeof *choices->answers);
    struct answer *added = &choices->answers[choices->count++];
    *added = *answer;
    added->reply = REPLY_ANSWER;
}

static void add_levels(struct choices *choices)
{
    const struct scale *scale = choices->item->answer.scale;
    for (size_t i = 0; i < scale->count; i++) {
        add(choices, &(struct answer){.text = scale->levels[i].label,
                                      .claimed = scale->levels[i].worth,
                                      .place = (double)i});
    }
}

static void add_options(struct choices *choices)
{
    const struct answer_type *type = &choices->item->answer;
    for (size_t i = 0; i < type->option_count; i++) {
        const struct option *option = &type->options[i];
        add(choices, &(struct answer){
                         .text = option->label, .claimed = option->worth, .place = option->worth});
    }
}

/* The first items of a checklist that have the share together. */
static void add_ticked(struct choices *choices, double share)
{
    const struct answer_type *type = &choices->item->answer;
    bool *ticked = arena_alloc(choices->arena, type->option_count, sizeof *ticked);
    double whole = 0;
    double weight = 0;
    for (size_t i = 0; i < type->option_count; i++) {
        whole += type->options[i].worth;
    }
    for (size_t i = 0; i < type->option_count && weight < share * whole; i++) {
        ticked[i] = true;
        weight += type->options[i].worth;
    }
    double reached = whole > 0 ? weight / whole : 0;
    add(choices, &(struct answer){.text = number_text(choices->arena, reached),
                                  .claimed = reached,
                                  .place = reached,
                                  .ticked = ticked});
}

static void add_share(struct choices *choices, double share)
{
    add(choices, &(struct answer){
                     .text = number_text(choices->arena, share), .claimed = share, .place = share});
}

static void add_number(struct choices *choices, double x)
{
    const struct answer_type *type = &choices->item->answer;
    add(choices, &(struct answer){.text = number_text(choices->arena, x),
                                  .claimed = curve_worth(type->points, type->point_count, x),
                                  .place = x});
}

/* The corners of a curve, and where it passes a half. */
static void add_curve(struct choices *choices)
{
    const struct answer_type *type = &choices->item->answer;
    for (size_t i = 0; i < type->point_count; i++) {
        const struct curve_point *point = &type->points[i];
        add_number(choices, point->x);
        if (i > 0 && (point[-1].y < HALF) != (point->y < HALF)) {
            double part = (HALF - point[-1].y) / (point->y - point[-1].y);
            add_number(choices, point[-1].x + part * (point->x - point[-1].x));
        }
    }
}

static void add_all(struct choices *choices)
{
    static const double SHARES[] = {0, 0.5, 1};
    const struct item *item = choices->item;
    bool has_bound = item->has_gate;
    switch (item->answer.kind) {
    case ANSWER_LEVEL:
    case ANSWER_TEXT:
        add_levels(choices);
        return;
    case ANSWER_YES_NO:
        add(choices, &(struct answer){.text = "no"});
        add(choices, &(struct answer){.text = "yes", .claimed = 1, .place = 1});
        return;
    case ANSWER_CHOICE:
        add_options(choices);
        return;
    case ANSWER_PERCENT:
        for (size_t i = 0; i < COUNT_OF(SHARES); i++) {
            add_share(choices, SHARES[i]);
        }
        if (has_bound) {
            add_share(choices, item->gate.bound);
        }
        return;
    case ANSWER_CHECKLIST:
        for (size_t i = 0; i < COUNT_OF(SHARES); i++) {
            add_ticked(choices, SHARES[i]);
        }
        if (has_bound) {
            add_ticked(choices, item->gate.bound);
        }
        return;
    case ANSWER_NUMBER:
    case ANSWER_MONEY:
    case ANSWER_DATE:
        add_curve(choices);
        if (has_bound) {
            add_number(choices, item->gate.bound);
        }
        return;
    case ANSWER_PRICE:
    case ANSWER_KIND_COUNT:
        break;
    }
}

/* Does the requirement let the answer pass? A bid that has to meet nothing meets everything. */
static bool passes(const struct item *item, const struct answer *answer)
{
    struct level_in_force level = level_of_answer(answer);
    return !item->has_gate || gate_level_passes(item, &level);
}

/* Is the one the better choice for the bid? Both pass, or neither. */
static bool is_better(enum trial_bid bid, const struct answer *one, const struct answer *other)
{
    switch (bid) {
    case TRIAL_BEST:
        return one->claimed > other->claimed;
    case TRIAL_MIDDLING:
        return fabs(one->claimed - HALF) < fabs(other->claimed - HALF) ||
               (!(fabs(one->claimed - HALF) > fabs(other->claimed - HALF)) &&
                one->claimed > other->claimed);
    case TRIAL_CHEAPEST:
        return one->claimed < other->claimed;
    case TRIAL_COUNT:
        break;
    }
    return false;
}

struct answer trial_answer(struct arena *arena, const struct item *item, enum trial_bid bid)
{
    struct choices choices = {.arena = arena, .item = item};
    const struct answer *chosen = NULL;
    bool chosen_passes = false;
    add_all(&choices);
    for (size_t i = 0; i < choices.count; i++) {
        const struct answer *answer = &choices.answers[i];
        // What is middling is so whether it passes or not.
        bool pass = bid == TRIAL_MIDDLING || passes(item, answer);
        if (chosen == NULL || (pass && !chosen_passes) ||
            (pass == chosen_passes && is_better(bid, answer, chosen))) {
            chosen = answer;
            chosen_passes = pass;
        }
    }
    return chosen == NULL ? (struct answer){.reply = REPLY_NONE} : *chosen;
}
