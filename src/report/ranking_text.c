#include "report/ranking_text.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "report/award_words.h"
#include "report/claims_text.h"
#include "report/evidence_counts.h"
#include "report/plan_text.h"
#include "report/price_text.h"
#include "report/register_words.h"
#include "report/signs.h"
#include "report/wrap.h"
#include "score/award.h"
#include "score/expiry.h"
#include "score/publish.h"
#include "score/result.h"

#include <math.h>

enum {
    WIDTH = 80,
    NAME_COLUMNS = 17,
    BAR_COLUMNS = 20,
    LISTED_MOST = 12, // lines of a list; the rest is counted
    MARKS_MOST = 3,
    EXPIRING_MOST = 5,
    TITLE_COLUMNS = 60,
};

/* What all parts need. */
struct page {
    struct arena *arena;
    struct text_builder text;
    const struct result *result;
    const struct palette *palette;
};

static const char *colour_of(const struct palette *palette, enum outcome outcome)
{
    switch (outcome) {
    case OUTCOME_ACCEPTABLE:
        return palette->good;
    case OUTCOME_CONDITIONS:
    case OUTCOME_INCOMPLETE:
        return palette->warn;
    case OUTCOME_EXCLUDED:
    case OUTCOME_NOT_ACCEPTABLE:
        return palette->bad;
    }
    return "";
}

static void add_wrapped(struct page *page, const char *first, const char *start, const char *text)
{
    wrap_text(&page->text, WIDTH, first, start, text);
}

static void add_heading(struct page *page, const char *heading)
{
    text_add_format(&page->text, "\n%s%s%s\n", page->palette->bold, heading, page->palette->end);
}

/* Proven, shown and claimed on one bar of twenty cells: `█` proven, `▒` counts, `·` claimed only.
 */
static const char *bar_of(struct arena *arena, const struct item_score *total)
{
    struct text_builder bar;
    text_builder_init(&bar, arena);
    for (int cell = 0; cell < BAR_COLUMNS; cell++) {
        double middle = (cell + 0.5) / BAR_COLUMNS;
        const char *sign = " ";
        if (middle < total->proven) {
            sign = "█";
        } else if (middle < total->evidenced) {
            sign = "▒";
        } else if (middle < total->claimed) {
            sign = "·";
        }
        text_add(&bar, sign);
    }
    return bar.text;
}

static void add_padded(struct page *page, const char *text, size_t columns)
{
    const char *brief = text_brief(page->arena, text, columns);
    text_add(&page->text, brief);
    for (size_t used = text_columns(brief); used < columns; used++) {
        text_add(&page->text, " ");
    }
}

static void add_offer(struct page *page, const struct scored_offer *offer)
{
    const struct item_score *total = &offer->items[0];
    struct arena *arena = page->arena;
    const struct palette *palette = page->palette;
    bool first = offer->ranked && offer->rank == 1;
    const char *rank = offer->ranked ? arena_format(arena, "%zu%s", offer->rank,
                                                    offer->shares_rank ? "=" : "")
                                     : "–";
    text_add(&page->text, first ? palette->bold : "");
    add_padded(page, rank, 3);
    add_padded(page, offer->offer->name, NAME_COLUMNS);
    text_add(&page->text, first ? palette->end : "");
    int decimals = page->result->project->evaluation.rules.decimals;
    text_add_format(&page->text, " %6s %s %5s %6s ",
                    offer->has_total
                        ? number_fixed(arena, offer->published, decimals > 2 ? 2 : decimals)
                        : "n/a",
                    bar_of(arena, total),
                    offer->has_total ? number_fixed(arena, total->proven * 100, 1) : "n/a",
                    offer->has_total ? number_fixed(arena, total->claimed * 100, 1) : "n/a");
    text_add_format(&page->text, "%s%s %s%s\n", colour_of(palette, offer->outcome),
                    outcome_sign(offer->outcome), outcome_short_word(offer->outcome), palette->end);
}

static void add_ranking(struct page *page)
{
    text_add(&page->text, page->palette->dim);
    add_padded(page, "", 3);
    add_padded(page, "Vendor", NAME_COLUMNS);
    text_add_format(&page->text, " %6s %-20s %s %s %s%s\n", "Score", "0        50      100",
                    "Prov.", "Claims", "Outcome", page->palette->end);
    for (size_t i = 0; i < page->result->offer_count; i++) {
        add_offer(page, &page->result->offers[page->result->order[i]]);
    }
    text_add_format(&page->text,
                    "%s   █ proven  ▒ shown or stated, as far as it counts  · claimed%s\n",
                    page->palette->dim, page->palette->end);
}

/* "Acme and Globex", "Acme, Globex and Initech": those who share a rank, in order. */
static const char *sharers_of(struct arena *arena, const struct result *result, size_t rank)
{
    size_t count = 0;
    for (size_t i = 0; i < result->offer_count; i++) {
        count += result->offers[i].rank == rank ? 1 : 0;
    }
    struct text_builder names;
    text_builder_init(&names, arena);
    size_t listed = 0;
    for (size_t i = 0; i < result->offer_count && listed < LISTED_MOST; i++) {
        const struct scored_offer *offer = &result->offers[result->order[i]];
        if (offer->rank == rank) {
            listed++;
            text_add_format(&names, "%s%s",
                            listed == 1       ? ""
                            : listed == count ? " and "
                                              : ", ",
                            offer->offer->name);
        }
    }
    if (count > listed) {
        text_add_format(&names, " and %zu more", count - listed);
    }
    return names.text;
}

/* The scores of those who share the first rank: of one where all have it; of each of two, or from
 * the lowest to the highest, where the margin makes a tie. */
static const char *shared_scores(struct arena *arena, const struct result *result)
{
    const struct scored_offer *leader = &result->offers[result->leader];
    int decimals = result->project->evaluation.rules.decimals;
    size_t count = 0;
    double low = leader->published;
    double high = leader->published;
    const struct scored_offer *last = leader;
    for (size_t i = 0; i < result->offer_count; i++) {
        const struct scored_offer *offer = &result->offers[result->order[i]];
        if (offer->ranked && offer->rank == leader->rank) {
            count++;
            low = fmin(low, offer->published);
            high = fmax(high, offer->published);
            last = offer;
        }
    }
    if (publish_units(low, decimals) == publish_units(high, decimals)) {
        return arena_format(arena, "%s has %s", leader->offer->name,
                            number_fixed(arena, leader->published, decimals));
    }
    return count == 2
               ? arena_format(arena, "%s has %s, %s %s", leader->offer->name,
                              number_fixed(arena, leader->published, decimals), last->offer->name,
                              number_fixed(arena, last->published, decimals))
               : arena_format(arena, "they have %s to %s", number_fixed(arena, low, decimals),
                              number_fixed(arena, high, decimals));
}

/* Who comes first, and by what. Requires: there is a leader. */
static const char *leader_sentence(struct arena *arena, const struct result *result)
{
    const struct scored_offer *leader = &result->offers[result->leader];
    const char *name = leader->offer->name;
    int decimals = result->project->evaluation.rules.decimals;
    const char *score = number_fixed(arena, leader->published, decimals);
    if (leader->shares_rank) {
        return arena_format(arena, "%s share the first rank; %s.",
                            sharers_of(arena, result, leader->rank), shared_scores(arena, result));
    }
    const struct scored_offer *second = result->offer_count > 1 ? &result->offers[result->order[1]]
                                                                : NULL;
    if (second == NULL || !second->ranked) {
        return arena_format(arena, "%s is the only vendor ranked, with %s.", name, score);
    }
    if (leader->rank_by_tie_rule && !(result->lead > 0)) {
        return arena_format(arena, "%s ranks first with %s, before %s with %s by the tie rule.",
                            name, score, second->offer->name,
                            number_fixed(arena, second->published, decimals));
    }
    return arena_format(arena, "%s ranks first with %s, %s ahead of %s%s%s.", name, score,
                        number_fixed(arena, result->lead, decimals), second->offer->name,
                        result->narrow ? ": a narrow lead" : "",
                        leader->rank_by_tie_rule ? ", and by the tie rule" : "");
}

/* The criteria on which one level would do it (RULES 8). */
static void add_one_marks(struct page *page)
{
    const struct result *result = page->result;
    if (result->one_mark_count == 0) {
        return;
    }
    struct text_builder list;
    text_builder_init(&list, page->arena);
    size_t listed = result->one_mark_count < MARKS_MOST ? result->one_mark_count : MARKS_MOST;
    for (size_t i = 0; i < listed; i++) {
        const struct one_mark *mark = &result->one_marks[i];
        text_add_format(&list, "%s%s of %s", i > 0 ? ", " : "",
                        result->project->evaluation.criteria.items[mark->item].id,
                        result->offers[mark->offer].offer->name);
    }
    if (result->one_mark_count > listed) {
        text_add_format(&list, " and %zu more", result->one_mark_count - listed);
    }
    add_wrapped(page, "", "",
                arena_format(page->arena, "One level would change who leads: %s.", list.text));
}

/* What is to be seen of prices: losers that turn the lead, bids to ask about. */
static void add_prices(struct page *page)
{
    const struct result *result = page->result;
    for (size_t i = 0; i < result->price_turn_count; i++) {
        add_wrapped(page, "", "", price_turn_text(page->arena, result, &result->price_turns[i]));
    }
    struct price_place place = {0, 0};
    while (price_next_low(result, &place)) {
        add_wrapped(page, "", "",
                    arena_format(page->arena, "Ask %s how its price is made up: %s.",
                                 result->offers[place.offer].offer->name,
                                 price_low_text(page->arena, result, place.offer, place.item)));
    }
}

/* How sure that is: proof alone against claims taken at their word (RULES 5). */
static void add_certainty(struct page *page)
{
    const struct result *result = page->result;
    const struct scored_offer *leader = &result->offers[result->leader];
    const struct item_score *total = &leader->items[0];
    int decimals = result->project->evaluation.rules.decimals;
    if (total->evidenced > 0) {
        double unproven = 100 * (1 - total->proven / total->evidenced);
        add_wrapped(page, "", "",
                    arena_format(page->arena,
                                 "%s %% of the score of %s is not independently proven.",
                                 number_fixed(page->arena, unproven, 0), leader->offer->name));
    }
    const struct scored_offer *second = result->offer_count > 1 ? &result->offers[result->order[1]]
                                                                : NULL;
    if (second != NULL && second->ranked) {
        add_wrapped(page, "", "",
                    arena_format(page->arena,
                                 "On proof alone %s has %s; if all is true, %s has %s.",
                                 leader->offer->name,
                                 number_fixed(page->arena, total->proven * 100, decimals),
                                 second->offer->name,
                                 number_fixed(page->arena, second->items[0].high * 100, decimals)));
    }
}

static void add_leader(struct page *page)
{
    const struct result *result = page->result;
    if (!result->has_leader) {
        add_wrapped(page, "", "", "No vendor can be ranked.");
        return;
    }
    add_wrapped(page, "", "", leader_sentence(page->arena, result));
    add_certainty(page);
    add_one_marks(page);
    add_prices(page);
}

static void add_gates(struct page *page)
{
    const struct result *result = page->result;
    size_t listed = 0;
    size_t left = 0;
    for (size_t i = 0; i < result->offer_count; i++) {
        const struct scored_offer *offer = &result->offers[result->order[i]];
        for (size_t g = 0; g < result->gate_count; g++) {
            const struct gate_score *gate = &offer->gates[g];
            if (gate->result == GATE_MET) {
                continue;
            }
            if (listed == LISTED_MOST) {
                left++;
                continue;
            }
            if (listed == 0) {
                add_heading(page, "Mandatory requirements not simply met");
            }
            listed++;
            const char *id = result->project->evaluation.criteria.items[gate->item].id;
            add_wrapped(page, arena_format(page->arena, "  %s ", gate_sign(gate->result)), "    ",
                        arena_format(page->arena, "%s, %s: %s (%s)", offer->offer->name, id,
                                     gate_result_word(gate->result), gate->why));
        }
    }
    if (left > 0) {
        text_add_format(&page->text, "    %zu more on Comparison\n", left);
    }
}

static void add_conditions(struct page *page)
{
    const struct result *result = page->result;
    const struct scored_offer *partner = award_partner(result);
    if (partner == NULL) {
        return;
    }
    size_t listed = 0;
    size_t open = 0;
    for (size_t i = 0; i < partner->condition_count; i++) {
        open += !partner->conditions[i].closed;
    }
    for (size_t i = 0; i < partner->condition_count && listed < 3; i++) {
        const struct condition *condition = &partner->conditions[i];
        if (condition->closed) {
            continue;
        }
        if (listed == 0) {
            add_heading(page, arena_format(page->arena, "Before signing with %s",
                                           text_brief(page->arena, partner->offer->name, 40)));
        }
        listed++;
        const char *id = result->project->evaluation.criteria.items[condition->item].id;
        add_wrapped(page, arena_format(page->arena, "  %zu ", listed), "    ",
                    arena_format(page->arena, "%s (%s%s)", condition->text, id,
                                 condition->must ? ", must" : ""));
    }
    if (open > listed) {
        text_add_format(&page->text, "    %zu more on sheet Conditions\n", open - listed);
    }
}

static void add_claims(struct page *page)
{
    const char *claims = claims_text(page->arena, page->result);
    if (claims[0] != '\0') {
        add_heading(page, "Claims");
        text_add(&page->text, claims);
    }
}

struct missing {
    size_t unanswered, declined, open;
};

static struct missing missing_of(const struct result *result, const struct scored_offer *offer)
{
    const struct criteria *criteria = &result->project->evaluation.criteria;
    struct missing missing = {0};
    for (size_t i = 1; i < criteria->count; i++) {
        if (!item_is_criterion(&criteria->items[i])) {
            continue;
        }
        const struct criterion_score *score = &offer->criteria[i];
        missing.unanswered += score->state == STATE_UNANSWERED;
        missing.declined += score->state == STATE_DECLINED;
        bool sealed = result->without_price && item_is_price(&criteria->items[i]);
        missing.open += score->state == STATE_NOT_YET_SCORED && !sealed;
    }
    return missing;
}

static void add_count(struct arena *arena, struct text_builder *list, size_t count,
                      const char *what)
{
    if (count > 0) {
        text_add(list, arena_format(arena, "%s%zu %s", list->length == 0 ? "" : ", ", count, what));
    }
}

/* What one offer lacks, as a list; empty where it lacks nothing. */
static const char *missing_list(struct page *page, const struct scored_offer *offer)
{
    struct missing missing = missing_of(page->result, offer);
    struct text_builder list;
    text_builder_init(&list, page->arena);
    add_count(page->arena, &list, missing.unanswered, "without an answer");
    add_count(page->arena, &list, missing.declined, "declined");
    add_count(page->arena, &list, missing.open, "not yet scored by us");
    struct evidence_counts evidence = evidence_counts_of(page->result, offer->offer);
    add_count(page->arena, &list, evidence.not_received,
              evidence.not_received == 1 ? "piece of evidence not received"
                                         : "pieces of evidence not received");
    add_count(page->arena, &list, evidence.unopened,
              evidence.not_received > 0 ? "not opened by us"
              : evidence.unopened == 1  ? "piece of evidence not opened by us"
                                        : "pieces of evidence not opened by us");
    if (offer->compared_in_part) {
        text_add_format(&list, "%scompared on %s of 100", list.length == 0 ? "" : ", ",
                        number_fixed(page->arena, offer->compared_share * 100, 0));
    }
    return list.text;
}

static void add_missing_line(struct page *page, const char *name, const char *what, bool *headed)
{
    if (what[0] == '\0') {
        return;
    }
    if (!*headed) {
        add_heading(page, "What is missing");
        *headed = true;
    }
    add_wrapped(page, "  ", "    ", arena_format(page->arena, "%s: %s", name, what));
}

static void add_missing(struct page *page)
{
    const struct result *result = page->result;
    bool headed = false;
    for (size_t i = 0; i < result->offer_count; i++) {
        const struct scored_offer *offer = &result->offers[result->order[i]];
        add_missing_line(page, offer->offer->name, missing_list(page, offer), &headed);
    }
}

/* Who came late, accepted or not, and who withdrew. */
static void add_register(struct page *page)
{
    const struct project *project = page->result->project;
    bool headed = false;
    for (size_t i = 0; i < project->offer_count; i++) {
        const struct offer *offer = &project->offers[i];
        bool withdrew = offer->state == OFFER_WITHDRAWN;
        if (!register_tells(offer)) {
            continue;
        }
        if (!headed) {
            add_heading(page, "Late or withdrawn");
            headed = true;
        }
        const char *what = withdrew                     ? "withdrawn"
                           : offer->state == OFFER_LATE ? "late, and not scored"
                                                        : "late, and accepted";
        const char *reason = register_reason(page->arena, offer);
        bool is_plain = offer->state == OFFER_LATE; // the reason says no more
        add_wrapped(page, "  ", "    ",
                    arena_format(page->arena, "%s: %s%s%s", offer->name, what,
                                 is_plain   ? ""
                                 : withdrew ? " "
                                            : ": ",
                                 is_plain ? "" : reason));
    }
}

/* Whether the plan is the one that was fixed; if not, each change, and who would lead by it. */
static void add_plan(struct page *page)
{
    const struct plan_check *plan = &page->result->project->plan;
    const char *line = plan_line_text(page->arena, page->result);
    if (line == NULL) {
        return;
    }
    bool changed = plan->state == PLAN_CHANGED;
    text_add(&page->text, changed ? page->palette->warn : "");
    add_wrapped(page, plan->change_count > 0 ? "WHAT-IF: " : "", "         ", line);
    text_add(&page->text, changed ? page->palette->end : "");
    for (size_t i = 0; i < plan->change_count; i++) {
        add_wrapped(page, "  ≠ ", "    ", plan_change_text(page->arena, &plan->changes[i]));
    }
    const char *as_fixed = plan_as_fixed_text(page->arena, page->result);
    if (as_fixed != NULL) {
        add_wrapped(page, "  = ", "    ", as_fixed);
    }
}

/* What was decided, in front of everything but the reasons why the result is provisional. */
static void add_award(struct page *page)
{
    const struct award award = award_of(page->result);
    const char *label = award_label(&award);
    if (label == NULL) {
        return;
    }
    bool is_final = award.state == AWARD_FINAL;
    text_add(&page->text, is_final ? page->palette->good : page->palette->warn);
    add_wrapped(page, arena_format(page->arena, "%s: ", label), "  ",
                award_sentence(page->arena, page->result, &award));
    text_add(&page->text, page->palette->end);
}

/* What has to be renewed soon. */
static void add_expiring(struct page *page)
{
    size_t count = 0;
    const struct expiring *expiring = expiry_find(page->arena, page->result, EXPIRY_DAYS, &count);
    if (count == 0) {
        return;
    }
    add_heading(page, arena_format(page->arena, "Runs out within %d days", EXPIRY_DAYS));
    for (size_t i = 0; i < count && i < EXPIRING_MOST; i++) {
        const char *name = page->result->offers[expiring[i].offer].offer->name;
        const char *points = number_fixed(page->arena, expiring[i].points, 2);
        add_wrapped(page, "  ", "    ",
                    arena_format(page->arena, "%s: %s, %s; %s points rest on it", name,
                                 text_brief(page->arena, expiring_title(page->result, &expiring[i]),
                                            TITLE_COLUMNS),
                                 date_text(page->arena, expiring[i].last), points));
    }
    if (count > EXPIRING_MOST) {
        text_add_format(&page->text, "    %zu more\n", count - EXPIRING_MOST);
    }
}

const char *ranking_text(struct arena *arena, const struct result *result,
                         const struct palette *palette)
{
    struct page page = {.arena = arena, .result = result, .palette = palette};
    text_builder_init(&page.text, arena);
    const struct evaluation *evaluation = &result->project->evaluation;
    const char *as_of = date_is_given(evaluation->as_of)
                            ? arena_format(arena, ", position as at %s",
                                           date_text(arena, evaluation->as_of))
                            : "";
    text_add(&page.text, palette->bold);
    add_wrapped(&page, "", "", arena_format(arena, "%s%s", evaluation->title, as_of));
    text_add(&page.text, palette->end);
    for (size_t i = 0; i < result->provisional_count; i++) {
        text_add(&page.text, palette->warn);
        add_wrapped(&page, i == 0 ? "PROVISIONAL: " : "       also: ", "             ",
                    result->provisional[i]);
        text_add(&page.text, palette->end);
    }
    add_plan(&page);
    add_award(&page);
    text_add(&page.text, "\n");
    add_ranking(&page);
    text_add(&page.text, "\n");
    add_leader(&page);
    add_gates(&page);
    add_conditions(&page);
    add_claims(&page);
    add_missing(&page);
    add_register(&page);
    add_expiring(&page);
    return page.text.text;
}
