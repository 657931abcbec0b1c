#include "report/headline_text.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "report/award_words.h"
#include "report/evidence_counts.h"
#include "report/measure.h"
#include "score/publish.h"

enum { ASK_PIXELS = 900 };

static bool has_two(const struct summary_page *page)
{
    return page->ranked > 1;
}

/* The terms on which the first is acceptable: the open ones that must be agreed; where there are
 * none, all that are open. */
static size_t deciding_terms(const struct scored_offer *offer)
{
    size_t open = 0;
    size_t musts = 0;
    for (size_t i = 0; i < offer->condition_count; i++) {
        open += !offer->conditions[i].closed;
        musts += !offer->conditions[i].closed && offer->conditions[i].must;
    }
    return musts > 0 ? musts : open;
}

const char *headline_name(const struct scored_offer *offer)
{
    return offer == NULL ? "–" : offer->offer->name;
}

const char *headline_score(const struct summary_page *page, const struct scored_offer *offer)
{
    return offer->has_total ? summary_fixed(page, offer->published, page->decimals) : "n/a";
}

const char *headline_lead(const struct summary_page *page)
{
    // One alone comes first without more points: then the tie rule says so.
    if (published_within(page->result->lead, 0)) {
        return HEADLINE_BY_TIE_RULE;
    }
    return arena_format(page->arena, "%s%s", page->result->narrow ? "only " : "",
                        summary_fixed(page, page->result->lead, page->decimals));
}

const char *headline_who(const struct summary_page *page)
{
    struct arena *arena = page->arena;
    const char *name = headline_name(page->first);
    const char *score = headline_score(page, page->first);
    if (page->ranked == 0) {
        return "No vendor can be ranked";
    }
    if (page->leaders > 1) {
        return page->leaders == 2
                   ? arena_format(arena, "%s and %s share the first rank with %s of 100", name,
                                  headline_name(page->second), score)
                   : arena_format(arena, "%zu vendors share the first rank with %s of 100",
                                  page->leaders, score);
    }
    if (page->ranked == 1) {
        return arena_format(arena, "%s is the only vendor ranked, with %s of 100", name, score);
    }
    return arena_format(arena, "%s ranks first with %s of 100, %s ahead of %s", name, score,
                        headline_lead(page), headline_name(page->second));
}

const char *headline_terms(const struct summary_page *page)
{
    size_t terms = deciding_terms(page->first);
    return terms == 1 ? ", provided one term enters the contract."
                      : arena_format(page->arena, ", provided %s terms enter the contract.",
                                     text_count(page->arena, terms));
}

const char *headline_adds(const struct summary_page *page)
{
    if (page->ranked == 0) {
        return ": every offer is excluded or has no score.";
    }
    switch (page->first->outcome) {
    case OUTCOME_ACCEPTABLE:
        return ".";
    case OUTCOME_CONDITIONS:
        return headline_terms(page);
    case OUTCOME_INCOMPLETE:
        return ", but its answers are incomplete.";
    case OUTCOME_NOT_ACCEPTABLE:
        return ": no offer is acceptable.";
    case OUTCOME_EXCLUDED:
        break;
    }
    return ".";
}

const char *headline_unproven(const struct summary_page *page)
{
    const struct item_score *total = &page->first->items[0];
    double unproven = total->evidenced > 0 ? 100 * (1 - total->proven / total->evidenced) : 0;
    return summary_fixed(page, unproven, 0);
}

const char *headline_figure(const struct summary_page *page, const struct scored_offer *offer,
                            double share)
{
    return offer == NULL || !offer->has_total ? "n/a" : summary_fixed(page, share * 100, 1);
}

const char *headline_sure(const struct summary_page *page)
{
    if (page->ranked == 0) {
        return "Comparison shows why, requirement by requirement.";
    }
    const char *unproven = arena_format(
        page->arena, "%s %% of its score is not independently proven", headline_unproven(page));
    if (!has_two(page)) {
        return arena_format(page->arena, "%s.", unproven);
    }
    return arena_format(page->arena, "%s; if all its open claims were true, %s would reach %s.",
                        unproven, headline_name(page->second),
                        headline_figure(page, page->second, page->second->items[0].high));
}

const char *headline_proof(const struct summary_page *page)
{
    if (page->ranked == 0) {
        return "No score can be compared.";
    }
    const char *first = arena_format(
        page->arena, "On proof alone %s has %s", headline_name(page->first),
        headline_figure(page, page->first, page->first->items[0].proven));
    return has_two(page)
               ? arena_format(page->arena, "%s, %s %s.", first, headline_name(page->second),
                              headline_figure(page, page->second, page->second->items[0].proven))
               : arena_format(page->arena, "%s.", first);
}

const char *headline_prefix(const struct summary_page *page)
{
    if (page->result->provisional_count > 0) {
        return "PROVISIONAL: ";
    }
    const struct award award = award_of(page->result);
    if (award.state != AWARD_FINAL) {
        return "";
    }
    return award.departs ? "FINAL, against the ranking: " : "FINAL: ";
}

const char *headline_decision(const struct summary_page *page)
{
    const struct award award = award_of(page->result);
    const char *label = award_label(&award);
    if (label == NULL) {
        return NULL;
    }
    const char *sentence = award_sentence(page->arena, page->result, &award);
    return measure_cut_line(page->arena,
                            award.state == AWARD_FINAL
                                ? sentence
                                : arena_format(page->arena, "%s: %s", label, sentence),
                            11, ASK_PIXELS);
}

const char *headline_ask(const struct summary_page *page)
{
    if (page->result->provisional_count > 0) {
        const char *why = arena_format(page->arena, "None yet, the result is provisional: %s.",
                                       page->result->provisional[0]);
        return measure_cut_line(page->arena, why, 11, ASK_PIXELS);
    }
    if (page->what_if) {
        return "None: this is a what-if.";
    }
    if (page->ranked == 0 || page->first->outcome == OUTCOME_NOT_ACCEPTABLE) {
        return "Award to nobody; ask for better offers or change the requirements.";
    }
    if (page->leaders > 1) {
        return "Decide between the vendors that share the first rank.";
    }
    if (page->first->outcome == OUTCOME_INCOMPLETE) {
        return arena_format(page->arena, "Have %s complete its answers.",
                            headline_name(page->first));
    }
    return arena_format(page->arena, "Approve negotiation with %s%s.", headline_name(page->first),
                        page->first->outcome == OUTCOME_CONDITIONS ? " on the terms below" : "");
}

const char *headline_plan(const struct summary_page *page)
{
    const struct plan_check *plan = &page->result->project->plan;
    char code[PLAN_CODE_SIZE];
    if (plan->state == PLAN_NONE) {
        return "○ No plan fixed yet";
    }
    plan_code(plan->lock.digest, code);
    return arena_format(page->arena,
                        plan->altered ? "▲ Plan of %s, %s: lock edited" : "✓ Plan fixed %s, %s",
                        date_text(page->arena, plan->lock.locked.date), code);
}

const char *headline_received(const struct summary_page *page)
{
    const struct project *project = page->result->project;
    size_t received = 0;
    for (size_t i = 0; i < project->offer_count; i++) {
        const struct offer *offer = &project->offers[i];
        received += offer->state != OFFER_MISSING &&
                    (offer->response.source != NULL || offer->unopened != NULL);
    }
    return arena_format(page->arena, "%zu of %zu offers received", received, project->offer_count);
}

const char *headline_answered(const struct summary_page *page)
{
    size_t asked = 0;
    size_t answered = 0;
    for (size_t o = 0; o < page->result->offer_count; o++) {
        for (size_t i = 1; i < page->criteria->count; i++) {
            if (item_is_criterion(&page->criteria->items[i])) {
                asked++;
                answered += page->result->offers[o].criteria[i].state != STATE_UNANSWERED;
            }
        }
    }
    return arena_format(page->arena, "%zu of %zu answered", answered, asked);
}

const char *headline_opened(const struct summary_page *page)
{
    size_t items = 0;
    size_t opened = 0;
    for (size_t o = 0; o < page->result->offer_count; o++) {
        struct evidence_counts counts = evidence_counts_of(page->result,
                                                           page->result->offers[o].offer);
        items += counts.items;
        opened += counts.opened;
    }
    return arena_format(page->arena, "%zu of %zu evidence items opened", opened, items);
}
