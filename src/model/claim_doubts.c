#include "model/claim_doubts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/text.h"

enum { QUOTED_COLUMNS = 60 };

/* One offer that is looked through. */
struct doubting {
    const struct criteria *criteria;
    const struct offer *offer;
    struct diag_list *diags;
};

static const char *quoted(const struct doubting *doubting, const char *text)
{
    return text_brief(doubting->diags->arena, text, QUOTED_COLUMNS);
}

static void doubt_what_feeds_nothing(const struct doubting *doubting, const struct claim *claim)
{
    if (claim->criterion_count == 0 && !claim->fed_left_out) {
        diag_add(doubting->diags, DIAG_CLAIM_FEEDS_NOTHING, claim->at,
                 "%s is linked to no criterion, so that it moves no score",
                 quoted(doubting, claim->id));
    }
}

/* A figure in the answer's own unit says what the answer says. One without a unit may be of
 * something else. */
static void doubt_another_figure(const struct doubting *doubting, const struct claim *claim)
{
    bool is_clear = claim->stated.kind != QUANTITY_NONE && claim->stated.unit[0] != '\0';
    for (size_t i = 0; is_clear && i < claim->criterion_count; i++) {
        const struct item *item = &doubting->criteria->items[claim->criteria[i]];
        const struct answer *answer = &doubting->offer->response.answers[claim->criteria[i]];
        double place;
        if (answer->reply == REPLY_ANSWER && item->answer.kind != ANSWER_PRICE &&
            quantity_place(doubting->diags->arena, &item->answer, &claim->stated, &place) &&
            !number_same(place, answer->place)) {
            diag_add(doubting->diags, DIAG_CLAIM_DIFFERS, claim->at,
                     "%s claims `%s`, but the answer to %s is `%s`", quoted(doubting, claim->id),
                     quoted(doubting, claim->figure), item->id, quoted(doubting, answer->text));
        }
    }
}

static bool is_cited(const struct citation *citations, size_t count, size_t evidence)
{
    for (size_t i = 0; i < count; i++) {
        if (citations[i].evidence == evidence) {
            return true;
        }
    }
    return false;
}

static bool is_used_by_answer(const struct doubting *doubting, size_t evidence)
{
    for (size_t i = 1; i < doubting->criteria->count; i++) {
        const struct answer *answer = &doubting->offer->response.answers[i];
        if (is_cited(answer->citations, answer->citation_count, evidence) ||
            (answer->first != NULL &&
             is_cited(answer->first->citations, answer->first->citation_count, evidence))) {
            return true;
        }
    }
    return false;
}

static bool is_used_by_claim(const struct response *response, size_t evidence)
{
    for (size_t c = 0; c < response->claim_count; c++) {
        for (size_t i = 0; i < response->claims[c].evidence_count; i++) {
            if (response->claims[c].evidence[i] == evidence) {
                return true;
            }
        }
    }
    for (size_t e = 0; e < response->effect_count; e++) {
        if (is_cited(response->effects[e].citations, response->effects[e].citation_count,
                     evidence)) {
            return true;
        }
    }
    return false;
}

/* Do we say that something was seen in it? */
static bool is_used_by_finding(const struct doubting *doubting, const char *id)
{
    const struct findings *findings = &doubting->offer->findings;
    for (size_t i = 1; i < doubting->criteria->count; i++) {
        if (findings->shows[i].given && text_equal(findings->shows[i].from, id)) {
            return true;
        }
    }
    for (size_t m = 0; m < findings->measured_count; m++) {
        if (text_equal(findings->measured[m].from, id)) {
            return true;
        }
    }
    return false;
}

static void doubt_what_nobody_uses(const struct doubting *doubting, size_t index)
{
    const struct response *response = &doubting->offer->response;
    const struct evidence *evidence = &response->evidence[index];
    if (is_used_by_answer(doubting, index) || is_used_by_claim(response, index) ||
        is_used_by_finding(doubting, evidence->id)) {
        return;
    }
    struct diag *diag = diag_add(doubting->diags, DIAG_EVIDENCE_UNUSED, evidence->at,
                                 "no answer, claim or effect uses `%s`",
                                 quoted(doubting, evidence->id));
    diag_help(doubting->diags, diag, "ask the vendor which answer it is to carry");
}

static const struct claim *claim_of(const struct response *response, const char *id)
{
    for (size_t c = 0; c < response->claim_count; c++) {
        if (text_equal(response->claims[c].id, id)) {
            return &response->claims[c];
        }
    }
    return NULL;
}

/* Does what was measured have a worth on one of the claim's criteria? */
static bool has_worth(const struct doubting *doubting, const struct claim *claim,
                      const struct measured *measured)
{
    double place;
    if (claim->stated.kind != QUANTITY_NONE && claim->base.kind != QUANTITY_NONE &&
        !number_same(claim->stated.value, claim->base.value)) {
        return true;
    }
    for (size_t i = 0; i < claim->criterion_count; i++) {
        const struct answer_type *type = &doubting->criteria->items[claim->criteria[i]].answer;
        struct arena *arena = doubting->diags->arena;
        if ((claim->stated.kind == QUANTITY_NONE ||
             quantity_place(arena, type, &claim->stated, &place)) &&
            quantity_place(arena, type, &measured->value, &place)) {
            return true;
        }
    }
    return false;
}

static void note_what_counts_nowhere(const struct doubting *doubting,
                                     const struct measured *measured)
{
    const struct claim *claim = measured->is_effect
                                    ? NULL
                                    : claim_of(&doubting->offer->response, measured->claim);
    if (claim == NULL || measured->value.kind == QUANTITY_NONE || claim->criterion_count == 0 ||
        has_worth(doubting, claim, measured)) {
        return;
    }
    diag_add(doubting->diags, DIAG_MEASURED_UNCOUNTED, measured->at,
             "what was measured of %s is shown and changes only the grade: its criteria have no"
             " curve for it, and the claim has no baseline",
             quoted(doubting, claim->id));
}

static void look_through(const struct doubting *doubting)
{
    const struct response *response = &doubting->offer->response;
    for (size_t c = 0; c < response->claim_count; c++) {
        doubt_what_feeds_nothing(doubting, &response->claims[c]);
        doubt_another_figure(doubting, &response->claims[c]);
    }
    for (size_t e = 0; e < response->evidence_count; e++) {
        doubt_what_nobody_uses(doubting, e);
    }
    for (size_t m = 0; m < doubting->offer->findings.measured_count; m++) {
        note_what_counts_nowhere(doubting, &doubting->offer->findings.measured[m]);
    }
}

void claim_doubts_report(const struct project *project, struct diag_list *diags)
{
    for (size_t o = 0; o < project->offer_count; o++) {
        if (project->offers[o].state == OFFER_SCORED) {
            struct doubting doubting = {.criteria = &project->evaluation.criteria,
                                        .offer = &project->offers[o],
                                        .diags = diags};
            look_through(&doubting);
        }
    }
}
