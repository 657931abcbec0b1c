#include "report/claims_text.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "report/claim_words.h"
#include "report/wrap.h"

enum { WIDTH = 80, LISTED_MOST = 5, SAYS_COLUMNS = 100, SOURCE_COLUMNS = 60, POINTS_DECIMALS = 2 };

static const char *points(struct arena *arena, double value)
{
    return number_fixed(arena, value, POINTS_DECIMALS);
}

/* Does one of the claim's criteria ask for proof? */
static bool asks_proof(const struct result *result, struct claim_place place)
{
    const struct claim *claim = claim_at(result, place);
    for (size_t i = 0; i < claim->criterion_count; i++) {
        if (result->offers[place.offer].criteria[claim->criteria[i]].evidence_asked) {
            return true;
        }
    }
    return false;
}

/* What was found of the claim, as the second half of a sentence. */
static void add_found(struct arena *arena, const struct result *result, struct claim_place place,
                      struct text_builder *text)
{
    const struct claim_score *score = claim_score_at(result, place);
    const char *source = claim_source(result, place);
    text_add(text, text->length == 0 ? "" : "; ");
    if (score->measured != NULL) {
        text_add_format(text, "we measured %s",
                        text_brief(arena, claim_measured(arena, score), SOURCE_COLUMNS));
    } else if (score->state == CLAIM_CONTRADICTED) {
        text_add(text, "a finding shows less");
    } else if (score->has_grade) {
        text_add_format(text, "its proof is %s", grade_word(score->grade));
    } else {
        text_add(text, asks_proof(result, place) ? "nothing is answered" : "no proof is asked");
    }
    if (source != NULL) {
        text_add_format(text, ", %s", text_brief(arena, source, SOURCE_COLUMNS));
    }
}

const char *claim_sentence(struct arena *arena, const struct result *result, size_t offer,
                           size_t claim)
{
    struct claim_place place = {.offer = offer, .claim = claim};
    const struct claim *claimed = claim_at(result, place);
    const struct claim_score *score = claim_score_at(result, place);
    struct text_builder text;
    text_builder_init(&text, arena);
    if (claimed->figure != NULL) {
        text_add_format(
            &text, "claims %s%s%s", text_brief(arena, claimed->figure, SOURCE_COLUMNS),
            claimed->baseline == NULL ? "" : ", baseline ",
            claimed->baseline == NULL ? "" : text_brief(arena, claimed->baseline, SOURCE_COLUMNS));
    }
    if (claimed->criterion_count == 0) {
        text_add_format(&text, "%sit feeds no criterion", text.length == 0 ? "" : "; ");
    } else {
        add_found(arena, result, place, &text);
        text_add_format(&text, "; %s of %s points", points(arena, score->evidenced),
                        points(arena, score->claimed));
    }
    return text.text;
}

static void add_counts(struct arena *arena, const struct result *result,
                       const struct claim_place *places, size_t count, struct text_builder *text)
{
    static const struct {
        enum claim_state state;
        const char *words;
    } STATES[] = {
        {CLAIM_CONTRADICTED, "contradicted"},
        {CLAIM_NOT_PROVEN, "not proven"},
        {CLAIM_NOT_OPENED, "not opened by us"},
        {CLAIM_HOLDS, "hold"},
    };
    struct text_builder line;
    text_builder_init(&line, arena);
    for (size_t s = 0; s < COUNT_OF(STATES); s++) {
        size_t having = 0;
        for (size_t i = 0; i < count; i++) {
            having += claim_score_at(result, places[i])->state == STATES[s].state;
        }
        if (having > 0) {
            text_add_format(
                &line, "%s%s %zu %s", line.length == 0 ? "" : "  ", claim_sign(STATES[s].state),
                having, having == 1 && STATES[s].state == CLAIM_HOLDS ? "holds" : STATES[s].words);
        }
    }
    wrap_text(text, WIDTH, "  ", "  ", line.text);
}

const char *claims_text(struct arena *arena, const struct result *result)
{
    size_t count = 0;
    size_t contradicted = 0;
    const struct claim_place *places = claim_order(arena, result, &count);
    struct text_builder text;
    text_builder_init(&text, arena);
    if (count == 0) {
        return text.text;
    }
    add_counts(arena, result, places, count, &text);
    for (size_t i = 0; i < count; i++) {
        if (claim_score_at(result, places[i])->state != CLAIM_CONTRADICTED) {
            break; // they come first
        }
        contradicted++;
        if (contradicted > LISTED_MOST) {
            continue;
        }
        const struct claim *claim = claim_at(result, places[i]);
        wrap_text(&text, WIDTH, "  ≠ ", "    ",
                  arena_format(arena, "%s, %s “%s”: %s",
                               text_brief(arena, result->offers[places[i].offer].offer->name,
                                          SOURCE_COLUMNS),
                               claim->id, text_brief(arena, claim->says, SAYS_COLUMNS),
                               claim_sentence(arena, result, places[i].offer, places[i].claim)));
    }
    if (contradicted > LISTED_MOST) {
        text_add_format(&text, "    %zu more on Claims\n", contradicted - LISTED_MOST);
    }
    return text.text;
}
