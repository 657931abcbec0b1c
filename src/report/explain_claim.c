#include "report/explain_text.h"

#include "base/arena.h"
#include "base/loc.h"
#include "base/number.h"
#include "base/text.h"
#include "report/claim_words.h"
#include "report/claims_text.h"
#include "report/explain_row.h"
#include "report/signs.h"

enum { POINTS_DECIMALS = 2 };

/* A criterion that the claim feeds, and what it is worth. */
static void add_fed(struct text_builder *text, const struct result *result,
                    struct claim_place place, size_t index, bool first)
{
    const struct scored_offer *scored = &result->offers[place.offer];
    const struct item_score *figures = &scored->items[index];
    struct arena *arena = text->arena;
    const char *worth = figures->in_sum
                            ? arena_format(arena, "%s of %s points",
                                           number_fixed(arena, figures->points, POINTS_DECIMALS),
                                           number_fixed(arena,
                                                        figures->share * (figures->claimed * 100),
                                                        POINTS_DECIMALS))
                            : "not in the sum";
    const struct item *item = &result->project->evaluation.criteria.items[index];
    explain_row(text, first ? "feeds" : "",
                arena_format(arena, "%s, %s: %s", item->id, item->title, worth));
}

/* What is suspicious, and why. */
static void add_wordings(struct text_builder *text, const struct result *result,
                         struct claim_place place)
{
    const struct claim_score *score = claim_score_at(result, place);
    for (size_t i = 0; i < score->wording_count; i++) {
        const struct wording_hit *hit = &score->wording[i];
        explain_row(text, i == 0 ? "wording" : "",
                    arena_format(text->arena, "“%.*s”: %s", (int)hit->length,
                                 claim_at(result, place)->says + hit->start,
                                 wording_why(hit->wording)));
    }
    const char *lacks = claim_lacks_text(text->arena, score->lacks);
    if (lacks[0] != '\0') {
        explain_row(text, "unsaid", lacks);
    }
}

const char *explain_claim(struct arena *arena, const struct result *result, size_t offer,
                          size_t claim)
{
    struct claim_place place = {.offer = offer, .claim = claim};
    const struct claim *claimed = claim_at(result, place);
    const struct claim_score *score = claim_score_at(result, place);
    struct text_builder text;
    text_builder_init(&text, arena);
    explain_head(&text, arena_format(arena, "%s, %s: “%s”", result->offers[offer].offer->name,
                                     claimed->id, claimed->says));
    explain_row(&text, "at", loc_text(arena, claimed->at));
    if (claimed->class != NULL) {
        explain_row(&text, "class", claimed->class);
    }
    explain_row(
        &text, "state",
        arena_format(arena, "%s %s", claim_sign(score->state), claim_state_word(score->state)));
    for (size_t i = 0; i < claimed->criterion_count; i++) {
        add_fed(&text, result, place, claimed->criteria[i], i == 0);
    }
    explain_row(&text, "found", claim_sentence(arena, result, offer, claim));
    if (score->measured != NULL && score->measured->because != NULL) {
        explain_row(&text, "because", score->measured->because);
    }
    add_wordings(&text, result, place);
    explain_row(&text, "ask next", claim_question(arena, result, place));
    return text.text;
}
