#include "report/markdown.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "report/award_words.h"
#include "report/markdown_plain.h"
#include "report/plan_text.h"
#include "report/register_words.h"
#include "report/signs.h"
#include "score/award.h"
#include "score/result.h"

/* A score of the total, or that there is none. */
static const char *total_text(struct arena *arena, const struct scored_offer *offer, double share,
                              int decimals)
{
    return offer->has_total ? number_fixed(arena, share * 100, decimals) : "n/a";
}

static void add_ranking(struct arena *arena, struct text_builder *text, const struct result *result)
{
    int decimals = result->project->evaluation.rules.decimals;
    text_add(text, "| Rank | Vendor | Evidenced | Proven | Claimed | Outcome |\n"
                   "|---:|---|---:|---:|---:|---|\n");
    for (size_t i = 0; i < result->offer_count; i++) {
        const struct scored_offer *offer = &result->offers[result->order[i]];
        const char *rank = offer->ranked ? arena_format(arena, "%zu%s", offer->rank,
                                                        offer->shares_rank ? "=" : "")
                                         : "–";
        text_add_format(text, "| %s | %s | %s | %s | %s | %s %s%s |\n", rank,
                        markdown_plain(arena, offer->offer->name),
                        offer->has_total ? number_fixed(arena, offer->published, decimals) : "n/a",
                        total_text(arena, offer, offer->items[0].proven, decimals),
                        total_text(arena, offer, offer->items[0].claimed, decimals),
                        outcome_sign(offer->outcome), outcome_word(offer->outcome),
                        offer->preferred ? ", preferred" : "");
    }
}

static void add_gates(struct arena *arena, struct text_builder *text, const struct result *result)
{
    const struct criteria *criteria = &result->project->evaluation.criteria;
    bool headed = false;
    for (size_t i = 0; i < result->offer_count; i++) {
        const struct scored_offer *offer = &result->offers[result->order[i]];
        for (size_t g = 0; g < result->gate_count; g++) {
            const struct gate_score *gate = &offer->gates[g];
            if (gate->result == GATE_MET) {
                continue;
            }
            text_add(text, headed ? "" : "\n## Mandatory requirements not simply met\n\n");
            headed = true;
            text_add_format(text, "- %s %s, %s: %s (%s)\n", gate_sign(gate->result),
                            markdown_plain(arena, offer->offer->name),
                            criteria->items[gate->item].id, gate_result_word(gate->result),
                            markdown_plain(arena, gate->why));
        }
    }
}

static void add_conditions(struct arena *arena, struct text_builder *text,
                           const struct result *result)
{
    const struct criteria *criteria = &result->project->evaluation.criteria;
    const struct scored_offer *partner = award_partner(result);
    if (partner == NULL) {
        return;
    }
    bool headed = false;
    for (size_t i = 0; i < partner->condition_count; i++) {
        const struct condition *condition = &partner->conditions[i];
        if (condition->closed) {
            continue;
        }
        if (!headed) {
            text_add_format(text, "\n## Before signing with %s\n\n",
                            markdown_plain(arena, partner->offer->name));
            headed = true;
        }
        text_add_format(text, "- %s (%s%s, %s points)\n", markdown_plain(arena, condition->text),
                        criteria->items[condition->item].id, condition->must ? ", must" : "",
                        number_fixed(arena, condition->points, 2));
    }
}

/* Whether the plan is the one that was fixed, and each change since. */
static void add_plan(struct arena *arena, struct text_builder *text, const struct result *result)
{
    const struct plan_check *plan = &result->project->plan;
    const char *line = plan_line_text(arena, result);
    if (line == NULL) {
        return;
    }
    text_add_format(text, "%s%s.\n\n", plan->change_count > 0 ? "**WHAT-IF**: " : "",
                    markdown_plain(arena, line));
    for (size_t i = 0; i < plan->change_count; i++) {
        text_add_format(text, "- %s\n",
                        markdown_plain(arena, plan_change_text(arena, &plan->changes[i])));
    }
    const char *as_fixed = plan_as_fixed_text(arena, result);
    if (as_fixed != NULL) {
        text_add_format(text, "- %s\n", markdown_plain(arena, as_fixed));
    }
    text_add(text, plan->change_count > 0 ? "\n" : "");
}

/* Late ones, accepted or not, and those that withdrew. */
static void add_register(struct arena *arena, struct text_builder *text,
                         const struct result *result)
{
    const struct project *project = result->project;
    bool headed = false;
    for (size_t i = 0; i < project->offer_count; i++) {
        const struct offer *offer = &project->offers[i];
        if (!register_tells(offer)) {
            continue;
        }
        const char *reason = register_reason(arena, offer);
        text_add(text, headed ? "" : "\n## Late or withdrawn\n\n");
        headed = true;
        text_add_format(text, "- %s: %s (%s)\n", markdown_plain(arena, offer->name),
                        register_state(offer),
                        markdown_plain(arena, reason == NULL ? "no reason given" : reason));
    }
}

static void add_award(struct arena *arena, struct text_builder *text, const struct result *result)
{
    const struct award award = award_of(result);
    const char *label = award_label(&award);
    if (label != NULL) {
        text_add_format(text, "**%s**: %s\n\n", label,
                        markdown_plain(arena, award_sentence(arena, result, &award)));
    }
}

const char *markdown_text(struct arena *arena, const struct result *result)
{
    const struct evaluation *evaluation = &result->project->evaluation;
    struct text_builder text;
    text_builder_init(&text, arena);
    text_add_format(&text, "# %s\n\n", markdown_plain(arena, evaluation->title));
    if (date_is_given(evaluation->as_of)) {
        text_add_format(&text, "Position as at %s.\n\n", date_text(arena, evaluation->as_of));
    }
    for (size_t i = 0; i < result->provisional_count; i++) {
        text_add_format(&text, "**PROVISIONAL**: %s\n\n",
                        markdown_plain(arena, result->provisional[i]));
    }
    add_plan(arena, &text, result);
    add_award(arena, &text, result);
    add_ranking(arena, &text, result);
    add_gates(arena, &text, result);
    add_conditions(arena, &text, result);
    add_register(arena, &text, result);
    return text.text;
}
