#include "report/debrief_text.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "report/answer_words.h"
#include "report/markdown_plain.h"
#include "report/panel_words.h"
#include "report/signs.h"
#include "score/award.h"

#include <string.h>

const char DEBRIEF_MARK[] = "<!-- vouch score --debrief -->\n";

/* One document being written. */
struct debrief {
    struct arena *arena;
    struct text_builder text;
    const struct result *result;
    const struct criteria *criteria;
    const struct scored_offer *offer;
    const struct scored_offer *best; // the successful one; NULL: it is this one, none, or not told
};

static const char *plain(struct debrief *debrief, const char *text)
{
    return markdown_plain(debrief->arena, text);
}

static const char *score_text(struct debrief *debrief, const struct item_score *score)
{
    int decimals = debrief->result->project->evaluation.rules.decimals;
    return score->in_sum ? number_fixed(debrief->arena, score->evidenced * 100, decimals) : "n/a";
}

static const char *published_text(struct debrief *debrief, const struct scored_offer *offer)
{
    int decimals = debrief->result->project->evaluation.rules.decimals;
    return offer->has_total ? number_fixed(debrief->arena, offer->published, decimals) : "n/a";
}

/* The one that was chosen, else the one that ranks first; as far as this vendor may know. */
static const struct scored_offer *best_of(const struct result *result,
                                          const struct scored_offer *offer)
{
    const struct award award = award_of(result);
    const struct scored_offer *best = award.scored;
    if (result->project->evaluation.rules.debrief == DEBRIEF_OWN_ONLY) {
        return NULL;
    }
    if (award.chosen == NULL && result->has_leader) {
        best = &result->offers[result->leader];
    }
    return best == offer ? NULL : best;
}

static void add_head(struct debrief *debrief)
{
    const struct scored_offer *offer = debrief->offer;
    const struct evaluation *evaluation = &debrief->result->project->evaluation;
    size_t ranked = result_ranked_count(debrief->result);
    text_add_format(&debrief->text, "%s# %s: the result of %s\n\n", DEBRIEF_MARK,
                    plain(debrief, evaluation->title), plain(debrief, offer->offer->name));
    if (date_is_given(evaluation->as_of)) {
        text_add_format(&debrief->text, "Position as at %s.\n\n",
                        date_text(debrief->arena, evaluation->as_of));
    }
    if (debrief->result->provisional_count > 0) {
        text_add(&debrief->text, "**PROVISIONAL**: this result is not final.\n\n");
    }
    text_add_format(&debrief->text, "Outcome: %s. ", outcome_word(offer->outcome));
    if (offer->ranked) {
        text_add_format(&debrief->text, "Rank %zu%s of %zu, with %s of 100.\n", offer->rank,
                        offer->shares_rank ? " (shared)" : "", ranked,
                        published_text(debrief, offer));
    } else {
        text_add(&debrief->text, "It has no rank.\n");
    }
    if (debrief->best != NULL) {
        const struct award award = award_of(debrief->result);
        text_add_format(
            &debrief->text, "\n%s: %s, %s, with %s of 100.\n",
            award.chosen == NULL ? "The offer that ranks first" : "The successful offer",
            plain(debrief, debrief->best->offer->name), outcome_word(debrief->best->outcome),
            published_text(debrief, debrief->best));
    }
}

static void add_score_row(struct debrief *debrief, const char *name, size_t item)
{
    text_add_format(&debrief->text, "| %s | %s | %s |", name,
                    number_fixed(debrief->arena, 100 * debrief->result->shares[item], 1),
                    score_text(debrief, &debrief->offer->items[item]));
    text_add_format(&debrief->text, debrief->best == NULL ? "\n" : " %s |\n",
                    debrief->best == NULL ? "" : score_text(debrief, &debrief->best->items[item]));
}

static void add_scores(struct debrief *debrief)
{
    const struct award award = award_of(debrief->result);
    text_add(&debrief->text, "\n## Scores\n\n| Section | Weight | Your score |");
    if (debrief->best == NULL) {
        text_add(&debrief->text, "\n|---|---:|---:|\n");
    } else {
        text_add_format(&debrief->text, " %s |\n|---|---:|---:|---:|\n",
                        award.chosen == NULL ? "First in rank" : "Successful offer");
    }
    for (size_t i = 1; i < debrief->criteria->count; i++) {
        const struct item *item = &debrief->criteria->items[i];
        if (item->depth == 1) {
            add_score_row(debrief, plain(debrief, item->title), i);
        }
    }
    add_score_row(debrief, "Total", 0);
}

/* Why a requirement came out so, without what was waived for others. */
static const char *gate_why(struct debrief *debrief, const struct gate_score *gate)
{
    const char *others = strstr(gate->why, "; it is waived for ");
    return others == NULL ? gate->why
                          : arena_text(debrief->arena, gate->why, (size_t)(others - gate->why));
}

static void add_gates(struct debrief *debrief)
{
    for (size_t g = 0; g < debrief->result->gate_count; g++) {
        const struct gate_score *gate = &debrief->offer->gates[g];
        const struct item *item = &debrief->criteria->items[gate->item];
        text_add(&debrief->text, g == 0 ? "\n## Mandatory requirements\n\n" : "");
        text_add_format(&debrief->text, "- %s %s %s: %s (%s)\n", gate_sign(gate->result), item->id,
                        plain(debrief, item->title), gate_result_word(gate->result),
                        plain(debrief, gate_why(debrief, gate)));
    }
}

static void add_conditions(struct debrief *debrief)
{
    bool headed = false;
    for (size_t i = 0; i < debrief->offer->condition_count; i++) {
        const struct condition *condition = &debrief->offer->conditions[i];
        if (condition->closed) {
            continue;
        }
        text_add(&debrief->text, headed ? "" : "\n## Terms that a contract would hold\n\n");
        headed = true;
        text_add_format(&debrief->text, "- %s (%s%s)\n", plain(debrief, condition->text),
                        debrief->criteria->items[condition->item].id,
                        condition->must ? ", must" : "");
    }
}

/* What was found: of the panel its level and the moderated reason, without who said what. */
static const char *found_words(struct debrief *debrief, const struct answer_view *view)
{
    const struct panel_score *panel = debrief->offer->criteria[view->item].panel;
    if (panel == NULL || !panel->has_level) {
        return answer_found(view);
    }
    const char *because = panel->moderated == NULL ? "" : panel->moderated->because;
    return arena_format(debrief->arena, "The panel's level is %s%s%s%s",
                        panel_level_words(debrief->arena, panel),
                        panel->moderated == NULL ? "" : ": ", because, text_stop(because));
}

static void add_criterion(struct debrief *debrief, size_t index)
{
    const struct item *item = &debrief->criteria->items[index];
    const struct item_score *score = &debrief->offer->items[index];
    const struct answer_view view = {.arena = debrief->arena,
                                     .criteria = debrief->criteria,
                                     .offer = debrief->offer,
                                     .item = index};
    const char *said = answer_said(&view);
    const char *clarified = answer_clarified(&view);
    text_add_format(&debrief->text, "- **%s %s**: your answer: %s%s%s%s ", item->id,
                    plain(debrief, item->title), plain(debrief, said),
                    clarified == NULL ? "" : ", ", clarified == NULL ? "" : clarified,
                    text_stop(clarified == NULL ? said : clarified));
    if (!score->in_sum) {
        text_add_format(&debrief->text, "It is not in the sum (%s).\n", answer_plain_state(&view));
        return;
    }
    const char *found = found_words(debrief, &view);
    if (text_stop(found)[0] == '\0') { // else it only says that there was nothing to find
        text_add_format(&debrief->text, "%s ", plain(debrief, found));
    }
    if (debrief->offer->criteria[index].has_grade) {
        text_add_format(&debrief->text, "Grade of proof: %s. ",
                        grade_word(debrief->offer->criteria[index].grade));
    }
    text_add_format(&debrief->text, "Score %s of 100: %s of %s points.\n",
                    number_fixed(debrief->arena, score->evidenced * 100, 2),
                    number_fixed(debrief->arena, score->points, 2),
                    number_fixed(debrief->arena, score->share * 100, 2));
}

static void add_reasons(struct debrief *debrief)
{
    text_add(&debrief->text, "\n## Reasons, question by question\n\n");
    for (size_t i = 1; i < debrief->criteria->count; i++) {
        const struct item *item = &debrief->criteria->items[i];
        if (item_is_criterion(item)) {
            add_criterion(debrief, i);
        } else {
            bool behind_answers = i > 1 && item_is_criterion(&debrief->criteria->items[i - 1]);
            text_add_format(&debrief->text, "%s### %s %s\n\n", behind_answers ? "\n" : "", item->id,
                            plain(debrief, item->title));
        }
    }
}

const char *debrief_text(struct arena *arena, const struct result *result, size_t offer)
{
    struct debrief debrief = {.arena = arena,
                              .result = result,
                              .criteria = &result->project->evaluation.criteria,
                              .offer = &result->offers[offer],
                              .best = best_of(result, &result->offers[offer])};
    text_builder_init(&debrief.text, arena);
    add_head(&debrief);
    add_scores(&debrief);
    add_gates(&debrief);
    add_conditions(&debrief);
    add_reasons(&debrief);
    return debrief.text.text;
}
