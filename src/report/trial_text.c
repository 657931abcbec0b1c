#include "report/trial_text.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "model/price_check.h"
#include "report/signs.h"
#include "report/wrap.h"
#include "score/trial_bids.h"

#include <math.h>

enum { WIDTH = 80, SECTIONS_MOST = 5, GATES_MOST = 12, FAILS_MOST = 3, ID_COLUMNS = 8 };

static const double WHOLE = 99.995; // a best bid from here on is shown as 100

struct trial {
    struct arena *arena;
    const struct criteria *criteria;
    const struct rules *rules;
    const struct result *result;
    struct text_builder text;
};

static const struct scored_offer *bid_of(const struct trial *trial, enum trial_bid bid)
{
    return &trial->result->offers[bid]; // they stand as made
}

static const char *score_of(const struct trial *trial, enum trial_bid bid)
{
    const struct scored_offer *offer = bid_of(trial, bid);
    return offer->has_total ? number_fixed(trial->arena, offer->published, trial->rules->decimals)
                            : "n/a";
}

static void add_line(struct trial *trial, const char *sign, const char *words)
{
    wrap_text(&trial->text, WIDTH, arena_format(trial->arena, "  %s ", sign), "    ", words);
}

static size_t top_count(const struct trial *trial)
{
    return trial->criteria->items[0].child_count;
}

/* Top items in tree order, one after the other. */
static size_t next_top(const struct trial *trial, size_t item)
{
    return item + trial->criteria->items[item].span + 1;
}

static void add_table(struct trial *trial)
{
    bool has_sections = top_count(trial) <= SECTIONS_MOST;
    text_add_format(&trial->text, "Three made-up bids under this plan:\n\n  %-16s%8s", "", "Score");
    for (size_t i = 1; has_sections && i < trial->criteria->count; i = next_top(trial, i)) {
        const char *id = text_brief(trial->arena, trial->criteria->items[i].id, ID_COLUMNS);
        text_add_format(&trial->text, "  %*s", ID_COLUMNS, id);
    }
    text_add(&trial->text, "\n");
    for (size_t b = 0; b < TRIAL_COUNT; b++) {
        const struct scored_offer *offer = bid_of(trial, (enum trial_bid)b);
        text_add_format(&trial->text, "  %-16s%8s", offer->offer->name,
                        score_of(trial, (enum trial_bid)b));
        for (size_t i = 1; has_sections && i < trial->criteria->count; i = next_top(trial, i)) {
            const struct item_score *item = &offer->items[i];
            text_add_format(&trial->text, "  %*s", ID_COLUMNS,
                            item->in_sum ? number_fixed(trial->arena, item->evidenced * 100, 1)
                                         : "n/a");
        }
        text_add_format(&trial->text, "  %s %s\n", outcome_sign(offer->outcome),
                        outcome_word(offer->outcome));
    }
    text_add(&trial->text, "\n");
}

/* "largest gain: SEC (12.3 points)": which may be more than the lead, where other sections
 * take back. */
static const char *by_what(const struct trial *trial, enum trial_bid one, enum trial_bid other)
{
    const struct item_score *ahead = bid_of(trial, one)->items;
    const struct item_score *behind = bid_of(trial, other)->items;
    size_t most = 1;
    for (size_t i = 1; i < trial->criteria->count; i = next_top(trial, i)) {
        if (ahead[i].points - behind[i].points > ahead[most].points - behind[most].points) {
            most = i;
        }
    }
    return arena_format(trial->arena, "largest gain: %s (%s points)",
                        trial->criteria->items[most].id,
                        number_fixed(trial->arena, ahead[most].points - behind[most].points, 1));
}

/* Which of two bids has the higher score, and what makes it so. */
static void add_pair(struct trial *trial, enum trial_bid better, enum trial_bid worse)
{
    const struct scored_offer *first = bid_of(trial, better);
    const struct scored_offer *second = bid_of(trial, worse);
    double lead = first->published - second->published;
    const char *points = number_fixed(trial->arena, fabs(lead), trial->rules->decimals);
    if (lead > 0) {
        add_line(trial, "·",
                 arena_format(trial->arena, "%s has %s more than %s; %s.", first->offer->name,
                              points, second->offer->name, by_what(trial, better, worse)));
    } else if (lead < 0) {
        add_line(trial, "▲",
                 arena_format(trial->arena,
                              "%s has %s more than %s; %s. Whoever offers less comes first.",
                              second->offer->name, points, first->offer->name,
                              by_what(trial, worse, better)));
    } else {
        add_line(trial, "▲",
                 arena_format(trial->arena,
                              "%s and %s have the same score: nothing tells them "
                              "apart.",
                              first->offer->name, second->offer->name));
    }
}

/* The requirements that a bid does not meet. */
static const char *fails_of(const struct trial *trial, const struct scored_offer *offer)
{
    struct text_builder text;
    size_t count = 0;
    text_builder_init(&text, trial->arena);
    for (size_t g = 0; g < trial->result->gate_count; g++) {
        if (offer->gates[g].result == GATE_NOT_MET) {
            if (count < FAILS_MOST) {
                text_add_format(&text, "%s%s", count == 0 ? "" : ", ",
                                trial->criteria->items[trial->result->gates[g]].id);
            }
            count++;
        }
    }
    if (count > FAILS_MOST) {
        text_add_format(&text, " and %zu more", count - FAILS_MOST);
    }
    return text.text;
}

/* What keeps a bid from being acceptable. */
static void add_outcome(struct trial *trial, enum trial_bid bid)
{
    const struct scored_offer *offer = bid_of(trial, bid);
    const char *sign = bid == TRIAL_CHEAPEST ? "·" : "▲";
    if (offer->outcome == OUTCOME_EXCLUDED) {
        add_line(trial, sign,
                 arena_format(trial->arena, "%s is excluded by %s%s.", offer->offer->name,
                              fails_of(trial, offer),
                              bid == TRIAL_BEST ? ", which no offer can meet" : ""));
    } else if (offer->has_total && offer->published < trial->rules->acceptable &&
               bid != TRIAL_CHEAPEST) {
        add_line(
            trial, sign,
            arena_format(trial->arena, "%s does not reach the %s points of an acceptable offer.",
                         offer->offer->name, number_text(trial->arena, trial->rules->acceptable)));
    } else if (bid == TRIAL_CHEAPEST && offer->has_total &&
               offer->published >= trial->rules->acceptable) {
        add_line(trial, "▲", "Cheapest does nothing but what is mandatory, and is acceptable.");
    }
}

/* What the best offer would have for nothing: its points, with every price at its best. */
static double reach_of(const struct trial *trial, const struct scored_offer *best)
{
    double reach = best->items[0].evidenced;
    for (size_t i = 1; i < trial->criteria->count; i++) {
        if (item_is_price(&trial->criteria->items[i])) {
            reach += best->items[i].share * (1 - best->items[i].evidenced);
        }
    }
    return reach * 100;
}

static void add_reach(struct trial *trial)
{
    const struct scored_offer *best = bid_of(trial, TRIAL_BEST);
    double reach = reach_of(trial, best);
    bool by_proof = best->items[0].claimed - best->items[0].evidenced > (100 - WHOLE) / 100;
    if (best->has_total && reach < WHOLE) {
        add_line(
            trial, "·",
            arena_format(trial->arena, "No offer can have more than %s of 100%s.",
                         number_fixed(trial->arena, reach, trial->rules->decimals),
                         by_proof ? ": some evidence that is asked for cannot prove all" : ""));
    }
}

static void add_price(struct trial *trial)
{
    struct arena *arena = trial->arena;
    double share = 0;
    for (size_t i = 1; i < trial->criteria->count; i++) {
        share += item_is_price(&trial->criteria->items[i]) ? trial->result->shares[i] : 0;
    }
    if (!price_any(trial->criteria)) {
        add_line(trial, "·", "Price is no criterion.");
        return;
    }
    const struct price_rule *rule = &trial->rules->price;
    const char *range = rule->has_budget && rule->has_floor
                            ? arena_format(arena, ", from %s to %s",
                                           number_grouped(arena, rule->floor, 0),
                                           number_grouped(arena, rule->budget, 0))
                            : "";
    add_line(trial, "·",
             arena_format(arena, "Price is worth %s %% of the whole (%s%s).",
                          number_fixed(arena, share * 100, 1), price_formula_word(rule->formula),
                          range));
    if (rule->formula == PRICE_MIN_MAX) {
        add_line(trial, "▲", "This formula needs four bids: the three here have no value for it.");
    }
}

static void add_gates(struct trial *trial)
{
    struct text_builder ids;
    size_t count = trial->result->gate_count;
    text_builder_init(&ids, trial->arena);
    for (size_t g = 0; g < count && g < GATES_MOST; g++) {
        text_add_format(&ids, "%s%s", g == 0 ? ": " : ", ",
                        trial->criteria->items[trial->result->gates[g]].id);
    }
    const char *more = count > GATES_MOST
                           ? arena_format(trial->arena, " and %zu more", count - GATES_MOST)
                           : "";
    add_line(trial, "·",
             count == 0 ? "Nothing is mandatory."
                        : arena_format(trial->arena, "%s%s%s.",
                                       text_counted(trial->arena, count, "mandatory requirement",
                                                    "mandatory requirements"),
                                       ids.text, more));
}

const char *trial_text(struct arena *arena, const struct project *project)
{
    struct project made_up = trial_project(arena, project);
    struct settings settings = settings_of(&made_up);
    struct result result = score_project(arena, &made_up, &settings);
    struct trial trial = {.arena = arena,
                          .criteria = &made_up.evaluation.criteria,
                          .rules = &made_up.evaluation.rules,
                          .result = &result};
    text_builder_init(&trial.text, arena);
    add_table(&trial);
    add_pair(&trial, TRIAL_BEST, TRIAL_MIDDLING);
    add_pair(&trial, TRIAL_MIDDLING, TRIAL_CHEAPEST);
    for (size_t b = 0; b < TRIAL_COUNT; b++) {
        add_outcome(&trial, (enum trial_bid)b);
    }
    add_reach(&trial);
    add_price(&trial);
    add_gates(&trial);
    text_add(&trial.text, "\n");
    return trial.text.text;
}
