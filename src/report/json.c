#include "report/json.h"

#include "base/arena.h"
#include "base/loc.h"
#include "base/sum.h"
#include "report/json_out.h"
#include "report/register_words.h"
#include "score/award.h"

/* What all parts need. */
struct document_out {
    struct json_out json;
    struct arena *arena;
    const struct result *result;
    const struct criteria *criteria;
    const double *weights; // per item: share of its siblings
};

/* Each item's weight as a share of those of its siblings. */
static const double *sibling_shares(struct arena *arena, const struct evaluation *evaluation)
{
    const struct criteria *criteria = &evaluation->criteria;
    double *shares = arena_alloc(arena, criteria->count, sizeof *shares);
    for (size_t i = 0; i < criteria->count; i++) {
        const struct item *section = &criteria->items[i];
        struct sum sum = {0};
        for (size_t c = 0; c < section->child_count; c++) {
            sum_add(&sum, evaluation->weights[section->children[c]]);
        }
        double total = sum_total(&sum);
        for (size_t c = 0; c < section->child_count; c++) {
            size_t child = section->children[c];
            shares[child] = total > 0 ? evaluation->weights[child] / total : 0;
        }
    }
    return shares;
}

/* A score 0..100, or null where the item is not in the sum. */
static void add_score(struct json_out *json, const char *name, bool known, double share)
{
    if (known) {
        json_number(json, name, share * 100);
    } else {
        json_null(json, name);
    }
}

/* The panel's level and the marks that it comes from; null where nobody marked. */
static void add_panel(struct document_out *out, const struct panel_score *panel,
                      const struct scale *scale)
{
    struct json_out *json = &out->json;
    if (panel == NULL) {
        json_null(json, "panel");
        return;
    }
    json_open(json, "panel", '{');
    json_string(json, "level", panel->has_level ? panel->word : NULL);
    json_bool(json, "moderated", panel->moderated != NULL);
    json_bool(json, "to_moderate", panel->to_moderate);
    json_open(json, "marks", '[');
    for (size_t i = 0; i < panel->mark_count; i++) {
        json_open(json, NULL, '{');
        json_string(json, "evaluator", panel->marks[i].by->evaluator);
        json_string(json, "level", scale->levels[panel->marks[i].mark->level].label);
        json_bool(json, "counts", panel->marks[i].standing == MARK_COUNTS);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

static void add_criterion(struct document_out *out, const struct scored_offer *offer, size_t index)
{
    struct json_out *json = &out->json;
    const struct criterion_score *score = &offer->criteria[index];
    const struct item_score *figures = &offer->items[index];
    const struct answer *answer = &offer->offer->response.answers[index];
    bool known = figures->in_sum;
    json_open(json, NULL, '{');
    json_string(json, "id", out->criteria->items[index].id);
    json_string(json, "state", answer_state_word(score->state));
    if (score->state == STATE_NOT_APPLICABLE) {
        json_bool(json, "agreed", score->agreed);
    }
    add_score(json, "claimed", known, figures->claimed);
    json_string(json, "grade", score->has_grade ? grade_word(score->grade) : NULL);
    if (known && (score->has_grade || !score->evidence_asked)) {
        json_number(json, "ceiling", score->ceiling);
    } else {
        json_null(json, "ceiling");
    }
    add_score(json, "evidenced", known, figures->evidenced);
    json_number(json, "weight", out->weights[index]);
    json_number(json, "points", figures->points);
    add_panel(out, score->panel, out->criteria->items[index].answer.scale);
    json_string(json, "at",
                answer->reply == REPLY_NONE ? NULL
                : answer->from != NULL      ? answer->from
                                            : loc_text(out->arena, answer->at));
    json_close(json, '}');
}

/* The children of an item that are sections, or those that are criteria, in tree order. */
static void add_criteria(struct document_out *out, const struct scored_offer *offer, size_t parent)
{
    json_open(&out->json, "criteria", '[');
    for (size_t i = parent + 1; i <= parent + out->criteria->items[parent].span; i++) {
        const struct item *item = &out->criteria->items[i];
        if (item->parent == parent && item_is_criterion(item)) {
            add_criterion(out, offer, i);
        }
    }
    json_close(&out->json, ']');
}

static void add_sections(struct document_out *out, const struct scored_offer *offer, size_t parent)
{
    struct json_out *json = &out->json;
    json_open(json, "sections", '[');
    for (size_t i = parent + 1; i <= parent + out->criteria->items[parent].span; i++) {
        const struct item *item = &out->criteria->items[i];
        if (item->parent != parent || item_is_criterion(item)) {
            continue;
        }
        const struct item_score *figures = &offer->items[i];
        json_open(json, NULL, '{');
        json_string(json, "id", item->id);
        json_string(json, "title", item->title);
        json_number(json, "weight", out->weights[i]);
        add_score(json, "claimed", figures->in_sum, figures->claimed);
        add_score(json, "evidenced", figures->in_sum, figures->evidenced);
        add_score(json, "proven", figures->in_sum, figures->proven);
        add_sections(out, offer, i);
        add_criteria(out, offer, i);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void add_gates(struct document_out *out, const struct scored_offer *offer)
{
    struct json_out *json = &out->json;
    json_open(json, "gates", '[');
    for (size_t i = 0; i < out->result->gate_count; i++) {
        const struct gate_score *gate = &offer->gates[i];
        json_open(json, NULL, '{');
        json_string(json, "id", out->criteria->items[gate->item].id);
        json_string(json, "result", gate_result_word(gate->result));
        json_string(json, "why", gate->why);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void add_conditions(struct document_out *out, const struct scored_offer *offer)
{
    struct json_out *json = &out->json;
    json_open(json, "conditions", '[');
    for (size_t i = 0; i < offer->condition_count; i++) {
        const struct condition *condition = &offer->conditions[i];
        if (condition->closed) {
            continue;
        }
        json_open(json, NULL, '{');
        json_string(json, "criterion", out->criteria->items[condition->item].id);
        json_string(json, "text", condition->text);
        json_number(json, "points", condition->points);
        json_bool(json, "must", condition->must);
        json_close(json, '}');
    }
    json_close(json, ']');
}

/* What each claim adds, over the criteria that it feeds, and what is suspicious in its words. */
static void add_claims(struct document_out *out, const struct scored_offer *offer)
{
    struct json_out *json = &out->json;
    const struct response *response = &offer->offer->response;
    json_open(json, "claims", '[');
    for (size_t i = 0; i < response->claim_count; i++) {
        const struct claim *claim = &response->claims[i];
        const struct claim_score *score = &offer->claims[i];
        json_open(json, NULL, '{');
        json_string(json, "id", claim->id);
        json_string(json, "class", claim->class);
        json_number(json, "claimed", score->claimed);
        json_number(json, "evidenced", score->evidenced);
        json_string(json, "grade", score->has_grade ? grade_word(score->grade) : NULL);
        json_open(json, "wording", '[');
        for (size_t w = 0; w < score->wording_count; w++) {
            json_string(json, NULL,
                        arena_text(out->arena, claim->says + score->wording[w].start,
                                   score->wording[w].length));
        }
        json_close(json, ']');
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void add_gap(struct document_out *out, const struct scored_offer *offer)
{
    struct json_out *json = &out->json;
    json_open(json, "gap", '{');
    json_number(json, "not_opened", offer->gap[GAP_NOT_OPENED]);
    json_number(json, "no_proof", offer->gap[GAP_NO_PROOF]);
    json_number(json, "expired", offer->gap[GAP_EXPIRED]);
    json_number(json, "scope", offer->gap[GAP_SCOPE]);
    json_number(json, "contradicted", offer->gap[GAP_CONTRADICTED]);
    json_close(json, '}');
}

/* Money is not yet computed: every measure is null. */
static void add_money(struct json_out *json)
{
    static const char *const CASES[] = {"claimed", "evidenced"};
    static const char *const MEASURES[] = {
        "npv",
        "roi_percent",
        "benefit_cost_ratio",
        "payback_months",
        "discounted_payback_months",
        "irr_percent",
        "tco_nominal",
        "tco_present",
    };
    json_open(json, "money", '{');
    for (size_t c = 0; c < COUNT_OF(CASES); c++) {
        json_open(json, CASES[c], '{');
        for (size_t m = 0; m < COUNT_OF(MEASURES); m++) {
            json_null(json, MEASURES[m]);
        }
        json_close(json, '}');
    }
    json_null(json, "break_even_share");
    json_close(json, '}');
}

static void add_vendor(struct document_out *out, const struct scored_offer *offer)
{
    struct json_out *json = &out->json;
    const struct item_score *total = &offer->items[0];
    json_open(json, NULL, '{');
    json_string(json, "id", offer->offer->id);
    json_string(json, "name", offer->offer->name);
    if (offer->ranked) {
        json_count(json, "rank", offer->rank);
    } else {
        json_null(json, "rank");
    }
    json_bool(json, "preferred", offer->preferred);
    json_string(json, "outcome", outcome_word(offer->outcome));
    add_score(json, "claimed", offer->has_total, total->claimed);
    add_score(json, "evidenced", offer->has_total, total->evidenced);
    add_score(json, "proven", offer->has_total, total->proven);
    add_score(json, "if_all_is_true", offer->has_total, total->high);
    if (offer->has_total) {
        json_number(json, "published", offer->published);
        json_number(json, "answered", total->answered);
    } else { // nothing is in the sum, so that no share of it can be answered
        json_null(json, "published");
        json_null(json, "answered");
    }
    add_sections(out, offer, 0);
    add_criteria(out, offer, 0);
    add_gates(out, offer);
    add_conditions(out, offer);
    add_claims(out, offer);
    add_gap(out, offer);
    add_money(json);
    json_close(json, '}');
}

/* Whether the plan is the one that was fixed, and each change since. */
static void add_plan(struct document_out *out)
{
    struct json_out *json = &out->json;
    const struct plan_check *plan = &out->result->project->plan;
    char code[PLAN_CODE_SIZE];
    plan_code(plan->lock.digest, code);
    json_string(json, "lock", plan_state_word(plan->state));
    json_string(json, "lock_code", plan->state == PLAN_NONE ? NULL : code);
    json_string(json, "locked",
                plan->state == PLAN_NONE ? NULL : moment_iso(out->arena, plan->lock.locked));
    json_bool(json, "lock_altered", plan->altered);
    json_open(json, "lock_changes", '[');
    for (size_t i = 0; i < plan->change_count; i++) {
        json_open(json, NULL, '{');
        json_string(json, "key", plan->changes[i].key);
        json_string(json, "was", plan->changes[i].was);
        json_string(json, "is", plan->changes[i].is);
        json_close(json, '}');
    }
    json_close(json, ']');
}

/* One clarification: of its vendor and criterion with what it moved, where it answers one. */
static void add_clarification(struct document_out *out, const struct clarification *clarification,
                              const struct clarification_effect *effect)
{
    struct json_out *json = &out->json;
    json_open(json, NULL, '{');
    json_count(json, "number", clarification->number);
    json_string(json, "vendor", clarification->to);
    if (effect == NULL) {
        json_null(json, "criterion");
        json_null(json, "points");
    } else {
        json_string(json, "criterion", out->criteria->items[effect->item].id);
        json_number(json, "points", effect->points);
    }
    json_close(json, '}');
}

/* All of them by number, a row for each criterion that one moved. */
static void add_clarifications(struct document_out *out)
{
    const struct result *result = out->result;
    json_open(&out->json, "clarifications", '[');
    size_t next = 0; // effect
    for (size_t i = 0; i < result->project->clarification_count; i++) {
        const struct clarification *clarification = &result->project->clarifications[i];
        size_t first = next;
        for (; next < result->clarification_effect_count &&
               result->clarification_effects[next].clarification == i;
             next++) {
            add_clarification(out, clarification, &result->clarification_effects[next]);
        }
        if (next == first) {
            add_clarification(out, clarification, NULL);
        }
    }
    json_close(&out->json, ']');
}

/* Each offer as it stands in the register, scored or not. */
static void add_register(struct document_out *out)
{
    const struct project *project = out->result->project;
    struct json_out *json = &out->json;
    json_open(json, "register", '[');
    for (size_t i = 0; i < project->offer_count; i++) {
        const struct offer *offer = &project->offers[i];
        json_open(json, NULL, '{');
        json_string(json, "vendor", offer->id);
        json_bool(json, "invited", offer->invited != NULL);
        json_string(json, "received", register_received_iso(out->arena, offer));
        json_string(json, "state", register_state(offer));
        json_string(json, "reason", register_reason(out->arena, offer));
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void add_decision(struct document_out *out)
{
    const struct award award = award_of(out->result);
    struct json_out *json = &out->json;
    if (award.chosen == NULL) {
        json_null(json, "decision");
        return;
    }
    const struct decision *decision = award.decision;
    json_open(json, "decision", '{');
    json_string(json, "chosen", award.chosen->id);
    json_string(json, "by", decision->by);
    json_string(json, "on",
                date_is_given(decision->on) ? date_iso(out->arena, decision->on) : NULL);
    json_string(json, "why", decision->why);
    json_bool(json, "final", award.state == AWARD_FINAL);
    json_close(json, '}');
}

static void add_evaluation(struct document_out *out)
{
    struct json_out *json = &out->json;
    const struct evaluation *evaluation = &out->result->project->evaluation;
    json_open(json, "evaluation", '{');
    json_string(json, "id", evaluation->id);
    json_string(json, "title", evaluation->title);
    json_string(json, "as_of",
                date_is_given(evaluation->as_of) ? date_iso(out->arena, evaluation->as_of) : NULL);
    json_open(json, "provisional", '[');
    for (size_t i = 0; i < out->result->provisional_count; i++) {
        json_string(json, NULL, out->result->provisional[i]);
    }
    json_close(json, ']');
    json_open(json, "price_turns", '[');
    for (size_t i = 0; i < out->result->price_turn_count; i++) {
        const struct price_turn *turn = &out->result->price_turns[i];
        json_open(json, NULL, '{');
        json_string(json, "left_out", out->result->offers[turn->left_out].offer->id);
        json_string(json, "leader", out->result->offers[turn->new_leader].offer->id);
        json_close(json, '}');
    }
    json_close(json, ']');
    add_plan(out);
    add_register(out);
    add_clarifications(out);
    add_decision(out);
    json_close(json, '}');
}

const char *json_text(struct arena *arena, const struct result *result, const char *version)
{
    struct document_out out = {.arena = arena,
                               .result = result,
                               .criteria = &result->project->evaluation.criteria,
                               .weights = sibling_shares(arena, &result->project->evaluation)};
    json_init(&out.json, arena);
    json_open(&out.json, NULL, '{');
    json_string(&out.json, "vouch", version);
    add_evaluation(&out);
    json_open(&out.json, "vendors", '[');
    for (size_t i = 0; i < result->offer_count; i++) {
        add_vendor(&out, &result->offers[result->order[i]]);
    }
    json_close(&out.json, ']');
    json_null(&out.json, "sensitivity");
    json_string(&out.json, "sensitivity_why", "not yet computed in this version");
    json_close(&out.json, '}');
    text_add(&out.json.text, "\n");
    return out.json.text.text;
}
